"""The model's door: X, y and weights as people give them become rows that an engine takes."""

from typing import Any

from noron.data.checks import check_inputs, check_same_length, check_weights
from noron.data.dataset import split_rows
from noron.engines import Batch
from noron.errors import SettingError
from noron.losses import Loss
from noron.network import Network
from noron.targets import Targets, as_target
from noron.types import RNG, Array

Validation = float | tuple[Any, Any] | tuple[Any, Any, Any] | None
"""Rows to validate on: (X_val, y_val), with weights if there are any; or a share to hold out."""

Rows = tuple[Any, Any, Any]
"""X, y and sample weights (or None)."""


def inputs_of(network: Network, X: Any, name: str = "X") -> Array:
    """X as the network computes it: shape (rows, n_inputs), its dtype. Raises DataError."""
    return check_inputs(X, network.n_inputs, name=name).astype(network.theta.dtype, copy=False)


def batch_of(network: Network, targets: Targets, loss: Loss, rows: Rows, name: str = "X") -> Batch:
    """The rows with y as the loss takes it. Raises DataError."""
    X, y, sample_weight = rows
    x = inputs_of(network, X, name)
    check_same_length(x, y)
    encoded = targets.encode(y, network.n_outputs, x.dtype)
    loss.check(encoded, network.n_outputs)
    weight = check_weights(sample_weight, len(x))
    return Batch(x, encoded, None if weight is None else weight.astype(x.dtype))


def hold_out(
    rows: Rows, validation: Validation, rng: RNG, *, stratify: bool
) -> tuple[Rows, Rows | None]:
    """The rows to train on, and those to validate on."""
    if validation is None:
        return rows, None
    if isinstance(validation, tuple | list):
        if len(validation) not in (2, 3):
            raise SettingError(
                f"validation has {len(validation)} parts: give (X_val, y_val), or a share like 0.1"
            )
        return rows, (*validation, None)[:3]
    X, y, sample_weight = rows
    x, target = check_inputs(X), as_target(y)
    check_same_length(x, target)
    weight = check_weights(sample_weight, len(x))
    train, held = split_rows(target, validation, stratify=None if stratify else False, seed=rng)
    w_train, w_held = (None, None) if weight is None else (weight[train], weight[held])
    return (x[train], target[train], w_train), (x[held], target[held], w_held)
