"""Writing files so that nothing is ever lost: beside, flushed to disk, then renamed."""

import json
import os
from pathlib import Path
from typing import Any

from noron.errors import DataError


def write_atomically(path: str | Path, content: bytes) -> None:
    """Write `content` to `path`; whoever reads it sees the old file whole, or the new one.

    Raises DataError if the folder cannot be made or written to; then nothing has changed.
    """
    import tempfile  # it brings every compression with it: too much for `import noron`

    path = Path(path)
    if path.is_dir():
        raise DataError(f"{path} is a folder: give the name of a file in it")
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        raise DataError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        if beside and os.path.exists(beside):
            os.unlink(beside)


def write_json(path: str | Path, data: Any) -> None:
    """`data` as indented JSON, atomically."""
    write_atomically(path, (json.dumps(data, indent=1, allow_nan=False) + "\n").encode())


def _umask() -> int:
    """The process's mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
