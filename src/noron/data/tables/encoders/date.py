"""Dates: the time as a number, and the place in the year, the month, the week and the day."""

from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.errors import SettingError, check_choice, shown
from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Texts
from noron.data.tables.date_format import ORDER_OF, ORDERS, DateFormat
from noron.data.tables.encoders.base import Encoder, by_level
from noron.data.tables.encoders.number import CLIP, robust
from noron.data.tables.text import some

DAY = 86_400e6  # microseconds
YEARS = -719_162, 2_932_896  # the days of the years 1 to 9999

CYCLES = ("year", "month", "week", "day")


def cycles(moments: Array) -> dict[str, Array]:
    """Return the place of each moment in each cycle (year, ...), as a share from 0 to 1."""
    day = moments.astype("datetime64[D]")
    year, month = moments.astype("datetime64[Y]"), moments.astype("datetime64[M]")
    days = day.astype(np.int64)
    return {
        "year": (day - year.astype("datetime64[D]")).astype(np.int64) / 365.25,
        "month": (day - month.astype("datetime64[D]")).astype(np.int64) / 31,
        "week": ((days + 3) % 7) / 7,
        "day": (moments - day.astype("datetime64[us]")).astype(np.int64) / DAY,
    }


@final
@dataclass(frozen=True)
class Date(Encoder, name="date"):
    """z of the time, as for a number; and sine and cosine of each cycle that varied in training."""

    center: float
    scale: float
    cycles: tuple[str, ...] = ()
    missing: bool = False
    form: str = "ymd"
    strays: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choice("form", self.form, (*ORDERS, *ORDER_OF))
        for cycle in self.cycles:
            check_choice("cycle", cycle, CYCLES)
        if not self.scale > 0:
            raise SettingError(
                f"the scale of column {shown(self.column)} is {self.scale}: give a positive number"
            )

    @property
    def width(self) -> int:
        """z, two numbers for each cycle, and the indicator of missing values."""
        return 1 + 2 * len(self.cycles) + self.missing

    def encode(self, column: Column) -> Array:
        """Return the numbers of each row."""
        moments = self._read(column)
        absent = np.isnat(moments)
        moments = np.where(absent, np.datetime64(0, "us"), moments)
        u = (moments.astype(np.float64) / DAY - self.center) / self.scale
        parts = [u / np.hypot(1, u / CLIP)]
        around = cycles(moments)
        for name in self.cycles:
            angle = 2 * np.pi * around[name]
            parts += [np.sin(angle), np.cos(angle)]
        encoded = np.stack(parts, axis=1)
        encoded[absent] = 0
        return np.column_stack([encoded, absent]) if self.missing else encoded

    def _read(self, column: Column) -> Array:
        if isinstance(column, Dates):
            return column.values
        order = ORDER_OF.get(self.form, self.form)
        what = f"dates ({ORDERS[order]})"
        if not isinstance(column, Texts):
            if np.isnan(column.values).all():
                return np.full(len(column.values), np.datetime64("NaT", "us"))
            raise self.refuse(column, int(np.flatnonzero(~np.isnan(column.values))[0]), what)
        nothing = np.datetime64("NaT", "us")
        read = DateFormat(order, self.strays).read
        values, odd = by_level(column, read, nothing, "datetime64[us]")
        self.pass_over(column, odd, int((column.codes >= 0).sum()), what)
        return values

    def examples(self, rng: RNG, n: int) -> Column:
        """Return moments around the middle ones, some of the years 1 to 9999, and missing ones."""
        days = self.center + self.scale * rng.standard_normal(n)
        days = np.where(rng.random(n) < 0.1, rng.uniform(*YEARS, n), days).clip(*YEARS)
        moments = (days * DAY).astype(np.int64).astype("datetime64[us]")
        return Dates(np.where(rng.random(n) < 0.1, np.datetime64("NaT", "us"), moments))

    def describe(self) -> str:
        """Return the format of the date and the cycles that are used."""
        order = ORDERS[ORDER_OF.get(self.form, self.form)]
        form = f" ({order})" if order != ORDERS["ymd"] else ""
        notes = [f"with its place in the {', '.join(self.cycles)}"] if self.cycles else []
        notes += [self.note] if self.note else []
        notes += [f"{some(self.strays)} read as missing"] if self.strays else []
        return ", ".join([f"date{form}", *notes, *(["some missing"] if self.missing else [])])


def learn_date(name: str, moments: Array, weight: Array | None, form: DateFormat) -> Date:
    """Learn the encoder of dates (NaT if missing), of which at least two differ."""
    there = ~np.isnat(moments)
    w = None if weight is None else weight[there]
    center, scale = robust(moments[there].astype(np.float64) / DAY, w)
    moving = tuple(name for name, at in cycles(moments[there]).items() if np.ptp(at) > 0)
    missing = not there.all()
    return Date(name, center, scale, moving, missing, form.order, form.strays, form.note)
