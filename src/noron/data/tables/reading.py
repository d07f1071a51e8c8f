"""What each column of a table holds: numbers, dates, yes or no, words, or nothing to learn from.

A reading is taken from the whole table, so that one odd cell that only some rows hold does not
change it. It tells nothing about the target.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from noron.core.errors import DataError, check_choice, shown, unknown_name
from noron.core.types import Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts, without_missing
from noron.data.tables.date_format import ISO, DateFormat, date_format
from noron.data.tables.encoders import yes_or_no
from noron.data.tables.encoders.base import by_level
from noron.data.tables.frame import Frame
from noron.data.tables.number_format import PLAIN, NumberFormat, number_format, parts_of, units_in
from noron.data.tables.text import has_codes, lose_digits, some

KINDS = ("number", "category", "embedded", "boolean", "date", "drop")
"""The kinds that a user may give for a column."""

AS_WORDS = ("category", "embedded")
"""The kinds whose cells are text, whatever they hold."""

FEW_ROWS = 20
"""With fewer rows, a column whose values all differ is not taken for an identifier."""

ALMOST_ALL = 0.9
"""A column with this share of different texts is taken for an identifier or free text."""

IDENTIFIER = "a different number in each row, like an identifier"
FREE_TEXT = "different in almost every row, like an identifier or free text"
CONSTANT = "the same in every row"
EMPTY = "empty in every row"

_IDENTIFIER = re.compile(
    r"(.*[_ .-])?(id|ID|Id)|.*[a-z](Id|ID)|"
    r"[Ii]ndex|[Uu]nnamed: 0|row(_?names?|_?number)?|no\.?|nr\.?|#|"
)
"""Names of columns that number or name the rows."""


@dataclass(frozen=True)
class Reading:
    """What a column holds, and how it is written.

    Attributes:
        kind: "number", "boolean", "date", "words", or one that the user asked for: "category",
            "embedded", "drop".
        number: how the numbers are written.
        date: how the dates are written.
        reason: why the column is left out.
    """

    kind: str
    number: NumberFormat = PLAIN
    date: DateFormat = ISO
    reason: str = "as requested"

    def values(self, column: Column) -> Array:
        """Return the numbers or the points in time in a column; text is read as it is written."""
        if not isinstance(column, Texts):
            return column.values
        if self.kind == "number":
            return by_level(column, self.number.read, np.nan, np.float64)[0]
        return by_level(column, self.date.read, np.datetime64("NaT", "us"), "datetime64[us]")[0]


def text_of(kinds: Mapping[str, "str | Reading"] | None) -> tuple[str, ...]:
    """Return the columns whose cells have to be read as text for these kinds."""
    return tuple(
        name
        for name, kind in (kinds or {}).items()
        if (kind.kind if isinstance(kind, Reading) else kind) in AS_WORDS
    )


def read_columns(
    frame: Frame, kinds: Mapping[str, "str | Reading"] | None, plain: bool = False
) -> dict[str, Reading]:
    """Return what each column holds. Raises DataError, SettingError.

    `kinds` overrides it by name. With `plain`, 0 and 1 stay numbers, for a network that scales
    its inputs itself.
    """
    kinds = dict(kinds or {})
    for name, kind in kinds.items():
        if name not in frame.columns:
            raise unknown_name("column in kinds", name, frame.columns)
        if not isinstance(kind, Reading):
            check_choice(f"kind of column {name!r}", kind, KINDS)
    return {
        name: read_column(name, column, kinds.get(name), plain)
        for name, column in frame.columns.items()
    }


def read_column(
    name: str, column: Column, asked: "str | Reading | None", plain: bool = False
) -> Reading:
    """Return what a column holds. Raises DataError for a kind that it cannot have."""
    if isinstance(asked, Reading):
        return asked
    if asked == "drop":
        return Reading("drop")
    column = without_missing(column) if isinstance(column, Texts) else column
    reason = says_nothing(column, plain)
    if reason:
        return Reading("drop", reason=reason)
    if asked in AS_WORDS:
        return Reading(asked)
    if isinstance(column, Dates):
        reading = Reading("date")
    elif isinstance(column, Numbers):
        reading = _of_numbers(name, column, asked, plain)
    else:
        reading = _of_texts(name, column, asked)
    if asked is not None and reading.kind != asked:
        raise DataError(
            f"column {shown(name)} cannot have the kind {asked}: noron reads it as "
            f"{_as_kind(reading)}; give another kind, or none"
        )
    return reading


def says_nothing(column: Column, plain: bool = False) -> str:
    """Return why nothing can be learnt from a column, or ""."""
    there = present(column)
    if not there.any():
        return EMPTY
    values = (column.codes if isinstance(column, Texts) else column.values)[there]
    if not (values == values[0]).all():
        return ""
    kept = isinstance(column, Numbers) and plain if there.all() else not isinstance(column, Dates)
    return "" if kept else CONSTANT


def present(column: Column) -> Array:
    """Return which rows hold a value, as booleans."""
    if isinstance(column, Texts):
        return column.codes >= 0
    return ~(np.isnat if isinstance(column, Dates) else np.isnan)(column.values)


def _as_kind(reading: Reading) -> str:
    return {"words": "words", "drop": reading.reason}.get(reading.kind, reading.kind)


def _of_numbers(name: str, column: Numbers, asked: str | None, plain: bool) -> Reading:
    x = column.values
    there = x[~np.isnan(x)]
    is_one = bool((there == there[0]).all()) and not plain
    may_be = asked == "boolean" or (asked is None and (column.boolean or not plain))
    if may_be and np.isin(there, (0, 1)).all():
        return Reading("words" if is_one and asked is None else "boolean")
    if asked is None and _counts_rows(name, x):
        return Reading("drop", reason=IDENTIFIER)
    return Reading("words" if is_one and asked is None else "number")


def _counts_rows(name: str, x: Array) -> bool:
    """Return whether the column numbers the rows: whole, all different, and named like that."""
    if len(x) < FEW_ROWS or np.isnan(x).any() or (x != np.floor(x)).any():
        return False
    return bool(_IDENTIFIER.fullmatch(name.strip())) and len(np.unique(x)) == len(x)


def _of_texts(name: str, column: Texts, asked: str | None) -> Reading:
    levels, counts = column.levels, column.counts()
    if column.categorical and asked is None:
        return Reading("words")
    if asked in (None, "boolean") and all(yes_or_no(text) is not None for text in levels):
        return Reading("boolean" if len(levels) > 1 or asked else "words")
    form = None
    codes = has_codes(levels, counts) or lose_digits(levels)
    if asked == "number" or (asked is None and not codes):
        form = number_format(levels, counts)
    if form is not None and not form.unit_name:
        return _with_numbers(name, column, asked, form)
    dates = date_format(levels, counts, asked == "date") if asked in (None, "date") else None
    if dates is not None:
        reading = Reading("date", date=dates)
        return reading if differ(reading.values(column)) else Reading("words")
    if form is not None:
        return _with_numbers(name, column, asked, form)
    n = int(counts.sum())
    if n >= FEW_ROWS and len(levels) >= ALMOST_ALL * n:
        return Reading("drop", reason=_units(column) or FREE_TEXT)
    return Reading("words")


def _units(column: Texts) -> str:
    """Return that a column holds numbers with different units, or ""."""
    rows = units_in(map(parts_of, column.levels), column.counts())
    units = sorted(unit for unit in rows if unit)
    if sum(rows.values()) < ALMOST_ALL * column.counts().sum() or len(units) not in range(2, 6):
        return ""
    return f"numbers with different units ({some(units)}): convert them to one unit"


def differ(values: Array) -> bool:
    """Return whether there are two different numbers or points in time."""
    return len(np.unique(values[values == values])) > 1


def _with_numbers(name: str, column: Texts, asked: str | None, form: NumberFormat) -> Reading:
    reading = Reading("number", form)
    x = reading.values(column)
    if not differ(x):
        return Reading("words")
    if asked is None and _counts_rows(name, x):
        return Reading("drop", reason=IDENTIFIER)
    return reading
