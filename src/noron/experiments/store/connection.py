"""A connection to a store's file: opened with care, brought up to date, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from noron.core.errors import StoreError
from noron.experiments.store.integrity import Kind, check_kind, checked_version, guard
from noron.experiments.store.schema import APPLICATION, MIGRATIONS, VERSION

PATIENCE = 20.0
"""Seconds that a process waits for another one to end its writing."""


class Connection:
    """SQLite in write-ahead mode: many read while one writes, and what is committed stays.

    Threads of a process take turns. Raises StoreError, which says what to do, for a file that
    is not a store, is damaged, locked, read-only or of a newer noron.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path, self.write = path, write
        self.turn = threading.RLock()
        if path.is_dir():
            raise StoreError(f"the store {path} is a folder: give another name, that of a file")
        with in_words(self.path):
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
            self.db = self._open()
            try:
                version = self._checked()
                if write:
                    self.db.execute("PRAGMA journal_mode = WAL")
                if write and version < VERSION:
                    migrate(self)
                self.db.execute("PRAGMA foreign_keys = ON")
            except BaseException:
                self.db.close()
                raise

    def close(self) -> None:
        """No more of it."""
        with self.turn:
            self.db.close()

    def all(
        self, sql: str, values: Sequence[Any] = (), kinds: Sequence[Kind] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows of a question; StoreError for a value that is not of its column's kind."""
        with self.turn, in_words(self.path):
            rows = self.db.execute(sql, values).fetchall()
        for kind, column in zip(kinds, zip(*rows, strict=True), strict=False):
            check_kind(self.path, column, kind)
        return rows

    def one(self, sql: str, values: Sequence[Any] = (), *kinds: Kind) -> Any:
        """The first value of the first row, or None."""
        result = self.all(sql, values, kinds)
        return result[0][0] if result else None

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is written when the block ends, or nothing.

        What was written survives the death of the process; with `durable` that of the machine too.
        Within another block it is a part of that one's.
        """
        with self.turn, in_words(self.path):
            if self.db.in_transaction:
                yield self.db
                return
            self.db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        place = quote(str(self.path.resolve()))
        if self.write:
            return self._connected(f"file:{place}?mode=rwc")
        if not self.path.exists():
            raise no_store(self.path)
        db = self._connected(f"file:{place}?mode=ro")
        try:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            db.close()
            # Where no log may be made in the folder, SQLite 3.40 says CANTOPEN, 3.46 READONLY.
            no_log = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
            log = self.path.with_name(f"{self.path.name}-wal")
            if error.sqlite_errorcode & 0xFF not in no_log or (log.exists() and log.stat().st_size):
                raise
            return self._connected(f"file:{place}?mode=ro&immutable=1")
        return db

    @staticmethod
    def _connected(address: str) -> sqlite3.Connection:
        db = sqlite3.connect(
            address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        guard(db)
        return db

    def _checked(self) -> int:
        """Its version, if it is ours, whole, and not from the future; StoreError if not."""
        self.db.execute("BEGIN")  # all of one moment: another process may be making it
        version = checked_version(self.db, self.path, MIGRATIONS)
        self.db.execute("COMMIT")
        if not self.write and version < VERSION:
            raise StoreError(
                f"{self.path} has the older version {version}, or is empty: the next run that is "
                "stored there updates it"
            )
        return version


def no_store(path: Path) -> StoreError:
    """The error for a file that is not there."""
    return StoreError(
        f"there is no store at {path}: noron train makes one; or give another file with --store"
    )


def migrate(connection: Connection) -> None:
    """Bring the tables up to date: each step as one transaction, so that none is ever half done.

    Before foreign keys are enforced: else a table made anew would take along what hangs on it.
    """
    while True:
        with connection.writing(durable=True) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]  # another may have been first
            if version >= len(MIGRATIONS):
                return
            for statement in statements(MIGRATIONS[version]):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {version + 1}")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit in between."""
    held = ""
    for piece in script.split(";")[:-1]:
        held += piece + ";"
        if sqlite3.complete_statement(held):  # no, where the ; is within a text
            yield held
            held = ""


HELP = {
    sqlite3.SQLITE_BUSY: "another process is writing to it: try again when it is done",
    sqlite3.SQLITE_LOCKED: "another process has locked it: try again when it is done",
    sqlite3.SQLITE_READONLY: "it can be read, but not written: give another file with --store",
    sqlite3.SQLITE_FULL: "the disk is full: make room; what was written before is kept",
    sqlite3.SQLITE_IOERR: "the disk fails to read or write: check whether it is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: give another file with --store",
    sqlite3.SQLITE_CORRUPT: "it is damaged: restore it from a copy, try sqlite3's .recover, or "
    "give another file with --store",
    sqlite3.SQLITE_NOTADB: "it is not a database: give another file with --store",
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """SQLite's errors as a StoreError that helps; faults of ours stay what they are."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        message = HELP.get(code, f"SQLite says {error}")
        raise StoreError(f"the store {path}: {message}") from None
    except UnicodeDecodeError:  # in what SQLite says of it
        raise StoreError(f"the store {path}: {HELP[sqlite3.SQLITE_CORRUPT]}") from None
    except OSError as error:
        message = error.strerror or str(error)
        raise StoreError(f"the store {path}: {message}; give another file with --store") from None
