"""Trainings side by side in the threads of this process, one core each.

A small network does not fill several cores: they wait for each other at each layer. Two networks
side by side do, and each takes the very steps that it would take by itself, to the same bits.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from itertools import islice
from threading import Event
from typing import TypeVar, final

from noron.core.metric_rows import Row
from noron.engines import one_core

T = TypeVar("T")


@final
class WorkerThreads:
    """So many trainings at a time; a single one may take all cores."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.over = Event()

    def run(self, trainings: Iterable[Callable[[], T]]) -> Iterator[tuple[int, T]]:
        """Yield the number and the result of each training, as they end.

        Ctrl-C, or to stop asking, ends after their epoch the others that have `look` as a callback.
        """
        self.over.clear()
        if self.width == 1:
            for number, training in enumerate(trainings):
                yield number, training()
            return
        waiting: dict[Future[T], int] = {}
        more = enumerate(trainings)
        with ThreadPoolExecutor(self.width, thread_name_prefix="training") as pool:
            try:
                while True:
                    for number, training in islice(more, self.width - len(waiting)):
                        waiting[pool.submit(self.on_one_core, training)] = number
                    if not waiting:
                        return
                    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                        yield waiting.pop(future), future.result()
            finally:
                self.over.set()

    def on_one_core(self, training: Callable[[], T]) -> T:
        """Return the result of a training in this thread, which has others beside it."""
        with one_core() if self.width > 1 else nullcontext():
            return training()

    def look(self, _: Row) -> None:
        """Interrupt the training whose row this is, if the others are to end."""
        if self.over.is_set():
            raise KeyboardInterrupt
