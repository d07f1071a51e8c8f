"""Who writes, and whether they are still alive: a locked file, which the system frees at death."""

import os
import re
import socket
import sys
import time
import uuid
from pathlib import Path
from typing import Any, final

from filelock import FileLock, Timeout

from noron.experiments.store.connection import Connection
from noron.experiments.store.integrity import NUMBERED, TEXT, damaged

TOKEN = re.compile("[0-9a-f]{32}")
"""A session's token, as `Session` draws it."""


def folder_of(store: Path) -> Path:
    """Where the locked files of a store's writers lie."""
    return store.with_name(f"{store.name}-sessions")


@final
class Session:
    """This process, as one that writes; its file stays locked until `end`, or until it dies."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.token = uuid.uuid4().hex
        folder = folder_of(connection.path)
        folder.mkdir(parents=True, exist_ok=True)
        self.lock = FileLock(folder / self.token)
        self.lock.acquire(timeout=0)
        try:
            with connection.writing() as db:
                facts = (self.token, socket.gethostname(), os.getpid(), _command(), time.time())
                self.id = db.execute(
                    "INSERT INTO session (token, host, pid, command, started) "
                    "VALUES (?, ?, ?, ?, ?)",
                    facts,
                ).lastrowid
        except BaseException:
            self._free()
            raise

    def end(self) -> None:
        """Nothing more will be written; a run that is still running was interrupted."""
        try:
            with self.connection.writing() as db:
                now = time.time()
                db.execute(
                    "UPDATE run SET status = 'interrupted', reason = 'its end was not written', "
                    "ended = ? WHERE session_id = ? AND status = 'running'",
                    (now, self.id),
                )
                db.execute("UPDATE session SET ended = ? WHERE id = ?", (now, self.id))
        finally:
            self._free()

    def _free(self) -> None:
        self.lock.release()
        Path(self.lock.lock_file).unlink(missing_ok=True)


def dead(connection: Connection) -> dict[int, str]:
    """The runs that say that they are running though their process is not, and its token."""
    rows: list[Any] = connection.all(
        "SELECT run.id, session.token FROM run JOIN session ON session.id = run.session_id "
        "WHERE run.status = 'running'",
        kinds=[NUMBERED, TEXT],
    )
    if not all(TOKEN.fullmatch(token) for _, token in rows):  # it names a file that is removed
        raise damaged(connection.path, "the token of a session is not one")
    alive = {token: is_alive(connection.path, token) for token in {row[1] for row in rows}}
    return {run: token for run, token in rows if not alive[token]}


def bury(connection: Connection) -> None:
    """Write down which runs have died, and clear away the files of their processes."""
    result = dead(connection)
    if not result:
        return
    with connection.writing() as db:
        db.executemany(
            "UPDATE run SET status = 'died', reason = 'its process ended unexpectedly' "
            "WHERE id = ? AND status = 'running'",
            [(run,) for run in result],
        )
    for token in set(result.values()):
        (folder_of(connection.path) / token).unlink(missing_ok=True)


def is_alive(store: Path, token: str) -> bool:
    """Whether somebody holds the file of that name locked."""
    path = folder_of(store) / token
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # in a folder where nothing may be written it cannot be tried
        return True


def _command() -> str:
    return " ".join(sys.argv)[:1000]
