"""Before anything is timed: every peer must learn the same, step by step, from the same weights."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.cases import Case
from benchmarks.job import Job, Settings, first_weights
from benchmarks.peers import REFERENCE
from benchmarks.protocol import AbsentError, FailedError, Worker
from benchmarks.rows import make_rows
from noron.core.types import Array

L2_STRENGTH = 1e-3
HEAVY = 2e8
"""Multiplications in a layer-by-layer step from which fewer steps have to do."""

LOSS_TOLERANCE = {"float64": 1e-9, "float32": 2e-5}
"""Of the largest relative difference of two losses."""
SMALL_LOSS = 0.01
"""Of the largest loss: below it a difference counts as if the loss were that large.

The loss -log p of a row that is known by heart is nothing but the rounding of p.
"""
THETA_TOLERANCE = {"float64": 1e-6, "float32": 5e-2}
"""Of the distance of the final weights, over the distance from the first ones.

In float32, another order of sums moves six layers of a thousand units by 2.6 % of a short way, as
ReLUs near zero switch; that the steps are the same is seen in float64.
"""
PROBABILITY_TOLERANCE = {"float64": 1e-12, "float32": 1e-5}
TINY_EPSILON = 1e-20
"""For scikit-learn, whose Adam adds epsilon to sqrt(v), the others to sqrt(v / (1 - beta2^t)).

With the usual 1e-8 that makes the first steps differ in the fourth digit; with this one it is the
same algorithm, and comes to the same weights.
"""


class Trial(NamedTuple):
    """A short run: of steps on one batch with a penalty, or of epochs with a partial batch."""

    name: str
    rows: int
    epochs: int
    l2: float
    dtype: str
    epsilon: float = 1e-8

    def is_for(self, family: str, optimizer: str) -> bool:
        """Whether that family takes this trial: each takes those of one epsilon."""
        own = TINY_EPSILON if (family, optimizer) == ("sklearn", "adam") else 1e-8
        return family != "products" and self.epsilon == own


@dataclass(frozen=True)
class PruningCallback:
    """What a peer's validation found: the worst errors over all trials, and what was wrong."""

    ok: bool
    loss_error: float = 0.0
    theta_error: float = 0.0
    reason: str = ""
    absent: bool = False


def trials(case: Case) -> Iterator[Trial]:
    """In both precisions: a batch again and again, and epochs whose last batch is smaller."""
    size = case.batch_size
    heavy = case.weights * size > HEAVY
    batches, epochs, steps = (1, 2, 2) if heavy else (2, 3, 6)
    with_sklearn = case.optimizer == "adam" and "sklearn" in case.families
    for dtype, epsilon in product(
        ("float32", "float64"), (1e-8, TINY_EPSILON) if with_sklearn else (1e-8,)
    ):
        rows = batches * size + max(1, size // 2)
        if heavy and "sklearn" not in case.families:  # who counts a penalty as we do: both in one
            yield Trial("partial batch", rows, epochs, L2_STRENGTH, dtype, epsilon)
            continue
        yield Trial("partial batch", rows, epochs, 0.0, dtype, epsilon)
        yield Trial("steps", size, steps, L2_STRENGTH, dtype, epsilon)


def make_job(case: Case, rows: int, dtype: str, l2: float, order: Array) -> Job:
    """The case's network on its first `rows` rows."""
    settings = Settings(case.layers, case.batch_size, case.optimizer, case.learning_rate, dtype, l2)
    X, y = make_rows(case, rows)
    return Job(settings, X.astype(dtype), y, order, *first_weights(settings))


def validate(case: Case, workers: Mapping[str, Worker], folder: Path) -> dict[str, PruningCallback]:
    """A verdict for each worker that has losses; the reference's own are what they must follow."""
    kinds = {"train": trials(case), "predict": iter(PREDICTION_TRIALS)}
    verdicts: dict[str, PruningCallback] = {}
    for trial in kinds[case.kind]:
        where = folder / f"{case.name}-{trial.name.replace(' ', '-')}-{trial.dtype}"
        job = make_job(case, trial.rows, trial.dtype, trial.l2, np.arange(trial.rows))
        job = replace(job, settings=replace(job.settings, epsilon=trial.epsilon))
        job.save(where)
        pruning_hook = workers[REFERENCE]
        right = answer(pruning_hook, case, trial, where)
        for name, worker in workers.items():
            out = name in verdicts and not verdicts[name].ok
            if out or not trial.is_for(worker.spec.family, case.optimizer):
                continue
            verdicts[name] = _merged(
                verdicts.get(name), _verdict(worker, case, trial, where, job, right)
            )
    return verdicts


PREDICTION_TRIALS = tuple(Trial("rows", 40, 1, 0.0, dtype) for dtype in ("float64", "float32"))


class Answer(NamedTuple):
    """The losses of the epochs and the weights after them; or probabilities, without losses."""

    losses: Array
    theta: Array


def answer(worker: Worker, case: Case, trial: Trial, folder: Path) -> Answer:
    """What a worker comes to on the job in that folder."""
    worker.ask("load", folder=str(folder))
    out = folder / f"{worker.spec.name}.npy"
    if case.kind == "predict":
        worker.ask("probabilities", out=str(out))
        return Answer(np.zeros(0), np.load(out).reshape(trial.rows, -1))
    reply = worker.ask("losses", epochs=trial.epochs, out=str(out))
    return Answer(np.array(reply["losses"]), np.load(out))


def _verdict(
    worker: Worker, case: Case, trial: Trial, folder: Path, job: Job, right: Answer
) -> PruningCallback:
    try:
        given = answer(worker, case, trial, folder)
    except AbsentError as error:
        return PruningCallback(False, reason=str(error), absent=True)
    except FailedError as error:
        return PruningCallback(False, reason=str(error))
    if case.kind == "predict":
        return judge_probabilities(given.theta, right.theta, trial)
    pairs = zip(job.weights, job.biases, strict=True)
    start = np.concatenate([p.ravel() for pair in pairs for p in pair])
    return pruning_hook(given, right, start, trial)


def pruning_hook(given: Answer, right: Answer, start: Array, trial: Trial) -> PruningCallback:
    """Losses and final weights against the right ones; NaN and a wrong number of losses fail."""
    if given.losses.shape != right.losses.shape or given.theta.shape != right.theta.shape:
        return PruningCallback(
            False, reason=f"{trial.name}, {trial.dtype}: other shapes than the judge's"
        )
    least = SMALL_LOSS * np.abs(right.losses).max()
    scale = np.maximum(np.abs(right.losses), least)
    loss_error = float(np.max(np.abs(given.losses - right.losses) / scale))
    moved = float(np.linalg.norm(right.theta - start.astype(np.float64)))
    theta_error = float(np.linalg.norm(given.theta - right.theta)) / moved
    loss_limit, theta_limit = LOSS_TOLERANCE[trial.dtype], THETA_TOLERANCE[trial.dtype]
    ok = loss_error <= loss_limit and theta_error <= theta_limit
    reason = "" if ok else (
        f"{trial.name}, {trial.dtype}: losses differ by {loss_error:.1e} (limit {loss_limit:.0e}), "
        f"weights by {theta_error:.1e} of their way (limit {theta_limit:.0e})"
    )  # fmt: skip
    return PruningCallback(ok, loss_error, theta_error, reason)


def judge_probabilities(given: Array, right: Array, trial: Trial) -> PruningCallback:
    """The largest difference; scikit-learn gives two columns where others give one."""
    if given.shape != right.shape:
        return PruningCallback(
            False, reason=f"probabilities of shape {given.shape}, not {right.shape}"
        )
    error, limit = float(np.abs(given - right).max()), PROBABILITY_TOLERANCE[trial.dtype]
    ok = error <= limit
    reason = "" if ok else f"{trial.dtype}: probabilities differ by {error:.1e} (limit {limit:.0e})"
    return PruningCallback(ok, error, 0.0, reason)


def _merged(before: PruningCallback | None, now: PruningCallback) -> PruningCallback:
    if before is None or not now.ok:
        return now
    return PruningCallback(
        True,
        max(before.loss_error, now.loss_error),
        max(before.theta_error, now.theta_error),
    )
