"""Checks of X, y and weights: done here once, so that all other code can trust them."""

from collections.abc import Sequence
from numbers import Real
from typing import Any, Literal, overload

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.floats import floats, has_only_finite, refuse_too_large, refuse_value
from noron.data.rows import ByteRows, CompactRows, Inputs, SparseRows

_ODD = "a table of numbers is needed: one row for each example, one column for each input"
_NO_ARRAY = (str, bytes, dict, set, frozenset)


def _is_scipy(values: object) -> bool:
    """Return whether `values` is a sparse matrix or array of SciPy, without importing SciPy."""
    return type(values).__module__.startswith("scipy.sparse")


@overload
def check_inputs(
    X: object, n_inputs: int | None = None, *, name: str = "X", compact: Literal[False] = False
) -> Array: ...
@overload
def check_inputs(
    X: object, n_inputs: int | None = None, *, name: str = "X", compact: bool
) -> Inputs: ...
def check_inputs(
    X: object, n_inputs: int | None = None, *, name: str = "X", compact: bool = False
) -> Inputs:
    """Return X as a finite float array of shape (n, n_inputs), n >= 1.

    float32 and float64 keep their type and are not copied; float16, integers and booleans become
    float32. X may be a list, an array or a data frame: anything that `np.asarray` takes. Messages
    call it `name`. With `compact`, a sparse matrix of SciPy becomes `SparseRows`, an array of
    bytes (uint8) becomes `ByteRows`, and both of these are returned unchanged. Raises DataError.

    >>> check_inputs([[1, 2], [3, 4]])
    array([[1., 2.], [3., 4.]], dtype=float32)
    >>> check_inputs([[1.0, 2.0], [3.0, float("nan")]])
    Traceback (most recent call last):
        ...
    noron.core.errors.DataError: X has nan in row 1, column 1: fill it in or drop the row
    """
    x = _compact(X, name) if compact else None
    if x is None:
        x = _shaped(as_array(X, name), name)
        if compact and x.dtype == np.uint8:
            x = ByteRows(x)
    if n_inputs is not None and x.shape[1] != n_inputs:
        raise DataError(
            f"{name} has {_count(x.shape[1], 'column')}, but {n_inputs} "
            f"{'is' if n_inputs == 1 else 'are'} expected: give one for each input of the network"
        )
    if isinstance(x, CompactRows):
        return x
    x = _floats(x, name)
    _check_finite(x, name)
    return x


def _compact(X: Any, name: str) -> CompactRows | None:
    if _is_scipy(X):
        return SparseRows.of(X, name)
    if not isinstance(X, CompactRows):
        return None
    if not len(X):
        raise DataError(f"{name} has the shape {X.shape} and is empty: {_ODD}")
    return X


def check_weights(sample_weight: object, n: int) -> Array | None:
    """Return the weights of `n` rows as float64 of shape (n,), or None if there are none.

    They must be finite, not negative, and not all zero.

    >>> check_weights([1, 0, 2.5], 3)
    array([1. , 0. , 2.5])

    Raises DataError.
    """
    if sample_weight is None:
        return None
    w = as_array(sample_weight, "sample_weight", f"give one number for each of the {n} rows")
    if w.dtype.kind not in "biuf":
        raise DataError(f"sample_weight holds {w.dtype}: give one number for each of the {n} rows")
    if w.shape != (n,):
        raise DataError(
            f"sample_weight has the shape {w.shape}: give one number for each row, shape ({n},)"
        )
    w = w.astype(np.float64)
    bad = np.flatnonzero(~np.isfinite(w) | (w < 0))
    if bad.size:
        raise DataError(
            f"sample_weight has {w[bad[0]]:g} in row {bad[0]}{_more(bad.size)}: "
            "give weights that are finite and at least 0"
        )
    if not w.any():
        raise DataError("sample_weight is 0 in every row: give at least one row a weight above 0")
    return w


def check_same_length(X: object, y: object, *, names: tuple[str, str] = ("X", "y")) -> None:
    """Raise DataError unless len(X) == len(y).

    >>> check_same_length([[1], [2]], [0])
    Traceback (most recent call last):
        ...
    noron.core.errors.DataError: X has 2 rows but y has 1: give one y for each row of X
    """
    rows = []
    for values, name in zip((X, y), names, strict=True):
        try:
            rows.append(len(values))  # type: ignore[arg-type]
        except TypeError:
            _refuse_sparse(values, name)
            raise DataError(f"{name} is {shown(values)}: give one entry for each row") from None
    if rows[0] != rows[1]:
        raise DataError(
            f"{names[0]} has {_count(rows[0], 'row')} but {names[1]} has {rows[1]}: "
            f"give one {names[1]} for each row of {names[0]}"
        )


@overload
def in_dtype(x: Array, dtype: Any, name: str = "X") -> Array: ...
@overload
def in_dtype(x: Inputs, dtype: Any, name: str = "X") -> Inputs: ...
def in_dtype(x: Inputs, dtype: Any, name: str = "X") -> Inputs:
    """Return finite x as `dtype`, without a copy if it has that type already.

    Raises DataError for a number that is too large for `dtype`.
    """
    if isinstance(x, CompactRows):
        return x if x.dtype == dtype else x.astype(dtype, name)
    with np.errstate(over="ignore"):
        converted = x.astype(dtype, copy=False)
    narrower = x.dtype.kind == "f" and converted.dtype.itemsize < x.dtype.itemsize
    if narrower and not has_only_finite(converted):
        first = tuple(np.argwhere(~np.isfinite(converted))[0])
        where = ", ".join(f"{axis} {i}" for axis, i in zip(("row", "column"), first, strict=False))
        refuse_too_large(x[first], where, converted.dtype, name)
    return converted


def as_array(values: Any, name: str, needed: str = _ODD) -> Array:
    """Return `np.asarray(values)`, but raise DataError where that would change the values silently.

    Strings, masked arrays, sparse matrices and ragged lists are such cases.
    """
    _refuse_sparse(values, name)
    if values is None or isinstance(values, _NO_ARRAY):
        file = " (noron.data.read_table reads files)" if isinstance(values, str) else ""
        raise DataError(f"{name} is {shown(values)}: {needed}{file if needed is _ODD else ''}")
    if type(values) is not np.ndarray and isinstance(values, np.ma.MaskedArray):
        if np.ma.is_masked(values):
            raise DataError(f"{name} has masked entries: fill them in with {name}.filled(…)")
        return values.data
    try:
        return np.asarray(values)
    except (ValueError, TypeError, RuntimeError, OverflowError) as error:
        _refuse_ragged(values, name)
        raise DataError(f"{name} is not an array ({shown(str(error))}): {needed}") from None


def _refuse_sparse(values: Any, name: str) -> None:
    if _is_scipy(values):
        raise DataError(f"{name} is a sparse matrix of SciPy: give {name}.toarray()")
    if isinstance(values, CompactRows):
        raise DataError(f"{name} is {values}, but a plain array is needed here: give {name}[:]")


def _refuse_ragged(values: Any, name: str) -> None:
    if not (isinstance(values, Sequence) and all(isinstance(row, Sequence) for row in values)):
        return
    for i, row in enumerate(values):
        if len(row) != len(values[0]):
            raise DataError(
                f"{name} is ragged: row {i} has {_count(len(row), 'value')}, row 0 has "
                f"{len(values[0])}: give every row the same length"
            ) from None


def _shaped(x: Array, name: str) -> Array:
    if x.ndim == 0:
        raise DataError(f"{name} is {shown(x.item())}: {_ODD}")
    if x.ndim == 1:
        raise DataError(
            f"{name} has the shape {x.shape} and needs rows and columns: np.reshape({name}, "
            f"(1, -1)) makes one row of it, np.reshape({name}, (-1, 1)) one column"
        )
    if x.ndim > 2:
        raise DataError(
            f"{name} has the shape {x.shape}, but a dense network takes rows and columns: "
            f"{name}.reshape(len({name}), -1) makes one row of each example"
        )
    if x.size == 0:
        raise DataError(f"{name} has the shape {x.shape} and is empty: {_ODD}")
    return x


def _floats(x: Array, name: str) -> Array:
    """Return x with the dtype that is used for computing, in native byte order."""
    if x.dtype.kind == "O":
        return _floats_of_objects(x, name)
    if x.dtype.kind in "US":
        raise _no_number(x, 0, 0, name)
    return floats(x, name)


def _floats_of_objects(x: Array, name: str) -> Array:
    """Return an array of number objects (a data frame of floats and booleans) as float64."""
    for (i, j), value in np.ndenumerate(x):
        if not isinstance(value, Real | np.bool_):
            raise _no_number(x, i, j, name)
    try:
        return x.astype(np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        raise DataError(f"{name} does not fit into float64 ({error}): scale it down") from None


def _no_number(x: Array, i: int, j: int, name: str) -> DataError:
    value = x[i, j].item() if isinstance(x[i, j], np.generic) else x[i, j]
    return DataError(
        f"{name} has {shown(value)} in row {i}, column {j}: noron needs numbers; "
        "drop that column or turn it into numbers"
    )


def _check_finite(x: Array, name: str) -> None:
    if not has_only_finite(x):
        rows, columns = np.nonzero(~np.isfinite(x))
        refuse_value(x[rows[0], columns[0]], rows[0], columns[0], rows.size, name)


def _more(count: int) -> str:
    return f" (and {count - 1} more)" if count > 1 else ""


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
