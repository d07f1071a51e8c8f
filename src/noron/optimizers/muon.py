"""Muon: momentum made orthogonal, so that a matrix moves equally far in all its directions.

The momentum of a weight matrix usually has a low rank: a few directions get almost all of the step.
With M = U S V^T, Muon steps along U V^T, which a polynomial of M gives without an SVD.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self, final

import numpy as np

from noron.core.errors import SettingError, check_integer, shown
from noron.core.types import Array
from noron.optimizers.adam import Moments
from noron.optimizers.base import DECAY, NOT_NEGATIVE, ParameterSegment, Slots, check_settings

QUINTIC = (3.4445, -4.7750, 2.0315)
"""a, b, c of p(s) = a s + b s^3 + c s^5: applied 5 times, it maps (0, 1] to about 0.7 to 1.2."""


def orthogonalized(M: Array, steps: int = 5) -> Array:
    """Return nearly U V^T of M = U S V^T: Newton-Schulz, X <- a X + b (X X^T) X + c (X X^T)^2 X.

    An odd polynomial of a matrix changes only its singular values, each s into p(s). Dividing by
    the Frobenius norm brings them into [0, 1] first. Jordan et al. (2024), "Muon".

    >>> np.linalg.svd(orthogonalized(np.diag([5.0, 1.0])), compute_uv=False).round(1)
    array([0.8, 0.7])
    """
    a, b, c = QUINTIC
    wide = M.shape[0] <= M.shape[1]
    X = M if wide else M.T  # X X^T is the smaller product this way
    X = X / (np.linalg.norm(X) + 1e-7)
    for _ in range(steps):
        # NumPy gives X @ X.T to SYRK, which in float32 is wrong on processors with SME, such as
        # Apple's M4 (OpenBLAS #5873, NumPy #31776); with a copy it uses GEMM.
        A = X @ X.T.copy()
        X = a * X + (b * A + c * (A @ A)) @ X
    return X if wide else X.T


@final
@dataclass(frozen=True)
class Muon(Moments, name="muon"):
    """Hidden matrices: v <- beta v + g; direction 0.2 sqrt(max(rows, columns)) orth(g + beta v).

    The factor gives the step the root mean square 0.2 of a typical AdamW step, so that one rate and
    one decay suit both. The rest of theta (biases, scales, the output layer's matrix) follows
    AdamW. Jordan et al. (2024), "Muon: an optimizer for hidden layers in neural networks"; the
    factor and the decay are from Liu et al. (2025), "Muon is scalable for LLM training".

    matrices: (start, rows, columns) of each hidden matrix in theta. With None, `fitted_to` takes
    all weight matrices but the last one; until then everything follows AdamW.
    """

    beta: float = 0.95
    steps: int = 5
    weight_decay: float = 0.01
    matrices: tuple[tuple[int, int, int], ...] | None = None

    wanted: ClassVar[str] = "give (start, rows, columns) triples that do not overlap, or None"

    def __post_init__(self) -> None:
        super().__post_init__()
        check_settings(self, beta=DECAY, weight_decay=NOT_NEGATIVE)
        check_integer("steps", self.steps, at_most=20)
        if self.matrices is not None:
            object.__setattr__(self, "matrices", self._checked(self.matrices))

    def _checked(self, matrices: Any) -> tuple[tuple[int, int, int], ...]:
        try:
            triples = sorted((int(i), int(r), int(c)) for i, r, c in matrices)
        except (TypeError, ValueError):
            raise SettingError(f"matrices is {shown(matrices)}: {self.wanted}") from None
        end = 0
        for start, rows, columns in triples:
            if start < end or rows < 1 or columns < 1:
                raise SettingError(f"matrices is {shown(matrices)}: {self.wanted}")
            end = start + rows * columns
        return tuple(triples)

    def fitted_to(self, layout: Sequence[ParameterSegment]) -> Self:
        """Return Muon with the hidden matrices of this layout, unless they were given.

        Raises SettingError if given ones reach beyond theta.
        """
        if self.matrices is None:
            weights = [s for s in layout if s.kind == "weight" and len(s.shape) == 2]
            return replace(self, matrices=tuple((s.start, *s.shape) for s in weights[:-1]))
        size = max((s.start + math.prod(s.shape) for s in layout), default=0)
        if any(start + rows * columns > size for start, rows, columns in self.matrices):
            given = shown(self.matrices)
            raise SettingError(f"matrices is {given}, but theta has {size} numbers: {self.wanted}")
        return self

    def direction(self, theta: Array, g: Array, slots: Slots, t: int) -> Array:
        """Return orthogonalized momentum for the matrices, Adam's for the rest, and the decay."""
        m, v = slots
        d = np.empty_like(g)
        for rest in self._rest(g.size):
            d[rest] = self.adam(g[rest], m[rest], v[rest], t)
        for start, rows, columns in self.matrices or ():
            here = slice(start, start + rows * columns)
            m[here] = self.beta * m[here] + g[here]
            ahead = (g[here] + self.beta * m[here]).reshape(rows, columns)
            length = 0.2 * math.sqrt(max(rows, columns))
            d[here] = length * orthogonalized(ahead, self.steps).ravel()
        return d + self.weight_decay * theta

    def _rest(self, size: int) -> Iterator[slice]:
        """Yield the parts of theta between the matrices and after them."""
        end = 0
        for start, rows, columns in self.matrices or ():
            yield slice(end, start)
            end = start + rows * columns
        yield slice(end, size)
