"""A stack: many networks trained together in this process, in blocks of epochs.

A lane spends half of its time on what comes between the epochs of a small network: a row, a
validation, a call. In a stack an engine's call takes many epochs of several networks; those of the
same rows in the same order read the same batches, gathered once. Each member takes the very steps
that it would take by itself and ends with the same bits. A member whose stopping rule looks at each
epoch takes them one by one, and leaves when it stops. What needs more than the rows of its epochs
(a limit of time, a schedule that watches) goes through a lane, as whole.
"""

import math
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from itertools import islice
from typing import Any, cast, final

from noron.engines import one_core
from noron.experiments.execution.base import Executor, Job
from noron.experiments.execution.batched_run import BLOCK_SECONDS, BatchedRun
from noron.experiments.execution.prepared_data import PreparedDataCache
from noron.experiments.execution.threads import ThreadExecutor
from noron.experiments.result import FAILURES, RunResult
from noron.experiments.run import Sources
from noron.experiments.store import Store
from noron.training.trainer import run_blocks

MOST_IN_A_CALL = 8
"""Members that go together at most: more hardly share more, and all wait for each other."""


@final
class BatchedExecutor(Executor):
    """Members in blocks of epochs, several together in each of `width` threads."""

    def __init__(
        self, sources: Sources, store: Store | None, width: int, description: str = ""
    ) -> None:
        self.sources, self.store, self.width, self.description = sources, store, width, description
        self.single = ThreadExecutor(sources, store, width)
        self.over = self.single.workers.over
        self.cache = PreparedDataCache()
        self.stacked = 0
        """Members that have ended without a lane."""

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, RunResult]]:
        """Ctrl-C ends all members after their block; the store keeps what they have."""
        self.over.clear()
        more = iter(jobs)
        held: list[BatchedRun] = []
        waiting: list[BatchedRun] = []
        working: dict[Future[None], Sequence[BatchedRun]] = {}
        try:
            with ThreadPoolExecutor(self.width, thread_name_prefix="stack") as pool:
                try:
                    while True:
                        self._set_to_work(pool, waiting, working)
                        for run in [run for run in held if run.result is not None]:
                            held.remove(run)
                            self.stacked += not run.is_alone
                            yield run.job, cast(RunResult, run.result)
                        # whoever listens has heard of them before the next jobs are asked for
                        new = [*map(self._run, islice(more, self.capacity - len(held)))]
                        held += new
                        waiting += new
                        self._set_to_work(pool, waiting, working)
                        if not working:
                            return
                        for future in wait(working, return_when=FIRST_COMPLETED).done:
                            future.result()
                            runs = working.pop(future)
                            waiting += [run for run in runs if run.result is None]
                        _put_alone_first(waiting, held)
                finally:
                    self.over.set()
        finally:
            for run in held:
                run.interrupt()

    @property
    def capacity(self) -> int:
        """How many jobs are in hand at a time."""
        return self.width * MOST_IN_A_CALL

    def _set_to_work(
        self,
        pool: ThreadPoolExecutor,
        waiting: list[BatchedRun],
        working: dict[Future[None], Sequence[BatchedRun]],
    ) -> None:
        while waiting and len(working) < self.width:
            runs = self._next_group(waiting, self.width - len(working))
            working[pool.submit(self._advance, runs)] = runs

    def _run(self, job: Job) -> BatchedRun:
        return BatchedRun(job, self.sources, self.store, self.cache)

    def _next_group(self, waiting: list[BatchedRun], idle: int) -> list[BatchedRun]:
        """Those that go on next in one thread, taken out of the waiting: kin, if they can."""
        batch_key = waiting[0].batch_key
        alike = [run for run in waiting if run.batch_key == batch_key]
        many = 1 if waiting[0].is_alone else min(MOST_IN_A_CALL, math.ceil(len(waiting) / idle))
        runs = alike[:many]
        waiting[:] = [run for run in waiting if run not in runs]
        return runs

    def _advance(self, runs: Sequence[BatchedRun]) -> None:
        """Blocks of epochs of each, for about `BLOCK_SECONDS`; one that is alone, as whole."""
        if runs[0].is_alone:
            run = partial(self.single.run_one, runs[0].job)
            runs[0].result = self.single.workers.on_one_core(run)
            return
        with one_core():
            for run in runs:
                run.begin()
            until = time.perf_counter() + BLOCK_SECONDS
            while groups := _groups([run for run in runs if run.block is not None]):
                for group in groups:
                    if self.over.is_set():
                        return  # whoever set it interrupts them all
                    _go_on(group)
                if time.perf_counter() > until:
                    return


def _put_alone_first(waiting: list[BatchedRun], held: Sequence[BatchedRun]) -> None:
    """Move those that are trained alone to the front, in the order in which their jobs came.

    Each keeps a thread until its end: one that came late must not be trained before the others.
    """
    waiting.sort(key=lambda run: held.index(run) if run.is_alone else len(held))


def _groups(runs: Sequence[BatchedRun]) -> list[list[BatchedRun]]:
    """Put those together whose blocks can be one call."""
    groups: dict[Any, list[BatchedRun]] = {}
    for run in runs:
        assert run.block is not None
        groups.setdefault(run.block.key, []).append(run)
    return list(groups.values())


def _go_on(group: Sequence[BatchedRun]) -> None:
    """Take a block of each in one call; where that fails, each by itself."""
    try:
        results = run_blocks([run.block for run in group if run.block is not None])
    except FAILURES as error:
        if len(group) == 1:
            group[0].fail(error)
            return
        for run in group:
            _go_on([run])
        return
    for run, done in zip(group, results, strict=True):
        run.take(done)
