"""A trial as a function: from a recipe and its rows to plain data, wherever it is called.

Whoever calls it twice gets the same twice; nothing is written, and nothing is asked of a file.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from noron.engines import at_most, blas_at_most
from noron.experiments.execution.threads import keeps_bits
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.recorder import attempt
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.experiments.store.writer import this_machine
from noron.training.callbacks import AnyCallback


@dataclass(frozen=True)
class RemoteTask:
    """What another process is told of a trial; its rows come by themselves, once."""

    settings: dict[str, Any]
    """The content of the recipe."""

    pruning_hook: PruningHook | None = None
    weights: bool = False
    """Whether the network's numbers are to come back."""

    checkpoints: Path | None = None
    """The folder for the checkpoints of trials, on this machine."""


def run_task(
    task: RemoteTask, sources: Sources, *, cores: int = 1, callbacks: Sequence[AnyCallback] = ()
) -> RunResult:
    """The trial, in this process, on no more than so many cores; plain data that can be sent.

    Its `machine` is this one; where fewer cores may change the last bits, as if it had no more.
    """
    spec = RunSpec(**task.settings)
    with at_most(cores), blas_at_most(cores):
        result = attempt(
            spec, sources, pruning_hook=task.pruning_hook, callbacks=callbacks,
            checkpoints=task.checkpoints,
        )  # fmt: skip
    machine = this_machine(None if not result.has_net or keeps_bits(spec, result.net) else cores)
    if task.weights and result.has_net:
        network = result.net.network
        result.weights = network.theta.copy(), network.buffers.copy()
    return replace(result, kept=None, machine=machine)


def save_result(store: Store, name: str, result: RunResult) -> RunResult:
    """Write what comes from elsewhere into the store; the same, with its number there.

    Raises StoreError.
    """
    took = 0.0 if math.isnan(result.seconds) else result.seconds
    ended: Any = {"reason": result.reason, "engine": result.engine, "digest": result.digest}
    with store.at_once():
        started = time.time() - took
        run = store.begin(result.spec, name=name, machine=result.machine, started=started)
        store.add_rows(run, result.rows)
        store.end(run, result.status, **ended)
    return replace(result, run=run)
