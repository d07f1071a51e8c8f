"""The result of profiling, as numbers and as a table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from noron.core.text import aligned
from noron.tools.profiling.machine import Machine
from noron.tools.profiling.work import Amount

WIDTH, NAME_WIDTH = 100, 26
"""The largest number of characters of a line, and of a name in it."""


@dataclass(frozen=True)
class Pass:
    """The forward or the backward pass of a part of a step.

    Attributes:
        seconds: the measured time.
        multiplications: in its matrix products; None if unknown.
        touched: the bytes that it must at least read and write.
        products: the seconds that its products take at the machine's peak rate.
        memory: the seconds by which reading and writing these bytes takes longer than that.
        overhead: the remaining seconds, such as calls, waiting, and slow code.
    """

    seconds: float = 0.0
    multiplications: int | None = 0
    touched: int = 0
    products: float = 0.0
    memory: float = 0.0

    @staticmethod
    def of(seconds: float, amount: Amount, machine: Machine, bandwidth: float) -> "Pass":
        """Split the measured seconds by the roofline; products and memory work in parallel."""
        multiplied = 2 * (amount.multiplications or 0) / machine.peak
        products = min(seconds, multiplied)
        memory = min(seconds, max(multiplied, amount.touched / bandwidth)) - products
        return Pass(seconds, amount.multiplications, amount.touched, products, memory)

    @property
    def overhead(self) -> float:
        """Return the seconds that the roofline does not explain."""
        return max(self.seconds - self.products - self.memory, 0.0)


NONE = Pass()
"""A pass that does not exist."""


@dataclass(frozen=True)
class Part:
    """The two passes of a layer, or of the rows, the loss, the update, or the rest of a step."""

    name: str
    path: str
    forward: Pass
    back: Pass = NONE

    @property
    def seconds(self) -> float:
        """Return the seconds of both passes."""
        return self.forward.seconds + self.back.seconds

    @property
    def multiplications(self) -> int | None:
        """Return the multiplications of both passes; None if unknown."""
        both = (self.forward.multiplications, self.back.multiplications)
        return None if None in both else sum(number or 0 for number in both)

    @property
    def touched(self) -> int:
        """Return the bytes that both passes must at least read and write."""
        return self.forward.touched + self.back.touched

    @property
    def rate(self) -> float | None:
        """Return the additions and multiplications a second; None for a part without products."""
        known = self.multiplications and self.seconds
        return 2 * (self.multiplications or 0) / self.seconds if known else None

    @property
    def roofline(self) -> float | None:
        """Return the least possible time by the roofline, as a share of the time; or None."""
        known = self.multiplications is not None and self.touched and self.seconds
        return 1 - (self.forward.overhead + self.back.overhead) / self.seconds if known else None

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        passes = {}
        for way, of in (("forward", self.forward), ("back", self.back)):
            passes[way] = {**of.__dict__, "overhead": of.overhead}
        totals = {"seconds": self.seconds, "multiplications": self.multiplications}
        totals |= {"touched": self.touched, "rate": self.rate, "roofline": self.roofline}
        return {"name": self.name, "path": self.path, **totals, **passes}


@dataclass(frozen=True)
class Profile:
    """Where the time of a training step goes. It prints as a table.

    Attributes:
        engine: which engine ran, how, and why not a faster one.
        run: rows, batch_size, optimizer, dtype, and how many steps were measured.
        layers: a `Part` for each layer; `back` includes the update of its weights if the engine
            does it there.
        phases: a `Part` each for gathering the rows, the loss, a separate update, and the rest.
        machine: the limits of the machine, measured right after the steps.
        products_alone: the seconds of the dense products of one step in NumPy's BLAS.
        clock: by which factor timing the parts slowed the steps down; the parts are corrected
            for that.
    """

    engine: str
    run: dict[str, Any]
    layers: tuple[Part, ...]
    phases: tuple[Part, ...]
    machine: Machine
    products_alone: float
    clock: float

    @property
    def seconds(self) -> float:
        """Return the seconds of a step."""
        return math.fsum(part.seconds for part in (*self.phases, *self.layers))

    @property
    def shares(self) -> dict[str, float]:
        """Return the shares of products, memory and overhead in a step's time; their sum is 1.

        Products are the multiplications at the peak rate, memory is the time by which reading and
        writing takes longer than these, and overhead is the rest.
        """
        passes = [p for part in (*self.phases, *self.layers) for p in (part.forward, part.back)]
        products = math.fsum(p.products for p in passes) / self.seconds
        memory = math.fsum(p.memory for p in passes) / self.seconds
        return {"products": products, "memory": memory, "overhead": 1 - products - memory}

    def to_dict(self) -> dict[str, Any]:
        """Return plain data, with times in seconds and rates in operations or bytes a second."""
        return {
            "engine": self.engine,
            "run": dict(self.run),
            "seconds": self.seconds,
            "shares": self.shares,
            "layers": [part.to_dict() for part in self.layers],
            "phases": {part.name: part.to_dict() for part in self.phases},
            "machine": dict(self.machine.__dict__),
            "products_alone": self.products_alone,
            "clock": self.clock,
        }

    def table(self) -> str:
        """Return the profile as text, at most 100 characters wide."""
        rows, *others = self.phases
        return "\n".join(
            [
                *self._head(),
                "",
                *_numbers([rows, *self.layers, *others], self.seconds),
                "",
                *_ways([rows, *self.layers, *others]),
                "",
                *self._end(),
            ]
        )

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        return self.table()

    def _head(self) -> list[str]:
        run, m = self.run, self.machine
        step = f"{run['batch_size']:,} of {run['rows']:,} rows, {run['optimizer']}, {run['dtype']}"
        best = (
            f"{m.peak / 1e9:.3g} GFLOP/s, memory {m.bandwidth / 1e9:.3g} GB/s, "
            f"{m.near_bandwidth / 1e9:.3g} GB/s within {_size(m.near_bytes)}"
        )
        pairs = [
            ("a step", f"{_time(self.seconds)}: {step}"),
            ("engine", self.engine),
            ("machine", f"{best}, {m.threads} thread{'s' * (m.threads > 1)}"),
        ]
        return [line for name, text in pairs for line in _wrapped(f"{name:<8} ", text)]

    def _end(self) -> list[str]:
        shares = ", ".join(f"in {name} {share:.1%}" for name, share in self.shares.items())
        lines = [f"{shares} (of the roofline; overhead is the rest)"]
        if self.products_alone:
            ratio = self.seconds / self.products_alone
            alone = _time(self.products_alone)
            lines.append(
                f"its dense products alone take {alone}: the step takes {ratio:.3g} times that"
            )
        if self.clock > 1.2:
            lines.append(
                f"steps took {self.clock:.1f} times as long while their parts were timed: those "
                "are less certain"
            )
        return lines


def _numbers(parts: Sequence[Part], total: float) -> list[str]:
    head = ("part", "forward us", "back us", "share", "products", "touched", "GFLOP/s", "roofline")
    lines = [head]
    for part in parts:
        back = f"{part.back.seconds * 1e6:.2f}" if part.back != NONE else ""
        products = part.multiplications
        lines.append(
            (
                _cut(part.name, NAME_WIDTH),
                f"{part.forward.seconds * 1e6:.2f}",
                back,
                f"{part.seconds / total:.1%}",
                "?" if products is None else _count(products) if products else "",
                _size(part.touched) if part.touched else "",
                "" if part.rate is None else f"{part.rate / 1e9:.3g}",
                "" if part.roofline is None else f"{part.roofline:.0%}",
            )
        )
    return aligned(lines, left=1)


def _ways(parts: Sequence[Part]) -> list[str]:
    explained = [part for part in parts if part.path]
    width = max((len(_cut(part.name, NAME_WIDTH)) for part in explained), default=0)
    lines: list[str] = []
    for part in explained:
        lines += _wrapped(f"{_cut(part.name, NAME_WIDTH):<{width}}  ", part.path)
    return lines


def _wrapped(first: str, text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 3] + "..."


def _time(seconds: float) -> str:
    return f"{seconds * 1e6:.4g} us" if seconds < 0.01 else f"{seconds * 1e3:.4g} ms"


def _count(number: float) -> str:
    for size, unit in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if number >= size:
            return f"{number / size:.3g}{unit}"
    return f"{number:g}"


def _size(n_bytes: float) -> str:
    return f"{_count(n_bytes)}B" if n_bytes >= 1e3 else f"{n_bytes:g} B"


__all__ = ["Part", "Pass", "Profile"]
