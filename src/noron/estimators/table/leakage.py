"""The target has to be told from the columns that it is to be predicted from."""

import warnings
from typing import Any

import numpy as np

from noron.core.errors import DataError, TrainingWarning, shown
from noron.core.types import Array
from noron.data.tables import Frame, Texts
from noron.data.tables.frame import Column, column_of

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
    """The rows that have a target, which y is; a warning where some have none."""
    if there.all():
        return frame, y, weight
    if not there.any():
        raise DataError(f"column {shown(name)}, the target, is empty in every row: fill it in")
    warn_of_gaps(int((~there).sum()), len(there), name)
    weight = None if weight is None else np.asarray(weight)[there]
    return frame.take(np.flatnonzero(there)), y[there], weight


def warn_of_gaps(gone: int, of: int, name: str) -> None:
    """TrainingWarning: rows without a target are left out."""
    warnings.warn(
        f"{gone:,} of {of:,} rows have nothing in column {shown(name)}, the target: they are left "
        "out",
        TrainingWarning,
        stacklevel=6,
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
