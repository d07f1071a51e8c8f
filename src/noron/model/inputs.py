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
from noron.data.tables import Encoding, as_frame, is_table
from noron.data.targets import Targets, as_target
from noron.engines import Batch
from noron.losses import Loss
from noron.network import Network

Validation = float | tuple[Any, Any] | tuple[Any, Any, Any] | None
"""Rows to validate on: (X_val, y_val), with weights if there are any; or a share to hold out."""


class CheckedRows(NamedTuple):
    """X that has been checked, y as an array, sample weights as they were given (or None)."""

    x: Inputs
    y: Array
    weight: Any


def inputs_of(network: Network, X: Any) -> Array:
    """X as the network computes it: shape (rows, n_inputs), its dtype. Raises DataError."""
    return in_dtype(check_inputs(X, network.n_inputs), network.theta.dtype)


def rows_of(network: Network, X: Any) -> Inputs:
    """As `inputs_of`, but sparse rows and rows of bytes stay compact: `x[index]` is dense."""
    return in_dtype(check_inputs(X, network.n_inputs, compact=True), network.theta.dtype)


def as_numbers(X: Any, encoding: Encoding | None, dtype: str) -> Any:
    """Return X as numbers if it is a table and the network knows what its columns are."""
    if encoding is None or not is_table(X):
        return X
    return encoding.encode(read(X) if isinstance(X, str | PathLike) else as_frame(X), dtype)


def checked(
    X: Any, y: Any, weight: Any = None, n_inputs: int | None = None, *, dense: bool = False
) -> CheckedRows:
    """Check X and parse y, once; X stays compact where it came so, unless `dense`. DataError."""
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
    """The rows to train on, and those to validate on: others, or a share of the same.

    The share is drawn from the seed alone, so that rows which were learnt from once are not held
    out by a later call.

    Raises SettingError, and DataError that says so where it is about the validation rows.
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
