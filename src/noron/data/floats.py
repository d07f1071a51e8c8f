"""The float types that noron computes in, and the refusal of what is not a finite number."""

from typing import NoReturn

import numpy as np

from noron.core.errors import DataError
from noron.core.types import Array

FEW = 100_000
"""Up to so many numbers, looking at each is faster than adding them up."""


def floats(x: Array, name: str) -> Array:
    """Return x in the type used for computing: float64 stays, all other numbers become float32.

    The byte order becomes the machine's own. Raises DataError if x does not hold real numbers.
    """
    if x.dtype.kind == "c":
        raise DataError(f"{name} is complex: give {name}.real, or real and imaginary columns")
    if x.dtype.kind not in "biuf":
        raise DataError(f"{name} holds {str(x.dtype)[:60]}: noron needs numbers")
    double = x.dtype.kind == "f" and x.dtype.itemsize >= 8
    with np.errstate(over="ignore"):  # too large becomes infinite, which a later check reports
        return np.asarray(x, dtype=np.float64 if double else np.float32)


def has_only_finite(x: Array) -> bool:
    """Return whether no number of x is NaN or infinite; if so, in one pass and without a copy."""
    if x.size < FEW:
        return bool(np.isfinite(x).all())
    with np.errstate(all="ignore"):  # a finite sum proves it; a sum that overflows proves nothing
        return bool(np.isfinite(x.sum()) or np.isfinite(x).all())


def refuse_value(value: float, row: int, column: int, count: int, name: str) -> NoReturn:
    """Raise DataError for a number that is not finite, the first of `count`."""
    more = f" (and {count - 1} more)" if count > 1 else ""
    raise DataError(
        f"{name} has {value:g} in row {row}, column {column}{more}: fill it in or drop the row"
    )


def refuse_too_large(value: float, where: str, dtype: object, name: str) -> NoReturn:
    """Raise DataError for a finite number that is too large for `dtype`."""
    raise DataError(
        f"{name} has {value:g} in {where}, too large for {dtype}: scale it down, or make the "
        "network with dtype='float64'"
    )
