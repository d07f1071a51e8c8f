"""The steps of one call of the native engine: in pieces, and how they are undone."""

import time
from typing import Self

import numpy as np

from noron.core.memory import aligned_empty
from noron.core.types import Array
from noron.engines.base import State, Sums
from noron.engines.native.binding import DONE, Result, ScoreWatch
from noron.engines.native.trial import Candidate


class Rollback:
    """Stores a state to restore it later; its memory is reused for the next time."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.kept: list[Array] = []

    def take(self) -> Self:
        """Store the present state and return self."""
        state, network = self.state, self.state.network
        self.is_start = state.t == 0  # then `good_theta` holds theta, and `start` gives the slots
        at = [] if self.is_start else [network.theta, *state.slots]
        self.arrays = [network.buffers, *at]
        if len(self.kept) != len(self.arrays):
            self.kept = [aligned_empty(len(a), a.dtype) for a in self.arrays]
        for kept, array in zip(self.kept, self.arrays, strict=True):
            kept[:] = array
        self.bits, self.random = state.rng.bit_generator, state.rng.bit_generator.state
        return self

    def restore(self) -> None:
        """Restore the stored state."""
        state = self.state
        if self.is_start:
            state.network.theta[:] = state.good_theta
            for slot, fresh in zip(
                state.slots, state.optimizer.start(state.good_theta), strict=True
            ):
                slot[:] = fresh
        for array, kept in zip(self.arrays, self.kept, strict=True):
            array[:] = kept
        self.bits.state = self.random


class Call:
    """The steps of one call of `Autotuner.run`, taken in one piece or in several.

    A piece is a part of an epoch, or whole epochs. The pieces give the same bits as one.
    """

    def __init__(
        self,
        state: State,
        batch_size: int,
        order: Array,
        rates: Array,
        *,
        n_epochs: int = 1,
        shuffle: bool = False,
        begun: Sums | None = None,
        good_theta: Array | None = None,
        watch: ScoreWatch | None = None,
    ) -> None:
        self.state, self.batch_size = state, batch_size
        self.order, self.rows, self.rates = order, order, rates
        self.n_epochs, self.shuffle = n_epochs, shuffle
        self.good_theta, self.watch = good_theta, watch
        self.per_epoch, self.started = len(rates) // n_epochs, time.perf_counter()
        self.outcome, self.done = DONE, 0
        self.sums, self.seconds = np.zeros((n_epochs, 4)), np.zeros(n_epochs)
        if begun is not None:
            self.sums[0] = begun.loss, begun.penalty, begun.correct, begun.weight

    @property
    def is_over(self) -> bool:
        """Return whether all steps are taken, or one has diverged."""
        return self.outcome != DONE or self.done == len(self.rates)

    @property
    def left(self) -> int:
        """Return how many steps are left."""
        return len(self.rates) - self.done

    @property
    def result(self) -> Result:
        """Return how the call ended."""
        return Result(self.outcome, self.done, self.sums, self.seconds)

    def take(self, candidate: Candidate, steps: float) -> Result:
        """Take up to `steps` steps, at least one."""
        epoch, within = divmod(self.done, self.per_epoch)
        if within or steps < self.per_epoch:
            n, epochs = int(min(steps, self.per_epoch - within)), 1
            rows, shuffle = self._rows(epoch, within, n), False
        else:
            epochs = int(min(self.n_epochs - epoch, steps // self.per_epoch))
            n, shuffle = epochs * self.per_epoch, self.shuffle
            rows = self.order if self.order.ndim == 1 else self.order[epoch : epoch + epochs]
        part, stop = slice(epoch, epoch + epochs), self.done + n
        watch, before = self.watch, time.perf_counter() - self.started
        ends = stop % self.per_epoch == 0
        result = candidate.program.run(
            rows,
            self.rates[self.done : stop],
            self.state.t + self.done,
            self.state.rng,
            candidate.threads,
            n_epochs=epochs,
            shuffle=shuffle,
            good_theta=self.good_theta if stop == len(self.rates) else None,
            watch=watch._replace(scores=watch.scores[part]) if watch and ends else None,
            begun=Sums(*self.sums[epoch].tolist()),
        )
        self.sums[part], self.seconds[part] = result.sums, before + result.seconds
        self.outcome, self.done = result.outcome, self.done + result.steps
        return result

    def _rows(self, epoch: int, within: int, steps: int) -> Array:
        """Return the rows of these steps of an epoch, whose order is drawn at its first step."""
        if within == 0 and self.shuffle:
            self.rows = self.state.rng.permutation(len(self.order))
        elif within == 0 and self.order.ndim == 2:
            self.rows = self.order[epoch]
        return self.rows[within * self.batch_size :][: steps * self.batch_size]
