"""Inputs of a model: X, y and weights as users give them become rows that an engine takes."""

from collections.abc import Callable
from numbers import Real
from os import PathLike
from typing import Any, NamedTuple

from noron.core.errors import DataError, SettingError, shown
from noron.core.types import Array
from noron.data import read
from noron.data.checks import check_inputs, check_same_length, check_weights, in_dtype
from noron.data.dataset import split_rows
from noron.data.rows import Inputs
from noron.data.tables import Encoding, Frame, as_frame, is_table
from noron.data.targets import Targets, as_target
from noron.engines import Batch, Engine, NativeEngine, encoded_rows
from noron.losses import Loss
from noron.network import Network

Validation = float | tuple[Any, Any] | tuple[Any, Any, Any] | None
"""(X_val, y_val), (X_val, y_val, weights), a share of the rows to hold out, or None."""


class CheckedRows(NamedTuple):
    """Checked X, y as an array, and the sample weights as given, or None."""

    x: Inputs
    y: Array
    weight: Any


def inputs_of(network: Network, X: Any) -> Array:
    """Return X in the network's dtype, shape (rows, n_inputs). Raises DataError."""
    return in_dtype(check_inputs(X, network.n_inputs), network.theta.dtype)


def rows_of(network: Network, X: Any) -> Inputs:
    """Return X like `inputs_of`, but keep sparse rows and byte rows compact."""
    return in_dtype(check_inputs(X, network.n_inputs, compact=True), network.theta.dtype)


def as_numbers(X: Any, encoding: Encoding | None, dtype: str) -> Any:
    """Return X encoded as numbers if it is a table and an encoding is known; else X itself."""
    if encoding is None or not is_table(X):
        return X
    return encoding.encode(_frame(X, encoding), dtype)


def _frame(X: Any, encoding: Encoding) -> Frame:
    return read(X, encoding.text_columns) if isinstance(X, str | PathLike) else as_frame(X)


def compact_for(engine: Engine | None, X: Any) -> Any:
    """Return a large array with many zeros as bytes if the kernels would read it so; else X.

    Making the bytes is the check for NaN, too.
    """
    reads_sparse = engine is None or (isinstance(engine, NativeEngine) and engine.inputs != "dense")
    rows = encoded_rows(X) if reads_sparse else None
    return X if rows is None else rows


def checked(
    X: Any, y: Any, weight: Any = None, n_inputs: int | None = None, *, dense: bool = False
) -> CheckedRows:
    """Check X and read y, once. Compact X stays compact unless `dense`. Raises DataError."""
    x = check_inputs(X, n_inputs, compact=not dense)
    check_same_length(x, y)
    return CheckedRows(x, as_target(y), weight)


def encoded(rows: CheckedRows, network: Network, targets: Targets, loss: Loss) -> Batch:
    """Return the rows as an engine takes them. Raises DataError."""
    x = in_dtype(rows.x, network.theta.dtype)
    y = targets.encode(rows.y, network.n_outputs, x.dtype)
    loss.check(y, network.n_outputs)
    weight = check_weights(rows.weight, len(x))
    return Batch(x, y, None if weight is None else in_dtype(weight, x.dtype, "sample_weight"))


def set_apart(
    data: Batch,
    y: Array,
    validation: Validation,
    loss: Loss,
    seed: int,
    read: Callable[[Any, Any, Any], Batch],
) -> tuple[Batch, Batch | None]:
    """Return the training rows and the validation rows, which may be a held-out share.

    The seed alone decides which rows are held out, so a later call holds out the same rows.

    Raises SettingError, and DataError, which begins with "validation" if it is about those rows.
    """
    if validation is None:
        return data, None
    if isinstance(validation, tuple | list):
        if len(validation) not in (2, 3):
            raise SettingError(
                f"validation has {len(validation)} parts: give (X_val, y_val), or a share like 0.1"
            )
        X_val, y_val, weight = (*validation, None)[:3]
        try:
            return data, read(X_val, y_val, weight)
        except DataError as error:
            raise DataError(f"validation: {error}") from None
    if isinstance(validation, bool) or not isinstance(validation, Real):
        raise SettingError(
            f"validation is {shown(validation)}: give a share such as 0.1, or (X_val, y_val)"
        )
    stratify = None if loss.task != "regression" else False
    train, held = split_rows(y, validation, stratify=stratify, seed=seed)
    return data.pick(train), data.pick(held)
