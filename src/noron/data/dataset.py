"""A data set in memory: a table of numbers and its target; splits, folds and batches of both."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from noron.core.errors import DataError, check_flag, check_integer, check_number, shown
from noron.core.types import RNG, Array
from noron.data.checks import check_inputs, check_same_length, check_weights

__all__ = [
    "Dataset",
    "batches",
    "check_inputs",
    "check_same_length",
    "check_weights",
    "fold_rows",
    "generator",
    "split",
    "split_rows",
]


@dataclass(frozen=True, eq=False)
class Dataset:
    """Rows of numbers `x` of shape (n, inputs), one entry of `y` for each, and the column names.

    `y` is None if the table has no target, as for new rows to predict. Without `feature_names`
    the columns are called x0, x1, ... Raises DataError.

    >>> data = Dataset([[1.0, 2.0], [3.0, 4.0]], ["no", "yes"], ("width", "height"), "ripe", "figs")
    >>> data.x.shape, data.y.tolist()
    ((2, 2), ['no', 'yes'])
    """

    x: Array
    y: Array | None = None
    feature_names: tuple[str, ...] = ()
    target_name: str = "y"
    name: str = "data"

    def __post_init__(self) -> None:
        x = check_inputs(self.x)
        names = tuple(self.feature_names) or tuple(f"x{j}" for j in range(x.shape[1]))
        if len(names) != x.shape[1]:
            raise DataError(
                f"{len(names)} feature names for {x.shape[1]} columns: give one for each"
            )
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "feature_names", names)
        if self.y is not None:
            check_same_length(x, self.y)
            object.__setattr__(self, "y", np.asarray(self.y))


def generator(seed: int | RNG) -> RNG:
    """Return a numpy Generator for a whole number of at least 0; return a Generator unchanged.

    >>> int(generator(3).integers(10)) == int(generator(3).integers(10))
    True

    Raises SettingError, also for None, because a run must be repeatable.
    """
    if isinstance(seed, np.random.Generator):
        return seed
    return np.random.default_rng(check_integer("seed", seed, at_least=0))


def batches(order: Array, batch_size: int) -> Iterator[Array]:
    """Yield consecutive batches of one permutation; the last one may be shorter.

    >>> [piece.tolist() for piece in batches(np.array([4, 0, 3, 1, 2]), 2)]
    [[4, 0], [3, 1], [2]]

    The pieces are views. Raises SettingError.
    """
    size = check_integer("batch_size", batch_size)
    return (order[i : i + size] for i in range(0, len(order), size))


def split(
    X: object,
    y: object,
    validation: float = 0.2,
    *,
    stratify: bool | None = None,
    seed: int | RNG,
) -> tuple[Array, Array, Array, Array]:
    """Hold out a random share `validation` of the rows: `X_train, y_train, X_val, y_val`.

    The split is stratified if `y` holds classes (integers, strings, booleans, one-hot rows): each
    class keeps its share in both parts, as nearly as whole rows allow. A class with two or more
    rows is in both parts; a class with one row is in the training part. So with tiny classes, the
    held-out part may have a few rows more or less than the share. `stratify=False` ignores the
    classes (for counts); `stratify=True` treats floats as classes too. Both parts are shuffled.

    >>> X_train, y_train, X_val, y_val = split(np.eye(10), [0] * 5 + [1] * 5, 0.4, seed=0)
    >>> np.bincount(y_train).tolist(), np.bincount(y_val).tolist()
    ([3, 3], [2, 2])

    Raises DataError for data that cannot be split, SettingError for settings.
    """
    x = check_inputs(X)
    check_same_length(x, y)
    target = _target(y)
    train, val = split_rows(target, validation, stratify=stratify, seed=seed)
    return x[train], target[train], x[val], target[val]


def split_rows(
    y: object, validation: float, *, stratify: bool | None = None, seed: int | RNG
) -> tuple[Array, Array]:
    """Return the row numbers of the training part and of the held-out part, as in `split`."""
    target = _target(y)
    share = check_number("validation", validation, low=0, high=1, open_low=True, open_high=True)
    if stratify is not None:
        check_flag("stratify", stratify)
    rng = generator(seed)
    if len(target) < 2:
        raise DataError("X has 1 row: give at least 2, one to train on and one to be held out")
    order = rng.permutation(len(target))
    codes = None if stratify is False else _class_codes(target, floats=stratify is True)
    held_out = _held_out(order, codes, share)
    if not held_out.any():
        if stratify:
            raise DataError(
                "no class of y has 2 rows, so none can be in both parts: use stratify=False"
            )
        held_out = _held_out(order, None, share)
    return order[~held_out], order[held_out]


def fold_rows(
    y: object, folds: int, fold: int, *, stratify: bool | None = None, seed: int | RNG
) -> tuple[Array, Array]:
    """Return the row numbers to train on and to hold out in cross-validation.

    Fold number `fold` (from 1) of `folds` is held out, so over all folds each row is held out once.

    >>> [fold_rows([0, 0, 1, 1], 2, fold, seed=0)[1].tolist() for fold in (1, 2)]
    [[2, 0], [1, 3]]

    Raises DataError if there are fewer rows than folds.
    """
    target = _target(y)
    check_integer("fold", fold, at_most=check_integer("folds", folds, at_least=2))
    if len(target) < folds:
        raise DataError(f"{len(target)} rows are too few for {folds} folds: give fewer folds")
    order = generator(seed).permutation(len(target))
    codes = None if stratify is False else _class_codes(target, floats=stratify is True)
    grouped = order if codes is None else order[np.argsort(codes[order], kind="stable")]
    held_out = np.zeros(len(target), dtype=bool)
    held_out[grouped[fold - 1 :: folds]] = True
    return order[~held_out[order]], order[held_out[order]]


def _target(y: object) -> Array:
    try:
        return np.asarray(y)
    except ValueError:
        raise DataError(f"y is ragged ({shown(y)}): give every row one label or one row") from None


def _class_codes(y: Array, *, floats: bool) -> Array | None:
    """Return the class of each row as 0, 1, ...; None if `y` does not hold classes."""
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if y.ndim == 2 and y.dtype.kind in "biuf":
        one_hot = bool(np.all((y == 0) | (y == 1)) and np.all(y.sum(axis=1) == 1))
        return y.argmax(axis=1) if one_hot else None
    if y.ndim != 1:
        raise DataError(f"y has the shape {y.shape}: give one label, or one row, for each row of X")
    if y.dtype.kind == "f" and not floats:
        return None
    try:
        return np.unique(y, return_inverse=True)[1]
    except TypeError:
        raise DataError(
            "y mixes labels of different kinds: give all strings or all numbers"
        ) from None


def _held_out(order: Array, codes: Array | None, share: float) -> Array:
    """Return for each entry of `order` whether that row is held out."""
    n = len(order)
    wanted = min(max(round(n * share), 1), n - 1)
    if codes is None:
        return np.arange(n) < wanted
    take = _rows_of_each_class(np.bincount(codes), share, wanted)
    # `grouped` has the rows of each class together, in random order: the first ones are held out.
    grouped = np.argsort(codes[order], kind="stable")
    in_order = codes[order][grouped]
    place = np.arange(n) - np.searchsorted(in_order, in_order)
    held_out = np.empty(n, dtype=bool)
    held_out[grouped] = place < take[in_order]
    return held_out


def _rows_of_each_class(counts: Array, share: float, wanted: int) -> Array:
    """Return how many rows of each class are held out: the share, rounded by largest remainders."""
    most = np.maximum(counts - 1, 0)
    take = np.clip(np.floor(counts * share).astype(np.int64), np.minimum(1, most), most)
    remainder = counts * share - take
    spare = np.flatnonzero((remainder > 0) & (take < most))
    missing = max(wanted - int(take.sum()), 0)
    take[spare[np.argsort(-remainder[spare], kind="stable")][:missing]] += 1
    return take
