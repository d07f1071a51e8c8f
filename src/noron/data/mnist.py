"""MNIST: 70,000 handwritten digits of 28 x 28 grey pixels, inside the package.

The database is four IDX files: a header (16 bytes for images, 8 for labels) and then one byte for
each pixel or label. The package carries them compressed; the user's cache keeps them decoded and
joined in one file. Neither is trusted: each file is used only if its bytes have the hash of the
original. So a cache that is truncated or changed is made again, and if it cannot be written,
noron works without it.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple, overload

import numpy as np

from noron.core.atomic import write_atomically
from noron.core.errors import DataError, MissingExtraError, check_flag
from noron.core.types import Array
from noron.data.rows import ByteRows


class IdxFile(NamedTuple):
    """One file of the database: its name, its decoded size and hash, and how long its header is."""

    name: str
    size: int
    sha256: str
    header: int


TRAIN_IMAGES = IdxFile(
    "train-images-idx3-ubyte",
    47_040_016,
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    16,
)
TRAIN_LABELS = IdxFile(
    "train-labels-idx1-ubyte",
    60_008,
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    8,
)
TEST_IMAGES = IdxFile(
    "t10k-images-idx3-ubyte",
    7_840_016,
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    16,
)
TEST_LABELS = IdxFile(
    "t10k-labels-idx1-ubyte",
    10_008,
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    8,
)
FILES = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)
CACHE_NAME = "mnist.idx"

Content = bytes | bytearray
"""The content of one file."""


@overload
def load_mnist(
    split: Literal[True] = True, *, compact: Literal[False] = False
) -> tuple[Array, Array, Array, Array]: ...
@overload
def load_mnist(
    split: Literal[True] = True, *, compact: Literal[True]
) -> tuple[ByteRows, Array, ByteRows, Array]: ...
@overload
def load_mnist(
    split: Literal[False], *, compact: Literal[False] = False
) -> tuple[Array, Array]: ...
@overload
def load_mnist(split: Literal[False], *, compact: Literal[True]) -> tuple[ByteRows, Array]: ...
def load_mnist(split: bool = True, *, compact: bool = False) -> tuple[Array | ByteRows, ...]:
    """Return `X, y, X_test, y_test`: 60,000 digits for training and 10,000 for the test.

    X is float32 of shape (n, 784): one image per row, line by line from the top, grey levels
    divided by 255 (0 is paper, 1 is ink). y is int64 of shape (n,), the digits 0 to 9. With
    `split=False`, return `X, y` of all 70,000, the training rows first. Each call makes new arrays.

    With `compact=True` X is `ByteRows`, one byte per pixel, and read-only: `X[rows]` gives the same
    float32 numbers, and training gives the same network, in a quarter of the memory.

    The files are decoded once into the user's cache (NORON_CACHE names another directory), or in
    memory if the cache cannot be written. Raises DataError if the package's files are damaged.

    >>> X, y, X_test, y_test = load_mnist()
    >>> X.shape, X_test.shape, y[:10].tolist()
    ((60000, 784), (10000, 784), [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])

    Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document
    recognition", Proceedings of the IEEE 86(11), 1998.
    """
    check_flag("split", split)
    check_flag("compact", compact)
    files = _cached() or _decoded()
    train_images, train_labels, test_images, test_labels = map(_body, FILES, files)
    images = _grey if compact else _pixels
    if split:
        return (
            images(train_images),
            train_labels.astype(np.int64),
            images(test_images),
            test_labels.astype(np.int64),
        )
    labels = np.concatenate([train_labels, test_labels]).astype(np.int64)
    return images(train_images, test_images), labels


def _grey(*images: Array) -> ByteRows:
    """Return images as compact rows in [0, 1]; several sets are put below each other."""
    rows = images[0] if len(images) == 1 else np.concatenate(images)
    return ByteRows(rows.reshape(-1, 784), np.arange(256, dtype=np.uint8) / np.float32(255))


def _pixels(*images: Array) -> Array:
    """Return images as float32 rows in [0, 1]; several sets are put below each other."""
    X = np.empty((sum(x.size for x in images) // 784, 784), dtype=np.float32)
    start = 0
    for x in images:
        stop = start + x.size // 784
        np.divide(x.reshape(-1, 784), np.float32(255), out=X[start:stop])
        start = stop
    return X


def _body(file: IdxFile, content: Content) -> Array:
    return np.frombuffer(content, dtype=np.uint8, offset=file.header)


def _genuine(file: IdxFile, content: Content) -> bool:
    return len(content) == file.size and hashlib.sha256(content).hexdigest() == file.sha256


def _decoded() -> list[Content]:
    """Decompress and check the package's files, and write them to the cache if possible."""
    files = [_decode(file) for file in FILES]
    _keep(files)
    return files


def _decode(file: IdxFile) -> Content:
    try:
        import lzma  # not at the top: some Pythons lack it, and a cached copy does not need it
    except ImportError:
        raise MissingExtraError(
            "MNIST is compressed with xz, but this Python was built without the module lzma: "
            "install liblzma-dev and build Python again, or use the system's Python"
        ) from None
    from importlib import resources

    packed = resources.files("noron.data") / "mnist_files" / f"{file.name}.xz"
    content = bytearray()
    try:
        with packed.open("rb") as stream, lzma.open(stream) as plain:
            while len(content) <= file.size and (piece := plain.read(2**20)):
                content += piece  # all at once would need twice the memory
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise _damaged(file, str(error)) from None
    if not _genuine(file, content):
        raise _damaged(file, "its SHA-256 is not that of the original")
    return content


def _damaged(file: IdxFile, why: str) -> DataError:
    return DataError(f"MNIST's file {file.name}.xz is damaged ({why}): install noron again")


def cache_file() -> Path | None:
    """Return the path of the decoded digits; None if this user has no cache folder."""
    folder = os.environ.get("NORON_CACHE")
    if not folder:
        import platformdirs

        folder = platformdirs.user_cache_dir("noron", appauthor=False)
        if not os.path.isabs(folder):  # no HOME: a folder called "~" must not be made
            return None
    return Path(os.path.expanduser(folder)) / CACHE_NAME


def _cached() -> list[Content] | None:
    """Return the files in the cache, or None unless their hashes are right."""
    path = cache_file()
    try:
        # The size is checked first, so that a pipe or a huge file is not read.
        if path is None or path.stat().st_size != sum(f.size for f in FILES):
            return None
        with path.open("rb") as joined:
            files: list[Content] = [joined.read(file.size) for file in FILES]
    except OSError:
        return None
    return files if all(map(_genuine, FILES, files)) else None


def _keep(files: list[Content]) -> None:
    """Write the cache atomically; do without it if that fails."""
    path = cache_file()
    if path is not None:
        with suppress(DataError):  # a full disk, a read-only home: the content is in memory too
            write_atomically(path, *files)
