"""Schedules: the learning rate as a function of how far the training is.

`rate(epoch, epochs, rows)` is a pure function: `epoch` is the place in the training, counted from
0 with fractions, `epochs` the planned number, `rows` the history so far. A schedule stores nothing,
so an interrupted run continues with the same rate.

In order of increasing complexity.
"""

import math
import numbers
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, final

from noron.core.errors import SettingError, check_integer, check_number, shown
from noron.core.metric_rows import check_mode, sign_of
from noron.core.registry import Family

Rows = Sequence[Mapping[str, Any]]
"""The history, a row for each epoch, as {"epoch": 0, "loss": 0.31, "val_loss": 0.35}."""


@dataclass(frozen=True)
class Schedule(Family, ABC, family="schedule"):
    """A rule for the learning rate during training."""

    @abstractmethod
    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """Return the rate of a step at `epoch` (from 0, with fractions) out of `epochs`."""

    def watches(self) -> str | None:
        """Return the name of the metric that the rate depends on, or None."""
        return None

    def rates(self, epoch: int, steps: int, epochs: float, rows: Rows = ()) -> list[float]:
        """Return the rate of each of the `steps` of one epoch."""
        return [self.rate(epoch + i / steps, epochs, rows) for i in range(steps)]


def as_schedule(given: "float | Schedule | dict[str, Any]") -> Schedule:
    """Return a schedule for a number (a constant rate), a schedule, or a schedule's settings.

    Raises SettingError for a rate that is not above 0, and for anything else.

    >>> as_schedule(0.1)
    Constant(learning_rate=0.1)
    """
    if isinstance(given, Schedule):
        return given
    if isinstance(given, dict):
        return Schedule.make(given)
    if isinstance(given, numbers.Real) and not isinstance(given, bool):
        return Constant(check_number("learning_rate", given, low=0, open_low=True))
    raise SettingError(
        f'learning_rate is {shown(given)}: give a number above 0 such as 0.01, "auto", '
        "or a schedule such as Cosine(0.1)"
    )


@final
@dataclass(frozen=True)
class Constant(Schedule, name="constant"):
    """learning_rate, always."""

    learning_rate: float

    def __post_init__(self) -> None:
        _check_rate("learning_rate", self.learning_rate)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """learning_rate."""
        return self.learning_rate


@final
@dataclass(frozen=True)
class StepDecay(Schedule, name="step"):
    """learning_rate * factor^floor(epoch / every).

    >>> [StepDecay(0.1, factor=0.5, every=10).rate(epoch, 30) for epoch in (0, 9.9, 10, 29)]
    [0.1, 0.1, 0.05, 0.025]
    """

    learning_rate: float
    factor: float = 0.1
    every: int = 10

    def __post_init__(self) -> None:
        _check_rate("learning_rate", self.learning_rate)
        _check_factor(self.factor)
        check_integer("every", self.every)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """learning_rate * factor^floor(epoch / every): one step down every `every` epochs."""
        return self.learning_rate * self.factor ** (epoch // self.every)


@final
@dataclass(frozen=True)
class ExponentialDecay(Schedule, name="exponential"):
    """learning_rate * factor^epoch, which falls with every step, not only with every epoch."""

    learning_rate: float
    factor: float = 0.95

    def __post_init__(self) -> None:
        _check_rate("learning_rate", self.learning_rate)
        _check_factor(self.factor)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """learning_rate * factor^epoch."""
        return self.learning_rate * self.factor**epoch


@final
@dataclass(frozen=True)
class Cosine(Schedule, name="cosine"):
    """final + (learning_rate - final) (1 + cos(pi epoch / epochs)) / 2.

    Loshchilov and Hutter (2017), "SGDR", equation 5, with one period and no restart.

    >>> [round(Cosine(0.1).rate(epoch, 4), 4) for epoch in range(5)]
    [0.1, 0.0854, 0.05, 0.0146, 0.0]
    """

    learning_rate: float
    final: float = 0.0

    def __post_init__(self) -> None:
        _check_rate("learning_rate", self.learning_rate)
        check_number("final", self.final, low=0)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """Half a cosine from learning_rate down to final."""
        return _cosine_arm(self.learning_rate, self.final, epoch / epochs)


@final
@dataclass(frozen=True)
class OneCycle(Schedule, name="one_cycle"):
    """Up from peak / start_divisor to peak, then down to nearly 0, both along half a cosine.

    The rise takes the share `warm_up` of the training; the last rate is the first / final_divisor.
    Smith and Topin (2019), "Super-convergence"; the cosine arms are those of PyTorch's OneCycleLR.

    >>> [round(OneCycle(1.0).rate(epoch, 10), 4) for epoch in (0, 3, 10)]
    [0.04, 1.0, 0.0]
    """

    peak: float
    warm_up: float = 0.3
    start_divisor: float = 25.0
    final_divisor: float = 1e4

    def __post_init__(self) -> None:
        _check_rate("peak", self.peak)
        check_number("warm_up", self.warm_up, low=0, high=1, open_low=True, open_high=True)
        check_number("start_divisor", self.start_divisor, low=1)
        check_number("final_divisor", self.final_divisor, low=1)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """Half a cosine up until the share `warm_up` of all epochs, then half a cosine down."""
        start, share = self.peak / self.start_divisor, epoch / epochs
        if share <= self.warm_up:
            return _cosine_arm(start, self.peak, share / self.warm_up)
        fallen = (share - self.warm_up) / (1 - self.warm_up)
        return _cosine_arm(self.peak, start / self.final_divisor, fallen)


@final
@dataclass(frozen=True)
class WarmUp(Schedule, name="warm_up"):
    """A straight line up to the first rate of `schedule`, then `schedule` itself.

    The line starts at the share `start` of that rate; 0 would waste the first step. `schedule`
    begins when the warm-up ends, and has the remaining epochs.
    Goyal et al. (2017), section 2.2.

    >>> gentle = WarmUp(Constant(0.1), epochs=2, start=0.1)
    >>> [round(gentle.rate(epoch, 10), 3) for epoch in (0, 1, 2, 9)]
    [0.01, 0.055, 0.1, 0.1]
    """

    schedule: Schedule
    epochs: float = 1.0
    start: float = 0.01

    def __post_init__(self) -> None:
        object.__setattr__(self, "schedule", as_schedule(self.schedule))
        check_number("epochs", self.epochs, low=0, open_low=True)
        check_number("start", self.start, low=0, high=1)

    def watches(self) -> str | None:
        """Return the metric of the inner schedule, or None."""
        return self.schedule.watches()

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """The line for the first `self.epochs`, then the inner schedule."""
        left = epochs - self.epochs if epochs > self.epochs else epochs
        if epoch >= self.epochs:
            return self.schedule.rate(epoch - self.epochs, left, rows)
        share = self.start + (1 - self.start) * epoch / self.epochs
        return share * self.schedule.rate(0.0, left, rows)


@final
@dataclass(frozen=True)
class ReduceOnPlateau(Schedule, name="reduce_on_plateau"):
    """Multiply the rate by factor when `monitor` has not improved for more than `patience` epochs.

    To improve is to beat the best value so far by more than min_delta. `mode` is "min" if less is
    better, "max" if more is better; "auto" decides by the name, as in `EarlyStopping`. Every call
    replays the history, so there is nothing to save.

    Raises SettingError after the first epoch if the history has no `monitor`.
    """

    learning_rate: float
    monitor: str = "val_loss"
    factor: float = 0.1
    patience: int = 10
    min_delta: float = 1e-4
    minimum: float = 0.0
    mode: str = "auto"

    def __post_init__(self) -> None:
        _check_rate("learning_rate", self.learning_rate)
        if not isinstance(self.monitor, str) or not self.monitor:
            raise SettingError(f"monitor is {shown(self.monitor)}: give a metric such as 'loss'")
        check_number("factor", self.factor, low=0, high=1, open_low=True, open_high=True)
        check_integer("patience", self.patience, at_least=0)
        check_number("min_delta", self.min_delta, low=0)
        check_number("minimum", self.minimum, low=0)
        check_mode(self.mode)

    def rate(self, epoch: float, epochs: float, rows: Rows = ()) -> float:
        """Return learning_rate, reduced once for each plateau in `rows`."""
        rate, best, waited = self.learning_rate, math.inf, 0
        for value in self._watched(rows):
            if value < best - self.min_delta:
                best, waited = value, 0
            else:  # NaN too counts as no progress
                waited += 1
            if waited > self.patience:
                rate, waited = max(rate * self.factor, min(self.minimum, rate)), 0
        return rate

    def watches(self) -> str | None:
        """Return the monitor."""
        return self.monitor

    def rates(self, epoch: int, steps: int, epochs: float, rows: Rows = ()) -> list[float]:
        """Return one rate for all steps of the epoch, so the history is replayed once."""
        return [self.rate(epoch, epochs, rows)] * steps

    def _watched(self, rows: Rows) -> list[float]:
        """Return the monitored values, with the sign changed if more is better."""
        values = [float(v) for row in rows if (v := row.get(self.monitor)) is not None]
        if rows and not values:
            recorded = ", ".join(sorted(rows[-1]))
            raise SettingError(
                f"monitor is {self.monitor!r}, which the history does not have: give one of "
                f"{recorded} (val_ metrics need validation data)"
            )
        return [sign_of(self.monitor, self.mode) * value for value in values]


def _cosine_arm(start: float, end: float, share: float) -> float:
    """Go from start to end along half a cosine, and stay at the end."""
    return end + (start - end) * (1 + math.cos(math.pi * min(share, 1.0))) / 2


def _check_rate(name: str, value: float) -> None:
    check_number(name, value, low=0, open_low=True)


def _check_factor(value: float) -> None:
    check_number("factor", value, low=0, high=1, open_low=True)


__all__ = [
    "Constant",
    "Cosine",
    "ExponentialDecay",
    "OneCycle",
    "ReduceOnPlateau",
    "Schedule",
    "StepDecay",
    "WarmUp",
    "as_schedule",
]
