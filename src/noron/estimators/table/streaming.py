"""Tables larger than memory: read twice, encoded by a sample, trained from a file on disk."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.base import BaseEstimator

from noron.core.errors import DataError, SettingError, shown
from noron.core.streams import lasting
from noron.core.text import printable
from noron.core.types import RNG, Array
from noron.data.readers.read import comes_in_pieces, is_file, pieces
from noron.data.row_store import RowStore
from noron.data.tables import Encoding, Frame, How, learn
from noron.data.tables.chunks import Sample, joined
from noron.data.tables.target import TargetColumn
from noron.estimators.table.ensemble import FEWEST_FOLDS, Fold, TrainingRows

WHOLE_UP_TO = 200_000
"""Up to this many rows are read as a whole; of more, this many are a sample for the encoding."""

BYTES_OF_A_ROW = 8
"""A lower bound for the bytes of a row: files that must be small are read as a whole at once."""


class Walked(NamedTuple):
    """The results of the first pass: a sample without the target, the target, the rows."""

    sample: Frame
    target: Frame
    n_rows: int


def is_large(X: Any) -> bool:
    """Return whether X has to be read to know whether it is large."""
    if not comes_in_pieces(X):
        return False
    if not is_file(X):
        return True
    path = Path(X)
    return path.is_file() and path.stat().st_size > BYTES_OF_A_ROW * WHOLE_UP_TO


def walk_once(X: Any, target: Any, rng: RNG, say: Any) -> Walked:
    """Make the first pass over X; `say` is called with lines about progress.

    Raises SettingError for an iterator and for a target that is not a name, DataError for data that
    cannot be read.
    """
    if isinstance(X, Iterator):
        raise SettingError(
            "X is an iterator, but its rows are read twice: give a list of tables, or a function "
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


class StreamedFit(BaseEstimator, ABC):
    """Fits an estimator to a table that is read twice and stored in a file on disk."""

    @abstractmethod
    def _read_y(self, y: Any, weight: Array | None) -> Array:
        """Return y as class indices, or as numbers of mean 0 and deviation 1; set attributes."""

    @abstractmethod
    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        """Return the weights of the rows, multiplied by those of their classes."""

    @abstractmethod
    def _train(self, rows: TrainingRows, seed: int, parts: list[Fold] | None = None) -> list[Fold]:
        """Train the networks, each on its own fold, and return the folds."""

    def _fit_rows_on_disk(
        self, X: Any, target: str, walked: Walked, read: TargetColumn, seed: int
    ) -> None:
        """Learn the encoding from the sample, write all rows to disk, and train on the file.

        Each row belongs to a random fold. The file holds the folds one after the other, and then
        all but the last again: so all folds except any one are a contiguous part of the file, and
        nothing has to be copied into memory to leave one out.
        """
        there = read.there
        y = np.zeros(len(there), dtype=np.int64)
        encoded = self._read_y(read.values[there], None)
        y = y.astype(encoded.dtype)
        y[there] = encoded
        self.encoding_ = learn(walked.sample, None, self.kinds, How(self.bins, self.one_hot_up_to))
        self.columns_ = {e.column: e.describe() for e in self.encoding_.encoders}
        n_folds = max(self.n_members, FEWEST_FOLDS)
        fold = np.random.default_rng(seed).integers(n_folds, size=len(y)).astype(np.int16)
        fold[~there] = -1
        rows, starts = self._written(X, target, y, fold, n_folds)
        parts: list[Fold] = []
        for k in range(self.n_members):
            others = slice(int(starts[k + 1]), int(starts[k + n_folds]))
            parts.append((others, slice(int(starts[k]), int(starts[k + 1]))))
        self._train(rows, seed, parts)

    def _written(
        self, X: Any, target: str, y: Array, fold: Array, n_folds: int
    ) -> tuple[TrainingRows, Array]:
        """Return all rows, encoded and in the order of the folds, and where each fold begins."""
        counts = np.bincount(fold[fold >= 0], minlength=n_folds)
        if (counts == 0).any():
            raise DataError(
                f"there are too few rows for {n_folds} folds: give more rows, or a smaller "
                "n_members"
            )
        starts = np.concatenate([[0], np.cumsum([*counts, *counts[:-1]])])
        laid_y = np.empty(starts[-1], dtype=y.dtype)
        with RowStore(self.encoding_.width, np.float32) as store:
            _write(self.encoding_, X, (target, y, fold), (store, laid_y), starts)
            x = store.rows()
        weight = self._balance(laid_y, None)
        return TrainingRows(x, laid_y, weight), starts


def _write(
    encoding: Encoding,
    X: Any,
    of_rows: tuple[str, Array, Array],
    into: tuple[RowStore, Array],
    starts: Array,
) -> None:
    """Make the second pass over X, and write each row to the places of its fold."""
    (target, y, fold), (store, laid_y) = of_rows, into
    n_folds = (len(starts) + 1) // 2
    filled = np.zeros(n_folds, dtype=np.int64)
    done = 0
    for frame in pieces(X):
        if done + len(frame) > len(y):
            break
        here = slice(done, done + len(frame))
        done += len(frame)
        try:
            x = encoding.encode(frame.without(target))
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
            f"the table had {len(y):,} rows when it was read first, and another number the "
            "second time: give the same rows each time"
        )


def progress_printer(verbose: object) -> Any:
    """Return a function that prints lines to standard error if `verbose`, else does nothing."""
    if verbose:
        stream = lasting(sys.stderr)
        return lambda line: print(printable(line), file=stream, flush=True)
    return lambda line: None
