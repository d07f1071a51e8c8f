"""A data set in memory: a table of numbers, a target beside it, and how both are cut."""

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
    """Rows of numbers `x` (n, inputs), one entry of `y` for each, and what the columns are called.

    `y` is None where the table has no target (new rows that wait for a prediction). Without
    `feature_names` the columns are called x0, x1, ... Raises DataError.

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
    """A numpy Generator from a whole number of at least 0; a Generator is handed through.

    >>> int(generator(3).integers(10)) == int(generator(3).integers(10))
    True

    Raises SettingError: None is refused, because a run must be repeatable.
    """
    if isinstance(seed, np.random.Generator):
        return seed
    return np.random.default_rng(check_integer("seed", seed, at_least=0))


def batches(order: Array, batch_size: int) -> Iterator[Array]:
    """Consecutive pieces of one permutation; the last may be shorter.

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
    """`X_train, y_train, X_val, y_val`: a share `validation` of the rows is held out, at random.

    Stratified where `y` is classes (integers, strings, booleans, one-hot rows): each class keeps
    its share on both sides, as nearly as whole rows allow. A class with two rows or more is on
    both; one with a single row is for training. So the held-out part can be a few rows more or
    less than the share where classes are tiny. `stratify=False` draws plainly (for counts);
    `stratify=True` takes floats for classes too. The rows of both parts are shuffled.

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
    """The numbers of the rows to train on and of those held out, as `split` chooses them."""
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
                "no class of y has 2 rows, so none can be on both sides: stratify=False"
            )
        held_out = _held_out(order, None, share)
    return order[~held_out], order[held_out]


def fold_rows(
    y: object, folds: int, fold: int, *, stratify: bool | None = None, seed: int | RNG
) -> tuple[Array, Array]:
    """As `split_rows`, holding out part `fold` (from 1) of `folds`: each row is held out once.

    >>> [fold_rows([0, 0, 1, 1], 2, fold, seed=0)[1].tolist() for fold in (1, 2)]
    [[2, 0], [1, 3]]

    Raises DataError where there are fewer rows than folds.
    """
    target = _target(y)
    check_integer("fold", fold, at_most=check_integer("folds", folds, at_least=2))
    if len(target) < folds:
        raise DataError(f"{len(target)} rows do not make {folds} folds: give at most as many")
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
    """Which class each row is in, as 0, 1, ...; None where `y` is no classes."""
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
    """For each entry of `order`, whether that row is held out."""
    n = len(order)
    wanted = min(max(round(n * share), 1), n - 1)
    if codes is None:
        return np.arange(n) < wanted
    take = _rows_of_each_class(np.bincount(codes), share, wanted)
    # The rows of a class stand together in `grouped`, in random order: its first ones are taken.
    grouped = np.argsort(codes[order], kind="stable")
    in_order = codes[order][grouped]
    place = np.arange(n) - np.searchsorted(in_order, in_order)
    held_out = np.empty(n, dtype=bool)
    held_out[grouped] = place < take[in_order]
    return held_out


def _rows_of_each_class(counts: Array, share: float, wanted: int) -> Array:
    """How many rows of each class are held out: the share rounded, by largest remainders."""
    most = np.maximum(counts - 1, 0)
    take = np.clip(np.floor(counts * share).astype(np.int64), np.minimum(1, most), most)
    remainder = counts * share - take
    spare = np.flatnonzero((remainder > 0) & (take < most))
    missing = max(wanted - int(take.sum()), 0)
    take[spare[np.argsort(-remainder[spare], kind="stable")][:missing]] += 1
    return take
