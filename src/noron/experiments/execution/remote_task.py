"""A trial as a function: from a recipe and its rows to plain data, wherever it is called.

Whoever calls it twice gets the same twice; nothing is written, and nothing is asked of a file.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from noron.engines import at_most, blas_at_most
from noron.experiments.execution.threads import keeps_bits
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.run import Outcome, Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.experiments.store.writer import this_machine
from noron.experiments.trial import Trial, attempt
from noron.training.callbacks import AnyCallback


@dataclass(frozen=True)
class RemoteTask:
    """What another process is told of a trial; its rows come by themselves, once."""

    settings: dict[str, Any]
    """The content of the recipe."""

    pruning_hook: PruningHook | None = None
    weights: bool = False
    """Whether the network's numbers are to come back."""


def run_task(
    task: RemoteTask, sources: Sources, *, cores: int = 1, callbacks: Sequence[AnyCallback] = ()
) -> Trial:
    """The trial, in this process, on no more than so many cores; plain data that can be sent.

    Its `machine` is this one; where fewer cores may change the last bits, as if it had no more.
    """
    spec = RunSpec(**task.settings)
    with at_most(cores), blas_at_most(cores):
        trial = attempt(spec, sources, pruning_hook=task.pruning_hook, callbacks=callbacks)
    outcome = trial.outcome
    alike = outcome is None or keeps_bits(spec, outcome.net)
    return replace(
        trial,
        outcome=None,
        machine=this_machine(None if alike else cores),
        weights=_weights(outcome) if task.weights and outcome is not None else None,
    )


def _weights(outcome: Outcome) -> Any:
    network = outcome.net.network
    return network.theta.copy(), network.buffers.copy()


def save_result(store: Store, spec: RunSpec, name: str, trial: Trial) -> Trial:
    """Write a trial that comes from elsewhere into the store; the trial, with its number there.

    Raises StoreError.
    """
    took = 0.0 if math.isnan(trial.seconds) else trial.seconds
    with store.at_once():
        run = store.begin(spec, name=name, machine=trial.machine, started=time.time() - took)
        store.add_rows(run, trial.rows)
        store.end(run, trial.status, reason=trial.reason, engine=trial.engine, digest=trial.digest)
    return replace(trial, run=run)
