"""Translate a network into operations of the compiled kernels, as tuples of plain numbers.

The package `noron-native` is optional. Only this module checks whether it is installed in the right
version, and which layers, losses and optimizers it supports.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from noron.layers import (
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Layer,
    LayerNorm,
    Residual,
    Softmax,
    Standardize,
)
from noron.losses import Loss
from noron.network import Network, Segment
from noron.optimizers import SGD, Adam, AdamW, Momentum, Nesterov, Optimizer
from noron.regularizers import L1, L2, ElasticNet, MaxNorm, Regularizer, SharedL2

INTERFACE = 4
"""The version of the interface between noron and the kernels."""

INSTALL = (
    "pip install ./native in a checkout of noron (with a C++ compiler), or run make there again"
)

KINDS = ("dense", "activation", "softmax", "dropout", "batch_norm", "layer_norm", "standardize",
         "residual_begin", "residual_end")  # fmt: skip
ACTIVATIONS = ("identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu",
               "mish", "softplus")  # fmt: skip
LOSSES = {
    "cross_entropy": "label_smoothing",
    "binary_cross_entropy": "label_smoothing",
    "focal": "gamma",
    "mse": "",
    "mae": "",
    "huber": "delta",
    "quantile": "q",
    "poisson": "",
}
"""The losses in the order of the kernels' own list, each with the name of its one setting."""
LINKS = ("identity", "sigmoid", "softmax", "exp")
KEEP = (0, 0.0, 0.0, 0.0, 0.0, False)
"""The settings of no optimizer: the kernels only compute the gradient."""
OPTIMIZERS: tuple[type[Optimizer], ...] = (SGD, Momentum, Nesterov, Adam, AdamW)
"""The optimizers whose step the kernels take themselves."""


class Kernels(NamedTuple):
    """The compiled package, or the reason why it is not used and how to fix that."""

    module: Any
    reason: str = ""
    version: str = ""


@cache
def kernels() -> Kernels:
    """Import `noron_native`, if it is installed and has this interface."""
    try:
        import noron_native
    except ImportError as error:
        if error.name != "noron_native":
            return Kernels(None, f"noron-native cannot be loaded ({error}): {INSTALL}")
        return Kernels(None, f"noron-native is not installed: {INSTALL}")
    result, version = (
        getattr(noron_native, "INTERFACE", 0),
        getattr(noron_native, "__version__", "?"),
    )
    if result != INTERFACE:
        older = result < INTERFACE
        return Kernels(
            None,
            f"noron-native {version} is "
            f"{'older' if older else 'newer'} than noron needs: "
            + (INSTALL if older else "pip install . in the checkout from which the kernels are"),
        )
    return Kernels(noron_native, version=version)


@cache
def shuffles_like_numpy() -> bool:
    """Return whether the kernels shuffle as this version of NumPy does."""
    module: Any = kernels().module
    for n, drawn in ((1, 0), (2, 1), (10, 0), (1000, 3)):
        ours, theirs = np.random.default_rng(n), np.random.default_rng(n)
        for rng in (ours, theirs):
            rng.random(drawn, dtype=np.float32)
        order = np.empty(n, dtype=np.int64)
        module.permutation(ours.bit_generator.capsule, order)
        if not np.array_equal(order, theirs.permutation(n)):
            return False
    return True


class Op(NamedTuple):
    """One layer: its kind, its widths, where its numbers begin (-1: it has none), its settings."""

    kind: int
    activation: int
    n_in: int
    n_out: int
    weight: int = -1
    bias: int = -1
    mean: int = -1
    var: int = -1
    setting: float = 0.0
    momentum: float = 0.0
    partner: int = -1
    relu: bool = False


def unknown_layer(layers: Sequence[Layer]) -> str | None:
    """Return the name of the first layer without a kernel, also within blocks; None if all have."""
    for layer in layers:
        inner = unknown_layer(layer.inner) if isinstance(layer, Residual) else None
        if inner is not None:
            return inner
        plain = (Dense, Dropout, BatchNorm, LayerNorm, Standardize, Softmax, Residual)
        built_in = type(layer).__module__.startswith("noron.layers.")
        if not (built_in and (layer.name in ACTIVATIONS or isinstance(layer, plain))):
            return layer.name
    return None


def refusal(network: Network, loss: Loss) -> str | None:
    """Return what the kernels lack to run this network, or None."""
    layer = unknown_layer(network.layers)
    if layer is not None:
        return f"the layer {layer!r} has no kernel"
    if loss.name not in LOSSES or not type(loss).__module__.startswith("noron.losses."):
        return f"the loss {loss.name!r} has no kernel"
    for regularizer in network.regularizers:
        if type(regularizer) not in (L1, L2, SharedL2, ElasticNet, MaxNorm):
            return f"the regularizer {regularizer.name!r} has no kernel"
    if not any(isinstance(layer, Dense) for layer in network.layers):
        return "there is no dense layer in it"
    return None


def is_fused(network: Network, optimizer: Optimizer) -> bool:
    """Return whether the kernels take the optimizer's step themselves."""
    limits = any(isinstance(r, MaxNorm) for r in network.regularizers)
    return type(optimizer) in OPTIMIZERS and not limits


def draws(network: Network) -> bool:
    """Return whether training draws random numbers for more than the order of the rows."""
    dropping = KINDS.index("dropout")
    return any(op.kind == dropping for op in ops(network, training=True))


def ops(network: Network, *, training: bool, skip_first: bool = False) -> list[Op]:
    """Return the layers as a flat list; `skip_first` leaves out a `Standardize` in front."""
    learnt, kept = iter(network.layout), iter(network.buffer_layout)
    laid_out: list[Op] = []
    _lay_out(network.layers, network.n_inputs, learnt, kept, training, laid_out)
    return _with_relu(laid_out, int(skip_first))


def _lay_out(
    layers: Sequence[Layer],
    width: int,
    learnt: Iterator[Segment],
    kept: Iterator[Segment],
    training: bool,
    to: list[Op],
) -> int:
    for layer in layers:
        n_out = layer.n_outputs(width)
        given: dict[str, Any] = {}
        if isinstance(layer, Residual):
            begin = len(to)
            to.append(Op(KINDS.index("residual_begin"), 0, width, width))
            _lay_out(layer.inner, width, learnt, kept, training, to)
            to[begin] = to[begin]._replace(partner=len(to))
            to.append(Op(KINDS.index("residual_end"), 0, width, width, partner=begin))
            continue
        if isinstance(layer, Dense):
            given = {"weight": next(learnt).start, "bias": next(learnt).start if layer.bias else -1}
        elif isinstance(layer, BatchNorm | LayerNorm):
            given = {"weight": next(learnt).start, "bias": next(learnt).start}
            given["setting"] = layer.epsilon
        elif isinstance(layer, Dropout):
            if not training or layer.rate == 0:
                continue
            given = {"setting": layer.rate}
        if isinstance(layer, BatchNorm | Standardize):
            given |= {"mean": next(kept).start, "var": next(kept).start}
        if isinstance(layer, BatchNorm):
            given["momentum"] = layer.momentum
        is_activation = isinstance(layer, Elementwise)
        kind = KINDS.index("activation" if is_activation else layer.name)
        activation = ACTIVATIONS.index(layer.name) if is_activation else 0
        fields = vars(layer)
        given.setdefault("setting", fields.get("slope", fields.get("alpha", 0.0)))
        to.append(Op(kind, activation, width, n_out, **given))
        width = n_out
    return width


def _with_relu(laid_out: list[Op], start: int) -> list[Op]:
    """Return the ops from `start` on; merge a ReLU between two dense layers into the first."""
    dense, activation = KINDS.index("dense"), KINDS.index("activation")
    to: list[Op] = []
    place: dict[int, int] = {}
    for i, op in enumerate(laid_out):
        is_relu = (op.kind, op.activation) == (activation, ACTIVATIONS.index("relu"))
        between = [laid_out[k].kind for k in (i - 1, i + 1) if 0 <= k < len(laid_out)]
        if is_relu and between == [dense, dense]:
            to[-1] = to[-1]._replace(relu=True)
        elif i >= start:
            place[i] = len(to)
            to.append(op)
    return [op if op.partner < 0 else op._replace(partner=place[op.partner]) for op in to]


def plan(
    network: Network, loss: Loss, batch_size: int, *, training: bool, skip_first: bool = False
) -> Any:
    """Build the kernels' plan of the network and its loss, bound to the network's arrays."""
    module: Any = kernels().module
    settings, class_weight = loss_settings(loss)
    return module.Plan(
        [tuple(op) for op in ops(network, training=training, skip_first=skip_first)],
        network.n_inputs,
        settings,
        class_weight if training else [],
        network.theta,
        network.grad,
        network.buffers,
        batch_size,
        training,
    )


def loss_settings(loss: Loss) -> tuple[tuple[int, int, float], list[float]]:
    """Return the numbers of the loss and its link, its one setting, and its class weights."""
    setting = LOSSES[loss.name]
    value = float(getattr(loss, setting)) if setting else 0.0
    weights = list(getattr(loss, "class_weight", None) or ())
    return (list(LOSSES).index(loss.name), LINKS.index(loss.link), value), weights


def optimizer_settings(optimizer: Optimizer) -> tuple[int, float, float, float, float, bool]:
    """Return its number (0: only the gradient), betas, epsilon, weight decay, `epsilon_hat`."""
    if type(optimizer) not in OPTIMIZERS:
        return KEEP
    given = optimizer.settings()
    beta1 = given.get("beta1", given.get("beta", 0.0))
    rest = (float(given.get(name, 0.0)) for name in ("beta2", "epsilon", "weight_decay"))
    beta2, epsilon, decay = rest
    hat = bool(given.get("epsilon_hat", False))
    return 1 + OPTIMIZERS.index(type(optimizer)), beta1, beta2, epsilon, decay, hat


def penalty_strengths(regularizers: Sequence[Regularizer]) -> tuple[float, float, float]:
    """Return the summed strengths of |W|, of W^2, and of the W^2 that is divided by the rows."""
    l1 = sum(r.strength if isinstance(r, L1) else getattr(r, "l1", 0.0) for r in regularizers)
    l2 = sum(r.strength if isinstance(r, L2) else getattr(r, "l2", 0.0) for r in regularizers)
    shared = sum(r.strength for r in regularizers if isinstance(r, SharedL2))
    return float(l1), float(l2), float(shared)
