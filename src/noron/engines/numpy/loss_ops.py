"""The losses as a plan runs them: the targets of all rows are made ready once.

The cross-entropies without class weights have short cuts, to the bits of their own formulas. Any
other loss, also the user's, runs by its own `rows` or `forward`.
"""

from abc import ABC, abstractmethod
from typing import NamedTuple, final

import numpy as np

from noron.core.types import Array
from noron.engines.base import Batch
from noron.engines.numpy.workspace import Workspace
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss

MOST_CLASSES = 256
"""Up to which a table of the targets of all classes is small."""


class LossValue(NamedTuple):
    """What a loss found: its value, dL/dscores, and the number of right answers."""

    value: float
    dscores: Array
    right: float


class LossNode(ABC):
    """A loss that has the targets of all rows."""

    @abstractmethod
    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """The loss of the scores of the rows at `index`."""


def loss_node(loss: Loss, data: Batch, n_outputs: int, workspace: Workspace) -> LossNode:
    """The short cut, if there is one, else the loss itself."""
    kind = type(loss)
    known = kind in (CrossEntropy, BinaryCrossEntropy) and loss.settings()["class_weight"] is None
    if known and isinstance(loss, CrossEntropy) and n_outputs <= MOST_CLASSES:
        return CrossEntropyNode(loss, data, n_outputs, workspace)
    if known and isinstance(loss, BinaryCrossEntropy) and n_outputs == 1:
        return BinaryCrossEntropyNode(loss, data, workspace)
    if kind.forward is Loss.forward and kind.importance is Loss.importance:
        return MeanLoss(loss, data, workspace)
    return OpaqueLoss(loss, data)


@final
class Shares:
    """What each row of a batch counts for; together 1, if they count at all."""

    def __init__(self, data: Batch, workspace: Workspace) -> None:
        self.weight = (
            None if data.weight is None else data.weight.astype(workspace.dtype, copy=False)
        )
        ones = np.ones(workspace.rows, workspace.dtype)
        self.alike = ones / ones.sum()

    def of(self, index: Array) -> Array:
        """The shares of the rows at `index`."""
        if self.weight is None:
            return self.alike
        weight = self.weight.take(index)
        total = weight.sum()
        return weight / total if total > 0 else weight


@final
class OpaqueLoss(LossNode):
    """Any loss, by its own `forward` and the closure that it returns."""

    def __init__(self, loss: Loss, data: Batch) -> None:
        self.loss, self.data = loss, data

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """The loss's own value and gradient."""
        loss, weight = self.loss, self.data.weight
        y = self.data.y[index]
        value, backward = loss.forward(scores, y, None if weight is None else weight[index])
        return LossValue(value, backward(), n_right(loss, scores, y))


@final
class MeanLoss(LossNode):
    """A mean over the rows, by the loss's own `rows`."""

    def __init__(self, loss: Loss, data: Batch, workspace: Workspace) -> None:
        self.loss, self.data, self.shares = loss, data, Shares(data, workspace)

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """The rows' losses and gradients, each times the row's share."""
        y, share = self.data.y[index], self.shares.of(index)
        losses, gradient = self.loss.rows(scores, y)
        dscores = gradient() * share[:, None]
        return LossValue(float(share @ losses), dscores, n_right(self.loss, scores, y))


def n_right(loss: Loss, scores: Array, y: Array) -> float:
    """The number of right answers; regression has none."""
    return 0.0 if loss.task == "regression" else float(loss.correct(scores, y).sum())


@final
class CrossEntropyNode(LossNode):
    """-v . log p with the gradient p sum(v) - v, where v is the smoothed target."""

    def __init__(
        self, loss: CrossEntropy, data: Batch, n_outputs: int, workspace: Workspace
    ) -> None:
        e, y, dtype = loss.label_smoothing, data.y, workspace.dtype
        self.labels = y.ndim == 1
        hard = np.eye(n_outputs, dtype=dtype) if self.labels else y.astype(dtype, copy=False)
        self.targets = (1 - e) * hard + e / n_outputs if e else hard
        self.sums = None if self.labels and not e else self.targets.sum(axis=1, keepdims=True)
        self.truth = y if self.labels else y.argmax(axis=1)
        self.shares = Shares(data, workspace)
        self.log_p, self.work = workspace.array(n_outputs), workspace.array(n_outputs)
        self.row = workspace.array(1)

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """log p = s - log sum exp(s), with the maximum taken off first."""
        truth = self.truth.take(index)
        at = truth if self.labels else index
        v, share = self.targets.take(at, axis=0), self.shares.of(index)
        right = np.count_nonzero(scores.argmax(axis=1) == truth)
        log_p, work, row = self.log_p, self.work, self.row
        np.subtract(scores, np.maximum.reduce(scores, axis=1, keepdims=True, out=row), out=log_p)
        np.add.reduce(np.exp(log_p, out=work), axis=1, keepdims=True, out=row)
        np.subtract(log_p, np.log(row, out=row), out=log_p)
        losses = np.add.reduce(np.multiply(v, log_p, out=work), axis=1)
        p = np.exp(log_p, out=work)
        if self.sums is not None:
            np.multiply(p, self.sums.take(at, axis=0), out=p)
        dscores = np.multiply(np.subtract(p, v, out=p), share[:, None], out=p)
        return LossValue(-float(share @ losses), dscores, float(right))


@final
class BinaryCrossEntropyNode(LossNode):
    """softplus(s) - y s with the gradient p - y, for one output; both from e = exp(-|s|)."""

    def __init__(self, loss: BinaryCrossEntropy, data: Batch, workspace: Workspace) -> None:
        e, y = loss.label_smoothing, data.y.reshape(-1, 1).astype(workspace.dtype)
        self.targets = (1 - e) * y + e / 2
        self.truth = data.y.reshape(-1, 1) > 0.5
        self.shares = Shares(data, workspace)
        self.e, self.p, self.losses = workspace.array(1), workspace.array(1), workspace.array(1)
        self.positive = workspace.array(1, bool)

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """softplus(s) = max(s, 0) + log(1 + e); p = 1 / (1 + e) where s >= 0, else e / (1 + e)."""
        y, share = self.targets.take(index, axis=0), self.shares.of(index)
        truth = self.truth.take(index, axis=0)
        right = np.count_nonzero(np.greater(scores, 0, out=self.positive) == truth)
        e, p, losses = self.e, self.p, self.losses
        np.exp(np.negative(np.abs(scores, out=e), out=e), out=e)
        np.add(np.maximum(scores, 0, out=losses), np.log1p(e, out=p), out=losses)
        np.subtract(losses, np.multiply(y, scores, out=p), out=losses)
        np.copyto(p, e)
        np.copyto(p, 1, where=np.greater_equal(scores, 0, out=self.positive))
        np.divide(p, np.add(e, 1, out=e), out=p)
        dscores = np.multiply(np.subtract(p, y, out=p), share[:, None], out=p)
        return LossValue(float(share @ losses[:, 0]), dscores, float(right))
