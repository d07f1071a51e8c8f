"""The arrays of a compiled graph, and the interface of its nodes."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, NamedTuple, final

import numpy as np

from noron.core.types import RNG, Array, Params


@final
class Workspace:
    """Allocates arrays for one batch size, or takes the first rows of a larger workspace's arrays.

    Both have to be asked for the same arrays in the same order.
    """

    def __init__(self, rows: int, dtype: np.dtype[Any], larger: "Workspace | None" = None) -> None:
        self.rows, self.dtype = rows, dtype
        self.larger = iter(larger.arrays) if larger else None
        self.arrays: list[Array] = []

    def array(self, width: int, dtype: Any = None) -> Array:
        """Return an uninitialized array of shape (rows, width)."""
        if self.larger is None:
            array = np.empty((self.rows, width), self.dtype if dtype is None else dtype)
        else:
            array = next(self.larger)[: self.rows]
        self.arrays.append(array)
        return array


class LayerSlot(NamedTuple):
    """The place of a node: its parameters and gradients, its widths, what its neighbours need."""

    params: Params
    grads: Params
    n_in: int
    n_out: int
    needs_dx: bool
    """Whether a layer before it has parameters."""
    x_is_free: bool
    """Whether only this node still needs its x."""
    workspace: Workspace

    def y(self, dtype: Any = None) -> Array:
        """Return an array of the shape of y."""
        return self.workspace.array(self.n_out, dtype)

    def dx(self) -> Array:
        """Return an array for dL/dx, empty if that is not needed."""
        return self.workspace.array(self.n_in if self.needs_dx else 0)


class Node(ABC):
    """One layer of a compiled graph. It owns y and dx, which its next call overwrites."""

    y_is_free: ClassVar[bool] = True
    """Whether backward does not need y, so that the next node may overwrite it."""

    @abstractmethod
    def __init__(self, layer: Any, slot: LayerSlot) -> None: ...

    @abstractmethod
    def forward(self, x: Array, rng: RNG) -> Array:
        """Return y for x, in training mode."""

    @abstractmethod
    def backward(self, dy: Array) -> Array:
        """Write the gradients and return dL/dx, which is undefined if it is not needed."""
