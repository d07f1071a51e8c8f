"""CSV and TSV, plain or compressed: a header line, then rows. Errors name the line and column.

This module decides which separator a file uses and what a cell means. DuckDB reads the cells if it
is installed: as numbers if a whole column holds plain numbers, else as text. Python's own reader
reads the files that DuckDB refuses, and finds the place of an error.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import DataError, shown
from noron.data.names import listed
from noron.data.readers import duck
from noron.data.readers.base import ROWS, FileReader
from noron.data.readers.base import opened as open_bytes
from noron.data.tables.chunks import joined
from noron.data.tables.columns import Numbers, Texts, texts, without_missing
from noron.data.tables.frame import Frame
from noron.data.tables.text import is_number, plain_numbers

_SEPARATORS = ",;\t|"
_LONGEST_HEADER = 1 << 22  # characters
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_MISSING = {"na", "n/a", "nan", "null", "none", "?", "-"}
_FOREIGN = {  # the first bytes of files that are often given by mistake
    b"PK\x03\x04": "a zip or Excel file: save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "an old Excel file: save the sheet as CSV",
    b"\xff\xfe": "UTF-16: save it as UTF-8",
    b"\xfe\xff": "UTF-16: save it as UTF-8",
    b"\x93NUMPY": "an array of NumPy: save it with numpy.savez(…, X=…, y=…) as .npz",
    b"PAR1": "a Parquet file: name it .parquet",
}


csv.field_size_limit(1 << 27)  # characters in a cell; an unclosed quote is still found


class CsvTable(NamedTuple):
    """The text of a file, its separator and its column names."""

    file: str
    text: str
    separator: str
    header: list[str]
    header_lines: int
    """The number of lines up to the end of the header, with blank lines above it."""

    lines: Iterable[str] | None = None
    """The file that the rows are read from, if not from `text`."""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield (line number, cells) of each row after the header; blank lines are skipped."""
        reader = _reader(self.lines or _lines(self.text), self.separator)
        try:
            next(row for row in reader if row)  # the header
            for row in reader:
                if row:
                    yield reader.line_num, row
        except csv.Error as error:
            raise DataError(
                f"{self.file}, line {reader.line_num}: {error}: look for an unclosed quote"
            ) from None


class Csv(FileReader, suffixes=(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz")):
    """Text files whose first line names the columns."""

    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table; DataError for a number that is not finite."""
        frame = self.cells(path, text)
        self._refuse_infinite(path, frame)
        return frame

    def cells(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table, infinite numbers included."""
        table = open_table(path)
        frame = duck.read_csv(path, table.separator, table.header, table.header_lines, text)
        if frame is None:  # this way, an error gets its line and column
            frame = _settled(joined(list(self._scanned(path, table, ROWS))), text)
        return frame

    def column_names(self, path: Path) -> list[str]:
        """Return the names in the header."""
        return open_table(path).header

    def pieces(self, path: Path, rows: int) -> Iterator[Frame]:
        """Yield the table in pieces, all of it as text; the encoding decides what it means."""
        return self._scanned(path, open_table(path), rows)

    def cell_error(self, path: Path, name: str, row: int, *, as_number: bool = True) -> DataError:
        """Return the error for a cell, in a row counted from 0, with its line in the file."""
        table = open_table(path)
        line, cells = next(islice(_rows_of(path, table), row, None))
        column = table.header.index(name)
        text = cells[column].strip()
        return _bad_cell(
            table, path, line, column, f"{float(text):g}" if as_number and is_number(text) else text
        )

    def _scanned(self, path: Path, table: "CsvTable", n: int) -> Iterator[Frame]:
        rows, width, empty = _rows_of(path, table), len(table.header), True
        while part := list(islice(rows, n)):
            empty = False
            for line, row in part:
                if len(row) != width:
                    raise DataError(
                        f"{table.file}, line {line}: {len(row)} cell(s) where the header has "
                        f"{width}: give every row as many as the header"
                    )
            cells = zip(*(row for _, row in part), strict=True)
            columns = {
                name: texts(column) for name, column in zip(table.header, cells, strict=True)
            }
            yield Frame(columns, len(part))
        if empty:
            raise DataError(f"{table.file} has a header and no rows: add rows below it")

    def _refuse_infinite(self, path: Path, frame: Frame) -> None:
        rows = {
            name: int(np.flatnonzero(np.isinf(column.values))[0])
            for name, column in frame.columns.items()
            if isinstance(column, Numbers) and np.isinf(column.values).any()
        }
        if rows:
            name = min(rows, key=lambda name: rows[name])
            raise self.cell_error(path, name, rows[name])


def open_table(path: Path) -> CsvTable:
    """Open a file and return its text and header; raise DataError if it is no table."""
    file = shown(path.name, 100)
    try:
        with open_bytes(path) as opened:
            piece = opened.read(_LONGEST_HEADER)
            rest = piece.endswith(b"\n") or opened.readline()
    except (OSError, EOFError) as error:
        raise DataError(f"{file} cannot be read: {_reason(error)}") from None
    return _table_of(file, _decode(file, piece + (b"" if rest is True else rest)))


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


def _rows_of(path: Path, start: CsvTable) -> Iterator[tuple[int, list[str]]]:
    try:
        with io.TextIOWrapper(open_bytes(path), encoding="utf-8-sig", newline="") as opened:
            for line, row in start._replace(lines=opened).rows():
                if "\0" in "".join(row):
                    where = f"{start.file}, line {line}"
                    raise DataError(
                        f"{where} holds a NUL byte: the file is damaged, or is not CSV text"
                    )
                yield line, row
    except UnicodeDecodeError:
        raise DataError(_not_text(path, start.file)) from None
    except (OSError, EOFError) as error:
        raise DataError(f"{start.file} cannot be read: {_reason(error)}") from None


def _not_text(path: Path, file: str) -> str:
    """Return the message that says where the bytes are not UTF-8."""
    with open_bytes(path) as opened:
        for number, line in enumerate(opened, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return f"{file}, line {number} is not UTF-8 text: save it as UTF-8 CSV"
    return f"{file} is not UTF-8 text: save it as UTF-8 CSV"


def _table_of(file: str, text: str) -> CsvTable:
    if not text.strip():
        raise DataError(f"{file} is empty: give a header line with the column names, then rows")
    separator = max(_SEPARATORS, key=lambda s: len(_first_row(text, s)))
    header = [name.strip() for name in _first_row(text, separator)]
    if not header:
        raise DataError(f"{file}: the header cannot be read: look for an unclosed quote in it")
    _check_header(file, header)
    reader = _reader(_lines(text), separator)
    next(row for row in reader if row)
    return CsvTable(file, text, separator, header, reader.line_num)


def _decode(file: str, content: bytes) -> str:
    for beginning, what in _FOREIGN.items():
        if content.startswith(beginning):
            raise DataError(f"{file} is {what}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{file}, line {line} is not UTF-8 text: save it as UTF-8 CSV") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        where = f"{file}, line {line}"
        raise DataError(f"{where} holds a NUL byte: the file is damaged, or is not CSV text")
    return text


def _lines(text: str) -> Iterable[str]:
    return io.StringIO(text, newline="")


def _reader(lines: Iterable[str], separator: str) -> Any:
    return csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)


def _first_row(text: str, separator: str) -> list[str]:
    """Return the header if the separator fits, else an empty list."""
    try:
        return next(row for row in _reader(_lines(text[:_LONGEST_HEADER]), separator) if row)
    except (csv.Error, StopIteration):
        return []


def _check_header(file: str, header: list[str]) -> None:
    first = {name: j for j, name in reversed(list(enumerate(header)))}
    if all(map(is_number, header)) and not (
        all(map(str.isdecimal, header)) and len(first) == len(header)
    ):
        raise DataError(
            f"{file} begins with numbers ({listed(header, 4)}): put a line of column names above"
        )
    for j, name in enumerate(header):
        if not name:
            raise DataError(
                f"{file}: column {j + 1} has no name: give it one in the header, or drop it "
                "(pandas: to_csv(index=False))"
            )
        if first[name] != j:
            raise DataError(
                f"{file}: columns {first[name] + 1} and {j + 1} are both called "
                f"{shown(name, 40)}: give each its own name"
            )


def _bad_cell(table: CsvTable, path: Path, line: int, column: int, text: str) -> DataError:
    """Return the error for a cell that is not a finite number, with the remedy that fits it."""
    name = shown(table.header[column], 40)
    where = f"{table.file}, line {line}, column {name}"
    if not text:
        if all(len(row) <= column or not row[column].strip() for _, row in _rows_of(path, table)):
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
