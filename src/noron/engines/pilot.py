"""The pilot: which way through the compiled kernels is the fastest, found by trying.

Whether the inputs are read dense or compressed, and how many threads help, is measured on the first
steps, which are then taken back; and again when steps take much longer than they did. Neither
choice changes a bit of the result.
"""

import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from noron.engines import kernels
from noron.engines.base import Batch, Outcome, State
from noron.engines.bound import DONE, Bound, Result, possible_inputs
from noron.engines.threads import available_threads
from noron.network import aligned_copy
from noron.types import RNG, Array

SMALL_STEP, LONG_STEP = 2e5, 3e7
"""Multiplications in a step up to which a second thread only costs; from which on a few steps cost
more than a better way saves: all threads are taken there, and nothing is tried at first."""
INPUTS_TRIED, THREADS_TRIED = 3e-4, 1e-3
"""Seconds that each way is tried for, a few times: threads take a while to start."""
WORTH_IT = 0.95
"""More threads are taken where they need at most this share of the time."""
MUCH_LONGER = 1.4
SPARING = 20
"""How many times as long as it took to measure passes before that is done again."""
SOON, AGAIN_AFTER = 0.1, 3.0
"""Seconds after which the threads are measured again: other programs come and go."""


def one_look(bound: Bound, index: Array, rng: RNG, threads: int) -> Outcome:
    """The outcome of a batch; its gradient is then in `network.grad`."""
    result = bound.run(index, np.zeros(1), 0, rng, threads, update=False)
    if result.outcome != DONE:
        return Outcome(float("nan"), 0.0, 0.0)
    loss, penalty, correct, weight = result.sums[0].tolist()
    return Outcome(loss / weight if weight else 0.0, penalty / len(index), correct)


class Snapshot:
    """A state as it is now, to come back to."""

    def __init__(self, state: State) -> None:
        network = state.network
        self.arrays = [network.theta, network.buffers, *state.slots]
        self.kept = [array.copy() for array in self.arrays]
        self.bits, self.random = state.rng.bit_generator, state.rng.bit_generator.state

    def restore(self) -> None:
        """Everything as it was."""
        for array, kept in zip(self.arrays, self.kept, strict=True):
            array[:] = kept
        self.bits.state = self.random


class Pilot:
    """Finds the fastest way through the kernels and keeps to it while it stays the fastest.

    A number of `threads`, and `inputs` other than "auto", are taken as they are.
    """

    def __init__(
        self, state: State, data: Batch, batch_size: int, *, threads: int | None, inputs: str
    ) -> None:
        self.state, self.data, self.batch_size = state, data, batch_size
        network = state.network
        if kernels.is_fused(network, state.optimizer):
            state.slots = tuple(map(aligned_copy, state.slots))
        self.note = ""
        widths = [s.shape for s in network.layout if s.kind == "weight"]
        work = batch_size * sum(rows * columns for rows, columns in widths)
        self.is_long = work > LONG_STEP
        ways = possible_inputs(data.x, network, inputs)[: 1 if self.is_long else None]
        self.bounds = [*filter(None, map(self._bind, ways))] or [self._bound("dense")]
        most = 1 if work < SMALL_STEP else available_threads()
        powers = [2**k for k in range(7) if 2**k < most]
        self.counts = [threads] if threads else [*powers, most]
        self.bound, self.threads = self.bounds[0], self.counts[-1]
        self.undecided = len(self.bounds) * len(self.counts) > 1 and not self.is_long
        self.step_seconds, self.measured_at = 0.0, time.perf_counter()
        self.again_after, self.pause = AGAIN_AFTER if self.is_long else SOON, 0.0

    def _bound(self, inputs: str) -> Bound:
        s = self.state
        return Bound(s.network, s.loss, s.optimizer, s.slots, self.data, self.batch_size, inputs)

    def _bind(self, inputs: str) -> Bound | None:
        try:
            return self._bound(inputs)
        except MemoryError:
            if inputs == "dense":
                raise
            self.note = "; no memory for a compressed copy of the inputs"
            return None

    @property
    def path(self) -> str:
        """What has been chosen."""
        module: Any = kernels.kernels().module
        threads = f"{self.threads} thread{'s' if self.threads > 1 else ''}"
        return f"{module.instruction_set()}, {threads}, {self.bound.inputs} inputs{self.note}"

    def run(self, order: Array, learning_rates: Array, **options: Any) -> Result:
        """As `Bound.run`, the fastest way."""
        self.decide(order, learning_rates, options)
        started = time.perf_counter()
        result = self.bound.run(
            order, learning_rates, self.state.t, self.state.rng, self.threads, **options
        )
        now = time.perf_counter()
        if len(self.counts) > 1 and result.steps:
            each = (now - started) / result.steps
            self.step_seconds = self.step_seconds or each
            slow = each > MUCH_LONGER * self.step_seconds
            since = now - self.measured_at
            self.undecided = since > self.again_after or (slow and since > self.pause)
        return result

    def decide(self, order: Array, learning_rates: Array, options: dict[str, Any]) -> None:
        """Try every way on the first steps and take them back, where that has yet to be done."""
        if not self.undecided:
            return
        begun = time.perf_counter()
        before = Snapshot(self.state)
        update = options.get("update", True)

        def seconds(bound: Bound, threads: int, steps: int) -> float:
            rows = order[: steps * self.batch_size]
            rates = learning_rates[: -(-len(rows) // self.batch_size)]
            started = time.perf_counter()
            bound.run(rows, rates, self.state.t, self.state.rng, threads, update=update)
            took = (time.perf_counter() - started) / len(rates)
            before.restore()
            return took

        def fastest(candidates: Sequence[tuple[Bound, int]], tried: float) -> tuple[Bound, int]:
            if len(candidates) == 1:
                return candidates[0]
            steps = int(np.clip(tried / seconds(*candidates[0], 1), 1, 64))
            repeats = 1 if self.is_long else 3
            times = [min(seconds(*c, steps) for _ in range(repeats)) for c in candidates]
            best = 0
            for i, (_, threads) in enumerate(candidates):
                more = threads > candidates[best][1]
                if times[i] < times[best] * (WORTH_IT if more else 1.0):
                    best = i
            self.step_seconds = times[best]
            return candidates[best]

        self.bound, _ = fastest([(bound, 1) for bound in self.bounds], INPUTS_TRIED)
        self.bounds = [self.bound]
        _, self.threads = fastest([(self.bound, n) for n in self.counts], THREADS_TRIED)
        self.measured_at, self.undecided = time.perf_counter(), False
        # a single thread may have been a slow start's mistake: soon again, then ever later
        alone = self.threads < max(self.counts)
        self.again_after = min(2 * self.again_after, AGAIN_AFTER) if alone else AGAIN_AFTER
        self.pause = SPARING * (self.measured_at - begun)
        self.again_after = max(self.again_after, self.pause)
