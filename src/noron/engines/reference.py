"""The reference engine: the layers' own formulas in NumPy. It defines what is right."""

from dataclasses import dataclass
from typing import ClassVar, final

from noron.core.types import RNG
from noron.engines.base import Batch, BatchResult, Engine, Fit, State
from noron.engines.stepwise import StepByStep
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer


@final
@dataclass(frozen=True)
class ReferenceEngine(Engine):
    """Runs every network that can be written down, as it is written down."""

    name: ClassVar[str] = "reference"

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """None: there is nothing that it cannot run."""
        return None

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Forward through the layers and the loss, and back."""
        scores, backward = network.forward(batch.x[:], rng)
        value, loss_backward = loss.forward(scores, batch.y, batch.weight)
        backward(loss_backward())
        right = float(loss.correct(scores, batch.y).sum())
        return BatchResult(value, network.penalty(batch.whole_weight()), right)

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """The plain loop."""
        return StepByStep(self, state, data, batch_size)
