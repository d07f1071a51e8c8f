"""What the text in a column's cells means: a missing value, a number, yes or no, a date."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from noron.core.types import Array

MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "<na>", "nan", "nat", "null", "none", "nil", "missing"}
    | {"?", "-", "--", "."}
)
"""The words that stand for a missing value, in small letters."""

ABSENT = ("nan", "NaT", "<NA>")
"""How missing values that are not text are printed."""

YES_OR_NO: Mapping[str, float] = {
    **dict.fromkeys(("yes", "true", "y", "t", "ja", "oui", "si", "sí", "có"), 1.0),
    **dict.fromkeys(("no", "false", "n", "f", "nein", "non", "không"), 0.0),
}

MOST_STRAYS = 3
"""Up to this many different words among numbers, such as "unknown", are read as missing."""

STRAY_SHARE = 0.1

_SIGNS = re.compile(r"[\s$€£%₫'_\u00a0\u202f]")
_POINT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]?inf(inity)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_COMMA = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+)?,\d+([eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")

FORMATS: Mapping[str, str] = {
    "iso": "year-month-day",
    "%Y/%m/%d": "year/month/day",
    "%d.%m.%Y": "day.month.year",
    "%d/%m/%Y": "day/month/year",
    "%m/%d/%Y": "month/day/year",
    "%d-%m-%Y": "day-month-year",
    "%d %b %Y": "day month year",
    "%b %d, %Y": "month day, year",
}
"""The date formats, in the order in which they are tried, and their names."""

_TIMES = ("", " %H:%M", " %H:%M:%S")


def absent(value: Any) -> bool:
    """Return whether the value is None, NaN, NaT or pandas' NA (which has no truth value)."""
    return value is None or bool((value != value) is not False and str(value) in ABSENT)


def is_missing(text: str) -> bool:
    """Return whether the text stands for a missing value."""
    return text.strip().lower() in MISSING


def number(text: str, decimal: str) -> float | None:
    """Return the number in a text, whose decimal mark is "." or ","; None if it is no number."""
    bare = _SIGNS.sub("", text)
    if bare.startswith("(") and bare.endswith(")"):  # accountants write (5) for -5
        bare = "-" + bare[1:-1]
    if decimal == ",":
        if _COMMA.fullmatch(bare) or _GROUPED.fullmatch(bare):
            return float(bare.replace(".", "").replace(",", "."))
    elif _THOUSANDS.fullmatch(bare):
        return float(bare.replace(",", ""))
    return float(bare) if _POINT.fullmatch(bare) else None


def is_number(text: str) -> bool:
    """Return whether Python reads the text as a number; `1_000` does not count."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def decimal_of(texts: Sequence[str]) -> str:
    """Return the decimal mark of these numbers, "." or ","."""
    bare = [_SIGNS.sub("", text) for text in texts if "," in text]
    commas = [t for t in bare if _COMMA.fullmatch(t) and not _THOUSANDS.fullmatch(t)]
    points = [t for t in texts if "." in t and "," not in t and not _GROUPED.fullmatch(t)]
    return "," if commas and not points else "."


def date(text: str, form: str) -> np.datetime64 | None:
    """Return the point in time that a text gives in one of FORMATS; None if it does not."""
    text = text.strip()
    try:
        if form == "iso":
            moment = datetime.fromisoformat(text) if len(text) >= len("2000-1-1") else None
        else:
            moment = _by_format(text, form)
    except ValueError:
        return None
    if moment is None:
        return None
    return np.datetime64(moment.replace(tzinfo=None), "us")


def _by_format(text: str, form: str) -> datetime | None:
    for time in _TIMES:
        try:
            return datetime.strptime(text, form + time)
        except ValueError:
            continue
    return None


def date_format(texts: Sequence[str]) -> str | None:
    """Return the first of FORMATS that reads all texts, or None; plain numbers are no dates."""
    if not texts or any(text.strip().isdigit() for text in texts):
        return None
    return next((f for f in FORMATS if all(date(t, f) is not None for t in texts)), None)


def plain_numbers(levels: Sequence[str]) -> Array | None:
    """Return the texts as numbers if all are plain numbers; None for codes such as 01099."""
    try:
        values = [float(text) for text in levels if text.isascii() and "_" not in text]
    except ValueError:
        return None
    if not levels or len(values) < len(levels) or has_codes(levels):
        return None
    return np.array(values)


def has_codes(levels: Sequence[str]) -> bool:
    """Return whether a number begins with 0, as postal codes do: then they are names."""
    return any(len(t) > 1 and t[0] == "0" and t.isdigit() for t in levels)


def numbers_in(texts: Sequence[str], counts: Array) -> tuple[str, tuple[str, ...]] | None:
    """Return the decimal mark of a column of numbers and the stray words in it.

    Return None if the column holds words. `counts` has the number of rows of each different text.
    """
    decimal = decimal_of(texts)
    strays = tuple(t for t in texts if number(t, decimal) is None)
    if len(strays) == len(texts) or len(strays) > MOST_STRAYS:
        return None
    stray_rows = sum(counts[i] for i, t in enumerate(texts) if t in strays)
    return (decimal, strays) if stray_rows <= STRAY_SHARE * counts.sum() else None
