"""Progress bars for a terminal. Import this module late: it imports rich."""

from typing import Any, final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column
from rich.text import Text

from noron.core.text import printable


class RateColumn(ProgressColumn):
    """Shows epochs per second, or seconds per epoch if they are slow."""

    def render(self, task: Task) -> Text:
        """Return the rate as text."""
        if not task.speed:
            return Text("")
        slow = task.speed < 1
        shown = f"{1 / task.speed:.1f} s/epoch" if slow else f"{task.speed:.1f} epochs/s"
        return Text(shown, style="cyan")


class CountColumn(MofNCompleteColumn):
    """Shows finished epochs such as 3/50, although the bar also moves within an epoch."""

    def render(self, task: Task) -> Text:
        """Return the count as text."""
        of = "" if task.total is None else f"/{int(task.total)}"
        return Text(f"{int(task.completed)}{of}")


@final
class TerminalBar:
    """A bar with the count, for epochs their rate, the time left and the latest values."""

    def __init__(self, stream: Any, total: int | None, unit: str) -> None:
        epochs = unit == "epochs"
        rate = [RateColumn(table_column=Column(no_wrap=True))] if epochs else []
        self.bar = Progress(
            BarColumn(bar_width=12 if epochs else 24),
            CountColumn(table_column=Column(no_wrap=True)),
            *rate,
            TimeRemainingColumn(table_column=Column(no_wrap=True)),
            TextColumn(
                "{task.description}",
                markup=False,
                table_column=Column(no_wrap=True, overflow="ellipsis"),
            ),
            console=Console(file=stream),
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self.task = self.bar.add_task("", total=total)
        self.bar.start()

    def update(
        self, done: float, words: str | None = None, losses: dict[str, float] | None = None
    ) -> None:
        """Move the bar to `done`; None leaves the words beside it as they are."""
        shown = None if words is None else printable(words, keep="")
        self.bar.update(self.task, completed=done, description=shown)

    def stop(self) -> None:
        """Leave the bar on the screen."""
        self.bar.stop()
