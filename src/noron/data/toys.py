"""Toy data: small sets of points whose classes, or curve, a small network learns in seconds.

Each takes `(n, noise, seed)`: the number of points, the standard deviation of the normal noise
that is added to each coordinate, and the seed (a whole number or a numpy Generator). The classes
alternate row by row, so the first rows are balanced too. All numbers are near 0 and about 1 in
size, so they need no scaling.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from noron.core.errors import check_choice, check_integer, check_number
from noron.core.types import RNG, Array
from noron.data.dataset import generator

Seed = int | RNG
MOST = 10_000_000


def xor(n: int = 200, noise: float = 0.1, seed: Seed = 0) -> tuple[Array, Array]:
    """Return the four corners of y = x1 XOR x2, which no straight line separates.

    Four points without noise are the truth table:

    >>> X, y = xor(4, noise=0)
    >>> X.tolist(), y.tolist()
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]], [0, 1, 0, 1])

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]])
    return _noisy(corners[np.arange(n) % 4], noise, rng), _turns(n, 2)


def moons(n: int = 200, noise: float = 0.1, seed: Seed = 0) -> tuple[Array, Array]:
    """Return two half circles that reach into one another.

    The upper moon is (cos t, sin t), the lower one (1 - cos t, 1/2 - sin t), t in [0, pi); both
    are shifted by (-1/2, -1/4), which brings their middle to 0.

    >>> X, y = moons(100)
    >>> X.shape, np.bincount(y).tolist()
    ((100, 2), [50, 50])

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed)
    y = _turns(n, 2)
    t = rng.uniform(0, np.pi, n)
    upper = np.column_stack([np.cos(t), np.sin(t)])
    lower = np.column_stack([1 - np.cos(t), 0.5 - np.sin(t)])
    points = np.where(y[:, None] == 0, upper, lower) - [0.5, 0.25]
    return _noisy(points, noise, rng), y


def circles(
    n: int = 200, noise: float = 0.1, seed: Seed = 0, *, factor: float = 0.5
) -> tuple[Array, Array]:
    """Return a circle of radius 1 (class 0) around one of radius `factor` (class 1).

    >>> X, y = circles(6, noise=0)
    >>> np.hypot(*X.T).round(9).tolist()
    [1.0, 0.5, 1.0, 0.5, 1.0, 0.5]

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed)
    check_number("factor", factor, low=0, high=1, open_low=True, open_high=True)
    y = _turns(n, 2)
    t = rng.uniform(0, 2 * np.pi, n)
    radius = np.where(y == 0, 1.0, factor)
    return _noisy(radius[:, None] * np.column_stack([np.cos(t), np.sin(t)]), noise, rng), y


def spirals(
    n: int = 200, noise: float = 0.02, seed: Seed = 0, *, classes: int = 2, turns: float = 1.5
) -> tuple[Array, Array]:
    """Return a spiral arm for each class: radius r in [0, 1), angle 2 pi (turns r + k / classes).

    >>> X, y = spirals(9, classes=3)
    >>> y.tolist()
    [0, 1, 2, 0, 1, 2, 0, 1, 2]

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed, classes)
    check_number("turns", turns, low=0)
    y = _turns(n, classes)
    r = np.sqrt(rng.uniform(0, 1, n))  # the root spreads the points evenly along the arm
    t = 2 * np.pi * (turns * r + y / classes)
    return _noisy(r[:, None] * np.column_stack([np.cos(t), np.sin(t)]), noise, rng), y


def blobs(
    n: int = 200, noise: float = 0.3, seed: Seed = 0, *, classes: int = 3
) -> tuple[Array, Array]:
    """Return a round cloud of points for each class, with its centre on the unit circle.

    >>> X, y = blobs(4, noise=0, classes=4)
    >>> (X.round(9) + 0).tolist()
    [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]]

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed, classes)
    y = _turns(n, classes)
    t = 2 * np.pi * y / classes
    return _noisy(np.column_stack([np.cos(t), np.sin(t)]), noise, rng), y


CURVES: Mapping[str, Callable[[Array], Array]] = MappingProxyType(
    {
        "sine": lambda x: np.sin(np.pi * x),
        "cubic": lambda x: 4 * x**3 - 3 * x,
        "v": lambda x: 2 * np.abs(x) - 1,
    }
)
"""The curves of `function`, from [-1, 1] to [-1, 1]."""


def function(
    n: int = 200, noise: float = 0.05, seed: Seed = 0, *, curve: str = "sine"
) -> tuple[Array, Array]:
    """Return points below (class 0) and above (class 1) a curve x2 = f(x1), within [-1, 1]^2.

    The curve is "sine", sin(pi x); "cubic", 4 x^3 - 3 x; or "v", 2 |x| - 1.

    >>> X, y = function(100, noise=0, curve="v")
    >>> bool(((X[:, 1] > 2 * np.abs(X[:, 0]) - 1) == y).all())
    True

    Returns X (n, 2) float64 and y (n,) int64. Raises SettingError.
    """
    rng = _check(n, noise, seed)
    f = CURVES[check_choice("curve", curve, CURVES)]
    y = _turns(n, 2)
    x1 = rng.uniform(-1, 1, n)
    share = rng.uniform(0, 1, n)  # of the way from the edge of the square to the curve
    edge = 2.0 * y - 1
    x2 = edge + share * (f(x1) - edge)
    return _noisy(np.column_stack([x1, x2]), noise, rng), y


def sine(n: int = 200, noise: float = 0.1, seed: Seed = 0) -> tuple[Array, Array]:
    """Return y = sin(x) + noise with x in [-pi, pi): toy data for regression.

    >>> X, y = sine(50, noise=0)
    >>> X.shape, bool(np.allclose(y, np.sin(X[:, 0])))
    ((50, 1), True)

    Returns X (n, 1) float64 and y (n,) float64. Raises SettingError.
    """
    rng = _check(n, noise, seed)
    X = rng.uniform(-np.pi, np.pi, (n, 1))
    return X, _noisy(np.sin(X[:, 0]), noise, rng)


TOYS: Mapping[str, Callable[..., tuple[Array, Array]]] = MappingProxyType(
    {f.__name__: f for f in (xor, moons, circles, spirals, blobs, function, sine)}
)
"""The toy data sets by name; call `TOYS[name](n, noise=..., seed=...)`."""


def _check(n: int, noise: float, seed: Seed, classes: int = 2) -> RNG:
    check_integer("classes", classes, at_least=2, at_most=1000)
    check_integer("n", n, at_least=classes, at_most=MOST)
    check_number("noise", noise, low=0)
    return generator(seed)


def _turns(n: int, classes: int) -> Array:
    """Return n class numbers 0, 1, ..., classes - 1, 0, 1, ..."""
    return np.arange(n, dtype=np.int64) % classes


def _noisy(values: Array, noise: float, rng: RNG) -> Array:
    return values + noise * rng.standard_normal(values.shape)
