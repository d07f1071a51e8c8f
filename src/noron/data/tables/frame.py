"""Tables as users give them: a data frame of any library, a dict of columns, an array.

A `Frame` holds columns of three kinds: numbers (NaN if missing), text (as codes of its different
values, -1 if missing) and dates (NaT if missing).
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.names import missing_columns
from noron.data.tables.columns import Column, Texts, column_of, narwhals, of_series


@dataclass(frozen=True, eq=False)
class Frame:
    """Columns by name, all with the same number of rows."""

    columns: Mapping[str, Column]
    n_rows: int
    named: bool = True
    """Whether the user gave the names; if not, they are x0, x1, ..."""

    def __len__(self) -> int:
        return self.n_rows

    def take(self, rows: Array) -> "Frame":
        """Return the rows at these places, in this order."""
        columns = {name: column.take(rows) for name, column in self.columns.items()}
        return Frame(columns, len(np.arange(self.n_rows)[rows]), self.named)

    def without(self, name: str) -> "Frame":
        """Return the table without the column `name`."""
        columns = {n: column for n, column in self.columns.items() if n != name}
        return Frame(columns, self.n_rows, self.named)

    def pick(self, name: str) -> Column:
        """Return the column `name`; DataError with the nearest name if there is none."""
        if name not in self.columns:
            raise missing_columns("the table", [name], list(self.columns))
        return self.columns[name]


def as_frame(X: Any) -> Frame:
    """Return any table in memory as a Frame. Raises DataError for anything else."""
    if isinstance(X, Frame):
        return X
    if isinstance(X, str | os.PathLike):
        raise DataError(
            f"{shown(str(X))} is the name of a file: read it first with noron.data.read(path)"
        )
    if isinstance(X, Mapping):
        return _of_columns(X)
    if isinstance(X, np.ndarray) or (isinstance(X, list | tuple) and not _is_rows_of_dicts(X)):
        return _of_array(X)
    if isinstance(X, list | tuple):
        names = dict.fromkeys(name for row in X for name in row)
        return _of_columns({name: [row.get(name) for row in X] for name in names})
    return _of_data_frame(X)


def is_table(X: Any) -> bool:
    """Return whether X has columns with names: a file, a data frame, a dict, a list of dicts."""
    if isinstance(X, list | tuple):
        return _is_rows_of_dicts(X)
    return isinstance(X, str | os.PathLike | Mapping | Frame) or hasattr(X, "columns")


def _is_rows_of_dicts(X: Sequence[Any]) -> bool:
    return bool(X) and all(isinstance(row, Mapping) for row in X)


def _of_columns(X: Mapping[Any, Any]) -> Frame:
    columns = {str(name): column_of(values, str(name)) for name, values in X.items()}
    return _frame(columns)


def _frame(columns: Mapping[str, Column], named: bool = True) -> Frame:
    if not columns:
        raise DataError("the table has no columns: give at least one")
    lengths = {
        name: len(c.codes if isinstance(c, Texts) else c.values) for name, c in columns.items()
    }
    n = next(iter(lengths.values()))
    for name, length in lengths.items():
        if length != n:
            raise DataError(
                f"column {shown(name)} has {length} rows, {shown(next(iter(lengths)))} has {n}: "
                "give all columns the same length"
            )
    if n == 0:
        raise DataError("the table has 0 rows: give at least one")
    return Frame(columns, n, named)


def _of_array(X: Any) -> Frame:
    x = X if isinstance(X, np.ndarray) else np.array(X, dtype=_dtype_of(X))
    if x.ndim != 2 or 0 in x.shape:
        raise DataError(
            f"X has the shape {x.shape}: a table of rows and columns is needed, shape (rows, "
            "columns), none of them empty"
        )
    names = (f"x{j}" for j in range(x.shape[1]))
    columns = {name: column_of(x[:, j], name) for j, name in enumerate(names)}
    return Frame(columns, len(x), named=False)


def _dtype_of(X: Sequence[Any]) -> Any:
    """Return object for rows that mix text and numbers, so that numbers stay numbers."""
    try:
        return object if any(isinstance(v, str) for row in X for v in row) else None
    except TypeError:
        return None


def _of_data_frame(X: Any) -> Frame:
    """Return a data frame of pandas, Polars, PyArrow or any library that narwhals knows."""
    nw = narwhals()
    if is_lazy(X):
        raise DataError("X is a lazy table: give X.collect()")
    _refuse_twice(X)
    try:
        frame = nw.from_native(X, eager_only=True)
    except TypeError:
        return _of_array(np.asarray(X))
    series = list(frame.iter_columns())
    named = all(isinstance(s.name, str) for s in series)
    names = [s.name if named else f"x{j}" for j, s in enumerate(series)]
    return _frame({n: of_series(s, n) for n, s in zip(names, series, strict=True)}, named)


def is_lazy(X: object) -> bool:
    """Return whether X is a lazy frame, as Polars has them, and not yet a table."""
    return hasattr(type(X), "collect")


def _refuse_twice(X: Any) -> None:
    """Raise DataError if two columns have the same name."""
    names = list(getattr(X, "columns", ()))
    if all(isinstance(name, str) for name in names) and len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DataError(f"two columns are called {shown(twice)}: give each its own name")
