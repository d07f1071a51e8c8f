"""The position within a run, and the order of the rows in an epoch."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import final

import numpy as np

from noron.core.types import RNG, Array
from noron.engines import Sums

NO_ROWS = np.empty(0, dtype=np.int64)


@final
@dataclass
class Position:
    """The position within a run.

    Attributes:
        epoch: how many epochs have ended.
        order: the rows of the current epoch in the order of training; empty between two epochs.
        row: how many of them have been used.
        rates: the learning rates of the remaining steps of the epoch.
        sums: the sums over the finished steps of the epoch.
        learning: theta and buffers to continue with, if the network holds averaged weights.
        seconds: how long the run has taken, without pauses.
    """

    epoch: int = 0
    order: Array = field(default_factory=lambda: NO_ROWS)
    row: int = 0
    rates: list[float] = field(default_factory=list[float])
    sums: Sums = field(default_factory=Sums)
    learning: tuple[Array, Array] | None = None
    seconds: float = 0.0

    @property
    def is_between(self) -> bool:
        """Return whether the run is between two epochs."""
        return len(self.order) == 0

    @property
    def is_full(self) -> bool:
        """Return whether all rows of the current epoch have been used."""
        return self.row >= len(self.order)

    def begin(self, order: Array) -> None:
        """Start an epoch with the rows in that order."""
        self.order, self.row, self.sums = order, 0, Sums()

    def end(self, epochs: int) -> None:
        """End `epochs` epochs."""
        self.epoch += epochs
        self.order, self.row, self.rates = NO_ROWS, 0, list[float]()


class Orders(ABC):
    """Draws the order of the rows for each epoch."""

    @abstractmethod
    def draw(self, rng: RNG, n: int) -> Array:
        """Return the indices of the rows of the next epoch, out of n rows."""


@final
class Shuffled(Orders):
    """A new random order in each epoch."""

    def draw(self, rng: RNG, n: int) -> Array:
        """Return a random permutation of 0, 1, ..., n - 1, as int64 on 32-bit systems too."""
        return rng.permutation(n).astype(np.int64, copy=False)


@final
class AsGiven(Orders):
    """The rows in their given order."""

    def draw(self, rng: RNG, n: int) -> Array:
        """Return 0, 1, ..., n - 1."""
        return np.arange(n, dtype=np.int64)


@final
class FullBatches(Orders):
    """A new random order in each epoch; rows that do not fill a batch start the next epoch."""

    def __init__(self, batch_size: int) -> None:
        self.batch_size, self.left = batch_size, NO_ROWS

    def draw(self, rng: RNG, n: int) -> Array:
        """Return as many rows as fill whole batches."""
        rows = np.concatenate([self.left, rng.permutation(n)])
        full = len(rows) // self.batch_size * self.batch_size
        self.left = rows[full:]
        return rows[:full]
