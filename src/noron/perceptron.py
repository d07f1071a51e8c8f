"""Rosenblatt's perceptron: one neuron, one straight line, changed only by its mistakes.

F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in
the brain", Psychological Review 65 (1958), 386-408.
"""

import secrets

import numpy as np
from numpy.typing import ArrayLike

from noron.core.errors import (
    DataError,
    NotTrainedError,
    check_integer,
    check_number,
    shown,
)
from noron.core.types import Array


class Perceptron:
    """y_hat = 1 if w . x + b > 0 else 0; each mistake moves w by learning_rate (y - y_hat) x.

    If some line separates the two classes, the rule finds one, and in all it makes at most
    (R / gamma)^2 mistakes, whatever the order of the rows: R is the length of the longest
    (x, 1), gamma the distance of the nearest (x, 1) from the best plane through the origin
    (A. B. J. Novikoff, "On convergence proofs on perceptrons", 1962). If no line does, the weights
    never settle, and training ends with the last epoch.

    weights     (n_inputs,), zeros before training
    bias        a number, 0 before training
    classes     the two labels, sorted: `classes[1]` is the one where w . x + b > 0
    mistakes    how many rows each epoch got wrong, before it corrected itself
    converged   True when an epoch made no mistake
    seed        the seed that shuffles the rows; None draws one, which is stored here

    >>> p = Perceptron(2, seed=0)
    >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], ["no", "no", "no", "yes"]
    >>> mistakes = p.train(X, y)
    >>> mistakes[-1], p.converged, p.score(X, y)
    (0, True, 1.0)
    >>> p.predict([[1, 1], [0.2, 0.3]])
    array(['yes', 'no'], dtype='<U3')
    """

    def __init__(self, n_inputs: int, seed: int | None = None) -> None:
        self.weights: Array = np.zeros(check_integer("n_inputs", n_inputs))
        self.bias = 0.0
        self.classes: Array | None = None
        self.mistakes: list[int] = []
        self.converged = False
        fresh = secrets.randbits(32) if seed is None else seed
        self.seed = check_integer("seed", fresh, at_least=0)

    def train(
        self, X: ArrayLike, y: ArrayLike, learning_rate: float = 0.1, epochs: int = 100
    ) -> list[int]:
        """w <- w + learning_rate (y - y_hat) x, row after row, until an epoch has no mistake.

        Each call starts from zero weights. X is finite, shape (n, n_inputs); y has shape (n,) and
        two different labels of any kind. Returns `mistakes`. Raises DataError and SettingError.
        """
        X = self._rows(X)
        self.classes, targets = _two_classes(y, len(X))
        rate = check_number("learning_rate", learning_rate, low=0, open_low=True)
        rounds = check_integer("epochs", epochs)
        self.weights, self.bias = np.zeros(X.shape[1]), 0.0
        self.mistakes = []
        rng = np.random.default_rng(self.seed)
        for _ in range(rounds):
            self.mistakes.append(self._epoch(X, targets, rate, rng.permutation(len(X))))
            if self.mistakes[-1] == 0:
                break
        self.converged = self.mistakes[-1] == 0
        return self.mistakes

    def _epoch(self, X: Array, y: Array, learning_rate: float, order: Array) -> int:
        mistakes = 0
        for i in order:
            y_hat = int(X[i] @ self.weights + self.bias > 0)
            if y_hat != y[i]:
                self.weights += learning_rate * (y[i] - y_hat) * X[i]
                self.bias += learning_rate * float(y[i] - y_hat)
                mistakes += 1
        return mistakes

    def scores(self, X: ArrayLike) -> Array:
        """Return z = X w + b, (n,): its sign is the side of the line, |z| / |w| the distance."""
        return self._rows(X) @ self.weights + self.bias

    def predict(self, X: ArrayLike) -> Array:
        """Return `classes[1]` where z > 0, else `classes[0]`, shape (n,). NotTrainedError."""
        return self._trained()[(self.scores(X) > 0).astype(int)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """Return the share of rows predicted correctly, in [0, 1]. DataError for unknown labels."""
        predicted, given = self.predict(X), _labels(y, np.shape(X)[0])
        unseen = given[~np.isin(given, self._trained())]
        if unseen.size:
            known = " and ".join(shown(label) for label in self._trained().tolist())
            raise DataError(
                f"y holds {shown(unseen[0].item())}, which was not in training: give {known}"
            )
        return float(np.mean(predicted == given))

    def boundary(self, centre: ArrayLike = (0.0, 0.0), length: float = 2.0) -> Array:
        """Return two points of the line w . x + b = 0, shape (2, 2), at the distance `length`.

        Their midpoint is the line's nearest point to `centre`. Raises DataError unless there are
        two inputs, and NotTrainedError if w is zero, because then there is no line.

        >>> p = Perceptron(2)
        >>> p.weights, p.bias = np.array([0.0, 2.0]), -1.0        # the line x_2 = 1/2
        >>> p.boundary()
        array([[ 1. , 0.5], [-1. , 0.5]])
        """
        if self.weights.shape != (2,):
            raise DataError(f"there is no line for {self.weights.size} inputs: use 2 inputs")
        norm = float(np.linalg.norm(self.weights))
        if norm == 0:
            raise NotTrainedError("the weights are zero, so there is no line: call train first")
        half = check_number("length", length, low=0, open_low=True) / 2
        middle = self._rows(np.atleast_2d(np.asarray(centre)))[0]
        normal = self.weights / norm
        middle = middle - (middle @ normal + self.bias / norm) * normal
        along = np.array([normal[1], -normal[0]])
        return np.stack([middle + half * along, middle - half * along])

    def _trained(self) -> Array:
        if self.classes is None:
            raise NotTrainedError("the perceptron knows no classes yet: call train(X, y) first")
        return self.classes

    def _rows(self, X: ArrayLike) -> Array:
        try:
            rows = np.asarray(X, dtype=np.float64)
        except (TypeError, ValueError):
            raise DataError(f"X is {shown(X)}: give numbers, as many in each row") from None
        if rows.ndim != 2 or rows.shape[1] != self.weights.size or not len(rows):
            legal = f"(n, {self.weights.size}) with n of at least 1"
            raise DataError(f"X has shape {rows.shape}: give {legal}; [x] makes one row of x")
        if not np.isfinite(rows).all():
            row, column = (int(i) for i in np.argwhere(~np.isfinite(rows))[0])
            given = rows[row, column]
            raise DataError(f"X holds {given} in row {row}, column {column}: drop or fill it")
        return rows


def _labels(y: ArrayLike, n: int) -> Array:
    try:
        labels = np.asarray(y)
        labels = np.asarray(labels.tolist()) if labels.dtype == object else labels
    except ValueError:
        raise DataError(f"y is {shown(y)}: give one label for each row of X") from None
    if labels.shape != (n,):
        raise DataError(f"y has shape {labels.shape}: give ({n},), one label for each row of X")
    if labels.dtype.kind not in "biufUS":
        raise DataError(f"y holds {shown(labels[0])}: give integers, strings or booleans")
    if labels.dtype.kind == "f" and not np.isfinite(labels).all():
        row = int(np.argmin(np.isfinite(labels)))
        raise DataError(f"y holds {labels[row]} in row {row}: drop the row or give it a label")
    return labels


def _two_classes(y: ArrayLike, n: int) -> tuple[Array, Array]:
    classes, targets = np.unique(_labels(y, n), return_inverse=True)
    if len(classes) != 2:
        given = shown(classes.tolist())
        raise DataError(f"y has {len(classes)} different labels, {given}: a line separates two")
    return classes, targets
