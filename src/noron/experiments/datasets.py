"""From the name of a data set, or a file, to rows to train on and rows to test on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import DataError, SettingError, check_integer, shown, unknown_name
from noron.core.types import Array
from noron.data import TOYS, load_mnist, read_table, split
from noron.data.readers.base import regular_file
from noron.data.readers.csv import open_table
from noron.data.rows import Inputs, pick

TEST_SHARE = 0.2
"""Of toys and files, which come without a test set of their own."""


@dataclass(frozen=True)
class TrainTestSplit:
    """The rows of a data set in two parts, and what its columns are called.

    `image` is the shape of a row that is a picture, or None.
    """

    name: str
    x: Inputs
    y: Array
    x_test: Inputs
    y_test: Array
    feature_names: tuple[str, ...] | None = None
    target_name: str | None = None
    image: tuple[int, int] | None = None
    from_file: bool = False


@dataclass(frozen=True)
class RowTable:
    """All rows of a data set, before some of them are kept for the test."""

    name: str
    x: Array
    y: Array
    feature_names: tuple[str, ...] | None = None
    target_name: str | None = None
    from_file: bool = False

    def split(self, seed: int) -> TrainTestSplit:
        """Rows to train on and rows to test on, by the seed."""
        x, y, x_test, y_test = split(self.x, self.y, TEST_SHARE, seed=seed)
        named = (self.feature_names, self.target_name)
        return TrainTestSplit(self.name, x, y, x_test, y_test, *named, from_file=self.from_file)


def load_split(
    name: str, target: str | None, rows: int | None, seed: int, drop: Sequence[str] = ()
) -> TrainTestSplit:
    """The data set of that name or file; raises DataError and SettingError."""
    check_integer("seed", seed, at_least=0)
    return fewer_rows(load_whole(name, target, seed, drop), rows, seed)


def fewer_rows(whole: TrainTestSplit, rows: int | None, seed: int) -> TrainTestSplit:
    """So many of its rows to train on, at random, or all of them."""
    if rows is None or check_integer("rows", rows, at_least=2) >= len(whole.x):
        return whole
    keep = np.random.default_rng(seed).permutation(len(whole.x))[:rows]
    return replace(whole, x=pick(whole.x, keep), y=whole.y[keep])


def is_file(name: str) -> bool:
    """Whether that name means a file."""
    return Path(name).suffix.lower() in (".csv", ".npz") or "/" in name


def load_whole(
    name: str, target: str | None, seed: int, drop: Sequence[str] = ()
) -> TrainTestSplit:
    """As `load_split`, with all rows."""
    table = load_table(name, target, seed, drop)
    if table is not None:
        return table.split(seed)
    x, y, x_test, y_test = load_mnist(compact=True)
    return TrainTestSplit("mnist", x, y, x_test, y_test, image=(28, 28))


def load_table(
    name: str, target: str | None, seed: int, drop: Sequence[str] = ()
) -> RowTable | None:
    """The rows of a file or a toy; None for MNIST, whose test rows are a set of their own."""
    if is_file(name):
        return _file(name, target, drop)
    if target is not None or drop:
        option = "target" if target is not None else "drop"
        raise SettingError(f"{option} is for the columns of a file; {name} is none")
    if name == "mnist":
        return None
    if name not in TOYS:
        raise unknown_name("data set", name, ["mnist", *TOYS, "FILE.csv", "FILE.npz"])
    return RowTable(name, *TOYS[name](n=1000, seed=seed))


def _file(name: str, target: str | None, drop: Sequence[str]) -> RowTable:
    if target is None and Path(name).suffix.lower() == ".csv":
        header = ", ".join(map(repr, open_table(regular_file(name)).header))
        raise SettingError(
            f"say what is to be predicted with --target COLUMN; {name} has {shown(header, 200)}"
        )
    data = read_table(name, target, columns=_kept(name, target, drop) if drop else None)
    if data.y is None:
        raise DataError(f"{name} has no array y: save one, or name another with --target")
    y: Any = data.y
    if y.ndim == 2 and y.dtype.kind in "biuf":
        y = y.argmax(axis=1) if (y.sum(axis=1) == 1).all() else y
    named = Path(name).suffix.lower() == ".csv"
    names = (data.feature_names, data.target_name) if named else (None, None)
    return RowTable(Path(name).stem, data.x, y, *names, from_file=True)


def _kept(name: str, target: str | None, drop: Sequence[str]) -> list[str]:
    """The columns to learn from: all but the target and those to be left out."""
    if Path(name).suffix.lower() != ".csv":
        raise SettingError(f"drop is for the columns of a .csv file; {name} has no names for them")
    header = open_table(regular_file(name)).header
    for column in drop:
        if column not in header:
            raise unknown_name("column to drop", column, header)
    return [column for column in header if column != target and column not in drop]
