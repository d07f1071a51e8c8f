"""Vectors that begin with a cache line, so that registers are read and written whole."""

from typing import Any

import numpy as np

from noron.core.types import Array

CACHE_LINE = 64
"""Bytes."""


def aligned_zeros(n: int, dtype: Any) -> Array:
    """n zeros; their memory is touched by nobody before they are."""
    size = np.dtype(dtype).itemsize
    memory = np.zeros(n * size + CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % CACHE_LINE
    return memory[start : start + n * size].view(dtype)


def aligned_copy(values: Array) -> Array:
    """The same numbers."""
    copy = aligned_zeros(len(values), values.dtype)
    copy[:] = values
    return copy
