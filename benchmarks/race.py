"""Time the peers in turn: one round after another, so that a slow minute hits everybody."""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.cases import Case
from benchmarks.figures import Figure
from benchmarks.protocol import Worker
from benchmarks.quiet import Cores
from benchmarks.rows import SEED
from benchmarks.validate import make_job

PAUSE = 0.05
"""Seconds between two turns: idle BLAS and OpenMP threads spin for a while before they sleep."""


@dataclass
class Times:
    """Seconds for a unit (a step, or a prediction call) in each round."""

    seconds: list[float] = field(default_factory=list)
    units: int = 0
    note: str = ""
    compile_seconds: float = 0.0

    @property
    def figure(self) -> Figure:
        """The median and the quartiles."""
        return Figure.of(self.seconds)


def time_case(
    case: Case, workers: Mapping[str, Worker], folder: Path, rounds: int, target: float
) -> dict[str, Times]:
    """Every worker's times; calls last about `target` seconds where the case allows it."""
    order = np.random.default_rng(SEED).permutation(case.rows)
    job = make_job(case, case.rows, "float32", case.l2, order)
    job.save(folder)
    for worker in workers.values():
        worker.ask("load", folder=str(folder))
    warm = {name: calibrate(case, worker, target) for name, worker in workers.items()}
    units = case.steps if case.kind == "train" else 1
    times = {name: Times(units=warm[name].epochs * units) for name in workers}

    def reply_of(name: str) -> Any:
        time.sleep(PAUSE)
        return workers[name].ask("time", epochs=warm[name].epochs, kind=case.kind)

    with Cores() as cores:
        for turn in range(rounds):
            times = {name: found for name, found in times.items() if not hopeless(name, warm)}
            for name in rotated(list(times), turn):
                reply = cores.undisturbed(partial(reply_of, name))
                warm[name] = warm[name]._replace(seconds=reply["seconds"])
                times[name].seconds.append(reply["seconds"] / times[name].units)
                times[name].note = reply["note"]
                times[name].compile_seconds = reply["compile_seconds"]
    return times


class Warm(NamedTuple):
    """How many epochs a call takes, and how long the last one lasted."""

    family: str
    epochs: int
    seconds: float


def hopeless(name: str, warm: Mapping[str, Warm]) -> bool:
    """Whether the same peer with another number of threads is five times as fast, in slow calls.

    Two OpenMP threads that wait for each other by spinning, beside another busy process, take a
    hundred times as long as one: the better number counts anyway, and the run has to end. Who is
    hopeless in any round is left out of the results of the case.
    """
    own = warm[name]
    if own.family == "noron" or own.seconds < 0.5:
        return False
    return any(
        5 * other.seconds / other.epochs < own.seconds / own.epochs
        for other in warm.values()
        if other.family == own.family
    )


def calibrate(case: Case, worker: Worker, target: float) -> Warm:
    """Find the epochs of a call of about `target` seconds; warms the peer up too."""
    epochs = case.epochs
    while True:
        seconds = worker.ask("time", epochs=epochs, kind=case.kind)["seconds"]
        if seconds >= target / 2 or epochs >= case.most_epochs:
            return Warm(worker.spec.family, epochs, seconds)
        growth = min(50.0, 1.2 * target / max(seconds, 1e-7))
        epochs = min(case.most_epochs, math.ceil(epochs * growth))


def rotated(names: Sequence[str], turn: int) -> list[str]:
    """Each round begins with another one.

    >>> rotated(["a", "b", "c"], 1)
    ['b', 'c', 'a']
    """
    at = turn % max(1, len(names))
    return [*names[at:], *names[:at]]
