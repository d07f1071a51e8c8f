"""The space of a search: which settings of a recipe may take which values.

    learning_rate = { from = 0.001, to = 1.0, log = true }
    optimizer = ["sgd", "momentum", "adam"]
    l2 = { from = 1e-6, to = 1e-3, log = true, when = { dropout = 0.0 } }

    [hidden]
    layers = { from = 1, to = 3 }
    width = { from = 16, to = 256, log = true }

A list holds choices, `from` and `to` a range (of whole numbers, if both are), `when` the settings
under which one is looked for at all; else it is as the recipe has it. Of `hidden`, each layer that
there is has a width of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol, final

from noron.core.errors import SettingError, shown, unknown_name
from noron.experiments.comparison.grid import NO_AXIS
from noron.experiments.spec import RunSpec

MOST_LAYERS = 20

DIGITS = 4
"""Of a number that is drawn: more only make recipes hard to read."""

DEFAULT: dict[str, Any] = {
    "learning_rate": {"from": 0.001, "to": 1.0, "log": True},
    "optimizer": ["sgd", "momentum", "adam"],
    "hidden": {
        "layers": {"from": 1, "to": 3},
        "width": {"from": 16, "to": 256, "log": True},
    },
    "activation": ["relu", "tanh", "gelu"],
    "batch_size": [32, 64, 128],
    "dropout": {"from": 0.0, "to": 0.5},
}
"""Where nobody says what to look for."""

Settings = dict[str, Any]
"""Some settings of a recipe, as it has them."""


class Draw(Protocol):
    """Whoever chooses: a value for each name, the same one if it is asked for again."""

    def number(self, name: str, low: float, high: float, *, log: bool) -> float:
        """A number of the range, both ends included."""

    def whole(self, name: str, low: int, high: int, *, log: bool) -> int:
        """A whole number of the range, both ends included."""

    def choice(self, name: str, values: Sequence[Any]) -> Any:
        """One of the values."""


@final
@dataclass(frozen=True)
class Categories:
    """One of several values."""

    values: tuple[Any, ...]

    def draw(self, name: str, by: Draw) -> Any:
        """One of them."""
        return by.choice(name, self.values)

    def examples(self) -> Iterator[Any]:
        """Values that must be legal if all are to be."""
        yield from self.values


@final
@dataclass(frozen=True)
class Range:
    """The numbers from `low` to `high`; evenly by their logarithm if `log`."""

    low: float
    high: float
    log: bool = False
    whole: bool = False

    def draw(self, name: str, by: Draw) -> float:
        """One of them."""
        if self.whole:
            return by.whole(name, int(self.low), int(self.high), log=self.log)
        drawn = by.number(name, self.low, self.high, log=self.log)
        return min(max(float(f"{drawn:.{DIGITS}g}"), self.low), self.high)

    def examples(self) -> Iterator[Any]:
        """Both ends."""
        yield from (self.low, self.high)


@final
@dataclass(frozen=True)
class Depth:
    """So many hidden layers, and a width for each."""

    layers: Categories | Range
    width: Categories | Range

    def draw(self, name: str, by: Draw) -> list[int]:
        """The widths."""
        depth = int(self.layers.draw(f"{name}.layers", by))
        return [int(self.width.draw(f"{name}.width{i + 1}", by)) for i in range(depth)]

    def examples(self) -> Iterator[Any]:
        """Each width in the fewest and the most layers."""
        for depth in self.layers.examples():
            for width in self.width.examples():
                yield [width] * int(depth)


@final
@dataclass(frozen=True)
class Axis:
    """A setting, its values, and the values of other settings that ask for it."""

    values: Categories | Range | Depth
    when: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def is_asked_for(self, settings: Mapping[str, Any]) -> bool:
        """Whether it is looked for where the others are so."""
        return all(settings.get(name) in values for name, values in self.when.items())


@final
@dataclass(frozen=True)
class Space:
    """The axes, those first on which others depend."""

    axes: dict[str, Axis]

    @staticmethod
    def of(given: Mapping[str, Any], base: RunSpec) -> "Space":
        """The space around a recipe. Raises SettingError for what is no space, or not legal."""
        if not isinstance(given, Mapping) or not given:
            raise SettingError(
                f"the space is {shown(given)}: give settings with their values, such as "
                "learning_rate = { from = 0.001, to = 1.0, log = true }"
            )
        known = [name for name in RunSpec.model_fields if name not in NO_AXIS]
        axes = {name: _axis(name, value, known) for name, value in given.items()}
        legal = {name: _legal(name, axis, base) for name, axis in axes.items()}
        return Space(dict(_in_order(legal, base)))

    def content(self) -> Settings:
        """The space as plain data."""
        return {name: asdict(axis) for name, axis in self.axes.items()}

    def draw(self, by: Draw, base: Mapping[str, Any]) -> Settings:
        """A point of it; `base` are the settings that hold where nothing is drawn."""
        result: Settings = {}
        for name, axis in self.axes.items():
            if axis.is_asked_for({**base, **result}):
                result[name] = axis.values.draw(name, by)
        return result


def _axis(name: str, given: Any, known: Sequence[str]) -> Axis:
    if name not in known:
        raise unknown_name("setting", name, known)
    if isinstance(given, Mapping) and "layers" in given:
        keys = _only(name, given, ("layers", "width", "when"))
        if name != "hidden" or "width" not in keys:
            raise SettingError(f"{name} is {shown(given)}: only hidden has layers, with a width")
        layers = _values(f"{name}.layers", keys["layers"], whole=True)
        if not all(0 <= depth <= MOST_LAYERS for depth in layers.examples()):
            raise SettingError(f"{name}.layers goes beyond 0 to {MOST_LAYERS}: give fewer layers")
        width = _values(f"{name}.width", keys["width"], whole=True)
        return Axis(Depth(layers, width), _when(name, keys.get("when")))
    if isinstance(given, Mapping):
        when = _when(name, given.get("when"))
        rest = {key: value for key, value in given.items() if key != "when"}
        return Axis(_values(name, rest.get("values", rest)), when)
    return Axis(_values(name, given))


def _legal(name: str, axis: Axis, base: RunSpec) -> Axis:
    """The same with values as recipes have them. Raises SettingError where one is not legal."""

    def plain(setting: str, value: Any) -> Any:
        return base.but(**{setting: value}).content().get(setting)

    values = [plain(name, value) for value in axis.values.examples()]
    when = {
        other: tuple(plain(other, value) for value in values) for other, values in axis.when.items()
    }
    return Axis(
        Categories(tuple(values)) if isinstance(axis.values, Categories) else axis.values, when
    )


def _values(name: str, given: Any, *, whole: bool = False) -> Categories | Range:
    if isinstance(given, list | tuple):
        once = {repr(value): value for value in given}
        if not once:
            raise SettingError(f"{name} has no values: give at least one")
        result: Categories | Range = Categories(tuple(once.values()))
    elif isinstance(given, Mapping):
        result = _range(name, given)
    else:
        raise SettingError(
            f"{name} is {shown(given)}: give a list of values, or {{ from = ..., to = ... }}"
        )
    if whole and not all(isinstance(value, int) for value in result.examples()):
        raise SettingError(f"{name} is {shown(given)}: give whole numbers")
    return result


def _range(name: str, given: Mapping[str, Any]) -> Range:
    keys = _only(name, given, ("from", "to", "log"))
    ends = [keys.get("from"), keys.get("to")]
    numbers = [end for end in ends if isinstance(end, int | float) and not isinstance(end, bool)]
    log = keys.get("log", False)
    if len(numbers) < 2 or not numbers[0] < numbers[1] < float("inf"):
        raise SettingError(f"{name} is {shown(given)}: give numbers, from the lower to the higher")
    if not isinstance(log, bool) or (log and numbers[0] <= 0):
        raise SettingError(f"{name} is {shown(given)}: log is true or false, and needs from > 0")
    return Range(*numbers, log=log, whole=all(isinstance(end, int) for end in numbers))


def _when(name: str, given: Any) -> dict[str, tuple[Any, ...]]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise SettingError(
            f"the when of {name} is {shown(given)}: give settings, such as "
            '{ optimizer = ["adam", "adamw"] }'
        )
    for other in given:
        if other == name or other not in RunSpec.model_fields:
            others = [known for known in RunSpec.model_fields if known != name]
            raise unknown_name(f"setting that {name} may depend on", other, others)
    return {
        other: tuple(values) if isinstance(values, list | tuple) else (values,)
        for other, values in given.items()
    }


def _only(name: str, given: Mapping[str, Any], known: Sequence[str]) -> Mapping[str, Any]:
    for key in given:
        if key not in known:
            raise unknown_name(f"key of {name}", key, known)
    return given


def _in_order(axes: Mapping[str, Axis], base: RunSpec) -> Iterator[tuple[str, Axis]]:
    """Each behind those that it depends on, and those with values that may come about."""
    left, content = dict(axes), base.model_dump(mode="json")
    while left:
        free = [n for n, axis in left.items() if not any(other in left for other in axis.when)]
        if not free:
            raise SettingError(f"{' and '.join(left)} depend on each other: remove one when")
        for name in free:
            _check_when(name, left[name], axes, content)
            yield name, left.pop(name)


def _check_when(name: str, axis: Axis, axes: Mapping[str, Axis], base: Mapping[str, Any]) -> None:
    for other, values in axis.when.items():
        there = axes[other].values if other in axes else Categories((base[other],))
        if isinstance(there, Categories) and not any(value in there.values for value in values):
            raise SettingError(
                f"{name} is searched when {other} is {shown(values[0])}, which it never is: "
                f"{other} is one of {', '.join(map(str, there.values))}"
            )
