"""A chain of layers: the chain rule, as a loop forward and a loop backward."""

from collections.abc import Callable, Iterable, Sequence

from noron.core.types import RNG, Array, Backward, Params
from noron.layers.base import Elementwise, Layer, ParameterSpec

ChainBackward = Callable[[Array], tuple[Array, list[Params]]]
"""dL/dy -> (dL/dx, dL/dparams of each layer)."""


def forward_through(
    layers: Sequence[Layer], params: Sequence[Params], x: Array, rng: RNG | None
) -> tuple[Array, ChainBackward]:
    """y = f_L(... f_2(f_1(x))); back, dx = f_1'(f_2'(... f_L'(dy))), the last layer first."""
    pullbacks: list[Backward] = []
    for layer, of_layer in zip(layers, params, strict=True):
        x, pullback = layer.forward(of_layer, x, rng)
        pullbacks.append(pullback)

    def backward(dy: Array) -> tuple[Array, list[Params]]:
        grads: list[Params] = []
        for pullback in reversed(pullbacks):
            dy, of_layer = pullback(dy)
            grads.append(of_layer)
        return dy, grads[::-1]

    return x, backward


def layered_parameters(layers: Iterable[Layer], n_inputs: int) -> list[tuple[ParameterSpec, ...]]:
    """Return the parameters of each layer, for the width that arrives there."""
    specs = []
    for layer in layers:
        specs.append(layer.parameters(n_inputs))
        n_inputs = layer.n_outputs(n_inputs)
    return specs


def output_width(layers: Iterable[Layer], n_inputs: int) -> int:
    """Return the width after the last layer."""
    for layer in layers:
        n_inputs = layer.n_outputs(n_inputs)
    return n_inputs


def suited(layers: Sequence[Layer], last: Elementwise | None = None) -> tuple[Layer, ...]:
    """Return each layer suited to its activation: the next one after it, else the last before."""
    activation = next((a for a in reversed(layers) if isinstance(a, Elementwise)), last)
    done = []
    for layer in reversed(layers):
        if isinstance(layer, Elementwise):
            activation = layer
        done.append(layer.suited_to(activation))
    return tuple(reversed(done))
