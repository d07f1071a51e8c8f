"""The closed schema of a snapshot's file, and what must fit before a run is restored to it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.closed import closed
from noron.core.errors import ModelFileError, check_integer
from noron.core.tensor_file import Header, body_of
from noron.core.types import Array
from noron.engines import Sums

LEARNING = ("learning.theta", "learning.buffers")
"""Theta and buffers to continue with, if the network holds averaged weights."""

NUMBERS = {str(np.dtype(code)) for code in "?bhilqBHILQefd"}
"""The types that an array of a snapshot may have."""


@dataclass(frozen=True)
class SnapshotValues:
    """The numbers and texts of a snapshot."""

    t: int
    random: dict[str, Any]
    epoch: int
    row: int
    batch_size: int
    layers: tuple[dict[str, Any], ...]
    regularizers: tuple[dict[str, Any], ...]
    schedule: dict[str, Any]
    columns: tuple[str, ...]
    callbacks: tuple[dict[str, Any], ...]
    seed: int | None
    stop_reason: str
    diverged: bool
    augment_key: int = 0

    def __post_init__(self) -> None:
        for name in ("t", "epoch", "row", "augment_key"):
            check_integer(name, getattr(self, name), at_least=0, at_most=2**62)
        check_integer("batch_size", self.batch_size, at_most=2**63 - 1)
        if self.seed is not None:
            check_integer("seed", self.seed, at_least=0)


@dataclass(frozen=True)
class SnapshotParts:
    """All of a snapshot but its arrays; `kinds` are the types of the arrays."""

    of: dict[str, Any]
    values: SnapshotValues
    kinds: dict[str, str]
    made: dict[str, Any]


@dataclass(frozen=True)
class SnapshotFile:
    """The header of a snapshot's file, but for `format` and the hash."""

    snapshot: SnapshotParts


def exact_arrays(header: Header, arrays: dict[str, Array]) -> dict[str, Array]:
    """Return the arrays with their own types, which the header names. Raises ValueError."""
    parts = closed(SnapshotFile, body_of(header)).snapshot
    if parts.kinds.keys() != arrays.keys():
        raise ValueError(f"kinds names {len(parts.kinds)} arrays, there are {len(arrays)}")
    exact = {name: _as_type(array, parts.kinds[name]) for name, array in arrays.items()}
    columns = [f"history.{name}" for name in parts.values.columns]
    fixed = ("theta", "buffers", "good_theta", "good_buffers", "order", "rates", "sums", "seconds")
    for name in (*fixed, *columns):
        if name not in exact or exact[name].ndim != 1:
            raise ValueError(f"{name} is not there, or is no row of numbers")
    n_rows = {len(exact[name]) for name in columns}
    if len(n_rows) > 1 or (columns and "history.epoch" not in columns):
        raise ValueError("the columns of the history differ in length")
    if len(exact["sums"]) != len(vars(Sums())) or len(exact["seconds"]) != 1:
        raise ValueError("the sums of the epoch are incomplete")
    if not np.isfinite([exact["sums"][-1], exact["seconds"][0]]).all():
        raise ValueError("the number of rows or seconds is not finite")
    return exact


def check_fits(
    values: dict[str, Any],
    arrays: dict[str, Array],
    *,
    parts: dict[str, Array],
    n_rows: int,
    timed: bool,
    random: Any,
    generator: np.random.BitGenerator,
) -> None:
    """Raise ModelFileError unless a run with these `parts` can be restored from the arrays.

    The rates of a run with a time limit, which is `timed`, are not planned for an epoch.
    """
    expected = dict(parts)
    if any(name in arrays for name in LEARNING):
        expected |= {f"learning.{name}": parts[name] for name in ("theta", "buffers")}
    for name, mine in expected.items():
        kept = arrays.get(name)
        if kept is None or (kept.shape, kept.dtype) != (mine.shape, mine.dtype):
            raise _unfit(f"{name} does not fit")
    order, row = arrays["order"], values["row"]
    n_left = len(order) - row
    if order.dtype != np.int64 or (len(order) and not 0 <= order.min() <= order.max() < n_rows):
        raise _unfit("the order of the rows names rows that are not there")
    n_rates = 0 if timed else -(-n_left // values["batch_size"])
    if n_left < bool(len(order)) or len(arrays["rates"]) != n_rates:
        raise _unfit("its place in the epoch, the rows and the learning rates differ")
    if arrays["rates"].dtype != np.float64 or not np.isfinite(arrays["rates"]).all():
        raise _unfit("a learning rate is no number")
    try:
        type(generator)().state = random
    except (TypeError, ValueError, LookupError, OverflowError, AttributeError):
        raise _unfit("the state of the random generator is none") from None
    for name, array in arrays.items():
        last = name.rpartition(".")[2]
        kept = parts.get(last) if name.startswith("callback.") else None
        if kept is not None and array.shape != kept.shape:
            raise _unfit(f"{name} does not fit")


def _as_type(array: Array, kind: str) -> Array:
    if kind not in NUMBERS or np.dtype(kind).itemsize != array.dtype.itemsize:
        raise ValueError(f"an array of {array.dtype} holds no {kind}")
    return array.view(kind)


def _unfit(what: str) -> ModelFileError:
    return ModelFileError(f"the snapshot cannot be restored, {what}: take another copy of it")
