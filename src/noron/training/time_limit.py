"""A training that has so many seconds: how many epochs these are, as the steps so far tell."""

import time

PIECES = 200
"""The clock is looked at about so often."""

MANY = 1_000_000
"""Epochs at most, where only the time is limited."""


class TimeLimit:
    """Seconds from its making on. A schedule fitted to `horizon` lands when they are over.

    >>> limit = TimeLimit(60.0, most=100)
    >>> limit.horizon(0.0)  # nothing is known yet
    100
    """

    def __init__(self, seconds: float, most: float) -> None:
        self.seconds, self.most = seconds, most
        self.started = time.perf_counter()

    def passed(self) -> float:
        """Seconds so far."""
        return time.perf_counter() - self.started

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.passed() >= self.seconds

    def horizon(self, done: float) -> float:
        """How many epochs the whole training will have, `done` of which are through."""
        if done == 0:
            return self.most
        return min(self.most, max(done, done * self.seconds / self.passed()))

    def steps(self, done: int) -> int:
        """How many steps to take until the next look, of which `done` took all the time so far."""
        each = self.passed() / done if done else self.seconds
        return max(1, int(self.seconds / PIECES / each))
