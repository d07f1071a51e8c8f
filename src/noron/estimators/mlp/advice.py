"""Advice on a fit: what its numbers say is wrong, in the words of the estimator's parameters."""

import os
import re
from dataclasses import replace

from noron.core.metric_rows import MetricRows, Row
from noron.core.types import Array
from noron.training.advice import Advice
from noron.training.diagnosis import Facts, advice_on
from noron.training.trainer import Trainer

FEWEST_ROWS = 50
"""A fit to fewer rows brings no warning: what they teach is chance."""

LEAST_LEARNT = 0.1
"""A fit that has removed a smaller share of a guess's loss has learnt nothing."""

UNSURE = {"labels", "too few epochs", "imbalance", "one class"}
"""The kinds of advice without a warning: the cause may lie in the data."""

WORDS = (
    (
        "Put Standardize() first in the network, or divide X",
        "Scale X, as StandardScaler() does in a pipeline",
    ),
    ("Train on (y - y.mean()) / y.std()", "Scale y, as TransformedTargetRegressor() does"),
    ("Train a new network", "Fit again"),
    ("Make a new network", "Fit again"),
    (', or learning_rate="auto"', ""),
    ('learning_rate="auto"', "another learning_rate"),
    ("learning_rate", "learning_rate_init"),
    ("epochs=", "max_iter="),
    ("BatchNorm() before each activation", "batch_norm=True"),
    ("Dropout(0.2)", "dropout=0.2"),
    ("validation=0.2", "early_stopping=True"),
)
"""Words of `NeuralNetwork` that estimators have other ones for; each is replaced in turn."""


def advice_after(trainer: Trainer, start: Array, rows: list[Row]) -> tuple[list[Advice], bool]:
    """Return the likely mistakes of a fit, and whether it stopped without having learnt anything.

    `start` is theta before the first step; `rows` have the losses in noron's own measure.
    """
    whole = trainer.position.epoch >= trainer.epochs
    size = trainer.batch_size
    run = Facts(trainer.state, trainer.data, None, MetricRows(rows), start, size, whole)
    try:
        advice = [_reworded(one) for one in advice_on(run)]
        sure = not whole and {one.kind for one in advice} - UNSURE  # all epochs: too few, perhaps
        return advice, bool(sure and len(run.data) >= FEWEST_ROWS and run.skill < LEAST_LEARNT)
    except Exception:  # a layer or a loss of the user's: the fit is good without advice
        if os.environ.get("NORON_DEBUG"):
            raise
        return [], False


def _reworded(advice: Advice) -> Advice:
    seen, remedy = re.sub(r"SharedL2\([^)]*\)", "alpha", advice.seen), advice.remedy
    for word, other in WORDS:
        remedy = remedy.replace(word, other)
    return replace(advice, seen=seen, remedy=remedy, option="")
