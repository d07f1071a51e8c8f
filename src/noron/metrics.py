"""How good a network is, in numbers that people read: shares of right answers, R squared."""

import numpy as np

from noron.losses import Loss
from noron.types import Array


def correct(loss: Loss, scores: Array, y: Array) -> Array:
    """1 for each row predicted correctly, else 0; of several yes-or-no questions, the share.

    Regression has no right answers: all 0.
    """
    if loss.task == "classes":
        truth = y if y.ndim == 1 else y.argmax(axis=1)
        return scores.argmax(axis=1) == truth
    if loss.task == "binary":
        return ((scores > 0) == (y.reshape(scores.shape) > 0.5)).mean(axis=1)
    return np.zeros(len(scores))


def accuracy(loss: Loss, scores: Array, y: Array, weight: Array | None = None) -> float:
    """The share of right answers, between 0 and 1; rows count by their weight."""
    return float(np.average(correct(loss, scores, y), weights=weight))


def r2(y: Array, prediction: Array, weight: Array | None = None) -> float:
    """1 - sum (y - prediction)^2 / sum (y - mean y)^2: 1 is perfect, 0 is as good as the mean.

    Where y does not vary, 1 for a perfect prediction and 0 otherwise; several outputs count alike.
    """
    y = np.asarray(y, dtype=np.float64).reshape(len(y), -1)
    prediction = np.asarray(prediction, dtype=np.float64).reshape(y.shape)
    w = np.ones(len(y)) if weight is None else np.asarray(weight, dtype=np.float64)
    residual = w @ np.square(y - prediction)
    total = w @ np.square(y - np.average(y, axis=0, weights=w))
    flat = np.where(residual == 0, 1.0, 0.0)
    scores = np.divide(total - residual, total, out=flat, where=total > 0)
    return float(scores.mean())
