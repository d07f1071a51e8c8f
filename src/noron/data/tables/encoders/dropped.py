"""Columns that nothing can be learnt from."""

from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.types import Array
from noron.data.tables.columns import Column, Texts
from noron.data.tables.encoders.base import Encoder


@final
@dataclass(frozen=True)
class Dropped(Encoder, name="dropped"):
    """No numbers at all, and the reason."""

    reason: str = "as asked"

    @property
    def width(self) -> int:
        """None."""
        return 0

    def encode(self, column: Column) -> Array:
        """Rows without numbers."""
        n = len(column.codes if isinstance(column, Texts) else column.values)
        return np.empty((n, 0))

    def describe(self) -> str:
        """That it is left out, and why."""
        return f"left out: {self.reason}"
