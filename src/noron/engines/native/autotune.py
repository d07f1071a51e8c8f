"""Find the fastest way to use the compiled kernels by measuring.

Two choices are measured: whether the inputs are read dense or compressed, and how many threads
run. The candidates take turns in the steps of the run itself, as neither choice changes a bit of
the result. A run goes back to fewer threads when one of them waits for a core, and tries more of
them again after a while.
"""

import math
import time
from statistics import median
from typing import Any

import numpy as np

from noron.core.types import RNG, Array
from noron.engines.base import Batch, BatchResult, State
from noron.engines.native import lowering
from noron.engines.native.binding import DONE, NativeProgram, Result, RowCache, possible_inputs
from noron.engines.native.call import Call, Rollback
from noron.engines.native.trial import MOST_STEPS, Candidate, Trial
from noron.engines.threads import AT_WORK, available_threads, idle_cores

SMALL_STEP, CLEAR_STEP, LONG_STEP = 2e5, 1e7, 3e7
"""Multiplications in a step. Up to the first number, a second thread only costs time. From the
second on all threads are used at once, as to try fewer costs more than it saves; from the third on
inputs are not tried either."""
MANY_WEIGHTS = 1.5e6
"""So many do not stay in the cache of one core: a step of few rows is clear, too."""
SHORT_SECONDS = 0.02
"""A run that is over so soon with the fewest threads tries no more: they need time to get cores."""
CROWDED = 0.1
"""The share of their time that threads may wait for one of them that has no core."""
WATCHED_SECONDS = 0.01
"""Seconds of steps after which that share is looked at."""
LOOK_SECONDS, LOOK_STEPS, FIRST_STEPS = 0.5, 64, 16
"""Several threads run for so long at a time, with at least so many steps; with fewer at first."""
MUCH_LONGER = 1.4
"""The threads are measured again when a step takes this many times as long as before."""
SPARING = 20
"""Measure again only after this many times the seconds that the slower candidates took."""
SOON, AGAIN_AFTER = 0.1, 3.0
"""Seconds until more threads are tried again, at first and later, as other programs end."""


def evaluate_batch(program: NativeProgram, index: Array, rng: RNG, threads: int) -> BatchResult:
    """Evaluate a batch, and write its gradient to `network.grad`."""
    result = program.run(index, np.zeros(1), 0, rng, threads, update=False)
    if result.outcome != DONE:
        return BatchResult(float("nan"), 0.0, 0.0)
    loss, penalty, correct, weight = result.sums[0].tolist()
    return BatchResult(loss / weight if weight else 0.0, penalty / len(index), correct)


class Expiry:
    """Decides when to measure again, as other programs start and end."""

    def __init__(self) -> None:
        self.after, self.pause = SOON, 0.0
        self.step_seconds, self.measured_at = 0.0, time.perf_counter()
        self.took = self.waited = 0.0

    def renew(self, step_seconds: float = 0.0, cost: float = 0.0) -> None:
        """Record a change. Each time after which more threads are tried is twice the one before."""
        now = time.perf_counter()
        self.after = SOON if now - self.measured_at > 2 * AGAIN_AFTER else 2 * self.after
        self.after = max(min(self.after, AGAIN_AFTER), SPARING * cost)
        self.step_seconds, self.measured_at, self.pause = step_seconds, now, SPARING * cost
        self.took = self.waited = 0.0

    def is_crowded(self, seconds: float, waited: float) -> bool:
        """Return whether threads waited too long for a core, of late."""
        self.took, self.waited = self.took + seconds, self.waited + waited
        if self.took < WATCHED_SECONDS:
            return False
        crowded = self.waited > CROWDED * self.took
        self.took = self.waited = 0.0
        return crowded

    def is_over(self, step_seconds: float, *, uses_all: bool) -> bool:
        """Return whether to measure again, given the seconds that a step takes now."""
        self.step_seconds = self.step_seconds or step_seconds
        since = time.perf_counter() - self.measured_at
        is_slow = step_seconds > MUCH_LONGER * self.step_seconds
        return (since > self.after and not uses_all) or (is_slow and since > self.pause)


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
        weights = sum(rows * columns for rows, columns in widths)
        work = batch_size * weights
        self.is_long = work > LONG_STEP
        self.is_clear = work > CLEAR_STEP or weights > MANY_WEIGHTS
        inputs_tried = possible_inputs(data.x, network, inputs)[: 1 if self.is_long else None]
        self.programs = [*filter(None, map(self._bind, inputs_tried))] or [self._program("dense")]
        most = 1 if work < SMALL_STEP else available_threads()
        powers = [2**k for k in range(7) if 2**k < most]
        self.counts = [threads] if threads else [*powers, most]
        self.program = self.programs[0]
        self.threads = self.used = self.counts[-1]  # as is fastest; in the last steps
        self.trial = self._first_trial()
        self.expiry, self.seconds = Expiry(), 0.0  # the seconds of all steps

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
        threads = f"{self.used} thread{'s' if self.used > 1 else ''}"
        is_short = self.program.plan.is_short_of_memory
        note = self.note + ("; no memory for panels of the weights" if is_short else "")
        products = ", bfloat16 products" if self.state.network.bfloat16 else ""
        inputs = f"{self.program.inputs} inputs"
        return f"{module.instruction_set()}, {threads}, {inputs}{products}{note}"

    def run(self, order: Array, learning_rates: Array, **options: Any) -> Result:
        """Call `NativeProgram.run` in the fastest way."""
        if self.trial is None and len(self.counts) == 1:
            state = self.state
            return self.program.run(
                order, learning_rates, state.t, state.rng, self.threads, **options
            )
        call = Call(self.state, self.batch_size, order, learning_rates, **options)
        while not call.is_over:
            candidate, steps = self._next(call.left)
            result = call.take(candidate, steps)
            if result.outcome == DONE:
                self._record(candidate, result.steps, float(result.seconds[-1]))
        return call.result

    def evaluate_batch(self, index: Array, rng: RNG) -> BatchResult:
        """Evaluate a batch, and write its gradient to `network.grad`."""
        candidate, _ = self._next()
        started = time.perf_counter()
        result = evaluate_batch(candidate.program, index, rng, candidate.threads)
        self._record(candidate, 1, time.perf_counter() - started)
        return result

    def settle_on(self, program: NativeProgram) -> None:
        """Use this program, and the threads of the last steps, from now on."""
        self.program, self.programs = program, [program]
        self.threads, self.counts, self.trial = self.used, [self.used], None

    def settle_inputs(self, order: Array, learning_rates: Array) -> None:
        """Decide how the inputs are read, by steps that are undone."""
        before, n = self.before.take(), MOST_STEPS
        outcome = DONE
        while len(self.programs) > 1 and outcome == DONE:
            outcome = self.run(order[: n * self.batch_size], learning_rates[:n]).outcome
            before.restore()

    def _first_trial(self) -> Trial | None:
        """Return the trial with which a run begins, or goes on when its inputs are decided."""
        return self._trial() if len(self.programs) > 1 or not self.is_clear else None

    def _trial(self) -> Trial | None:
        """Return a trial of the ways to read the inputs, else of the numbers of threads."""
        if len(self.programs) > 1:
            fewest = self.counts[0]
            return Trial([Candidate(program, fewest) for program in self.programs])
        if len(self.counts) > 1:
            return Trial([Candidate(self.program, threads) for threads in self.counts])
        return None

    @property
    def _cores(self) -> int:
        """Return how many threads this run may use beside the others of the process."""
        return AT_WORK.share(self.counts[-1]) if len(self.counts) > 1 else self.counts[-1]

    @property
    def _active_trial(self) -> Trial | None:
        """Return the trial, unless it is of threads that other trainings of the process need."""
        is_active = len(self.programs) > 1 or self._cores == self.counts[-1]
        return self.trial if is_active else None

    def _next(self, left: float = math.inf) -> tuple[Candidate, float]:
        """Return who takes the next steps, and how many, if so many are left of the call."""
        if trial := self._active_trial:
            seconds = self.seconds + left * trial.step_seconds
            if len(self.programs) == 1 and trial.step_seconds > 0 and seconds < SHORT_SECONDS:
                return trial.candidates[0], math.inf
            candidate = trial.candidates[trial.turn]
            others = candidate.threads - 1 if len(self.counts) > 1 else 0
            if not others or others <= idle_cores():
                return candidate, trial.steps
            trial.pass_over()
            self._decide(trial)
            return self._next(left)
        threads = min(self.threads, self._cores)
        if threads == 1 or len(self.counts) == 1:
            return Candidate(self.program, threads), math.inf
        each = self.expiry.step_seconds
        steps = max(LOOK_STEPS, LOOK_SECONDS // each) if each else FIRST_STEPS
        return Candidate(self.program, threads), steps

    def _record(self, candidate: Candidate, steps: int, seconds: float) -> None:
        """Take note of the time of steps, and decide if enough is known."""
        program, threads = candidate
        self.used, self.seconds = threads, self.seconds + seconds
        waited = program.plan.waited if threads > 1 else 0.0
        trial = self._active_trial
        if trial and candidate == trial.candidates[trial.turn]:
            trial.add(steps, seconds, waited > CROWDED * seconds)
            self._decide(trial)
        elif len(self.counts) == 1 or threads != self.threads:
            return
        elif self.expiry.is_crowded(seconds, waited):
            self.threads = self.counts[self.counts.index(threads) - 1]
            self.expiry.renew()
        elif self.expiry.is_over(seconds / steps, uses_all=threads == self.counts[-1]):
            self.trial = self._trial()

    def _decide(self, trial: Trial) -> None:
        best = trial.winner
        if best is None:
            return
        (program, threads), is_of_inputs = trial.candidates[best], len(self.programs) > 1
        self.program, self.programs = program, [program]
        if is_of_inputs:
            self.trial = self._first_trial()
            return
        self.threads, self.trial = threads, None
        self.expiry.renew(median(trial.times[best]), sum(trial.spent) - trial.spent[best])
