"""Yes or no."""

from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts
from noron.data.tables.encoders.base import Encoder, by_level
from noron.data.tables.number_format import PLAIN
from noron.data.tables.text import YES_OR_NO


def yes_or_no(text: str) -> float | None:
    """Return 1 for yes, 0 for no, None for any other text."""
    value = YES_OR_NO.get(text.lower())
    value = PLAIN.number(text) if value is None else value
    return value if value in (0.0, 1.0) else None


@final
@dataclass(frozen=True)
class Boolean(Encoder, name="boolean"):
    """1 for yes, -1 for no, 0 if missing; then 1 if missing, if any were missing in training."""

    missing: bool = False

    @property
    def width(self) -> int:
        """1, or 2 with the indicator of missing values."""
        return 1 + self.missing

    def encode(self, column: Column) -> Array:
        """Return the numbers of each row, shape (rows, width)."""
        x = self._read(column)
        answer = np.where(np.isnan(x), 0, 2 * x - 1)
        return np.column_stack([answer, np.isnan(x)]) if self.missing else answer[:, None]

    def _read(self, column: Column) -> Array:
        if isinstance(column, Dates):
            raise self.refuse(column, 0, "yes or no")
        if isinstance(column, Texts):
            values, odd = by_level(column, yes_or_no, np.nan, np.float64)
            n_values = int((column.codes >= 0).sum())
        else:
            known = np.isnan(column.values) | np.isin(column.values, (0, 1))
            values, odd = np.where(known, column.values, np.nan), np.flatnonzero(~known)
            n_values = int((~np.isnan(column.values)).sum())
        self.pass_over(column, odd, n_values, "yes or no")
        return values

    def examples(self, rng: RNG, n: int) -> Column:
        """Return yes, no and missing."""
        return Numbers(rng.choice([0.0, 1.0, np.nan], n))

    def describe(self) -> str:
        """Return "yes or no", and whether some are missing."""
        return "yes or no" + (", some missing" if self.missing else "")
