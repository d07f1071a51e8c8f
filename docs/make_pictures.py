"""Draws the documentation's pictures: `python docs/make_pictures.py [NAME ...]`.

Each function below makes the pictures of its name in docs/pictures/. All randomness is seeded; on
another machine the last digits of a number may differ, as the order of floating-point sums does.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from noron import L2, BatchNorm, Dense, Dropout, Elementwise, GradientNorms, NeuralNetwork, ReLU
from noron.data import blobs, circles, load_mnist, moons, spirals, xor
from noron.perceptron import Perceptron
from noron.plotting import (
    plot_activations,
    plot_boundary,
    plot_confusion,
    plot_gradients,
    plot_history,
    plot_mistakes,
    plot_network,
    plot_perceptron,
    plot_runs,
    plot_weights,
    save,
)

PICTURES = Path(__file__).parent / "pictures"
LARGEST = 120_000  # bytes: a page with ten pictures should stay light


def keep(figure: Figure, name: str, dpi: int = 100) -> None:
    path = save(figure, PICTURES / f"{name}.png", dpi=dpi)
    size = path.stat().st_size
    print(f"{path.name}: {size / 1000:.0f} kB")
    if size > LARGEST:
        raise SystemExit(f"{path.name} is too large: at most {LARGEST} bytes")


def perceptron() -> None:
    X, y = blobs(n=200, noise=0.35, seed=0, classes=2)
    names = np.array(["right", "left"])[y]
    p = Perceptron(n_inputs=2, seed=0)
    p.train(X, names)
    keep(plot_perceptron(p.weights, p.bias, X, names), "perceptron")


def activations() -> None:
    members = Elementwise.members.values()
    keep(
        plot_activations([member() for member in members if issubclass(member, Elementwise)]),
        "activations",
    )


def network() -> None:
    keep(plot_network([784, 128, 64, 10]), "network")


def boundaries() -> None:
    toys = {
        "xor": xor(n=160, noise=0.2, seed=0),
        "moons": moons(n=160, noise=0.15, seed=0),
        "circles": circles(n=160, noise=0.1, seed=0),
        "spirals": spirals(n=240, noise=0.02, seed=0, classes=3),
    }
    figure = Figure(figsize=(7, 5.2), layout="constrained", facecolor="white")
    for ax, (name, (X, y)) in zip(figure.subplots(2, 2).flat, toys.items(), strict=True):
        net = NeuralNetwork([2, 32, 32, len(np.unique(y))], activation="tanh", seed=0)
        net.train(X, y, epochs=300, learning_rate=0.2, batch_size=16, progress=False)
        title = f"{name}: {100 * net.accuracy(X, y):.0f} % right"
        plot_boundary(net.predict_proba, X, y, resolution=120, title=title, ax=ax)
        ax.get_legend().remove()  # four times the same classes, and it would hide points
    keep(figure, "boundaries", dpi=92)


def gradients() -> None:
    """As chapter 3 of the tutorial draws it."""
    X, y = moons(n=300, noise=0.15, seed=0)
    net = NeuralNetwork([2, *[16] * 6, 2], activation="sigmoid", seed=0)
    norms = GradientNorms(net, X, y)
    net.train(X, y, epochs=20, callbacks=[norms], progress=False, advise=False)
    keep(plot_gradients(norms.rows), "gradients")


def digits() -> None:
    """The tutorial's network; the last 10,000 training digits are held out for validation."""
    X, y, X_test, y_test = load_mnist()
    net = NeuralNetwork([784, 128, 64, 10], seed=0)
    history = net.train(
        X[:50_000],
        y[:50_000],
        epochs=20,
        learning_rate=0.1,
        batch_size=64,
        validation=(X[50_000:], y[50_000:]),
        progress=False,
    )
    keep(plot_history(history.rows, title="MNIST, 784-128-64-10"), "learning_curves")
    keep(plot_confusion(y_test, net.predict(X_test)), "confusion")
    keep(plot_mistakes(X_test, y_test, net.predict_proba(X_test)), "wrongly_read")


def weights() -> None:
    """With a little L2, or the noise of the initial weights stays where no digit has ink."""
    X, y, _, _ = load_mnist()
    net = NeuralNetwork([784, 128, 64, 10], regularizer=L2(0.0005), seed=0)
    net.train(X, y, epochs=20, learning_rate=0.1, batch_size=64, progress=False)
    title = "first-layer weights, one image a unit (trained with L2)"
    keep(plot_weights(net.weights[0], title=title), "weights")


def compare() -> None:
    X, y, _, _ = load_mnist()
    held_out = (X[50_000:], y[50_000:])
    runs = {}
    for hidden in ([64], [128, 64]):
        for learning_rate in (0.01, 0.1):
            for activation in ("relu", "tanh"):
                net = NeuralNetwork([784, *hidden, 10], activation=activation, seed=0)
                history = net.train(
                    X[:20_000],
                    y[:20_000],
                    epochs=10,
                    learning_rate=learning_rate,
                    validation=held_out,
                    progress=False,
                )
                wide = "-".join(map(str, hidden))
                runs[f"{wide}, {activation}, rate {learning_rate}"] = history.rows
    keep(plot_runs(runs), "compare")


RECIPES: dict[str, Callable[[int], NeuralNetwork]] = {
    "plain": lambda seed: NeuralNetwork([784, 128, 10], seed=seed),
    "L2": lambda seed: NeuralNetwork([784, 128, 10], regularizer=L2(0.001), seed=seed),
    "dropout": lambda seed: NeuralNetwork([Dense(128), ReLU(), Dropout(0.5), Dense(10)], seed=seed),
    "batch norm": lambda seed: NeuralNetwork(
        [Dense(128), BatchNorm(), ReLU(), Dense(10)], seed=seed
    ),
}


def regularization() -> None:
    """2,000 digits, 40 epochs, three seeds: the curves of the first, the table of all."""
    X, y, X_test, y_test = load_mnist()
    X, y = X[:2000], y[:2000]
    curves, table = {}, []
    for name, make in RECIPES.items():
        runs = [_measured(make(seed), X, y, X_test, y_test) for seed in range(3)]
        curves[name] = runs[0]
        table.append(_table_row(name, runs))
    keep(plot_runs(curves, metric=["training_loss", "test_loss"]), "regularization")
    print("| | training loss | test loss | lowest, at epoch | test accuracy |")
    print("|---|---|---|---|---|")
    print("\n".join(table))


def _measured(net: NeuralNetwork, X, y, X_test, y_test) -> list[dict[str, float]]:
    """A row an epoch, both losses taken after it, on whole sets, with nothing dropped."""
    rows = []

    def measure(row: dict[str, float]) -> None:
        training, test = net.evaluate(X, y), net.evaluate(X_test, y_test)
        rows.append(
            {
                "epoch": row["epoch"],
                "training_loss": training["loss"],
                "test_loss": test["loss"],
                "test_accuracy": test["accuracy"],
            }
        )

    net.train(
        X, y, epochs=40, learning_rate=0.1, batch_size=32, callbacks=[measure], progress=False
    )
    return rows


def _table_row(name: str, runs: list[list[dict[str, float]]]) -> str:
    """Means over the seeds, and half the range behind ±."""

    def over_seeds(values: list[float], scale: float, digits: int) -> str:
        spread = (max(values) - min(values)) / 2
        return f"{scale * np.mean(values):.{digits}f} ± {scale * spread:.{digits}f}"

    last = [rows[-1] for rows in runs]
    best = [min(rows, key=lambda row: row["test_loss"]) for rows in runs]
    cells = [
        over_seeds([row["training_loss"] for row in last], 1, 3),
        over_seeds([row["test_loss"] for row in last], 1, 3),
        f"{np.mean([row['test_loss'] for row in best]):.3f}, "
        + " / ".join(f"{row['epoch']:.0f}" for row in best),
        over_seeds([row["test_accuracy"] for row in last], 100, 1) + " %",
    ]
    return f"| {name} | " + " | ".join(cells) + " |"


ALL = (
    perceptron, activations, network, boundaries, gradients, digits, weights, compare,
    regularization,
)  # fmt: skip


def main(names: list[str]) -> None:
    known = {function.__name__: function for function in ALL}
    for name in names or known:
        if name not in known:
            raise SystemExit(f"no picture is called {name!r}: give one of {', '.join(known)}")
        known[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
