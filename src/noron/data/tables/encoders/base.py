"""An encoder: one column of a table as numbers for a network, as it was learnt from the rows."""

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
    """What one column is taken for. Holds what was learnt from it, as plain data."""

    column: str

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, list):
                object.__setattr__(self, field.name, tuple(value))

    is_code: ClassVar[bool] = False
    """Whether it gives numbers of rows of a learnt table instead of numbers to compute with."""

    @property
    @abstractmethod
    def width(self) -> int:
        """How many numbers it makes of a cell."""

    @abstractmethod
    def encode(self, column: Column) -> Array:
        """The numbers, float64 of shape (rows, width). DataError for what cannot be read."""

    def write(self, column: Column, out: Array) -> None:
        """The same numbers into an array of the shape (rows, width)."""
        out[...] = self.encode(column)

    @abstractmethod
    def describe(self) -> str:
        """What the column is taken for, in a few words."""

    def refuse(self, column: Column, row: int, what: str) -> DataError:
        """The error for a cell that is not what the training had in this column."""
        return DataError(
            f"column {shown(self.column)} has {cell(column, row)} in row {row}: in training it "
            f"held {what}; give {what}, or nothing"
        )


def cell(column: Column, row: int) -> str:
    """What stands in a row, to be shown."""
    if isinstance(column, Texts):
        return shown(column.levels[column.codes[row]])
    value = column.values[row]
    return f"the date {value}" if isinstance(column, Dates) else f"{value:g}"


def as_texts(values: Array) -> list[str]:
    """Numbers as people write categories: 3, not 3.0."""
    return [f"{value:.17g}" if value != round(value, 6) else f"{value:g}" for value in values]


def first_row(column: Texts, text: str) -> int:
    """The first row in which that text stands."""
    return int(np.flatnonzero(column.codes == column.levels.index(text))[0])


def by_level(
    column: Texts, read: Callable[[str], Any], missing: Any, dtype: Any
) -> tuple[Array, str | None]:
    """Each row's text as `read` reads it, and the first text that it cannot read (None)."""
    values = [read(text) for text in column.levels]
    bad = next((t for t, v in zip(column.levels, values, strict=True) if v is None), None)
    table = np.array([missing if v is None else v for v in values] + [missing], dtype=dtype)
    return table[column.codes], bad


def one_hot(codes: Array, width: int) -> Array:
    """A one in the column that the code says, shape (rows, width)."""
    return np.eye(width)[codes]


__all__ = ["Column", "Dates", "Encoder", "Numbers", "Texts"]
