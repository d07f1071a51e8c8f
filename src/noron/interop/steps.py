"""The steps of a model: the form that every library's reader gives and `build` takes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from noron.core.types import Array
from noron.layers import BatchNorm, Dense, Layer, LayerNorm


class LayerStep(NamedTuple):
    """A layer of noron's, and its arrays in the order of `layer.parameters`."""

    name: str
    layer: Layer
    arrays: tuple[Array, ...] = ()


class Affine(NamedTuple):
    """y = scale * x + shift for each column; both are float64 of the shape () or (columns,)."""

    name: str
    scale: Array
    shift: Array


class ResidualStep(NamedTuple):
    """y = x + F(x), where the steps are F, with `depth` blocks in each other."""

    name: str
    steps: "tuple[Step, ...]"
    depth: int = 1


class Unknown(NamedTuple):
    """Something that noron does not have; `kind` says what, such as "a Conv2D"."""

    name: str
    kind: str


Step = LayerStep | Affine | ResidualStep | Unknown


def dense(name: str, W: Array, b: Array | None = None) -> LayerStep:
    """Return a dense layer of W, shape (inputs, units), and b, shape (units,)."""
    arrays = (W,) if b is None else (W, b)
    return LayerStep(name, Dense(W.shape[1], bias=b is not None), arrays)


def normalization(
    name: str, layer: BatchNorm | LayerNorm, given: Sequence[Array | None], like: Array
) -> LayerStep:
    """Return a normalization layer of gamma, beta and statistics; None means gamma 1 and beta 0."""
    usual = [np.broadcast_to(np.asarray(value, like.dtype), like.shape) for value in (1, 0)]
    arrays = tuple(usual[i] if array is None else array for i, array in enumerate(given))
    return LayerStep(name, layer, arrays)


def affine(name: str, scale: object = 1.0, shift: object = 0.0) -> Affine:
    """Return y = scale * x + shift, of numbers or arrays of one shape."""
    pair = [np.asarray(values, np.float64) for values in (scale, shift)]
    pair = [values.reshape(()) if values.size == 1 else values for values in pair]
    return Affine(name, *np.broadcast_arrays(*pair))


def divided(name: str, center: object, deviation: object) -> Affine:
    """Return y = (x - center) / deviation."""
    scale = 1 / np.asarray(deviation, np.float64)
    return affine(name, scale, -np.asarray(center, np.float64) * scale)
