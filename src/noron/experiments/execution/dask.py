"""The workers of a Dask cluster: other machines, which come and go.

The rows are a task of their own, so that Dask brings them to each worker once, and computes them
anew from what the scheduler has where all workers that had them have died.
"""

import logging
import time
import uuid
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any, final

from noron.core.errors import TrainingWarning, WorkersError, missing_extra
from noron.core.metric_rows import Row
from noron.experiments.execution.remote import LOOK, Data, RemoteExecutor, Submission, WorkerPool
from noron.experiments.execution.remote_task import RemoteTask, run_task
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.store import Store

TIMEOUT = 8.0
"""Seconds in which a scheduler has to answer."""

NOBODY = 30.0
"""Seconds without a single worker after which it is given up."""

MOST_DEATHS = 8
"""Workers that may die with a trial; Dask itself tries four, by `allowed-failures`."""

LOGGERS = ("distributed", "distributed.client", "tornado.application")


@final
class DaskExecutor(RemoteExecutor):
    """As many trials at a time as the workers have threads, each on one core."""

    def __init__(self, sources: Sources, store: Store | None, address: str) -> None:
        super().__init__(sources, store)
        self.address = address
        self.met: set[str] = set()

    def meet(self, workers: Iterable[str]) -> None:
        """They train for us; those who have left have done so too."""
        self.met |= set(workers)
        several = "s" * (len(self.met) != 1)
        self.description = (
            f"{len(self.met)} worker{several} of the Dask scheduler at {self.address}"
        )

    @contextmanager
    def open(self) -> Iterator[WorkerPool]:
        """The workers of the moment. TLS is as Dask's own configuration has it."""
        with _quiet():
            client = _connected(self.address)
            try:
                yield _DaskPool(client, self)
            finally:
                client.close(timeout=TIMEOUT)


class _DaskPool(WorkerPool):
    def __init__(self, client: Any, owner: DaskExecutor) -> None:
        self.client, self.owner, self.address = client, owner, owner.address
        self.rows: dict[Data, Any] = {}
        self.threads = 0
        self.most_deaths = MOST_DEATHS
        self.looked, self.seen = -LOOK, time.monotonic()
        self.has_warned = False

    def capacity(self) -> int:
        """The threads of all workers; looked up now and then."""
        now = time.monotonic()
        if now - self.looked >= LOOK:
            there = self._there()
            self.owner.meet(there)
            self.threads, self.looked = sum(there.values()), now
            self._expect_somebody(now)
        return self.threads

    def _there(self) -> dict[str, int]:
        """Each worker's threads. Raises WorkersError where the scheduler is gone."""
        if self.client.status == "running":
            with suppress(OSError, CancelledError):
                ask = self.client.scheduler.ncores
                return dict(self.client.sync(ask, callback_timeout=TIMEOUT))
        raise self._gone()

    def _gone(self) -> WorkersError:
        return WorkersError(
            f"the Dask scheduler at {self.address} is gone; the finished runs are kept: start "
            "one again, and the same command continues"
        )

    def _expect_somebody(self, now: float) -> None:
        if self.threads:
            self.seen, self.has_warned = now, False
        without = now - self.seen
        hint = f"start one with dask worker {self.address}"
        if without > NOBODY:
            raise WorkersError(
                f"the Dask scheduler at {self.address} has had no workers for {NOBODY:.0f} "
                f"seconds: {hint}; the same command then continues"
            )
        if without > NOBODY / 10 and not self.has_warned:
            self.has_warned = True
            description = f"the Dask scheduler at {self.address} has no workers: {hint}"
            warnings.warn(description, TrainingWarning, stacklevel=2)

    def send(self, order: Submission) -> Any:
        """Under a name that nothing else has: a trial that is sent again is another one."""
        try:
            rows = self._rows(order)
            return self.client.submit(run_here, order.task, rows, key=_name("trial"), pure=False)
        except Exception:
            if self.client.status != "running":
                raise self._gone() from None
            raise

    def _rows(self, order: Submission) -> Any:
        """A future of the rows, also of those that a worker has taken with it."""
        known = self.rows.get(order.data)
        if known is None or known.status not in ("pending", "finished"):
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", "(?s)Sending large graph")  # it is sent once
                sources = Sources.to_send(order.spec)
                known = self.client.submit(as_it_is, sources, key=_name("rows"), pure=False)
            self.rows[order.data] = known
        return known

    def deaths(self, error: BaseException) -> int | None:
        """As Dask counts them; a future that was lost on the way tells of none."""
        from distributed import KilledWorker

        if self.client.status != "running":
            raise self._gone()
        if isinstance(error, KilledWorker):
            return error.allowed_failures + 1
        if isinstance(error, CancelledError):
            self.looked = -LOOK  # whether there is still a scheduler
            return 0
        if isinstance(error, ImportError) and "noron" in str(error.name):
            raise WorkersError(
                f"a worker of {self.address} cannot import {error.name}: install the same "
                "noron there as here"
            )
        return None


def _name(of: str) -> str:
    return f"noron-{of}-{uuid.uuid4().hex}"


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise missing_extra("dask", "Dask", "a Dask cluster") from error
    try:
        return Client(address, timeout=TIMEOUT, set_as_default=False, name="noron")
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise WorkersError(
            f"no Dask scheduler answers at {address} ({' '.join(str(error).split())}): start one "
            "with dask scheduler, and give the address that it shows"
        ) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """What distributed would log of a lost scheduler, line upon line, is one error of ours."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


# ---- on a worker


def as_it_is(sources: Sources) -> Sources:
    """The rows, which Dask keeps from then on, on each worker one object for all trials."""
    return sources


def run_here(task: RemoteTask, sources: Sources) -> RunResult:
    """The trial on one core; given up after an epoch where nobody waits for it any more."""
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()

    def look_up(_: Row) -> None:
        task = worker.state.tasks.get(key)
        if task is None or task.state == "cancelled":
            raise CancelledError

    return run_task(task, sources, callbacks=[look_up])
