"""One of several runs that are advanced in turns, each by a block of epochs."""

from collections.abc import Callable, Generator
from functools import partial
from typing import Any, final

from noron.engines import Epochs, NativeFit, choose_for_training, engine_asked_for
from noron.experiments.checkpoints import checkpoints_folder, of_trial
from noron.experiments.execution.base import Job
from noron.experiments.execution.prepared_data import PreparedDataCache, shape_of
from noron.experiments.pruning_hook import PruningCallback
from noron.experiments.recorder import Recorder, keep_end, recording
from noron.experiments.result import FAILURES, RunResult
from noron.experiments.run import Sources, prepare, resolved, result_of, training_of
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.training.checkpoint import begin_from, going_on
from noron.training.config import TrainConfig
from noron.training.trainer import Block

BLOCK_SECONDS = 0.02
"""Of one run, in a block; so often it is asked whether it goes on."""

MOST_WORK = 2e10
"""Numbers of a network times its rows: with more, an epoch takes a second, and what lies between
epochs is next to nothing; so many at a time would only take memory."""

Steps = Generator[Block, Epochs | None, RunResult | None]


@final
class BatchedRun:
    """A job, the `block` of epochs that it takes next, and in the end its `result`."""

    def __init__(
        self, job: Job, sources: Sources, store: Store | None, cache: PreparedDataCache
    ) -> None:
        self.job, self.sources, self.store, self.cache = job, sources, store, cache
        self.steps: Steps = self._steps()
        self.block: Block | None = None
        self.result: RunResult | None = None
        self.is_alone = why_alone(job) is not None

    @property
    def batch_key(self) -> tuple[Any, ...]:
        """A cheap key: runs with different keys never share a call. `Block.key` is exact."""
        s, block = self.job.spec, self.block
        rows = (s.data, s.target, s.rows, s.validation, s.fold, s.folds, s.splitting_seed)
        shape = (s.hidden, repr(s.layers), repr(s.initializer), s.batch_size, s.dtype)
        epoch = 0 if block is None else block.trainer.position.epoch
        return (*rows, *shape, s.seed, epoch, self.is_alone)

    def begin(self) -> None:
        """Go up to the first epoch, unless that is done."""
        if self.block is None and self.result is None and not self.is_alone:
            self._go_on(lambda: next(self.steps))

    def take(self, done: Epochs | None) -> None:
        """Go on with what the block came to."""
        self._go_on(lambda: self.steps.send(done))

    def interrupt(self) -> None:
        """End as with Ctrl-C, if it has begun and not yet ended: what it has is kept."""
        if self.block is not None:
            self.fail(KeyboardInterrupt())

    def fail(self, error: BaseException) -> None:
        """End with what its epochs raised."""
        self._go_on(lambda: self.steps.throw(error))

    def _go_on(self, step: Callable[[], Block]) -> None:
        """Take a step, up to a block, to a result, or to neither: then it has to run alone."""
        try:
            self.block = step()
        except StopIteration as end:
            self.block, self.result = None, end.value
            self.is_alone = self.result is None

    # ---- from the beginning to the end

    def _steps(self) -> Steps:
        try:
            return (yield from self._recorded())
        except FAILURES as error:
            return RunResult.of_error(self.job.spec, error)

    def _recorded(self) -> Generator[Block, Epochs | None, RunResult | None]:
        job, store = self.job, self.store
        spec = resolved(job.spec, self.sources.rows_of(job.spec))
        if store is None:
            return (yield from self._executed(spec, None))
        begin = partial(store.begin, spec, name=job.name)
        checkpoints = of_trial(checkpoints_folder(store.path), spec)
        with recording(store, begin, checkpoints, failures=True) as recorder:
            result = yield from self._executed(spec, recorder)
        if result is not None:
            keep_end(recorder, result)
        return result

    def _executed(
        self, spec: RunSpec, recorder: Recorder | None
    ) -> Generator[Block, Epochs | None, RunResult | None]:
        net, rows = prepare(spec, self.sources)
        shape = shape_of(spec, rows)
        hook = self.job.pruning_hook
        pruning = None if hook is None else PruningCallback(hook)
        given = (*spec.stopping(), pruning, recorder)
        callbacks = [callback for callback in given if callback is not None]
        training = training_of(spec, rows)
        config = TrainConfig.of(rows.task.loss, **training, callbacks=callbacks, progress=False)
        asked = engine_asked_for(spec.engine)
        chosen = choose_for_training(asked, net.network, net.loss, config.optimizer)
        if chosen.engine.name != "native" or chosen.reason:
            return None
        ready = self.cache.ready(net, rows)
        trainer = config.with_engine(self.cache.engine(shape)).trainer(
            net.network, net.loss, net.targets, ready.data, ready.validation, net.rng, net.seed
        )
        is_large = len(net.network.theta) * len(ready.data) > MOST_WORK
        if is_large or not isinstance(trainer.fit, NativeFit) or trainer.waits:
            return None
        self.cache.settle(shape, trainer)
        if recorder is not None and recorder.checkpoints is not None:
            going_on(recorder.checkpoints, lambda kept: begin_from(trainer, kept, kept.load()))
        try:
            while not trainer.ended:
                block = trainer.block(trainer.epochs_at_once(BLOCK_SECONDS))
                trainer.take(block, (yield block))
                self.cache.learn(shape, trainer)
        except KeyboardInterrupt:
            trainer.interrupt()
        finally:
            trainer.close()
        trainer.warn()
        return result_of(spec, net, trainer.history, rows, pruning)


def why_alone(job: Job) -> str | None:
    """Why a job has to be run by itself, as far as its recipe tells; None if it may be stacked."""
    spec = job.spec
    reasons = {
        "its callbacks see each epoch": bool(job.callbacks),
        "its time is limited": spec.time_limit is not None,
        "its learning rate is looked for": spec.learning_rate == "auto",
    }
    return next((reason for reason, holds in reasons.items() if holds), None)
