"""theta <- theta - learning_rate * direction(theta, g): the shape of nearly every optimizer.

An optimizer holds settings only. Its memory from step to step is in its slots, arrays that the
caller keeps. So a checkpoint is a few arrays, and two runs can share one optimizer.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Protocol, Self

from noron.core.errors import check_number
from noron.core.memory import aligned_full
from noron.core.registry import Family
from noron.core.types import Array

Slots = tuple[Array, ...]
"""The memory of an optimizer: arrays that are changed in place, never replaced."""

Again = Callable[[], tuple[float, Array]]
"""() -> (loss, gradient) of the same batch at the present theta; the gradient's array is reused."""


class ParameterSegment(Protocol):
    """The place of one array of the network in theta, and its kind ("weight", "bias", ...)."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def shape(self) -> tuple[int, ...]: ...  # noqa: D102


@dataclass(frozen=True)
class Optimizer(Family, ABC, family="optimizer"):
    """One step of training at a time, on one flat vector theta of float32 or float64.

    >>> import numpy as np
    >>> theta, optimizer = np.array([1.0, -2.0]), Optimizer.make("adam")
    >>> slots = optimizer.start(theta)
    >>> for t in range(1, 1001):                    # theta^2 is smallest at 0
    ...     g = 2 * theta
    ...     optimizer.step(theta, g, slots, t, 0.05, lambda: (0.0, g))
    >>> bool(np.abs(theta).max() < 1e-6)
    True
    """

    default_learning_rate: ClassVar[float] = 0.01
    whole_batch: ClassVar[bool] = False
    """Whether a step needs all rows, as for a line search, which compares losses."""
    slots: ClassVar[int] = 0
    """The number of vectors of theta's size in the slots."""

    def start(self, theta: Array) -> Slots:
        """Return the slots before the first step: zeros like theta."""
        return tuple(aligned_full(len(theta), 0, theta.dtype) for _ in range(self.slots))

    def fitted_to(self, layout: Sequence[ParameterSegment]) -> Self:
        """Return the optimizer for a network of this layout; most return themselves."""
        return self

    @abstractmethod
    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """Change theta and slots in place, but not g = dL/dtheta; t counts from 1."""

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """Return the weights to predict with after t steps: theta, or an average of it."""
        return theta


@dataclass(frozen=True)
class Direction(Optimizer):
    """theta <- theta - learning_rate * direction(theta, g, slots, t)."""

    @abstractmethod
    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """Return the direction that a step subtracts; change only the slots, in place."""

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """theta <- theta - learning_rate * direction."""
        theta -= learning_rate * self.direction(theta, g, slots, t)


Check = Callable[[str, object], object]
"""(name, value) -> None; raises SettingError if the value is not legal."""

DECAY: Check = partial(check_number, low=0, high=1, open_high=True)
"""Checks the share of the past that a moving average keeps: 0 <= beta < 1."""
POSITIVE: Check = partial(check_number, low=0, open_low=True)
NOT_NEGATIVE: Check = partial(check_number, low=0)


def check_settings(optimizer: Optimizer, **checks: Check) -> None:
    """Raise SettingError for the first of the named settings that is not legal."""
    for name, check in checks.items():
        check(name, getattr(optimizer, name))
