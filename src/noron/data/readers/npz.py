"""NPZ: the arrays X and y in NumPy's zip file; sizes are checked before anything is read.

The file states the size of each array twice: in the zip's directory, and in the array's header by
shape and type. Both must agree, and the packed size must fit the file on disk, before memory is
allocated. Arrays of Python objects are refused by their header, so nothing is ever executed.
"""

import math
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import IO

import numpy as np
from numpy.lib import format as npy

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.checks import check_inputs, check_same_length
from noron.data.dataset import Dataset
from noron.data.names import missing_columns
from noron.data.readers.base import FileReader
from noron.data.tables.columns import column_of
from noron.data.tables.frame import Frame

SUSPECT_SIZE = 1 << 30
"""Larger arrays are refused if they are compressed more than `SUSPECT_RATIO` times."""
SUSPECT_RATIO = 100


class Npz(FileReader, suffixes=(".npz",)):
    """The arrays X and y."""

    has_names = False

    def read(self, path: Path, text: Collection[str] = ()) -> Frame:
        """Return the columns x0, x1, ... of X, and y if there is one."""
        data = read_npz(path, None)
        columns = {name: column_of(data.x[:, j], name) for j, name in enumerate(data.feature_names)}
        if data.y is not None and data.y.ndim == 1:
            columns["y"] = column_of(data.y, "y")
        return Frame(columns, len(data.x), named=False)

    def arrays(self, path: Path, target: str | None) -> Dataset | None:
        """Return X and the target."""
        return read_npz(path, target)


def read_npz(path: Path, target: str | None) -> Dataset:
    """Return the arrays `X` and `y` (or `target`) of an NPZ file, as `noron.data.read_table`."""
    file = shown(path.name, 100)
    try:
        with zipfile.ZipFile(path) as archive:
            x, y = _arrays(file, archive, path.stat().st_size, target)
    except DataError:
        raise
    except OSError as error:
        raise DataError(f"{file} cannot be read: {error.strerror or error}") from None
    except Exception as error:  # damaged bytes may raise anything in the parsers
        raise DataError(
            f"{file} is not an NPZ file, or is damaged ({shown(str(error))}): write it with "
            "numpy.savez(…, X=…, y=…)"
        ) from None
    name = "y" if target is None else target
    try:
        x = check_inputs(x)
        if y is not None:
            check_same_length(x, y, names=("X", name))
            _check_target(name, y)
        return Dataset(x, y, target_name=name, name=path.name)
    except DataError as error:
        raise DataError(f"{file}: {error}") from None


def _arrays(
    file: str, archive: zipfile.ZipFile, on_disk: int, target: str | None
) -> tuple[Array, Array | None]:
    members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
    wanted = ["X"] + ([target] if target is not None else [])
    missing = [name for name in wanted if name not in members]
    if missing:
        raise missing_columns(file, missing, sorted(members), "array")
    if sum(info.compress_size for info in members.values()) > on_disk:
        raise DataError(f"{file} declares more data than it holds: it is damaged, write it again")
    name = target if target is not None else "y"
    x = _entry(file, archive, members["X"])
    return x, _entry(file, archive, members[name]) if name in members else None


def _entry(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Array:
    where = f"{file}, array {shown(info.filename.removesuffix('.npy'), 40)}"
    if info.file_size > SUSPECT_SIZE and info.file_size > SUSPECT_RATIO * info.compress_size:
        raise DataError(
            f"{where} would unpack from {info.compress_size:,} to {info.file_size:,} bytes: save "
            "it uncompressed (numpy.savez) if that is intended"
        )
    with archive.open(info) as entry:
        _check_declared(where, entry, info.file_size)
    with archive.open(info) as entry:
        return npy.read_array(entry, allow_pickle=False)


def _check_declared(where: str, entry: IO[bytes], size: int) -> None:
    """Check an array's header: plain numbers or text, of exactly the size that the zip states."""
    version = npy.read_magic(entry)
    if version == (1, 0):
        shape, _, dtype = npy.read_array_header_1_0(entry)
    elif version == (2, 0):
        shape, _, dtype = npy.read_array_header_2_0(entry)
    else:
        raise DataError(f"{where} is of the format {version}: save it as plain numbers")
    if dtype.kind == "O":
        raise DataError(
            f"{where} holds Python objects, which are never read: save numbers, or labels as "
            "strings with y.astype(str)"
        )
    if dtype.kind not in "biufcU":
        raise DataError(f"{where} holds {str(dtype)[:60]}: save numbers, or labels as strings")
    if math.prod(shape) * dtype.itemsize != size - entry.tell():
        raise DataError(
            f"{where} declares the shape {shape} of {dtype}, which is not the size of its data: "
            "the file is damaged, write it again"
        )


def _check_target(name: str, y: Array) -> None:
    if y.dtype.kind == "c":
        raise DataError(f"{name} is complex: save real numbers or labels")
    if y.dtype.kind != "f":
        return
    bad = np.argwhere(~np.isfinite(y))
    if bad.size:
        value = y[tuple(bad[0])]
        raise DataError(f"{name} has {value:g} in row {bad[0][0]}: fill it in or drop it")
