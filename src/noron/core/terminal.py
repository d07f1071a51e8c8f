"""Progress bars for a terminal. Import this module late: it imports rich."""

from typing import Any

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


class RateColumn(ProgressColumn):
    """Shows epochs per second, or seconds per epoch if they are slow."""

    def render(self, task: Task) -> Text:
        """Return the rate as text."""
        if not task.speed:
            return Text("")
        slow = task.speed < 1
        shown = f"{1 / task.speed:.1f} s/epoch" if slow else f"{task.speed:.1f} epochs/s"
        return Text(shown, style="cyan")


class EpochsColumn(MofNCompleteColumn):
    """Shows finished epochs such as 3/50, although the bar also moves within an epoch."""

    def render(self, task: Task) -> Text:
        """Return the count as text."""
        return Text(f"{int(task.completed)}/{int(task.total or 0)}")


def run_bar(stream: Any, total: int) -> Progress:
    """Return a bar over `total` runs, with the time left and the latest run."""
    bar = _bar(
        stream,
        BarColumn(bar_width=24),
        MofNCompleteColumn(table_column=Column(no_wrap=True)),
        TimeRemainingColumn(table_column=Column(no_wrap=True)),
        description="{task.description}",
    )
    bar.add_task("", total=total)
    return bar


def epoch_bar(stream: Any) -> Progress:
    """Return a bar with the epochs, their rate, the time left and the latest values."""
    return _bar(
        stream,
        BarColumn(bar_width=12),
        EpochsColumn(table_column=Column(no_wrap=True)),
        RateColumn(table_column=Column(no_wrap=True)),
        TimeRemainingColumn(table_column=Column(no_wrap=True)),
        description="{task.fields[values]}",
    )


def _bar(stream: Any, *columns: ProgressColumn, description: str) -> Progress:
    return Progress(
        *columns,
        TextColumn(
            description, markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")
        ),
        console=Console(file=stream),
        redirect_stdout=False,
        redirect_stderr=False,
    )
