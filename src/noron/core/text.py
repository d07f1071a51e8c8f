"""Text that people read: aligned tables, metrics and their names in words."""

from collections.abc import Mapping, Sequence


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


def spoken(name: str) -> str:
    """`val_loss` as words: validation loss."""
    base = name.removeprefix("val_").replace("_", " ")
    return f"validation {base}" if name.startswith("val_") else base


def cell(name: str, value: float) -> str:
    """A value as people read it: shares in per cent, epochs whole."""
    if name == "epoch":
        return f"{value:.0f}"
    if name.endswith("accuracy"):
        return f"{value:.2%}"
    if name == "seconds":
        return f"{value:.1f}"
    return f"{value:.4g}" if name == "learning_rate" else f"{value:.4f}"
