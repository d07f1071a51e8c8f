"""Scores of a cross-validation, and their confidence intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.stats
from sklearn.metrics import roc_auc_score

from noron.core.types import Array

NAMES = {
    "log_loss": "log loss",
    "accuracy": "accuracy",
    "roc_auc": "area under ROC",
    "r2": "R²",
    "rmse": "root mean squared error",
    "mae": "mean absolute error",
}
"""The names of the measures in reports."""

SMALL = 1e-7
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Score:
    """A mean over folds and its 95 % confidence interval."""

    mean: float
    low: float
    high: float
    folds: tuple[float, ...]


def interval(values: Sequence[float] | Array, test_share: float) -> Score:
    """Return the mean over folds with the interval of Nadeau and Bengio (2003).

    `test_share` is n_test / n_train. As the folds share most of their training rows, the variance
    of the mean is sd^2 (1 / k + n_test / n_train) and not sd^2 / k.
    """
    v = np.asarray(values, dtype=np.float64)
    k = len(v)
    if k < 2:
        return Score(float(v.mean()), float(v.mean()), float(v.mean()), tuple(v.tolist()))
    spread = v.std(ddof=1) * np.sqrt(1 / k + test_share)
    reach = spread * scipy.stats.t.ppf((1 + CONFIDENCE) / 2, k - 1)
    mean = float(v.mean())
    return Score(mean, float(mean - reach), float(mean + reach), tuple(v.tolist()))


def log_losses(p: Array, y: Array) -> Array:
    """Return -log p of the right class for each row."""
    sure = np.clip(p[np.arange(len(y)), y], SMALL, 1)
    return np.asarray(-np.log(sure))


def measures(prediction: Array, y: Array, classes: bool) -> dict[str, float]:
    """Return the scores of one fold by name; the first one decides."""
    if classes:
        scores = {
            "log_loss": float(log_losses(prediction, y).mean()),
            "accuracy": float((prediction.argmax(axis=1) == y).mean()),
        }
        if prediction.shape[1] == 2 and len(np.unique(y)) == 2:
            scores["roc_auc"] = float(roc_auc_score(y, prediction[:, 1]))
        return scores
    error = prediction[:, 0] - y
    variance = float(np.mean((y - y.mean()) ** 2))
    return {
        "r2": 1 - float(np.mean(error**2)) / variance if variance else 0.0,
        "rmse": float(np.sqrt(np.mean(error**2))),
        "mae": float(np.abs(error).mean()),
    }


def goodness(scores: Mapping[str, float]) -> float:
    """Return the score that decides, larger is better: R squared, or minus the log loss."""
    return scores["r2"] if "r2" in scores else -scores["log_loss"]


def calibration(p: Array, y: Array, bins: int = 10) -> list[tuple[float, float, int]]:
    """Return (mean probability, observed frequency, rows) of bins with equally many rows.

    The probability is that of the second of two classes, or of the most likely of more classes.
    """
    if p.shape[1] == 2:
        predicted, true = p[:, 1], y == 1
    else:
        predicted, true = p.max(axis=1), p.argmax(axis=1) == y
    order = np.argsort(predicted, kind="stable")
    parts = [part for part in np.array_split(order, min(bins, len(y))) if len(part)]
    return [(float(predicted[i].mean()), float(true[i].mean()), len(i)) for i in parts]


def calibration_error(points: Sequence[tuple[float, float, int]]) -> float:
    """Return the mean difference of probability and frequency over rows (Naeini et al. 2015)."""
    rows = sum(n for _, _, n in points)
    return sum(n * abs(predicted - true) for predicted, true, n in points) / rows
