"""What a comparison proves: means, spreads, and differences whose intervals hold together.

Each choice was run with the same seeds (or folds), so differences are paired. The best one is set
against each other one with an interval; all of them together are right with 95 %, by Bonferroni's
correction. It wins only if none of them reaches zero.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from noron.core.types import Array

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Difference:
    """How much better the best choice is than another, with its corrected interval."""

    mean: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0


@dataclass(frozen=True)
class Evidence:
    """Of scores, shape (choices, runs), the larger the better, NaN where a run has none.

    Attributes:
        means, spreads: of each choice; the spread is the standard deviation over its runs.
        order: the choices from best to worst; those with a run without score come last.
        differences: of the best to each other choice, by its number; none where nothing tells how
            sure they are: with a single run for each.
    """

    means: Array
    spreads: Array
    order: list[int]
    differences: dict[int, Difference]

    @property
    def best(self) -> int:
        """The choice with the largest mean."""
        return self.order[0]

    @property
    def equals(self) -> list[int]:
        """The choices that cannot be told from the best one."""
        return [
            i for i in self.order[1:] if i in self.differences and not self.differences[i].is_sure
        ]

    @property
    def has_winner(self) -> bool:
        """Whether the best one is better than every other beyond doubt."""
        return bool(self.differences) and not self.equals


def weigh(scores: Sequence[Sequence[float]], *, folds: int | None = None) -> Evidence:
    """The evidence in scores of the shape (choices, runs).

    The standard error of a difference is the larger one of two: that of the pair itself, and that
    of all pairs together (the residuals of choice + run). A few runs tell little of a pair, and the
    pooled one alone would hide a choice that varies more than others. The quantile is Student's,
    with the residuals' degrees of freedom. Runs that are folds share most of their training rows:
    Nadeau and Bengio (2003) put 1 / n + n_test / n_train in place of 1 / n.
    """
    table = np.asarray(scores, dtype=np.float64)
    whole = np.asarray(np.isfinite(table).all(axis=1))
    means = np.where(whole, np.where(whole[:, None], table, 0).mean(axis=1), np.nan)
    runs = table.shape[1]
    spreads = np.full(len(table), np.nan)
    if runs > 1:
        spreads[whole] = table[whole].std(axis=1, ddof=1)
    order = sorted(range(len(table)), key=lambda i: (not whole[i], -means[i] if whole[i] else 0.0))
    valid = [i for i in order if whole[i]]
    if runs < 2 or len(valid) < 2:
        return Evidence(means, spreads, order, {})
    share = 1 / runs + (1 / (folds - 1) if folds else 0.0)
    freedom = (len(valid) - 1) * (runs - 1)
    pooled = 2 * _residual_variance(table[valid])
    pairs = len(valid) * (len(valid) - 1) // 2
    reach = student((1 + CONFIDENCE) / 2, freedom, among=pairs) * math.sqrt(share)
    differences = {}
    for i in valid[1:]:
        d = table[valid[0]] - table[i]
        error = math.sqrt(max(float(d.var(ddof=1)), pooled))
        mean = float(d.mean())
        differences[i] = Difference(mean, mean - reach * error, mean + reach * error)
    return Evidence(means, spreads, order, differences)


@cache
def student(probability: float, freedom: int, *, among: int = 1) -> float:
    """The quantile of Student's t; `among` so many, each at Bonferroni's share of the risk.

    With t = sqrt(freedom) tan(u), P(T < t) is the integral of cos(u)^(freedom - 1), up to a factor.

    >>> round(student(0.975, 2), 3), round(student(0.975, 10), 3)
    (4.303, 2.228)
    """
    risk = (1 - probability) / among
    u = np.linspace(0.0, math.pi / 2, 400_001)
    # The mass beyond u, summed from its small end, so that a tiny risk loses no digits.
    height = np.cos(u) ** (freedom - 1)
    pieces = (height[:-1] + height[1:]) / 2
    beyond = np.append(np.cumsum(pieces[::-1])[::-1], 0.0) / pieces.sum() / 2
    at = float(np.interp(-risk, -beyond, u))
    return math.sqrt(freedom) * math.tan(at)


def _residual_variance(table: Array) -> float:
    """Of score = choice + run + residual."""
    residuals = (
        table - table.mean(axis=1, keepdims=True) - table.mean(axis=0, keepdims=True) + table.mean()
    )
    return float((residuals**2).sum()) / ((table.shape[0] - 1) * (table.shape[1] - 1))
