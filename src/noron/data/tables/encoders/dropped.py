"""Columns that are left out, because nothing can be learnt from them."""

from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Numbers, Texts
from noron.data.tables.encoders.base import Encoder


@final
@dataclass(frozen=True)
class Dropped(Encoder, name="dropped"):
    """A column that gives no numbers, and the reason."""

    reason: str = "as requested"

    @property
    def width(self) -> int:
        """None."""
        return 0

    def encode(self, column: Column) -> Array:
        """Return rows without numbers, shape (rows, 0)."""
        n = len(column.codes if isinstance(column, Texts) else column.values)
        return np.empty((n, 0))

    def examples(self, rng: RNG, n: int) -> Column:
        """Return numbers, which are not looked at."""
        return Numbers(np.zeros(n))

    def describe(self) -> str:
        """Return that the column is left out, and why."""
        return f"left out: {self.reason}"
