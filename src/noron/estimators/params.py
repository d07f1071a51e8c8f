"""The legal values of the parameters, checked as scikit-learn does, and its callbacks."""

from collections.abc import Mapping
from difflib import get_close_matches
from numbers import Integral, Real
from typing import Any, ClassVar, NamedTuple

import numpy as np
from sklearn.utils._param_validation import Interval, InvalidParameterError, Options, StrOptions
from sklearn.utils.validation import _check_sample_weight

from noron.core.errors import DataError
from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.layers import Elementwise, Layer
from noron.optimizers import Optimizer
from noron.schedules import Schedule
from noron.training.callbacks import StopTraining

try:
    from sklearn.callback import CallbackSupportMixin as _Mixin
except ImportError:  # scikit-learn before 1.9

    class _Mixin:  # type: ignore[no-redef]
        """Does nothing, as this version has no callbacks."""


class CallbackSupport(_Mixin):
    """scikit-learn's callbacks: `set_callbacks(...)`, from its version 1.9 on."""

    def _callback_context(self, X: Any, y: Any, epochs: int) -> "Context | None":
        """Return the object that calls the callbacks of a fit of `epochs` epochs, or None."""
        if not getattr(self, "_skl_callbacks", None):
            return None
        context = self._init_callback_context(max_subtasks=epochs)
        return Context(context.call_on_fit_task_begin(estimator=self, X=X, y=y), self, X, y)


class Context(NamedTuple):
    """Calls scikit-learn's callbacks at the end of each epoch and of the fit."""

    context: Any
    est: Any
    X: Any
    y: Any

    def __call__(self, row: Row) -> None:
        """Report a finished epoch. Raises StopTraining if a callback wants to end the fit."""
        task = self.context.subcontext(task_name="epoch")
        task.call_on_fit_task_begin(estimator=self.est, X=self.X, y=self.y)
        if self._end(task):
            raise StopTraining

    def end(self) -> None:
        """Report the end of the fit."""
        self._end(self.context)

    def _end(self, task: Any) -> bool:
        est = self.est
        attributes = est._frozen  # called only if a callback wants a fitted estimator
        return bool(
            task.call_on_fit_task_end(
                estimator=est, X=self.X, y=self.y, reconstruction_attributes=attributes
            )
        )


class CheckedParameters:
    """Checks the parameters as scikit-learn does, and suggests the nearest name."""

    _parameter_constraints: ClassVar[Mapping[str, Any]]
    solver: str

    def _keep(self, given: Mapping[str, Any]) -> None:
        for name in self._get_param_names():  # type: ignore[attr-defined]
            setattr(self, name, given[name])

    def _validate_params(self) -> None:
        try:
            super()._validate_params()  # type: ignore[misc]
        except InvalidParameterError as error:
            raise InvalidParameterError(f"{error}{self._near()}") from None

    def _near(self) -> str:
        for name, legal in self._parameter_constraints.items():
            options = [o.options for o in legal if isinstance(o, StrOptions)]
            given = getattr(self, name)
            if options and isinstance(given, str) and given not in options[0]:
                near = get_close_matches(given.lower(), options[0], n=1, cutoff=0.5)
                return f" Did you mean {near[0]!r}?" if near else ""
        return ""

    def _check_solver(self) -> bool:
        if self.solver == "lbfgs":
            raise AttributeError(
                "partial_fit is only available for stochastic optimizers. "
                f"{self.solver} is not stochastic."
            )
        return True


def names_of(family: type, kind: type = object) -> set[str]:
    """Return the registered names of the classes of a family that are subclasses of `kind`."""
    members: dict[str, type] = family.members  # type: ignore[attr-defined]
    return {name for name, cls in members.items() if issubclass(cls, kind)}


SHARE = Interval(Real, 0, 1, closed="left")
AT_LEAST_1 = Interval(Integral, 1, None, closed="left")
NOT_NEGATIVE = Interval(Real, 0, None, closed="left")
POSITIVE = Interval(Real, 0, None, closed="neither")
PATIENCE = [AT_LEAST_1, Options(Real, {np.inf})]


def constraints() -> dict[str, list[Any]]:
    """Return the legal values of each parameter that classifier and regressor share."""
    return theirs() | ours()


def theirs() -> dict[str, list[Any]]:
    """Return the legal values of scikit-learn's parameters; some take more than there."""
    activations = {"logistic", *names_of(Layer, Elementwise)}
    solvers = {"lbfgs", *names_of(Optimizer)}
    return {
        "hidden_layer_sizes": ["array-like", AT_LEAST_1],
        "activation": [StrOptions(activations), Layer, list, tuple],
        "solver": [StrOptions(solvers), Optimizer],
        "alpha": [NOT_NEGATIVE],
        "batch_size": [StrOptions({"auto"}), AT_LEAST_1],
        "learning_rate": [StrOptions({"constant", "invscaling", "adaptive"}), Schedule],
        "learning_rate_init": [POSITIVE],
        "power_t": [NOT_NEGATIVE],
        "max_iter": [AT_LEAST_1],
        "shuffle": ["boolean"],
        "random_state": ["random_state"],
        "tol": [NOT_NEGATIVE],
        "verbose": ["verbose"],
        "warm_start": ["boolean", StrOptions({"optimizer"})],
        "momentum": [Interval(Real, 0, 1, closed="left")],
        "nesterovs_momentum": ["boolean"],
        "early_stopping": ["boolean"],
        "validation_fraction": [SHARE],
        "beta_1": [SHARE],
        "beta_2": [SHARE],
        "epsilon": [POSITIVE],
        "n_iter_no_change": PATIENCE,
        "max_fun": [AT_LEAST_1],
    }


def ours() -> dict[str, list[Any]]:
    """Return the legal values of the parameters that scikit-learn does not have."""
    return {
        "dropout": [SHARE],
        "batch_norm": ["boolean"],
        "layer_norm": ["boolean"],
        "layers": [list, tuple, None],
        "n_layers": [Interval(Integral, 0, None, closed="left"), None],
        "width": [AT_LEAST_1, None],
        "initializer": [object],
        "regularizer": [object],
        "ema": [SHARE, None],
        "monitor": [str, callable, None],
        "metrics": [list, tuple, None],
        "patience": [*PATIENCE, None],
        "validation_split": [StrOptions({"random", "groups", "time"})],
        "callbacks": [list, tuple, None],
        "engine": [object],
    }


def row_weights(sample_weight: Any, X: Any) -> Array:
    """Return the weights of the rows of X as float64. Raises ValueError; DataError if negative.

    A negative weight would let the loss fall without end.
    """
    weight = _check_sample_weight(sample_weight, X)
    if (weight < 0).any():
        row = int(np.flatnonzero(weight < 0)[0])
        raise DataError(
            f"sample_weight is {weight[row]:g} in row {row}: give weights of at least 0"
        )
    return np.asarray(weight)
