"""What is looked at after each epoch: validation scores, scikit-learn's callbacks, our own."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from noron.callbacks import StopTraining
from noron.columns import Row
from noron.engines import Batch
from noron.estimators.descent import Stop
from noron.types import Array

Score = Callable[[], float]


class Watch:
    """Scores of the validation rows, the best weights so far, and who else wants to know.

    Attributes:
        decides: whether the score, not the training loss, ends the run.
        looks: whether single epochs must be seen.
    """

    def __init__(
        self,
        est: Any,
        validation: Batch | None,
        score: Score | None,
        metrics: Mapping[str, Score],
        context: Any = None,
    ) -> None:
        self.est, self.validation, self.score, self.metrics = est, validation, score, metrics
        self.decides = score is not None
        self.context = context if getattr(est, "_skl_callbacks", None) else None
        self.looks = bool(
            validation is not None or self.decides or metrics or self.context or est.callbacks
        )
        self.best: tuple[Array, Array] | None = None
        self.scores: list[float] = []
        if self.decides:  # those of earlier calls go on
            est.validation_scores_ = self.scores = est.validation_scores_ or []

    def look(self) -> Row:
        """The validation loss, the score that decides, and the other metrics."""
        est = self.est
        found: Row = {}
        if self.validation is not None:
            found["val_loss"] = est._loss_of(self.validation)
        found |= {name: metric() for name, metric in self.metrics.items()}
        if self.score is not None:
            found["val_score"] = score = self.score()
            self.scores.append(score)
            if est.verbose:
                print(f"Validation score: {score:f}")
            self._compare(score)
        return found

    def _compare(self, score: float) -> None:
        est = self.est
        if score < est.best_validation_score_ + est.tol:
            est._no_improvement_count += 1
        else:
            est._no_improvement_count = 0
        if score > est.best_validation_score_:
            est.best_validation_score_ = score
            self.keep()

    def keep(self) -> None:
        """These weights are the best so far."""
        network = self.est._network
        self.best = network.theta.copy(), network.buffers.copy()

    def restore(self) -> None:
        """The best weights, back in the network."""
        if self.best is not None:
            network = self.est._network
            network.theta[:], network.buffers[:] = self.best

    def tell(self, row: Row) -> None:
        """Show the row to the callbacks. Raises Stop if one of them asks for it."""
        stops = []
        for callback in self.est.callbacks or ():
            try:
                callback(row)
            except StopTraining as stop:
                stops.append(str(stop) or "a callback stopped it")
        if self.context is not None:
            task = self.context.subcontext(task_name="epoch")
            task.call_on_fit_task_begin(estimator=self.est)
            attributes = self.est._fitted_attributes
            if task.call_on_fit_task_end(
                estimator=self.est, metadata=row, reconstruction_attributes=attributes
            ):
                stops.append("a callback stopped it")
        if stops:
            raise Stop(stops[0])


def plain_accuracy(prediction: Array, y: Array, weight: Array | None) -> float:
    """The share of rows whose outputs are all right."""
    right = prediction == y
    right = right.all(axis=1) if right.ndim == 2 else right
    return float(np.average(right, weights=weight))
