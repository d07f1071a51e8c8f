"""How good scores are: the loss, and the accuracy or R squared, of one epoch or of many."""

import numpy as np

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.engines.base import Batch
from noron.losses import Loss
from noron.training.metrics import accuracy, r2


def evaluate(loss: Loss, scores: Array, batch: Batch) -> Row:
    """The loss, and the accuracy or R squared, of scores that are there already."""
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
