"""Categories: a few words get a column each (one-hot), many words get a learnt vector each."""

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.errors import check_integer
from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Texts
from noron.data.tables.encoders.base import Encoder, as_texts, one_hot
from noron.data.tables.text import code_text, some


@dataclass(frozen=True)
class Words(Encoder):
    """Words as codes: 0 for a word that was rare in training, or never seen there."""

    levels: tuple[str, ...] = ()
    missing: bool = False
    rare: int = 0
    """The number of different words that were too rare for a code of their own."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_integer("rare", self.rare, at_least=0)

    def codes(self, column: Column) -> Array:
        """Return each row's code; missing is the last one, if any were missing in training."""
        column = self._texts(column)
        places = {code_text(text): 1 + k for k, text in enumerate(self.levels)}
        nothing = len(self.levels) + 1 if self.missing else 0
        table = np.array([places.get(code_text(text), 0) for text in column.levels] + [nothing])
        return table[column.codes]

    def examples(self, rng: RNG, n: int) -> Column:
        """Return each word, a word that training did not have, and missing cells."""
        levels = (*self.levels, "a word that training did not have")
        return Texts(rng.integers(-1, len(levels), n), levels)

    @property
    def reads_text(self) -> bool:
        """Whether the text of a cell tells more than the number in it: 007 is not 7."""
        return True

    @property
    def n_codes(self) -> int:
        """The number of codes: unseen or rare, each word, and missing."""
        return 1 + len(self.levels) + self.missing

    def _texts(self, column: Column) -> Texts:
        if isinstance(column, Dates):
            raise self.refuse(column, 0, "words")
        return column if isinstance(column, Texts) else numbers_as_texts(column.values)

    def _words(self) -> str:
        notes = [f"{self.rare:,} rare ones grouped"] if self.rare else []
        notes += ["some missing"] if self.missing else []
        return ", ".join([f"{len(self.levels):,} categories ({some(self.levels)})", *notes])


@final
@dataclass(frozen=True)
class Category(Words, name="category"):
    """One-hot rows: 1 in the place of the row's word, 0 elsewhere."""

    @property
    def width(self) -> int:
        """The number of codes."""
        return self.n_codes

    def encode(self, column: Column) -> Array:
        """Return one-hot rows."""
        return one_hot(self.codes(column), self.n_codes)

    def write(self, column: Column, out: Array) -> None:
        """Write one-hot rows into `out`, without a copy, which would be large."""
        codes = self.codes(column)
        out[...] = 0
        out[np.arange(len(codes)), codes] = 1

    def describe(self) -> str:
        """Return the words."""
        return self._words()


@final
@dataclass(frozen=True)
class Embedded(Words, name="embedded"):
    """The code of the row's word, for an embedding table with a vector for each code."""

    is_code: ClassVar[bool] = True

    @property
    def width(self) -> int:
        """1: the code."""
        return 1

    def encode(self, column: Column) -> Array:
        """Return the codes, shape (rows, 1)."""
        return self.codes(column).astype(np.float64)[:, None]

    def describe(self) -> str:
        """Return the words, and that they are embedded."""
        return f"{self._words()}, as learnt vectors"


def numbers_as_texts(values: Array) -> Texts:
    """Return numbers as categories: each different value becomes a text."""
    there = ~np.isnan(values)
    different, places = np.unique(values[there], return_inverse=True)
    codes = np.full(len(values), -1)
    codes[there] = places
    return Texts(codes, tuple(as_texts(different)))


def learn_words(
    name: str, column: Texts, weight: Array | None, one_hot_up_to: int, rarest: float, most: int
) -> Words:
    """Learn words: one-hot for a few, an embedding table for many; rare ones share a code."""
    column = column.renamed(code_text)
    there = column.codes >= 0
    w = None if weight is None else weight[there]
    counts = np.bincount(column.codes[there], weights=w, minlength=len(column.levels))
    frequent = [k for k in np.argsort(-counts, kind="stable") if counts[k] >= rarest][:most]
    if len(frequent) < 2:  # otherwise there would be only one category
        frequent = list(np.argsort(-counts, kind="stable")[:most])
    levels = tuple(sorted(column.levels[k] for k in frequent))
    seen = int((counts > 0).sum())
    kind = Category if len(levels) <= one_hot_up_to else Embedded
    return kind(name, levels, bool((~there).any()), seen - len(levels))
