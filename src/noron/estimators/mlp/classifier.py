"""`MLPClassifier` predicts one or several labels for each row."""

import warnings
from collections.abc import Mapping
from numbers import Real
from typing import Any, ClassVar, Self

import numpy as np
from sklearn.base import ClassifierMixin, _fit_context
from sklearn.preprocessing import LabelBinarizer
from sklearn.utils import column_or_1d
from sklearn.utils._param_validation import Interval, StrOptions
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.metaestimators import available_if
from sklearn.utils.multiclass import (
    _check_partial_fit_first_call,
    check_classification_targets,
    type_of_target,
    unique_labels,
)
from sklearn.utils.validation import check_is_fitted

from noron.core.errors import DataError
from noron.core.types import Array
from noron.engines import Batch
from noron.estimators.mlp.base import BaseMLP
from noron.estimators.mlp.translate import make_loss
from noron.estimators.mlp.validation import Extra
from noron.estimators.params import constraints, names_of
from noron.losses import Loss


class MLPClassifier(ClassifierMixin, BaseMLP):
    """scikit-learn's `MLPClassifier`, computed by noron's engines, with more parameters.

    scikit-learn's parameters have the same meaning here. These accept more, or are new:

    Args:
        activation: any activation of noron, by name or object; a list has one per hidden layer.
        solver: also any optimizer of noron, by name or object.
        learning_rate: also a schedule of `noron`, whose rates replace `learning_rate_init`.
        warm_start: True keeps the weights, "optimizer" also the optimizer's state and schedule.
        loss: "log_loss", or a loss of noron for classes, by name or object.
        class_weight: "balanced", or a dict with a weight for each label.
        label_smoothing: the share of each label that is divided equally among all classes.
        dropout: the share of each hidden layer's units that are dropped in a step.
        batch_norm, layer_norm: normalize each hidden layer before its activation.
        layers: the hidden layers as a list of noron's layers, instead of sizes and activation.
        n_layers, width: the number and width of hidden layers, as plain numbers for tuners.
        initializer: an initializer of noron; None draws as scikit-learn does.
        regularizer: a regularizer of noron or a list of them, in addition to `alpha`.
        ema: the decay of a moving average of the weights, which is used for predictions.
        monitor: the value for early stopping: "val_loss", a scorer's name, or a function
            (estimator, X, y) -> number, where larger is better; None is the accuracy.
        metrics: scorers to record on the validation rows.
        patience: replaces `n_iter_no_change` if given.
        validation_split: "random", "groups" (with `fit(..., groups=...)`) or "time" (last rows).
        callbacks: functions of a row, as `NeuralNetwork.train` takes them.
        engine: "native", "numpy" or "reference".

    Attributes:
        history_: a `noron.History` with the losses, scores and rates of each epoch.
        stop_reason_: why training ended, in a sentence.
        advice_: likely mistakes, a sentence each, with the way out.

    >>> from sklearn.datasets import load_iris
    >>> X, y = load_iris(return_X_y=True)
    >>> model = MLPClassifier((16,), dropout=0.1, learning_rate_init=0.03, max_iter=400,
    ...                       random_state=0).fit(X, y)
    >>> bool(model.score(X, y) > 0.95)
    True
    """

    _parameter_constraints: ClassVar[Mapping[str, Any]] = {
        **constraints(),
        "loss": [StrOptions({"log_loss", *names_of(Loss)}), Loss],
        "class_weight": [StrOptions({"balanced"}), dict, None],
        "label_smoothing": [Interval(Real, 0, 1, closed="left")],
    }

    def __init__(
        self,
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
        loss: Any = "log_loss",
        class_weight: Any = None,
        label_smoothing: Any = 0.0,
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
        classes: Any = None,
        *,
        X_val: Any = None,
        y_val: Any = None,
        sample_weight_val: Any = None,
    ) -> Self:
        """Train one epoch on these rows, and keep the optimizer's state and schedule.

        The first call needs `classes`.
        """
        if _check_partial_fit_first_call(self, classes):
            self._label_binarizer = LabelBinarizer()
            several = type_of_target(y).startswith("multilabel")
            self._label_binarizer.fit(y if several else classes)
        extra = Extra(X_val, y_val, sample_weight_val, None)
        for text, kind in self._fit(X, y, sample_weight, extra, incremental=True):
            warnings.warn(text, kind, stacklevel=3)
        return self

    def predict(self, X: Any) -> Array:
        """Return the label of each row, or zeros and ones of shape (rows, labels)."""
        check_is_fitted(self)
        return self._labels(self._predict_checked(X))

    def predict_proba(self, X: Any) -> Array:
        """Return the probabilities, shape (rows, classes), in the order of `classes_`."""
        check_is_fitted(self)
        p = self._predict_checked(X)
        return np.hstack([1 - p, p]) if self.n_outputs_ == 1 else p

    def predict_log_proba(self, X: Any) -> Array:
        """Return the logarithm of `predict_proba`."""
        p = self.predict_proba(X)
        with np.errstate(divide="ignore"):
            return np.log(p, out=p)

    # ---- within

    def _read_y(self, y: Any, incremental: bool) -> Array:
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        if not hasattr(self, "classes_") or (not self.warm_start and not incremental):
            self._label_binarizer = LabelBinarizer()
            self._label_binarizer.fit(y)
            self.classes_ = self._label_binarizer.classes_
        else:
            self._check_classes(unique_labels(y))
        several = self._label_binarizer.y_type_.startswith("multilabel")
        n_classes = len(self.classes_)
        self.n_outputs_ = n_classes if several or n_classes > 2 else 1
        return y

    def _check_classes(self, classes: Array) -> None:
        if self.warm_start:
            if set(classes) != set(self.classes_):
                raise DataError(
                    "warm_start can only be used where `y` has the same classes as in the previous "
                    f"call to fit. Previously got {self.classes_}, `y` has {classes}"
                )
        elif len(np.setdiff1d(classes, self.classes_, assume_unique=True)):
            raise DataError(
                "`y` has classes not in `self.classes_`. "
                f"`self.classes_` has {self.classes_}. 'y' has {classes}."
            )

    def _check_y_val(self, y: Any) -> Array:
        check_classification_targets(y)
        y = np.asarray(y)
        y = column_or_1d(y, warn=True) if y.ndim == 2 and y.shape[1] == 1 else y
        unknown = np.setdiff1d(unique_labels(y), self.classes_)
        if y.ndim == 1 and len(unknown):
            raise DataError(
                f"y_val has labels that y has not: {unknown}. y has {self.classes_}: hold out "
                "rows of the same classes"
            )
        return y

    def _make_loss(self) -> Loss:
        several = self._label_binarizer.y_type_.startswith("multilabel") or self.n_outputs_ == 1
        outputs = "binary" if several else "classes"
        return make_loss(self.loss, outputs, self.label_smoothing)

    def _encode(self, y: Array) -> Array:
        dtype = np.float64
        if self._label_binarizer.y_type_.startswith("multilabel"):
            return np.asarray(self._label_binarizer.transform(y), dtype)
        result = np.searchsorted(self.classes_, y)
        return result if self.n_outputs_ > 1 else result.astype(dtype).reshape(-1, 1)

    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        if self.class_weight is None:
            return weight
        of_class = compute_sample_weight(self.class_weight, y)
        return of_class if weight is None else of_class * weight

    def _labels(self, prediction: Array) -> Array:
        p = prediction.ravel() if self.n_outputs_ == 1 else prediction
        return self._label_binarizer.inverse_transform(p)

    def _score(self, rows: Batch) -> float:
        p = self._prediction(rows.x)
        if not np.isfinite(p).all():
            return float("nan")
        result = p.argmax(axis=1) if self._design.loss.task == "classes" else p > 0.5
        return plain_accuracy(result, rows.y, rows.weight)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags


def plain_accuracy(prediction: Array, y: Array, weight: Array | None) -> float:
    """Return the weighted share of rows whose outputs are all right."""
    right = prediction == y
    right = right.all(axis=1) if right.ndim == 2 else right
    return float(np.average(right, weights=weight))
