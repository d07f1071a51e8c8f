"""How a text file writes a table: its encoding, separator and quotes, and where its header is.

The rows decide, not the header alone: the separator is the one that cuts the rows into as many
cells as there are column names.
"""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from noron.core.errors import DataError, SettingError, shown
from noron.data.names import listed
from noron.data.tables.text import is_number

SEPARATORS = ",;\t|"
LONGEST_HEADER = 1 << 22  # characters
SAMPLE = 100
"""The rows that are looked at to find the separator."""

MOST_TITLES = 10
"""The most lines of titles above a header."""

UTF_8 = "utf-8-sig"
AROUND = 1 << 14
"""The bytes around one that is not text, of which the encoding is guessed."""

LONGEST_CELL = 1 << 22  # characters; an unclosed quote is still noticed
csv.field_size_limit(LONGEST_CELL)

_FOREIGN = {  # the first bytes of files that are often given by mistake
    b"PK\x03\x04": "a zip or Excel file: save the sheet as CSV",
    b"\xd0\xcf\x11\xe0": "an old Excel file: save the sheet as CSV",
    b"\x93NUMPY": "an array of NumPy: save it with numpy.savez(…, X=…, y=…) as .npz",
    b"PAR1": "a Parquet file: name it .parquet",
    b"<!DOCTYPE": "a web page: save its table as CSV",
    b"<html": "a web page: save its table as CSV",
    b"<?xml": "XML: save its table as CSV",
    b"[{": "JSON: save its records as CSV (pandas: to_csv(index=False))",
    b'{"': "JSON: save its records as CSV (pandas: to_csv(index=False))",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR_LINE = re.compile(r'"?sep=[ ]*(\\t|[,;\t|])[ ]*"?[,;\t|]*', re.IGNORECASE)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED = re.compile("[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)


class Dialect(NamedTuple):
    """How a file writes its table.

    Attributes:
        separator: what stands between two cells.
        escape: the character before a quote within a cell, None if quotes are doubled.
        header: the column names.
        lines: the number of lines up to the end of the header, with all that stands above it.
        spare: the number of empty cells that may follow the last column in a row.
        notes: what was passed over, in words.
    """

    separator: str
    escape: str | None
    header: list[str]
    lines: int
    spare: int
    notes: tuple[str, ...] = ()

    def rows(self, file: str, lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
        """Yield (line number, cells) of each row below the header; empty ones are skipped.

        Raises DataError for quotes that do not fit.
        """
        reader = _reader(lines, self.separator, self.escape)
        width = len(self.header)
        empty: list[tuple[int, list[str]]] = []
        try:
            for row in reader:
                if not row or reader.line_num <= self.lines:
                    continue
                if width < len(row) <= width + self.spare and not any(row[width:]):
                    row = row[:width]
                if width > 1 and not any(map(str.strip, row)):  # separators alone, at the end
                    empty.append((reader.line_num, row))
                    continue
                yield from empty
                empty.clear()
                yield reader.line_num, row
        except csv.Error as error:
            long = "larger than field limit" in str(error)
            what = f"a cell of over {LONGEST_CELL:,} characters" if long else str(error)
            raise DataError(
                f"{file}, line {reader.line_num}: {what}: look for an unclosed quote"
            ) from None


def dialect_of(file: str, text: str) -> Dialect:
    """Return how a file writes its table, by its first lines. Raises DataError."""
    if not text.strip():
        raise DataError(f"{file} is empty: give a header line with the column names, then rows")
    first = next(line for line in text.splitlines() if line.strip())
    if len(first) > LONGEST_HEADER:
        raise DataError(
            f"{file}: the header is longer than {LONGEST_HEADER:,} characters, it has "
            f"{max(map(first.count, SEPARATORS)) + 1:,} column names or more: give the columns "
            "shorter names, or save the numbers as .npz or .parquet"
        )
    given = _SEPARATOR_LINE.fullmatch(first)
    escapes = (None, "\\") if '\\"' in text else (None,)
    tried = [_tried(text, s, escape, given is not None) for escape in escapes for s in SEPARATORS]
    named = given and given[1].replace("\\t", "\t")
    fitting = [one for one in tried if one.separator == named and len(one.header) > 1]
    best = max(fitting or tried, key=lambda one: one.score)
    if not best.header:
        raise DataError(f"{file}: the header cannot be read: look for an unclosed quote in it")
    _check_header(file, best.header)
    notes = []
    if best.titles:
        notes.append(f"{file}: {best.titles} line(s) above the column names are passed over")
    return Dialect(best.separator, best.escape, best.header, best.lines, best.spare, tuple(notes))


class _Tried(NamedTuple):
    score: tuple[float, ...]
    separator: str
    escape: str | None
    header: list[str]
    lines: int
    titles: int
    spare: int


def _tried(text: str, separator: str, escape: str | None, skip: bool) -> _Tried:
    """Return the header and the fit of the first rows for one separator."""
    rows, broken = _first_rows(text, separator, escape)
    rows = rows[1:] if skip else rows
    if not rows:
        return _Tried((-1,), separator, escape, [], 0, 0, 0)
    titled = _titles([row for _, row in rows])
    tried = [_below(rows, titles) for titles in dict.fromkeys((titled, 0))]
    names, lines, titles, spare, share = next((t for t in tried if t[-1] == 1), tried[-1])
    several = len(names) > 1
    fits = several and share == 1
    score = (fits, not broken, several, share, fits and not titles, len(names), escape is None)
    return _Tried(score, separator, escape, names, lines, titles, spare)


def _below(
    rows: list[tuple[int, list[str]]], titles: int
) -> tuple[list[str], int, int, int, float]:
    """Return names, lines, titles, spare cells, and the share of rows that fit this header."""
    line, first = rows[titles]
    names = [name.strip() for name in first]
    while len(names) > 1 and not names[-1]:
        names.pop()
    body = [row for _, row in rows[titles + 1 :]]
    spare = max(len(first) - len(names), _spare(body, len(names)))
    fitting = [row for row in body if len(names) <= len(row) <= len(names) + spare]
    if any(cell.strip() for row in fitting for cell in row[len(names) :]):
        names, spare = [name.strip() for name in first], 0  # a column without a name
    return names, line, titles, spare, len(fitting) / len(body) if body else 1.0


def _spare(body: list[list[str]], width: int) -> int:
    """Return how many empty cells all rows have behind the last column; one row tells nothing."""
    extra = min((len(row) for row in body), default=0) - width
    empty = extra > 0 and not any(cell.strip() for row in body for cell in row[width:])
    return extra if empty and len(body) > 1 else 0


def _titles(rows: list[list[str]]) -> int:
    """Return the number of rows above the header: shorter than the table, or almost empty."""
    width = max(len(row) for row in rows)
    for number, row in enumerate(rows[: MOST_TITLES + 1]):
        cells = [cell.strip() for cell in row]
        following = rows[number + 1] if number + 1 < len(rows) else []
        below = len(following)
        if cells[0].startswith("#") and all(following) and not any(map(is_number, following)):
            continue  # a comment above the names
        is_table = 1 < len(row) == below and all(cells)
        if is_table or not (len(row) < width or sum(map(bool, cells)) <= width // 3):
            is_header = below and all(cells) and not any(map(is_number, cells))
            return number if number and is_header else 0
    return 0


def _first_rows(
    text: str, separator: str, escape: str | None
) -> tuple[list[tuple[int, list[str]]], bool]:
    """Return (line number, cells) of the first rows, and whether reading them failed."""
    reader = _reader(io.StringIO(text, newline=""), separator, escape)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in islice((row for row in reader if row), SAMPLE):
            rows.append((reader.line_num, row))
    except csv.Error:
        return rows, True
    return rows, False


def _reader(lines: Iterable[str], separator: str, escape: str | None) -> Any:
    return csv.reader(
        lines, delimiter=separator, escapechar=escape, strict=True, skipinitialspace=True
    )


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


# ---- encodings


def check_encoding(name: str) -> str:
    """Return the name of a text encoding that Python knows. Raises SettingError."""
    try:
        known = codecs.lookup(name)
        known.decode(b"")
    except (LookupError, TypeError, ValueError):
        raise SettingError(
            f"encoding is {shown(name)}: give one that Python knows, such as cp1258, cp1252, "
            "utf-16 or utf-8"
        ) from None
    return UTF_8 if known.name == "utf-8" else known.name


def decoded(file: str, content: bytes, encoding: str) -> str:
    """Return the bytes as text. Raises DataError that names the line."""
    for beginning, what in _FOREIGN.items():
        if content.startswith(beginning):
            raise DataError(f"{file} is {what}")
    if encoding == UTF_8 and content.startswith(_UTF_16):
        raise DataError(f"{file} is UTF-16: save it as UTF-8, or give the encoding utf-16")
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        start = max(error.start - AROUND, 0)
        around = content[start : error.start + AROUND]
        here = content.split(b"\n", line)[line - 1]
        raise DataError(not_text(file, line, here, around, encoding)) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        where = f"{file}, line {line}"
        raise DataError(f"{where} holds a NUL byte: the file is damaged, or is not CSV text")
    return text


def not_text(file: str, line: int, content: bytes, around: bytes, encoding: str) -> str:
    """Return the message for a line that the encoding cannot read, with an encoding that can.

    `around` is a longer piece of the file.
    """
    if encoding != UTF_8:
        return f"{file}, line {line} is not text in {encoding}: give another encoding"
    if any(byte < 32 and byte not in b"\t\r\n" for byte in around):
        return f"{file}, line {line} is not UTF-8 text: save it as UTF-8 CSV"
    other = _code_page(around)
    read = unicodedata.normalize("NFC", content.decode(other, errors="replace").strip())
    return (
        f"{file}, line {line} is not UTF-8 text: save it as UTF-8 CSV, or give the encoding, "
        f"perhaps {other}, in which it reads {shown(read, 60)}"
    )


def _code_page(content: bytes) -> str:
    """Return the code page of Windows that fits: the Vietnamese one has tones behind vowels."""
    text = content.decode("cp1258", errors="replace")
    tones = len(_TONE.findall(text))
    return "cp1258" if tones and tones == len(_TONED.findall(text)) else "cp1252"
