"""The place within a run, and the order in which the rows of an epoch are learnt from."""

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
    """Where a run is.

    Attributes:
        epoch: how many epochs have ended.
        order: the rows of the epoch at hand in the order of learning; empty between two epochs.
        row: how many of them have been learnt from.
        rates: the learning rates of the steps that are left in the epoch.
        sums: what has been summed over the steps of the epoch.
        learning: theta and buffers to go on from, where the network holds others to predict with.
        seconds: how long the run has taken, pauses left out.
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
        """Return whether no epoch is at hand."""
        return len(self.order) == 0

    @property
    def is_full(self) -> bool:
        """Return whether all rows of the epoch at hand have been learnt from."""
        return self.row >= len(self.order)

    def begin(self, order: Array) -> None:
        """Begin an epoch with the rows in that order."""
        self.order, self.row, self.sums = order, 0, Sums()

    def end(self, epochs: int) -> None:
        """End that many epochs."""
        self.epoch += epochs
        self.order, self.row, self.rates = NO_ROWS, 0, list[float]()


class Orders(ABC):
    """Draws the order of the rows for each epoch."""

    @abstractmethod
    def draw(self, rng: RNG, n: int) -> Array:
        """Return the numbers of the rows of the next epoch, of n rows in all."""


@final
class Shuffled(Orders):
    """A new order in each epoch."""

    def draw(self, rng: RNG, n: int) -> Array:
        """Return a permutation."""
        return rng.permutation(n)


@final
class AsGiven(Orders):
    """The rows as they lie."""

    def draw(self, rng: RNG, n: int) -> Array:
        """Return 0, 1, ..., n - 1."""
        return np.arange(n, dtype=np.int64)


@final
class FullBatches(Orders):
    """A new order in each epoch; the rows that fill no batch are the first ones of the next."""

    def __init__(self, batch_size: int) -> None:
        self.batch_size, self.left = batch_size, NO_ROWS

    def draw(self, rng: RNG, n: int) -> Array:
        """Return as many rows as fill batches."""
        rows = np.concatenate([self.left, rng.permutation(n)])
        full = len(rows) // self.batch_size * self.batch_size
        self.left = rows[full:]
        return rows[:full]
