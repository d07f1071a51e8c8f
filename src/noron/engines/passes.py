"""A pass forward and back that keeps every value and changes nothing, to look at."""

from typing import NamedTuple

from noron.core.types import Array, Backward
from noron.engines.base import Batch
from noron.losses import Loss
from noron.network import Network


class Forward(NamedTuple):
    """The values of a forward pass by name, and each layer's way back."""

    values: dict[str, Array]
    backward: list[Backward]


def traced(network: Network, x: Array) -> Forward:
    """Return every intermediate value of a prediction by name: "0.dense", "1.relu", ..."""
    values, pulls = {"input": x}, list[Backward]()
    for place, (layer, params) in enumerate(zip(network.layers, network.params, strict=True)):
        x, pull = layer.forward(params, x)
        values[f"{place}.{layer.name}"] = x
        pulls.append(pull)
    return Forward(values, pulls)


class Backpropagated(NamedTuple):
    """The mean loss, its gradient at every value of the forward pass, and at every parameter."""

    loss: float
    deltas: dict[str, Array]
    gradients: dict[str, Array]


def backpropagated(network: Network, loss: Loss, batch: Batch, forward: Forward) -> Backpropagated:
    """dL/dx of each layer from its dL/dy, the last layer first; L is the mean loss of the rows.

    The delta of a value has its name behind a "d", as "d1.relu".
    """
    names = list(forward.values)
    value, loss_backward = loss.forward(forward.values[names[-1]], batch.y, batch.weight)
    dy = loss_backward()
    deltas, grads = {f"d{names[-1]}": dy}, list[Array]()
    for name, pull in zip(names[-2::-1], reversed(forward.backward), strict=True):
        dy, of_layer = pull(dy)
        deltas[f"d{name}"] = dy
        grads = [*of_layer, *grads]
    named = zip((segment.name for segment in network.layout), grads, strict=True)
    return Backpropagated(value, deltas, dict(named))
