"""Everything that noron refuses, as one tree; and the checks that raise it at the boundary.

    NoronError
    |-- DataError           X, y or a data file is not what it should be      (a ValueError)
    |-- SettingError        a setting is out of range, a name is not known    (a ValueError)
    |-- ModelFileError      a model file is truncated, changed or foreign     (a ValueError)
    |-- StoreError          the store of runs cannot be read or written       (a RuntimeError)
    |-- WorkersError        workers cannot be reached, or are gone            (a RuntimeError)
    |-- NotTrainedError     asked for something that only training gives      (a RuntimeError)
    `-- MissingExtraError   an optional library is not installed              (an ImportError)

Each message says what was given, what is legal and what to try, in one line.
"""

import math
import numbers
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any


class NoronError(Exception):
    """The root: `except NoronError` catches all that the library itself raises."""


class DataError(NoronError, ValueError):
    """X, y or a data file is not what it should be."""


class SettingError(NoronError, ValueError):
    """A setting is out of its range, or a name is not known."""


class ModelFileError(NoronError, ValueError):
    """A model file is truncated, changed, foreign or of another version."""


class StoreError(NoronError, RuntimeError):
    """The store of runs is damaged, locked, foreign, from the future, or has no room."""


class WorkersError(NoronError, RuntimeError):
    """The workers that were asked for cannot be reached, or are gone."""


class NotTrainedError(NoronError, RuntimeError):
    """Something was asked for that only training gives."""


class MissingExtraError(NoronError, ImportError):
    """An optional library is missing; the message names the install command."""


class TrainingWarning(UserWarning):
    """Training ended early or fell back: nothing is lost, but somebody should know."""


def shown(value: object, limit: int = 60) -> str:
    """`repr(value)`, cut to `limit` characters so that a message stays one line."""
    text = " ".join(repr(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def unknown_name(kind: str, given: object, known: Iterable[str]) -> SettingError:
    """The error for a name that nobody registered, with the nearest known ones first."""
    names = sorted(known)
    near = get_close_matches(str(given).lower(), names, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
    return SettingError(f"unknown {kind} {shown(given)}: {hint}known are {', '.join(names)}")


def check_integer(
    name: str, value: object, *, at_least: int = 1, at_most: int | None = None
) -> int:
    """`value` as an int within its bounds; booleans and 2.5 are no integers."""
    legal = f"an integer of at least {at_least}" + (f" and at most {at_most}" if at_most else "")
    whole = isinstance(value, numbers.Integral) and not isinstance(value, bool)
    if not whole or value < at_least or (at_most is not None and value > at_most):  # type: ignore
        raise SettingError(f"{name} is {shown(value)}: give {legal}")
    return int(value)  # type: ignore


def check_number(
    name: str,
    value: object,
    *,
    low: float = -math.inf,
    high: float = math.inf,
    open_low: bool = False,
    open_high: bool = False,
    hint: str = "",
) -> float:
    """`value` as a finite float in [low, high]; `open_low` and `open_high` leave an end out."""
    legal = _interval(low, high, open_low, open_high) + (f"; {hint}" if hint else "")
    real = isinstance(value, numbers.Real) and not isinstance(value, bool)
    try:
        v = float(value) if real else math.nan  # type: ignore
    except OverflowError:  # an integer beyond 1e308
        v = math.inf
    if not math.isfinite(v):
        raise SettingError(f"{name} is {shown(value)}: give a finite number {legal}")
    if v < low or v > high or (open_low and v == low) or (open_high and v == high):
        raise SettingError(f"{name} is {shown(value)}: give a number {legal}")
    return v


def check_choice(name: str, value: object, choices: Iterable[str]) -> str:
    """`value` if it is one of `choices`."""
    known = list(choices)
    if not isinstance(value, str) or value not in known:
        raise unknown_name(name, value, known)
    return value


def check_flag(name: str, value: object) -> bool:
    """`value` if it is True or False: 1 and "yes" are not taken for it."""
    if not isinstance(value, bool):
        raise SettingError(f"{name} is {shown(value)}: give True or False")
    return value


def missing_extra(extra: str, library: str, what_for: str) -> MissingExtraError:
    """The error for an optional library that is not there, with the command that installs it."""
    return MissingExtraError(
        f"{what_for} needs {library}, which is not installed: pip install 'noron[{extra}]'"
    )


def _interval(low: float, high: float, open_low: bool, open_high: bool) -> str:
    lower = "" if low == -math.inf else f"{'above' if open_low else 'of at least'} {low:g}"
    upper = "" if high == math.inf else f"{'below' if open_high else 'at most'} {high:g}"
    return " and ".join(part for part in (lower, upper) if part) or "(no NaN, no infinity)"


__all__: list[Any] = [
    "DataError",
    "MissingExtraError",
    "ModelFileError",
    "NoronError",
    "NotTrainedError",
    "SettingError",
    "StoreError",
    "TrainingWarning",
    "WorkersError",
]
