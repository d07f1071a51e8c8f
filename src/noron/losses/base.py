"""Losses: how wrong the network is, as one number, and its gradient.

A loss takes raw scores of shape (rows, outputs) and owns its link, the function that turns scores
into predictions: identity, sigmoid, softmax or exp. Link and loss together have a simpler gradient
than each alone (softmax and cross-entropy: p - y), and do not overflow.

    L = sum_i w_i l_i / sum_i w_i          w_i = 1 without sample weights, so L is the mean

A row of weight 2 therefore counts like the same row twice.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from noron.core.registry import Family
from noron.core.types import Array

Link = Literal["identity", "sigmoid", "softmax", "exp"]

RowLosses = tuple[Array, Callable[[], Array]]
"""The loss of each row, shape (rows,), and a closure that gives d(row loss)/d(scores)."""


@dataclass(frozen=True)
class Loss(Family, ABC, family="loss"):
    """L(scores, y). A subclass defines the loss of each row, `rows`, and the link, `predict`."""

    task: ClassVar[Literal["regression", "binary", "classes"]] = "regression"
    link: ClassVar[Link] = "identity"
    """The function that `predict` applies to scores."""

    @abstractmethod
    def rows(self, scores: Array, y: Array) -> RowLosses:
        """Return each row's loss, and a closure for its gradient of shape (rows, outputs)."""

    def predict(self, scores: Array) -> Array:
        """Apply the link: turn scores into predictions in the units of y."""
        return scores

    def correct(self, scores: Array, y: Array) -> Array:
        """Return 1 for each row that is predicted correctly, else 0, shape (rows,).

        For several yes-or-no questions it is the share answered correctly. For regression all
        are 0.
        """
        if self.task == "classes":
            truth = y if y.ndim == 1 else y.argmax(axis=1)
            return scores.argmax(axis=1) == truth
        if self.task == "binary":
            return ((scores > 0) == (y.reshape(scores.shape) > 0.5)).mean(axis=1)
        return np.zeros(len(scores))

    def check(self, y: Array, n_outputs: int) -> None:
        """Raise DataError or SettingError if the loss cannot take y."""

    def importance(self, y: Array) -> Array | None:
        """Return a weight for each row that depends on y (class weights); None if all are 1."""
        return None

    def forward(
        self, scores: Array, y: Array, sample_weight: Array | None = None
    ) -> tuple[float, Callable[[], Array]]:
        """Return the weighted mean over the rows; backward() returns dL/dscores."""
        losses, gradient = self.rows(scores, y)
        share = self.shares(y, sample_weight, losses)

        def backward() -> Array:
            return gradient() * share[:, None]

        return float(share @ losses), backward

    def shares(self, y: Array, sample_weight: Array | None, like: Array) -> Array:
        """Return the weight of each row in the mean, summing to 1, as an array like `like`."""
        weights = np.ones_like(like) if sample_weight is None else sample_weight.astype(like.dtype)
        importance = self.importance(y)
        if importance is not None:
            weights = weights * importance.astype(like.dtype)
        total = weights.sum()
        return weights / total if total > 0 else weights  # a batch whose weights are all zero
