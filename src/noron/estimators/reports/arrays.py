"""Adapter for the report: fit an estimator of arrays, such as `MLPClassifier`, to a table."""

from typing import Any, Self

import numpy as np
from sklearn.base import BaseEstimator, clone

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.tables import Encoding, Frame, Numbers
from noron.data.tables.encoders import Number


class OnArrays(BaseEstimator):
    """Fits `estimator` to a `Frame` whose columns are numbers; missing values are NaN."""

    def __init__(self, estimator: Any, random_state: Any = None, callbacks: Any = None) -> None:
        self.estimator, self.random_state, self.callbacks = estimator, random_state, callbacks

    def fit(self, frame: Frame, y: Array) -> Self:
        """Fit a clone of the estimator. Raises DataError for a column that holds no numbers."""
        self.model_ = clone(self.estimator)
        if "random_state" in self.model_.get_params():
            self.model_.set_params(random_state=self.random_state)
        if "callbacks" in self.model_.get_params():
            given = self.model_.callbacks or ()
            self.model_.set_params(callbacks=[*given, *(self.callbacks or ())])
        self.model_.fit(matrix(frame), y)
        self.encoding_ = Encoding(tuple(Number(name) for name in frame.columns))
        self.columns_ = dict.fromkeys(frame.columns, "number")
        if hasattr(self.model_, "classes_"):
            self.classes_ = self.model_.classes_
        return self

    def predict(self, frame: Frame) -> Array:
        """Return labels or numbers, shape (rows,)."""
        return np.asarray(self.model_.predict(matrix(frame)))

    def predict_proba(self, frame: Frame) -> Array:
        """Return probabilities, shape (rows, classes)."""
        return np.asarray(self.model_.predict_proba(matrix(frame)))


def matrix(frame: Frame) -> Array:
    """Return the columns as one float64 array of shape (rows, columns).

    Raises DataError for a column that holds no numbers.
    """
    for name, column in frame.columns.items():
        if not isinstance(column, Numbers):
            raise DataError(
                f"column {shown(name)} holds no numbers, and the model takes arrays of numbers: "
                "give a TableClassifier or TableRegressor, which take such columns"
            )
    return np.stack([column.values for column in frame.columns.values()], axis=1)  # type: ignore
