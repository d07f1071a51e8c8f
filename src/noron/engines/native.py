"""The native engine: whole runs of steps in one call of the compiled kernels.

Whether the inputs are read dense or compressed, and how many threads help, is measured on the first
steps, which are then taken back; and again when steps take much longer than they did. Neither
choice changes a bit of the result.
"""

import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, ClassVar, final

import numpy as np

from noron.data.rows import Inputs, SparseRows
from noron.engines import kernels
from noron.engines.base import Batch, DivergedError, Engine, Epochs, Fit, Outcome, State, Sums
from noron.engines.bound import DONE, LOOK_DIVERGED, Bound, Result, possible_inputs
from noron.engines.predictor import Predictor
from noron.engines.reference import ReferenceEngine
from noron.engines.stepwise import StepByStep
from noron.engines.threads import available_threads
from noron.errors import SettingError, check_integer, shown
from noron.losses import Loss
from noron.network import Network, aligned_copy
from noron.optimizers import SGD, Optimizer
from noron.types import RNG, Array

SMALL_STEP = 2e5
"""Multiplications in a step up to which a second thread only costs."""
MEASURED = 2e-3
"""Seconds that each way is tried for, twice."""
WORTH_IT = 0.95
"""More threads are taken where they need at most this share of the time."""
MUCH_LONGER = 1.4
AGAIN_AFTER = 3.0
"""Seconds after which the threads are measured again: other programs come and go."""


@final
@dataclass(frozen=True)
class NativeEngine(Engine):
    """Runs what noron is made of; layers and losses of your own go to another engine.

    `threads` and `inputs` ("dense" or "sparse") fix what is measured otherwise.
    """

    name: ClassVar[str] = "native"
    threads: int | None = None
    inputs: str = "auto"

    def __post_init__(self) -> None:
        if self.threads is not None:
            check_integer("threads", self.threads, at_most=64)
        if self.inputs not in ("auto", "dense", "sparse"):
            raise SettingError(f"inputs is {shown(self.inputs)}: give 'auto', 'dense' or 'sparse'")

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """What is missing: the package itself, or a kernel for a layer, loss or regularizer."""
        return kernels.kernels().reason or kernels.refusal(network, loss)

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> Outcome:
        """One look; the kernels' gradient is then in `network.grad`."""
        if rng is None:  # evaluation mode has no kernels for a gradient
            return ReferenceEngine().value_and_grad(network, loss, batch, rng)
        inputs = "sparse" if isinstance(batch.x, SparseRows) else "dense"
        bound = Bound(network, loss, SGD(), (), batch, len(batch), inputs)
        return one_look(bound, np.arange(len(batch)), rng, threads=1)

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Bind theta and the rows to the kernels."""
        pilot = Pilot(self, state, data, batch_size)
        if kernels.is_fused(state.network, state.optimizer):
            return NativeFit(pilot)
        return NativeLooks(self, pilot)

    def scores(self, network: Network, x: Inputs) -> Array:
        """The scores in evaluation mode."""
        return Predictor(network).scores(x)

    def limits(self, network: Network, batch_size: int) -> AbstractContextManager[object]:
        """None: nothing here calls a BLAS."""
        return nullcontext()


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
    """Finds the fastest way through the kernels and keeps to it while it stays the fastest."""

    def __init__(self, engine: NativeEngine, state: State, data: Batch, batch_size: int) -> None:
        self.state, self.data, self.batch_size = state, data, batch_size
        network = state.network
        if kernels.is_fused(network, state.optimizer):
            state.slots = tuple(map(aligned_copy, state.slots))
        self.note = ""
        ways = possible_inputs(data.x, network, engine.inputs)
        self.bounds = [*filter(None, map(self._bind, ways))] or [self._bound("dense")]
        widths = [s.shape for s in network.layout if s.kind == "weight"]
        work = batch_size * sum(rows * columns for rows, columns in widths)
        most = 1 if work < SMALL_STEP else available_threads()
        powers = [2**k for k in range(7) if 2**k < most]
        self.counts = [engine.threads] if engine.threads else [*powers, most]
        self.bound, self.threads = self.bounds[0], self.counts[0]
        self.undecided = len(self.bounds) * len(self.counts) > 1
        self.step_seconds, self.measured_at = 0.0, 0.0

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
        name = kernels.kernels().module.instruction_set()  # type: ignore[union-attr]
        plural = "s" if self.threads > 1 else ""
        return f"{name}, {self.threads} thread{plural}, {self.bound.inputs} inputs{self.note}"

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
            slow = each > MUCH_LONGER * self.step_seconds
            self.undecided = slow or now - self.measured_at > AGAIN_AFTER
        return result

    def decide(self, order: Array, learning_rates: Array, options: dict[str, Any]) -> None:
        """Try every way on the first steps and take them back, where that has yet to be done."""
        if not self.undecided:
            return
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

        def fastest(candidates: Sequence[tuple[Bound, int]]) -> tuple[Bound, int]:
            steps = int(np.clip(MEASURED / seconds(*candidates[0], 1), 1, 64))
            times = [min(seconds(*c, steps) for _ in range(2)) for c in candidates]
            best = 0
            for i, (_, threads) in enumerate(candidates):
                more = threads > candidates[best][1]
                if times[i] < times[best] * (WORTH_IT if more else 1.0):
                    best = i
            self.step_seconds = times[best]
            return candidates[best]

        self.bound, _ = fastest([(bound, 1) for bound in self.bounds])
        self.bounds = [self.bound]
        _, self.threads = fastest([(self.bound, count) for count in self.counts])
        self.measured_at, self.undecided = time.perf_counter(), False


@final
class NativeFit(Fit):
    """Forward, back and update without coming back to Python in between."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot, self.state = pilot, pilot.state
        self.batch_size = pilot.batch_size
        self.last_theta = np.empty_like(self.state.network.theta)

    @property
    def path(self) -> str:  # type: ignore[override]
        """What the pilot has chosen."""
        return self.pilot.path

    def run(self, order: Array, learning_rates: Sequence[float]) -> Sums:
        """All steps in one call."""
        rates, state = np.asarray(learning_rates, dtype=np.float64), self.state
        before = Snapshot(state)
        buffers = state.network.buffers.copy()
        try:
            result = self.pilot.run(order, rates, good_theta=self.last_theta)
        except KeyboardInterrupt:
            if (
                self.pilot.bound.plan.broke_off
            ):  # in the middle of an update, in a step that is long
                before.restore()
            raise
        if result.outcome != DONE:
            self._back(before, result, order, rates, buffers)
        state.good_theta, self.last_theta = self.last_theta, state.good_theta
        state.t += len(rates)
        return Sums(*result.sums[0].tolist(), rows=len(order))

    def _back(
        self, before: Snapshot, result: Result, order: Array, rates: Array, buffers: Array
    ) -> None:
        """Put the last good weights back by going there again, and raise DivergedError.

        A look that is not finite says that the step before led there; a step that is not finite,
        itself. The batch statistics are those of the last look that was finite.
        """
        state, failed = self.state, result.steps
        random = state.rng.bit_generator.state
        good = failed - 1 if result.outcome == LOOK_DIVERGED else failed
        before.restore()
        state.good_buffers[:] = buffers
        if good >= 0:
            self._again(order, rates, good)
            state.good_theta[:] = state.network.theta
        if failed > 0:
            before.restore()
            self._again(order, rates, failed)
            state.good_buffers[:] = state.network.buffers
        state.back_to_good()
        state.rng.bit_generator.state = random
        raise DivergedError(order[failed * self.batch_size :][: self.batch_size])

    def _again(self, order: Array, rates: Array, steps: int) -> None:
        if steps:
            self.pilot.run(order[: steps * self.batch_size], rates[:steps])

    def epochs(self, learning_rates: Array) -> Epochs | None:
        """All epochs in one call, shuffled by the kernels as NumPy shuffles."""
        if not kernels.shuffles_like_numpy():
            return None
        state, n = self.state, len(self.pilot.data)
        before = Snapshot(state)
        n_epochs = len(learning_rates) // -(-n // self.batch_size)
        result = self.pilot.run(
            np.arange(n),
            learning_rates,
            n_epochs=n_epochs,
            shuffle=True,
            good_theta=self.last_theta,
        )
        if result.outcome != DONE:
            before.restore()
            return None
        state.good_theta, self.last_theta = self.last_theta, state.good_theta
        state.t += len(learning_rates)
        return Epochs(result.sums, result.seconds)


@final
class NativeLooks(StepByStep):
    """The kernels look, the optimizer steps by itself: where it wants the whole gradient first."""

    def __init__(self, engine: Engine, pilot: Pilot) -> None:
        super().__init__(engine, pilot.state, pilot.data, pilot.batch_size)
        self.pilot = pilot

    @property
    def path(self) -> str:  # type: ignore[override]
        """What the pilot has chosen."""
        return f"{self.pilot.path}, {self.state.optimizer.name} by itself"

    def look(self, index: Array, rng: RNG | None) -> Outcome:
        """The outcome of a batch of those rows; its gradient is then in `network.grad`."""
        pilot = self.pilot
        pilot.decide(index, np.zeros(1), {"update": False})
        return one_look(pilot.bound, index, rng or self.state.rng, pilot.threads)
