"""Regularizers: a penalty on large weights, added to the loss; or a limit that is enforced.

    L_total = L_data + sum over the weight matrices of penalty(W)

Biases, scales and shifts have no penalty. It is not divided by the batch size or the number of
rows, so that `strength` means the same for any number of rows. (scikit-learn's `MLPClassifier`
divides; its users found that `alpha` has less effect on more data: issue 6780.)
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.errors import check_number
from noron.core.registry import Family
from noron.core.types import Array

Penalty = tuple[float, Callable[[], Array]]
"""The penalty and a closure that gives d(penalty)/dW, of the shape of W."""


@dataclass(frozen=True)
class Regularizer(Family, ABC, family="regularizer"):
    """penalty(W) for one weight matrix of shape (inputs, units).

    >>> value, backward = L2(strength=0.5).forward(np.array([[1.0, -2.0]]))
    >>> value, backward()
    (2.5, array([[ 1., -2.]]))
    """

    @abstractmethod
    def forward(self, W: Array) -> Penalty:
        """The penalty, and backward() -> d(penalty)/dW."""

    def share(self, weight: float) -> float:
        """Return the factor of the penalty for a batch whose rows have this total weight: 1."""
        return 1.0

    def project(self, W: Array) -> None:
        """Bring W back within its limit, in place, after an optimizer's step."""


def as_regularizers(given: Any) -> tuple[Regularizer, ...]:
    """Return the regularizers of a name, an object, settings, a list of them, or None.

    >>> as_regularizers("l2")
    (L2(strength=0.01),)
    """
    if given is None:
        return ()
    several = isinstance(given, list | tuple)
    return tuple(Regularizer.make(one) for one in (given if several else [given]))


@final
@dataclass(frozen=True)
class L1(Regularizer, name="l1"):
    """strength * sum |W|: its slope stays the same near zero, so weights become 0 (sparsity).

    At exactly zero, where |W| has no derivative, the gradient is 0, one of its subgradients.
    Tibshirani (1996), "Regression shrinkage and selection via the lasso".
    """

    strength: float = 0.01

    def __post_init__(self) -> None:
        check_number("strength", self.strength, low=0)

    def forward(self, W: Array) -> Penalty:
        """strength * sum |W|; dW = strength * sign(W)."""
        return self.strength * float(np.abs(W).sum()), lambda: self.strength * np.sign(W)


@final
@dataclass(frozen=True)
class L2(Regularizer, name="l2"):
    """strength * sum W^2, without a factor 1/2, as in `noron.scratch.l2_regularization`.

    A step of plain gradient descent shrinks W by the factor 1 - 2 * learning_rate * strength, hence
    the name "weight decay". With Adam the two are different: see `AdamW`.
    """

    strength: float = 0.01

    def __post_init__(self) -> None:
        check_number("strength", self.strength, low=0)

    def forward(self, W: Array) -> Penalty:
        """strength * sum W^2; dW = 2 * strength * W."""
        return self.strength * float(np.square(W).sum()), lambda: 2 * self.strength * W


@final
@dataclass(frozen=True)
class SharedL2(Regularizer, name="shared_l2"):
    """strength * sum W^2 / sum_i w_i over the rows i of the batch: divided by their weight.

    It is smaller for large batches, and larger for a small last batch. It makes noron equal to
    scikit-learn's `MLPClassifier`, whose `alpha` is twice this strength.
    """

    strength: float = 0.01

    def __post_init__(self) -> None:
        check_number("strength", self.strength, low=0)

    def forward(self, W: Array) -> Penalty:
        """strength * sum W^2, for a batch of weight 1; dW = 2 * strength * W."""
        return self.strength * float(np.square(W).sum()), lambda: 2 * self.strength * W

    def share(self, weight: float) -> float:
        """Return 1 / weight, or 0 if all rows have the weight 0."""
        return 1 / weight if weight > 0 else 0.0


@final
@dataclass(frozen=True)
class ElasticNet(Regularizer, name="elastic_net"):
    """l1 * sum |W| + l2 * sum W^2: sparse, and stable if inputs are correlated.

    Zou and Hastie (2005), "Regularization and variable selection via the elastic net".
    """

    l1: float = 0.01
    l2: float = 0.01

    def __post_init__(self) -> None:
        check_number("l1", self.l1, low=0)
        check_number("l2", self.l2, low=0)

    def forward(self, W: Array) -> Penalty:
        """The sum of both; dW = l1 * sign(W) + 2 * l2 * W."""
        value = self.l1 * float(np.abs(W).sum()) + self.l2 * float(np.square(W).sum())
        return value, lambda: self.l1 * np.sign(W) + 2 * self.l2 * W


@final
@dataclass(frozen=True)
class MaxNorm(Regularizer, name="max_norm"):
    """||W[:, j]||_2 <= limit for every unit j: a constraint, which adds nothing to the loss.

    After each step, the weights into a unit are scaled down if their norm exceeds the limit.
    Srivastava et al. (2014), section 5.1, use it together with dropout.

    >>> W = np.array([[3.0, 0.3], [4.0, 0.4]])
    >>> MaxNorm(limit=1.0).project(W)
    >>> W
    array([[0.6, 0.3], [0.8, 0.4]])
    """

    limit: float = 3.0

    def __post_init__(self) -> None:
        check_number("limit", self.limit, low=0, open_low=True)

    def forward(self, W: Array) -> Penalty:
        """0; dW = 0."""
        return 0.0, lambda: np.zeros_like(W)

    def project(self, W: Array) -> None:
        """W[:, j] <- W[:, j] * min(1, limit / ||W[:, j]||)."""
        norms = np.linalg.norm(W, axis=0)
        W *= self.limit / np.maximum(norms, self.limit)


__all__ = ["ElasticNet", "L1", "L2", "MaxNorm", "Regularizer"]
