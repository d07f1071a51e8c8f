"""Whether this machine is quiet: nothing else may want its cores while times are taken.

    python -m benchmarks.quiet

Two processes spin and hand a number to each other, again and again. Where each has a core, that
takes a fraction of a microsecond. Where a third process wants a core of theirs, or the host of a
virtual machine takes one away, they wait for milliseconds. The load tells of the other cores.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Sequence
from typing import Any

LOAD = 0.5
"""Processes that want to run beside ours, from which the spread of times is no longer our own."""
HAND_OVER = 20e-6
"""Seconds that no hand-over takes between two processes that both have a core."""
STALLED = 0.1
"""The share of their time that spinning processes may lose to longer ones."""
SECONDS, TRIES = 0.3, 3
"""How long they spin, and how often: the best try counts, as every system wakes up now and then."""


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
    took = []
    now = time.perf_counter()
    end = now + seconds
    while now < end:
        hand_over(number)
        before, now = now, time.perf_counter()
        took.append((now - before) / 2)
    number[0] = -1
    other.join()
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


if __name__ == "__main__":
    print(f"benchmarks: {found}" if (found := disturbance_now()) else "benchmarks: quiet")
    sys.exit(bool(found))
