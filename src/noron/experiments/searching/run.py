"""Running a search: points of a space as trials, several at a time, until there are enough."""

import hashlib
import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, final

from noron.core.errors import NoronError, SettingError, check_integer, check_number
from noron.core.metric_rows import Row
from noron.experiments.execution import (
    Executor,
    Job,
    ThreadExecutor,
    WorkerConfig,
    WorkerSpec,
    choose_executor,
    keeps_bits,
)
from noron.experiments.recorder import stored_result
from noron.experiments.result import RunResult
from noron.experiments.run import check, resolved, with_net
from noron.experiments.searching.prepare import Prepared, rows_metrics
from noron.experiments.searching.report import Search
from noron.experiments.searching.study import SearchPlan, Study, SuggestedTrial, TrialKey
from noron.experiments.spec import RunSpec
from noron.experiments.store import STORE, Reader, Store

OnResult = Callable[[RunResult], None]
"""Called with each trial that has ended."""


def search(
    spec: RunSpec | Mapping[str, Any],
    space: Mapping[str, Any],
    *,
    trials: int = 50,
    goals: Sequence[str] = (),
    sampler: str = "tpe",
    pruner: str = "halving",
    seconds: float | None = None,
    store: str | Path | None = STORE,
    workers: WorkerSpec = None,
) -> Search:
    """Search for good settings of a recipe; the same call continues an earlier search.

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
        seconds: start no new trial after this many seconds.
        store: the file that stores the runs, with the search's journal beside it; None stores
            nothing.
        workers: train in this many processes on this machine, or on the workers of the Dask
            scheduler at this address, "tcp://127.0.0.1:8786".

    Raises SettingError and DataError before anything is trained, MissingExtraError without
    `[sweeps]`, and WorkersError if the workers are gone; the same call then continues.
    """
    spec = spec if isinstance(spec, RunSpec) else RunSpec(**spec)
    ready = Prepared.of(spec, space, goals=goals, sampler=sampler, pruner=pruner)
    worker_config = WorkerConfig.of(workers)
    return run_search(
        ready,
        trials,
        seconds=seconds,
        store=store,
        on_result=lambda _: None,
        worker_config=worker_config,
    )


def run_search(
    ready: Prepared,
    trials: int,
    *,
    seconds: float | None,
    store: str | Path | None,
    on_result: OnResult,
    worker_config: WorkerConfig | None = None,
) -> Search:
    """Run a search that has been checked. Ctrl-C keeps the finished trials."""
    check_extent(trials, seconds)
    with ExitStack() as stack:
        kept = None if store is None else stack.enter_context(Store(store))
        study = Study(ready.plan, None if store is None else journal_of(Path(store), ready.plan))
        stack.callback(study.close)
        work = _Work(ready, study, kept, trials, seconds)
        interrupted = False
        try:
            for tried in work.ended(work.workers(worker_config)):
                on_result(tried)
                if tried.status == "interrupted":
                    raise KeyboardInterrupt
        except KeyboardInterrupt:
            interrupted = True
        return work.result(interrupted)


def check_extent(trials: int, seconds: float | None) -> None:
    """Raises SettingError for numbers that are none."""
    check_integer("trials", trials, at_most=1_000_000)
    if seconds is not None:
        check_number("seconds", seconds, low=0, open_low=True)


def journal_of(store: Path, plan: SearchPlan) -> Path:
    """Where the journal of a search lies."""
    content = json.dumps(plan.content(), sort_keys=True)
    known = hashlib.sha256(content.encode()).hexdigest()
    return store.with_name(f"{store.name}-searches") / f"{known[:24]}.log"


@final
class _Work:
    """The trials of a search, one behind the other."""

    def __init__(
        self, ready: Prepared, study: Study, store: Store | None, trials: int, seconds: float | None
    ) -> None:
        self.ready, self.study, self.store, self.trials = ready, study, store, trials
        self.until = math.inf if seconds is None else time.monotonic() + seconds
        self.at_once: list[RunResult] = []
        self.rows: dict[int, Sequence[Row]] = {}
        self.best: tuple[float, int, RunResult] | None = None
        self.pace = ""
        self.experiment = -1 if store is None else store.experiment("search", ready.plan.content())

    def workers(self, worker_config: WorkerConfig | None) -> Executor:
        """Those who are asked for, or whoever here is measured to be the fastest."""
        ready = self.ready
        if self.study.is_done(self.trials):  # then there is nothing to measure for
            return ThreadExecutor(ready.sources, self.store)
        if worker_config is not None:
            return worker_config.open(ready.sources, self.store)
        safe = all(map(keeps_bits, ready.examples, ready.nets))
        left = max(self.trials - len(self.study.ended()), 1)
        return choose_executor(ready.examples, ready.sources, self.store, safe=safe, runs=left)

    def ended(self, workers: Executor) -> Iterator[RunResult]:
        """Each trial when it has ended."""
        try:
            for job, result in workers.run(self._jobs()):
                yield from self._those_at_once()
                yield self._report(job.key, result)
            yield from self._those_at_once()
        finally:
            self.pace = workers.description

    def _jobs(self) -> Iterator[Job]:
        for asked in self.study.unfinished():
            yield from self._job(asked)
        while self.study.begun < self.trials and time.monotonic() < self.until:
            yield from self._job(self.study.ask())

    def _job(self, asked: SuggestedTrial) -> Iterator[Job]:
        """What is to be trained, if it has not been, and if it can be."""
        try:
            spec = self.ready.spec(asked.settings)
            asked.parameters = int(check(spec, self.ready.rows).network.theta.size)
        except NoronError as error:
            failed = RunResult.of_error(self.ready.plan.asked(asked.settings), error)
            self.at_once.append(self._report(asked, failed))
            return
        known = stored_result(self.store, self.experiment, resolved(spec, self.ready.rows))
        if known is not None:
            self.at_once.append(self._report(asked, known))
            return
        hook = asked.pruning_hook(spec.most_epochs or 1)
        yield Job(asked, spec, f"trial {asked.number}", pruning_hook=hook, weights=True)

    def _those_at_once(self) -> Iterator[RunResult]:
        while self.at_once:
            yield self.at_once.pop(0)

    def _report(self, asked: SuggestedTrial, result: RunResult) -> RunResult:
        """Let the study know what has ended, and the store that it counts."""
        if result.status == "interrupted":
            return replace(result, key=TrialKey(asked.number, asked.settings))
        if self.store is not None and result.run is not None and result.status == "done":
            self.store.count_in(self.experiment, result.run)
        trial = self._judged(asked, result)
        self.study.tell(asked, trial)
        self.rows[asked.number] = trial.rows
        if trial.status == "done":
            rank = self.ready.plan.signs()[0] * trial.key.values[0], asked.number
            if self.best is None or rank < self.best[:2]:
                self.best = *rank, trial
        return replace(trial, kept=None, weights=None)

    def _judged(self, asked: SuggestedTrial, result: RunResult) -> RunResult:
        """The result as that trial; one with a goal that is no number has diverged."""
        if result.status == "failed":
            return replace(result, key=TrialKey(asked.number, asked.settings))
        facts = {"parameters": asked.parameters}
        timed = {} if math.isnan(result.seconds) else {"seconds": result.seconds}
        row = {**result.last, **facts, **timed}
        metrics = {name: row[name] for name in rows_metrics(self.ready.rows) if name in row}
        values = tuple(float(row.get(goal, math.nan)) for goal in self.ready.plan.goals)
        good = result.status == "done" and not any(map(math.isnan, values))
        status = result.status if good or result.status == "pruned" else "diverged"
        key = TrialKey(asked.number, asked.settings, values if good else (), facts | metrics)
        return replace(result, status=status, key=key)

    def result(self, interrupted: bool) -> Search:
        """The object that all this comes to; the best network is tested."""
        trials = self._with_rows(self.study.ended())
        result = Search(
            self.ready.plan, self.ready.base, trials, self.study.importances(),
            data=self.ready.rows.split.name, interrupted=interrupted, pace=self.pace,
        )  # fmt: skip
        if result.best is None:
            if interrupted:
                raise KeyboardInterrupt
            reasons = {trial.reason or trial.status for trial in trials}
            raise SettingError(f"no trial finished: {'; '.join(sorted(reasons)[:3])}")
        if not interrupted:
            best = replace(result.best, spec=result.best_spec)  # else it is trained once more
            if self.best is not None and self.best[1] == result.best.key.number:
                best = self.best[2]
            result.outcome = with_net(best, self.ready.sources)
            result.test = result.outcome.test()
        return result

    def _with_rows(self, trials: Sequence[RunResult]) -> list[RunResult]:
        """The trials with their rows, those of earlier calls from the store."""
        known = dict(self.rows)
        missing = {t.run: t.key.number for t in trials
                   if t.key.number not in known and t.run is not None}  # fmt: skip
        if self.store is not None and missing:
            reader = Reader(self.store.connection)
            there = set(reader.find()) & set(missing)
            for run, rows in reader.histories(sorted(there)).items():
                known[missing[run]] = rows
        return [replace(trial, rows=known.get(trial.key.number, ())) for trial in trials]
