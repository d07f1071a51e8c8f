"""What this machine can do at best: the rate of large products, and those of memory.

Both are measured, and take about a quarter of a second together. A pass through a layer cannot be
faster than its multiplications at the one rate, nor than the bytes that it must touch at the other
(the roofline of Williams, Waterman and Patterson, 2009).
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from noron.engines.threads import ONE_THREAD

SIDE = 1024
"""Of the square matrices that are multiplied to find the peak."""
CALLS = 5
"""At least so many are timed, of which the fastest counts."""
CACHES = Path("/sys/devices/system/cpu/cpu0/cache")
LEAST_FAR, MOST_FAR = 2**26, 2**28
"""Bytes, between which the arrays lie that no cache holds."""
LEAST_NEAR = 2**18
"""Bytes, below which a call takes longer than the copying."""


@dataclass(frozen=True)
class Machine:
    """Measured rates.

    Attributes:
        threads: on how many threads they were measured.
        peak: additions and multiplications a second, in a product of large matrices in NumPy's
            BLAS, in the network's dtype.
        bandwidth: bytes a second, read and written, in copying what no cache holds.
        near_bandwidth: the same in copying as much as a step works on.
        near_bytes: how much that is.
    """

    threads: int
    peak: float
    bandwidth: float
    near_bandwidth: float
    near_bytes: int

    @staticmethod
    def measured(dtype: Any, threads: int, near_bytes: int) -> "Machine":
        """The rates of this machine now."""
        far = min(max(2 * last_cache(), LEAST_FAR), MOST_FAR)
        near = min(max(near_bytes, LEAST_NEAR), far)
        return Machine(
            threads=threads,
            peak=rate_of_products(dtype, threads),
            bandwidth=rate_of_memory(far, threads),
            near_bandwidth=rate_of_memory(near, threads),
            near_bytes=near,
        )


def least_seconds(action: Callable[[], Any], budget: float) -> float:
    """The time of the fastest of several calls, after one to warm up: the least disturbed one."""
    action()
    times: list[float] = []
    while len(times) < CALLS or sum(times) < budget:
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


def blas_threads(threads: int) -> AbstractContextManager[object]:
    """NumPy's BLAS on one thread, or on as many as it takes by itself."""
    return ONE_THREAD if threads == 1 else nullcontext()


def rate_of_products(dtype: Any, threads: int) -> float:
    """Additions and multiplications a second in a product of large matrices."""
    a, b, product = np.ones((3, SIDE, SIDE), dtype)
    with blas_threads(threads):
        return 2 * SIDE**3 / least_seconds(lambda: np.matmul(a, b, out=product), 0.08)


def rate_of_memory(n_bytes: int, threads: int) -> float:
    """Bytes read and written a second by threads that copy one half of `n_bytes` to the other."""
    source, target = np.ones((2, threads, max(n_bytes // threads // 16, 1)))
    times = max(2**25 // n_bytes, 1)

    def copy(thread: int) -> None:
        for _ in range(times):
            np.copyto(target[thread], source[thread])

    touched = 2 * source.nbytes * times
    if threads == 1:
        return touched / least_seconds(lambda: copy(0), 0.03)
    with ThreadPoolExecutor(threads) as pool:
        return touched / least_seconds(lambda: list(pool.map(copy, range(threads))), 0.03)


def products_alone(shapes: Sequence[tuple[int, int]], rows: int, dtype: Any, threads: int) -> float:
    """Seconds of a step's dense products in NumPy's BLAS, into arrays that are kept.

    That is x W, x' dy and dy W' for each W of shape (inputs, units); the first needs no dy W'.
    """

    def ones(*shape: int) -> Any:
        return np.full(shape, 0.5, dtype)

    layers = [(ones(rows, n), ones(n, m), ones(rows, m)) for n, m in shapes]
    results = [(ones(rows, m), ones(n, m), ones(rows, n)) for n, m in shapes]

    def step() -> None:
        for i, ((x, W, dy), (y, dW, dx)) in enumerate(zip(layers, results, strict=True)):
            np.matmul(x, W, out=y)
            np.matmul(x.T, dy, out=dW)
            if i:
                np.matmul(dy, W.T, out=dx)

    with blas_threads(threads):
        return least_seconds(step, 0.05)


def last_cache() -> int:
    """Bytes of the largest cache, where the system tells; else a usual size."""
    sizes = [2**25]
    for file in CACHES.glob("index*/size"):
        text = file.read_text().strip()
        if text[:-1].isdecimal() and text[-1] in "KMG":
            sizes.append(int(text[:-1]) * 1024 ** ("KMG".index(text[-1]) + 1))
    return max(sizes)
