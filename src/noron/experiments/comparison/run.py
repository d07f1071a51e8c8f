"""Running a comparison: every recipe once, in the store, and never twice."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from noron.core.errors import SettingError, check_choice
from noron.core.text import describe
from noron.engines.machine import machine
from noron.experiments.comparison.grid import Grid, Place
from noron.experiments.comparison.report import Comparison
from noron.experiments.execution import (
    Executor,
    Job,
    WorkerConfig,
    WorkerSpec,
    choose_executor,
    keeps_bits,
)
from noron.experiments.recorder import stored_result
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, check, resolved, with_net
from noron.experiments.run_progress import RunProgress
from noron.experiments.spec import RunSpec
from noron.experiments.store import STORE, Store
from noron.experiments.task import RunData
from noron.training.metrics import RecordedMetric, recorded_names

COUNTED = ("done", "diverged")
"""The statuses of runs whose results count, as they would end so again."""

OnResult = Callable[[RunResult, int, int], None]
"""Called with each run that has ended: on_result(run, how many have ended, of how many)."""

MOST_KEPT = 2**28
"""Bytes of networks that are kept until it is known which is the best; beyond, it is trained again.
"""


def compare(
    spec: RunSpec | Mapping[str, Any] | None = None,
    axes: Mapping[str, Sequence[Any]] | None = None,
    *,
    seeds: int | Sequence[int] = 1,
    folds: int | None = None,
    metric: str | None = None,
    store: str | Path | None = STORE,
    on_result: OnResult = lambda run, number, of: None,
    workers: WorkerSpec = None,
    progress: bool | None = None,
) -> Comparison:
    """Train every combination of settings, and report which one is best.

        compare({"data": "moons", "epochs": 20}, {"hidden": [[8], [16, 8]]}, seeds=5)

    Several networks are trained at the same time where that is measured to be faster; the results
    have the same bits.

    Args:
        spec: what all runs share: a `RunSpec`, or its settings.
        axes: the values of each setting to compare.
        seeds: how many runs of each choice, from the recipe's seed on; or the seeds themselves.
        folds: cross-validate with this many folds, instead of several seeds.
        metric: the metric that decides; None takes the validation accuracy or R squared.
        store: the file that stores the runs; a run that this machine has stored there before, in
            any comparison, is not trained again. None stores nothing.
        on_result: called with each run that has ended, how many have, and of how many.
        workers: train in this many processes on this machine, or on the workers of the Dask
            scheduler at this address, "tcp://127.0.0.1:8786".
        progress: True shows a bar, or lines without a notebook or terminal; None shows at most a
            bar.

    Ctrl-C ends the comparison with the runs so far. A run that raises or diverges is stored with
    its reason, and the others continue. Raises SettingError, DataError and StoreError before
    anything is trained, and WorkersError if the workers are gone; the same call then continues.
    """
    base = spec if isinstance(spec, RunSpec) else RunSpec(**(spec or {}))
    grid, worker_config = Grid.of(base, axes or {}, seeds, folds), WorkerConfig.of(workers)
    with RunProgress(len(grid), progress) as shown:

        def ended(run: RunResult, number: int, of: int) -> None:
            shown.ended(number, line_of(grid, run), trained=not run.reused)
            on_result(run, number, of)

        return run_grid(
            grid, metric=metric, store=store, on_result=ended, worker_config=worker_config
        )


def run_grid(
    grid: Grid,
    *,
    metric: str | None,
    store: str | Path | None,
    on_result: OnResult,
    sources: Sources | None = None,
    again: bool = False,
    worker_config: WorkerConfig | None = None,
) -> Comparison:
    """Run `compare` for a grid."""
    sources = Sources() if sources is None else sources
    specs, safe = check_all(grid, sources)
    deciding = check_metric(metric, sources.rows_of(specs[Place(0, 0)]))
    with ExitStack() as stack:
        kept = None if store is None else stack.enter_context(Store(store))
        work = _Work(grid, specs, sources, kept, again)

        def workers(left: Sequence[RunSpec]) -> Executor:
            if worker_config is not None:
                return worker_config.open(sources, kept)
            return choose_executor(left, sources, kept, safe=safe)

        try:
            for number, done in enumerate(work.ended(workers), start=1):
                on_result(done, number, len(grid))
                if done.status == "interrupted":
                    raise KeyboardInterrupt
            return work.comparison(deciding)
        except KeyboardInterrupt:  # in a run, which keeps what it has, or between two
            return work.comparison(deciding, interrupted=True)


def check_all(grid: Grid, sources: Sources) -> tuple[dict[Place, RunSpec], bool]:
    """The recipes of all runs, each of which could be trained, found out before any is.

    And whether all of them would end with the same bits in lanes.
    """
    specs: dict[Place, RunSpec] = {}
    safe = True
    for place in grid.places():
        spec = grid.spec(*place)
        rows = sources.rows_of(spec)
        if place.repeat == 0:
            net = check(spec, rows)
            safe = safe and keeps_bits(spec, net)
        specs[place] = resolved(spec, rows)
    return specs, safe


def check_metric(metric: str | None, rows: RunData) -> str:
    """Return the metric that decides. Raises SettingError if it is not recorded."""
    if rows.validation is None:
        raise SettingError("validation is 0, but the validation rows decide: give a share of rows")
    known = recorded_names(rows.task.loss)
    return known[0] if metric is None else check_choice("metric", metric, known)


class _Work:
    """What has been run of a grid so far."""

    def __init__(
        self,
        grid: Grid,
        specs: dict[Place, RunSpec],
        sources: Sources,
        store: Store | None,
        again: bool,
    ) -> None:
        self.grid, self.specs, self.sources, self.store = grid, specs, sources, store
        self.runs: list[RunResult] = []
        self.nets: dict[Place, RunResult] = {}
        self.kept_bytes = 0
        self.experiment, self.again = -1, again
        self.workers: Executor | None = None
        if store is not None:
            self.experiment = store.experiment("compare", grid.plan())
            if again:
                store.forget(self.experiment)

    def ended(self, workers: Callable[[Sequence[RunSpec]], Executor]) -> Iterator[RunResult]:
        """Each run when it has ended, those first that the store has."""
        left = []
        for place in self.grid.places():
            done = self._stored(place)
            if done is None:
                left.append(place)
            else:
                self.runs.append(done)
                yield done
        if not left:
            return
        self.workers = workers([self.specs[place] for place in left])
        for job, trial in self.workers.run(map(self._job, left)):
            done = self._trained(job.key, trial)
            self.runs.append(done)
            yield done

    def _job(self, place: Place) -> Job:
        first = place.repeat == 0  # its network may be the one to be tested
        return Job(place, self.specs[place], self.grid.choices[place.choice].name, weights=first)

    def _stored(self, place: Place) -> RunResult | None:
        """The run that counts already, or one of the same recipe from the same machine."""
        known = stored_result(self.store, self.experiment, self.specs[place], anew=self.again)
        return None if known is None or known.status not in COUNTED else replace(known, key=place)

    def _trained(self, place: Place, result: RunResult) -> RunResult:
        if self.store is not None and result.run is not None and result.status in COUNTED:
            self.store.keep(partial(self.store.count_in, self.experiment, result.run))
        if place.repeat == 0:
            self._keep(place, result)
        return replace(result, key=place, kept=None, weights=None)

    def _keep(self, place: Place, result: RunResult) -> None:
        """Keep the network, which may be the one to be tested, while those kept are small."""
        theta = result.weights[0] if result.weights is not None else None
        if result.has_net:
            theta = result.net.network.theta
        if theta is not None and self.kept_bytes + theta.nbytes <= MOST_KEPT:
            self.kept_bytes += theta.nbytes
            self.nets[place] = result

    def comparison(self, metric: str, interrupted: bool = False) -> Comparison:
        """The object that all this comes to; the best choice is tested."""
        rows = self.sources.rows_of(self.specs[Place(0, 0)])
        if not any(run.rows for run in self.runs):
            if interrupted:
                raise KeyboardInterrupt
            reasons = {run.reason for run in self.runs}
            raise SettingError(f"no run finished an epoch: {'; '.join(sorted(reasons))}")
        order = {place: i for i, place in enumerate(self.grid.places())}
        runs = sorted(self.runs, key=lambda run: order[run.key])
        result = Comparison(
            self.grid, runs, metric, interrupted=interrupted, data=rows.split.name,
            machine=machine(), pace="" if self.workers is None else self.workers.description,
        )  # fmt: skip
        best = result.runs_of(result.evidence.best)
        if not interrupted and not math.isnan(result.evidence.means[result.evidence.best]):
            first = self.nets.get(best[0].key, best[0])
            result.test = with_net(first, self.sources).test()
        return result


def line_of(grid: Grid, run: RunResult) -> str:
    """Return one line about a run that has ended."""
    name = grid.choices[run.key.choice].name
    if len(grid.repeats) > 1:
        repeat = grid.repeats[run.key.repeat]
        name += f" fold {repeat['fold']}" if "fold" in repeat else f" seed {repeat['seed']}"
    known = [f"val_{name}" for name in RecordedMetric.members]
    shown = {key: run.last[key] for key in known if key in run.last}
    ended = describe(shown) if run.status == "done" else run.status
    return f"{name}  {ended}{'  (kept from before)' if run.reused else ''}"
