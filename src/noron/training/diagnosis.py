"""Explain why a loss stopped being finite, and what to do."""

import numpy as np

from noron.core.types import Array
from noron.engines import State
from noron.engines.base import Batch
from noron.network import Network


def diagnosis(state: State, data: Batch, index: Array, epoch: int, rate: float) -> str:
    """Return the most likely cause of a loss that is no longer finite, and what to do.

    Args:
        state: the state of the run, with the last good weights.
        data: all training rows.
        index: the rows of the batch in which it happened.
        epoch: its number, from 1.
        rate: the learning rate.
    """
    happened = f"the loss stopped being finite in epoch {epoch}; the last good weights are kept"
    bad = np.argwhere(~np.isfinite(data.x[index]))
    if len(bad):
        row, column = index[bad[0][0]], bad[0][1]
        return f"{happened}. X holds {data.x[index][tuple(bad[0])]} in row {row}, column {column}"
    reach = np.abs(_behind_standardize(state.network, data.x[index]))
    if reach.max() > 30:
        column = int(reach.max(axis=0).argmax())
        return (
            f"{happened}. The inputs are not scaled: column {column} reaches {reach.max():.3g}. "
            "Put Standardize() first in the network, or divide X"
        )
    if state.loss.task == "regression" and np.abs(data.y).max() > 100:
        return (
            f"{happened}. y reaches {np.abs(data.y).max():.3g}: train on (y - y.mean()) / y.std(), "
            "or lower the learning rate"
        )
    return f"{happened}. The learning rate of {rate:g} is too high: try {rate / 10:g}"


def _behind_standardize(network: Network, x: Array) -> Array:
    """Return the inputs of the first layer with parameters."""
    for layer, params in zip(network.layers, network.params, strict=True):
        if not layer.learns_inputs:
            break
        x = layer.forward(params, x)[0]
    return x
