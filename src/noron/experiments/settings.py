"""How one setting of a recipe is read: from Python, from TOML and JSON, from an option's text."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from noron.core.errors import (
    SettingError,
    check_choice,
    check_integer,
    check_number,
    shown,
)
from noron.core.registry import Family
from noron.data.readers.dialect import check_encoding
from noron.data.tables import KINDS
from noron.experiments.recipe_file import from_json
from noron.layers.base import MOST_PARAMETERS


def plain(value: Any) -> Any:
    """What a text means where a file would have a table, a list or nothing: `{...}`, `[...]`, none.

    >>> plain('{name = "adam", beta1 = 0.8}'), plain("[64, 32]"), plain("none"), plain("relu")
    ({'name': 'adam', 'beta1': 0.8}, [64, 32], None, 'relu')

    Raises SettingError for brackets that hold neither TOML nor JSON.
    """
    if isinstance(value, Family):
        return value.settings()
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.lower() == "none":
        return None
    if not text.startswith(("{", "[")):
        return value
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        pass
    try:
        return from_json(text)
    except (ValueError, RecursionError):
        raise SettingError(
            f'{shown(value)} is neither TOML nor JSON: write {{name = "adam", beta1 = 0.8}} for '
            "settings, [64, 32] for a list"
        ) from None


def _read(text: Any, kind: type[int] | type[float]) -> Any:
    """A text as the number that it writes; all else as it is, for the check to refuse."""
    try:
        return kind(text) if isinstance(text, str) else text
    except ValueError:
        return text


def _whole(name: str, at_least: int = 1) -> BeforeValidator:
    return BeforeValidator(lambda value: check_integer(name, _read(value, int), at_least=at_least))


def _real(name: str, **limits: Any) -> BeforeValidator:
    return BeforeValidator(lambda value: check_number(name, _read(value, float), **limits))


def _flag(value: Any) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    given = known.get(value.lower(), value) if isinstance(value, str) else value
    if not isinstance(given, bool):
        raise SettingError(f"{shown(value)} is neither true nor false: give one of them")
    return given


def _words(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise SettingError(f"{shown(value)} is not a name: give one in quotes")
    return value


def widths(given: Any, name: str = "hidden") -> tuple[int, ...]:
    """`128,64`, 128 or [128, 64] as widths; SettingError for anything else.

    >>> widths("128,64"), widths(""), widths(32), widths([8, 8])
    ((128, 64), (), (32,), (8, 8))
    """
    if isinstance(given, str):
        parts = [part.strip() for part in given.split(",")] if given.strip() else []
        if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
            raise SettingError(f"{name} is {shown(given)}: give widths with commas, such as 128,64")
        given = [int(part) for part in parts]
    if isinstance(given, int):
        given = [given]
    if not isinstance(given, Sequence):
        raise SettingError(f"{name} is {shown(given)}: give widths, such as [128, 64]")
    return tuple(check_integer(name, width, at_most=MOST_PARAMETERS) for width in given)


def _named(value: Any) -> Any:
    """A name, or settings with a name; the name where there is nothing else."""
    named = value.get("name") if isinstance(value, Mapping) else value
    if isinstance(named, str):
        return dict(value) if isinstance(value, Mapping) and len(value) > 1 else named
    raise SettingError(
        f'{shown(value)} has no name: give one, such as "relu" or "adam", or settings with one, '
        '{name = "dense", units = 32}'
    )


def _several(value: Any) -> tuple[Any, ...]:
    """One member or several, each a name or settings with a name."""
    listed = [value] if isinstance(value, str | Mapping) else value
    if not isinstance(listed, Sequence):
        raise SettingError(f"{shown(value)} is not a list: give names or settings in brackets")
    return tuple(_named(plain(one)) for one in listed)


def _layers(value: Any) -> tuple[Any, ...]:
    """Return the layers, each a name or settings with a name; widths are none."""
    given = value if isinstance(value, list | tuple) else [value]
    if given and all(str(one).replace(",", "").isdecimal() for one in given):
        raise SettingError(
            f"layers is {shown(value)}: give widths as hidden, such as --hidden 64,32; layers "
            "have names, such as relu"
        )
    return _several(value)


def _rate(value: Any) -> float | Literal["auto"]:
    if value == "auto":
        return "auto"
    hint = 'or "auto"'
    return check_number("learning_rate", _read(value, float), low=0, open_low=True, hint=hint)


def kinds_of(words: Sequence[str]) -> dict[str, str]:
    """Return `zip=category` as {"zip": "category"}. Raises SettingError."""
    kinds = {}
    for word in words:
        name, equals, kind = word.rpartition("=")
        if not equals or not name:
            raise SettingError(f"kind is {shown(word)}: give COLUMN=KIND, such as zip=category")
        kinds[name] = check_choice(f"kind of column {name!r}", kind, KINDS)
    return kinds


FamilySetting = str | dict[str, Any]
"""A member of a family: its name, or its settings with the name among them."""

Type = Literal["float32", "float64", "bfloat16"]
Name = Annotated[str, BeforeValidator(_text)]
Encoding = Annotated[str, BeforeValidator(lambda value: check_encoding(_text(value)))]
Names = Annotated[tuple[str, ...], BeforeValidator(_words)]
Widths = Annotated[tuple[int, ...], BeforeValidator(widths)]
Named = Annotated[FamilySetting, BeforeValidator(_named)]
Several = Annotated[tuple[FamilySetting, ...], BeforeValidator(_several)]
Layers = Annotated[tuple[FamilySetting, ...], BeforeValidator(_layers)]
Rate = Annotated[float | Literal["auto"], BeforeValidator(_rate)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Epochs = Annotated[int, _whole("epochs")]
BatchSize = Annotated[int, _whole("batch_size")]
Patience = Annotated[int, _whole("patience")]
Seed = Annotated[int, _whole("seed", at_least=0)]
SplitSeed = Annotated[int, _whole("split_seed", at_least=0)]
Rows = Annotated[int, _whole("rows", at_least=2)]
Points = Annotated[int, _whole("points", at_least=10)]
Noise = Annotated[float, _real("noise", low=0)]
Classes = Annotated[int, _whole("classes", at_least=2)]
Folds = Annotated[int, _whole("folds", at_least=2)]
Fold = Annotated[int, _whole("fold")]
Format = Annotated[int, _whole("format")]
L2 = Annotated[float, _real("l2", low=0)]
Dropout = Annotated[
    float,
    _real("dropout", low=0, high=1, open_high=True, hint="a dropout of 1 would drop every unit"),
]
Share = Annotated[
    float, _real("validation", low=0, high=1, open_high=True, hint="a share of rows, or 0 for none")
]
Seconds = Annotated[float, _real("time_limit", low=0, open_low=True)]
