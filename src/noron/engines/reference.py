"""The reference engine: runs the layers' own formulas in NumPy and defines the right result."""

from dataclasses import dataclass
from typing import ClassVar, cast, final

from noron.core.types import RNG, Array, Backward, Params
from noron.engines.base import Batch, BatchResult, Engine, Fit, Instruments, State
from noron.engines.clock import Clock, TimedSlot, how_read, slots_of
from noron.engines.stepwise import StepByStep, TimedSteps
from noron.layers import Layer
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer


@final
@dataclass(frozen=True)
class ReferenceEngine(Engine):
    """Runs every network by the layers' own formulas."""

    name: ClassVar[str] = "reference"

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Return None: it can run everything."""
        return None

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Run forward through the layers and the loss, and back."""
        scores, backward = network.forward(batch.x[:], rng)
        value, loss_backward = loss.forward(scores, batch.y, batch.weight)
        backward(loss_backward())
        right = float(loss.correct(scores, batch.y).sum())
        return BatchResult(value, network.penalty(batch.whole_weight()), right)

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Return the step-by-step fit."""
        return ReferenceFit(self, state, data, batch_size)


@final
class ReferenceFit(StepByStep):
    """The step-by-step loop with the layers' own formulas."""

    def instrument(self, clock: Clock) -> Instruments:
        """Time the forward and backward passes of each layer."""
        network = self.state.network
        slots = slots_of(clock, list(range(len(network.layers))))
        timed = [TimedLayer(layer, slot) for layer, slot in zip(network.layers, slots, strict=True)]
        network.layers = cast(tuple[Layer, ...], tuple(timed))
        return Instruments(
            fit=TimedSteps(self, clock),
            clock=clock,
            layers=["as written: its own forward"] * clock.n_layers,
            rows=how_read(self.data.x),
            loss="as written",
            update=f"{self.state.optimizer.name} as written",
            every_dx=True,
        )


@final
class TimedLayer:
    """A layer whose passes are timed."""

    def __init__(self, layer: Layer, slot: TimedSlot) -> None:
        self.layer, self.slot = layer, slot

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """Run the layer's own `forward`."""
        self.slot.before_forward()
        y, pull = self.layer.forward(params, x, rng)
        self.slot.after_forward()

        def backward(dy: Array) -> tuple[Array, Params]:
            self.slot.before_back()
            pulled = pull(dy)
            self.slot.after_back()
            return pulled

        return y, backward
