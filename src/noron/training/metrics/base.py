"""The base class of the metrics that every run records, such as accuracy and R squared.

    @final
    @dataclass(frozen=True)
    class MeanError(RecordedMetric, name="mean_error"):
        tasks: ClassVar[tuple[str, ...]] = ("regression",)

        def of(self, loss: Loss, scores: Array, batch: Batch) -> float:
            return float(np.abs(loss.predict(scores) - batch.y).mean())

Every run on numbers then records `val_mean_error` of its validation rows. A name that ends in
`_loss` or `_error` is better small, any other one large.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from noron.core.registry import Family
from noron.core.types import Array
from noron.engines import Batch
from noron.losses import Loss


@dataclass(frozen=True)
class RecordedMetric(Family, ABC, family="metric"):
    """A number that says how good the scores of some rows are."""

    tasks: ClassVar[tuple[str, ...]] = ()
    """Of which losses it is recorded, by their `task`: "classes", "binary", "regression"."""

    counted: ClassVar[bool] = False
    """Whether it is the share of rows for which `Loss.correct` is 1. The engines count these in
    training, so that it is recorded of the training rows, too."""

    @abstractmethod
    def of(self, loss: Loss, scores: Array, batch: Batch) -> float:
        """Return the metric of rows with `scores` of shape (rows, n_outputs)."""

    def of_each(self, loss: Loss, scores: Array, batch: Batch) -> Array:
        """Return `of` with the same bits for each epoch: `scores` is (epochs, rows, n_outputs)."""
        return np.array([self.of(loss, one, batch) for one in scores])


def metrics_for(loss: Loss) -> list[RecordedMetric]:
    """Return the metrics that are recorded with a loss, in the order of registration."""
    members: list[type[RecordedMetric]] = list(RecordedMetric.members.values())
    return [metric() for metric in members if loss.task in metric.tasks]


def recorded_names(loss: Loss) -> list[str]:
    """Return the metrics that a run with validation rows records; the first decides comparisons."""
    names: list[str] = []
    for metric in metrics_for(loss):
        names += [f"val_{metric.name}", *([metric.name] if metric.counted else [])]
    return [*names, "val_loss", "loss"]
