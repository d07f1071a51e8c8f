"""Make a report: cross-validate all models on the same folds, and examine the network."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, clone, is_classifier, is_regressor
from sklearn.model_selection import KFold, StratifiedKFold

from noron.core.errors import (
    DataError,
    SettingError,
    TrainingWarning,
    check_integer,
    check_number,
    shown,
)
from noron.core.types import Array
from noron.estimators.reports import advice
from noron.estimators.reports.arrays import OnArrays
from noron.estimators.reports.baselines import RIVALS
from noron.estimators.reports.report import Report
from noron.estimators.reports.scores import (
    Score,
    calibration,
    calibration_error,
    goodness,
    interval,
)
from noron.estimators.reports.trial import NETWORK, ReportRun, fitting, try_baselines, try_network
from noron.estimators.table.base import BaseTable
from noron.estimators.table.classifier import TableClassifier
from noron.estimators.table.leakage import check_no_answer
from noron.estimators.table.regressor import TableRegressor

MOST_CLASSES = 20
"""If there are more classes, each needs two rows on average."""

MOST_POINTS = 2000
"""The largest number of (prediction, truth) pairs in a report of a regression, drawn at random."""


def report(
    model: Any,
    X: Any,
    y: Any,
    *,
    folds: int = 5,
    seconds: float = 60.0,
    seed: int = 0,
    watch: Callable[[str], object] | None = None,
) -> Report:
    """Compare `model` with a guess, a linear model and gradient boosting on a table.

    All models are cross-validated on the same folds and learn the encoding of the columns from the
    training rows alone. The network is stopped if it needs more than `seconds` for all folds. In
    the end it is fitted to all rows, as `Report.model`.

    Args:
        model: a `TableClassifier` or `TableRegressor`, or any estimator like scikit-learn's that
            takes arrays of numbers, such as `MLPClassifier`; it is cloned, not changed.
        X: a table as `fit` takes it.
        y: an entry for each row, or the name of a column of X.
        folds: the number of parts of the rows; each part is held out once.
        seconds: the time limit of the network, over all folds.
        seed: the seed of the folds and of all models.
        watch: a function that is called with a line about each step.

    Raises:
        DataError: if X is not a table, or has fewer rows than folds.
        SettingError: if `model` is neither a classifier with predict_proba nor a regressor.
    """
    fresh, reader = _prepared(model, seed)
    check_integer("folds", folds, at_least=2)
    check_number("seconds", seconds, low=0, open_low=True)
    say = watch or (lambda line: None)
    frame, target, _, note = reader._read(X, y, None)
    if note:
        warnings.warn(note, TrainingWarning, stacklevel=2)
    check_no_answer(frame, target)
    if len(frame) < folds:
        raise DataError(
            f"the table has {len(frame)} rows, fewer than the {folds} folds: give more rows, or "
            "ask for fewer folds"
        )
    target = np.asarray(target)
    with _quiet():
        answers = reader._read_y(target, None)
    classes = isinstance(reader, TableClassifier)
    truth = answers if classes else target.astype(np.float64)
    labels = reader.classes_ if classes else None
    if labels is not None and len(labels) > max(MOST_CLASSES, len(target) / 2):
        raise DataError(
            f"{shown(reader.target_name_)} has {len(labels)} different classes in {len(target)} "
            "rows: each class needs several rows; choose another column"
        )
    trial = ReportRun(frame, truth, labels, fitting(fresh, target))
    trial.prediction = np.zeros((len(truth), 1 if labels is None else len(labels)))
    kinds = reader.kinds
    with _quiet():
        for number, (train, test) in enumerate(_folds(truth, classes, folds, seed), start=1):
            say(f"fold {number}/{folds}")
            try_baselines(trial, train, test, kinds, seed)
            try_network(trial, train, test, seconds / folds, seed)
        say("all rows")
        final = clone(fresh).fit(frame, target)
    final.target_name_ = reader.target_name_
    return _assemble_report(trial, final, folds)


def _prepared(model: Any, seed: int) -> tuple[Any, BaseTable]:
    """Return the model to fit, and a table estimator that reads X and y for it."""
    if isinstance(model, BaseTable):
        fresh = clone(model).set_params(random_state=seed)
        return fresh, fresh
    known = isinstance(model, BaseEstimator)
    if known and is_classifier(model) and hasattr(model, "predict_proba"):
        return OnArrays(clone(model), seed), TableClassifier()
    if known and is_regressor(model):
        return OnArrays(clone(model), seed), TableRegressor()
    raise SettingError(
        f"model is {shown(model)}: give a classifier with predict_proba, or a regressor, such as "
        "TableClassifier()"
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Suppress warnings about small classes and early ends, which the report itself mentions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        yield


def _folds(y: Array, classes: bool, n: int, seed: int) -> Iterator[tuple[Array, Array]]:
    stratified = classes and np.bincount(y).max() >= n
    splitter = (StratifiedKFold if stratified else KFold)(n, shuffle=True, random_state=seed)
    yield from splitter.split(y, y)


def _assemble_report(trial: ReportRun, model: Any, folds: int) -> Report:
    share = 1 / (folds - 1)  # the ratio of held out rows to training rows
    order = [*RIVALS, NETWORK]
    scores = {
        name: {
            metric: interval([fold[metric] for fold in trial.scores[name] if metric in fold], share)
            for metric in trial.scores[name][0]
        }
        for name in order
    }
    good = {name: np.array([goodness(fold) for fold in trial.scores[name]]) for name in order}
    ahead = {name: interval(good[NETWORK] - good[name], share) for name in RIVALS}
    shuffled = np.array(trial.shuffled)
    names = list(trial.table.columns)
    ranked = sorted(
        zip(names, shuffled.mean(axis=0), shuffled.std(axis=0), strict=True), key=lambda c: -c[1]
    )
    importances = [(name, float(mean), float(sd)) for name, mean, sd in ranked]
    by_rows = [
        (trial.n_rows[s], interval(values, share)) for s, values in sorted(trial.by_rows.items())
    ]
    points = calibration(trial.prediction, trial.y) if trial.classes else None
    return Report(
        model=getattr(model, "model_", model),
        target=model.target_name_,
        classes=[str(c) for c in model.classes_] if trial.classes else None,
        n_rows=len(trial.y),
        n_folds=folds,
        columns=dict(model.columns_),
        scores=scores,
        seconds=trial.seconds,
        ahead=ahead,
        by_rows=by_rows,
        importances=importances,
        calibration=points,
        confusion=_confusion(trial) if trial.classes else None,
        residuals=None if trial.classes else _residuals(trial),
        advice=_advice(trial, model, ahead, good, by_rows, importances, points, share),
    )


def _confusion(trial: ReportRun) -> list[list[int]]:
    """Return in row i, column j how many held out rows of class i were predicted as class j."""
    k = trial.prediction.shape[1]
    pairs = trial.y * k + trial.prediction.argmax(axis=1)
    return [[int(n) for n in row] for row in np.bincount(pairs, minlength=k * k).reshape(k, k)]


def _residuals(trial: ReportRun) -> list[tuple[float, float]]:
    n = len(trial.y)
    some = np.sort(np.random.default_rng(0).permutation(n)[:MOST_POINTS])
    return [(float(trial.prediction[i, 0]), float(trial.y[i])) for i in some]


def _advice(
    trial: ReportRun,
    model: Any,
    ahead: dict[str, Score],
    good: dict[str, Array],
    by_rows: list[tuple[int, Score]],
    importances: list[tuple[str, float, float]],
    points: list[tuple[float, float, int]] | None,
    share: float,
) -> list[str]:
    linear_ahead = interval(good["linear model"] - good["gradient boosting"], share)
    half, whole = trial.by_rows.get(0.5), trial.by_rows[1.0]
    gain = None
    if half is not None and len(half) == len(whole):
        gain = interval(np.array(whole) - np.array(half), share)
    guess = float(good["guess"].mean())
    best = max(float(of_model.mean()) for of_model in good.values())
    explained = 1 - best / guess if trial.classes and guess else best
    sentences = [
        advice.which_tool(ahead, linear_ahead),
        advice.more_rows(by_rows, gain),
        advice.about_probabilities(None if points is None else calibration_error(points)),
        advice.too_good(importances, explained),
        advice.left_out(model.encoding_),
        "The network was stopped at its share of the time: give more seconds for a fair comparison."
        if trial.stopped
        else None,
    ]
    return [sentence for sentence in sentences if sentence]
