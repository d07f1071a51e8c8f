"""NPZ: the arrays X and y in NumPy's zip file; sizes are checked before anything is read.

The file states the size of each array twice: in the zip's directory, and in the array's header by
shape and type. Both must agree, and the packed size must fit the file on disk, before memory is
allocated. Arrays of Python objects are refused by their header, so nothing is ever executed.
"""

import math
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.checks import check_inputs, check_same_length
from noron.data.dataset import Dataset
from noron.data.names import missing_columns
from noron.data.readers.base import FileReader, check_size
from noron.data.tables.columns import column_of
from noron.data.tables.frame import Frame


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
    wanted = list(dict.fromkeys(name for name in ("X", target or "y") if name in members))
    infos = [members[name] for name in wanted]
    sizes = [_declared(file, archive, info) for info in infos]
    check_size(file, sum(info.compress_size for info in infos), sum(sizes))
    x, *y = [_entry(archive, info) for info in infos]
    return x, y[0] if y else x if target == "X" else None


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Array:
    with archive.open(info) as entry:
        return npy.read_array(entry, allow_pickle=False)


def _declared(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """Return the bytes of an array in memory, where numbers of one byte become float32.

    Its header has to state plain numbers or text, of exactly the size that the zip states.
    """
    where = f"{file}, array {shown(info.filename.removesuffix('.npy'), 40)}"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DataError(f"{where} is not packed as NumPy does it: use numpy.savez_compressed")
    with archive.open(info) as entry:
        shape, dtype = _header(where, entry)
        size = info.file_size - entry.tell()
    if dtype.kind == "O":
        raise DataError(
            f"{where} holds Python objects, which are never read: save numbers, or labels as "
            "strings with y.astype(str)"
        )
    if dtype.kind not in "biufcU":
        raise DataError(f"{where} holds {str(dtype)[:60]}: save numbers, or labels as strings")
    if math.prod(shape) * dtype.itemsize != size:
        raise DataError(
            f"{where} declares the shape {shape} of {dtype}, which is not the size of its data: "
            "the file is damaged, write it again"
        )
    return math.prod(shape) * max(dtype.itemsize, 4)


def _header(where: str, entry: IO[bytes]) -> tuple[tuple[int, ...], np.dtype[Any]]:
    version = npy.read_magic(entry)
    if version == (1, 0):
        shape, _, dtype = npy.read_array_header_1_0(entry)
    elif version == (2, 0):
        shape, _, dtype = npy.read_array_header_2_0(entry)
    else:
        raise DataError(f"{where} is of the format {version}: save it as plain numbers")
    return shape, dtype


def _check_target(name: str, y: Array) -> None:
    if y.dtype.kind == "c":
        raise DataError(f"{name} is complex: save real numbers or labels")
    if y.dtype.kind != "f":
        return
    bad = np.argwhere(~np.isfinite(y))
    if bad.size:
        value = y[tuple(bad[0])]
        raise DataError(f"{name} has {value:g} in row {bad[0][0]}: fill it in or drop it")
