"""From scikit-learn: an MLP, alone or in a pipeline behind a scaler."""

from collections.abc import Callable
from typing import Any

import numpy as np

from noron.core.errors import ModelFileError, NotTrainedError, shown
from noron.interop.build import build
from noron.interop.steps import Affine, LayerStep, Step, affine, dense, divided
from noron.layers import Layer
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss, MeanSquaredError, Poisson
from noron.model.neural_network import NeuralNetwork
from noron.regularizers import Regularizer, SharedL2

SCALERS: dict[str, Callable[[Any], Affine]] = {
    "StandardScaler": lambda s: divided(
        "StandardScaler",
        s.mean_ if s.with_mean else 0.0,
        s.scale_ if s.with_std else 1.0,
    ),
    "RobustScaler": lambda s: divided(
        "RobustScaler",
        s.center_ if s.with_centering else 0.0,
        s.scale_ if s.with_scaling else 1.0,
    ),
    "MinMaxScaler": lambda s: affine("MinMaxScaler", s.scale_, s.min_),
    "MaxAbsScaler": lambda s: divided("MaxAbsScaler", 0.0, s.scale_),
}
"""Each scaler as an affine map of the columns."""
MLPS = ("MLPClassifier", "MLPRegressor")
LOSSES: dict[str, Callable[[], Loss]] = {
    "softmax": CrossEntropy,
    "logistic": BinaryCrossEntropy,
    "identity": MeanSquaredError,
    "exp": Poisson,
}
"""The loss whose link is scikit-learn's last activation."""


def from_sklearn(model: Any) -> NeuralNetwork:
    """Return the network of an MLPClassifier, an MLPRegressor or a Pipeline that ends in one.

    The estimators of the same names in `noron.estimators` are taken too.
    StandardScaler, MinMaxScaler, MaxAbsScaler and RobustScaler before it become the first layer.
    Classes and names of columns are kept, and alpha becomes a penalty. `predict_proba` of two
    classes gives one column, the probability of the second. Raises ModelFileError for other steps.
    """
    scalers, mlp = _opened(model)
    if not hasattr(mlp, "coefs_"):
        raise NotTrainedError(f"the {type(mlp).__name__} is not trained: call its fit(X, y) first")
    layers, loss, regularizers = _own(mlp) if _is_own(mlp) else _theirs(mlp)
    classes = getattr(mlp, "classes_", None)
    several = loss.task == "binary" and mlp.n_outputs_ > 1
    return build(
        type(mlp).__name__,
        [*(SCALERS[type(scaler).__name__](scaler) for scaler in scalers), *layers],
        loss=loss,
        classes=None if several or classes is None else np.asarray(classes).tolist(),
        feature_names=getattr(model, "feature_names_in_", None),
        regularizer=regularizers,
    )


def _theirs(mlp: Any) -> tuple[list[Step], Loss, tuple[Regularizer, ...]]:
    """Return the layers, the loss and the penalties of scikit-learn's MLP."""
    from noron.estimators.mlp.translate import ACTIVATIONS, factor_of

    steps: list[Step] = []
    between = Layer.make(ACTIVATIONS.get(mlp.activation, mlp.activation))
    for i, (W, b) in enumerate(zip(mlp.coefs_, mlp.intercepts_, strict=True)):
        steps += [LayerStep(between.name, between)] if i else []
        steps.append(dense(f"coefs_[{i}]", W, b))
    loss = LOSSES[mlp.out_activation_]()
    strength = mlp.alpha / 2 / factor_of(loss, mlp.n_outputs_)
    return steps, loss, (SharedL2(strength),) if strength else ()


def _own(mlp: Any) -> tuple[list[Step], Loss, tuple[Regularizer, ...]]:
    """Return the same of an MLP of noron's, which has a network already."""
    mlp._adopt()  # what the user has written to coefs_
    pairs = zip(mlp._network.layers, mlp._network.params, strict=True)
    steps: list[Step] = [
        LayerStep(layer.name, layer, tuple(array.copy() for array in arrays))
        for layer, arrays in pairs
    ]
    return steps, mlp._design.loss, mlp._design.regularizers


def _is_own(mlp: Any) -> bool:
    return _is_of(mlp, "noron.estimators.mlp", *MLPS)


def _opened(model: Any) -> tuple[list[Any], Any]:
    """Return the scalers and the MLP of a pipeline. Raises ModelFileError for other steps."""
    steps = [step for step in _steps(model) if not _changes_nothing(step)]
    *scalers, last = steps or [model]
    for scaler in scalers:
        if not _is_of(scaler, "sklearn.preprocessing", *SCALERS):
            raise _refused(scaler, f"as scalers it takes {', '.join(SCALERS)}")
        if getattr(scaler, "clip", False):
            raise _refused(scaler, "clip=True is no affine map, so leave it out and fit again")
    if not (_is_of(last, "sklearn.neural_network", *MLPS) or _is_own(last)):
        ends = "give an MLPClassifier, an MLPRegressor or a Pipeline that ends in one"
        inner = getattr(last, "best_estimator_", None)
        raise _refused(last, ends if inner is None else "give its best_estimator_")
    return scalers, last


def _steps(model: Any) -> list[Any]:
    if not _is_of(model, "sklearn.pipeline", "Pipeline"):
        return [model]
    return [inner for _, step in model.steps for inner in _steps(step)]


def _changes_nothing(step: Any) -> bool:
    is_function = _is_of(step, "sklearn.preprocessing", "FunctionTransformer")
    return step is None or step == "passthrough" or (is_function and step.func is None)


def _is_of(step: Any, package: str, *names: str) -> bool:
    return type(step).__module__.startswith(package) and type(step).__name__ in names


def _refused(step: Any, way_out: str) -> ModelFileError:
    return ModelFileError(f"noron cannot take {shown(step)}: {way_out}")
