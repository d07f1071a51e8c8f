"""What is exported: the steps of one or more networks, and what goes in and comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.data.tables import Encoding
from noron.data.tables.columns import Column, Texts
from noron.data.targets import Targets
from noron.export.program import Step, steps_of
from noron.losses import Loss
from noron.network import Network


@dataclass(frozen=True)
class Branch:
    """Networks that take the same inputs; the mean of their predictions counts with `share`.

    `encoding` says how the columns of a table become the inputs; None for rows of numbers.
    """

    networks: tuple[tuple[Step, ...], ...]
    encoding: Encoding | None = None
    share: float = 1.0


@dataclass(frozen=True)
class ExportModel:
    """A model as its export formats see it.

        prediction = sum over branches of share * mean over networks of link(scores)

    For a table regressor, `clip(prediction * y_scale + y_mean, *y_range)` follows.

    Attributes:
        branches: one for a network; a table model may have a second one, of additive models.
        link: the function after the scores: "identity", "sigmoid", "softmax" or "exp".
        targets: the task, the classes in the order of the outputs, the form of y.
        n_inputs, n_outputs: the widths of the first branch; None for the inputs of a table.
        dtype: the type in which the inputs enter the networks, "float32" or "float64"; each
            network then computes in the type of its own arrays.
        predict: the model's own predictions before they become labels, which formats are held to;
            takes rows of numbers, or a table, and returns the shape (rows, n_outputs).
        feature_names, target_name: as known, else None.
    """

    branches: tuple[Branch, ...]
    link: str
    targets: Targets
    n_inputs: int
    n_outputs: int
    dtype: str
    predict: Callable[[Any], Array]
    feature_names: tuple[str, ...] | None = None
    target_name: str | None = None
    y_mean: float = 0.0
    y_scale: float = 1.0
    y_range: tuple[float, float] = (-np.inf, np.inf)

    @property
    def is_table(self) -> bool:
        """Return whether its inputs are the columns of a table."""
        return self.branches[0].encoding is not None

    @property
    def encodings(self) -> list[Encoding]:
        """The encoding of each branch of a table model."""
        return [branch.encoding for branch in self.branches if branch.encoding is not None]


def branch_of(
    networks: list[Network], encoding: Encoding | None = None, share: float = 1.0
) -> Branch:
    """Return the branch of some networks. SettingError for layers of your own."""
    return Branch(tuple(steps_of(network) for network in networks), encoding, share)


def check_loss(loss: Loss) -> None:
    """Raise SettingError for a loss of your own, whose link no other program knows."""
    if not type(loss).__module__.startswith("noron.losses."):
        raise SettingError(
            f"the loss {loss.name!r} is your own, and no other program knows its predictions: "
            "export a network with a loss of noron, or save the model with net.save(path)"
        )


def cells_of(column: Column) -> Array:
    """Return the cells of a column: numbers, datetime64[us], or texts with "" for a missing one."""
    if isinstance(column, Texts):
        return np.array([*column.levels, ""], object)[column.codes]
    return column.values


def dtype_of(steps: tuple[Step, ...]) -> str | None:
    """Return the type of a network's arrays; None if it has none."""
    for step in steps:
        for array in step.arrays.values():
            return str(array.dtype)
        if inner := dtype_of(step.inner):
            return inner
    return None
