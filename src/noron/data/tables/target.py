"""How a target column is read: as classes (whole numbers or words), or as numbers."""

import re
from collections.abc import Callable, Sequence

import numpy as np

from noron.core.errors import DataError
from noron.core.types import Array
from noron.data.tables.columns import Texts
from noron.data.tables.text import decimal_of, has_codes, is_number, number

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


def target_of(column: Texts, error: Callable[..., DataError]) -> Array:
    """Return int64 if all labels are whole numbers, float64 if all are numbers, else the strings.

    `error(row)` is raised for a missing cell, and for a number that is not finite.
    """
    if (column.codes < 0).any():
        raise error(int(np.flatnonzero(column.codes < 0)[0]))
    levels = column.levels
    if all(map(_WHOLE.fullmatch, levels)):
        return np.array([int(label) for label in levels], dtype=np.int64)[column.codes]
    numbers = _numbers_of(levels)
    if numbers is None:
        return np.array(levels)[column.codes]
    y = numbers[column.codes]
    bad = np.flatnonzero(~np.isfinite(y))
    if bad.size:
        raise error(int(bad[0]), as_number=False)
    return y


def _numbers_of(levels: Sequence[str]) -> Array | None:
    """Return all labels as numbers, also with decimal commas; None for words and codes."""
    if all(map(is_number, levels)):
        return np.array([float(label) for label in levels])
    if has_codes(levels):
        return None
    read = [None if "_" in label else number(label, decimal_of(levels)) for label in levels]
    return None if None in read else np.array(read)
