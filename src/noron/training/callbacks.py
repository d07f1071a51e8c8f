"""Callbacks: functions that are called with the row of each epoch. `StopTraining` ends the run.

    net.train(X, y, validation=0.1, callbacks=[EarlyStopping(), lambda row: print(row["loss"])])

A subclass of `Callback` is also called at the start and at the end of a run.
"""

import math
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, final

from noron.core.errors import SettingError, shown
from noron.core.metric_rows import Row
from noron.core.progress import open_bar
from noron.core.streams import lasting
from noron.core.text import describe
from noron.network import Network
from noron.training.time_limit import MOST_EPOCHS


class StopTraining(Exception):
    """Raised by a callback to end the run after this epoch; its text becomes `stop_reason`."""


class Callback(ABC):
    """A callback with methods for the start and the end of a run."""

    tick_seconds: float = 0.0
    """The approximate time between two ticks; 0 for twenty in an epoch."""

    def begin(self, network: Network, epochs: int) -> None:  # noqa: B027 - optional
        """Called before the first epoch. A run may begin again: forget the previous state."""

    def tick(self, done: float) -> None:  # noqa: B027
        """Called within an epoch; `done` is the fractional number of finished epochs."""

    @abstractmethod
    def __call__(self, row: Row) -> None:
        """Called after an epoch with its row. Raise StopTraining to end the run."""

    def end(self) -> None:  # noqa: B027
        """Called after the last epoch, however the run ended."""

    def next_look(self, epoch: int) -> float:
        """Return the epoch whose row must be passed before the following epoch begins.

        `epoch` epochs are finished. Rows of earlier epochs may be passed later, several at once.
        """
        return epoch + 1

    def state(self) -> dict[str, Any]:
        """Return what a snapshot of the run has to store: numbers, texts, arrays, None."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:  # noqa: B027
        """Restore what `state` returned. `begin` is called before."""


AnyCallback = Callback | Callable[[Row], object]


def next_look(callback: AnyCallback, epoch: int) -> float:
    """Return the epoch whose row a callback must get before the following epoch begins."""
    return callback.next_look(epoch) if isinstance(callback, Callback) else epoch + 1


def show(rows: Sequence[Row], callbacks: Sequence[AnyCallback]) -> None:
    """Call every callback with every row, even if one of them ends the run.

    Raises the first StopTraining afterwards.
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
    """Shows a bar in a notebook or terminal, else a plain line for each epoch; on standard error.

    With `lines` there is a line for each epoch everywhere; with `most`, at most so many lines and
    one for the last epoch. Raises SettingError if `stream` is not an open text file.
    """

    tick_seconds = 0.1

    def __init__(self, stream: Any = None, *, lines: bool = False, most: int | None = None) -> None:
        if stream is not None and not callable(getattr(stream, "isatty", None)):
            raise SettingError(f"stream is {shown(stream)}: give an open text file, or None")
        self.stream, self.lines, self.most = stream, lines, most

    def begin(self, network: Network, epochs: int) -> None:
        """Open the bar if there is a notebook, or the stream is a terminal."""
        self.out = lasting(self.stream or sys.stderr)
        self.epochs = epochs
        total = epochs if epochs < MOST_EPOCHS else None
        self.bar = None if self.lines else open_bar(total, "epochs", self.stream)

    def tick(self, done: float) -> None:
        """Move the bar."""
        if self.bar is not None:
            self.bar.update(done)

    def __call__(self, row: Row) -> None:
        """Show the row."""
        if self.bar is None:
            every = -(-self.epochs // (self.most or self.epochs))
            if row["epoch"] % every and row["epoch"] != self.epochs:
                return
            width = len(str(self.epochs))
            place = f"epoch {row['epoch']:{width}.0f}/{self.epochs}"
            print(f"{place}  {describe(_without(row, 'epoch'))}", file=self.out, flush=True)
        else:
            brief = [name for name in ("loss", "val_r2", "val_accuracy") if name in row]
            values = describe({name: row[name] for name in brief})
            self.bar.update(row["epoch"], values, row)

    def next_look(self, epoch: int) -> float:
        """Return infinity: rows may be shown later."""
        return math.inf

    def end(self) -> None:
        """Close the bar; it stays on the screen."""
        if self.bar is not None:
            self.bar.stop()


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}
