"""Words out of a list: one column each where they are few, a learnt vector each where many."""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.data.tables.columns import Column, Dates, Texts
from noron.data.tables.encoders.base import Encoder, as_texts, one_hot


@dataclass(frozen=True)
class Words(Encoder):
    """The number of each row's word: 0 for one that training has not seen, or only rarely."""

    levels: tuple[str, ...] = ()
    missing: bool = False
    rare: int = 0
    """How many different words were too rare for a place of their own."""

    def codes(self, column: Column) -> Array:
        """The place of each row's word; nothing has the last one, where training had that."""
        column = self._texts(column)
        places = {text: 1 + k for k, text in enumerate(self.levels)}
        nothing = len(self.levels) + 1 if self.missing else 0
        table = np.array([places.get(text, 0) for text in column.levels] + [nothing])
        return table[column.codes]

    @property
    def n_codes(self) -> int:
        """Unseen or rare, each word, and nothing."""
        return 1 + len(self.levels) + self.missing

    def _texts(self, column: Column) -> Texts:
        if isinstance(column, Dates):
            raise self.refuse(column, 0, "words")
        return column if isinstance(column, Texts) else numbers_as_texts(column.values)

    def _words(self) -> str:
        shown = ", ".join(self.levels[:4]) + (", ..." if len(self.levels) > 4 else "")
        notes = [f"{self.rare:,} rare ones together"] if self.rare else []
        notes += ["some missing"] if self.missing else []
        return ", ".join([f"{len(self.levels):,} categories ({shown})", *notes])


@final
@dataclass(frozen=True)
class Category(Words, name="category"):
    """A one in the place of the row's word, zeros elsewhere."""

    @property
    def width(self) -> int:
        """A number for each place."""
        return self.n_codes

    def encode(self, column: Column) -> Array:
        """Return one-hot rows."""
        return one_hot(self.codes(column), self.n_codes)

    def write(self, column: Column, out: Array) -> None:
        """Write one-hot rows where they belong: of many rows a copy would be large."""
        codes = self.codes(column)
        out[...] = 0
        out[np.arange(len(codes)), codes] = 1

    def describe(self) -> str:
        """The words."""
        return self._words()


@final
@dataclass(frozen=True)
class Embedded(Words, name="embedded"):
    """The number of the row's word, for a learnt table with a vector for each."""

    is_code: ClassVar[bool] = True

    @property
    def width(self) -> int:
        """One number, the code."""
        return 1

    def encode(self, column: Column) -> Array:
        """The codes, shape (rows, 1)."""
        return self.codes(column).astype(np.float64)[:, None]

    def describe(self) -> str:
        """The words, and that they are embedded."""
        return f"{self._words()}, as learnt vectors"


def numbers_as_texts(values: Array) -> Texts:
    """Numbers as categories: their different values as text."""
    there = ~np.isnan(values)
    different, places = np.unique(values[there], return_inverse=True)
    codes = np.full(len(values), -1)
    codes[there] = places
    return Texts(codes, tuple(as_texts(different)))


def learn_words(
    name: str, column: Texts, weight: Array | None, one_hot_up_to: int, rarest: float, most: int
) -> Words:
    """One-hot for few different words, a learnt table for many; the rarest share a place."""
    there = column.codes >= 0
    w = None if weight is None else weight[there]
    counts = np.bincount(column.codes[there], weights=w, minlength=len(column.levels))
    frequent = [k for k in np.argsort(-counts, kind="stable") if counts[k] >= rarest][:most]
    if len(frequent) < 2:  # else nothing would be left to tell apart
        frequent = list(np.argsort(-counts, kind="stable")[:most])
    levels = tuple(sorted(column.levels[k] for k in frequent))
    seen = int((counts > 0).sum())
    kind = Category if len(levels) <= one_hot_up_to else Embedded
    return kind(name, levels, bool((~there).any()), seen - len(levels))
