"""Safe writing of files: write a temporary file, flush it to disk, then rename it."""

import errno
import json
import math
import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from noron.core.errors import DataError, shown

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

BESIDE = ".noron-part"
"""The end of a temporary file's name."""

OURS = re.compile(r"\..*\.[0-9a-f]{16}" + re.escape(BESIDE))

LONGEST_PREFIX = 40
"""So many characters of the file's name are in the temporary file's name, which has a limit."""


def write_atomically(path: str | Path, *content: bytes | bytearray) -> None:
    """Write `content` to `path`; a reader sees either the old file or the complete new one.

    A file that is there keeps its permissions. Temporary files that ended processes left beside it
    are removed. Raises DataError if the folder cannot be made or written to; then the old file is
    still there.
    """
    path = checked_path(path)
    try:
        if path.is_dir():
            raise DataError(f"{named(path)} is a folder: give the name of a file in it")
        for folder in reversed([f for f in path.parents if not f.exists()]):
            folder.mkdir(exist_ok=True)
            _sync_folder(folder.parent)
        remove_stale(path.parent)
        _write_beside(path, content)
        _sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or error
        raise DataError(
            f"{named(path)} cannot be written ({reason}): give a file in a folder of your own"
        ) from None


def _write_beside(path: Path, content: Sequence[bytes | bytearray]) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else None
    handle, beside = _open_beside(path, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            _write_all(file, content)
            if mode is not None:
                os.chmod(beside, mode)
            if fcntl is not None:  # Windows renames closed files only
                os.replace(beside, path)
        if fcntl is None:
            os.replace(beside, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _write_all(file: BinaryIO, content: Sequence[bytes | bytearray]) -> None:
    file.writelines(content)  # Python repeats short and interrupted writes
    file.flush()
    os.fsync(file.fileno())


def _open_beside(path: Path, mode: int) -> tuple[int, Path]:
    """Make and lock a new file beside `path`; the lock ends with the process."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        beside = path.with_name(f".{path.name[:LONGEST_PREFIX]}.{os.urandom(8).hex()}{BESIDE}")
        handle = os.open(beside, flags, mode)
        try:
            if fcntl is not None:
                with suppress(OSError):  # some file systems have no locks
                    fcntl.flock(handle, fcntl.LOCK_EX)
            if os.path.exists(beside):  # else another process took it for stale before the lock
                return handle, beside
        except BaseException:
            os.close(handle)
            os.unlink(beside)
            raise
        os.close(handle)


def remove_stale(folder: Path) -> None:
    """Remove the temporary files in a folder whose processes have ended: nobody locks them."""
    with suppress(OSError):  # a folder that may be written and not read
        for name in os.listdir(folder):
            if OURS.fullmatch(name):
                with suppress(OSError):  # locked or gone; Windows removes no open file
                    _remove_unlocked(folder / name)


def _remove_unlocked(path: Path) -> None:
    if fcntl is None:
        os.unlink(path)
        return
    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Write the names in a folder to disk, so that a power cut does not lose a new one."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows, or a folder that may be written and not read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise  # else the file system cannot do it
    finally:
        os.close(handle)


def checked_path(path: object) -> Path:
    """Return `path` as a Path; raise DataError if it cannot be the name of a file."""
    if not isinstance(path, str | Path) or "\0" in str(path):
        raise DataError(f"path is {shown(path)}: give the name of a file, as a string or a Path")
    return Path(path)


def named(path: str | Path) -> str:
    """Return the path as one quoted line for a message."""
    return shown(str(path), 120)


def write_json(path: str | Path, data: Any) -> None:
    """Write `data` atomically as indented JSON."""
    write_atomically(path, (as_json(data) + "\n").encode())


def as_json(data: Any) -> str:
    """Return `data` as indented JSON; NaN and infinity become null, as JSON cannot hold them."""
    return json.dumps(_finite(data), indent=1, allow_nan=False, default=str)


def _finite(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _finite(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(value) for value in data]
    return None if isinstance(data, float) and not math.isfinite(data) else data
