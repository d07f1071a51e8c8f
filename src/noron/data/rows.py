"""Rows that stay compact in memory: sparse rows, and rows whose numbers are one byte each.

Both kinds read like a table of shape (n, n_columns): `rows[index]` is a dense array of these rows.
So a training step expands only the rows of its batch, and never the whole table.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias, final

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.floats import floats, has_only_finite, refuse_too_large
from noron.data.sparse import SparseParts, canonical, parts_of, row_at

BLOCK = 2**16
"""The most bytes that are looked up at once: NumPy makes an index of 8 bytes for each."""
HASHED_ROWS = 4096
"""How many rows are expanded at once to be hashed."""


@final
@dataclass(frozen=True, eq=False, repr=False)
class SparseRows:
    """Compressed sparse rows: for each row, the numbers that are not zero, and their columns.

    The numbers of row i lie from indptr[i] to indptr[i + 1]; its columns are sorted, and none comes
    twice. Other input is brought into this form: sorted, duplicates summed, explicit zeros dropped.
    The arrays are read-only; if nothing has to change, they share the caller's memory.

    Attributes:
        indptr: int64, shape (n + 1,).
        indices: the columns, int32, shape (not zero,).
        values: finite, float32 or float64, shape (not zero,); other numbers become float32.
        n_columns: the width of a row.

    >>> rows = SparseRows([0, 1, 3], [2, 0, 1], [5.0, 1.0, 2.0], n_columns=3)
    >>> rows[:]
    array([[0., 0., 5.],
           [1., 2., 0.]])
    >>> rows.pick([1])
    SparseRows of 1 x 3, 2 not zero, float64

    Raises DataError.
    """

    indptr: Array
    indices: Array
    values: Array
    n_columns: int
    ndim: ClassVar[int] = 2

    def __post_init__(self) -> None:
        given = SparseParts(self.indptr, self.indices, self.values)
        for name, value in zip(SparseParts._fields, canonical(given, self.n_columns), strict=True):
            object.__setattr__(self, name, _read_only(value))

    @staticmethod
    def of(matrix: Any, name: str = "X") -> "SparseRows":
        """Convert any sparse matrix or array of SciPy; messages call it `name`.

        >>> import scipy.sparse
        >>> SparseRows.of(scipy.sparse.coo_array(([1.0, 2.0, 3.0], ([1, 0, 1], [0, 2, 0]))))[:]
        array([[0., 0., 2.],
               [4., 0., 0.]])

        Raises DataError.
        """
        return SparseRows(*parts_of(matrix, name), matrix.shape[1])

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return len(self), self.n_columns

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64."""
        return self.values.dtype

    @property
    def nbytes(self) -> int:
        """The memory of the three arrays, in bytes."""
        return self.indptr.nbytes + self.indices.nbytes + self.values.nbytes

    @property
    def density(self) -> float:
        """The share of numbers that are not zero."""
        return len(self.values) / max(len(self) * self.n_columns, 1)

    def pick(self, index: Any) -> "SparseRows":
        """Return the rows at `index` (numbers, a mask or a slice), in that order, still compact."""
        counts, places = self._places(index)
        ends = np.concatenate([[0], np.cumsum(counts)])
        return SparseRows(ends, self.indices[places], self.values[places], self.n_columns)

    def astype(self, dtype: Any, name: str = "X") -> "SparseRows":
        """Return the rows with another float type; DataError for a value too large for it."""
        with np.errstate(over="ignore"):
            values = self.values.astype(dtype, copy=False)
        if not has_only_finite(values):
            place = int(np.flatnonzero(~np.isfinite(values))[0])
            where = f"row {row_at(self.indptr, place)}, column {self.indices[place]}"
            refuse_too_large(self.values[place], where, values.dtype, name)
        return SparseRows(self.indptr, self.indices, values, self.n_columns)

    def __len__(self) -> int:
        return len(self.indptr) - 1

    def __getitem__(self, index: Any) -> Array:
        counts, places = self._places(index)
        x = np.zeros((counts.size, self.n_columns), self.dtype)
        x[np.repeat(np.arange(counts.size), counts.ravel()), self.indices[places]] = self.values[
            places
        ]
        return x.reshape(*counts.shape, self.n_columns)

    def _places(self, index: Any) -> tuple[Array, Array]:
        """Return how many numbers each row at `index` has, and the places of all of them."""
        _refuse_columns(index)
        start, stop = self.indptr[:-1][index], self.indptr[1:][index]
        counts = np.asarray(stop - start).astype(np.intp)  # of 32 bits in a browser
        ends = np.cumsum(counts)
        shift = np.repeat(np.ravel(start) - ends + counts.ravel(), counts.ravel())
        return counts, np.arange(ends[-1] if ends.size else 0) + shift

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return _as_dense(self, dtype, copy)

    def __repr__(self) -> str:
        n, columns = self.shape
        return f"SparseRows of {n} x {columns}, {len(self.values)} not zero, {self.dtype}"


@final
@dataclass(frozen=True, eq=False, repr=False)
class ByteRows:
    """x = table[byte]: rows with at most 256 different numbers, such as grey levels.

    Attributes:
        values: the bytes, uint8, shape (m, n_columns).
        table: the number that each byte stands for, float32 or float64, shape (256,); by default
            the numbers 0 to 255.
        chosen: which rows of `values` these are, int64, shape (n,), so that a part of the rows
            shares the bytes; None for all.

    >>> rows = ByteRows(np.array([[0, 51], [255, 102]], dtype=np.uint8), np.arange(256) / 255)
    >>> rows[[1]]
    array([[1. , 0.4]])
    >>> rows.pick([1])
    ByteRows of 1 x 2, float64

    Raises DataError.
    """

    values: Array
    table: Array = field(default_factory=lambda: np.arange(256, dtype=np.float32))
    chosen: Array | None = None
    ndim: ClassVar[int] = 2

    def __post_init__(self) -> None:
        values = np.asarray(self.values)
        if values.dtype != np.uint8 or values.ndim != 2 or not values.shape[1]:
            raise DataError(
                f"values has the shape {values.shape} and the type {values.dtype}: give uint8 of "
                "the shape (rows, columns)"
            )
        table = floats(np.asarray(self.table), "table")
        if table.shape != (256,) or not np.isfinite(table).all():
            raise DataError(f"table is {shown(table)}: give 256 finite numbers, one for each byte")
        object.__setattr__(self, "values", _read_only(np.ascontiguousarray(values)))
        object.__setattr__(self, "table", _read_only(table))
        if self.chosen is not None:
            chosen = _row_numbers(self.chosen, len(values))
            object.__setattr__(self, "chosen", _read_only(chosen))

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return len(self), self.values.shape[1]

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of `rows[index]`: float32 or float64."""
        return self.table.dtype

    @property
    def nbytes(self) -> int:
        """The memory of the arrays, in bytes; other rows may share that of `values`."""
        chosen = 0 if self.chosen is None else self.chosen.nbytes
        return self.values.nbytes + self.table.nbytes + chosen

    def pick(self, index: Any) -> "ByteRows":
        """Return the rows at `index` (numbers, a mask or a slice), in order, without a copy."""
        _refuse_columns(index)
        numbers = np.arange(len(self.values)) if self.chosen is None else self.chosen
        return ByteRows(self.values, self.table, np.atleast_1d(numbers[index]))

    def astype(self, dtype: Any, name: str = "X") -> "ByteRows":
        """Return the rows with another float type; DataError for a value too large for it."""
        with np.errstate(over="ignore"):
            table = self.table.astype(dtype, copy=False)
        if not np.isfinite(table).all():
            refuse_too_large(np.abs(self.table).max(), "its table", table.dtype, name)
        return ByteRows(self.values, table, self.chosen)

    def bytes_of(self, index: Any) -> Array:
        """Return the bytes of the rows at `index`."""
        _refuse_columns(index)
        return self.values[index if self.chosen is None else self.chosen[index]]

    def __len__(self) -> int:
        return len(self.values if self.chosen is None else self.chosen)

    def __getitem__(self, index: Any) -> Array:
        given = np.ascontiguousarray(self.bytes_of(index))
        x = np.empty(given.shape, self.dtype)
        for place in range(0, x.size, BLOCK):
            some = slice(place, place + BLOCK)
            self.table.take(given.reshape(-1)[some], out=x.reshape(-1)[some], mode="clip")
        return x

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return _as_dense(self, dtype, copy)

    def __repr__(self) -> str:
        return f"ByteRows of {len(self)} x {self.values.shape[1]}, {self.dtype}"


CompactRows: TypeAlias = SparseRows | ByteRows
Inputs: TypeAlias = Array | SparseRows | ByteRows
"""Rows to train on or to predict: `x[index]` is a dense array for all three."""


def pick(x: Inputs, index: Array) -> Inputs:
    """Return the rows at `index`, still compact."""
    return x.pick(index) if isinstance(x, CompactRows) else x[index]


def _row_numbers(index: Any, n: int) -> Array:
    numbers = np.asarray(index)
    if numbers.ndim != 1 or numbers.dtype.kind not in "iu":
        raise DataError(f"chosen is {shown(index)}: give row numbers, shape (rows,)")
    if numbers.size and not -n <= numbers.min() <= numbers.max() < n:
        raise DataError(f"chosen is {shown(index)}: give numbers of the {n} rows")
    return np.where(numbers < 0, numbers + n, numbers).astype(np.int64, copy=False)


def _read_only(x: Array) -> Array:
    x = x.view()
    x.flags.writeable = False
    return x


def _refuse_columns(index: Any) -> None:
    if isinstance(index, tuple):
        raise IndexError(f"{shown(index)} is an index of rows and columns: take rows[index] first")


def _as_dense(rows: CompactRows, dtype: Any, copy: bool | None) -> Array:
    if copy is False:
        raise ValueError("these rows are compact, so an array of them is always a copy")
    return rows[:].astype(rows.dtype if dtype is None else dtype, copy=False)


def fingerprint(x: "Inputs | Array") -> bytes:
    """Return the SHA-256 of the rows' type, shape and numbers; bytes count as their numbers."""
    hashed = hashlib.sha256()
    sparse = isinstance(x, SparseRows)
    for part in map(np.asarray, vars(x).values()) if sparse else [x]:
        hashed.update(f"{part.dtype} {part.shape}".encode())
        for start in range(0, len(part) if part.ndim else 1, HASHED_ROWS):
            piece = part[start : start + HASHED_ROWS] if part.ndim else part
            hashed.update(np.ascontiguousarray(piece).data)
    return hashed.digest()
