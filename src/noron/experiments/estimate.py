"""How long runs will take, from a few of them made short; how much memory, from their arrays."""

import time
from collections.abc import Sequence

import numpy as np

from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData
from noron.model.neural_network import NeuralNetwork

TRIED = 5
ROWS = 2000

COPIES = 6
"""Of a network's numbers in a training: weights, gradient, two moments, the good ones twice."""


def seconds_each(specs: Sequence[RunSpec], sources: Sources) -> float:
    """Seconds for a run: one epoch on a part of the rows for a few of them, and in proportion.

    Raises what a recipe that is not legal raises.
    """
    places = np.unique(np.linspace(0, len(specs) - 1, TRIED).astype(int)).tolist()
    seconds = []
    for spec in (specs[place] for place in places):
        rows = len(sources.rows_of(spec).split.x)
        part = min(rows, ROWS)
        short = spec.but(
            epochs=1, rows=part, time_limit=None, patience=None, stop=None, data_hash=None
        )
        sources.rows_of(short)
        started = time.perf_counter()
        execute(short, sources)
        each = (time.perf_counter() - started) * rows / part
        seconds.append(
            each * (spec.most_epochs or 1) if spec.time_limit is None else spec.time_limit
        )
    return float(np.mean(seconds))


def bytes_of(rows: RunData, nets: Sequence[NeuralNetwork], at_a_time: int) -> int:
    """Bytes of the rows, and of the largest networks that may be trained at a time."""
    largest = max(net.network.theta.nbytes for net in nets)
    return int(rows.split.x.nbytes + rows.split.x_test.nbytes + COPIES * largest * at_a_time)
