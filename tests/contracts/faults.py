"""Planted faults: each is the real thing with one mistake in its gradient, and nothing registered.

The value of the way forward stays right in all of them: only backward lies, as it does in a
student's code, and the loss still goes down for a while.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradient_cases import Case
from noron.engines import Engine, ReferenceEngine
from noron.layers import (
    ELU,
    GELU,
    SELU,
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
    Identity,
    Layer,
    LayerNorm,
    LeakyReLU,
    Mish,
    ReLU,
    Residual,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Standardize,
    Tanh,
)
from noron.layers.activations import normal_cdf, sigmoid
from noron.losses import (
    BinaryCrossEntropy,
    CrossEntropy,
    Focal,
    Huber,
    Loss,
    MeanAbsoluteError,
    MeanSquaredError,
    Poisson,
    Quantile,
)
from noron.network import Network
from noron.regularizers import L1, L2, ElasticNet, Regularizer, SharedL2
from noron.tools.gradcheck import GradientReport, gradcheck


@dataclass(frozen=True)
class Fault:
    """What is wrong, the right thing, and the same thing with the mistake in it."""

    name: str
    right: Any
    wrong: Any


def check(part: Any) -> GradientReport:
    """The gradient check of a network with that part in it; all else is the same every time."""
    layers: tuple[Layer, ...] = (Dense(4), Tanh(), Dense(4), Tanh())
    loss, penalties, cls, engine = CrossEntropy(), (L2(0.1),), Network, None
    match part:
        case Dense():
            layers = (Dense(4), Tanh(), part, Tanh())
        case Layer():
            layers = (Dense(4), Tanh(), Dense(4), part, Dense(4), Tanh())
        case Loss():
            loss = part
        case Regularizer():
            penalties = (part,)
        case Engine():
            engine = part
        case type():
            cls = part
    case = Case(layers, loss, penalties, weighted=True, rows=7)
    return gradcheck(case.network(cls), loss, case.batch(), engine=engine)


def subclass(of: Any, **members: Any) -> Any:
    """`of` with some methods replaced: an object of a class that nobody registered."""
    cls = type(f"Wrong{type(of).__name__}", (type(of),), members)
    wrong = object.__new__(cls)
    wrong.__dict__.update(of.__dict__)
    return wrong


def slope(name: str, activation: Elementwise, df: Callable[..., Any]) -> Fault:
    """An activation with the derivative df(z, a)."""
    wrong = subclass(activation, df=lambda self, z, a: df(z, a))
    return Fault(f"{activation.name}: {name}", activation, wrong)


def backward(name: str, layer: Layer, change: Callable[..., Any]) -> Fault:
    """A layer whose (dx, dparams) are change(x, params, dy, dx, dparams, rng)."""

    def forward(self: Any, params: Any, x: Any, rng: Any = None) -> Any:
        y, back = type(layer).forward(self, params, x, rng)
        return y, lambda dy: change(x, params, dy, *back(dy), rng)

    return Fault(f"{layer.name}: {name}", layer, subclass(layer, forward=forward))


def loss_gradient(name: str, loss: Loss, other: Loss) -> Fault:
    """A loss with its own value, but the gradient of another."""

    def forward(self: Any, scores: Any, y: Any, weight: Any = None) -> Any:
        value, _ = type(loss).forward(self, scores, y, weight)
        return value, other.forward(scores, y, weight)[1]

    return Fault(f"{loss.name}: {name}", loss, subclass(loss, forward=forward))


def loss_change(name: str, loss: Loss, change: Callable[..., Any]) -> Fault:
    """A loss whose gradient is change(gradient, scores, y, weight)."""

    def forward(self: Any, scores: Any, y: Any, weight: Any = None) -> Any:
        value, back = type(loss).forward(self, scores, y, weight)
        return value, lambda: change(back(), scores, y, weight)

    return Fault(f"{loss.name}: {name}", loss, subclass(loss, forward=forward))


def penalty(name: str, right: Regularizer, gradient: Callable[..., Any]) -> Fault:
    """A penalty with the gradient gradient(W)."""

    def forward(self: Any, W: Any) -> Any:
        return type(right).forward(self, W)[0], lambda: gradient(W)

    return Fault(f"{right.name}: {name}", right, subclass(right, forward=forward))


# ------------------------------------------------------------------------------------ layers


def x_hat(x: Any, axis: int, epsilon: float = 1e-5) -> tuple[Any, Any]:
    inv_std = 1 / np.sqrt(x.var(axis=axis, keepdims=True) + epsilon)
    return (x - x.mean(axis=axis, keepdims=True)) * inv_std, inv_std


def no_mean_term(x, params, dy, dx, grads, rng):
    inv_std = x_hat(x, 0)[1]
    return dx + inv_std * (dy * params[0]).mean(axis=0), grads


def no_variance_term(x, params, dy, dx, grads, rng):
    hat, inv_std = x_hat(x, 0)
    return dx + inv_std * hat * (dy * params[0] * hat).mean(axis=0), grads


def over_the_wrong_axis(x, params, dy, dx, grads, rng):
    (hat, inv_std), d = x_hat(x, 1), dy * params[0]
    along = hat * (d * hat).mean(axis=0, keepdims=True)
    return inv_std * (d - d.mean(axis=0, keepdims=True) - along), grads


def without_gamma(x, params, dy, dx, grads, rng):
    gamma = params[0]
    _, of_one = BatchNorm().forward((np.ones_like(gamma), *(p.copy() for p in params[1:])), x, rng)
    return of_one(dy)[0], grads


def running_statistics(x, params, dy, dx, grads, rng):
    return dy * params[0] / np.sqrt(params[3] + 1e-5), grads


def another_mask(x, params, dy, dx, grads, rng):
    return dy * (rng.random(x.shape) >= 0.5) / 0.5, grads


def last_row_wins(x, params, dy, dx, grads, rng):
    dE = np.zeros_like(params[0])
    dE[np.rint(x[:, -1]).clip(0, len(dE) - 1).astype(int)] = dy[:, -dE.shape[1] :]
    return dx, (dE,)


LAYERS = [
    backward("a row counted once that comes often", Embedding([2], [1]), last_row_wins),
    backward("a lost transpose", Dense(4), lambda x, p, dy, dx, g, _: (dy @ p[0], g)),
    backward("the bias from one row", Dense(4), lambda x, p, dy, dx, g, _: (dx, (g[0], dy[0]))),
    backward("mean for sum in the bias", Dense(4), lambda x, p, dy, dx, g, _: (
        dx, (g[0], dy.mean(axis=0)))),
    backward("dW divided by the rows once more", Dense(4), lambda x, p, dy, dx, g, _: (
        dx, (g[0] / len(x), g[1]))),
    backward("dW of the first row only", Dense(4), lambda x, p, dy, dx, g, _: (
        dx, (x[:1].T @ dy[:1], g[1]))),
    backward("a lost sign", Dense(4), lambda x, p, dy, dx, g, _: (-dx, g)),
    backward("no gradient for the bias", Dense(4), lambda x, p, dy, dx, g, _: (
        dx, (g[0], 0 * g[1]))),
    backward("NaN in one place", Dense(4), lambda x, p, dy, dx, g, _: (
        dx, (g[0], g[1] * np.where(np.arange(4) == 2, np.nan, 1)))),
    backward("the mean term forgotten", BatchNorm(), no_mean_term),
    backward("the variance term forgotten", BatchNorm(), no_variance_term),
    backward("gamma forgotten on the way back", BatchNorm(), without_gamma),
    backward("the running statistics in backward", BatchNorm(), running_statistics),
    backward("no gradient for gamma", BatchNorm(), lambda x, p, dy, dx, g, _: (
        dx, (0 * g[0], g[1]))),
    backward("dgamma from x and not x_hat", BatchNorm(), lambda x, p, dy, dx, g, _: (
        dx, ((dy * x).sum(axis=0), g[1]))),
    backward("over the wrong axis", LayerNorm(), over_the_wrong_axis),
    backward("beta from one row", LayerNorm(), lambda x, p, dy, dx, g, _: (dx, (g[0], dy[0]))),
    backward("the deviation forgotten", Standardize(), lambda x, p, dy, dx, g, _: (dy, g)),
    backward("not scaled", Dropout(0.5), lambda x, p, dy, dx, g, _: (0.5 * dx, g)),
    backward("another mask", Dropout(0.5), another_mask),
    backward("no mask", Dropout(0.5), lambda x, p, dy, dx, g, _: (dy, g)),
    backward("the skip forgotten", Residual([Dense(4), Tanh()]), lambda x, p, dy, dx, g, _: (
        dx - dy, g)),
    backward("only the skip", Residual([Dense(4), Tanh()]), lambda x, p, dy, dx, g, _: (dy, g)),
    backward("the Jacobian's diagonal alone", Softmax(), lambda x, p, dy, dx, g, _: (
        dy * Softmax().forward((), x)[0] * (1 - Softmax().forward((), x)[0]), g)),
]  # fmt: skip

ACTIVATIONS = [
    slope("a (1 + a)", Sigmoid(), lambda z, a: a * (1 + a)),
    slope("from z instead of a", Sigmoid(), lambda z, a: z * (1 - z)),
    slope("1 - a", Tanh(), lambda z, a: 1 - a),
    slope("1 - z^2", Tanh(), lambda z, a: 1 - z * z),
    slope("of the wrong side", ReLU(), lambda z, a: (z < 0).astype(z.dtype)),
    slope("1 everywhere", ReLU(), lambda z, a: np.ones_like(z)),
    slope("0 on the left", LeakyReLU(0.1), lambda z, a: (z > 0).astype(z.dtype)),
    slope("the slope of another setting", LeakyReLU(0.1), lambda z, a: np.where(z > 0, 1, 0.01)),
    slope("alpha not added", ELU(0.5), lambda z, a: np.where(z > 0, 1, a)),
    slope("alpha of 1", ELU(0.5), lambda z, a: np.where(z > 0, 1, a + 1)),
    slope("the scale forgotten", SELU(), lambda z, a: np.where(z > 0, 1, a + 1.6732632423543772)),
    slope("Phi alone", GELU(), lambda z, a: normal_cdf(z)),
    slope("of the tanh formula", GELU(), lambda z, a: tanh_gelu_slope(z)),
    slope("the sigmoid alone", SiLU(), lambda z, a: sigmoid(z)),
    slope("s (1 - s)", SiLU(), lambda z, a: sigmoid(z) * (1 - sigmoid(z))),
    slope("1 - t for 1 - t^2", Mish(), lambda z, a: np.tanh(np.logaddexp(0, z))
          + z * (1 - np.tanh(np.logaddexp(0, z))) * sigmoid(z)),
    slope("the value", Softplus(), lambda z, a: a),
    slope("of the other side", Softplus(), lambda z, a: sigmoid(-z)),
    slope("2", Identity(), lambda z, a: 2 * np.ones_like(z)),
]  # fmt: skip


def tanh_gelu_slope(z: Any) -> Any:
    """The derivative of GELU's tanh approximation: off by about 1e-3, which must be seen."""
    c = np.sqrt(2 / np.pi)
    t = np.tanh(c * (z + 0.044715 * z**3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * c * (1 + 3 * 0.044715 * z * z)


# ------------------------------------------------------------------------------------ losses


def without_weights(loss: Loss, name: str = "the sample weights ignored") -> Fault:
    return loss_change(name, loss, lambda g, s, y, w: loss.forward(s, y)[1]())


def focal_first_term(g: Any, s: Any, y: Any, w: Any) -> Any:
    """(1 - p)^gamma times the gradient of the cross-entropy, as if the factor were a constant."""
    p = (np.exp(s) / np.exp(s).sum(axis=1, keepdims=True) * y).sum(axis=1, keepdims=True)
    return (1 - p) ** 2 * CrossEntropy().forward(s, y, w)[1]()


WEIGHTED = (0.5, 1.0, 3.0)
LOSSES = [
    loss_change("1 / n missing", CrossEntropy(), lambda g, s, y, w: g * len(s)),
    loss_change("1 / n twice", CrossEntropy(), lambda g, s, y, w: g / len(s)),
    loss_change("1 / n for 1 / sum of weights", MeanSquaredError(), lambda g, s, y, w: (
        g * w.sum() / len(s))),
    without_weights(CrossEntropy()),
    without_weights(MeanSquaredError()),
    without_weights(BinaryCrossEntropy()),
    loss_gradient("smoothing forgotten", CrossEntropy(0.1), CrossEntropy()),
    loss_gradient("class weights forgotten", CrossEntropy(0.0, WEIGHTED), CrossEntropy()),
    loss_gradient("smoothing forgotten", BinaryCrossEntropy(0.1), BinaryCrossEntropy()),
    loss_gradient("class weights swapped", BinaryCrossEntropy(0.0, (1, 4)),
                  BinaryCrossEntropy(0.0, (4, 1))),
    loss_change("softmax's slope twice", CrossEntropy(), lambda g, s, y, w: (
        Softmax().forward((), s)[1](g)[0])),
    loss_change("sigmoid's slope twice", BinaryCrossEntropy(), lambda g, s, y, w: (
        g * sigmoid(s) * (1 - sigmoid(s)))),
    loss_change("the 2 forgotten", MeanSquaredError(), lambda g, s, y, w: g / 2),
    loss_change("sum for mean over the outputs", MeanSquaredError(), lambda g, s, y, w: (
        g * s.shape[1])),
    loss_change("sign forgotten", MeanAbsoluteError(), lambda g, s, y, w: np.abs(g)),
    loss_gradient("not clipped beyond delta", Huber(0.5), Huber(1e9)),
    loss_gradient("the sides swapped", Quantile(0.9), Quantile(0.1)),
    loss_change("exp forgotten", Poisson(), lambda g, s, y, w: (
        (s - y) / s.shape[1] * (w / w.sum())[:, None])),
    loss_change("the factor's own slope forgotten", Focal(2.0), focal_first_term),
    loss_gradient("another gamma", Focal(2.0), Focal(1.5)),
    loss_change("no gradient at all", CrossEntropy(), lambda g, s, y, w: 0 * g),
]  # fmt: skip

PENALTIES = [
    penalty("the 2 forgotten", L2(0.1), lambda W: 0.1 * W),
    penalty("divided by the rows", L2(0.1), lambda W: 2 * 0.1 * W / 7),
    penalty("the other sign", L2(0.1), lambda W: -2 * 0.1 * W),
    penalty("sign forgotten", L1(0.1), lambda W: 0.1 * np.ones_like(W)),
    penalty("the slope of L2", L1(0.1), lambda W: 2 * 0.1 * W),
    penalty("the 2 of the shared one forgotten", SharedL2(0.1), lambda W: 0.1 * W),
    penalty("L2's part forgotten", ElasticNet(0.1, 0.1), lambda W: 0.1 * np.sign(W)),
]


# ----------------------------------------------------------------------- the network, the engine


class Accumulating(Network):
    """The gradient is added to that of the step before."""

    def forward(self, x: Any, rng: Any = None) -> Any:
        before = self.grad.copy()
        scores, back = super().forward(x, rng)

        def backward(dscores: Any) -> Any:
            dx = back(dscores)
            self.grad += before
            return dx

        return scores, backward


class LastLayerOnly(Network):
    """Backward stops behind the last layer."""

    def forward(self, x: Any, rng: Any = None) -> Any:
        scores, back = super().forward(x, rng)

        def backward(dscores: Any) -> Any:
            dx = back(dscores)
            for views in self.grads[:-1]:
                for view in views:
                    view[:] = 0
            return dx

        return scores, backward


class PenaltyOnBiases(Network):
    """The penalty's gradient on the biases too, which do not pay."""

    def penalty(self, weight: float = 1.0) -> float:
        total = super().penalty(weight)
        for segment in self.layout:
            if segment.kind == "bias":
                segment.of(self.grad)[:] += 0.2 * segment.of(self.theta)
        return total


def engine(look: Callable[..., Any]) -> Any:
    return subclass(ReferenceEngine(), value_and_grad=look)


def without_penalty(self: Any, network: Network, loss: Loss, batch: Any, rng: Any) -> Any:
    outcome = ReferenceEngine().value_and_grad(network, loss, batch, rng)
    data_alone = Network.__new__(Network)
    data_alone.__dict__.update(network.__dict__ | {"regularizers": ()})
    ReferenceEngine().value_and_grad(data_alone, loss, batch, rng)
    return outcome


def half_precision(self: Any, network: Network, loss: Loss, batch: Any, rng: Any) -> Any:
    outcome = ReferenceEngine().value_and_grad(network, loss, batch, rng)
    network.grad[:] = network.grad.astype(np.float16)
    return outcome


WHOLE = [
    Fault("network: the gradient is not reset", Network, Accumulating),
    Fault("network: backward stops early", Network, LastLayerOnly),
    Fault("network: the penalty's gradient on biases", Network, PenaltyOnBiases),
    Fault(
        "engine: the penalty left out of the gradient", ReferenceEngine(), engine(without_penalty)
    ),
    Fault("engine: the gradient in half precision", ReferenceEngine(), engine(half_precision)),
]

FAULTS = [*LAYERS, *ACTIVATIONS, *LOSSES, *PENALTIES, *WHOLE]
