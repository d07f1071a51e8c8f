"""The work of each layer in a step: multiplications, and bytes to read and write."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from noron.core.types import Array
from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.layers import Dense, Layer, Residual

SAMPLE = 1024
"""The number of rows of a batch in which zeros are counted, as a sample."""


class Amount(NamedTuple):
    """The work of one pass: multiplications in matrix products (None if unknown), and bytes."""

    multiplications: int | None
    touched: int


class Work(NamedTuple):
    """The work of a layer's forward pass, and of its backward pass with the update."""

    forward: Amount
    back: Amount


NOTHING = Amount(0, 0)
"""The work of a pass that does not exist."""


class Entries(NamedTuple):
    """For a batch of sparse rows: how many numbers are not zero, and in how many columns."""

    numbers: int
    columns: int

    @staticmethod
    def of(x: Inputs, index: Array) -> "Entries":
        """Estimate them for the rows at `index`, from a sample."""
        sample = index[:SAMPLE]
        if isinstance(x, SparseRows):
            part = x.pick(sample)
            result, columns = len(part.values), len(np.unique(part.indices))
        else:
            is_set = x[sample] != 0
            result, columns = int(np.count_nonzero(is_set)), int(is_set.any(axis=0).sum())
        return Entries(result * len(index) // len(sample), columns)


@dataclass(frozen=True)
class StepWork:
    """The properties of a step on which its work depends.

    Attributes:
        rows: the rows of the batch.
        size: the bytes of a number.
        vectors: how many vectors of the size of theta an update reads or writes.
        entries: those of the batch, if the first dense layer skips zeros; else None.
        folded: whether a standardization is part of that layer.
        resting: whether weights are not updated if their inputs are all zero.
        every_dx: whether dL/dx is computed also where it is not needed.
    """

    rows: int
    size: int
    vectors: int
    entries: Entries | None = None
    folded: bool = False
    resting: bool = False
    every_dx: bool = False

    def work(self, layers: Iterable[Layer], n_in: int, params: Iterable[int]) -> list[Work]:
        """Return the work of each layer; `params` holds the number of parameters of each."""
        done: list[Work] = []
        first, learns = True, False
        for layer, n_params in zip(layers, params, strict=True):
            sparse = self.entries if first and isinstance(layer, Dense) else None
            if sparse is not None:
                done.append(self._sparse(layer.n_outputs(n_in), n_in, n_params, sparse))
            else:
                done.append(self._of(layer, n_in, n_params, learns or self.every_dx))
            first = first and not n_params
            learns = learns or bool(n_params)
            n_in = layer.n_outputs(n_in)
        return done

    def rows_read(self, x: Inputs) -> int:
        """Return the bytes that gathering a batch reads and writes."""
        if self.entries is not None:
            return 2 * self.entries.numbers * (4 + self.size)
        read = 1 if isinstance(x, ByteRows) else self.size
        return self.rows * x.shape[1] * (read + self.size)

    def _of(self, layer: Layer, n_in: int, n_params: int, needs_dx: bool) -> Work:
        """Forward reads x and writes y; backward reads dy and stored values and writes dx."""
        n_out = layer.n_outputs(n_in)
        x, y = self.rows * n_in, self.rows * n_out
        if isinstance(layer, Dense):
            product = x * n_out
            back = x + y + self.vectors * n_params + (n_in * n_out + x if needs_dx else 0)
            return Work(
                Amount(product, self.size * (x + y + n_params)),
                Amount(product * (1 + needs_dx), self.size * back),
            )
        inner = self._inner(layer, n_in)
        kept = self.vectors * n_params
        forward = Amount(inner.forward.multiplications, self.size * (x + y + n_params))
        if not (needs_dx or n_params):
            return Work(forward, NOTHING)
        return Work(forward, Amount(inner.back.multiplications, self.size * (x + 2 * y + kept)))

    def _inner(self, layer: Layer, n_in: int) -> Work:
        """Return the products within a layer: a block's sum, unknown for a user's own."""
        if not isinstance(layer, Residual):
            known = 0 if type(layer).__module__.startswith("noron.layers.") else None
            return Work(Amount(known, 0), Amount(known, 0))
        forward: int | None = 0
        back: int | None = 0
        for inner in layer.inner:
            work = self._of(inner, n_in, 0, True)
            forward = _sum(forward, work.forward.multiplications)
            back = _sum(back, work.back.multiplications)
            n_in = inner.n_outputs(n_in)
        return Work(Amount(forward, 0), Amount(back, 0))

    def _sparse(self, n_out: int, n_in: int, n_params: int, entries: Entries) -> Work:
        """Count the rows of W whose input is not zero; a folded mean uses every row once more."""
        product = entries.numbers * n_out + (n_in * n_out if self.folded else 0)
        numbers, y = entries.numbers * (4 + self.size), self.size * self.rows * n_out
        met = entries.columns * n_out + n_params - n_in * n_out
        stepped = met if self.resting else n_params
        read = n_params if self.folded else met
        return Work(
            Amount(product, numbers + y + self.size * read),
            Amount(product, numbers + y + self.size * self.vectors * stepped),
        )


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b
