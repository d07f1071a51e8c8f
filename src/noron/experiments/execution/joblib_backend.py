"""The workers of a backend that joblib knows by name, such as Ray's, in waves.

Such a backend tells of its results when all of them are there: so many trials as there are workers
are sent together, and the next ones when the last of them has ended. The rows go along with each.
"""

import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, final

from noron.core.errors import MissingExtraError, SettingError, missing_extra, shown
from noron.experiments.execution.remote import Data, RemoteExecutor, Submission, WorkerPool
from noron.experiments.execution.remote_task import RemoteTask, run_task
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store

GATHER = 0.1
"""Seconds in which the trials of a wave come together."""

PATIENCE = 5.0
"""Seconds in which a backend has to end."""


@final
class JoblibExecutor(RemoteExecutor):
    """So many trials at a time on the backend of that name, each on one core."""

    def __init__(self, sources: Sources, store: Store | None, number: int, backend: str) -> None:
        super().__init__(sources, store)
        self.number, self.backend = number, backend
        self.description = f"{number} workers of joblib's backend {backend}, one core each"

    @contextmanager
    def open(self) -> Iterator[WorkerPool]:
        """The workers, as the backend makes them."""
        pool = _JoblibPool(_parallel(self.backend, self.number), self.number)
        try:
            yield pool
        finally:
            pool.end()


class _JoblibPool(WorkerPool):
    most_deaths = 3

    def __init__(self, parallel: Any, number: int) -> None:
        self.parallel, self.number = parallel, number
        self.orders: SimpleQueue[tuple[Future[RunResult], Submission]] = SimpleQueue()
        self.rows: dict[Data, Sources] = {}
        self.over = Event()
        self.thread = Thread(target=self._run, name="joblib", daemon=True)
        self.thread.start()

    def capacity(self) -> int:
        return self.number

    def send(self, order: Submission) -> Any:
        if order.data not in self.rows:
            self.rows[order.data] = Sources.to_send(order.spec)
        future: Future[RunResult] = Future()
        self.orders.put((future, order))
        return future

    def deaths(self, error: BaseException) -> int | None:
        return 1 if isinstance(error, BrokenExecutor) else None

    def end(self) -> None:
        """No more waves; one that is still at work is not waited for."""
        self.over.set()
        self.thread.join(PATIENCE)

    def _run(self) -> None:
        while not self.over.is_set():
            wave = self._wave()
            if not wave:
                continue
            tasks = [
                (_run, (order.task, self.rows[order.data]), dict[str, Any]()) for _, order in wave
            ]
            try:
                trials: list[RunResult] = self.parallel(tasks)
                for (future, _), trial in zip(wave, trials, strict=True):
                    future.set_result(trial)
            except Exception as error:  # not of a trial: a worker has died, and joblib lost all
                for future, _ in wave:
                    future.set_exception(BrokenExecutor(f"{type(error).__name__}: {error}"))

    def _wave(self) -> list[tuple[Future[RunResult], Submission]]:
        """As many orders as come within a moment, at most one for each worker."""
        wave: list[tuple[Future[RunResult], Submission]] = []
        end = time.monotonic() + GATHER
        while len(wave) < self.number and (left := end - time.monotonic()) > 0:
            try:
                wave.append(self.orders.get(timeout=left))
            except Empty:
                break
        return wave


def _parallel(backend: str, number: int) -> Any:
    try:
        from joblib import Parallel
    except ImportError as error:
        raise missing_extra("sweeps", "joblib", f"the backend {backend}") from error
    if backend == "ray":
        _register_ray()
    try:
        return Parallel(number, backend=backend, batch_size=1)
    except ValueError as error:
        raise SettingError(
            f"backend is {shown(backend)}: give loky, ray or one that is registered with joblib "
            f"({error})"
        ) from None


def _register_ray() -> None:
    try:
        from ray.util.joblib import register_ray
    except ImportError as error:
        raise MissingExtraError(
            "the backend ray needs Ray, which is not installed: pip install 'ray[default]'"
        ) from error
    register_ray()


# ---- on a worker


def _run(task: RemoteTask, sources: Sources) -> RunResult:
    try:
        return run_task(task, sources)
    except Exception as error:
        return RunResult.of_error(RunSpec.model_construct(**task.settings), error)
