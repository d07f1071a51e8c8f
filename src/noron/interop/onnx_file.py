"""ONNX files: the graph and its constants, each checked against the bytes that are there."""

import math
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import ModelFileError, missing_extra, shown
from noron.core.types import Array
from noron.interop.files import bytes_of, numbers

TYPES = {1: "<f4", 2: "u1", 3: "i1", 5: "<i2", 6: "<i4", 7: "<i8", 9: "?", 10: "<f2", 11: "<f8",
         16: "<bf16"}  # fmt: skip
"""The numbers of TensorProto.DataType that are read, as NumPy's types."""
FIELDS = {1: "float_data", 7: "int64_data", 11: "double_data"}
"""Where a tensor keeps numbers that are not packed as bytes; others are in int32_data."""
STRING = 8
LARGEST_FILE = 2**31


class OnnxFile:
    """A graph of ONNX: its nodes, inputs, outputs, and constants by name."""

    def __init__(self, source: str, data: bytes, folder: Path) -> None:
        self.source, self._folder = source, folder
        self._outside: dict[str, bytes] = {}
        self._left: dict[str, int] = {}
        model = _parsed(source, data)
        self.graph = model.graph
        self.constants: dict[str, Array] = {}
        for tensor in self.graph.initializer:
            self.constants[tensor.name] = self.tensor(tensor)
        self.inputs = [i.name for i in self.graph.input if i.name not in self.constants]
        self.outputs = [output.name for output in self.graph.output]

    def tensor(self, tensor: Any) -> Array:
        """Return a tensor's values. Raises ModelFileError unless its data has the size it says."""
        where = f"{self.source}: the tensor {shown(tensor.name, 40)}"
        dims = tuple(tensor.dims)
        size = math.prod(dims)
        if len(dims) > 8 or min(dims, default=0) < 0:
            raise ModelFileError(f"{where} has the shape {shown(dims)}, which is none")
        if tensor.data_type == STRING:
            values = np.array([text.decode(errors="replace") for text in tensor.string_data])
        elif tensor.data_type not in TYPES:
            raise ModelFileError(f"{where} is of the type {tensor.data_type}: give floats")
        elif tensor.data_location == 1:
            values = _unpacked(where, self._external(where, tensor), TYPES[tensor.data_type])
        elif tensor.raw_data:
            values = _unpacked(where, tensor.raw_data, TYPES[tensor.data_type])
        else:
            values = _listed(tensor)
        if len(values) != size:
            raise ModelFileError(
                f"{where} says the shape {shown(dims)}, but has {len(values):,} numbers: the file "
                "is damaged, or a bomb"
            )
        return values.reshape(dims)

    def _external(self, where: str, tensor: Any) -> memoryview:
        """Return the bytes of a tensor that lie in a file beside the model."""
        given = {entry.key: entry.value for entry in tensor.external_data}
        name = given.get("location", "")
        path = self._folder / name
        inside = name and path.resolve().is_relative_to(self._folder.resolve())
        if not inside or Path(name).is_absolute():
            raise ModelFileError(
                f"{where} lies in {shown(name)}, outside the folder of the model: noron reads "
                "files beside the model only"
            )
        if name not in self._outside:
            self._outside[name] = bytes_of(path)[1]
            self._left[name] = len(self._outside[name])
        data = self._outside[name]
        try:
            start = int(given.get("offset", 0))
            length = int(given.get("length", len(data) - start))
        except ValueError:
            start = length = -1
        self._left[name] -= length
        if start < 0 or length < 0 or start + length > len(data) or self._left[name] < 0:
            raise ModelFileError(
                f"{where} lies outside its file {shown(name)}, or over another one: it is damaged"
            )
        return memoryview(data)[start : start + length]


def _parsed(source: str, data: bytes) -> Any:
    """Return the model; ModelFileError for damaged bytes and newer versions."""
    try:
        import onnx
    except ImportError:
        raise missing_extra("onnx", "onnx", "reading an ONNX file") from None
    if len(data) >= LARGEST_FILE:
        raise ModelFileError(f"{source} has {len(data):,} bytes: a dense network is smaller")
    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except Exception as error:  # damaged bytes may raise anything in the parser
        raise ModelFileError(
            f"{source} is no ONNX file, or is damaged ({shown(str(error), 80)})"
        ) from None
    if not model.graph.node:
        raise ModelFileError(f"{source} is no ONNX file, or its graph is empty")
    opsets = {entry.domain: entry.version for entry in model.opset_import}
    newest = max(opsets.get("", 0), opsets.get("ai.onnx", 0))
    known = onnx.defs.onnx_opset_version(), int(onnx.IR_VERSION)
    if newest > known[0] or model.ir_version > known[1]:
        raise ModelFileError(
            f"{source} is of opset {newest} and IR {model.ir_version}, but the installed onnx "
            f"knows up to {known[0]} and {known[1]}: export it with an older opset"
        )
    return model


def _unpacked(where: str, data: bytes | memoryview, kind: str) -> Array:
    itemsize = 2 if kind.endswith("bf16") else np.dtype(kind).itemsize
    if len(data) % itemsize:
        raise ModelFileError(f"{where} has {len(data)} bytes, no whole numbers: it is damaged")
    return numbers(data, kind)


def _listed(tensor: Any) -> Array:
    kind = TYPES[tensor.data_type]
    field = FIELDS.get(tensor.data_type)
    if field is not None:
        return np.array(getattr(tensor, field), dtype=kind)
    values = np.array(tensor.int32_data, dtype=np.int64)
    if kind.endswith(("bf16", "f2")):  # the bits of each number
        return numbers(values.astype("<u2").tobytes(), kind)
    return values.astype(kind)
