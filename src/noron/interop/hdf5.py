"""HDF5 files of weights: a reader of the few structures that Keras writes, and of nothing else.

HDF5 can do much more: links to other files, views of them, filters that unpack a few bytes to
gigabytes. Its own library, in C, reads all of that and can be made to run forever. Keras writes
groups, plain arrays and text attributes in the oldest form of the format (version 0 of the
superblock). What is of any other form is refused by its path, before memory is allocated.

The chapters are those of the HDF5 File Format Specification, version 3.
"""

import math
import struct
from collections.abc import Iterator
from typing import NamedTuple

from noron.core.errors import ModelFileError, shown
from noron.core.types import Array
from noron.interop.files import Refused, numbers

MOST_BLOCKS = 50_000
DEEPEST = 16
SPACE, TYPE, EXTERNAL, LAYOUT, FILTERS, ATTRIBUTE, CONTINUED, GROUP = 1, 3, 7, 8, 11, 12, 16, 17
NEW_LINKS = (2, 6)
"""Numbers of messages in an object's header (chapter IV.A.2)."""
FLOATS = {(2, 5): "f2", (2, 8): "bf16", (4, 8): "f4", (8, 11): "f8"}
"""The types by their bytes and the bits of the exponent."""

Messages = dict[int, list[bytes]]


class NumberType(NamedTuple):
    """A type of numbers as NumPy's name, and its bytes."""

    kind: str
    size: int


class Hdf5:
    """The arrays of a file by their path, its `model_config`, and what layers are called."""

    def __init__(self, source: str, data: bytes) -> None:
        self.source = source
        self.arrays: dict[str, Array] = {}
        self.names: dict[str, str] = {}
        self.config = ""
        self._data, self._left, self._blocks = data, len(data), 0
        try:
            if data[8] != 0 or data[13:15] != b"\x08\x08":
                raise Refused("is of a newer form of HDF5")
            (root,) = self._read("<Q", 64)
            self._walk(root, "")
        except ModelFileError:
            raise
        except Refused as refused:
            raise self._refused("", str(refused)) from None
        except Exception as error:  # damaged bytes lead anywhere
            raise ModelFileError(
                f"{source} is no HDF5 file, or is damaged ({shown(str(error), 80)})"
            ) from None

    def _refused(self, path: str, why: str) -> ModelFileError:
        what = f": {shown(path)}" if path else ""
        return ModelFileError(
            f"{self.source}{what} {why}, which noron does not read: save the model again with Keras"
        )

    def _read(self, form: str, place: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self._data, place)

    def _block(self, place: int, signature: bytes = b"") -> int:
        """Return the place of a block. Raises if it is another one, or one too many."""
        self._blocks += 1
        if self._blocks > MOST_BLOCKS:
            raise Refused(f"has more than {MOST_BLOCKS:,} blocks")
        if not self._data[place : place + len(signature)] == signature or place >= len(self._data):
            raise ValueError(f"no {signature.decode()} at {place}")
        return place

    def _walk(self, place: int, path: str) -> None:
        """Read the group or the array whose header is at this place."""
        messages = self._messages(place)
        try:
            self._attributes(messages.get(ATTRIBUTE, []), path)
            if GROUP in messages:
                if path.count("/") > DEEPEST:
                    raise Refused("lies too deep")
                for name, below in self._links(*struct.unpack("<QQ", messages[GROUP][0][:16])):
                    self._walk(below, f"{path}/{name}".lstrip("/"))
            elif not path.startswith("optimizer"):
                self.arrays[path] = self._array(messages)
        except Refused as refused:
            raise self._refused(path, str(refused)) from None

    def _messages(self, place: int) -> Messages:
        """Return the messages of an object's header (IV.A.1.a), by their number."""
        version, _, _, size = self._read("<BBHxxxxI", self._block(place))
        if version != 1:
            raise Refused("is of a newer form of HDF5")
        messages: Messages = {}
        spans = [(place + 16, size)]
        while spans:
            start, length = spans.pop(0)
            end = self._block(start) + length
            while start + 8 <= end:
                kind, size = self._read("<HH", start)
                body = self._data[start + 8 : start + 8 + size]
                messages.setdefault(kind, []).append(body)
                if kind == CONTINUED:
                    spans.append(struct.unpack("<QQ", body[:16]))
                start += 8 + size
                self._blocks += 1
                if self._blocks > MOST_BLOCKS:
                    raise Refused(f"has more than {MOST_BLOCKS:,} blocks")
        return messages

    def _links(self, tree: int, heap: int) -> Iterator[tuple[str, int]]:
        """Yield the names in a group, and the places of their headers (III.A, III.B, III.D)."""
        (texts,) = self._read("<Q", self._block(heap, b"HEAP") + 24)
        level, count = self._read("<xxxxxBH", self._block(tree, b"TREE"))
        for i in range(count):
            (child,) = self._read("<Q", tree + 32 + 16 * i)
            if level:
                yield from self._links(child, heap)
                continue
            (entries,) = self._read("<H", self._block(child, b"SNOD") + 6)
            for place in range(child + 8, child + 8 + 40 * entries, 40):
                name, header, cached = self._read("<QQI", place)
                start = texts + name
                text = self._data[start : self._data.index(b"\0", start, start + 1024)].decode()
                if cached > 1:
                    raise self._refused(text, "is a link to something else")
                yield text, header

    def _array(self, messages: Messages) -> Array:
        """Return an array that lies in the file as it is (IV.A.2.i)."""
        if any(kind in messages for kind in NEW_LINKS):
            raise Refused("is a group or a link of a newer form of HDF5")
        if FILTERS in messages or EXTERNAL in messages:
            raise Refused("is compressed, or has its numbers in another file")
        if LAYOUT not in messages:
            raise Refused("holds no numbers")
        kind, shape = _type(messages[TYPE][0]), _shape(messages[SPACE][0])
        size = math.prod(shape) * kind.size
        version, storage = messages[LAYOUT][0][:2]
        if version not in (3, 4) or storage > 1:
            raise Refused("is stored in pieces, or in another file")
        if storage == 1:
            start, length = struct.unpack("<QQ", messages[LAYOUT][0][2:18])
            data = self._data[start : start + size]
        else:
            (length,) = struct.unpack("<H", messages[LAYOUT][0][2:4])
            data = messages[LAYOUT][0][4 : 4 + length]
        self._left -= size
        if length != size or len(data) != size or self._left < 0:
            raise Refused("has no data of the size that it says")
        return numbers(data, kind.kind).reshape(shape)

    def _attributes(self, attributes: list[bytes], path: str) -> None:
        for body in attributes:
            version, lengths = body[0], struct.unpack("<HHH", body[2:8])
            start, step = (8, 8) if version == 1 else (9, 1) if version == 3 else (0, 0)
            if not start:
                continue
            ends = [start]
            for length in lengths:
                ends.append(ends[-1] + -(-length // step) * step)
            name = body[start : start + lengths[0]].rstrip(b"\0")
            kind, value = body[ends[1]] & 15, body[ends[3] :]
            if name == b"name":
                self.names[path.removesuffix("/vars")] = self._text(kind, value)
            elif name == b"model_config" and not path:
                self.config = self._text(kind, value)

    def _text(self, kind: int, value: bytes) -> str:
        """Return a text of fixed length, or one that lies in a heap (III.E)."""
        if kind == 3:
            return value.rstrip(b"\0").decode(errors="replace")
        if kind != 9:
            return ""
        length, heap, wanted = struct.unpack("<IQI", value[:16])
        (size,) = self._read("<Q", self._block(heap, b"GCOL") + 8)
        place, end = heap + 16, min(heap + size, len(self._data))
        while place + 16 <= end:
            index, own = self._read("<HxxxxxxQ", self._block(place))
            if index == wanted:
                return self._data[place + 16 : place + 16 + length].decode(errors="replace")
            if not index:
                break
            place += 16 + -(-own // 8) * 8
        return ""


def _type(body: bytes) -> NumberType:
    """Return a type of numbers (IV.A.2.d)."""
    family, order = body[0] & 15, ">" if body[1] & 1 else "<"
    (size,) = struct.unpack("<I", body[4:8])
    if family == 1 and (size, body[13]) in FLOATS:
        return NumberType(order + FLOATS[size, body[13]], size)
    if family == 0 and size in (1, 2, 4, 8):
        return NumberType(f"{order}{'i' if body[1] & 8 else 'u'}{size}", size)
    raise Refused("holds no numbers")


def _shape(body: bytes) -> tuple[int, ...]:
    """Return the shape (IV.A.2.b)."""
    version, rank, _, kind = body[:4]
    start = {1: 8, 2: 4}.get(version)
    if start is None or (version == 2 and kind > 1) or rank > 8:
        raise Refused("holds no numbers")
    return struct.unpack(f"<{rank}Q", body[start : start + 8 * rank])
