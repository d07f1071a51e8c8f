"""A comparison of ways to use the compiled kernels, by the steps of a run itself."""

import math
from collections.abc import Sequence
from itertools import chain
from statistics import median
from typing import NamedTuple

import numpy as np

from noron.engines.native.binding import NativeProgram

GO_SECONDS, MOST_STEPS = 6e-4, 64
"""How long a candidate's turn takes, and the most steps of a turn."""
FEWEST_STEPS = 8
"""Steps of a turn. From this many on, the kernels carry the weights to panels, which may change
which candidate is the fastest."""
LONGEST_GO = 4e-3
"""Seconds that these steps may take; for longer steps the panels change no order."""
FEWEST_GOES, MOST_GOES = 3, 7
"""Turns of each candidate: fewer suffice if all turns of one were the fastest."""
HOPELESS = 3
"""Candidates that wait for a core and take so many times the least time have no further turn."""
WORTH_IT = 0.95
"""More threads are chosen if they need at most this share of the time."""


class Candidate(NamedTuple):
    """One way to use the kernels: a program for a form of the inputs, and a number of threads."""

    program: NativeProgram
    threads: int


class Trial:
    """Compares candidates, which take turns, by the time of a step.

    Numbers of threads are compared by their medians, as a core that is not there in time counts.
    Candidates of as many threads are compared by their least times: other programs only add.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.times: list[list[float]] = [[] for _ in candidates]
        self.spent = [0.0] * len(candidates)
        self.step_seconds = 0.0

    @property
    def turn(self) -> int:
        """Return whose turn it is."""
        goes = [len(times) for times in self.times]
        return goes.index(min(goes))

    @property
    def steps(self) -> int:
        """Return how many steps the next turn has; the first one shows how long a step takes."""
        if self.step_seconds == 0:
            return 1
        least = np.clip(LONGEST_GO / self.step_seconds, 1, FEWEST_STEPS)
        return int(np.clip(GO_SECONDS / self.step_seconds, least, MOST_STEPS))

    def add(self, steps: int, seconds: float, is_crowded: bool) -> None:
        """Record a turn; it is no good sign if a thread had to wait for a core."""
        first, turn = self.step_seconds == 0, self.turn
        self.step_seconds = seconds / steps
        self.spent[turn] += seconds
        if first:  # which also fetched the numbers into the caches
            return
        least = min(chain.from_iterable(self.times), default=math.inf)
        self.times[turn].append(math.inf if is_crowded else self.step_seconds)
        if is_crowded and self.step_seconds > HOPELESS * least:
            self.times[turn] = [math.inf] * MOST_GOES

    def pass_over(self) -> None:
        """Record a turn that is not taken, as threads would wait for a core."""
        self.times[self.turn].append(math.inf)

    @property
    def winner(self) -> int | None:
        """Return the number of the fastest candidate; None if more turns are needed.

        >>> trial = Trial([Candidate(None, 1), Candidate(None, 2)])
        >>> trial.times = [[5.0, 5.2, 5.1], [3.0, 9.0, 3.1]]
        >>> trial.winner is None
        True
        >>> trial.times = [[5.0, 5.2, 5.1], [3.0, 4.0, 3.1]]
        >>> trial.winner
        1
        """
        goes = min(map(len, self.times))
        if goes < FEWEST_GOES:
            return None
        same = len({candidate.threads for candidate in self.candidates}) == 1
        typical, best = [(min if same else median)(times) for times in self.times], 0
        for i, candidate in enumerate(self.candidates):
            more = candidate.threads > self.candidates[best].threads
            if typical[i] < typical[best] * (WORTH_IT if more else 1.0):
                best = i
        others = [time for i, times in enumerate(self.times) if i != best for time in times]
        is_clear = max(self.times[best]) < min(others)
        return best if is_clear or goes >= MOST_GOES else None
