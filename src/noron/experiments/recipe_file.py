"""A recipe's file: its settings as they are written, not yet checked."""

import json
import tomllib
from pathlib import Path
from typing import Any

from noron.core.errors import SettingError, shown

KINDS = {".toml": "TOML", ".json": "JSON"}

LARGEST_FILE = 1_000_000
"""Bytes of a recipe; a larger file is something else."""


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
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingError(f"the {what} {path} cannot be read: {reason}") from None
    if large:
        raise SettingError(f"{path} has more than a million bytes, too many for a {what}")
    result = parsed(text, kind, str(path))
    data = result.get("data")
    beside = path.parent / data if isinstance(data, str) and Path(data).suffix else None
    if beside is not None and not Path(str(data)).is_absolute() and beside.exists():
        result["data"] = str(beside)
    return result


def parsed(text: str, kind: str, what: str) -> dict[str, Any]:
    """Settings from "TOML" or "JSON". Raises SettingError."""
    try:
        result = tomllib.loads(text) if kind == "TOML" else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingError(f"{what} is not {kind}: {error}") from None
    if not isinstance(result, dict):
        raise SettingError(f"{what} holds {shown(result)}: give settings with names")
    return result
