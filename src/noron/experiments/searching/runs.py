"""The runs of a search: its trials, then those that were pruned too early, then the seeds."""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import final

from noron.core.errors import NoronError, SettingError
from noron.core.metric_rows import Row
from noron.experiments.execution import (
    Executor,
    Job,
    ThreadExecutor,
    WorkerConfig,
    choose_executor,
    keeps_bits,
)
from noron.experiments.recorder import stored_result
from noron.experiments.result import RunResult
from noron.experiments.run import check, resolved, with_net
from noron.experiments.searching.plan import COSTS, TrialKey
from noron.experiments.searching.prepare import Prepared, rows_metrics
from noron.experiments.searching.report import Search
from noron.experiments.searching.study import Study, SuggestedTrial
from noron.experiments.store import Reader, Store

RESERVED = 0.3
"""Share of the seconds that is kept for what comes after the trials."""


@final
class SearchRuns:
    """All runs of a search."""

    def __init__(
        self,
        ready: Prepared,
        study: Study,
        store: Store | None,
        trials: int,
        seconds: float | None,
        seeds: int,
    ) -> None:
        self.ready, self.study, self.store = ready, study, store
        self.trials, self.seeds = trials, seeds
        left = math.inf if seconds is None else seconds
        self.until = time.monotonic() + left
        self.trials_until = time.monotonic() + (1 - RESERVED) * left
        self.at_once: list[RunResult] = []
        self.rows: dict[int, Sequence[Row]] = {}
        self.nets: dict[int, RunResult] = {}
        """Trial 0 and the best so far, with their networks."""
        self.begun_again: set[int] = set()
        self.finished: dict[int, RunResult] = {}
        """Trials that were pruned and then trained to their end."""
        self.scores: dict[int, dict[int, float]] = {}
        """By seed the score of trial 0 and of the best, the larger the better."""
        self.pace = ""
        self.experiment = -1 if store is None else store.experiment("search", ready.plan.content())

    def workers(self, worker_config: WorkerConfig | None) -> Executor:
        """Those who are asked for, or whoever here is measured to be the fastest."""
        ready = self.ready
        if worker_config is not None:
            return worker_config.open(ready.sources, self.store)
        if self.study.is_done(self.trials):  # then there is nothing to measure for
            return ThreadExecutor(ready.sources, self.store)
        safe = all(map(keeps_bits, ready.examples, ready.nets))
        left = max(self.trials - len(self.study.ended()), 1)
        return choose_executor(ready.examples, ready.sources, self.store, safe=safe, runs=left)

    def ended(self, workers: Executor) -> Iterator[RunResult]:
        """Each run when it has ended."""
        try:
            yield from self._run(workers, self._jobs())
            while self._overlooked() and time.monotonic() < self.until:
                yield from self._run(workers, self._overlooked_jobs())
            yield from self._run(workers, self._seed_jobs())
        finally:
            self.pace = workers.description

    def _run(self, workers: Executor, jobs: Iterator[Job]) -> Iterator[RunResult]:
        for job, result in workers.run(jobs):
            yield from self._those_at_once()
            yield self._report(job.key, result)
        yield from self._those_at_once()

    def _those_at_once(self) -> Iterator[RunResult]:
        while self.at_once:
            yield self.at_once.pop(0)

    # ---- what is to be run

    def _jobs(self) -> Iterator[Job]:
        for asked in self.study.unfinished():
            yield from self._job(asked)
        while self.study.begun < self.trials and (
            self.study.begun == 0 or time.monotonic() < self.trials_until
        ):
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
        hook = asked.pruning_hook(spec.most_epochs or 1)
        job = Job(asked, spec, f"trial {asked.number}", pruning_hook=hook, weights=True)
        yield from self._unless_known(job)

    def _unless_known(self, job: Job) -> Iterator[Job]:
        """The job, if the store does not have its result."""
        spec = resolved(job.spec, self.ready.rows)
        known = stored_result(self.store, self.experiment, spec)
        if known is None:
            yield job
        else:
            self.at_once.append(self._report(job.key, known))

    def _overlooked(self) -> list[RunResult]:
        return [t for t in self._so_far().overlooked if t.key.number not in self.begun_again]

    def _overlooked_jobs(self) -> Iterator[Job]:
        """Pruned trials that were better than all with an end, the best first, to their end."""
        while time.monotonic() < self.until and (left := self._overlooked()):
            key = left[0].key
            self.begun_again.add(key.number)
            spec = self.ready.spec(key.settings)
            yield from self._unless_known(Job(key, spec, f"trial {key.number}", weights=True))

    def _seed_jobs(self) -> Iterator[Job]:
        """The best trial and the base recipe with other seeds, as long as there is time."""
        result = self._so_far()
        start, best = result.start, result.best
        if start is None or best is None or start is best or start.status != "done":
            return
        if result.plan.goals[0] in COSTS:
            return
        for number in range(1, self.seeds + 1):
            if time.monotonic() >= self.until:
                return
            for trial in (start, best):
                spec = self.ready.with_seed(trial.key.settings, number)
                key = replace(trial.key, seed=spec.seed)
                name = f"trial {key.number}, seed {spec.seed}"
                yield from self._unless_known(Job(key, spec, name))

    # ---- what they come to

    def _report(self, asked: SuggestedTrial | TrialKey, result: RunResult) -> RunResult:
        """Let the study know what has ended, and the store that it counts."""
        key = asked if isinstance(asked, TrialKey) else asked.key
        if result.status == "interrupted":
            return replace(result, key=key)
        if self.store is not None and result.run is not None and result.status == "done":
            self.store.keep(partial(self.store.count_in, self.experiment, result.run))
        trial = self._judged(key, result)
        if key.seed is not None:
            score = trial.score(self.ready.plan.goals[0])
            self.scores.setdefault(key.seed, {})[key.number] = score
        else:
            if isinstance(asked, SuggestedTrial):
                self.study.tell(asked, trial)
            else:
                self.finished[key.number] = trial
            self.rows[key.number] = trial.rows
            self._keep(trial)
        return replace(trial, kept=None, weights=None)

    def _judged(self, key: TrialKey, result: RunResult) -> RunResult:
        """The result as that trial; one with a goal that is no number has diverged."""
        if result.status == "failed":
            return replace(result, key=replace(key, values=(), facts={}))
        facts = {"parameters": key.facts["parameters"]}
        timed = {} if math.isnan(result.seconds) else {"seconds": result.seconds}
        row = {**result.last, **facts, **timed}
        metrics = {name: row[name] for name in rows_metrics(self.ready.rows) if name in row}
        values = tuple(float(row.get(goal, math.nan)) for goal in self.ready.plan.goals)
        good = result.status == "done" and not any(map(math.isnan, values))
        status = result.status if good or result.status == "pruned" else "diverged"
        key = replace(key, values=values if good else (), facts=facts | metrics)
        return replace(result, status=status, key=key)

    def _keep(self, trial: RunResult) -> None:
        """Keep the network of trial 0 and of the best so far: one of them is recommended."""
        if trial.status == "done":
            self.nets[trial.key.number] = trial
            sign = self.ready.plan.signs()[0]
            best = min(
                self.nets, key=lambda number: (sign * self.nets[number].key.values[0], number)
            )
            self.nets = {number: self.nets[number] for number in self.nets if number in (0, best)}

    def _so_far(self) -> Search:
        """What there is so far, without rows."""
        trials = [self.finished.get(t.key.number, t) for t in self.study.ended()]
        return Search(
            self.ready.plan, self.ready.base, trials, {}, self.scores, self.ready.folds,
            data=self.ready.rows.split.name, pace=self.pace,
        )  # fmt: skip

    def result(self, interrupted: bool = False) -> Search:
        """The object that all this comes to; the recommended network is tested."""
        result = self._so_far()
        result.trials = self._with_rows(result.trials)
        result.importances, result.interrupted = self.study.importances(), interrupted
        recommended = result.recommended
        if recommended is None:
            if interrupted:
                raise KeyboardInterrupt
            reasons = {trial.reason or trial.status for trial in result.trials}
            raise SettingError(f"no trial finished: {'; '.join(sorted(reasons)[:3])}")
        if not interrupted:
            again = replace(recommended, spec=result.best_spec)  # else it is trained once more
            result.outcome = with_net(
                self.nets.get(recommended.key.number, again), self.ready.sources
            )
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
