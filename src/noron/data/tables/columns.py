"""A column of a table: numbers, text or dates, made from an array, a list or a series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.core.types import Array
from noron.data.tables.text import absent, is_missing


@dataclass(frozen=True, eq=False)
class Numbers:
    """Numbers of shape (rows,), float64; NaN is a missing number."""

    values: Array
    boolean: bool = False

    def take(self, rows: Array) -> "Numbers":
        """Return the rows at these places, in this order."""
        return Numbers(self.values[rows], self.boolean)


@dataclass(frozen=True, eq=False)
class Texts:
    """Text: row i holds `levels[codes[i]]`; the code -1 is a missing text."""

    codes: Array
    levels: tuple[str, ...]

    def take(self, rows: Array) -> "Texts":
        """Return the rows at the given places, with only the texts that they hold."""
        kept, codes = np.unique(self.codes[rows], return_inverse=True)
        levels = tuple(self.levels[k] for k in kept if k >= 0)
        return Texts(codes - int(kept[0] < 0), levels)


@dataclass(frozen=True, eq=False)
class Dates:
    """Points in time, datetime64[us]; NaT is a missing one."""

    values: Array

    def take(self, rows: Array) -> "Dates":
        """Return the rows at these places, in this order."""
        return Dates(self.values[rows])


Column = Numbers | Texts | Dates


def texts(values: Sequence[Any]) -> Texts:
    """Return texts as codes of the different values; words for a missing value become -1."""
    places: dict[Any, int] = {}
    order = np.array([places.setdefault(v, len(places)) for v in values], dtype=np.int64)
    levels: dict[str, int] = {}
    into = np.empty(len(places) + 1, dtype=np.int64)
    for value, place in places.items():
        text = "" if absent(value) else " ".join(str(value).split())
        into[place] = -1 if is_missing(text) else levels.setdefault(text, len(levels))
    return Texts(into[order], tuple(levels))


def raw_texts(values: Sequence[Any]) -> Texts:
    """Return texts as codes, like `texts`, but only an empty cell is a missing value."""
    levels: dict[str, int] = {"": -1}
    codes = [levels.setdefault(str(value).strip(), len(levels) - 1) for value in values]
    return Texts(np.array(codes, dtype=np.int64), tuple(levels)[1:])


def relabelled(codes: Array, levels: Sequence[str], *, raw: bool) -> Texts:
    """Return text from codes of `levels`, renumbered in the order in which the rows use them."""
    present, first = np.unique(codes, return_index=True)
    seen = present[np.argsort(first)]
    ordered = [levels[code] for code in seen[seen >= 0]]
    column = (raw_texts if raw else texts)(ordered)
    into = np.full(len(levels) + 1, -1, dtype=np.int64)
    into[seen[seen >= 0]] = column.codes
    return Texts(into[codes], column.levels)


def column_of(values: Any, name: str) -> Column:
    """Return an array or a list as a column. Raises DataError."""
    if type(values).__module__.partition(".")[0] in ("pandas", "polars", "pyarrow"):
        return of_series(narwhals().from_native(values, series_only=True), name)
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
    """Return the numbers, of which some may be NaN; DataError if one is infinite."""
    infinite = np.flatnonzero(np.isinf(values))
    if infinite.size:
        raise DataError(
            f"column {shown(name)} is infinity in row {infinite[0]}: give a finite number, or "
            "NaN if it is missing"
        )
    return values


def _seconds(array: Array) -> Array:
    seconds = array.astype("timedelta64[us]").astype(np.float64) / 1e6
    return np.where(np.isnat(array), np.nan, seconds)


def _of_objects(array: Array, name: str) -> Column:
    """Return a column made from Python objects, according to their types."""
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


def narwhals() -> Any:
    """Import narwhals. Raises MissingExtraError."""
    try:
        import narwhals as library
    except ImportError as error:
        raise missing_extra("sklearn", "narwhals", "a data frame") from error
    return library


def of_series(series: Any, name: str) -> Column:
    """Return a narwhals series as a column."""
    nw = narwhals()
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
