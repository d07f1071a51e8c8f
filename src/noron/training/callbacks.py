"""Callbacks: functions of a row, called after each epoch; they end a run by raising `StopTraining`.

    net.train(X, y, validation=0.1, callbacks=[EarlyStopping(), lambda row: print(row["loss"])])

A callback that needs to know of the beginning and the end as well is a `Callback`.
"""

import math
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, final

from noron.core.errors import (
    SettingError,
    shown,
)
from noron.core.metric_rows import Row
from noron.core.streams import lasting
from noron.core.text import describe
from noron.network import Network
from noron.training.time_limit import MOST_EPOCHS

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class StopTraining(Exception):
    """Raised by a callback to end the run after this epoch; its text becomes `stop_reason`."""


class Callback(ABC):
    """A function of a row that is also told of the beginning and the end of a run."""

    def begin(self, network: Network, epochs: int) -> None:  # noqa: B027 - nothing, unless wanted
        """Before the first epoch. A run may begin more than once: forget the last one."""

    def tick(self, done: float) -> None:  # noqa: B027
        """Within an epoch: `done` epochs so far, a fraction."""

    @abstractmethod
    def __call__(self, row: Row) -> None:
        """After an epoch."""

    def end(self) -> None:  # noqa: B027
        """After the last epoch, however the run ended."""

    def next_look(self, epoch: int) -> float:
        """After `epoch` epochs: the one whose row it has to see before the next one begins.

        Rows before that one may be shown to it later, several at once.
        """
        return epoch + 1

    def state(self) -> dict[str, Any]:
        """Return what a snapshot of the run has to keep: numbers, texts, arrays, None."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:  # noqa: B027
        """Go on from what `state` returned; `begin` has been called."""


AnyCallback = Callback | Callable[[Row], object]


def next_look(callback: AnyCallback, epoch: int) -> float:
    """Return the epoch whose row a callback has to see before the next one begins."""
    return callback.next_look(epoch) if isinstance(callback, Callback) else epoch + 1


def show(rows: Sequence[Row], callbacks: Sequence[AnyCallback]) -> None:
    """Let every callback see the rows, those behind one that ends the run too; then end it.

    Raises StopTraining.
    """
    stops = []
    for row in rows:
        for callback in callbacks:
            try:
                callback(row)
            except StopTraining as stop:
                stops.append(stop)
    if stops:
        raise stops[0]


@final
class Progress(Callback):
    """A bar in a terminal, one plain line for each epoch elsewhere; on standard error."""

    def __init__(self, stream: Any = None) -> None:
        if stream is not None and not callable(getattr(stream, "isatty", None)):
            raise SettingError(f"stream is {shown(stream)}: give an open text file, or None")
        self.stream = stream

    def begin(self, network: Network, epochs: int) -> None:
        """Open the bar, if there is a terminal to draw it in."""
        self.out = lasting(self.stream or sys.stderr)
        self.epochs = epochs
        self.bar: Bar | None = None
        if self.out.isatty():
            from noron.core.terminal import epoch_bar

            self.bar = epoch_bar(self.out)
            self.task = self.bar.add_task(
                "training", total=epochs if epochs < MOST_EPOCHS else None, values=""
            )
            self.bar.start()

    def tick(self, done: float) -> None:
        """Move the bar."""
        if self.bar is not None:
            self.bar.update(self.task, completed=done)

    def __call__(self, row: Row) -> None:
        """Show the row."""
        if self.bar is None:
            width = len(str(self.epochs))
            place = f"epoch {row['epoch']:{width}.0f}/{self.epochs}"
            print(f"{place}  {describe(_without(row, 'epoch'))}", file=self.out, flush=True)
        else:
            brief = [name for name in ("loss", "val_r2", "val_accuracy") if name in row]
            values = describe({name: row[name] for name in brief})
            self.bar.update(self.task, completed=row["epoch"], values=values)

    def next_look(self, epoch: int) -> float:
        """Never: rows may be shown later."""
        return math.inf

    def end(self) -> None:
        """Close the bar; it stays on the screen."""
        if self.bar is not None:
            self.bar.stop()


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def in_terminal() -> bool:
    """Whether somebody is watching standard error."""
    return sys.stderr is not None and sys.stderr.isatty()
