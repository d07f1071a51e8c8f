"""Giving up on runs that will not become good ones: whoever judges is asked at a few epochs."""

import math
from abc import ABC, abstractmethod
from typing import final

from noron.core.metric_rows import Row
from noron.training.callbacks import Callback, StopTraining


class PruningHook(ABC):
    """Says of one run, as it goes, whether it is worth the rest of its epochs.

    It may be sent to another process, and then knows what it knew when it was sent.
    """

    epochs: tuple[int, ...]
    """After which it is asked, in increasing order."""

    @abstractmethod
    def should_continue(self, row: Row) -> bool:
        """Whether the run should go on, judged by the row of one of its `epochs`."""


@final
class PruningCallback(Callback):
    """Asks a judge in time, and ends the run if that is the answer."""

    def __init__(self, pruning_hook: PruningHook) -> None:
        self.pruning_hook, self.is_against = pruning_hook, False

    def next_look(self, epoch: int) -> float:
        """The next of the hook's epochs."""
        return min((e for e in self.pruning_hook.epochs if e > epoch), default=math.inf)

    def __call__(self, row: Row) -> None:
        """Raises StopTraining where the judge gives the run up."""
        if row["epoch"] in self.pruning_hook.epochs and not self.pruning_hook.should_continue(row):
            self.is_against = True
            raise StopTraining(f"pruned after epoch {row['epoch']:.0f}: other trials are better")
