"""Stochastic descent as scikit-learn's users know it: epochs, patience, and what is recorded.

Where nobody looks at single epochs, as many are run in one call as cannot yet exhaust the patience.
"""

import time
import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.engines import Batch, Chosen, DivergedError, Fit, State
from noron.estimators.mlp.translate import rescale
from noron.optimizers import Optimizer
from noron.schedules import Schedule
from noron.training.loop import take_averaged

MOST_SECONDS = 0.05
"""How long the engine is left alone, so that Ctrl-C and callbacks are not kept waiting."""
SMALLEST_RATE = 1e-6
"""Below it `learning_rate="adaptive"` gives up."""


class Stop(Exception):
    """Training ends here; the message says why."""


@dataclass
class Descent:
    """What a run carries on: the engine's state, the rate, and the epochs done with it.

    Attributes:
        learning_rate: as scikit-learn's users give it.
        scale: what it is multiplied by for noron's loss.
    """

    chosen: Chosen
    state: State
    learning_rate: float
    scale: float
    epochs_done: int = 0
    learning: tuple[Array, Array] | None = None  # theta and buffers, where the network holds others
    order: Array = field(default_factory=lambda: np.arange(0))  # of the last epoch's rows
    rows: list[Row] = field(default_factory=list)

    def slow_down(self, learning_rate: float) -> None:
        """Another rate from here on; the velocity keeps the old one's steps."""
        rescale(self.state.slots, self.state.optimizer, self.learning_rate / learning_rate)
        self.learning_rate = learning_rate


class Descending:
    """One call of `fit` or `partial_fit`."""

    def __init__(self, est: Any, descent: Descent, data: Batch, watch: Any, once: bool) -> None:
        self.est, self.descent, self.data, self.watch, self.once = est, descent, data, watch, once
        self.n = len(data)
        self.batch_size = batch_size(est.batch_size, self.n)
        self.steps = -(-self.n // self.batch_size)
        self.fit: Fit = descent.chosen.engine.fit(descent.state, data, self.batch_size)
        goes_on = est.warm_start == "optimizer" and len(descent.order) == self.n
        self.order = descent.order if goes_on else np.arange(self.n)
        self.report, self.factor = est._report, est._design.factor
        self.started = time.perf_counter()
        self.epoch_seconds = 0.0
        self.schedule: Schedule | None = None
        if isinstance(est.learning_rate, Schedule):
            self.schedule = est.learning_rate

    def run(self) -> str:
        """Epochs until patience, callbacks or `max_iter` end them; why they ended."""
        est = self.est
        est.n_iter_ = 0
        most = 1 if self.once else est.max_iter
        try:
            with self.descent.chosen.engine.limits(self.descent.state.network, self.batch_size):
                while est.n_iter_ < most:
                    self._some_epochs(min(self._epochs_at_once(), most - est.n_iter_))
        except Stop as stop:
            return str(stop)
        except KeyboardInterrupt:
            warnings.warn("Training interrupted by user.", stacklevel=6)
            est.history_.interrupted = True
            return f"interrupted after epoch {est.n_iter_}; what was learnt is kept"
        if self.once:
            return "one pass is done"
        warnings.warn(
            f"Stochastic Optimizer: Maximum iterations ({est.max_iter}) reached and the "
            "optimization hasn't converged yet.",
            ConvergenceWarning,
            stacklevel=6,  # where the user calls fit
        )
        return f"all {est.max_iter} epochs are done"

    def _epochs_at_once(self) -> int:
        """So many epochs cannot end the run before their last, and nobody waits for one."""
        est, descent = self.est, self.descent
        averages = type(descent.state.optimizer).averaged is not Optimizer.averaged
        if self.watch.looks or averages or self.schedule or est.learning_rate == "invscaling":
            return 1
        left = min(est.patience_ - est._no_improvement_count + 1, 10_000)
        in_time = MOST_SECONDS / self.epoch_seconds if self.epoch_seconds else 1
        return max(1, int(min(left, in_time)))

    def _some_epochs(self, n: int) -> None:
        est = self.est
        begun = time.perf_counter()
        descent = self.descent
        network = descent.state.network
        with network.changing():
            if descent.learning is not None:  # averaged weights, or the best ones, were shown
                network.theta[:], network.buffers[:] = descent.learning
            losses = self._learn(self._orders(n))
            descent.order = self.order
            theta = take_averaged(descent.state)
        descent.learning = None if theta is None else (theta, network.buffers.copy())
        for loss in losses:
            est.n_iter_ += 1
            est.t_ += self.n
            est.loss_ = loss
            est.loss_curve_.append(loss)
            if est.verbose:
                print(f"Iteration {est.n_iter_}, loss = {est.loss_:.8f}")
            seen = self.watch.look() if self.watch.looks else {}
            self._be_patient()
        row = self._record(losses, seen)
        if est.learning_rate == "invscaling" and est.solver == "sgd":
            descent.slow_down(float(est.learning_rate_init) / (est.t_ + 1) ** est.power_t)
        self.watch.tell(row)
        if est._no_improvement_count > est.patience_:
            self._patience_is_over()
        self.epoch_seconds = (time.perf_counter() - begun) / n

    def _orders(self, n: int) -> Array:
        """The rows' next n orders, as `sklearn.utils.shuffle` would draw them.

        There may be too many rows for a second array of them: a single order is not copied.
        """
        shuffle = self.est._random_state.shuffle if self.est.shuffle else lambda order: None
        orders = self.order[None] if n == 1 else np.empty((n, self.n), np.int64)
        for i in range(n):
            shuffle(self.order)
            orders[i] = self.order
        return orders

    def _learn(self, orders: Array) -> list[float]:
        """What each epoch's loss was. Raises Stop where the loss does not stay finite."""
        descent = self.descent
        rates = self._rates(len(orders))
        if len(orders) > 1:
            done = self.fit.epochs(rates.reshape(-1), orders)
            if done is not None:
                descent.epochs_done += len(orders)
                return [self._loss(*of) for of in done.sums.tolist()]
        result = []
        for order, of_epoch in zip(orders, rates, strict=True):
            try:
                sums = self.fit.run(order, of_epoch)
                result.append(self._loss(sums.loss, sums.penalty, sums.correct, sums.weight))
            except DivergedError as error:
                self.est._diverged(error, self)
                raise Stop(self.est.stop_reason_) from None
            descent.epochs_done += 1
        return result

    def _rates(self, n: int) -> Array:
        descent = self.descent
        if self.schedule is None:
            return np.full((n, self.steps), descent.learning_rate * descent.scale)
        total = self.est.max_iter
        epoch = min(descent.epochs_done, total - 1)  # beyond its end a schedule stays as it is
        rates = self.schedule.rates(epoch, self.steps, total, descent.rows)
        descent.learning_rate = rates[-1]
        return np.array([rates]) * descent.scale

    def _loss(self, loss: float, penalty: float, correct: float, weight: float) -> float:
        """What scikit-learn calls the loss, of an epoch's sums."""
        data = self.report * loss / weight if weight else 0.0
        return data + self.factor * penalty / self.n + self.est._constant

    def _record(self, losses: list[float], seen: Row) -> Row:
        """Put the epochs into the history; the last of them as a row."""
        est, n = self.est, len(losses)
        last = len(est.loss_curve_)
        rate, seconds = self.descent.learning_rate, time.perf_counter() - self.started
        if n > 1:  # nobody has seen them one by one
            columns = {"epoch": np.arange(last - n + 1, last + 1), "loss": np.array(losses)}
            columns |= {"learning_rate": np.full(n, rate), "seconds": np.full(n, seconds)}
            est.history_.rows.add(columns)
        row: Row = {"epoch": last, "loss": losses[-1], **seen}
        row |= {"learning_rate": rate, "seconds": seconds}
        if n == 1:
            est.history_.rows.append(row)
            if self.schedule is not None:  # some look at what has been
                self.descent.rows.append(row)
        return row

    def _be_patient(self) -> None:
        est = self.est
        if self.watch.decides:
            return
        if est.loss_ > est.best_loss_ - est.tol:
            est._no_improvement_count += 1
        else:
            est._no_improvement_count = 0
        est.best_loss_ = min(est.best_loss_, est.loss_)

    def _patience_is_over(self) -> None:
        """Stop, or with `learning_rate="adaptive"` slow down and go on."""
        est, descent = self.est, self.descent
        what = "Validation score" if self.watch.decides else "Training loss"
        message = (
            f"{what} did not improve more than tol={est.tol:f} for {est.patience_} consecutive "
            "epochs."
        )
        if est.learning_rate != "adaptive" or est.solver != "sgd":
            end = " Stopping."
        elif descent.learning_rate <= SMALLEST_RATE:
            end = " Learning rate too small. Stopping."
        else:
            descent.slow_down(descent.learning_rate / 5)
            est._no_improvement_count = 0
            end = f" Setting learning rate to {descent.learning_rate:f}"
        if est.verbose:
            print(message + end)
        if end.endswith("Stopping."):
            raise Stop(message)


def batch_size(given: Any, n: int) -> int:
    """The rows of a step."""
    if isinstance(given, str):
        return min(200, n)
    if given > n:
        warnings.warn(
            "Got `batch_size` less than 1 or larger than sample size. It is going to be clipped",
            stacklevel=7,
        )
    return int(np.clip(given, 1, n))
