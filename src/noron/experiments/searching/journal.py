"""The journal of a search: a file beside the store, a line for each step, one process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, final

import optuna
from filelock import FileLock, Timeout
from optuna.storages.journal import JournalFileBackend

from noron.core.errors import SettingError, StoreError


def storage_in(journal: Path) -> Any:
    """The journal as Optuna's storage, less a last line that a killed process left half written."""
    try:
        if journal.exists():
            content = journal.read_bytes()
            if not content.endswith(b"\n"):
                os.truncate(journal, content.rfind(b"\n") + 1)
        return optuna.storages.JournalStorage(JournalFileBackend(str(journal), Ours()))
    except (OSError, ValueError) as error:
        message = getattr(error, "strerror", None) or error
        raise StoreError(
            f"the search's journal {journal} cannot be read or written ({message}): restore it "
            "from a copy, or move it away to start again"
        ) from None


@final
class Ours:
    """A lock for Optuna that is none: `locked` keeps others out, and is free when we have died."""

    def acquire(self) -> bool:
        """It is ours already."""
        return True

    def release(self) -> None:
        """It stays ours."""


def locked(journal: Path) -> FileLock:
    """Its lock, held from now on. Raises SettingError where another process holds it."""
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(journal.with_suffix(".lock"), timeout=0)
        lock.acquire()
    except Timeout:
        raise SettingError(
            "another process is running this search: wait until it ends, or change the seed"
        ) from None
    except OSError as error:
        raise StoreError(
            f"the folder {journal.parent} cannot be written ({error.strerror}): give another "
            "with --store"
        ) from None
    return lock


@contextmanager
def quiet() -> Iterator[None]:
    """Optuna without its lines about each study, and each setting that depends on others."""
    level = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    try:
        yield
    finally:
        optuna.logging.set_verbosity(level)
