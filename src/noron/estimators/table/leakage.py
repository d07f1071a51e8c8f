"""The target has to be told from the columns that it is to be predicted from."""

from typing import Any

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.tables import Frame, Texts
from noron.data.tables.columns import Column, column_of

FEW_ROWS = 10
"""Columns of fewer rows may be the same by chance."""


def check_no_answer(frame: Frame, y: Any) -> None:
    """DataError where a column of the table says in every row what is to be predicted."""
    if not frame.named or len(frame) < FEW_ROWS:
        return
    target = column_of(np.asarray(y).reshape(len(frame), -1)[:, 0], "y")
    for name, column in frame.columns.items():
        if same(column, target):
            raise DataError(
                f"column {shown(name)} of X is the target itself, in every row: leave it out"
            )


def split_target(
    frame: Frame, y: Array, there: Array, name: str, weight: Any
) -> tuple[Frame, Array, Any]:
    """The rows that have a target, which y is. DataError where no row has one."""
    check_target(there, name)
    if there.all():
        return frame, y, weight
    weight = None if weight is None else np.asarray(weight)[there]
    return frame.take(np.flatnonzero(there)), y[there], weight


def check_target(there: Array, name: str) -> None:
    """Raises DataError where no row has a target."""
    if not there.any():
        raise DataError(f"column {shown(name)}, the target, is empty in every row: fill it in")


def gaps(there: Array, name: str) -> str:
    """What to say of rows without a target, which are left out; nothing where all have one."""
    gone = int((~there).sum())
    if not gone:
        return ""
    return (
        f"{gone:,} of {len(there):,} rows have nothing in column {shown(name)}, the target: they "
        "are left out"
    )


def same(column: Column, target: Column) -> bool:
    """Whether two columns say the same in every row, by whatever words."""
    if type(column) is not type(target):
        return False
    if isinstance(column, Texts) and isinstance(target, Texts):
        pairs = set(zip(column.codes.tolist(), target.codes.tolist(), strict=True))
        return len(pairs) == len(column.levels) == len(target.levels) and all(
            column.levels[a] == target.levels[b] for a, b in pairs if min(a, b) >= 0
        )
    return bool(np.array_equal(column.values, target.values))  # type: ignore[union-attr]
