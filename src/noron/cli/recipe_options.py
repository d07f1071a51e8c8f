"""One option for each setting of a recipe; options override the environment and the file."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from cyclopts import App, Group, Parameter
from cyclopts.config import Env

from noron.cli import options as o
from noron.cli.other_words import are_widths
from noron.core.errors import SettingError, shown
from noron.experiments.recipe_file import is_recipe, read_settings
from noron.experiments.settings import FamilySetting
from noron.experiments.spec import RunSpec
from noron.experiments.store.setting_text import as_setting

RecipeFile = Annotated[
    str | None,
    Parameter(
        help="a recipe (.toml or .json), whose settings the options override; or the data: "
        "a file, mnist or a toy data set"
    ),
]
Set = Annotated[
    tuple[str, ...],
    Parameter(
        name="--set",
        negative="",
        metavar="NAME=VALUE",
        help="set any setting of the recipe, as --set optimizer=adam",
    ),
]

NO_OPTION = ("format",)
SEVERAL: dict[str, Any] = {"drop": o.Drop, "kind": o.Kind}
"""Settings that are lists of columns: all that are given count."""

FLAGS = ("batch_norm", "standardize")

GROUPS = {"data": o.DATA, "hidden": o.NETWORK, "loss": o.TRAINING}
"""The groups of the help, each by the first of its settings in `RunSpec`."""

ALIASES = {"learning_rate": ("--lr",), "batch_size": ("--batch",)}
"""More names of an option: those that many people try first."""

VALUES = {"data": "FILE|NAME", "target": "COLUMN", "data_hash": "SHA256"}
"""What a value is called in the help where its type does not say enough."""

TYPES = {
    int: "INT",
    float: "FLOAT",
    str: "NAME",
    tuple[int, ...]: "INT,INT,...",
    dict[str, Any]: "NAME",
    tuple[FamilySetting, ...]: "NAME|LIST",
}

EXAMPLES = """

A NAME with settings of its own stands in braces, a LIST in brackets, and both in quotes:
--schedule "{name='step', every=5, factor=0.5}"
--optimizer "{name='ema', optimizer='adam'}" (ema, clip_norm and clip_value wrap another one)
--regularizers "[{name='l1', strength=1e-4}, {name='max_norm', limit=2}]"
--augment "{name='deform', rotation=10}" (noron info names all settings)
--stop "{name='early_stopping', patience=5}"
--layers "[{name='dense', units=32}, 'relu', {name='dense', units=10}]"
"""


def add_command(app: App, command: Callable[..., int], *, several: bool = False) -> None:
    """Register a command that takes every setting of a recipe as an option.

    The environment sets them too, as in NORON_EPOCHS=5. With `several`, an option may be given
    several times, and its value is a tuple of texts.
    """
    signature = inspect.signature(command)
    own = [p for p in signature.parameters.values() if p.kind is not p.VAR_KEYWORD]
    options: list[inspect.Parameter] = []
    group = o.DATA
    for name in RunSpec.model_fields:
        group = GROUPS.get(name, group)
        if name not in (*NO_OPTION, *signature.parameters):
            default, annotation = _option(name, several, group)
            options.append(
                inspect.Parameter(
                    name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
                )
            )
    vars(command)["__signature__"] = signature.replace(parameters=[*own, *options])
    name = command.__name__.replace("_", "-")
    app.command(
        command,
        name=name,
        help_epilogue=o.known_names("activation", "optimizer", "loss", "schedule") + EXAMPLES,
    )
    app[name].config = (Env("NORON_", command=False, show=False),)


def _option(name: str, several: bool, group: Group) -> tuple[Any, Any]:
    """Return the default and the annotation of one option."""
    if name in SEVERAL:
        return (), SEVERAL[name]
    field = RunSpec.model_fields[name]
    default = as_setting(field.default)[0] if field.default is not None else ""
    shows = f" [default: {default}]" if default and name not in FLAGS else ""
    parameter = Parameter(
        name=(f"--{name.replace('_', '-')}", *ALIASES.get(name, ())),
        help=f"{field.description}{shows}",
        show_default=False,
        metavar=VALUES.get(name) or _value(get_type_hints(RunSpec)[name]),
        group=group,
    )
    if several:
        return (), Annotated[tuple[str, ...], parameter, Parameter(negative="")]
    return None, Annotated[bool | None if name in FLAGS else str | None, parameter]


def _value(hint: Any) -> str:
    """Return what the help calls a value of this type.

    >>> _value(int | None), _value(float | Literal["auto"] | None)
    ('INT', 'FLOAT|auto')
    """
    if hint in TYPES:
        return TYPES[hint]
    if get_origin(hint) is Literal:
        return "|".join(get_args(hint))
    parts = [part for part in get_args(hint) if part is not type(None)]
    return "|".join(dict.fromkeys(map(_value, parts)))


def spec_of(recipe: str | None, pairs: Iterable[str], settings: Mapping[str, Any]) -> RunSpec:
    """Return the recipe of a run: the file, then the environment, the options, `--set`.

    Each overrides the ones before it. Raises SettingError.
    """
    stored = settings_in(recipe, settings.get("data"))
    given = {name: value for name, value in settings.items() if value not in (None, ())}
    if given.get("engine") == "":  # NORON_ENGINE= asks for none
        del given["engine"]
    return RunSpec(**(stored | given | _only_one(of_pairs(pairs))))


def settings_in(recipe: str | None, data: Any = None) -> dict[str, Any]:
    """Return the settings in a recipe's file; anything that is no recipe is the data to train on.

    Raises SettingError for a setting that does not exist, and if `data` names other data.
    """
    if recipe is None:
        return {}
    if are_widths([recipe]):
        raise SettingError(
            f"{shown(recipe)} is no recipe and no data: write widths with commas, as --hidden 64,32"
        )
    if not is_recipe(recipe):
        if data not in (None, (), recipe, (recipe,)):
            raise SettingError(
                f"data is given twice, {shown(recipe)} and {shown(_one(data))} (--data or "
                "NORON_DATA): leave one out; a recipe ends in .toml or .json"
            )
        return {"data": recipe}
    settings = read_settings(recipe)
    try:
        RunSpec.check_keys(settings)
    except SettingError as error:
        raise SettingError(f"{recipe}: {error}") from None
    return settings


def _one(given: Any) -> Any:
    return given[0] if isinstance(given, tuple | list) and len(given) == 1 else given


def of_pairs(pairs: Iterable[str]) -> dict[str, list[str]]:
    """Split `learning_rate=0.01` into a name and a value; a name may come several times."""
    result: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not (equals and name.strip()):
            raise SettingError(f"set is {shown(pair)}: write --set learning_rate=0.01")
        result.setdefault(name.strip().replace("-", "_"), []).append(value.strip())
    return result


def _only_one(result: Mapping[str, list[str]]) -> dict[str, str]:
    for name, values in result.items():
        if len(values) > 1:
            raise SettingError(f"set gives {name} {len(values)} times: give it once")
    return {name: values[0] for name, values in result.items()}
