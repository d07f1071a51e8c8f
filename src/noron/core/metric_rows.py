"""The rows of metrics that training records, and whether a metric is better small or large."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, final

from noron.core.errors import check_choice
from noron.core.types import Array

Row = dict[str, float]
"""One epoch: `epoch` (from 1), `loss`, `accuracy`, `val_loss`, ..., `seconds` since the start."""


@final
class MetricRows(Sequence[Row]):
    """A sequence of rows. Many rows can be added at once as columns; they become dicts when read.

    For tiny networks an epoch takes microseconds: one dict per epoch would take longer.

    >>> import numpy as np
    >>> rows = MetricRows([{"epoch": 1, "loss": 0.5}])
    >>> rows.add({"epoch": np.array([2, 3]), "loss": np.array([0.25, 0.125])})
    >>> len(rows), rows[-1], rows.column("loss")
    (3, {'epoch': 3, 'loss': 0.125}, [0.5, 0.25, 0.125])
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows = list(rows)
        self._blocks: list[Mapping[str, Array]] = []

    def append(self, row: Row) -> None:
        """Add one row."""
        self._settled().append(row)

    def add(self, columns: Mapping[str, Array]) -> None:
        """Add rows, given as one column of numbers for each name."""
        self._blocks.append(columns)

    def column(self, name: str) -> list[float]:
        """Return one column; raise KeyError if a row does not have it."""
        blocks = (block[name].tolist() for block in self._blocks)
        return [row[name] for row in self._rows] + list(chain.from_iterable(blocks))

    def _settled(self) -> list[Row]:
        for block in self._blocks:
            columns = zip(*(values.tolist() for values in block.values()), strict=True)
            self._rows += (dict(zip(block, row, strict=True)) for row in columns)
        self._blocks = []
        return self._rows

    def __getstate__(self) -> dict[str, Any]:
        # No arrays: joblib maps each array of a loaded object as an open file of its own, however
        # short, and a process may have about a thousand files.
        return {"_rows": self._settled(), "_blocks": []}

    def __len__(self) -> int:
        return len(self._rows) + sum(len(block["epoch"]) for block in self._blocks)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._settled())

    def __getitem__(self, index: Any) -> Any:
        return self._settled()[index]

    def __eq__(self, other: object) -> bool:
        return self._settled() == (other._settled() if isinstance(other, MetricRows) else other)

    def __repr__(self) -> str:
        return repr(self._settled())


def smaller_is_better(metric: str) -> bool:
    """Return True for losses and errors, False for every other metric."""
    name = metric.removeprefix("val_")
    return name in ("loss", "penalty", "mse", "mae", "rmse") or name.endswith(("_loss", "_error"))


def badness(metric: str, value: float, mode: str = "auto") -> float:
    """Return a number that is smaller for better values; infinity for NaN."""
    return math.inf if math.isnan(value) else sign_of(metric, mode) * value


def check_mode(mode: object) -> str:
    """Return `mode` if it is "auto", "max" or "min"; raise SettingError otherwise."""
    return check_choice("mode", mode, ("auto", "max", "min"))


def sign_of(metric: str, mode: str = "auto") -> float:
    """Return 1 if small values of `metric` are better, -1 if large ones are."""
    smaller = smaller_is_better(metric) if mode == "auto" else mode == "min"
    return 1.0 if smaller else -1.0
