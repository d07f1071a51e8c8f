"""The study: what has been tried, and what to try next. Optuna chooses.

Its journal is a file beside the store, a line for each step: what was asked for and told survives
the process. Every trial draws with a seed of its own number, so a search that was interrupted goes
on as it would have.
"""

import json
import math
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any, final

import numpy as np
import optuna
from optuna.trial import FrozenTrial, TrialState

from noron.core.metric_rows import Row, sign_of
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.result import RunResult
from noron.experiments.searching.journal import locked, quiet, storage_in
from noron.experiments.searching.pruning import Pruner, PruningState, Values
from noron.experiments.searching.space import Settings, Space
from noron.experiments.spec import RunSpec

SAMPLERS = ("tpe", "random", "nsga2")
"""How the next point is chosen: by what went well, by chance, by evolution."""

TRIAL_STATES = {
    "done": TrialState.COMPLETE,
    "pruned": TrialState.PRUNED,
    "diverged": TrialState.PRUNED,  # so that the sampler learns to keep away from there
    "failed": TrialState.FAIL,
}


@dataclass(frozen=True)
class SearchPlan:
    """What makes a search the same one when it is asked for again.

    `goals` are metrics, `parameters` or `seconds`; `base` is what every trial shares.
    """

    base: Settings
    space: Space
    goals: tuple[str, ...]
    sampler: str
    pruner: Pruner
    seed: int

    def content(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "base": self.base,
            "space": self.space.content(),
            "goals": list(self.goals),
            "sampler": self.sampler,
            "pruner": self.pruner.name,
            "seed": self.seed,
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
    """The trial of a result: its number, from 1, and its settings.

    `values` are those of the goals, empty if it has none; `facts` are what the journal remembers
    beside the result: epochs, parameters and metrics.
    """

    number: int
    settings: Settings
    values: tuple[float, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


def facts_of(trial: RunResult) -> dict[str, Any]:
    """All that is told of a trial beside its status, its settings and its values."""
    facts: dict[str, Any] = {"reason": trial.reason, "epochs": len(trial.rows)}
    if trial.run is not None:
        facts["run"] = trial.run
    if not math.isnan(trial.seconds):
        facts["seconds"] = trial.seconds
    return facts | trial.key.facts


@final
class Study:
    """Asks and tells, in this process or where a journal says what others did before.

    Raises SettingError where another process is at the same search.
    """

    def __init__(self, plan: SearchPlan, journal: Path | None) -> None:
        self.plan, self.turn = plan, RLock()
        self._lock = None if journal is None else locked(journal)
        directions = ["minimize" if sign > 0 else "maximize" for sign in plan.signs()]
        with quiet():
            self._study = optuna.create_study(
                storage=None if journal is None else storage_in(journal),
                study_name="search",
                directions=directions,
                pruner=plan.pruner.of_optuna(),
                load_if_exists=True,
            )

    def close(self) -> None:
        """Others may go on with it."""
        if self._lock is not None:
            self._lock.release()

    @property
    def begun(self) -> int:
        """How many trials there are, ended or not."""
        return len(self._study.get_trials(deepcopy=False))

    def is_done(self, trials: int) -> bool:
        """Whether so many have ended, and none is left over."""
        return len(self.ended()) == self.begun >= trials

    def ask(self) -> "SuggestedTrial":
        """A new trial."""
        with self.turn, quiet():
            self.seed(self.begun)
            return SuggestedTrial(self, self._study.ask())

    def unfinished(self) -> Iterator["SuggestedTrial"]:
        """The trials that a process has left behind, which are the same again."""
        for left in self._study.get_trials(deepcopy=False, states=(TrialState.RUNNING,)):
            with self.turn, quiet():
                self.seed(left.number)
                trial = optuna.trial.Trial(self._study, left._trial_id)
                asked = SuggestedTrial(self, trial)
            yield asked

    def tell(self, asked: "SuggestedTrial", trial: RunResult) -> None:
        """What a trial came to, and the rows that it was judged by elsewhere."""
        state = TRIAL_STATES[trial.status]
        with self.turn:
            asked.catch_up(trial.rows)
            for name, value in {**facts_of(trial), "status": trial.status}.items():
                asked.trial.set_user_attr(name, value)
            values = list(trial.key.values) if state is TrialState.COMPLETE else None
            self._study.tell(asked.trial.number, values, state=state)

    def ended(self) -> list[RunResult]:
        """Every trial that has ended, by its number."""
        trials = self._study.get_trials(deepcopy=False)
        return [self._remembered(trial) for trial in trials if trial.state.is_finished()]

    def reports(self, number: int) -> tuple[list[Values], list[Values]]:
        """What the trials other than that one have reported; the same of those with an end."""
        trials = self._study.get_trials(deepcopy=False)
        others = [t.intermediate_values for t in trials if t.number != number]
        return others, [t.intermediate_values for t in trials if t.state is TrialState.COMPLETE]

    def importances(self) -> dict[str, float]:
        """The share of each setting in what made the best trials good; together 1, largest first.

        Empty while there are too few trials to say. PED-ANOVA: Watanabe, Bansal and Hutter 2023.
        """
        done = [t for t in self.ended() if t.status == "done" and math.isfinite(t.key.values[0])]
        if len(done) < FEWEST_FOR_IMPORTANCE:
            return {}
        first = None if len(self.plan.goals) == 1 else self._first_goal
        with warnings.catch_warnings():  # that a target is made small, which this one is
            warnings.simplefilter("ignore", UserWarning)
            result = optuna.importance.get_param_importances(self._study, target=first)
        return {name: value for name, value in result.items() if math.isfinite(value)}

    def _first_goal(self, trial: FrozenTrial) -> float:
        return self.plan.signs()[0] * trial.values[0]

    def seed(self, *place: int) -> None:
        """Draw from now on as it is drawn there: a trial's number, and which of its draws it is."""
        self._study.sampler = self._sampler(*place)

    def _sampler(self, *place: int) -> Any:
        seed = int(np.random.SeedSequence((self.plan.seed, *place)).generate_state(1)[0])
        if self.plan.sampler == "random":
            return optuna.samplers.RandomSampler(seed=seed)
        if self.plan.sampler == "nsga2":
            return optuna.samplers.NSGAIISampler(seed=seed)
        return optuna.samplers.TPESampler(seed=seed, multivariate=True)

    def _remembered(self, trial: FrozenTrial) -> RunResult:
        facts = dict(trial.user_attrs)
        status, settings = facts.pop("status", "failed"), facts.pop("settings", {})
        reason, seconds = facts.pop("reason", ""), facts.pop("seconds", math.nan)
        run = facts.pop("run", None)
        values = tuple(trial.values or ()) if status == "done" else ()
        key = TrialKey(trial.number + 1, settings, values, facts)
        spec = self.plan.asked(settings)
        return RunResult(spec, status, reason, seconds=seconds, run=run, key=key)


FEWEST_FOR_IMPORTANCE = 10


@final
class SuggestedTrial:
    """A trial that is to be run: its settings, and who judges it on the way."""

    def __init__(self, study: Study, trial: Any) -> None:
        self.trial, self.study = trial, study
        self.judged: TrialPruningHook | None = None
        self.parameters = 0
        plan = study.plan
        self.number = int(trial.number) + 1  # Optuna counts from 0
        self.settings = plan.space.draw(_Suggested(study, trial), plan.base)
        trial.set_user_attr("settings", self.settings)

    def pruning_hook(self, epochs: int) -> PruningHook | None:
        """Who gives it up, if it will not become a good one; None where nobody does."""
        plan = self.study.plan
        at = plan.pruner.epochs(epochs)
        if not at or len(plan.goals) > 1:
            return None
        self.judged = TrialPruningHook(self.study, self.trial, at)
        return self.judged

    def catch_up(self, rows: Sequence[Row]) -> None:
        """Report what a snapshot of the judge has seen."""
        if self.judged is not None and not self.judged.is_asked:
            for row in rows:
                if row["epoch"] in self.judged.epochs:
                    self.judged.should_continue(row)


@final
class TrialPruningHook(PruningHook):
    """Reports to the study, and asks it. Sent elsewhere, it is a snapshot of what it would say."""

    def __init__(self, study: Study, trial: Any, epochs: tuple[int, ...]) -> None:
        self.study, self.trial, self.epochs = study, trial, epochs
        self.is_asked = False

    def should_continue(self, row: Row) -> bool:
        """Whether Optuna's pruner lets it."""
        self.is_asked = True
        value = float(row[self.study.plan.goals[0]])
        if math.isnan(value):
            return False
        with self.study.turn:
            self.trial.report(value, int(row["epoch"]))
            return not self.trial.should_prune()

    def __reduce__(self) -> tuple[Any, ...]:
        plan, sign = self.study.plan, self.study.plan.signs()[0]
        others, ended = self.study.reports(self.trial.number)
        bars = plan.pruner.bars(self.epochs, others, ended, sign)
        return PruningState, (plan.goals[0], sign, self.epochs, bars, plan.pruner.takes_best)


@final
class _Suggested:
    """Draws through an Optuna trial, each time with a seed of its own: a process may be killed
    after some of the draws, and the next one has only to draw the others.
    """

    def __init__(self, study: Study, trial: Any) -> None:
        self.study, self.trial, self.drawn = study, trial, 0

    def number(self, name: str, low: float, high: float, *, log: bool) -> float:
        """A number of the range."""
        return float(self._seeded().suggest_float(name, low, high, log=log))

    def whole(self, name: str, low: int, high: int, *, log: bool) -> int:
        """A whole number of the range."""
        return int(self._seeded().suggest_int(name, low, high, log=log))

    def choice(self, name: str, values: Sequence[Any]) -> Any:
        """One of the values, which Optuna knows as JSON."""
        texts = [json.dumps(value, sort_keys=True) for value in values]
        return json.loads(self._seeded().suggest_categorical(name, texts))

    def _seeded(self) -> Any:
        self.drawn += 1
        self.study.seed(int(self.trial.number), self.drawn)
        return self.trial
