"""How fast a session trains: as many steps in a slice of time as fit, or so many a second."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, final

from noron.core.errors import SettingError, check_number

if TYPE_CHECKING:
    from noron.lab.experiment import Experiment

FASTEST = 1e7
"""Steps a second that may be asked for."""
MOST_IN_A_CALL = 100_000


@final
class Pace:
    """Whether the network runs, until when, and how many steps a call takes.

    Attributes:
        is_running: whether steps are to be taken.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock, self.is_running = clock, False
        self.speed: float | None = None
        self.until = math.inf
        self._at_once = 1
        self._begun, self._first = 0.0, 0

    def start(
        self, experiment: "Experiment", speed: float | None, step: int | None, epoch: int | None
    ) -> None:
        """Run from now on, until that step or epoch has been reached. Raises SettingError."""
        if speed is not None:
            check_number("speed", speed, low=0, high=FASTEST, open_low=True)
        if experiment.trainer.ended:
            raise SettingError("the run has ended: rewind, or give a recipe with more epochs")
        steps = math.inf if step is None else step
        epochs = math.inf if epoch is None else experiment.step + experiment.steps_to_epoch(epoch)
        self.until, self.speed = min(steps, epochs), speed
        self._begun, self._first = self.clock(), experiment.step
        self.is_running = experiment.step < self.until

    def stop(self) -> None:
        """Take no more steps."""
        self.is_running = False

    def slice(self, experiment: "Experiment", seconds: float) -> None:
        """Take steps for about so long, and stop where the run was to stop."""
        end = self.clock() + seconds
        while self.is_running and not experiment.trainer.ended:
            left = self._due(experiment)
            if left < 1:
                return
            before = self.clock()
            experiment.advance(int(min(self._at_once, left)))
            now = self.clock()
            self._adapt(now - before, seconds)
            self.is_running = experiment.step < self.until
            if now >= end:
                return

    def _due(self, experiment: "Experiment") -> float:
        """Return the steps that may be taken now."""
        left = self.until - experiment.step
        if self.speed is None:
            return left
        due = (
            math.floor(self.speed * (self.clock() - self._begun))
            + 1
            - (experiment.step - self._first)
        )
        return min(left, max(due, 0))

    def _adapt(self, took: float, seconds: float) -> None:
        """A call, which costs half a millisecond by itself, takes 1/4 to 1/2 of a slice."""
        if took < seconds / 4:
            self._at_once = min(2 * self._at_once, MOST_IN_A_CALL)
        elif took > seconds / 2:
            self._at_once = max(1, self._at_once // 2)
