"""Gradient descent, plain and with momentum, which goes faster if the slope keeps its direction.

The definitions are PyTorch's: the velocity v adds up gradients, and the learning rate multiplies v.
"""

from dataclasses import dataclass
from typing import ClassVar, final

from noron.core.types import Array
from noron.optimizers.base import DECAY, Direction, Slots, check_settings


@final
@dataclass(frozen=True)
class SGD(Direction, name="sgd"):
    """theta <- theta - learning_rate * g. Robbins and Monro (1951)."""

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """g itself."""
        return g


@final
@dataclass(frozen=True)
class Momentum(Direction, name="momentum"):
    """v <- beta v + g; theta <- theta - learning_rate * v.

    On a steady slope v grows to g / (1 - beta); across a ravine it cancels out. Polyak (1964).
    """

    slots: ClassVar[int] = 1
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_settings(self, beta=DECAY)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """The velocity v."""
        (v,) = slots
        v[:] = self.beta * v + g
        return v


@final
@dataclass(frozen=True)
class Nesterov(Direction, name="nesterov"):
    """v <- beta v + g; theta <- theta - learning_rate * (g + beta v): momentum, one step ahead.

    Nesterov (1983), as rewritten for networks by Sutskever et al. (2013).
    """

    slots: ClassVar[int] = 1
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_settings(self, beta=DECAY)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """g + beta v, with the new v."""
        (v,) = slots
        v[:] = self.beta * v + g
        return g + self.beta * v
