"""`python -m benchmarks.table_scores`: the table estimators beside scikit-learn's models.

Tables that no default was chosen on, five seeds each: a fifth of the rows is held out, drawn by the
seed, and every model is fitted to the rest. The linear model and gradient boosting are those of the
report (`noron.estimators.reports.baselines`), and try settings for as long as the networks took.
scikit-learn's MLP gets standard scaling, medians for missing numbers, one-hot columns for words and
a scaled target; it runs at its defaults, and once more with early stopping.
"""

import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from benchmarks.tables import SHOWN_LATER, SHOWN_ON, Table
from noron.data.tables import as_frame
from noron.engines.threads import libraries_for
from noron.estimators import TableClassifier, TableRegressor
from noron.estimators.reports.baselines import RIVALS
from noron.estimators.reports.scores import measures

SEEDS = range(5)
WORDS = make_column_selector(dtype_exclude="number")
NUMBERS = make_column_selector(dtype_include="number")


def scaled(model: Any) -> Any:
    """scikit-learn's usual preparation, in front of a model."""
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    words = OneHotEncoder(handle_unknown="ignore", min_frequency=3)
    columns = make_column_transformer((numbers, NUMBERS), (words, WORDS), sparse_threshold=0)
    return make_pipeline(columns, model)


def network(X: Any, y: np.ndarray, n_classes: int, seed: int) -> Callable[[Any], np.ndarray]:
    """noron's networks, fitted: a function that predicts."""
    if not n_classes:
        numbers = TableRegressor(random_state=seed).fit(X, y)
        return lambda new: numbers.predict(new)[:, None]
    return TableClassifier(random_state=seed).fit(X, y).predict_proba


def mlp(
    X: Any, y: np.ndarray, n_classes: int, seed: int, **settings: Any
) -> Callable[[Any], np.ndarray]:
    """scikit-learn's MLP."""
    kind = MLPClassifier if n_classes else MLPRegressor
    mean, scale = (0.0, 1.0) if n_classes else (float(y.mean()), float(y.std()))
    model = scaled(kind(random_state=seed, **settings))
    model.fit(X, y if n_classes else (y - mean) / scale)
    if n_classes:
        return model.predict_proba
    return lambda new: model.predict(new)[:, None] * scale + mean


def rival(name: str) -> Callable[..., Callable[[Any], np.ndarray]]:
    """A baseline of the report, in the time that the networks took before it."""

    def fit(X: Any, y: np.ndarray, n_classes: int, seed: int, seconds: float) -> Any:
        baseline = RIVALS[name](n_classes, None, seed, time.monotonic() + seconds)
        baseline.fit(as_frame(X), y)
        return lambda new: baseline.predict(as_frame(new))

    return fit


def measure(table: Table) -> dict[str, np.ndarray]:
    """By model: shape (seeds, 3), log loss or RMSE, accuracy or R squared, seconds."""
    X, y = table.load()
    classes = table.task == "classes"
    names, y = np.unique(y, return_inverse=True) if classes else ([], y)
    scores: dict[str, list[tuple[float, float, float]]] = {}
    for seed in SEEDS:
        split = {"stratify": y} if classes else {}
        X_train, X_test, y_train, y_test = train_test_split(
            X, y, test_size=0.2, random_state=seed, **split
        )
        limit: tuple[float, ...] = ()
        for name, fit in MODELS.items():
            begin = time.perf_counter()
            with libraries_for(X_train.size):
                allowed = limit if name in RIVALS else ()
                predict = fit(X_train, y_train, len(names), seed, *allowed)
                seconds = time.perf_counter() - begin
                found = measures(np.asarray(predict(X_test)), y_test, classes)
            limit = limit or (seconds,)
            error, right = ("log_loss", "accuracy") if classes else ("rmse", "r2")
            scores.setdefault(name, []).append((found[error], found[right], seconds))
    return {name: np.array(rows) for name, rows in scores.items()}


MODELS: Mapping[str, Callable[..., Callable[[Any], np.ndarray]]] = {
    "noron": network,
    "mlp": mlp,
    "mlp, stopped early": partial(mlp, early_stopping=True, max_iter=1000),
    "linear model": rival("linear model"),
    "gradient boosting": rival("gradient boosting"),
}


def on_result(table: Table, scores: Mapping[str, np.ndarray]) -> str:
    """A line of a table: the mean and the deviation over the seeds."""
    cells = []
    for rows in scores.values():
        error, spread = rows[:, 0].mean(), rows[:, 0].std(ddof=1)
        cells.append(f"{error:.4g} ± {spread:.2g} ({rows[:, 1].mean():.3f})")
    seconds = " ".join(f"{rows[:, 2].mean():.1f}" for rows in scores.values())
    return f"| {table.name} | {' | '.join(cells)} | {seconds} |"


def main() -> None:
    """Both lists."""
    warnings.simplefilter("ignore")
    for tables in (SHOWN_ON, SHOWN_LATER):
        show(tables)


def show(tables: Sequence[Table]) -> None:
    """Print the table, and how often the networks were ahead."""
    print("| table | noron | MLP | MLP, stopped early | linear | boosting | seconds each |")
    print("|---|---|---|---|---|---|---|")
    ahead = {name: 0 for name in MODELS if name != "noron"}
    level = dict(ahead)
    for table in tables:
        scores = measure(table)
        print(on_result(table, scores), flush=True)
        ours = scores["noron"][:, 0]
        for name in ahead:
            theirs = scores[name][:, 0]
            ahead[name] += ours.mean() < theirs.mean()
            level[name] += ours.mean() <= theirs.mean() + ours.std(ddof=1)
    for name, count in ahead.items():
        n = len(tables)
        print(f"ahead of {name} on {count} of {n}; ahead or within a deviation on {level[name]}")


if __name__ == "__main__":
    sys.exit(main())
