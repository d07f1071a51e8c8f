"""Print a digest of what each of many trainings gives, through noron's public names alone.

Bits depend on the processor and on the BLAS, so digests are compared between two versions on one
machine (`compare.py`), never with a list made elsewhere. The compiled kernels have to be there.
"""

import hashlib
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import scipy.sparse

import noron
from noron import estimators, experiments
from noron.optimizers import Optimizer

ENGINES = ("reference", "numpy", "native")
RNG = np.random.default_rng(0)
X = RNG.standard_normal((120, 9)) * (RNG.random((120, 9)) < 0.5)
Y = (X[:, :3] @ RNG.standard_normal((3, 3))).argmax(axis=1)
NUMBER = X @ RNG.standard_normal(9)
SCHEDULES = (
    noron.Constant(0.1),
    noron.StepDecay(0.1),
    noron.ExponentialDecay(0.1),
    noron.Cosine(0.1),
    noron.OneCycle(0.1),
    noron.WarmUp(noron.Cosine(0.1)),
    noron.ReduceOnPlateau(0.1),
)
WEIGHT = RNG.gamma(2.0, size=120)


def digest(*parts: Any) -> str:
    """The first 16 hex digits of the SHA-256 of arrays and values."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part.tobytes() if isinstance(part, np.ndarray) else repr(part).encode())
    return found.hexdigest()[:16]


def without_seconds(history: Any) -> list[dict[str, Any]]:
    """The rows of a history, but for what a clock said."""
    return [{k: v for k, v in row.items() if k != "seconds"} for row in history.rows]


def trained(times: int = 1, dtype: str = "float32", x: Any = X, **settings: Any) -> str:
    """The weights and the history after one call of `train`, or after several in turn.

    The rate of plain descent is said: its default was 0.01 here and 0.1 in recipes, and is one now.
    """
    if settings.get("optimizer", "sgd") == "sgd":
        settings = {"learning_rate": 0.01} | settings
    layers = [noron.Dense(16), noron.BatchNorm(), noron.Tanh(), noron.Dropout(0.1), noron.Dense(3)]
    net = noron.NeuralNetwork(layers, seed=1, dtype=dtype, n_inputs=9)
    rows = []
    for _ in range(times):
        rows += without_seconds(net.train(x, Y, epochs=12, progress=False, **settings))
    return digest(net.network.theta, net.network.buffers, rows)


def fitted(name: str, partial_fits: int = 0, fits: int = 1, **settings: Any) -> str:
    """The predictions of an estimator, fitted once, several times or in parts."""
    y = NUMBER if name.endswith("Regressor") else Y
    model = getattr(estimators, name)(random_state=0, **settings)
    for _ in range(partial_fits):
        model.partial_fit(X, y, **({} if name.endswith("Regressor") else {"classes": [0, 1, 2]}))
    for _ in range(0 if partial_fits else fits):
        model.fit(X, y)
    scores = model.predict if name.endswith("Regressor") else model.predict_proba
    return digest(np.asarray(scores(X)))


def timeless(value: Any) -> Any:
    """Plain data without what a clock or the machine says, and without sentences."""
    if isinstance(value, dict):
        left_out = ("seconds", "machine", "pace", "conclusion", "reason")
        return {key: timeless(one) for key, one in value.items() if key not in left_out}
    return [timeless(one) for one in value] if isinstance(value, list | tuple) else value


def compared(recipe: dict[str, Any], axes: dict[str, Any], **settings: Any) -> str:
    """All that a comparison says and records, but for the time that it took."""
    return digest(timeless(experiments.compare(recipe, axes, store=None, **settings).to_dict()))


def searched(recipe: dict[str, Any], space: dict[str, Any], **settings: Any) -> str:
    """All that a search says and records, but for the time that it took."""
    result = experiments.search(recipe, space, store=None, trials=8, **settings)
    return digest(timeless(result.to_dict()))


def executed(**settings: Any) -> str:
    """The weights and the histories of eight recipes that differ in their seeds."""
    base = experiments.RunSpec(data="moons", **settings)
    results = experiments.execute_all(base.but(seed=seed) for seed in range(8))
    kept = [getattr(result, "outcome", result) for result in results]  # an older version's
    parts = [(one.net.network.theta, without_seconds(one.history)) for one in kept]
    return digest(*(part for pair in parts for part in pair))


def runs() -> Iterator[tuple[str, Callable[[], str]]]:
    """Each run by name."""
    for engine in ENGINES:
        for name in Optimizer.members:
            yield f"{engine}, {name}", partial(trained, engine=engine, optimizer=name)
            yield (
                f"{engine}, {name}, float64, held out",
                partial(trained, engine=engine, optimizer=name, dtype="float64", validation=0.2),
            )
        for schedule in SCHEDULES:
            settings: dict[str, Any] = {"learning_rate": schedule, "validation": 0.25}
            yield f"{engine}, {schedule.name}", partial(trained, engine=engine, **settings)
        more: dict[str, dict[str, Any]] = {
            "weights": {"sample_weight": WEIGHT},
            "early stopping": {
                "validation": 0.25,
                "learning_rate": 0.5,
                "callbacks": [noron.EarlyStopping(patience=2)],
            },
            "in order": {"shuffle": False, "batch_size": 7},
            "bytes": {"x": (np.abs(X) * 40).astype(np.uint8)},
            "sparse": {"x": scipy.sparse.csr_array(X)},
            "three times": {"times": 3, "optimizer": "adam"},
        }
        for name, given in more.items():
            yield f"{engine}, {name}", partial(trained, engine=engine, **given)
    for kind in ("Classifier", "Regressor"):
        mlp: dict[str, dict[str, Any]] = {
            "adam": {},
            "sgd": {"solver": "sgd"},
            "lbfgs": {"solver": "lbfgs"},
            "adaptive": {"solver": "sgd", "learning_rate": "adaptive"},
            "invscaling": {"solver": "sgd", "learning_rate": "invscaling"},
            "early stopping": {"early_stopping": True},
            "in parts": {"partial_fits": 5},
            "warm start": {"warm_start": True, "fits": 3},
        }
        for name, given in mlp.items():
            yield f"MLP{kind}, {name}", partial(fitted, f"MLP{kind}", max_iter=15, **given)
        yield f"Table{kind}", partial(fitted, f"Table{kind}", max_iter=5, n_members=2)
    recipe: dict[str, Any] = {"data": "moons", "epochs": 6}
    axes: dict[str, Any] = {"hidden": [[8], [16, 8]], "activation": ["relu", "tanh"]}
    ways: dict[str, dict[str, Any]] = {
        "in a stack": {},
        "in folds": {"folds": 3},
        "dropping units": {"dropout": 0.2},
        "with adam": {"optimizer": "adam"},
        "on NumPy": {"engine": "numpy"},
        "with patience": {"patience": 2, "epochs": 12},
    }
    for name, given in ways.items():
        folds = given.pop("folds", None)
        chosen = {"folds": folds} if folds else {"seeds": 3}
        yield f"compare, {name}", partial(compared, recipe | given, axes, **chosen)
        yield f"execute_all, {name}", partial(executed, **{"epochs": 6} | given)
    space = {"learning_rate": {"from": 0.01, "to": 1.0, "log": True}, "hidden": [[8], [16]]}
    for pruner in ("halving", "median", "none"):
        yield f"search, {pruner}", partial(searched, recipe, space, pruner=pruner)


def main() -> None:
    """Print a JSON object from each run's name to its digest; a run that fails ends it."""
    warnings.simplefilter("ignore")
    json.dump({name: run() for name, run in runs()}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
