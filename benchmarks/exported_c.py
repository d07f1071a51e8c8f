"""The exported C beside the model that it came from: one prediction, and what int8 loses.

    python -m benchmarks.exported_c

Compiled by `cc -O3`. Before a time counts, 100 predictions must be the model's. For int8, the
network of the tutorial is trained on MNIST by `noron train`'s settings, and its test digits are
predicted once by the model, once by its C.
"""

import argparse
import ctypes
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.figures import ratio
from benchmarks.protocol import AbsentError, FailedError
from noron import NeuralNetwork
from noron.core.types import Array
from noron.data import load_mnist
from noron.export.certificate import largest_difference
from noron.network import Network

SHAPES: dict[str, tuple[list[int], str, str]] = {
    "784-128-64-10": ([784, 128, 64, 10], "relu", "float32"),
    "784-128-64-10, float64": ([784, 128, 64, 10], "relu", "float64"),
    "4-16-3": ([4, 16, 3], "relu", "float32"),
    "64-512-512-1": ([64, 512, 512, 1], "silu", "float32"),
    "20-64-64-64-2": ([20, 64, 64, 64, 2], "tanh", "float32"),
}
"""The widths, the activation and the type of the numbers."""

ALIKE = 1e-6
"""What may lie between a prediction of the C and the exact one, or as much as the model's own."""

REPEAT = """
#include "model.c"
void repeat({real} *x, {real} *y, int n) {{ while (n--) model_predict(x, y); }}
"""


class Compiled:
    """An exported network, compiled into a library."""

    def __init__(self, net: NeuralNetwork, folder: Path, **options: bool) -> None:
        self.dtype = net.network.theta.dtype
        self.n_outputs = net.network.n_outputs
        folder.mkdir()
        self.exported = net.export(folder / "model.c", **options)
        real = {"float32": "float", "float64": "double"}[str(self.dtype)]
        (folder / "repeat.c").write_text(REPEAT.format(real=real))
        flags = ["-std=c99", "-O3", "-shared", "-fPIC", "-o", "model.so", "repeat.c", "-lm"]
        subprocess.run(["cc", *flags], cwd=folder, check=True)
        self.library = ctypes.CDLL(str(folder / "model.so"))

    def repeat(self, x: Array, y: Array, n: int) -> None:
        """Predict a row n times."""
        self.library.repeat(x.ctypes.data_as(ctypes.c_void_p), y.ctypes.data_as(ctypes.c_void_p), n)

    def predict(self, X: Array) -> Array:
        """The predictions of rows."""
        X = np.ascontiguousarray(X, self.dtype)
        y = np.empty((len(X), self.n_outputs), self.dtype)
        for row, to in zip(X, y, strict=True):
            self.repeat(row, to, 1)
        return y


def validate(net: NeuralNetwork, c: Compiled, X: Array) -> None:
    """FailedError if the C is farther from the prediction in float64 than the model itself."""
    network = net.network
    twin = Network(network.layers, network.n_inputs, rng=None, dtype=np.float64)
    twin.assign(network.theta.astype(np.float64), network.buffers.astype(np.float64))
    exact = net.loss.predict(twin.predict(X.astype(np.float64)))
    far, own = (largest_difference(y, exact) for y in (c.predict(X), net.predict_proba(X)))
    if not far <= max(ALIKE, own):
        raise FailedError(f"the C is {far:.2g} away from the exact prediction, the model {own:.2g}")


def seconds_each(net: NeuralNetwork, c: Compiled, X: Array, rounds: int) -> list[list[float]]:
    """Seconds for one row, the C's and the model's in turn; FailedError if they do not agree."""
    validate(net, c, X)
    seconds: list[list[float]] = [[], []]
    y = np.empty(c.n_outputs, c.dtype)
    n = 200
    for i in range(rounds):
        row = X[i % len(X)][None]
        start = time.perf_counter()
        c.repeat(row, y, n)
        middle = time.perf_counter()
        for _ in range(n):
            net.predict_proba(row)
        end = time.perf_counter()
        seconds[0].append((middle - start) / n)
        seconds[1].append((end - middle) / n)
    return seconds


def speeds(folder: Path, rounds: int) -> None:
    """Print a line for each shape, with float weights and with int8 ones."""
    print("| network | C, µs | int8 C, µs | model, µs | C / model | int8 / model |")
    print("|---|---|---|---|---|---|")
    for i, (name, (widths, activation, dtype)) in enumerate(SHAPES.items()):
        loss = "mse" if widths[-1] == 1 else "cross_entropy"
        net = NeuralNetwork(widths, activation, loss=loss, seed=0, dtype=dtype)
        net.trained = True
        X = np.random.default_rng(1).standard_normal((100, widths[0])).astype(dtype)
        c, own = seconds_each(net, Compiled(net, folder / f"{i}"), X, rounds)
        of_int8 = Compiled(net, folder / f"{i}int8", int8=True)
        y = np.empty(of_int8.n_outputs, dtype)
        int8 = []
        for _ in range(rounds):
            start = time.perf_counter()
            of_int8.repeat(X[:1], y, 200)
            int8.append((time.perf_counter() - start) / 200)
        micro = [f"{1e6 * np.median(s):.2f}" for s in (c, int8, own)]
        print(f"| {name} | {' | '.join(micro)} | {ratio(c, own).median:.2f} | "
              f"{ratio(int8, own).median:.2f} |", flush=True)  # fmt: skip


def int8_accuracy(folder: Path, seeds: int, epochs: int) -> None:
    """Print the accuracy on MNIST's test digits of the tutorial's network and of its int8 C."""
    X, y, X_test, y_test = load_mnist()
    print("| seed | model | C | int8 C | int8 loses, points | int8 says the same |")
    print("|---|---|---|---|---|---|")
    for seed in range(seeds):
        net = NeuralNetwork([784, 128, 64, 10], seed=seed)
        net.train(X, y, epochs=epochs, learning_rate=0.1, batch_size=64, validation=0.1,
                  progress=False)  # fmt: skip
        place = folder / f"mnist{seed}"
        kinds = [Compiled(net, Path(f"{place}{b}"), int8=b).predict(X_test) for b in (False, True)]
        own, c, int8 = (p.argmax(axis=1) for p in (net.predict_proba(X_test), *kinds))
        scores = [100 * (labels == y_test).mean() for labels in (own, c, int8)]
        print(
            f"| {seed} | {' | '.join(f'{s:.2f} %' for s in scores)} | "
            f"{scores[0] - scores[2]:.2f} | {100 * (own == int8).mean():.2f} % |",
            flush=True,
        )


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=50)
    asked = parser.parse_args()
    if shutil.which("cc") is None:
        raise AbsentError("there is no C compiler here")
    with tempfile.TemporaryDirectory() as folder:
        speeds(Path(folder), asked.rounds)
        int8_accuracy(Path(folder), asked.seeds, asked.epochs)


if __name__ == "__main__":
    main()
