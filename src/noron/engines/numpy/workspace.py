"""What a planned layer is given: its numbers, its arrays, and what its neighbours need of it."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, NamedTuple, final

import numpy as np

from noron.core.types import RNG, Array, Params


@final
class Workspace:
    """Arrays for a number of rows; those for fewer rows are the first rows of a larger room's.

    Whoever asks both rooms in the same order gets arrays that match.
    """

    def __init__(self, rows: int, dtype: np.dtype[Any], larger: "Workspace | None" = None) -> None:
        self.rows, self.dtype = rows, dtype
        self.larger = iter(larger.arrays) if larger else None
        self.arrays: list[Array] = []

    def array(self, width: int, dtype: Any = None) -> Array:
        """Of shape (rows, width), nothing in it yet."""
        if self.larger is None:
            array = np.empty((self.rows, width), self.dtype if dtype is None else dtype)
        else:
            array = next(self.larger)[: self.rows]
        self.arrays.append(array)
        return array


class LayerSlot(NamedTuple):
    """Where a node stands: its numbers and their gradients, its widths, its neighbours' wishes."""

    params: Params
    grads: Params
    n_in: int
    n_out: int
    needs_dx: bool
    """Whether something before it learns."""
    x_is_free: bool
    """Whether nobody but this node needs its x any more."""
    workspace: Workspace

    def y(self, dtype: Any = None) -> Array:
        """An array as y is."""
        return self.workspace.array(self.n_out, dtype)

    def dx(self) -> Array:
        """An array for dL/dx, empty if nobody needs that."""
        return self.workspace.array(self.n_in if self.needs_dx else 0)


class Node(ABC):
    """One layer at its place. y and dx are arrays of the node's, good until its next call."""

    y_is_free: ClassVar[bool] = True
    """Whether backward can do without y, so that the next node may write over it."""

    @abstractmethod
    def __init__(self, layer: Any, slot: LayerSlot) -> None: ...

    @abstractmethod
    def forward(self, x: Array, rng: RNG) -> Array:
        """x -> y, as it is in training."""

    @abstractmethod
    def backward(self, dy: Array) -> Array:
        """dL/dy -> dL/dx, which means nothing if nobody needs it; fills the gradients."""
