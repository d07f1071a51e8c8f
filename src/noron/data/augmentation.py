"""Augmentation: training rows that are changed a little, by chance, each time they are used."""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.errors import DataError, check_integer, check_number
from noron.core.registry import Family
from noron.core.types import RNG, Array

LEAST_SIDE = 8
"""The fewest pixels a side of images whose shape is guessed: fewer numbers may be any table."""


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
        check_number("sigma", self.sigma, low=0, open_low=True)
        for name in ("shear", "shift", "alpha"):
            check_number(name, getattr(self, name), low=0)
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
        shifts = self._affine(images, rng)
        if self.alpha:
            shifts += self._elastic(images, rng)
        return interpolated(images, shifts).reshape(x.shape)

    def _affine(self, images: Array, rng: RNG) -> Array:
        """A (p - c) + t for each pixel p, shape (images, 2, height, width)."""
        n, height, width = images.shape
        most = [math.radians(self.rotation), self.shear, self.scale, self.scale]
        angle, shear, *scales = (rng.uniform(-1, 1, (n, 4)) * most).T
        t = rng.uniform(-self.shift, self.shift, (n, 2))
        zero, one = np.zeros(n), np.ones(n)
        turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        sheared = [[one, shear], [zero, one]]
        A = _matrices(turn) @ _matrices(sheared) * (1 + np.stack(scales, 1))[:, None] - np.eye(2)
        rows, columns = (np.arange(side) - (side - 1) / 2 for side in (height, width))
        moved = A[:, :, :1, None] * rows[:, None] + A[:, :, 1:, None] * columns
        return (moved + t[:, :, None, None]).astype(images.dtype)

    def _elastic(self, images: Array, rng: RNG) -> Array:
        """alpha (G * u) for each pixel, shape (images, 2, height, width)."""
        n, height, width = images.shape
        u = rng.random((n, 2, height, width), np.float32) * 2 - 1
        down, across = (self._gaussian(side).astype(images.dtype) for side in (height, width))
        return down @ u.astype(images.dtype, copy=False) @ (self.alpha * across)

    def _gaussian(self, side: int) -> Array:
        """G_ij, proportional to exp(-(i - j)^2 / (2 sigma^2)): the smoothing along one axis."""
        kernel = np.exp(-np.square(np.arange(1 - side, side) / self.sigma) / 2)
        apart = np.subtract.outer(np.arange(side), np.arange(side))
        return (kernel / kernel.sum())[apart + side - 1]


def _matrices(entries: list[list[Array]]) -> Array:
    """Return matrices of shape (n, 2, 2) from their entries of shape (n,)."""
    return np.array(entries).transpose(2, 0, 1)


def interpolated(images: Array, shifts: Array) -> Array:
    """Return each image read at p + shift instead of p, between the four nearest pixels.

    >>> image = np.array([[[0.0, 1.0], [2.0, 3.0]]])
    >>> interpolated(image, np.full((1, 2, 2, 2), 0.25))
    array([[[0.75, 1.5 ],
            [2.25, 3.  ]]])
    """
    n, height, width = images.shape
    down, across = shifts[:, 0], shifts[:, 1]
    y = np.clip(down + np.arange(height, dtype=images.dtype)[:, None], 0, height - 1)
    x = np.clip(across + np.arange(width, dtype=images.dtype), 0, width - 1)
    top, left = np.minimum(y.astype(np.intp), height - 2), np.minimum(x.astype(np.intp), width - 2)
    y -= top
    x -= left
    place = (top + np.arange(n)[:, None, None] * height) * width + left
    flat = images.reshape(-1)
    upper = flat[place] * (1 - x) + flat[place + 1] * x
    lower = flat[place + width] * (1 - x) + flat[place + (width + 1)] * x
    return upper * (1 - y) + lower * y
