"""Running a comparison: every recipe once, in the store, and never twice."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from noron.errors import NoronError, SettingError, check_choice
from noron.experiments.comparison.comparison import ComparedRun, Comparison
from noron.experiments.comparison.grid import Grid
from noron.experiments.machine import machine
from noron.experiments.recorder import record
from noron.experiments.run import Outcome, Sources, check, execute, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import STORE, Reader, Store
from noron.experiments.store.writer import this_machine
from noron.experiments.task import Task

COUNTED = ("done", "diverged")
"""Ends of a run that are results: it would end so again."""

Told = Callable[[ComparedRun, int, int], None]
"""Hears of each run that has ended: told(run, how many have ended, of how many)."""


def compare(
    spec: RunSpec | Mapping[str, Any] | None = None,
    axes: Mapping[str, Sequence[Any]] | None = None,
    *,
    seeds: int | Sequence[int] = 1,
    folds: int | None = None,
    metric: str | None = None,
    store: str | Path | None = STORE,
    told: Told = lambda run, number, of: None,
) -> Comparison:
    """Train every combination of settings, and say what is proven.

        compare({"data": "moons", "epochs": 20}, {"hidden": [[8], [16, 8]]}, seeds=5)

    Args:
        spec: what all share: a `RunSpec`, or its settings.
        axes: the values of each setting that is to be compared.
        seeds: how many runs of each choice, from the recipe's seed on; or the seeds themselves.
        folds: cross-validate in so many parts, in place of several seeds.
        metric: what decides, the validation's accuracy or R squared if None.
        store: the file that keeps the runs. What this machine has done there, in this comparison
            or any other, is not done again. None keeps nothing.
        told: hears of each run when it has ended.

    Ctrl-C ends it with what there is. A run that raises or diverges is kept with its reason, and
    the others go on. Raises SettingError, DataError and StoreError before anything is trained.
    """
    base = spec if isinstance(spec, RunSpec) else RunSpec(**(spec or {}))
    return run_grid(Grid.of(base, axes or {}, seeds, folds), metric=metric, store=store, told=told)


def run_grid(
    grid: Grid,
    *,
    metric: str | None,
    store: str | Path | None,
    told: Told,
    sources: Sources | None = None,
    again: bool = False,
) -> Comparison:
    """As `compare`, for a grid that has been made already."""
    sources = Sources() if sources is None else sources
    specs = check_all(grid, sources)
    deciding = check_metric(metric, sources.rows_of(specs[0, 0]).task)
    with ExitStack() as stack:
        kept = None if store is None else stack.enter_context(Store(store))
        work = _Work(grid, specs, sources, kept, again)
        interrupted = False
        try:
            for number, place in enumerate(grid.places(), start=1):
                done = work.run(place)
                told(done, number, len(grid))
                if done.status == "interrupted":
                    raise KeyboardInterrupt
        except KeyboardInterrupt:  # in a run, which keeps what it has, or between two
            interrupted = True
        return work.comparison(deciding, interrupted)


def check_all(grid: Grid, sources: Sources) -> dict[tuple[int, int], RunSpec]:
    """The recipes of all runs, each of which could be trained, found out before any is."""
    specs: dict[tuple[int, int], RunSpec] = {}
    for place in grid.places():
        spec = grid.spec(*place)
        rows = sources.rows_of(spec)
        if place[1] == 0:
            check(spec, rows)
        specs[place] = resolved(spec, rows)
    return specs


def check_metric(metric: str | None, task: Task) -> str:
    """The metric that decides; SettingError for one that is not recorded."""
    measure = "r2" if task.loss.task == "regression" else "accuracy"
    known = [f"{part}{name}" for name in (measure, "loss") for part in ("val_", "")]
    return known[0] if metric is None else check_choice("metric", metric, known)


class _Work:
    """What has been run of a grid so far."""

    def __init__(
        self,
        grid: Grid,
        specs: dict[tuple[int, int], RunSpec],
        sources: Sources,
        store: Store | None,
        again: bool,
    ) -> None:
        self.grid, self.specs, self.sources, self.store = grid, specs, sources, store
        self.runs: list[ComparedRun] = []
        self.weights: dict[tuple[int, int], Outcome] = {}
        self.experiment, self.again = -1, again
        if store is not None:
            self.experiment = store.experiment("compare", grid.plan())
            if again:
                store.forget(self.experiment)

    def run(self, place: tuple[int, int]) -> ComparedRun:
        """One run, from the store if it is there."""
        done = self._stored(place) or self._trained(place)
        self.runs.append(done)
        return done

    def _stored(self, place: tuple[int, int]) -> ComparedRun | None:
        """The run that counts already, or one of the same recipe from the same machine."""
        if self.store is None:
            return None
        reader, spec = Reader(self.store.connection), self.specs[place]
        number = reader.counted(self.experiment, spec.identity)
        if number is None and spec.time_limit is None and not self.again:
            number = reader.finished(spec.identity, this_machine())
            if number is not None:
                self.store.count_in(self.experiment, number)
        if number is None:
            return None
        run, rows = reader.run(number), reader.rows(number)
        if run.status not in COUNTED:
            return None
        return ComparedRun(
            *place, spec, run.status, run.reason, rows, number,
            math.nan if run.seconds is None else run.seconds, reused=True,
        )  # fmt: skip

    def _trained(self, place: tuple[int, int]) -> ComparedRun:
        spec, started = self.specs[place], time.perf_counter()
        try:
            if self.store is None:
                outcome = execute(spec, self.sources)
            else:
                outcome = record(
                    self.store, spec, self.sources, name=self.name_of(place), failures=True
                )
        except (NoronError, MemoryError, ArithmeticError, ValueError, RuntimeError) as error:
            reason = f"{type(error).__name__}: {error}"
            return ComparedRun(*place, spec, "failed", reason, [], seconds=math.nan)
        if self.store is not None and outcome.run is not None and outcome.status in COUNTED:
            self.store.count_in(self.experiment, outcome.run)
        self._keep(place, outcome)
        return ComparedRun(
            *place, spec, outcome.status, outcome.history.stop_reason, list(outcome.history.rows),
            outcome.run, time.perf_counter() - started,
        )  # fmt: skip

    def name_of(self, place: tuple[int, int]) -> str:
        """How a run is called in the store."""
        return self.grid.choices[place[0]].name

    def _keep(self, place: tuple[int, int], outcome: Outcome) -> None:
        """The networks of the first seed are kept, one of which will be tested."""
        if place[1] == 0 and len(self.weights) < 500:
            self.weights[place] = outcome

    def comparison(self, metric: str, interrupted: bool) -> Comparison:
        """The object that all this comes to; the best choice is tested."""
        rows = self.sources.rows_of(self.specs[0, 0])
        if not any(run.rows for run in self.runs):
            if interrupted:
                raise KeyboardInterrupt
            reasons = {run.reason for run in self.runs}
            raise SettingError(f"no run finished an epoch: {'; '.join(sorted(reasons))}")
        found = Comparison(
            self.grid, self.runs, metric, interrupted=interrupted, data=rows.split.name,
            machine=machine(),
        )  # fmt: skip
        place = (found.evidence.best, 0)
        if not interrupted and not math.isnan(found.evidence.means[place[0]]):
            outcome = self.weights.get(place) or execute(self.specs[place], self.sources)
            found.test = outcome.test()
        return found
