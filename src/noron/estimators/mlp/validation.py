"""Hold out validation rows, and compute their scores."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from sklearn.metrics import get_scorer_names
from sklearn.model_selection import GroupShuffleSplit, train_test_split
from sklearn.utils import _safe_indexing, check_consistent_length

from noron.core.errors import DataError, SettingError, check_choice
from noron.core.metric_rows import sign_of
from noron.core.types import Array
from noron.engines import Batch
from noron.estimators.params import row_weights
from noron.training.metrics import RecordedMetric, metrics_for


class Extra(NamedTuple):
    """The arguments of `fit` besides the training rows."""

    X_val: Any = None
    y_val: Any = None
    sample_weight_val: Any = None
    groups: Any = None


@dataclass
class HeldOut:
    """The training rows, the validation rows, and functions that score the latter."""

    data: Batch
    validation: Batch | None = None
    score: Callable[[], float] | None = None
    metrics: Mapping[str, Callable[[], float]] = field(default_factory=dict)
    parts: tuple[Array, Array] | None = None
    """The indices of the training and of the validation rows, if a share of X is held out."""


def held_out(est: Any, X: Any, y: Array, rows: Batch, extra: Extra, *, may_split: bool) -> HeldOut:
    """Return the user's validation rows, or hold out a share of X if the fit needs scores.

    Raises DataError if only one of X_val and y_val is given, SettingError if rows are needed but
    may not be split.
    """
    decides = est.early_stopping or est.monitor not in (None, "loss")
    if est.solver == "lbfgs":
        return HeldOut(rows)
    if (extra.X_val is None) != (extra.y_val is None):
        raise DataError("X_val and y_val belong together: give both, or neither")
    if extra.X_val is not None:
        X_val, y_val, validation = _given(est, extra)
        data, parts = rows, None
    elif (decides or est.metrics) and may_split:
        train, test = split(est, rows, extra.groups)
        X_val, y_val = _safe_indexing(X, test), y[test]
        data, validation, parts = rows.pick(train), rows.pick(test), (train, test)
    else:
        if decides or est.metrics:
            raise SettingError(
                "monitor and metrics are measured on validation rows: give X_val=... and y_val=..."
            )
        return HeldOut(rows)
    metrics = {
        f"val_{getattr(metric, '__name__', metric)}": _measure(
            est, metric, X_val, y_val, validation
        )
        for metric in est.metrics or ()
    }
    score = _score(est, X_val, y_val, validation) if decides else None
    return HeldOut(data, validation, score, metrics, parts)


def _score(est: Any, X: Any, y: Any, rows: Batch) -> Callable[[], float]:
    """Return the function whose value decides; larger is better."""
    if est.monitor is None:
        return lambda: est._score(rows)
    if est.monitor == "val_loss":
        return lambda: -est._loss_of(rows)
    measure = _measure(est, est.monitor, X, y, rows)
    if not is_recorded(est.monitor):
        return measure
    return lambda: -sign_of(est.monitor) * measure()


def is_recorded(name: Any) -> bool:
    """Return whether it is the name of a metric of noron's, and of no scorer of scikit-learn's."""
    return isinstance(name, str) and name in set(RecordedMetric.members) - set(get_scorer_names())


def _measure(est: Any, name: Any, X: Any, y: Any, rows: Batch) -> Callable[[], float]:
    if not is_recorded(name):
        return est._scorer_of(name, X, y)
    loss = est._design.loss
    known = {metric.name: metric for metric in metrics_for(loss)}
    metric = known[check_choice("metric", name, known)]
    return lambda: metric.of(loss, est._scorer.scores(rows.x), rows)


def _given(est: Any, extra: Extra) -> tuple[Any, Any, Batch]:
    y = extra.y_val
    X = est._read_X(extra.X_val)
    check_consistent_length(X, y)
    y = est._check_y_val(y)
    weight = extra.sample_weight_val
    if weight is not None:
        weight = est._weights(row_weights(weight, X))
    return extra.X_val, y, Batch(est._inputs(X), est._encode(y), weight)


def split(est: Any, rows: Batch, groups: Any) -> tuple[Array, Array]:
    """Return the indices of the training rows and of the rows to hold out."""
    n, share, random = len(rows), est.validation_fraction, est._random_state
    if est.warm_start == "optimizer" and est._parts is not None and sum(map(len, est._parts)) == n:
        return est._parts  # never validate on rows that an earlier call trained on
    index = np.arange(n)
    if est.validation_split == "groups":
        if groups is None:
            raise DataError("validation_split='groups' needs fit(..., groups=...)")
        splitter = GroupShuffleSplit(1, test_size=share, random_state=random)
        train, test = next(splitter.split(index, groups=groups))
    elif est.validation_split == "time":
        n_test = int(np.ceil(share * n))
        train, test = index[: n - n_test], index[n - n_test :]
    else:
        binary = est._design.loss.task == "binary" and est.n_outputs_ == 1
        stratify = rows.y.astype(bool) if binary else None
        train, test = train_test_split(
            index, random_state=random, test_size=share, stratify=stratify
        )
    if len(test) < 2:
        raise DataError(
            "The validation set is too small. Increase 'validation_fraction' or the size of your "
            "dataset."
        )
    return train, test
