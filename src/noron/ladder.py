"""The ladder: one network on several levels, proven equal step by step.

`noron.scratch` is the network as a tutorial has it; the engines are the library's ways to compute
it, from the readable one to the compiled one. Given the same first weights and the same rows they
must stay the same network, to the last digits of float64.
"""

from typing import NamedTuple

import numpy as np

from noron import scratch
from noron.data import load_mnist
from noron.engines import ENGINES, Batch, Engine, State
from noron.errors import check_integer
from noron.model import NeuralNetwork
from noron.optimizers import SGD
from noron.types import Array

PROVEN = {"reference": 1e-12, "numpy": 1e-9, "native": 1e-9}
"""How far from scratch any weight may be after 100 steps: of the reference, the last digits of its
sums; the others may add up in another order."""


class Rung(NamedTuple):
    """After `step` steps: each level's loss on that step's rows, before the step; and, of each
    engine, the largest difference of any weight or bias from scratch's.
    """

    step: int
    losses: dict[str, float]
    differences: dict[str, float]


class Level:
    """The library's network on one engine."""

    def __init__(self, engine: Engine, widths: tuple[int, ...], seed: int) -> None:
        self.engine = engine
        self.model = NeuralNetwork(list(widths), seed=seed, dtype="float64")
        self.state = State(self.model.network, self.model.loss, SGD(), self.model.rng)

    def refusal(self) -> str | None:
        """Why the engine cannot run this network, or None."""
        return self.engine.refusal(self.model.network, self.model.loss, SGD())

    def step(self, x: Array, y: Array, learning_rate: float) -> float:
        """One step on these rows; the loss before it."""
        fit = self.engine.fit(self.state, Batch(x, y), len(x))
        sums = fit.run(np.arange(len(x)), [learning_rate])
        return sums.loss / sums.weight


def levels(widths: tuple[int, ...], seed: int = 0) -> tuple[dict[str, Level], dict[str, str]]:
    """The engines that are here, the readable one first; and why the others are not."""
    made = {name: Level(ENGINES[name](), widths, seed) for name in reversed(ENGINES)}
    absent = {name: reason for name in made if (reason := made[name].refusal()) is not None}
    return {name: made[name] for name in made if name not in absent}, absent


def climb(
    widths: tuple[int, ...] = (784, 128, 64, 10),
    *,
    steps: int = 100,
    batch_size: int = 64,
    learning_rate: float = 0.1,
    seed: int = 0,
) -> list[Rung]:
    """Train all levels on the same batches of MNIST, in float64; a rung for each step.

    The inputs are the first `widths[0]` pixels, the classes the digits below `widths[-1]`. Raises
    SettingError.
    """
    if widths:
        check_integer("the first width", widths[0], at_most=784)
    check_integer("steps", steps)
    check_integer("batch_size", batch_size)
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    library, _ = levels(widths, seed)
    tutorial = scratch.NeuralNetwork(list(widths))
    tutorial.weights = [W.copy() for W in library["reference"].model.weights]
    tutorial.biases = [b.copy() for b in library["reference"].model.biases]

    X, digits, _, _ = load_mnist()
    mine = np.flatnonzero(digits < widths[-1])
    rungs = []
    for step in range(1, steps + 1):
        rows = rng.choice(mine, batch_size, replace=False)
        x = X[rows, : widths[0]].astype(np.float64)
        y = np.eye(widths[-1])[digits[rows]]
        losses = {"scratch": tutorial.cross_entropy_loss(x, y)}
        losses |= {name: level.step(x, y, learning_rate) for name, level in library.items()}
        tutorial.forward(x)
        tutorial.backward(x, y, learning_rate)
        apart = {name: largest_difference(tutorial, level.model) for name, level in library.items()}
        rungs.append(Rung(step, losses, apart))
    return rungs


def largest_difference(tutorial: scratch.NeuralNetwork, library: NeuralNetwork) -> float:
    """max |w - w'| over all weights and biases of the two."""
    pairs = [*zip(tutorial.weights, library.weights, strict=True)]
    pairs += [*zip(tutorial.biases, library.biases, strict=True)]
    return max(float(np.abs(mine - theirs).max()) for mine, theirs in pairs)
