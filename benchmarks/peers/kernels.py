"""The compiled kernels by themselves: steps and predictions with fixed threads and inputs.

NORON_THREADS counts the threads, and BENCHMARK_INSTRUCTION_SET names the instruction set.
"""

import os
from functools import cached_property

import noron_native
import numpy as np

from benchmarks.peers.noron_bare import Bare
from noron.core.types import Array
from noron.engines.base import State
from noron.engines.native.binding import DONE, NativeProgram, Result, possible_inputs
from noron.engines.native.call import Rollback
from noron.engines.native.predictor import NativePredictor
from noron.engines.threads import available_threads

if wanted := os.environ.get("BENCHMARK_INSTRUCTION_SET"):
    try:
        noron_native.use_instruction_set(wanted)
    except ValueError as error:  # a peer that cannot be imported is absent
        raise ImportError(str(error)) from None


def versions() -> dict[str, str]:
    """Of the kernels: where they lie."""
    return {"noron_native": str(noron_native.__file__)}


class Kernels(Bare):
    """Steps in the job's order in one call; the rows are made ready before the clock starts."""

    def reset(self) -> None:
        """Back to the first weights, in the same memory."""
        if self.run is None:
            super().reset()
            self.before = Rollback(self._state).take()
        self.before.restore()

    def fit(self, epochs: int) -> None:
        """One call of the kernels."""
        self._steps(epochs)

    def losses(self, epochs: int) -> list[float]:
        """What the same call sums up."""
        loss, penalty, _, weight = self._steps(epochs).sums.T
        return list(loss / weight + penalty / len(self.job.order))

    def predict(self, times: int) -> Array:
        """Probabilities of the rows as they are."""
        for _ in range(times):
            given = self.predictor.predict_array(self.X, self.out)
        assert given is not None
        return given

    @cached_property
    def program(self) -> NativeProgram:
        """The plan of a step; zeros are left out where the autotuner would try that."""
        assert self.run is not None
        s, data = self._state, self.run.data
        inputs = possible_inputs(data.x, s.network, "auto")[0]
        size = self.settings.batch_size
        return NativeProgram(s.network, s.loss, s.optimizer, s.slots, data, size, inputs)

    @cached_property
    def predictor(self) -> NativePredictor:
        """The plan of a prediction, and memory for its result."""
        self.note = noron_native.instruction_set()
        self.out = np.empty((len(self.X), self.net.network.n_outputs), self.settings.dtype)
        return NativePredictor(self.net.network, self.net.loss)

    def _steps(self, epochs: int) -> Result:
        program, order, state = self.program, self.job.order, self._state
        self.note = f"{noron_native.instruction_set()}, {program.rows.form}"
        rates = np.full(len(self.job.pieces) * epochs, self.settings.learning_rate)
        result = program.run(order, rates, 0, state.rng, available_threads(), n_epochs=epochs)
        if result.outcome != DONE:
            raise RuntimeError(f"diverged after {result.steps} steps")
        return result

    @property
    def _state(self) -> State:
        assert self.run is not None
        return self.run.state


PEER = Kernels

__all__ = ["PEER", "versions"]
