"""Runs side by side in this process, one core each: see `WorkerThreads` of noron.engines.

A run may have any shape, batch, schedule and length of its own; all read the same rows in memory;
and a thread whose run has ended, or is given up, takes the next.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import final

from noron.engines import OneThread, WorkerThreads, choose_engine, engine_asked_for
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
    """Runs `width` jobs at a time; a single one may take all cores."""

    def __init__(
        self, sources: Sources, store: Store | None, width: int = 1, description: str = ""
    ) -> None:
        self.sources, self.store, self.description = sources, store, description
        self.workers = WorkerThreads(width)

    @property
    def width(self) -> int:
        """Return how many runs go side by side."""
        return self.workers.width

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, RunResult]]:
        """Ctrl-C ends all runs after their epoch; the store keeps what they have."""

        def run(job: Job) -> tuple[Job, RunResult]:
            return job, self.run_one(job)

        yield from self.workers.run(partial(run, job) for job in jobs)

    def run_one(self, job: Job) -> RunResult:
        """One job in this thread."""
        return attempt(
            job.spec,
            self.sources,
            store=self.store,
            name=job.name,
            callbacks=[*job.callbacks, self.workers.look],
            pruning_hook=job.pruning_hook,
        )


def keeps_bits(spec: RunSpec, net: NeuralNetwork) -> bool:
    """Whether a run on one core comes to the bits of a run that has all cores.

    The kernels do with any number of threads; a BLAS only where it keeps to one by itself.
    """
    asked, optimizer = engine_asked_for(spec.engine), Optimizer.make(spec.optimizer)
    engine = choose_engine(asked, net.network, net.loss, optimizer).engine
    limits = engine.limits(net.network, spec.batch_size)
    return engine.name == "native" or isinstance(limits, OneThread)
