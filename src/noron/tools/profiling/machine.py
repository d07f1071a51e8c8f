"""Measure the limits of this machine: the rate of large matrix products, and that of memory.

Measuring takes about a quarter of a second. A pass through a layer cannot be faster than its
multiplications at the peak rate, nor than reading and writing its bytes at the memory's rate (the
roofline model of Williams, Waterman and Patterson, 2009).
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
"""The side of the square matrices that are multiplied to find the peak."""
CALLS = 5
"""At least this many calls are timed; the fastest counts."""
CACHES = Path("/sys/devices/system/cpu/cpu0/cache")
LEAST_FAR, MOST_FAR = 2**26, 2**28
"""Bounds for the bytes of arrays that do not fit into a cache."""
LEAST_NEAR = 2**18
"""For fewer bytes than this, a call takes longer than the copying."""


@dataclass(frozen=True)
class Machine:
    """Measured rates.

    Attributes:
        threads: the number of threads used for measuring.
        peak: additions and multiplications a second, in a product of large matrices in NumPy's
            BLAS, in the network's dtype.
        bandwidth: bytes read and written a second, in copying arrays larger than every cache.
        near_bandwidth: the same for arrays as large as the data of a step.
        near_bytes: the bytes of these arrays.
    """

    threads: int
    peak: float
    bandwidth: float
    near_bandwidth: float
    near_bytes: int

    @staticmethod
    def measured(dtype: Any, threads: int, near_bytes: int) -> "Machine":
        """Measure the rates of this machine now."""
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
    """Return the seconds of the fastest of several calls, after one call to warm up."""
    action()
    times: list[float] = []
    while len(times) < CALLS or sum(times) < budget:
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


def blas_threads(threads: int) -> AbstractContextManager[object]:
    """Return a context in which NumPy's BLAS uses one thread, or its default number."""
    return ONE_THREAD if threads == 1 else nullcontext()


def rate_of_products(dtype: Any, threads: int) -> float:
    """Measure the additions and multiplications a second in a product of large matrices."""
    a, b, product = np.ones((3, SIDE, SIDE), dtype)
    with blas_threads(threads):
        return 2 * SIDE**3 / least_seconds(lambda: np.matmul(a, b, out=product), 0.08)


def rate_of_memory(n_bytes: int, threads: int) -> float:
    """Measure the bytes read and written a second, copying one half of `n_bytes` to the other."""
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
    """Measure the seconds of a step's dense products in NumPy's BLAS, with reused arrays.

    These are x W, x' dy and dy W' for each W of shape (inputs, units), without the first dy W'.
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
    """Return the bytes of the largest cache, at least and by default 32 MiB."""
    sizes = [2**25]
    for file in CACHES.glob("index*/size"):
        text = file.read_text().strip()
        if text[:-1].isdecimal() and text[-1] in "KMG":
            sizes.append(int(text[:-1]) * 1024 ** ("KMG".index(text[-1]) + 1))
    return max(sizes)
