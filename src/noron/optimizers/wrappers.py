"""Wrappers of an optimizer: clip the gradient before its step, or average the weights after."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self, final

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.optimizers.adam import Adam
from noron.optimizers.base import (
    DECAY,
    POSITIVE,
    Again,
    Optimizer,
    ParameterSegment,
    Slots,
    check_settings,
)


@dataclass(frozen=True)
class Wrapper(Optimizer, ABC):
    """The base of all wrappers: `optimizer`, given as an object, a name or settings, does the rest.

    Raises SettingError for one that needs all rows: its line search needs the true gradient.
    """

    optimizer: Optimizer = field(default_factory=Adam)

    def __post_init__(self) -> None:
        inner = Optimizer.make(self.optimizer)
        if inner.whole_batch:
            raise SettingError(
                f"optimizer is {inner.name!r}, which cannot be wrapped: leave out {self.name}"
            )
        object.__setattr__(self, "optimizer", inner)
        object.__setattr__(self, "default_learning_rate", inner.default_learning_rate)

    def start(self, theta: Array) -> Slots:
        """Return the inner slots."""
        return self.optimizer.start(theta)

    def fitted_to(self, layout: Sequence[ParameterSegment]) -> Self:
        """Return the wrapper around an inner optimizer for this layout."""
        return replace(self, optimizer=self.optimizer.fitted_to(layout))

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """Return the weights that the inner optimizer predicts with."""
        return self.optimizer.averaged(theta, slots, t)


@dataclass(frozen=True)
class Clip(Wrapper, ABC):
    """Take the inner step, with a gradient that is clipped to a limit."""

    limit: float = 1.0

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, limit=POSITIVE)

    @abstractmethod
    def clipped(self, g: Array) -> Array:
        """Return the gradient, clipped to the limit."""

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """Take the inner step with the clipped gradient."""
        self.optimizer.step(theta, self.clipped(g), slots, t, learning_rate, again)


@final
@dataclass(frozen=True)
class ClipNorm(Clip, name="clip_norm"):
    """g <- g min(1, limit / ||g||): too long a gradient is shortened and keeps its direction.

    Pascanu, Mikolov and Bengio (2013), algorithm 1.
    """

    def clipped(self, g: Array) -> Array:
        """Return g, shortened to the limit if it is longer."""
        return g * (self.limit / max(float(np.linalg.norm(g)), self.limit))


@final
@dataclass(frozen=True)
class ClipValue(Clip, name="clip_value"):
    """g <- min(max(g, -limit), limit), each number separately, so the direction may change."""

    def clipped(self, g: Array) -> Array:
        """Return g with each number between -limit and limit."""
        return np.clip(g, -self.limit, self.limit)


@final
@dataclass(frozen=True)
class EMA(Wrapper, name="ema"):
    """e <- decay e + (1 - decay) theta after each step; predict with e / (1 - decay^t).

    Training itself is unchanged. The division corrects for the start e = 0, as in Adam. Averaging
    of iterates: Polyak and Juditsky (1992).
    """

    decay: float = 0.999

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, decay=DECAY)

    def start(self, theta: Array) -> Slots:
        """Return the inner slots, and e = 0."""
        return (*self.optimizer.start(theta), np.zeros_like(theta))

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """Take the inner step, then update the average."""
        *inner, e = slots
        self.optimizer.step(theta, g, tuple(inner), t, learning_rate, again)
        best = self.optimizer.averaged(theta, tuple(inner), t)
        e[:] = self.decay * e + (1 - self.decay) * best

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """Return e / (1 - decay^t), or theta before the first step."""
        return slots[-1] / (1 - self.decay**t) if t else theta
