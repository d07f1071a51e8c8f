"""The steps of a prediction: what a network computes for a row, as plain arrays and numbers.

Formats are written from these steps, so only this module knows the layers. Steps hold the numbers
in the network's own type; training-only layers such as dropout are left out.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array, Params
from noron.layers import (
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
    Identity,
    Layer,
    LayerNorm,
    Residual,
    Softmax,
    Standardize,
)
from noron.network import Network


class Step(NamedTuple):
    """One step for a batch x of shape (rows, n_inputs).

    The kinds, with their arrays and settings:

        dense         x W + b                                            W, b
        activation    f(x) by its registered name                        name, and its settings
        softmax       exp(x) / sum exp(x) over each row
        normalize     (x - center) * scale + shift, column by column     center, scale, shift
                      (a batch_norm has its settings, and in `params` gamma, beta, mean, var)
        layer_norm    gamma (x - mean) / sqrt(var + epsilon) + beta      gamma, beta; epsilon
                      with mean and var over each row
        embedding     the last m inputs are codes; each is replaced      E0, E1, ..
                      by a row of its table E, nearest row if outside
        residual      x + F(x)                                           the steps of F in `inner`
    """

    kind: str
    n_inputs: int
    n_outputs: int
    arrays: dict[str, Array]
    settings: dict[str, Any]
    inner: tuple["Step", ...] = ()
    params: Params = ()


def steps_of(network: Network) -> tuple[Step, ...]:
    """Return the steps from the inputs to the raw scores.

    Raises SettingError for a layer of your own, which no other format can hold.
    """
    return tuple(_steps(network.layers, network.params, network.n_inputs))


def _steps(layers: Sequence[Layer], params: Sequence[Params], width: int) -> Iterator[Step]:
    for layer, arrays in zip(layers, params, strict=True):
        n_outputs = layer.n_outputs(width)
        if not type(layer).__module__.startswith("noron.layers."):
            raise SettingError(
                f"the layer {layer.name!r} is your own, and no other program knows it: export a "
                "network of noron's own layers, or save the model with net.save(path)"
            )
        if not isinstance(layer, Dropout | Identity):
            yield _step(layer, arrays, width, n_outputs)
        width = n_outputs


def _step(layer: Layer, params: Params, n_inputs: int, n_outputs: int) -> Step:
    kind, arrays, settings = layer.name, dict[str, Array](), dict[str, Any]()
    learnt: Params = ()
    if isinstance(layer, Residual):
        inner = tuple(_steps(layer.inner, layer.inner_params(params, n_inputs), n_inputs))
        return Step("residual", n_inputs, n_outputs, arrays, settings, inner)
    if isinstance(layer, Dense):
        b = params[1] if layer.bias else np.zeros(n_outputs, params[0].dtype)
        arrays = {"W": params[0], "b": b}
    elif isinstance(layer, BatchNorm):
        gamma, beta, mean, var = params
        inverse = gamma / np.sqrt(var + layer.epsilon)
        kind, arrays = "normalize", {"center": mean, "scale": inverse, "shift": beta}
        settings, learnt = layer.settings(), tuple(np.array(value) for value in params)
    elif isinstance(layer, Standardize):
        mean, std = params
        kind = "normalize"
        arrays = {"center": mean, "scale": 1 / std, "shift": np.zeros_like(mean)}
    elif isinstance(layer, LayerNorm):
        arrays, settings = dict(zip(("gamma", "beta"), params, strict=True)), layer.settings()
    elif isinstance(layer, Embedding):
        arrays = {f"E{j}": table for j, table in enumerate(params)}
    elif isinstance(layer, Elementwise):
        kind, settings = "activation", layer.settings()
    elif not isinstance(layer, Softmax):
        raise SettingError(f"the layer {layer.name!r} cannot be exported yet")
    copies = {name: np.array(value) for name, value in arrays.items()}
    return Step(kind, n_inputs, n_outputs, copies, settings, params=learnt)
