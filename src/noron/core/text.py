"""Text for people: aligned tables, and metrics with their names as words."""

from collections.abc import Mapping, Sequence


def aligned(lines: Sequence[Sequence[str]], left: int = 0) -> list[str]:
    """Return lines of cells as aligned columns: the first `left` to the left, others to the right.

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
    """Return a row as one line: `epoch 3  loss 0.1204  accuracy 96.41%  ...`."""
    return "  ".join(
        f"{name} {cell(name, value)}" for name, value in row.items() if name != "learning_rate"
    )


def spoken(name: str) -> str:
    """Return a metric's name as words: `val_loss` becomes "validation loss"."""
    base = name.removeprefix("val_").replace("_", " ")
    return f"validation {base}" if name.startswith("val_") else base


def cell(name: str, value: float) -> str:
    """Return a value as text: accuracies in per cent, epochs as integers."""
    if name == "epoch":
        return f"{value:.0f}"
    if name.endswith("accuracy"):
        return f"{value:.2%}"
    if name == "seconds":
        return f"{value:.1f}"
    return f"{value:.4g}" if name == "learning_rate" else f"{value:.4f}"
