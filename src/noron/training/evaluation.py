"""What is recorded of an epoch: losses, accuracy or R squared, and the metrics of the user."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import final

import numpy as np

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.data.rows import Inputs
from noron.engines import Batch, State
from noron.losses import Loss
from noron.training.metrics import accuracy, r2


class Measures(ABC):
    """What a run records of each epoch, beside its number, its learning rate and its time."""

    watched: Inputs | None = None
    """Rows whose scores are wanted after each epoch."""

    looks: bool = False
    """Whether `seen` looks at the network after each epoch."""

    @abstractmethod
    def columns(self, sums: Array, rows: int, scores: Array | None) -> dict[str, Array]:
        """Return a column for each name, an element for each of several epochs.

        `sums` are those of `Epochs`, shape (epochs, 4), over so many rows each; `scores` are those
        of the rows `watched`, shape (epochs, rows, n_outputs).
        """

    def seen(self) -> Row:
        """Return what the network itself shows after an epoch."""
        return {}

    def rates(self, rates: Array) -> Array:
        """Return the learning rates as they are recorded."""
        return rates


@final
class TaskMeasures(Measures):
    """Loss, penalty and accuracy while learning; the same and metrics on validation rows."""

    def __init__(
        self,
        state: State,
        validation: Batch | None = None,
        metrics: Mapping[str, Callable[[Array], float]] | None = None,
    ) -> None:
        self.loss, self.penalized = state.loss, bool(state.network.regularizers)
        self.validation, self.metrics = validation, metrics or {}
        self.watched = None if validation is None else validation.x

    @np.errstate(all="ignore")  # an infinite loss is recorded as what it is
    def columns(self, sums: Array, rows: int, scores: Array | None) -> dict[str, Array]:
        """Return each epoch's means, dropout included. A loss of no weight is 0."""
        loss, penalty, correct, weight = sums.T
        columns = {"loss": np.divide(loss, weight, out=np.zeros_like(loss), where=weight > 0)}
        if self.penalized:
            columns["penalty"] = penalty / rows
        if self.loss.task != "regression":
            columns["accuracy"] = correct / rows
        if self.validation is not None and scores is not None:
            values = evaluate_each(self.loss, scores, self.validation)
            for name, metric in self.metrics.items():
                values[name] = np.array([float(metric(one)) for one in scores])
            columns |= {f"val_{name}": value for name, value in values.items()}
        return columns


def evaluate(loss: Loss, scores: Array, batch: Batch) -> Row:
    """Return the loss, and the accuracy or R squared, of scores that are there already."""
    values: Row = {"loss": loss.forward(scores, batch.y, batch.weight)[0]}
    if loss.task == "regression":
        values["r2"] = r2(batch.y, loss.predict(scores), batch.weight)
    else:
        values["accuracy"] = accuracy(loss, scores, batch.y, batch.weight)
    return values


@np.errstate(all="ignore")  # an infinite loss is recorded as what it is
def evaluate_each(loss: Loss, scores: Array, batch: Batch) -> dict[str, Array]:
    """What `evaluate` says of the scores of each epoch, (epochs, rows, n_outputs), to the bit.

    The formulas of rows are gone through once for all epochs; the sums over the rows of an epoch
    are taken one by one, as they are there.
    """
    n, rows = scores.shape[:2]
    if n == 1:
        return {name: np.array([value]) for name, value in evaluate(loss, scores[0], batch).items()}
    flat, y = scores.reshape(n * rows, -1), np.concatenate([batch.y] * n)
    losses = loss.rows(flat, y)[0].reshape(n, rows)
    share = loss.shares(batch.y, batch.weight, losses[0])
    values = {"loss": np.array([float(share @ one) for one in losses])}
    if loss.task == "regression":
        each = [r2(batch.y, loss.predict(one), batch.weight) for one in scores]
        return values | {"r2": np.array(each)}
    right = loss.correct(flat, y).reshape(n, rows)
    if batch.weight is None and right.dtype == bool:  # whole numbers, in whatever order
        return values | {"accuracy": right.sum(axis=1) / rows}
    means = [float(np.average(one, weights=batch.weight)) for one in right]
    return values | {"accuracy": np.array(means)}
