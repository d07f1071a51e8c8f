"""The columns of a training's record: what they are called, which way is better, how they read."""

import math
from collections.abc import Mapping, Sequence

from noron.errors import check_choice

Row = dict[str, float]
"""One epoch: `epoch` (from 1), `loss`, `accuracy`, `val_loss`, ..., `seconds` since the start."""


def smaller_is_better(metric: str) -> bool:
    """Losses and errors are made small, everything else large."""
    name = metric.removeprefix("val_")
    return name in ("loss", "penalty", "mse", "mae", "rmse") or name.endswith(("_loss", "_error"))


def badness(metric: str, value: float, mode: str = "auto") -> float:
    """What is small where the value is good; NaN is worse than anything."""
    return math.inf if math.isnan(value) else sign_of(metric, mode) * value


def check_mode(mode: object) -> str:
    """`mode` if it is "auto", "max" or "min"; SettingError otherwise."""
    return check_choice("mode", mode, ("auto", "max", "min"))


def sign_of(metric: str, mode: str) -> float:
    """1 where `metric` is made small, -1 where it is made large: sign * metric is made small."""
    smaller = smaller_is_better(metric) if mode == "auto" else mode == "min"
    return 1.0 if smaller else -1.0


def aligned(lines: Sequence[Sequence[str]], left: int = 0) -> list[str]:
    """Lines of cells in columns of equal width: the first `left` flush left, the rest right.

    >>> aligned([("layer", "units"), ("dense", "8")], left=1)
    ['layer  units', 'dense      8']
    """
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def describe(row: Mapping[str, float]) -> str:
    """A row as one plain line: `epoch 3  loss 0.1204  accuracy 96.41%  ...`."""
    return "  ".join(
        f"{name} {cell(name, value)}" for name, value in row.items() if name != "learning_rate"
    )


def cell(name: str, value: float) -> str:
    """A value as people read it: shares in per cent, epochs whole."""
    if name == "epoch":
        return f"{value:.0f}"
    if name.endswith("accuracy"):
        return f"{value:.2%}"
    if name == "seconds":
        return f"{value:.1f}"
    return f"{value:.4g}" if name == "learning_rate" else f"{value:.4f}"
