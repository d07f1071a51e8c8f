"""L-BFGS: Newton's method with a curvature that is estimated from the last few steps.

Each step uses all rows: the line search compares losses, which must come from the same rows.
"""

import math
from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.errors import check_integer
from noron.core.types import Array
from noron.optimizers.base import Again, Optimizer, Slots
from noron.optimizers.line_search import Phi, Point, StrongWolfe


def two_loop(g: Array, S: Array, Y: Array) -> Array:
    """Return H g, where the steps s and the gradient changes y define the inverse Hessian H.

    S and Y have a row for each pair, the newest last; rows of zeros are not yet in use.
    Nocedal and Wright (2006), algorithm 7.4, with H0 = (s.y / y.y) I of equation 7.20.
    """
    pairs = [(s, y, 1 / float(s @ y)) for s, y in zip(S, Y, strict=True) if s.any()]
    alphas = []
    r = g.copy()
    for s, y, rho in reversed(pairs):
        alphas.append(rho * float(s @ r))
        r -= alphas[-1] * y
    if pairs:
        s, y, rho = pairs[-1]
        r /= rho * float(y @ y)
    for (s, y, rho), alpha in zip(pairs, reversed(alphas), strict=True):
        r += (alpha - rho * float(y @ r)) * s
    return r


@final
@dataclass(frozen=True)
class LBFGS(Optimizer, name="lbfgs"):
    """p = -H g by the two-loop recursion, then theta <- theta + alpha p by a strong Wolfe search.

    `learning_rate` is the first alpha that is tried; Newton's method uses 1. A step never ends at a
    loss that is worse or not finite: if no alpha helps, theta stays, and the memory is cleared, so
    that the next step follows the gradient. Nocedal and Wright (2006), algorithm 7.5.

    history: the number of pairs (s, y) in memory. evaluations: the most losses that a search uses.
    """

    default_learning_rate: ClassVar[float] = 1.0
    whole_batch: ClassVar[bool] = True
    history: int = 10
    evaluations: int = 25

    def __post_init__(self) -> None:
        check_integer("history", self.history)
        check_integer("evaluations", self.evaluations)

    def start(self, theta: Array) -> Slots:
        """Return S and Y, each of shape (history, size)."""
        empty = np.zeros((self.history, theta.size), theta.dtype)
        return empty, empty.copy()

    @np.errstate(all="ignore")  # a trial step may go much too far
    def step(
        self, theta: Array, g: Array, slots: Slots, t: int, learning_rate: float, again: Again
    ) -> None:
        """Search along -H g. `again` is called at the given theta first, then at each trial."""
        S, Y = slots
        p = -two_loop(g, S, Y)
        if not g @ p < 0:  # no descent: the memory is of another function, or g is 0
            _clear(S, Y)
            p = -g
        if not np.isfinite(g @ p) or not g.any():
            return
        began = theta.copy()
        phi = _along(theta, began, p, again)
        result = origin = phi(0.0)
        try:
            if origin.loss < math.inf and origin.slope < 0:
                # without a memory the length of p means nothing: try a step of length 1 at most
                longest = 1.0 if S[-1].any() else 1 / math.sqrt(-origin.slope)
                search = StrongWolfe(phi, origin, float(np.finfo(theta.dtype).eps))
                result = search.search(learning_rate * min(1.0, longest), self.evaluations)
        finally:  # also when `again` raises, as Ctrl-C does
            theta[:] = began + result.alpha * p
        if result.alpha == 0:
            _clear(S, Y)
        else:
            _remember(S, Y, result.alpha * p, result.g - origin.g)


def _along(theta: Array, began: Array, p: Array, again: Again) -> Phi:
    """Return phi(alpha) = L(began + alpha p), with its slope; phi moves theta there."""

    def phi(alpha: float) -> Point:
        theta[:] = began + alpha * p
        loss, g = again()
        slope = float(g @ p)
        if not (math.isfinite(loss) and math.isfinite(slope)):
            return Point(alpha, math.inf, math.nan, g)
        return Point(alpha, float(loss), slope, g.copy())

    return phi


def _remember(S: Array, Y: Array, s: Array, y: Array) -> None:
    """Add the pair at the end if s.y is positive, so that H stays positive definite."""
    if s @ y > np.finfo(s.dtype).eps * np.linalg.norm(s) * np.linalg.norm(y):
        S[:-1], Y[:-1] = S[1:], Y[1:]
        S[-1], Y[-1] = s, y


def _clear(S: Array, Y: Array) -> None:
    S[:], Y[:] = 0, 0
