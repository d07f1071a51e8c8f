"""Progress over many runs: a bar in a notebook or terminal, otherwise a line for each run."""

import sys
import time

from noron.core.progress import open_bar
from noron.core.streams import lasting
from noron.core.text import printable, spoken_seconds


class RunProgress:
    """A progress display, shown inside its `with` block.

    `progress` is True for a bar, or lines where none can be shown, None for at most a bar, and
    False for nothing.
    """

    def __init__(self, total: int, progress: bool | None = True) -> None:
        self.total, self.started, self.trained = total, time.monotonic(), 0
        self.progress = progress

    def __enter__(self) -> "RunProgress":
        self.bar = None if self.progress is False else open_bar(self.total, "runs")
        return self

    def __exit__(self, *exception: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def ended(self, number: int, message: str, *, trained: bool = True) -> None:
        """Show that one more run has ended.

        A run that was looked up and not trained does not count for the time left.
        """
        self.trained += trained
        message = printable(message, keep="")
        if self.bar is not None:
            self.bar.update(number, message)
        elif self.progress:
            left = (time.monotonic() - self.started) / max(self.trained, 1) * (self.total - number)
            more = f"  {spoken_seconds(left)} left" if self.trained and number < self.total else ""
            place = f"{number:{len(str(self.total))}}/{self.total}"
            print(f"{place}  {message}{more}", file=lasting(sys.stderr), flush=True)
