"""Reading with DuckDB: parsing, casting and counting in SQL. noron decides what a cell means."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from noron.core.errors import DataError, missing_extra, shown
from noron.data.readers.base import opened
from noron.data.tables.columns import Column, Dates, Numbers, in_order
from noron.data.tables.frame import Frame
from noron.data.tables.text import MISSING

BLOCK = 1 << 22


@cache
def library() -> Any:
    """Return the module duckdb, imported at the first use; None if it is not installed."""
    try:
        import duckdb
    except ImportError:
        return None
    return duckdb


def read_csv(
    path: Path, separator: str, header: Sequence[str], skip: int, text: Collection[str]
) -> Frame | None:
    """Return the table; None if DuckDB is missing or would not read it as Python's reader does."""
    if library() is None or len(header) < 2:
        return None
    names = [f"c{i}" for i in range(len(header))]
    settings = {
        "auto_detect": False, "header": False, "skip": skip, "delim": separator, "quote": '"',
        "escape": '"', "strict_mode": True, "null_padding": False, "nullstr": "",
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
    levels = _levels(connection, source, [name for name in names if name not in numeric])
    select = []
    for name in names:
        if name in numeric:
            select.append(f"coalesce(try_cast({name} AS DOUBLE), 'nan'::DOUBLE)")
        else:
            connection.execute(f"CREATE TYPE e{name} AS ENUM (SELECT unnest(?))", [levels[name]])
            select.append(f"coalesce(enum_code(nullif({name}, '')::e{name})::BIGINT, -1)")
    fetched = connection.execute(f"SELECT {', '.join(select)} FROM {source}").fetchnumpy()
    columns: dict[str, Column] = {}
    for name, column, values in zip(names, header, fetched.values(), strict=True):
        array = np.asarray(values)
        if name in numeric:
            columns[column] = Numbers(array)
        else:
            columns[column] = in_order(array, levels[name])
    n = len(next(iter(fetched.values())))
    if n == 0:
        raise library().Error("no rows")
    return Frame(columns, n)


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


def _of_type(connection: Any, source: str, name: str, kind: str, as_text: bool) -> Column:
    """Return a column of a Parquet file, read according to its type."""
    quoted = _quoted(name)
    number = kind.endswith("INT") or kind in ("INTEGER", "UINTEGER", "FLOAT", "DOUBLE")
    number = number or kind.startswith("DECIMAL")

    def fetched(expression: str) -> Any:
        values = connection.execute(f"SELECT {expression} AS c FROM {source}").fetchnumpy()["c"]
        return np.asarray(np.ma.filled(values) if np.ma.isMaskedArray(values) else values)

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
