"""Looking inside a network: its weights, its intermediate values and its summary."""

import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, final, overload

import numpy as np

from noron.core.errors import DataError, NotTrainedError, TrainingWarning, shown
from noron.core.hints import Hinted
from noron.core.notebook import Shown, Summary
from noron.core.text import aligned
from noron.core.types import Array
from noron.data.checks import as_array, in_dtype
from noron.engines import Batch, backpropagated, traced
from noron.layers import Dense
from noron.losses import Loss
from noron.model.architecture import Architecture
from noron.model.inputs import inputs_of
from noron.network import Network
from noron.training.history import History


@final
class Views(Sequence[Array]):
    """A list of views into the network: `views[i] = W` and `views[i] -= dW` change the network."""

    def __init__(self, views: Sequence[Array]) -> None:
        self._views = list(views)

    @overload
    def __getitem__(self, index: int) -> Array: ...
    @overload
    def __getitem__(self, index: slice) -> list[Array]: ...
    def __getitem__(self, index: int | slice) -> Array | list[Array]:
        return self._views[index]

    def __setitem__(self, index: int, value: Any) -> None:
        if isinstance(index, slice):
            raise DataError(f"{shown(index)} is a slice: assign one array at a time, by its index")
        view = self._views[index]
        view[...] = _fitting(view, value)

    def assign(self, values: Sequence[Any]) -> None:
        """Write an array into each view. If one does not fit, raise DataError and write none."""
        if not isinstance(values, Sequence | np.ndarray) or len(values) != len(self):
            raise DataError(
                f"{shown(values)} was given for {len(self)} dense layers: give a list of "
                f"{len(self)} arrays, one for each"
            )
        fitting = [_fitting(view, value) for view, value in zip(self, values, strict=True)]
        for view, value in zip(self, fitting, strict=True):
            view[...] = value

    def __len__(self) -> int:
        return len(self._views)

    def __iter__(self) -> Iterator[Array]:
        return iter(self._views)

    def __repr__(self) -> str:
        return f"Views({self._views!r})"


def _fitting(view: Array, given: Any) -> Array:
    """Return the value as an array for the view; DataError if it does not fit."""
    value = as_array(given, "the array", f"give numbers of the shape {view.shape}")
    if value.shape != view.shape:
        raise DataError(f"the shape is {value.shape}, but must be {view.shape}")
    if value.dtype.kind not in "biuf" or not np.isfinite(value).all():
        raise DataError(f"the array is {shown(value)}: give finite real numbers")
    return in_dtype(value, view.dtype, "the array")


def dense_views(network: Network, name: str) -> Views:
    """Return W of each dense layer, shape (inputs, units), or b, shape (1, units)."""
    views = []
    for layer, params in zip(network.layers, network.params, strict=True):
        if isinstance(layer, Dense) and name == "W":
            views.append(params[0])
        elif isinstance(layer, Dense) and layer.bias:
            views.append(params[1].reshape(1, -1))
    return Views(views)


@dataclass(frozen=True)
class Seen:
    """The values of a forward pass: every intermediate value, and the prediction."""

    values: dict[str, Array]
    prediction: Array

    @property
    def z_values(self) -> list[Array]:
        """x W + b of each dense layer."""
        return [value for name, value in self.values.items() if name.endswith(".dense")]

    @property
    def activations(self) -> list[Array]:
        """The inputs of each dense layer, X first, and the prediction at the end."""
        into = zip(list(self.values)[1:], self.values.values(), strict=False)
        return [value for name, value in into if name.endswith(".dense")] + [self.prediction]


def see(network: Network, loss: Loss, x: Array) -> Seen:
    """Run a forward pass in evaluation mode and keep every value."""
    values = traced(network, x).values
    return Seen(values, loss.predict(values[list(values)[-1]]))


def layer_rows(network: Network, ends_in: str) -> list[tuple[str, str, str]]:
    """Return a table of the layers with their widths and numbers of parameters."""
    rows = [("layer", "output", "parameters"), ("input", str(network.n_inputs), "0")]
    width = network.n_inputs
    for place, (layer, grads) in enumerate(zip(network.layers, network.grads, strict=True)):
        width = layer.n_outputs(width)
        count = sum(g.size for g in grads)
        rows.append((f"{place}.{layer.name} {_settings(layer)}".strip(), str(width), f"{count:,}"))
    rows.append((ends_in, str(width), "0"))
    rows.append(("total", "", f"{network.theta.size:,}"))
    return rows


def _settings(layer: Any) -> str:
    """Return the settings by which two layers of one kind differ."""
    keep = {k: v for k, v in layer.settings().items() if k in ("rate", "slope", "alpha")}
    if layer.name == "residual":
        return shown("+".join(inner.name for inner in layer.inner)).strip("'")
    return " ".join(f"{v:g}" for v in keep.values())


def checksum(network: Network) -> float:
    """Return a number that changes with the weights."""
    return float(network.theta @ network.theta)


class Inspectable(Hinted, Shown, ABC):
    """A model whose weights, intermediate values and gradients can be read."""

    trained: bool
    _seen: "Seen | None" = None
    _history: History | None = None
    """That of the last training, which may still go on."""

    _epochs: int = 0
    """How many epochs it was trained before."""

    _drawn: float | None = None
    """The checksum of the first weights, until it has been looked at."""

    @property
    @abstractmethod
    def network(self) -> Network:
        """The network that owns the numbers."""

    @property
    @abstractmethod
    def loss(self) -> Loss:
        """The loss, with its settings."""

    @property
    @abstractmethod
    def architecture(self) -> Architecture:
        """The layers, loss, penalties and precision."""

    @abstractmethod
    def _batch(self, X: Any, y: Any, sample_weight: Any = None, *, dense: bool = False) -> Batch:
        """Return checked rows as an engine takes them."""

    @property
    def weights(self) -> Views:
        """W of each dense layer, shape (inputs, units): views, so writing changes the network."""
        return dense_views(self.network, "W")

    @weights.setter
    def weights(self, values: Sequence[Array]) -> None:
        self.weights.assign(values)

    @property
    def biases(self) -> Views:
        """b of each dense layer, shape (1, units): views, so writing changes the network."""
        return dense_views(self.network, "b")

    @biases.setter
    def biases(self, values: Sequence[Array]) -> None:
        self.biases.assign(values)

    @property
    def activations(self) -> list[Array]:
        """Inputs of each dense layer in the last `forward(X)`, X first; then the prediction."""
        return self._last_forward().activations

    @property
    def z_values(self) -> list[Array]:
        """x W + b of each dense layer in the last `forward(X)`."""
        return self._last_forward().z_values

    def forward(self, X: Any) -> Array:
        """Return the prediction for each row (probabilities for classes).

        `activations` and `z_values` then show the intermediate values.
        """
        self._seen = see(self.network, self.loss, inputs_of(self.network, X))
        return self._seen.prediction

    def __call__(self, X: Any) -> Array:
        """Return the same as `forward`."""
        return self.forward(X)

    def trace(self, X: Any, y: Any = None) -> dict[str, Array]:
        """Return each intermediate value by name: "input", "0.dense", ..., "prediction".

        With y also the way back: the mean "loss" L, and dL/d(value) of every value, the last one
        first, as "d1.relu", "d0.dense", "dinput". Dropout is off, and BatchNorm has its running
        statistics.
        """
        if y is None:
            seen = see(self.network, self.loss, inputs_of(self.network, X))
            return seen.values | {"prediction": seen.prediction}
        batch = self._batch(X, y, dense=True)
        there = traced(self.network, batch.x[:])
        back = backpropagated(self.network, self.loss, batch, there)
        prediction = self.loss.predict(list(there.values.values())[-1])
        on_top = {"prediction": prediction, "loss": np.array(back.loss)}
        return there.values | on_top | back.deltas

    def gradients(self, X: Any, y: Any, sample_weight: Any = None) -> dict[str, Array]:
        """Return dL/dW and dL/db by name, such as "0.dense.W", of the loss that `evaluate` gives.

        Nothing is changed. Dropout is off, BatchNorm has its running statistics, and penalties on
        the weights do not count. `noron.plotting.plot_gradients` draws them.
        """
        batch = self._batch(X, y, sample_weight, dense=True)
        there = traced(self.network, batch.x[:])
        return backpropagated(self.network, self.loss, batch, there).gradients

    def summary(self) -> str:
        """Return a table of the layers, their widths and their numbers of parameters."""
        lines = aligned(self._layer_rows(), left=1)
        rule = "-" * len(lines[0])
        return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])

    def _layer_rows(self) -> list[tuple[str, str, str]]:
        links = {"classes": "softmax", "binary": "sigmoid"}
        return layer_rows(self.network, f"{links.get(self.loss.task, '')} {self.loss.name}".strip())

    @property
    def _epochs_trained(self) -> int:
        return self._epochs + len(self._history or ())

    def _summary(self) -> Summary:
        kind, n = self.architecture, self._epochs_trained
        if kind.n_inputs is None:
            return Summary(f"NeuralNetwork({kind.described()}; the first train tells the inputs)")
        state = f"trained{f' {n} epochs' if n else ''}" if self.trained else "not trained"
        what = f"{kind.described()}, {self.network.theta.size:,} parameters, {state}"
        return Summary(f"NeuralNetwork({what})", self._layer_rows(), brief=True)

    def _warn_if_untrained(self) -> None:
        """Warn once, two calls up, if the weights are still those that were drawn."""
        drawn, self._drawn = None if self.trained else self._drawn, None
        if drawn is not None and drawn == checksum(self.network):
            message = "the network is not trained: it predicts by random weights. Call train(X, y)"
            warnings.warn(message, TrainingWarning, stacklevel=3)

    def _last_forward(self) -> Seen:
        if self._seen is None:
            raise NotTrainedError("nothing to show yet: call forward(X) first")
        return self._seen
