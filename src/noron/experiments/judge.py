"""Giving up on runs that will not become good ones: whoever judges is asked at a few epochs."""

from abc import ABC, abstractmethod
from typing import final

from noron.callbacks import Callback, StopTraining
from noron.columns import Row


class Judge(ABC):
    """Says of one run, as it goes, whether it is worth the rest of its epochs.

    It may be sent to another process, and then knows what it knew when it was sent.
    """

    epochs: tuple[int, ...]
    """After which it is asked, in increasing order."""

    @abstractmethod
    def goes_on(self, row: Row) -> bool:
        """Whether the run should go on, judged by the row of one of its `epochs`."""


@final
class Verdict(Callback):
    """Asks a judge in time, and ends the run if that is the answer."""

    def __init__(self, judge: Judge) -> None:
        self.judge, self.is_against = judge, False

    def __call__(self, row: Row) -> None:
        """Raises StopTraining where the judge gives the run up."""
        if row["epoch"] in self.judge.epochs and not self.judge.goes_on(row):
            self.is_against = True
            raise StopTraining(f"pruned after epoch {row['epoch']:.0f}: others do better")
