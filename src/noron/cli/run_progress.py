"""Progress over many runs: a bar in a terminal, otherwise a line for each run."""

import sys
import time

from noron.cli.output import note
from noron.core.terminal import run_bar
from noron.core.text import printable
from noron.training.callbacks import in_terminal


class RunProgress:
    """A progress display, shown inside its `with` block."""

    def __init__(self, total: int) -> None:
        self.total, self.started, self.trained = total, time.monotonic(), 0
        self.bar = run_bar(sys.stderr, total) if in_terminal() else None

    def __enter__(self) -> "RunProgress":
        if self.bar is not None:
            self.bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def ended(self, number: int, message: str, *, trained: bool = True) -> None:
        """Show that one more run has ended.

        A run that was looked up and not trained does not count for the time left.
        """
        self.trained += trained
        if self.bar is not None:
            shown = printable(message, keep="")
            self.bar.update(self.bar.task_ids[0], completed=number, description=shown)
            return
        left = (time.monotonic() - self.started) / max(self.trained, 1) * (self.total - number)
        more = f"  {spoken_seconds(left)} left" if self.trained and number < self.total else ""
        note(f"{number:{len(str(self.total))}}/{self.total}  {message}{more}")


def spoken_seconds(seconds: float) -> str:
    """Return a duration in seconds as short text.

    >>> spoken_seconds(8.4), spoken_seconds(300), spoken_seconds(9000)
    ('8 s', '5 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
