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
    check_integer,
    check_number,
    shown,
)
from noron.core.types import Array
from noron.data.tables import read_columns
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
from noron.estimators.reports.trial import (
    NETWORK,
    Budget,
    ReportRun,
    fitting,
    try_baselines,
    try_network,
)
from noron.estimators.table.base import BaseTable
from noron.estimators.table.classifier import TableClassifier
from noron.estimators.table.ensemble_fit import clear_networks
from noron.estimators.table.leakage import check_no_answer
from noron.estimators.table.regressor import TableRegressor
from noron.training.checkpoint import as_checkpoints

FEW_CLASSES = 20
"""If there are more classes, each needs two rows on average."""

USUAL_LIMIT = 60.0
"""The seconds for all models together, unless they are given; less for few rows."""

MOST_POINTS = 2000
"""The largest number of (prediction, truth) pairs in a report of a regression, drawn at random."""


def report(
    model: Any,
    X: Any,
    y: Any,
    *,
    folds: int = 5,
    time_limit: float | None = None,
    seed: int = 0,
    watch: Callable[[str], object] | None = None,
    seconds: float | None = None,
    checkpoint: Any = None,
) -> Report:
    """Compare `model` with a guess, a linear model and gradient boosting on a table.

    All models are cross-validated on the same folds and learn the encoding of the columns from the
    training rows alone. Held out parts of these choose when the network and boosting stop, and the
    settings of boosting and of the linear model, within the same time. In the end the network is
    fitted to all rows, as `Report.model`.

    Args:
        model: a `TableClassifier` or `TableRegressor`, or any estimator like scikit-learn's that
            takes arrays of numbers, such as `MLPClassifier`; it is cloned, not changed.
        X: a table as `fit` takes it.
        y: an entry for each row, or the name of a column of X.
        folds: the number of parts of the rows; each part is held out once.
        time_limit: the seconds for all models and folds together; by default `usual_limit`. The
            advice names the models that needed more.
        seed: the seed of the folds and of all models.
        watch: a function that is called with a line about each step.
        seconds: another name of `time_limit`.
        checkpoint: a folder; after any end, the same call goes on from there, with the networks
            that are trained. It is empty again when the report is made.

    Raises:
        DataError: if X is not a table, or has fewer rows than folds.
        SettingError: if `model` is neither a classifier with predict_proba nor a regressor.
    """
    fresh, reader = _prepared(model, seed)
    check_integer("folds", folds, at_least=2)
    time_limit = seconds if time_limit is None else time_limit
    if time_limit is not None:
        check_number("time_limit", time_limit, low=0, open_low=True)
    say = watch or (lambda line: None)
    frame, target, _ = reader._read(X, y, None)
    check_no_answer(frame, target)
    if len(frame) < folds:
        raise DataError(
            f"the table has {len(frame)} rows, fewer than the {folds} folds: give more rows, or "
            "ask for fewer folds"
        )
    target = np.asarray(target)
    truth, labels = _truth(reader, target)
    kept = as_checkpoints(checkpoint) if fresh is reader else None
    trial = ReportRun(frame, truth, labels, fitting(fresh, target, kept))
    trial.prediction = np.zeros((len(truth), 1 if labels is None else len(labels)))
    kinds, readings = reader.kinds, read_columns(frame, reader.kinds)
    reader.set_params(kinds=readings)  # what a column holds is the same in all folds
    budget = Budget(usual_limit(len(frame)) if time_limit is None else time_limit, folds)
    with _quiet():
        for number, (train, test) in enumerate(
            _folds(truth, labels is not None, folds, seed), start=1
        ):
            say(f"fold {number}/{folds}{budget.time_left()}")
            try_baselines(trial, train, test, readings, seed, budget)
            try_network(trial, train, test, budget, seed)
        say(f"the model of all rows{budget.time_left()}")
        final, over = trial.network(frame, np.arange(len(frame)), budget.share())
        trial.stopped |= {NETWORK} if over else set()
    final.set_params(callbacks=fresh.callbacks)
    if fresh is reader:
        final.set_params(kinds=kinds)
    final.target_name_, final.target_format_ = reader.target_name_, reader.target_format_
    if kept is not None and not kept.results_follow:
        clear_networks(kept.folder)
    return _assemble_report(trial, final, folds)


def _truth(reader: BaseTable, target: Array) -> tuple[Array, Array | None]:
    """Return the target as class numbers and the classes, or as numbers and None."""
    with _quiet():
        answers = reader._read_y(target, None)
    if not isinstance(reader, TableClassifier):
        return target.astype(np.float64), None
    labels = reader.classes_
    if len(labels) > max(FEW_CLASSES, len(target) / 2):
        raise DataError(
            f"{shown(reader.target_name_)} has {len(labels)} different classes in {len(target)} "
            "rows: each class needs several rows; choose another column"
        )
    return answers, labels


def usual_limit(n_rows: int) -> float:
    """Return the time limit unless one is given: 3 s, and 0.04 s more for each row, up to 60 s."""
    return min(3 + 0.04 * n_rows, USUAL_LIMIT)


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
    linear_ahead = interval(good["linear model"] - good["gradient boosting"], share)
    recommended, why = advice.which_tool(ahead, linear_ahead)
    shuffled = np.array(trial.shuffled)
    columns = zip(trial.table.columns, shuffled.mean(axis=0), shuffled.std(axis=0), strict=True)
    ranked = sorted(columns, key=lambda c: -c[1])
    importances = [(name, float(mean), float(sd)) for name, mean, sd in ranked]
    complete = sorted((s, values) for s, values in trial.by_rows.items() if len(values) == folds)
    by_rows = [(trial.n_rows[s], interval(values, share)) for s, values in complete]
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
        advice=[why, *_advice(trial, model, good, by_rows, importances, points)],
        recommended=recommended,
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
    good: dict[str, Array],
    by_rows: list[tuple[int, Score]],
    importances: list[tuple[str, float, float]],
    points: list[tuple[float, float, int]] | None,
) -> list[str]:
    half, whole = trial.by_rows.get(0.5), trial.by_rows[1.0]
    gain = None
    share = 1 / (len(whole) - 1)
    if half is not None and len(half) == len(whole):
        gain = interval(np.array(whole) - np.array(half), share)
    guess = float(good["guess"].mean())
    best = max(float(of_model.mean()) for of_model in good.values())
    explained = 1 - best / guess if trial.classes and guess else best
    sentences = [
        advice.more_rows(by_rows, gain),
        advice.about_probabilities(None if points is None else calibration_error(points)),
        advice.too_good(importances, explained),
        advice.left_out(model.encoding_),
        advice.too_little_time([name for name in trial.scores if name in trial.stopped]),
    ]
    return [sentence for sentence in sentences if sentence]
