"""The training loop: a generator of epochs.

It yields a row after each epoch and goes on when it is asked for the next. Whoever drives it
decides when to stop looking: the command line prints rows, early stopping breaks out, a lab
pauses by not asking. While a row is looked at, the network holds the weights to predict with.
"""

import math
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from noron.core.errors import TrainingWarning
from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.engines import Batch, Chosen, DivergedError, Fit, State, Sums
from noron.optimizers import Optimizer
from noron.schedules import Constant, Schedule
from noron.training.callbacks import AnyCallback, Callback, StopTraining
from noron.training.diagnosis import diagnosis
from noron.training.evaluation import evaluate
from noron.training.history import History
from noron.training.time_limit import TimeLimit

Metric = Callable[[Any, Any], float]
"""metric(y, prediction), both as the user's y: larger is better unless its name says `loss`."""

Begin = Callable[[Sequence[AnyCallback]], None]  # tells callbacks that a run begins

BLOCK_SECONDS = 0.05
"""How long the engine is left alone where nobody looks at the epochs one by one."""

TICKS = 20
"""In how many pieces an epoch is run, so that a bar moves within long ones."""


@dataclass
class Run:
    """All that a training run needs, checked and encoded."""

    chosen: Chosen
    state: State
    data: Batch
    epochs: int
    batch_size: int
    schedule: Schedule
    validation: Batch | None = None
    metrics: Mapping[str, Callable[[Array], float]] = field(default_factory=dict)
    shuffle: bool = True
    limit: TimeLimit | None = None

    def __post_init__(self) -> None:
        self.fit: Fit = self.chosen.engine.fit(self.state, self.data, self.batch_size)

    @property
    def steps_per_epoch(self) -> int:
        """Updates in an epoch, the last partial batch included."""
        return math.ceil(len(self.data) / self.batch_size)


def epochs(run: Run, tick: Callable[[float], None] | None = None) -> Iterator[Row]:
    """A row for each epoch. Raises DivergedError, with the last good weights in the network."""
    started = time.perf_counter()
    rows: list[Row] = []
    learning: Array | None = None
    while len(rows) < run.epochs and not (rows and run.limit and run.limit.over):
        with run.state.network.changing():
            if learning is not None:
                run.state.network.theta[:] = learning
            try:
                columns, rate = one_epoch(run, len(rows), rows, tick)
            except KeyboardInterrupt:
                take_averaged(run.state)
                raise
            learning = take_averaged(run.state)
        row = as_row(run, len(rows) + 1, columns, rate)
        row["seconds"] = time.perf_counter() - started
        rows.append(row)
        yield row


def unwatched_epochs(run: Run) -> Iterator[dict[str, Array]]:
    """Columns of the same rows, many epochs in one call, where nobody looks in between."""
    started = time.perf_counter()
    epoch, block = 0, 1
    while epoch < run.epochs:
        begun = time.perf_counter()
        with run.state.network.changing():
            columns = _several_epochs(run, epoch, block, begun - started) if block > 1 else None
            if columns is None:
                columns = _single_epoch(run, epoch, started)
        yield columns
        done = len(columns["epoch"])
        epoch += done
        each = (time.perf_counter() - begun) / done
        block = int(min(BLOCK_SECONDS / each, run.epochs - epoch))


def train(run: Run, callbacks: Sequence[AnyCallback], seed: int | None = None) -> History:
    """Drive `epochs` to its end or to a callback's; what was learnt is kept whatever happens."""
    watching = [callback for callback in callbacks if isinstance(callback, Callback)]
    ticking = [callback for callback in watching if type(callback).tick is not Callback.tick]

    def tick(done: float) -> None:
        for callback in ticking:
            callback.tick(done)

    with run_context(run, seed) as (history, begin):
        begin(callbacks)
        if _is_watched(run, callbacks):
            for row in epochs(run, tick if ticking else None):
                history.rows.append(row)
                show([row], callbacks)
        else:
            for columns in unwatched_epochs(run):
                history.rows.add(columns)
    if history.interrupted or history.diverged:
        warnings.warn(history.stop_reason, TrainingWarning, stacklevel=3)
    return history


@contextmanager
def run_context(run: Run, seed: int | None) -> Iterator[tuple[History, Begin]]:
    """The history of a run, to be filled within, and what tells callbacks that it begins.

    Why it ended is written into it behind. Ctrl-C, a callback that stops and a loss that is no
    longer finite do not get out of it; callbacks that have begun are told of the end.
    """
    history = History(engine=run.chosen.describe(""), seed=seed)
    begun: list[Callback] = []

    def begin(callbacks: Sequence[AnyCallback]) -> None:
        for callback in callbacks:
            if isinstance(callback, Callback):
                callback.begin(run.state.network, run.epochs)
                begun.append(callback)

    limits = ExitStack()  # entered here: Ctrl-C before there is a history is for whoever asked
    limits.enter_context(run.chosen.engine.limits(run.state.network, run.batch_size))
    try:
        with limits:
            yield history, begin
        history.stop_reason = f"all {run.epochs} epochs are done"
        if run.limit is not None and len(history) < run.epochs:
            history.stop_reason = f"the time limit of {run.limit.seconds:g} seconds is over"
    except StopTraining as stop:
        history.stop_reason = str(stop) or "a callback stopped it"
    except KeyboardInterrupt:
        history.interrupted = True
        done = len(history.rows)
        history.stop_reason = f"interrupted after epoch {done}; what was learnt is kept"
    except DivergedError as error:
        history.diverged = True
        history.stop_reason = _diagnosis(run, error.index, len(history.rows) + 1)
    finally:
        history.engine = run.chosen.describe(run.fit.path)
        for callback in begun:
            callback.end()


def show(rows: Sequence[Row], callbacks: Sequence[AnyCallback]) -> None:
    """Let every callback see the rows, those behind one that ends the run too; then end it."""
    stops = []
    for row in rows:
        for callback in callbacks:
            try:
                callback(row)
            except StopTraining as stop:
                stops.append(stop)
    if stops:
        raise stops[0]


def as_row(run: Run, epoch: int, columns: Mapping[str, Array], rate: float) -> Row:
    """The row of the epoch that is just over, measured on the validation rows too."""
    row: Row = {"epoch": epoch}
    row |= {name: values.item() for name, values in columns.items()}
    row |= _validation_values(run)
    return row | {"learning_rate": rate}


def one_epoch(
    run: Run, epoch: int, rows: Sequence[Row], tick: Callable[[float], None] | None
) -> tuple[dict[str, Array], float]:
    """One pass over the rows in a new order; columns of one row, and the last learning rate."""
    n, steps = len(run.data), run.steps_per_epoch
    order = run.state.rng.permutation(n) if run.shuffle else np.arange(n)
    if run.limit is not None:
        return _limited_epoch(run, run.limit, epoch, rows, order)
    rates = run.schedule.rates(epoch, steps, run.epochs, rows)
    sums = Sums()
    stride = steps if tick is None else math.ceil(steps / TICKS)
    for start in range(0, steps, stride):
        stop = min(start + stride, steps)
        rows_of_these = order[start * run.batch_size : stop * run.batch_size]
        sums = run.fit.run(rows_of_these, rates[start:stop], sums)
        if tick is not None:
            tick(epoch + stop / steps)
    one = np.array([[sums.loss, sums.penalty, sums.correct, sums.weight]])
    return training_columns(run, one, sums.rows), rates[-1]


def _limited_epoch(
    run: Run, limit: TimeLimit, epoch: int, rows: Sequence[Row], order: Array
) -> tuple[dict[str, Array], float]:
    """The same until the time is over, with rates that land then; at least one step."""
    steps, start, sums, rate = run.steps_per_epoch, 0, Sums(), 0.0
    while start < steps and not (start and limit.over):
        stop = min(start + limit.steps(epoch * steps + start), steps)
        horizon = limit.horizon(epoch + start / steps)
        places = [epoch + i / steps for i in range(start, stop)]
        rates = [run.schedule.rate(at, max(horizon, at + 1 / steps), rows) for at in places]
        sums = run.fit.run(order[start * run.batch_size : stop * run.batch_size], rates, sums)
        start, rate = stop, rates[-1]
    one = np.array([[sums.loss, sums.penalty, sums.correct, sums.weight]])
    return training_columns(run, one, sums.rows), rate


def _is_watched(run: Run, callbacks: Sequence[AnyCallback]) -> bool:
    """Whether somebody must see each epoch before the next begins."""
    averages = type(run.state.optimizer).averaged is not Optimizer.averaged
    waits = run.schedule.watches() is not None or run.validation is not None
    return bool(callbacks) or averages or waits or not run.shuffle or run.limit is not None


def _several_epochs(run: Run, epoch: int, n: int, seconds: float) -> dict[str, Array] | None:
    """The rows of n epochs in one call of the engine, if it offers that; `seconds` have passed."""
    rates = rates_of(run, epoch, n)
    done = run.fit.epochs(rates.reshape(-1))
    if done is None:
        return None
    columns = {"epoch": np.arange(epoch + 1, epoch + n + 1)}
    columns |= training_columns(run, done.sums, len(run.data))
    return columns | {"learning_rate": rates[:, -1], "seconds": seconds + done.seconds}


def _single_epoch(run: Run, epoch: int, started: float) -> dict[str, Array]:
    """The row of one epoch, as columns."""
    columns, rate = one_epoch(run, epoch, (), None)
    ends = {"learning_rate": rate, "seconds": time.perf_counter() - started}
    of_row = {"epoch": np.array([epoch + 1])} | columns
    return of_row | {name: np.array([value]) for name, value in ends.items()}


def rates_of(run: Run, epoch: int, n: int) -> Array:
    """The learning rates of n epochs from `epoch` on, shape (n, steps an epoch)."""
    steps, schedule = run.steps_per_epoch, run.schedule
    if isinstance(schedule, Constant):
        return np.full((n, steps), schedule.learning_rate)
    return np.array([schedule.rates(epoch + i, steps, run.epochs) for i in range(n)])


def take_averaged(state: State) -> Array | None:
    """Put the averaged weights into the network, if the optimizer keeps any; return the others."""
    network = state.network
    if state.t == 0:
        return None
    averaged = state.optimizer.averaged(network.theta, state.slots, state.t)
    if averaged is network.theta or not np.isfinite(averaged).all():
        return None
    learning = network.theta.copy()
    network.theta[:] = averaged
    network.project()
    return learning


@np.errstate(all="ignore")  # sums that overflow are recorded as what they are
def training_columns(run: Run, sums: Array, rows: int) -> dict[str, Array]:
    """Loss and accuracy as they were while learning: each epoch's means, dropout included.

    `sums` are those of `Epochs`, of so many rows each. A loss of no weight is 0.
    """
    loss, penalty, correct, weight = sums.T
    columns = {"loss": np.divide(loss, weight, out=np.zeros_like(loss), where=weight > 0)}
    if run.state.network.regularizers:
        columns["penalty"] = penalty / rows
    if run.state.loss.task != "regression":
        columns["accuracy"] = correct / rows
    return columns


@np.errstate(all="ignore")  # an infinite loss is recorded as what it is
def _validation_values(run: Run) -> Row:
    if run.validation is None:
        return {}
    scores = run.chosen.engine.scores(run.state.network, run.validation.x)
    values = evaluate(run.state.loss, scores, run.validation)
    values |= {name: float(metric(scores)) for name, metric in run.metrics.items()}
    return {f"val_{name}": value for name, value in values.items()}


def _diagnosis(run: Run, index: Array, epoch: int) -> str:
    rate = run.schedule.rate(epoch - 1, run.epochs, ())
    return diagnosis(run.state, run.data, index, epoch, rate)
