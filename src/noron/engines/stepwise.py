"""The step-by-step loop, for engines that evaluate one batch at a time."""

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
    """Takes each step in Python: the engine evaluates a batch, the optimizer updates."""

    def __init__(self, engine: Engine, state: State, data: Batch, batch_size: int) -> None:
        self.engine, self.state, self.data, self.batch_size = engine, state, data, batch_size

    @np.errstate(all="ignore")  # each step checks for overflow
    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """Take the steps, one batch after the other."""
        sums = Sums() if sums is None else replace(sums)
        for step, learning_rate in enumerate(learning_rates):
            self._step(order[step * self.batch_size :][: self.batch_size], learning_rate, sums)
        return sums

    def _step(self, index: Array, learning_rate: float, sums: Sums) -> None:
        state, network = self.state, self.state.network
        state.good_buffers[:] = network.buffers
        if state.optimizer.whole_batch:  # it reevaluates the batch: with the same dropout masks
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
        """Evaluate the batch of the rows `index`, and write its gradient to `network.grad`."""
        batch = self.data.take(index)
        return self.engine.value_and_grad(self.state.network, self.state.loss, batch, rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """Update theta by the optimizer's step, then project it onto the constraints."""
        state, network = self.state, self.state.network
        buffers = network.buffers.copy() if state.optimizer.whole_batch else network.buffers
        known = [(outcome.objective, network.grad)]

        def reevaluate() -> tuple[float, Array]:
            if known:  # the first call is for the weights that have just been evaluated
                return known.pop()
            return self.evaluate_batch(index, copy.deepcopy(state.replay)).objective, network.grad

        state.optimizer.step(
            network.theta, network.grad, state.slots, state.t, learning_rate, reevaluate
        )
        network.buffers[:] = buffers  # the trials of a line search must not change them
        network.project()


@final
class TimedSteps(StepByStep):
    """The same steps with a clock. Reevaluations within an update count as the update's time."""

    def __init__(self, inner: StepByStep, clock: Clock) -> None:
        super().__init__(inner.engine, inner.state, inner.data, inner.batch_size)
        self.inner, self.clock = inner, clock

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """Evaluate a batch and time its passes."""
        self.clock.runs = True
        self.clock.mark()
        return self.inner.evaluate_batch(index, rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """Update theta and time it."""
        started = time.perf_counter()
        self.clock.runs = False
        self.inner.update(index, outcome, learning_rate)
        self.clock.seconds[UPDATE] += time.perf_counter() - started
