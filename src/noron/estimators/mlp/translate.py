"""Translate scikit-learn's parameters to noron's layers, loss, penalty and optimizer.

scikit-learn's objective, with k outputs and batches of weight w, is

    factor * L + alpha / (2 w) * sum W^2

where L is noron's loss, a mean over the outputs. The factor is 1 for classes, k if scikit-learn
adds the outputs, and k / 2 for the squared error. noron minimizes this divided by the factor:
therefore the penalty's strength and epsilon are divided by the factor, and the learning rate of
plain descent is multiplied by it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import SettingError, check_integer, check_number, shown
from noron.core.types import Array
from noron.initializers import Initializer, Zeros
from noron.layers import Dense, Layer
from noron.layers.multilayer import hidden_layers
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss
from noron.network import Network
from noron.optimizers import EMA, SGD, Adam, Momentum, Nesterov, Optimizer
from noron.regularizers import Regularizer, SharedL2

ACTIVATIONS = {"logistic": "sigmoid"}
"""scikit-learn's names that differ from noron's."""
LOSSES = {"log_loss": "cross_entropy", "squared_error": "mse"}


@dataclass(frozen=True)
class SklearnTranslation:
    """The description of a network, its loss and its penalties."""

    layers: tuple[Layer, ...]
    drawn: bool  # whether the dense layers are initialized as in scikit-learn
    logistic: bool
    loss: Loss
    factor: float
    regularizers: tuple[Regularizer, ...]

    def network(self, n_inputs: int, dtype: Any, random: np.random.RandomState) -> Network:
        """Make the network, with weights drawn from `random`."""
        rng = None if self.drawn else np.random.default_rng(random.randint(2**31))
        network = Network(
            self.layers,
            n_inputs,
            rng=rng or np.random.default_rng(0),
            dtype=dtype,
            regularizers=self.regularizers,
        )
        if self.drawn:
            draw(network, random, 2.0 if self.logistic else 6.0)
        return network


def draw(network: Network, random: np.random.RandomState, gain: float) -> None:
    """Draw W and b from U(-r, r), r^2 = gain / (fan_in + fan_out), in scikit-learn's order."""
    for layer, params in zip(network.layers, network.params, strict=True):
        if isinstance(layer, Dense):
            for values in params:
                r = np.sqrt(gain / sum(params[0].shape))
                values[:] = random.uniform(-r, r, values.shape)


def make_loss(name: Any, outputs: str, smoothing: float = 0.0) -> Loss:
    """Return the loss of that name for `outputs`: "classes", "binary" or "regression".

    Raises SettingError for a loss that does not suit the outputs.
    """
    if name == "log_loss":
        kind = CrossEntropy if outputs == "classes" else BinaryCrossEntropy
        return kind(label_smoothing=smoothing)
    loss = Loss.make(LOSSES.get(name, name) if isinstance(name, str) else name)
    if loss.task != outputs:
        raise SettingError(f"loss is {shown(name)}, which is not for {outputs}: give another")
    if smoothing:
        raise SettingError(f"label_smoothing is for loss='log_loss', but loss is {shown(name)}")
    return loss


def factor_of(loss: Loss, n_outputs: int) -> float:
    """Return the factor from noron's loss to scikit-learn's data term."""
    if loss.name == "mse":
        return n_outputs / 2
    return float(n_outputs) if loss.task == "binary" or loss.name == "poisson" else 1.0


def hidden_sizes(sizes: Any, n_layers: int | None, width: int | None) -> list[int]:
    """Return the widths of the hidden layers: those of a list, or `n_layers` times `width`."""
    if n_layers is None and width is None:
        given = list(sizes) if isinstance(sizes, Iterable) else [sizes]
        if any(size <= 0 for size in given):
            raise ValueError(f"hidden_layer_sizes must be > 0, got {given}.")
        return [int(size) for size in given]
    depth = 1 if n_layers is None else check_integer("n_layers", n_layers, at_least=0)
    return [100 if width is None else check_integer("width", width)] * depth


def activations_of(given: Any, n: int) -> list[Layer]:
    """Return an activation for each of n hidden layers, from one or from a list of n."""
    several = isinstance(given, Sequence) and not isinstance(given, str)
    each = list(given) if several else [given] * n
    if len(each) != n:
        raise SettingError(
            f"activation has {len(each)} names for {n} hidden layers: give one for each, or one "
            "for all"
        )
    return [Layer.make(ACTIVATIONS.get(a, a) if isinstance(a, str) else a) for a in each]


def make_layers(est: Any, n_outputs: int) -> tuple[Layer, ...]:
    """Return Dense, normalization, activation and dropout per hidden width, and a last Dense."""
    first = Zeros() if est.initializer is None else Initializer.make(est.initializer)
    if est.layers is not None:
        return (*(Layer.make(layer) for layer in est.layers), Dense(n_outputs))
    sizes = hidden_sizes(est.hidden_layer_sizes, est.n_layers, est.width)
    hidden = hidden_layers(
        sizes,
        activations_of(est.activation, len(sizes)),
        initializer=first,
        dropout=est.dropout,
        batch_norm=est.batch_norm,
        layer_norm=est.layer_norm,
    )
    return (*hidden, Dense(n_outputs, first))


def translate(est: Any, loss: Loss, n_outputs: int) -> SklearnTranslation:
    """Return the network that the parameters describe."""
    factor = factor_of(loss, n_outputs)
    given = est.regularizer
    several = () if given is None else given if isinstance(given, list | tuple) else (given,)
    shared = (SharedL2(est.alpha / 2 / factor),) if est.alpha else ()
    return SklearnTranslation(
        layers=make_layers(est, n_outputs),
        drawn=est.layers is None and est.initializer is None,
        logistic=est.activation == "logistic",
        loss=loss,
        factor=factor,
        regularizers=(*shared, *(Regularizer.make(r) for r in several)),
    )


def make_optimizer(est: Any, factor: float) -> tuple[Optimizer, float]:
    """Return the optimizer, and the factor for its learning rate."""
    scale = 1.0
    if est.solver == "sgd":
        scale = factor
        kind = Nesterov if est.nesterovs_momentum else Momentum
        optimizer: Optimizer = kind(float(est.momentum)) if est.momentum else SGD()
    elif est.solver == "adam":
        epsilon = est.epsilon / factor
        optimizer = Adam(float(est.beta_1), float(est.beta_2), epsilon, epsilon_hat=True)
    else:
        optimizer = Optimizer.make(est.solver)
    if est.ema is not None:
        optimizer = EMA(optimizer, decay=check_number("ema", est.ema))
    return optimizer, scale


def rescale(slots: Sequence[Array], optimizer: Optimizer, ratio: float) -> None:
    """Rescale the velocity after a change of the rate, as scikit-learn's includes the rate.

    `ratio` is the old rate divided by the new one.
    """
    if isinstance(optimizer, Momentum | Nesterov):
        slots[0][:] *= ratio
