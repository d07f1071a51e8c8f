"""A report as an object: text for a terminal, plain data for programs, a page for people."""

from pathlib import Path
from typing import final

from noron.core.atomic import as_json, write_atomically
from noron.estimators.reports.result import ReportResult


@final
class Report(ReportResult):
    """What a cross-validation found of a table, a network and its rivals. `print` shows it."""

    def html(self) -> str:
        """One page with its pictures in it; needs the extra `[plots]`."""
        from noron.estimators.reports.page import page_of

        return page_of(self)

    def save(self, path: str | Path) -> None:
        """Write it as the name's end says: .html, .json, or plain text."""
        end = Path(path).suffix.lower()
        text = self.html() if end == ".html" else None
        if text is None:
            text = as_json(self.settings()) if end == ".json" else str(self)
        write_atomically(path, (text + "\n").encode())
