"""The result of a search: its trials, the best of them, and which settings were important."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from noron.core.text import aligned, cell, spoken
from noron.experiments.comparison.grid import briefly
from noron.experiments.result import RunResult
from noron.experiments.searching.study import SearchPlan, facts_of
from noron.experiments.spec import RunSpec
from noron.experiments.store.setting_text import in_words

MOST_SHOWN = 10


@dataclass
class SearchResult:
    """The result of a search.

    Attributes:
        plan: the goals and the space.
        base: the recipe that all trials share.
        trials: those that have ended, by number from 1; the `key` of each is its `TrialKey`.
        importances: the share of each setting in what made the best trials good; empty if there
            are too few trials to tell.
        test: the metrics of the best network on the test rows.
        outcome: the run of the best trial with its network; None if the search was interrupted.
    """

    plan: SearchPlan
    base: RunSpec
    trials: list[RunResult]
    importances: dict[str, float]
    test: dict[str, float] = field(default_factory=dict)
    outcome: RunResult | None = None
    data: str = ""
    interrupted: bool = False
    pace: str = ""
    """How the trials were trained at the same time; empty if one after another."""

    @cached_property
    def ranked(self) -> list[RunResult]:
        """Return the finished trials, the best in the first goal first."""
        sign = self.plan.signs()[0]
        done = [trial for trial in self.trials if trial.status == "done"]
        return sorted(done, key=lambda trial: (sign * trial.key.values[0], trial.key.number))

    @property
    def best(self) -> RunResult | None:
        """Return the trial that is best in the first goal; None if no trial finished."""
        return self.ranked[0] if self.ranked else None

    @property
    def best_spec(self) -> RunSpec:
        """Return the recipe of the best trial."""
        return self.base.but(**({} if self.best is None else self.best.key.settings))

    @cached_property
    def front(self) -> list[RunResult]:
        """Return the trials that no other beats in every goal, the smallest network first.

        For a search with one goal, the number of parameters is the other one.
        """
        signs = self.plan.signs()
        return sorted(pareto(self.ranked, signs), key=_size)

    def count(self, status: str) -> int:
        """Return how many trials have this status."""
        return sum(trial.status == status for trial in self.trials)

    # ---- in words

    @property
    def conclusion(self) -> str:
        """Return the best trial and the most important setting in words."""
        best = self.best
        if best is None:
            return "No trial finished."
        values = zip(self.plan.goals, best.key.values, strict=True)
        what = ", ".join(f"{spoken(goal)} {written(goal, value)}" for goal, value in values)
        sentence = f"The best of {len(self.trials)} trials is trial {best.key.number}: "
        sentence += f"{briefly(best.key.settings)}, with {what}."
        if not self.importances:
            return sentence
        first, share = next(iter(self.importances.items()))
        return f"{sentence} The most important setting was {first} ({share:.0%})."

    @property
    def caution(self) -> str:
        """Return what the best score does not say."""
        return (
            "The best of many scores on the same validation rows is optimistic; the score on the "
            "test rows is not. noron compare with several seeds tells whether it beats the next "
            "ones by more than chance."
        )

    def ends(self) -> str:
        """Return how many trials ended in which way, in words."""
        words = [
            f"{self.count(status)} {sentence}" for status, sentence in ENDS if self.count(status)
        ]
        return f"{len(self.trials)} trials: {', '.join(words)}"

    def table(self, most: int = MOST_SHOWN) -> list[list[str]]:
        """Return the header and a row of text for each of the best trials."""
        names = list(self.plan.space.axes)
        goals = list(self.plan.goals)
        costs = [name for name in ("parameters", "seconds") if name not in goals]
        rows = [["trial", *map(spoken, goals), *names, *costs]]
        for trial in self.ranked[:most]:
            key, facts = trial.key, facts_of(trial)
            values = [written(goal, v) for goal, v in zip(goals, key.values, strict=True)]
            settings = [in_words(key.settings[n]) if n in key.settings else "" for n in names]
            more = [written(name, float(facts.get(name, math.nan))) for name in costs]
            rows.append([str(key.number), *values, *settings, *more])
        return rows

    def __str__(self) -> str:
        return "\n".join([*aligned(self.table()), "", self.ends(), self.conclusion])

    # ---- as files

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data for JSON."""
        best = self.best
        return {
            "plan": self.plan.content(),
            "conclusion": self.conclusion,
            "interrupted": self.interrupted,
            "best": None if best is None else plain(best),
            "test": self.test,
            "importances": self.importances,
            "front": [trial.key.number for trial in self.front],
            "trials": [plain(trial) for trial in self.trials],
            "pace": self.pace,
        }


ENDS = (
    ("done", "finished"),
    ("pruned", "pruned"),
    ("diverged", "diverged"),
    ("failed", "failed"),
)


def pareto(trials: Sequence[RunResult], signs: Sequence[float]) -> list[RunResult]:
    """Return the trials that no other beats: as good in each goal, and better in one."""

    def costs(trial: RunResult) -> tuple[float, ...]:
        goals = [sign * value for sign, value in zip(signs, trial.key.values, strict=True)]
        return (*goals, _size(trial)) if len(goals) == 1 else tuple(goals)

    front: list[tuple[tuple[float, ...], RunResult]] = []
    for at, trial in sorted(((costs(t), t) for t in trials), key=lambda pair: pair[0]):
        if not any(_beats(other, at) for other, _ in front):  # what beats it has come before it
            front.append((at, trial))
    return [trial for _, trial in front]


def _beats(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def _size(trial: RunResult) -> float:
    return float(trial.key.facts.get("parameters", math.inf))


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
