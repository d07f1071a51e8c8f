"""Tables that come in pieces: joining them, and taking a random sample."""

from collections.abc import Sequence

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts
from noron.data.tables.frame import Frame


def joined(frames: Sequence[Frame]) -> Frame:
    """Return the rows of all frames, one after another. DataError for a column of two types."""
    if len(frames) == 1:
        return frames[0]
    names = list(frames[0].columns)
    columns = {name: _joined(name, [frame.columns[name] for frame in frames]) for name in names}
    return Frame(columns, sum(map(len, frames)), frames[0].named)


def _joined(name: str, parts: Sequence[Column]) -> Column:
    kinds = {type(part) for part in parts if not _is_empty(part)} or {type(parts[0])}
    if len(kinds) > 1:
        raise DataError(
            f"column {shown(name)} holds {' and '.join(sorted(k.__name__.lower() for k in kinds))} "
            "in different chunks: give all chunks the same type"
        )
    kind = kinds.pop()
    if kind is Texts:
        return _joined_texts([p if isinstance(p, Texts) else _nothing(p) for p in parts])
    if kind is Dates:
        nothing = np.datetime64("NaT", "us")
        return Dates(
            np.concatenate(
                [p.values if isinstance(p, Dates) else np.full(_length(p), nothing) for p in parts]
            )
        )
    values = [p.values if isinstance(p, Numbers) else np.full(_length(p), np.nan) for p in parts]
    boolean = all(p.boolean for p in parts if isinstance(p, Numbers) and not _is_empty(p))
    return Numbers(np.concatenate(values), boolean)


def _joined_texts(parts: Sequence[Texts]) -> Texts:
    places: dict[str, int] = {}
    codes = []
    for part in parts:
        into = np.array([places.setdefault(t, len(places)) for t in part.levels] + [-1])
        codes.append(into[part.codes])
    return Texts(np.concatenate(codes), tuple(places))


def _nothing(column: Column) -> Texts:
    return Texts(np.full(_length(column), -1), ())


def _length(column: Column) -> int:
    return len(column.codes if isinstance(column, Texts) else column.values)


def _is_empty(column: Column) -> bool:
    if isinstance(column, Texts):
        return not column.levels
    return bool((np.isnat if isinstance(column, Dates) else np.isnan)(column.values).all())


class Sample:
    """A uniform random sample of rows from a stream of unknown length.

    Every row draws a random number, and the rows with the smallest numbers stay (reservoir
    sampling, Li 1994). A stream that is no longer than the sample is kept whole.
    """

    def __init__(self, size: int, rng: RNG) -> None:
        self.size, self.rng, self.seen = size, rng, 0
        self._frames: list[Frame] = []
        self._drawn: list[Array] = []

    def add(self, frame: Frame) -> None:
        """Add the next rows of the stream."""
        self.seen += len(frame)
        self._frames.append(frame)
        self._drawn.append(self.rng.random(len(frame)))
        if sum(map(len, self._drawn)) > 2 * self.size:
            self._shrink()

    def frame(self) -> Frame:
        """Return the sample, in the order of the stream."""
        self._shrink()
        return self._frames[0]

    def _shrink(self) -> None:
        frame, drawn = joined(self._frames), np.concatenate(self._drawn)
        if len(drawn) > self.size:
            kept = np.sort(np.argpartition(drawn, self.size)[: self.size])
            frame, drawn = frame.take(kept), drawn[kept]
        self._frames, self._drawn = [frame], [drawn]
