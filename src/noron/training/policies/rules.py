"""The stopping rules of noron.

net.train(X, y, validation=0.1, callbacks=[EarlyStopping(patience=5), Target("val_accuracy", 0.9)])
"""

import math
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, final

from noron.core.errors import check_flag, check_integer, check_number
from noron.core.metric_rows import Row, badness, check_mode, sign_of, smaller_is_better
from noron.core.text import figure
from noron.core.types import Array
from noron.network import Network
from noron.training.callbacks import StopTraining
from noron.training.policies.base import StoppingRule, check_monitor, monitored


@final
@dataclass(unsafe_hash=True)
class EarlyStopping(StoppingRule, name="early_stopping"):
    """Stop when `monitor` has not improved for `patience` epochs, and restore the best weights.

    The best weights are restored however the run ends, also after its last epoch, Ctrl-C or
    divergence. `monitor` is any recorded metric. Smaller is better for losses and errors, larger
    for other metrics, unless `mode` is "min" or "max".

    Raises SettingError at the first epoch if `monitor` is not recorded.
    """

    monitor: str = "val_loss"
    patience: int = 10
    _: KW_ONLY
    min_delta: float = 0.0
    mode: str = "auto"
    restore_best: bool = True

    def __post_init__(self) -> None:
        self.monitor = check_monitor(self.monitor)
        self.patience = check_integer("patience", self.patience)
        self.min_delta = check_number("min_delta", self.min_delta, low=0)
        self.mode = check_mode(self.mode)
        self.restore_best = check_flag("restore_best", self.restore_best)

    def begin(self, network: Network, epochs: int) -> None:
        """Forget the best weights of an earlier run."""
        self.network = network
        self.best, self.best_epoch = math.inf, 0
        self.kept: tuple[Array, Array] | None = None

    def __call__(self, row: Row) -> None:
        """Store the weights if they are the best ones; stop if they have been for too long."""
        best = None if self.kept is None else self.best
        better = self._better(monitored(row, self.monitor), best)
        if better is not None:
            self.best, self.best_epoch = better, int(row["epoch"])
            self.kept = (self.network.theta.copy(), self.network.buffers.copy())
        elif row["epoch"] - self.best_epoch >= self.patience:
            best = sign_of(self.monitor, self.mode) * self.best
            raise StopTraining(
                f"{self.monitor} has not improved for {self.patience} epochs; "
                f"its best was {figure(best)}, in epoch {self.best_epoch}"
            )

    def state(self) -> dict[str, Any]:
        """Return the best value, its epoch and its weights."""
        theta, buffers = self.kept or (None, None)
        best = {"best": self.best, "best_epoch": self.best_epoch}
        return {**best, "theta": theta, "buffers": buffers}

    def restore(self, state: dict[str, Any]) -> None:
        """Restore the best value, its epoch and its weights."""
        self.best, self.best_epoch = state["best"], state["best_epoch"]
        theta, buffers = state["theta"], state["buffers"]
        self.kept = None if theta is None else (theta, buffers)

    def end(self) -> None:
        """Restore the best weights."""
        if self.restore_best and self.kept is not None:
            self.network.assign(*self.kept)

    def watches(self) -> str:
        """Return `monitor`."""
        return self.monitor

    def kept_row(self, rows: Sequence[Row]) -> Row | None:
        """Return the row of the best weights if they are restored."""
        best, kept = None, None
        for row in rows if self.restore_best else ():
            better = self._better(row.get(self.monitor, math.nan), best)
            if better is not None:
                best, kept = better, row
        return kept

    def _better(self, value: float, best: float | None) -> float | None:
        """Return the badness of a value that replaces the best one, None if it does not."""
        bad = badness(self.monitor, value, self.mode)
        return bad if best is None or bad < best - self.min_delta else None


@final
@dataclass(unsafe_hash=True)
class Target(StoppingRule, name="target"):
    """Stop as soon as `monitor` is at least `value`, or at most `value` for losses and errors."""

    monitor: str
    value: float

    def __post_init__(self) -> None:
        self.monitor = check_monitor(self.monitor)
        self.value = check_number("value", self.value)

    def watches(self) -> str:
        """Return `monitor`."""
        return self.monitor

    def __call__(self, row: Row) -> None:
        """Stop if the value is reached."""
        now = monitored(row, self.monitor)
        reached = now <= self.value if smaller_is_better(self.monitor) else now >= self.value
        if reached:
            raise StopTraining(f"{self.monitor} has reached {figure(now)} (target {self.value:g})")


@final
@dataclass(unsafe_hash=True)
class Settled(StoppingRule, name="settled"):
    """Stop when an epoch changes `monitor` by at most `tolerance`, relative to its value."""

    tolerance: float = 1e-6
    monitor: str = "loss"

    def __post_init__(self) -> None:
        self.tolerance = check_number("tolerance", self.tolerance, low=0)
        self.monitor = check_monitor(self.monitor)
        self.last = math.inf

    def watches(self) -> str:
        """Return `monitor`."""
        return self.monitor

    def begin(self, network: Network, epochs: int) -> None:
        """Forget the value of an earlier run."""
        self.last = math.inf

    def __call__(self, row: Row) -> None:
        """Stop if the value has hardly changed since the last epoch."""
        now = monitored(row, self.monitor)
        if abs(self.last - now) <= self.tolerance * abs(now):
            raise StopTraining(f"{self.monitor} has settled at {figure(now)}")
        self.last = now

    def state(self) -> dict[str, Any]:
        """Return the value of the last epoch."""
        return {"last": self.last}

    def restore(self, state: dict[str, Any]) -> None:
        """Restore the value of the last epoch."""
        self.last = state["last"]
