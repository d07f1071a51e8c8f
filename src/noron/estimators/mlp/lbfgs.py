"""`solver="lbfgs"`: SciPy's L-BFGS-B on the loss of all rows, as scikit-learn runs it."""

import time
from typing import Any, NamedTuple

import numpy as np
import scipy.optimize
from sklearn.exceptions import ConvergenceWarning

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.engines import Batch, Fit, State, choose_engine, engine_asked_for
from noron.engines.stepwise import StepByStep
from noron.optimizers import LBFGS


class Objective:
    """Computes (loss, gradient) of all rows from the parameters, with all W before all b."""

    def __init__(self, est: Any, rows: Batch) -> None:
        self.est = est
        network, loss = est._network, est._design.loss
        if any(layer.name == "dropout" for layer in network.layers):
            raise SettingError(
                "solver is 'lbfgs', which needs the same loss at each evaluation, but dropout "
                "changes it: use solver='adam', or dropout=0"
            )
        engine = choose_engine(engine_asked_for(est.engine), network, loss, LBFGS()).engine
        state = State(network, loss, LBFGS(), np.random.default_rng(0))
        fit: Fit = engine.fit(state, rows, len(rows))
        assert isinstance(fit, StepByStep)
        self.fit, self.index = fit, np.arange(len(rows))
        self.constant = est._constant_of(rows)
        kinds = sorted(network.layout, key=lambda s: s.kind != "weight")
        self.order = np.concatenate([np.arange(s.start, s.stop) for s in kinds])

    def packed(self) -> Array:
        """Return the present parameters in float64."""
        return self.est._network.theta[self.order].astype(np.float64)

    def write(self, packed: Array) -> None:
        """Write these parameters to the network."""
        self.est._network.theta[self.order] = packed

    @np.errstate(all="ignore")  # a line search may try what overflows
    def __call__(self, packed: Array) -> tuple[float, Array]:
        """Return loss and gradient at these parameters, in scikit-learn's measure."""
        est = self.est
        self.write(packed)
        outcome = self.fit.evaluate_batch(self.index, None)
        factor = est._design.factor
        grad = factor * est._network.grad[self.order].astype(np.float64)
        return factor * outcome.objective + self.constant, grad


class End(NamedTuple):
    """The result of a fit, with warnings for the user in `notes`."""

    iterations: int
    loss: float
    reason: str
    seconds: float
    notes: list[tuple[str, type[Warning]]]


def fit(est: Any, rows: Batch) -> End:
    """Minimize until the gradient is small, or `max_iter` or `max_fun` is reached."""
    objective = Objective(est, rows)
    started = time.perf_counter()
    options = {"maxfun": est.max_fun, "maxiter": est.max_iter, "gtol": est.tol}
    result = scipy.optimize.minimize(
        objective, objective.packed(), method="L-BFGS-B", jac=True, options=options
    )
    objective.write(result.x)
    n, loss, reason = min(int(result.nit), est.max_iter), float(result.fun), str(result.message)
    if est.verbose:
        print(f"L-BFGS: {n} iterations, loss = {loss:.8f}: {reason}")
    notes: list[tuple[str, type[Warning]]] = []
    if result.status != 0:
        text = (
            f"lbfgs failed to converge after {n} iteration(s) (status={result.status}): {reason}. "
            "Increase max_iter or max_fun, or scale X."
        )
        notes.append((text, ConvergenceWarning))
    return End(n, loss, reason, time.perf_counter() - started, notes)
