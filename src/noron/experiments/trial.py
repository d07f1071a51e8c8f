"""A trial: one recipe run to its end, whatever that is; a failure is a result too."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from noron.core.errors import NoronError
from noron.core.metric_rows import MetricRows, Row
from noron.core.types import Array
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.recorder import record
from noron.experiments.run import Outcome, Sources, execute, prepare, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store
from noron.experiments.store.writer import this_machine
from noron.losses import Loss
from noron.training.callbacks import AnyCallback
from noron.training.history import History
from noron.training.metrics import recorded_names

FAILURES = (NoronError, MemoryError, ArithmeticError, ValueError, RuntimeError)
"""What a run may raise that is its own fault, and not that of whoever runs it."""


@dataclass(frozen=True)
class Trial:
    """What a recipe came to."""

    status: str
    """One of "done", "pruned", "diverged", "failed" or "interrupted"."""

    reason: str
    rows: Sequence[Row] = ()
    seconds: float = math.nan
    engine: str = ""
    digest: str | None = None
    machine: str | None = None
    """Where it ran, as the store has it; None: here."""

    run: int | None = None
    """Its number in the store."""

    outcome: Outcome | None = None
    """The network and all, where it ran in this process."""

    weights: tuple[Array, Array] | None = None
    """What the network ended with, theta and buffers, where they were asked for from elsewhere."""

    @staticmethod
    def of_error(error: BaseException) -> "Trial":
        """What a recipe came to that raised."""
        return Trial("failed", f"{type(error).__name__}: {error}")


def last_row(spec: RunSpec, rows: Sequence[Row]) -> Row:
    """The row whose weights a run ended with: the one that a rule restores, or the last."""
    kept = [rule.kept_row(rows) for rule in spec.stopping()]
    restored = [row for row in kept if row is not None]
    return restored[-1] if restored else rows[-1] if rows else {}


def stored_trial(
    store: Store, experiment: int, spec: RunSpec, *, anew: bool = False
) -> Trial | None:
    """What a whole recipe came to before: in the experiment, or anywhere on this machine.

    None where it has yet to be run, or was run before one of its metrics was recorded. `anew` asks
    the experiment alone, and so does a recipe that the clock ends.
    """
    reader = Reader(store.connection)
    counted = reader.counted(experiment, spec.identity)
    known = [] if counted is None else [counted]
    if spec.time_limit is None and not anew:
        known += reader.finished(spec.identity, this_machine())
    for number in known:
        run, rows = reader.run(number), reader.rows(number)
        if _lacks_a_metric(spec, rows):
            continue
        if counted is None:
            store.count_in(experiment, number)
        seconds = math.nan if run.seconds is None else run.seconds
        return Trial(run.status, run.reason, rows, seconds, run=number)
    return None


def _lacks_a_metric(spec: RunSpec, rows: Sequence[Row]) -> bool:
    """Whether the rows are from before one of today's metrics was recorded."""
    names = recorded_names(Loss.make(spec.loss or "cross_entropy"))
    return bool(rows) and any(all(name not in row for row in rows) for name in names)


def attempt(
    spec: RunSpec,
    sources: Sources,
    *,
    store: Store | None = None,
    name: str = "",
    callbacks: Sequence[AnyCallback] = (),
    pruning_hook: PruningHook | None = None,
) -> Trial:
    """Run it, and keep it in the store if there is one; what it raises becomes its reason."""
    started = time.perf_counter()
    try:
        if store is None:
            outcome = execute(spec, sources, callbacks=callbacks, pruning_hook=pruning_hook)
        else:
            outcome = record(
                store,
                spec,
                sources,
                callbacks=callbacks,
                pruning_hook=pruning_hook,
                name=name,
                failures=True,
            )
    except FAILURES as error:
        return Trial.of_error(error)
    return trial_of(outcome, time.perf_counter() - started)


def trial_of(outcome: Outcome, seconds: float) -> Trial:
    """A trial that came to an outcome."""
    return Trial(
        outcome.status,
        outcome.history.stop_reason,
        rows=list(outcome.history.rows),
        seconds=seconds,
        engine=outcome.history.engine,
        digest=outcome.digest,
        run=outcome.run,
        outcome=outcome,
    )


def outcome_again(spec: RunSpec, sources: Sources, trial: Trial | None) -> Outcome:
    """The network of a trial and all: as it is, from its weights, or trained once more."""
    if trial is not None and trial.outcome is not None:
        return trial.outcome
    if trial is None or trial.weights is None:
        return execute(spec, sources)
    net, rows = prepare(spec, sources)
    net.network.theta[:], net.network.buffers[:] = trial.weights
    history = History(
        rows=MetricRows(trial.rows),
        stop_reason=trial.reason,
        diverged=trial.status == "diverged",
        engine=trial.engine,
        seed=spec.seed,
    )
    pruned = trial.status == "pruned"
    return Outcome(resolved(spec, rows), net, history, rows, run=trial.run, pruned=pruned)
