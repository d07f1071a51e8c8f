"""Layers that a graph writes out as arithmetic, such as SiLU as x * sigmoid(x)."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from noron.interop.steps import Affine, LayerStep, Step, Unknown, affine
from noron.layers import GELU, Layer, LayerNorm, Mish, SiLU, Softplus

ERF, ABS, LOG, EXP, SQRT = "an Erf", "an Abs", "a Log", "exponential", "a Sqrt"
MEAN, SQUARE = "the mean of each row", "a square"
"""The kinds of unknown steps that are parts of such layers."""
CENTERED = Unknown("x - mean", "a difference from the mean of each row")
PRODUCTS: dict[str, Layer] = {"sigmoid": SiLU(), "softplus tanh": Mish()}
"""F in x * F(x)."""


class Line(NamedTuple):
    """y = scale * x + shift, the same for all columns."""

    scale: float
    shift: float


def product(name: str, a: Sequence[Step], b: Sequence[Step]) -> list[Step] | None:
    """SiLU = x sigmoid(x), Mish = x tanh(softplus(x)), and a square."""
    if not a and not b:
        return [Unknown(name, SQUARE)]
    for one, other in ((a, b), (b, a)):
        layer = PRODUCTS.get(_kinds(other)) if not one else None
        if layer is not None:
            return [LayerStep(name, layer)]
        gelu = _gelu(name, one, other)
        if gelu is not None:
            return gelu
    return None


def _gelu(name: str, a: Sequence[Step], b: Sequence[Step]) -> list[Step] | None:
    """k x * s (1 + erf(x / sqrt 2)) = 2 k s GELU(x)."""
    if _kinds(b[1:2]) != ERF:
        return None
    k, inner, s = _line(a), _line(b[:1]), _line(b[2:])
    if k is None or inner is None or s is None or k.shift:
        return None
    fits = _near(inner, math.sqrt(0.5), 0) and _near(s, s.scale, s.scale)
    return [LayerStep(name, GELU()), affine(name, 2 * k.scale * s.scale)] if fits else None


def total(name: str, a: Sequence[Step], b: Sequence[Step]) -> list[Step] | None:
    """Softplus = max(x, 0) + log(1 + exp(-|x|))."""
    for one, other in ((a, b), (b, a)):
        if _kinds(one) != "relu" or _kinds(other) != f"{ABS} affine {EXP} affine {LOG}":
            continue
        minus, plus = _line(other[1:2]), _line(other[3:4])
        if minus and plus and _near(minus, -1, 0) and _near(plus, 1, 1):
            return [LayerStep(name, Softplus())]
    return None


def difference(name: str, a: Sequence[Step], b: Sequence[Step]) -> list[Step] | None:
    """x - mean(x), where a layer normalization begins."""
    return [CENTERED] if not a and _kinds(b) == MEAN else None


def quotient(name: str, a: Sequence[Step], b: Sequence[Step]) -> list[Step] | None:
    """(x - mean) / sqrt(mean((x - mean)^2) + epsilon): a layer normalization from x - mean on.

    Its scale and shift come after it.
    """
    if a or _kinds(b) != f"{SQUARE} {MEAN} affine {SQRT}":
        return None
    line = _line(b[2:3])
    if line is None or line.scale != 1 or not 0 < line.shift < 1:
        return None
    return [LayerStep(name, LayerNorm(float(str(np.float32(line.shift)))))]


def _kinds(steps: Sequence[Step]) -> str:
    """Return what each step is, as one text."""
    return " ".join(map(_kind, steps))


def _kind(step: Step) -> str:
    if isinstance(step, LayerStep):
        return step.layer.name
    return step.kind if isinstance(step, Unknown) else type(step).__name__.lower()


def _line(steps: Sequence[Step]) -> Line | None:
    """Return the steps as one line; None if they are none."""
    line = Line(1.0, 0.0)
    for step in steps:
        if not isinstance(step, Affine) or step.scale.ndim:
            return None
        scale, shift = float(step.scale), float(step.shift)
        line = Line(line.scale * scale, line.shift * scale + shift)
    return line


def _near(line: Line, scale: float, shift: float) -> bool:
    return abs(line.scale - scale) < 1e-6 and abs(line.shift - shift) < 1e-6
