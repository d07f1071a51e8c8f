"""Train a stored run again: are its bits the same, and if not, what has changed?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from noron.core.errors import DataError, SettingError
from noron.core.metric_rows import Row
from noron.engines.machine import differences, machine
from noron.experiments.recorder import record
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.store import Reader, Store, StoredRun
from noron.experiments.store.writer import NO_METRIC
from noron.training.callbacks import AnyCallback

MOST_SHOWN = 5


@dataclass(frozen=True)
class Repeated:
    """The result of a repeated run.

    Attributes:
        same: whether the weights and every recorded metric have the same bits.
        changed: what has changed in the machine, the libraries or the data, a line each.
        differences: the first values that differ, a line each.
        run: the number of the new run; None if it could not start.
    """

    original: int
    same: bool
    status: str
    changed: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    run: int | None = None

    @property
    def conclusion(self) -> str:
        """Return the result as a sentence."""
        if self.run is None:
            return f"Run {self.original} cannot be repeated: its data has changed."
        if self.same:
            more = ", although something else has changed" if self.changed else ""
            return f"Run {self.original} repeated: every bit is the same{more}."
        if self.changed:
            return (
                f"Run {self.original} repeated: the bits differ, and so does what is listed here."
            )
        return (
            f"Run {self.original} repeated: the bits differ, although the recipe, the machine and "
            "the libraries are the same."
        )


def repeat_run(store: Store, number: int, *, callbacks: Sequence[AnyCallback] = ()) -> Repeated:
    """Run the recipe of a stored run again, and store the new run too.

    Raises SettingError for a run that does not exist, is not done or had a time limit; and what
    training raises.
    """
    reader = Reader(store.connection)
    original = reader.run(number)
    if original.settings.get("command") == "fit":
        raise SettingError(
            f"run {number} is a network of noron fit, which noron repeat cannot train: use noron "
            f"fit {original.settings['data']} --target {original.settings.get('target')} with the "
            f"options that noron runs show {number} lists"
        )
    spec = original.spec
    why_not = obstacle(original)
    if why_not is not None:
        raise SettingError(f"run {number} {why_not}: give a run that is done and has no time limit")
    sources = Sources()
    changed = differences(original.machine, machine())
    try:
        sources.rows_of(spec)
    except DataError as error:
        return Repeated(number, False, "failed", [f"the data: {error}", *changed])
    tested = any(name.startswith("test_") for name in original.results)
    outcome = record(
        store, spec, sources, callbacks=callbacks, name=original.name, repeats=number, tested=tested
    )
    if outcome.run is None or outcome.status == "interrupted":
        return Repeated(number, False, outcome.status, changed, run=outcome.run)
    again = reader.run(outcome.run)
    before, after = (_engine(run) for run in (original, again))
    if before != after:
        changed.append(f"the engine was {before} and is now {after}")
    apart = _apart(original, again, reader.rows(number), reader.rows(outcome.run))
    return Repeated(number, not apart, outcome.status, changed, apart, outcome.run)


def obstacle(run: StoredRun | RunResult) -> str | None:
    """Return why the run cannot be repeated bit for bit, or None if it can."""
    if run.status not in ("done", "diverged"):
        return f"is {run.status}, so it has no final result to compare with"
    if run.spec.time_limit is not None:
        limit = f"{run.spec.time_limit:g} seconds"
        return f"had a time limit of {limit}, in which no two runs do the same number of steps"
    return None


def _apart(one: StoredRun, other: StoredRun, rows: list[Row], new: list[Row]) -> list[str]:
    """Return the first values in which two runs differ, and whether their weights do."""
    result: list[str] = []
    if len(rows) != len(new):
        result.append(f"{len(rows)} epochs then, {len(new)} now")
    for old, now in zip(rows, new, strict=False):
        for name in dict.fromkeys([*old, *now]):
            a, b = old.get(name, math.nan), now.get(name, math.nan)
            if name not in NO_METRIC and not _equal(a, b):
                result.append(f"{name} of epoch {old['epoch']:.0f}: {a!r} then, {b!r} now")
    for name, value in one.results.items():
        if name.startswith("test_") and not _equal(value, other.results.get(name, math.nan)):
            result.append(f"{name}: {value!r} then, {other.results.get(name)!r} now")
    more = [f"and {len(result) - MOST_SHOWN} more values"] if len(result) > MOST_SHOWN else []
    result = result[:MOST_SHOWN] + more
    if one.digest != other.digest:
        result.append("the weights")
    return result


def _engine(run: StoredRun) -> str:
    """Return the engine's name without its details."""
    return run.engine.split(" ")[0].rstrip(";")


def _equal(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))
