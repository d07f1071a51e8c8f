"""One fold of a report: score the baselines, and the network also with fewer rows."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.base import clone

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.data.tables import Frame
from noron.engines.threads import libraries_for
from noron.estimators.reports.baselines import RIVALS
from noron.estimators.reports.scores import goodness, log_losses, measures
from noron.training.callbacks import Callback, StopTraining

NETWORK = "network"
SHARES = (1 / 8, 1 / 4, 1 / 2)
"""The shares of the training rows for the learning curve, in addition to all rows."""

FEWEST_ROWS = 20
SHUFFLES = 3
MOST_SHUFFLED_ROWS = 1000


class Deadline(Callback):
    """Ends every training after `seconds` seconds, also one that starts later."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.over = seconds, False
        self.end_at = time.monotonic() + seconds

    def __call__(self, row: Row) -> None:
        """Stop if the time is over."""
        if time.monotonic() > self.end_at:
            self.over = True
            raise StopTraining(f"its share of the time is over, {self.seconds:.1f} seconds")


@dataclass
class ReportRun:
    """The results of the folds so far."""

    table: Frame
    y: Array
    labels: Array | None
    """The classes in order, or None if y holds numbers to predict."""

    network: Callable[[Frame, Array, float], tuple[Any, bool]]
    scores: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    prediction: Array = field(default_factory=lambda: np.empty(0))
    shuffled: list[list[float]] = field(default_factory=list)
    by_rows: dict[float, list[float]] = field(default_factory=dict)
    n_rows: dict[float, int] = field(default_factory=dict)
    stopped: bool = False

    @property
    def classes(self) -> bool:
        """Return whether y holds classes."""
        return self.labels is not None


def fitting(fresh: Any, target: Array) -> Callable[[Frame, Array, float], tuple[Any, bool]]:
    """Return a function that fits a clone of `fresh` to some rows within a time limit.

    The function returns the model, and whether the time limit stopped it.
    """

    def fit(frame: Frame, index: Array, seconds: float) -> tuple[Any, bool]:
        deadline = Deadline(seconds)
        model = clone(fresh).set_params(callbacks=[*(fresh.callbacks or ()), deadline])
        model.fit(frame.take(index), target[index])
        return model, deadline.over

    return fit


def try_baselines(trial: ReportRun, train: Array, test: Array, kinds: Any, seed: int) -> None:
    """Fit all baselines, and add their scores on the held out rows to `trial`."""
    n_classes = trial.prediction.shape[1] if trial.classes else 0
    learnt, held_out = trial.table.take(train), trial.table.take(test)
    for name, kind in RIVALS.items():
        begin = time.monotonic()
        baseline = kind(n_classes, kinds, seed)
        with libraries_for(len(learnt) * len(learnt.columns)):
            baseline.fit(learnt, trial.y[train])
            trial.seconds[name] = trial.seconds.get(name, 0.0) + time.monotonic() - begin
            prediction = baseline.predict(held_out)
        trial.scores.setdefault(name, []).append(measures(prediction, trial.y[test], trial.classes))


def _predict(trial: ReportRun, model: Any, frame: Frame) -> Array:
    if trial.labels is None:
        return np.asarray(model.predict(frame)).reshape(-1, 1)
    p = np.zeros((len(frame), trial.prediction.shape[1]))
    p[:, np.searchsorted(trial.labels, model.classes_)] = model.predict_proba(frame)
    return p


def try_network(trial: ReportRun, train: Array, test: Array, seconds: float, seed: int) -> None:
    """Fit the network to all training rows and to fewer, and add its results to `trial`."""
    begin = time.monotonic()
    model, over = trial.network(trial.table, train, seconds)
    trial.seconds[NETWORK] = trial.seconds.get(NETWORK, 0.0) + time.monotonic() - begin
    trial.stopped |= over
    held_out, y = trial.table.take(test), trial.y[test]
    prediction = _predict(trial, model, held_out)
    trial.prediction[test] = prediction
    scores = measures(prediction, y, trial.classes)
    trial.scores.setdefault(NETWORK, []).append(scores)
    trial.shuffled.append(_importances(trial, model, held_out, y, seed))
    _keep_share(trial, 1.0, len(train), goodness(scores))
    order = np.random.default_rng(seed).permutation(train)
    for share in SHARES:
        some = order[: int(share * len(order))]
        if len(some) < FEWEST_ROWS or len(np.unique(trial.y[some])) < 2:
            continue
        fewer, _ = trial.network(trial.table, some, seconds)
        scores = measures(_predict(trial, fewer, held_out), y, trial.classes)
        _keep_share(trial, share, len(some), goodness(scores))


def _keep_share(trial: ReportRun, share: float, rows: int, good: float) -> None:
    trial.by_rows.setdefault(share, []).append(good)
    trial.n_rows[share] = rows


def _importances(trial: ReportRun, model: Any, frame: Frame, y: Array, seed: int) -> list[float]:
    """Return for each column how much worse the score gets when it is shuffled (Breiman 2001)."""
    rng = np.random.default_rng(seed)
    if len(y) > MOST_SHUFFLED_ROWS:
        some = np.sort(rng.choice(len(y), MOST_SHUFFLED_ROWS, replace=False))
        frame, y = frame.take(some), y[some]
    whole = _loss(trial, _predict(trial, model, frame), y)
    used = {e.column for e in model.encoding_.encoders if e.width}
    worse = []
    for name, column in frame.columns.items():
        losses = [whole]
        if name in used:
            orders = [rng.permutation(len(y)) for _ in range(SHUFFLES)]
            columns = [{**frame.columns, name: column.take(order)} for order in orders]
            tables = [Frame(c, len(y), frame.named) for c in columns]
            losses = [_loss(trial, _predict(trial, model, table), y) for table in tables]
        worse.append(float(np.mean(losses)) - whole)
    return worse


def _loss(trial: ReportRun, prediction: Array, y: Array) -> float:
    """Return the log loss, or the mean squared error divided by the target's variance."""
    if trial.classes:
        return float(log_losses(prediction, y).mean())
    return float(np.mean((prediction[:, 0] - y) ** 2) / (trial.y.var() or 1.0))
