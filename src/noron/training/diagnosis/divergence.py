"""Explain why a loss stopped being finite, and what to do."""

import numpy as np

from noron.core.types import Array
from noron.engines import State
from noron.engines.base import Batch
from noron.network import Network
from noron.training.advice import Advice


def divergence(state: State, data: Batch, index: Array, rate: float) -> Advice:
    """Return the most likely cause of a loss that is no longer finite, and what to do.

    Args:
        state: the state of the run, with the last good weights.
        data: all training rows.
        index: the rows of the batch in which it happened.
        rate: the learning rate.
    """
    bad = np.argwhere(~np.isfinite(data.x[index]))
    if len(bad):
        row, column = index[bad[0][0]], bad[0][1]
        value = data.x[index][tuple(bad[0])]
        return Advice("inputs", f"X holds {value} in row {row}, column {column}")
    reach = np.abs(_behind_standardize(state.network, data.x[index]))
    if reach.max() > 30:
        column = int(reach.max(axis=0).argmax())
        return Advice(
            "inputs",
            f"The inputs are not scaled: column {column} reaches {reach.max():.3g}",
            "Put Standardize() first in the network, or divide X",
            "Add --standardize",
        )
    if state.loss.task == "regression" and np.abs(data.y).max() > 100:
        return Advice(
            "targets",
            f"y reaches {np.abs(data.y).max():.3g}: train on (y - y.mean()) / y.std(), or lower "
            "the learning rate",
        )
    return Advice(
        "rate too high",
        f"The learning rate of {rate:g} is too high: try {rate / 10:g} or a smaller one",
    )


def _behind_standardize(network: Network, x: Array) -> Array:
    """Return the inputs of the first layer with parameters."""
    for layer, params in zip(network.layers, network.params, strict=True):
        if not layer.learns_inputs:
            break
        x = layer.forward(params, x)[0]
    return x
