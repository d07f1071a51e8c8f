"""A column of a table: numbers, text or dates, made from an array, a list or a series."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.core.types import Array
from noron.data.tables.text import LARGEST_EXACT, absent, as_text, is_missing


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
    """Text as it is written: row i holds `levels[codes[i]]`; the code -1 is an empty cell."""

    codes: Array
    levels: tuple[str, ...]
    categorical: bool = False
    """Whether the table says that these are categories, as a categorical type does."""

    def take(self, rows: Array) -> "Texts":
        """Return the rows at the given places, with only the texts that they hold."""
        kept, codes = np.unique(self.codes[rows], return_inverse=True)
        levels = tuple(self.levels[k] for k in kept if k >= 0)
        return Texts(codes - int(kept[0] < 0), levels, self.categorical)

    def renamed(self, new: Callable[[str], str]) -> "Texts":
        """Return the column with `new(text)` in place of each text; "" is an empty cell."""
        levels: dict[str, int] = {"": -1}
        into = [levels.setdefault(new(text), len(levels) - 1) for text in self.levels]
        return Texts(np.array([*into, -1])[self.codes], tuple(levels)[1:], self.categorical)

    def counts(self) -> Array:
        """Return the number of rows of each text."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.levels))


@dataclass(frozen=True, eq=False)
class Dates:
    """Points in time in UTC, datetime64[us]; NaT is a missing one."""

    values: Array

    def take(self, rows: Array) -> "Dates":
        """Return the rows at these places, in this order."""
        return Dates(self.values[rows])


Column = Numbers | Texts | Dates

COMPLEX = "Complex data not supported: give real and imaginary parts as two columns"


def texts(values: Sequence[Any], categorical: bool = False) -> Texts:
    """Return values as text; what is absent becomes -1."""
    places: dict[Any, int] = {}
    codes = np.array([places.setdefault(v, len(places)) for v in values], dtype=np.int64)
    different = tuple("" if absent(value) else as_text(value) for value in places)
    return Texts(codes, different, categorical).renamed(str)


def without_missing(column: Texts) -> Texts:
    """Return the column in which words for a missing value, such as NA, are empty cells."""
    return column.renamed(lambda text: "" if is_missing(text) else " ".join(text.split()))


def in_order(codes: Array, levels: Sequence[str]) -> Texts:
    """Return text from codes of `levels`, in the order in which the rows use them."""
    present, first = np.unique(codes, return_index=True)
    seen = present[np.argsort(first)]
    kept = seen[seen >= 0]
    into = np.full(len(levels) + 1, -1, dtype=np.int64)
    into[kept] = np.arange(len(kept))
    return Texts(into[codes], tuple(levels[code] for code in kept)).renamed(as_text)


def objects(values: Sequence[Any]) -> Array:
    """Return the values as an array of one dimension, whatever they are."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def column_of(values: Any, name: str) -> Column:
    """Return an array or a list as a column. Raises DataError."""
    if type(values).__module__.partition(".")[0] in ("pandas", "polars", "pyarrow"):
        return of_series(narwhals().from_native(values, series_only=True), name)
    array = values if isinstance(values, np.ndarray) else objects(list(values))
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
    if array.dtype.kind in "iu" and len(array) and _is_long(array.min(), array.max()):
        return texts(array.tolist())
    if array.dtype.kind == "c":
        raise DataError(COMPLEX)
    return _numbers(array, name)


def _is_long(least: Any, most: Any) -> bool:
    """Return whether some of these whole numbers lose digits as float64."""
    return max(-int(least), int(most)) >= LARGEST_EXACT


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
    if any(isinstance(v, complex) for v in present):
        raise DataError(COMPLEX)
    if all(isinstance(v, bool | np.bool_) for v in present) and present:
        values = [np.nan if absent(v) else float(v) for v in array]
        return Numbers(np.array(values), boolean=True)
    whole = [v for v in present if isinstance(v, int | np.integer)]
    if whole and _is_long(min(whole), max(whole)):
        return texts(array.tolist())
    if all(isinstance(v, int | float | np.number) and not isinstance(v, bool) for v in present):
        values = [np.nan if absent(v) else float(v) for v in array]
        return _numbers(np.array(values, dtype=np.float64), name)
    if all(hasattr(v, "isoformat") for v in present):
        try:
            moments = [None if absent(v) else _in_utc(v) for v in array]
            return Dates(np.array(moments, dtype="datetime64[us]"))
        except (TypeError, ValueError):
            pass  # times of day and the like are read as text
    return texts(array.tolist())


def _in_utc(moment: Any) -> Any:
    """Return the moment in UTC, without an offset; days and moments without one are unchanged."""
    if getattr(moment, "tzinfo", None) is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)


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
    if kind.is_integer() and len(series) and _is_long(series.min() or 0, series.max() or 0):
        return texts(series.to_list())
    if kind.is_numeric():
        return _numbers(series.cast(nw.Float64).to_numpy(), name)
    if kind in (nw.Datetime, nw.Date):
        naive = series.cast(nw.Datetime("us")) if kind == nw.Date else _without_zone(series, nw)
        return Dates(naive.to_numpy().astype("datetime64[us]"))
    if kind == nw.Duration:
        return Numbers(_seconds(series.to_numpy()))
    if kind in (nw.Categorical, nw.Enum):
        return texts(series.to_list(), categorical=True)
    return _of_objects(objects(series.to_list()), name)


def _without_zone(series: Any, nw: Any) -> Any:
    if getattr(series.dtype, "time_zone", None) is None:
        return series
    return series.dt.convert_time_zone("UTC").dt.replace_time_zone(None)
