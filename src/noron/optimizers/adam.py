"""Adam and its family: momentum over the root mean square, both corrected for their zero start.

m <- beta1 m + (1 - beta1) g          m_hat = m / (1 - beta1^t)
v <- beta2 v + (1 - beta2) g^2        v_hat = v / (1 - beta2^t)
"""

import math
from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.errors import check_flag
from noron.core.types import Array
from noron.optimizers.base import (
    DECAY,
    NOT_NEGATIVE,
    POSITIVE,
    Direction,
    Slots,
    check_settings,
)


@dataclass(frozen=True)
class Moments(Direction):
    """The base of the family: beta1, beta2, epsilon, and the two moving averages m and v."""

    default_learning_rate: ClassVar[float] = 1e-3
    slots: ClassVar[int] = 2
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        check_settings(self, beta1=DECAY, beta2=DECAY, epsilon=POSITIVE)

    def moments(self, g: Array, m: Array, v: Array, t: int) -> tuple[Array, Array]:
        """Update m and v; return m_hat and v_hat."""
        m[:] = self.beta1 * m + (1 - self.beta1) * g
        v[:] = self.beta2 * v + (1 - self.beta2) * g**2
        return m / (1 - self.beta1**t), v / (1 - self.beta2**t)

    def adam(self, g: Array, m: Array, v: Array, t: int) -> Array:
        """m_hat / (sqrt(v_hat) + epsilon)."""
        m_hat, v_hat = self.moments(g, m, v, t)
        return m_hat / (np.sqrt(v_hat) + self.epsilon_at(t))

    def epsilon_at(self, t: int) -> float:
        """Return the number that is added to sqrt(v_hat) in step t."""
        return self.epsilon


@final
@dataclass(frozen=True)
class Adam(Moments, name="adam"):
    """direction m_hat / (sqrt(v_hat) + epsilon). Kingma and Ba (2015), algorithm 1.

    With `epsilon_hat`, epsilon is added to sqrt(v) instead of sqrt(v_hat), as at the end of their
    section 2, and in scikit-learn and Keras. This makes it larger at the start, by the factor
    1 / sqrt(1 - beta2^t).
    """

    epsilon_hat: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_flag("epsilon_hat", self.epsilon_hat)

    def epsilon_at(self, t: int) -> float:
        """epsilon / sqrt(1 - beta2^t) with `epsilon_hat`, else epsilon."""
        return self.epsilon / math.sqrt(1 - self.beta2**t) if self.epsilon_hat else self.epsilon

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """m_hat / (sqrt(v_hat) + epsilon): about 1 or -1 if g keeps its sign, else near 0."""
        m, v = slots
        return self.adam(g, m, v, t)


@final
@dataclass(frozen=True)
class Adamax(Moments, name="adamax"):
    """u <- max(beta2 u, |g| + epsilon); direction m_hat / u: Adam with a maximum, not a mean.

    Kingma and Ba (2015), algorithm 2; epsilon as in PyTorch.
    """

    default_learning_rate: ClassVar[float] = 2e-3

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """m_hat / u."""
        m, u = slots
        m[:] = self.beta1 * m + (1 - self.beta1) * g
        u[:] = np.maximum(self.beta2 * u, np.abs(g) + self.epsilon)
        return m / (1 - self.beta1**t) / u


@final
@dataclass(frozen=True)
class NAdam(Moments, name="nadam"):
    """Adam whose momentum looks one step ahead, with a momentum that grows towards beta1.

    mu_t = beta1 (1 - 0.96^(t momentum_decay) / 2). Dozat (2016), as in PyTorch.
    """

    default_learning_rate: ClassVar[float] = 2e-3
    momentum_decay: float = 4e-3

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, momentum_decay=NOT_NEGATIVE)

    def start(self, theta: Array) -> Slots:
        """Return m and v, and the product of all mu so far, which starts at 1."""
        return (*super().start(theta), np.ones(1, theta.dtype))

    def mu(self, t: int) -> float:
        """Return the momentum of step t."""
        return self.beta1 * (1 - 0.5 * 0.96 ** (t * self.momentum_decay))

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """The gradient plus the momentum of the next step, over sqrt(v_hat) + epsilon."""
        m, v, product = slots
        product *= self.mu(t)
        past, ahead = float(product[0]), self.mu(t + 1)
        v_hat = self.moments(g, m, v, t)[1]
        m_bar = (1 - self.mu(t)) / (1 - past) * g + ahead / (1 - past * ahead) * m
        return m_bar / (np.sqrt(v_hat) + self.epsilon)


@final
@dataclass(frozen=True)
class RAdam(Moments, name="radam"):
    """Adam that divides by sqrt(v) only after enough steps: a warm-up derived from theory.

    rho_t is the length of the moving average; up to 5, the direction is m_hat. Liu et al.
    (2020), "On the variance of the adaptive learning rate and beyond", algorithm 2.
    """

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """m_hat; times r_t / sqrt(v_hat) when the variance of that is finite."""
        m, v = slots
        m_hat, _ = self.moments(g, m, v, t)
        left = 1 - self.beta2**t
        rho_inf = 2 / (1 - self.beta2) - 1
        rho = rho_inf - 2 * t * self.beta2**t / left
        if rho <= 5:
            return m_hat
        r2 = (rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho)
        # epsilon is added to sqrt(v), not to sqrt(v_hat): PyTorch's reading
        return math.sqrt(r2) * math.sqrt(left) * m_hat / (np.sqrt(v) + self.epsilon)


@final
@dataclass(frozen=True)
class AdamW(Moments, name="adamw"):
    """Adam's direction + weight_decay * theta: the decay is not divided by sqrt(v).

    With an L2 penalty, weights with large gradients would decay least. All of theta decays, biases
    too. Loshchilov and Hutter (2019), algorithm 2; decay times rate, as in PyTorch.
    """

    weight_decay: float = 0.01

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, weight_decay=NOT_NEGATIVE)

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """m_hat / (sqrt(v_hat) + epsilon) + weight_decay * theta."""
        m, v = slots
        return self.adam(g, m, v, t) + self.weight_decay * theta
