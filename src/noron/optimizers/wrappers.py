"""Around another optimizer: clip the gradient before it steps, or average the weights after."""

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
    """What all wrappers share: the optimizer within (or its name or settings), asked for the rest.

    Raises SettingError for one that needs the whole batch: its line search wants the true gradient.
    """

    optimizer: Optimizer = field(default_factory=Adam)

    def __post_init__(self) -> None:
        inner = Optimizer.make(self.optimizer)
        if inner.whole_batch:
            raise SettingError(
                f"optimizer is {inner.name!r}, which works alone: leave out {self.name}"
            )
        object.__setattr__(self, "optimizer", inner)
        object.__setattr__(self, "default_learning_rate", inner.default_learning_rate)

    def start(self, theta: Array) -> Slots:
        """The inner slots."""
        return self.optimizer.start(theta)

    def fitted_to(self, layout: Sequence[ParameterSegment]) -> Self:
        """The same around an inner optimizer that knows the layout."""
        return replace(self, optimizer=self.optimizer.fitted_to(layout))

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """What the inner optimizer predicts with."""
        return self.optimizer.averaged(theta, slots, t)


@dataclass(frozen=True)
class Clip(Wrapper, ABC):
    """The inner step, with a gradient that has been held within a limit."""

    limit: float = 1.0

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, limit=POSITIVE)

    @abstractmethod
    def clipped(self, g: Array) -> Array:
        """The gradient within the limit."""

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """The inner step with the clipped gradient."""
        self.optimizer.step(theta, self.clipped(g), slots, t, learning_rate, again)


@final
@dataclass(frozen=True)
class ClipNorm(Clip, name="clip_norm"):
    """g <- g min(1, limit / ||g||): too long a gradient keeps its direction and loses its length.

    Pascanu, Mikolov and Bengio (2013), algorithm 1.
    """

    def clipped(self, g: Array) -> Array:
        """g, no longer than the limit."""
        return g * (self.limit / max(float(np.linalg.norm(g)), self.limit))


@final
@dataclass(frozen=True)
class ClipValue(Clip, name="clip_value"):
    """g <- min(max(g, -limit), limit), each number on its own, so the direction may turn."""

    def clipped(self, g: Array) -> Array:
        """g with each number between -limit and limit."""
        return np.clip(g, -self.limit, self.limit)


@final
@dataclass(frozen=True)
class EMA(Wrapper, name="ema"):
    """e <- decay e + (1 - decay) theta after each step; predict with e / (1 - decay^t).

    Training itself is unchanged. The division takes out the zeros that e started from, as Adam does
    with m. Averaging iterates: Polyak and Juditsky (1992).
    """

    decay: float = 0.999

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, decay=DECAY)

    def start(self, theta: Array) -> Slots:
        """The inner slots, and e = 0."""
        return (*self.optimizer.start(theta), np.zeros_like(theta))

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """The inner step, then the average of what it predicts with."""
        *inner, e = slots
        self.optimizer.step(theta, g, tuple(inner), t, learning_rate, again)
        best = self.optimizer.averaged(theta, tuple(inner), t)
        e[:] = self.decay * e + (1 - self.decay) * best

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """e / (1 - decay^t); theta before the first step."""
        return slots[-1] / (1 - self.decay**t) if t else theta
