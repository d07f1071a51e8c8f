"""The native engine: whole runs of steps in one call of the compiled kernels."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import ClassVar, cast, final

import numpy as np

from noron.core.errors import SettingError, check_integer, shown
from noron.core.memory import aligned_empty
from noron.core.types import RNG, Array
from noron.data.rows import Inputs, SparseRows
from noron.engines.base import (
    Batch,
    BatchResult,
    DivergedError,
    Engine,
    Epochs,
    Fit,
    Instruments,
    State,
    Sums,
)
from noron.engines.clock import Clock, how_read
from noron.engines.native import lowering
from noron.engines.native.autotune import Autotuner, evaluate_batch
from noron.engines.native.binding import (
    DONE,
    LOOK_DIVERGED,
    NativeProgram,
    Result,
    RowCache,
    ScoreWatch,
)
from noron.engines.native.call import Rollback
from noron.engines.native.predictor import NativePredictor
from noron.engines.native.timed import TimedProgram, passes_of
from noron.engines.reference import ReferenceEngine
from noron.engines.stepwise import StepByStep, TimedSteps
from noron.engines.threads import AT_WORK
from noron.layers import Standardize
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import SGD, Optimizer


@final
@dataclass(frozen=True)
class NativeEngine(Engine):
    """Runs noron's own layers and losses; networks with a user's own ones need another engine.

    `threads` and `inputs` ("dense" or "sparse") fix what is otherwise found by measuring. With
    `shared`, networks that train on the same rows hold them in memory once.
    """

    name: ClassVar[str] = "native"
    threads: int | None = None
    inputs: str = "auto"
    shared: RowCache | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.threads is not None:
            check_integer("threads", self.threads, at_most=64)
        if self.inputs not in ("auto", "dense", "sparse"):
            raise SettingError(f"inputs is {shown(self.inputs)}: give 'auto', 'dense' or 'sparse'")

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Return what is missing: the package, or a kernel for a layer, loss or regularizer."""
        return lowering.kernels().reason or lowering.refusal(network, loss)

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Evaluate one batch, and write its gradient to `network.grad`."""
        if rng is None:  # evaluation mode has no kernels for a gradient
            return ReferenceEngine().value_and_grad(network, loss, batch, rng)
        inputs = "sparse" if isinstance(batch.x, SparseRows) else "dense"
        program = NativeProgram(network, loss, SGD(), (), batch, len(batch), inputs)
        return evaluate_batch(program, np.arange(len(batch)), rng, threads=1)

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Bind theta and the rows to the kernels."""
        autotuner = Autotuner(
            state, data, batch_size,
            threads=self.threads, inputs=self.inputs, shared=self.shared,
        )  # fmt: skip
        if lowering.is_fused(state.network, state.optimizer):
            return NativeFit(autotuner)
        return NativeGradientFit(self, autotuner)

    def scores(self, network: Network, x: Inputs) -> Array:
        """Return the scores in evaluation mode."""
        return NativePredictor(network).scores(x)

    def limits(self, network: Network, batch_size: int) -> AbstractContextManager[object]:
        """Return a context in which the run shares the cores; the kernels call no BLAS."""
        return AT_WORK


@final
class NativeFit(Fit):
    """Runs forward, backward and update of many steps without returning to Python."""

    def __init__(self, autotuner: Autotuner) -> None:
        self.autotuner, self.state = autotuner, autotuner.state
        self.batch_size = autotuner.batch_size
        theta = self.state.network.theta
        self.last_theta = aligned_empty(len(theta), theta.dtype)
        self._predictor: NativePredictor | None = None

    @property
    def path(self) -> str:
        """Return the chosen instruction set, threads and form of the inputs."""
        return self.autotuner.path

    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """Take all steps in one call of the kernels."""
        rates = np.asarray(learning_rates, dtype=np.float64)
        before = self.autotuner.before.take()
        try:
            result = self.autotuner.run(order, rates, good_theta=self.last_theta, begun=sums)
        except KeyboardInterrupt:
            if self.autotuner.program.plan.broke_off:  # interrupted within the update of a step
                before.restore()
            raise
        if result.outcome != DONE:
            self._back(before, result, order, rates)
        self.count(len(rates))
        return Sums(*result.sums[0].tolist(), rows=len(order) + (sums.rows if sums else 0))

    def count(self, steps: int) -> None:
        """Count finished steps; the weights from before the last one become the good weights."""
        state = self.state
        state.good_theta, self.last_theta = self.last_theta, state.good_theta
        state.t += steps

    def _back(self, before: Rollback, result: Result, order: Array, rates: Array) -> None:
        """Restore the last good weights by repeating the steps up to there; raise DivergedError.

        If the loss of a batch is not finite, the step before it was the bad one; if theta is not
        finite after a step, that step was. The batch statistics are those of the last finite loss.
        """
        state, failed = self.state, result.steps
        random = state.rng.bit_generator.state
        good = failed - 1 if result.outcome == LOOK_DIVERGED else failed
        self._again(before, order, rates, failed)
        state.good_buffers[:] = state.network.buffers
        if good >= 0:
            self._again(before, order, rates, good)
            state.good_theta[:] = state.network.theta
        state.back_to_good()
        state.rng.bit_generator.state = random
        raise DivergedError(order[failed * self.batch_size :][: self.batch_size])

    def _again(self, before: Rollback, order: Array, rates: Array, steps: int) -> None:
        before.restore()
        if steps:
            self.autotuner.run(order[: steps * self.batch_size], rates[:steps])

    def watch(self, watched: Inputs | None, n_epochs: int) -> ScoreWatch | None:
        """Prepare the scores of those rows after each epoch of a call."""
        if watched is None:
            return None
        if self._predictor is None:
            self._predictor = NativePredictor(self.state.network)
        return self._predictor.watch(watched, n_epochs, self.autotuner.shared)

    def epochs(
        self, learning_rates: Array, orders: Array | None = None, watched: Inputs | None = None
    ) -> Epochs | None:
        """Run all epochs in one call; without `orders`, the kernels shuffle as NumPy does."""
        shuffle = orders is None
        if shuffle and not lowering.shuffles_like_numpy():
            return None
        n = len(self.autotuner.data)
        before = self.autotuner.before.take()
        n_epochs = len(learning_rates) // -(-n // self.batch_size)
        watch = self.watch(watched, n_epochs)
        try:
            result = self.autotuner.run(
                np.arange(n) if orders is None else orders,
                learning_rates,
                n_epochs=n_epochs,
                shuffle=shuffle,
                good_theta=self.last_theta,
                watch=watch,
            )
        except KeyboardInterrupt:
            if self.autotuner.program.plan.broke_off:
                before.restore()
            raise
        if result.outcome != DONE:
            before.restore()
            return None
        self.count(len(learning_rates))
        scores = None if watch is None else watch.scores
        return Epochs(result.sums, result.seconds, scores)

    @property
    def threads(self) -> int:
        """Return the number of threads that took the last steps."""
        return self.autotuner.used

    def instrument(self, clock: Clock) -> Instruments:
        """Time the kernels' passes."""
        return instrumented(self, self.autotuner, clock, fused=True)


@final
class NativeGradientFit(StepByStep):
    """The kernels compute the gradient, and the optimizer updates theta in Python.

    It is for optimizers without a kernel and for those that need the whole gradient first.
    """

    def __init__(self, engine: Engine, autotuner: Autotuner) -> None:
        super().__init__(engine, autotuner.state, autotuner.data, autotuner.batch_size)
        self.autotuner = autotuner

    @property
    def path(self) -> str:
        """Return the chosen way of the kernels, and the optimizer's name."""
        return f"{self.autotuner.path}, {self.state.optimizer.name} by itself"

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """Evaluate the batch of the rows `index`, and write its gradient to `network.grad`."""
        return self.autotuner.evaluate_batch(index, rng or self.state.rng)

    @property
    def threads(self) -> int:
        """Return the number of threads that took the last steps."""
        return self.autotuner.used

    def instrument(self, clock: Clock) -> Instruments:
        """Time the kernels' passes, and the optimizer's step."""
        return instrumented(TimedSteps(self, clock), self.autotuner, clock, fused=False)


def instrumented(fit: Fit, autotuner: Autotuner, clock: Clock, *, fused: bool) -> Instruments:
    """Let the kernels measure their passes, and describe how each layer is computed."""
    network, x = autotuner.state.network, autotuner.data.x
    sparse = autotuner.program.inputs == "sparse"
    folded = sparse and isinstance(network.layers[0], Standardize)
    ways, passes = passes_of(autotuner, x, clock, folded)
    autotuner.settle_on(cast(NativeProgram, TimedProgram(autotuner.program, clock, passes)))
    name = autotuner.state.optimizer.name
    return Instruments(
        fit=fit,
        clock=clock,
        layers=ways,
        rows="only the nonzero numbers" if sparse else how_read(x),
        loss="link, loss and gradient in one pass",
        absent=tuple(i for i in range(clock.n_layers) if clock.forward(i) not in passes),
        update=f"{name} within each layer's backward pass" if fused else f"{name} by itself",
        sparse=sparse,
        folded=folded,
        fused=fused,
    )
