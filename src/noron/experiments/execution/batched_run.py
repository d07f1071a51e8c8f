"""A member of a stack: a run in pieces, which goes on when it is told what its epochs came to."""

from collections.abc import Callable, Generator
from typing import Any, final

from noron.engines import Epochs, NativeFit, choose_engine, engine_asked_for
from noron.experiments.execution.base import Job
from noron.experiments.execution.prepared_data import PreparedDataCache, shape_of
from noron.experiments.pruning_hook import PruningCallback
from noron.experiments.recorder import Recorder, keep_end, recording
from noron.experiments.run import Outcome, Sources, outcome_of, prepare, resolved, training_of
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.experiments.trial import FAILURES, Trial, trial_of
from noron.training.blocks import EpochRequest, train_in_blocks, why_not_in_blocks
from noron.training.config import TrainConfig
from noron.training.loop import rates_of

MOST_WORK = 2e10
"""Numbers of a network times its rows: with more, an epoch takes a second, and what lies between
epochs is next to nothing; so many at a time would only take memory."""

Steps = Generator[EpochRequest, Epochs | None, Trial | None]


@final
class BatchedRun:
    """A job, how far it is (`request`: what it would run next), and in the end its `trial`."""

    def __init__(
        self,
        job: Job,
        sources: Sources,
        store: Store | None,
        shared: PreparedDataCache,
        block: float,
    ) -> None:
        self.job, self.sources, self.store, self.shared = job, sources, store, shared
        self.block = block
        self.steps: Steps = self._steps()
        self.request: EpochRequest | None = None
        self.trial: Trial | None = None
        self.shape: Any = None
        self.epoch = 0
        self.is_alone = why_alone(job) is not None

    @property
    def batch_key(self) -> tuple[Any, ...]:
        """What members have in common that may well go together; what is sure is found later."""
        s = self.job.spec
        rows = (s.data, s.target, s.rows, s.validation, s.fold, s.folds, s.splitting_seed)
        shape = (s.hidden, repr(s.layers), repr(s.initializer), s.batch_size, s.dtype)
        return (*rows, *shape, s.seed, self.epoch, self.is_alone)

    def go_on(self, step: Callable[[], EpochRequest]) -> None:
        """Take a step of its life, which ends in a wish, in a trial, or in neither: alone then."""
        try:
            self.request = step()
        except StopIteration as end:
            self.request, self.trial = None, end.value
            self.is_alone = self.trial is None

    def begin(self) -> None:
        """Up to the first epoch, unless that is done."""
        if self.request is None and self.trial is None and not self.is_alone:
            self.go_on(lambda: next(self.steps))

    def take(self, done: Epochs | None) -> None:
        """The epochs that it wished for."""
        assert self.request is not None
        n = len(self.request.rates)
        if done is not None:
            self.shared.learn(self.shape, float(done.seconds[-1]) / n)
        self.epoch += n
        self.go_on(lambda: self.steps.send(done))

    def interrupt(self) -> None:
        """Ctrl-C, if it has begun and not yet ended: what it has is kept."""
        if self.request is not None:
            self.go_on(lambda: self.steps.throw(KeyboardInterrupt()))

    def fail(self, error: BaseException) -> None:
        """What its epochs raised."""
        self.go_on(lambda: self.steps.throw(error))

    # ---- its life

    def _steps(self) -> Steps:
        try:
            outcome = yield from self._recorded()
        except FAILURES as error:
            return Trial.of_error(error)
        if outcome is None:
            return None
        rows = outcome.history.rows
        return trial_of(outcome, float(rows[-1]["seconds"]) if rows else 0.0)

    def _recorded(self) -> Generator[EpochRequest, Epochs | None, Outcome | None]:
        job, store = self.job, self.store
        spec = resolved(job.spec, self.sources.rows_of(job.spec))
        if store is None:
            return (yield from self._executed(spec, None))
        with recording(store, spec, name=job.name, failures=True) as recorder:
            outcome = yield from self._executed(spec, recorder)
        if outcome is not None:
            keep_end(store, recorder, outcome)
        return outcome

    def _executed(
        self, spec: RunSpec, recorder: Recorder | None
    ) -> Generator[EpochRequest, Epochs | None, Outcome | None]:
        net, rows = prepare(spec, self.sources)
        self.shape = shape_of(spec, rows)
        config = TrainConfig.of(
            **training_of(spec, rows), callbacks=[], metrics=(), shuffle=True, progress=False,
            validated=True,
        )  # fmt: skip
        asked = engine_asked_for(spec.engine)
        chosen = choose_engine(asked, net.network, net.loss, config.optimizer)
        if chosen.engine.name != "native" or chosen.reason:
            return None
        ready = self.shared.ready(net, rows)
        config = config.with_engine(self.shared.engine(self.shape))
        run = config.run(net.network, net.loss, net.targets, ready.data, ready.validation, net.rng)
        is_large = len(net.network.theta) * len(ready.data) > MOST_WORK
        if is_large or not isinstance(run.fit, NativeFit) or why_not_in_blocks(run) is not None:
            return None
        self.shared.settle(self.shape, run.fit, rates_of(run, 0, 1)[0])
        pruning_hook = self.job.pruning_hook
        verdict = None if pruning_hook is None else PruningCallback(pruning_hook)
        callbacks = [callback for callback in (verdict, recorder) if callback is not None]
        stops = () if pruning_hook is None else pruning_hook.epochs
        history = yield from train_in_blocks(run, callbacks, net.seed, stops, self._most)
        return outcome_of(spec, net, history, rows, verdict)

    def _most(self) -> int:
        seconds = self.shared.epoch_seconds(self.shape)
        return 1 if seconds is None else int(self.block / max(seconds, 1e-9))


def why_alone(job: Job) -> str | None:
    """Why a job has to be run by itself, as far as its recipe tells; None if it may be stacked."""
    spec = job.spec
    reasons = {
        "its callbacks see each epoch": bool(job.callbacks),
        "it may stop early": spec.patience is not None,
        "its time is limited": spec.time_limit is not None,
        "its learning rate is looked for": spec.learning_rate == "auto",
    }
    return next((reason for reason, holds in reasons.items() if holds), None)
