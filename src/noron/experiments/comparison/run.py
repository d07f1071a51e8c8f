"""Running a comparison: every recipe once, in the store, and never twice."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from noron.core.errors import SettingError, check_choice
from noron.experiments.comparison.grid import Grid
from noron.experiments.comparison.report import Comparison
from noron.experiments.comparison.result import ComparedRun
from noron.experiments.execution import (
    Executor,
    Job,
    WorkerConfig,
    WorkerSpec,
    choose_executor,
    keeps_bits,
)
from noron.experiments.machine import machine
from noron.experiments.run import Sources, check, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import STORE, Store
from noron.experiments.task import Task
from noron.experiments.trial import Trial, outcome_again, stored_trial
from noron.training.metrics import recorded_names

COUNTED = ("done", "diverged")
"""Ends of a run that are results: it would end so again."""

OnResult = Callable[[ComparedRun, int, int], None]
"""Hears of each run that has ended: told(run, how many have ended, of how many)."""

MOST_KEPT = 2**28
"""Bytes of networks that are kept until it is known which is the best; beyond, it is trained again.
"""

Place = tuple[int, int]
"""Of a run in the grid: its choice, and which seed or fold."""


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
) -> Comparison:
    """Train every combination of settings, and say what is proven.

        compare({"data": "moons", "epochs": 20}, {"hidden": [[8], [16, 8]]}, seeds=5)

    Several networks are trained at a time, in lanes or in a stack, where that is measured to be
    faster; the results are the same to the bit.

    Args:
        spec: what all share: a `RunSpec`, or its settings.
        axes: the values of each setting that is to be compared.
        seeds: how many runs of each choice, from the recipe's seed on; or the seeds themselves.
        folds: cross-validate in so many parts, in place of several seeds.
        metric: what decides, the validation's accuracy or R squared if None.
        store: the file that keeps the runs. What this machine has done there, in this comparison
            or any other, is not done again. None keeps nothing.
        told: hears of each run when it has ended.
        workers: so many processes of this machine train, or the workers of the Dask scheduler at
            this address, "tcp://127.0.0.1:8786".

    Ctrl-C ends it with what there is. A run that raises or diverges is kept with its reason, and
    the others go on. Raises SettingError, DataError and StoreError before anything is trained, and
    WorkersError where the workers are gone; the same call then goes on with what is left.
    """
    base = spec if isinstance(spec, RunSpec) else RunSpec(**(spec or {}))
    grid, worker_config = Grid.of(base, axes or {}, seeds, folds), WorkerConfig.of(workers)
    return run_grid(
        grid, metric=metric, store=store, on_result=on_result, worker_config=worker_config
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
    """As `compare`, for a grid that has been made already."""
    sources = Sources() if sources is None else sources
    specs, safe = check_all(grid, sources)
    deciding = check_metric(metric, sources.rows_of(specs[0, 0]).task)
    with ExitStack() as stack:
        kept = None if store is None else stack.enter_context(Store(store))
        work = _Work(grid, specs, sources, kept, again)
        interrupted = False

        def workers(left: Sequence[RunSpec]) -> Executor:
            if worker_config is not None:
                return worker_config.open(sources, kept)
            return choose_executor(left, sources, kept, safe=safe)

        try:
            for number, done in enumerate(work.ended(workers), start=1):
                on_result(done, number, len(grid))
                if done.status == "interrupted":
                    raise KeyboardInterrupt
        except KeyboardInterrupt:  # in a run, which keeps what it has, or between two
            interrupted = True
        return work.comparison(deciding, interrupted)


def check_all(grid: Grid, sources: Sources) -> tuple[dict[Place, RunSpec], bool]:
    """The recipes of all runs, each of which could be trained, found out before any is.

    And whether all of them would end with the same bits in lanes.
    """
    specs: dict[Place, RunSpec] = {}
    safe = True
    for place in grid.places():
        spec = grid.spec(*place)
        rows = sources.rows_of(spec)
        if place[1] == 0:
            net = check(spec, rows)
            safe = safe and keeps_bits(spec, net)
        specs[place] = resolved(spec, rows)
    return specs, safe


def check_metric(metric: str | None, task: Task) -> str:
    """The metric that decides; SettingError for one that is not recorded."""
    known = recorded_names(task.loss)
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
        self.runs: list[ComparedRun] = []
        self.weights: dict[Place, Trial] = {}
        self.kept_bytes = 0
        self.experiment, self.again = -1, again
        self.workers: Executor | None = None
        if store is not None:
            self.experiment = store.experiment("compare", grid.plan())
            if again:
                store.forget(self.experiment)

    def ended(self, workers: Callable[[Sequence[RunSpec]], Executor]) -> Iterator[ComparedRun]:
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
        first = place[1] == 0  # its network may be the one to be tested
        return Job(place, self.specs[place], self.grid.choices[place[0]].name, weights=first)

    def _stored(self, place: Place) -> ComparedRun | None:
        """The run that counts already, or one of the same recipe from the same machine."""
        if self.store is None:
            return None
        spec = self.specs[place]
        known = stored_trial(self.store, self.experiment, spec, anew=self.again)
        if known is None or known.status not in COUNTED:
            return None
        return ComparedRun(
            *place, spec, known.status, known.reason, list(known.rows), known.run, known.seconds,
            reused=True,
        )  # fmt: skip

    def _trained(self, place: Place, trial: Trial) -> ComparedRun:
        if self.store is not None and trial.run is not None and trial.status in COUNTED:
            self.store.count_in(self.experiment, trial.run)
        if place[1] == 0:
            self._keep(place, trial)
        return ComparedRun(
            *place, self.specs[place], trial.status, trial.reason, list(trial.rows), trial.run,
            trial.seconds,
        )  # fmt: skip

    def _keep(self, place: Place, trial: Trial) -> None:
        """Keep the network, which may be the one to be tested, while those kept are small."""
        size = 0
        if trial.outcome is not None:
            size = trial.outcome.net.network.theta.nbytes
        elif trial.weights is not None:
            size = trial.weights[0].nbytes
        if self.kept_bytes + size <= MOST_KEPT:
            self.kept_bytes += size
            self.weights[place] = trial

    def comparison(self, metric: str, interrupted: bool) -> Comparison:
        """The object that all this comes to; the best choice is tested."""
        rows = self.sources.rows_of(self.specs[0, 0])
        if not any(run.rows for run in self.runs):
            if interrupted:
                raise KeyboardInterrupt
            reasons = {run.reason for run in self.runs}
            raise SettingError(f"no run finished an epoch: {'; '.join(sorted(reasons))}")
        order = {place: i for i, place in enumerate(self.grid.places())}
        runs = sorted(self.runs, key=lambda run: order[run.choice, run.repeat])
        result = Comparison(
            self.grid, runs, metric, interrupted=interrupted, data=rows.split.name,
            machine=machine(), pace="" if self.workers is None else self.workers.description,
        )  # fmt: skip
        place = (result.evidence.best, 0)
        if not interrupted and not math.isnan(result.evidence.means[place[0]]):
            best = self.weights.get(place)
            result.test = outcome_again(self.specs[place], self.sources, best).test()
        return result
