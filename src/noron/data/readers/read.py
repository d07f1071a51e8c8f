"""Read a file of any known format as a table; and read tables in pieces."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.registry import import_modules
from noron.core.types import Array
from noron.data import readers
from noron.data.dataset import Dataset
from noron.data.names import missing_columns
from noron.data.readers.base import READERS, ROWS, FileReader, regular_file
from noron.data.row_store import is_chunks, walk
from noron.data.tables.columns import Column, Numbers, Texts
from noron.data.tables.frame import Frame, as_frame
from noron.data.tables.number_format import NumberFormat
from noron.data.tables.target import target_of
from noron.data.tables.text import is_number


@cache
def _import_readers() -> None:
    """Import every module of the folder: a class of a reader registers itself."""
    import_modules(readers.__name__, readers.__path__)


def suffixes() -> list[str]:
    """Return the ends of the names of all files that can be read."""
    _import_readers()
    return sorted(READERS)


def reader_of(path: str | os.PathLike[str]) -> FileReader | None:
    """Return the reader for a file of this name, or None."""
    name = Path(path).name.lower()
    known = [suffix for suffix in suffixes() if name.endswith(suffix)]
    return READERS[max(known, key=len)] if known else None


def read(
    path: str | os.PathLike[str], text: Collection[str] = (), encoding: str | None = None
) -> Frame:
    """Return the table in a file: CSV or TSV (plain or compressed), Parquet, NPZ.

    The columns `text` are read as text, whatever they hold. `encoding` is for text files that are
    not UTF-8, such as "cp1258" or "utf-16". Raises DataError, with the line and
    the column if the format has them, and MissingExtraError for a format that needs an extra.
    """
    return known_reader(path, encoding).read(regular_file(path), text)


def column_names(path: str | os.PathLike[str]) -> list[str]:
    """Return the names of a file's columns. Raises DataError."""
    return known_reader(path).column_names(regular_file(path))


def stem(path: str | os.PathLike[str]) -> str:
    """Return the name of a file without the ending of its format."""
    name, reader = Path(path).name, reader_of(path)
    ends = [s for s in (reader.suffixes if reader else ()) if name.lower().endswith(s)]
    return name[: -len(max(ends, key=len))] if ends else Path(name).stem


def known_reader(path: str | os.PathLike[str], encoding: str | None = None) -> FileReader:
    """Return the reader for an existing file. Raises DataError for an unknown format."""
    regular_file(path)
    reader = reader_of(path)
    if reader is None:
        raise DataError(
            f"{shown(Path(path).name)} has an unknown format: give a file whose name ends in "
            f"{', '.join(suffixes())}"
        )
    return reader if encoding is None else reader.in_encoding(encoding)


# ---- tables in pieces


def is_file(X: object) -> bool:
    """Return whether X is the name of a file."""
    return isinstance(X, str | os.PathLike)


def comes_in_pieces(X: object) -> bool:
    """Return whether X is a file, an iterator, a function that returns one, or a list of tables."""
    if isinstance(X, list | tuple):
        return len(X) > 0 and all(isinstance(part, Frame) or hasattr(part, "columns") for part in X)
    return is_file(X) or is_chunks(X)


def pieces(X: Any, rows: int = ROWS) -> Iterator[Frame]:
    """Yield tables with the same columns, one after another. Raises DataError."""
    first: list[str] | None = None
    tables = known_reader(X).pieces(regular_file(X), rows) if is_file(X) else map(as_frame, walk(X))
    for number, frame in enumerate(tables):
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
        raise DataError("there are no rows in the chunks: give at least one chunk with rows")


# ---- tables of numbers


def read_table(
    path: str | os.PathLike[str],
    target: str | None = None,
    *,
    columns: Sequence[str] | None = None,
    labels: Array | None = None,
    target_format: NumberFormat | None = None,
    encoding: str | None = None,
) -> Dataset:
    """Return the table of numbers in a file (CSV, TSV, Parquet or NPZ) as a Dataset.

    CSV: UTF-8, a header line, then numbers, separated by commas, semicolons, tabs or |, as the
    header is. The column `target` becomes `y`: int64 if all its cells are whole numbers, float64
    if all are numbers, else strings. Without a target every column is an input and `y` is None.
    With `columns` only these are read as inputs, in this order, and the others may hold anything
    (as in new rows for a model that knows its columns). `labels` are the classes of such a model:
    the target is read as they are, so that 01 stays a word where they are words. `target_format` is
    how the numbers of its target were written. `encoding` is for text files that are not UTF-8.

    NPZ: the arrays `X` (n, inputs) and `y`, if there is one; `target` names another array for `y`.
    No Python object is ever loaded, and sizes are checked before anything is read.

    Raises DataError, with the line and the column. To read words, dates and missing values as
    well, use `noron.data.read`.
    """
    file = regular_file(path)
    if target is not None and not isinstance(target, str):
        raise DataError(f"target is {shown(target)}: give the name of a column, as a string")
    reader = reader_of(file)
    if reader is None:
        raise DataError(
            f"{shown(str(path))} ends in {file.suffix.lower() or 'nothing'!r}: known are "
            f"{', '.join(suffixes())}"
        )
    reader = reader if encoding is None else reader.in_encoding(encoding)
    arrays = reader.arrays(file, target)
    if arrays is not None:
        return arrays if columns is None else select_columns(arrays, columns)
    return _numbers_of(reader, file, target, columns, (labels, target_format))


def _numbers_of(
    reader: FileReader,
    file: Path,
    target: str | None,
    columns: Sequence[str] | None,
    known: tuple[Array | None, NumberFormat | None],
) -> Dataset:
    header, name = reader.column_names(file), shown(file.name, 100)
    wanted = [column for column in header if column != target] if columns is None else columns
    missing = [c for c in (target, *wanted) if c is not None and c not in header]
    if missing:
        raise missing_columns(name, missing, header)
    if not wanted:
        raise DataError(
            f"{name} has no columns to learn from, only the target {shown(target)}: add some"
        )
    frame = reader.cells(file, () if target is None else (target,))
    x = np.column_stack([_numbers(frame.columns[column]) for column in wanted])
    bad = np.argwhere(~np.isfinite(x))
    if bad.size:
        row = int(bad[0][0])
        column = min((wanted[j] for i, j in bad if i == row), key=header.index)
        raise reader.cell_error(file, column, row)
    y = None
    if target is not None:
        labels = frame.columns[target]
        y = target_of(labels, target, partial(reader.cell_error, file, target), *known).values
    return Dataset(x, y, tuple(wanted), target if target is not None else "y", file.name)


def _numbers(column: Column) -> Array:
    """Return the numbers of a column, NaN for a missing one."""
    if isinstance(column, Numbers):
        return column.values
    if not isinstance(column, Texts):
        return np.full(len(column.values), np.nan)
    values = [float(text) if is_number(text) else np.nan for text in column.levels]
    return np.array([*values, np.nan])[column.codes]


def select_columns(dataset: Dataset, names: Sequence[str]) -> Dataset:
    """Return the same rows with only the columns `names`, in that order.

    >>> data = Dataset([[1.0, 2.0, 3.0]], feature_names=("a", "b", "c"))
    >>> select_columns(data, ["c", "a"]).x
    array([[3., 1.]])
    >>> select_columns(data, ["c", "d"])
    Traceback (most recent call last):
        ...
    noron.core.errors.DataError: data has no column 'd': its columns are 'a', 'b', 'c'

    Raises DataError that names the missing columns.
    """
    place = {name: j for j, name in enumerate(dataset.feature_names)}
    missing = [name for name in names if name not in place]
    if missing:
        raise missing_columns(dataset.name, missing, dataset.feature_names)
    x = dataset.x[:, [place[name] for name in names]]
    return replace(dataset, x=x, feature_names=tuple(names))
