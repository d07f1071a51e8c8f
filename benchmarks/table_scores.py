"""`python -m benchmarks.table_scores`: the table estimators beside scikit-learn's, defaults only.

Ten tables that no default was chosen on, five seeds each: a fifth of the rows is held out, drawn by
the seed, and every model is fitted to the rest. scikit-learn's MLP gets standard scaling, medians
for missing numbers and one-hot columns for words; so does its linear model (logistic regression, or
ridge regression with its strength chosen by cross-validation). Gradient boosting takes words as
categories and missing values as they are.
"""

import sys
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, RidgeCV
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

from benchmarks.tables import SHOWN_LATER, SHOWN_ON, Table
from noron.estimators import TableClassifier, TableRegressor

SEEDS = range(5)
WORDS = make_column_selector(dtype_exclude="number")
NUMBERS = make_column_selector(dtype_include="number")


def scaled(model: Any) -> Any:
    """scikit-learn's usual preparation, in front of a model."""
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    words = OneHotEncoder(handle_unknown="ignore", min_frequency=3)
    columns = make_column_transformer((numbers, NUMBERS), (words, WORDS), sparse_threshold=0)
    return make_pipeline(columns, model)


def as_categories(model: Any) -> Any:
    """Words as numbers of categories; all else as it is."""
    words = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1, max_categories=200)
    columns = make_column_transformer((words, WORDS), remainder="passthrough")
    return make_pipeline(columns, model)


def contestants(task: str, seed: int) -> Mapping[str, Callable[[], Any]]:
    """By name what makes each model."""
    if task == "classes":
        return {
            "noron": lambda: TableClassifier(random_state=seed),
            "mlp": lambda: scaled(MLPClassifier(random_state=seed)),
            "linear": lambda: scaled(LogisticRegression(max_iter=2000)),
            "boosting": lambda: as_categories(HistGradientBoostingClassifier(random_state=seed)),
        }
    return {
        "noron": lambda: TableRegressor(random_state=seed),
        "mlp": lambda: scaled(MLPRegressor(random_state=seed)),
        "linear": lambda: scaled(RidgeCV(np.logspace(-2, 3, 11))),
        "boosting": lambda: as_categories(HistGradientBoostingRegressor(random_state=seed)),
    }


def measure(table: Table) -> dict[str, np.ndarray]:
    """By model: shape (seeds, 3), accuracy or R squared, log loss (0 for numbers), seconds."""
    X, y = table.load()
    scores: dict[str, list[tuple[float, float, float]]] = {}
    for seed in SEEDS:
        split = {"stratify": y} if table.task == "classes" else {}
        X_train, X_test, y_train, y_test = train_test_split(
            X, y, test_size=0.2, random_state=seed, **split
        )
        for name, make in contestants(table.task, seed).items():
            begin = time.perf_counter()
            model = make().fit(X_train, y_train)
            seconds = time.perf_counter() - begin
            loss = 0.0
            if table.task == "classes":
                loss = log_loss(y_test, model.predict_proba(X_test), labels=model.classes_)
            scores.setdefault(name, []).append((model.score(X_test, y_test), loss, seconds))
    return {name: np.array(rows) for name, rows in scores.items()}


def on_result(table: Table, scores: Mapping[str, np.ndarray]) -> str:
    """A line of a table: the mean and the deviation over the seeds."""
    cells = []
    for rows in scores.values():
        score, loss = rows[:, 0], rows[:, 1]
        cell = f"{score.mean():.4f} ± {score.std(ddof=1):.4f}"
        cells.append(cell + (f" ({loss.mean():.3f})" if table.task == "classes" else ""))
    seconds = " ".join(f"{rows[:, 2].mean():.1f}" for rows in scores.values())
    return f"| {table.name} | {' | '.join(cells)} | {seconds} |"


def main() -> None:
    """Both lists."""
    warnings.simplefilter("ignore")
    for tables in (SHOWN_ON, SHOWN_LATER):
        show(tables)


def show(tables: Sequence[Table]) -> None:
    """Print the table, and how often the networks were ahead."""
    print("| table | noron | scikit-learn's MLP | linear | boosting | seconds each |")
    print("|---|---|---|---|---|---|")
    ahead = {"mlp": 0, "linear": 0, "boosting": 0}
    level = dict(ahead)
    for table in tables:
        scores = measure(table)
        print(on_result(table, scores), flush=True)
        ours = scores["noron"][:, 0]
        for name in ahead:
            theirs = scores[name][:, 0]
            ahead[name] += ours.mean() > theirs.mean()
            level[name] += ours.mean() >= theirs.mean() - ours.std(ddof=1)
    for name, count in ahead.items():
        n = len(tables)
        print(f"ahead of {name} on {count} of {n}; ahead or within a deviation on {level[name]}")


if __name__ == "__main__":
    sys.exit(main())
