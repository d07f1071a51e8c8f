"""The common base of the MLP estimators: fitting a network to X and y, and predicting."""

import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

import numpy as np
import scipy.sparse
from sklearn.base import _fit_context
from sklearn.metrics import check_scoring
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted, validate_data

from noron.core.errors import DataError
from noron.core.types import Array
from noron.data.checks import check_inputs, in_dtype
from noron.data.row_store import is_chunks, stored
from noron.data.rows import Inputs
from noron.engines import Batch, encoded_rows
from noron.estimators.mlp import lbfgs
from noron.estimators.mlp.coefficients import Coefficients
from noron.estimators.mlp.stochastic import NOT_FINITE, Notes, StochasticFit
from noron.estimators.mlp.translate import translate
from noron.estimators.mlp.validation import Extra, held_out
from noron.estimators.params import CallbackSupport, CheckedParameters, constraints, row_weights
from noron.layers import Dense
from noron.losses import Loss
from noron.model.prediction import Predictor
from noron.training.history import History

ROWS: Mapping[str, Any] = {"accept_sparse": ["csr", "csc"], "dtype": (np.float64, np.float32)}
"""The legal kinds of X, for `validate_data`."""


class BaseMLP(CallbackSupport, Coefficients, CheckedParameters, StochasticFit, ABC):
    """A dense network with scikit-learn's interface; see `MLPClassifier` and `MLPRegressor`."""

    _parameter_constraints: ClassVar[Mapping[str, Any]] = constraints()

    # ---- what differs between a classifier and a regressor

    @abstractmethod
    def _read_y(self, y: Any, incremental: bool) -> Array:
        """Check y, set the attributes that depend on it, and return it as an array."""

    @abstractmethod
    def _make_loss(self) -> Loss:
        """Return the loss that suits y."""

    @abstractmethod
    def _encode(self, y: Array) -> Array:
        """Return y as the loss takes it."""

    @abstractmethod
    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        """Return the weights of the rows, multiplied by those of their classes."""

    @abstractmethod
    def _score(self, rows: Batch) -> float:
        """Return accuracy or R squared, NaN if a prediction is not finite."""

    # ---- fitting

    @_fit_context(prefer_skip_nested_validation=True)
    def fit(
        self,
        X: Any,
        y: Any = None,
        sample_weight: Any = None,
        *,
        X_val: Any = None,
        y_val: Any = None,
        sample_weight_val: Any = None,
        groups: Any = None,
    ) -> Self:
        """Train on X of shape (rows, features) and y; validate on `X_val` and `y_val`.

        y has the shape (rows,) or (rows, outputs). For a classifier it holds labels, or zeros and
        ones if a row may have several labels; for a regressor it holds numbers. If the rows do not
        fit into memory, X may be memory-mapped, or an iterator (or a function that returns one) of
        (X, y) or (X, y, weights), with y=None. Raises scikit-learn's ValueErrors.
        """
        if y is None and is_chunks(X):
            X, y, sample_weight = stored(X)
        extra = Extra(X_val, y_val, sample_weight_val, groups)
        for text, kind in self._fit(X, y, sample_weight, extra, incremental=False):
            warnings.warn(text, kind, stacklevel=3)
        return self

    def _fit(self, X: Any, y: Any, weight: Any, extra: Extra, incremental: bool) -> Notes:
        """Train, and return the warnings for the user."""
        self._notes: Notes = []
        first = not hasattr(self, "coefs_") or (not self.warm_start and not incremental)
        given = X, y
        compact = None if self.solver == "lbfgs" else encoded_rows(X)  # then X is finite, too
        X, y = validate_data(
            self, X, y, **ROWS, multi_output=True, reset=first, ensure_all_finite=compact is None
        )
        y = self._read_y(y, incremental)
        if weight is not None:
            weight = row_weights(weight, X)
        encoded = self._encode(y)
        loss = self._make_loss()
        loss.check(encoded, self.n_outputs_)
        if first or self.warm_start != "optimizer" or not hasattr(self, "_random_state"):
            self._random_state = check_random_state(self.random_state)
        self._ready(loss, X, first)
        if self.early_stopping and incremental and extra.X_val is None:
            raise DataError(
                "partial_fit does not support early_stopping=True, unless X_val and y_val are given"
            )
        if encoded.dtype.kind == "f":
            encoded = in_dtype(encoded, self._network.theta.dtype, "y")
        inputs = self._inputs(X)
        if compact is not None and compact.dtype == inputs.dtype:
            inputs = compact
        rows = Batch(inputs, encoded, self._weights(self._balance(y, weight)))
        watched = held_out(self, given[0], y, rows, extra, may_split=not incremental)
        epochs = 0 if self.solver == "lbfgs" else 1 if incremental else self.max_iter
        context = self._callback_context(*given, epochs)
        if watched.parts is not None:
            self._parts = watched.parts
        if self.solver == "lbfgs":
            self._take_end(lbfgs.fit(self, rows))
        else:
            self._descend(watched, incremental, context)
        self._ended()
        if context is not None:
            context.end()
        return self.__dict__.pop("_notes")

    def _ready(self, loss: Loss, X: Any, first: bool) -> None:
        """Make a new network and its attributes, or prepare the present ones to continue."""
        if first or not hasattr(self, "_network"):
            self._design = translate(self, loss, self.n_outputs_)
            random = self._random_state if first else check_random_state(0)
            self._network = self._design.network(X.shape[1], X.dtype, random)
            self._scorer = Predictor(self._network, loss)
            if first:
                self._bind()
                self._begin()
        starts = {"history_": History(), "validation_scores_": None, "_best": None, "_parts": None}
        starts["best_validation_score_"] = None
        self.__dict__.update(starts | self.__dict__)  # they are missing if only `coefs_` were set
        self._adopt()
        self.patience_ = self.n_iter_no_change if self.patience is None else self.patience

    def _begin(self) -> None:
        self.n_iter_ = self.t_ = self._no_improvement_count = 0
        self.n_layers_ = 1 + sum(isinstance(layer, Dense) for layer in self._network.layers)
        links = {"classes": "softmax", "binary": "logistic"}
        other = "exp" if self._design.loss.name == "poisson" else "identity"
        self.out_activation_ = links.get(self._design.loss.task, other)
        self.loss_curve_: list[float] = []
        self.history_ = History()
        self.__dict__.pop("_optimizer", None)
        watched = self.early_stopping or self.monitor not in (None, "loss")
        self.validation_scores_ = [] if watched else None
        self.best_validation_score_ = -np.inf if watched else None
        self.best_loss_ = None if watched else np.inf
        self._best = (self._network.theta.copy(), self._network.buffers.copy()) if watched else None
        self._parts: tuple[Array, Array] | None = None

    def _take_end(self, end: lbfgs.End) -> None:
        self.n_iter_, self.loss_, self.stop_reason_ = end.iterations, end.loss, end.reason
        row = {"epoch": end.iterations, "loss": end.loss, "seconds": end.seconds}
        self.history_.rows.append(row)
        self.history_.stop_reason = end.reason
        self._notes += end.notes

    def _seed(self) -> int:
        """Return a seed for dropout's masks; draw it only if scikit-learn would draw as well."""
        plain = self._design.drawn and not self.dropout
        return 0 if plain else int(self._random_state.randint(2**31))

    def _ended(self) -> None:
        self._bind()
        if not np.isfinite(self._network.theta).all():
            raise DataError(NOT_FINITE)

    @property
    def advice_(self) -> list[str]:
        """Likely mistakes of the fit: what was measured, and the way out."""
        return list(map(str, self.history_.advice))

    def plot(self, **options: Any) -> Any:
        """Draw the learning curves as a matplotlib Figure; needs the extra `[plots]`."""
        check_is_fitted(self)
        return self.history_.plot(**options)

    # ---- rows and losses

    def _inputs(self, X: Any) -> Inputs:
        if scipy.sparse.issparse(X):
            X = X.tocsr()
            if not X.has_canonical_format:
                X = X.copy()
                X.sum_duplicates()
            X = check_inputs(X, compact=True)
        return in_dtype(X, self._network.theta.dtype)

    def _weights(self, weight: Array | None) -> Array | None:
        return None if weight is None else in_dtype(weight, self._network.theta.dtype)

    @property
    def _report(self) -> float:
        """The factor from noron's loss to the data loss that scikit-learn reports."""
        return 0.5 if self._design.loss.name == "mse" else self._design.factor

    def _constant_of(self, data: Batch) -> float:
        """Return the constant that scikit-learn's loss adds; it is 0 except for Poisson's."""
        if self._design.loss.name != "poisson":
            return 0.0
        y = data.y
        terms = y * np.log(np.where(y > 0, y, 1)) - y
        return float(np.average(terms, weights=data.weight, axis=0).sum())

    # ---- predicting

    @np.errstate(all="ignore")  # the callers check for values that are not finite
    def _prediction(self, x: Inputs) -> Array:
        return self._design.loss.predict(self._scorer.scores(x))

    @np.errstate(all="ignore")
    def _loss_of(self, rows: Batch) -> float:
        scores = self._scorer.scores(rows.x)
        value = self._design.loss.forward(scores, rows.y, rows.weight)[0]
        return self._report * value + self._constant_of(rows)

    def _predict_checked(self, X: Any) -> Array:
        X = self._read_X(X)
        self._adopt()
        return self._prediction(self._inputs(X))

    def _read_X(self, X: Any) -> Any:
        return validate_data(self, X, **ROWS, reset=False)

    def _scorer_of(self, name: Any, X: Any, y: Any) -> Callable[[], float]:
        scorer = check_scoring(self, scoring=name)

        def score() -> float:
            self._bind()
            return float(scorer(self, X, y))

        return score

    # ---- also in scikit-learn

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags

    def _loss_grad_lbfgs(
        self, packed: Array, X: Any, y: Any, sample_weight: Any = None, *_: Any
    ) -> tuple[float, Array]:
        """Return loss and gradient at `packed` (all W before all b); y has a column per output."""
        network = self._network
        weight = self._weights(None if sample_weight is None else np.asarray(sample_weight))
        if self._design.loss.task == "classes":
            targets = np.asarray(y).argmax(axis=1)
        else:
            targets = in_dtype(np.asarray(y), network.theta.dtype, "y")
        return lbfgs.Objective(self, Batch(self._inputs(X), targets, weight))(packed)
