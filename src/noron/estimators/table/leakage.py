"""Checks of the target: it must not be empty, and no other column may equal it."""

import warnings
from typing import Any

import numpy as np

from noron.core.errors import DataError, TrainingWarning, shown
from noron.core.types import Array
from noron.data.tables import Frame, Texts
from noron.data.tables.columns import Column, column_of
from noron.data.tables.number_format import NumberFormat
from noron.data.tables.target import TargetColumn, read_target

FEW_ROWS = 10
"""With fewer rows, columns may be equal by chance."""


def check_no_answer(frame: Frame, y: Any) -> None:
    """Raise DataError if a column of the table equals the target in every row."""
    if not frame.named or len(frame) < FEW_ROWS:
        return
    target = column_of(np.asarray(y).reshape(len(frame), -1)[:, 0], "y")
    for name, column in frame.columns.items():
        if same(column, target):
            raise DataError(
                f"column {shown(name)} of X is the target itself, in every row: leave it out"
            )


def named_target(
    frame: Frame,
    name: str,
    classes: bool,
    known: Array | None = None,
    form: NumberFormat | None = None,
) -> TargetColumn:
    """Return a column as the target, with warnings about its empty rows and how it is read.

    `known` and `form` are what a model knows of it. Raises DataError if no row has a target.
    """
    target = read_target(frame.pick(name), name, classes, known, form)
    gone = int((~target.there).sum())
    if gone == len(frame):
        raise DataError(f"column {shown(name)}, the target, is empty in every row: fill it in")
    if gone:
        warnings.warn(
            f"{gone:,} of {len(frame):,} rows have nothing in column {shown(name)}, the target: "
            "they are left out",
            TrainingWarning,
            stacklevel=5,
        )
    if form is None:
        target.warn(name, 5)
    return target


def split_target(frame: Frame, target: TargetColumn, weight: Any) -> tuple[Frame, Array, Any]:
    """Return table, y and weights of the rows that have a target."""
    there = target.there
    if there.all():
        return frame, target.values, weight
    weight = None if weight is None else np.asarray(weight)[there]
    return frame.take(np.flatnonzero(there)), target.values[there], weight


def same(column: Column, target: Column) -> bool:
    """Return whether two columns are equal in every row."""
    if type(column) is not type(target):
        return False
    if isinstance(column, Texts) and isinstance(target, Texts):
        pairs = set(zip(column.codes.tolist(), target.codes.tolist(), strict=True))
        return len(pairs) == len(column.levels) == len(target.levels) and all(
            column.levels[a] == target.levels[b] for a, b in pairs if min(a, b) >= 0
        )
    return bool(np.array_equal(column.values, target.values))  # type: ignore[union-attr]
