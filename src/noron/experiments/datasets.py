"""From the name of a data set, or a file, to rows to train on and rows to test on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import DataError, SettingError, check_integer, shown, unknown_name
from noron.core.types import Array
from noron.data import TOYS, load_mnist
from noron.data.dataset import split_rows
from noron.data.names import listed, missing_columns
from noron.data.readers.read import known_reader, reader_of, stem, suffixes
from noron.data.rows import Inputs, pick
from noron.data.tables import FOR_NETWORK, Encoding, Frame, learn, read_columns
from noron.data.tables.columns import Texts
from noron.data.tables.number_format import NumberFormat
from noron.data.tables.target import target_of

TEST_SHARE = 0.2
"""Of toys and files, which come without a test set of their own."""

TOY_SETTINGS = ("points", "noise", "classes")
"""The settings of a recipe that are for toy data sets."""


class DataSource(NamedTuple):
    """What to read: a data set that comes with noron, or a file, and how.

    Attributes:
        name: "mnist", a toy, or a file.
        target: the column to be predicted.
        drop: the columns to leave out.
        text: the columns that are read as text, whatever they hold.
        encoding: the encoding of a text file, UTF-8 if None.
        toy: settings of a toy, of TOY_SETTINGS, that are not its usual ones.
    """

    name: str
    target: str | None = None
    drop: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    encoding: str | None = None
    toy: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class TrainTestSplit:
    """The rows of a data set in two parts, and what its columns are called.

    `image` is the shape of a row that is a picture, or None; `encoding` says how columns that are
    not all numbers have become numbers, `target_format` how the numbers of the target are written.
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
    encoding: Encoding | None = None
    target_format: NumberFormat | None = None


@dataclass(frozen=True)
class RowTable:
    """All rows of a data set, before some of them are kept for the test."""

    name: str
    x: Array | Frame
    y: Array
    target_name: str | None = None
    from_file: bool = False
    target_format: NumberFormat | None = None


@dataclass(frozen=True)
class RawSplit:
    """Rows to train on and rows to test on, whose columns have still to be understood."""

    table: RowTable
    train: Array
    test: Array

    def fewer(self, rows: int | None, seed: int) -> "RawSplit":
        """A random subset of `rows` training rows; all if None."""
        return replace(self, train=_fewer(self.train, rows, seed))

    @property
    def y(self) -> Array:
        """The targets of the training rows."""
        return self.table.y[self.train]

    def encoded(
        self,
        learnt_from: Array | None = None,
        kinds: Mapping[str, str] | None = None,
        known: Encoding | None = None,
    ) -> TrainTestSplit:
        """The rows as numbers; what columns are is learnt from some of the training rows."""
        table, (x, x_test), names, encoding = self.table, self._parts(), None, known
        if isinstance(x, Frame) and isinstance(x_test, Frame):
            is_plain = not any(isinstance(c, Texts) for c in x.columns.values())  # none like 1,234
            if encoding is None:
                some = x if learnt_from is None else x.take(learnt_from)
                assert isinstance(table.x, Frame)
                readings = read_columns(table.x, kinds, plain=True)
                encoding = learn(some, None, readings, FOR_NETWORK)
            names = tuple(e.column for e in encoding.encoders if e.width)
            x, x_test = (encoding.encode(part, np.float64) for part in (x, x_test))
            encoding = None if known is None and encoding.is_plain and is_plain else encoding
        y, y_test = table.y[self.train], table.y[self.test]
        named = {"feature_names": names if encoding is None else None}
        return TrainTestSplit(
            table.name, x, y, x_test, y_test, target_name=table.target_name,
            from_file=table.from_file, encoding=encoding, target_format=table.target_format,
            **named,
        )  # fmt: skip

    def _parts(self) -> tuple[Any, Any]:
        x = self.table.x
        if isinstance(x, Frame):
            return x.take(self.train), x.take(self.test)
        return x[self.train], x[self.test]


@dataclass(frozen=True)
class WholeSplit:
    """A data set that comes in two parts: MNIST."""

    split: TrainTestSplit

    @property
    def y(self) -> Array:
        """The targets of the training rows."""
        return self.split.y

    def fewer(self, rows: int | None, seed: int) -> "WholeSplit":
        """A random subset of `rows` training rows; all if None."""
        keep = _fewer(np.arange(len(self.split.x)), rows, seed)
        if len(keep) == len(self.split.x):
            return self
        x, y = pick(self.split.x, keep), self.split.y[keep]
        return WholeSplit(replace(self.split, x=x, y=y))

    def encoded(self, *_: object, **__: object) -> TrainTestSplit:
        """The rows, which are numbers already."""
        return self.split


def is_file(name: str) -> bool:
    """Whether that name means a file."""
    return reader_of(name) is not None or "/" in name


def load_split(source: DataSource, seed: int) -> RawSplit | WholeSplit:
    """The data set of that name or file, its test rows apart. Raises DataError, SettingError."""
    check_integer("seed", seed, at_least=0)
    table = load_table(source, seed)
    if table is not None:
        return split_table(table, seed)
    x, y, x_test, y_test = load_mnist(compact=True)
    return WholeSplit(TrainTestSplit("mnist", x, y, x_test, y_test, image=(28, 28)))


def split_table(table: RowTable, seed: int) -> RawSplit:
    """Rows to train on and rows to test on, by the seed."""
    return RawSplit(table, *split_rows(table.y, TEST_SHARE, seed=seed))


def load_table(source: DataSource, seed: int) -> RowTable | None:
    """The rows of a file or a toy; None for MNIST, whose test rows are a set of their own."""
    name = source.name
    if is_file(name):
        return load_file(source)
    for option in ("target", "drop", "encoding"):
        if getattr(source, option):
            raise SettingError(f"{option} is for the columns of a file, and {name} is not a file")
    if name == "mnist":
        _check_no_toy(source)
        return None
    if name not in TOYS:
        files = (f"FILE{suffix}" for suffix in suffixes())
        raise unknown_name("data set", name, ["mnist", *TOYS, *files])
    return RowTable(name, *_toy(name, seed, **dict(source.toy)))


def _check_no_toy(source: DataSource) -> None:
    if source.toy:
        name, _ = source.toy[0]
        raise SettingError(f"{name} is for toy data sets, and {shown(source.name)} is not one")


def _toy(name: str, seed: int, points: Any = 1000, **settings: Any) -> tuple[Array, Array]:
    """Make a toy. Raises SettingError for a setting that it does not have."""
    if "classes" in settings and "classes" not in signature(TOYS[name]).parameters:
        raise SettingError(f"classes is for blobs and spirals, and the data is {name}")
    return TOYS[name](n=points, seed=seed, **settings)


def _fewer(rows: Array, n: int | None, seed: int) -> Array:
    if n is None or check_integer("rows", n, at_least=2) >= len(rows):
        return rows
    return rows[np.random.default_rng(seed).permutation(len(rows))[:n]]


def load_file(source: DataSource) -> RowTable:
    """The rows of a file, and its target. Raises DataError, SettingError."""
    name, target, drop, text, encoding, _ = source
    _check_no_toy(source)
    reader, path = known_reader(name, encoding), Path(name)
    if not reader.has_names:
        if drop:
            raise SettingError(f"drop needs the names of columns, which {name} does not have")
        data = reader.arrays(path, target)
        if data is None or data.y is None:
            raise DataError(f"{name} has no array y: save one, or name another with --target")
        y: Any = data.y
        if y.ndim == 2 and y.dtype.kind in "biuf":
            y = y.argmax(axis=1) if (y.sum(axis=1) == 1).all() else y
        return RowTable(stem(name), data.x, y, from_file=True)
    header = reader.column_names(path)
    if target is None:
        raise SettingError(
            f"name the column to predict with --target COLUMN; the columns of {name} are "
            f"{listed(header)}"
        )
    if target not in header:
        raise missing_columns(shown(path.name, 100), [target], header)
    for column in drop:
        if column not in header:
            raise unknown_name("column to drop", column, header)
    frame = reader.read(path, (target, *text))
    labels = frame.pick(target)
    for column in (target, *drop):
        frame = frame.without(column)
    if not frame.columns:
        raise DataError(
            f"{shown(path.name, 100)} has no columns to learn from, only the target "
            f"{shown(target)}: add some"
        )
    y = target_of(labels, target, partial(reader.cell_error, path, target))
    return RowTable(stem(name), frame, y.values, target, from_file=True, target_format=y.form)
