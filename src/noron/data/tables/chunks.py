"""Tables that come in pieces: CSV and Parquet files, any iterable of tables; a sample of them."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.core.types import RNG, Array
from noron.data.readers.csv import stream_table
from noron.data.readers.read import regular_file
from noron.data.row_store import is_chunks, walk
from noron.data.tables.frame import Column, Dates, Frame, Numbers, Texts, as_frame, texts

ROWS = 50_000
"""In a piece of a file."""

PARQUET = (".parquet", ".pq")
TEXT = (".csv", ".tsv", ".txt")


def is_file(X: object) -> bool:
    """Whether X is the name of a file."""
    return isinstance(X, str | os.PathLike)


def comes_in_pieces(X: object) -> bool:
    """A file, an iterator, a function that gives one, or a list of tables."""
    if isinstance(X, list | tuple):
        return len(X) > 0 and all(isinstance(part, Frame) or hasattr(part, "columns") for part in X)
    return is_file(X) or is_chunks(X)


def pieces(X: Any, rows: int = ROWS) -> Iterator[Frame]:
    """Tables with the same columns, one after another. Raises DataError."""
    first: list[str] | None = None
    for number, frame in enumerate(_pieces(X, rows)):
        names = list(frame.columns)
        if first is not None and set(names) != set(first):
            odd = sorted(set(names) ^ set(first))[0]
            raise DataError(
                f"column {shown(odd)} is in some chunks and not in others (chunk {number} has "
                f"{len(names)} columns, the first one {len(first)}): give all the same columns"
            )
        first = first or names
        yield frame
    if first is None:
        raise DataError("there are no rows in the chunks: give at least one that has some")


def _pieces(X: Any, rows: int) -> Iterator[Frame]:
    if not is_file(X):
        yield from (as_frame(part) for part in walk(X))
        return
    path = regular_file(X)
    suffix = path.suffix.lower()
    if suffix in PARQUET:
        yield from _parquet(path, rows)
    elif suffix in TEXT:
        yield from _csv(path, rows)
    else:
        raise DataError(
            f"{shown(path.name)} is no .csv and no .parquet file: save the table as one of these"
        )


def _csv(path: Path, n: int) -> Iterator[Frame]:
    """All of it as text: what the text means, the columns learn."""
    table, lines = stream_table(path)
    width = len(table.header)
    empty = True
    while part := list(islice(lines, n)):
        empty = False
        for line, row in part:
            if len(row) != width:
                raise DataError(
                    f"{table.file}, line {line}: {len(row)} cell(s) where the header has {width}: "
                    "give every row as many as the header"
                )
        columns = zip(*(row for _, row in part), strict=True)
        yield Frame(dict(zip(table.header, map(texts, columns), strict=True)), len(part))
    if empty:
        raise DataError(f"{table.file} has a header and no rows: add rows below it")


def _parquet(path: Path, rows: int) -> Iterator[Frame]:
    try:
        from pyarrow import ArrowException, Table
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise missing_extra("parquet", "pyarrow", "reading Parquet files") from error
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(rows):
                yield as_frame(Table.from_batches([batch]))
    except (ArrowException, OSError) as error:
        message = shown(" ".join(str(error).split()), 80)
        raise DataError(f"{shown(path.name)} cannot be read as Parquet ({message})") from None


def read_frame(path: str | os.PathLike[str]) -> Frame:
    """A whole file."""
    return joined(list(pieces(path)))


def joined(frames: Sequence[Frame]) -> Frame:
    """The frames' rows, one after another. DataError for a column of two types."""
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
    """So many rows out of a stream of unknown length, each as likely as any other.

    Every row draws a number, and those with the smallest numbers stay (Li 1994 calls the family
    reservoir sampling). While the stream is no longer than the sample, it is the whole stream.
    """

    def __init__(self, size: int, rng: RNG) -> None:
        self.size, self.rng, self.seen = size, rng, 0
        self._frames: list[Frame] = []
        self._drawn: list[Array] = []

    def add(self, frame: Frame) -> None:
        """The next rows of the stream."""
        self.seen += len(frame)
        self._frames.append(frame)
        self._drawn.append(self.rng.random(len(frame)))
        if sum(map(len, self._drawn)) > 2 * self.size:
            self._shrink()

    def frame(self) -> Frame:
        """The sample, in the order of the stream."""
        self._shrink()
        return self._frames[0]

    def _shrink(self) -> None:
        frame, drawn = joined(self._frames), np.concatenate(self._drawn)
        if len(drawn) > self.size:
            kept = np.sort(np.argpartition(drawn, self.size)[: self.size])
            frame, drawn = frame.take(kept), drawn[kept]
        self._frames, self._drawn = [frame], [drawn]
