"""Activations make a network more than one linear map. f and its derivative are side by side.

Without them, x W1 W2 is just another x W. They are in order of complexity. Each names the
initializer that suits the dense layer before it; `noron.initializers` says why.
"""

import math
from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.errors import check_number
from noron.core.types import RNG, Array, Backward, Params
from noron.layers.base import Elementwise, Layer


@final
@dataclass(frozen=True)
class Identity(Elementwise, name="identity"):
    """f(z) = z."""

    initializer: ClassVar[str] = "lecun_normal"

    def f(self, z: Array) -> Array:
        """z."""
        return z

    def df(self, z: Array, a: Array) -> Array:
        """1."""
        return np.ones_like(z)


@final
@dataclass(frozen=True)
class Sigmoid(Elementwise, name="sigmoid"):
    """f(z) = 1 / (1 + exp(-z)), from 0 to 1.

    >>> Sigmoid().f(np.array([-1000.0, 0.0, 1000.0]))
    array([0. , 0.5, 1. ])
    """

    def f(self, z: Array) -> Array:
        """1 / (1 + exp(-z)), without overflow on either side."""
        return sigmoid(z)

    def df(self, z: Array, a: Array) -> Array:
        """a (1 - a)."""
        return a * (1 - a)


@final
@dataclass(frozen=True)
class Tanh(Elementwise, name="tanh"):
    """f(z) = tanh(z), from -1 to 1."""

    def f(self, z: Array) -> Array:
        """tanh(z)."""
        return np.tanh(z)

    def df(self, z: Array, a: Array) -> Array:
        """1 - a^2."""
        return 1 - a * a


@final
@dataclass(frozen=True)
class ReLU(Elementwise, name="relu"):
    """f(z) = max(0, z). Nair and Hinton (2010); at the kink the derivative is taken as 0."""

    initializer: ClassVar[str] = "he_normal"
    kinks: ClassVar[tuple[float, ...]] = (0.0,)

    def f(self, z: Array) -> Array:
        """max(0, z)."""
        return np.maximum(z, 0)

    def df(self, z: Array, a: Array) -> Array:
        """1 where z > 0, else 0."""
        return (z > 0).astype(z.dtype)


@final
@dataclass(frozen=True)
class LeakyReLU(Elementwise, name="leaky_relu"):
    """f(z) = z where z > 0, else slope * z, so that no unit dies. Maas et al. (2013)."""

    slope: float = 0.01
    initializer: ClassVar[str] = "he_normal"
    kinks: ClassVar[tuple[float, ...]] = (0.0,)

    def __post_init__(self) -> None:
        check_number("slope", self.slope, low=0, high=1)

    def f(self, z: Array) -> Array:
        """z where z > 0, else slope * z."""
        return np.where(z > 0, z, self.slope * z)

    def df(self, z: Array, a: Array) -> Array:
        """1 where z > 0, else slope."""
        return np.where(z > 0, z.dtype.type(1), z.dtype.type(self.slope))


@final
@dataclass(frozen=True)
class ELU(Elementwise, name="elu"):
    """f(z) = z where z > 0, else alpha (exp(z) - 1). Clevert et al. (2016), equation 15."""

    alpha: float = 1.0
    initializer: ClassVar[str] = "he_normal"
    kinks: ClassVar[tuple[float, ...]] = (0.0,)

    def __post_init__(self) -> None:
        check_number("alpha", self.alpha, low=0, open_low=True)

    def f(self, z: Array) -> Array:
        """z where z > 0, else alpha (exp(z) - 1)."""
        return np.where(z > 0, z, self.alpha * np.expm1(np.minimum(z, 0)))

    def df(self, z: Array, a: Array) -> Array:
        """1 where z > 0, else a + alpha, which is alpha exp(z)."""
        return np.where(z > 0, z.dtype.type(1), a + z.dtype.type(self.alpha))


@final
@dataclass(frozen=True)
class SELU(Elementwise, name="selu"):
    """f(z) = scale * ELU(z), which keeps mean 0 and variance 1. Klambauer et al. (2017), eq. 2."""

    initializer: ClassVar[str] = "lecun_normal"
    kinks: ClassVar[tuple[float, ...]] = (0.0,)
    alpha: ClassVar[float] = 1.6732632423543772
    scale: ClassVar[float] = 1.0507009873554805

    def f(self, z: Array) -> Array:
        """scale * (z where z > 0, else alpha (exp(z) - 1))."""
        return self.scale * np.where(z > 0, z, self.alpha * np.expm1(np.minimum(z, 0)))

    def df(self, z: Array, a: Array) -> Array:
        """scale where z > 0, else a + scale * alpha."""
        below = a + z.dtype.type(self.scale * self.alpha)
        return np.where(z > 0, z.dtype.type(self.scale), below)


@final
@dataclass(frozen=True)
class GELU(Elementwise, name="gelu"):
    """f(z) = z Phi(z), with Phi the normal distribution function. Hendrycks and Gimpel (2016)."""

    initializer: ClassVar[str] = "he_normal"

    def f(self, z: Array) -> Array:
        """z Phi(z)."""
        return z * normal_cdf(z)

    def df(self, z: Array, a: Array) -> Array:
        """Phi(z) + z phi(z), with phi the normal density; Phi = a / z, as erfc is slow."""
        density = np.exp(-0.5 * np.square(np.clip(z, -40, 40))) * (1 / math.sqrt(2 * math.pi))
        Phi = np.divide(a, z, out=np.full_like(z, 0.5), where=z != 0)
        return Phi + z * density


@final
@dataclass(frozen=True)
class SiLU(Elementwise, name="silu"):
    """f(z) = z sigmoid(z), also called Swish. Elfwing et al. (2018)."""

    initializer: ClassVar[str] = "he_normal"

    def f(self, z: Array) -> Array:
        """z sigmoid(z)."""
        return z * sigmoid(z)

    def df(self, z: Array, a: Array) -> Array:
        """s + a (1 - s), with s = sigmoid(z)."""
        s = sigmoid(z)
        return s + a * (1 - s)


@final
@dataclass(frozen=True)
class Mish(Elementwise, name="mish"):
    """f(z) = z tanh(softplus(z)). Misra (2020)."""

    initializer: ClassVar[str] = "he_normal"

    def f(self, z: Array) -> Array:
        """z tanh(softplus(z))."""
        return z * np.tanh(softplus(z))

    def df(self, z: Array, a: Array) -> Array:
        """t + z (1 - t^2) sigmoid(z), with t = tanh(softplus(z))."""
        t = np.tanh(softplus(z))
        return t + z * (1 - t * t) * sigmoid(z)


@final
@dataclass(frozen=True)
class Softplus(Elementwise, name="softplus"):
    """f(z) = log(1 + exp(z)), a smooth ReLU. Dugas et al. (2001)."""

    initializer: ClassVar[str] = "he_normal"

    def f(self, z: Array) -> Array:
        """log(1 + exp(z)), without overflow."""
        return softplus(z)

    def df(self, z: Array, a: Array) -> Array:
        """sigmoid(z)."""
        return sigmoid(z)


@final
@dataclass(frozen=True)
class Softmax(Layer, name="softmax"):
    """p_i = exp(z_i) / sum_j exp(z_j), row by row: positive numbers that add up to 1.

    Do not end a classifier with it: the cross-entropy loss applies its own softmax, and the
    gradient of both together is p - y. Use it inside a network, or to see its derivative,
    `Softmax().jacobian(z)`.
    """

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """p; dz = p * (dp - sum_j dp_j p_j), which is the Jacobian times dp."""
        p = softmax(x)

        def backward(dy: Array) -> tuple[Array, Params]:
            return p * (dy - (dy * p).sum(axis=1, keepdims=True)), ()

        return p, backward

    def jacobian(self, z: Array) -> Array:
        """dp_i/dz_j = p_i ([i = j] - p_j), of shape (n, n) for one z of shape (n,).

        >>> Softmax().jacobian(np.zeros(2))
        array([[ 0.25, -0.25],
               [-0.25,  0.25]])
        """
        p = softmax(z)
        return np.diag(p) - np.outer(p, p)


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)), written so that exp never sees a positive number."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def softplus(z: Array) -> Array:
    """log(1 + exp(z)) = max(z, 0) + log(1 + exp(-|z|))."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def softmax(z: Array) -> Array:
    """exp(z) / sum exp(z) along the last axis; z - max(z) gives the same without overflow."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def normal_cdf(z: Array) -> Array:
    """Phi(z) = erfc(-z / sqrt 2) / 2, with C's erfc, which is exact in the left tail too."""
    scaled = (z * -math.sqrt(0.5)).ravel().tolist()
    values = np.fromiter(map(math.erfc, scaled), dtype=np.float64, count=len(scaled))
    return (0.5 * values).astype(z.dtype).reshape(z.shape)
