"""A reader: from a file of one format to a `Frame`. A subclass is known by the ends of names."""

import gzip
import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, ClassVar

import numpy as np

from noron.core.errors import DataError, shown
from noron.data.dataset import Dataset
from noron.data.tables.frame import Frame

ROWS = 50_000
"""In a piece of a file."""

READERS: dict[str, "FileReader"] = {}
"""Every reader by the ends of the names that it reads, such as ".csv"."""


class FileReader(ABC):
    """Reads the files of one format: `class Csv(FileReader, suffixes=(".csv",))` registers it."""

    suffixes: ClassVar[tuple[str, ...]] = ()
    has_names: ClassVar[bool] = True
    """Whether the columns have names of their own."""

    def __init_subclass__(cls, suffixes: tuple[str, ...] = ()) -> None:
        super().__init_subclass__()
        cls.suffixes = suffixes
        for suffix in suffixes:
            READERS[suffix] = cls()

    @abstractmethod
    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table; the columns `text` as text, whatever they hold. DataError."""

    def column_names(self, path: Path) -> list[str]:
        """Return what the columns are called."""
        return list(self.read(path).columns)

    def pieces(self, path: Path, rows: int) -> Iterator[Frame]:
        """Return tables of so many rows, one after another."""
        frame = self.read(path)
        for start in range(0, len(frame), rows):
            yield frame.take(np.arange(start, min(start + rows, len(frame))))

    def cells(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table, infinite numbers included."""
        return self.read(path, text)

    def cell_error(self, path: Path, name: str, row: int, *, as_number: bool = True) -> DataError:
        """Return the error for a cell of a column, in a row from 0, that holds no finite number."""
        return DataError(
            f"{shown(path.name, 100)}: column {shown(name, 40)} has no finite number in row "
            f"{row + 1}: fill it in or drop the row"
        )

    def arrays(self, path: Path, target: str | None) -> Dataset | None:
        """Return the arrays of a format that holds nothing else: no column of them is looked at."""
        return None


def regular_file(path: str | os.PathLike[str]) -> Path:
    """Return the path, if a file is there that can be read; DataError otherwise."""
    if not isinstance(path, (str, os.PathLike)):
        raise DataError(f"path is {shown(path)}: give the name of a file")
    name = shown(os.fspath(path), 200)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise DataError(f"there is no file {name}: check the name and the directory") from None
    except (OSError, ValueError) as error:
        raise DataError(f"{name} cannot be opened: {_reason(error)}") from None
    if stat.S_ISDIR(mode):
        raise DataError(f"{name} is a directory: give the name of a file in it")
    if not stat.S_ISREG(mode):
        raise DataError(f"{name} is a device or a pipe: save the table in a file first")
    return Path(path)


def opened(path: Path) -> IO[bytes]:
    """Return the bytes of a file, unpacked if it is compressed by gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
