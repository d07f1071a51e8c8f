"""One look at a network: a few rows forward and back, without changing a number of it."""

from typing import NamedTuple

import numpy as np

from noron.core.types import Array, Backward
from noron.engines import Batch
from noron.layers import Elementwise, Embedding, Layer, Sigmoid, Tanh
from noron.losses import Loss
from noron.network import Network

FLAT = 2e-3
"""An activation with a smaller slope lets next to no gradient through."""


class PassStatistics(NamedTuple):
    """What a batch shows of a network at its present weights, with nothing dropped.

    Attributes:
        loss: the mean loss of the rows.
        scores: shape (rows, n_outputs).
        flat: for each activation, by its place, the share of its units that are flat for every
            row; of sigmoid and tanh, the share of their values that are flat.
        widths: the number of units that each layer gives.
        slopes: for each weight matrix, the root mean square of its gradient.
    """

    loss: float
    scores: Array
    flat: dict[int, float]
    widths: list[int]
    slopes: list[float]


@np.errstate(all="ignore")
def pass_statistics(network: Network, loss: Loss, batch: Batch) -> PassStatistics:
    """Run the batch forward and back by the layers' formulas; `network.grad` stays as it is."""
    x, passes, flat = batch.x[:], list[tuple[Layer, Backward]](), dict[int, float]()
    widths, slopes = list[int](), list[float]()
    for place, (layer, params) in enumerate(zip(network.layers, network.params, strict=True)):
        z = x
        x, pull = layer.forward(params, z)
        passes.append((layer, pull))
        widths.append(x.shape[1])
        if isinstance(layer, Elementwise):
            slope = np.abs(layer.df(z, x))
            slope = slope if isinstance(layer, Sigmoid | Tanh) else slope.max(axis=0)
            flat[place] = float((slope < FLAT).mean())
    value, backward = loss.forward(x, batch.y, batch.weight)
    dy = backward()
    for layer, pull in reversed(passes):
        dy, grads = pull(dy)
        if not isinstance(layer, Embedding):  # a table's row has a gradient from few rows
            slopes += [rms(g) for g in reversed(grads) if g.ndim == 2]
    return PassStatistics(value, x, flat, widths, slopes[::-1])


def rms(x: Array) -> float:
    """Return the root mean square of all numbers, 0 if there are none."""
    return float(np.sqrt(np.mean(np.square(x, dtype=np.float64)))) if x.size else 0.0
