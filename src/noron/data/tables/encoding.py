"""Encodings: how each column of a table becomes numbers, learnt once and saved with the model."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.closed import closed
from noron.core.errors import DataError, SettingError, shown
from noron.core.text import aligned
from noron.core.types import Array
from noron.data.names import missing_columns
from noron.data.tables.columns import Column, Dates, Texts, finite, without_missing
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
)
from noron.data.tables.frame import Frame
from noron.data.tables.reading import (
    AS_WORDS,
    FEW_ROWS,
    Reading,
    differ,
    present,
    read_columns,
    says_nothing,
)


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

    def __post_init__(self) -> None:
        for name, n in Counter(encoder.column for encoder in self.encoders).items():
            if n > 1:
                raise SettingError(f"the column {shown(name)} has {n} encoders: keep one of them")

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
                column = frame.columns[encoder.column]
                column = without_missing(column) if isinstance(column, Texts) else column
                encoder.write(column, into)
                start += encoder.width
        return encoded

    @property
    def text_columns(self) -> list[str]:
        """The columns whose cells have to be read as text, with zeros in front and units."""
        return [encoder.column for encoder in self.encoders if encoder.reads_text]

    @property
    def is_plain(self) -> bool:
        """Whether every column is used unchanged, and has a number in every row."""
        return all(isinstance(e, Plain) and not (e.reads_text or e.missing) for e in self.encoders)

    def describe(self) -> str:
        """Return a line for each column that says how it is read."""
        return "\n".join(aligned([(e.column, e.describe()) for e in self.encoders], left=2))

    def settings(self) -> list[dict[str, Any]]:
        """Return plain data, from which `of_settings` builds an equal encoding."""
        return [encoder.settings() for encoder in self.encoders]

    @staticmethod
    def of_settings(data: Any) -> "Encoding":
        """Build an encoding from `settings()`. Raises SettingError."""
        return closed(Encoding, {"encoders": data})


def learn(
    frame: Frame, weight: Array | None, kinds: Mapping[str, str | Reading] | None, how: How
) -> Encoding:
    """Learn from the training rows how to encode each column. Raises DataError, SettingError.

    `kinds` overrides what a column holds by name; readings from `read_columns` of a larger table
    are taken as they are.
    """
    readings = read_columns(frame, kinds, how.plain)
    encoding = Encoding(
        tuple(
            _learn_column(name, column, readings[name], weight, how)
            for name, column in frame.columns.items()
        )
    )
    if not any(encoder.width for encoder in encoding.encoders):
        raise DataError(
            f"no column is left to learn from: {encoding.describe().replace(chr(10), '; ')}"
        )
    return encoding


def _learn_column(
    name: str, column: Column, reading: Reading, weight: Array | None, how: How
) -> Encoder:
    if reading.kind == "drop":
        return Dropped(name, reading.reason)
    column = without_missing(column) if isinstance(column, Texts) else column
    reason = says_nothing(column, how.plain)
    if reason:
        return Dropped(name, reason)
    if reading.kind == "boolean":
        return Boolean(name, missing=not present(column).all())
    if reading.kind == "date":
        moments = reading.values(column)
        if differ(moments):
            return learn_date(name, moments, weight, reading.date)
    if reading.kind == "number" and not isinstance(column, Dates):
        x = finite(reading.values(column), name)
        if how.plain:
            return learn_plain(name, x, reading.number)
        if differ(x):
            return learn_number(name, x, weight, how.bins, reading.number)
    return _words(name, column, reading.kind, weight, how)


def _as_words(name: str, column: Column) -> Texts:
    if isinstance(column, Dates):
        raise DataError(
            f"column {shown(name)} holds dates, which cannot be categories: give the kind date"
        )
    return column if isinstance(column, Texts) else numbers_as_texts(column.values)


def _words(name: str, column: Column, kind: str, weight: Array | None, how: How) -> Words:
    words = _as_words(name, column)
    n = int((words.codes >= 0).sum())
    if kind in AS_WORDS and n >= FEW_ROWS and len(words.levels) == n:
        raise DataError(
            f"column {shown(name)} has a different value in each of its {n} rows, like an "
            "identifier: nothing can be learnt from categories that occur once; drop the column"
        )
    few = {"category": how.most_categories, "embedded": 0}.get(kind, how.one_hot_up_to)
    return learn_words(name, words, weight, few, how.rarest, how.most_categories)
