"""From PyTorch: the weights of a dense network, as a state dict or as a file of one."""

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import DataWarning, ModelFileError, shown
from noron.core.types import Array
from noron.interop.arrange import arranged, natural, number_of
from noron.interop.build import Classes, build
from noron.interop.files import bytes_of, read_safetensors
from noron.interop.steps import LayerStep, dense, normalization
from noron.interop.torch_file import read_state_dict
from noron.layers import BatchNorm, LayerNorm
from noron.model.neural_network import NeuralNetwork

PREFIXES = ("module.", "_orig_mod.")
"""What DataParallel and torch.compile put before every name."""
STATISTICS = ("running_mean", "running_var")
LEAVES = {"weight", "bias", *STATISTICS, "num_batches_tracked"}


def from_torch(
    weights: str | Path | Mapping[str, Any],
    *,
    layers: Sequence[Any] | None = None,
    activation: Any = None,
    loss: Any = "cross_entropy",
    classes: Classes = None,
    order: Sequence[str] | None = None,
) -> NeuralNetwork:
    """Return the network of a PyTorch state dict: Linear, BatchNorm1d and LayerNorm.

    Args:
        weights: a file of `torch.save(model.state_dict(), path)` or of safetensors, or the state
            dict itself. Nothing in a file is executed.
        layers: all layers of the network in order, such as [Dense(16), ReLU(), Dense(3)].
        activation: instead of `layers`: the activation between the dense layers, after their
            normalization. In a Sequential it goes where a number is left out.
        loss: its link is the softmax or sigmoid that turns the scores into probabilities.
        classes: the labels in the order of the outputs; by default 0, 1, ...
        order: the names of the layers in the order of the forward pass, where the file's differs.

    Raises:
        ModelFileError: for a file that is damaged, holds code, or other layers; it names them.
        SettingError: if `layers`, `order` or `classes` do not fit the weights.
    """
    source, arrays = _read(weights)
    parts = _parts(source, arrays)
    numbered = all(number_of(part) is not None for part in parts)
    steps = arranged(
        source, parts, layers=layers, activation=activation, order=order, numbered=numbered
    )
    net = build(source, steps, loss=loss, classes=classes)
    norms = [part.name for part in parts if isinstance(part.layer, LayerNorm)]
    if norms and layers is None:
        warnings.warn(
            f"{source}: {', '.join(norms)} may be LayerNorm or another normalization, and are "
            "taken for LayerNorm with an epsilon of 1e-5; if not, give all layers, layers=[...]",
            DataWarning,
            stacklevel=2,
        )
    return net


def _read(weights: Any) -> tuple[str, dict[str, Array]]:
    if isinstance(weights, Mapping):
        return "the state dict", {str(name): _as_array(value) for name, value in weights.items()}
    source, data = bytes_of(weights)
    if source.rstrip("'").endswith(".safetensors"):
        arrays = read_safetensors(source, data)
        return source, {name: arrays[name] for name in sorted(arrays, key=natural)}
    return source, read_state_dict(source, data)


def _as_array(value: Any) -> Array:
    if hasattr(value, "detach"):
        value = value.detach().cpu()
        value = value.float() if str(value.dtype) == "torch.bfloat16" else value
    return np.asarray(value)


def _parts(source: str, arrays: Mapping[str, Array]) -> list[LayerStep]:
    """Return a part for each module of the state dict, in its order."""
    modules: dict[str, dict[str, Array]] = {}
    for name, array in arrays.items():
        module, _, leaf = _bare(name).rpartition(".")
        if leaf not in LEAVES:
            raise ModelFileError(
                f"{source}: {shown(name)} is of no dense, batch or layer normalization: noron has "
                "no layer for it"
            )
        modules.setdefault(module, {})[leaf] = array
    return [_part(source, name, module) for name, module in modules.items()]


def _bare(name: str) -> str:
    prefix = next((p for p in PREFIXES if name.startswith(p)), None)
    return name if prefix is None else _bare(name[len(prefix) :])


def _part(source: str, name: str, module: Mapping[str, Array]) -> LayerStep:
    weight, bias = module.get("weight"), module.get("bias")
    shapes = [array.shape for array in (weight, bias) if array is not None]
    floats = (array for leaf, array in module.items() if leaf != "num_batches_tracked")
    if all(array.dtype.kind == "f" for array in floats):
        if all(leaf in module for leaf in STATISTICS):
            mean, var = (module[leaf] for leaf in STATISTICS)
            return normalization(name, BatchNorm(), (weight, bias, mean, var), mean)
        if weight is not None and weight.ndim == 2:
            return dense(name, weight.T, bias)
        if weight is not None and bias is not None and weight.ndim == 1:
            return normalization(name, LayerNorm(), (weight, bias), weight)
    raise ModelFileError(
        f"{source}: the layer {shown(name)} has {', '.join(module)} of the shapes {shown(shapes)}: "
        "noron takes Linear, BatchNorm1d and LayerNorm"
    )
