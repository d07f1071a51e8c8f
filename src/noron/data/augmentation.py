"""Augmentation: training rows that are changed a little, by chance, each time they are used."""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, final

import numpy as np

from noron.core.errors import DataError, check_integer, check_number
from noron.core.registry import Family
from noron.core.types import RNG, Array

LEAST_SIDE = 8
"""The fewest pixels a side of images whose shape is guessed: fewer numbers may be any table."""
UNIT = 2.0**12
"""Weights of the smoothing are whole numbers, so many to 1: float32 then sums them exactly."""


@dataclass(frozen=True)
class Augmentation(Family, ABC, family="augmentation"):
    """Changes training rows by chance, without changing what they show."""

    @abstractmethod
    def check(self, n_inputs: int) -> str:
        """Return what rows of that width are taken for; raise DataError if they do not fit."""

    @abstractmethod
    def forward(self, x: Array, rng: RNG) -> Array:
        """Return changed rows, of the shape and type of x (rows, n_inputs)."""


@final
@dataclass(frozen=True)
class Deform(Augmentation, name="deform"):
    """x'(p) = x(p + A (p - c) + t + alpha (G * u)(p)): turn, scale, shear, shift and bend images.

    Each image has random numbers of its own, uniform between minus and plus the largest. About the
    centre c, A + I turns by up to `rotation` degrees, shears by up to `shear` and scales each axis
    by 1 +- `scale`; t shifts by up to `shift` pixels. u, from -1 to 1 for each pixel and axis, is
    smoothed by a Gaussian G of standard deviation `sigma` pixels; `alpha` = 0 bends nothing.
    Values between pixels are interpolated linearly; beyond the edge they are those of the edge.
    As G is smooth, u is drawn for every `sigma`-th pixel only, and made larger to bend as much.

    A row is an image of one number per pixel, line by line from the top. Without `height` and
    `width` images are square.

    Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to
    visual document analysis", ICDAR 2003; for digits of 29 x 29 pixels they take alpha = 34.
    """

    rotation: float = 10.0
    scale: float = 0.1
    shear: float = 0.1
    shift: float = 1.0
    alpha: float = 15.0
    sigma: float = 4.0
    height: int | None = None
    width: int | None = None

    def __post_init__(self) -> None:
        check_number("rotation", self.rotation, low=0, high=180)
        check_number("scale", self.scale, low=0, high=1, open_high=True)
        check_number("sigma", self.sigma, low=0.1, high=100)
        for name in ("shear", "shift", "alpha"):
            check_number(name, getattr(self, name), low=0, high=1e6)
        for name in ("height", "width"):
            if getattr(self, name) is not None:
                check_integer(name, getattr(self, name), at_least=2)

    def check(self, n_inputs: int) -> str:
        """Return the shape of an image; raise DataError unless rows have it."""
        height, width = self.shape(n_inputs)
        guessed = self.height is None and self.width is None
        is_large = min(height, width) >= (LEAST_SIDE if guessed else 2)
        if is_large and height * width == n_inputs:
            return f"images of {height} x {width} pixels"
        wanted = (
            f"square images, from {LEAST_SIDE} x {LEAST_SIDE} pixels"
            if guessed
            else f"images of {self.height or 'any'} x {self.width or 'any'} pixels"
        )
        raise DataError(
            f"augment is 'deform', for {wanted}, but a row of X has {n_inputs} numbers: give rows "
            "of height x width numbers, and the shape, as {name='deform', height=28, width=28}"
        )

    def shape(self, n_inputs: int) -> tuple[int, int]:
        """Return the height and width of an image of `n_inputs` pixels.

        >>> Deform().shape(784), Deform(width=10).shape(200)
        ((28, 28), (20, 10))
        """
        if self.height is None and self.width is None:
            return math.isqrt(n_inputs), math.isqrt(n_inputs)
        height, width = self.height or 0, self.width or 0
        return height or n_inputs // width, width or n_inputs // height

    def forward(self, x: Array, rng: RNG) -> Array:
        """Return deformed images, each by random numbers of its own."""
        images = x.reshape(-1, *self.shape(x.shape[1]))
        n, height, width = images.shape
        drawn = self.draw(n, height, width, rng)
        A = drawn.affine.astype(images.dtype)[..., None, None]
        rows, columns = (
            np.arange(side, dtype=images.dtype) - images.dtype.type((side - 1) / 2)
            for side in (height, width)
        )
        places = A[:, :, 0] * rows[:, None] + A[:, :, 2] + A[:, :, 1] * columns
        if drawn.noise is not None:
            bends = smoothed(drawn.noise, drawn.down, drawn.across)
            places += images.dtype.type(drawn.strength) * bends
        return interpolated(images, places).reshape(x.shape)

    def draw(self, n: int, height: int, width: int, rng: RNG) -> "Deformation":
        """Return the random numbers for `n` images, and the weights of the smoothing."""
        most = [math.radians(self.rotation), self.shear, self.scale, self.scale]
        angle, shear, *scales = (rng.uniform(-1, 1, (n, 4)) * most).T
        t = rng.uniform(-self.shift, self.shift, (n, 2))
        zero, one = np.zeros(n), np.ones(n)
        turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        sheared = [[one, shear], [zero, one]]
        A = _matrices(turn) @ _matrices(sheared) * (1 + np.stack(scales, 1))[:, None]
        centre = np.array([height - 1, width - 1]) / 2
        affine = np.concatenate([A, (centre + t)[:, :, None]], 2)
        down, across = gaussian(height, self.sigma), gaussian(width, self.sigma)
        noise = None
        if self.alpha:
            noise = rng.integers(0, 256, (n, 2, down.shape[1], across.shape[1]), np.uint8)
        return Deformation(affine, noise, down, across, self.alpha * 2**9 / (255 * UNIT**2))


class Deformation(NamedTuple):
    """What deforms some images.

    A pixel i rows and j columns from the centre is read at affine @ (i, j, 1) + strength * bend.

    Attributes:
        affine: shape (images, 2, 3).
        noise: u as bytes, 0 for -1 and 255 for 1, shape (images, 2, m, k); None: nothing bends.
        down, across: G, the weights of the noise, shapes (height, m) and (width, k).
        strength: alpha in the units of the smoothed noise.
    """

    affine: Array
    noise: Array | None
    down: Array
    across: Array
    strength: float


def _matrices(entries: list[list[Array]]) -> Array:
    """Return matrices of shape (n, 2, 2) from their entries of shape (n,)."""
    return np.array(entries).transpose(2, 0, 1)


@lru_cache(maxsize=16)
def gaussian(side: int, sigma: float) -> Array:
    """Return G, the weights of the noise for each pixel of a side, in whole numbers.

    G_iq = sqrt(s) exp(-(i - p_q)^2 / (2 sigma^2)) / sum: the places p_q lie s = floor(sigma) pixels
    apart, and sqrt(s) makes up for the noise between them.
    """
    step = max(1, int(sigma))
    count = (side - 1) // step + 1
    places = np.arange(count) * step + (side - 1 - (count - 1) * step) / 2
    total = np.exp(-np.square(np.arange(1 - side, side) / sigma) / 2).sum()
    apart = np.subtract.outer(np.arange(side), places)
    G = np.exp(-np.square(apart / sigma) / 2) * (math.sqrt(step) / total)
    weights: Any = np.rint(G * UNIT).astype(np.float32)
    weights.flags.writeable = False
    return weights


def smoothed(noise: Array, down: Array, across: Array) -> Array:
    """Return G u G', shape (images, 2, height, width).

    All numbers are whole and below 2^24: in whatever order they are added, the bits are the same.
    """
    u = noise.astype(np.float32) * 2 - 255
    return np.rint((down @ u) * np.float32(2**-9)) @ across.T


def interpolated(images: Array, places: Array) -> Array:
    """Return each image read at `places`, row and column, between the four nearest pixels.

    >>> image = np.array([[[0.0, 1.0], [2.0, 3.0]]])
    >>> interpolated(image, np.full((1, 2, 1, 1), 0.25))
    array([[[0.75]]])
    """
    n, height, width = images.shape
    y, x = np.clip(places[:, 0], 0, height - 1), np.clip(places[:, 1], 0, width - 1)
    top, left = np.minimum(y.astype(np.intp), height - 2), np.minimum(x.astype(np.intp), width - 2)
    y -= top
    x -= left
    place = (top + np.arange(n)[:, None, None] * height) * width + left
    flat = images.reshape(-1)
    upper = flat[place] * (1 - x) + flat[place + 1] * x
    lower = flat[place + width] * (1 - x) + flat[place + (width + 1)] * x
    return upper * (1 - y) + lower * y
