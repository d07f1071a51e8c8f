"""Optimizers with a rate for each weight: divide by the size of its past gradients."""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.optimizers.base import DECAY, POSITIVE, Direction, Slots, check_settings


@final
@dataclass(frozen=True)
class Adagrad(Direction, name="adagrad"):
    """v <- v + g^2; direction g / (sqrt(v) + epsilon). The rates never rise.

    Duchi, Hazan and Singer (2011).
    """

    slots: ClassVar[int] = 1
    epsilon: float = 1e-10

    def __post_init__(self) -> None:
        check_settings(self, epsilon=POSITIVE)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """g / (sqrt(sum of all g^2 so far) + epsilon)."""
        (v,) = slots
        v += g**2
        return g / (np.sqrt(v) + self.epsilon)


@final
@dataclass(frozen=True)
class Adadelta(Direction, name="adadelta"):
    """direction sqrt(u + epsilon) / sqrt(v + epsilon) * g, in the units of theta: use the rate 1.

    v and u are moving averages of g^2 and of direction^2. Zeiler (2012), algorithm 1.
    """

    default_learning_rate: ClassVar[float] = 1.0
    slots: ClassVar[int] = 2
    rho: float = 0.9
    epsilon: float = 1e-6

    def __post_init__(self) -> None:
        check_settings(self, rho=DECAY, epsilon=POSITIVE)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """RMS(past directions) / RMS(gradients) * g."""
        v, u = slots
        v[:] = self.rho * v + (1 - self.rho) * g**2
        d = np.sqrt(u + self.epsilon) / np.sqrt(v + self.epsilon) * g
        u[:] = self.rho * u + (1 - self.rho) * d**2
        return d


@final
@dataclass(frozen=True)
class RMSprop(Direction, name="rmsprop"):
    """v <- rho v + (1 - rho) g^2; direction g / (sqrt(v) + epsilon): Adagrad that forgets.

    Tieleman and Hinton (2012), lecture 6.5 of "Neural networks for machine learning".
    """

    default_learning_rate: ClassVar[float] = 1e-3
    slots: ClassVar[int] = 1
    rho: float = 0.99
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        check_settings(self, rho=DECAY, epsilon=POSITIVE)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """g / (RMS(gradients) + epsilon)."""
        (v,) = slots
        v[:] = self.rho * v + (1 - self.rho) * g**2
        return g / (np.sqrt(v) + self.epsilon)
