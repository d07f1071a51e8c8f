"""Merge affine maps with each other, and with the layers beside them that have a scale or weights.

scale * (x W + b) + shift  =  x (W scale) + (b scale + shift)
(scale * x + shift) W + b  =  x (scale W) + (shift W + b)
"""

from collections.abc import Sequence

import numpy as np

from noron.core.errors import ModelFileError, shown
from noron.core.types import Array
from noron.interop.steps import Affine, LayerStep, Step, dense
from noron.layers import BatchNorm, Dense, LayerNorm


def folded(source: str, steps: Sequence[Step], *, first: bool = False) -> list[Step]:
    """Return the steps with as few affine maps as possible.

    With `first`, an affine map of the inputs stays, because further training needs the scales.
    """
    done: list[Step] = []
    for step in steps:
        last = done[-1] if done else None
        stays = first and len(done) == 1 and isinstance(last, Affine) and last.scale.all()
        if isinstance(step, Affine) and isinstance(last, Affine):
            done[-1] = _merged(source, last, step)
        elif isinstance(step, Affine) and isinstance(last, LayerStep) and _is_dense(last):
            done[-1] = _after(source, last, step)
        elif isinstance(step, Affine) and isinstance(last, LayerStep) and _is_norm(last):
            done[-1] = _after_norm(source, last, step)
        elif (
            isinstance(last, Affine)
            and isinstance(step, LayerStep)
            and _is_dense(step)
            and not stays
        ):
            done[-1] = _before(source, last, step)
        else:
            done.append(step)
        if _is_identity(done[-1]):
            done.pop()
    return done


def _is_identity(step: Step) -> bool:
    return isinstance(step, Affine) and bool((step.scale == 1).all() and not step.shift.any())


def _is_dense(step: Step) -> bool:
    return isinstance(step, LayerStep) and isinstance(step.layer, Dense)


def _is_norm(step: LayerStep) -> bool:
    return isinstance(step.layer, LayerNorm | BatchNorm)


def _merged(source: str, one: Affine, two: Affine) -> Affine:
    _check(source, two, one.scale.shape[0] if one.scale.ndim else None)
    return Affine(two.name, one.scale * two.scale, one.shift * two.scale + two.shift)


def _after(source: str, step: LayerStep, then: Affine) -> LayerStep:
    W, *b = step.arrays
    _check(source, then, W.shape[1])
    bias = (b[0] if b else 0) * then.scale + then.shift
    return dense(step.name, *_as(W, W * then.scale, np.broadcast_to(bias, W.shape[1])))


def _after_norm(source: str, step: LayerStep, then: Affine) -> LayerStep:
    """Return the normalization with scale * gamma and scale * beta + shift."""
    gamma, beta, *others = step.arrays or (np.ones(()), np.zeros(()))
    _check(source, then, len(gamma) if gamma.ndim else None)
    scaled = np.broadcast_arrays(gamma * then.scale, beta * then.scale + then.shift)
    return step._replace(arrays=(*scaled, *others))


def _before(source: str, before: Affine, step: LayerStep) -> LayerStep:
    W, *b = step.arrays
    _check(source, before, W.shape[0])
    scale, shift = (np.broadcast_to(values, W.shape[0]) for values in before[1:])
    bias = shift @ W + (b[0] if b else 0)
    return dense(step.name, *_as(W, scale[:, None] * W, bias))


def _as(like: Array, *arrays: Array) -> list[Array]:
    return [array.astype(like.dtype) for array in arrays]


def _check(source: str, step: Affine, width: int | None) -> None:
    """Raise ModelFileError for an affine map of another number of columns."""
    for values in (step.scale, step.shift):
        if values.ndim and width is not None and len(values) != width:
            raise ModelFileError(
                f"{source}: {shown(step.name)} has {len(values)} numbers for {width} columns: "
                "give one for each"
            )
