"""Measures of quality: accuracy and R squared."""

import numpy as np

from noron.core.types import Array
from noron.losses import Loss


def accuracy(loss: Loss, scores: Array, y: Array, weight: Array | None = None) -> float:
    """Return the weighted share of right answers, between 0 and 1."""
    return float(np.average(loss.correct(scores, y), weights=weight))


def r2(y: Array, prediction: Array, weight: Array | None = None) -> float:
    """Return 1 - sum (y - prediction)^2 / sum (y - mean y)^2, the mean of it over the outputs.

    1 is perfect, 0 is as good as predicting the mean. If y is constant, the result is 1 for a
    perfect prediction and 0 otherwise.
    """
    y = np.asarray(y, dtype=np.float64).reshape(len(y), -1)
    prediction = np.asarray(prediction, dtype=np.float64).reshape(y.shape)
    w = np.ones(len(y)) if weight is None else np.asarray(weight, dtype=np.float64)
    residual = w @ np.square(y - prediction)
    total = w @ np.square(y - np.average(y, axis=0, weights=w))
    flat = np.where(residual == 0, 1.0, 0.0)
    scores = np.divide(total - residual, total, out=flat, where=total > 0)
    return float(scores.mean())
