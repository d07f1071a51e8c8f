"""Numbers: centred, scaled and smoothly clipped, and their places between quantiles."""

from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError, check_integer, shown
from noron.core.types import RNG, Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts, finite
from noron.data.tables.encoders.base import Encoder, by_level
from noron.data.tables.number_format import PLAIN, Mark, NumberFormat

SKEWED = 4.0
"""If one tail is this many times as long as the other, its logarithm is used."""

CLIP = 3.0
ROWS = 4096


@dataclass(frozen=True)
class Numeric(Encoder):
    """A column of numbers, perhaps with decimal commas, a unit, or a few stray words."""

    decimal: Mark = "."
    strays: tuple[str, ...] = ()
    missing: bool = False
    """Whether some numbers were missing in training: then an indicator is 1 for a missing one."""

    unit_name: str = ""
    note: str = ""

    @property
    def form(self) -> NumberFormat:
        """How the column writes its numbers."""
        return NumberFormat(self.decimal, self.unit_name, self.strays, self.note)

    @property
    def reads_text(self) -> bool:
        """Whether the text of a cell tells more than the number in it."""
        return (self.decimal, self.unit_name, self.strays) != (".", "", ())

    def read(self, column: Column) -> Array:
        """Return the numbers unchanged, NaN if missing. Raises DataError."""
        if isinstance(column, Dates):
            raise self.refuse(column, 0, "numbers")
        if not isinstance(column, Texts):
            return column.values
        values, odd = by_level(column, self.form.read, np.nan, np.float64)
        self.pass_over(column, odd, int((column.codes >= 0).sum()), "numbers")
        return finite(values, self.column)

    def some_numbers(self, low: float, high: float, rng: RNG, n: int) -> Numbers:
        """Return numbers from low to high, some far beyond, some missing."""
        x = rng.uniform(low, high, n)
        middle, far = (low + high) / 2, 10.0 ** rng.integers(1, 7, n)
        x = np.where(rng.random(n) < 0.1, middle + (x - middle) * far, x)
        return Numbers(np.where(rng.random(n) < 0.1, np.nan, x))

    def notes(self) -> list[str]:
        """Return what is special about the column."""
        return self.form.describe() + (["some missing"] if self.missing else [])


@final
@dataclass(frozen=True)
class Number(Numeric, name="number"):
    """z = u / sqrt(1 + (u / 3)^2) with u = (x - median) / (third quartile - first), beside it for
    each bin between quantiles how far x has got through it (Gorishniy et al. 2022, eq. 1), and
    if training had missing values, an indicator: 1 for a missing value, all other numbers 0.

    Where `sign` is not 0, x is skewed and u is of sign log(1 + sign (x - start) / unit).
    """

    center: float = 0.0
    scale: float = 1.0
    edges: tuple[float, ...] = ()
    sign: int = 0
    start: float = 0.0
    unit: float = 1.0

    def __post_init__(self) -> None:
        super().__post_init__()
        rises = all(a < b for a, b in pairwise(self.edges))
        if not (self.scale > 0 and self.unit > 0 and rises) or len(self.edges) == 1:
            raise SettingError(
                f"the scales of column {shown(self.column)} are not positive, or its edges do not "
                "rise: learn them from the rows"
            )
        check_integer("sign", self.sign, at_least=-1, at_most=1)

    @property
    def width(self) -> int:
        """z, the bins, and the indicator of missing values."""
        return 1 + max(len(self.edges) - 1, 0) + self.missing

    def encode(self, column: Column) -> Array:
        """Return the numbers of each row, shape (rows, width)."""
        encoded = np.empty((len(self.read(column)), self.width))
        self.write(column, encoded)
        return encoded

    def write(self, column: Column, out: Array) -> None:
        """Write the numbers of each row into `out`."""
        x = self.read(column)
        for start in range(0, len(x), ROWS):  # few enough to stay in the cache
            self._write(x[start : start + ROWS], out[start : start + ROWS])

    def _write(self, x: Array, out: Array) -> None:
        u = (self._unskewed(x) - self.center) / self.scale
        out[:, 0] = u / np.hypot(1, u / CLIP)
        if self.edges:  # x lies within one bin; all bins before it are full
            edges = np.array(self.edges)
            n = len(edges) - 1
            at = np.clip(np.searchsorted(edges, x, side="right") - 1, 0, n - 1)
            out[:, 1 : n + 1] = at[:, None] > np.arange(n)
            out[np.arange(len(x)), 1 + at] = np.clip((x - edges[at]) / np.diff(edges)[at], 0, 1)
        absent = np.isnan(x)
        if absent.any():
            out[absent] = 0
        if self.missing:
            out[:, -1] = absent

    def _unskewed(self, x: Array) -> Array:
        if self.sign == 0:
            return x
        beyond = np.maximum(self.sign * (x - self.start) / self.unit, 0)
        return self.sign * np.log1p(beyond)

    def examples(self, rng: RNG, n: int) -> Column:
        """Return numbers between and on the edges of the bins, beyond them, and missing."""
        if not self.edges:
            low, high = self.center - 3 * self.scale, self.center + 3 * self.scale
            if self.sign:
                low, high = (self.start + self.sign * b * self.unit for b in (-1, 30))
            return self.some_numbers(min(low, high), max(low, high), rng, n)
        column = self.some_numbers(self.edges[0], self.edges[-1], rng, n)
        on = rng.random(n) < 0.1
        return Numbers(np.where(on, rng.choice(self.edges, n), column.values))

    def describe(self) -> str:
        """Return "number", and what is special about it."""
        skewed = ["skewed (its logarithm is used)"] if self.sign else []
        return ", ".join(["number", *skewed, *self.notes()])


@final
@dataclass(frozen=True)
class Plain(Numeric, name="plain"):
    """The number unchanged, `fill` if missing, for a network that scales its inputs itself."""

    fill: float = 0.0

    @property
    def width(self) -> int:
        """The number, and the indicator of missing values."""
        return 1 + self.missing

    def encode(self, column: Column) -> Array:
        """Return the numbers of each row, shape (rows, width)."""
        x = self.read(column)
        absent = np.isnan(x)
        filled = np.where(absent, self.fill, x)
        return np.column_stack([filled, absent]) if self.missing else filled[:, None]

    def examples(self, rng: RNG, n: int) -> Column:
        """Return numbers around the one for missing cells, far from it, and missing."""
        size = max(abs(self.fill), 1.0)
        return self.some_numbers(self.fill - size, self.fill + size, rng, n)

    def describe(self) -> str:
        """Return "number", and what is special about it."""
        return ", ".join(["number", *self.notes()])


def learn_plain(name: str, x: Array, form: NumberFormat = PLAIN) -> Plain:
    """Return the encoder of unchanged numbers x, NaN if missing; the median replaces them."""
    there = x[~np.isnan(x)]
    fill = float(np.quantile(there, 0.5, method="inverted_cdf"))
    return Plain(name, missing=len(there) < len(x), fill=fill, **asdict(form))


def learn_number(
    name: str, x: Array, weight: Array | None, bins: int, form: NumberFormat = PLAIN
) -> Number:
    """Learn the encoder of numbers x (NaN if missing), of which at least two differ."""
    there = ~np.isnan(x)
    w = None if weight is None else weight[there]
    x = x[there] if w is not None else np.sort(x[there])  # quantiles of sorted numbers are fast
    sign, start, unit = _skew(x, w)
    read = {"missing": not there.all(), **asdict(form)}
    plain = Number(name, **read, sign=sign, start=start, unit=unit)
    center, scale = robust(plain._unskewed(x), w)
    edges = np.unique(quantiles(x, w, np.linspace(0, 1, bins + 1))) if bins else ()
    kept = tuple(float(e) for e in edges) if len(edges) > 2 else ()
    return replace(plain, center=center, scale=scale, edges=kept)


def quantiles(x: Array, weight: Array | None, q: Any) -> Array:
    """Return quantiles of x; a row of weight 2 counts like the same row twice."""
    return np.asarray(np.quantile(x, q, method="inverted_cdf", weights=weight))


def robust(u: Array, w: Array | None) -> tuple[float, float]:
    """Return the median and the quartile distance, or half the range if that is 0."""
    low, first, median, third, high = quantiles(u, w, [0, 0.25, 0.5, 0.75, 1])
    scale = third - first if third > first else (high - low) / 2
    return float(median), float(scale)


def _skew(x: Array, w: Array | None) -> tuple[int, float, float]:
    """Return (sign, start, unit): the tail that is too long, and where its logarithm begins."""
    low, near, median, far, high = quantiles(x, w, [0, 0.05, 0.5, 0.95, 1])
    up, down = far - median, median - near
    if np.isin(x, (low, high)).all():  # two values have no tail
        return 0, 0.0, 1.0
    if up > SKEWED * down:
        sign, start = 1, low
    elif down > SKEWED * up:
        sign, start = -1, high
    else:
        return 0, 0.0, 1.0
    distance = sign * (x - start)
    middle = float(quantiles(distance[distance > 0], None if w is None else w[distance > 0], 0.5))
    return sign, float(start), middle
