"""Vectors that begin at a cache line, so that vector loads and stores are aligned."""

from typing import Any

import numpy as np

from noron.core.types import Array

CACHE_LINE = 64
"""Bytes."""


def aligned_zeros(n: int, dtype: Any) -> Array:
    """Return n zeros; the system provides their memory at the first write."""
    size = np.dtype(dtype).itemsize
    memory = np.zeros(n * size + CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % CACHE_LINE
    return memory[start : start + n * size].view(dtype)


def aligned_copy(values: Array) -> Array:
    """Return an aligned copy of a vector."""
    copy = aligned_zeros(len(values), values.dtype)
    copy[:] = values
    return copy
