"""What is recorded after an epoch: losses, the metrics of the task, and the user's metrics."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import final

import numpy as np

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.data.rows import Inputs
from noron.engines import Batch, State
from noron.losses import Loss
from noron.training.metrics import metrics_for


class Measures(ABC):
    """What a run records for each epoch, besides its number, learning rate and time."""

    watched: Inputs | None = None
    """Rows whose scores are computed after each epoch."""

    validation: Batch | None = None
    """These rows with their targets."""

    looks: bool = False
    """Whether `seen` has to be called after each epoch."""

    @abstractmethod
    def columns(self, sums: Array, rows: int, scores: Array | None) -> dict[str, Array]:
        """Return a column for each name, with one element for each of several epochs.

        Args:
            sums: those of `Epochs`, shape (epochs, 4).
            rows: the number of rows in each sum.
            scores: of the rows `watched`, shape (epochs, rows, n_outputs).
        """

    def seen(self) -> Row:
        """Return further values, which are read from the network after an epoch."""
        return {}

    def rates(self, rates: Array) -> Array:
        """Return the learning rates in the form in which they are recorded."""
        return rates


@final
class TaskMeasures(Measures):
    """Loss, penalty and accuracy of the training rows; loss and metrics of validation rows."""

    def __init__(
        self,
        state: State,
        validation: Batch | None = None,
        metrics: Mapping[str, Callable[[Array], float]] | None = None,
    ) -> None:
        self.loss, self.penalized = state.loss, bool(state.network.regularizers)
        self.validation, self.metrics = validation, metrics or {}
        self.watched = None if validation is None else validation.x
        self.counted = [metric.name for metric in metrics_for(state.loss) if metric.counted]

    @np.errstate(all="ignore")  # an infinite loss is recorded as infinite
    def columns(self, sums: Array, rows: int, scores: Array | None) -> dict[str, Array]:
        """Return each epoch's means, with dropout active. If all weights are 0, so is the loss."""
        loss, penalty, correct, weight = sums.T
        columns = {"loss": np.divide(loss, weight, out=np.zeros_like(loss), where=weight > 0)}
        if self.penalized:
            columns["penalty"] = penalty / rows
        columns |= dict.fromkeys(self.counted, correct / rows)
        if self.validation is not None and scores is not None:
            values = evaluate_each(self.loss, scores, self.validation)
            for name, metric in self.metrics.items():
                values[name] = np.array([float(metric(one)) for one in scores])
            columns |= {f"val_{name}": value for name, value in values.items()}
        return columns


def evaluate(loss: Loss, scores: Array, batch: Batch) -> Row:
    """Return the loss of given scores, and the metrics of its task."""
    values: Row = {"loss": loss.forward(scores, batch.y, batch.weight)[0]}
    return values | {m.name: m.of(loss, scores, batch) for m in metrics_for(loss)}


@np.errstate(all="ignore")  # an infinite loss is recorded as infinite
def evaluate_each(loss: Loss, scores: Array, batch: Batch) -> dict[str, Array]:
    """Return the result of `evaluate` for each epoch, with the same bits.

    `scores` has the shape (epochs, rows, n_outputs). The formulas of single rows are computed once
    for all epochs; the rows of each epoch are summed separately, in the same order as there.
    """
    n, rows = scores.shape[:2]
    if n == 1:
        return {name: np.array([value]) for name, value in evaluate(loss, scores[0], batch).items()}
    flat, y = scores.reshape(n * rows, -1), np.concatenate([batch.y] * n)
    losses = loss.rows(flat, y)[0].reshape(n, rows)
    share = loss.shares(batch.y, batch.weight, losses[0])
    values = {"loss": np.array([float(share @ one) for one in losses])}
    return values | {m.name: m.of_each(loss, scores, batch) for m in metrics_for(loss)}
