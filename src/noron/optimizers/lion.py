"""Lion: uses only the sign of the momentum, so every weight moves by the same amount."""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.optimizers.base import DECAY, NOT_NEGATIVE, Direction, Slots, check_settings


@final
@dataclass(frozen=True)
class Lion(Direction, name="lion"):
    """direction sign(beta1 m + (1 - beta1) g) + weight_decay * theta; m <- beta2 m + (1 - beta2) g.

    Every coordinate moves by learning_rate. So use a rate 3 to 10 times smaller than for Adam, and
    a decay larger by the same factor. Chen et al. (2023), "Symbolic discovery of optimization
    algorithms", algorithm 2.
    """

    default_learning_rate: ClassVar[float] = 1e-4
    slots: ClassVar[int] = 1
    beta1: float = 0.9
    beta2: float = 0.99
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        check_settings(self, beta1=DECAY, beta2=DECAY, weight_decay=NOT_NEGATIVE)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """-1, 0 or 1 in each coordinate, and the decay."""
        (m,) = slots
        c = self.beta1 * m + (1 - self.beta1) * g
        m[:] = self.beta2 * m + (1 - self.beta2) * g
        return np.sign(c) + self.weight_decay * theta
