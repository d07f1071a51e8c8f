"""The plain loop: gather, look, check, update; for engines that look at one batch at a time."""

import copy
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import final

import numpy as np

from noron.core.types import RNG, Array
from noron.engines.base import (
    Batch,
    BatchResult,
    DivergedError,
    Engine,
    Fit,
    State,
    Sums,
    is_finite,
)
from noron.engines.clock import UPDATE, Clock


class StepByStep(Fit):
    """Each step is the engine's look at a batch and the optimizer's own update."""

    def __init__(self, engine: Engine, state: State, data: Batch, batch_size: int) -> None:
        self.engine, self.state, self.data, self.batch_size = engine, state, data, batch_size

    @np.errstate(all="ignore")  # what overflows is found by the check of each step
    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """Batch by batch."""
        sums = Sums() if sums is None else replace(sums)
        for step, learning_rate in enumerate(learning_rates):
            self._step(order[step * self.batch_size :][: self.batch_size], learning_rate, sums)
        return sums

    def _step(self, index: Array, learning_rate: float, sums: Sums) -> None:
        state, network = self.state, self.state.network
        state.good_buffers[:] = network.buffers
        if state.optimizer.whole_batch:  # it looks at the batch again: with the same dropout masks
            state.replay = copy.deepcopy(state.rng)
        outcome = self.evaluate_batch(index, state.rng)
        if not is_finite(outcome.objective, network.grad):
            state.back_to_good()
            raise DivergedError(index)
        state.keep_good()
        state.t += 1
        self.update(index, outcome, learning_rate)
        sums.add(outcome, self.data.weight_of(index), len(index))
        if not is_finite(0.0, network.theta):  # a weight may be infinite and the next loss finite
            state.back_to_good()
            raise DivergedError(index)

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """The outcome of a batch of those rows; its gradient is then in `network.grad`."""
        batch = self.data.take(index)
        return self.engine.value_and_grad(self.state.network, self.state.loss, batch, rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """theta <- optimizer's step, then back within the constraints."""
        state, network = self.state, self.state.network
        buffers = network.buffers.copy() if state.optimizer.whole_batch else network.buffers
        known = [(outcome.objective, network.grad)]

        def reevaluate() -> tuple[float, Array]:
            if known:  # the first question is about the weights that have just been looked at
                return known.pop()
            return self.evaluate_batch(index, copy.deepcopy(state.replay)).objective, network.grad

        state.optimizer.step(
            network.theta, network.grad, state.slots, state.t, learning_rate, reevaluate
        )
        network.buffers[:] = buffers  # a line search's trials are no training steps
        network.project()


@final
class TimedSteps(StepByStep):
    """The same steps, with a clock. What an update looks at again belongs to the update."""

    def __init__(self, inner: StepByStep, clock: Clock) -> None:
        super().__init__(inner.engine, inner.state, inner.data, inner.batch_size)
        self.inner, self.clock = inner, clock

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """As without a clock."""
        self.clock.runs = True
        self.clock.mark()
        return self.inner.evaluate_batch(index, rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """As without a clock."""
        started = time.perf_counter()
        self.clock.runs = False
        self.inner.update(index, outcome, learning_rate)
        self.clock.seconds[UPDATE] += time.perf_counter() - started
