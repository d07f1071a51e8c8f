"""Compiled kernels for noron: whole runs of training steps in one call.

Not for use on its own: `pip install noron-native` beside noron, and noron finds it.
"""

from noron_native._native import (
    ACTIVATIONS,
    FEWEST_ROUNDED,
    LOSSES,
    Layer,
    Plan,
    Result,
    Rows,
    Run,
    Segment,
    Table,
    deform,
    has_bfloat16,
    instruction_set,
    instruction_sets,
    permutation,
    run_several,
    use_instruction_set,
)

__version__ = "0.1.0"

INTERFACE = 9
"""What noron and this package have agreed upon; noron refuses another number."""

__all__ = [
    "ACTIVATIONS",
    "FEWEST_ROUNDED",
    "INTERFACE",
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
