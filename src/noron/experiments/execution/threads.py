"""Lanes: networks trained side by side in this process, one core each.

A small network does not fill several cores: they wait for each other at each layer. Two networks
side by side do. A lane runs the very steps that a run by itself would, so a member ends with the
same bits; it may have any shape, batch, schedule and length of its own; all read the same rows in
memory; and a lane whose run has ended, or is given up, takes the next.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from itertools import islice
from threading import Event
from typing import final

from noron.core.metric_rows import Row
from noron.engines import (
    OneThread,
    choose_engine,
    engine_asked_for,
    one_core,
)
from noron.experiments.execution.base import Executor, Job
from noron.experiments.recorder import attempt
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.model.neural_network import NeuralNetwork
from noron.optimizers import Optimizer


@final
class ThreadExecutor(Executor):
    """As many runs at a time as there are lanes; with a single one it may take all cores."""

    def __init__(
        self, sources: Sources, store: Store | None, width: int = 1, description: str = ""
    ) -> None:
        self.sources, self.store, self.width, self.description = sources, store, width, description
        self.over = Event()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, RunResult]]:
        """Ctrl-C ends the runs in all lanes after their epoch; the store keeps what they have."""
        self.over.clear()
        if self.width == 1:
            for job in jobs:
                yield job, self.run_one(job)
            return
        waiting: dict[Future[RunResult], Job] = {}
        more = iter(jobs)
        with ThreadPoolExecutor(self.width, thread_name_prefix="lane") as pool:
            try:
                while True:
                    for job in islice(more, self.width - len(waiting)):
                        waiting[pool.submit(self.run_one, job)] = job
                    if not waiting:
                        return
                    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                        yield waiting.pop(future), future.result()
            finally:
                self.over.set()

    def run_one(self, job: Job) -> RunResult:
        """One job in the lane of the thread that asks for it."""
        callbacks = [*job.callbacks, self._look_up]
        with one_core() if self.width > 1 else nullcontext():
            return attempt(
                job.spec,
                self.sources,
                store=self.store,
                name=job.name,
                callbacks=callbacks,
                pruning_hook=job.pruning_hook,
            )

    def _look_up(self, _: Row) -> None:
        if self.over.is_set():
            raise KeyboardInterrupt


def keeps_bits(spec: RunSpec, net: NeuralNetwork) -> bool:
    """Whether a lane comes to the bits of a run that has all cores.

    The kernels do with any number of threads; a BLAS only where it keeps to one by itself.
    """
    asked, optimizer = engine_asked_for(spec.engine), Optimizer.make(spec.optimizer)
    engine = choose_engine(asked, net.network, net.loss, optimizer).engine
    limits = engine.limits(net.network, spec.batch_size)
    return engine.name == "native" or isinstance(limits, OneThread)
