"""The study: what has been tried, and what to try next. Optuna chooses.

Its journal is a file beside the store, a line for each step: what was asked for and told survives
the process. Every trial draws with a seed of its own number, so a search that was interrupted goes
on as it would have.
"""

import json
import math
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import Any, final

import numpy as np
import optuna
from optuna.trial import FrozenTrial, TrialState

from noron.core.metric_rows import Row
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.result import RunResult
from noron.experiments.searching.journal import locked, quiet, storage_in
from noron.experiments.searching.plan import COSTS, SearchPlan, TrialKey, facts_of
from noron.experiments.searching.pruning import FEWEST_ENDED, PruningState, Values

TRIAL_STATES = {
    "done": TrialState.COMPLETE,
    "pruned": TrialState.PRUNED,
    "diverged": TrialState.PRUNED,  # so that the sampler learns to keep away from there
    "failed": TrialState.FAIL,
}


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
            values = list(trial.key.values) if state is TrialState.COMPLETE else None
            facts = {**facts_of(trial), "status": trial.status, "values": values}
            for name, value in facts.items():
                asked.trial.set_user_attr(name, value)
            if asked.is_outside:  # the sampler learns only from points of the space
                state, values = TrialState.FAIL, None
            self._study.tell(asked.number, values, state=state)

    def ended(self) -> list[RunResult]:
        """Every trial that has ended, by its number."""
        trials = self._study.get_trials(deepcopy=False)
        return [self._remembered(trial) for trial in trials if trial.state.is_finished()]

    def reports(self, number: int) -> tuple[list[Values], list[Values]]:
        """What the trials other than that one have reported; the same of those with an end."""
        trials = self._study.get_trials(deepcopy=False)
        others = [t.intermediate_values for t in trials if t.number != number]
        return others, [t.intermediate_values for t in trials if t.state is TrialState.COMPLETE]

    def spares(self, number: int) -> bool:
        """Whether that trial goes on, however bad it is: the base recipe, and the first few."""
        complete = self._study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,))
        return number == 0 or len(complete) < FEWEST_ENDED

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

    def fix(self, name: str, value: Any) -> None:
        """Draw that value for that name from now on."""
        with warnings.catch_warnings():  # that the class is experimental
            warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
            self._study.sampler = optuna.samplers.PartialFixedSampler(
                {name: value}, self._sampler(0)
            )

    def _sampler(self, *place: int) -> Any:
        seed = int(np.random.SeedSequence((self.plan.seed, *place)).generate_state(1)[0])
        if self.plan.sampler == "random" or place[0] == 0:
            return optuna.samplers.RandomSampler(seed=seed)
        if self.plan.sampler == "nsga2":
            return optuna.samplers.NSGAIISampler(seed=seed)
        return optuna.samplers.TPESampler(seed=seed, multivariate=True)

    def _remembered(self, trial: FrozenTrial) -> RunResult:
        facts = dict(trial.user_attrs)
        status, settings = facts.pop("status", "failed"), facts.pop("settings", {})
        reason, seconds = facts.pop("reason", ""), facts.pop("seconds", math.nan)
        run = facts.pop("run", None)
        values = tuple(facts.pop("values", None) or ())
        key = TrialKey(trial.number, settings, values, facts)
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
        self.is_outside = False
        """Whether it is the base recipe and has settings that the space does not hold."""
        self.number = int(trial.number)
        try:
            self.settings = study.plan.space.draw(_Suggested(study, trial), study.plan.base)
        except LookupError:
            self.is_outside = True
        if self.number == 0:
            self.settings = study.plan.start
        trial.set_user_attr("settings", self.settings)

    @property
    def key(self) -> TrialKey:
        """What is known of it before it has run."""
        return TrialKey(self.number, self.settings, (), {"parameters": self.parameters})

    def pruning_hook(self, epochs: int) -> PruningHook | None:
        """Who gives it up, if it will not become a good one; None where nobody does."""
        plan = self.study.plan
        at = plan.pruner.epochs(epochs)
        if not at or len(plan.goals) > 1 or plan.goals[0] in COSTS:
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
            return self.trial.number == 0
        with self.study.turn:
            self.trial.report(value, int(row["epoch"]))
            falls_behind = self.trial.should_prune()  # asked of all: Optuna notes who came so far
            return not falls_behind or self.study.spares(self.trial.number)

    def __reduce__(self) -> tuple[Any, ...]:
        plan, sign, number = self.study.plan, self.study.plan.signs()[0], self.trial.number
        epochs = self.epochs if number > 0 else ()
        others, ended = self.study.reports(number)
        judged = () if self.study.spares(number) else epochs
        bars = plan.pruner.bars(judged, others, ended, sign)
        return PruningState, (plan.goals[0], sign, epochs, bars, plan.pruner.takes_best)


@final
class _Suggested:
    """Draws through an Optuna trial, each time with a seed of its own: a process may be killed
    after some of the draws, and the next one has only to draw the others.

    Trial 0 draws what the base recipe has. Raises LookupError where the space does not hold it.
    """

    def __init__(self, study: Study, trial: Any) -> None:
        self.study, self.trial, self.drawn = study, trial, 0
        widths = study.plan.start.get("hidden", ())
        self.start = {**study.plan.start, "hidden.layers": len(widths)}
        self.start |= {f"hidden.width{i + 1}": width for i, width in enumerate(widths)}

    def number(self, name: str, low: float, high: float, *, log: bool) -> float:
        """A number of the range."""
        return float(self._seeded(name, low, high).suggest_float(name, low, high, log=log))

    def whole(self, name: str, low: int, high: int, *, log: bool) -> int:
        """A whole number of the range."""
        return int(self._seeded(name, low, high).suggest_int(name, low, high, log=log))

    def choice(self, name: str, values: Sequence[Any]) -> Any:
        """One of the values, which Optuna knows as JSON."""
        texts = [json.dumps(value, sort_keys=True) for value in values]
        return json.loads(self._seeded(name, texts=texts).suggest_categorical(name, texts))

    def _seeded(
        self, name: str, low: float = 0.0, high: float = 0.0, texts: Sequence[str] = ()
    ) -> Any:
        self.drawn += 1
        self.study.seed(int(self.trial.number), self.drawn)
        if self.trial.number == 0:
            value = self.start[name]
            if texts:
                value = json.dumps(value, sort_keys=True)
                is_inside = value in texts
            else:
                is_inside = isinstance(value, int | float) and low <= value <= high
            if not is_inside:
                raise LookupError(name)
            self.study.fix(name, value)
        return self.trial
