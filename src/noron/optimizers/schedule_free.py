"""Schedule-Free: keep the rate, and average the weights during training instead."""

import math
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, final

import numpy as np

from noron.core.errors import check_integer, check_number
from noron.core.types import Array
from noron.optimizers.base import (
    DECAY,
    NOT_NEGATIVE,
    POSITIVE,
    Again,
    Check,
    Optimizer,
    Slots,
    check_settings,
)

INTERPOLATION: Check = partial(check_number, low=0, high=1, open_low=True, open_high=True)


@final
@dataclass(frozen=True)
class ScheduleFreeAdamW(Optimizer, name="schedule_free_adamw"):
    """Three sequences: z takes the steps, x averages z, gradients are taken between them, at y.

        y = (1 - beta1) z + beta1 x                               theta is y
        v <- beta2 v + (1 - beta2) g^2,                           g at y
        gamma_t = learning_rate sqrt(1 - beta2^t) min(1, t / warm_up_steps)
        z <- z - gamma_t (g / (sqrt(v) + epsilon) + weight_decay y)
        x <- (1 - c) x + c z,                                     c = gamma_t^2 / sum of gamma^2

    Predict with x: `averaged` computes it from y and z. Use it with a constant rate.
    Defazio et al. (2024), "The road less scheduled", algorithm 1.
    """

    default_learning_rate: ClassVar[float] = 2.5e-3
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.01
    warm_up_steps: int = 0

    def __post_init__(self) -> None:
        check_settings(self, beta1=INTERPOLATION, beta2=DECAY, epsilon=POSITIVE)
        check_settings(self, weight_decay=NOT_NEGATIVE)
        check_integer("warm_up_steps", self.warm_up_steps, at_least=0)

    def start(self, theta: Array) -> Slots:
        """Return z = theta, v = 0, and 0 for the sum of all gamma^2."""
        return theta.copy(), np.zeros_like(theta), np.zeros(1, theta.dtype)

    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """Move z, then x, then y, with one gradient at y = theta."""
        z, v, total = slots
        x = self.averaged(theta, slots, t)
        gamma = (
            learning_rate * math.sqrt(1 - self.beta2**t) * min(1, t / max(self.warm_up_steps, 1))
        )
        v[:] = self.beta2 * v + (1 - self.beta2) * g**2
        z -= gamma * (g / (np.sqrt(v) + self.epsilon) + self.weight_decay * theta)
        total += gamma**2
        c = gamma**2 / float(total[0]) if total[0] > 0 else 0.0  # a rate of 0 has no weight
        x = (1 - c) * x + c * z
        theta[:] = (1 - self.beta1) * z + self.beta1 * x

    def averaged(self, theta: Array, slots: Slots, t: int) -> Array:
        """Return x, from y = (1 - beta1) z + beta1 x."""
        z = slots[0]
        return theta + (1 / self.beta1 - 1) * (theta - z)
