"""How many threads the matrix products of a step should use, and trainings in several threads.

A BLAS splits even small products over all cores, and its threads wait for each other by spinning.
On two idle cores this made an epoch of 784-128-64-10 at batch 64 faster by a fifth; beside another
busy process it made it ten times slower or more. For larger products several threads are better:
784-512-10 at the same batch is 1.5 times as fast on two cores.

A small network does not fill several cores, but two networks side by side do: `WorkerThreads`. Each
takes the very steps that it would take by itself, to the same bits.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache, partial
from itertools import islice
from pathlib import Path
from threading import Event, Lock, get_ident, local
from typing import TYPE_CHECKING, Any, TypeVar, final

from noron.core.errors import SettingError, shown
from noron.core.metric_rows import Row
from noron.network import Network

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

SMALL = 2**23
"""One thread is better up to this number of multiplications in a step's largest product."""

FEW_NUMBERS = 2**20
"""For tables with fewer numbers than this, models of other libraries fit fastest on one thread."""

MOST = 64
"""The largest number of threads; the kernels support no more."""

LOAD = "/proc/loadavg"
"""Where Linux says how many threads of the machine have something to do."""

CGROUP = "/sys/fs/cgroup"
"""Where Linux shows a process what its control group may use."""


@final
class OneThread(AbstractContextManager[None]):
    """A context in which NumPy's BLAS uses one thread; it may be entered several times at once.

    The number of threads of a BLAS is a setting of the whole process. Runs that overlap in time,
    each in its own thread, share one limit: the first sets it, and the last restores the old one.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._within = 0
        self._lift: Callable[[], Any] = lambda: None

    def __enter__(self) -> None:
        with self._lock:
            self._within += 1
            if self._within == 1:
                self._lift = _libraries().limit(limits=1, user_api="blas").restore_original_limits

    def __exit__(self, *exception: object) -> None:
        with self._lock:
            self._within -= 1
            if self._within == 0:
                self._lift()


@final
class AtWork(AbstractContextManager[None]):
    """A context of trainings that share the cores of the process.

    It counts the Python threads that are within. A forked child has only the one that forked.
    """

    def __init__(self) -> None:
        self._depths: dict[int, int] = {}
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forked)

    def __enter__(self) -> None:
        self._depths[get_ident()] = self._depths.get(get_ident(), 0) + 1

    def __exit__(self, *exception: object) -> None:
        self._depths[get_ident()] -= 1
        if self._depths[get_ident()] == 0:
            del self._depths[get_ident()]

    def share(self, cores: int) -> int:
        """Return how many of these cores the calling thread may use, at least one."""
        others = len(self._depths) - (get_ident() in self._depths)
        return max(1, cores // (1 + others))

    def _forked(self) -> None:
        own = get_ident()
        self._depths = {own: self._depths[own]} if own in self._depths else {}


T = TypeVar("T")


@final
class WorkerThreads:
    """Runs `width` trainings at a time; a single one may take all cores."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.over = Event()

    def run(self, trainings: Iterable[Callable[[], T]]) -> Iterator[T]:
        """Yield the result of each training, as they end.

        Ctrl-C, or to stop asking, ends after their epoch the others that have `look` as a callback.
        """
        self.over.clear()
        if self.width == 1:
            for training in trainings:
                yield training()
            return
        waiting: set[Future[T]] = set()
        more = iter(trainings)
        with ThreadPoolExecutor(self.width, thread_name_prefix="training") as pool:
            try:
                while True:
                    for training in islice(more, self.width - len(waiting)):
                        waiting.add(pool.submit(self.on_one_core, training))
                    if not waiting:
                        return
                    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                        waiting.remove(future)
                        yield future.result()
            finally:
                self.over.set()

    def in_order(self, trainings: Iterable[Callable[[], T]]) -> list[T]:
        """Return the results of the trainings, in their order."""
        results: dict[int, T] = {}

        def train(k: int, training: Callable[[], T]) -> None:
            results[k] = training()

        for _ in self.run(partial(train, k, training) for k, training in enumerate(trainings)):
            pass
        return [results[k] for k in sorted(results)]

    def on_one_core(self, training: Callable[[], T]) -> T:
        """Return the result of a training in this thread, which has others beside it."""
        with one_core() if self.width > 1 else nullcontext():
            return training()

    def look(self, _: Row) -> None:
        """Interrupt the training whose row this is, if the others are to end."""
        if self.over.is_set():
            raise KeyboardInterrupt


@cache
def _libraries() -> "ThreadpoolController":
    """Return those loaded so far, NumPy's BLAS among them; a look for them takes 0.3 ms."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


ONE_THREAD = OneThread()
"""The only instance, as the limit belongs to the process."""

AT_WORK = AtWork()
"""The only instance, as the cores belong to the process."""


def suited_threads(network: Network, batch_size: int) -> AbstractContextManager[object]:
    """Return a context in which BLAS uses one thread if all products of a step are small."""
    weights = [segment.shape for segment in network.layout if segment.kind == "weight"]
    largest = max((rows * columns for rows, columns in weights), default=0) * batch_size
    return nullcontext() if largest > SMALL else ONE_THREAD


@contextmanager
def at_most(cores: int) -> Iterator[None]:
    """Limit the kernels to `cores` threads, for calls from this Python thread within the block."""
    before, _LIMITED.cores = _limit(), min(cores, _limit())
    try:
        yield
    finally:
        _LIMITED.cores = before


def one_core() -> AbstractContextManager[None]:
    """Limit the kernels to one thread, for calls from this Python thread within the block."""
    return at_most(1)


@contextmanager
def blas_at_most(cores: int) -> Iterator[None]:
    """Limit NumPy's BLAS to `cores` threads; above one, only if the process runs nothing else."""
    with ONE_THREAD if cores == 1 else _libraries().limit(limits=cores, user_api="blas"):
        yield


@contextmanager
def libraries_for(numbers: int) -> Iterator[None]:
    """Limit BLAS and OpenMP of other libraries to the threads that help, within the block.

    For a table of few numbers this is one thread: their threads wait for each other by spinning,
    which on busy cores took a hundred times as long as the work itself.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1 if numbers < FEW_NUMBERS else process_threads()):
        yield


_LIMITED = local()


def _limit() -> int:
    return getattr(_LIMITED, "cores", MOST)


def available_threads() -> int:
    """Return how many threads a fit may use: those of the process, or fewer within `at_most`."""
    return min(_limit(), process_threads())


def process_threads() -> int:
    """Return NORON_THREADS, else OMP_NUM_THREADS, else the number of cores available to us.

    The workers of joblib have OMP_NUM_THREADS set to their share of the cores. Raises SettingError
    if NORON_THREADS is set, but is no whole number from 1 up.
    """
    for variable in ("NORON_THREADS", "OMP_NUM_THREADS"):
        given = os.environ.get(variable, "").strip()
        if variable == "OMP_NUM_THREADS":
            given = given.partition(",")[0].rstrip()  # those of nested parts of a program follow
        if given.isascii() and given.isdecimal() and len(given) < 10 and int(given) > 0:
            return min(int(given), MOST)
        if given and variable == "NORON_THREADS":
            raise SettingError(f"{variable} is {shown(given)}: give an integer from 1 to {MOST}")
    if sys.platform == "emscripten":  # a browser has cores, of which Python may use one
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, granted_cores(CGROUP), MOST)


def idle_cores(file: str = LOAD) -> int:
    """Return how many cores of the machine have nothing to do right now; `MOST` if unknown."""
    try:
        busy, _ = Path(file).read_text().split()[3].split("/")
        return max(0, (os.cpu_count() or MOST) - int(busy))
    except (OSError, ValueError, IndexError):
        return MOST


@cache
def granted_cores(folder: str) -> int:
    """Return how many cores the control group of a container may use; `MOST` without a limit."""
    for names in (["cpu.max"], ["cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us"]):
        try:
            quota, period = " ".join(Path(folder, name).read_text() for name in names).split()
            if int(quota) > 0:
                return -(-int(quota) // int(period))
        except (OSError, ValueError, ZeroDivisionError):  # not there, or "max"
            continue
    return MOST
