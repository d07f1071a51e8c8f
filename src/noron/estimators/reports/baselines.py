"""The baselines of the report: a guess, a linear model, gradient boosting.

Each takes a `Frame`, learns the encoding of its columns from the training rows alone, and predicts
probabilities of shape (rows, classes) or numbers of shape (rows, 1). The baselines get what the
network gets: they choose their settings, and when to stop, by held out parts of the training rows.
"""

import math
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression, Ridge

from noron.core.types import Array
from noron.data.tables import Encoding, Frame, How
from noron.data.tables.encoders import Number
from noron.estimators.reports.tuned import Baseline, Tuned
from noron.estimators.table.ensemble_fit import ADDITIVE

MOST_TREES = 500
"""The largest number of boosting iterations; held out rows end them earlier."""

FIRST_TREES = 10
"""So many are grown before the time is looked at, and then up to twice as many as before."""

FEW_ROWS = 200
"""With fewer rows, trees have few leaves, and settings with other numbers of leaves say little."""

LARGE = 2e6
"""For more numbers, the first steps of a linear model tell how many there is time for."""

FIRST_STEPS, MOST_STEPS = 5, 500


class Guess(Baseline):
    """Predicts the shares of the classes or the mean, without using any column."""

    def fit(self, frame: Frame, y: Array) -> None:
        """Compute the shares or the mean."""
        counts = np.bincount(y, minlength=self.n_classes) if self.n_classes else None
        self.answer = np.array([y.mean()]) if counts is None else counts / len(y)

    def predict(self, frame: Frame) -> Array:
        """Return the same prediction for every row."""
        return np.tile(self.answer, (len(frame), 1))


class Linear(Tuned):
    """Logistic or ridge regression, with and without bins; the penalty is chosen."""

    hows = (How(bins=0, one_hot_up_to=200, most_categories=200), ADDITIVE)
    n_parts = n_searched = 3
    n_after = 1

    def fit(self, frame: Frame, y: Array) -> None:
        """Choose encoding and penalty by held out rows, then fit the model to all rows."""
        super().fit(frame, y)
        x = self.matrix(self.encoding, frame)
        self.models = [self._fit_part(self.encoding, self.settings, x, y, (slice(None), None))]

    def grid(self, n_rows: int) -> Iterator[dict[str, float]]:
        """Yield penalties in units of the loss of a single row."""
        yield from ({"penalty": penalty} for penalty in (1.0, 10.0, 0.1, 100.0, 1000.0))

    def make(self, encoding: Encoding, settings: dict[str, float]) -> Any:
        """Return a logistic regression for classes, or a ridge regression for numbers."""
        if self.n_classes:
            return LogisticRegression(C=1 / settings["penalty"], max_iter=MOST_STEPS)
        return Ridge(settings["penalty"])

    def train(self, model: Any, x: Array, y: Array, held_out: tuple[Array, Array] | None) -> Any:
        """Fit the model, a logistic regression with as many steps as there is time for."""
        if not self.n_classes or self.ready_by == math.inf or x.size * self.n_classes < LARGE:
            return model.fit(x, y)
        begin = time.monotonic()
        model.set_params(max_iter=FIRST_STEPS).fit(x, y)
        now = time.monotonic()
        steps = FIRST_STEPS * (self.fit_by - now) / max(now - begin, 1e-9)
        if model.n_iter_.max() < FIRST_STEPS or steps < FIRST_STEPS:
            self.stopped |= bool(model.n_iter_.max() >= FIRST_STEPS)
            return model
        model.set_params(max_iter=int(min(steps, MOST_STEPS))).fit(x, y)
        self.stopped |= bool(model.n_iter_.max() >= model.max_iter < MOST_STEPS)
        return model


class Boosting(Tuned):
    """scikit-learn's histogram gradient boosting, stopped early by held out rows.

    Words are categories, and missing numbers stay NaN. As with the networks, the prediction is the
    mean of models that hold out different rows, each with the trees of its best iteration.
    """

    hows = (How(bins=0, one_hot_up_to=0, most_categories=250),)
    n_parts = 4
    n_searched = n_after = 2

    def fit(self, frame: Frame, y: Array) -> None:
        """Choose the settings by the first parts, then fit a model for each of the others."""
        super().fit(frame, y)
        x = self.matrix(self.encoding, frame)
        others = self._parts(y)[self.n_searched :]
        for i, part in enumerate(others):
            if not self._has_time(1):
                self.stopped = True
                return
            to_fit = len(others) - i
            self.models.append(self._fit_part(self.encoding, self.settings, x, y, part, to_fit))

    def grid(self, n_rows: int) -> Iterator[dict[str, float]]:
        """Yield learning rates and numbers of leaves."""
        grid = ((0.1, 31), (0.1, 3), (0.03, 8), (0.05, 16))
        for rate, leaves in grid[: 2 if n_rows < FEW_ROWS else None]:
            yield {"learning_rate": rate, "max_leaf_nodes": leaves}

    def make(self, encoding: Encoding, settings: dict[str, float]) -> Any:
        """Return the model, with the columns that are categories marked."""
        widths = [e.width if not isinstance(e, Number) else 1 for e in encoding.encoders]
        codes = [e.is_code for e in encoding.encoders]
        kind = HistGradientBoostingClassifier if self.n_classes else HistGradientBoostingRegressor
        return kind(
            categorical_features=np.repeat(codes, widths),
            max_iter=MOST_TREES,
            random_state=self.seed,
            early_stopping=False,
            **settings,
        )

    def train(self, model: Any, x: Array, y: Array, held_out: tuple[Array, Array] | None) -> Any:
        """Fit the model until the loss of the held out rows no longer falls, or the time is over.

        It grows by a few trees at a time, which gives the same trees as all at once.
        """
        most, beside = MOST_TREES // 5, dict[str, Array]()
        if held_out is not None:
            most, beside = MOST_TREES, {"X_val": held_out[0], "y_val": held_out[1]}
        model.set_params(early_stopping=held_out is not None, warm_start=True)
        trees, begin = most if self.ready_by == math.inf else FIRST_TREES, time.monotonic()
        while True:
            model.set_params(max_iter=trees).fit(x, y, **beside)
            if model.n_iter_ < trees or trees == most:
                return model
            now = time.monotonic()
            more = int(trees * min((self.fit_by - now) / max(now - begin, 1e-9), 1))
            if more < 1:
                self.stopped = True
                return model
            trees = min(trees + more, most)

    def outputs(self, model: Any, x: Array) -> Array:
        """Return what the model predicted at its best iteration."""
        staged = model.staged_predict_proba if self.n_classes else model.staged_predict
        scores = model.validation_score_  # before the first iteration, and after each; or empty
        best = max(int(np.argmax(scores)), 1) if len(scores) else model.n_iter_
        return np.asarray(next(islice(staged(x), best - 1, None)))

    def matrix(self, encoding: Encoding, frame: Frame) -> Array:
        """Return categories as codes, and numbers as in the table, with NaN for missing ones."""
        parts = [np.empty((len(frame), 0))]
        for encoder in encoding.encoders:
            if encoder.width:
                column = frame.pick(encoder.column)
                plain = encoder.read(column)[:, None] if isinstance(encoder, Number) else None
                parts.append(encoder.encode(column) if plain is None else plain)
        return np.concatenate(parts, axis=1)


RIVALS: Mapping[str, type[Baseline]] = {
    "guess": Guess,
    "linear model": Linear,
    "gradient boosting": Boosting,
}
