"""Checks of compressed sparse rows, and their canonical form, before they are `SparseRows`."""

from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.floats import floats, has_only_finite, refuse_value

MOST_COLUMNS = 2**31 - 1
"""Column numbers are int32."""


class SparseParts(NamedTuple):
    """The arrays of compressed sparse rows."""

    indptr: Array
    indices: Array
    values: Array


def parts_of(matrix: Any, name: str) -> SparseParts:
    """Return the rows of any sparse matrix of SciPy as checked arrays.

    Raises DataError. Indices are checked before SciPy's code uses them.
    """
    if len(matrix.shape) != 2 or 0 in matrix.shape:
        raise DataError(
            f"{name} has the shape {matrix.shape}: a table of numbers is needed, one row for each "
            "example, one column for each input"
        )
    n_rows, n_columns = map(int, matrix.shape)
    if matrix.format in ("csc", "bsr"):
        matrix = _converted(matrix, name)
    if matrix.format == "csr":
        given = SparseParts(matrix.indptr, matrix.indices, matrix.data)
    else:
        given = _compressed(matrix.tocoo(), n_rows, name)
    if np.shape(given.indptr) != (n_rows + 1,):
        raise _broken(name, f"indptr has the shape {np.shape(given.indptr)} for {n_rows} rows")
    return canonical(given, n_columns, name)


def _converted(matrix: Any, name: str) -> Any:
    """Convert CSC and BSR to CSR. SciPy converts without checking, so it is told to check first."""
    try:
        copy = type(matrix)(matrix, copy=False)  # the check may cut off unused entries at the end
        copy.check_format(full_check=True)
        return copy.tocsr()
    except (ValueError, TypeError, IndexError) as error:
        raise _broken(name, str(error)) from None


def _compressed(coo: Any, n_rows: int, name: str) -> SparseParts:
    """Put entries, each with its row and column, in the order of the rows."""
    row, column = _whole(coo.row, "row", name), _whole(coo.col, "col", name)
    values = np.asarray(coo.data)
    if not row.shape == column.shape == values.shape:
        counts = f"{row.size} rows, {column.size} columns and {values.size} values"
        raise _broken(name, f"it has {counts}")
    if row.size and not 0 <= row.min() <= row.max() < n_rows:
        bad = row[(row < 0) | (row >= n_rows)][0]
        raise _broken(name, f"it has the row index {bad}, but {n_rows} rows")
    order = np.argsort(row, kind="stable")
    ends = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=n_rows))])
    return SparseParts(ends, column[order], values[order])


def canonical(given: SparseParts, n_columns: int, name: str = "X") -> SparseParts:
    """Return the rows as int64, int32 and finite floats: columns sorted, none twice, no zeros.

    Raises DataError that says what is wrong, and in which row and column if possible.
    """
    indptr, indices = (_whole(getattr(given, part), part, name) for part in ("indptr", "indices"))
    values = np.asarray(given.values)
    if not isinstance(n_columns, int | np.integer) or not 1 <= n_columns <= MOST_COLUMNS:
        raise DataError(f"{name} has {shown(n_columns)} columns: give 1 to {MOST_COLUMNS:,}")
    _check_indptr(indptr, len(indices), values, name)
    stored = int(indptr[-1])  # like SciPy, accept arrays with unused entries at the end
    parts = SparseParts(indptr.astype(np.int64, copy=False), indices[:stored], values[:stored])
    _check_indices(parts, n_columns, name)
    parts = parts._replace(indices=parts.indices.astype(np.int32, copy=False))
    floats(values[:0], name)  # check that they are numbers before they are summed
    if not _is_sorted(parts):
        parts = _sorted(parts)
    parts = parts._replace(values=floats(parts.values, name))
    _check_finite(parts, name)
    if np.count_nonzero(parts.values) < len(parts.values):
        parts = _without_zeros(parts)
    return SparseParts(*map(np.ascontiguousarray, parts))


def _whole(x: Any, part: str, name: str) -> Array:
    x = np.asarray(x)
    if x.ndim != 1 or x.dtype.kind not in "iu":
        raise _broken(name, f"{part} has the shape {x.shape} and the type {x.dtype}")
    return x


def _check_indptr(indptr: Array, n_indices: int, values: Array, name: str) -> None:
    if not len(indptr):
        raise _broken(name, "indptr is empty")
    if indptr[0] != 0:
        raise _broken(name, f"indptr begins with {indptr[0]}, not with 0")
    falls = np.flatnonzero(indptr[1:] < indptr[:-1])
    if falls.size:
        i = falls[0]
        raise _broken(name, f"indptr falls from {indptr[i]} to {indptr[i + 1]} in row {i}")
    if values.ndim != 1 or indptr[-1] > min(n_indices, len(values)):
        raise _broken(
            name,
            f"indptr ends with {indptr[-1]}, but there are {n_indices} indices and values of the "
            f"shape {values.shape}",
        )


def _check_indices(parts: SparseParts, n_columns: int, name: str) -> None:
    columns = parts.indices
    if columns.size and not 0 <= columns.min() <= columns.max() < n_columns:
        place = int(np.flatnonzero((columns < 0) | (columns >= n_columns))[0])
        row = row_at(parts.indptr, place)
        raise _broken(
            name,
            f"it has the column index {columns[place]} in row {row}, but {n_columns} columns",
        )


def _check_finite(parts: SparseParts, name: str) -> None:
    if has_only_finite(parts.values):
        return
    bad = np.flatnonzero(~np.isfinite(parts.values))
    first = int(bad[0])
    value, column = parts.values[first], parts.indices[first]
    refuse_value(value, row_at(parts.indptr, first), column, bad.size, name)


def row_at(indptr: Array, place: int) -> int:
    """Return the row in which the number at `place` lies."""
    return int(np.searchsorted(indptr, place, side="right")) - 1


def _is_sorted(parts: SparseParts) -> bool:
    rises = parts.indices[1:] > parts.indices[:-1]
    starts = parts.indptr[1:-1]
    rises[starts[(starts > 0) & (starts <= rises.size)] - 1] = True  # a new row begins
    return bool(rises.all())


def _sorted(parts: SparseParts) -> SparseParts:
    """Sort the columns of each row, and sum the values of equal columns."""
    n = len(parts.indptr) - 1
    row = np.repeat(np.arange(n), np.diff(parts.indptr))
    order = np.lexsort((parts.indices, row))
    row, column, values = row[order], parts.indices[order], parts.values[order]
    is_new = np.ones(len(row), dtype=bool)
    is_new[1:] = (row[1:] != row[:-1]) | (column[1:] != column[:-1])
    places = np.flatnonzero(is_new)
    with np.errstate(over="ignore", invalid="ignore"):
        summed = np.add.reduceat(values, places, dtype=values.dtype)
    ends = np.concatenate([[0], np.cumsum(np.bincount(row[places], minlength=n))])
    return SparseParts(ends, column[places], summed)


def _without_zeros(parts: SparseParts) -> SparseParts:
    keep = parts.values != 0
    before = np.searchsorted(np.flatnonzero(~keep), parts.indptr)
    return SparseParts(parts.indptr - before, parts.indices[keep], parts.values[keep])


def _broken(name: str, why: str) -> DataError:
    return DataError(
        f"{name} is a broken sparse matrix, {why}: build it again, as with "
        "scipy.sparse.csr_array((values, (row, column)), shape)"
    )
