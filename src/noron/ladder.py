"""The ladder: one network on two levels, proven equal step by step.

`noron.scratch` is the network as a tutorial has it, the library the one that people use. Given the
same first weights and the same rows they must stay the same network, to the last digits of float64.
"""

from typing import NamedTuple

import numpy as np

from noron import scratch
from noron.data import load_mnist
from noron.errors import check_integer
from noron.model import NeuralNetwork


class Rung(NamedTuple):
    """How far apart the two are after `step` steps, and their losses on that step's rows."""

    step: int
    scratch_loss: float
    library_loss: float
    weight_difference: float


def climb(
    widths: tuple[int, ...] = (784, 128, 64, 10),
    *,
    steps: int = 100,
    batch_size: int = 64,
    learning_rate: float = 0.1,
    seed: int = 0,
) -> list[Rung]:
    """Train both on the same batches of MNIST, in float64; a rung for each step.

    `weight_difference` is the largest absolute difference over all weights and biases. The
    inputs are the first `widths[0]` pixels, the classes the digits below `widths[-1]`.
    """
    if widths:
        check_integer("the first width", widths[0], at_most=784)
    check_integer("steps", steps)
    check_integer("batch_size", batch_size)
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    library = NeuralNetwork(list(widths), seed=seed, dtype="float64")
    tutorial = scratch.NeuralNetwork(list(widths))
    tutorial.weights = [W.copy() for W in library.weights]
    tutorial.biases = [b.copy() for b in library.biases]

    X, digits, _, _ = load_mnist()
    mine = np.flatnonzero(digits < widths[-1])
    rungs = []
    for step in range(1, steps + 1):
        rows = rng.choice(mine, batch_size, replace=False)
        x = X[rows, : widths[0]].astype(np.float64)
        y = np.eye(widths[-1])[digits[rows]]
        losses = tutorial.cross_entropy_loss(x, y), library.cross_entropy_loss(x, y)
        tutorial.forward(x)
        tutorial.backward(x, y, learning_rate)
        library.backward(x, y, learning_rate)
        rungs.append(Rung(step, *losses, largest_difference(tutorial, library)))
    return rungs


def largest_difference(tutorial: scratch.NeuralNetwork, library: NeuralNetwork) -> float:
    """max |w - w'| over all weights and biases of the two."""
    pairs = [*zip(tutorial.weights, library.weights, strict=True)]
    pairs += [*zip(tutorial.biases, library.biases, strict=True)]
    return max(float(np.abs(mine - theirs).max()) for mine, theirs in pairs)
