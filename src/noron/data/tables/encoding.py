"""Encodings: how each column of a table becomes numbers, learnt once and saved with the model."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, check_choice, shown, unknown_name
from noron.core.text import aligned
from noron.core.types import Array
from noron.data.names import missing_columns
from noron.data.tables.columns import Column, Dates, Numbers, Texts, finite
from noron.data.tables.encoders import (
    Boolean,
    Dropped,
    Embedded,
    Encoder,
    Plain,
    Words,
    learn_date,
    learn_number,
    learn_plain,
    learn_words,
    numbers_as_texts,
    yes_or_no,
)
from noron.data.tables.frame import Frame
from noron.data.tables.text import date, date_format, has_codes, number, numbers_in

KINDS = ("number", "category", "embedded", "boolean", "date", "drop")
"""The kinds that a user may give for a column."""

FEW_ROWS = 20
"""With fewer rows, a column whose values all differ is not taken for an identifier."""

ALMOST_ALL = 0.9
"""A column with this share of different texts is taken for an identifier or free text."""

_IDENTIFIER = re.compile(
    r"(.*[_ .-])?(id|ID|Id)|.*[a-z](Id|ID)|"
    r"[Ii]ndex|[Uu]nnamed: 0|row(_?names?|_?number)?|no\.?|nr\.?|#|"
)
"""Names of columns that number or name the rows."""


@dataclass(frozen=True)
class How:
    """How columns are learnt: the settings."""

    bins: int = 16
    one_hot_up_to: int = 12
    rarest: float = 3.0
    most_categories: int = 4096
    plain: bool = False
    """Whether numbers stay unscaled, for a network that scales its inputs itself."""


FOR_NETWORK = How(one_hot_up_to=256, most_categories=256, plain=True)
"""The settings for a network that has no embedding tables."""


@dataclass(frozen=True)
class Encoding:
    """An encoder for each column of the training table."""

    encoders: tuple[Encoder, ...]

    @property
    def table_sizes(self) -> tuple[int, ...]:
        """The number of vectors in the table of each embedded column."""
        return tuple(e.n_codes for e in self.encoders if isinstance(e, Embedded))

    @property
    def width(self) -> int:
        """The number of numbers that a row becomes."""
        return sum(encoder.width for encoder in self.encoders)

    def encode(self, frame: Frame, dtype: Any = np.float32) -> Array:
        """Return an array of shape (rows, width): numbers, then the codes of embedded columns.

        Columns are found by name; other columns are ignored. Raises DataError that names the
        column.
        """
        names = list(frame.columns)
        missing = [e.column for e in self.encoders if e.column not in frame.columns and e.width]
        if missing:
            raise missing_columns("the table", missing, names)
        encoded, start = np.empty((len(frame), self.width), dtype), 0
        for encoder in sorted(self.encoders, key=lambda encoder: encoder.is_code):
            if encoder.width:
                into = encoded[:, start : start + encoder.width]
                encoder.write(frame.columns[encoder.column], into)
                start += encoder.width
        return encoded

    @property
    def is_plain(self) -> bool:
        """Whether every column is used unchanged, and has a number in every row."""
        return all(
            isinstance(e, Plain) and not (e.missing or e.strays or e.decimal != ".")
            for e in self.encoders
        )

    def describe(self) -> str:
        """Return a line for each column that says how it is read."""
        return "\n".join(aligned([(e.column, e.describe()) for e in self.encoders], left=2))

    def settings(self) -> list[dict[str, Any]]:
        """Return plain data, from which `of_settings` builds an equal encoding."""
        return [encoder.settings() for encoder in self.encoders]

    @staticmethod
    def of_settings(data: Any) -> "Encoding":
        """Build an encoding from `settings()`. Raises SettingError."""
        return Encoding(tuple(Encoder.make(settings) for settings in data))


def learn(
    frame: Frame, weight: Array | None, kinds: Mapping[str, str] | None, how: How
) -> Encoding:
    """Learn from the training rows how to encode each column. Raises DataError, SettingError."""
    kinds = dict(kinds or {})
    for name, kind in kinds.items():
        if name not in frame.columns:
            raise unknown_name("column in kinds", name, frame.columns)
        check_choice(f"kind of column {name!r}", kind, KINDS)
    encoding = Encoding(
        tuple(
            _learn_column(name, column, kinds.get(name), weight, how)
            for name, column in frame.columns.items()
        )
    )
    if not any(encoder.width for encoder in encoding.encoders):
        raise DataError(
            f"no column is left to learn from: {encoding.describe().replace(chr(10), '; ')}"
        )
    return encoding


def _learn_column(
    name: str, column: Column, kind: str | None, weight: Array | None, how: How
) -> Encoder:
    if kind == "drop":
        return Dropped(name)
    there = _there(column)
    if not there.any():
        return Dropped(name, "empty in every row")
    values = (column.codes if isinstance(column, Texts) else column.values)[there]
    is_one = bool((values == values[0]).all())
    if is_one and there.all() and not (how.plain and isinstance(column, Numbers)):
        return Dropped(name, "the same in every row")
    if kind in ("category", "embedded") or (is_one and kind is None):
        return _words(name, _as_words(name, column), kind, weight, how)
    if isinstance(column, Dates):
        return _checked(learn_date(name, column.values, weight, "iso"), kind)
    if isinstance(column, Numbers):
        return _checked(_of_numbers(name, column, kind, weight, how), kind)
    return _checked(_of_texts(name, column, kind, weight, how), kind)


def _there(column: Column) -> Array:
    """Return which rows hold a value, as booleans."""
    if isinstance(column, Texts):
        return column.codes >= 0
    return ~(np.isnat if isinstance(column, Dates) else np.isnan)(column.values)


def _checked(encoder: Encoder, kind: str | None) -> Encoder:
    if kind is None or encoder.name == kind:
        return encoder
    raise DataError(
        f"column {shown(encoder.column)} cannot have the kind {kind}: noron reads it as "
        f"{encoder.describe()}; give another kind, or none"
    )


def _of_numbers(
    name: str, column: Numbers, kind: str | None, weight: Array | None, how: How
) -> Encoder:
    x = column.values
    if kind != "number" and not (how.plain and kind is None and not column.boolean):
        there = x[~np.isnan(x)]
        if column.boolean or kind == "boolean" or np.isin(there, (0, 1)).all():
            encoder = Boolean(name, missing=len(there) < len(x))
            encoder.encode(column)  # raises for any other value
            return encoder
    if kind is None and _counts_rows(name, x):
        return Dropped(name, "a different number in each row, like an identifier")
    return learn_plain(name, x) if how.plain else learn_number(name, x, weight, how.bins)


def _counts_rows(name: str, x: Array) -> bool:
    """Return whether the column numbers the rows: whole, all different, and named like that."""
    if len(x) < FEW_ROWS or np.isnan(x).any() or (x != np.floor(x)).any():
        return False
    return bool(_IDENTIFIER.fullmatch(name.strip())) and len(np.unique(x)) == len(x)


def _of_texts(
    name: str, column: Texts, kind: str | None, weight: Array | None, how: How
) -> Encoder:
    levels = column.levels
    counts = np.bincount(column.codes[column.codes >= 0], minlength=len(levels))
    if kind in (None, "boolean") and all(yes_or_no(text) is not None for text in levels):
        return Boolean(name, missing=bool((column.codes < 0).any()))
    read = kind == "number" or (kind is None and not has_codes(levels))
    result = numbers_in(levels, counts) if read else None
    if result is not None:
        decimal, strays = result
        values = [np.nan if t in strays else number(t, decimal) for t in levels] + [np.nan]
        x = finite(np.array(values, dtype=np.float64)[column.codes], name)
        if len(np.unique(x[~np.isnan(x)])) > 1:
            if kind is None and _counts_rows(name, x):
                return Dropped(name, "a different number in each row, like an identifier")
            if how.plain:
                return learn_plain(name, x, decimal, strays)
            return learn_number(name, x, weight, how.bins, decimal, strays)
    form = date_format(levels) if kind in (None, "date") else None
    if form is not None:
        moments = [date(t, form) for t in levels] + [np.datetime64("NaT", "us")]
        return learn_date(name, np.array(moments, "datetime64[us]")[column.codes], weight, form)
    n = int(counts.sum())
    if n >= FEW_ROWS and len(levels) >= ALMOST_ALL * n:
        return Dropped(name, "different in almost every row, like an identifier or free text")
    return _words(name, column, kind, weight, how)


def _as_words(name: str, column: Column) -> Texts:
    if isinstance(column, Dates):
        raise DataError(
            f"column {shown(name)} holds dates, which cannot be categories: give the kind date"
        )
    return column if isinstance(column, Texts) else numbers_as_texts(column.values)


def _words(name: str, column: Texts, kind: str | None, weight: Array | None, how: How) -> Words:
    n = int((column.codes >= 0).sum())
    if kind is not None and n >= FEW_ROWS and len(column.levels) == n:
        raise DataError(
            f"column {shown(name)} has a different value in each of its {n} rows, like an "
            "identifier: nothing can be learnt from categories that occur once; drop the column"
        )
    few = {"category": how.most_categories, "embedded": 0}.get(kind or "", how.one_hot_up_to)
    return learn_words(name, column, weight, few, how.rarest, how.most_categories)
