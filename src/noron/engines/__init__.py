"""The engines: the same network, computed in different ways."""

from noron.engines.base import Batch, DivergedError, Engine, Outcome, State, Sums
from noron.engines.reference import ReferenceEngine
from noron.engines.threads import suited_threads

__all__ = [
    "Batch",
    "DivergedError",
    "Engine",
    "Outcome",
    "ReferenceEngine",
    "State",
    "Sums",
    "suited_threads",
]
