"""The baselines of the report: a guess, a linear model, gradient boosting.

Each takes a `Frame`, learns the encoding of its columns from the training rows alone, and predicts
probabilities of shape (rows, classes) or numbers of shape (rows, 1).
"""

import warnings
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV, RidgeCV

from noron.core.types import Array
from noron.data.tables import Encoding, Frame, How, learn
from noron.data.tables.encoders import Number

Kinds = Mapping[str, str] | None


INNER_FOLDS = 3
"""The folds of the cross-validation that chooses the linear model's regularization."""


class Baseline(ABC):
    """A model of a table for classes 0 .. k-1, or for numbers if `n_classes` is 0."""

    def __init__(self, n_classes: int, kinds: Kinds, seed: int) -> None:
        self.n_classes, self.kinds, self.seed = n_classes, kinds, seed

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


class Fitted(Baseline):
    """A model of scikit-learn on columns whose encoding is learnt from the training rows."""

    how: How

    def fit(self, frame: Frame, y: Array) -> None:
        """Learn the encoding of the columns, then fit the model."""
        self.encoding = learn(frame, None, self.kinds, self.how)
        self.model = self.make(self.encoding, y)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            warnings.simplefilter("ignore", UserWarning)  # a class with fewer rows than folds
            self.model.fit(self.matrix(frame), y)

    def predict(self, frame: Frame) -> Array:
        """Return the predictions; classes without training rows have the probability 0."""
        x = self.matrix(frame)
        if not self.n_classes:
            return np.asarray(self.model.predict(x)).reshape(-1, 1)
        p = np.zeros((len(x), self.n_classes))
        p[:, self.model.classes_] = self.model.predict_proba(x)
        return p

    @abstractmethod
    def make(self, encoding: Encoding, y: Array) -> Any:
        """Return the model before fitting."""

    def matrix(self, frame: Frame) -> Array:
        """Return the columns as the model takes them, float64 of shape (rows, width)."""
        return self.encoding.encode(frame).astype(np.float64)


class Linear(Fitted):
    """Logistic or ridge regression; cross-validation of its rows chooses the regularization."""

    how = How(bins=0, one_hot_up_to=200, most_categories=200)

    def make(self, encoding: Encoding, y: Array) -> Any:
        """Return a logistic regression for classes, or a ridge regression for numbers."""
        if not self.n_classes:
            return RidgeCV(np.logspace(-2, 4, 13))
        if np.bincount(y)[np.unique(y)].min() < INNER_FOLDS:
            return LogisticRegression(max_iter=500)
        return LogisticRegressionCV(
            Cs=np.logspace(-3, 1, 5),
            cv=INNER_FOLDS,
            scoring="neg_log_loss",
            max_iter=500,
            l1_ratios=(0,),
            use_legacy_attributes=False,
        )


class Boosting(Fitted):
    """scikit-learn's histogram gradient boosting with default settings.

    Words are categories, and missing numbers stay NaN.
    """

    how = How(bins=0, one_hot_up_to=0, most_categories=250)

    def make(self, encoding: Encoding, y: Array) -> Any:
        """Return the model, with the columns that are categories marked."""
        widths = [e.width if not isinstance(e, Number) else 1 for e in encoding.encoders]
        codes = [e.is_code for e in encoding.encoders]
        categories = np.repeat(codes, widths)
        kind = HistGradientBoostingClassifier if self.n_classes else HistGradientBoostingRegressor
        return kind(categorical_features=categories, random_state=self.seed)

    def matrix(self, frame: Frame) -> Array:
        """Return categories as codes, and numbers as in the table, with NaN for missing ones."""
        parts = [np.empty((len(frame), 0))]
        for encoder in self.encoding.encoders:
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
