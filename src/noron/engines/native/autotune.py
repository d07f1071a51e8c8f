"""Find the fastest way to use the compiled kernels by measuring.

Two choices are measured: whether the inputs are read dense or compressed, and how many threads
run. The first steps are used for it and then undone. The threads are measured again later, and
when steps become much slower. Neither choice changes a bit of the result.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np

from noron.core.types import RNG, Array
from noron.engines.base import Batch, BatchResult, State
from noron.engines.native import lowering
from noron.engines.native.binding import DONE, NativeProgram, Result, RowCache, possible_inputs
from noron.engines.threads import available_threads

SMALL_STEP, LONG_STEP = 2e5, 3e7
"""Multiplications in a step. Up to the first number, a second thread only costs time. From the
second on, measuring costs more than it saves: all threads are used, and nothing is tried first."""
INPUTS_TRIED, THREADS_TRIED = 1e-3, 3e-3
"""Seconds for which each candidate is tried, in up to three trials, as threads start slowly."""
FEWEST_STEPS = 8
"""Steps of a trial. From this many on, the kernels keep each thread's weights apart, which may
change which candidate is the fastest."""
LONGEST_GO = 4e-3
"""Seconds that these steps may take; for longer steps the separate weights make no difference."""
WORTH_IT = 0.95
"""More threads are chosen if they need at most this share of the time."""
MUCH_LONGER = 1.4
"""The threads are measured again when a step takes this many times as long as before."""
SPARING = 20
"""Measure again only after this many times the seconds that the last measurement took."""
SOON, AGAIN_AFTER = 0.1, 3.0
"""Seconds until the threads are measured again, as other programs start and end."""


def evaluate_batch(program: NativeProgram, index: Array, rng: RNG, threads: int) -> BatchResult:
    """Evaluate a batch, and write its gradient to `network.grad`."""
    result = program.run(index, np.zeros(1), 0, rng, threads, update=False)
    if result.outcome != DONE:
        return BatchResult(float("nan"), 0.0, 0.0)
    loss, penalty, correct, weight = result.sums[0].tolist()
    return BatchResult(loss / weight if weight else 0.0, penalty / len(index), correct)


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
            self.kept = [np.empty_like(array) for array in self.arrays]
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


class Candidate(NamedTuple):
    """One way to use the kernels: a program for a form of the inputs, and a number of threads."""

    program: NativeProgram
    threads: int


@dataclass
class Probe:
    """Tries candidates on the first steps of a run, which are then undone."""

    before: Rollback
    order: Array
    learning_rates: Array
    update: bool

    def seconds(self, candidate: Candidate, steps: int) -> float:
        """Return the seconds that one step takes, as the mean of the first `steps`.

        If many steps are one call in training, the kernels' own clock leaves out the call itself.
        """
        rows = self.order[: steps * candidate.program.batch_size]
        rates = self.learning_rates[: -(-len(rows) // candidate.program.batch_size)]
        state = self.before.state
        started = time.perf_counter()
        result = candidate.program.run(
            rows, rates, state.t, state.rng, candidate.threads, update=self.update
        )
        took = time.perf_counter() - started
        self.before.restore()
        within = float(result.seconds[-1]) if self.update else 0.0  # 0 also if the run diverged
        return (within or took) / len(rates)

    def fastest(
        self, candidates: Sequence[Candidate], tried: float, fewest: int
    ) -> tuple[Candidate, float]:
        """Return the fastest candidate and its seconds per step.

        Each is tried for about `tried` seconds, with at least `fewest` steps if they are short.
        """
        first = self.seconds(candidates[0], 1)
        least = max(1.0, min(fewest, LONGEST_GO / first))
        steps = int(np.clip(tried / 3 / first, least, 64))
        repeats = int(np.clip(round(tried / (steps * first)), 1 if least < fewest else 2, 3))
        times = [
            min(self.seconds(candidate, steps) for _ in range(repeats)) for candidate in candidates
        ]
        best = 0
        for i, candidate in enumerate(candidates):
            more = candidate.threads > candidates[best].threads
            if times[i] < times[best] * (WORTH_IT if more else 1.0):
                best = i
        return candidates[best], times[best]


class Expiry:
    """Decides when to measure again, as other programs start and end."""

    def __init__(self, after: float) -> None:
        self.after, self.pause = after, 0.0
        self.step_seconds, self.measured_at = 0.0, time.perf_counter()

    def renew(self, step_seconds: float, cost: float, *, alone: bool) -> None:
        """Record a measurement that took `cost` seconds.

        If not all threads were chosen (`alone`), they may only have started slowly: then measure
        again soon, and each time after twice as long.
        """
        self.step_seconds, self.measured_at = step_seconds, time.perf_counter()
        self.pause = SPARING * cost
        later = min(2 * self.after, AGAIN_AFTER) if alone else AGAIN_AFTER
        self.after = max(later, self.pause)

    def is_over(self, step_seconds: float) -> bool:
        """Return whether to measure again, given the seconds that a step takes now."""
        self.step_seconds = self.step_seconds or step_seconds
        since = time.perf_counter() - self.measured_at
        is_slow = step_seconds > MUCH_LONGER * self.step_seconds
        return since > self.after or (is_slow and since > self.pause)


class Autotuner:
    """Finds the fastest way to use the kernels, and measures again from time to time.

    `threads` and `inputs` fix a choice, unless they are None and "auto".
    """

    def __init__(
        self,
        state: State,
        data: Batch,
        batch_size: int,
        *,
        threads: int | None,
        inputs: str,
        shared: RowCache | None = None,
    ) -> None:
        self.state, self.data, self.batch_size = state, data, batch_size
        self.shared = shared
        self.before = Rollback(state)
        network = state.network
        self.note = ""
        widths = [s.shape for s in network.layout if s.kind == "weight"]
        work = batch_size * sum(rows * columns for rows, columns in widths)
        self.is_long = work > LONG_STEP
        inputs_tried = possible_inputs(data.x, network, inputs)[: 1 if self.is_long else None]
        self.programs = [*filter(None, map(self._bind, inputs_tried))] or [self._program("dense")]
        most = 1 if work < SMALL_STEP else available_threads()
        powers = [2**k for k in range(7) if 2**k < most]
        self.counts = [threads] if threads else [*powers, most]
        self.program, self.threads = self.programs[0], self.counts[-1]
        self.undecided = len(self.programs) * len(self.counts) > 1 and not self.is_long
        self.expiry = Expiry(AGAIN_AFTER if self.is_long else SOON)

    def _program(self, inputs: str) -> NativeProgram:
        s = self.state
        return NativeProgram(
            s.network, s.loss, s.optimizer, s.slots, self.data, self.batch_size, inputs,
            self.shared,
        )  # fmt: skip

    def _bind(self, inputs: str) -> NativeProgram | None:
        try:
            return self._program(inputs)
        except MemoryError:
            if inputs == "dense":
                raise
            self.note = "; no memory for a compressed copy of the inputs"
            return None

    @property
    def path(self) -> str:
        """Return the instruction set, the threads and the form of the inputs as text."""
        module: Any = lowering.kernels().module
        threads = f"{self.threads} thread{'s' if self.threads > 1 else ''}"
        return f"{module.instruction_set()}, {threads}, {self.program.inputs} inputs{self.note}"

    def run(self, order: Array, learning_rates: Array, **options: Any) -> Result:
        """Call `NativeProgram.run` in the fastest way."""
        self.decide(order if order.ndim == 1 else order[0], learning_rates)
        started = time.perf_counter()
        result = self.program.run(
            order, learning_rates, self.state.t, self.state.rng, self.threads, **options
        )
        if len(self.counts) > 1 and result.steps:
            each = (time.perf_counter() - started) / result.steps
            self.undecided = self.expiry.is_over(each)
        return result

    def settle_on(self, program: NativeProgram) -> None:
        """Use this program and the present number of threads from now on."""
        self.program, self.programs, self.counts = program, [program], [self.threads]
        self.undecided = False

    def decide(self, order: Array, learning_rates: Array, *, update: bool = True) -> None:
        """If a measurement is due, try all candidates on the first steps and undo these."""
        if not self.undecided:
            return
        begun = time.perf_counter()
        probe = Probe(self.before.take(), order, learning_rates, update)
        fewest = 1 if self.is_long else FEWEST_STEPS
        step_seconds = 0.0
        if len(self.programs) > 1:
            candidates = [Candidate(program, 1) for program in self.programs]
            (self.program, _), step_seconds = probe.fastest(candidates, INPUTS_TRIED, 1)
            self.programs = [self.program]
        if len(self.counts) > 1:
            candidates = [Candidate(self.program, threads) for threads in self.counts]
            (_, self.threads), step_seconds = probe.fastest(candidates, THREADS_TRIED, fewest)
        cost = time.perf_counter() - begun
        self.expiry.renew(step_seconds, cost, alone=self.threads < max(self.counts))
        self.undecided = False
