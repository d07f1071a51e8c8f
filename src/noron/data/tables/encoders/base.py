"""An encoder turns one column of a table into numbers for a network; it is learnt from the rows."""

import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import numpy as np

from noron.core.errors import DataError, DataWarning, shown
from noron.core.registry import Family
from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts

MOST_ODD = 0.2
"""If a larger share of new cells does not fit a column, they are refused."""


@dataclass(frozen=True)
class Encoder(Family, ABC, family="column"):
    """How one column becomes numbers. Holds what was learnt from the column, as plain data."""

    column: str

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, list):
                object.__setattr__(self, field.name, tuple(value))

    is_code: ClassVar[bool] = False
    """Whether it gives row numbers of an embedding table instead of numbers to compute with."""

    @property
    @abstractmethod
    def width(self) -> int:
        """The number of numbers that a cell becomes."""

    @abstractmethod
    def encode(self, column: Column) -> Array:
        """Return numbers, float64 of shape (rows, width). DataError for cells it cannot read."""

    def write(self, column: Column, out: Array) -> None:
        """Write the same numbers into `out`, an array of shape (rows, width)."""
        out[...] = self.encode(column)

    @abstractmethod
    def examples(self, rng: RNG, n: int) -> Column:
        """Return n cells of every sort that the encoder can meet, missing ones too."""

    @abstractmethod
    def describe(self) -> str:
        """Return in a few words how the column is read."""

    @property
    def reads_text(self) -> bool:
        """Whether the text of a cell tells more than the number in it."""
        return False

    def refuse(self, column: Column, row: int, what: str) -> DataError:
        """Return the error for a cell that does not fit the column's training values."""
        return DataError(
            f"column {shown(self.column)} has {cell(column, row)} in row {row}: in training it "
            f"held {what}; give {what}, or leave the cell empty"
        )

    def pass_over(self, column: Column, odd: Array, n_values: int, what: str) -> None:
        """Warn that the rows `odd` do not hold `what` and are read as missing.

        Raises DataError if they are more than a fifth of the rows that hold a value.
        """
        if not len(odd):
            return
        error = self.refuse(column, int(odd[0]), what)
        if len(odd) > MOST_ODD * n_values:
            raise error
        others = f" (and {len(odd) - 1:,} more)" if len(odd) > 1 else ""
        warnings.warn(
            f"column {shown(self.column)} has {cell(column, int(odd[0]))} in row {odd[0]}{others}: "
            f"in training it held {what}; read as missing",
            DataWarning,
            stacklevel=2,
        )


def cell(column: Column, row: int) -> str:
    """Return the value in a row, as text for a message."""
    if isinstance(column, Texts):
        return shown(column.levels[column.codes[row]])
    value = column.values[row]
    return f"the date {value}" if isinstance(column, Dates) else f"{value:g}"


def as_texts(values: Array) -> list[str]:
    """Return numbers as texts, whole ones without decimals: 3, not 3.0; no digit is lost."""
    return [
        str(int(value)) if abs(value) < 1e16 and value == int(value) else repr(float(value))
        for value in values
    ]


def by_level(
    column: Texts, read: Callable[[str], Any], missing: Any, dtype: Any
) -> tuple[Array, Array]:
    """Return each row's text as read by `read`, and the rows whose text it cannot read."""
    values = [read(text) for text in column.levels]
    odd = np.array([value is None for value in values] + [False])
    table = np.array([missing if v is None else v for v in values] + [missing], dtype=dtype)
    return table[column.codes], np.flatnonzero(odd[column.codes])


def one_hot(codes: Array, width: int) -> Array:
    """Return rows of shape (rows, width) with a 1 in the column of each code, 0 elsewhere."""
    return np.eye(width)[codes]


__all__ = ["Column", "Dates", "Encoder", "Numbers", "Texts"]
