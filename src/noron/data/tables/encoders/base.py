"""An encoder turns one column of a table into numbers for a network; it is learnt from the rows."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.registry import Family
from noron.core.types import Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts


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
    def describe(self) -> str:
        """Return in a few words how the column is read."""

    def refuse(self, column: Column, row: int, what: str) -> DataError:
        """Return the error for a cell that does not fit the column's training values."""
        return DataError(
            f"column {shown(self.column)} has {cell(column, row)} in row {row}: in training it "
            f"held {what}; give {what}, or leave the cell empty"
        )


def cell(column: Column, row: int) -> str:
    """Return the value in a row, as text for a message."""
    if isinstance(column, Texts):
        return shown(column.levels[column.codes[row]])
    value = column.values[row]
    return f"the date {value}" if isinstance(column, Dates) else f"{value:g}"


def as_texts(values: Array) -> list[str]:
    """Return numbers as texts, whole ones without decimals: 3, not 3.0."""
    return [f"{value:.17g}" if value != round(value, 6) else f"{value:g}" for value in values]


def first_row(column: Texts, text: str) -> int:
    """Return the first row that holds the text."""
    return int(np.flatnonzero(column.codes == column.levels.index(text))[0])


def by_level(
    column: Texts, read: Callable[[str], Any], missing: Any, dtype: Any
) -> tuple[Array, str | None]:
    """Return each row's text as read by `read`, and the first text it cannot read, or None."""
    values = [read(text) for text in column.levels]
    bad = next((t for t, v in zip(column.levels, values, strict=True) if v is None), None)
    table = np.array([missing if v is None else v for v in values] + [missing], dtype=dtype)
    return table[column.codes], bad


def one_hot(codes: Array, width: int) -> Array:
    """Return rows of shape (rows, width) with a 1 in the column of each code, 0 elsewhere."""
    return np.eye(width)[codes]


__all__ = ["Column", "Dates", "Encoder", "Numbers", "Texts"]
