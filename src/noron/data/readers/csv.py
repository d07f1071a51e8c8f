"""CSV and TSV, plain or compressed: a header line, then rows. Errors name the line and column.

`dialect` finds out how a file is written. DuckDB reads the cells if it is installed: as numbers if
a whole column holds plain numbers, else as text. Python's own reader reads the files that DuckDB
refuses, and finds the place of an error.
"""

import io
import re
import unicodedata
import warnings
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from noron.core.errors import DataError, DataWarning, shown
from noron.data.readers import duck
from noron.data.readers.base import ROWS, FileReader
from noron.data.readers.base import opened as open_bytes
from noron.data.readers.dialect import (
    LONGEST_HEADER,
    UTF_8,
    Dialect,
    check_encoding,
    decoded,
    dialect_of,
    not_text,
)
from noron.data.tables.chunks import joined
from noron.data.tables.columns import Numbers, Texts, texts, without_missing
from noron.data.tables.frame import Frame
from noron.data.tables.text import is_number, plain_numbers

_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_MISSING = {"na", "n/a", "nan", "null", "none", "?", "-"}


class CsvTable(NamedTuple):
    """A file, what to call it in messages, its encoding and its dialect."""

    path: Path
    file: str
    encoding: str
    dialect: Dialect

    @property
    def header(self) -> list[str]:
        """The column names."""
        return self.dialect.header

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield (line number, cells) of each row below the header. Raises DataError."""
        try:
            with io.TextIOWrapper(open_bytes(self.path), self.encoding, newline="") as opened:
                for line, row in self.dialect.rows(self.file, opened):
                    if "\0" in "".join(row):
                        where = f"{self.file}, line {line}"
                        raise DataError(
                            f"{where} holds a NUL byte: the file is damaged, or is not CSV text"
                        )
                    yield line, row
        except UnicodeDecodeError:
            raise DataError(_not_text(self)) from None
        except (OSError, EOFError) as error:
            raise DataError(f"{self.file} cannot be read: {_reason(error)}") from None


class Csv(FileReader, suffixes=(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz")):
    """Text files whose first line names the columns."""

    encoding: str = UTF_8

    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table; DataError for a number that is not finite."""
        frame = self.cells(path, text)
        self._refuse_infinite(path, frame)
        return frame

    def cells(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table, infinite numbers included."""
        table = self._opened(path)
        frame = duck.read_csv(path, table.dialect, text) if self.encoding == UTF_8 else None
        if frame is None:  # this way, an error gets its line and column
            frame = _settled(joined(list(_scanned(table, ROWS))), text)
        return frame

    def column_names(self, path: Path) -> list[str]:
        """Return the names in the header."""
        return open_table(path, self.encoding).header

    def pieces(self, path: Path, rows: int) -> Iterator[Frame]:
        """Yield the table in pieces, all of it as text; the encoding decides what it means."""
        return _scanned(self._opened(path), rows)

    def cell_error(self, path: Path, name: str, row: int, *, as_number: bool = True) -> DataError:
        """Return the error for a cell, in a row counted from 0, with its line in the file."""
        table = open_table(path, self.encoding)
        line, cells = next(islice(table.rows(), row, None))
        column = table.header.index(name)
        text = cells[column].strip()
        as_text = f"{float(text):g}" if as_number and is_number(text) else text
        return _bad_cell(table, line, column, as_text)

    def in_encoding(self, encoding: str) -> "Csv":
        """Return a reader of files in another encoding than UTF-8. Raises SettingError."""
        reader = Csv()
        reader.encoding = check_encoding(encoding)
        return reader

    def _opened(self, path: Path) -> CsvTable:
        table = open_table(path, self.encoding)
        for note in table.dialect.notes:
            warnings.warn(note, DataWarning, stacklevel=2)
        return table

    def _refuse_infinite(self, path: Path, frame: Frame) -> None:
        rows = {
            name: int(np.flatnonzero(np.isinf(column.values))[0])
            for name, column in frame.columns.items()
            if isinstance(column, Numbers) and np.isinf(column.values).any()
        }
        if rows:
            name = min(rows, key=lambda name: rows[name])
            raise self.cell_error(path, name, rows[name])


def _scanned(table: CsvTable, n: int) -> Iterator[Frame]:
    """Yield the rows as text, n at a time. Raises DataError for a row of another length."""
    rows, width, empty = table.rows(), len(table.header), True
    while part := list(islice(rows, n)):
        empty = False
        for line, row in part:
            if len(row) != width:
                raise DataError(
                    f"{table.file}, line {line}: {len(row)} cell(s) where the header has "
                    f"{width}: give every row as many as the header"
                )
        cells = zip(*(row for _, row in part), strict=True)
        columns = {name: texts(column) for name, column in zip(table.header, cells, strict=True)}
        yield Frame(columns, len(part))
    if empty:
        raise DataError(f"{table.file} has a header and no rows: add rows below it")


def open_table(path: Path, encoding: str = UTF_8) -> CsvTable:
    """Open a file and find out how it is written; raise DataError if it is no table."""
    file = shown(path.name, 100)
    try:
        with open_bytes(path) as opened:
            piece = opened.read(LONGEST_HEADER)
            rest = piece.endswith(b"\n") or opened.readline(LONGEST_HEADER)
    except (OSError, EOFError) as error:
        raise DataError(f"{file} cannot be read: {_reason(error)}") from None
    text = decoded(file, piece + (b"" if rest is True else rest), encoding)
    return CsvTable(
        path, file, encoding, dialect_of(file, unicodedata.normalize("NFC", text.lstrip("\ufeff")))
    )


def _settled(frame: Frame, text: Collection[str]) -> Frame:
    """Turn columns of plain numbers into numbers."""
    columns = dict(frame.columns)
    for name, column in columns.items():
        if isinstance(column, Texts) and name not in text:
            known = without_missing(column)
            values = plain_numbers(known.levels)
            if values is not None:
                columns[name] = Numbers(np.append(values, np.nan)[known.codes])
    return Frame(columns, len(frame))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _not_text(table: CsvTable) -> str:
    """Return the message that says where the bytes are not text."""
    with open_bytes(table.path) as opened:
        for number, line in enumerate(opened, start=1):
            try:
                line.decode(table.encoding)
            except UnicodeDecodeError:
                return not_text(table.file, number, line, line, table.encoding)
    return f"{table.file} is not text in {table.encoding}: give another encoding"


def _bad_cell(table: CsvTable, line: int, column: int, text: str) -> DataError:
    """Return the error for a cell that is not a finite number, with the remedy that fits it."""
    name = shown(table.header[column], 40)
    where = f"{table.file}, line {line}, column {name}"
    if not text:
        if all(len(row) <= column or not row[column].strip() for _, row in table.rows()):
            return DataError(f"{table.file}: column {name} is empty in every row: drop it")
        return DataError(f"{where} is empty: fill it in or drop the row")
    if text.lower() in _MISSING or is_number(text):
        return DataError(f"{where} is {text[:20]}: fill it in with a finite number or drop the row")
    if _DECIMAL_COMMA.fullmatch(text):
        return DataError(f"{where} is {shown(text)}: write it without commas, as 1.5 or 1000")
    return DataError(
        f"{where} is {shown(text)}: noron needs numbers here; drop the column or turn it into "
        "numbers"
    )
