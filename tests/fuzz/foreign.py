"""Targets for the readers of other libraries' models, which begin with the files of their tests."""

import io
import json
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from fuzz.drawing import ODD, Draw, changed
from noron.core.errors import DataError, ModelFileError, SettingError
from noron.interop import from_keras, from_onnx, from_torch

FIXTURES = Path(__file__).parents[1] / "interop" / "fixtures"


@cache
def whole(name: str) -> bytes:
    """Return a model of another library."""
    return (FIXTURES / name).read_bytes()


def damaged(draw: Draw, content: bytes) -> bytes:
    """Return bytes with up to three of them changed, put in or left out."""
    changing = bytearray(content)
    for _ in range(draw.below(4)):
        place = (draw.below(256) << 8 | draw.below(256)) % max(1, len(changing))
        way = draw.below(3)
        changing[place : place + (way != 1)] = bytes([draw.below(256)] if way < 2 else ())
    return bytes(changing)


def taken(read: Callable[..., Any], path: Path, **given: Any) -> None:
    """Import a file, and predict with what it holds."""
    with warnings.catch_warnings(), suppress(ModelFileError, SettingError):
        warnings.simplefilter("ignore")
        net = read(path, **given)
        with suppress(DataError), np.errstate(all="ignore"):
            net.predict(np.zeros((2, net.network.n_inputs)))


def onnx(data: bytes, folder: Path) -> None:
    """Import an ONNX graph with fields of its nodes and tensors changed, or damaged bytes."""
    from onnx import ModelProto

    draw, path = Draw(data), folder / "o.onnx"
    content = whole(draw.of(("old.onnx", "pipeline.onnx", "beside.onnx")))
    if draw.below(3) == 0:
        content = damaged(draw, content)
    else:
        model = ModelProto.FromString(content)
        for _ in range(1 + draw.below(3)):
            with suppress(TypeError, ValueError, OverflowError):
                change_field(draw, model)
        content = model.SerializeToString()
    path.write_bytes(content)
    (folder / "beside.data").write_bytes(whole("beside.data"))
    taken(from_onnx, path)


def change_field(draw: Draw, message: Any) -> None:
    """Change, repeat or leave out a field somewhere below a protobuf message."""
    fields = message.ListFields()
    if not fields:
        return
    field, value = draw.of(fields)
    several = hasattr(value, "extend")
    if several and draw.below(6) == 0:
        del value[draw.below(len(value))]
    elif several and draw.below(6) == 0:
        value.extend([value[draw.below(len(value))]])
    elif several and hasattr(value[0], "ListFields"):
        change_field(draw, value[draw.below(len(value))])
    elif several:
        value[draw.below(len(value))] = other_value(draw, value[0])
    elif hasattr(value, "ListFields"):
        change_field(draw, value)
    elif draw.below(4) == 0:
        message.ClearField(field.name)
    else:
        setattr(message, field.name, other_value(draw, value))


def other_value(draw: Draw, value: Any) -> Any:
    """Return another value, mostly of the same kind."""
    if isinstance(value, bytes):
        return value[draw.below(8) :] + bytes(draw.below(8))
    words = ("Gemm", "MatMul", "Relu", "Softmax", "Reshape", "Add", "Scan", "transB", "X", "")
    if isinstance(value, str):
        return draw.of(words)
    numbers = (0, 1, -1, 2, 3, value + 1, value - 1, 2**31, -(2**62), float("nan"), 1e300)
    return draw.of((*numbers, *ODD[:3]))


def torch(data: bytes, folder: Path) -> None:
    """Import a .pt file whose program, or whatever else, is damaged."""
    draw, path = Draw(data), folder / "t.pt"
    names = ("sequential", "checkpoint", "half", "bfloat16", "named", "whole_model")
    content = whole(f"{draw.of(names)}.pt")
    if draw.below(4) == 0:
        content = damaged(draw, content)
    else:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
            for name in old.namelist():
                entry = old.read(name)
                change = name.endswith("data.pkl") or draw.below(8) == 1
                new.writestr(name, damaged(draw, entry) if change else entry)
        content = stream.getvalue()
    path.write_bytes(content)
    taken(from_torch, path, activation=draw.of(("relu", None, "tanh")))


def safetensors(data: bytes, folder: Path) -> None:
    """Import a state dict in safetensors with the header changed."""
    draw, path = Draw(data), folder / "w.safetensors"
    content = whole(f"{draw.of(('sequential', 'half', 'bfloat16', 'named'))}.safetensors")
    if draw.below(4):
        end = 8 + int.from_bytes(content[:8], "little")
        header = json.loads(content[8:end])
        for _ in range(1 + draw.below(3)):
            header = changed(draw, header)
        with suppress(ValueError):
            text = json.dumps(header).encode()
            content = len(text).to_bytes(8, "little") + text + content[end:]
    path.write_bytes(content if draw.below(4) else damaged(draw, content))
    taken(from_torch, path, activation=draw.of(("relu", None)))


def keras(data: bytes, folder: Path) -> None:
    """Import a .keras file with its config changed, or HDF5 with damaged bytes."""
    draw = Draw(data)
    if draw.below(2):
        path = folder / "k.weights.h5"
        path.write_bytes(damaged(draw, whole("sequential.h5")))
        taken(from_keras, path)
        return
    path, stream = folder / "k.keras", io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole("functional.keras"))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            entry = old.read(name)
            if name == "config.json" and draw.below(4):
                with suppress(ValueError):
                    entry = json.dumps(changed(draw, json.loads(entry))).encode()
            elif draw.below(4) == 1:
                entry = damaged(draw, entry)
            new.writestr(name, entry)
    path.write_bytes(stream.getvalue())
    taken(from_keras, path)
