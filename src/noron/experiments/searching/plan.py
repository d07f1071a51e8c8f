"""The plan of a search, and its trials: which settings were tried, and what they came to."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from noron.core.metric_rows import sign_of
from noron.core.text import cell
from noron.experiments.result import RunResult
from noron.experiments.searching.pruning import Pruner
from noron.experiments.searching.space import Settings, Space
from noron.experiments.spec import RunSpec

SAMPLERS = ("tpe", "random", "nsga2")
"""How the next point is chosen: by what went well, by chance, by evolution."""


@dataclass(frozen=True)
class SearchPlan:
    """What makes a search the same one when it is asked for again.

    `goals` are metrics, `parameters` or `seconds`; `base` is what every trial shares; `start` are
    the settings of trial 0, which is the base recipe itself.
    """

    base: Settings
    space: Space
    goals: tuple[str, ...]
    sampler: str
    pruner: Pruner
    seed: int
    start: Settings

    def content(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "base": self.base,
            "space": self.space.content(),
            "goals": list(self.goals),
            "sampler": self.sampler,
            "pruner": self.pruner.name,
            "seed": self.seed,
            "start": self.start,
        }

    def asked(self, settings: Settings) -> RunSpec:
        """The recipe of a trial as it was asked for, even where it is no legal one."""
        return RunSpec.model_construct(**{**self.base, **settings})

    def signs(self) -> list[float]:
        """1 for each goal that is made small, -1 for one that is made large."""
        return [1.0 if goal in COSTS else sign_of(goal) for goal in self.goals]


COSTS = ("parameters", "seconds")
"""Goals beside the metrics: how large a network is, and how long it took."""


@dataclass(frozen=True)
class TrialKey:
    """The trial of a result: its number, from 0, and its settings.

    `values` are those of the goals, empty if it has none; `facts` are what the journal remembers
    beside the result: epochs, parameters and metrics. `seed` is set if the trial ran once more,
    with that seed.
    """

    number: int
    settings: Settings
    values: tuple[float, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    seed: int | None = None


def facts_of(trial: RunResult) -> dict[str, Any]:
    """All that is told of a trial beside its status, its settings and its values."""
    facts: dict[str, Any] = {"reason": trial.reason, "epochs": len(trial.rows)}
    if trial.run is not None:
        facts["run"] = trial.run
    if not math.isnan(trial.seconds):
        facts["seconds"] = trial.seconds
    return facts | trial.key.facts


def score_of(trial: RunResult, goal: str) -> float:
    """Return the score in a goal: the last of a pruned trial, NaN for one that failed."""
    if trial.status in ("failed", "diverged"):
        return math.nan
    return float(trial.key.values[0] if trial.key.values else facts_of(trial).get(goal, math.nan))


def written(goal: str, value: float) -> str:
    """Return the value of a goal as text.

    >>> written("val_accuracy", 0.975), written("parameters", 109386.0)
    ('97.50%', '109,386')
    """
    if math.isnan(value):
        return "-"
    return f"{value:,.0f}" if goal == "parameters" else cell(goal, value)


def plain(trial: RunResult) -> dict[str, Any]:
    """Return a trial as plain data."""
    return {
        "number": trial.key.number,
        "settings": trial.key.settings,
        "status": trial.status,
        "values": list(trial.key.values),
        **facts_of(trial),
    }


def pareto(trials: Sequence[RunResult], signs: Sequence[float]) -> list[RunResult]:
    """Return the trials that no other beats: as good in each goal, and better in one."""

    def costs(trial: RunResult) -> tuple[float, ...]:
        goals = [sign * value for sign, value in zip(signs, trial.key.values, strict=True)]
        return (*goals, size_of(trial)) if len(goals) == 1 else tuple(goals)

    front: list[tuple[tuple[float, ...], RunResult]] = []
    for at, trial in sorted(((costs(t), t) for t in trials), key=lambda pair: pair[0]):
        if not any(_beats(other, at) for other, _ in front):  # what beats it has come before it
            front.append((at, trial))
    return [trial for _, trial in front]


def _beats(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def size_of(trial: RunResult) -> float:
    """Return how many parameters its network has."""
    return float(trial.key.facts.get("parameters", math.inf))
