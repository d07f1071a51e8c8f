"""The losses of a compiled graph; the targets of all rows are prepared once.

The cross-entropies without class weights are computed in reused arrays, with the same bits as their
own formulas. Every other loss, such as a user's own, runs by its `rows` or `forward`.
"""

from abc import ABC, abstractmethod
from typing import NamedTuple, final

import numpy as np

from noron.core.types import Array
from noron.engines.base import Batch
from noron.engines.numpy.workspace import Workspace
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss

MOST_TABULATED = 256
"""Up to this number of classes, the table of the targets of all classes is small."""


class LossValue(NamedTuple):
    """The value of a loss, dL/dscores, and the number of right answers."""

    value: float
    dscores: Array
    right: float


class LossNode(ABC):
    """A loss bound to the targets of all rows."""

    @abstractmethod
    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """Compute the loss of `scores`, which belong to the rows at `index`."""


def loss_node(loss: Loss, data: Batch, n_outputs: int, workspace: Workspace) -> LossNode:
    """Return the specialized node if there is one, else one that calls the loss itself."""
    kind = type(loss)
    known = kind in (CrossEntropy, BinaryCrossEntropy) and loss.settings()["class_weight"] is None
    if known and isinstance(loss, CrossEntropy) and n_outputs <= MOST_TABULATED:
        return CrossEntropyNode(loss, data, n_outputs, workspace)
    if known and isinstance(loss, BinaryCrossEntropy) and n_outputs == 1:
        return BinaryCrossEntropyNode(loss, data, workspace)
    if kind.forward is Loss.forward and kind.importance is Loss.importance:
        return MeanLoss(loss, data, workspace)
    return OpaqueLoss(loss, data)


@final
class Shares:
    """The weight of each row of a batch, normalized to the sum 1 unless all are 0."""

    def __init__(self, data: Batch, workspace: Workspace) -> None:
        self.weight = (
            None if data.weight is None else data.weight.astype(workspace.dtype, copy=False)
        )
        ones = np.ones(workspace.rows, workspace.dtype)
        self.alike = ones / ones.sum()

    def of(self, index: Array) -> Array:
        """Return the normalized weights of the rows at `index`."""
        if self.weight is None:
            return self.alike
        weight = self.weight.take(index)
        total = weight.sum()
        return weight / total if total > 0 else weight


@final
class OpaqueLoss(LossNode):
    """Any loss, run by its own `forward` and the closure that it returns."""

    def __init__(self, loss: Loss, data: Batch) -> None:
        self.loss, self.data = loss, data

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """Compute the loss's own value and gradient."""
        loss, weight = self.loss, self.data.weight
        y = self.data.y[index]
        value, backward = loss.forward(scores, y, None if weight is None else weight[index])
        return LossValue(value, backward(), n_right(loss, scores, y))


@final
class MeanLoss(LossNode):
    """A loss that is a mean over the rows, run by its own `rows`."""

    def __init__(self, loss: Loss, data: Batch, workspace: Workspace) -> None:
        self.loss, self.data, self.shares = loss, data, Shares(data, workspace)

    def evaluate(self, scores: Array, index: Array) -> LossValue:
        """Multiply each row's loss and gradient by its normalized weight, and add the losses."""
        y, share = self.data.y[index], self.shares.of(index)
        losses, gradient = self.loss.rows(scores, y)
        dscores = gradient() * share[:, None]
        return LossValue(float(share @ losses), dscores, n_right(self.loss, scores, y))


def n_right(loss: Loss, scores: Array, y: Array) -> float:
    """Return the number of right answers; 0 for regression."""
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
        """log p = s - log sum exp(s), after the maximum is subtracted."""
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
