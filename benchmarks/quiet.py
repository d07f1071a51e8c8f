"""Whether this machine is quiet: nothing else may want its cores while times are taken.

    python -m benchmarks.quiet

Two processes spin and hand a number to each other, again and again. Where each has a core, that
takes a fraction of a microsecond. Where a third process wants a core of theirs, or the host of a
virtual machine takes one away, they wait for milliseconds. The load tells of the other cores.

A host may also run two processors of a virtual machine on one core for a while, or on two cores
that share no cache. Two threads then do no more than one, and nothing of the above tells. `Cores`
measures both, and waits.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from statistics import median
from typing import Any, ClassVar, Self

LOAD = 0.5
"""Processes that want to run beside ours, from which the spread of times is no longer our own."""
HAND_OVER = 20e-6
"""Seconds that no hand-over takes between two processes that both have a core."""
STALLED = 0.1
"""The share of their time that spinning processes may lose to longer ones."""
SECONDS, TRIES = 0.3, 3
"""How long they spin, and how often: the best try counts, as every system wakes up now and then."""
WHOLE = 0.8
"""The share of its speed that a process keeps beside another one where each has a core. Two that
share a core keep about half."""
FAR = 1.35
"""Between cores that share no cache, a hand-over takes this many times as long as the fastest."""
SPIN_SECONDS, SPINS = 0.005, 3
"""How long processes spin for one of these measurements, and how often."""
PATIENCE = 90.0
"""Seconds of a case that go into waiting until both are well, and into times taken anew."""


def disturbance(load: float, stalled: float) -> str:
    """What disturbs measurements on the machine; nothing where it is quiet.

    >>> disturbance(load=2.0, stalled=0.25)
    'a load of 2.0, and spinning processes lose 25 % of their time'
    >>> disturbance(load=0.1, stalled=0.01)
    ''
    """
    found = [f"a load of {load:.1f}"] if load > LOAD else []
    if stalled > STALLED:
        found.append(f"spinning processes lose {100 * stalled:.0f} % of their time")
    return ", and ".join(found)


def disturbance_now(*, own_load: bool = False) -> str:
    """The same of this machine; after work of our own, of which the load still tells, without."""
    load = 0.0 if own_load else os.getloadavg()[0]
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    tries = TRIES if cores > 1 else 0  # on one core nothing can be handed over
    return disturbance(load, min((stalled(hand_overs(SECONDS)) for _ in range(tries)), default=0))


def stalled(seconds: Sequence[float]) -> float:
    """The share of the time in hand-overs that took too long.

    >>> round(stalled([1e-5, 1e-5, 1e-5, 3e-5]), 3)
    0.5
    """
    return sum(each for each in seconds if each > HAND_OVER) / sum(seconds)


def hand_overs(seconds: float) -> list[float]:
    """The seconds that each hand-over takes, for so long."""
    context = multiprocessing.get_context("spawn")
    number = context.RawArray("q", 1)
    other = context.Process(target=return_each, args=(number,), daemon=True)
    other.start()
    number[0] = 1
    while number[0] == 1:  # until the other one has started
        other.join(0.01)
        if other.exitcode is not None:
            raise RuntimeError(f"the other process ended with code {other.exitcode}")
    took = hand_over_for(number, seconds)
    number[0] = -1
    other.join()
    return took


def hand_over_for(number: Any, seconds: float) -> list[float]:
    """The seconds that each hand-over takes to a process that returns each, for so long."""
    took = []
    now = time.perf_counter()
    end = now + seconds
    while now < end:
        hand_over(number)
        before, now = now, time.perf_counter()
        took.append((now - before) / 2)
    return took


def hand_over(number: Any) -> None:
    """There and back: make the number odd, and wait until it is even."""
    number[0] += 1
    while number[0] % 2:
        pass


def return_each(number: Any) -> None:
    """The other process: make the number even whenever it is odd, until it is negative."""
    while (n := number[0]) >= 0:
        if n % 2:
            number[0] = n + 1


class Cores:
    """Two processors of this machine: whether each is a core of its own now, and near the other.

    A second process spins on the second processor, while this one spins on the first. Where the
    system cannot bind processes to processors, and on a single one, all is well.

    Attributes:
        nearest: the seconds of the fastest hand-over that this process has seen.
        patience: the seconds that are left for waiting.
    """

    nearest: ClassVar[float] = float("inf")

    def __init__(self) -> None:
        self.processors = sorted(getattr(os, "sched_getaffinity", lambda _: ())(0))[:2]
        self.other: multiprocessing.process.BaseProcess | None = None
        self.patience = PATIENCE

    def __enter__(self) -> Self:
        if len(self.processors) == 2:
            context = multiprocessing.get_context("spawn")
            self.pipe, theirs = context.Pipe()
            self.number = context.RawArray("q", 1)
            self.other = context.Process(
                target=serve, args=(self.processors[1], self.number, theirs), daemon=True
            )
            self.other.start()
            theirs.close()
            self._kept_speed()  # until it has started
        return self

    def __exit__(self, *exception: object) -> None:
        if self.other is not None:
            with suppress(OSError):  # it may have ended
                self.pipe.send(None)
            self.other.join()

    def are_well(self) -> bool:
        """Whether neither slows the other down, and they share a cache as far as they ever did."""
        if self.other is None:
            return True
        with bound_to(self.processors[0]):
            kept = median(self._kept_speed() for _ in range(SPINS))
            took = min(self._hand_over_seconds() for _ in range(SPINS))
        Cores.nearest = min(Cores.nearest, took)
        return kept > WHOLE and took < FAR * Cores.nearest

    def undisturbed(self, measure: Callable[[], Any]) -> Any:
        """What `measure` returns, taken while both are well; as it is where patience has ended."""
        while True:
            while not self.are_well() and self.patience > 0:
                time.sleep(0.1)
                self.patience -= 0.1
            started = time.monotonic()
            taken = measure()
            if self.patience <= 0 or self.are_well():
                return taken
            self.patience -= time.monotonic() - started

    def _kept_speed(self) -> float:
        """The share of its speed that a process keeps beside the other one."""
        alone = spin(SPIN_SECONDS)
        self.pipe.send(2 * SPIN_SECONDS)
        self.pipe.recv()  # it spins
        beside = spin(SPIN_SECONDS)
        self.pipe.recv()  # it has ended
        return beside / alone

    def _hand_over_seconds(self) -> float:
        self.number[0] = 0
        self.pipe.send(0.0)
        self.pipe.recv()
        took = median(hand_over_for(self.number, SPIN_SECONDS))
        self.number[0] = -1
        self.pipe.recv()
        return took


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds that it takes, and what it returns."""
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done


@contextmanager
def bound_to(processor: int) -> Iterator[None]:
    """Bind this thread to a processor for a while."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {processor})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def spin(seconds: float) -> float:
    """Count for so long; how far it came in a second."""
    n, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        for _ in range(50):
            n += 1
    return n / seconds


def serve(processor: int, number: Any, pipe: Connection) -> None:
    """The other process: spin for as long as it is asked to, or return numbers where that is 0."""
    os.sched_setaffinity(0, {processor})
    with suppress(EOFError):
        while (seconds := pipe.recv()) is not None:
            pipe.send("begun")
            spin(seconds) if seconds else return_each(number)
            pipe.send("ended")


if __name__ == "__main__":
    print(f"benchmarks: {found}" if (found := disturbance_now()) else "benchmarks: quiet")
    sys.exit(bool(found))
