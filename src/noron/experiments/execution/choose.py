"""Who is to run many recipes here: one after another, in lanes, or in a stack; found by trying."""

import time
from collections.abc import Callable, Sequence
from typing import final

from noron.engines import process_threads
from noron.experiments.execution.base import Executor, Job
from noron.experiments.execution.batched import BatchedExecutor
from noron.experiments.execution.batched_run import why_alone
from noron.experiments.execution.threads import ThreadExecutor
from noron.experiments.run import Sources, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store

FEWEST = 4
"""Runs from which on it is worth finding out who is faster."""

TRIED, ROWS, TIMES = 4, 2000, 3
"""Recipes that are tried for each core, on how many rows, and how often."""
FEW, MORE = 1, 4
"""Epochs of a trial: the difference tells what an epoch takes, the rest what comes before it."""
WORTH_IT = 1.05
"""How many times as fast others have to be."""

WORTH_FINDING, LONG = 0.3, 3.0
"""Seconds that all would take one after another: below, finding out would take as long; from where
on it may be tried more than once.
"""

ALONE, THREADS, BATCHED = "alone", "lanes", "stack"


def choose_executor(
    specs: Sequence[RunSpec],
    sources: Sources,
    store: Store | None,
    *,
    safe: bool = True,
    runs: int | None = None,
) -> Executor:
    """Whoever is measured to run these recipes the fastest: a lane, a lane for each core, a stack.

    `safe` tells whether the bits of all runs would be the same, and `runs` how many the recipes
    stand for, if they are examples. Recipes with a time limit, which would share the time, get one
    lane.
    """
    cores = process_threads()
    limited = any(spec.time_limit is not None for spec in specs)
    if len(specs) < FEWEST or limited or not safe:
        return ThreadExecutor(sources, store)
    result = gains(specs, sources, cores, 1.0 if runs is None else runs / len(specs))
    best = max(result, key=lambda way: result[way], default=ALONE)
    if result.get(best, 0.0) < WORTH_IT:
        return ThreadExecutor(sources, store)
    measured = f"measured {result[best]:.1f} times as fast as one after another"
    if best == THREADS:
        description = f"{cores} networks at a time, one core each: {measured}"
        return ThreadExecutor(sources, store, cores, description)
    where = "one core" if cores == 1 else f"each of {cores} cores"
    description = f"many networks at a time on {where}, sharing the rows they read: {measured}"
    return BatchedExecutor(sources, store, cores, description)


def gains(
    specs: Sequence[RunSpec], sources: Sources, cores: int, times: float = 1.0
) -> dict[str, float]:
    """How many times as fast the recipes would be in lanes and in a stack, from short runs of some.

    All ways are tried several times, in turns; a way that would not be another one is left out.
    Nothing is tried where all of them, so many times over, would be done in no time.
    """
    trial = _Trial(specs, sources, TRIED * cores)
    whole = trial.whole(*trial.seconds(ThreadExecutor(sources, None))) * times
    if whole < WORTH_FINDING:
        return {}
    makers: dict[str, Callable[[], Executor]] = {ALONE: lambda: ThreadExecutor(sources, None)}
    if cores > 1:
        makers[THREADS] = lambda: ThreadExecutor(sources, None, cores)
    if any(why_alone(Job(0, spec)) is None for spec in trial.more):
        makers[BATCHED] = lambda: BatchedExecutor(sources, None, cores)
    tried: dict[str, list[tuple[float, float]]] = {way: [] for way in makers}
    for _ in range(1 if whole < LONG else TIMES):
        for way, make in [*makers.items()]:
            workers = make()
            tried[way].append(trial.seconds(workers))
            if isinstance(workers, BatchedExecutor) and not workers.stacked:
                del makers[way]
    best = {way: trial.whole(*map(min, zip(*tried[way], strict=True))) for way in makers}
    return {way: best[ALONE] / best[way] for way in makers if way != ALONE}


@final
class _Trial:
    """Some of the recipes, from all over, on a part of the rows and for a few epochs."""

    def __init__(self, specs: Sequence[RunSpec], sources: Sources, many: int) -> None:
        places = [round(i * (len(specs) - 1) / (many - 1)) for i in range(many)]
        tried = [specs[place] for place in places]
        self.few = [_cut(spec, sources, FEW) for spec in tried]
        self.more = [_cut(spec, sources, MORE) for spec in tried]
        read = sum(len(sources.rows_of(spec).train[1]) for spec in self.more)
        self.epochs = _work(tried, sources) / read
        self.share = _work(tried, sources) / _work(specs, sources)

    def seconds(self, workers: Executor) -> tuple[float, float]:
        """How long they take for a few epochs, and for more."""
        return _seconds(workers, self.few), _seconds(workers, self.more)

    def whole(self, few: float, more: float) -> float:
        """How long all recipes would take, as whole."""
        epoch = max(more - few, 0.0) / (MORE - FEW)
        return (max(few - FEW * epoch, 0.0) + self.epochs * epoch) / self.share


def _cut(spec: RunSpec, sources: Sources, epochs: int) -> RunSpec:
    rows = min(ROWS, len(sources.rows_of(spec).split.x))
    short = spec.but(epochs=epochs, rows=rows, data_hash=None)
    return resolved(short, sources.rows_of(short))


def _work(specs: Sequence[RunSpec], sources: Sources) -> float:
    """Rows times epochs of all."""
    return float(sum(len(sources.rows_of(s).train[1]) * (s.most_epochs or 1) for s in specs))


def _seconds(workers: Executor, specs: Sequence[RunSpec]) -> float:
    started = time.perf_counter()
    for _ in workers.run(Job(i, spec) for i, spec in enumerate(specs)):
        pass
    return time.perf_counter() - started
