"""Frames: what a page draws, as one block of bytes with named arrays.

A frame is a header of 12 bytes (the letters NRN1, the length of the description, the number of
arrays), the description as JSON, padded to 8 bytes, and the arrays one behind the other,
little-endian, each padded to 8 bytes. The description names each array with its type and shape.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from noron.core.types import Array
from noron.layers import Dense, Layer
from noron.network import Layout, Network

MAGIC = b"NRN1"
OUTPUT_SIDE, UNIT_SIDE = 100, 32
"""The pixels of a side of the picture of an output, and of a hidden unit's."""
TYPES = {"u1": "u8", "f4": "f32", "i4": "i32"}
"""The types of arrays in a frame, by NumPy's names, as the description calls them."""


def pack(kind: str, arrays: Mapping[str, Array], **facts: Any) -> bytes:
    """Return a frame of that kind with facts and arrays of uint8, float32 or int32.

    >>> frame = pack("frame", {"loss": np.zeros(3, np.float32)}, step=7)
    >>> unpack(frame)[0]["step"], unpack(frame)[1]["loss"].tolist()
    (7, [0.0, 0.0, 0.0])
    """
    listed = [
        {"name": name, "type": TYPES[array.dtype.str[1:]], "shape": list(array.shape)}
        for name, array in arrays.items()
    ]
    text = json.dumps({"t": kind, **facts, "arrays": listed}, allow_nan=False).encode()
    parts = [struct.pack("<4sII", MAGIC, len(text), len(listed)), _padded(text, 12)]
    parts += [_padded(_little(array).tobytes()) for array in arrays.values()]
    return b"".join(parts)


def unpack(frame: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """Return the description and the arrays of a frame, as a page reads them."""
    _, length, _ = struct.unpack_from("<4sII", frame)
    facts = json.loads(frame[12 : 12 + length])
    kinds = {ours: np.dtype("<" + theirs) for theirs, ours in TYPES.items()}
    at = _aligned(12 + length)
    arrays: dict[str, Array] = {}
    for array in facts.pop("arrays"):
        kind, shape = kinds[array["type"]], array["shape"]
        count = int(np.prod(shape))
        arrays[array["name"]] = np.frombuffer(frame, kind, count, at).reshape(shape)
        at = _aligned(at + count * kind.itemsize)
    return facts, arrays


def finite(value: float | None) -> float | None:
    """Return a number as JSON can hold it; None for infinity and NaN.

    >>> finite(1), finite(float("nan"))
    (1.0, None)
    """
    return float(value) if value is not None and np.isfinite(value) else None


def _aligned(n: int) -> int:
    return -(-n // 8) * 8


def _padded(part: bytes, before: int = 0) -> bytes:
    return part + bytes(_aligned(before + len(part)) - before - len(part))


def _little(array: Array) -> Array:
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))


DRAWN_ROWS, DRAWN_COLUMNS = 24, 12
"""The numbers of each array that are sent: those that a page has the place to draw."""


def drawn_shape(shape: Sequence[int]) -> list[int]:
    """Return the shape of the corner of an array that is sent.

    >>> drawn_shape((784, 128)), drawn_shape((3, 2)), drawn_shape((128,))
    ([24, 12], [3, 2], [12])
    """
    most = (DRAWN_ROWS, DRAWN_COLUMNS)[-len(shape) :]
    return [min(n, limit) for n, limit in zip(shape, most, strict=False)] + list(shape[2:])


def drawn_numbers(vector: Array, layout: Layout) -> Array:
    """Return the corners of a network's arrays, one behind the other as float32, of the vector that
    holds them all."""
    arrays = [segment.of(vector) for segment in layout]
    corners = [a[tuple(map(slice, drawn_shape(a.shape)))].ravel() for a in arrays]
    return np.concatenate([*corners, np.zeros(0, np.float32)]).astype(np.float32)


class Plane:
    """The plane of one or two inputs that is drawn: its edges, and rows of inputs over it.

    Other inputs stand at their medians.
    """

    def __init__(self, X: Array, columns: Sequence[int] = (0, 1), margin: float = 0.15) -> None:
        self.columns = list(columns)
        self.middle = np.median(X, axis=0)
        self.edges = [_edges(X[:, c], margin) for c in columns]
        self._rows: dict[int, Array] = {}

    def rows(self, side: int, dtype: Any) -> Array:
        """Return the rows of inputs of side x side points, line by line: the first column from left
        to right, the second from one line to the next. Of one column, `side` rows."""
        if side not in self._rows:
            steps = [np.linspace(*edges, side) for edges in self.edges]
            places = np.meshgrid(*steps)
            rows = np.tile(self.middle, (places[0].size, 1))
            for column, values in zip(self.columns, places, strict=True):
                rows[:, column] = values.ravel()
            self._rows[side] = rows.astype(dtype)
        return self._rows[side]


def _edges(values: Array, margin: float) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    beyond = margin * (high - low) or 1.0
    return low - beyond, high + beyond


def quantized(values: Array, scale: float) -> Array:
    """Return numbers from -scale to scale as bytes from 0 to 255, 128 for 0; NaN as 128.

    >>> quantized(np.array([-1.0, 0.0, 0.5, 9.0, np.nan]), 1.0).tolist()
    [1, 128, 192, 255, 128]
    """
    whole = np.nan_to_num(values, nan=0.0, posinf=scale, neginf=-scale) * (127 / (scale or 1.0))
    return (np.clip(np.rint(whole), -127, 127) + 128).astype(np.uint8)


def unit_pictures(network: Network, plane: Plane) -> tuple[Array, Array]:
    """Return what each hidden unit does on the plane: bytes (units, 32, 32), or (units, 32) on a
    line, and the size of its largest value, which 255 stands for.

    A unit is one of a dense layer but the last, behind the activation and whatever else follows it
    up to the next dense layer.
    """
    x = plane.rows(UNIT_SIDE, network.theta.dtype)
    shape = [UNIT_SIDE] * len(plane.columns)
    pictures: list[Array] = []
    scales: list[Array] = []
    with np.errstate(all="ignore"):
        for values in hidden_values(network, x):
            scale = np.abs(np.nan_to_num(values)).max(axis=0)
            scales.append(scale.astype(np.float32))
            scaled = values / np.where(scale > 0, scale, 1)
            pictures.append(quantized(scaled, 1.0).T.reshape(-1, *shape))
    if not pictures:
        return np.zeros((0, *shape), np.uint8), np.zeros(0, np.float32)
    return np.concatenate(pictures), np.concatenate(scales)


def hidden_values(network: Network, x: Array) -> list[Array]:
    """Return the outputs (rows, units) of each group of layers that a dense one begins, but the
    last: of the hidden units."""
    groups: list[Array] = []
    begun = False
    for layer, params in zip(network.layers, network.params, strict=True):
        if isinstance(layer, Dense):
            if begun:
                groups.append(x)
            begun = True
        x, _ = layer.forward(params, x, None)
    return groups


def hidden_widths(layers: Sequence[Layer]) -> list[int]:
    """Return the units of each dense layer but the last."""
    return [layer.units for layer in layers if isinstance(layer, Dense)][:-1]
