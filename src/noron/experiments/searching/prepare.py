"""Before a search: everything is checked, and what it will cost is told."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.errors import NoronError, SettingError, check_choice
from noron.experiments.comparison.grid import briefly
from noron.experiments.comparison.run import check_metric
from noron.experiments.estimate import bytes_of, seconds_each
from noron.experiments.run import Sources, check, resolved
from noron.experiments.searching.plan import COSTS, SAMPLERS, SearchPlan
from noron.experiments.searching.pruning import FEWEST_ENDED, Pruner
from noron.experiments.searching.space import Settings, Space
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData
from noron.model.neural_network import NeuralNetwork
from noron.training.metrics import recorded_names

EXAMPLES = 8
"""Points by chance, from which time and memory are told before the start."""

FEW_ROWS = 1000
"""Validation rows that are so few may favour a recipe by chance: other seeds get other rows."""

LATER = ("kind", "stop")
"""Settings that older searches do not have: left out where None, so that those are continued."""


@final
@dataclass(frozen=True)
class Prepared:
    """A search that has been checked: its plan, its rows, and some points by chance."""

    plan: SearchPlan
    base: RunSpec
    sources: Sources
    rows: RunData
    examples: tuple[RunSpec, ...]
    nets: tuple[NeuralNetwork, ...]

    @staticmethod
    def of(
        spec: RunSpec,
        space: Mapping[str, Any],
        *,
        goals: Sequence[str] = (),
        sampler: str = "tpe",
        pruner: str = "halving",
    ) -> "Prepared":
        """Raises SettingError and DataError."""
        sources = Sources()
        rows = sources.rows_of(spec)
        base = spec.but(data_hash=rows.data_hash, split_seed=spec.splitting_seed)
        result = Space.of(space, base)
        check_choice("sampler", sampler, SAMPLERS)
        usual = check_metric(None, rows)
        known = [*rows_metrics(rows), *COSTS]
        wanted = tuple(check_choice("goal", goal, known) for goal in goals)
        wanted = wanted or (usual,)
        if len(set(wanted)) < len(wanted):
            raise SettingError(f"goals are {', '.join(wanted)}: give each of them once")
        unsaid = {name for name in LATER if getattr(base, name) is None}
        shared = base.model_dump(mode="json", exclude=unsaid)
        steps = math.ceil(len(rows.train[1]) / base.batch_size)
        rule = Pruner.named(pruner, base.most_epochs, steps)
        settled = resolved(base, rows).content()
        start = {name: settled[name] for name in result.axes if name in settled}
        plan = SearchPlan(shared, result, wanted, sampler, rule, base.seed, start)
        examples, nets = _examples(plan, base, rows)
        return Prepared(plan, base, sources, rows, examples, nets)

    def spec(self, settings: Settings) -> RunSpec:
        """The recipe of a trial. Raises SettingError where the settings do not go together."""
        return self.base.but(**settings)

    @property
    def folds(self) -> int | None:
        """Into how many parts the training rows are cut, each other seed to hold out another one.

        None where all seeds hold out the same rows.
        """
        held_out = self.rows.validation
        if held_out is None or self.base.folds is not None or len(held_out[1]) >= FEW_ROWS:
            return None
        return max(2, round(1 / self.base.validation))

    def with_seed(self, settings: Settings, number: int) -> RunSpec:
        """The recipe of a trial with the other seed of that number, from 1."""
        held_out: Settings = {"seed": self.base.seed + number}
        if self.folds is not None:
            held_out |= {"folds": self.folds, "fold": (number - 1) % self.folds + 1}
        return self.spec(settings).but(**held_out)

    def seconds(self, trials: int, seeds: int, at_a_time: int) -> tuple[float, float]:
        """How long it will take if as many are pruned as the rule means to, and if none is."""
        each = seconds_each(self.examples, self.sources) / at_a_time
        whole = min(trials, FEWEST_ENDED)
        share = self.plan.pruner.share(self.base.most_epochs or 1)
        more = 2 * seeds
        return each * (whole + (trials - whole) * share + more), each * (trials + more)

    def memory(self, at_a_time: int) -> int:
        """Bytes of the rows and of what is trained at a time."""
        return bytes_of(self.rows, self.nets, at_a_time)


def rows_metrics(rows: RunData) -> tuple[str, ...]:
    """The metrics that a trial can be judged by."""
    return tuple(name for name in recorded_names(rows.task.loss) if name.startswith("val_"))


def _examples(
    plan: SearchPlan, base: RunSpec, rows: RunData
) -> tuple[tuple[RunSpec, ...], tuple[NeuralNetwork, ...]]:
    """Some points by chance that can be trained. Raises what the last one raised if none can."""
    specs: list[RunSpec] = []
    nets: list[NeuralNetwork] = []
    refused: NoronError | None = None
    chance = _Chance(np.random.default_rng(plan.seed))
    for _ in range(EXAMPLES):
        settings = plan.space.draw(chance, plan.base)
        try:
            spec = base.but(**settings)
            nets.append(check(spec, rows))
            specs.append(spec)
        except NoronError as error:
            refused = SettingError(f"{briefly(settings)}: {error}")
    if refused is not None and not specs:
        raise refused
    return tuple(specs), tuple(nets)


@final
class _Chance:
    """Draws evenly, without a study."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def number(self, name: str, low: float, high: float, *, log: bool) -> float:
        """A number of the range."""
        if log:
            return float(math.exp(self.rng.uniform(math.log(low), math.log(high))))
        return float(self.rng.uniform(low, high))

    def whole(self, name: str, low: int, high: int, *, log: bool) -> int:
        """A whole number of the range."""
        return min(max(round(self.number(name, low, high, log=log)), low), high)

    def choice(self, name: str, values: Sequence[Any]) -> Any:
        """One of the values."""
        return values[int(self.rng.integers(len(values)))]
