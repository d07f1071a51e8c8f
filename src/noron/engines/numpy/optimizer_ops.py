"""The usual optimizers' steps in place, on one piece of theta at a time.

A piece stays in the processor's cache during all operations on it. The operations are those of the
optimizer's own formula in the same order, so the results have the same bits.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from noron.core.types import Array
from noron.optimizers import SGD, Adam, AdamW, Momentum, Nesterov, Optimizer
from noron.optimizers.base import Slots

Piece: TypeAlias = tuple[Array, ...]
"""A piece of theta, of g, of each slot, and of two work arrays."""

Step: TypeAlias = Callable[[Piece, int, float], None]
"""step(piece, t, learning_rate) updates that piece of theta."""

PIECE = 2**15
"""Numbers in a piece."""


class Update:
    """Updates theta by an optimizer that is in `STEPS`."""

    def __init__(self, optimizer: Optimizer, theta: Array, g: Array, slots: Slots) -> None:
        self.step = STEPS[type(optimizer)](optimizer)
        spare = np.empty((2, min(PIECE, theta.size)), theta.dtype)
        self.pieces: list[Piece] = []
        for start in range(0, theta.size, PIECE):
            of = [array[start : start + PIECE] for array in (theta, g, *slots)]
            self.pieces.append((*of, *spare[:, : len(of[0])]))

    def __call__(self, t: int, learning_rate: float) -> None:
        """Take step number t, counted from 1."""
        for piece in self.pieces:
            self.step(piece, t, learning_rate)


def sgd(optimizer: SGD) -> Step:
    """theta <- theta - learning_rate g."""

    def step(piece: Piece, t: int, learning_rate: float) -> None:
        theta, g, s, _ = piece
        np.subtract(theta, np.multiply(g, learning_rate, out=s), out=theta)

    return step


def momentum(optimizer: Momentum) -> Step:
    """v <- beta v + g; theta <- theta - learning_rate v."""
    beta = optimizer.beta

    def step(piece: Piece, t: int, learning_rate: float) -> None:
        theta, g, v, s, _ = piece
        np.add(np.multiply(v, beta, out=v), g, out=v)
        np.subtract(theta, np.multiply(v, learning_rate, out=s), out=theta)

    return step


def nesterov(optimizer: Nesterov) -> Step:
    """v <- beta v + g; theta <- theta - learning_rate (g + beta v)."""
    beta = optimizer.beta

    def step(piece: Piece, t: int, learning_rate: float) -> None:
        theta, g, v, s, _ = piece
        np.add(np.multiply(v, beta, out=v), g, out=v)
        np.add(np.multiply(v, beta, out=s), g, out=s)
        np.subtract(theta, np.multiply(s, learning_rate, out=s), out=theta)

    return step


def adam(optimizer: Adam | AdamW) -> Step:
    """theta <- theta - learning_rate (m_hat / (sqrt(v_hat) + epsilon) + weight_decay theta)."""
    beta1, beta2 = optimizer.beta1, optimizer.beta2
    decay = optimizer.weight_decay if isinstance(optimizer, AdamW) else None

    def step(piece: Piece, t: int, learning_rate: float) -> None:
        theta, g, m, v, s, r = piece
        np.multiply(m, beta1, out=m)
        np.add(m, np.multiply(g, 1 - beta1, out=s), out=m)
        np.multiply(v, beta2, out=v)
        np.square(g, out=s)
        np.add(v, np.multiply(s, 1 - beta2, out=s), out=v)
        np.sqrt(np.divide(v, 1 - beta2**t, out=s), out=s)
        np.add(s, optimizer.epsilon_at(t), out=s)
        np.divide(np.divide(m, 1 - beta1**t, out=r), s, out=r)
        if decay is not None:
            np.add(r, np.multiply(theta, decay, out=s), out=r)
        np.subtract(theta, np.multiply(r, learning_rate, out=r), out=theta)

    return step


STEPS: dict[type[Optimizer], Callable[..., Step]] = {
    SGD: sgd,
    Momentum: momentum,
    Nesterov: nesterov,
    Adam: adam,
    AdamW: adam,
}
"""The optimizers that can update in place."""
