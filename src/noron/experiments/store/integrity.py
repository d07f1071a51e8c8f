"""Checks of a store's file, which may come from a stranger, before anything in it is used."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple

from noron.core.errors import StoreError, shown
from noron.experiments.store.schema import APPLICATION

LONGEST = 1_000_000
"""Bytes of one value; a recipe has no more."""

CHECKED_WHOLE = 16_000_000
"""Bytes up to which all pages are checked, in about 4 ms for each million; of larger stores all
tables but `value`, of which only the rows that are read are checked."""

Schema = dict[tuple[str, str], str]
"""The SQL that made each table, index and view, without quotes and spaces."""


class Kind(NamedTuple):
    """What the values of a column may be: their types and, of numbers, their range."""

    name: str
    types: tuple[type, ...]
    low: float | None = None
    high: float = 2.5e11

    def or_none(self) -> "Kind":
        """Return the kind that may be missing, too."""
        return self._replace(types=(*self.types, NoneType))


TEXT = Kind("a text", (str,))
NUMBER = Kind("a number", (float, NoneType))  # NULL is NaN
NUMBERED = Kind("a number of a row", (int,), 1, 2**63)
COUNT = Kind("a count", (int,), 0, 2**63)
TIME = Kind("a time", (float,), 0.0)  # in seconds since 1970, up to the year 9892


def check_kind(path: Path, column: Sequence[Any], kind: Kind) -> None:
    """Raise StoreError unless all values are of that kind: SQLite keeps any in any column."""
    fits = set(map(type, column)) <= set(kind.types)
    if fits and kind.low is not None:
        fits = all(kind.low <= value <= kind.high for value in column if value is not None)
    if not fits:
        raise damaged(path, f"it has something else where {kind.name} should be")


def guard(db: sqlite3.Connection) -> None:
    """Let nothing that the file says call a function or take more memory than its size."""
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")


def checked_version(db: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> int:
    """Return the version of a whole store of ours. Raises StoreError for any other file."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    schema = _schema(db)
    if application != APPLICATION and (application or schema):
        raise StoreError(f"{path} is a database, but not noron's: give another file with --store")
    if version > len(migrations):
        raise StoreError(
            f"{path} has version {version} and this noron knows {len(migrations)}: update noron, "
            "or give another file with --store"
        )
    known = _schema_of(tuple(migrations[: max(version, 0)]))
    surplus = [f"{kind} {shown(name)}" for kind, name in sorted(schema.keys() - known.keys())]
    if surplus and version > 0:
        raise StoreError(
            f"{path} has something that is not noron's, the {surplus[0]}: remove it, or give "
            "another file with --store"
        )
    if schema != known or version < 0:
        raise StoreError(
            f"{path} is incomplete: its tables do not fit its version {version}. Restore it from "
            "a copy, or give another file with --store"
        )
    _check_pages(db, path, [name for kind, name in known if kind == "table"])
    return int(version)


def _check_pages(db: sqlite3.Connection, path: Path, tables: Sequence[str]) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    (size,) = db.execute("PRAGMA page_size").fetchone()
    few = [name for name in tables if name != "value"] if pages * size > CHECKED_WHOLE else ["1"]
    for name in few:  # a table, or the most errors that are listed
        (answer,) = db.execute(f"PRAGMA quick_check({name})").fetchone()
        if answer != "ok":
            raise damaged(path, f"SQLite's check says {shown(answer, 100)}")


def damaged(path: Path, what: str) -> StoreError:
    """Return the error for content that noron never writes."""
    return StoreError(
        f"the store {path} is damaged, {what}: restore it from a copy, try sqlite3's .recover, or "
        "give another file with --store"
    )


@cache
def _schema_of(migrations: tuple[str, ...]) -> Schema:
    """Return what these migrations make."""
    with closing(sqlite3.connect(":memory:")) as db:
        for script in migrations:
            db.executescript(script)
        return _schema(db)


def _schema(db: sqlite3.Connection) -> Schema:
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {
        (kind, name): "".join(sql.replace('"', "").split())
        for kind, name, sql in rows
        if "".join(sql.split()) != "CREATETABLEsqlite_stat1(tbl,idx,stat)"  # made by ANALYZE
    }
