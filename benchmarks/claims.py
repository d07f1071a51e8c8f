"""Measured figures beside what was asked for: a line of the report each."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.cases import Bar, Case
from benchmarks.figures import Figure, ratio
from benchmarks.peers import FAMILY_NAMES, OURS, PEERS
from benchmarks.race import Times

FAMILY = {spec.name: spec.family for spec in PEERS}
TWO_THREADS = 1.05
"""Runs that may take two threads may be this much slower than on one, which is noise."""
PUBLIC_TRAIN = 1.05
"""The public `train` may take this much of the bare loop's time."""
OF_ALL_SHAPES = "the worst of"
"""So the figures begin that look at the whole grid."""


@dataclass(frozen=True)
class Claim:
    """One measured figure: what it is, its spread, its bar and its aim."""

    show: int
    case: str
    what: str
    value: float
    low: float
    high: float
    unit: str = "×"
    bar: float | None = None
    aim: float | None = None
    at_most: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the bar is reached; None where there is none."""
        if self.bar is None:
            return None
        return self.value <= self.bar if self.at_most else self.value >= self.bar

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the verdict."""
        return asdict(self) | {"met": self.met}


def ours(times: Mapping[str, Times]) -> str | None:
    """Which of our engines is compared: the fastest kind that took part."""
    return next((name for name in OURS if name in times), None)


def best_of(family: str, times: Mapping[str, Times]) -> str | None:
    """The family's member with the smallest median: the best number of threads."""
    members = [name for name in times if FAMILY[name] == family]
    return min(members, key=lambda name: times[name].figure.median, default=None)


def of_case(case: Case, times: Mapping[str, Times]) -> list[Claim]:
    """The claims of one case; a bar whose peer is absent is left out."""
    own = ours(times)
    if own is None:
        return []
    against = {bar.against: bar for bar in case.bars}
    names = [*against, *(family for family in case.families if family not in against)]
    claims = [
        claim
        for name in names
        if name != "noron" and (claim := _claim(case, name, against.get(name), own, times))
    ]
    if "noron-bare" in times:
        share = ratio(times[own].seconds, times["noron-bare"].seconds)
        what = "public train / bare engine loop"
        bar = Bar("products", PUBLIC_TRAIN)
        claims.append(_made(case, what, share, bar, show=11))
    if "torch-compile" in times:
        figure = ratio(times["torch-compile"].seconds, times[own].seconds)
        claims.append(_made(case, "torch.compile / noron", figure, None))
    return claims


def _claim(
    case: Case, against: str, bar: Bar | None, own: str, times: Mapping[str, Times]
) -> Claim | None:
    if against == "seconds":
        f = times[own].figure
        micro = Figure(f.median * 1e6, f.low * 1e6, f.high * 1e6)
        assert bar is not None
        aim = None if bar.aim is None else bar.aim * 1e6
        return _made(case, "noron, one call", micro, Bar("seconds", bar.bar * 1e6, aim), unit="µs")
    peer = best_of(against, times)
    if peer is None:
        return None
    if against == "products":
        figure = ratio(times[own].seconds, times[peer].seconds)
        return _made(case, f"noron / {FAMILY_NAMES[against]}", figure, bar, at_most=True)
    figure = ratio(times[peer].seconds, times[own].seconds)
    return _made(case, f"{FAMILY_NAMES[against]} / noron", figure, bar)


def _made(
    case: Case,
    what: str,
    f: Figure,
    bar: Bar | None,
    *,
    unit: str = "×",
    show: int | None = None,
    at_most: bool = False,
) -> Claim:
    return Claim(
        show=case.show if show is None else show,
        case=case.title,
        what=what,
        value=f.median,
        low=f.low,
        high=f.high,
        unit=unit,
        bar=bar.bar if bar else None,
        aim=bar.aim if bar else None,
        at_most=bar.at_most if bar else at_most,
    )


def of_grid(results: Sequence[Mapping[str, Any]]) -> list[Claim]:
    """Over all shapes of the grid: the worst of each ratio, and two threads against one."""
    grid = [result for result in results if result["name"].startswith("grid_")]
    claims = []
    for family in ("torch", "sklearn", "jax"):
        what = f"{FAMILY_NAMES[family]} / noron"
        found = [c for result in grid for c in result["claims"] if c["what"] == what]
        if found:
            worst = min(found, key=lambda claim: claim["value"])
            where = f"{OF_ALL_SHAPES} {len(found)} shapes ({worst['case']})"
            claims.append(Claim(5, where, what, worst["value"], worst["low"], worst["high"], bar=1))
    pairs = [
        (result["title"], result["times"]["noron-2"], result["times"]["noron-1"])
        for result in grid
        if {"noron-1", "noron-2"} <= result["times"].keys()
    ]
    if pairs:
        figures = [(ratio(two["seconds"], one["seconds"]), title) for title, two, one in pairs]
        f, title = max(figures, key=lambda pair: pair[0].median)
        where = f"{OF_ALL_SHAPES} {len(pairs)} shapes ({title})"
        what = "two threads / one thread"
        claims.append(Claim(5, where, what, f.median, f.low, f.high, bar=TWO_THREADS, at_most=True))
    return claims
