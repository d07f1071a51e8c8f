"""Training in blocks of epochs: many in one call of the engine, their rows made all at once.

Where nobody has to see an epoch before the next begins, the engine runs several of them, and leaves
the scores of the validation rows behind for each. The numbers are those of `training.train` to the
last bit. Whoever drives the run also decides who calls the engine, so that runs of the same rows
may share that call.
"""

import time
import warnings
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from noron.core.errors import TrainingWarning
from noron.core.types import Array
from noron.engines import Epochs
from noron.optimizers import Optimizer
from noron.training.callbacks import AnyCallback
from noron.training.evaluation import evaluate_each
from noron.training.history import History
from noron.training.loop import (
    Run,
    as_row,
    one_epoch,
    rates_of,
    run_context,
    show,
    training_columns,
)


@final
@dataclass
class EpochRequest:
    """Epochs that a run would take next; `rates` has the shape (epochs, steps an epoch)."""

    run: Run
    rates: Array


def why_not_in_blocks(run: Run) -> str | None:
    """Why a run has to be looked at after each epoch, whoever watches it; None if it has not."""
    if run.schedule.watches() is not None:
        return "its schedule watches the rows"
    if type(run.state.optimizer).averaged is not Optimizer.averaged:
        return "its optimizer averages the weights"
    if run.limit is not None:
        return "its time is limited"
    if run.metrics or not run.shuffle:
        return "it is not a run of a recipe"
    return None


def train_in_blocks(
    run: Run,
    callbacks: Sequence[AnyCallback],
    seed: int,
    stops: Sequence[int],
    most: Callable[[], int],
) -> Generator[EpochRequest, Epochs | None, History]:
    """As `training.train`. It yields what it would run next and is sent what came of that.

    Where it is sent None, it goes through those epochs by itself, one by one. Callbacks see the
    rows of a block behind it; after the epochs `stops` a block ends, and there alone they may end
    the run. A block is of at most `most()` epochs.
    """
    spent, last = 0.0, time.perf_counter()
    with run_context(run, seed) as (history, begin):
        begin(callbacks)
        while (epoch := len(history)) < run.epochs:
            ahead = min((stop for stop in stops if stop > epoch), default=run.epochs)
            n = max(1, min(most(), ahead - epoch, run.epochs - epoch))
            rates = rates_of(run, epoch, n)
            spent += time.perf_counter() - last
            done = yield EpochRequest(run, rates)
            last = time.perf_counter()
            if done is None:
                _one_by_one(run, n, history, callbacks, spent)
                continue
            history.rows.add(_columns(run, epoch, rates, done, spent))
            spent += float(done.seconds[-1])
            if callbacks:
                show(history.rows[epoch:], callbacks)
    if history.interrupted or history.diverged:
        warnings.warn(history.stop_reason, TrainingWarning, stacklevel=2)
    return history


def _one_by_one(
    run: Run, n: int, history: History, callbacks: Sequence[AnyCallback], spent: float
) -> None:
    started = time.perf_counter()
    for epoch in range(len(history), len(history) + n):
        columns, rate = one_epoch(run, epoch, history.rows, None)
        row = as_row(run, epoch + 1, columns, rate)
        row["seconds"] = spent + time.perf_counter() - started
        history.rows.append(row)
        show([row], callbacks)


def _columns(run: Run, epoch: int, rates: Array, done: Epochs, spent: float) -> dict[str, Array]:
    """The rows of a block, a column for each name, in the order that rows have."""
    columns = {"epoch": np.arange(epoch + 1, epoch + len(rates) + 1)}
    columns |= training_columns(run, done.sums, len(run.data))
    if run.validation is not None and done.scores is not None:
        values = evaluate_each(run.state.loss, done.scores, run.validation)
        columns |= {f"val_{name}": value for name, value in values.items()}
    return columns | {"learning_rate": rates[:, -1], "seconds": spent + done.seconds}
