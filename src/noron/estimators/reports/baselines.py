"""The baselines of the report: a guess, a linear model, gradient boosting.

Each takes a `Frame`, learns the encoding of its columns from the training rows alone, and predicts
probabilities of shape (rows, classes) or numbers of shape (rows, 1). The baselines get what the
network gets: they choose their settings, and when to stop, by held out parts of the training rows.
"""

import math
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, ClassVar

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression, Ridge

from noron.core.types import Array
from noron.data.tables import Encoding, Frame, How, learn
from noron.data.tables.encoders import Number
from noron.estimators.table.base import ADDITIVE
from noron.estimators.table.ensemble import Fold, folds, losses_of

Kinds = Mapping[str, str] | None

FEWEST_TO_HOLD_OUT = 10
"""With fewer rows, none is held out, and the first settings are taken."""

MOST_TREES = 500
"""The largest number of boosting iterations; held out rows end them earlier."""


class Baseline(ABC):
    """A model of a table for classes 0 .. k-1, or for numbers if `n_classes` is 0.

    `end_at` is the time of `time.monotonic` after which no other settings are tried.
    """

    stopped = False
    """Whether the time was over before all settings were tried."""

    def __init__(self, n_classes: int, kinds: Kinds, seed: int, end_at: float = math.inf) -> None:
        self.n_classes, self.kinds, self.seed, self.end_at = n_classes, kinds, seed, end_at

    @abstractmethod
    def fit(self, frame: Frame, y: Array) -> None:
        """Fit the model to the rows of a table."""

    @abstractmethod
    def predict(self, frame: Frame) -> Array:
        """Return probabilities of shape (rows, classes), or numbers of shape (rows, 1)."""


class Guess(Baseline):
    """Predicts the shares of the classes or the mean, without using any column."""

    def fit(self, frame: Frame, y: Array) -> None:
        """Compute the shares or the mean."""
        counts = np.bincount(y, minlength=self.n_classes) if self.n_classes else None
        self.answer = np.array([y.mean()]) if counts is None else counts / len(y)

    def predict(self, frame: Frame) -> Array:
        """Return the same prediction for every row."""
        return np.tile(self.answer, (len(frame), 1))


class Tuned(Baseline):
    """A model of scikit-learn; held out parts of the training rows choose its settings."""

    hows: ClassVar[tuple[How, ...]]
    """The encodings of the columns that are tried."""

    n_parts: ClassVar[int]
    """How many parts are held out, one after the other."""

    n_searched: ClassVar[int]
    """How many of these choose the settings."""

    def fit(self, frame: Frame, y: Array) -> None:
        """Try the settings while there is time, and keep those with the least loss."""
        parts, best = self._parts(y)[: self.n_searched], math.inf
        for encoding, x, settings in self._candidates(frame):
            if best < math.inf and time.monotonic() > self.end_at:
                self.stopped = True
                return
            models = [self._fit_part(encoding, settings, x, y, part) for part in parts]
            pairs = zip(models, parts, strict=True)
            loss = float(np.mean([self._loss(model, x, y, part) for model, part in pairs]))
            if loss < best:
                best, self.encoding, self.settings, self.models = loss, encoding, settings, models
            if parts[0][1] is None:
                return

    def predict(self, frame: Frame) -> Array:
        """Return the mean prediction; classes without training rows have the probability 0."""
        x = self.matrix(self.encoding, frame)
        return np.mean([self._outputs(model, x) for model in self.models], axis=0)

    @abstractmethod
    def grid(self) -> Iterator[dict[str, float]]:
        """Yield the settings that are tried with each encoding, the most likely ones first."""

    @abstractmethod
    def make(self, encoding: Encoding, settings: dict[str, float]) -> Any:
        """Return the model before fitting."""

    def train(self, model: Any, x: Array, y: Array, held_out: tuple[Array, Array] | None) -> Any:
        """Fit the model, and return it. `held_out` are rows and targets to stop by, if any."""
        return model.fit(x, y)

    def outputs(self, model: Any, x: Array) -> Array:
        """Return what the model predicts: probabilities of its classes, or numbers."""
        return np.asarray(model.predict_proba(x) if self.n_classes else model.predict(x))

    def matrix(self, encoding: Encoding, frame: Frame) -> Array:
        """Return the columns as the model takes them, float64 of shape (rows, width)."""
        return encoding.encode(frame).astype(np.float64)

    def _candidates(self, frame: Frame) -> Iterator[tuple[Encoding, Array, dict[str, float]]]:
        for how in self.hows:
            encoding = learn(frame, None, self.kinds, how)
            x = self.matrix(encoding, frame)
            yield from ((encoding, x, settings) for settings in self.grid())

    def _parts(self, y: Array) -> list[Fold]:
        """Return training and held out rows; all rows, none held out, if they are too few."""
        parts: list[Fold] = []
        classes = self.n_classes > 0
        for train, held_out in folds(y, self.n_parts, classes, self.seed, FEWEST_TO_HOLD_OUT):
            if held_out is None or (classes and len(np.unique(y[train])) < 2):
                continue
            known = np.arange(len(y))[held_out]
            known = known[np.isin(y[known], y[train])] if classes else known
            parts += [(train, known)] if len(known) else []
        return parts or [(np.arange(len(y)), None)]

    def _fit_part(
        self, encoding: Encoding, settings: dict[str, float], x: Array, y: Array, part: Fold
    ) -> Any:
        train, held_out = part
        beside = None if held_out is None else (x[held_out], y[held_out])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            return self.train(self.make(encoding, settings), x[train], y[train], beside)

    def _outputs(self, model: Any, x: Array) -> Array:
        outputs = self.outputs(model, x)
        if not self.n_classes:
            return outputs.reshape(-1, 1)
        p = np.zeros((len(x), self.n_classes))
        p[:, model.classes_] = outputs
        return p

    def _loss(self, model: Any, x: Array, y: Array, part: Fold) -> float:
        rows = part[0] if part[1] is None else part[1]
        task = "classes" if self.n_classes else "numbers"
        return float(losses_of(self._outputs(model, x[rows]), y[rows], task).mean())


class Linear(Tuned):
    """Logistic or ridge regression, with and without bins; the penalty is chosen."""

    hows = (How(bins=0, one_hot_up_to=200, most_categories=200), ADDITIVE)
    n_parts = n_searched = 3

    def fit(self, frame: Frame, y: Array) -> None:
        """Choose encoding and penalty by held out rows, then fit the model to all rows."""
        super().fit(frame, y)
        x = self.matrix(self.encoding, frame)
        self.models = [self._fit_part(self.encoding, self.settings, x, y, (slice(None), None))]

    def grid(self) -> Iterator[dict[str, float]]:
        """Yield penalties in units of the loss of a single row."""
        yield from ({"penalty": penalty} for penalty in (1.0, 10.0, 0.1, 100.0, 1000.0))

    def make(self, encoding: Encoding, settings: dict[str, float]) -> Any:
        """Return a logistic regression for classes, or a ridge regression for numbers."""
        if self.n_classes:
            return LogisticRegression(C=1 / settings["penalty"], max_iter=500)
        return Ridge(settings["penalty"])


class Boosting(Tuned):
    """scikit-learn's histogram gradient boosting, stopped early by held out rows.

    Words are categories, and missing numbers stay NaN. As with the networks, the prediction is the
    mean of models that hold out different rows, each with the trees of its best iteration.
    """

    hows = (How(bins=0, one_hot_up_to=0, most_categories=250),)
    n_parts = 4
    n_searched = 2

    def fit(self, frame: Frame, y: Array) -> None:
        """Choose the settings by the first parts, then fit a model for each of the others."""
        super().fit(frame, y)
        x = self.matrix(self.encoding, frame)
        for part in self._parts(y)[self.n_searched :]:
            if time.monotonic() > self.end_at:
                self.stopped = True
                return
            self.models.append(self._fit_part(self.encoding, self.settings, x, y, part))

    def grid(self) -> Iterator[dict[str, float]]:
        """Yield learning rates and numbers of leaves."""
        for rate, leaves in ((0.1, 31), (0.1, 3), (0.03, 8), (0.05, 16)):
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
        """Fit the model until the loss of the held out rows no longer falls."""
        if held_out is None:
            return model.set_params(max_iter=MOST_TREES // 5).fit(x, y)
        model.set_params(early_stopping=True)
        return model.fit(x, y, X_val=held_out[0], y_val=held_out[1])

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
