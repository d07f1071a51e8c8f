"""How long a grid will take, from a few of its runs made short."""

import time

import numpy as np

from noron.experiments.comparison.grid import Grid
from noron.experiments.run import Sources, execute

TRIED = 5
ROWS = 2000


def estimate(grid: Grid, sources: Sources) -> float:
    """Seconds for all runs: one epoch on a part of the rows for a few choices, and in proportion.

    Raises what a recipe that is not legal raises.
    """
    places = np.unique(np.linspace(0, len(grid.choices) - 1, TRIED).astype(int)).tolist()
    seconds = []
    for choice in places:
        spec = grid.spec(choice, 0)
        rows = len(sources.rows_of(spec).split.x)
        part = min(rows, ROWS)
        short = spec.but(epochs=1, rows=part, time_limit=None, patience=None, data_hash=None)
        sources.rows_of(short)
        started = time.perf_counter()
        execute(short, sources)
        each = (time.perf_counter() - started) * rows / part
        seconds.append(
            each * (spec.most_epochs or 1) if spec.time_limit is None else spec.time_limit
        )
    return float(np.mean(seconds)) * len(grid)
