"""The tree of exceptions, and the checks of settings that raise them.

    NoronError
    |-- DataError           X, y or a data file is not what it should be      (a ValueError)
    |-- SettingError        a setting is out of range, a name is not known    (a ValueError)
    |-- ModelFileError      a model file is truncated, changed or foreign     (a ValueError)
    |-- StoreError          the store of runs cannot be read or written       (a RuntimeError)
    |-- WorkersError        workers cannot be reached, or are gone            (a RuntimeError)
    |-- NotTrainedError     the model has to be trained first                 (a RuntimeError)
    `-- MissingExtraError   an optional library is not installed              (an ImportError)

Each message says what was given, what is legal and what to try, in one line.
"""

import math
import numbers
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from noron.core.hints import WORDS

LARGEST_INTEGER = 2**128 - 1
"""A seed may be as large as NumPy draws one; everything else is smaller."""


class NoronError(Exception):
    """The base class: `except NoronError` catches every error that noron raises."""


class DataError(NoronError, ValueError):
    """X, y or a data file is not what it should be."""


class SettingError(NoronError, ValueError):
    """A setting is out of its range, or a name is not known."""


class ModelFileError(NoronError, ValueError):
    """A model file is truncated, changed, foreign or of another version."""


class StoreError(NoronError, RuntimeError):
    """The store of runs is damaged, locked, foreign, of a newer version, or its disk is full."""


class WorkersError(NoronError, RuntimeError):
    """The requested workers cannot be reached, or are gone."""


class NotTrainedError(NoronError, RuntimeError):
    """The model has to be trained first."""


class MissingExtraError(NoronError, ImportError):
    """An optional library is missing; the message names the install command."""


class TrainingWarning(UserWarning):
    """Training ended early or used a fallback; no result is lost."""


class DataWarning(UserWarning):
    """Something in the data was read in a way that may not be meant."""


class AdviceWarning(TrainingWarning):
    """A run looks as if something is wrong with it; `History.advice` holds the same sentences.

    `lines` are these sentences in the words of the command line.
    """

    def __init__(self, message: str, lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.lines = list(lines) or [message]


def shown(value: object, limit: int = 60) -> str:
    """Return `repr(value)` on one line, cut to `limit` characters."""
    try:
        text = " ".join(repr(value).split())
    except (ValueError, RecursionError):  # an integer of over 4300 digits, lists within lists
        text = f"too long a value ({type(value).__name__})"
    return text if len(text) <= limit else text[: limit - 1] + "…"


def unknown_name(kind: str, given: object, known: Iterable[str]) -> SettingError:
    """Return the error for an unknown name; it suggests the nearest known names first."""
    names = sorted(set(known))
    near = get_close_matches(str(given).lower(), names, n=3, cutoff=0.5)
    meant = WORDS["settings"].get(str(given).lower())
    near = [meant] if meant in names else near
    hint = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
    return SettingError(f"unknown {kind} {shown(given)}: {hint}known are {', '.join(names)}")


def check_integer(
    name: str, value: object, *, at_least: int = 1, at_most: int | None = None
) -> int:
    """Return `value` as an int within the bounds; raise SettingError for anything else.

    Booleans, floats such as 2.0 and integers of more than 128 bits are not accepted.
    """
    most = LARGEST_INTEGER if at_most is None else at_most
    whole = isinstance(value, numbers.Integral) and not isinstance(value, bool)
    if not whole or not at_least <= value <= most:  # type: ignore
        is_bounded = at_most is not None or (whole and value > most)  # type: ignore
        legal = f"{at_least}" + (f" and at most {most}" if is_bounded else "")
        raise SettingError(f"{name} is {shown(value)}: give an integer of at least {legal}")
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
    """Return `value` as a finite float in [low, high]; raise SettingError for anything else.

    `open_low` and `open_high` exclude that end.
    """
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
    """Return `value` if it is one of `choices`; raise SettingError otherwise."""
    known = list(choices)
    if not isinstance(value, str) or value not in known:
        raise unknown_name(name, value, known)
    return value


def check_flag(name: str, value: object) -> bool:
    """Return `value` if it is True or False; raise SettingError otherwise, also for 1 and "yes"."""
    if not isinstance(value, bool):
        raise SettingError(f"{name} is {shown(value)}: give True or False")
    return value


def missing_extra(extra: str, library: str, what_for: str) -> MissingExtraError:
    """Return the error for a missing optional library, with the command that installs it.

    Where the library is there, but its import has just failed, the error gives that reason.
    """
    reason = sys.exception()
    if isinstance(reason, ImportError) and not isinstance(reason, ModuleNotFoundError):
        return MissingExtraError(
            f"{what_for} needs {library}, which is installed but cannot be loaded "
            f"({shown(str(reason), 120)}): try pip install 'noron[{extra}]'"
        )
    return MissingExtraError(
        f"{what_for} needs {library}, which is not installed: pip install 'noron[{extra}]'"
    )


def _interval(low: float, high: float, open_low: bool, open_high: bool) -> str:
    lower = "" if low == -math.inf else f"{'above' if open_low else 'of at least'} {low:g}"
    upper = "" if high == math.inf else f"{'below' if open_high else 'at most'} {high:g}"
    return " and ".join(part for part in (lower, upper) if part) or "(no NaN, no infinity)"


__all__: list[Any] = [
    "AdviceWarning",
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
