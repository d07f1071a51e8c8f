"""Accuracy and R squared."""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.engines import Batch
from noron.losses import Loss
from noron.training.metrics.base import RecordedMetric


@final
@dataclass(frozen=True)
class Accuracy(RecordedMetric, name="accuracy"):
    """The weighted share of right answers, between 0 and 1."""

    tasks: ClassVar[tuple[str, ...]] = ("classes", "binary")
    counted: ClassVar[bool] = True

    def of(self, loss: Loss, scores: Array, batch: Batch) -> float:
        """Return the weighted mean of `loss.correct`."""
        return float(np.average(loss.correct(scores, batch.y), weights=batch.weight))

    def of_each(self, loss: Loss, scores: Array, batch: Batch) -> Array:
        """Return the accuracy of each epoch; all rows are compared at once, then summed."""
        n, rows = scores.shape[:2]
        flat, y = scores.reshape(n * rows, -1), np.concatenate([batch.y] * n)
        right = loss.correct(flat, y).reshape(n, rows)
        if batch.weight is None and right.dtype == bool:  # sums of integers: any order is right
            return right.sum(axis=1) / rows
        return np.array([float(np.average(one, weights=batch.weight)) for one in right])


@final
@dataclass(frozen=True)
class R2(RecordedMetric, name="r2"):
    """1 - sum (y - prediction)^2 / sum (y - mean y)^2, the mean of it over the outputs.

    1 is perfect, 0 is as good as predicting the mean. If y is constant, it is 1 for a perfect
    prediction and 0 otherwise.
    """

    tasks: ClassVar[tuple[str, ...]] = ("regression",)

    def of(self, loss: Loss, scores: Array, batch: Batch) -> float:
        """Return the weighted R squared, computed in float64."""
        y = np.asarray(batch.y, dtype=np.float64).reshape(len(batch.y), -1)
        prediction = np.asarray(loss.predict(scores), dtype=np.float64).reshape(y.shape)
        given = batch.weight
        w = np.ones(len(y)) if given is None else np.asarray(given, dtype=np.float64)
        residual = w @ np.square(y - prediction)
        total = w @ np.square(y - np.average(y, axis=0, weights=w))
        flat = np.where(residual == 0, 1.0, 0.0)
        values = np.divide(total - residual, total, out=flat, where=total > 0)
        return float(values.mean())
