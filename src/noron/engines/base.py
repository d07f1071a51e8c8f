"""The seam between what a network means and how fast it is computed.

An engine takes whole runs of steps, so it may gather rows, go forward, back and update in one
native call. What it may not do is change the mathematics: `reference` defines what is right.
"""

import copy
import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

import numpy as np

from noron.data.rows import Inputs, pick
from noron.losses import Loss
from noron.metrics import correct
from noron.network import Network
from noron.optimizers import Optimizer
from noron.types import RNG, Array, Params


class Batch(NamedTuple):
    """Rows to learn from: x (rows, n_inputs), y as the loss takes it, a weight for each row.

    The x of all rows may be compact; that of a step, which `take` makes, is an array.
    """

    x: Inputs
    y: Array
    weight: Array | None = None

    def take(self, index: Array) -> "Batch":
        """The rows at `index`, in that order, x as an array: a step's batch."""
        weight = None if self.weight is None else self.weight[index]
        return Batch(self.x[index], self.y[index], weight)

    def pick(self, index: Array) -> "Batch":
        """The rows at `index`, in that order, x as compact as it is: a part of the data."""
        weight = None if self.weight is None else self.weight[index]
        return Batch(pick(self.x, index), self.y[index], weight)

    def __len__(self) -> int:
        return len(self.x)


class Outcome(NamedTuple):
    """What one look at a batch found: its mean loss, the penalty of the weights, the scores."""

    loss: float
    penalty: float
    scores: Array

    @property
    def objective(self) -> float:
        """What is made small."""
        return self.loss + self.penalty


@dataclass
class Sums:
    """Sums over the rows of several steps, taken as they were learnt from."""

    loss: float = 0.0
    penalty: float = 0.0
    correct: float = 0.0
    weight: float = 0.0
    rows: int = 0

    def __iadd__(self, other: "Sums") -> "Sums":
        """Both together."""
        self.loss += other.loss
        self.penalty += other.penalty
        self.correct += other.correct
        self.weight += other.weight
        self.rows += other.rows
        return self

    def add(self, outcome: Outcome, batch: Batch, loss: Loss) -> None:
        """One more batch."""
        weight = float(len(batch) if batch.weight is None else batch.weight.sum())
        self.loss += outcome.loss * weight
        self.penalty += outcome.penalty * len(batch)
        self.correct += float(correct(loss, outcome.scores, batch.y).sum())
        self.weight += weight
        self.rows += len(batch)


@dataclass
class State:
    """What a run carries from step to step, beside the network's own numbers."""

    network: Network
    loss: Loss
    optimizer: Optimizer
    rng: RNG
    slots: Params = field(init=False)
    t: int = 0
    replay: RNG | None = None
    objective: float = 0.0
    good_theta: Array = field(init=False)
    good_buffers: Array = field(init=False)

    def __post_init__(self) -> None:
        self.optimizer = self.optimizer.fitted_to(self.network.layout)
        self.slots = self.optimizer.start(self.network.theta)
        self.good_theta = self.network.theta.copy()
        self.good_buffers = self.network.buffers.copy()

    def keep_good(self) -> None:
        """Remember the weights as they are: their loss and gradient were finite."""
        self.good_theta[:] = self.network.theta

    def back_to_good(self) -> None:
        """Put the last good weights back."""
        self.network.theta[:] = self.good_theta
        self.network.buffers[:] = self.good_buffers


class DivergedError(Exception):
    """The loss or its gradient is no longer finite; the last good weights are back."""

    def __init__(self, index: Array) -> None:
        super().__init__("the loss is no longer finite")
        self.index = index


class Engine(ABC):
    """How a network is run: one look at a batch, one update, and many of both."""

    name: ClassVar[str]

    @abstractmethod
    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Why this engine cannot train that network, or None if it can."""

    @abstractmethod
    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> Outcome:
        """The outcome of one batch; its gradient is then in `network.grad`."""

    @abstractmethod
    def apply(self, state: State, batch: Batch, learning_rate: float) -> None:
        """One update of theta by what is in `network.grad`."""

    def run(
        self, state: State, data: Batch, pieces: Sequence[Array], learning_rates: Sequence[float]
    ) -> Sums:
        """One step for each piece, an index of rows: here batch by batch; an engine may do better.

        Raises DivergedError in the step in which the loss stops being finite.
        """
        return step_by_step(self, state, data, zip(pieces, learning_rates, strict=True))


@np.errstate(all="ignore")  # what overflows is found by the check of each step
def step_by_step(
    engine: Engine, state: State, data: Batch, plan: Iterable[tuple[Array, float]]
) -> Sums:
    """The plain loop: gather, look, check, update."""
    sums = Sums()
    network = state.network
    for index, learning_rate in plan:
        batch = data.take(index)
        state.good_buffers[:] = network.buffers
        if state.optimizer.whole_batch:  # it looks at the batch again: with the same dropout masks
            state.replay = copy.deepcopy(state.rng)
        outcome = engine.value_and_grad(network, state.loss, batch, state.rng)
        if not is_finite(outcome.objective, network.grad):
            state.back_to_good()
            raise DivergedError(index)
        state.keep_good()
        state.t += 1
        state.objective = outcome.objective
        engine.apply(state, batch, learning_rate)
        sums.add(outcome, batch, state.loss)
        if not is_finite(0.0, network.theta):  # a weight may be infinite and the next loss finite
            state.back_to_good()
            raise DivergedError(index)
    return sums


def is_finite(value: float, grad: Array) -> bool:
    """Whether the value and every number of the gradient are finite: a NaN spoils any sum."""
    return math.isfinite(value) and math.isfinite(float(grad.sum()))
