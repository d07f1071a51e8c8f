"""The interface of the engines, which compute the training steps of a network.

An engine takes many steps in one call, so it may combine gathering rows, the forward and backward
passes and the update. It must compute the same as the `reference` engine, which defines the result.
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
    """Training rows: x (rows, n_inputs), y as the loss takes it, and optionally a weight a row.

    The x of a whole data set may be in a compact form; the x that `take` returns is an array.
    """

    x: Inputs
    y: Array
    weight: Array | None = None

    def take(self, index: Array) -> "Batch":
        """Return the rows at `index` in that order, with x as an array: the batch of one step."""
        weight = None if self.weight is None else self.weight[index]
        return Batch(self.x[index], self.y[index], weight)

    def pick(self, index: Array) -> "Batch":
        """Return the rows at `index` in that order, with x in its present form."""
        weight = None if self.weight is None else self.weight[index]
        return Batch(pick(self.x, index), self.y[index], weight)

    def weight_of(self, index: Array) -> float:
        """Return the sum of the weights of the rows at `index`."""
        return float(len(index) if self.weight is None else self.weight[index].sum())

    def whole_weight(self) -> float:
        """Return the sum of the weights of all rows."""
        return float(len(self) if self.weight is None else self.weight.sum())

    def __len__(self) -> int:
        return len(self.x)


class BatchResult(NamedTuple):
    """Of one batch: the mean loss, the penalty of the weights, the number of right answers."""

    loss: float
    penalty: float
    correct: float

    @property
    def objective(self) -> float:
        """Return the loss plus the penalty, which training minimizes."""
        return self.loss + self.penalty


@dataclass
class Sums:
    """Sums over the rows of several steps, each evaluated just before its update."""

    loss: float = 0.0
    penalty: float = 0.0
    correct: float = 0.0
    weight: float = 0.0
    rows: int = 0

    def add(self, outcome: BatchResult, weight: float, rows: int) -> None:
        """Add a batch of total weight `weight` with `rows` rows."""
        self.loss += outcome.loss * weight
        self.penalty += outcome.penalty * rows
        self.correct += outcome.correct
        self.weight += weight
        self.rows += rows


@dataclass
class State:
    """The state of a run between steps, in addition to the numbers of the network."""

    network: Network
    loss: Loss
    optimizer: Optimizer
    rng: RNG
    slots: Params = field(init=False)
    t: int = 0
    augment_key: int = 0
    replay: RNG | None = None
    good_theta: Array = field(init=False)
    good_buffers: Array = field(init=False)

    def __post_init__(self) -> None:
        self.optimizer = self.optimizer.fitted_to(self.network.layout)
        self.slots = self.optimizer.start(self.network.theta)
        self.good_theta = aligned_copy(self.network.theta)
        self.good_buffers = self.network.buffers.copy()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        # A loaded copy may have read-only arrays, mapped from a file: replace them by own ones.
        self.slots = tuple(aligned_copy(slot) for slot in self.slots)
        self.good_theta, self.good_buffers = aligned_copy(self.good_theta), self.good_buffers.copy()

    def keep_good(self) -> None:
        """Store the present weights as the last ones with a finite loss and gradient."""
        self.good_theta[:] = self.network.theta

    def back_to_good(self) -> None:
        """Restore the last good weights and buffers."""
        self.network.theta[:] = self.good_theta
        self.network.buffers[:] = self.good_buffers

    def show_averaged(self) -> tuple[Array, Array] | None:
        """Put averaged weights into the network, if the optimizer keeps any.

        Return the theta and buffers with which training must continue, or None.
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
    """The loss or its gradient is no longer finite; the last good weights are restored.

    `index` holds the rows of the batch in which it happened.
    """

    def __init__(self, index: Array) -> None:
        super().__init__("the loss is no longer finite")
        self.index = index


class Fit(ABC):
    """One training run of an engine, with everything that it prepared for these rows."""

    @property
    def path(self) -> str:
        """Return a short description of how the engine computes."""
        return ""

    @abstractmethod
    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """Take one step for each learning rate, on consecutive batches of the rows `order`.

        Return the sums over these rows, added to `sums`: an epoch that is run in pieces gives the
        same bits as one that is run at once. Raises DivergedError in the step in which the loss
        stops being finite.
        """

    @property
    def threads(self) -> int:
        """Return the number of threads that the steps use."""
        return available_threads()

    def instrument(self, clock: Clock) -> "Instruments":
        """Measure the passes of each step with `clock`; use the fit only for profiling then."""
        unknown = ["an engine of your own: no details"] * clock.n_layers
        return Instruments(self, clock, unknown, "", "", "")

    def repeat(self, order: Array, rate: float, steps: int) -> None:
        """Take `steps` steps on the rows `order`, to be timed. Raises DivergedError."""
        self.run(order, [rate] * steps)

    def epochs(
        self, learning_rates: Array, orders: Array | None = None, watched: Inputs | None = None
    ) -> "Epochs | None":
        """Run whole epochs of shuffled rows, one step for each rate; None if not supported.

        The result has the same bits as `run` with `rng.permutation`s, or with `orders`, shape
        (epochs, rows). The scores of the rows `watched` are computed after each epoch. Return None
        also if the loss does not stay finite: then nothing has been changed.
        """
        return None


@dataclass(frozen=True)
class Instruments:
    """A fit with a clock, and a description of how it computes.

    Attributes:
        fit: takes the steps.
        clock: holds the seconds of their passes afterwards.
        layers: how each layer is computed, and why.
        rows, loss, update: how rows are gathered, and loss and update computed.
        sparse: whether zeros of the inputs are skipped.
        folded: whether a standardization is part of reading sparse inputs.
        fused: whether weights are updated within the backward passes of the layers.
        every_dx: whether dL/dx is computed also where it is not needed.
        absent: the layers without a pass of their own.
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
    """The results of several epochs.

    Attributes:
        sums: loss, penalty, correct and weight as in `Sums`, shape (epochs, 4).
        seconds: from the call to the end of each epoch, shape (epochs,).
        scores: of the watched rows, shape (epochs, rows, n_outputs).
    """

    sums: Array
    seconds: Array
    scores: Array | None = None


class Engine(ABC):
    """Computes a network: the gradient of one batch, or many training steps."""

    name: ClassVar[str]

    @abstractmethod
    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Return why this engine cannot train that network, or None if it can."""

    @abstractmethod
    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Evaluate one batch, and write its gradient to `network.grad`."""

    @abstractmethod
    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Prepare steps on rows of `data`."""

    def scores(self, network: Network, x: Inputs) -> Array:
        """Return the scores in evaluation mode, shape (rows, n_outputs)."""
        return network.predict(x)

    def limits(self, network: Network, batch_size: int) -> AbstractContextManager[object]:
        """Return a context for a run, which limits NumPy's BLAS to the threads that help."""
        return suited_threads(network, batch_size)


def is_finite(value: float, grad: Array) -> bool:
    """Return whether the value and the whole gradient are finite."""
    return math.isfinite(value) and math.isfinite(float(grad.sum()))  # NaN makes the sum NaN
