"""Normalization: numbers are brought to mean 0 and variance 1, then to a learnt scale and shift.

The layers differ in what they average over: `BatchNorm` each column over the batch, `LayerNorm`
each row over its units, `Standardize` each column over the training set, once, before training.
"""

from abc import ABC
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, final

import numpy as np

from noron.core.errors import check_number
from noron.core.types import RNG, Array, Backward, Params, RowSource
from noron.layers.base import Layer, ParameterSpec


@dataclass(frozen=True)
class ScaleAndShift(Layer, ABC):
    """y = gamma * x_hat + beta, the learnt part of a normalization layer."""

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """gamma = 1 and beta = 0, one of each for a unit."""
        return (
            ParameterSpec("gamma", (n_inputs,), "scale", lambda rng: np.ones(n_inputs)),
            ParameterSpec("beta", (n_inputs,), "shift", lambda rng: np.zeros(n_inputs)),
        )


@final
@dataclass(frozen=True)
class BatchNorm(ScaleAndShift, name="batch_norm"):
    """y = gamma (x - mu) / sqrt(var + epsilon) + beta, mu and var over the rows of the batch.

    Prediction uses running statistics instead, so that it does not depend on the other rows:
    running <- momentum * running + (1 - momentum) * batch, with the unbiased variance of the
    batch. Ioffe and Szegedy (2015), algorithms 1 and 2.
    """

    momentum: float = 0.9
    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        check_number("momentum", self.momentum, low=0, high=1, open_high=True)
        check_number("epsilon", self.epsilon, low=0, open_low=True)

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """gamma and beta, and as buffers the running mean 0 and variance 1."""
        return (
            *super().parameters(n_inputs),
            ParameterSpec("running_mean", (n_inputs,), "buffer", lambda rng: np.zeros(n_inputs)),
            ParameterSpec("running_var", (n_inputs,), "buffer", lambda rng: np.ones(n_inputs)),
        )

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """Use the batch's statistics in training, and update the running ones; else use these."""
        gamma, beta, running_mean, running_var = params
        if rng is None:
            inv_std = 1 / np.sqrt(running_var + self.epsilon)
            x_hat = (x - running_mean) * inv_std
            return gamma * x_hat + beta, lambda dy: (
                dy * (gamma * inv_std),
                ((dy * x_hat).sum(axis=0), dy.sum(axis=0)),
            )
        mu, var = moments(x, axis=0)
        if len(x) > 1:  # one row has no variance
            self.follow(running_mean, running_var, mu, var, len(x))
        x_hat, dx_of = normalized(x, mu, var + self.epsilon, axis=0)

        def backward(dy: Array) -> tuple[Array, Params]:
            return dx_of(dy * gamma), ((dy * x_hat).sum(axis=0), dy.sum(axis=0))

        return gamma * x_hat + beta, backward

    def follow(
        self, running_mean: Array, running_var: Array, mu: Array, var: Array, rows: int
    ) -> None:
        """Update the running statistics with the batch: the one side effect of a forward pass."""
        running_mean += (1 - self.momentum) * (mu[0] - running_mean)
        unbiased = var[0] * (rows / (rows - 1))
        running_var += (1 - self.momentum) * (unbiased - running_var)


@final
@dataclass(frozen=True)
class LayerNorm(ScaleAndShift, name="layer_norm"):
    """y = gamma (x - mu) / sqrt(var + epsilon) + beta, mu and var over the units of each row.

    Training and prediction are the same. Ba et al. (2016), equation 4.
    """

    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        check_number("epsilon", self.epsilon, low=0, open_low=True)

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """gamma x_hat + beta, row by row."""
        gamma, beta = params
        mu, var = moments(x, axis=1)
        x_hat, dx_of = normalized(x, mu, var + self.epsilon, axis=1)

        def backward(dy: Array) -> tuple[Array, Params]:
            return dx_of(dy * gamma), ((dy * x_hat).sum(axis=0), dy.sum(axis=0))

        return gamma * x_hat + beta, backward


@final
@dataclass(frozen=True)
class Standardize(Layer, name="standardize"):
    """y = (x - mean) / std for each column, learnt from the training rows. Put it first.

    The network saves mean and std as buffers; validation and test rows never change them. A
    constant column is only centred.
    """

    learns_inputs: ClassVar[bool] = True

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """Return two buffers: mean 0 and std 1, until `learn_inputs`."""
        return (
            ParameterSpec("mean", (n_inputs,), "buffer", lambda rng: np.zeros(n_inputs)),
            ParameterSpec("std", (n_inputs,), "buffer", lambda rng: np.ones(n_inputs)),
        )

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """(x - mean) / std; dx = dy / std."""
        mean, std = params
        return (x - mean) / std, lambda dy: (dy / std, ())

    def learn_inputs(self, params: Params, X: RowSource) -> RowSource:
        """Set mean and std from the training rows X, in float64 whatever the network's dtype.

        X is read in pieces, so it may be compact; the returned rows are computed when read.
        """
        mean, std = params
        total, squares, largest = np.zeros((3, X.shape[1]))
        for piece in pieces(X):
            total += piece.sum(axis=0, dtype=np.float64)
            np.maximum(largest, np.abs(piece).max(axis=0), out=largest)
        mean[:] = mu = total / len(X)
        for piece in pieces(X):
            squares += np.square(piece - mu).sum(axis=0)
        deviation = np.sqrt(squares / len(X))
        std[:] = np.where(deviation <= 1e-7 * largest, 1.0, deviation)
        return Behind(self, params, X)


@final
@dataclass(frozen=True, eq=False)
class Behind:
    """The output of a layer for the rows of X, computed when they are read."""

    layer: Layer
    params: Params
    X: RowSource

    @property
    def shape(self) -> tuple[int, ...]:
        """(rows, columns)."""
        return len(self.X), self.layer.n_outputs(self.X.shape[1])

    def __len__(self) -> int:
        return len(self.X)

    def __getitem__(self, index: Any) -> Array:
        return self.layer.forward(self.params, self.X[index])[0]


def pieces(X: RowSource, rows: int = 4096) -> Iterator[Array]:
    """Yield X as consecutive arrays of at most `rows` rows, and of fewer if rows are wide."""
    rows = min(rows, max(64, 2**20 // X.shape[1]))
    return (X[start : start + rows] for start in range(0, len(X), rows))


def moments(x: Array, axis: int) -> tuple[Array, Array]:
    """Return mu and var (divided by n) along `axis`, which keeps the length 1."""
    mu = x.mean(axis=axis, keepdims=True)
    return mu, np.square(x - mu).mean(axis=axis, keepdims=True)


def normalized(
    x: Array, mu: Array, var: Array, axis: int
) -> tuple[Array, Callable[[Array], Array]]:
    """Return x_hat = (x - mu) / sqrt(var) and its backward, from dx_hat to dx.

    mu and var depend on x too, which gives the two mean terms, along `axis`:
    dx = (dx_hat - mean(dx_hat) - x_hat mean(dx_hat x_hat)) / sqrt(var).
    """
    inv_std = 1 / np.sqrt(var)
    x_hat = (x - mu) * inv_std

    def backward(dx_hat: Array) -> Array:
        mean = dx_hat.mean(axis=axis, keepdims=True)
        along = x_hat * (dx_hat * x_hat).mean(axis=axis, keepdims=True)
        return inv_std * (dx_hat - mean - along)

    return x_hat, backward
