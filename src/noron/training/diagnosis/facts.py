"""What is known of a run that has ended. Most of it is measured only if a rule asks for it."""

import copy
from dataclasses import dataclass
from functools import cached_property
from typing import final

import numpy as np

from noron.core.metric_rows import MetricRows
from noron.core.types import Array
from noron.engines import Batch, State
from noron.layers import Embedding, Layer, Residual
from noron.losses import Loss
from noron.network import Segment
from noron.training.diagnosis.pass_statistics import PassStatistics, pass_statistics, rms
from noron.training.diagnosis.rows import guess_of, link, sample, some

MOST_ROWS = 256
"""The most rows that are looked at."""

FEWEST_ROWS, SHARE_OF_RUN, LITTLE_WORK = 64, 1 / 256, 2**26
"""Through a large network go fewer, but a share of the run's, or for so many multiplications."""

MOST_TARGETS = 8192
"""The targets from which the loss of a guess is computed."""


@final
@dataclass
class Facts:
    """A run that has ended.

    Attributes:
        state: its network, loss and optimizer.
        data, validation: its rows.
        rows: its history.
        start: theta before the first step.
        batch_size: the rows of a step.
        whole: whether all its epochs are done.
    """

    state: State
    data: Batch
    validation: Batch | None
    rows: MetricRows
    start: Array
    batch_size: int
    whole: bool

    @property
    def loss(self) -> Loss:
        """The loss that was trained."""
        return self.state.loss

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers of the network."""
        return self.state.network.layers

    @cached_property
    def batch(self) -> Batch:
        """A few hundred training rows, drawn without the run's generator."""
        return some(self.data, MOST_ROWS)

    @cached_property
    def few(self) -> Batch:
        """Fewer of them for a short run of a large network, to take a small part of its time."""
        share = int(SHARE_OF_RUN * len(self.data) * len(self.rows))
        little = LITTLE_WORK // max(len(self.start), 1)
        return some(self.data, min(MOST_ROWS, max(FEWEST_ROWS, share, little)))

    @cached_property
    def inputs(self) -> Array:
        """What the first layer with weights gets of some rows; codes of an Embedding left out."""
        x, network = self.few.x[:], self.state.network
        for layer, params in zip(network.layers, network.params, strict=True):
            if isinstance(layer, Embedding):
                return x[:, : x.shape[1] - len(layer.sizes)]
            if isinstance(layer, Residual) or (params and params[0].ndim == 2):
                break
            x = layer.forward(params, x)[0]
        return x

    # ---- the loss

    @cached_property
    def curve(self) -> list[float]:
        """The training loss of each epoch."""
        return self.rows.column("loss")

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """The loss of the best constant prediction (log K for K equal classes), and the least."""
        index = sample(len(self.data), MOST_TARGETS)
        weight = None if self.data.weight is None else self.data.weight[index]
        return guess_of(self.loss, self.data.y[index], weight, self.state.network.n_outputs)

    @property
    def guess(self) -> float:
        """The loss of the best constant prediction."""
        return self.bounds[0]

    @property
    def size(self) -> float:
        """The loss that a guess has and a perfect prediction has not."""
        return max(self.bounds[0] - self.bounds[1], 1e-12)

    def learnt(self, loss: float) -> float:
        """Return the share of a guess's loss that is gone: 0 as bad as a guess, 1 perfect."""
        return (self.guess - loss) / self.size

    @cached_property
    def skill(self) -> float:
        """How much the run has learnt by its last epoch, of the training rows."""
        return self.learnt(self.curve[-1])

    @cached_property
    def majority(self) -> float:
        """The accuracy of always answering the most frequent class; 0 for numbers."""
        if self.loss.task == "regression":
            return 0.0
        y = self.data.y
        if self.loss.task == "classes":
            return float((np.bincount(y) if y.ndim == 1 else y.sum(axis=0)).max() / len(y))
        ones = y.reshape(len(y), -1).mean(axis=0)
        return float(np.maximum(ones, 1 - ones).mean())

    def beyond_majority(self, accuracy: float) -> float:
        """Return how far an accuracy lies above the majority's: 0 as bad, 1 perfect."""
        return (accuracy - self.majority) / max(1 - self.majority, 1e-12)

    @cached_property
    def fine(self) -> bool:
        """Whether the training rows are learnt well enough to ask no further."""
        return self.is_learnt(0.5, 0.6)

    def is_learnt(self, skill: float, accuracy: float) -> bool:
        """Return whether the loss, or the accuracy, got that far; of short runs, at their end."""

        def is_so(learnt: float, right: float) -> bool:
            is_right = right > 0 and self.beyond_majority(right) > accuracy
            return learnt > skill or (learnt > 0 and is_right)

        if is_so(self.skill, self.rows[-1].get("accuracy", 0.0)):
            return True
        if len(self.curve) > 5 or self.skill < -0.05:
            return False
        right = self.loss.correct(self.end.scores, self.few.y).mean()
        return is_so(self.learnt(self.end.loss), float(right))

    # ---- the network

    @cached_property
    def end(self) -> PassStatistics:
        """The network as it is now."""
        return pass_statistics(self.state.network, self.loss, self.few)

    @cached_property
    def begin(self) -> PassStatistics:
        """The network before the first step."""
        network = copy.copy(self.state.network)
        network.theta[:] = self.start
        return pass_statistics(network, self.loss, self.few)

    @cached_property
    def moved(self) -> float:
        """How far a weight matrix has moved, as a multiple of its first size; the furthest."""
        theta, start = self.state.network.theta, self.start
        sizes = [rms(s.of(start)) for s in self.matrices]
        paths = [rms(s.of(theta), s.of(start)) for s in self.matrices]
        ratios = [path / max(size, 1e-12) for path, size in zip(paths, sizes, strict=True)]
        return max(ratios, default=0.0)

    @cached_property
    def shrunk(self) -> float:
        """The size of a weight matrix as a share of its first size; the smallest."""
        theta, start = self.state.network.theta, self.start
        ratios = (rms(s.of(theta)) / max(rms(s.of(start)), 1e-12) for s in self.matrices)
        return min(ratios, default=1.0)

    @property
    def matrices(self) -> list[Segment]:
        """The weight matrices."""
        return [s for s in self.state.network.weights() if len(s.shape) == 2]

    @cached_property
    def link(self) -> float:
        """How sure it is that near rows have alike targets, in standard deviations."""
        return link(self.batch)

    @property
    def epochs(self) -> str:
        """The number of epochs in words."""
        n = len(self.rows)
        return f"{n:,} epoch{'s' * (n != 1)}"

    @property
    def steps(self) -> int:
        """The number of steps."""
        return len(self.rows) * -(-len(self.data) // self.batch_size)

    @property
    def rate(self) -> float:
        """The largest learning rate of an epoch's end."""
        return max(self.rows.column("learning_rate"))
