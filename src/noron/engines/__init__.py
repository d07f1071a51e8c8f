"""The engines: the same network, computed in different ways."""

from noron.engines.base import Batch, BatchResult, DivergedError, Engine, Epochs, Fit, State, Sums
from noron.engines.choose import (
    ENGINES,
    Chosen,
    choose_engine,
    choose_for_training,
    engine_asked_for,
)
from noron.engines.native.augmented_rows import AugmentedRows
from noron.engines.native.binding import RowCache, encoded_rows, possible_inputs
from noron.engines.native.engine import NativeEngine, NativeFit
from noron.engines.native.multi_fit import batching_key, epochs_of_several
from noron.engines.numpy.engine import NumpyEngine
from noron.engines.passes import backpropagated, traced
from noron.engines.reference import ReferenceEngine
from noron.engines.threads import (
    OneThread,
    WorkerThreads,
    at_most,
    available_threads,
    blas_at_most,
    one_core,
    process_threads,
)

__all__ = [
    "AugmentedRows",
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
    "BatchResult",
    "ReferenceEngine",
    "RowCache",
    "State",
    "Sums",
    "OneThread",
    "WorkerThreads",
    "at_most",
    "available_threads",
    "backpropagated",
    "blas_at_most",
    "one_core",
    "possible_inputs",
    "process_threads",
    "traced",
    "choose_engine",
    "choose_for_training",
    "encoded_rows",
    "engine_asked_for",
    "epochs_of_several",
    "batching_key",
]
