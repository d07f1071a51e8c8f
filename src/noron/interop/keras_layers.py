"""Keras's description of a model, JSON with a dict for each layer, read into steps."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import ModelFileError, shown
from noron.core.types import Array
from noron.interop.graph import StepGraph
from noron.interop.steps import LayerStep, Step, Unknown, affine, dense, divided, normalization
from noron.layers import (
    ELU,
    BatchNorm,
    Dropout,
    Layer,
    LayerNorm,
    LeakyReLU,
    ReLU,
    Softmax,
)

Config = Mapping[str, Any]

ACTIVATIONS = {
    **{name: name for name in ("relu", "sigmoid", "tanh", "softmax", "selu", "softplus", "mish")},
    **{"silu": "silu", "swish": "silu", "gelu": "gelu", "leaky_relu": "leaky_relu", "elu": "elu"},
}
"""Keras's names, and noron's; its gelu is the exact one by default, as noron's is."""
SLOPE = 0.2
"""Of Keras's activation "leaky_relu"."""
LINKS_ONLY = ("exponential", "log_softmax")
"""Activations that noron has as the link of a loss only."""


class Weights(NamedTuple):
    """The arrays by the path of their layer, and the layer's name where the file has it."""

    arrays: Mapping[str, Mapping[int, Array]]
    names: Mapping[str, str]

    def of(self, name: str, kind: str, number: int) -> list[Array]:
        """Return the arrays of the layer `name`, the `number`-th of its kind."""
        by_name = [path for path, own in self.names.items() if own == name]
        count = f"_{number}" if number else ""
        legacy = [path for path in self.arrays if path.startswith(f"model_weights/{name}/")]
        for path in (*by_name, *legacy, f"layers/{_snake(kind)}{count}"):
            if path in self.arrays:
                return [array for _, array in sorted(self.arrays[path].items())]
        return []


UNREADABLE = (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError)
"""What a description of another form may raise where it is read."""


def steps_of(source: str, config: Config, weights: Weights) -> list[Step]:
    """Return the steps of a Sequential or a functional model. Raises ModelFileError."""
    kind = config.get("class_name")
    if kind not in ("Sequential", "Functional", "Model"):
        raise ModelFileError(
            f"{source} holds {shown(kind)}, and noron takes a Sequential or a functional model: "
            "save its weights alone and give the layers, from_keras(path, layers=[...])"
        )
    try:
        layers = _read_layers(source, config["config"]["layers"], weights)
        if kind == "Sequential":
            added = [Unknown(name, "an Add") for name, layer, _ in layers if _is_add(layer)]
            return added + [step for _, _, steps in layers for step in steps or ()]
        return _functional(source, config["config"], layers)
    except UNREADABLE as error:
        if isinstance(error, ModelFileError):
            raise
        raise ModelFileError(
            f"{source} describes its layers in a form that noron does not know "
            f"({type(error).__name__}: {shown(str(error), 60)}): save it again with Keras 3"
        ) from None


def _is_add(layer: Config) -> bool:
    return layer["class_name"] == "Add"


Read = tuple[str, Config, list[Step] | None]
"""A layer's name, its description and its steps; None for an input, and for an addition."""


def _read_layers(source: str, layers: list[Config], weights: Weights) -> list[Read]:
    counts: dict[str, int] = {}
    result: list[Read] = []
    flat = any(layer["class_name"] == "Flatten" for layer in layers)
    for layer in layers:
        kind, config = shown(str(layer["class_name"]), 40)[1:-1], layer["config"]
        name = str(config["name"])
        number = counts.get(kind, 0)
        counts[kind] = number + 1
        shape = config.get("batch_shape") or ()
        if len(shape) > 2 and not flat:
            raise ModelFileError(
                f"{source} takes inputs of the shape {shown(shape)}, but noron takes rows"
            )
        if kind in ("InputLayer", "Add"):
            result.append((name, layer, None))
            continue
        read = LAYERS.get(kind)
        if read is None:
            result.append((name, layer, [Unknown(name, f"a {kind}")]))
            continue
        result.append((name, layer, read(source, config, weights.of(name, kind, number))))
    return result


def _functional(source: str, config: Config, layers: list[Read]) -> list[Step]:
    """Return the steps from the one input to the one output."""
    (start, *_), *more = _ends(config["input_layers"])
    end, *others = _ends(config["output_layers"])
    if more or others:
        raise ModelFileError(f"{source} has several inputs or outputs: noron takes one of each")
    graph = StepGraph(source, start)
    for name, layer, steps in layers:
        nodes = layer["inbound_nodes"]
        if not nodes:
            continue
        if len(nodes) > 1:
            raise ModelFileError(f"{source}: the layer {shown(name)} is used {len(nodes)} times")
        before = _tensors(nodes[0]["args"])
        if steps is not None and len(before) == 1:
            graph.chain(name, before[0], *steps)
        elif steps is None and len(before) == 2:
            graph.join(name, name, "Add", *before)
        else:
            graph.chain(name, before[0], Unknown(name, f"a layer of {len(before)} inputs"))
    return graph.steps(end[0], start) or []


def _ends(given: Any) -> list[Any]:
    """Return the inputs or outputs as [name, node, tensor] each; one may stand without a list."""
    return [given] if given and isinstance(given[0], str) else list(given)


def _tensors(given: Any) -> list[str]:
    """Return the names of the layers that a call takes its inputs from."""
    if isinstance(given, Mapping):
        history = given["config"]["keras_history"]
        if history[1:] != [0, 0]:
            raise ValueError("an output that is not the first")
        return [str(history[0])]
    if not isinstance(given, list):
        raise TypeError("a layer is called with something else than the outputs of others")
    return [name for item in given for name in _tensors(item)]


def _snake(name: str) -> str:
    """Return the name as Keras writes a class in a file of weights.

    >>> _snake("BatchNormalization")
    'batch_normalization'
    """
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


# ---- what each layer of Keras is here


def _activation(name: str, given: Any) -> list[Step]:
    """Return the activation of a name or of a description; nothing for a linear one."""
    kind = given
    while isinstance(kind, Mapping):  # {"class_name": "function", "config": "relu"}
        kind = kind.get("config" if kind.get("class_name") == "function" else "class_name")
    if kind in (None, "linear"):
        return []
    if kind in ACTIVATIONS:
        own = ACTIVATIONS[kind]
        return [LayerStep(name, LeakyReLU(SLOPE) if own == "leaky_relu" else Layer.make(own))]
    what = kind if kind in LINKS_ONLY else f"the activation {shown(kind)}"
    return [Unknown(name, what)]


def _dense(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    name, use_bias = config["name"], config.get("use_bias", True)
    W, *b = _numbers(source, name, arrays, 2 if use_bias else 1)
    if W.ndim != 2 or W.shape[1] != config["units"]:
        raise ModelFileError(
            f"{source}: the kernel of {shown(name)} has the shape {W.shape} for "
            f"{shown(config['units'])} units: the file is damaged"
        )
    return [dense(name, W, *b), *_activation(name, config.get("activation"))]


def _numbers(source: str, name: str, arrays: list[Array], count: int) -> list[Array]:
    """Return the arrays; ModelFileError unless they are so many, of real numbers."""
    if len(arrays) != count or any(array.dtype.kind != "f" for array in arrays[:4]):
        kinds = ", ".join(str(array.dtype) for array in arrays) or "none"
        raise ModelFileError(
            f"{source}: the layer {shown(name)} needs {count} arrays of real numbers, but the file "
            f"has {len(arrays)} ({kinds})"
        )
    return arrays


def _scaled(source: str, config: Config, arrays: list[Array], more: int) -> list[Array | None]:
    """Return gamma and beta, None where the layer has none, and `more` statistics."""
    odd = config.get("rms_scaling") or config.get("renorm")
    if odd or config["axis"] not in (-1, [-1], 1, [1]):
        raise ModelFileError(
            f"{source}: {shown(config['name'])} normalizes in a way that noron does not have: over "
            "the columns, with their mean and variance, is legal"
        )
    has = [config.get("scale", True), config.get("center", True)]
    left = iter(_numbers(source, config["name"], arrays, sum(has) + more))
    return [next(left) if there else None for there in has] + list(left)


def _batch_norm(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    given = _scaled(source, config, arrays, 2)
    layer = BatchNorm(config["momentum"], config["epsilon"])
    return [normalization(config["name"], layer, given, arrays[-1])]


def _layer_norm(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    given = _scaled(source, config, arrays, 0)
    if not arrays:
        return [Unknown(config["name"], "a LayerNormalization without scale and shift")]
    return [normalization(config["name"], LayerNorm(config["epsilon"]), given, arrays[-1])]


def _normalization(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    """(x - mean) / max(sqrt(variance), 1e-7), as Keras computes it."""
    if config.get("invert"):
        return [Unknown(config["name"], "a Normalization that inverts")]
    given = [config["mean"], config["variance"]] if config.get("mean") is not None else arrays[:2]
    mean, variance = (np.ravel(np.asarray(values, np.float64)) for values in given)
    return [divided(config["name"], mean, np.maximum(np.sqrt(variance), 1e-7))]


def _relu(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    if config.get("max_value") is not None or config.get("threshold"):
        return [Unknown(config["name"], "a ReLU with a bound")]
    slope = config.get("negative_slope") or 0.0
    return [LayerStep(config["name"], LeakyReLU(slope) if slope else ReLU())]


def _softmax(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    return [LayerStep(config["name"], Softmax())]


def _leaky_relu(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    slope = config.get("negative_slope", config.get("alpha", 0.3))
    return [LayerStep(config["name"], LeakyReLU(float(slope)))]


def _elu(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    return [LayerStep(config["name"], ELU(float(config.get("alpha", 1.0))))]


def _dropout(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    return [LayerStep(config["name"], Dropout(float(config["rate"])))]


def _rescaling(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    return [affine(config["name"], config["scale"], config["offset"])]


def _nothing(source: str, config: Config, arrays: list[Array]) -> list[Step]:
    return []


LAYERS: dict[str, Callable[[str, Config, list[Array]], list[Step]]] = {
    "Activation": lambda source, config, _: _activation(config["name"], config["activation"]),
    "ActivityRegularization": _nothing,
    "BatchNormalization": _batch_norm,
    "Dense": _dense,
    "Dropout": _dropout,
    "ELU": _elu,
    "Flatten": _nothing,
    "Identity": _nothing,
    "LayerNormalization": _layer_norm,
    "LeakyReLU": _leaky_relu,
    "Normalization": _normalization,
    "ReLU": _relu,
    "Rescaling": _rescaling,
    "Softmax": _softmax,
}
