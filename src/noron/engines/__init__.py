"""The engines: the same network, computed in different ways."""

from noron.engines.base import (
    Batch,
    DivergedError,
    Engine,
    Epochs,
    Fit,
    Outcome,
    State,
    Sums,
)
from noron.engines.choice import ENGINES, Chosen, choose_engine, engine_asked_for
from noron.engines.fast import NumpyEngine
from noron.engines.native import NativeEngine
from noron.engines.reference import ReferenceEngine
from noron.engines.threads import (
    OneThread,
    at_most,
    available_threads,
    blas_at_most,
    one_core,
    process_threads,
)

__all__ = [
    "Batch",
    "Chosen",
    "DivergedError",
    "ENGINES",
    "Engine",
    "Epochs",
    "Fit",
    "NativeEngine",
    "NumpyEngine",
    "Outcome",
    "ReferenceEngine",
    "State",
    "Sums",
    "OneThread",
    "at_most",
    "available_threads",
    "blas_at_most",
    "one_core",
    "process_threads",
    "choose_engine",
    "engine_asked_for",
]
