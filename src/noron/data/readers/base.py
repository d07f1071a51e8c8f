"""Readers turn a file of one format into a `Frame`. The end of a file's name selects the reader."""

import gzip
import io
import os
import stat
import zlib
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Any, ClassVar

import numpy as np

from noron.core.errors import DataError, SettingError, shown
from noron.data.dataset import Dataset
from noron.data.tables.frame import Frame

ROWS = 50_000
"""The usual number of rows in a piece of a file."""

SUSPECT_SIZE = 1 << 28
"""Compressed data that grows to more bytes, and by more than `SUSPECT_RATIO`, is refused."""
SUSPECT_RATIO = 200

READERS: dict[str, "FileReader"] = {}
"""The reader for each end of a file's name, such as ".csv"."""


class FileReader(ABC):
    """Reads the files of one format: `class Csv(FileReader, suffixes=(".csv",))` registers it."""

    suffixes: ClassVar[tuple[str, ...]] = ()
    has_names: ClassVar[bool] = True
    """Whether files of this format have column names."""

    def __init_subclass__(cls, suffixes: tuple[str, ...] = ()) -> None:
        super().__init_subclass__()
        cls.suffixes = suffixes
        for suffix in suffixes:
            READERS[suffix] = cls()

    def in_encoding(self, encoding: str) -> "FileReader":
        """Return a reader of files in another encoding than UTF-8. Raises SettingError."""
        raise SettingError(
            f"encoding is {shown(encoding)}, but files that end in {self.suffixes[0]} have none: "
            "leave it out"
        )

    @abstractmethod
    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table, with the columns `text` as text. Raises DataError."""

    def column_names(self, path: Path) -> list[str]:
        """Return the names of the columns."""
        return list(self.read(path).columns)

    def pieces(self, path: Path, rows: int) -> Iterator[Frame]:
        """Yield the table in pieces of at most `rows` rows."""
        frame = self.read(path)
        for start in range(0, len(frame), rows):
            yield frame.take(np.arange(start, min(start + rows, len(frame))))

    def cells(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table, infinite numbers included."""
        return self.read(path, text)

    def cell_error(self, path: Path, name: str, row: int, *, as_number: bool = True) -> DataError:
        """Return the error for a cell, in a row counted from 0, that holds no finite number."""
        return DataError(
            f"{shown(path.name, 100)}: column {shown(name, 40)} has no finite number in row "
            f"{row + 1}: fill it in or drop the row"
        )

    def arrays(self, path: Path, target: str | None) -> Dataset | None:
        """Return X and y if the format holds plain arrays, else None."""
        return None


def regular_file(path: str | os.PathLike[str]) -> Path:
    """Return the path if it is a file that can be read; else raise DataError."""
    if not isinstance(path, (str, os.PathLike)):
        raise DataError(f"path is {shown(path)}: give the name of a file")
    name = shown(os.fspath(path), 200)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise DataError(f"there is no file {name}: check the name and the folder") from None
    except (OSError, ValueError) as error:
        raise DataError(f"{name} cannot be opened: {_reason(error)}") from None
    if stat.S_ISDIR(mode):
        raise DataError(f"{name} is a folder: give the name of a file in it")
    if not stat.S_ISREG(mode):
        raise DataError(f"{name} is a device or a pipe: save the table to a file first")
    return Path(path)


def opened(path: Path) -> IO[bytes]:
    """Return the bytes of a file, unpacked if it is compressed by gzip.

    Reading raises DataError for a small file that becomes a huge one.
    """
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return io.BufferedReader(_Unpacked(path), 1 << 20) if packed else path.open("rb")


class _Unpacked(io.RawIOBase):
    """A file compressed by gzip, read as far as `check_size` allows."""

    def __init__(self, path: Path) -> None:
        self.path, self.size, self.packed = path, 0, path.stat().st_size
        self.file = gzip.open(path)  # noqa: SIM115

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer; return the number of bytes."""
        try:
            n = self.file.readinto(buffer)
        except zlib.error as error:
            raise OSError(f"it is damaged, {error}") from None
        self.size += n
        check_size(shown(self.path.name, 100), self.packed, self.size)
        return n

    def close(self) -> None:
        """Close the file."""
        self.file.close()
        super().close()


def check_size(file: str, packed: int, size: int) -> None:
    """Raise DataError for a small compressed file that would take `size` bytes, or more."""
    if size > SUSPECT_SIZE and size > SUSPECT_RATIO * packed:
        raise DataError(
            f"{file} would unpack from {packed:,} bytes to {size:,} or more: save it uncompressed "
            "if that is intended"
        )


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
