"""A step alpha for which phi(alpha) = L(theta + alpha p) falls enough: the strong Wolfe rule.

    sufficient decrease   phi(alpha) <= phi(0) + c1 alpha phi'(0)
    curvature             |phi'(alpha)| <= c2 |phi'(0)|

Nocedal and Wright (2006), "Numerical optimization", chapter 3.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from noron.core.types import Array


class Point(NamedTuple):
    """phi at one alpha: its value, its slope, and the gradient of L there."""

    alpha: float
    loss: float
    slope: float
    g: Array


Phi = Callable[[float], Point]


@dataclass(frozen=True)
class StrongWolfe:
    """The search from `origin`, the point at alpha = 0, where the slope is negative.

    resolution: smaller relative changes of the loss are rounding, not progress.
    """

    phi: Phi
    origin: Point
    resolution: float
    c1: float = 1e-4
    c2: float = 0.9

    def search(self, alpha: float, evaluations: int) -> Point:
        """Return a point that satisfies both rules, else the lowest sufficient one, or the origin.

        Algorithm 3.5: lengthen the step until it has passed a good point, then zoom in on it.
        """
        previous = self.origin
        for tried in range(1, evaluations + 1):
            point = self.phi(alpha)
            if self.too_high(point) or (tried > 1 and point.loss >= previous.loss):
                return self.zoom(previous, point, evaluations - tried)
            if self.flat(point):
                return point
            if point.slope >= 0:
                return self.zoom(point, previous, evaluations - tried)
            previous, alpha = point, 2 * alpha
        return previous

    def zoom(self, low: Point, high: Point, evaluations: int) -> Point:
        """Algorithm 3.6: `low` is the best point so far; a good one lies between it and `high`."""
        for _ in range(evaluations):
            if abs((high.alpha - low.alpha) * low.slope) <= self.resolution * abs(low.loss):
                break  # any further gain would be lost in rounding
            point = self.phi(between(low, high))
            if self.too_high(point) or point.loss >= low.loss:
                high = point
            elif self.flat(point):
                return point
            else:
                high = low if point.slope * (high.alpha - low.alpha) >= 0 else high
                low = point
        return low

    def too_high(self, point: Point) -> bool:
        """Return whether the decrease is not sufficient, as for an infinite loss."""
        bound = self.origin.loss + self.c1 * point.alpha * self.origin.slope
        return point.loss > bound

    def flat(self, point: Point) -> bool:
        """Return whether the curvature rule holds."""
        return abs(point.slope) <= self.c2 * abs(self.origin.slope)


def between(low: Point, high: Point) -> float:
    """Return the minimum of the cubic through both points (3.59); the middle if that fails.

    It keeps a tenth of the interval from both ends, so that the interval shrinks.
    """
    width = high.alpha - low.alpha
    middle = low.alpha + width / 2
    if not math.isfinite(high.loss):
        return middle
    d1 = low.slope + high.slope - 3 * (high.loss - low.loss) / width
    square = d1**2 - low.slope * high.slope
    if not square >= 0:
        return middle
    d2 = math.copysign(math.sqrt(square), width)
    denominator = high.slope - low.slope + 2 * d2
    if denominator == 0:
        return middle
    share = 1 - (high.slope + d2 - d1) / denominator
    return low.alpha + width * min(max(share, 0.1), 0.9)
