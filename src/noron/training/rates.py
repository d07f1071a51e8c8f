"""The learning rates of a run's steps: they follow the schedule and a time limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.types import Array
from noron.schedules import Constant, Schedule
from noron.training.position import Position
from noron.training.time_limit import TimeLimit

Rows = Sequence[Mapping[str, Any]]
"""The recorded rows, one for each epoch."""


@final
@dataclass
class Rates:
    """A schedule over `epochs` epochs, and a time limit or None."""

    schedule: Schedule
    epochs: float
    limit: TimeLimit | None = None

    @property
    def waits(self) -> bool:
        """Return whether the rates of an epoch depend on earlier epochs or on the clock."""
        return self.limit is not None or self.schedule.watches() is not None

    def renew(self, place: Position, batch_size: int, rows: Rows) -> None:
        """Compute the rates of the remaining steps of the epoch, and store them in `place`."""
        n, schedule = len(place.order), self.schedule
        if self.limit is None and place.row == 0:
            steps = -(-n // batch_size)
            place.rates = list(schedule.rates(place.epoch, steps, self.epochs, rows))
        elif self.limit is None:
            places = [place.epoch + at / n for at in range(place.row, n, batch_size)]
            place.rates = [schedule.rate(at, self.epochs, rows) for at in places]

    def take(
        self, place: Position, batch_size: int, most: float, rows: Rows, seconds: float
    ) -> list[float]:
        """Return the rates of the next steps of the current epoch, at most `most`.

        With a time limit, these are the steps until the clock is read again.
        """
        if self.limit is None:
            n = int(min(most, len(place.rates)))
            taken, place.rates = place.rates[:n], place.rates[n:]
            return taken
        steps, step = -(-len(place.order) // batch_size), place.row // batch_size
        done, left = place.epoch * steps + step, int(min(most, steps - step))
        n = min(left, self.limit.steps(done, seconds))
        horizon = self.limit.horizon(place.epoch + step / steps, seconds)
        places = [place.epoch + i / steps for i in range(step, step + n)]
        return [self.schedule.rate(at, max(horizon, at + 1 / steps), rows) for at in places]

    def of_epochs(self, epoch: int, n: int, steps: int) -> Array:
        """Return the rates of n whole epochs, starting with `epoch`, shape (n, steps)."""
        if isinstance(self.schedule, Constant):
            return np.full((n, steps), self.schedule.learning_rate)
        each = range(epoch, epoch + n)
        return np.array([self.schedule.rates(e, steps, self.epochs) for e in each])
