"""The seam between what a network means and how fast it is computed.

An engine takes whole runs of steps, so it may gather rows, go forward, back and update in one
call. What it may not do is change the mathematics: `reference` defines what is right.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

import numpy as np

from noron.core.memory import aligned_copy
from noron.core.types import RNG, Array, Params
from noron.data.rows import Inputs, pick
from noron.engines.clock import Clock
from noron.engines.threads import available_threads, suited_threads
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer


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

    def weight_of(self, index: Array) -> float:
        """How much the rows at `index` count together."""
        return float(len(index) if self.weight is None else self.weight[index].sum())

    def whole_weight(self) -> float:
        """How much all rows count together."""
        return float(len(self) if self.weight is None else self.weight.sum())

    def __len__(self) -> int:
        return len(self.x)


class BatchResult(NamedTuple):
    """What one look at a batch found: its mean loss, the penalty of the weights, right answers."""

    loss: float
    penalty: float
    correct: float

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

    def add(self, outcome: BatchResult, weight: float, rows: int) -> None:
        """One more batch, of that weight and that many rows."""
        self.loss += outcome.loss * weight
        self.penalty += outcome.penalty * rows
        self.correct += outcome.correct
        self.weight += weight
        self.rows += rows


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
    good_theta: Array = field(init=False)
    good_buffers: Array = field(init=False)

    def __post_init__(self) -> None:
        self.optimizer = self.optimizer.fitted_to(self.network.layout)
        self.slots = self.optimizer.start(self.network.theta)
        self.good_theta = self.network.theta.copy()
        self.good_buffers = self.network.buffers.copy()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """With arrays of its own: those of a copy may lie in a file that is only to be read."""
        self.__dict__.update(state)
        self.slots = tuple(aligned_copy(slot) for slot in self.slots)
        self.good_theta, self.good_buffers = self.good_theta.copy(), self.good_buffers.copy()

    def keep_good(self) -> None:
        """Remember the weights as they are: their loss and gradient were finite."""
        self.good_theta[:] = self.network.theta

    def back_to_good(self) -> None:
        """Put the last good weights back."""
        self.network.theta[:] = self.good_theta
        self.network.buffers[:] = self.good_buffers

    def show_averaged(self) -> tuple[Array, Array] | None:
        """Put averaged weights into the network, if the optimizer keeps any.

        Return the theta and the buffers that training has to go on from, or None.
        """
        network = self.network
        if self.t == 0:
            return None
        averaged = self.optimizer.averaged(network.theta, self.slots, self.t)
        if averaged is network.theta or not np.isfinite(averaged).all():
            return None
        learning = network.theta.copy(), network.buffers.copy()
        network.theta[:] = averaged
        network.project()
        return learning


class DivergedError(Exception):
    """The loss or its gradient is no longer finite; the last good weights are back."""

    def __init__(self, index: Array) -> None:
        super().__init__("the loss is no longer finite")
        self.index = index


class Fit(ABC):
    """One training run as its engine sees it: whatever was made ready for these rows."""

    @property
    def path(self) -> str:
        """Which way the engine took, in a few words."""
        return ""

    @abstractmethod
    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """A step for each learning rate, on the rows `order`, a batch at a time.

        What is summed goes on from `sums`: an epoch in pieces comes to the bits of one as whole.
        Raises DivergedError in the step in which the loss stops being finite.
        """

    @property
    def threads(self) -> int:
        """On how many threads the steps run, as far as the engine decides."""
        return available_threads()

    def instrument(self, clock: Clock) -> "Instruments":
        """Put a clock around the passes of the steps; the fit is for nothing else from now on."""
        unknown = ["an engine of your own: not looked into"] * clock.n_layers
        return Instruments(self, clock, unknown, "", "", "")

    def repeat(self, order: Array, rate: float, steps: int) -> None:
        """Take so many steps on the rows `order`, to be timed. Raises DivergedError."""
        self.run(order, [rate] * steps)

    def epochs(
        self, learning_rates: Array, orders: Array | None = None, watched: Inputs | None = None
    ) -> "Epochs | None":
        """Whole epochs of shuffled rows, a step for each rate; None where that is not offered.

        They are the epochs that `run` would make of `rng.permutation`s, or of `orders`, shape
        (epochs, rows), to the last bit; so are the scores of the rows `watched` after each. None
        also if the loss does not stay finite: then nothing has been changed.
        """
        return None


@dataclass(frozen=True)
class Instruments:
    """A fit with a clock, and what can be said of its ways.

    Attributes:
        fit: makes the steps; `clock` then holds the seconds of their passes.
        layers: the way of each layer, and why that one.
        rows, loss, update: the ways of these.
        sparse, folded: whether zeros are left out, a standardization is part of that.
        fused: whether weights are stepped within the layers' passes back.
        every_dx: whether dL/dx is computed also where nobody needs it.
        absent: the layers that take no pass of their own.
    """

    fit: "Fit"
    clock: Clock
    layers: list[str]
    rows: str
    loss: str
    update: str
    sparse: bool = False
    folded: bool = False
    fused: bool = False
    every_dx: bool = False
    absent: tuple[int, ...] = ()


class Epochs(NamedTuple):
    """Of several epochs: the fields of their `Sums` but `rows`, shape (epochs, 4), the seconds
    from the call to the end of each, shape (epochs,), and the scores of the rows that were watched,
    shape (epochs, rows, n_outputs).
    """

    sums: Array
    seconds: Array
    scores: Array | None = None


class Engine(ABC):
    """How a network is run: one look at a batch, and many steps in a row."""

    name: ClassVar[str]

    @abstractmethod
    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Why this engine cannot train that network, or None if it can."""

    @abstractmethod
    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """The outcome of one batch; its gradient is then in `network.grad`."""

    @abstractmethod
    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Make ready for steps on rows of `data`."""

    def scores(self, network: Network, x: Inputs) -> Array:
        """The scores in evaluation mode, shape (rows, n_outputs)."""
        return network.predict(x)

    def limits(self, network: Network, batch_size: int) -> AbstractContextManager[object]:
        """A context for a run, in which NumPy's BLAS takes no more threads than help."""
        return suited_threads(network, batch_size)


def is_finite(value: float, grad: Array) -> bool:
    """Whether the value and every number of the gradient are finite: a NaN spoils any sum."""
    return math.isfinite(value) and math.isfinite(float(grad.sum()))
