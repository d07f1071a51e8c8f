"""scikit-learn's rules for stochastic descent: what it records, when it ends, and its rates.

The `Trainer` takes the steps; the classes here are its measures, schedule and callbacks.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from noron.core.metric_rows import Row
from noron.core.types import RNG, Array
from noron.engines import Chosen, State
from noron.estimators.mlp.translate import rescale
from noron.schedules import Constant, Schedule
from noron.training.callbacks import Callback, StopTraining
from noron.training.evaluation import Measures
from noron.training.position import NO_ROWS, Orders
from noron.training.trainer import Trainer

SMALLEST_RATE = 1e-6
"""At or below this rate, `learning_rate="adaptive"` stops."""


@final
@dataclass
class Descent:
    """The state that continues from one call of `fit` or `partial_fit` to the next.

    Attributes:
        learning_rate: the rate in scikit-learn's measure.
        scale: its factor for noron's loss.
        epochs: the number of epochs that this optimizer has done.
        learning: theta and buffers to continue with, if the network holds other ones.
        order: the order of the rows in the last epoch.
        rows: the recorded rows, for schedules that depend on them.
    """

    chosen: Chosen
    state: State
    learning_rate: float
    scale: float
    epochs: int = 0
    learning: tuple[Array, Array] | None = None
    order: Array = field(default_factory=lambda: NO_ROWS)
    rows: list[Row] = field(default_factory=list[Row])


@final
class Reshuffled(Orders):
    """Shuffles the order of the last epoch again, as `sklearn.utils.shuffle` does."""

    def __init__(self, order: Array, shuffle: Callable[[Array], object] | None) -> None:
        self.order, self.shuffle = order, shuffle

    def draw(self, rng: RNG, n: int) -> Array:
        """Return the next order, in the same array: a second one may not fit into memory."""
        if self.shuffle is not None:
            self.shuffle(self.order)
        return self.order


@final
@dataclass(frozen=True)
class DescentSchedule(Schedule):
    """A schedule of the user over `max_iter` epochs, which may be spread over calls of `fit`."""

    schedule: Schedule
    descent: Descent
    max_iter: int

    def watches(self) -> str | None:
        """Return what the user's schedule watches."""
        return self.schedule.watches()

    def rate(self, epoch: float, epochs: float, rows: Sequence[Mapping[str, Any]] = ()) -> float:
        """Return the user's rate times the descent's scale."""
        return self.rates(int(epoch), 1, epochs, rows)[0]

    def rates(
        self, epoch: int, steps: int, epochs: float, rows: Sequence[Mapping[str, Any]] = ()
    ) -> list[float]:
        """Return the rates of an epoch; after `max_iter` epochs they stay as in the last one."""
        descent = self.descent
        at = min(descent.epochs, self.max_iter - 1)
        rates = self.schedule.rates(at, steps, self.max_iter, descent.rows)
        descent.learning_rate = rates[-1]
        return [rate * descent.scale for rate in rates]


@final
class DescentMeasures(Measures):
    """The training loss in scikit-learn's measure, and scores of the validation rows.

    `report` and `factor` convert noron's data loss and penalty to scikit-learn's, and `constant` is
    added. `scores` maps names to functions, which `seen` calls.
    """

    def __init__(
        self,
        descent: Descent,
        *,
        report: float,
        factor: float,
        constant: float,
        scores: Mapping[str, Callable[[], float]],
        looks: bool,
    ) -> None:
        self.descent, self.report, self.factor, self.constant = descent, report, factor, constant
        self.scores, self.looks = scores, looks

    def columns(self, sums: Array, rows: int, scores: Array | None) -> dict[str, Array]:
        """Return the loss of each epoch."""
        losses = []
        for loss, penalty, _, weight in sums.tolist():
            data = self.report * loss / weight if weight else 0.0
            losses.append(data + self.factor * penalty / rows + self.constant)
        return {"loss": np.array(losses)}

    def seen(self) -> Row:
        """Return the validation loss, the other metrics, and the score that decides."""
        return {name: score() for name, score in self.scores.items()}

    def rates(self, rates: Array) -> Array:
        """Return the rates in scikit-learn's measure."""
        return np.full(len(rates), self.descent.learning_rate)


def inverse_scaling(rate: float, power: float, rows: int, n: int) -> float:
    """Return scikit-learn's rate after `rows` + n rows: rate / (rows + n + 1)^power."""
    return rate / (rows + n + 1) ** power


def batch_size(given: Any, n: int, notes: list[tuple[str, type[Warning]]]) -> int:
    """Return the number of rows of a step, out of n rows; add a warning to `notes` if clipped."""
    if isinstance(given, str):
        return min(200, n)
    if given > n:
        text = "Got `batch_size` less than 1 or larger than sample size. It is going to be clipped"
        notes.append((text, UserWarning))
    return int(np.clip(given, 1, n))


@final
class LossCurve(Callback):
    """Records the losses and the scores of a fit, and prints them if `verbose`."""

    def __init__(self, descent: Descent, *, decides: bool, verbose: bool) -> None:
        self.descent, self.decides, self.verbose = descent, decides, verbose
        self.losses: list[float] = []
        self.scores: list[float] = []

    def __call__(self, row: Row) -> None:
        """Record a row."""
        self.descent.epochs += 1
        self.descent.rows.append(row)
        self.losses.append(row["loss"])
        if self.verbose:
            print(f"Iteration {len(self.losses)}, loss = {row['loss']:.8f}")
        if self.decides:
            self.scores.append(row["val_score"])
            if self.verbose:
                print(f"Validation score: {row['val_score']:f}")

    def next_look(self, epoch: int) -> float:
        """Return infinity: rows may come later."""
        return math.inf


@final
class Tolerance(Callback):
    """scikit-learn's rules for stopping and for falling learning rates.

    The value is the training loss or the negative validation score. It is an improvement if it is
    at least `tol` below the smallest value so far. After more than `patience` epochs in a row
    without one, training stops or, with "adaptive" rates, continues with a fifth of the rate.

    Attributes:
        best: the smallest value so far.
        waited: the number of epochs in a row without an improvement.
        kept: theta and buffers with the best validation score.
    """

    def __init__(
        self,
        descent: Descent,
        *,
        decides: bool,
        tol: float,
        patience: int,
        adaptive: bool,
        falling: Callable[[int], float] | None,
        verbose: bool,
        best: float,
        waited: int,
        kept: tuple[Array, Array] | None,
    ) -> None:
        self.descent, self.decides, self.tol, self.patience = descent, decides, tol, patience
        self.adaptive, self.falling, self.verbose = adaptive, falling, verbose
        self.best, self.waited, self.kept = best, waited, kept
        self.trainer: Trainer | None = None
        self.rows = 0

    @property
    def is_over(self) -> bool:
        """Return whether more than `patience` epochs in a row have brought no improvement."""
        return self.waited > self.patience

    def next_look(self, epoch: int) -> float:
        """Return the first epoch after which training may have to stop."""
        return epoch + 1 if self.falling else epoch + max(1, self.patience - self.waited + 1)

    def __call__(self, row: Row) -> None:
        """Update the best value. Raises StopTraining if training has to stop."""
        value = -row["val_score"] if self.decides else row["loss"]
        self.waited = self.waited + 1 if value > self.best - self.tol else 0
        if value < self.best:
            self.best = value
            if self.decides:
                network = self.descent.state.network
                self.kept = network.theta.copy(), network.buffers.copy()
        self.rows += len(self.trainer.data) if self.trainer is not None else 0
        if self.falling is not None:
            self._slow_down(self.falling(self.rows))
        if self.is_over:
            self._stop_or_slow_down()

    def _stop_or_slow_down(self) -> None:
        what = "Validation score" if self.decides else "Training loss"
        message = (
            f"{what} did not improve more than tol={self.tol:f} for {self.patience} consecutive "
            "epochs."
        )
        rate = self.descent.learning_rate
        if not self.adaptive:
            end = " Stopping."
        elif rate <= SMALLEST_RATE:
            end = " Learning rate too small. Stopping."
        else:
            self._slow_down(rate / 5)
            self.waited = 0
            end = f" Setting learning rate to {self.descent.learning_rate:f}"
        if self.verbose:
            print(message + end)
        if end.endswith("Stopping."):
            raise StopTraining(message)

    def _slow_down(self, rate: float) -> None:
        """Set another rate, and rescale the velocity so that its steps stay the same."""
        descent = self.descent
        rescale(descent.state.slots, descent.state.optimizer, descent.learning_rate / rate)
        descent.learning_rate = rate
        assert self.trainer is not None
        self.trainer.learning_rate = Constant(rate * descent.scale)
