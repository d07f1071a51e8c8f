"""Tables from disk: `read_table` for CSV and NPZ, `select_columns` for new rows."""

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from noron.core.errors import DataError, shown
from noron.data.dataset import Dataset
from noron.data.names import missing_columns
from noron.data.readers.csv import read_csv


def read_table(
    path: str | os.PathLike[str],
    target: str | None = None,
    *,
    columns: Sequence[str] | None = None,
) -> Dataset:
    """The table in a `.csv` or `.npz` file, as a Dataset.

    CSV: UTF-8, a header line, then numbers; separated by commas, semicolons, tabs or |, whichever
    the header shows. The column `target` becomes `y`: int64 where all are whole numbers, float64
    where all are numbers, else strings. Without a target every column is an input and `y` is
    None. With `columns` only these are read as inputs, in this order, and the others may hold
    anything (new rows for a model that knows its columns).

    NPZ: the arrays `X` (n, inputs) and, if there, `y`; `target` names another array for `y`. No
    object of a file is ever made, and sizes are checked before anything is read.

    Raises DataError, which says the line and the column.
    """
    file = regular_file(path)
    suffix = file.suffix.lower()
    if target is not None and not isinstance(target, str):
        raise DataError(f"target is {shown(target)}: give the name of a column, as a string")
    if suffix == ".csv":
        return read_csv(file, target, columns)
    if suffix == ".npz":
        from noron.data.readers.npz import read_npz  # zipfile costs more than it is worth to most

        data = read_npz(file, target)
        return data if columns is None else select_columns(data, columns)
    raise DataError(
        f"{shown(str(path))} ends in {suffix or 'nothing'!r}: known are .csv (numbers with a "
        "header) and .npz (arrays X and y)"
    )


def select_columns(dataset: Dataset, names: Sequence[str]) -> Dataset:
    """The same rows with the columns `names` only, in that order.

    >>> data = Dataset([[1.0, 2.0, 3.0]], feature_names=("a", "b", "c"))
    >>> select_columns(data, ["c", "a"]).x
    array([[3., 1.]])
    >>> select_columns(data, ["c", "d"])
    Traceback (most recent call last):
        ...
    noron.core.errors.DataError: data has no column 'd': its columns are 'a', 'b', 'c'

    Raises DataError that names the missing columns.
    """
    place = {name: j for j, name in enumerate(dataset.feature_names)}
    missing = [name for name in names if name not in place]
    if missing:
        raise missing_columns(dataset.name, missing, dataset.feature_names)
    x = dataset.x[:, [place[name] for name in names]]
    return replace(dataset, x=x, feature_names=tuple(names))


def regular_file(path: str | os.PathLike[str]) -> Path:
    """The path, if a file is there that can be read; DataError otherwise."""
    if not isinstance(path, (str, os.PathLike)):
        raise DataError(f"path is {shown(path)}: give the name of a .csv or .npz file")
    name = shown(os.fspath(path), 200)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise DataError(f"there is no file {name}: check the name and the directory") from None
    except (OSError, ValueError) as error:
        raise DataError(f"{name} cannot be opened: {_reason(error)}") from None
    if stat.S_ISDIR(mode):
        raise DataError(f"{name} is a directory: give the name of a .csv or .npz file in it")
    if not stat.S_ISREG(mode):
        raise DataError(f"{name} is a device or a pipe: save the table in a file first")
    return Path(path)


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
