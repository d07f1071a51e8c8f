"""From Keras: a dense network, as a whole model or as its weights. No code of it is executed."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from noron.core.errors import ModelFileError, SettingError, shown
from noron.core.tensor_file import LONGEST_HEADER
from noron.core.types import Array
from noron.interop.arrange import arranged, natural
from noron.interop.build import Classes, build
from noron.interop.files import Archive, bytes_of, read_safetensors
from noron.interop.hdf5 import Hdf5
from noron.interop.keras_layers import Weights, steps_of
from noron.interop.steps import LayerStep, dense, normalization
from noron.layers import BatchNorm, Dense, LayerNorm
from noron.model.neural_network import NeuralNetwork

ZIP, HDF5 = b"PK", b"\x89HDF"
"""With what the two kinds of files begin."""
LEAVES = {
    "kernel": 0, "bias": 1, "gamma": 0, "beta": 1, "moving_mean": 2, "moving_variance": 3
}  # fmt: skip
"""The place of each array among those of its layer."""


def from_keras(
    model: str | Path,
    *,
    layers: Sequence[Any] | None = None,
    activation: Any = None,
    loss: Any = None,
    classes: Classes = None,
    order: Sequence[str] | None = None,
) -> NeuralNetwork:
    """Return the network of a Keras model: a Sequential or a functional chain of dense layers.

    Args:
        model: a `.keras` file (or an old `.h5`) of a whole model; or its weights alone, as
            `.weights.h5` or safetensors, which say nothing of the layers between.
        layers: for weights alone: all layers in order, such as [Dense(16), ReLU(), Dense(3)].
        activation: for weights alone, instead of `layers`: the activation between dense layers.
        loss: by default what suits the last activation: cross-entropy for softmax, binary
            cross-entropy for sigmoid, else the mean squared error.
        classes: the labels in the order of the outputs; by default 0, 1, ...
        order: for weights alone: the names of the layers in the order of the forward pass.

    Raises:
        ModelFileError: for a file that is damaged, or layers that noron lacks; it names them.
        SettingError: if `layers`, `order` or `classes` do not fit the weights.
    """
    source, data = bytes_of(model)
    if data[:4] == HDF5:
        weights = Hdf5(source, data)
        text, arrays, names = weights.config, weights.arrays, weights.names
    elif data[:2] == ZIP:
        archive = Archive(source, data, "model that Keras 3 saved")
        text = archive.read("config.json", LONGEST_HEADER).decode(errors="replace")
        weights = Hdf5(source, archive.read("model.weights.h5"))
        arrays, names = weights.arrays, weights.names
    else:
        arrays = read_safetensors(source, data, "file of Keras (.keras, .h5, .safetensors)")
        text, names = "", dict[str, str]()
    grouped = _grouped(source, arrays, strict=not text)
    if not text:
        parts = _parts(source, grouped)
        mixed = any(not isinstance(part.layer, Dense) for part in parts)
        if mixed and layers is None and order is None:
            raise SettingError(
                f"{source} does not say where its normalization stands: give all layers, "
                "layers=[Dense(16), BatchNorm(0.99, 1e-3), ReLU(), Dense(3)]"
            )
        steps = arranged(
            source, parts, layers=layers, activation=activation, order=order, numbered=True
        )
        return build(source, steps, loss=loss or "cross_entropy", classes=classes)
    if layers is not None or activation is not None or order is not None:
        raise SettingError(f"{source} is a whole model: leave layers, activation and order out")
    config = _config(source, text)
    steps = steps_of(source, config, Weights(grouped, names))
    return build(source, steps, loss=loss, classes=classes)


def _config(source: str, text: str) -> dict[str, Any]:
    try:
        config = json.loads(text)
    except (ValueError, RecursionError):
        config = None
    if not isinstance(config, dict):
        raise ModelFileError(f"{source} has a damaged description of its layers: save it again")
    return config


def _grouped(
    source: str, arrays: Mapping[str, Array], *, strict: bool
) -> dict[str, dict[int, Array]]:
    """Return the arrays of each layer by their place, under the layer's path.

    Others are left out, or refused with `strict`.
    """
    grouped: dict[str, dict[int, Array]] = {}
    for path, array in arrays.items():
        layer, _, leaf = path.removesuffix(":0").rpartition("/")
        place = int(leaf) if re.fullmatch(r"\d{1,3}", leaf, re.ASCII) else LEAVES.get(leaf)
        if place is None and strict:
            raise ModelFileError(
                f"{source}: {shown(path)} is of no dense layer and no normalization: noron has no "
                "layer for it"
            )
        if place is not None:
            grouped.setdefault(layer.removesuffix("/vars"), {})[place] = array
    return grouped


def _parts(source: str, grouped: Mapping[str, Mapping[int, Array]]) -> list[LayerStep]:
    """Return the layers of a file of weights alone, which says what they are by their arrays."""
    return [_part(source, path, grouped[path]) for path in sorted(grouped, key=natural)]


def _part(source: str, path: str, arrays: Mapping[int, Array]) -> LayerStep:
    name = path.rpartition("/")[2]
    first = arrays.get(0)
    places = sorted(arrays)
    in_order = [arrays[place] for place in places]
    floats = all(array.dtype.kind == "f" for array in arrays.values())
    if first is not None and floats:
        if first.ndim == 2 and places in ([0], [0, 1]):
            return dense(name, first, arrays.get(1))
        if first.ndim == 1 and places == [0, 1, 2, 3]:
            return normalization(name, BatchNorm(0.99, 1e-3), in_order, first)
        if first.ndim == 1 and places == [0, 1]:
            return normalization(name, LayerNorm(1e-3), in_order, first)
    shapes = [array.shape for array in in_order]
    raise ModelFileError(
        f"{source}: the layer {shown(name)} has arrays of the shapes {shown(shapes)}: noron takes "
        "Dense, BatchNormalization and LayerNormalization, with a scale and a shift"
    )
