"""Targets: what y was when it came in, so that predictions go out as the same.

Classes may be integers, strings, booleans or one-hot rows; a loss takes class numbers from 0 or
rows of probabilities. `Targets` goes from one to the other and back.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.errors import DataError, shown
from noron.losses import Loss
from noron.types import Array

Label = str | int | float | bool


@dataclass(frozen=True)
class Targets:
    """How y is read: its classes in the order of the outputs, and the shape it came in.

    Attributes:
        task: "classes", "binary" or "regression", as the loss says.
        classes: the labels, one for an output (two for one binary output); None in regression
            and where several yes-or-no questions are answered at once.
        flat: whether y had the shape (rows,) though the network has one output.
    """

    task: str
    classes: tuple[Label, ...] | None = None
    flat: bool = True

    @staticmethod
    def of(y: Any, loss: Loss, n_outputs: int) -> "Targets":
        """Learn from the training y how it is to be read; DataError if it does not fit."""
        y = as_target(y)
        if loss.task == "regression":
            return Targets("regression", flat=y.ndim == 1)
        if loss.task == "binary":
            return _binary(y, n_outputs)
        if y.ndim == 2:
            return Targets("classes", tuple(range(n_outputs)))
        return Targets("classes", _classes_of(y, n_outputs))

    @staticmethod
    def untrained(loss: Loss, n_outputs: int) -> "Targets":
        """Before anything was learnt: integers from 0."""
        if loss.task == "regression":
            return Targets("regression", flat=n_outputs == 1)
        if loss.task == "binary":
            return Targets("binary", (0, 1) if n_outputs == 1 else None, flat=n_outputs == 1)
        return Targets("classes", tuple(range(n_outputs)))

    def encode(self, y: Any, n_outputs: int, dtype: Any) -> Array:
        """y as the loss takes it: class numbers (rows,), or numbers (rows, n_outputs)."""
        y = as_target(y)
        if self.task == "regression" or (self.task == "binary" and self.classes is None):
            return self._numbers(y, n_outputs).astype(dtype)
        if self.task == "binary":
            return self._numbers_of_labels(y).astype(dtype).reshape(-1, 1)
        if y.ndim == 2:
            return _from_one_hot(y, n_outputs, dtype)
        return self._numbers_of_labels(y)

    def decode(self, prediction: Array) -> Array:
        """Probabilities or numbers of shape (rows, n_outputs) as what y was."""
        if self.task == "regression":
            return prediction[:, 0] if self.flat and prediction.shape[1] == 1 else prediction
        if self.task == "binary":
            answers = (prediction > 0.5).astype(np.int64)
            return answers if self.classes is None else self.labels()[answers[:, 0]]
        return self.labels()[prediction.argmax(axis=1)]

    def labels(self) -> Array:
        """The classes as an array, in the order of the outputs."""
        return np.asarray(self.classes)

    def _numbers(self, y: Array, n_outputs: int) -> Array:
        y = finite_numbers(y)
        y = y.reshape(-1, 1) if y.ndim == 1 else y
        if y.shape[1] != n_outputs:
            raise DataError(
                f"y has {y.shape[1]} columns, the network {n_outputs} outputs: "
                f"give y the shape (rows, {n_outputs})"
            )
        if self.task == "binary" and not np.isin(y, (0, 1)).all():
            raise DataError("y must be 0 or 1 in each column for binary_cross_entropy")
        return y

    def _numbers_of_labels(self, y: Array) -> Array:
        """The class number of each label; DataError for a label that training did not see."""
        labels = self.labels()
        y = y.reshape(-1)
        if (labels.dtype.kind in "US") != (y.dtype.kind in "US"):
            raise _unseen(y[0], labels)
        order = np.argsort(labels)
        found = order[np.searchsorted(labels, y, sorter=order).clip(max=len(labels) - 1)]
        wrong = np.flatnonzero(labels[found] != y)
        if len(wrong):
            raise _unseen(y[wrong[0]], labels, row=int(wrong[0]))
        return found


def as_target(y: Any) -> Array:
    """y as an array of shape (rows,) or (rows, columns); DataError for anything else."""
    try:
        y = np.asarray(y)
    except ValueError:
        raise DataError("the rows of y have different lengths: give one value a row") from None
    if y.dtype.kind == "O":
        y = _from_objects(y)
    if y.ndim not in (1, 2):
        raise DataError(f"y has the shape {y.shape}: give (rows,) or (rows, outputs)")
    if y.size == 0:
        raise DataError("y is empty: give at least one row")
    if y.dtype.kind not in "biufUS":
        raise DataError(f"y has the type {y.dtype}: give numbers, strings or booleans")
    if y.dtype.kind == "f":
        finite_numbers(y)
    return y


def finite_numbers(y: Array) -> Array:
    """y, if it is finite numbers; the DataError names the first row that is not."""
    if y.dtype.kind not in "biuf":
        raise DataError(f"y holds {shown(y.flat[0])}: this loss needs numbers")
    bad = np.argwhere(~np.isfinite(y))
    if len(bad):
        row, value = int(bad[0][0]), y[tuple(bad[0])]
        column = f", column {bad[0][1]}" if y.ndim == 2 else ""
        raise DataError(f"y is {value} in row {row}{column}: remove that row or fill it in")
    return y


def _from_objects(y: Array) -> Array:
    kinds = {type(value) for value in y.flat}
    if all(issubclass(kind, str) for kind in kinds):
        return y.astype(str)
    if all(issubclass(kind, bool | np.bool_) for kind in kinds):
        return y.astype(bool)
    if all(issubclass(kind, int | np.integer) and kind is not bool for kind in kinds):
        return y.astype(np.int64)
    names = ", ".join(sorted(kind.__name__ for kind in kinds))
    raise DataError(f"y mixes values of type {names}: give all strings or all numbers")


def _classes_of(y: Array, n_outputs: int) -> tuple[Label, ...]:
    """The labels that belong to the outputs: 0..n-1 if y keeps to these, else the labels in y."""
    if y.dtype.kind == "f" and not (y == np.round(y)).all():
        value = y[y != np.round(y)][0]
        raise DataError(
            f"y holds {value:g}, which is no class label: for numbers to be predicted, use "
            "loss='mse' and one output; for classes, give integers or strings"
        )
    labels = np.unique(y)
    if y.dtype.kind in "iuf" and labels[0] >= 0 and labels[-1] < n_outputs:
        return tuple(range(n_outputs))
    if len(labels) != n_outputs:
        raise DataError(
            f"y has {len(labels)} classes ({shown(labels.tolist())}) but the network has "
            f"{n_outputs} outputs: end the network with {len(labels)} units"
        )
    return tuple(labels.tolist())


def _binary(y: Array, n_outputs: int) -> Targets:
    if n_outputs > 1 or (y.ndim == 2 and y.shape[1] > 1):
        return Targets("binary", None, flat=False)
    labels = np.unique(y)
    if y.dtype.kind in "iuf" and np.isin(labels, (0, 1)).all():
        return Targets("binary", (0, 1))
    if len(labels) != 2:
        raise DataError(
            f"y has {len(labels)} classes ({shown(labels.tolist())}) but binary_cross_entropy "
            "tells two apart: use loss='cross_entropy' with one output for each class"
        )
    return Targets("binary", tuple(labels.tolist()))


def _from_one_hot(y: Array, n_outputs: int, dtype: Any) -> Array:
    y = finite_numbers(y)
    if y.shape[1] != n_outputs:
        raise DataError(
            f"y has {y.shape[1]} columns, one-hot for {y.shape[1]} classes, but the network has "
            f"{n_outputs} outputs"
        )
    sums = y.sum(axis=1, dtype=np.float64)
    wrong = np.flatnonzero((np.abs(sums - 1) > 1e-6) | (y.min(axis=1) < 0))
    if len(wrong):
        row = int(wrong[0])
        raise DataError(
            f"row {row} of y is {shown(y[row].tolist())}, which adds up to {sums[row]:g}: "
            "one-hot rows are probabilities of the classes, none negative, and add up to 1"
        )
    hard = (y.max(axis=1) == 1).all()
    return y.argmax(axis=1) if hard else y.astype(dtype)


def _unseen(label: Any, labels: Array, row: int | None = None) -> DataError:
    where = "" if row is None else f" in row {row}"
    return DataError(
        f"y holds the label {shown(label.item())}{where}, which the training set did not have: "
        f"its classes are {shown(labels.tolist(), 120)}"
    )
