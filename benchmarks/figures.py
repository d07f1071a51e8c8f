"""Medians, quartiles, and the ratio of two series that were measured in turn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Figure:
    """A median with its quartiles.

    >>> Figure.of([3.0, 1.0, 2.0])
    Figure(median=2.0, low=1.5, high=2.5)
    """

    median: float
    low: float
    high: float

    @staticmethod
    def of(values: Sequence[float]) -> "Figure":
        """The 50th, 25th and 75th percentile, interpolated."""
        return Figure(*(float(np.percentile(values, share)) for share in (50, 25, 75)))


def ratio(above: Sequence[float], below: Sequence[float]) -> Figure:
    """Median of `above` / median of `below`; its spread: quartiles of the ratios round by round.

    A round measures everybody within seconds, so what slows the machine for a while cancels.

    >>> ratio([4.0, 8.0, 4.0], [2.0, 4.0, 2.0])
    Figure(median=2.0, low=2.0, high=2.0)
    """
    rounds = Figure.of([a / b for a, b in zip(above, below, strict=True)])
    return Figure(float(np.median(above) / np.median(below)), rounds.low, rounds.high)
