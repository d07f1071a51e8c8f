"""`python -m benchmarks.estimators`: noron's `MLPClassifier` beside scikit-learn's, one process.

Both are fitted to the same rows with the same seed, so they train the same network; that is checked
before a time is kept. Then they take turns, and the ratio of the medians is stated, with the lowest
and the highest ratio of a single turn. scikit-learn's products run on one and on two threads, the
faster of which counts.
"""

import argparse
import json
import statistics
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from sklearn import datasets, neural_network
from threadpoolctl import threadpool_limits

from benchmarks.quiet import Cores, timed
from noron import estimators
from noron.data import load_mnist

THREADS = (1, 2)


@dataclass(frozen=True)
class Case:
    """What is fitted, with which settings, and what is asked of it."""

    name: str
    kind: str
    rows: Callable[[], tuple[Any, Any]]
    at_least: float
    rounds: int
    settings: dict[str, Any] = field(default_factory=dict)

    def fit(self, library: Any, X: Any, y: Any, seed: int) -> Any:
        """A fitted estimator of that library."""
        return getattr(library, self.kind)(random_state=seed, **self.settings).fit(X, y)


def mnist() -> tuple[Any, Any]:
    """The 60,000 images, between 0 and 1."""
    X, y, _, _ = load_mnist()
    return X, y


def housing() -> tuple[Any, Any]:
    """Numbers of California housing's shape, 20,640 rows of 8: the table itself is a download."""
    X = np.random.default_rng(0).normal(size=(20_640, 8))
    return X, np.sin(X[:, 0]) + X[:, 1] * X[:, 2]


def text() -> tuple[Any, Any]:
    """20,000 documents of 80 words out of 50,000, compressed, in 20 classes."""
    rng = np.random.default_rng(0)
    n, words, each = 20_000, 50_000, 80
    y = rng.integers(0, 20, n)
    columns = (rng.zipf(1.3, (n, each)) * 37 + 11 * y[:, None]) % words
    X = scipy.sparse.csr_matrix(
        (rng.random(n * each), columns.ravel(), np.arange(0, n * each + 1, each)), (n, words)
    )
    X.sum_duplicates()
    return X, y


def iris() -> tuple[Any, Any]:
    """150 rows of 4."""
    return datasets.load_iris(return_X_y=True)


def digits() -> tuple[Any, Any]:
    """1,797 rows of 64."""
    return datasets.load_digits(return_X_y=True)


SGD = {"solver": "sgd", "momentum": 0.9, "learning_rate_init": 0.2, "tol": 1e-4}


def on_mnist(widths: tuple[int, ...], epochs: int, at_least: float, solver: str) -> Case:
    """A fit of so many passes over MNIST."""
    name = f"MNIST, {widths}, {epochs} epochs, {solver}".replace(",)", ")")
    settings = {"hidden_layer_sizes": widths, "max_iter": epochs, "solver": solver}
    return Case(
        name, "MLPClassifier", mnist, at_least, 3, settings | (SGD if solver == "sgd" else {})
    )


CASES = (
    *(on_mnist((100, 100), 10, 5, solver) for solver in ("adam", "sgd")),
    *(on_mnist((width,), 3, 4, solver) for width in (50, 100) for solver in ("adam", "sgd")),
    Case("digits", "MLPClassifier", digits, 8, 5),
    Case("iris", "MLPClassifier", iris, 30, 9),
    Case("California housing's shape", "MLPRegressor", housing, 9, 5, {"max_iter": 10}),
    Case("text, compressed rows", "MLPClassifier", text, 5, 3, {"max_iter": 3}),
)  # fmt: skip


def agree(theirs: Any, ours: Any, dtype: str) -> None:
    """SystemExit unless both have trained the same network."""
    few = min(theirs.n_iter_, ours.n_iter_, 5)
    expected, found = np.array(theirs.loss_curve_[:few]), np.array(ours.loss_curve_[:few])
    close = 1e-6 if dtype == "float64" else 2e-2
    # the first losses, before rounding has grown; scikit-learn cuts probabilities off
    if np.abs(found[-1] - expected[-1]) > close * max(1.0, abs(expected[-1])):
        raise SystemExit(f"no time: the losses are {found} and {expected}")


def measure(case: Case, dtype: str) -> dict[str, Any]:
    """Milliseconds an epoch, in turns, and the ratio."""
    X, y = case.rows()
    X = X.astype(dtype)
    times: dict[str, list[float]] = {f"scikit-learn, {n}": [] for n in THREADS} | {"noron": []}
    with Cores() as cores:
        for seed in range(case.rounds):
            fitted = {}
            for name, values in times.items():
                threads = int(name[-1]) if name != "noron" else None
                library = estimators if name == "noron" else neural_network
                fit = partial(timed, partial(case.fit, library, X, y, seed))
                with threadpool_limits(threads):
                    seconds, fitted[name] = cores.undisturbed(fit)
                values.append(seconds / fitted[name].n_iter_ * 1e3)
            agree(fitted["scikit-learn, 1"], fitted["noron"], dtype)
    best = min((k for k in times if k != "noron"), key=lambda k: statistics.median(times[k]))
    ratios = [theirs / ours for theirs, ours in zip(times[best], times["noron"], strict=True)]
    return {
        "case": case.name,
        "dtype": dtype,
        "scikit-learn": statistics.median(times[best]),
        "noron": statistics.median(times["noron"]),
        "ratio": statistics.median(times[best]) / statistics.median(times["noron"]),
        "from": min(ratios),
        "to": max(ratios),
        "asked": case.at_least,
    }


def milliseconds(value: float) -> str:
    """Three digits of it."""
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.3g} ms"


def lines(found: list[dict[str, Any]]) -> Iterator[str]:
    """A table for a page."""
    yield "| a whole fit, for each pass over the rows | numbers | scikit-learn | noron | ratio |"
    yield "|---|---|---|---|---|"
    for row in found:
        times = (milliseconds(row[name]) for name in ("scikit-learn", "noron"))
        spread = f"{row['ratio']:.1f} × ({row['from']:.1f} to {row['to']:.1f})"
        yield f"| {' | '.join((row['case'], row['dtype'], *times, spread))} |"


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[""], help="cases whose names begin so")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    found = []
    for case in CASES:
        if any(case.name.startswith(name) for name in given.only):
            for dtype in ("float32", "float64"):
                found.append(measure(case, dtype))
                print(list(lines(found))[-1], flush=True)
    print("\n".join(lines(found)))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
