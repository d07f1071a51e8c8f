"""A search as an object: its trials, the best of them, what mattered, and what it says."""

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
    """What came of a search.

    Attributes:
        plan: what was looked for, and where.
        base: the recipe that all trials share.
        trials: those that have ended, by number; the `key` of each is its `TrialKey`.
        importances: the share of each setting in what made the best trials good; empty while there
            are too few trials to say.
        test: the measures of the best network on the test rows, read once.
        outcome: the best network, trained once more; None where the search was interrupted.
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
    """How many were trained at a time, where it was more than one."""

    @cached_property
    def ranked(self) -> list[RunResult]:
        """The trials that came to their end, the best in the first goal first."""
        sign = self.plan.signs()[0]
        done = [trial for trial in self.trials if trial.status == "done"]
        return sorted(done, key=lambda trial: (sign * trial.key.values[0], trial.key.number))

    @property
    def best(self) -> RunResult | None:
        """The trial that is best in the first goal; None where none came to its end."""
        return self.ranked[0] if self.ranked else None

    @property
    def best_spec(self) -> RunSpec:
        """The recipe of the best trial."""
        return self.base.but(**({} if self.best is None else self.best.key.settings))

    @cached_property
    def front(self) -> list[RunResult]:
        """The trials that no other beats in every goal, from the smallest network to the largest.

        Of a search with a single goal: that goal against the number of parameters.
        """
        signs = self.plan.signs()
        return sorted(pareto(self.ranked, signs), key=_size)

    def count(self, status: str) -> int:
        """How many trials ended so."""
        return sum(trial.status == status for trial in self.trials)

    # ---- in words

    @property
    def conclusion(self) -> str:
        """What was found, and how sure that is."""
        best = self.best
        if best is None:
            return "No trial came to its end."
        values = zip(self.plan.goals, best.key.values, strict=True)
        what = ", ".join(f"{spoken(goal)} {written(goal, value)}" for goal, value in values)
        sentence = f"Best of {len(self.trials)} trials is number {best.key.number}: "
        sentence += f"{briefly(best.key.settings)}, with {what}."
        if not self.importances:
            return sentence
        first, share = next(iter(self.importances.items()))
        return f"{sentence} What mattered most was {first} ({share:.0%})."

    @property
    def caution(self) -> str:
        """What the score of the best does not say."""
        return (
            "The best of many scores on the same validation rows flatters itself; the test rows do "
            "not. Whether it beats the next ones beyond chance, noron compare tells, with seeds."
        )

    def ends(self) -> str:
        """How the trials ended, in words."""
        words = [
            f"{self.count(status)} {sentence}" for status, sentence in ENDS if self.count(status)
        ]
        return f"{len(self.trials)} trials: {', '.join(words)}"

    def table(self, most: int = MOST_SHOWN) -> list[list[str]]:
        """The best trials as rows of words, the header first."""
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
        """Everything as plain data for JSON."""
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
    ("done", "came to their end"),
    ("pruned", "pruned"),
    ("diverged", "diverged"),
    ("failed", "failed"),
)


def pareto(trials: Sequence[RunResult], signs: Sequence[float]) -> list[RunResult]:
    """Those that no other one beats: as good in everything, and better in something."""

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
    """A goal as people read it.

    >>> written("val_accuracy", 0.975), written("parameters", 109386.0)
    ('97.50%', '109,386')
    """
    if math.isnan(value):
        return "-"
    return f"{value:,.0f}" if goal == "parameters" else cell(goal, value)


def plain(trial: RunResult) -> dict[str, Any]:
    """A trial as plain data."""
    return {
        "number": trial.key.number,
        "settings": trial.key.settings,
        "status": trial.status,
        "values": list(trial.key.values),
        **facts_of(trial),
    }
