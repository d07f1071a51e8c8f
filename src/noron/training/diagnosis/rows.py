"""What the rows alone tell: the loss of a guess, whether X and y belong near_alike, rows twice."""

from collections import Counter

import numpy as np

from noron.core.types import Array
from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.engines import Batch
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss, Poisson
from noron.losses.classification import one_hot

MOST_NUMBERS = 2**20
"""The most numbers of a sample of rows."""

MOST_ALIKE = 1024
"""The most rows that are compared number by number."""

FACTORS = (1.0, 0.618034, 2.236068, 3.141593, 1.414214, 0.577216)
"""Of the columns that tell rows apart at a glance."""

NEAR = 5
"""The rows nearest to a row that foretell its target."""


def sample(n: int, most: int) -> Array:
    """Return at most `most` of n row numbers, in order, without the run's random generator."""
    if n <= most:
        return np.arange(n)
    return np.sort(np.random.default_rng(0).choice(n, most, replace=False, shuffle=False))


def some(data: Batch, most: int) -> Batch:
    """Return at most `most` rows, fewer if they are wide."""
    most = max(min(most, MOST_NUMBERS // data.x.shape[1]), 16)
    return data.take(sample(len(data), most))


@np.errstate(all="ignore")
def guess_of(loss: Loss, y: Array, weight: Array | None, n_outputs: int) -> tuple[float, float]:
    """Return the loss of the best constant prediction, and that of a perfect one."""
    if y.ndim == 1 and y.dtype.kind in "iu":  # a row for each class says the same
        weight = np.bincount(y, weight, n_outputs).astype(np.float64)
        y = np.arange(n_outputs)
    if loss.task != "regression":
        perfect, constants = _class_scores(loss, y, weight, n_outputs)
    else:
        perfect = y = y.reshape(len(y), -1).astype(np.float64)
        constants = [y.mean(axis=0), *np.quantile(y, np.linspace(0.05, 0.95, 10), axis=0)]
        if isinstance(loss, Poisson):
            perfect, constants = np.log(np.maximum(y, 1e-12)), [np.log(y.mean(axis=0))]
    tiled = (np.tile(c, (len(y), 1)) for c in constants)
    guess = min(loss.forward(scores, y, weight)[0] for scores in tiled)
    return guess, loss.forward(perfect, y, weight)[0]


def _class_scores(
    loss: Loss, y: Array, weight: Array | None, n_outputs: int
) -> tuple[Array, list[Array]]:
    """Return the scores of perfect predictions, and those of the shares of the classes."""
    binary = loss.task == "binary"
    truth = y.reshape(len(y), n_outputs) if binary else one_hot(y, np.zeros((len(y), n_outputs)))
    if isinstance(loss, CrossEntropy | BinaryCrossEntropy):
        e = loss.label_smoothing
        truth = (1 - e) * truth + e / (2 if binary else n_outputs)
    p = np.clip(truth.astype(np.float64), 1e-12, 1 - 1e-12)
    weights, importance = np.ones(len(y)) if weight is None else weight, loss.importance(y)
    weights = weights if importance is None else weights * importance
    shares = np.average(p, axis=0, weights=weights if weights.sum() > 0 else None)
    return (_logit(p), [_logit(shares)]) if binary else (np.log(p), [np.log(shares)])


def _logit(p: Array) -> Array:
    return np.log(p / (1 - p))


@np.errstate(all="ignore")
def link(batch: Batch) -> float:
    """Return how surely X tells about y, in standard deviations beyond chance; a few is little.

    Either one column goes with y, or the mean target of the nearest rows does. The correlations
    are those of standardized columns; classes are one-hot.
    """
    x, y, n = np.asarray(batch.x, dtype=np.float64), batch.y, len(batch)
    if y.ndim == 1 and y.dtype.kind in "iu":
        y = one_hot(y, np.zeros((n, int(y.max()) + 1)))
    x, y = _standardized(x), _standardized(y.reshape(n, -1).astype(np.float64))
    if not x.size or not y.size:
        return 0.0
    alone = np.abs(x.T @ y).max() / np.sqrt(n) - np.sqrt(2 * np.log(x.shape[1] * y.shape[1] + 1))
    squares = np.square(x).sum(axis=1)
    apart = squares[:, None] + squares - 2 * x @ x.T
    np.fill_diagonal(apart, np.inf)
    near = y[apart.argpartition(min(NEAR, n - 2), axis=1)[:, :NEAR]].mean(axis=1)
    near -= near.mean(axis=0)
    near_alike = (near * y).sum() / np.sqrt(np.square(near).sum() * np.square(y).sum()) * np.sqrt(n)
    return float(max(alone, np.nan_to_num(near_alike)))


def _standardized(x: Array) -> Array:
    """Return the columns that are not constant, with mean 0 and deviation 1."""
    deviation = x.std(axis=0)
    varies = deviation > 1e-6 * np.abs(x).max(axis=0)
    return (x - x.mean(axis=0))[:, varies] / deviation[varies]


def copies(data: Batch, held: Batch) -> Array:
    """Return for each row of `held` how many rows of `data` have the same x and y."""
    keys, wanted = _keys(data.x, held.x)
    wanted = np.unique(wanted)
    place = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
    alike = np.flatnonzero(wanted[place] == keys)
    alike = alike[sample(len(alike), MOST_ALIKE)]
    counts = Counter(_texts(data.pick(alike)))
    return np.array([counts[text] for text in _texts(held)])


def _keys(x: Inputs, held: Inputs) -> tuple[Array, Array]:
    """Return a number for each row of both, equal for equal rows."""
    if isinstance(x, SparseRows) and isinstance(held, SparseRows):
        return _sparse_key(x), _sparse_key(held)
    some_columns = sample(held.shape[1], 64)
    few = np.sort(held[sample(len(held), 32)].T[some_columns], axis=1)
    differ = (few[:, 1:] != few[:, :-1]).sum(axis=1)
    columns = some_columns[(-differ).argsort(kind="stable")[: len(FACTORS)]]
    return _key(x, columns), _key(held, columns)


def _key(x: Inputs, columns: Array) -> Array:
    key = np.zeros(len(x))
    for c, factor in zip(columns, FACTORS, strict=False):
        if isinstance(x, ByteRows):
            key += factor * x.table[x.values[:, c] if x.chosen is None else x.values[x.chosen, c]]
        else:
            key += factor * (x[:][:, c] if isinstance(x, SparseRows) else x[:, c])
    return key


def _sparse_key(x: SparseRows) -> Array:
    """Return a number from the columns in which a row is not zero."""
    sums = np.concatenate([[0], np.cumsum(x.indices, dtype=np.int64)])[x.indptr]
    return np.diff(sums) * 2**20 + np.diff(x.indptr)


def _texts(rows: Batch) -> list[bytes]:
    return [x.tobytes() + y.tobytes() for x, y in zip(rows.x[:], rows.y, strict=True)]
