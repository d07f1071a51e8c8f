"""The step-by-step loop, for engines that evaluate one batch at a time."""

import copy
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, final

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
from noron.layers import BatchNorm, Dropout, Layer, Residual


class Evaluation(NamedTuple):
    """A batch, the weights at which it was evaluated, its gradient there, and its result."""

    index: Array
    theta: Array
    grad: Array
    outcome: BatchResult


class StepByStep(Fit):
    """Takes each step in Python: the engine evaluates a batch, the optimizer updates."""

    def __init__(self, engine: Engine, state: State, data: Batch, batch_size: int) -> None:
        self.engine, self.state, self.data, self.batch_size = engine, state, data, batch_size
        self.repeats = state.optimizer.whole_batch and is_function_of_theta(state.network.layers)
        self._last: Evaluation | None = None

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
        if state.optimizer.whole_batch and not self.repeats:
            state.replay = copy.deepcopy(state.rng)  # it reevaluates the batch with these masks
        outcome = self._evaluate(index, state.rng)
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

    def _evaluate(self, index: Array, rng: RNG | None) -> BatchResult:
        """Evaluate a batch; where a line search ended is where the next step begins: only once."""
        if not self.repeats:
            return self.evaluate_batch(index, rng)
        network, last = self.state.network, self._last
        if last and np.array_equal(last.theta, network.theta) and np.array_equal(last.index, index):
            network.grad[:] = last.grad
            return last.outcome
        outcome = self.evaluate_batch(index, rng)
        self._last = Evaluation(index, network.theta.copy(), network.grad.copy(), outcome)
        return outcome

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
            rng = state.rng if self.repeats else copy.deepcopy(state.replay)
            return self._evaluate(index, rng).objective, network.grad

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


def is_function_of_theta(layers: Sequence[Layer]) -> bool:
    """Return whether a step is the same each time: nothing is drawn and no statistics run."""
    return all(
        is_function_of_theta(layer.inner)
        if isinstance(layer, Residual)
        else type(layer).__module__.startswith("noron.layers.")
        and not isinstance(layer, Dropout | BatchNorm)
        for layer in layers
    )
