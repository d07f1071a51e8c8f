"""A time limit: how long a run may take, and an estimate of how many epochs that gives."""

from dataclasses import dataclass
from typing import final

PIECES = 200
"""How often the clock is read in a run, approximately."""

MOST_EPOCHS = 1_000_000
"""The largest number of epochs if only the time is limited."""


@final
@dataclass(frozen=True)
class TimeLimit:
    """Ends a run after `seconds` seconds, or after `epochs` epochs if these end earlier.

    >>> limit = TimeLimit(60.0, epochs=100)
    >>> limit.horizon(0.0, seconds=0.0), limit.horizon(2.0, seconds=3.0)
    (100, 40.0)
    """

    seconds: float
    epochs: float

    def is_over(self, seconds: float) -> bool:
        """Return whether a run that has taken `seconds` seconds must end."""
        return seconds >= self.seconds

    def horizon(self, done: float, seconds: float) -> float:
        """Return how many epochs the run will have, if `done` epochs took `seconds` seconds."""
        if done == 0:
            return self.epochs
        return min(self.epochs, max(done, done * self.seconds / max(seconds, 1e-9)))

    def steps(self, done: int, seconds: float) -> int:
        """Return the steps until the next reading of the clock; `done` steps took `seconds`."""
        each = seconds / done if done else self.seconds
        return max(1, int(self.seconds / PIECES / max(each, 1e-9)))
