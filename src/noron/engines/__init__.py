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
from noron.engines.bound import SharedRows
from noron.engines.choice import ENGINES, Chosen, choose_engine, engine_asked_for
from noron.engines.fast import NumpyEngine
from noron.engines.native import NativeEngine, NativeFit
from noron.engines.reference import ReferenceEngine, gradient_step
from noron.engines.threads import (
    OneThread,
    at_most,
    available_threads,
    blas_at_most,
    one_core,
    process_threads,
)
from noron.engines.together import epochs_together, likeness

__all__ = [
    "Batch",
    "Chosen",
    "DivergedError",
    "ENGINES",
    "Engine",
    "Epochs",
    "Fit",
    "NativeEngine",
    "NativeFit",
    "NumpyEngine",
    "Outcome",
    "ReferenceEngine",
    "SharedRows",
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
    "epochs_together",
    "gradient_step",
    "likeness",
]
