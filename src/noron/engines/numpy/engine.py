"""The NumPy engine: compiles a network to operations on arrays that are allocated once.

Arrays are reused from step to step, gradients are written directly to the network, dL/dx of the
input rows is not computed, and the usual optimizers update in place. A layer, loss or optimizer
without an operation here runs by its own formula, so every network can be run.
"""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.rows import CompactRows
from noron.engines.base import Batch, BatchResult, Engine, Fit, Instruments, State
from noron.engines.clock import Clock, how_read, is_left_out, slots_of
from noron.engines.numpy.layer_ops import Chain
from noron.engines.numpy.loss_ops import loss_node
from noron.engines.numpy.optimizer_ops import STEPS, Update
from noron.engines.numpy.timed import TimedNode, planned_way
from noron.engines.numpy.workspace import LayerSlot, Workspace
from noron.engines.reference import ReferenceEngine
from noron.engines.stepwise import StepByStep, TimedSteps
from noron.engines.threads import OneThread, available_threads, suited_threads
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer


@final
@dataclass(frozen=True)
class NumpyEngine(Engine):
    """Runs every network, most of them with the same bits as the reference engine."""

    name: ClassVar[str] = "numpy"

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Return None: unknown layers and losses run by their own formulas."""
        return None

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Evaluate one batch, and write its gradient to `network.grad`."""
        if rng is None:  # compiled graphs are for training mode only
            return ReferenceEngine().value_and_grad(network, loss, batch, rng)
        return CompiledGraphs(network, loss, batch, len(batch)).evaluate_batch(
            np.arange(len(batch)), rng
        )

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Compile the network for these rows."""
        return NumpyFit(self, state, data, batch_size)


@final
class NumpyFit(StepByStep):
    """The step-by-step loop with compiled evaluations and in-place updates."""

    def __init__(self, engine: Engine, state: State, data: Batch, batch_size: int) -> None:
        super().__init__(engine, state, data, batch_size)
        network = state.network
        self.graphs = CompiledGraphs(network, state.loss, data, batch_size)
        fused = type(state.optimizer) in STEPS
        given = (state.optimizer, network.theta, network.grad, state.slots)
        self.step_in_place = Update(*given) if fused else None

    @property
    def path(self) -> str:
        """Return "planned", and the optimizer's name if it does not update in place."""
        by_itself = "" if self.step_in_place else f", {self.state.optimizer.name} by itself"
        return f"planned{by_itself}"

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """Evaluate the batch of the rows `index`, and write its gradient to `network.grad`."""
        return self.graphs.evaluate_batch(index, rng or self.state.rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """Update theta by the optimizer's step, then project it onto the constraints."""
        if self.step_in_place is None:
            super().update(index, outcome, learning_rate)
        else:
            self.step_in_place(self.state.t, learning_rate)
            self.state.network.project()

    @property
    def threads(self) -> int:
        """Return 1 if all products are small, else the number of available threads."""
        limits = suited_threads(self.state.network, self.batch_size)
        return 1 if isinstance(limits, OneThread) else available_threads()

    def instrument(self, clock: Clock) -> Instruments:
        """Time the nodes of each compiled graph."""
        layers = self.state.network.layers
        planned = [i for i, layer in enumerate(layers) if not is_left_out(layer)]
        for graph in self.graphs.by_rows.values():
            chain = graph.chain
            pairs = zip(chain.nodes, slots_of(clock, planned), strict=True)
            timed = {id(node): TimedNode(node, slot) for node, slot in pairs}
            chain.nodes = [timed[id(node)] for node in chain.nodes]
            chain.back = [timed[id(node)] for node in chain.back]
        name = self.state.optimizer.name
        return Instruments(
            fit=TimedSteps(self, clock),
            clock=clock,
            layers=[planned_way(layer, self.threads) for layer in layers],
            rows=how_read(self.data.x),
            loss="in kept arrays",
            update=f"{name} {'in place' if self.step_in_place else 'by its own formula'}",
            absent=tuple(sorted({*range(len(layers))} - {*planned})),
        )


class CompiledGraphs:
    """A compiled graph for each batch size: usually the full one, and that of the last batch."""

    def __init__(self, network: Network, loss: Loss, data: Batch, batch_size: int) -> None:
        self.network, self.loss, self.data = network, loss, data
        self.workspace = Workspace(min(batch_size, len(data)), network.theta.dtype)
        self.by_rows: dict[int, CompiledGraph] = {}
        self._plan(self.workspace)

    def _plan(self, workspace: Workspace) -> "CompiledGraph":
        self.by_rows[workspace.rows] = plan = CompiledGraph(
            self.network, self.loss, self.data, workspace
        )
        return plan

    def evaluate_batch(self, index: Array, rng: RNG) -> BatchResult:
        """Run forward and backward for the rows at `index`, and add the penalty."""
        plan = self.by_rows.get(len(index))
        if plan is None:
            larger = self.workspace if len(index) < self.workspace.rows else None
            plan = self._plan(Workspace(len(index), self.workspace.dtype, larger))
        value, right = plan.evaluate_batch(index, rng)
        network, penalty = self.network, 0.0
        if network.regularizers:
            penalty = network.penalty(self.data.weight_of(index))
        return BatchResult(value, penalty, right)


@final
class CompiledGraph:
    """A network and its loss, bound to arrays for one batch size."""

    def __init__(self, network: Network, loss: Loss, data: Batch, workspace: Workspace) -> None:
        self.rows = data.x
        self.x = workspace.array(data.x.shape[1], data.x.dtype)
        slot = LayerSlot((), (), network.n_inputs, 0, False, False, workspace)
        self.chain = Chain(network.layers, zip(network.params, network.grads, strict=True), slot)
        self.loss = loss_node(loss, data, network.n_outputs, workspace)

    def evaluate_batch(self, index: Array, rng: RNG) -> tuple[float, float]:
        """Return the loss and the number of right answers."""
        if isinstance(self.rows, CompactRows):
            x = self.rows[index]
        else:
            x = np.take(self.rows, index, axis=0, out=self.x, mode="clip")  # "raise" would copy
        value, dscores, right = self.loss.evaluate(self.chain.forward(x, rng), index)
        self.chain.backward(dscores)
        return value, right
