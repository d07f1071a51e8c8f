"""Files that a page has sent: they lie in a folder of the session, and go with it."""

import base64
import binascii
import hashlib
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import final

from noron.core.errors import SettingError, check_integer, shown
from noron.lab.limits import Limits

MOST_FILES = 8
"""The files of a session; the oldest one goes when there are more."""

PART_BYTES = 45_000
"""The bytes of a part, which base64 makes a third longer, within the limit of a message."""


@final
class Uploads:
    """The files of a session by their names; a name is never a path.

    Attributes:
        files: where each of them lies.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.files: dict[str, Path] = {}
        self._folder: Path | None = None
        self._coming: tuple[str, int, bytearray] | None = None
        self._count = 0

    def add(self, name: str, size: int, start: int, part: str) -> int:
        """Take the bytes of a file from `start` on, as base64, and return how many are there.

        A part with start 0 begins a file. Raises SettingError for a name with a path, a file over
        the limit, and a part that does not fit behind those before it.
        """
        check_integer("size", size, at_least=1, at_most=self.limits.file_bytes)
        if not _is_name(name):
            raise SettingError(f"name is {shown(name, 60)}: give a file's name, without folders")
        if start == 0:
            self._coming = name, size, bytearray()
        if self._coming is None or self._coming[:2] != (name, size):
            raise SettingError(f"start is {start}: begin the file {shown(name, 60)} with 0")
        content = self._coming[2]
        try:
            more = base64.b64decode(part, validate=True)
        except (binascii.Error, ValueError):
            raise SettingError("part: this is no base64: encode the bytes of the file so") from None
        if start != len(content) or len(content) + len(more) > size:
            raise SettingError(
                f"start is {start}, but {len(content)} bytes of {size} are there: send what follows"
            )
        content += more
        if len(content) == size:
            self._keep(name, bytes(content))
            self._coming = None
            return size
        return len(content)

    def _keep(self, name: str, content: bytes) -> None:
        """Write a file, each one into a folder of its own, so that none is taken for another."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="noron-lab-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        path = folder / name
        path.write_bytes(content)
        before = self.files.pop(name, None)
        self.files[name] = path
        if len(self.files) > MOST_FILES:
            before = self.files.pop(next(iter(self.files)))
        if before is not None:
            before.unlink(missing_ok=True)

    def hash_of(self, name: str) -> str:
        """Return the SHA-256 of a file."""
        return hashlib.sha256(self.files[name].read_bytes()).hexdigest()

    def without_folders(self, text: str) -> str:
        """Return a message in which files have their names, not the folders that they lie in."""
        for path in self.files.values():
            text = text.replace(f"{path.parent}/", "")
        return text


def _is_name(name: str) -> bool:
    """Return whether a text is a file's name and nothing else."""
    return (
        0 < len(name.encode()) <= 120
        and name == Path(name).name
        and not name.startswith(".")
        and all(c.isprintable() and c not in '/\\:*?"<>|' for c in name)
    )
