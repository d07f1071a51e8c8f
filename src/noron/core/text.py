"""Text for people: aligned tables, and metrics with their names as words."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it: control characters, and changes of direction."""


def printable(text: str, keep: str = "\n\t") -> str:
    r"""Return the text with control characters as escapes, but for those in `keep`.

    >>> print(printable("red \x1b[31m"))
    red \u001b[31m
    """
    return _CONTROL.sub(lambda c: c[0] if c[0] in keep else f"\\u{ord(c[0]):04x}", text)


def defused(value: Any) -> Any:
    """Return a cell for a CSV file; "'" is put before a text that a spreadsheet would calculate.

    That is one which begins with = + - @ or a tab and is no number.
    Source: OWASP, "CSV Injection".

    >>> defused("=HYPERLINK(1)"), defused("-3.5"), defused("-"), defused(-3.5)
    ("'=HYPERLINK(1)", '-3.5', '-', -3.5)
    """
    if not isinstance(value, str) or len(value) < 2 or value[0] not in "=+-@\t\r\n":
        return value
    try:
        float(value)
    except ValueError:
        return f"'{value}"
    return value


def aligned(lines: Sequence[Sequence[str]], left: int = 0) -> list[str]:
    """Return lines of cells as aligned columns: the first `left` to the left, others to the right.

    >>> aligned([("layer", "units"), ("dense", "8")], left=1)
    ['layer  units', 'dense      8']
    """
    lines = [[printable(cell, keep="") for cell in line] for line in lines]
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
    """Return a value as text: accuracies in per cent, epochs as integers, else `figure`."""
    if name == "epoch":
        return f"{value:.0f}"
    if name.endswith("accuracy"):
        return f"{value:.2%}"
    if name == "seconds":
        return f"{value:.1f}"
    return f"{value:.4g}" if name == "learning_rate" else figure(value)


def figure(value: float) -> str:
    """Return a number with at least four significant digits.

    >>> figure(0.25), figure(0.0123456), figure(1.4e11)
    ('0.2500', '0.01235', '1.4e+11')
    """
    usual = 0.1 <= abs(value) < 100_000 or value == 0
    return f"{value:.4f}" if usual else f"{value:.4g}"


def spoken_seconds(seconds: float) -> str:
    """Return a duration in seconds as short text.

    >>> spoken_seconds(8.4), spoken_seconds(300), spoken_seconds(9000)
    ('8 s', '5 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
