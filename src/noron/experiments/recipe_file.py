"""A recipe's file: its settings as they are written, not yet checked."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from noron.core.errors import SettingError, shown

KINDS = {".toml": "TOML", ".json": "JSON"}

LARGEST_FILE = 1_000_000
"""Bytes of a recipe; a larger file is something else."""

MOST_NESTED = 100
"""The most lists and tables within each other."""


def is_recipe(name: str) -> bool:
    """Return whether the name of a file ends as a recipe's does."""
    return Path(name).suffix.lower() in KINDS


def read_settings(path: str | Path, what: str = "recipe") -> dict[str, Any]:
    """The settings in the file of a recipe (or of `what`), `.toml` or `.json`, not yet checked.

    A path of data within it is meant from the folder of the recipe. Raises SettingError.
    """
    path = Path(path)
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise SettingError(f"the {what} is {shown(str(path))}: give a .toml or a .json file")
    try:
        large = path.stat().st_size > LARGEST_FILE
        text = "" if large else path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        wide = b"\0" in error.object
        place = "is UTF-16 text" if wide else f"is not UTF-8 text in line {line}"
        raise SettingError(f"the {what} {path} {place}: save it as UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingError(f"the {what} {path} cannot be read: {reason}") from None
    if "\0" in text:
        raise SettingError(f"the {what} {path} is UTF-16 text or damaged: save it as UTF-8")
    if large:
        raise SettingError(f"{path} has more than a million bytes, too many for a {what}")
    result = parsed(text, kind, str(path))
    data = result.get("data")
    beside = path.parent / data if isinstance(data, str) and Path(data).suffix else None
    if beside is not None and not Path(str(data)).is_absolute() and beside.exists():
        result["data"] = str(beside)
    return result


def parsed(text: str, kind: str, what: str) -> dict[str, Any]:
    """Settings from "TOML" or "JSON", behind a byte order mark or not. Raises SettingError."""
    text = text.removeprefix("\ufeff")
    try:
        result = tomllib.loads(text) if kind == "TOML" else from_json(text)
    except RecursionError:
        raise nested_too_deep(what) from None
    except ValueError as error:
        raise SettingError(f"{what} is not {kind}: {error}") from None
    if not isinstance(result, dict):
        raise SettingError(f"{what} holds {shown(result)}: give settings with names")
    return check_depth(what, result)


def from_json(text: str) -> Any:
    """Data from JSON; ValueError for a key that is given twice, as in TOML."""
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {shown(twice)} is given twice")
    return result


def check_depth(what: str, value: Any) -> Any:
    """Return the value. Raises SettingError for lists and tables nested too deep."""
    level, depth = [value], 0
    while level := [one for outer in level for one in _inside(outer)]:
        depth += 1
        if depth > MOST_NESTED:
            raise nested_too_deep(what)
    return value


def _inside(value: Any) -> Iterable[Any]:
    """Return what is in a list or a table; nothing for all else."""
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()


def nested_too_deep(what: str) -> SettingError:
    """Return the error for too many lists and tables within each other."""
    return SettingError(f"{what} is nested too deep: at most {MOST_NESTED} lists and tables")
