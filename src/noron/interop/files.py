"""Files of other libraries: read whole, their sizes checked before memory is allocated."""

import zipfile
from io import BytesIO
from typing import Any

import numpy as np

from noron.core.atomic import checked_path, named
from noron.core.errors import DataError, ModelFileError, shown
from noron.core.types import Array
from noron.data.readers.base import regular_file

FLOATS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "bf16"}
INTEGERS = {"I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1", "BOOL": "?"}
"""The types of safetensors that are read, as NumPy's."""


class Refused(Exception):
    """A file holds what its reader does not take; the text goes on after the file's name."""


def bytes_of(path: Any) -> tuple[str, bytes]:
    """Return the file's name for messages, and its bytes. Raises ModelFileError."""
    try:
        path = regular_file(checked_path(path))
        return named(path.name), path.read_bytes()
    except DataError as error:
        raise ModelFileError(str(error)) from None
    except OSError as error:
        raise ModelFileError(f"{named(path)} cannot be read: {error.strerror or error}") from None


def numbers(data: bytes | memoryview, kind: str) -> Array:
    """Return the numbers of `data` as an array; bfloat16 and float16 become float32."""
    if kind.endswith("bf16"):  # the upper half of a float32
        order = ">" if kind.startswith(">") else "<"
        halves = np.frombuffer(data, f"{order}u2").astype(np.uint32)
        return (halves << 16).view(np.float32)
    array = np.frombuffer(data, kind)
    return array.astype(np.float32) if kind.endswith("f2") else array


def read_safetensors(source: str, data: bytes, what: str = "safetensors file") -> dict[str, Array]:
    """Return the arrays of a safetensors file, in any order. Raises ModelFileError."""
    from safetensors import SafetensorError, deserialize

    try:
        tensors = deserialize(data)
    except (SafetensorError, ValueError) as error:
        raise ModelFileError(
            f"{source} is no {what}, or is damaged ({shown(str(error), 80)})"
        ) from None
    arrays = {}
    for name, tensor in tensors:
        kind = (FLOATS | INTEGERS).get(tensor["dtype"])
        if kind is None:
            raise ModelFileError(
                f"{source}: {shown(name)} is of the type {tensor['dtype']}: noron reads "
                f"{', '.join(FLOATS)}"
            )
        arrays[name] = numbers(bytes(tensor["data"]), kind).reshape(tensor["shape"])
    return arrays


class Archive:
    """A zip file whose entries are stored as they are, so that none unpacks to a larger one."""

    def __init__(self, source: str, data: bytes, what: str) -> None:
        self.source = source
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        except Exception as error:  # damaged bytes may raise anything in the parser
            raise ModelFileError(
                f"{source} is no {what}, or is damaged ({shown(str(error), 80)})"
            ) from None
        infos = self._zip.infolist()
        packed = next((info for info in infos if info.compress_type or info.flag_bits & 1), None)
        if packed is not None:
            raise ModelFileError(
                f"{source}: {shown(packed.filename)} is compressed or encrypted: save the model "
                "again, as the library does by itself"
            )
        if sum(self.sizes.values()) > len(data) or len(self.sizes) != len(infos):
            raise ModelFileError(f"{source} declares more data than it holds: it is damaged")

    def read(self, name: str, at_most: int | None = None) -> bytes:
        """Return an entry. Raises ModelFileError."""
        if name not in self.sizes:
            raise ModelFileError(f"{self.source} has no {shown(name)}: it is damaged or foreign")
        if at_most is not None and self.sizes[name] > at_most:
            raise ModelFileError(
                f"{self.source}: {shown(name)} has {self.sizes[name]:,} bytes, but at most "
                f"{at_most:,} are legal"
            )
        try:
            return self._zip.read(name)
        except Exception as error:  # a wrong checksum, a header that points elsewhere
            raise ModelFileError(
                f"{self.source}: {shown(name)} is damaged ({shown(str(error), 80)})"
            ) from None
