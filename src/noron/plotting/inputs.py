"""Checks of the arguments of all pictures, so that the drawing code may trust its data."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from noron.core.errors import DataError, SettingError, shown
from noron.core.types import Array

Row = Mapping[str, Any]


def numeric(name: str, given: object, *, ranks: tuple[int, ...]) -> Array:
    """Return `given` as a finite, non-empty float64 array whose rank is one of `ranks`.

    Raises DataError for anything else.
    """
    try:
        array = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        raise DataError(f"{name} is {shown(given)}: give an array of numbers") from None
    if array.ndim not in ranks or array.size == 0:
        legal = " or ".join(f"{rank}-D" for rank in ranks)
        raise DataError(f"{name} has shape {array.shape}: give a non-empty {legal} array")
    if not np.isfinite(array).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise DataError(f"{name} is {array[where]} at {where}: give finite numbers only")
    return array


def function_of(predict: Any) -> Any:
    """Return the method `predict` of a model, or a function as it is; DataError for others."""
    function = getattr(predict, "predict", predict)
    if not callable(function):
        raise DataError(f"predict is {shown(predict)}: give a function, such as net.predict")
    return function


def labels(name: str, given: object, rows: int | None = None) -> Array:
    """Return `given` as a 1-D array of class labels, of length `rows` if that is known."""
    array = np.asarray(given)
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1 or array.size == 0:
        raise DataError(f"{name} has shape {array.shape}: give one label a row, not empty")
    if rows is not None and len(array) != rows:
        raise DataError(f"{name} has {len(array)} labels for {rows} rows: give one a row")
    return array


def class_indices(
    classes: Sequence[Hashable] | None, **named: Array
) -> tuple[list[Any], list[Array]]:
    """Return the classes in order, and each label array as indices into them.

    `classes` lists the labels themselves, or the names of the classes 0, 1, ..., k - 1. By default
    the classes are the sorted labels.
    """
    every = np.concatenate([np.asarray(a, dtype=object) for a in named.values()]).tolist()
    if classes is None:
        try:
            order = sorted(set(every))
        except TypeError:
            raise DataError("the labels mix types that have no order: give `classes`") from None
        return order, [_looked_up(n, a, order) for n, a in named.items()]
    order = list(classes)
    if len(set(order)) != len(order) or not order:
        raise SettingError(f"classes is {shown(order)}: give each class once")
    listed = order if any(label in order for label in every) else list(range(len(order)))
    return order, [_looked_up(n, a, listed) for n, a in named.items()]


def _looked_up(name: str, array: Array, order: Sequence[Any]) -> Array:
    place = {label: i for i, label in enumerate(order)}
    try:
        return np.array([place[label] for label in array.tolist()], dtype=np.int64)
    except KeyError as error:
        missing = error.args[0]
        raise DataError(f"{name} has {missing!r}, not one of {shown(list(order))}") from None


def filled_rows(rows: Iterable[Row]) -> list[Row]:
    """Return `rows` as a non-empty list of dictionaries; raise DataError for anything else."""
    try:
        listed = list(rows)
    except TypeError:
        raise DataError(f"rows is {shown(rows)}: give one dictionary an epoch") from None
    if not listed:
        raise DataError("there are no rows: train for at least one epoch before drawing")
    for index, row in enumerate(listed):
        if not isinstance(row, Mapping):
            raise DataError(f"row {index} is {shown(row)}: give one dictionary an epoch")
    return listed


def column(rows: Sequence[Row], name: str) -> Array:
    """Return one number for each row; NaN gives a gap in the curve where a row has none."""
    values = [row.get(name) for row in rows]
    try:
        floats = [np.nan if v is None else float(v) for v in values]
    except (TypeError, ValueError):
        raise DataError(f"the column {name!r} holds {shown(values)}: give numbers") from None
    array = np.array(floats)
    return np.where(np.isfinite(array), array, np.nan)


def recorded(rows: Sequence[Row]) -> list[str]:
    """Return the columns that hold at least one number, in the order of their appearance."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [n for n in names if n not in _NOT_A_METRIC and _has_number(rows, n)]


_NOT_A_METRIC = frozenset({"epoch", "step", "steps", "seconds", "time", "learning_rate"})


def _has_number(rows: Sequence[Row], name: str) -> bool:
    for row in rows:
        value = row.get(name)
        number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
        if number and np.isfinite(value):
            return True
    return False
