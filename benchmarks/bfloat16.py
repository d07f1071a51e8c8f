"""Training with products of bfloat16 beside float32: the time of a step, and the accuracy.

    .venv/bin/python -m benchmarks.bfloat16     # minutes; --rounds 9 for more, --seeds 10

Steps are timed in turns on MNIST, and on noise, of which no number is 0. Accuracy is that of rows
that are held out of MNIST's training rows: the same recipe in both types, seed by seed.
"""

import argparse
import itertools
import sys
from functools import partial

import numpy as np

from benchmarks.figures import Figure, ratio
from benchmarks.quiet import Cores, timed
from noron import History, NeuralNetwork
from noron.core.errors import SettingError
from noron.data import load_mnist

TYPES = ("float32", "bfloat16")
WIDTHS = (
    (784, 256, 256, 256, 10),
    (784, 512, 512, 512, 10),
    (784, 1024, 1024, 1024, 10),
    (784, 2500, 2000, 1500, 1000, 500, 10),
)
BATCH_SIZES = (64, 256)
MULTIPLICATIONS = 4e10
"""Of one time, forward and back: some tenths of a second on a core."""
LEARNT = [784, 1024, 1024, 1024, 10]


def train(net: NeuralNetwork, X: np.ndarray, y: np.ndarray, **options: object) -> History:
    """Train with Adam, quietly."""
    return net.train(X, y, optimizer="adam", progress=False, **options)  # type: ignore[arg-type]


def seconds_of_steps(
    widths: tuple[int, ...], X: np.ndarray, y: np.ndarray, rounds: int
) -> dict[str, list[float]]:
    """Seconds of a step on a batch of a quarter of the rows in each type, round by round."""
    batch_size = len(X) // 4
    multiplications = 3 * batch_size * sum(a * b for a, b in itertools.pairwise(widths))
    nets = {name: NeuralNetwork(list(widths), seed=0, dtype=name) for name in TYPES}
    took: dict[str, list[float]] = {name: [] for name in TYPES}
    epochs = max(1, int(MULTIPLICATIONS / multiplications / 4))
    options = {"batch_size": batch_size, "learning_rate": 1e-5}
    for net in nets.values():
        train(net, X, y, epochs=2, **options)
    with Cores() as cores:
        for _ in range(rounds):
            for name, net in nets.items():
                work = partial(train, net, X, y, epochs=epochs, **options)
                seconds, _ = cores.undisturbed(partial(timed, work))
                took[name].append(seconds / (4 * epochs))
    return took


def tell_times(rounds: int) -> None:
    """A line for each network, batch size and kind of rows."""
    X, y = load_mnist()[:2]
    noise = np.random.default_rng(0).standard_normal(X.shape).astype(np.float32)
    print("a step, Adam; medians and quartiles, and float32 / bfloat16")
    for widths, batch_size in itertools.product(WIDTHS, BATCH_SIZES):
        for name, rows in (("MNIST", X), ("noise", noise)):
            n = 4 * batch_size
            took = seconds_of_steps(widths, rows[:n], y[:n], rounds)
            f = ratio(took["float32"], took["bfloat16"])
            print(
                f"{'-'.join(map(str, widths))}, batch {batch_size}, {name}: "
                + ", ".join(f"{each} {milliseconds(took[each])}" for each in TYPES)
                + f", {f.median:.2f} x ({f.low:.2f} to {f.high:.2f})",
                flush=True,
            )


def milliseconds(seconds: list[float]) -> str:
    """The median and the quartiles."""
    f = Figure.of(np.multiply(1e3, seconds).tolist())
    return f"{f.median:.3g} ({f.low:.3g} to {f.high:.3g}) ms"


def tell_accuracy(seeds: int) -> None:
    """The accuracy on 10,000 held out training digits, and its difference seed by seed."""
    X, y = load_mnist()[:2]
    found: dict[str, list[float]] = {name: [] for name in TYPES}
    for seed, name in itertools.product(range(seeds), TYPES):
        net = NeuralNetwork(LEARNT, seed=seed, dtype=name)
        train(net, X[:50_000], y[:50_000], epochs=5, batch_size=256)
        found[name].append(100 * net.accuracy(X[50_000:], y[50_000:]))
    print(f"\n{'-'.join(map(str, LEARNT))} on MNIST, 5 epochs, batch 256, Adam, {seeds} seeds")
    apart = np.subtract(found["bfloat16"], found["float32"])
    for name, values in (*found.items(), ("apart", apart.tolist())):
        print(f"  {name:8} {np.mean(values):7.3f} % (deviation {np.std(values, ddof=1):.3f})")


def main() -> int:
    """Time, train, tell; 1 where this machine has no products of bfloat16."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seeds", type=int, default=5)
    given = parser.parse_args()
    try:
        tell_times(given.rounds)
        tell_accuracy(given.seeds)
    except SettingError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
