"""Faults of backpropagation that people make: one is planted, and the check of gradients finds it.

Only what runs backward is wrong: the loss stays as it is, so differences of the loss tell.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, cast, final

import numpy as np

from noron.core.errors import SettingError, unknown_name
from noron.core.types import RNG, Array, Backward, Params
from noron.layers import BatchNorm, Dense, Elementwise, Layer
from noron.losses import Loss
from noron.network import Network


class BackwardPass(NamedTuple):
    """What a layer's backward pass knows: its numbers, and what it gives.

    Attributes:
        layer: the layer.
        params: its arrays.
        x: its input, of shape (rows, inputs).
        y: its output.
        dy: the derivative of the loss by the output.
        dx: the derivative of the loss by the input.
        grads: those by its arrays.
    """

    layer: Layer
    params: Params
    x: Array
    y: Array
    dy: Array
    dx: Array
    grads: Params


Changed = tuple[Array, Params]
"""The derivatives by the input and by the arrays."""


def _derivative_at(p: BackwardPass, x: Array) -> Array:
    """Return the derivative of an activation, element by element."""
    return p.layer.forward(p.params, x, None)[1](np.ones_like(p.dy))[0]


def _weights(p: BackwardPass, dW: Array) -> Changed:
    """Change the gradient of the weights only."""
    return p.dx, (dW, *p.grads[1:])


def _inverse_deviation(p: BackwardPass) -> Array:
    """Return what batch normalization multiplies each column by."""
    return 1 / np.sqrt(p.x.var(axis=0) + cast(BatchNorm, p.layer).epsilon)


def _bias(p: BackwardPass, change: Callable[[Array], Array]) -> Changed:
    """Change the gradient of the bias only, where there is one."""
    return p.dx, (p.grads[0], *(change(db) for db in p.grads[1:]))


OF_LOSS: Mapping[str, Callable[[Array], Array]] = {
    "mean_forgotten": lambda ds: ds * len(ds),
    "sign_of_loss": lambda ds: -ds,
    "half_of_loss": lambda ds: ds / 2,
    "first_row_only": lambda ds: ds * (np.arange(len(ds)) == 0)[:, None],
    "rows_mixed_up": lambda ds: np.roll(ds, 1, axis=0),
}
"""Changes of the derivative by the scores, of shape (rows, outputs)."""

OF_ACTIVATIONS: Mapping[str, Callable[[BackwardPass], Changed]] = {
    "derivative_forgotten": lambda p: (p.dy, p.grads),
    "derivative_squared": lambda p: (p.dx * _derivative_at(p, p.x), p.grads),
    "derivative_at_output": lambda p: (p.dy * _derivative_at(p, p.y), p.grads),
    "value_for_derivative": lambda p: (p.dy * p.y, p.grads),
    "sign_lost": lambda p: (np.abs(p.dx), p.grads),
    "first_unit_only": lambda p: (p.dx * (np.arange(p.dx.shape[1]) == 0), p.grads),
}
OF_DENSE: Mapping[str, Callable[[BackwardPass], Changed]] = {
    "bias_forgotten": lambda p: _bias(p, np.zeros_like),
    "bias_mean": lambda p: _bias(p, lambda db: db / len(p.x)),
    "input_forgotten": lambda p: _weights(p, np.ones_like(p.x).T @ p.dy),
    "input_of_next_row": lambda p: _weights(p, np.roll(p.x, 1, axis=0).T @ p.dy),
    "transpose_forgotten": lambda p: _weights(p, (p.dy.T @ p.x).reshape(p.params[0].shape)),
    "added_twice": lambda p: _weights(p, 2 * p.grads[0]),
    "decay_twice": lambda p: _weights(p, p.grads[0] + 0.1 * p.params[0]),
    "rounded": lambda p: _weights(p, np.round(p.grads[0], 2)),
    "inputs_reversed": lambda p: (p.dx[:, ::-1], p.grads),
    "not_passed_back": lambda p: (np.zeros_like(p.dx), p.grads),
    "weights_forgotten": lambda p: (
        np.broadcast_to(p.dy.sum(axis=1, keepdims=True), p.dx.shape).copy(),
        p.grads,
    ),
}
OF_BATCH_NORM: Mapping[str, Callable[[BackwardPass], Changed]] = {
    "stale_statistics": lambda p: p.layer.forward(p.params, p.x, None)[1](p.dy),
    "statistics_constant": lambda p: (p.dy * p.params[0] * _inverse_deviation(p), p.grads),
    "scale_not_summed": lambda p: (p.dx, (p.grads[0] / len(p.x), *p.grads[1:])),
}
FAULTS = (*OF_LOSS, *OF_ACTIVATIONS, *OF_DENSE, *OF_BATCH_NORM)

OF_LAYERS: Mapping[str, tuple[type[Layer], Mapping[str, Callable[[BackwardPass], Changed]], str]]
OF_LAYERS = {
    "a hidden layer's activation": (Elementwise, OF_ACTIVATIONS, "add a hidden layer"),
    "a dense layer": (Dense, OF_DENSE, "add a dense layer"),
    "batch normalization": (BatchNorm, OF_BATCH_NORM, "turn it on in the Playground"),
}
"""Where the faults are: the kind of layer, its faults, and what to do if there is none."""


@final
@dataclass(frozen=True)
class FaultyLayer:
    """A layer whose backward pass is changed; all else is the layer's own."""

    layer: Layer
    change: Callable[[BackwardPass], Changed]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.layer, name)

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """Run the layer, and change what its backward pass gives."""
        y, pull = self.layer.forward(params, x, rng)

        def backward(dy: Array) -> Changed:
            return self.change(BackwardPass(self.layer, params, x, y, dy, *pull(dy)))

        return y, backward


@final
@dataclass(frozen=True)
class FaultyLoss:
    """A loss whose derivative is changed; all else is the loss's own."""

    loss: Loss
    change: Callable[[Array], Array]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.loss, name)

    def forward(self, s: Array, y: Array, weight: Array | None) -> tuple[float, Any]:
        """Return the loss, and a backward pass with the changed derivative."""
        value, pull = self.loss.forward(s, y, weight)

        def backward() -> Array:
            return self.change(pull())

        return value, backward


def planted(network: Network, loss: Loss, fault: str | None) -> tuple[Network, Loss]:
    """Return the network, whose layers are changed in place, and the loss with a fault.

    Raises SettingError for an unknown fault, and where the network has nothing of its kind.
    """
    if fault is None:
        return network, loss
    if fault in OF_LOSS:
        return network, cast(Loss, FaultyLoss(loss, OF_LOSS[fault]))
    for where, (kind, faults, hint) in OF_LAYERS.items():
        if fault not in faults:
            continue
        if not any(isinstance(layer, kind) for layer in network.layers):
            raise SettingError(f"fault: {fault} is one of {where}, which is not there: {hint}")
        change = faults[fault]
        layers = [FaultyLayer(x, change) if isinstance(x, kind) else x for x in network.layers]
        network.layers = cast(tuple[Layer, ...], tuple(layers))
        return network, loss
    raise unknown_name("fault", fault, FAULTS)
