"""Safe writing of files: write a temporary file, flush it to disk, then rename it."""

import json
import math
import os
from pathlib import Path
from typing import Any

from noron.core.errors import DataError, shown


def write_atomically(path: str | Path, *content: bytes | bytearray) -> None:
    """Write `content` to `path`; a reader sees either the old file or the complete new one.

    Raises DataError if the folder cannot be made or written to; then nothing has changed.
    """
    import tempfile  # imported late: it loads all compression modules and slows `import noron`

    path = checked_path(path)
    beside = ""
    try:
        if path.is_dir():
            raise DataError(f"{named(path)} is a folder: give the name of a file in it")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        reason = error.strerror or error
        raise DataError(
            f"{named(path)} cannot be written ({reason}): give a file in a folder of your own"
        ) from None
    finally:
        if beside and os.path.exists(beside):
            os.unlink(beside)


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


def _umask() -> int:
    mask = os.umask(0)  # the mask can only be read by setting it
    os.umask(mask)
    return mask
