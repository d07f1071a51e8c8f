"""One fold of a report: score the baselines, and the network also with fewer rows."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np
from sklearn.base import clone

from noron.core.text import spoken_seconds
from noron.core.types import Array
from noron.data.tables import Frame
from noron.engines.threads import libraries_for
from noron.estimators.reports.advice import NETWORK
from noron.estimators.reports.baselines import RIVALS, Guess
from noron.estimators.reports.scores import goodness, log_losses, measures
from noron.estimators.table.ensemble import PENALTIES, Deadline
from noron.training.checkpoint import Checkpoints
from noron.training.history import History

SHARES = (1 / 8, 1 / 4, 1 / 2)
"""The shares of the training rows for the learning curve, in addition to all rows."""

FEWEST_ROWS = 20
SHUFFLES = 3
MOST_SHUFFLED_ROWS = 1000


BASELINES_EACH = len(RIVALS) - 1  # a guess takes no time
UNITS_EACH = BASELINES_EACH + 1 + sum(SHARES)
"""The shares of the time of one fold, in those of a model of all its training rows."""


class Budget:
    """Divides a time limit among fits. What one does not need is left for those after it."""

    def __init__(self, seconds: float, folds: int) -> None:
        self.seconds, self.end_at = seconds, time.monotonic() + seconds
        self.all = self.units = folds * UNITS_EACH + 1  # and one for the model of all rows

    def share(self, units: float = 1.0) -> float:
        """Return the seconds for the next fit, which has `units` of the shares still to come."""
        seconds = self.left() * units / max(self.units, units)
        self.units -= units
        return seconds

    def time_left(self) -> str:
        """Return the time that the rest will take as ", 8 s left"."""
        done = self.all - self.units
        took = self.seconds - self.left()
        likely = min(self.left(), took / done * self.units) if done else self.seconds
        return f", {'' if done else 'at most '}{spoken_seconds(likely)} left"

    def left(self) -> float:
        """Return the seconds until the end."""
        return max(0.0, self.end_at - time.monotonic())


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
    stopped: set[str] = field(default_factory=set[str])
    """The models that had not enough time."""

    @property
    def classes(self) -> bool:
        """Return whether y holds classes."""
        return self.labels is not None


def fitting(
    fresh: Any, target: Array, checkpoint: Checkpoints | None = None
) -> Callable[[Frame, Array, float], tuple[Any, bool]]:
    """Return a function that fits a clone of `fresh` to some rows within a time limit.

    The function returns the model, and whether the time limit stopped it. Each fit keeps its
    networks in a folder of its own within that of `checkpoint`.
    """
    number = count(1)

    def fit(frame: Frame, index: Array, seconds: float) -> tuple[Any, bool]:
        members = getattr(fresh, "n_members", 1)
        additive = members - 1 + len(PENALTIES) if getattr(fresh, "blend", False) else 0
        deadline = Deadline(seconds, members, additive)
        model = clone(fresh).set_params(callbacks=[*(fresh.callbacks or ()), deadline])
        options = dict[str, Checkpoints]()
        if checkpoint is not None and checkpoint.folder is not None:
            folder = checkpoint.folder / f"fit-{next(number)}"
            options = {
                "checkpoint": Checkpoints(folder, every=checkpoint.every, results_follow=True)
            }
        model.fit(frame.take(index), target[index], **options)
        if any(history.interrupted for history in _histories(model)):
            raise KeyboardInterrupt  # a network that Ctrl-C cut short says nothing about the table
        return model, deadline.over

    return fit


def _histories(model: Any) -> list[History]:
    kept = getattr(getattr(model, "model_", model), "history_", None)
    return kept if isinstance(kept, list) else [] if kept is None else [kept]


def try_baselines(
    trial: ReportRun, train: Array, test: Array, kinds: Any, seed: int, budget: Budget
) -> None:
    """Fit all baselines, and add their scores on the held out rows to `trial`."""
    n_classes = trial.prediction.shape[1] if trial.classes else 0
    learnt, held_out = trial.table.take(train), trial.table.take(test)
    for name, kind in RIVALS.items():
        begin = time.monotonic()
        seconds = budget.share(0 if kind is Guess else 1)
        baseline = kind(n_classes, kinds, seed, begin + seconds, begin + seconds)
        with libraries_for(len(learnt) * len(learnt.columns)):
            baseline.fit(learnt, trial.y[train])
            trial.seconds[name] = trial.seconds.get(name, 0.0) + time.monotonic() - begin
            prediction = baseline.predict(held_out)
        trial.stopped |= {name} if baseline.stopped else set()
        trial.scores.setdefault(name, []).append(measures(prediction, trial.y[test], trial.classes))


def _predict(trial: ReportRun, model: Any, frame: Frame) -> Array:
    if trial.labels is None:
        return np.asarray(model.predict(frame)).reshape(-1, 1)
    p = np.zeros((len(frame), trial.prediction.shape[1]))
    p[:, np.searchsorted(trial.labels, model.classes_)] = model.predict_proba(frame)
    return p


def try_network(trial: ReportRun, train: Array, test: Array, budget: Budget, seed: int) -> None:
    """Fit the network to all training rows and to fewer, and add its results to `trial`."""
    begin = time.monotonic()
    model, over = trial.network(trial.table, train, budget.share())
    trial.seconds[NETWORK] = trial.seconds.get(NETWORK, 0.0) + time.monotonic() - begin
    trial.stopped |= {NETWORK} if over else set()
    held_out, y = trial.table.take(test), trial.y[test]
    prediction = _predict(trial, model, held_out)
    trial.prediction[test] = prediction
    scores = measures(prediction, y, trial.classes)
    trial.scores.setdefault(NETWORK, []).append(scores)
    trial.shuffled.append(_importances(trial, model, held_out, y, seed))
    _keep_share(trial, 1.0, len(train), goodness(scores))
    order = np.random.default_rng(seed).permutation(train)
    for share in SHARES:
        some, seconds = order[: int(share * len(order))], budget.share(share)
        if len(some) < FEWEST_ROWS or len(np.unique(trial.y[some])) < 2 or not seconds:
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
