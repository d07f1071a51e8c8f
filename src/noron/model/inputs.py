"""The model's door: X, y and weights as people give them become rows that an engine takes."""

from collections.abc import Callable
from numbers import Real
from typing import Any

from noron.core.errors import DataError, SettingError, shown
from noron.core.types import Array
from noron.data.checks import check_inputs, check_same_length, check_weights, in_dtype
from noron.data.dataset import split_rows
from noron.data.rows import Inputs
from noron.data.targets import Targets, as_target
from noron.engines import Batch
from noron.losses import Loss
from noron.network import Network

Validation = float | tuple[Any, Any] | tuple[Any, Any, Any] | None
"""Rows to validate on: (X_val, y_val), with weights if there are any; or a share to hold out."""

GivenRows = tuple[Any, Any, Any]
"""X, y and sample weights (or None)."""


def inputs_of(network: Network, X: Any) -> Array:
    """X as the network computes it: shape (rows, n_inputs), its dtype. Raises DataError."""
    return in_dtype(check_inputs(X, network.n_inputs), network.theta.dtype)


def rows_of(network: Network, X: Any) -> Inputs:
    """As `inputs_of`, but sparse rows and rows of bytes stay compact: `x[index]` is dense."""
    return in_dtype(check_inputs(X, network.n_inputs, compact=True), network.theta.dtype)


def batch_of(
    network: Network, targets: Targets, loss: Loss, rows: GivenRows, *, dense: bool = False
) -> Batch:
    """The rows with y as the loss takes it; X is compact where it came so, unless `dense`.

    Raises DataError.
    """
    X, y, sample_weight = rows
    x = inputs_of(network, X) if dense else rows_of(network, X)
    check_same_length(x, y)
    encoded = targets.encode(y, network.n_outputs, x.dtype)
    loss.check(encoded, network.n_outputs)
    weight = check_weights(sample_weight, len(x))
    return Batch(x, encoded, None if weight is None else in_dtype(weight, x.dtype, "sample_weight"))


def set_apart(
    data: Batch,
    y: Any,
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
    train, held = split_rows(as_target(y), validation, stratify=stratify, seed=seed)
    return data.pick(train), data.pick(held)
