"""A line for each trial of a search that has ended, for people who wait."""

import math
from typing import final

from noron.core.text import describe
from noron.experiments.comparison.grid import briefly
from noron.experiments.result import RunResult
from noron.experiments.searching.plan import facts_of, score_of


@final
class Leader:
    """Makes a line for each trial, with the best value so far."""

    def __init__(self, goal: str, sign: float) -> None:
        self.goal, self.sign, self.best, self.reached = goal, sign, math.inf, 0

    def reach(self, tried: RunResult, trials: int) -> int:
        """Return how many of the trials are behind us; all of them, once other seeds run."""
        number = tried.key.number + 1 if tried.key.seed is None else trials
        self.reached = max(self.reached, number)
        return self.reached

    def line(self, tried: RunResult) -> str:
        """Return the line for a trial that has ended."""
        value, seed = score_of(tried, self.goal), tried.key.seed
        message = f"trial {tried.key.number}" + ("" if seed is None else f" with seed {seed}")
        message += f"  {briefly(tried.key.settings)}  "
        if tried.status == "done":
            self.best = min(self.best, self.sign * value) if seed is None else self.best
        else:
            epochs = facts_of(tried).get("epochs", 0)
            message += f"{tried.status} after epoch {epochs}  " if epochs else f"{tried.status}  "
        if not math.isnan(value):
            message += describe({self.goal: value})
        if math.isinf(self.best) or seed is not None:
            return message
        return f"{message}  best {describe({self.goal: self.sign * self.best})}"
