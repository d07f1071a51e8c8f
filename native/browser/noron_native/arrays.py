"""Checks of arrays, made before the core reads them: type, shape, memory without gaps."""

import ctypes
from typing import Any

import numpy as np

ANY = -1
"""Any length, in the shape that an array must have."""


def address(
    a: object, name: str, dtype: np.dtype[Any] | type, *shape: int, to_write: bool = False
) -> int:
    """Return where the numbers of an array of that type and shape lie."""
    if not isinstance(a, np.ndarray) or (to_write and not a.flags.writeable):
        raise ValueError(f"{name} must be an array{' that can be written to' * to_write}")
    if a.dtype != dtype:
        raise ValueError(f"{name} must hold {np.dtype(dtype).name}")
    if a.ndim != len(shape):
        raise ValueError(f"{name} must have {len(shape)} dimensions, it has {a.ndim}")
    for axis, (n, given) in enumerate(zip(shape, a.shape, strict=True)):
        if n not in (ANY, given):
            raise ValueError(f"{name} must have the length {n} along axis {axis}, it has {given}")
    if not a.flags.c_contiguous:
        raise ValueError(f"{name} must lie in memory without gaps, rows first")
    if not a.flags.aligned:
        raise ValueError(f"{name} must begin at a multiple of its numbers' size")
    return a.ctypes.data


def float_type(a: object) -> np.dtype[Any]:
    """Return float64 for an array of that, else float32, which the array then must hold."""
    return np.dtype(np.float64 if getattr(a, "dtype", None) == np.float64 else np.float32)


def generator_at(capsule: object) -> int | None:
    """Return where the bit generator of a capsule lies."""
    if capsule is None:
        return None
    pointer_of = ctypes.pythonapi.PyCapsule_GetPointer
    pointer_of.restype, pointer_of.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return pointer_of(capsule, b"BitGenerator")
