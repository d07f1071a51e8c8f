"""The ladder: train one network with `noron.scratch` and every engine, and compare each step.

`noron.scratch` is the network of the tutorial; the engines range from the readable to the compiled
one. With the same initial weights and the same rows, the weights must stay equal up to rounding in
float64.
"""

from typing import NamedTuple, final

import numpy as np

from noron import scratch
from noron.core.errors import check_integer
from noron.core.types import RNG, Array
from noron.data import load_mnist
from noron.engines import ENGINES, Batch, Chosen, State
from noron.engines.threads import suited_threads
from noron.layers.multilayer import multilayer
from noron.losses import CrossEntropy
from noron.network import Network
from noron.optimizers import SGD
from noron.schedules import Constant
from noron.training.evaluation import TaskMeasures
from noron.training.position import Orders
from noron.training.rates import Rates
from noron.training.trainer import Trainer

PROVEN = {"reference": 1e-12, "numpy": 1e-9, "native": 1e-9}
"""The largest legal difference of any weight from scratch's after 100 steps. The reference engine
differs only by the rounding of its sums; the others may also add in another order."""


class Rung(NamedTuple):
    """The comparison of one step.

    Attributes:
        step: its number, from 1.
        losses: each level's loss on the rows of the step, before it.
        differences: of each engine, the largest difference of a weight or bias from scratch's.
    """

    step: int
    losses: dict[str, float]
    differences: dict[str, float]


@final
class Batches(Orders):
    """One batch in each epoch; consecutive epochs take consecutive rows."""

    def __init__(self, size: int) -> None:
        self.size, self.first = size, 0

    def draw(self, rng: RNG, n: int) -> Array:
        """Return the next `size` rows."""
        rows = np.arange(self.first, self.first + self.size, dtype=np.int64)
        self.first += self.size
        return rows


def networks(widths: tuple[int, ...], seed: int = 0) -> tuple[dict[str, State], dict[str, str]]:
    """Return the same network for each usable engine, the readable one first.

    The second dictionary holds the reasons why other engines cannot be used.
    """
    made: dict[str, State] = {}
    absent: dict[str, str] = {}
    for name in reversed(ENGINES):
        rng = np.random.default_rng(seed)
        network = Network(multilayer(widths), widths[0], rng=rng, dtype="float64")
        reason = ENGINES[name]().refusal(network, CrossEntropy(), SGD())
        if reason is None:
            made[name] = State(network, CrossEntropy(), SGD(), rng)
        else:
            absent[name] = reason
    return made, absent


def climb(
    widths: tuple[int, ...] = (784, 128, 64, 10),
    *,
    steps: int = 100,
    batch_size: int = 64,
    learning_rate: float = 0.1,
    seed: int = 0,
) -> list[Rung]:
    """Train all levels on the same batches of MNIST in float64, and compare them after each step.

    The inputs are the first `widths[0]` pixels, the classes the digits below `widths[-1]`. Raises
    SettingError for illegal widths, steps, batch size or seed.
    """
    if widths:
        check_integer("the first width", widths[0], at_most=784)
        check_integer("the last width", widths[-1], at_least=2 if len(widths) > 1 else 1)
    check_integer("steps", steps)
    check_integer("batch_size", batch_size)
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    states, _ = networks(widths, seed)
    tutorial = scratch.NeuralNetwork(list(widths))
    first = dense_parameters(states["reference"].network)
    tutorial.weights = [W.copy() for W, _ in first]
    tutorial.biases = [b.reshape(1, -1).copy() for _, b in first]

    X, digits, _, _ = load_mnist()
    mine = np.flatnonzero(digits < widths[-1])
    rows = np.concatenate([rng.choice(mine, batch_size, replace=False) for _ in range(steps)])
    data = Batch(X[rows, : widths[0]].astype(np.float64), digits[rows])
    trainers = {
        name: Trainer(
            state, data, TaskMeasures(state), chosen=Chosen(ENGINES[name]()),
            rates=Rates(Constant(learning_rate), steps), epochs=steps, batch_size=batch_size,
            orders=Batches(batch_size),
        )
        for name, state in states.items()
    }  # fmt: skip
    with suited_threads(states["reference"].network, batch_size):
        return [_rung(step, tutorial, trainers, learning_rate) for step in range(1, steps + 1)]


def _rung(
    step: int, tutorial: scratch.NeuralNetwork, trainers: dict[str, Trainer], learning_rate: float
) -> Rung:
    data, size = next(iter(trainers.values())).data, next(iter(trainers.values())).batch_size
    rows = slice((step - 1) * size, step * size)
    x, y = data.x[rows], np.eye(tutorial.weights[-1].shape[1])[data.y[rows]]
    losses = {"scratch": tutorial.cross_entropy_loss(x, y)}
    for name, trainer in trainers.items():
        done = trainer.advance(epochs=1)
        if trainer.history.interrupted:  # a trainer keeps what it has learnt, a ladder is nothing
            raise KeyboardInterrupt
        losses[name] = done[0]["loss"]
    tutorial.forward(x)
    tutorial.backward(x, y, learning_rate)
    apart = {
        name: largest_difference(tutorial, trainer.state.network)
        for name, trainer in trainers.items()
    }
    return Rung(step, losses, apart)


def dense_parameters(network: Network) -> list[tuple[Array, Array]]:
    """Return W and b of each dense layer, as views into the network."""
    return [(params[0], params[1]) for params in network.params if params]


def largest_difference(tutorial: scratch.NeuralNetwork, network: Network) -> float:
    """Return max |w - w'| over all weights and biases."""
    mine = [*tutorial.weights, *tutorial.biases]
    theirs = [*zip(*dense_parameters(network), strict=True)]
    pairs = zip(mine, [*theirs[0], *theirs[1]], strict=True)
    return max(float(np.abs(a - b).max()) for a, b in pairs)
