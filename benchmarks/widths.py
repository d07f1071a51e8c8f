"""How the time of a step grows with the width of the layers: no width may be dear.

    .venv/bin/python -m benchmarks.widths     # minutes; --rounds 9 for more

784-W-W-10 on rows of MNIST, in turns. A width that fills no vectors of the processor evenly should
take no longer than the next one that does: 100 no longer than 112.
"""

import argparse
import itertools
import warnings
from functools import partial

import numpy as np

from benchmarks.figures import Figure, ratio
from benchmarks.quiet import Cores, timed
from noron import NeuralNetwork
from noron.data import load_mnist

PAIRS = (
    *((10, 16), (30, 32), (50, 64), (96, 112), (100, 112)),
    *((112, 128), (200, 208), (300, 304), (500, 512)),
)
"""Each with the next width that fills the vectors, or with the next one of these."""
BATCH_SIZES, OPTIMIZERS = (64, 200), ("sgd", "adam")
SECONDS = 0.15
"""Of one time."""


def seconds_of_steps(batch_size: int, optimizer: str, rounds: int) -> dict[int, list[float]]:
    """The seconds of a step of each width, round by round."""
    X, y = (rows[: 100 * batch_size] for rows in load_mnist()[:2])
    widths = sorted({*itertools.chain(*PAIRS)})
    options = {
        "batch_size": batch_size,
        "optimizer": optimizer,
        "learning_rate": 1e-4,
        "progress": False,
    }
    took: dict[int, list[float]] = {width: [] for width in widths}
    nets = {width: NeuralNetwork([784, width, width, 10], seed=0) for width in widths}
    epochs = {}
    nets[widths[0]].train(X, y, epochs=1, **options)  # the first training of a process takes longer
    for width, net in nets.items():
        seconds, _ = timed(partial(net.train, X, y, epochs=5, **options))
        epochs[width] = max(1, round(5 * SECONDS / seconds))
    with Cores() as cores:
        for _ in range(rounds):
            for width, net in nets.items():
                train = partial(net.train, X, y, epochs=epochs[width], **options)
                seconds, _ = cores.undisturbed(partial(timed, train))
                took[width].append(seconds / epochs[width] / 100)
    return took


def main() -> None:
    """Time and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    warnings.simplefilter("ignore")  # advice about rates and lengths that are not meant to learn
    for batch_size, optimizer in itertools.product(BATCH_SIZES, OPTIMIZERS):
        took = seconds_of_steps(batch_size, optimizer, given.rounds)
        print(f"\nbatch {batch_size}, {optimizer}: microseconds of a step, and of the next width")
        for width, next_one in PAIRS:
            f, g = (Figure.of(np.multiply(1e6, took[w]).tolist()) for w in (width, next_one))
            r = ratio(took[width], took[next_one])
            print(
                f"  {width:4} {f.median:8.1f} ({f.low:.1f} to {f.high:.1f})   {next_one:4} "
                f"{g.median:8.1f}   {r.median:.3f} ({r.low:.3f} to {r.high:.3f})",
                flush=True,
            )


if __name__ == "__main__":
    main()
