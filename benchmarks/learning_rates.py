"""`python -m benchmarks.learning_rates`: `learning_rate="auto"` beside a grid of nine rates.

On MNIST's first 6,000 digits, tables of scikit-learn and four toys, with three optimizers: the
score on rows that were held out, the mean over seeds, of the found rate and of each of the grid.
"""

import argparse
from collections.abc import Iterator
from typing import Any

import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split

from noron import Dense, NeuralNetwork, ReLU, Standardize
from noron.data import blobs, circles, load_mnist, moons, spirals

GRID = tuple(10 ** (-4 + 0.5 * i) for i in range(9))
SPLIT = tuple[str, Any, Any, Any, Any, tuple[int, ...], int]


def splits() -> Iterator[SPLIT]:
    """(name, X, y, X_test, y_test, hidden widths, epochs)."""
    X, y, X_test, y_test = load_mnist()
    yield "mnist", X[:6000], y[:6000], X_test[:3000], y_test[:3000], (128, 64), 5
    for name in ("digits", "iris", "wine", "breast_cancer"):
        X, y = getattr(datasets, f"load_{name}")(return_X_y=True)
        X_train, X_test, y_train, y_test = train_test_split(
            X.astype(np.float32), y, random_state=1, stratify=y, test_size=0.3
        )
        yield name, X_train, y_train, X_test, y_test, (64, 32), 40
    X, y = datasets.make_friedman1(3000, 8, noise=1.0, random_state=0)
    y = (y - y[:2000].mean()) / y[:2000].std()
    yield "friedman", X[:2000], y[:2000], X[2000:], y[2000:], (64, 32), 20
    for rows in (moons, circles, spirals, blobs):
        X, y = rows(n=600, seed=10)
        X_test, y_test = rows(n=2000, seed=11)
        yield rows.__name__, X, y, X_test, y_test, (32, 32), 60


def score(split: SPLIT, rate: Any, optimizer: str, seed: int) -> float:
    """Accuracy, or R squared, on the rows that were held out."""
    _, X, y, X_test, y_test, hidden, epochs = split
    numbers = y.dtype.kind == "f"
    layers: list[Any] = [Standardize()]
    for width in hidden:
        layers += [Dense(width), ReLU()]
    layers.append(Dense(1 if numbers else len(np.unique(y))))
    net = NeuralNetwork(layers, loss="mse" if numbers else "cross_entropy", seed=seed)
    with np.errstate(all="ignore"):
        net.train(X, y, epochs=epochs, learning_rate=rate, optimizer=optimizer, progress=False)
        values = net.evaluate(X_test, y_test)
    return max(values.get("accuracy", values.get("r2", 0.0)), 0.0)


def main() -> None:
    """Print a line for each data set and optimizer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--optimizers", nargs="+", default=["sgd", "momentum", "adam"])
    asked = parser.parse_args()
    seeds = range(20, 20 + asked.seeds)
    print("| optimizer | data | auto | best of nine | at the rate | auto / best |")
    print("|---|---|---|---|---|---|")
    within = total = 0
    for optimizer in asked.optimizers:
        for split in splits():
            found = np.mean([score(split, "auto", optimizer, s) for s in seeds])
            grid = [np.mean([score(split, rate, optimizer, s) for s in seeds]) for rate in GRID]
            best = float(max(grid))
            total += 1
            within += found >= 0.98 * best
            rate = GRID[int(np.argmax(grid))]
            print(
                f"| {optimizer} | {split[0]} | {found:.4f} | {best:.4f} | {rate:.2g} | "
                f"{found / best:.3f} |",
                flush=True,
            )
    print(f"within two per cent of the best of nine: {within} of {total}")


if __name__ == "__main__":
    main()
