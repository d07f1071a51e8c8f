"""The dense matrix products of a step and nothing else, in NumPy's BLAS, outputs kept.

For L layers these are 3L - 1: forward, dW and, but for the first layer, dx. What a step costs
beyond them is gathering rows, biases, activations, the loss and the update. Nobody who computes
with all numbers of the input in this BLAS can be faster.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from benchmarks.job import Job
from benchmarks.peers.base import CannotError, Peer
from noron.core.types import Array


def versions() -> dict[str, str]:
    """Of NumPy."""
    return {"numpy": np.__version__}


Product = tuple[Array, Array, Array]
"""(one, other, out)."""


def products(widths: Sequence[int], rows: int, dtype: str) -> list[Product]:
    """The operands of a step's products: noise of a size that neither overflows nor vanishes."""
    rng = np.random.default_rng(0)

    def noise(*shape: int) -> Array:
        return rng.standard_normal(shape).astype(dtype)

    a = [noise(rows, width) for width in widths]
    dz = [noise(rows, width) for width in widths]
    W = [noise(*shape) for shape in pairwise(widths)]
    made: list[Product] = []
    for i in range(len(W)):
        made.append((a[i], W[i], np.empty_like(a[i + 1])))
    for i in reversed(range(len(W))):
        made.append((a[i].T, dz[i + 1], np.empty_like(W[i])))
        if i > 0:
            made.append((dz[i + 1], W[i].T, np.empty_like(dz[i])))
    return made


class Products(Peer):
    """It learns nothing, so it has no losses to validate."""

    note = "not a network: a mark to measure by"

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        settings = job.settings
        made = {n: products(settings.layers, n, settings.dtype) for n in {*map(len, job.pieces)}}
        self.steps = [made[len(piece)] for piece in job.pieces]

    def reset(self) -> None:
        """Nothing to forget."""

    def fit(self, epochs: int) -> None:
        """Every product of every step."""
        matmul = np.matmul
        for _ in range(epochs):
            for step in self.steps:
                for one, other, out in step:
                    matmul(one, other, out=out)

    def losses(self, epochs: int) -> list[float]:
        """None."""
        raise CannotError("products alone have no loss")

    def parameters(self) -> list[Array]:
        """None."""
        return []


PEER = Products
