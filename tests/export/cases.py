"""Models to export: random networks of all layers and losses, and models of mixed tables.

`NORON_EXPORTED=200` makes 200 networks instead of 60.
"""

import os
from collections.abc import Iterator
from typing import Any

import numpy as np

from engines.cases import CASES
from noron import Dense, Embedding, NeuralNetwork
from noron.core.types import Array

COUNT = int(os.environ.get("NORON_EXPORTED", "60"))
ROWS = 100


def networks(count: int = COUNT) -> Iterator[NeuralNetwork]:
    """Random networks, float32 and float64 by turns, every eleventh with an embedding in front."""
    for k, case in enumerate(CASES[:count]):
        layers, n_inputs = list(case.layers), case.n_inputs
        if k % 11 == 3:
            layers, n_inputs = [Embedding([3, 5], [2, 4]), Dense(n_inputs), *layers], n_inputs + 2
        dtype = "float64" if k % 2 else "float32"
        net = NeuralNetwork(layers, loss=case.loss, seed=k, dtype=dtype, n_inputs=n_inputs)
        rng, network = np.random.default_rng(k), net.network
        network.theta += (0.1 * rng.standard_normal(network.theta.shape)).astype(dtype)
        network.buffers += rng.uniform(0, 0.5, network.buffers.shape).astype(dtype)
        net.trained = True
        yield net


def inputs_of(net: NeuralNetwork, n: int = ROWS) -> Array:
    """Normal numbers, some of them large, some rows zero; codes in and out of their tables."""
    rng = np.random.default_rng(n)
    x = rng.standard_normal((n, net.network.n_inputs)) * rng.choice([0, 0.01, 1, 1, 1, 4], (n, 1))
    first = net.network.layers[0]
    if isinstance(first, Embedding):
        x[:, -len(first.sizes) :] = rng.integers(-1, 7, (n, len(first.sizes)))
    return x.astype(net.network.theta.dtype)


def table(n: int, seed: int) -> dict[str, Any]:
    """Columns of every kind: numbers, skewed ones, few and many words, yes or no, dates, gaps."""
    rng = np.random.default_rng(seed)
    days = rng.integers(-20_000, 20_000, n).astype("datetime64[D]")
    moments = days + rng.integers(0, 86_400_000_000, n).astype("timedelta64[us]")
    words = [f"từ {k}" for k in range(40)]
    columns = {
        "size": rng.normal(1e3, 50, n),
        "price": np.exp(rng.normal(0, 2, n)),
        "label": rng.choice(["red", "green", "7", "NA's"], n),
        "word": rng.choice(words, n),
        "is new": rng.random(n) < 0.4,
        "at": moments,
        "level": rng.integers(0, 5, n),
        "constant": np.ones(n),
    }
    if seed % 2:
        for name in ("size", "price"):
            columns[name][rng.random(n) < 0.1] = np.nan
        columns["at"][rng.random(n) < 0.1] = np.datetime64("NaT")
        for name in ("label", "word"):
            cells = columns[name].astype(object)
            cells[rng.random(n) < 0.1] = None
            columns[name] = cells
    return columns


def table_models(count: int = 4) -> Iterator[Any]:
    """Classifiers and regressors of such tables, by turns large (float32) and small (float64)."""
    from noron.estimators import TableClassifier, TableRegressor

    for seed in range(count):
        n = 300 if seed % 4 < 2 else 60
        X, rng = table(n, seed), np.random.default_rng(seed)
        settings: dict[str, Any] = {"hidden_layer_sizes": (16,), "max_iter": 3, "n_members": 2}
        effect = X["size"] / 50 + np.where(X["is new"], 5, 0)
        effect = np.where(np.isnan(effect), 20, effect) + rng.normal(0, 0.1, n)
        if seed % 2:
            yield TableRegressor(random_state=seed, **settings).fit(X, effect)
        else:
            answers = np.array(["low", "middle", "high"])[np.digitize(effect, [20, 23])]
            yield TableClassifier(random_state=seed, **settings).fit(X, answers)
