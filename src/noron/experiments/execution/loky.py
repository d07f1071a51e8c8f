"""Processes of this machine, one for each trial at a time, through joblib's loky.

Each is a pool of its own with a single process: where one dies, the others do not hear of it.
"""

import os
import signal
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import resource_tracker
from threading import Thread
from typing import Any, final

from noron.core.errors import TrainingWarning, missing_extra
from noron.engines import process_threads
from noron.experiments.checkpoints import checkpoints_folder
from noron.experiments.execution.remote import Data, RemoteExecutor, Submission, WorkerPool
from noron.experiments.execution.remote_task import RemoteTask, run_task
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.store import Store


@final
class ProcessExecutor(RemoteExecutor):
    """So many trials at a time, each in a process with its share of the cores."""

    def __init__(self, sources: Sources, store: Store | None, number: int) -> None:
        super().__init__(sources, store)
        if store is not None:
            self.checkpoints = checkpoints_folder(store.path.absolute())
        self.number, self.cores = number, max(1, process_threads() // number)
        each = "one core" if self.cores == 1 else f"{self.cores} cores"
        self.description = f"{number} processes of this machine, {each} each"

    @contextmanager
    def open(self) -> Iterator[WorkerPool]:
        """The processes, which start when they are sent something and end with the block."""
        pool = _LokyPool(self.number, self.cores)
        try:
            yield pool
        finally:
            for one in pool.processes:
                one.end()


class _LokyPool(WorkerPool):
    most_deaths = 3

    def __init__(self, number: int, cores: int) -> None:
        self.processes = [_Process(cores) for _ in range(number)]

    def capacity(self) -> int:
        return len(self.processes)

    def send(self, order: Submission) -> Any:
        free = next(one for one in self.processes if one.is_free)
        return free.send(order)

    def deaths(self, error: BaseException) -> int | None:
        return 1 if isinstance(error, BrokenExecutor) else None


class _Process:
    """A process that is followed by another one when it dies."""

    def __init__(self, cores: int) -> None:
        self.cores = cores
        self.pool = _new_pool()
        self.has: set[Data] = set()
        self.future: Any = None

    @property
    def is_free(self) -> bool:
        return self.future is None or self.future.done()

    def send(self, order: Submission) -> Any:
        """With the rows, if it has not been sent them yet."""
        if self.future is not None and isinstance(self.future.exception(), BrokenExecutor):
            self._renew()
        try:
            self.future = self._submitted(order)
        except BrokenExecutor:  # it has died while it had nothing to do
            self._renew()
            self.future = self._submitted(order)
        self.has.add(order.data)
        return self.future

    def _submitted(self, order: Submission) -> Any:
        sources = None if order.data in self.has else Sources.to_send(order.spec)
        with _without_interrupts():  # which the first order's new process inherits
            return self.pool.submit(_run, order.task, order.data, sources, self.cores)

    def _renew(self) -> None:
        self.end()
        self.pool, self.has = _new_pool(), set()

    def end(self) -> None:
        self.pool.shutdown(wait=True, kill_workers=True)


def _new_pool() -> Any:
    try:
        from joblib.externals.loky import ProcessPoolExecutor
    except ImportError as error:
        raise missing_extra("sweeps", "joblib", "training in several processes") from error
    return ProcessPoolExecutor(1, initializer=_begin, initargs=(os.getpid(),))


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C and SIGHUP back until the end of the block; a process begun in it never has them.

    Otherwise they would end it with a traceback before `_begin` is called.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # else it begins within, and Python 3.11 then lets SIGINT in
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ---- in the new process


def _begin(parent: int) -> None:
    """Ctrl-C and a terminal that goes are for the parent, who also tells of what has diverged;
    without a parent it ends.
    """
    for name in ("SIGINT", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    warnings.simplefilter("ignore", TrainingWarning)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _run(task: RemoteTask, data: Data, sources: Sources | None, cores: int) -> RunResult:
    if sources is not None:
        _kept()[data] = sources
    return run_task(task, _kept()[data], cores=cores)


@cache
def _kept() -> dict[Data, Sources]:
    """The rows that this process has been sent."""
    return {}
