"""The reference engine: the layers' own formulas in NumPy. It defines what is right."""

from typing import ClassVar, final

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import RNG
from noron.engines.base import Batch, BatchResult, DivergedError, Engine, Fit, State
from noron.engines.stepwise import StepByStep
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer


@final
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


def gradient_step(state: State, data: Batch, rate: float) -> None:
    """One step on all rows. Raises SettingError where the loss is not finite."""
    try:
        with state.network.changing():
            ReferenceEngine().fit(state, data, len(data)).run(np.arange(len(data)), [rate])
    except DivergedError:
        raise SettingError(
            "the loss is not finite at these weights, so no step was taken: make a new network and "
            "use a smaller learning rate, or scale X"
        ) from None
