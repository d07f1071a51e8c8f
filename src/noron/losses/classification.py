"""Losses for classes: cross-entropies, which apply their own sigmoid or softmax."""

import math
from dataclasses import dataclass
from typing import ClassVar, Literal, final

import numpy as np

from noron.core.errors import SettingError, check_number, shown
from noron.core.types import Array
from noron.layers.activations import sigmoid, softmax, softplus
from noron.losses.base import Link, Loss, RowLosses


@final
@dataclass(frozen=True)
class BinaryCrossEntropy(Loss, name="binary_cross_entropy"):
    """-y log p - (1 - y) log(1 - p) with p = sigmoid(s), the mean over the outputs.

    One output separates two classes; with several, each answers a yes-or-no question. Smoothing
    changes y to (1 - e) y + e / 2; `class_weight` = (weight of the 0s, weight of the 1s).
    """

    label_smoothing: float = 0.0
    class_weight: tuple[float, ...] | None = None
    task: ClassVar[Literal["regression", "binary", "classes"]] = "binary"
    link: ClassVar[Link] = "sigmoid"

    def __post_init__(self) -> None:
        check_smoothing(self.label_smoothing)
        weights = check_class_weight(self.class_weight)
        if weights is not None and len(weights) != 2:
            raise SettingError(f"class_weight is {weights}: give two weights, for 0 and for 1")
        object.__setattr__(self, "class_weight", weights)

    def rows(self, scores: Array, y: Array) -> RowLosses:
        """softplus(s) - y s, the same formula without a logarithm of 0; gradient p - y."""
        y = y.reshape(scores.shape).astype(scores.dtype)
        c = self._weights(y)
        c = c / c.sum(axis=1, keepdims=True)
        y = (1 - self.label_smoothing) * y + self.label_smoothing / 2
        losses = (c * (softplus(scores) - y * scores)).sum(axis=1)
        return losses, lambda: c * (sigmoid(scores) - y)

    def _weights(self, y: Array) -> Array:
        w0, w1 = self.class_weight or (1.0, 1.0)
        return w0 + (w1 - w0) * y

    def importance(self, y: Array) -> Array | None:
        """Return the mean class weight of each row's outputs."""
        if self.class_weight is None:
            return None
        return self._weights(y.reshape(len(y), -1)).mean(axis=1)

    def predict(self, scores: Array) -> Array:
        """p = sigmoid(s)."""
        return sigmoid(scores)


@final
@dataclass(frozen=True)
class CrossEntropy(Loss, name="cross_entropy"):
    """-sum_k y_k log p_k with p = softmax(s): the categorical cross-entropy.

    y is one-hot (rows, classes), or integers (rows,). Smoothing changes y to (1 - e) y + e / K
    (Szegedy et al. 2016, section 7); `class_weight` has one weight w_k for each term of the sum,
    and the sum over the rows is divided by the sum of the weights of their classes.
    """

    label_smoothing: float = 0.0
    class_weight: tuple[float, ...] | None = None
    task: ClassVar[Literal["regression", "binary", "classes"]] = "classes"
    link: ClassVar[Link] = "softmax"

    def __post_init__(self) -> None:
        check_smoothing(self.label_smoothing)
        object.__setattr__(self, "class_weight", check_class_weight(self.class_weight))

    def rows(self, scores: Array, y: Array) -> RowLosses:
        """-v . log p with gradient p sum(v) - v, which without class weights is p - y."""
        y = one_hot(y, scores)
        e = self.label_smoothing
        v = (1 - e) * y + e / scores.shape[1]
        if (
            self.class_weight is not None
        ):  # forward multiplies the row's weight back in (importance)
            w = np.asarray(self.class_weight, dtype=scores.dtype)
            v = v * w / (y @ w)[:, None]
        log_p = log_softmax(scores)
        return -(v * log_p).sum(axis=1), lambda: np.exp(log_p) * v.sum(axis=1, keepdims=True) - v

    def check(self, y: Array, n_outputs: int) -> None:
        """Raise SettingError unless there is one class weight for each output."""
        if self.class_weight is not None and len(self.class_weight) != n_outputs:
            raise SettingError(
                f"class_weight has {len(self.class_weight)} numbers for {n_outputs} classes: "
                "give one for each, in the order of the outputs"
            )

    def importance(self, y: Array) -> Array | None:
        """Return the class weight of each row's class."""
        if self.class_weight is None:
            return None
        weights = np.asarray(self.class_weight)
        return weights[y] if y.ndim == 1 else y @ weights

    def predict(self, scores: Array) -> Array:
        """p = softmax(s)."""
        return softmax(scores)


@final
@dataclass(frozen=True)
class Focal(Loss, name="focal"):
    """-(1 - p)^gamma log p with p the probability of the true class: easy rows count less.

    gamma = 0 is the cross-entropy. Lin et al. (2017), equation 4, for any number of classes.
    """

    gamma: float = 2.0
    task: ClassVar[Literal["regression", "binary", "classes"]] = "classes"
    link: ClassVar[Link] = "softmax"

    def __post_init__(self) -> None:
        check_number("gamma", self.gamma, low=0)

    def rows(self, scores: Array, y: Array) -> RowLosses:
        """dl/ds_k = (y_k - p_k) dl/d(log p), because d(log p)/ds_k = y_k - p_k."""
        y = one_hot(y, scores)
        log_p_all = log_softmax(scores)
        log_p = (y * log_p_all).sum(axis=1)
        q = -np.expm1(log_p)  # 1 - p, exact also where p is nearly 1
        per_q = np.divide(log_p, q, out=-np.ones_like(q), where=q > 0)  # log p / q -> -1 as p -> 1

        def gradient() -> Array:
            slope = q**self.gamma * (self.gamma * np.exp(log_p) * per_q - 1)
            return slope[:, None] * (y - np.exp(log_p_all))

        return -(q**self.gamma) * log_p, gradient

    def predict(self, scores: Array) -> Array:
        """p = softmax(s)."""
        return softmax(scores)


def log_softmax(s: Array) -> Array:
    """s - log sum exp(s) for each row; the maximum is subtracted first, against overflow."""
    s = s - s.max(axis=1, keepdims=True)
    return s - np.log(np.exp(s).sum(axis=1, keepdims=True))


def one_hot(y: Array, scores: Array) -> Array:
    """Return y as an array like `scores`: an integer label becomes a 1 in its class's column."""
    if y.ndim == 2:
        return y.astype(scores.dtype, copy=False)
    rows = np.zeros_like(scores)
    rows[np.arange(len(y)), y] = 1
    return rows


def check_smoothing(value: float) -> None:
    """Raise SettingError unless 0 <= value < 1."""
    check_number("label_smoothing", value, low=0, high=1, open_high=True)


def check_class_weight(value: "tuple[float, ...] | None") -> tuple[float, ...] | None:
    """Return the weights as a tuple of positive numbers, or None. Raises SettingError."""
    if value is None:
        return None
    try:  # a dict or a set would be taken for its keys, a string for its digits
        ordered = isinstance(value, list | tuple | np.ndarray)
        weights = tuple(float(w) for w in value) if ordered else ()
    except (TypeError, ValueError, OverflowError):
        weights = ()
    if not weights or not all(math.isfinite(w) and w > 0 for w in weights):
        raise SettingError(
            f"class_weight is {shown(value)}: give a positive number for each class, in the order "
            "of the outputs, such as (1, 5)"
        )
    return weights
