"""The settings of a training run, all checked before the run starts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from noron.core.errors import (
    SettingError,
    check_flag,
    check_integer,
    check_number,
    shown,
)
from noron.core.hints import parameters_of, unknown_argument
from noron.core.progress import can_show_bar
from noron.core.types import RNG, Array
from noron.data.augmentation import Augmentation
from noron.data.targets import Targets
from noron.engines import Batch, Engine, State, choose_for_training, engine_asked_for
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.schedules import Constant, Schedule, as_schedule
from noron.training.augmented import AugmentedEngine
from noron.training.callbacks import AnyCallback, Progress
from noron.training.checkpoint import Checkpoints, as_checkpoints, begin_from, resumed
from noron.training.evaluation import TaskMeasures
from noron.training.history import History
from noron.training.lr_finder import search_rate
from noron.training.metrics import RecordedMetric
from noron.training.policies import watched_by
from noron.training.position import AsGiven, Shuffled
from noron.training.rates import Rates
from noron.training.snapshot import Snapshot
from noron.training.time_limit import MOST_EPOCHS, TimeLimit
from noron.training.trainer import Trainer

Metric = Callable[[Any, Any], float]
"""metric(y, prediction), both like the user's y. Larger is better, except for names of losses."""

EPOCHS = 100
"""The default number of epochs."""

AUTO = "auto"
"""The learning rate that stands for range tests before the training."""


def default_rate(optimizer: Optimizer, loss: Loss) -> float:
    """Return the learning rate where nobody gives one: 0.1 for plain descent on classes.

    The slope of cross-entropy is bounded; a squared error's is not, and diverges at 0.1 on rows as
    plain as can be. Every other optimizer, and plain descent on numbers, has a rate of its own.
    """
    plain = optimizer.name == "sgd" and loss.task != "regression"
    return 0.1 if plain else optimizer.default_learning_rate


@dataclass(frozen=True)
class TrainConfig:
    """The checked settings of `NeuralNetwork.train`."""

    epochs: int
    batch_size: int
    optimizer: Optimizer
    schedule: Schedule | None
    """None if the learning rate has still to be found."""

    callbacks: list[AnyCallback]
    metrics: list[Metric]
    shuffle: bool
    engine: Engine | None
    time_limit: float | None = None
    advise: bool = True
    checkpoints: Checkpoints | None = None
    resume: Snapshot | None = None
    """The state with which the run begins."""

    augment: Augmentation | None = None

    @staticmethod
    def of(
        loss: Loss,
        *,
        epochs: int | None = None,
        learning_rate: Any = None,
        batch_size: int = 32,
        optimizer: Any = "sgd",
        callbacks: Sequence[AnyCallback] = (),
        metrics: Sequence[Metric] = (),
        shuffle: bool = True,
        progress: bool | None = None,
        engine: Engine | str | None = None,
        time_limit: float | None = None,
        validated: bool = True,
        advise: bool = True,
        checkpoint: Any = None,
        resume: Any = None,
        augment: Any = None,
        **unknown: Any,
    ) -> "TrainConfig":
        """Check the settings of `NeuralNetwork.train`; raise SettingError for the first wrong one,
        and TypeError for one that there is not.

        The optimizer and the `loss` decide on the learning rate where none is given; `validated`
        tells whether there are validation rows, which metrics need.
        """
        for name in unknown:
            raise unknown_argument("train", name, parameters_of(TrainConfig.of))
        chosen = Optimizer.make(optimizer)
        rate = default_rate(chosen, loss) if learning_rate is None else learning_rate
        if time_limit is not None:
            check_number("time_limit", time_limit, low=0, open_low=True)
            epochs = MOST_EPOCHS if epochs is None else epochs
        wanted = can_show_bar() if progress is None else check_flag("progress", progress)
        watching = _functions("callbacks", callbacks, "[EarlyStopping()]")
        measuring = _functions("metrics", metrics, "[f1_score]")
        _check_names(measuring)
        if measuring and not validated:
            raise SettingError("metrics are measured on validation rows: give validation=... too")
        schedule = None if rate == AUTO else as_schedule(rate)
        augmentation = None if augment is None else Augmentation.make(augment)
        _check_whole_batch(chosen, schedule, augmentation)
        if not validated:
            _refuse_validation_metrics(
                [*watched_by(watching), schedule.watches() if schedule else None]
            )
        snapshot = checkpoints = None
        if checkpoint is not None or resume is not None:
            snapshot, checkpoints = resumed(resume, as_checkpoints(checkpoint))
        return TrainConfig(
            epochs=EPOCHS if epochs is None else check_integer("epochs", epochs),
            batch_size=check_integer("batch_size", batch_size),
            optimizer=chosen,
            schedule=schedule,
            callbacks=[Progress(), *watching] if wanted else watching,
            metrics=measuring,
            shuffle=check_flag("shuffle", shuffle) and not chosen.whole_batch,
            engine=engine_asked_for(engine),
            time_limit=time_limit,
            advise=check_flag("advise", advise),
            checkpoints=checkpoints,
            resume=snapshot,
            augment=augmentation,
        )

    def with_engine(self, engine: Engine) -> "TrainConfig":
        """Return a copy with another engine."""
        return replace(self, engine=engine)

    def trainer(
        self,
        network: Network,
        loss: Loss,
        targets: Targets,
        data: Batch,
        validation: Batch | None,
        rng: RNG,
        seed: int | None = None,
    ) -> Trainer:
        """Return a run with these settings on these rows, ready to start.

        Raises SettingError if another trainer is still using the network.
        """
        whole, note = self.optimizer.whole_batch, ""
        if self.augment is not None:
            self.augment.check(network.n_inputs)
        chosen = choose_for_training(self.engine, network, loss, self.optimizer)
        if self.engine is not None and chosen.engine is not self.engine:
            note = f"{chosen.engine.name} runs, {chosen.reason}"
        schedule = self.schedule
        if schedule is None and self.resume is not None:
            schedule = Schedule.make(self.resume.values["schedule"])
        if schedule is None:
            result = search_rate(
                network, loss, data, rng, optimizer=self.optimizer,
                batch_size=self.batch_size, engine=self.engine,
            )  # fmt: skip
            schedule = Constant(result.suggestion)
        state = State(network, loss, self.optimizer, rng)
        if self.augment is not None:
            state.augment_key = int(rng.integers(2**62))
            chosen = chosen._replace(engine=AugmentedEngine(chosen.engine, self.augment))
        metrics = _on_scores(self.metrics, loss, targets, validation)
        limit = None if self.time_limit is None else TimeLimit(self.time_limit, self.epochs)
        trainer = Trainer(
            state,
            data,
            TaskMeasures(state, validation, metrics),
            chosen=chosen,
            rates=Rates(schedule, self.epochs, limit),
            epochs=self.epochs,
            batch_size=len(data) if whole else min(self.batch_size, len(data)),
            callbacks=self.callbacks,
            orders=Shuffled() if self.shuffle else AsGiven(),
            history=History(seed=seed),
            note=note,
            advise=self.advise,
        )
        if self.checkpoints is not None or self.resume is not None:
            begin_from(trainer, self.checkpoints, self.resume)
        return trainer


def _check_whole_batch(
    optimizer: Optimizer, schedule: Schedule | None, augment: Augmentation | None
) -> None:
    """Refuse what does not go with an optimizer that takes all rows in each step."""
    if optimizer.whole_batch and schedule is None:
        raise SettingError(
            f"{optimizer.name!r} finds the length of its steps by itself: leave out learning_rate"
        )
    if optimizer.whole_batch and augment is not None:
        raise SettingError(
            f"{optimizer.name!r} needs the same rows in each step, and augment changes them: leave "
            "augment out, or take another optimizer, such as adam"
        )


def _refuse_validation_metrics(names: Sequence[str | None]) -> None:
    for name in names:
        if name is not None and name.startswith("val_"):
            raise SettingError(
                f"{name!r} is not recorded, as there is no validation set: give "
                "validation=(X_val, y_val), or a share such as validation=0.1"
            )


def _functions(name: str, given: Any, example: str) -> list[Any]:
    if callable(given) or not isinstance(given, list | tuple):
        raise SettingError(f"{name} is {shown(given)}: give a list, such as {example}")
    for function in given:
        if not callable(function) or isinstance(function, type):
            raise SettingError(f"{name} holds {shown(function)}: give functions, as in {example}")
    return list(given)


def _check_names(metrics: Sequence[Metric]) -> None:
    """Refuse metrics with equal names, and names of columns that are always recorded."""
    names = [_name(metric) for metric in metrics]
    for i, name in enumerate(names):
        if name in ("loss", *RecordedMetric.members, *names[:i]):
            raise SettingError(
                f"metrics has {shown(name)}, a name that is in use: give the function another one"
            )


def _name(metric: Metric) -> str:
    return getattr(metric, "__name__", type(metric).__name__)


def _number(name: str, value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise SettingError(
            f"the metric {name!r} gave {shown(value)}: let it return one number"
        ) from None


def _on_scores(
    metrics: Sequence[Metric], loss: Loss, targets: Targets, validation: Batch | None
) -> dict[str, Callable[[Array], float]]:
    """Return each metric, by its name, as a function of the scores of the validation rows."""
    if validation is None:
        return {}
    y = validation.y
    truth = targets.decode(y) if y.ndim == 2 else targets.labels()[y]

    def on_scores(metric: Metric) -> Callable[[Array], float]:
        name = _name(metric)
        return lambda scores: _number(name, metric(truth, targets.decode(loss.predict(scores))))

    return {_name(metric): on_scores(metric) for metric in metrics}
