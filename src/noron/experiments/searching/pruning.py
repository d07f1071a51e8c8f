"""Pruning: at which epochs a trial is judged, and how good it has to be there."""

import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, final

from noron.core.errors import check_choice
from noron.core.metric_rows import Row
from noron.experiments.pruning_hook import PruningHook

REDUCTION = 3
"""Successive halving lets one in so many go on."""

RUNGS = 3
LATEST = 2 / 3
"""Of its epochs: giving up later saves little."""

LOOKS = 10
FEWEST_ENDED = 5
"""Trials with an end before which none is pruned."""

FEWEST_STEPS = 100
"""Steps of a trial before which its score is mostly chance."""

Values = Mapping[int, float]
"""What a trial reported, by epoch."""


class Pruner(ABC):
    """A rule, as one of Optuna's pruners and as bars to be sent along with a trial.

    In `bars` values are multiplied by `sign`, so that smaller is better.
    """

    name: ClassVar[str]
    takes_best: ClassVar[bool] = False
    """Whether a trial is held against its bar by the best that it has reported so far."""

    @staticmethod
    def named(name: str, epochs: int | None, steps: int = FEWEST_STEPS) -> "Pruner":
        """The rule of that name for trials of about so many epochs, each of so many steps.

        Raises SettingError.
        """
        check_choice("pruner", name, PRUNERS)
        if name == "none" or epochs is None:  # where a clock ends them, no two have the same epochs
            return Never()
        first = math.ceil(FEWEST_STEPS / steps)
        if name == "median":
            return Median(first)
        return Halving(max(first, epochs // REDUCTION**RUNGS))

    @abstractmethod
    def of_optuna(self) -> Any:
        """The same rule as Optuna has it."""

    @abstractmethod
    def epochs(self, total: int) -> tuple[int, ...]:
        """Where a trial of so many epochs is judged."""

    def share(self, total: int) -> float:
        """The share of all epochs that are run if the rule gives up all that it means to."""
        return 1.0

    @abstractmethod
    def bars(
        self, at: Sequence[int], others: Sequence[Values], ended: Sequence[Values], sign: float
    ) -> dict[int, float]:
        """For each epoch the worst value (times sign) that goes on."""


@final
@dataclass(frozen=True)
class Halving(Pruner):
    """Asynchronous successive halving: a third goes on at each rung: after `first` epochs, thrice
    as many, and so on.

    Li, Jamieson, Rostamizadeh, Gonina, Hardt, Recht and Talwalkar 2020, "A system for massively
    parallel hyperparameter tuning".
    """

    name = "halving"
    first: int

    def of_optuna(self) -> Any:
        """Optuna's."""
        from optuna.pruners import SuccessiveHalvingPruner

        return SuccessiveHalvingPruner(min_resource=self.first, reduction_factor=REDUCTION)

    def epochs(self, total: int) -> tuple[int, ...]:
        """The rungs before the end."""
        rungs = (self.first * REDUCTION**k for k in range(30))
        return tuple(rung for rung in rungs if rung <= total * LATEST)

    def share(self, total: int) -> float:
        """A third of the third of ... goes on at each rung."""
        parts = itertools.pairwise([0, *self.epochs(total), total])
        return sum((b - a) / total / REDUCTION**k for k, (a, b) in enumerate(parts))

    def bars(
        self, at: Sequence[int], others: Sequence[Values], ended: Sequence[Values], sign: float
    ) -> dict[int, float]:
        """The m-th best, where m is a third of all that came so far, this one included."""
        result = {}
        for epoch in at:
            values = _at(epoch, others, sign)
            go_on = max((len(values) + 1) // REDUCTION, 1)
            if len(values) >= go_on:
                result[epoch] = values[go_on - 1]
        return result


@final
@dataclass(frozen=True)
class Median(Pruner):
    """The median rule: the best so far must not be worse than the median of the others there.

    Golovin, Solnik, Moitra, Kochanski, Karro and Sculley 2017, "Google Vizier", section 3.2.
    """

    name = "median"
    takes_best = True
    first: int = 1

    def of_optuna(self) -> Any:
        """Optuna's."""
        from optuna.pruners import MedianPruner

        return MedianPruner(n_startup_trials=FEWEST_ENDED)

    def epochs(self, total: int) -> tuple[int, ...]:
        """Ten times on the way, from the epoch `first` on."""
        looks = {math.ceil(total * i / LOOKS) for i in range(1, LOOKS)}
        return tuple(sorted(look for look in looks if self.first <= look <= total * LATEST))

    def bars(
        self, at: Sequence[int], others: Sequence[Values], ended: Sequence[Values], sign: float
    ) -> dict[int, float]:
        """The median of those that have come to their end."""
        if len(ended) < FEWEST_ENDED:
            return {}
        result = {}
        for epoch in at:
            values = _at(epoch, ended, sign)
            if values:
                middle = len(values) // 2
                result[epoch] = (values[middle] + values[-middle - 1]) / 2
        return result


@final
class Never(Pruner):
    """Every trial comes to its end."""

    name = "none"

    def of_optuna(self) -> Any:
        """Optuna's."""
        from optuna.pruners import NopPruner

        return NopPruner()

    def epochs(self, total: int) -> tuple[int, ...]:
        """Nowhere."""
        return ()

    def bars(
        self, at: Sequence[int], others: Sequence[Values], ended: Sequence[Values], sign: float
    ) -> dict[int, float]:
        """None."""
        return {}


def _at(epoch: int, trials: Sequence[Values], sign: float) -> list[float]:
    """What was reported there, the best first."""
    result = (sign * values.get(epoch, math.nan) for values in trials)
    return sorted(value for value in result if not math.isnan(value))


PRUNERS = tuple(kind.name for kind in (Halving, Median, Never))


@final
@dataclass
class PruningState(PruningHook):
    """A judge for another process: the bars as they were when the trial was sent."""

    goal: str
    sign: float
    epochs: tuple[int, ...]
    bars: dict[int, float]
    takes_best: bool
    best: float = math.inf

    def should_continue(self, row: Row) -> bool:
        """Whether it is at least as good as its bar; what is no number never is."""
        value = self.sign * float(row[self.goal])
        if math.isnan(value):
            return False
        self.best = min(self.best, value)
        bar = self.bars.get(int(row["epoch"]), math.inf)
        return (self.best if self.takes_best else value) <= bar
