"""`MLPRegressor` predicts one or several numbers for each row."""

import warnings
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import numpy as np
from sklearn.base import RegressorMixin, _fit_context
from sklearn.metrics import r2_score
from sklearn.utils import column_or_1d
from sklearn.utils._param_validation import StrOptions
from sklearn.utils.metaestimators import available_if
from sklearn.utils.validation import check_is_fitted

from noron.core.errors import DataError
from noron.core.types import Array
from noron.engines import Batch
from noron.estimators.mlp.base import BaseMLP
from noron.estimators.mlp.translate import make_loss
from noron.estimators.mlp.validation import Extra
from noron.estimators.params import constraints, names_of
from noron.losses import Loss


class MLPRegressor(RegressorMixin, BaseMLP):
    """scikit-learn's `MLPRegressor`, computed by noron's engines, with more parameters.

    `loss` is "squared_error", "poisson", or a loss of noron for numbers, by name or object, such as
    "mae", "huber" or `Quantile(0.9)`. The other parameters are those of `MLPClassifier`, without
    those for classes; `monitor=None` is R squared.

    >>> from noron import Quantile
    >>> X = np.linspace(-1, 1, 100)[:, None]
    >>> y = X[:, 0] ** 2
    >>> model = MLPRegressor(loss=Quantile(0.9), max_iter=500, random_state=0).fit(X, y)
    >>> bool((model.predict(X) >= y).mean() > 0.7)
    True
    """

    _parameter_constraints: ClassVar[Mapping[str, Any]] = {
        **constraints(),
        "loss": [StrOptions({"squared_error", *names_of(Loss)}), Loss],
    }

    def __init__(
        self,
        loss: Any = "squared_error",
        hidden_layer_sizes: Any = (100,),
        activation: Any = "relu",
        *,
        solver: Any = "adam",
        alpha: Any = 0.0001,
        batch_size: Any = "auto",
        learning_rate: Any = "constant",
        learning_rate_init: Any = 0.001,
        power_t: Any = 0.5,
        max_iter: Any = 200,
        shuffle: Any = True,
        random_state: Any = None,
        tol: Any = 1e-4,
        verbose: Any = False,
        warm_start: Any = False,
        momentum: Any = 0.9,
        nesterovs_momentum: Any = True,
        early_stopping: Any = False,
        validation_fraction: Any = 0.1,
        beta_1: Any = 0.9,
        beta_2: Any = 0.999,
        epsilon: Any = 1e-8,
        n_iter_no_change: Any = 10,
        max_fun: Any = 15000,
        dropout: Any = 0.0,
        batch_norm: Any = False,
        layer_norm: Any = False,
        layers: Any = None,
        n_layers: Any = None,
        width: Any = None,
        initializer: Any = None,
        regularizer: Any = None,
        ema: Any = None,
        monitor: Any = None,
        metrics: Any = None,
        patience: Any = None,
        validation_split: Any = "random",
        callbacks: Any = None,
        engine: Any = None,
    ) -> None:
        self._keep(locals())

    @available_if(lambda est: est._check_solver())
    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(
        self,
        X: Any,
        y: Any,
        sample_weight: Any = None,
        *,
        X_val: Any = None,
        y_val: Any = None,
        sample_weight_val: Any = None,
    ) -> Self:
        """Train one epoch on these rows, and keep the optimizer's state and schedule."""
        extra = Extra(X_val, y_val, sample_weight_val, None)
        for text, kind in self._fit(X, y, sample_weight, extra, incremental=True):
            warnings.warn(text, kind, stacklevel=3)
        return self

    def predict(self, X: Any) -> Array:
        """Return the predictions, shape (rows,) or, for several outputs, (rows, outputs)."""
        check_is_fitted(self)
        p = self._predict_checked(X)
        return p.ravel() if p.shape[1] == 1 else p

    # ---- within

    def _read_y(self, y: Any, incremental: bool) -> Array:
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        self.n_outputs_ = 1 if y.ndim == 1 else y.shape[1]
        return y

    def _check_y_val(self, y: Any) -> Array:
        y = np.asarray(y, np.float64)
        if y.reshape(len(y), -1).shape[1] != self.n_outputs_:
            raise DataError(f"y_val has the shape {y.shape}, but y has {self.n_outputs_} columns")
        return y

    def _make_loss(self) -> Loss:
        return make_loss(self.loss, "regression")

    def _encode(self, y: Array) -> Array:
        return np.asarray(y, np.float64).reshape(len(y), -1)

    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        return weight

    def _score(self, rows: Batch) -> float:
        p = self._prediction(rows.x)
        if not np.isfinite(p).all():
            return float("nan")
        return float(r2_score(rows.y, p, sample_weight=rows.weight))
