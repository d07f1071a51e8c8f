"""What is looked at after each epoch: validation scores, scikit-learn's callbacks, our own."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.engines import Batch
from noron.estimators.mlp.descent import Stop
from noron.estimators.params import Context
from noron.training.callbacks import Callback, StopTraining

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
        context: Context | None = None,
    ) -> None:
        self.est, self.validation, self.score, self.metrics = est, validation, score, metrics
        self.decides = score is not None
        self.context = context
        self.looks = bool(
            validation is not None or self.decides or metrics or self.context or est.callbacks
        )
        self.callbacks = list(est.callbacks or ())
        self.scores: list[float] = []
        if self.decides:  # those of earlier calls go on
            est.validation_scores_ = self.scores = est.validation_scores_ or []
            if est.best_validation_score_ is None:
                est.best_validation_score_ = -np.inf
        elif est.best_loss_ is None:
            est.best_loss_ = np.inf

    def look(self) -> Row:
        """The validation loss, the score that decides, and the other metrics."""
        est = self.est
        result: Row = {}
        if self.validation is not None:
            result["val_loss"] = est._loss_of(self.validation)
        result |= {name: metric() for name, metric in self.metrics.items()}
        if self.score is not None:
            result["val_score"] = score = self.score()
            self.scores.append(score)
            if est.verbose:
                print(f"Validation score: {score:f}")
            self._compare(score)
        return result

    def _compare(self, score: float) -> None:
        est = self.est
        if score < est.best_validation_score_ + est.tol:
            est._no_improvement_count += 1
        else:
            est._no_improvement_count = 0
        if score > est.best_validation_score_:
            est.best_validation_score_ = score
            est._best = est._network.theta.copy(), est._network.buffers.copy()

    def begin(self) -> None:
        """Let noron's callbacks know that a run begins."""
        for callback in self.callbacks:
            if isinstance(callback, Callback):
                callback.begin(self.est._network, self.est.max_iter)

    def end(self, *, may_restore: bool) -> None:
        """Put the best weights back, and let noron's callbacks know that it is over."""
        network, best = self.est._network, self.est._best
        if self.decides and may_restore and best is not None:
            descent = self.est._optimizer
            if self.est.warm_start == "optimizer" and descent.learning is None:
                descent.learning = network.theta.copy(), network.buffers.copy()
            network.assign(*best)
        for callback in self.callbacks:
            if isinstance(callback, Callback):
                callback.end()

    def tell(self, row: Row) -> None:
        """Show the row to the callbacks. Raises Stop if one of them asks for it."""
        stops = []
        for callback in self.callbacks:
            try:
                callback(row)
            except StopTraining as stop:
                stops.append(str(stop) or "a callback stopped it")
        if self.context is not None and self.context.epoch():
            stops.append("a callback stopped it")
        if stops:
            raise Stop(stops[0])


def plain_accuracy(prediction: Array, y: Array, weight: Array | None) -> float:
    """The share of rows whose outputs are all right."""
    right = prediction == y
    right = right.all(axis=1) if right.ndim == 2 else right
    return float(np.average(right, weights=weight))
