"""Running a search: points of a space as trials, several at a time, until there are enough."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from noron.core.errors import check_integer, check_number
from noron.experiments.execution import WorkerConfig, WorkerSpec
from noron.experiments.result import RunResult
from noron.experiments.run_progress import RunProgress
from noron.experiments.searching.leader import Leader
from noron.experiments.searching.plan import SearchPlan
from noron.experiments.searching.prepare import Prepared
from noron.experiments.searching.report import Search
from noron.experiments.searching.runs import SearchRuns
from noron.experiments.searching.study import Study
from noron.experiments.spec import RunSpec
from noron.experiments.store import STORE, Store

SEEDS = 4
"""The number of other seeds with which the best trial and the base recipe are compared."""

OnResult = Callable[[RunResult], None]
"""Called with each run that has ended."""


def search(
    spec: RunSpec | Mapping[str, Any],
    space: Mapping[str, Any],
    *,
    trials: int = 50,
    goals: Sequence[str] = (),
    sampler: str = "tpe",
    pruner: str = "halving",
    seconds: float | None = None,
    seeds: int = SEEDS,
    store: str | Path | None = STORE,
    workers: WorkerSpec = None,
    progress: bool | None = None,
) -> Search:
    """Search for good settings of a recipe; the same call continues an earlier search.

    Trial 0 is the recipe itself. The best trial is run beside it with several seeds, and is
    recommended only if it is better on average on the validation rows; else the recipe is.

        search({"data": "mnist", "epochs": 9}, {"learning_rate": {"from": 0.01, "to": 1.0,
               "log": True}, "activation": ["relu", "tanh"]}, trials=100)

    Args:
        spec: what all trials share: a `RunSpec`, or its settings.
        space: the values of each setting: a list, or {"from": 1, "to": 9, "log": True}; see
            `noron.experiments.searching.space`.
        trials: the number of trials, those of earlier calls included.
        goals: what to improve, the most important first: metrics such as "val_accuracy" (by
            default the validation accuracy or R²), "parameters", "seconds". With several, the
            result shows the best trade-offs, and no trial is pruned.
        sampler: "tpe" (Bergstra, Bardenet, Bengio and Kégl 2011), "random" or "nsga2".
        pruner: "halving", "median" or "none": which trials stop early.
        seconds: start no new run after this many seconds; the last 30 % are for the other seeds.
        seeds: the number of other seeds with which the best trial is compared with the recipe.
        store: the file that stores the runs, with the search's journal beside it; None stores
            nothing.
        workers: train in this many processes on this machine, or on the workers of the Dask
            scheduler at this address, "tcp://127.0.0.1:8786".
        progress: True shows a bar, or lines without a notebook or terminal; None shows at most a
            bar.

    Raises SettingError and DataError before anything is trained, MissingExtraError without
    `[sweeps]`, and WorkersError if the workers are gone; the same call then continues.
    """
    spec = spec if isinstance(spec, RunSpec) else RunSpec(**spec)
    ready = Prepared.of(spec, space, goals=goals, sampler=sampler, pruner=pruner)
    worker_config = WorkerConfig.of(workers)
    with RunProgress(trials, progress) as shown:
        leader = Leader(ready.plan.goals[0], ready.plan.signs()[0])
        return run_search(
            ready,
            trials,
            seconds=seconds,
            seeds=seeds,
            store=store,
            on_result=lambda one: shown.ended(leader.reach(one, trials), leader.line(one)),
            worker_config=worker_config,
        )


def run_search(
    ready: Prepared,
    trials: int,
    *,
    seconds: float | None,
    seeds: int = SEEDS,
    store: str | Path | None,
    on_result: OnResult,
    worker_config: WorkerConfig | None = None,
) -> Search:
    """Run a search that has been checked. Ctrl-C keeps the finished trials."""
    check_extent(trials, seconds, seeds)
    with ExitStack() as stack:
        kept = None if store is None else stack.enter_context(Store(store))
        study = Study(ready.plan, None if store is None else journal_of(Path(store), ready.plan))
        stack.callback(study.close)
        runs = SearchRuns(ready, study, kept, trials, seconds, seeds)
        try:
            for tried in runs.ended(runs.workers(worker_config)):
                on_result(tried)
                if tried.status == "interrupted":
                    raise KeyboardInterrupt
            return runs.result()
        except KeyboardInterrupt:
            return runs.result(interrupted=True)


def check_extent(trials: int, seconds: float | None, seeds: int) -> None:
    """Raises SettingError for numbers that are none."""
    check_integer("trials", trials, at_most=1_000_000)
    check_integer("seeds", seeds, at_least=0, at_most=1000)
    if seconds is not None:
        check_number("seconds", seconds, low=0, open_low=True)


def journal_of(store: Path, plan: SearchPlan) -> Path:
    """Where the journal of a search lies."""
    content = json.dumps(plan.content(), sort_keys=True)
    known = hashlib.sha256(content.encode()).hexdigest()
    return store.with_name(f"{store.name}-searches") / f"{known[:24]}.log"
