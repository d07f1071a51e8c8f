"""The rows of a case, drawn from its seed: MNIST, dense noise, or something small or sparse."""

from functools import cache
from typing import Any

import numpy as np

from benchmarks.cases import Case
from noron.core.types import RNG, Array
from noron.data import ByteRows, load_mnist

SEED = 0


def make_rows(case: Case, rows: int | None = None) -> tuple[Any, Array]:
    """X of shape (rows, inputs) in float32 (bytes, or a SciPy CSR for text), and integer labels."""
    n = case.rows if rows is None else rows
    rng = np.random.default_rng(SEED)
    if case.data == "mnist":
        return _mnist(n)
    if case.data == "bytes":
        return _bytes(n)
    if case.data == "xor":
        return _xor(n)
    if case.data == "iris":
        return _iris(rng, n)
    if case.data == "text":
        return _text(rng, n, case.layers[0], case.layers[-1])
    x = rng.standard_normal((n, case.layers[0]), dtype=np.float32)
    return x, rng.permutation(n) % case.layers[-1]


def _mnist(n: int) -> tuple[Array, Array]:
    X, y = _digits()
    return X[:n], y[:n]


@cache
def _digits() -> tuple[Array, Array]:
    """The training digits, read once: every case shares them and none changes them."""
    X, y, _, _ = load_mnist()
    return np.asarray(X, np.float32), y


def _bytes(n: int) -> tuple[ByteRows, Array]:
    X, y, _, _ = load_mnist(compact=True)
    return X.pick(slice(n)), y[:n]


def _xor(n: int) -> tuple[Array, Array]:
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    at = np.arange(n) % 4
    return corners[at], np.array([0, 1, 1, 0])[at]


def _iris(rng: RNG, n: int) -> tuple[Array, Array]:
    """Three clouds in four dimensions: the size of the iris data, not the flowers."""
    y = np.arange(n) % 3
    centres = rng.normal(0, 2, (3, 4))
    return (centres[y] + rng.normal(0, 1, (n, 4))).astype(np.float32), y


def _text(rng: RNG, n: int, columns: int, classes: int) -> tuple[Any, Array]:
    """Rows like texts: 80 words each out of `columns`, a few of them in most of the texts.

    One word from each of 80 stretches of the columns, so that they are distinct and in order; the
    third power of a uniform number makes the first words of a stretch frequent.
    """
    from scipy import sparse

    words = 80
    stretch = columns // words
    offset = (stretch * rng.random((n, words)) ** 3).astype(np.int32)
    indices = (np.arange(words, dtype=np.int32) * stretch + offset).ravel()
    values = rng.uniform(0.05, 0.2, n * words).astype(np.float32)
    starts = np.arange(0, n * words + 1, words, dtype=np.int32)
    return sparse.csr_matrix((values, indices, starts), shape=(n, columns)), np.arange(n) % classes
