"""Checks of the target: it must not be empty, and no other column may equal it."""

from typing import Any

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.tables import Frame, Texts
from noron.data.tables.columns import Column, column_of
from noron.data.tables.target import TargetColumn

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


def split_target(
    frame: Frame, target: TargetColumn, name: str, weight: Any
) -> tuple[Frame, Array, Any]:
    """Return table, y and weights of the rows that have a target.

    Raises DataError if no row has one.
    """
    there = target.there
    check_target(there, name)
    if there.all():
        return frame, target.values, weight
    weight = None if weight is None else np.asarray(weight)[there]
    return frame.take(np.flatnonzero(there)), target.values[there], weight


def check_target(there: Array, name: str) -> None:
    """Raise DataError if no row has a target."""
    if not there.any():
        raise DataError(f"column {shown(name)}, the target, is empty in every row: fill it in")


def gaps(there: Array, name: str) -> str:
    """Return a note about rows without a target, or "" if all rows have one."""
    gone = int((~there).sum())
    if not gone:
        return ""
    return (
        f"{gone:,} of {len(there):,} rows have nothing in column {shown(name)}, the target: they "
        "are left out"
    )


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
