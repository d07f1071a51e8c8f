"""How many threads the matrix products of a step are worth.

A BLAS splits even small products over all cores, and its threads wait for each other by spinning.
On two quiet cores that made an epoch of 784-128-64-10 at batch 64 faster by a fifth; beside another
busy process it made it slower by ten times and more. From larger products on, the gain is worth it:
784-512-10 at the same batch is 1.5 times as fast on two cores.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock, local
from typing import Any, final

from noron.network import Network

SMALL = 2**23
"""Multiplications in a step's largest product up to which one thread is the better choice."""

FEW_NUMBERS = 2**20
"""Numbers of a table up to which one thread fits a model of another library the fastest."""

MOST = 64
"""Threads of a process; the kernels know no more."""


@final
class OneThread(AbstractContextManager[None]):
    """NumPy's BLAS keeps to one thread while anybody is within.

    A BLAS has one number of threads for the whole process. So runs that overlap in time, each in a
    thread of its own, have to share one limit: the first sets it, and the last lifts it again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._within = 0
        self._lift: Callable[[], Any] = lambda: None

    def __enter__(self) -> None:
        from threadpoolctl import threadpool_limits

        with self._lock:
            self._within += 1
            if self._within == 1:
                self._lift = threadpool_limits(limits=1, user_api="blas").restore_original_limits

    def __exit__(self, *exception: object) -> None:
        with self._lock:
            self._within -= 1
            if self._within == 0:
                self._lift()


ONE_THREAD = OneThread()
"""The one of this process, as the limit is the process's."""


def suited_threads(network: Network, batch_size: int) -> AbstractContextManager[object]:
    """A context in which NumPy's BLAS keeps to one thread, if all products of a step are small."""
    weights = [segment.shape for segment in network.layout if segment.kind == "weight"]
    largest = max((rows * columns for rows, columns in weights), default=0) * batch_size
    return nullcontext() if largest > SMALL else ONE_THREAD


@contextmanager
def at_most(cores: int) -> Iterator[None]:
    """In this thread, and within the block, the kernels take so many threads: others are taken."""
    before, _LIMITED.cores = _limit(), min(cores, _limit())
    try:
        yield
    finally:
        _LIMITED.cores = before


def one_core() -> AbstractContextManager[None]:
    """In this thread, and within the block, the kernels take one thread."""
    return at_most(1)


@contextmanager
def blas_at_most(cores: int) -> Iterator[None]:
    """NumPy's BLAS takes so many threads; more than one only where a process does one thing."""
    from threadpoolctl import threadpool_limits

    with ONE_THREAD if cores == 1 else threadpool_limits(limits=cores, user_api="blas"):
        yield


@contextmanager
def libraries_for(numbers: int) -> Iterator[None]:
    """A context in which other libraries' BLAS and OpenMP take as many threads as are of use.

    One for a table of few numbers: their threads wait for each other by spinning, which on busy
    cores took a hundred times as long as the work itself.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1 if numbers < FEW_NUMBERS else process_threads()):
        yield


_LIMITED = local()


def _limit() -> int:
    return getattr(_LIMITED, "cores", MOST)


def available_threads() -> int:
    """How many threads a fit may take: as many as the process, or fewer within `at_most`."""
    return min(_limit(), process_threads())


def process_threads() -> int:
    """How many threads may run at once: NORON_THREADS, OMP_NUM_THREADS, or the cores we may use."""
    for variable in ("NORON_THREADS", "OMP_NUM_THREADS"):
        given = os.environ.get(variable, "")
        if given.isdecimal() and int(given) > 0:
            return min(int(given), MOST)
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MOST)
