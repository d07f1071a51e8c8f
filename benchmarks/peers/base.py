"""What every peer can do with a job."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from benchmarks.job import Job
from noron.core.types import Array


class CannotError(Exception):
    """The peer does not know this network, this input or this command."""


class Peer(ABC):
    """One way to train a job's network.

    Attributes:
        note: which setting or engine ran.
        compile_seconds: what was spent before the first step and is no part of the times.
    """

    note: str = ""
    compile_seconds: float = 0.0

    def __init__(self, job: Job) -> None:
        self.job = job
        self.settings = job.settings

    @abstractmethod
    def reset(self) -> None:
        """Back to the first weights, with a new optimizer; not timed."""

    @abstractmethod
    def fit(self, epochs: int) -> None:
        """`epochs` passes over the rows: what is timed."""

    @abstractmethod
    def losses(self, epochs: int) -> Sequence[float]:
        """As `fit` in the job's order; of each epoch the mean over its rows of loss + penalty."""

    @abstractmethod
    def parameters(self) -> Sequence[Array]:
        """W (inputs, units) and b of each layer, in turn."""

    def predict(self, times: int) -> Any:
        """The probabilities of all rows, `times` times; the last result."""
        raise CannotError("it is not asked for predictions")

    def pair(self, epochs: int) -> float:
        """Seconds for two fits side by side in two threads."""
        raise CannotError("it is not asked for two fits at once")


def weighted_mean(values: Sequence[float], sizes: Sequence[int]) -> float:
    """The mean over rows of batches' means."""
    return sum(v * n for v, n in zip(values, sizes, strict=True)) / sum(sizes)
