"""Parquet files, read by DuckDB."""

from collections.abc import Collection, Iterator
from pathlib import Path

from noron.data.readers import duck
from noron.data.readers.base import FileReader
from noron.data.tables.chunks import joined
from noron.data.tables.frame import Frame

AT_ONCE = 500_000
"""The rows in a piece; each piece reads through the file again."""


class Parquet(FileReader, suffixes=(".parquet", ".pq")):
    """Parquet files: columns with names and types. Raises MissingExtraError without `[tables]`."""

    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the whole table."""
        return joined(list(duck.parquet_pieces(path, 1 << 62, text)))

    def pieces(self, path: Path, rows: int) -> Iterator[Frame]:
        """Yield the table in pieces."""
        return duck.parquet_pieces(path, max(rows, AT_ONCE), ())
