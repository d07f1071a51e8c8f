"""How the numbers of a column are written: decimal mark, thousands, unit, words among them.

One format is learnt from the whole column. `1.234` alone may be a little more than one, or more
than a thousand; the other cells of the column decide, and where they do not, the format says which
reading was taken.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import numpy as np

from noron.core.types import Array
from noron.data.tables.text import STRAY_SHARE, is_missing, is_tolerable, some

LONGEST, LONGEST_UNIT = 64, 16
"""A longer text is no number, and no unit."""

Mark = Literal[".", ","]
FEW = 0.05
"""A smaller share of cells does not decide the decimal mark of a column."""

_MARKS: dict[Any, Any] = (
    dict.fromkeys("\u2212\u2012\u2013\u2014\ufe63\uff0d", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\t", " ")
    | dict.fromkeys("\u2019\u02bc\u00b4`", "'")
    | {"\uff0b": "+", "\u066b": ".", "\u066c": ",", "~": "", "\u2248": ""}
)
"""Signs, spaces and apostrophes that mean the same; "about" is left out."""

_TRANSLATION = str.maketrans(_MARKS)

_SYMBOLS = "$¢£¥€₫₩₹₽₺₴₦₱฿₪₿"
_CELL = re.compile(
    r"(?P<open>\()?(?P<sign>[+-])?\s?(?P<prefix>(?:[^\d\s+\-.,()']{1,4}\.?)?)\s?(?P<inner>[+-])?\s?"
    r"(?P<body>\d[\d.,' ]*(?<! )|[.,]\d+)(?P<exponent>[eE][+-]?\d+)?"
    r"(?:\s?(?P<middle>[+-])(?=\s?[^\d\s]))?(?P<space>\s?)"
    r"(?P<suffix>(?:[^\W\d_]|[%‰°\"″′" + _SYMBOLS + r"])(?:[^\d_()+;:?!-]|[23](?!\d))*?)?"
    r"\s?(?P<behind>[+-])?(?P<close>\))?"
)
_ROUND = re.compile(r"(?<=\d)[.,]--?$")  # a price without cents: 5.- or 5,--
_INFINITE = re.compile(r"[+-]?inf(inity)?", re.IGNORECASE)

_POINT = re.compile(
    r"(\d+(?:\.\d*)?|\.\d+)|(\d{1,2}(,\d\d)+,\d{3}|[1-9]\d{0,2}([,' ])\d{3}(\4\d{3})*)(\.\d*)?"
)
_COMMA = re.compile(r"(\d+(?:,\d*)?|,\d+)|([1-9]\d{0,2}([.' ])\d{3}(\3\d{3})*)(,\d*)?")
_BELOW_ONE = re.compile(r"0[.,]\d{3}")
_GROUP_OF_THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

_MULTIPLES = {
    **dict.fromkeys(("k", "tsd", "thousand", "nghìn", "ngàn"), 1e3),
    **dict.fromkeys(("mn", "mio", "mln", "million", "millions", "triệu", "tr"), 1e6),
    **dict.fromkeys(("bn", "mrd", "mld", "billion", "billions", "tỷ", "tỉ"), 1e9),
    **{"M": 1e6, "B": 1e9, "K": 1e3, "lakh": 1e5, "crore": 1e7, "cr": 1e7},
}
_WITH_CURRENCY = {"m": 1e6, "b": 1e9}
"""These mean a multiple only beside a currency: 5m is five metres, $5m five million."""

_CURRENCIES = {
    **dict.fromkeys(("đ", "₫", "đồng", "vnd", "vnđ"), "VND"),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "EUR"),
    **dict.fromkeys(("£", "gbp", "pound", "pounds"), "GBP"),
    **dict.fromkeys(("¥", "jpy", "cny", "rmb", "yen", "yuan", "元", "円"), "JPY or CNY"),
    **{code: code.upper() for code in (
        "chf", "aud", "cad", "nzd", "sgd", "hkd", "twd", "inr", "krw", "thb", "idr", "myr", "php",
        "sek", "nok", "dkk", "pln", "czk", "huf", "rub", "brl", "mxn", "zar", "try", "ils", "aed",
    )},
    **{"fr": "CHF", "sfr": "CHF", "rs": "INR", "kr": "kr", "zł": "PLN", "kč": "CZK", "rp": "IDR"},
    **{"a$": "AUD", "c$": "CAD", "r$": "BRL", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "rm": "MYR"},
    **{symbol: symbol for symbol in _SYMBOLS if symbol not in "$£¥€₫"},
}  # fmt: skip


class Parts(NamedTuple):
    """What stands in a cell that looks like a number."""

    body: str
    exponent: str
    multiple: float
    unit: str


@lru_cache(maxsize=1 << 16)
def parts_of(text: str) -> Parts | None:
    """Return the parts of a number with its unit, or None for other text."""
    if len(text) > LONGEST:
        return None
    match = _CELL.fullmatch(_ROUND.sub("", text.translate(_TRANSLATION).strip()))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [s for s in (match[at] for at in ("sign", "inner", "middle", "behind")) if s]
    if len(signs) > 1 or (signs and match["open"]):
        return None
    prefix, suffix = match["prefix"], (match["suffix"] or "").strip()
    if len(suffix) > LONGEST_UNIT:
        return None
    front = _currency(prefix)
    if prefix and not front:
        return None
    multiple, unit = _unit(suffix, bool(match["space"]), bool(front))
    if front and unit and unit != front:
        return None
    if match["middle"] and suffix not in ("%", "‰") and not _currency(suffix):  # 3-day, not 3- €
        return None
    multiple = -multiple if "-" in signs or match["open"] else multiple
    return Parts(match["body"], match["exponent"] or "", multiple, front or unit)


def _currency(text: str) -> str:
    return _CURRENCIES.get(text.lower().removesuffix("."), "") if text else ""


def _unit(suffix: str, apart: bool, currency: bool) -> tuple[float, str]:
    """Return the multiple and the unit that follow a number."""
    if not suffix:
        return 1.0, ""
    for end in range(min(len(suffix), 9), 0, -1):
        word, rest = suffix[:end].rstrip("."), suffix[end:].strip(" .")
        after = _currency(rest)
        if rest and not after:
            continue
        multiple = _MULTIPLES.get(word) or (_MULTIPLES.get(word.lower()) if len(word) > 1 else None)
        if multiple is None and (currency or after):
            multiple = _WITH_CURRENCY.get(word)
        if multiple and not (word == "K" and apart and not (currency or after)):  # kelvin
            return multiple, after
    return 1.0, _currency(suffix) or _singular(suffix)


def _singular(unit: str) -> str:
    unit = unit.rstrip(".")
    unit = unit.lower() if unit.lower() in ("kg", "km", "cm") else unit
    return unit[:-1] if len(unit) > 2 and unit.endswith("s") else unit


@dataclass(frozen=True)
class NumberFormat:
    """How a column writes its numbers.

    Attributes:
        decimal: the decimal mark, "." or ","; the other one separates thousands.
        unit_name: what stands beside the numbers, such as "kg" or "EUR"; some may stand alone.
        strays: words among the numbers; they are read as missing.
        note: what to know about the reading, or "".
    """

    decimal: Mark = "."
    unit_name: str = ""
    strays: tuple[str, ...] = ()
    note: str = ""

    def read(self, text: str) -> float | None:
        """Return the number, NaN for a missing one or a stray word; None for other text."""
        if text in self.strays or is_missing(text):
            return np.nan
        return self.number(text)

    def number(self, text: str) -> float | None:
        """Return the number in a text, None if there is none."""
        parts = parts_of(text)
        if parts is None:
            return float(text) if _INFINITE.fullmatch(text.strip()) else None
        if parts.unit != self.unit_name and (parts.unit or abs(parts.multiple) != 1):
            return None
        body = _plain(parts.body, self.decimal)
        if body is None:
            return None
        return float(body + parts.exponent) * parts.multiple

    def describe(self) -> list[str]:
        """Return what is special about the format."""
        notes = ["with a decimal comma"] if self.decimal == "," and not self.note else []
        notes += [f"in {self.unit_name}"] if self.unit_name else []
        notes += [self.note] if self.note else []
        return notes + ([f"{some(self.strays)} read as missing"] if self.strays else [])


PLAIN = NumberFormat()


def _plain(body: str, decimal: str) -> str | None:
    """Return the digits as Python writes them, or None if they are not grouped like a number."""
    if not (_POINT if decimal == "." else _COMMA).fullmatch(body):
        return None
    for mark in ("'", " ", "." if decimal == "," else ","):
        body = body.replace(mark, "")
    return body.replace(",", ".")


def number_format(levels: Sequence[str], counts: Array) -> NumberFormat | None:
    """Learn how a column of numbers is written; None if it holds something else.

    `counts` has the number of rows of each different text.
    """
    parts = [parts_of(text) for text in levels]
    unit = _shared_unit(parts, counts)
    bodies = [
        ("" if p is None or p.unit not in ("", unit) else p.body, n)
        for p, n in zip(parts, counts, strict=True)
    ]
    decimal, undecided = _decimal_mark(bodies)
    form = NumberFormat(decimal, unit)
    values = [form.number(text) for text in levels]
    odd = [i for i, value in enumerate(values) if value is None]
    if len(odd) == len(levels) or not is_tolerable(odd, counts):
        return None
    note = _note(levels, values, parts, decimal, undecided)
    return NumberFormat(decimal, unit, tuple(levels[i] for i in odd), note)


def units_in(parts: Iterable[Parts | None], counts: Array) -> dict[str, float]:
    """Return the number of rows with each unit, "" for numbers without one."""
    rows: dict[str, float] = {}
    for p, n in zip(parts, counts, strict=True):
        if p is not None:
            rows[p.unit] = rows.get(p.unit, 0) + n
    return rows


def _shared_unit(parts: Iterable[Parts | None], counts: Array) -> str:
    """Return the unit of the column, "" if it has none; a few cells do not make a unit."""
    rows = units_in(parts, counts)
    unit = max((u for u in rows if u), key=rows.__getitem__, default="")
    return unit if rows.get(unit, 0) > STRAY_SHARE * sum(rows.values()) else ""


def _decimal_mark(bodies: Sequence[tuple[str, float]]) -> tuple[Mark, str]:
    """Return the decimal mark of a column, and the mark whose meaning the column leaves open."""
    rows = dict.fromkeys(("point", "comma", "dot?", "comma?"), 0.0)
    whole = zeros = plain = 0.0
    for body, n in bodies:
        kind = _mark_in(body)
        if kind is not None:
            rows[kind] += n
            zeros += n * body.endswith("00")
        elif body.isdigit():
            plain += n
            whole = max(whole, float(body))
    below_one = {body[1] for body, _ in bodies if _BELOW_ONE.fullmatch(body)}
    if len(below_one) == 1 and not plain:  # 0,980 beside 1,477: always three decimals
        return ("," if "," in below_one else "."), ""
    if rows["point"] and rows["comma"]:
        return ("," if rows["comma"] > rows["point"] else "."), ""
    if rows["point"]:  # a few cells such as 3.75 do not make decimals of 1.200
        return ("." if rows["point"] >= FEW * (rows["point"] + rows["dot?"]) else ","), ""
    if rows["comma"]:
        return ("," if rows["comma"] >= FEW * (rows["comma"] + rows["comma?"]) else "."), ""
    if rows["dot?"] and not rows["comma?"]:
        grouped = whole <= 999 if plain else zeros > rows["dot?"] / 2
        return ("," if grouped else "."), "."
    return ".", ("," if rows["comma?"] else "")


def _mark_in(body: str) -> str | None:
    """Return what the marks in a number tell: "point", "comma", "dot?", "comma?" or None."""
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        return "point" if body.rindex(".") > body.rindex(",") else "comma"
    if dots + commas == 0:
        return None
    if dots > 1 or commas > 1:
        return "comma" if dots else "point"
    if _GROUP_OF_THREE.fullmatch(body):
        return "dot?" if dots else "comma?"
    return "point" if dots else "comma"


def _note(
    levels: Sequence[str], values: Sequence[float | None], parts: Sequence[Parts | None],
    decimal: str, undecided: str,
) -> str:  # fmt: skip
    """Return what to know about the reading: marks, multiples such as M, leading zeros."""
    read = [(t, v, p) for t, v, p in zip(levels, values, parts, strict=True) if p and v is not None]
    example = "{text} is read as {value:.15g}"
    tests: tuple[tuple[Callable[[Parts], bool], str], ...] = (
        (lambda p: bool(undecided) and undecided in p.body, example),
        (lambda p: decimal == "," and not undecided and "," in p.body, "with a decimal comma"),
        (
            lambda p: decimal == "," and not undecided and "," not in p.body and "." in p.body,
            example,
        ),
        (lambda p: abs(p.multiple) != 1, example),
        (lambda p: len(p.body) > 1 and p.body[0] == "0" and p.body.isdigit(), example),
    )
    notes: list[str] = []
    for applies, says in tests:
        first = next(((text, value) for text, value, part in read if applies(part)), None)
        if first is not None:
            notes.append(says.format(text=first[0], value=first[1]))
    return ", ".join(dict.fromkeys(notes))
