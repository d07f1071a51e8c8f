"""What checkpoints cost: a training of MNIST with them and without, in turn.

    python -m benchmarks.checkpoints [--epochs 12] [--repeats 7] [--every 30] [--optimizer sgd]

Both come to the same weights, which is checked before anything is timed. `--every 2` writes more
often than usual, so that a short training shows the cost of files too.
"""

import argparse
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.figures import ratio
from noron import NeuralNetwork
from noron.data import load_mnist
from noron.training.checkpoint import Checkpoints


def train(data: Any, epochs: int, optimizer: str, folder: Path | None, every: float) -> Any:
    """Train the tutorial's network; return the seconds and the weights."""
    net = NeuralNetwork([784, 128, 64, 10], seed=0)
    checkpoint = None if folder is None else Checkpoints(folder, every=every)
    began = perf_counter()
    net.train(
        *data, epochs, optimizer=optimizer, progress=False, advise=False,
        checkpoint=checkpoint,
    )  # fmt: skip
    return perf_counter() - began, net.network.theta


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--every", type=float, default=30.0)
    parser.add_argument("--optimizer", default="sgd")
    given = parser.parse_args()
    data = load_mnist()[:2]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "checkpoints"
        run = [data, given.epochs, given.optimizer]
        same = (train(*run, None, given.every)[1] == train(*run, here, given.every)[1]).all()
        if not same:
            raise SystemExit("the weights differ")
        pairs = [
            [train(*run, where, given.every)[0] for where in (None, here)]
            for _ in range(given.repeats)
        ]
    without, with_them = zip(*pairs, strict=True)
    share = ratio(with_them, without)
    print(
        f"{median(without):.2f} s without; with checkpoints {share.median:.4f} of it "
        f"({share.low:.4f} to {share.high:.4f})"
    )


if __name__ == "__main__":
    main()
