"""The reference engine: the layers' own formulas in NumPy. It defines what is right."""

import copy
from typing import ClassVar, final

from noron.engines.base import Batch, Engine, Outcome, State
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.types import RNG, Array


@final
class ReferenceEngine(Engine):
    """Runs every network that can be written down, as it is written down."""

    name: ClassVar[str] = "reference"

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """None: there is nothing that it cannot run."""
        return None

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> Outcome:
        """Forward through the layers and the loss, and back."""
        scores, backward = network.forward(batch.x[:], rng)
        value, loss_backward = loss.forward(scores, batch.y, batch.weight)
        backward(loss_backward())
        return Outcome(value, network.penalty(), scores)

    def apply(self, state: State, batch: Batch, learning_rate: float) -> None:
        """theta <- optimizer's step, then back within the constraints."""
        network = state.network
        buffers = network.buffers.copy() if state.optimizer.whole_batch else network.buffers
        known = [(state.objective, network.grad)]

        def again() -> tuple[float, Array]:
            if known:  # the first question is about the weights that have just been looked at
                return known.pop()
            rng = copy.deepcopy(state.replay)
            outcome = self.value_and_grad(network, state.loss, batch, rng)
            return outcome.objective, network.grad

        state.optimizer.step(
            network.theta, network.grad, state.slots, state.t, learning_rate, again
        )
        network.buffers[:] = buffers  # a line search's trials are no training steps
        network.project()
