"""Embeddings: a learnt vector for each value of a category."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.errors import SettingError, check_integer
from noron.core.types import RNG, Array, Backward, Params
from noron.layers.base import Layer, ParameterSpec


@final
@dataclass(frozen=True)
class Embedding(Layer, name="embedding"):
    """y = [x_1 .. x_k, E_1[c_1], .., E_m[c_m]], where the last m inputs are the codes c_1 .. c_m.

    A code is a whole number from 0 that picks a row of the learnt table E_j, of shape (sizes[j],
    widths[j]): the same as a one-hot row times E_j. Guo and Berkhahn (2016), eq. 2. A code outside
    its table takes the nearest row. The tables are drawn from N(0, 1).

    >>> Embedding(sizes=[100, 7], widths=[8, 3]).n_outputs(5)  # 3 numbers, 2 codes
    14
    """

    sizes: Sequence[int]
    widths: Sequence[int]

    def __post_init__(self) -> None:
        for name in ("sizes", "widths"):
            values = getattr(self, name)
            if not isinstance(values, list | tuple) or not values:
                raise SettingError(
                    f"{name} of Embedding: give a list of a whole number for each table"
                )
            checked = tuple(check_integer(f"{name} of Embedding", v, at_most=2**24) for v in values)
            object.__setattr__(self, name, checked)
        if len(self.sizes) != len(self.widths):
            raise SettingError(
                f"Embedding has {len(self.sizes)} sizes and {len(self.widths)} widths: give one of "
                "each for every table"
            )

    def n_outputs(self, n_inputs: int) -> int:
        """Return the number of inputs that are not codes, plus the widths of the vectors."""
        if n_inputs < len(self.sizes):
            raise SettingError(
                f"Embedding has {len(self.sizes)} tables, but only {n_inputs} inputs come in: give "
                "a code for each table, in the last columns"
            )
        return n_inputs - len(self.sizes) + sum(self.widths)

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """Return the tables."""
        shapes = zip(self.sizes, self.widths, strict=True)
        return tuple(_table(f"E{j}", shape) for j, shape in enumerate(shapes))

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """Rows of the tables; dE_j[c] = the sum of dy over the rows with that code."""
        n_codes = len(self.sizes)
        k = x.shape[1] - n_codes
        codes = np.rint(x[:, k:]).clip(0, np.array(self.sizes) - 1).astype(np.intp)
        y = np.concatenate([x[:, :k], *(E[codes[:, j]] for j, E in enumerate(params))], axis=1)

        def backward(dy: Array) -> tuple[Array, Params]:
            dx = np.zeros_like(x)
            dx[:, :k] = dy[:, :k]
            grads = []
            start = k
            for j, E in enumerate(params):
                dE = np.zeros_like(E)
                np.add.at(dE, codes[:, j], dy[:, start : start + E.shape[1]])
                grads.append(dE)
                start += E.shape[1]
            return dx, tuple(grads)

        return y, backward


def _table(name: str, shape: tuple[int, int]) -> ParameterSpec:
    return ParameterSpec(name, shape, "weight", lambda rng: rng.standard_normal(shape))
