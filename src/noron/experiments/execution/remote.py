"""Trials in other processes: sent when one is free, sent again when it has died.

This process alone writes to the store, when a trial has come back: so whatever happens to a worker
or on the way, each trial is written once. A worker that dies loses only what it was at.
"""

import warnings
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from noron.core.errors import TrainingWarning, WorkersError
from noron.experiments.datasets import DataSource
from noron.experiments.execution.base import Executor, Job
from noron.experiments.execution.remote_task import RemoteTask, save_result
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store

LOOK = 0.5
"""Seconds after which to look again who is there, where nothing comes back."""

Data: TypeAlias = tuple[DataSource, str | None]
"""Which rows a recipe begins with: what is read, and its hash."""


@dataclass(frozen=True)
class Submission:
    """A trial that is asked for, with the whole recipe: the hash of its data is known."""

    spec: RunSpec
    task: RemoteTask

    @property
    def data(self) -> Data:
        """Orders that are equal in this learn from the same table."""
        spec = self.spec
        return spec.source, spec.data_hash


class WorkerPool(ABC):
    """Those who are there, as long as they are needed."""

    most_deaths: int
    """So many workers may die with a trial; then it has failed."""

    @abstractmethod
    def capacity(self) -> int:
        """How many trials they run at a time. Raises WorkersError where nobody is left."""

    @abstractmethod
    def send(self, order: Submission) -> Any:
        """A future of its RunResult. Raises WorkersError."""

    @abstractmethod
    def deaths(self, error: BaseException) -> int | None:
        """How many workers have died, if that is what it tells; None where the trial raised it."""


@dataclass
class _Pending:
    job: Job
    order: Submission | None = None
    future: Any = None
    deaths: int = 0

    @property
    def spec(self) -> RunSpec:
        return self.job.spec if self.order is None else self.order.spec


class RemoteExecutor(Executor, ABC):
    """Workers that are other processes."""

    checkpoints: Path | None = None
    """The folder for the checkpoints of trials, where the workers are on this machine."""

    def __init__(self, sources: Sources, store: Store | None) -> None:
        self.sources, self.store = sources, store

    @abstractmethod
    def open(self) -> AbstractContextManager[WorkerPool]:
        """The crew. Raises WorkersError."""

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, RunResult]]:
        """Raises WorkersError where they are gone; what has come back by then is kept.

        Nobody is hired before there is a job.
        """
        more = iter(jobs)
        for job in more:
            with self.open() as pool:
                yield from self._all(pool, map(_Pending, chain([job], more)))

    def _all(self, pool: WorkerPool, more: Iterator[_Pending]) -> Iterator[tuple[Job, RunResult]]:
        back: SimpleQueue[_Pending] = SimpleQueue()
        again: deque[_Pending] = deque()
        away, over = 0, False
        while True:
            while (again or not over) and away < pool.capacity():
                sent = again.popleft() if again else next(more, None)
                over = over or sent is None
                if sent is not None:
                    self._send(pool, sent, back)
                    away += 1
            if over and not away and not again:
                return
            try:
                sent = back.get(timeout=LOOK)
            except Empty:
                continue
            away -= 1
            trial = self._came_to(pool, sent)
            if trial is None:
                again.append(sent)
            else:
                yield sent.job, trial

    def _send(self, pool: WorkerPool, sent: _Pending, back: SimpleQueue[_Pending]) -> None:
        """On its way; what cannot even be sent has come back at once, with its error."""
        try:
            if sent.order is None:
                spec = resolved(sent.job.spec, self.sources.rows_of(sent.job.spec))
                task = RemoteTask(
                    spec.content(), sent.job.pruning_hook, sent.job.weights, self.checkpoints
                )
                sent.order = Submission(spec, task)
            sent.future = pool.send(sent.order)
        except WorkersError:
            raise
        except Exception as error:
            sent.future = Future()
            sent.future.set_exception(error)
        sent.future.add_done_callback(lambda _: back.put(sent))

    def _came_to(self, pool: WorkerPool, sent: _Pending) -> RunResult | None:
        """What has come back; None for what has to be sent again."""
        try:
            trial = sent.future.result()
        except Exception as error:
            died = pool.deaths(error)
            if died is None:
                return self._kept(sent, RunResult.of_error(sent.spec, error))
            sent.deaths += died
            if sent.deaths < pool.most_deaths:
                return None
            reason = f"{sent.deaths} workers died while they trained it: is there enough memory?"
            return self._kept(sent, RunResult(sent.spec, "failed", reason))
        finally:
            sent.future = None
        return None if trial.status == "interrupted" else self._kept(sent, trial)

    def _kept(self, sent: _Pending, trial: RunResult) -> RunResult:
        """Written to the store, if there is one; a store that takes nothing is told of."""
        if self.store is None or sent.order is None:
            return trial
        stored: list[RunResult] = []
        store, name = self.store, sent.job.name
        error = store.keep(lambda: stored.append(save_result(store, name, trial)))
        if error is not None:
            warnings.warn(f"a run is not stored yet: {error}", TrainingWarning, stacklevel=2)
        return stored[0] if stored else trial
