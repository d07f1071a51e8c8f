"""The common base of `TableClassifier` and `TableRegressor`: fitting networks to a table."""

import os
import warnings
from abc import ABC
from collections.abc import Collection, Mapping
from numbers import Integral
from typing import Any, ClassVar, Self

import numpy as np
import scipy.sparse
from sklearn.base import _fit_context
from sklearn.utils import check_array, check_random_state
from sklearn.utils._param_validation import Interval, StrOptions
from sklearn.utils.validation import check_consistent_length, check_is_fitted

from noron.core.errors import DataError
from noron.core.types import Array
from noron.data.readers.read import pieces, read
from noron.data.tables import Frame, How, as_frame, learn, read_columns
from noron.data.tables.frame import is_lazy
from noron.data.tables.reading import text_of
from noron.data.tables.target import TargetColumn
from noron.estimators.params import (
    AT_LEAST_1,
    NOT_NEGATIVE,
    POSITIVE,
    SHARE,
    CheckedParameters,
    names_of,
    row_weights,
)
from noron.estimators.table.ensemble import (
    Deadline,
    TrainingRows,
    mean_of,
)
from noron.estimators.table.ensemble_fit import EnsembleFit
from noron.estimators.table.exporting import ExportableTable
from noron.estimators.table.leakage import check_no_answer, named_target, split_target
from noron.estimators.table.serialization import save_table
from noron.estimators.table.streaming import (
    WHOLE_UP_TO,
    Walked,
    is_large,
    progress_printer,
    walk_once,
)
from noron.layers import Elementwise, Layer

COUNT = Interval(Integral, 0, None, closed="left")


class BaseTable(CheckedParameters, EnsembleFit, ExportableTable, ABC):
    """Networks with scikit-learn's interface that take a table with columns of any kind."""

    learns: ClassVar[tuple[str, ...]] = ()
    """The attributes that are learnt from the target, besides its name."""

    predicts_classes: ClassVar[bool] = False

    _parameter_constraints: ClassVar[Mapping[str, Any]] = {
        "hidden_layer_sizes": ["array-like", AT_LEAST_1],
        "activation": [StrOptions(names_of(Layer, Elementwise)), Layer],
        "dropout": [SHARE],
        "weight_decay": [NOT_NEGATIVE],
        "learning_rate_init": [POSITIVE],
        "batch_size": [AT_LEAST_1],
        "max_iter": [AT_LEAST_1],
        "patience": [AT_LEAST_1],
        "n_members": [AT_LEAST_1],
        "blend": ["boolean"],
        "bins": [COUNT],
        "one_hot_up_to": [COUNT],
        "embedding_width": [AT_LEAST_1],
        "kinds": [dict, None],
        "callbacks": [list, tuple, None],
        "engine": [object],
        "random_state": ["random_state"],
        "verbose": ["verbose"],
    }

    @_fit_context(prefer_skip_nested_validation=True)
    def fit(self, X: Any, y: Any, sample_weight: Any = None, *, checkpoint: Any = None) -> Self:
        """Train on a table X and on y: one entry for each row, or the name of a column of X.

        X may be a data frame of pandas, Polars or PyArrow, a dict of columns, an array of shape
        (rows, columns), the name of a CSV or Parquet file, a list of tables, or a function that
        returns an iterator of them. If y is a column, rows without a target are left out with a
        warning. If a file, list or iterator has more than 200,000 rows, the encoding of the columns
        is learnt from a sample of 200,000; training then reads all rows from a temporary file,
        without additive models. Raises DataError, and scikit-learn's ValueErrors.

        `checkpoint` is a folder: after any end, the same call goes on from there, if `random_state`
        is a number. It is empty again when the fit has come to its end.
        """
        with self._checkpoints_in(checkpoint):
            return self._fit(X, y, sample_weight)

    def _fit(self, X: Any, y: Any, sample_weight: Any) -> Self:
        if is_large(X) and sample_weight is None:
            walked = walk_once(
                X, y, check_random_state(self.random_state), progress_printer(self.verbose)
            )
            if walked.n_rows > WHOLE_UP_TO:
                read = named_target(walked.target, y, self.predicts_classes)
                return self._fit_streamed(X, y, walked, read)
            X = Frame({**walked.sample.columns, **walked.target.columns}, walked.n_rows)
        frame, y, sample_weight = self._read(X, y, sample_weight)
        weight = None
        if sample_weight is not None:
            weight = row_weights(sample_weight, np.empty((len(frame), 1)))
            kept = np.flatnonzero(weight)
            frame, y, weight = frame.take(kept), np.asarray(y)[kept], weight[kept]
        if len(frame) < 2:
            raise DataError(f"n_samples={len(frame)}: give at least 2 rows to learn from")
        check_no_answer(frame, y)
        encoded = self._read_y(y, weight)
        readings = read_columns(frame, self.kinds)
        self.encoding_ = learn(frame, weight, readings, How(self.bins, self.one_hot_up_to))
        self.columns_ = {e.column: e.describe() for e in self.encoding_.encoders}
        rows = TrainingRows(self.encoding_.encode(frame), encoded, self._balance(encoded, weight))
        seed = self._seed()
        parts = self._train(rows, seed)
        late = any(isinstance(c, Deadline) and c.is_past for c in self.callbacks or ())
        if self.blend and parts[0][1] is not None and not (late or self._interrupted):
            self._train_additive(frame, readings, rows, weight, parts, seed)
        return self

    def _fit_streamed(self, X: Any, y: str, walked: Walked, read: TargetColumn) -> Self:
        self.target_name_, self.target_format_ = y, read.form
        self.n_features_in_ = len(walked.sample.columns)
        self.feature_names_in_ = np.array(list(walked.sample.columns), dtype=object)
        self._fit_rows_on_disk(X, y, walked, read, self._seed())
        return self

    def _seed(self) -> int:
        return int(check_random_state(self.random_state).randint(2**31 - 1))

    # ---- reading

    def _read(self, X: Any, y: Any, weight: Any) -> tuple[Frame, Any, Any]:
        """Return table, target and weights of the usable rows."""
        if y is None:
            raise DataError(
                f"This {type(self).__name__} estimator requires y to be passed, but the target y "
                "is None."
            )
        text = [*text_of(self.kinds), *([y] if isinstance(y, str) else [])]
        frame, self.target_format_ = self._frame(X, text), None
        if isinstance(y, str):
            target = named_target(frame, y, self.predicts_classes)
            self.target_name_, self.target_format_ = y, target.form
            frame, y, weight = split_target(frame.without(y), target, weight)
        else:
            name = getattr(y, "name", None)
            self.target_name_ = name if isinstance(name, str) else "y"
            check_consistent_length(np.empty(len(frame)), y)
        self.n_features_in_ = len(frame.columns)
        if frame.named:
            self.feature_names_in_ = np.array(list(frame.columns), dtype=object)
        else:
            self.__dict__.pop("feature_names_in_", None)
        return frame, y, weight

    def _measured(self, X: Any, y: Any, weight: Any) -> tuple[Any, Any, Any]:
        """Return new rows and targets; y may be the name of a column, read as in training."""
        check_is_fitted(self)
        if not isinstance(y, str):
            return X, y, weight
        frame = self._frame(X, [*self.encoding_.text_columns, y])
        known = getattr(self, "classes_", None), self.target_format_
        read = named_target(frame, y, self.predicts_classes, *known)
        return split_target(frame.without(y), read, weight)

    def _frame(self, X: Any, text: Collection[str] = ()) -> Frame:
        if scipy.sparse.issparse(X):  # check first, as some sparse matrices are dicts
            check_array(X, estimator=self)
        if isinstance(X, str | os.PathLike):
            return read(X, text)
        if isinstance(X, Mapping | Frame) or is_lazy(X):
            return as_frame(X)
        rows = isinstance(X, list | tuple) and len(X) > 0 and isinstance(X[0], Mapping)
        if not rows and not hasattr(X, "columns"):
            plain = isinstance(X, list | tuple) and any(isinstance(v, str) for r in X for v in r)
            X = np.array(X, dtype=object) if plain else X
            X = check_array(X, dtype=None, ensure_all_finite="allow-nan", estimator=self)
        return as_frame(X)

    def _checked(self, X: Any) -> Frame:
        """Return new rows as a table; the columns of an array get the training columns' names."""
        check_is_fitted(self)
        frame = self._frame(X, self.encoding_.text_columns)
        if frame.named == hasattr(self, "feature_names_in_"):
            if frame.named:
                return frame
        else:
            has, had = ("has", "out") if frame.named else ("does not have valid", "")
            name = type(self).__name__
            warnings.warn(
                f"X {has} feature names, but {name} was fitted with{had} feature names",
                UserWarning,
                stacklevel=3,
            )
        if len(frame.columns) != self.n_features_in_:
            raise DataError(
                f"X has {len(frame.columns)} features, but {type(self).__name__} is expecting "
                f"{self.n_features_in_} features as input"
            )
        return Frame(dict(zip(self.columns_, frame.columns.values(), strict=True)), len(frame))

    def _mean_prediction(self, X: Any) -> Array:
        """Return the mean prediction of the networks, shape (rows, outputs)."""
        check_is_fitted(self)
        if is_large(X):
            return np.concatenate([self._mean_prediction(frame) for frame in pieces(X)])
        frame = self._checked(X)
        prediction = mean_of(self.members_, self.encoding_.encode(frame))
        if self.additive_:
            additive = mean_of(self.additive_, self.additive_encoding_.encode(frame))
            share = self.additive_share_
            prediction = (1 - share) * prediction + share * additive
        return prediction

    # ---- for scikit-learn

    def __sklearn_tags__(self) -> Any:
        takes = (tags := super().__sklearn_tags__()).input_tags
        takes.allow_nan = takes.string = takes.categorical = True
        return tags

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the model and its encoding to one file, which `noron.estimators.load` reads."""
        check_is_fitted(self)
        save_table(self, path)

    def plot(self, network: int = 0, **options: Any) -> Any:
        """Draw one network's learning curves as a matplotlib Figure; needs the extra `[plots]`."""
        check_is_fitted(self)
        return self.history_[network].plot(**options)
