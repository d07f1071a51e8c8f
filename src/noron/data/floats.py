"""Numbers as they are computed in: which types become which, and what is no number."""

from typing import NoReturn

import numpy as np

from noron.core.errors import DataError
from noron.core.types import Array


def floats(x: Array, name: str) -> Array:
    """x with the dtype that it is computed in: float64 stays, all other numbers are float32.

    In native byte order. Raises DataError.
    """
    if x.dtype.kind == "c":
        raise DataError(f"{name} is complex: give {name}.real, or real and imaginary columns")
    if x.dtype.kind not in "biuf":
        raise DataError(f"{name} holds {str(x.dtype)[:60]}: noron needs numbers")
    double = x.dtype.kind == "f" and x.dtype.itemsize >= 8
    with np.errstate(over="ignore"):  # what does not fit becomes infinite, and is then named
        return np.asarray(x, dtype=np.float64 if double else np.float32)


def has_only_finite(x: Array) -> bool:
    """Whether no number of x is NaN or infinite; in one pass, without a copy, where that is so."""
    with np.errstate(all="ignore"):  # a sum that overflows proves nothing, one that is finite does
        return bool(np.isfinite(x.sum()) or np.isfinite(x).all())


def refuse_value(value: float, row: int, column: int, count: int, name: str) -> NoReturn:
    """DataError for a number that is not finite, the first of `count`."""
    more = f" (and {count - 1} more)" if count > 1 else ""
    raise DataError(
        f"{name} has {value:g} in row {row}, column {column}{more}: fill it in or drop the row"
    )


def refuse_too_large(value: float, where: str, dtype: object, name: str) -> NoReturn:
    """DataError for a finite number that is infinite as `dtype`."""
    raise DataError(
        f"{name} has {value:g} in {where}, too large for {dtype}: scale it down, or make the "
        "network with dtype='float64'"
    )
