"""Initializers: the first weights are random, scaled so that signals and gradients do not fade.

A dense layer sums `fan_in` inputs, so the variance of its output is fan_in * Var(w) times that
of its input. Each rule picks Var(w) so that this factor, or the one of the backward pass, is 1:

    LeCun   Var(w) = 1 / fan_in                 linear units, SELU
    Glorot  Var(w) = 2 / (fan_in + fan_out)     tanh, sigmoid: forward and backward alike
    He      Var(w) = 2 / fan_in                 ReLU, which removes half of the variance
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.registry import Family
from noron.core.types import RNG, Array


@dataclass(frozen=True)
class Initializer(Family, ABC, family="initializer"):
    """A rule for the first values of a weight matrix of shape (fan_in, fan_out)."""

    @abstractmethod
    def draw(self, rng: RNG, fan_in: int, fan_out: int) -> Array:
        """Return a float64 array of shape (fan_in, fan_out)."""


@final
@dataclass(frozen=True)
class Zeros(Initializer, name="zeros"):
    """W = 0: for biases. Not for weights, because hidden units that start equal stay equal."""

    def draw(self, rng: RNG, fan_in: int, fan_out: int) -> Array:
        """Return zeros of shape (fan_in, fan_out)."""
        return np.zeros((fan_in, fan_out))


@dataclass(frozen=True)
class Normal(Initializer, ABC):
    """w ~ N(0, variance)."""

    @abstractmethod
    def variance(self, fan_in: int, fan_out: int) -> float:
        """Var(w)."""

    def draw(self, rng: RNG, fan_in: int, fan_out: int) -> Array:
        """Return normal values of shape (fan_in, fan_out)."""
        return rng.standard_normal((fan_in, fan_out)) * np.sqrt(self.variance(fan_in, fan_out))


@dataclass(frozen=True)
class Uniform(Initializer, ABC):
    """w ~ U(-limit, limit), where limit = sqrt(3 variance) gives that variance."""

    @abstractmethod
    def variance(self, fan_in: int, fan_out: int) -> float:
        """Var(w)."""

    def draw(self, rng: RNG, fan_in: int, fan_out: int) -> Array:
        """Return uniform values of shape (fan_in, fan_out)."""
        limit = np.sqrt(3 * self.variance(fan_in, fan_out))
        return rng.uniform(-limit, limit, (fan_in, fan_out))


@final
@dataclass(frozen=True)
class LeCunNormal(Normal, name="lecun_normal"):
    """w ~ N(0, 1 / fan_in). LeCun et al. (1998), Efficient BackProp, section 4.6."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """1 / fan_in."""
        return 1 / fan_in


@final
@dataclass(frozen=True)
class LeCunUniform(Uniform, name="lecun_uniform"):
    """w ~ U(-r, r) with r = sqrt(3 / fan_in). LeCun et al. (1998), Efficient BackProp."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """1 / fan_in."""
        return 1 / fan_in


@final
@dataclass(frozen=True)
class GlorotNormal(Normal, name="glorot_normal"):
    """w ~ N(0, 2 / (fan_in + fan_out)). Glorot and Bengio (2010), equation 12."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """2 / (fan_in + fan_out)."""
        return 2 / (fan_in + fan_out)


@final
@dataclass(frozen=True)
class GlorotUniform(Uniform, name="glorot_uniform"):
    """w ~ U(-r, r) with r = sqrt(6 / (fan_in + fan_out)). Glorot and Bengio (2010), eq. 16."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """2 / (fan_in + fan_out)."""
        return 2 / (fan_in + fan_out)


@final
@dataclass(frozen=True)
class HeNormal(Normal, name="he_normal"):
    """w ~ N(0, 2 / fan_in). He et al. (2015), Delving Deep into Rectifiers, equation 10."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """2 / fan_in."""
        return 2 / fan_in


@final
@dataclass(frozen=True)
class HeUniform(Uniform, name="he_uniform"):
    """w ~ U(-r, r) with r = sqrt(6 / fan_in). He et al. (2015)."""

    def variance(self, fan_in: int, fan_out: int) -> float:
        """2 / fan_in."""
        return 2 / fan_in


@final
@dataclass(frozen=True)
class Orthogonal(Initializer, name="orthogonal"):
    """W with orthonormal rows or columns, which keeps lengths. Saxe et al. (2014)."""

    def draw(self, rng: RNG, fan_in: int, fan_out: int) -> Array:
        """Return a matrix of shape (fan_in, fan_out) whose smaller side is orthonormal."""
        tall = rng.standard_normal((max(fan_in, fan_out), min(fan_in, fan_out)))
        Q, R = np.linalg.qr(tall)
        Q = Q * np.sign(np.diag(R))  # without the signs the draw is not uniform (Mezzadri 2007)
        return Q if fan_in >= fan_out else Q.T
