"""What the text in a cell means: a missing value, yes or no, a plain number, a code."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from noron.core.types import Array

MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "<na>", "nan", "nat", "null", "none", "nil", "missing"}
    | {"?", "-", "--", ".", "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!"}
)
"""The words that stand for a missing value, in small letters."""

ABSENT = ("nan", "NaT", "<NA>")
"""How missing values that are not text are printed."""

YES_OR_NO: Mapping[str, float] = {
    **dict.fromkeys(("yes", "true", "y", "t", "ja", "wahr", "oui", "vrai", "si", "sí"), 1.0),
    **dict.fromkeys(("vero", "verdadero", "sim", "verdadeiro", "có", "đúng"), 1.0),
    **dict.fromkeys(("no", "false", "n", "f", "nein", "falsch", "non", "faux", "falso"), 0.0),
    **dict.fromkeys(("não", "không", "sai"), 0.0),
}

MOST_STRAYS = 3
"""Up to this many different words among numbers, such as "unknown", are read as missing."""

STRAY_SHARE = 0.1
"""A larger share of rows with such words makes the column text."""

RARE_SHARE = 0.02
"""Any number of different words in at most this share of rows is read as missing."""

CODE_SHARE = 0.05
"""A smaller share of rows with a leading zero does not make numbers codes."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"))

LONG_CODE = 4
"""Numbers of one length, at least this one, of which some begin with 0, are codes."""

LARGEST_EXACT = 2**53
"""Larger whole numbers lose digits as float64."""

_WHOLE_FLOAT = re.compile(r"[+-]?(0|[1-9]\d*)\.0+")
_MAYBE_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")


def absent(value: Any) -> bool:
    """Return whether the value is None, NaN, NaT or pandas' NA (which has no truth value)."""
    return value is None or bool((value != value) is not False and str(value) in ABSENT)


def as_text(value: Any) -> str:
    """Return a value as text: letters in one form, no spaces around it, nothing that is invisible.

    An accent may be a character of its own, and texts from web pages hold marks of no width.
    """
    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    if text.startswith('="') and text.endswith('"'):  # as Excel writes text that it must not read
        text = text[2:-1]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return text.strip()


def is_missing(text: str) -> bool:
    """Return whether the text stands for a missing value."""
    return text.strip().lower() in MISSING


def is_number(text: str) -> bool:
    """Return whether Python reads the text as a number; `1_000` does not count."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def plain_numbers(levels: Sequence[str]) -> Array | None:
    """Return the texts as numbers if all are plain numbers; None if text may tell more.

    It does for codes such as 01099, for whole numbers that float64 cannot hold, and for columns
    in which 1.234 may stand for 1234.
    """
    try:
        values = [float(text) for text in levels if text.isascii() and "_" not in text]
    except ValueError:
        return None
    if not levels or len(values) < len(levels) or has_codes(levels):
        return None
    dotted = [text for text in levels if "." in text]
    if dotted and all(map(_MAYBE_GROUPED.fullmatch, dotted)):
        return None
    pairs = zip(levels, values, strict=True)
    if any(abs(v) >= LARGEST_EXACT and text.lstrip("+-").isdigit() for text, v in pairs):
        return None
    return np.array(values)


def has_codes(levels: Sequence[str], counts: Array | None = None) -> bool:
    """Return whether the texts are codes, such as postal codes: digits with zeros in front.

    They are if all have one length of at least LONG_CODE, or if more than a few rows begin with 0.
    Without the number of rows of each text, one such text is enough.
    """
    zeros = [i for i, t in enumerate(levels) if len(t) > 1 and t[0] == "0" and t.isdigit()]
    if not zeros or counts is None:
        return bool(zeros)
    lengths = {len(text) for text in levels if text.isdigit()}
    one_length = len(lengths) == 1 and max(lengths) >= LONG_CODE
    return one_length or bool(sum(counts[i] for i in zeros) >= CODE_SHARE * counts.sum())


def lose_digits(levels: Sequence[str]) -> bool:
    """Return whether some of the texts are whole numbers that are equal as float64 alone."""
    long = [t for t in levels if 15 < len(t) <= 64 and t.isdigit() and int(t) >= LARGEST_EXACT]
    return len(set(map(float, long))) < len(set(map(int, long)))


def is_tolerable(odd: Sequence[int], counts: Array) -> bool:
    """Return whether the texts at these places are so few that they may be read as missing."""
    share = sum(counts[i] for i in odd) / max(counts.sum(), 1)
    return share <= (STRAY_SHARE if len(odd) <= MOST_STRAYS else RARE_SHARE)


def code_text(text: str) -> str:
    """Return a category as text, the same for 7 and 7.0; leading zeros stay.

    >>> [code_text(text) for text in ("7.0", "7", "007", "1.10")]
    ['7', '7', '007', '1.10']
    """
    return text.rstrip("0").removesuffix(".") if _WHOLE_FLOAT.fullmatch(text) else text


def some(words: Sequence[str], most: int = 4) -> str:
    """Return the first of the words, separated by commas."""
    return ", ".join(words[:most]) + (", ..." if len(words) > most else "")
