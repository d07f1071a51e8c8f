"""A report that can be printed and saved as HTML, JSON or text."""

from pathlib import Path
from typing import Any, final

from noron.core.atomic import as_json, write_atomically
from noron.core.notebook import Shown, Summary
from noron.estimators.reports.result import ReportResult


@final
class Report(ReportResult, Shown):
    """The result of `report`: scores of a network and of the baselines. `print` shows it."""

    def html(self) -> str:
        """Return one HTML page that contains its pictures; needs the extra `[plots]`."""
        from noron.estimators.reports.page import page_of

        return page_of(self)

    def _summary(self) -> Summary:
        def draw(theme: str) -> Any:
            from noron.estimators.reports.page import scores_of

            return scores_of(self, theme)

        line = f"Report on {self.target}: {self.n_rows:,} rows, {len(self.columns)} columns"
        return Summary(line, self.score_rows(), "\n".join(self.advice), draw)

    def save(self, path: str | Path) -> None:
        """Write the report as HTML for the suffix .html, as JSON for .json, else as text."""
        end = Path(path).suffix.lower()
        text = self.html() if end == ".html" else None
        if text is None:
            text = as_json(self.settings()) if end == ".json" else str(self)
        write_atomically(path, (text + "\n").encode())
