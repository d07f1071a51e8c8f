"""A limit of time: how long a run may take, and how many epochs that will be."""

from dataclasses import dataclass
from typing import final

PIECES = 200
"""The clock is read about so often in a run."""

MOST_EPOCHS = 1_000_000
"""Epochs at most, where only the time is limited."""


@final
@dataclass(frozen=True)
class TimeLimit:
    """So many seconds, or `epochs` epochs if they are over before.

    >>> limit = TimeLimit(60.0, epochs=100)
    >>> limit.horizon(0.0, seconds=0.0), limit.horizon(2.0, seconds=3.0)
    (100, 40.0)
    """

    seconds: float
    epochs: float

    def is_over(self, seconds: float) -> bool:
        """Return whether a run that has taken that many seconds has to end."""
        return seconds >= self.seconds

    def horizon(self, done: float, seconds: float) -> float:
        """Return how many epochs the run will have: `done` epochs took so many seconds."""
        if done == 0:
            return self.epochs
        return min(self.epochs, max(done, done * self.seconds / max(seconds, 1e-9)))

    def steps(self, done: int, seconds: float) -> int:
        """Return how many steps to take until the next look: `done` steps took so many seconds."""
        each = seconds / done if done else self.seconds
        return max(1, int(self.seconds / PIECES / max(each, 1e-9)))
