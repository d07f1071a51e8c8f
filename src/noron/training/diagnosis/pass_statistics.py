"""One look at a network: a few rows forward and back, without changing a number of it."""

from typing import NamedTuple

import numpy as np

from noron.core.types import Array
from noron.engines import Batch, backpropagated, traced
from noron.layers import Elementwise, Embedding, Sigmoid, Tanh
from noron.losses import Loss
from noron.network import Network

FLAT = 2e-3
"""An activation with a smaller slope lets next to no gradient through."""
PIECE = 1 << 15
"""Numbers that are squared at once."""


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
    there = traced(network, batch.x[:])
    values, flat = list(there.values.values()), dict[int, float]()
    for place, layer in enumerate(network.layers):
        if isinstance(layer, Elementwise):
            slope = np.abs(layer.df(values[place], values[place + 1]))
            slope = slope if isinstance(layer, Sigmoid | Tanh) else slope.max(axis=0)
            flat[place] = float((slope < FLAT).mean())
    back = backpropagated(network, loss, batch, there)
    slopes = [
        rms(g)
        for name, g in back.gradients.items()
        if g.ndim == 2 and not isinstance(network.layers[int(name.partition(".")[0])], Embedding)
    ]  # an embedding's table has a gradient from few rows
    return PassStatistics(back.loss, values[-1], flat, [x.shape[1] for x in values[1:]], slopes)


def rms(x: Array, origin: Array | None = None) -> float:
    """Return the root mean square of all numbers less those of `origin`, 0 if there are none.

    They are summed in float64, a piece at a time that stays in a cache.
    """
    x, total = x.reshape(-1), 0.0
    for at in range(0, x.size, PIECE):
        piece = x[at : at + PIECE].astype(np.float64)
        if origin is not None:
            piece -= origin.reshape(-1)[at : at + PIECE]
        total += float(piece @ piece)
    return float(np.sqrt(total / max(x.size, 1)))
