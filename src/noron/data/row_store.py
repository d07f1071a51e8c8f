"""Rows on disk: written once, read through a memory map, deleted when no longer used."""

import errno
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any, Self

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.checks import as_array, check_same_length

OUT_OF_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class RowStore:
    """Rows of one width in an unnamed file in the folder for temporary files (TMPDIR).

    >>> with RowStore(2, "float32") as store:
    ...     store.append([[1, 2], [3, 4]])
    ...     rows = store.rows()
    >>> rows[1].tolist()
    [3.0, 4.0]
    """

    def __init__(self, width: int, dtype: Any) -> None:
        self.width, self.dtype = width, np.dtype(dtype)
        self._file = tempfile.TemporaryFile(prefix="noron-")  # noqa: SIM115 - it lives on
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store for writing. The file is deleted with the last memory map of it."""
        self._file.close()

    def append(self, rows: Any) -> None:
        """Add rows at the end. Raises DataError if the disk is full."""
        self.write(self._end, rows)

    def write(self, place: int, rows: Any) -> None:
        """Write rows, starting at row number `place`. Raises DataError if the disk is full."""
        rows = np.ascontiguousarray(rows, dtype=self.dtype)
        size = self.width * self.dtype.itemsize
        try:
            self._file.seek(place * size)
            self._file.write(rows.tobytes())
            self._file.flush()
        except OSError as error:
            if error.errno not in OUT_OF_SPACE:
                raise
            raise DataError(
                f"there is no room for {(place + len(rows)) * size / 1e6:,.0f} MB of rows in "
                f"{tempfile.gettempdir()}: set TMPDIR to a folder on a larger disk"
            ) from None
        self._end = max(self._end, place + len(rows))

    def rows(self) -> Array:
        """Return all rows, shape (rows, width), as a memory map, which outlives the store."""
        return np.memmap(self._file, self.dtype, "r", shape=(self._end, self.width))


def is_chunks(X: object) -> bool:
    """Return whether X comes in chunks: an iterator, or a function that returns one."""
    return callable(X) or (isinstance(X, Iterator) and not hasattr(X, "shape"))


def walk(chunks: Any) -> Iterable[Any]:
    """Return the chunks of an iterable, or of a function that returns one."""
    return (chunks() if callable(chunks) else chunks) or ()


def stored(chunks: Iterable[Any] | Callable[[], Iterable[Any]]) -> tuple[Array, Array, Any]:
    """Join chunks (X, y) or (X, y, sample_weight), and return X, y and the weights or None.

    X lies in a `RowStore`, as float64 if the first chunk is, else as float32; y and the weights
    are in memory. Raises DataError for anything but chunks, and for chunks of different widths.
    """
    with ExitStack() as stack:
        return _stored(chunks, stack)


def _stored(chunks: Any, stack: ExitStack) -> tuple[Array, Array, Any]:
    store: RowStore | None = None
    rest: list[tuple[Array, ...]] = []
    for number, chunk in enumerate(walk(chunks)):
        if not isinstance(chunk, tuple) or len(chunk) not in (2, 3):
            raise DataError(f"chunk {number} is {shown(chunk)}: give (X, y) or (X, y, weights)")
        x, *others = (as_array(part, name) for part, name in zip(chunk, "Xyw", strict=False))
        for other in others:
            check_same_length(x, other)
        if rest and len(others) != len(rest[0]):
            raise DataError(
                f"chunk {number} has {len(chunk)} parts, but the first one has another number: "
                "give all chunks the same parts"
            )
        if not len(x):
            continue
        if x.ndim != 2 or (store is not None and x.shape[1] != store.width):
            expected = "rows and columns" if store is None else f"{store.width} columns"
            raise DataError(f"chunk {number} has the shape {x.shape}: {expected} are expected")
        if store is None:
            dtype = np.float64 if x.dtype == np.float64 else np.float32
            store = stack.enter_context(RowStore(x.shape[1], dtype))
        store.append(x)
        rest.append(tuple(others))
    if store is None:
        raise DataError("there are no rows in the chunks: give at least one chunk with rows")
    y, *weight = (np.concatenate(parts) for parts in zip(*rest, strict=True))
    return store.rows(), y, weight[0] if weight else None
