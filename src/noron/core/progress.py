"""Bars of progress: in a notebook or in a terminal, where there is one."""

import sys
from typing import Any, Protocol

from noron.core.notebook import NotebookBar, in_notebook
from noron.core.streams import lasting


class Bar(Protocol):
    """A bar that is on the screen."""

    def update(
        self, done: float, words: str | None = None, losses: dict[str, float] | None = None
    ) -> None:
        """Move the bar to `done`; None leaves the words beside it as they are."""

    def stop(self) -> None:
        """Leave the bar as it is."""


def can_show_bar(stream: Any = None) -> bool:
    """Return whether there is a notebook, or the stream (standard error) is a terminal."""
    return (stream is None and in_notebook()) or lasting(stream or sys.stderr).isatty()


def open_bar(total: int | None, unit: str, stream: Any = None) -> Bar | None:
    """Show a bar over `total` epochs or runs, as `unit` says; None where none can be shown."""
    if not can_show_bar(stream):
        return None
    if stream is None and in_notebook():
        return NotebookBar(total, unit)
    from noron.core.terminal import TerminalBar

    return TerminalBar(lasting(stream or sys.stderr), total, unit)
