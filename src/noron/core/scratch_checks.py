"""At the door of `noron.scratch`: bad input is refused here, and no mathematics is in here.

Each check gives its value back, or raises DataError (what was given for X, y, ...) or SettingError
(sizes, rates, rounds): what was given, what is legal, what to try.
"""

from collections.abc import Iterable, Sequence
from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from noron.core.errors import DataError, SettingError
from noron.core.hints import Hinted

Array = NDArray[Any]


class HintedNetwork(Hinted):
    """What `scratch.NeuralNetwork` derives from: hints for the words of other libraries."""

    def __call__(self, *given: object) -> None:
        """TypeError: a network is no function."""
        raise TypeError("a network is no function. Did you mean net.forward(X) or net.predict(X)?")


def require(ok: bool | np.bool, message: str, error: type[ValueError] = DataError) -> None:
    """`error(message)` unless `ok`."""
    if not ok:
        raise error(message)


def as_numbers(name: str, value: ArrayLike) -> Array:
    """The value as an array of floats that is not empty."""
    try:
        array = np.asarray(value)
    except ValueError:
        raise DataError(f"{name} has rows of unequal length: give each row as many") from None
    kind = array.dtype.kind
    require(kind in "biuf", f"{name} holds {array.dtype}: give numbers; astype(float) makes them")
    require(array.size > 0, f"{name} is empty, of shape {array.shape}: give at least one row")
    return array if kind == "f" else array.astype(float)


def finite(name: str, value: ArrayLike) -> Array:
    """Numbers without NaN and infinity; the error names the place."""
    array = as_numbers(name, value)
    if not np.isfinite(array).all():
        at = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        where = f"row {at[0]}, column {at[1]}" if len(at) == 2 else f"place {at}"
        raise DataError(f"{name} holds {array[at]} in {where}: drop the row or fill the gap")
    return array


def rows(name: str, value: ArrayLike, width: int | None = None) -> Array:
    """A table of numbers, (n, width)."""
    array, legal = finite(name, value), f"(n, {width or 'columns'})"
    fits = array.ndim == 2 and width in (None, array.shape[1])
    require(fits, f"{name} has shape {array.shape}: give {legal}; reshape(1, -1) makes one row")
    return array


def one_hot(y: ArrayLike, n: int, classes: int) -> Array:
    """Rows of `classes` numbers that are not negative and add up to 1."""
    y, way_out = finite("y", y), f"np.eye({classes})[labels] makes it of integer labels"
    require(y.shape == (n, classes), f"y is {y.shape}: give one-hot ({n}, {classes}); {way_out}")
    wrong = (np.abs(y.sum(axis=1) - 1) > 1e-6) | (y < 0).any(axis=1)
    row = int(np.argmax(wrong))
    require(not wrong[row], f"row {row} of y: give numbers >= 0 that add up to 1; {way_out}")
    return y


def labels(y: ArrayLike, n: int, classes: int) -> Array:
    """A whole number from 0 to classes - 1 for each of the n rows."""
    y = finite("y", y)
    require(y.shape == (n,), f"y has shape {y.shape}: give ({n},), one label for each row of X")
    wrong = (y != np.floor(y)) | (y < 0) | (y >= classes)
    row = int(np.argmax(wrong))
    require(not wrong[row], f"y[{row}] is {y[row]:g}: give whole numbers from 0 to {classes - 1}")
    return y.astype(int)


def pair(y_true: Array, y_pred: Array) -> tuple[Array, Array]:
    """Both, if they have one shape: (n,) and (n, 1) would broadcast."""
    shapes = f"y_true is {y_true.shape} and y_pred {y_pred.shape}"
    require(y_true.shape == y_pred.shape, f"{shapes}: give equal shapes; ravel() flattens")
    return y_true, y_pred


def probabilities(name: str, value: ArrayLike) -> Array:
    """Numbers in [0, 1]."""
    p = finite(name, value)
    low, high = p.min(), p.max()
    require(low >= 0 and high <= 1, f"{name} is in [{low:g}, {high:g}]: give numbers in [0, 1]")
    return p


def per_column(name: str, value: ArrayLike, X: Array) -> Array:
    """One number, or one for each column of X."""
    array, d = finite(name, value), X.shape[1]
    fits = array.shape in ((), (1,), (d,), (1, d))
    require(fits, f"{name} has shape {array.shape}: give one number, or ({d},)")
    return array


def seen_by_forward(X: ArrayLike, activations: list[Array]) -> int:
    """The number of rows of X, if `forward` saw just these last."""
    seen = bool(activations) and (X is activations[0] or np.array_equal(X, activations[0]))
    require(seen, "X is not what forward saw last: call forward(X), then backward(X, y)")
    return len(activations[0])


def count(name: str, value: int) -> int:
    """A whole number of at least 1."""
    whole = isinstance(value, Integral) and not isinstance(value, bool) and value >= 1
    require(whole, f"{name} is {value!r}: give a whole number of at least 1", SettingError)
    return int(value)


def positive(name: str, value: float, below: float = np.inf, or_zero: bool = False) -> float:
    """A number above 0, or from 0 on, and below a limit."""
    number = isinstance(value, Real) and not isinstance(value, bool)
    legal = number and (value > 0 or (or_zero and value == 0)) and value < below
    interval = f"{'[' if or_zero else '('}0, {below:g})"
    require(legal, f"{name} is {value!r}: give a number in {interval}", SettingError)
    return value


def layer_sizes(sizes: Sequence[int]) -> list[int]:
    """A list of at least two whole numbers."""
    listed = isinstance(sizes, Iterable) and not isinstance(sizes, (str, bytes))
    legal = f"layer_sizes is {sizes!r}: give inputs, hidden ... and classes: [784, 128, 64, 10]"
    require(listed, legal, SettingError)
    counts = [count(f"layer_sizes[{i}]", size) for i, size in enumerate(sizes)]
    require(len(counts) >= 2, legal, SettingError)
    return counts


def still_finite(W: Array, epoch: int) -> None:
    """Weights that training has not driven to infinity."""
    way_out = "make a new network and give a smaller learning_rate, or scale X to [0, 1]"
    finite = np.isfinite(W).all()
    require(finite, f"weights are no longer finite after epoch {epoch}: {way_out}", SettingError)
