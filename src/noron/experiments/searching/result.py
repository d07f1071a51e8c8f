"""The result of a search: its trials, the best of them, and which settings were important."""

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from noron.core.text import aligned, spoken
from noron.experiments.comparison.grid import briefly
from noron.experiments.comparison.statistics import Evidence, weigh
from noron.experiments.result import RunResult
from noron.experiments.searching.plan import (
    COSTS,
    SearchPlan,
    facts_of,
    pareto,
    plain,
    score_of,
    size_of,
    written,
)
from noron.experiments.searching.pruning import FEWEST_ENDED
from noron.experiments.spec import RunSpec
from noron.experiments.store.setting_text import in_words

MOST_SHOWN = 10


@dataclass(repr=False)
class SearchResult:
    """The result of a search.

    Attributes:
        plan: the goals and the space.
        base: the recipe that all trials share.
        trials: those that have ended, by number from 0; the `key` of each is its `TrialKey`.
        importances: the share of each setting in what made the best trials good; empty if there
            are too few trials to tell.
        scores: the scores of the base recipe and of the best trial with other seeds, by seed and
            by number of the trial; larger is better.
        folds: with each of those seeds, another of this many parts of the training rows was held
            out; None if it was always the validation rows of the trials.
        test: the metrics of the recommended network on the test rows.
        outcome: the run of the recommended trial with its network; None if the search was
            interrupted.
    """

    plan: SearchPlan
    base: RunSpec
    trials: list[RunResult]
    importances: dict[str, float]
    scores: dict[int, dict[int, float]] = field(default_factory=dict)
    folds: int | None = None
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
    def start(self) -> RunResult | None:
        """Return trial 0, the base recipe; None if it has not ended."""
        return next((trial for trial in self.trials if trial.key.number == 0), None)

    @property
    def overlooked(self) -> list[RunResult]:
        """Return the pruned trials with a better last score than all finished ones, best first."""
        goal, sign = self.plan.goals[0], self.plan.signs()[0]
        best = math.inf if self.best is None else sign * self.best.key.values[0]
        scores = [(sign * score_of(t, goal), t) for t in self.trials if t.status == "pruned"]
        better = [(score, trial) for score, trial in scores if score < best]
        return [trial for _, trial in sorted(better, key=lambda pair: pair[0])]

    @cached_property
    def pairs(self) -> dict[int, tuple[float, float]]:
        """Return by seed the scores of the base recipe and of the best trial; larger is better.

        The seed with which the best was chosen is not among them.
        """
        number = 0 if self.best is None else self.best.key.number
        scores = self.scores.items()
        return {seed: (by[0], by[number]) for seed, by in scores if {0, number} <= set(by)}

    @cached_property
    def evidence(self) -> Evidence:
        """Compare the base recipe, choice 0, with the best trial, choice 1, over the seeds."""
        return weigh(list(zip(*self.pairs.values(), strict=True)), folds=self.folds)

    @property
    def recommended(self) -> RunResult | None:
        """Return the best trial, or the base recipe if that is as good with the other seeds.

        As good means within one standard error: Breiman, Friedman, Olshen and Stone 1984,
        "Classification and regression trees", section 3.4.
        """
        if not self.pairs:
            return self.best
        leads = [best - base for base, best in self.pairs.values()]
        error = float(np.std(leads, ddof=1)) / math.sqrt(len(leads)) if len(leads) > 1 else 0.0
        lead = float(np.mean(leads))  # of a single lead among zeros it is the error, but for bits
        is_as_good = self.evidence.best == 0 or lead <= error or math.isclose(lead, error)
        return self.start if is_as_good else self.best

    @property
    def best_spec(self) -> RunSpec:
        """Return the recommended recipe."""
        trial = self.recommended
        return self.base.but(**({} if trial is None else trial.key.settings))

    @cached_property
    def front(self) -> list[RunResult]:
        """Return the trials that no other beats in every goal, the smallest network first.

        For a search with one goal, the number of parameters is the other one.
        """
        signs = self.plan.signs()
        return sorted(pareto(self.ranked, signs), key=size_of)

    def count(self, status: str) -> int:
        """Return how many trials have this status."""
        return sum(trial.status == status for trial in self.trials)

    # ---- in words

    @property
    def conclusion(self) -> str:
        """Return what was found, and how sure that is, in words."""
        return " ".join(self.sentences())

    def sentences(self) -> list[str]:
        """Return the sentences of the conclusion."""
        best, goals = self.best, self.plan.goals
        if best is None:
            return ["No trial finished."]
        values = zip(goals, best.key.values, strict=True)
        what = ", ".join(f"{spoken(goal)} {written(goal, value)}" for goal, value in values)
        which = f"trial {best.key.number}" + (", the base recipe" if best is self.start else "")
        first = f"The best of {_trials(len(self.trials))} is {which}: {briefly(best.key.settings)}"
        sentences = [f"{first}, with {what}.", *self._beside_the_base(), *self._reservations()]
        if self.importances:
            name, share = next(iter(self.importances.items()))
            sentences.append(f"The most important setting was {name} ({share:.0%}).")
        return sentences

    def _beside_the_base(self) -> list[str]:
        start, goal = self.start, self.plan.goals[0]
        if start is not None and start.status != "done":
            return [f"The base recipe, trial 0, has no score: it {start.status}."]
        if self.best is start or goal in COSTS:
            return []
        if not self.pairs:
            return ["It ran with a single seed: its lead over the base recipe may be chance."]
        base, best = (self._average(choice) for choice in (0, 1))
        seeds = "another seed" if len(self.pairs) == 1 else f"{len(self.pairs)} other seeds"
        seeds += " and held-out rows" if self.folds else ""
        both = f"With {seeds} it has {best}, and the base recipe {base}"
        if self.recommended is start:
            close = (
                "not better by more than one standard error" if self.evidence.best else "no better"
            )
            return [f"{both}: {close}, so the base recipe is recommended."]
        sure = "beyond the chance" if self.evidence.has_winner else "though within the chance"
        return [f"{both}: it is recommended, better {sure} of these."]

    def _average(self, choice: int) -> str:
        goal, sign = self.plan.goals[0], self.plan.signs()[0]
        mean, spread = self.evidence.means[choice], self.evidence.spreads[choice]
        if math.isnan(mean):
            return "no score with each of them"
        reach = "" if math.isnan(spread) else f" (spread {written(goal, float(spread))})"
        return f"{written(goal, -sign * float(mean))}{reach}"

    def _reservations(self) -> list[str]:
        """Say why the search may have missed something."""
        done = self.count("done")
        sentences: list[str] = []
        if done < FEWEST_ENDED:
            sentences.append(
                f"Only {_trials(done)} finished: give more trials or epochs, or more time."
            )
        for trial in self.overlooked[:1]:
            value = written(self.plan.goals[0], score_of(trial, self.plan.goals[0]))
            sentences.append(
                f"Trial {trial.key.number}, pruned after epoch {facts_of(trial)['epochs']}, had "
                f"{value}, better than all that finished: with more time it is trained to its end."
            )
        return sentences

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
        return f"{_trials(len(self.trials))}: {', '.join(words)}"

    def table(self, most: int = MOST_SHOWN) -> list[list[str]]:
        """Return the header and a row of text for each of the best trials."""
        names = list(self.plan.space.axes)
        goals = list(self.plan.goals)
        costs = [name for name in ("parameters", "seconds") if name not in goals]
        rows = [["trial", *map(spoken, goals), *names, *costs]]
        for trial in self.shown(most):
            key, facts = trial.key, facts_of(trial)
            values = [written(goal, v) for goal, v in zip(goals, key.values, strict=True)]
            settings = [in_words(key.settings[n]) if n in key.settings else "" for n in names]
            more = [written(name, float(facts.get(name, math.nan))) for name in costs]
            number = str(key.number) if key.number > 0 else "0 (base)"
            rows.append([number, *values, *settings, *more])
        return rows

    def shown(self, most: int = MOST_SHOWN) -> list[RunResult]:
        """Return the trials of the table: the best ones and the recommended one."""
        shown, recommended = self.ranked[:most], self.recommended
        return shown if recommended is None or recommended in shown else [*shown, recommended]

    def emphasis(self, most: int = MOST_SHOWN) -> int:
        """Return the row of the recommended trial in the table, from 0; -1 if there is none."""
        recommended = self.recommended
        return -1 if recommended is None else self.shown(most).index(recommended)

    def __str__(self) -> str:
        return "\n".join([*aligned(self.table()), "", self.ends(), *self.sentences()])

    # ---- as files

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data for JSON."""
        best, recommended, sign = self.best, self.recommended, self.plan.signs()[0]
        return {
            "plan": self.plan.content(),
            "conclusion": self.conclusion,
            "interrupted": self.interrupted,
            "best": None if best is None else plain(best),
            "recommended": None if recommended is None else plain(recommended),
            "seeds": [
                {"seed": seed, "base": -sign * base, "best": -sign * score}
                for seed, (base, score) in self.pairs.items()
            ],
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


def _trials(number: int) -> str:
    return "1 trial" if number == 1 else f"{number} trials"
