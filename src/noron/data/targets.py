"""Targets: how y was given in training, so that predictions have the same form.

Classes may be integers, strings, booleans or one-hot rows; a loss takes class numbers from 0 or
rows of probabilities. `Targets` converts from one to the other and back.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.checks import as_array, in_dtype
from noron.losses import Loss

Label = str | int | float | bool

MOST_CLASSES = 20
"""So many different whole numbers in a target are taken for classes; more for numbers."""


@dataclass(frozen=True)
class Targets:
    """How y is read: its classes in the order of the outputs, and the shape it was given in.

    Attributes:
        task: "classes", "binary" or "regression": the loss decides.
        classes: the labels, one for each output (two for one binary output); None for regression
            and for several yes-or-no questions at once.
        flat: whether y had the shape (rows,) and the network has one output.
    """

    task: str
    classes: tuple[Label, ...] | None = None
    flat: bool = True

    @staticmethod
    def of(y: Array, loss: Loss, n_outputs: int) -> "Targets":
        """Learn the form of the training y, an array from `as_target`.

        Raises DataError if y does not fit the loss and the outputs.
        """
        if loss.task == "regression":
            return Targets("regression", flat=y.ndim == 1)
        if loss.task == "binary":
            return _binary(y, n_outputs)
        if y.ndim == 2:
            return Targets("classes", tuple(range(n_outputs)))
        return Targets("classes", _classes_of(y, n_outputs))

    @staticmethod
    def untrained(loss: Loss, n_outputs: int) -> "Targets":
        """Return the targets of a network that is not trained: classes are integers from 0."""
        if loss.task == "regression":
            return Targets("regression", flat=n_outputs == 1)
        if loss.task == "binary":
            return Targets("binary", (0, 1) if n_outputs == 1 else None, flat=n_outputs == 1)
        return Targets("classes", tuple(range(n_outputs)))

    def encode(self, y: Array, n_outputs: int, dtype: Any) -> Array:
        """Return y for the loss: class numbers (rows,), or numbers (rows, n_outputs).

        Raises DataError.
        """
        if self.task == "regression" or (self.task == "binary" and self.classes is None):
            return in_dtype(self._numbers(y, n_outputs), dtype, "y")
        if self.task == "binary":
            return self._numbers_of_labels(y).astype(dtype).reshape(-1, 1)
        if y.ndim == 2:
            return _from_one_hot(y, n_outputs, dtype)
        return self._numbers_of_labels(y)

    def decode(self, prediction: Array) -> Array:
        """Turn probabilities or numbers of shape (rows, n_outputs) into the form that y had."""
        if self.task == "regression":
            return prediction[:, 0] if self.flat and prediction.shape[1] == 1 else prediction
        if self.task == "binary":
            answers = (prediction > 0.5).astype(np.int64)
            return answers if self.classes is None else self.labels()[answers[:, 0]]
        return self.labels()[prediction.argmax(axis=1)]

    def labels(self) -> Array:
        """The classes as an array, in the order of the outputs."""
        return self._labels

    @cached_property
    def _labels(self) -> Array:
        return np.asarray(self.classes)

    @cached_property
    def _counts_up(self) -> bool:
        """Return whether the classes are 0, 1, 2 and so on, in this order."""
        return self.classes == tuple(range(len(self.labels())))

    def _numbers(self, y: Array, n_outputs: int) -> Array:
        y = finite_numbers(y)
        y = y.reshape(-1, 1) if y.ndim == 1 else y
        if y.shape[1] != n_outputs:
            raise DataError(
                f"y has {y.shape[1]} columns, the network {n_outputs} outputs: "
                f"give y the shape (rows, {n_outputs})"
            )
        if self.task == "binary" and not np.isin(y, (0, 1)).all():
            row, column = np.argwhere(~np.isin(y, (0, 1)))[0]
            raise DataError(
                f"y has {y[row, column]:g} in row {row}, column {column}: binary_cross_entropy "
                "takes 0 or 1 in each column"
            )
        return y

    def _numbers_of_labels(self, y: Array) -> Array:
        """Return the class number of each label; DataError for a label not seen in training."""
        labels = self.labels()
        y = y.reshape(-1)
        if (labels.dtype.kind in "US") != (y.dtype.kind in "US"):
            raise _unseen(y[0], labels)
        if self._counts_up and y.dtype.kind in "iu" and y.min() >= 0 and y.max() < len(labels):
            return y.astype(np.int64)
        order = np.argsort(labels)
        result = order[np.searchsorted(labels, y, sorter=order).clip(max=len(labels) - 1)]
        wrong = np.flatnonzero(labels[result] != y)
        if len(wrong):
            raise _unseen(y[wrong[0]], labels, row=int(wrong[0]))
        return result


def holds_classes(y: Array) -> bool:
    """Return whether a target is taken for classes: labels, or few different whole numbers.

    >>> holds_classes(np.arange(20)), holds_classes(np.arange(21)), holds_classes(np.ones(2))
    (True, False, False)
    """
    whole = y.dtype.kind in "iu"
    return len(np.unique(y)) <= MOST_CLASSES if whole else y.dtype.kind != "f"


def as_target(y: Any) -> Array:
    """Return y as an array of shape (rows,) or (rows, columns); DataError for anything else."""
    if isinstance(y, list | tuple) and len({isinstance(label, str) for label in y}) == 2:
        y = np.array(y, dtype=object)  # otherwise NumPy turns numbers beside strings into strings
    y = as_array(y, "y", "give one label, or one row of numbers, for each row of X")
    if y.dtype.kind == "O":
        y = _from_objects(y)
    if y.ndim not in (1, 2):
        raise DataError(f"y has the shape {y.shape}: give (rows,) or (rows, outputs)")
    if y.size == 0:
        raise DataError("y is empty: give at least one row")
    if y.dtype.kind not in "biufU":
        hint = ", here y.astype(str)" if y.dtype.kind == "S" else ""
        raise DataError(f"y has the type {y.dtype}: give numbers, strings or booleans{hint}")
    if y.dtype.kind == "f":
        finite_numbers(y)
    return y


def finite_numbers(y: Array) -> Array:
    """Return y if it holds finite numbers; else raise DataError that names the first bad row."""
    if y.dtype.kind not in "biuf":
        raise DataError(
            f"y holds {shown(y.flat[0].item())}, but numbers are needed here; labels are for "
            "loss='cross_entropy', in the shape (rows,)"
        )
    bad = np.argwhere(~np.isfinite(y))
    if len(bad):
        row, value = int(bad[0][0]), y[tuple(bad[0])]
        column = f", column {bad[0][1]}" if y.ndim == 2 else ""
        raise DataError(f"y is {value} in row {row}{column}: remove that row or fill it in")
    return y


def _from_objects(y: Array) -> Array:
    kinds = {type(value) for value in y.flat}
    whole, real = (int, np.integer), (int, float, np.integer, np.floating)
    choices = ((str, str), ((bool, np.bool_), bool), (whole, np.int64), (real, np.float64))
    for family, dtype in choices:
        if all(issubclass(k, family) and (k is not bool or dtype is bool) for k in kinds):
            try:
                return y.astype(dtype)
            except OverflowError:
                largest = shown(max(y.flat, key=abs), 30)
                raise DataError(f"y holds {largest}: give such labels as strings") from None
    names = ", ".join(sorted(kind.__name__ for kind in kinds))
    verb = "mixes" if len(kinds) > 1 else "holds"
    raise DataError(f"y {verb} values of type {names}: give all strings or all numbers")


def _labels_in(y: Array) -> Array:
    """Return the different labels, sorted; DataError for numbers that cannot be labels."""
    if y.dtype.kind == "f" and not (y == np.round(y)).all():
        value = y[y != np.round(y)][0]
        raise DataError(
            f"y holds {value:g}, which is no class label: for numbers to be predicted, use "
            "loss='mse' and one output; for classes, give integers or strings"
        )
    return np.unique(y)


def _refuse_one_class(labels: Array) -> None:
    if len(labels) == 1:
        raise DataError(
            f"y has one class only, {shown(labels[0].item())}: there is nothing to tell apart; "
            "give rows of at least two classes"
        )


def _classes_of(y: Array, n_outputs: int) -> tuple[Label, ...]:
    """Return the labels of the outputs: 0 to n - 1 if y holds only these, else the labels in y."""
    labels = _labels_in(y)
    if y.dtype.kind in "iuf" and labels[0] >= 0 and labels[-1] < n_outputs:
        return tuple(range(n_outputs))
    _refuse_one_class(labels)
    if len(labels) != n_outputs:
        raise DataError(
            f"y has {len(labels)} classes ({shown(labels.tolist())}) but the network has "
            f"{n_outputs} outputs: end the network with {len(labels)} units"
        )
    return tuple(labels.tolist())


def _binary(y: Array, n_outputs: int) -> Targets:
    if n_outputs > 1 or (y.ndim == 2 and y.shape[1] > 1):
        return Targets("binary", None, flat=False)
    labels = _labels_in(y)
    if y.dtype.kind in "iuf" and np.isin(labels, (0, 1)).all():
        return Targets("binary", (0, 1))
    _refuse_one_class(labels)
    if len(labels) != 2:
        raise DataError(
            f"y has {len(labels)} classes ({shown(labels.tolist())}) but binary_cross_entropy "
            "tells two apart: use loss='cross_entropy' with one output for each class"
        )
    return Targets("binary", tuple(labels.tolist()))


def _from_one_hot(y: Array, n_outputs: int, dtype: Any) -> Array:
    y = finite_numbers(y)
    if y.shape[1] == 1:
        raise DataError(
            f"y has the shape {y.shape}: give labels the shape (rows,), which y.ravel() makes, or "
            f"one-hot rows of {n_outputs} columns"
        )
    if y.shape[1] != n_outputs:
        raise DataError(
            f"y has {y.shape[1]} columns, one-hot for {y.shape[1]} classes, but the network has "
            f"{n_outputs} outputs: end it with {y.shape[1]} units"
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
