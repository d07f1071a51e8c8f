"""What people do to runs that are there: tags, notes, hiding, deleting, and for good."""

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from noron.core.errors import SettingError, shown
from noron.experiments.store.connection import Connection
from noron.experiments.store.integrity import TEXT, check_kind
from noron.experiments.store.sessions import bury


class Cleared(NamedTuple):
    """What `collect_garbage` has taken away, and left because it was not as the run had left it."""

    runs: int
    files: list[str]
    left: list[str]


def tag(connection: Connection, runs: Sequence[int], name: str, *, remove: bool = False) -> None:
    """Put a tag on runs, or take it off. Raises SettingError."""
    if not name.strip() or len(name) > 100:
        raise SettingError(f"the tag is {shown(name)}: give a word of up to 100 characters")
    sql = "DELETE FROM tag WHERE run_id = ? AND name = ?"
    with connection.writing() as db:
        _check(connection, runs)
        db.executemany(
            sql if remove else "INSERT OR IGNORE INTO tag VALUES (?, ?)",
            [(run, name) for run in runs],
        )


def note(connection: Connection, run: int, text: str) -> None:
    """Note something of a run. Raises SettingError."""
    if not text.strip():
        raise SettingError("the note is empty: give some words")
    with connection.writing(durable=True) as db:
        _check(connection, [run])
        db.execute(
            "INSERT INTO note (run_id, written, text) VALUES (?, ?, ?)", (run, time.time(), text)
        )


def hide(connection: Connection, runs: Sequence[int], *, undo: bool = False) -> None:
    """Leave runs out of lists, or bring them back. Raises SettingError."""
    _set(connection, runs, "hidden", int(not undo))


def delete(connection: Connection, runs: Sequence[int], *, undo: bool = False) -> None:
    """Mark runs as deleted, which can be undone until `collect_garbage`.

    Raises SettingError, also for a run that is still running.
    """
    bury(connection)
    for run in runs:
        if connection.one("SELECT status FROM run WHERE id = ?", (run,)) == "running":
            raise SettingError(f"run {run} is still running: stop it first, with Ctrl-C")
    _set(connection, runs, "deleted", None if undo else time.time())


def collect_garbage(connection: Connection) -> Cleared:
    """Take away for good what is deleted: its rows, and the files that it left.

    A file goes only if it is still exactly what the run wrote, and no run that stays has it.
    """
    root = connection.path.resolve().parent
    with connection.writing(durable=True) as db:
        gone = [row[0] for row in db.execute("SELECT id FROM run WHERE deleted IS NOT NULL")]
        files = db.execute(
            "SELECT DISTINCT path, hash FROM artefact JOIN run ON run.id = run_id "
            "WHERE deleted IS NOT NULL AND NOT EXISTS (SELECT 1 FROM artefact AS other "
            "JOIN run AS owner ON owner.id = other.run_id "
            "WHERE other.path = artefact.path AND owner.deleted IS NULL)"
        ).fetchall()
        for column in zip(*files, strict=True):
            check_kind(connection.path, column, TEXT)
        db.executemany("DELETE FROM run WHERE id = ?", [(run,) for run in gone])
        for table in ("recipe", "machine"):
            db.execute(
                f"DELETE FROM {table} WHERE id NOT IN (SELECT {table}_id FROM run)"  # a fixed name
                + (" AND id NOT IN (SELECT recipe_id FROM experiment_run)" * (table == "recipe"))
            )
    taken: list[str] = []
    left: list[str] = []
    for place, known in files:
        path = root / place
        if not _is_within(path, root):
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() == known:
            path.unlink()
            taken.append(place)
            _remove_if_empty(path.parent, root)
        else:
            left.append(place)
    return Cleared(len(gone), taken, left)


def _is_within(path: Path, root: Path) -> bool:
    """Return whether it is a file below that folder, and not a link to one elsewhere."""
    try:
        inside = path.resolve().is_relative_to(root)
        return inside and path.is_file() and not path.is_symlink()
    except (OSError, ValueError, RuntimeError):  # a name too long, with a NUL; links in a ring
        return False


def _remove_if_empty(folder: Path, root: Path) -> None:
    if folder != root and not any(folder.iterdir()):
        folder.rmdir()


def _set(connection: Connection, runs: Sequence[int], column: str, value: float | None) -> None:
    with connection.writing(durable=True) as db:
        _check(connection, runs)
        db.executemany(f"UPDATE run SET {column} = ? WHERE id = ?", [(value, run) for run in runs])


def _check(connection: Connection, runs: Sequence[int]) -> None:
    for run in runs:
        if connection.one("SELECT 1 FROM run WHERE id = ?", (run,)) is None:
            raise SettingError(f"there is no run {run}: see noron runs list")
