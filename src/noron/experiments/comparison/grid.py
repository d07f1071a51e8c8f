"""Axes of settings, and every combination of their values as a recipe."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from noron.core.errors import SettingError, check_integer, shown, unknown_name
from noron.experiments.datasets import TOY_SETTINGS
from noron.experiments.spec import RunSpec
from noron.experiments.store.setting_text import in_words

MOST_RUNS = 100_000

BRIEFLY = {
    "hidden": "{}",
    "activation": "{}",
    "optimizer": "{}",
    "learning_rate": "rate {}",
    "batch_size": "batch {}",
}
"""How a setting is written in the name of a choice, where its own name is not needed."""

SHARED = (
    *("data", *TOY_SETTINGS, "target", "drop", "kind", "encoding"),
    *("rows", "validation", "data_hash", "seed", "split_seed"),
)
"""What makes other data or other chances, not another choice: all runs share it."""

NO_AXIS = (*SHARED, "format", "fold", "folds")


class Place(NamedTuple):
    """Where a run stands in the grid: its choice, and which of the seeds or folds."""

    choice: int
    repeat: int


@dataclass(frozen=True)
class Choice:
    """One combination: its settings on the axes, and its name."""

    settings: dict[str, Any]
    name: str


@dataclass(frozen=True)
class Grid:
    """The choices, and the seeds or folds with which each of them is run.

    Attributes:
        base: the settings that all share.
        axes: the values of each axis, as recipes have them.
        repeats: what tells the runs of a choice apart: {"seed": 1}, or {"fold": 2, "folds": 5}.
    """

    base: RunSpec
    axes: dict[str, tuple[Any, ...]]
    choices: tuple[Choice, ...]
    repeats: tuple[dict[str, int], ...]

    @staticmethod
    def of(
        base: RunSpec,
        axes: Mapping[str, Sequence[Any]],
        seeds: int | Sequence[int],
        folds: int | None,
    ) -> "Grid":
        """The grid. Raises SettingError for axes that are none, and recipes that are not legal."""
        kept = {name: _values(base, name, values) for name, values in axes.items()}
        count = 1
        for values in kept.values():
            count *= len(values)
        repeats = _repeats(base, seeds, folds)
        if count * len(repeats) > MOST_RUNS:
            raise SettingError(
                f"these values make {count * len(repeats):,} runs: give fewer, for at most "
                f"{MOST_RUNS:,} runs, or use noron search"
            )
        several = {name: values for name, values in kept.items() if len(values) > 1}
        single = {name: values[0] for name, values in kept.items() if name not in several}
        points = [dict(zip(several, p, strict=True)) for p in itertools.product(*several.values())]
        choices = tuple(Choice(point, _name(point, several)) for point in points)
        base = base.but(**single)
        return Grid(base, several, choices, repeats)

    def __len__(self) -> int:
        return len(self.choices) * len(self.repeats)

    @property
    def base_folds(self) -> int | None:
        """In how many folds it is cross-validated, if it is."""
        return self.repeats[0].get("folds")

    def spec(self, choice: int, repeat: int) -> RunSpec:
        """The recipe of one run: all of them hold out the same rows, or the same folds."""
        shared = {"split_seed": self.base.splitting_seed}
        return self.base.but(**shared | self.repeats[repeat] | self.choices[choice].settings)

    def places(self) -> Iterator[Place]:
        """The place of each run: every choice once, before any a second time."""
        for repeat in range(len(self.repeats)):
            for choice in range(len(self.choices)):
                yield Place(choice, repeat)

    def plan(self) -> dict[str, Any]:
        """What makes this comparison the same one when it is asked for again."""
        return {
            "base": self.base.content(),
            "axes": {name: list(values) for name, values in self.axes.items()},
            "repeats": list(self.repeats),
        }


def _values(base: RunSpec, name: str, values: Sequence[Any]) -> tuple[Any, ...]:
    """The values of an axis as a recipe has them, each once."""
    known = [field for field in RunSpec.model_fields if field not in NO_AXIS]
    if name not in known:
        raise unknown_name("setting to compare", name, known)
    if isinstance(values, str | Mapping) or not isinstance(values, Sequence) or not values:
        raise SettingError(f"{name} is {shown(values)}: give a list of values to compare")
    result = [base.but(**{name: value}).content().get(name) for value in values]
    once = {repr(value): value for value in result}
    return tuple(once.values())


def _repeats(
    base: RunSpec, seeds: int | Sequence[int], folds: int | None
) -> tuple[dict[str, int], ...]:
    several = not isinstance(seeds, int)
    if several:
        numbers = [check_integer("seeds", seed, at_least=0) for seed in seeds]
    else:
        numbers = [base.seed + i for i in range(check_integer("seeds", seeds, at_most=10_000))]
    if not numbers or len(set(numbers)) < len(numbers):
        raise SettingError(f"seeds is {shown(seeds)}: give a number of seeds, or each seed once")
    if folds is None:
        return tuple({"seed": seed} for seed in numbers)
    check_integer("folds", folds, at_least=2, at_most=1000)
    if len(numbers) > 1:
        raise SettingError("seeds and folds are both given: give one of them")
    return tuple({"seed": numbers[0], "fold": i + 1, "folds": folds} for i in range(folds))


def _name(point: Mapping[str, Any], several: Mapping[str, Any]) -> str:
    """`128,64 rate 0.1 tanh`; with a single axis its name stands in front."""
    if not point:
        return "the recipe"
    words = {name: in_words(value) for name, value in point.items()}
    if len(several) == 1:
        return " ".join(f"{name} {word}" for name, word in words.items())
    return briefly(point)


def briefly(settings: Mapping[str, Any]) -> str:
    """Settings in a few words.

    >>> briefly({"hidden": [64, 32], "learning_rate": 0.1, "dropout": 0.2})
    '64,32 rate 0.1 dropout 0.2'
    """
    words = ((BRIEFLY.get(name, f"{name} {{}}"), in_words(settings[name])) for name in settings)
    return " ".join(pattern.format(word) for pattern, word in words)
