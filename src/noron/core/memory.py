"""Vectors that begin at a cache line, so that vector loads and stores are aligned."""

import mmap
import sys
import weakref
from contextlib import suppress
from typing import Any

import numpy as np

from noron.core.types import Array

CACHE_LINE = 64
"""Bytes."""
HUGE_PAGE = 1 << 21
LARGE = 2 * HUGE_PAGE
"""Bytes from which on the memory of a vector is kept for another one."""
MOST_KEPT = 1 << 29
"""The most bytes of memory that is kept."""


def aligned_zeros(n: int, dtype: Any) -> Array:
    """Return n zeros; the system provides their memory at the first write."""
    size = np.dtype(dtype).itemsize
    return _from_cache_line(np.zeros(n * size + CACHE_LINE, np.uint8), n * size).view(dtype)


def aligned_empty(n: int, dtype: Any) -> Array:
    """Return n numbers of any value."""
    size = n * np.dtype(dtype).itemsize
    memory = _memory(size) if size >= LARGE else np.empty(size + CACHE_LINE, np.uint8)
    return _from_cache_line(memory, size).view(dtype)


def aligned_full(n: int, value: float, dtype: Any) -> Array:
    """Return n times that value."""
    full = aligned_empty(n, dtype)
    full[:] = value
    return full


def aligned_copy(values: Array) -> Array:
    """Return an aligned copy of a vector."""
    copy = aligned_empty(len(values), values.dtype)
    copy[:] = values
    return copy


def _from_cache_line(memory: Array, size: int) -> Array:
    start = -memory.ctypes.data % CACHE_LINE
    return memory[start : start + size]


# Memory that no vector uses now. Pages that go back to the system cost a fault each when they come
# again; where the host of a virtual machine takes free pages back, that is milliseconds for each
# huge page. The system may take the pages of kept memory when it needs them.
_kept: list[mmap.mmap] = []


def _memory(size: int) -> Array:
    """Return that many bytes or more, which are kept for other vectors when nobody refers to them.

    They are from kept memory if there is some that is large enough and at most twice as large.
    """
    if sys.platform != "linux":
        return np.empty(size + CACHE_LINE, np.uint8)
    for kept in sorted(_kept, key=len):
        if size <= len(kept) - CACHE_LINE <= 2 * size:
            with suppress(ValueError):  # another thread has taken it
                _kept.remove(kept)
                return _lent(kept)
    pages = -(-(size + CACHE_LINE) // HUGE_PAGE) * HUGE_PAGE
    try:
        fresh = mmap.mmap(-1, pages, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    except OSError:
        return np.empty(size + CACHE_LINE, np.uint8)  # or NumPy's error of too little memory
    with suppress(OSError):  # a system without huge pages
        fresh.madvise(mmap.MADV_HUGEPAGE)
    return _lent(fresh)


def _lent(memory: mmap.mmap) -> Array:
    array = np.frombuffer(memory, np.uint8)
    finalizer = weakref.finalize(array, _keep, memory)
    finalizer.atexit = False  # type: ignore[missing-attribute]
    return array


def _keep(memory: mmap.mmap) -> None:
    if len(memory) > MOST_KEPT or sys.platform != "linux":
        return
    with suppress(OSError):  # a system that cannot take pages back leaves them
        memory.madvise(mmap.MADV_FREE)
    _kept.append(memory)
    while sum(map(len, _kept)) > MOST_KEPT:
        _kept.pop(0)
