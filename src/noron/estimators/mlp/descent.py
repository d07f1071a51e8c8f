"""Stochastic descent as scikit-learn's users know it: what it records, when it ends, its rates.

The `Trainer` takes the steps; here are the rules that scikit-learn has for them.
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
"""Below it `learning_rate="adaptive"` gives up."""


@final
@dataclass
class Descent:
    """What goes on from one call of `fit` or `partial_fit` to the next.

    Attributes:
        learning_rate: as scikit-learn's users give it.
        scale: what it is multiplied by for noron's loss.
        epochs: how many have been done with this optimizer.
        learning: theta and buffers to go on from, where the network holds others.
        order: of the last epoch's rows.
        rows: what has been recorded, for schedules that watch.
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
    """The rows' order of the last epoch, shuffled as `sklearn.utils.shuffle` would."""

    def __init__(self, order: Array, shuffle: Callable[[Array], object] | None) -> None:
        self.order, self.shuffle = order, shuffle

    def draw(self, rng: RNG, n: int) -> Array:
        """Return the same array again: there may be too many rows for a second one."""
        if self.shuffle is not None:
            self.shuffle(self.order)
        return self.order


@final
@dataclass(frozen=True)
class DescentSchedule(Schedule):
    """A schedule of the user's, over `max_iter` epochs, whichever calls of `fit` they are in."""

    schedule: Schedule
    descent: Descent
    max_iter: int

    def watches(self) -> str | None:
        """What the user's schedule watches."""
        return self.schedule.watches()

    def rate(self, epoch: float, epochs: float, rows: Sequence[Mapping[str, Any]] = ()) -> float:
        """The user's rate times the descent's scale."""
        return self.rates(int(epoch), 1, epochs, rows)[0]

    def rates(
        self, epoch: int, steps: int, epochs: float, rows: Sequence[Mapping[str, Any]] = ()
    ) -> list[float]:
        """Beyond its end a schedule stays as it is."""
        descent = self.descent
        at = min(descent.epochs, self.max_iter - 1)
        rates = self.schedule.rates(at, steps, self.max_iter, descent.rows)
        descent.learning_rate = rates[-1]
        return [rate * descent.scale for rate in rates]


@final
class DescentMeasures(Measures):
    """The training loss in scikit-learn's measure, and scores of the validation rows.

    `report` and `factor` are what scikit-learn's data loss and its whole loss are of noron's, and
    `constant` is what it has beside that. `seen` returns what every name in `scores` says.
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
        """Return the rate as the user knows it."""
        return np.full(len(rates), self.descent.learning_rate)


def inverse_scaling(rate: float, power: float, rows: int, n: int) -> float:
    """scikit-learn's rate after `rows` + n rows: rate / (rows + n + 1)^power."""
    return rate / (rows + n + 1) ** power


def batch_size(given: Any, n: int, notes: list[tuple[str, type[Warning]]]) -> int:
    """The rows of a step, of n rows in all."""
    if isinstance(given, str):
        return min(200, n)
    if given > n:
        text = "Got `batch_size` less than 1 or larger than sample size. It is going to be clipped"
        notes.append((text, UserWarning))
    return int(np.clip(given, 1, n))


@final
class LossCurve(Callback):
    """Notes the losses and the scores of a fit, and prints them where that is asked for."""

    def __init__(self, descent: Descent, *, decides: bool, verbose: bool) -> None:
        self.descent, self.decides, self.verbose = descent, decides, verbose
        self.losses: list[float] = []
        self.scores: list[float] = []

    def __call__(self, row: Row) -> None:
        """Note a row."""
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
        """Never: rows may come later."""
        return math.inf


@final
class Tolerance(Callback):
    """scikit-learn's rules: patience by a tolerance, and rates that fall with it or with time.

    A value, the training loss or the negative validation score, is no improvement where it is not
    below the smallest one so far by `tol`. After more than `patience` such epochs in a row the
    training stops or, with "adaptive" rates, goes on with a fifth of the rate.

    Attributes:
        best: the smallest value so far.
        waited: epochs in a row without an improvement.
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
        """Whether the patience is over."""
        return self.waited > self.patience

    def next_look(self, epoch: int) -> float:
        """Fewer epochs than this cannot exhaust the patience."""
        return epoch + 1 if self.falling else epoch + max(1, self.patience - self.waited + 1)

    def __call__(self, row: Row) -> None:
        """Raises StopTraining where the patience is over."""
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
        """Another rate from here on; the velocity keeps the old one's steps."""
        descent = self.descent
        rescale(descent.state.slots, descent.state.optimizer, descent.learning_rate / rate)
        descent.learning_rate = rate
        assert self.trainer is not None
        self.trainer.learning_rate = Constant(rate * descent.scale)
