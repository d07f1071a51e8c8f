"""Translate a network into layers of the compiled kernels, whose fields are set by name.

The package `noron-native` is optional. Only this module checks whether it is installed in the right
version, and which layers, losses and optimizers it supports.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from noron.layers import (
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
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

INTERFACE = 9
"""The version of the interface between noron and the kernels."""

INSTALL = (
    "pip install ./native in a checkout of noron (with a C++ compiler), or run make there again"
)

KEEP = {"update": "keep", "beta1": 0.0, "beta2": 0.0, "epsilon": 0.0, "weight_decay": 0.0,
        "epsilon_hat": False}  # fmt: skip
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


def unknown_layer(layers: Sequence[Layer]) -> str | None:
    """Return the name of the first layer without a kernel, also within blocks; None if all have."""
    for layer in layers:
        inner = unknown_layer(layer.inner) if isinstance(layer, Residual) else None
        if inner is not None:
            return inner
        plain = (Dense, Dropout, BatchNorm, LayerNorm, Standardize, Softmax, Residual, Embedding)
        built_in = type(layer).__module__.startswith("noron.layers.")
        known = isinstance(layer, plain) or has_kernel(layer, kernels().module.ACTIVATIONS)
        if not (built_in and known):
            return layer.name
    return None


def has_kernel(given: Layer | Loss, known: Mapping[str, str]) -> bool:
    """Return whether an activation or a loss has a kernel, one that takes all its settings."""
    settings = given.settings().keys() - {"name", "class_weight", known.get(given.name)}
    return given.name in known and not settings


def refusal(network: Network, loss: Loss) -> str | None:
    """Return what the kernels lack to run this network, or None."""
    layer = unknown_layer(network.layers)
    if layer is not None:
        return f"the layer {layer!r} has no kernel"
    built_in = type(loss).__module__.startswith("noron.losses.")
    if not (built_in and has_kernel(loss, kernels().module.LOSSES)):
        return f"the loss {loss.name!r} has no kernel"
    for regularizer in network.regularizers:
        if type(regularizer) not in (L1, L2, SharedL2, ElasticNet, MaxNorm):
            return f"the regularizer {regularizer.name!r} has no kernel"
    if not any(isinstance(layer, Dense) for layer in network.layers):
        return "there is no dense layer in it"
    return None


def bfloat16_refusal(network: Network) -> str | None:
    """Return why this network's products cannot be of bfloat16 here, or None."""
    module = kernels().module
    if module is None:
        return kernels().reason
    if not module.has_bfloat16():
        return (
            "it takes a processor with AVX-512 BF16, and the kernels use "
            f"{module.instruction_set()} without it"
        )
    least = module.FEWEST_ROUNDED
    dense = [op for op in ops(network, training=True) if op.kind == "dense"]
    if not any(min(op.n_in, op.n_out) >= least for op in dense[1:]):
        return (
            f"it is for dense layers behind the first with at least {least} inputs and {least} "
            "units, and there is none"
        )
    return None


def is_fused(network: Network, optimizer: Optimizer) -> bool:
    """Return whether the kernels take the optimizer's step themselves."""
    limits = any(isinstance(r, MaxNorm) for r in network.regularizers)
    return type(optimizer) in OPTIMIZERS and not limits


def draws(network: Network) -> bool:
    """Return whether training draws random numbers for more than the order of the rows."""
    return any(op.kind == "dropout" for op in ops(network, training=True))


def ops(network: Network, *, training: bool, skip_first: bool = False) -> list[Any]:
    """Return the layers as a flat list; `skip_first` leaves out a `Standardize` in front."""
    learnt, kept = iter(network.layout), iter(network.buffer_layout)
    laid_out: list[Any] = []
    _lay_out(network.layers, network.n_inputs, learnt, kept, training, laid_out)
    return _with_relu(laid_out, int(skip_first))


def _lay_out(
    layers: Sequence[Layer],
    width: int,
    learnt: Iterator[Segment],
    kept: Iterator[Segment],
    training: bool,
    to: list[Any],
) -> int:
    module: Any = kernels().module
    for layer in layers:
        is_activation = isinstance(layer, Elementwise)
        n_out = layer.n_outputs(width)
        if isinstance(layer, Dropout) and (not training or layer.rate == 0):
            continue
        if isinstance(layer, Residual):
            begin = module.Layer("residual_begin", width, width)
            end = module.Layer("residual_end", width, width)
            end.partner = len(to)
            to.append(begin)
            _lay_out(layer.inner, width, learnt, kept, training, to)
            begin.partner = len(to)
            to.append(end)
            continue
        op = module.Layer("activation" if is_activation else layer.name, width, n_out)
        if isinstance(layer, Dense):
            op.weight = next(learnt).start
            op.bias = next(learnt).start if layer.bias else -1
        elif isinstance(layer, BatchNorm | LayerNorm):
            op.weight, op.bias, op.setting = next(learnt).start, next(learnt).start, layer.epsilon
        elif isinstance(layer, Embedding):
            tables = [next(learnt) for _ in layer.sizes]
            op.tables = [
                module.Table(weight=t.start, size=t.shape[0], width=t.shape[1]) for t in tables
            ]
        elif isinstance(layer, Dropout):
            op.setting = layer.rate
        elif is_activation:
            op.activation, name = layer.name, module.ACTIVATIONS[layer.name]
            op.setting = getattr(layer, name) if name else 0.0
        if isinstance(layer, BatchNorm | Standardize):
            op.mean, op.var = next(kept).start, next(kept).start
        if isinstance(layer, BatchNorm):
            op.momentum = layer.momentum
        to.append(op)
        width = n_out
    return width


def _with_relu(laid_out: list[Any], start: int) -> list[Any]:
    """Return the ops from `start` on; merge a ReLU between two dense layers into the first."""
    to: list[Any] = []
    place: dict[int, int] = {}
    for i, op in enumerate(laid_out):
        is_relu = (op.kind, op.activation) == ("activation", "relu")
        between = [laid_out[k].kind for k in (i - 1, i + 1) if 0 <= k < len(laid_out)]
        if is_relu and between == ["dense", "dense"]:
            to[-1].relu = True
        elif i >= start:
            place[i] = len(to)
            to.append(op)
    for op in to:
        op.partner = place.get(op.partner, -1)
    return to


def plan(
    network: Network, loss: Loss, batch_size: int, *, training: bool, skip_first: bool = False
) -> Any:
    """Build the kernels' plan of the network and its loss, bound to the network's arrays."""
    module: Any = kernels().module
    given = loss_settings(loss)
    if not training:
        given["class_weight"] = list[float]()
    return module.Plan(
        layers=ops(network, training=training, skip_first=skip_first),
        n_inputs=network.n_inputs,
        theta=network.theta,
        grad=network.grad,
        buffers=network.buffers,
        batch_rows=batch_size,
        training=training,
        bfloat16=training and network.bfloat16,
        **given,
    )


def loss_settings(loss: Loss) -> dict[str, Any]:
    """Return the loss, its link, its one number and its class weights as the kernels take them."""
    name = kernels().module.LOSSES[loss.name]  # type: ignore[union-attr]
    setting = float(getattr(loss, name)) if name else 0.0
    weights = list(getattr(loss, "class_weight", None) or ())
    return {"loss": loss.name, "link": loss.link, "setting": setting, "class_weight": weights}


def optimizer_settings(optimizer: Optimizer) -> dict[str, Any]:
    """Return the optimizer as the kernels take it."""
    given = optimizer.settings()
    given.setdefault("beta1", given.get("beta", 0.0))
    return KEEP | {"update": optimizer.name} | {n: given[n] for n in KEEP if n in given}


def penalty_strengths(regularizers: Sequence[Regularizer]) -> dict[str, float]:
    """Return the summed strengths of |W|, of W^2, and of the W^2 that is divided by the rows."""
    l1 = sum(r.strength if isinstance(r, L1) else getattr(r, "l1", 0.0) for r in regularizers)
    l2 = sum(r.strength if isinstance(r, L2) else getattr(r, "l2", 0.0) for r in regularizers)
    shared = sum(r.strength for r in regularizers if isinstance(r, SharedL2))
    return {"l1": float(l1), "l2": float(l2), "shared_l2": float(shared)}
