"""How noron looks in a terminal: rich is imported here, and only when something is drawn."""

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
    """Epochs a second, or seconds an epoch where they are slow."""

    def render(self, task: Task) -> Text:
        """The rate, right of the bar."""
        if not task.speed:
            return Text("")
        slow = task.speed < 1
        shown = f"{1 / task.speed:.1f} s/epoch" if slow else f"{task.speed:.1f} epochs/s"
        return Text(shown, style="cyan")


class EpochsColumn(MofNCompleteColumn):
    """3/50: finished epochs, though the bar moves within them."""

    def render(self, task: Task) -> Text:
        """Whole epochs of all."""
        return Text(f"{int(task.completed)}/{int(task.total or 0)}")


def run_bar(stream: Any, total: int) -> Progress:
    """A bar over many runs, with the time left and the latest one."""
    whole = Column(no_wrap=True)
    bar = Progress(
        BarColumn(bar_width=24),
        MofNCompleteColumn(table_column=whole),
        TimeRemainingColumn(table_column=whole),
        TextColumn("{task.description}", table_column=Column(no_wrap=True, overflow="ellipsis")),
        console=Console(file=stream),
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task("", total=total)
    return bar


def epoch_bar(stream: Any) -> Progress:
    """A bar with the epochs, their rate, the time left and the latest values."""
    whole = Column(no_wrap=True)
    return Progress(
        BarColumn(bar_width=12),
        EpochsColumn(table_column=whole),
        RateColumn(table_column=whole),
        TimeRemainingColumn(table_column=whole),
        TextColumn("{task.fields[values]}", table_column=Column(no_wrap=True, overflow="ellipsis")),
        console=Console(file=stream),
        redirect_stdout=False,
        redirect_stderr=False,
    )
