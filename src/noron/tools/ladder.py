"""The ladder: one network on several levels, proven equal step by step.

`noron.scratch` is the network as a tutorial has it; the engines are the library's ways to compute
it, from the readable one to the compiled one. Given the same first weights and the same rows they
must stay the same network, to the last digits of float64.
"""

from typing import NamedTuple

import numpy as np

from noron import scratch
from noron.core.errors import check_integer
from noron.core.types import Array
from noron.data import load_mnist
from noron.engines import ENGINES, Batch, Engine, State
from noron.layers.multilayer import multilayer
from noron.losses import CrossEntropy
from noron.network import Network
from noron.optimizers import SGD

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
        rng = np.random.default_rng(seed)
        self.network = Network(multilayer(widths), widths[0], rng=rng, dtype="float64")
        self.state = State(self.network, CrossEntropy(), SGD(), rng)

    def refusal(self) -> str | None:
        """Why the engine cannot run this network, or None."""
        return self.engine.refusal(self.network, self.state.loss, SGD())

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
        check_integer("the last width", widths[-1], at_least=2 if len(widths) > 1 else 1)
    check_integer("steps", steps)
    check_integer("batch_size", batch_size)
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    library, _ = levels(widths, seed)
    tutorial = scratch.NeuralNetwork(list(widths))
    first = dense_parameters(library["reference"].network)
    tutorial.weights = [W.copy() for W, _ in first]
    tutorial.biases = [b.reshape(1, -1).copy() for _, b in first]

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
        apart = {
            name: largest_difference(tutorial, level.network) for name, level in library.items()
        }
        rungs.append(Rung(step, losses, apart))
    return rungs


def dense_parameters(network: Network) -> list[tuple[Array, Array]]:
    """W and b of each dense layer: views into the network."""
    return [(params[0], params[1]) for params in network.params if params]


def largest_difference(tutorial: scratch.NeuralNetwork, network: Network) -> float:
    """max |w - w'| over all weights and biases of the two."""
    mine = [*tutorial.weights, *tutorial.biases]
    theirs = [*zip(*dense_parameters(network), strict=True)]
    pairs = zip(mine, [*theirs[0], *theirs[1]], strict=True)
    return max(float(np.abs(a - b).max()) for a, b in pairs)
