"""Who is to run many recipes here: one after another, in lanes, or in a stack; found by trying."""

import time
from collections.abc import Callable, Sequence

from noron.engines import process_threads
from noron.experiments.run import Sources, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.experiments.workers.base import Job, Workers
from noron.experiments.workers.lanes import Lanes
from noron.experiments.workers.member import why_alone
from noron.experiments.workers.stack import Stack

FEWEST = 4
"""Runs from which on it is worth finding out who is faster."""

TRIED, EPOCHS, ROWS, TIMES = 4, 4, 2000, 3
"""Recipes that are tried for each core, how long, on how much, and how often."""
WORTH_IT = 1.05
"""How many times as fast others have to be."""

WORTH_FINDING = 1.0
"""Seconds that all would take one after another; below, finding out would take as long."""

ALONE, LANES, STACK = "alone", "lanes", "stack"


def lanes_here(
    specs: Sequence[RunSpec], sources: Sources, store: Store | None, *, safe: bool = True
) -> Workers:
    """Whoever is measured to run these recipes the fastest: a lane, a lane for each core, a stack.

    `safe` tells whether the bits of all runs would be the same. Recipes with a time limit, which
    would share the time, get one lane.
    """
    cores = process_threads()
    limited = any(spec.time_limit is not None for spec in specs)
    if len(specs) < FEWEST or limited or not safe:
        return Lanes(sources, store)
    found = gains(specs, sources, cores)
    best = max(found, key=lambda way: found[way], default=ALONE)
    if found.get(best, 0.0) < WORTH_IT:
        return Lanes(sources, store)
    measured = f"measured to be {found[best]:.1f} times as fast as one after another"
    if best == LANES:
        said = f"{cores} networks at a time, one core each: {measured}"
        return Lanes(sources, store, cores, said)
    where = "one core" if cores == 1 else f"each of {cores} cores"
    said = f"many networks at a time on {where}, which share what they read: {measured}"
    return Stack(sources, store, cores, said)


def gains(specs: Sequence[RunSpec], sources: Sources, cores: int) -> dict[str, float]:
    """How many times as fast some of the recipes are in lanes and in a stack, on some of the rows.

    All ways are tried several times, in turns; a way that would not be another one is left out.
    Nothing is tried where all would be done in no time.
    """
    shorts = _short(specs, sources, TRIED * cores)
    share = _work(shorts, sources) / _work(specs, sources)
    if _seconds(Lanes(sources, None), shorts) < WORTH_FINDING * share:
        return {}
    makers: dict[str, Callable[[], Workers]] = {ALONE: lambda: Lanes(sources, None)}
    if cores > 1:
        makers[LANES] = lambda: Lanes(sources, None, cores)
    if any(why_alone(Job(0, spec)) is None for spec in shorts):
        makers[STACK] = lambda: Stack(sources, None, cores)
    best = dict.fromkeys(makers, float("inf"))
    for _ in range(TIMES):
        for way, make in makers.items():
            workers = make()
            best[way] = min(best[way], _seconds(workers, shorts))
            if isinstance(workers, Stack) and not workers.stacked:
                best[way] = float("inf")
    return {way: best[ALONE] / best[way] for way in makers if way != ALONE}


def _short(specs: Sequence[RunSpec], sources: Sources, many: int) -> list[RunSpec]:
    """Recipes from all over, each cut short and with less to read."""
    places = [round(i * (len(specs) - 1) / (many - 1)) for i in range(many)]
    shorts = []
    for spec in (specs[place] for place in places):
        rows = min(ROWS, len(sources.rows_of(spec).split.x))
        epochs = min(EPOCHS, spec.most_epochs or EPOCHS)
        short = spec.but(epochs=epochs, rows=rows, data_hash=None)
        shorts.append(resolved(short, sources.rows_of(short)))
    return shorts


def _work(specs: Sequence[RunSpec], sources: Sources) -> float:
    """Rows times epochs of all."""
    return float(sum(len(sources.rows_of(s).train[1]) * (s.most_epochs or 1) for s in specs))


def _seconds(workers: Workers, specs: Sequence[RunSpec]) -> float:
    started = time.perf_counter()
    for _ in workers.ended(Job(i, spec) for i, spec in enumerate(specs)):
        pass
    return time.perf_counter() - started
