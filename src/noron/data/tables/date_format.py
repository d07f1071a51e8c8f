"""How the dates of a column are written: the order of day, month and year, times and offsets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import numpy as np

from noron.core.types import Array
from noron.data.tables.text import is_missing, is_tolerable

LONGEST = 64
"""A longer text is no date."""

ORDERS: Mapping[str, str] = {
    "ymd": "year, month, day",
    "dmy": "day, month, year",
    "mdy": "month, day, year",
}
"""The orders of the parts of a date, in which they are tried, and their names."""

ORDER_OF: Mapping[str, str] = {
    **{"iso": "ymd", "%Y/%m/%d": "ymd", "%m/%d/%Y": "mdy", "%b %d, %Y": "mdy"},
    **dict.fromkeys(("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y"), "dmy"),
}
"""The names of formats in older files."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier janv enero gennaio janeiro januari",
            "feb february februar février févr febrero febbraio fevereiro februari",
            "mar march märz mär mars marzo março maart", "apr april avril avr abril aprile",
            "may mai mayo maggio maio mei", "jun june juni juin junio giugno junho",
            "jul july juli juillet juil julio luglio julho", "aug august août agosto augustus",
            "sep sept september septembre septiembre settembre setembro",
            "oct october oktober okt octobre octubre ottobre outubro",
            "nov november novembre noviembre novembro",
            "dec december dezember dez décembre déc diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_VIETNAMESE = re.compile(
    r"(?:ngày\s+)?(?:(\d{1,2})\s+)?(?:tháng|thg)\s+(\d{1,2})(?:,?\s+(?:năm\s+)?|/)(\d{4})"
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|^(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])(?=[ .,]))[.,]*\s+",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:^|[T ,])\s?(?P<hour>\d{1,2})[:h](?P<minute>\d\d)(?::(?P<second>\d\d)"
    r"(?:[.,](?P<fraction>\d{1,9}))?)?\s?(?P<half>[ap]\.?m\.?|sa|ch|uhr)?"
    r"\s?(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d\d(?::?\d\d)?)?(?=$|[ ,])",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,4})([-/. ])(\d{1,4})(?:\2\s?(\d{1,4}))?\.?")
_NAMED = re.compile(
    r"(?:(\d{1,4})(?:st|nd|rd|th|er)?[-/. ]+(?:de )?)?([^\W\d_]{3,10})\.?[-/ ,]*(?:de )?"
    r"(\d{1,4})?(?:st|nd|rd|th)?(?:[-/ ,]+(\d{4}|\d{2}))?"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")


MIDNIGHT = datetime(1970, 1, 1)
"""The day of a time that has none."""


@dataclass(frozen=True)
class DateFormat:
    """How a column writes its dates.

    Attributes:
        order: a name in ORDERS.
        strays: words among the dates; they are read as missing.
        note: what to know about the reading, or "".
    """

    order: str = "ymd"
    strays: tuple[str, ...] = ()
    note: str = ""

    def read(self, text: str) -> np.datetime64 | None:
        """Return the point in time, NaT for a missing one or a stray; None for other text."""
        if text in self.strays or is_missing(text):
            return np.datetime64("NaT", "us")
        return date(text, self.order)


ISO = DateFormat()


def date(text: str, order: str) -> np.datetime64 | None:
    """Return the point in time in a text, in UTC if it has an offset; None if it is no date."""
    if len(text) > LONGEST:
        return None
    try:
        moment = _moment(" ".join(text.split()), ORDER_OF.get(order, order))
    except (ValueError, OverflowError):
        return None
    if moment is not None and moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return None if moment is None else np.datetime64(moment, "us")


def date_format(levels: Sequence[str], counts: Array, asked: bool = False) -> DateFormat | None:
    """Learn how a column of dates is written; None if it holds something else.

    The order that reads most rows is taken. Plain numbers such as 20240229 are dates only if the
    user `asked` for dates.
    """
    if not levels or (not asked and any(text.strip().isdigit() for text in levels)):
        return None
    read = {order: [date(text, order) for text in levels] for order in ORDERS}
    odd = {order: [i for i, m in enumerate(ms) if m is None] for order, ms in read.items()}
    order = min(ORDERS, key=lambda name: sum(counts[i] for i in odd[name]))
    if len(odd[order]) == len(levels) or not is_tolerable(odd[order], counts):
        return None
    strays = tuple(levels[i] for i in odd[order])
    return DateFormat(order, strays, _doubt(levels, read, odd))


def _doubt(
    levels: Sequence[str],
    read: Mapping[str, Sequence[np.datetime64 | None]],
    odd: Mapping[str, Sequence[int]],
) -> str:
    """Return a note if day and month could change places in the whole column."""
    if len(odd["dmy"]) != len(odd["mdy"]):
        return ""
    pairs = zip(levels, read["dmy"], read["mdy"], strict=True)
    text = next((t for t, dmy, mdy in pairs if dmy is not None and dmy != mdy), None)
    return "" if text is None else f"{text} is read with the day first"


def _moment(text: str, order: str) -> datetime | None:
    if order == "ymd" and len(text) >= len("2000-1-1"):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    text = _WEEKDAY.sub("", text, count=1)
    time = _TIME.search(text)
    if time is not None:
        text = text[: time.start()] + text[time.end() :]
    text = text.strip(" ,T")
    day = _day(text, order) if text or time is None else MIDNIGHT
    return day if day is None or time is None else _with_time(day, time)


def _day(text: str, order: str) -> datetime | None:
    """Return midnight of the day in a text without a time."""
    if match := _VIETNAMESE.fullmatch(text.lower()):
        day, month, year = (int(part or 1) for part in match.groups())
        return datetime(year, month, day)
    if match := _COMPACT.fullmatch(text):
        year, month, day = map(int, match.groups())
        return datetime(year, month, day) if order == "ymd" else None
    if match := _NUMERIC.fullmatch(text):
        first, _, second, third = match.groups()
        return _of_numbers(first, second, third, order)
    if match := _NAMED.fullmatch(text):
        return _of_name(*match.groups())
    return None


def _of_numbers(first: str, second: str, third: str | None, order: str) -> datetime | None:
    if third is None:  # a month: 2024-03 or 03/2024
        year, month = (first, second) if len(first) == 4 else (second, first)
        return datetime(int(year), int(month), 1) if len(year) == 4 and len(month) < 3 else None
    if order == "ymd":
        year, month, day = first, second, third
    else:
        month, day = (second, first) if order == "dmy" else (first, second)
        year = third
    years = (4,) if order == "ymd" else (2, 4)
    if len(year) not in years or max(len(month), len(day)) > 2:
        return None
    return datetime(_year(year), int(month), int(day))


def _of_name(before: str | None, name: str, after: str | None, last: str | None) -> datetime | None:
    """Return the day of a date whose month is a name: 15 Mar 2024, Mar 15, 2024, 2024 March 15."""
    month = _MONTHS.get(name.lower())
    given = [number for number in (before, after, last) if number is not None]
    if month is None or not given or len(given) > 2:
        return None
    if len(given) == 1:
        return datetime(int(given[0]), month, 1) if len(given[0]) == 4 else None
    day, year = given if len(given[0]) < 4 else reversed(given)
    return datetime(_year(year), month, int(day))


def _year(text: str) -> int:
    """Return the year; two digits stand for 1969 to 2068, as in POSIX."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 69 else 2000)


def _with_time(day: datetime, time: re.Match[str]) -> datetime:
    hour, minute, second = (int(time[part] or 0) for part in ("hour", "minute", "second"))
    half = (time["half"] or "").lower().replace(".", "")
    if half not in ("", "uhr"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + 12 * (half in ("pm", "ch"))
    micro = int((time["fraction"] or "0").ljust(6, "0")[:6])
    moment = day.replace(hour=hour, minute=minute, second=second, microsecond=micro)
    zone = (time["zone"] or "").lower().removeprefix("utc").removeprefix("gmt")
    if time["zone"] is None:
        return moment
    if zone in ("", "z"):
        return moment.replace(tzinfo=UTC)
    minutes = 60 * int(zone[1:3]) + int(zone[3:].lstrip(":") or 0)
    shift = timedelta(minutes=-minutes if zone[0] == "-" else minutes)
    return moment.replace(tzinfo=timezone(shift))
