"""From the name of a data set, or a file, to rows to train on and rows to test on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from noron.data import TOYS, load_mnist, read_table, split
from noron.data.csv_file import open_table
from noron.data.files import regular_file
from noron.data.rows import Inputs, pick
from noron.errors import DataError, SettingError, check_integer, shown, unknown_name
from noron.types import Array

TEST_SHARE = 0.2
"""Of toys and files, which come without a test set of their own."""


@dataclass(frozen=True)
class Split:
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


def load_split(
    name: str, target: str | None, rows: int | None, seed: int, drop: Sequence[str] = ()
) -> Split:
    """The data set of that name or file; raises DataError and SettingError."""
    check_integer("seed", seed, at_least=0)
    return fewer_rows(load_whole(name, target, seed, drop), rows, seed)


def fewer_rows(whole: Split, rows: int | None, seed: int) -> Split:
    """So many of its rows to train on, at random, or all of them."""
    if rows is None or check_integer("rows", rows, at_least=2) >= len(whole.x):
        return whole
    keep = np.random.default_rng(seed).permutation(len(whole.x))[:rows]
    return replace(whole, x=pick(whole.x, keep), y=whole.y[keep])


def is_file(name: str) -> bool:
    """Whether that name means a file."""
    return Path(name).suffix.lower() in (".csv", ".npz") or "/" in name


def load_whole(name: str, target: str | None, seed: int, drop: Sequence[str] = ()) -> Split:
    """As `load_split`, with all rows."""
    if is_file(name):
        return _file(name, target, seed, drop)
    if target is not None or drop:
        option = "target" if target is not None else "drop"
        raise SettingError(f"{option} is for the columns of a file; {name} is none")
    if name == "mnist":
        x, y, x_test, y_test = load_mnist(compact=True)
        return Split("mnist", x, y, x_test, y_test, image=(28, 28))
    if name not in TOYS:
        raise unknown_name("data set", name, ["mnist", *TOYS, "FILE.csv", "FILE.npz"])
    x, y = TOYS[name](n=1000, seed=seed)
    return _in_two(name, x, y, seed)


def _file(name: str, target: str | None, seed: int, drop: Sequence[str]) -> Split:
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
    facts = {
        "feature_names": data.feature_names if named else None,
        "target_name": data.target_name if named else None,
    }
    return _in_two(Path(name).stem, data.x, y, seed, from_file=True, **facts)


def _kept(name: str, target: str | None, drop: Sequence[str]) -> list[str]:
    """The columns to learn from: all but the target and those to be left out."""
    if Path(name).suffix.lower() != ".csv":
        raise SettingError(f"drop is for the columns of a .csv file; {name} has no names for them")
    header = open_table(regular_file(name)).header
    for column in drop:
        if column not in header:
            raise unknown_name("column to drop", column, header)
    return [column for column in header if column != target and column not in drop]


def _in_two(name: str, x: Array, y: Array, seed: int, **facts: Any) -> Split:
    x_train, y_train, x_test, y_test = split(x, y, TEST_SHARE, seed=seed)
    return Split(name, x_train, y_train, x_test, y_test, **facts)
