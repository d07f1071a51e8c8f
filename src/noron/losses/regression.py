"""Losses for numbers: each is a value and a derivative, so a new one takes two lines."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.errors import DataError, check_number
from noron.core.types import Array
from noron.losses.base import Link, Loss, RowLosses


@dataclass(frozen=True)
class RegressionLoss(Loss, ABC):
    """l_i = mean over the outputs of value(score, y). A new one takes two lines:

    >>> @dataclass(frozen=True)
    ... class LogCosh(RegressionLoss):
    ...     def value(self, s, y):
    ...         return np.log(np.cosh(s - y))
    ...     def derivative(self, s, y):
    ...         return np.tanh(s - y)
    >>> LogCosh().forward(np.array([[1.0]]), np.array([[1.0]]))[0]
    0.0
    """

    kinks: ClassVar[tuple[float, ...]] = ()

    @abstractmethod
    def value(self, s: Array, y: Array) -> Array:
        """Return the loss of each number; scores and targets have the shape (rows, outputs)."""

    @abstractmethod
    def derivative(self, s: Array, y: Array) -> Array:
        """d value / d s."""

    def rows(self, scores: Array, y: Array) -> RowLosses:
        """The mean over the outputs."""
        y = y.reshape(scores.shape).astype(scores.dtype, copy=False)
        n_outputs = scores.shape[1]
        return self.value(scores, y).mean(axis=1), lambda: self.derivative(scores, y) / n_outputs


@final
@dataclass(frozen=True)
class MeanSquaredError(RegressionLoss, name="mse"):
    """(s - y)^2: the best constant prediction is the mean of y."""

    def value(self, s: Array, y: Array) -> Array:
        """(s - y)^2."""
        return np.square(s - y)

    def derivative(self, s: Array, y: Array) -> Array:
        """2 (s - y)."""
        return 2 * (s - y)


@final
@dataclass(frozen=True)
class MeanAbsoluteError(RegressionLoss, name="mae"):
    """|s - y|: the best constant prediction is the median, so outliers matter less."""

    kinks: ClassVar[tuple[float, ...]] = (0.0,)

    def value(self, s: Array, y: Array) -> Array:
        """|s - y|."""
        return np.abs(s - y)

    def derivative(self, s: Array, y: Array) -> Array:
        """sign(s - y)."""
        return np.sign(s - y)


@final
@dataclass(frozen=True)
class Huber(RegressionLoss, name="huber"):
    """(s - y)^2 / 2 up to |s - y| = delta, then a straight line. Huber (1964)."""

    delta: float = 1.0

    def __post_init__(self) -> None:
        check_number("delta", self.delta, low=0, open_low=True)

    def value(self, s: Array, y: Array) -> Array:
        """d^2 / 2 where d = |s - y| <= delta, else delta (d - delta / 2)."""
        d = np.abs(s - y)
        return np.where(d <= self.delta, 0.5 * d * d, self.delta * (d - 0.5 * self.delta))

    def derivative(self, s: Array, y: Array) -> Array:
        """s - y, held between -delta and delta."""
        return np.clip(s - y, -self.delta, self.delta)


@final
@dataclass(frozen=True)
class Quantile(RegressionLoss, name="quantile"):
    """q (y - s) where y > s, else (1 - q) (s - y): the best constant is the q-quantile of y.

    Also called the pinball loss. Koenker and Bassett (1978).
    """

    q: float = 0.5
    kinks: ClassVar[tuple[float, ...]] = (0.0,)

    def __post_init__(self) -> None:
        check_number("q", self.q, low=0, high=1, open_low=True, open_high=True)

    def value(self, s: Array, y: Array) -> Array:
        """max(q (y - s), (q - 1) (y - s))."""
        return np.maximum(self.q * (y - s), (self.q - 1) * (y - s))

    def derivative(self, s: Array, y: Array) -> Array:
        """-q where y > s, 1 - q where y < s, 0 where they are equal."""
        return np.where(y > s, -self.q, np.where(y < s, 1 - self.q, 0)).astype(s.dtype)


@final
@dataclass(frozen=True)
class Poisson(RegressionLoss, name="poisson"):
    """exp(s) - y s, for counts y >= 0: the negative log-likelihood of a rate exp(s)."""

    link: ClassVar[Link] = "exp"

    def value(self, s: Array, y: Array) -> Array:
        """exp(s) - y s; the term log(y!), which does not depend on s, is left out."""
        return exp(s) - y * s

    def derivative(self, s: Array, y: Array) -> Array:
        """exp(s) - y."""
        return exp(s) - y

    def check(self, y: Array, n_outputs: int) -> None:
        """DataError for a count below 0."""
        if y.min() < 0:
            raise DataError(
                f"y holds {y.min():g}, but poisson is for counts of at least 0: use loss='mse'"
            )

    def predict(self, scores: Array) -> Array:
        """exp(s), the expected count."""
        return exp(scores)


def exp(s: Array) -> Array:
    """exp(s), without a warning where it is infinite, above 709 (float64) or 88 (float32)."""
    with np.errstate(over="ignore"):
        return np.exp(s)
