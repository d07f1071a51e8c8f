"""Callbacks: functions of a row, called after each epoch; they end a run by raising `StopTraining`.

    net.train(X, y, validation=0.1, callbacks=[EarlyStopping(), lambda row: print(row["loss"])])

A callback that needs to know of the beginning and the end as well is a `Callback`.
"""

import math
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, final

from noron.core.errors import (
    SettingError,
    check_flag,
    check_integer,
    check_number,
    shown,
    unknown_name,
)
from noron.core.metric_rows import Row, badness, check_mode, sign_of, smaller_is_better
from noron.core.streams import lasting
from noron.core.text import describe
from noron.core.types import Array
from noron.network import Network
from noron.training.time_limit import MANY

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


AnyCallback = Callback | Callable[[Row], object]


@final
class EarlyStopping(Callback):
    """Stop when `monitor` has not improved for `patience` epochs, and put the best weights back.

    The best weights come back however the run ends: by this, by its last epoch, by Ctrl-C, by
    divergence. `monitor` is any recorded metric; whether smaller is better is told by its name
    (losses and errors) unless `mode` is "min" or "max".

    Raises SettingError at the first epoch if `monitor` is not recorded.
    """

    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 10,
        *,
        min_delta: float = 0.0,
        mode: str = "auto",
        restore_best: bool = True,
    ) -> None:
        self.monitor = check_monitor(monitor)
        self.patience = check_integer("patience", patience)
        self.min_delta = check_number("min_delta", min_delta, low=0)
        self.mode = check_mode(mode)
        self.restore_best = check_flag("restore_best", restore_best)

    def begin(self, network: Network, epochs: int) -> None:
        """Nothing is best yet."""
        self.network = network
        self.best, self.best_epoch = math.inf, 0
        self.kept: tuple[Array, Array] | None = None

    def __call__(self, row: Row) -> None:
        """Compare, keep the weights if they are the best, stop if patience is at its end."""
        value = badness(self.monitor, monitored(row, self.monitor), self.mode)
        if self.kept is None or value < self.best - self.min_delta:
            self.best, self.best_epoch = value, int(row["epoch"])
            self.kept = (self.network.theta.copy(), self.network.buffers.copy())
        elif row["epoch"] - self.best_epoch >= self.patience:
            best = sign_of(self.monitor, self.mode) * self.best
            raise StopTraining(
                f"{self.monitor} has not improved for {self.patience} epochs; "
                f"its best is {best:.4f}, of epoch {self.best_epoch}"
            )

    def end(self) -> None:
        """The best weights, back in the network."""
        if self.restore_best and self.kept is not None:
            self.network.assign(*self.kept)


@final
class Target(Callback):
    """Stop as soon as `monitor` reaches `value`: at least it, or at most for losses."""

    def __init__(self, monitor: str, value: float) -> None:
        self.monitor = check_monitor(monitor)
        self.value = check_number("value", value)

    def __call__(self, row: Row) -> None:
        """Compare."""
        now = monitored(row, self.monitor)
        reached = now <= self.value if smaller_is_better(self.monitor) else now >= self.value
        if reached:
            raise StopTraining(f"{self.monitor} has reached {now:.4f} (target {self.value:g})")


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
                "training", total=epochs if epochs < MANY else None, values=""
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

    def end(self) -> None:
        """Close the bar; it stays on the screen."""
        if self.bar is not None:
            self.bar.stop()


def check_monitor(name: object) -> str:
    """`name`, if it can be the name of a metric."""
    if not isinstance(name, str) or not name:
        raise SettingError(f"monitor is {shown(name)}: give the name of a metric, such as 'loss'")
    return name


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def in_terminal() -> bool:
    """Whether somebody is watching standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def watched_by(callbacks: Iterable[AnyCallback]) -> list[str]:
    """The metrics that they will look for in the rows."""
    return [c.monitor for c in callbacks if isinstance(c, EarlyStopping | Target)]


def monitored(row: Row, monitor: str) -> float:
    """The value of a recorded metric."""
    if monitor not in row:
        raise unknown_name("metric to monitor", monitor, row)
    return float(row[monitor])
