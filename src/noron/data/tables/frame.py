"""A table as it comes: a data frame of any library, a dict of columns, an array.

A `Frame` is its columns, each of one of three kinds: numbers (NaN where there is none), text (as
numbers of its different values, -1 where there is none) and dates.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.core.types import Array
from noron.data.names import missing_columns
from noron.data.tables.text import absent, is_missing


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers of shape (rows,), float64, NaN where there is none."""

    values: Array
    boolean: bool = False

    def take(self, rows: Array) -> "Numbers":
        """Some rows."""
        return Numbers(self.values[rows], self.boolean)


@dataclass(frozen=True, eq=False)
class Texts:
    """Text: `levels[codes[i]]` stands in row i, nothing where the code is -1."""

    codes: Array
    levels: tuple[str, ...]

    def take(self, rows: Array) -> "Texts":
        """Some rows, with the texts that stand in them."""
        kept, codes = np.unique(self.codes[rows], return_inverse=True)
        levels = tuple(self.levels[k] for k in kept if k >= 0)
        return Texts(codes - int(kept[0] < 0), levels)


@dataclass(frozen=True, eq=False)
class Dates:
    """Moments, datetime64[us], NaT where there is none."""

    values: Array

    def take(self, rows: Array) -> "Dates":
        """Some rows."""
        return Dates(self.values[rows])


Column = Numbers | Texts | Dates


@dataclass(frozen=True, eq=False)
class Frame:
    """Columns by name, all of the same number of rows."""

    columns: Mapping[str, Column]
    n_rows: int
    named: bool = True
    """Whether the names are the user's, or x0, x1, ..."""

    def __len__(self) -> int:
        return self.n_rows

    def take(self, rows: Array) -> "Frame":
        """Some rows, in this order."""
        columns = {name: column.take(rows) for name, column in self.columns.items()}
        return Frame(columns, len(np.arange(self.n_rows)[rows]), self.named)

    def without(self, name: str) -> "Frame":
        """The other columns."""
        columns = {n: column for n, column in self.columns.items() if n != name}
        return Frame(columns, self.n_rows, self.named)

    def pick(self, name: str) -> Column:
        """One column; DataError with the nearest name where there is none."""
        if name not in self.columns:
            raise missing_columns("the table", [name], list(self.columns))
        return self.columns[name]


def as_frame(X: Any) -> Frame:
    """Return any table in memory as a Frame. Raises DataError for anything else."""
    if isinstance(X, Frame):
        return X
    if isinstance(X, str | os.PathLike):
        raise DataError(
            f"{shown(str(X))} is the name of a file: read it first, noron.data.read(path)"
        )
    if isinstance(X, Mapping):
        return _of_columns(X)
    if isinstance(X, np.ndarray) or (isinstance(X, list | tuple) and not _is_rows_of_dicts(X)):
        return _of_array(X)
    if isinstance(X, list | tuple):
        names = dict.fromkeys(name for row in X for name in row)
        return _of_columns({name: [row.get(name) for row in X] for name in names})
    return _of_data_frame(X)


def texts(values: Sequence[Any]) -> Texts:
    """Text with its different values numbered; what stands for nothing is -1."""
    places: dict[Any, int] = {}
    order = np.array([places.setdefault(v, len(places)) for v in values], dtype=np.int64)
    levels: dict[str, int] = {}
    into = np.empty(len(places) + 1, dtype=np.int64)
    for value, place in places.items():
        text = "" if absent(value) else " ".join(str(value).split())
        into[place] = -1 if is_missing(text) else levels.setdefault(text, len(levels))
    return Texts(into[order], tuple(levels))


def raw_texts(values: Sequence[Any]) -> Texts:
    """As `texts`, but every text means itself: only an empty cell stands for nothing."""
    levels: dict[str, int] = {"": -1}
    codes = [levels.setdefault(str(value).strip(), len(levels) - 1) for value in values]
    return Texts(np.array(codes, dtype=np.int64), tuple(levels)[1:])


def relabelled(codes: Array, levels: Sequence[str], *, raw: bool) -> Texts:
    """Text from codes of `levels` in any order, -1 for nothing, in the order of the rows."""
    present, first = np.unique(codes, return_index=True)
    seen = present[np.argsort(first)]
    ordered = [levels[code] for code in seen[seen >= 0]]
    column = (raw_texts if raw else texts)(ordered)
    into = np.full(len(levels) + 1, -1, dtype=np.int64)
    into[seen[seen >= 0]] = column.codes
    return Texts(into[codes], column.levels)


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
    """Rows that mix text with numbers stay what they are."""
    try:
        return object if any(isinstance(v, str) for row in X for v in row) else None
    except TypeError:
        return None


def column_of(values: Any, name: str) -> Column:
    """An array or a list as a column."""
    if type(values).__module__.partition(".")[0] in ("pandas", "polars", "pyarrow"):
        return _of_series(_narwhals().from_native(values, series_only=True), name)
    array = values if isinstance(values, np.ndarray) else np.array(list(values), dtype=object)
    if array.ndim != 1:
        raise DataError(f"column {shown(name)} has the shape {array.shape}: give one value a row")
    if array.dtype.kind == "O":
        return _of_objects(array, name)
    if array.dtype.kind == "M":
        return Dates(array.astype("datetime64[us]"))
    if array.dtype.kind == "m":
        return Numbers(_seconds(array))
    if array.dtype.kind in "US":
        return texts(array.astype(str).tolist())
    if array.dtype.kind == "c":
        raise DataError("Complex data not supported: give real and imaginary parts as two columns")
    return _numbers(array, name)


def _numbers(array: Array, name: str) -> Numbers:
    return Numbers(finite(array.astype(np.float64), name), boolean=array.dtype.kind == "b")


def finite(values: Array, name: str) -> Array:
    """The numbers, some of which may be missing; DataError where one is infinite."""
    infinite = np.flatnonzero(np.isinf(values))
    if infinite.size:
        raise DataError(
            f"column {shown(name)} is infinity in row {infinite[0]}: give a finite number, or "
            "nothing"
        )
    return values


def _seconds(array: Array) -> Array:
    seconds = array.astype("timedelta64[us]").astype(np.float64) / 1e6
    return np.where(np.isnat(array), np.nan, seconds)


def _of_objects(array: Array, name: str) -> Column:
    """A column of Python's objects, by what they are."""
    kinds = {type(v) for v in array} - {type(None)}
    for kind in kinds:
        if issubclass(kind, Mapping | list | tuple | set):
            raise TypeError(
                f"column {shown(name)} holds {kind.__name__}: an argument must be a string or a "
                "real number, or a date"
            )
    present = [v for v in array if not absent(v)]
    if all(isinstance(v, bool | np.bool_) for v in present) and present:
        values = [np.nan if absent(v) else float(v) for v in array]
        return Numbers(np.array(values), boolean=True)
    if all(isinstance(v, int | float | np.number) and not isinstance(v, bool) for v in present):
        values = [np.nan if absent(v) else float(v) for v in array]
        return _numbers(np.array(values, dtype=np.float64), name)
    if all(hasattr(v, "isoformat") for v in present):
        try:
            moments = [None if absent(v) else v for v in array]
            return Dates(np.array(moments, dtype="datetime64[us]"))
        except (TypeError, ValueError):
            pass  # times of day and the like are read as text
    return texts(array.tolist())


def _of_data_frame(X: Any) -> Frame:
    """pandas, Polars, PyArrow and all else that narwhals knows."""
    nw = _narwhals()
    if is_lazy(X):
        raise DataError("X is a lazy table: give what its .collect() returns")
    _refuse_twice(X)
    try:
        frame = nw.from_native(X, eager_only=True)
    except TypeError:
        return _of_array(np.asarray(X))
    series = list(frame.iter_columns())
    named = all(isinstance(s.name, str) for s in series)
    names = [s.name if named else f"x{j}" for j, s in enumerate(series)]
    return _frame({n: _of_series(s, n) for n, s in zip(names, series, strict=True)}, named)


def is_lazy(X: object) -> bool:
    """Whether X is a plan for a table, as Polars has them, and no table yet."""
    return hasattr(type(X), "collect")


def _refuse_twice(X: Any) -> None:
    """DataError for two columns of one name."""
    names = list(getattr(X, "columns", ()))
    if all(isinstance(name, str) for name in names) and len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DataError(f"two columns are called {shown(twice)}: give each its own name")


def _narwhals() -> Any:
    try:
        import narwhals
    except ImportError as error:
        raise missing_extra("sklearn", "narwhals", "a data frame") from error
    return narwhals


def _of_series(series: Any, name: str) -> Column:
    nw = _narwhals()
    kind = series.dtype
    if kind == nw.Boolean:
        values = series.cast(nw.Float64).to_numpy().astype(np.float64)
        return Numbers(values, boolean=True)
    if kind.is_numeric():
        return _numbers(series.cast(nw.Float64).to_numpy(), name)
    if kind in (nw.Datetime, nw.Date):
        naive = series.cast(nw.Datetime("us")) if kind == nw.Date else _without_zone(series, nw)
        return Dates(naive.to_numpy().astype("datetime64[us]"))
    if kind == nw.Duration:
        return Numbers(_seconds(series.to_numpy()))
    if kind in (nw.Categorical, nw.Enum):
        series = series.cast(nw.String)
    return _of_objects(np.array(series.to_list(), dtype=object), name)


def _without_zone(series: Any, nw: Any) -> Any:
    zone = getattr(series.dtype, "time_zone", None)
    return series if zone is None else series.dt.replace_time_zone(None)
