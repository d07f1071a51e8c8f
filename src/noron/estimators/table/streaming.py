"""Tables larger than memory: walked twice, learnt from a sample, trained from a file on disk."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from noron.core.errors import DataError, SettingError, shown
from noron.core.streams import lasting
from noron.core.types import RNG, Array
from noron.data.row_store import RowStore
from noron.data.tables import Frame, How, comes_in_pieces, learn, pieces
from noron.data.tables.chunks import Sample, is_file, joined
from noron.estimators.table.ensemble import FEWEST_FOLDS, Fold, TrainingRows
from noron.estimators.table.leakage import warn_of_gaps

if TYPE_CHECKING:
    from noron.estimators.table.base import BaseTable

WHOLE_UP_TO = 200_000
"""So many rows are read as a whole; of more, so many are drawn to learn the columns from."""

BYTES_OF_A_ROW = 8
"""No row of a file is shorter: a smaller file is read as a whole without a first look."""


class Walked(NamedTuple):
    """What the first walk has found: a sample without the target, the target, the rows."""

    sample: Frame
    target: Frame
    n_rows: int


def is_large(X: Any) -> bool:
    """Whether X has to be walked to know its size."""
    if not comes_in_pieces(X):
        return False
    if not is_file(X):
        return True
    path = Path(X)
    return path.is_file() and path.stat().st_size > BYTES_OF_A_ROW * WHOLE_UP_TO


def walk_once(X: Any, target: Any, rng: RNG, say: Any) -> Walked:
    """The first walk. Raises DataError and SettingError."""
    if isinstance(X, Iterator):
        raise SettingError(
            "X is an iterator, but its rows are walked twice: give a list of tables, or a function "
            "that returns an iterator"
        )
    if not isinstance(target, str):
        raise SettingError(f"y is {shown(target)}: of a table in chunks, give its column's name")
    sample = Sample(WHOLE_UP_TO, rng)
    targets = []
    for frame in pieces(X):
        targets.append(Frame({target: frame.pick(target)}, len(frame)))
        sample.add(frame.without(target))
        say(f"read {sample.seen:,} rows")
    return Walked(sample.frame(), joined(targets), sample.seen)


def fit_streamed(est: "BaseTable", X: Any, target: str, walked: Walked, seed: int) -> None:
    """Learn the columns from the sample, write all rows to disk, train on them where they lie.

    Each row is put into one of the folds by chance. In the file fold follows on fold, and all but
    the last come a second time behind it: so all folds but one are always one stretch of it, and
    nothing is copied into memory to leave one out.
    """
    column, there = est._target_of(walked.target.columns[target], target)
    if not there.any():
        raise DataError(f"column {shown(target)}, the target, is empty in every row: fill it in")
    if not there.all():
        warn_of_gaps(int((~there).sum()), walked.n_rows, target)
    y = np.zeros(len(there), dtype=np.int64)
    encoded = est._read_y(column[there], None)
    y = y.astype(encoded.dtype)
    y[there] = encoded
    est.encoding_ = learn(walked.sample, None, est.kinds, How(est.bins, est.one_hot_up_to))
    est.columns_ = {e.column: e.describe() for e in est.encoding_.encoders}
    n_folds = max(est.n_members, FEWEST_FOLDS)
    fold = np.random.default_rng(seed).integers(n_folds, size=len(y)).astype(np.int16)
    fold[~there] = -1
    rows, starts = _written(est, X, target, y, fold, n_folds)
    parts: list[Fold] = []
    for k in range(est.n_members):
        others = slice(int(starts[k + 1]), int(starts[k + n_folds]))
        parts.append((others, slice(int(starts[k]), int(starts[k + 1]))))
    est._train(rows, seed, parts)


def _written(
    est: "BaseTable", X: Any, target: str, y: Array, fold: Array, n_folds: int
) -> tuple[TrainingRows, Array]:
    """All rows, encoded, in the order of the folds; where each fold begins, the last one's end."""
    counts = np.bincount(fold[fold >= 0], minlength=n_folds)
    if (counts == 0).any():
        raise DataError(f"there are too few rows for {n_folds} folds: give more, or fewer members")
    starts = np.concatenate([[0], np.cumsum([*counts, *counts[:-1]])])
    laid_y = np.empty(starts[-1], dtype=y.dtype)
    with RowStore(est.encoding_.width, np.float32) as store:
        _write(est, X, (target, y, fold), (store, laid_y), starts)
        x = store.rows()
    weight = est._balance(laid_y, None)
    return TrainingRows(x, laid_y, weight), starts


def _write(
    est: "BaseTable",
    X: Any,
    has_warned: tuple[str, Array, Array],
    into: tuple[RowStore, Array],
    starts: Array,
) -> None:
    """The second walk: each row to the places of its fold."""
    (target, y, fold), (store, laid_y) = has_warned, into
    n_folds = (len(starts) + 1) // 2
    filled = np.zeros(n_folds, dtype=np.int64)
    done = 0
    for frame in pieces(X):
        if done + len(frame) > len(y):
            break
        here = slice(done, done + len(frame))
        done += len(frame)
        try:
            x = est.encoding_.encode(frame.without(target))
        except DataError as error:
            raise DataError(f"{error} (in the chunk that begins at row {here.start})") from None
        for k in range(n_folds):
            chosen = np.flatnonzero(fold[here] == k)
            for copy in (c for c in (k, k + n_folds) if c < len(starts) - 1):
                place = int(starts[copy] + filled[k])
                store.write(place, x[chosen])
                laid_y[place : place + len(chosen)] = y[here][chosen]
            filled[k] += len(chosen)
    if done != len(y):
        raise DataError(
            f"the table had {len(y):,} rows when it was walked first, and another number the "
            "second time: give the same rows each time"
        )


def progress_printer(est: "BaseTable") -> Any:
    """Lines about progress on standard error where `verbose` is set, else silence."""
    if est.verbose:
        stream = lasting(sys.stderr)
        return lambda line: print(line, file=stream, flush=True)
    return lambda line: None
