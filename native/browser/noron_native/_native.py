"""What python/module.cpp offers, over ctypes, in a browser: see the stub _native.pyi.

There is one thread, and nothing interrupts it.
"""

from typing import Any

import numpy as np
from noron_native import c_api
from noron_native.arrays import ANY, address, generator_at
from noron_native.c_api import checked
from noron_native.names import ACTIVATIONS, FEWEST_ROUNDED, LOSSES
from noron_native.plans import Layer, Plan, Result, Run, Segment, Table, run_several
from noron_native.rows import Rows, deform
from numpy.typing import NDArray

__all__ = [
    "ACTIVATIONS",
    "FEWEST_ROUNDED",
    "LOSSES",
    "Layer",
    "Plan",
    "Result",
    "Rows",
    "Run",
    "Segment",
    "Table",
    "deform",
    "has_bfloat16",
    "instruction_set",
    "instruction_sets",
    "permutation",
    "run_several",
    "use_instruction_set",
]


def instruction_sets() -> list[str]:
    """See the stub."""
    return [instruction_set()]


def instruction_set() -> str:
    """See the stub."""
    return c_api.instruction_set(0).decode()


def use_instruction_set(name: str, /) -> None:
    """See the stub."""
    checked(c_api.use_instruction_set(name.encode()))


def has_bfloat16() -> bool:
    """See the stub."""
    return bool(c_api.has_bfloat16())


def permutation(random: object, out: NDArray[Any], /) -> None:
    """See the stub."""
    if random is None:
        raise ValueError("a random generator is needed")
    to = address(out, "out", np.int64, ANY, to_write=True)
    c_api.permutation(generator_at(random), to, len(out))
