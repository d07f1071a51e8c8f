"""Reading with DuckDB: parsing, casting and counting in SQL. noron decides what a cell means."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.core.types import Array
from noron.data.readers.base import check_size, opened
from noron.data.readers.dialect import Dialect
from noron.data.tables.columns import Column, Dates, Numbers, Texts, in_order
from noron.data.tables.frame import Frame
from noron.data.tables.text import LARGEST_EXACT, MISSING

BLOCK = 1 << 22
ROWS = 1000
"""The rows whose numbers are looked at first."""

_GROUPED = (
    "contains({c}, '.') AND length(ltrim({c}, '+-')) <= 7 AND substr({c}, length({c}) - 3, 1) = '.'"
    " AND NOT starts_with(ltrim({c}, '+-'), '0') AND NOT starts_with(ltrim({c}, '+-'), '.')"
)
_ONE_READING = (
    "(count(*) FILTER (contains({c}, '.')) = 0"
    f" OR bool_or(contains({{c}}, '.') AND NOT ({_GROUPED})))"
    " AND NOT bool_or(length({c}) > 15 AND NOT contains({c}, '.') AND NOT contains(lower({c}), 'e')"
    f" AND abs(try_cast({{c}} AS DOUBLE)) >= {LARGEST_EXACT})"
)
"""Whether a column of numbers can be read in one way, as `plain_numbers` decides it: not all of
its points stand before three digits, and float64 holds its whole numbers."""


@cache
def library() -> Any:
    """Return the module duckdb, imported at the first use; None if it is not installed."""
    try:
        import duckdb
    except ImportError:
        return None
    return duckdb


def read_csv(path: Path, dialect: Dialect, text: Collection[str]) -> Frame | None:
    """Return the table; None if DuckDB is missing or would not read it as Python's reader does."""
    header, separator = dialect.header, dialect.separator
    if library() is None or len(header) < 2 or dialect.escape or dialect.spare:
        return None
    names = [f"c{i}" for i in range(len(header))]
    settings = {
        "auto_detect": False, "header": False, "skip": dialect.lines, "delim": separator,
        "quote": '"', "escape": '"', "strict_mode": True, "null_padding": False, "nullstr": "",
    }  # fmt: skip
    given = ", ".join(f"{name} = {_literal(value)}" for name, value in settings.items())
    columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}"
    source = f"read_csv({_literal(str(path))}, {given}, columns = {columns})"
    try:
        if not _is_usual(path, separator):
            return None
        with _connected() as connection:
            return _typed(connection, source, names, header, text)
    except (library().Error, OSError, EOFError):
        return None


def parquet_pieces(path: Path, rows: int, text: Collection[str]) -> Iterator[Frame]:
    """Yield the rows of a Parquet file, `rows` at a time. Raises DataError, MissingExtraError."""
    if library() is None:
        raise missing_extra("tables", "DuckDB", "reading Parquet files")
    source = f"read_parquet({_literal(str(path))}, file_row_number = true)"
    try:
        with _connected() as connection:
            n = int(connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0])
            described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
            kinds = {name: str(kind) for name, kind, *_ in described if name != "file_row_number"}
            check_size(shown(path.name), path.stat().st_size, min(n, rows) * len(kinds) * 8)
            for start in range(0, n, rows):
                stop = min(start + rows, n)
                part = f"{source} WHERE file_row_number >= {start} AND file_row_number < {stop}"
                columns = {
                    name: _of_type(connection, part, name, kind, name in text)
                    for name, kind in kinds.items()
                }
                yield Frame(columns, stop - start)
    except library().Error as error:
        message = shown(" ".join(str(error).split()), 80)
        raise DataError(f"{shown(path.name)} cannot be read as Parquet ({message})") from None
    if not n:
        raise DataError(f"{shown(path.name)} has 0 rows: give at least one")


def write_parquet(columns: Mapping[str, Sequence[Any]]) -> bytes:
    """Return columns of numbers, booleans or texts as Parquet; None stands for a missing value."""
    if library() is None:
        raise missing_extra("tables", "DuckDB", "a .parquet file")
    typed = ", ".join(f"{_quoted(name)} {_type_of(values)}" for name, values in columns.items())
    lines = list(zip(*columns.values(), strict=True))
    with TemporaryDirectory() as folder, _connected() as connection:
        connection.execute(f"CREATE TABLE t ({typed})")
        marks = ", ".join("?" * len(columns))
        if lines:
            connection.executemany(f"INSERT INTO t VALUES ({marks})", lines)
        path = Path(folder) / "t.parquet"
        connection.execute(f"COPY t TO {_literal(str(path))} (FORMAT parquet)")
        return path.read_bytes()


def _type_of(values: Sequence[Any]) -> str:
    kinds = {type(value) for value in values if value is not None}
    known = {frozenset({bool}): "BOOLEAN", frozenset({int}): "BIGINT", frozenset({float}): "DOUBLE"}
    return known.get(frozenset(kinds), "VARCHAR")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _connected() -> Any:
    return library().connect(config={"enable_external_access": True})


def _literal(value: object) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value).lower()


def _is_usual(path: Path, separator: str) -> bool:
    """Return whether DuckDB would read the file just as Python's reader does.

    DuckDB ignores a separator at the end of a line, which may be one cell too many.
    """
    mark = separator.encode()
    strange = (b"\0", mark + b' "', b"\r\r", mark + b"\n", mark + b"\r")
    last = b"\n"
    with opened(path) as file:
        while block := file.read(BLOCK):
            if any(one in block for one in strange) or last + block[:2] in strange:
                return False
            if last + block[:1] in strange:
                return False
            last = block[-1:]
    return last != mark


def _typed(
    connection: Any, source: str, names: list[str], header: Sequence[str], text: Collection[str]
) -> Frame:
    """Return a column as numbers if all its cells are plain numbers, else as text."""
    free = [name for name, column in zip(names, header, strict=True) if column not in text]
    numeric = _numeric(connection, source, free)
    fetched = _fetched(connection, source, names, numeric)
    doubtful = [name for name in names if name in numeric and _is_doubtful(fetched[name])]
    more = set(doubtful) - _where(connection, source, _ONE_READING, doubtful)
    if more:
        fetched |= _fetched(connection, source, sorted(more), set())
    columns = {column: fetched[name] for name, column in zip(names, header, strict=True)}
    first = next(iter(columns.values()))
    n = len(first.codes if isinstance(first, Texts) else first.values)
    if n == 0:
        raise library().Error("no rows")
    return Frame(columns, n)


def _fetched(
    connection: Any, source: str, names: Sequence[str], numeric: Collection[str]
) -> dict[str, Column]:
    """Return the columns: these as numbers, the others as text."""
    levels = _levels(connection, source, [name for name in names if name not in numeric])
    select = []
    for name in names:
        if name in numeric:
            select.append(f"coalesce(try_cast({name} AS DOUBLE), 'nan'::DOUBLE)")
        else:
            connection.execute(f"CREATE TYPE e{name} AS ENUM (SELECT unnest(?))", [levels[name]])
            select.append(f"coalesce(enum_code(nullif({name}, '')::e{name})::BIGINT, -1)")
    arrays = connection.execute(f"SELECT {', '.join(select)} FROM {source}").fetchnumpy().values()
    return {
        name: Numbers(np.asarray(array)) if name in numeric else in_order(array, levels[name])
        for name, array in zip(names, arrays, strict=True)
    }


def _is_doubtful(column: Column) -> bool:
    """Return whether the numbers may be thousands such as 1.200, or too long for float64."""
    assert isinstance(column, Numbers)
    x = np.abs(column.values[np.isfinite(column.values)])
    return bool((x >= LARGEST_EXACT).any()) or (_may_be_grouped(x[:ROWS]) and _may_be_grouped(x))


def _may_be_grouped(x: Array) -> bool:
    """Return whether all numbers are below 1000 and have at most three decimals."""
    return bool(((x < 1000) & (np.abs(1000 * x - np.round(1000 * x)) < 1e-6)).all())


def _numeric(connection: Any, source: str, names: Sequence[str]) -> set[str]:
    """Return the columns in which every cell is a plain number or stands for a missing value.

    A quick query settles columns of plain numbers and empty cells; a slower one the others.
    """
    quick = (
        "count({c}) > 0 AND count({c}) = count(try_cast({c} AS DOUBLE))"
        " AND NOT bool_or(contains({c}, '_') OR starts_with({c}, '0') AND {c} > '00' OR {c} > 'I')"
    )
    sure = _where(connection, source, quick, names)
    missing = ", ".join(_literal(word) for word in sorted(MISSING))
    number = "try_cast({c} AS DOUBLE) IS NOT NULL AND NOT contains({c}, '_')"
    nothing = "lower(trim({c})) IN (" + missing + ")"
    thorough = (
        f"bool_and({{c}} IS NULL OR ({number}) OR {nothing})"
        f" AND count(*) FILTER ({number} AND NOT {nothing}) > 0"
        " AND NOT bool_or(regexp_full_match(trim({c}), '0[0-9]+'))"
    )
    left = [name for name in names if name not in sure]
    return sure | _where(connection, source, thorough, left)


def _where(connection: Any, source: str, condition: str, names: Sequence[str]) -> set[str]:
    """Return the columns for which an SQL aggregate is true."""
    if not names:
        return set()
    parts = ", ".join(condition.format(c=name) for name in names)
    row = connection.execute(f"SELECT {parts} FROM {source}").fetchone()
    return {name for name, holds in zip(names, row, strict=True) if holds}


def _levels(connection: Any, source: str, names: Sequence[str]) -> Mapping[str, list[str]]:
    """Return the different texts of each column."""
    if not names:
        return {}
    lists = ", ".join(f"list(DISTINCT nullif({name}, ''))" for name in names)
    row = connection.execute(f"SELECT {lists} FROM {source}").fetchone()
    kept = ([text for text in texts or [] if text is not None] for texts in row)
    return dict(zip(names, kept, strict=True))


def _is_long(connection: Any, source: str, quoted: str, kind: str) -> bool:
    """Return whether a column holds whole numbers that lose digits as float64."""
    if not kind.endswith(("BIGINT", "HUGEINT")):
        return False
    query = f"SELECT max(abs({quoted}::HUGEINT)) >= {LARGEST_EXACT} FROM {source}"
    return bool(connection.execute(query).fetchone()[0])


def _of_type(connection: Any, source: str, name: str, kind: str, as_text: bool) -> Column:
    """Return a column of a Parquet file, read according to its type."""
    quoted = _quoted(name)
    number = kind.endswith("INT") or kind in ("INTEGER", "UINTEGER", "FLOAT", "DOUBLE")
    number = number or kind.startswith("DECIMAL")

    def fetched(expression: str) -> Any:
        values = connection.execute(f"SELECT {expression} AS c FROM {source}").fetchnumpy()["c"]
        return np.asarray(np.ma.filled(values) if np.ma.isMaskedArray(values) else values)

    if number and _is_long(connection, source, quoted, kind):
        as_text = True
    if not as_text and (number or kind == "BOOLEAN"):
        values = fetched(f"coalesce({quoted}::DOUBLE, 'nan'::DOUBLE)")
        return Numbers(values, boolean=kind == "BOOLEAN")
    if not as_text and (kind.startswith("TIMESTAMP") or kind == "DATE"):
        naive = f"({quoted} AT TIME ZONE 'UTC')" if "ZONE" in kind else quoted
        micros = fetched(f"coalesce(epoch_us({naive}::TIMESTAMP), {np.iinfo(np.int64).min})")
        return Dates(micros.astype(np.int64).view("datetime64[us]"))
    connection.execute("DROP TYPE IF EXISTS e")
    row = connection.execute(f"SELECT list(DISTINCT {quoted}::VARCHAR) FROM {source}").fetchone()
    levels = [text for text in row[0] or [] if text is not None]
    connection.execute("CREATE TYPE e AS ENUM (SELECT unnest(?))", [levels])
    codes = fetched(f"coalesce(enum_code(({quoted}::VARCHAR)::e)::BIGINT, -1)")
    return in_order(codes, levels)
