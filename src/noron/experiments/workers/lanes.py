"""Lanes: networks trained side by side in this process, one core each.

A small network does not fill several cores: they wait for each other at each layer. Two networks
side by side do. A lane runs the very steps that a run by itself would, so a member ends with the
same bits; it may have any shape, batch, schedule and length of its own; all read the same rows in
memory; and a lane whose run has ended, or is given up, takes the next.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from itertools import islice
from threading import Event
from typing import final

from noron.columns import Row
from noron.engines import (
    OneThread,
    choose_engine,
    engine_asked_for,
    one_core,
    process_threads,
)
from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.experiments.trial import Trial, attempt
from noron.experiments.workers.base import Job, Workers
from noron.model import NeuralNetwork
from noron.optimizers import Optimizer

FEWEST = 4
"""Runs from which on it is worth finding out whether lanes are faster."""

TRIED, ROWS, TIMES = 3, 2000, 3
WORTH_IT = 1.05
"""How many times as fast lanes have to be."""


@final
class Lanes(Workers):
    """As many runs at a time as there are lanes; with a single one it may take all cores."""

    def __init__(
        self, sources: Sources, store: Store | None, width: int = 1, said: str = ""
    ) -> None:
        self.sources, self.store, self.width, self.said = sources, store, width, said
        self.over = Event()

    def ended(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Trial]]:
        """Ctrl-C ends the runs in all lanes after their epoch; the store keeps what they have."""
        if self.width == 1:
            for job in jobs:
                yield job, self._run(job)
            return
        waiting: dict[Future[Trial], Job] = {}
        more = iter(jobs)
        with ThreadPoolExecutor(self.width, thread_name_prefix="lane") as pool:
            try:
                while True:
                    for job in islice(more, self.width - len(waiting)):
                        waiting[pool.submit(self._run, job)] = job
                    if not waiting:
                        return
                    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                        yield waiting.pop(future), future.result()
            finally:
                self.over.set()

    def _run(self, job: Job) -> Trial:
        callbacks = [*job.callbacks, self._look_up]
        with one_core() if self.width > 1 else nullcontext():
            return attempt(
                job.spec,
                self.sources,
                store=self.store,
                name=job.name,
                callbacks=callbacks,
                judge=job.judge,
            )

    def _look_up(self, _: Row) -> None:
        if self.over.is_set():
            raise KeyboardInterrupt


def lanes_here(
    specs: Sequence[RunSpec], sources: Sources, store: Store | None, *, safe: bool = True
) -> Lanes:
    """As many lanes as there are cores if that is measured to be faster, else one.

    `safe` tells whether the bits of all runs would be the same. Recipes with a time limit, which
    would share the time, get one lane.
    """
    cores = process_threads()
    limited = any(spec.time_limit is not None for spec in specs)
    if cores == 1 or len(specs) < FEWEST or limited or not safe:
        return Lanes(sources, store)
    gain = gain_of_lanes(specs, sources, cores)
    if gain < WORTH_IT:
        return Lanes(sources, store)
    said = f"{cores} networks at a time, one core each: measured to be {gain:.1f} times as fast"
    return Lanes(sources, store, cores, said)


def gain_of_lanes(specs: Sequence[RunSpec], sources: Sources, cores: int) -> float:
    """How many times as fast some of the recipes are in lanes, on a part of the rows.

    The steps are timed, several times in turns, not what comes before the first epoch.
    """
    places = {round(i * (len(specs) - 1) / (TRIED - 1)) for i in range(TRIED)}
    one, many = 0.0, 0.0
    for spec in (specs[place] for place in sorted(places)):
        rows = min(ROWS, len(sources.rows_of(spec).split.x))
        short = spec.but(epochs=3, rows=rows, patience=None, data_hash=None)
        sources.rows_of(short)
        alone: list[float] = []
        together: list[float] = []
        for _ in range(TIMES):
            alone.append(_seconds(short, sources))
            with ThreadPoolExecutor(cores) as pool:
                tasks = [pool.submit(_on_one_core, short, sources) for _ in range(cores)]
                together.append(max(task.result() for task in tasks) / cores)
        one, many = one + min(alone), many + min(together)
    return one / many if many else 0.0


def _on_one_core(spec: RunSpec, sources: Sources) -> float:
    with one_core():
        return _seconds(spec, sources)


def _seconds(spec: RunSpec, sources: Sources) -> float:
    """Of all epochs but the first, in which the engine finds its way; 0 where it diverged."""
    started = time.perf_counter()
    rows = execute(spec, sources).history.rows
    if len(rows) < 2:
        return time.perf_counter() - started
    return float(rows[-1]["seconds"] - rows[0]["seconds"])


def keeps_bits(spec: RunSpec, net: NeuralNetwork) -> bool:
    """Whether a lane comes to the bits of a run that has all cores.

    The kernels do with any number of threads; a BLAS only where it keeps to one by itself.
    """
    asked, optimizer = engine_asked_for(spec.engine), Optimizer.make(spec.optimizer)
    engine = choose_engine(asked, net.network, net.loss, optimizer).engine
    limits = engine.limits(net.network, spec.batch_size)
    return engine.name == "native" or isinstance(limits, OneThread)
