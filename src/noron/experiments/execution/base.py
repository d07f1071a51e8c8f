"""What is asked of workers: trials that are taken up one by one, and come back as they end."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from noron.experiments.pruning_hook import PruningHook
from noron.experiments.result import RunResult
from noron.experiments.spec import RunSpec
from noron.training.callbacks import AnyCallback


@dataclass(frozen=True)
class Job:
    """A recipe to be run. `key` tells its owner which it was; `name` is for the store."""

    key: Any
    spec: RunSpec
    name: str = ""
    callbacks: Sequence[AnyCallback] = ()
    """Of rows, as they come; only lanes of this process call them."""

    pruning_hook: PruningHook | None = None
    weights: bool = False
    """Whether another process is to send them back; lanes have the network itself."""


class Executor(ABC):
    """Runs jobs, several at a time."""

    description: str = ""
    """Who they are, in words; nothing where it goes without saying."""

    @abstractmethod
    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, RunResult]]:
        """Each job with what it came to, as they end. A job is asked for when a worker is free."""
