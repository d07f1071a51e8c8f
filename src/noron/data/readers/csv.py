"""CSV: a header line, then rows of numbers and one target; every error says line and column."""

import csv
import io
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.dataset import Dataset
from noron.data.names import listed, missing_columns

_SEPARATORS = ",;\t|"
_LONGEST_HEADER = 1 << 22  # characters
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_MISSING = {"na", "n/a", "nan", "null", "none", "?", "-"}
_FOREIGN = {  # how files begin that people give by mistake
    b"PK\x03\x04": "a zip or Excel file: save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "an old Excel file: save the sheet as CSV",
    b"\x1f\x8b": "compressed: unpack it first (gunzip)",
    b"\xff\xfe": "UTF-16: save it as UTF-8",
    b"\xfe\xff": "UTF-16: save it as UTF-8",
    b"\x93NUMPY": "an array of NumPy: save it with numpy.savez(…, X=…, y=…) as .npz",
    b"PAR1": "a Parquet file: save the table as CSV",
}


class CsvTable(NamedTuple):
    """The text of a file, how it is separated, and its column names."""

    file: str
    text: str
    separator: str
    header: list[str]
    lines: Iterable[str] | None = None
    """Where the rows come from, if not from the text."""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(line number, cells) of each row after the header; blank lines are passed over."""
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


def read_csv(path: Path, target: str | None, columns: Sequence[str] | None = None) -> Dataset:
    """The table in a CSV file; `noron.data.read_table` says how."""
    table = open_table(path)
    inputs = _input_columns(table, target, columns)
    y_column = table.header.index(target) if target is not None else None
    x, labels, lines = _read_rows(table, inputs, y_column)
    bad = np.argwhere(~np.isfinite(x))
    if bad.size:
        i, j = bad[0]
        raise _bad_cell(table, lines[i], inputs[j], f"{x[i, j]:g}")
    y = None if y_column is None else _target(table, y_column, labels, lines)
    names = tuple(table.header[j] for j in inputs)
    return Dataset(x, y, names, target if target is not None else "y", path.name)


def open_table(path: Path) -> CsvTable:
    """The text and the header of a file that is a table; DataError for one that is not."""
    file = shown(path.name, 100)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"{file} cannot be read: {error.strerror or error}") from None
    return _table_of(file, _decode(file, content))


def stream_table(path: Path) -> tuple[CsvTable, Iterator[tuple[int, list[str]]]]:
    """The table's beginning, and (line number, cells) of all rows, read as they are asked for."""
    file = shown(path.name, 100)
    try:
        with path.open("rb") as opened:
            piece = opened.read(_LONGEST_HEADER)
            rest = piece.endswith(b"\n") or opened.readline()
    except OSError as error:
        raise DataError(f"{file} cannot be read: {error.strerror or error}") from None
    start = _table_of(file, _decode(file, piece + (b"" if rest is True else rest)))
    return start, _rows_of(path, start)


def _rows_of(path: Path, start: CsvTable) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            yield from start._replace(lines=opened).rows()
    except UnicodeDecodeError:
        raise DataError(f"{start.file} is not UTF-8 text: save it as UTF-8 CSV") from None


def _table_of(file: str, text: str) -> CsvTable:
    if not text.strip():
        raise DataError(f"{file} is empty: a header line with the column names comes first")
    separator = max(_SEPARATORS, key=lambda s: len(_first_row(text, s)))
    header = [name.strip() for name in _first_row(text, separator)]
    if not header:
        raise DataError(f"{file}: the header cannot be read: look for an unclosed quote in it")
    _check_header(file, header)
    return CsvTable(file, text, separator, header)


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
        raise DataError(f"{file}, line {line} holds a NUL byte: this is no CSV text, or damaged")
    return text


def _lines(text: str) -> Iterable[str]:
    return io.StringIO(text, newline="")


def _reader(lines: Iterable[str], separator: str) -> Any:
    return csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)


def _first_row(text: str, separator: str) -> list[str]:
    """The header, if the separator fits; else nothing."""
    try:
        return next(row for row in _reader(_lines(text[:_LONGEST_HEADER]), separator) if row)
    except (csv.Error, StopIteration):
        return []


def _check_header(file: str, header: list[str]) -> None:
    first = {name: j for j, name in reversed(list(enumerate(header)))}
    if all(map(_is_number, header)) and not (
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


def _input_columns(table: CsvTable, target: str | None, columns: Sequence[str] | None) -> list[int]:
    """The places of the inputs in a row."""
    header = table.header
    wanted = [name for name in header if name != target] if columns is None else columns
    missing = [name for name in (target, *wanted) if name is not None and name not in header]
    if missing:
        raise missing_columns(table.file, missing, header)
    if not wanted:
        raise DataError(
            f"{table.file} has no columns to learn from, only the target {shown(target)}: add some"
        )
    place = {name: j for j, name in enumerate(header)}
    return [place[name] for name in wanted]


def _read_rows(
    table: CsvTable, inputs: list[int], y_column: int | None
) -> tuple[Array, list[str], list[int]]:
    """x (n, inputs) in float64, the target's cells as text, and the line of each row."""
    number: Callable[[str], float] = _number if "_" in table.text else float
    values, lines, labels = array("d"), list[int](), list[str]()
    width = len(table.header)
    for line, row in table.rows():
        if len(row) != width:
            raise DataError(
                f"{table.file}, line {line}: {len(row)} cell(s) where the header has {width}: give "
                "every row as many as the header"
            )
        try:
            values.extend([number(row[j]) for j in inputs])
        except ValueError:
            j = next(j for j in inputs if not _is_number(row[j]))
            raise _bad_cell(table, line, j, row[j].strip()) from None
        lines.append(line)
        if y_column is not None:
            labels.append(row[y_column].strip())
    if not lines:
        raise DataError(f"{table.file} has a header and no rows: add rows below it")
    return np.frombuffer(values, dtype=np.float64).reshape(-1, len(inputs)), labels, lines


def _target(table: CsvTable, column: int, labels: list[str], lines: list[int]) -> Array:
    """int64 if all labels are whole numbers, float64 if all are numbers, else the strings."""
    if "" in labels:
        raise _bad_cell(table, lines[labels.index("")], column, "")
    if all(map(_WHOLE.fullmatch, labels)):
        return np.array([int(label) for label in labels], dtype=np.int64)
    if not all(map(_is_number, labels)):
        return np.array(labels)
    y = np.array([float(label) for label in labels])
    bad = np.flatnonzero(~np.isfinite(y))
    if bad.size:
        raise _bad_cell(table, lines[bad[0]], column, labels[bad[0]])
    return y


def _number(text: str) -> float:
    """`float(text)`, without Python's own `1_000`."""
    if "_" in text:
        raise ValueError(text)
    return float(text)


def _is_number(text: str) -> bool:
    try:
        _number(text)
    except ValueError:
        return False
    return True


def _bad_cell(table: CsvTable, line: int, column: int, text: str) -> DataError:
    """The error for a cell that is no finite number, with the way out that fits it."""
    name = shown(table.header[column], 40)
    where = f"{table.file}, line {line}, column {name}"
    if not text:
        if all(len(row) <= column or not row[column].strip() for _, row in table.rows()):
            return DataError(f"{table.file}: column {name} is empty in every row: drop it")
        return DataError(f"{where} is empty: fill it in or drop the row")
    if text.lower() in _MISSING or _is_number(text):
        return DataError(f"{where} is {text[:20]}: fill it in with a finite number or drop the row")
    if _DECIMAL_COMMA.fullmatch(text):
        return DataError(f"{where} is {shown(text)}: write it without commas, as 1.5 or 1000")
    return DataError(
        f"{where} is {shown(text)}: noron needs numbers here; drop the column or turn it into "
        "numbers"
    )
