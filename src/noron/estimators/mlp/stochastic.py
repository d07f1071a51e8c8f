"""Stochastic descent in `fit` and `partial_fit`: set up and run a `Trainer` from the parameters."""

from abc import ABC, abstractmethod
from functools import partial
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.exceptions import ConvergenceWarning

from noron.core.errors import AdviceWarning, DataError
from noron.core.types import Array
from noron.engines import Batch, State, choose_engine, engine_asked_for
from noron.estimators.mlp.advice import advice_after
from noron.estimators.mlp.descent import (
    Descent,
    DescentMeasures,
    DescentSchedule,
    LossCurve,
    Reshuffled,
    Tolerance,
    batch_size,
    inverse_scaling,
)
from noron.estimators.mlp.translate import make_optimizer
from noron.estimators.mlp.validation import HeldOut
from noron.estimators.params import Context
from noron.schedules import Constant, Schedule
from noron.training.history import History
from noron.training.position import Position
from noron.training.rates import Rates
from noron.training.trainer import Trainer

Notes = list[tuple[str, type[Warning]]]
"""Warnings that `fit` issues at the user's line: their texts and categories."""

NOT_FINITE = (
    "Solver produced non-finite parameter weights. The input data may contain large values and "
    "need to be preprocessed."
)
"""The message is scikit-learn's."""


class StochasticFit(BaseEstimator, ABC):
    """Trains the network of an estimator, and sets the attributes of the result."""

    best_validation_score_: float | None
    best_loss_: float | None

    @abstractmethod
    def _loss_of(self, rows: Batch) -> float:
        """Return the loss of some rows, in scikit-learn's measure."""

    def _descend(self, rows: HeldOut, once: bool, context: Context | None) -> None:
        """Train one epoch if `once`, else until tolerance, callbacks or `max_iter` end it."""
        descent = self._descent(once)
        tolerance = self._tolerance(descent, decides=rows.score is not None)
        curve = LossCurve(descent, decides=tolerance.decides, verbose=self.verbose)
        orders = self._orders(descent, len(rows.data))
        trainer = self._trainer(descent, rows, orders, once)
        tolerance.trainer = trainer
        start, begun = self._network.theta.copy(), len(self.history_)
        before = self.t_, list(self.loss_curve_), list(self.validation_scores_ or ())
        publish = partial(self._publish, curve, tolerance, before, trainer)
        asked = [*(self.callbacks or ()), *([] if context is None else [context])]
        trainer.callbacks = [curve, tolerance, *([publish, *asked] if asked else [])]
        try:
            trainer.run()
        finally:
            publish()
            descent.order, descent.learning = orders.order, trainer.position.learning
            self._keep_best(tolerance, descent, may_restore=not once or tolerance.is_over)
            trainer.callbacks = []  # they refer to the trainer: so its rows are freed at once
        self._say_why(trainer.history, once, decides=tolerance.decides)
        if not once:
            self._advise(trainer, start, begun)

    def _descent(self, once: bool) -> Descent:
        """Return a new optimizer's state, or that of the last call."""
        design = self._design
        goes_on = once or self.warm_start == "optimizer"
        if not goes_on or not hasattr(self, "_optimizer"):
            optimizer, scale = make_optimizer(self, design.factor)
            asked = engine_asked_for(self.engine)
            chosen = choose_engine(asked, self._network, design.loss, optimizer)
            rng = np.random.default_rng(self._seed())
            state = State(self._network, design.loss, optimizer, rng)
            self._optimizer = Descent(chosen, state, float(self.learning_rate_init), scale)
        return self._optimizer

    def _tolerance(self, descent: Descent, *, decides: bool) -> Tolerance:
        """Return scikit-learn's rules for this call; their state continues from the last call."""
        falling = None
        if self.solver == "sgd" and self.learning_rate == "invscaling":
            rate, n = float(self.learning_rate_init), self.t_
            falling = partial(inverse_scaling, rate, self.power_t, n)
        best = self.best_validation_score_ if decides else self.best_loss_
        best = None if best is None else -best if decides else best
        return Tolerance(
            descent,
            decides=decides,
            tol=self.tol,
            patience=self.patience_,
            adaptive=self.solver == "sgd" and self.learning_rate == "adaptive",
            falling=falling,
            verbose=self.verbose,
            best=np.inf if best is None else best,
            waited=self._no_improvement_count,
            kept=self._best,
        )

    def _orders(self, descent: Descent, n: int) -> Reshuffled:
        goes_on = self.warm_start == "optimizer" and len(descent.order) == n
        order = descent.order if goes_on else np.arange(n, dtype=np.int64)
        return Reshuffled(order, self._random_state.shuffle if self.shuffle else None)

    def _trainer(self, descent: Descent, rows: HeldOut, orders: Reshuffled, once: bool) -> Trainer:
        """Return a run on these rows that continues from the end of the last call of fit."""
        n, given = len(rows.data), self.learning_rate
        size = batch_size(self.batch_size, n, self._notes)
        schedule: Schedule = Constant(descent.learning_rate * descent.scale)
        if isinstance(given, Schedule):
            schedule = DescentSchedule(given, descent, self.max_iter)
        scores = dict(rows.metrics)
        if rows.validation is not None:
            scores = {"val_loss": partial(self._loss_of, rows.validation), **scores}
        if rows.score is not None:
            scores["val_score"] = rows.score
        self._constant = self._constant_of(rows.data)
        measures = DescentMeasures(
            descent,
            report=self._report,
            factor=self._design.factor,
            constant=self._constant,
            scores=scores,
            looks=bool(scores),
        )
        epochs = 1 if once else self.max_iter
        return Trainer(
            descent.state,
            rows.data,
            measures,
            chosen=descent.chosen,
            rates=Rates(schedule, epochs),
            epochs=epochs,
            batch_size=size,
            orders=orders,
            position=Position(learning=descent.learning),
            history=self.history_,
        )

    def _publish(
        self, curve: LossCurve, tolerance: Tolerance, before: Any, trainer: Trainer, _: Any = None
    ) -> None:
        t, losses, scores = before
        self.n_iter_, self.t_ = len(curve.losses), t + len(curve.losses) * len(trainer.data)
        self.loss_curve_ = losses + curve.losses
        if curve.losses:
            self.loss_ = curve.losses[-1]
        self._no_improvement_count, self._best = tolerance.waited, tolerance.kept
        if tolerance.decides:
            self.validation_scores_ = scores + curve.scores
            self.best_validation_score_ = -tolerance.best
        else:
            self.best_loss_ = tolerance.best

    def _keep_best(self, tolerance: Tolerance, descent: Descent, *, may_restore: bool) -> None:
        network, best = self._network, tolerance.kept
        if tolerance.decides and may_restore and best is not None:
            if self.warm_start == "optimizer" and descent.learning is None:
                descent.learning = network.theta.copy(), network.buffers.copy()
            network.assign(*best)

    def _say_why(self, history: History, once: bool, *, decides: bool) -> None:
        self.stop_reason_ = reason = history.stop_reason
        if history.diverged:
            self._diverged(decides)
        elif history.interrupted:
            self._notes.append(("Training interrupted by user.", UserWarning))
        elif reason.startswith("all ") and once:
            self.stop_reason_ = "one pass is done"
        elif reason.startswith("all "):
            message = (
                f"Stochastic Optimizer: Maximum iterations ({self.max_iter}) reached and the "
                "optimization hasn't converged yet."
            )
            self._notes.append((message, ConvergenceWarning))
        history.stop_reason = self.stop_reason_

    def _advise(self, trainer: Trainer, start: Array, begun: int) -> None:
        """Write likely mistakes to the history; warn of them if nothing was learnt."""
        measured = [
            row | {"loss": (row["loss"] - self._constant) / self._report}
            for row in trainer.history.rows[begun:]
        ]
        trainer.history.advice, failed = advice_after(trainer, start, measured)
        if failed:
            advice = trainer.history.advice
            self._notes.append((" ".join(f"{one}." for one in advice), AdviceWarning))

    def _diverged(self, decides: bool) -> None:
        """Raise scikit-learn's error, or only warn if a validation score has chosen weights."""
        self.n_iter_ += 1
        self.loss_curve_.append(float("nan"))
        if not decides:
            self._bind()
            raise DataError(f"{NOT_FINITE} In short: {self.stop_reason_}")
        self.validation_scores_ = [*(self.validation_scores_ or ()), float("nan")]
        self._notes.append((self.stop_reason_, ConvergenceWarning))
