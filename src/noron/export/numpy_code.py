"""Functions that exported programs hold as they stand here: how a column becomes numbers.

They need only NumPy, `re`, and each other. A missing cell is None, NaN, NaT or a word in MISSING.
"""

import re
from typing import Any

import numpy as np

MISSING: set[str] = set()
YES: set[str] = set()
NO: set[str] = set()
"""Words in small letters; an exported program has its own."""


def number(
    cells: Any, center: float, scale: float, edges: Any = (), sign: int = 0, start: float = 0.0,
    unit: float = 1.0, missing: bool = False,
) -> np.ndarray:  # fmt: skip
    """Return z, how far x has got through each bin between edges, and what is missing."""
    x = floats(cells)
    u = sign * np.log1p(np.maximum(sign * (x - start) / unit, 0)) if sign else x
    parts = [clipped((u - center) / scale)]
    if len(edges):
        parts.append(np.clip((x - edges[:-1]) / np.diff(edges), 0, 1))
    return filled(parts, np.isnan(x), 0, missing)


def plain(cells: Any, fill: float = 0.0, missing: bool = False) -> np.ndarray:
    """Return the numbers unchanged, and what is missing."""
    x = floats(cells)
    return filled([x], np.isnan(x), fill, missing)


def boolean(cells: Any, missing: bool = False) -> np.ndarray:
    """Return 1 for yes and -1 for no, and what is missing."""
    words = [str(cell).strip().lower() for cell in cells]
    x = np.array([[1.0 if word in YES else -1.0 if word in NO else 0.0] for word in words])
    return filled([x], x == 0, 0, missing)


def date(
    cells: Any, center: float, scale: float, cycles: Any = (), missing: bool = False
) -> np.ndarray:
    """Return z of the time, sine and cosine of its place in each cycle, and what is missing."""
    moments = np.array([["NaT" if absent(cell) else cell] for cell in cells], "datetime64[us]")
    gaps = np.isnat(moments)
    moments = np.where(gaps, np.datetime64(0, "us"), moments)
    parts = [clipped((moments.astype(float) / 86_400e6 - center) / scale)]
    for cycle in cycles:
        angle = 2 * np.pi * place(moments, cycle)
        parts += [np.sin(angle), np.cos(angle)]
    return filled(parts, gaps, 0, missing)


def place(moments: np.ndarray, cycle: str) -> np.ndarray:
    """Return the place in the year, the month, the week or the day, as a share from 0 to 1."""
    day = moments.astype("datetime64[D]")
    if cycle == "day":
        return (moments - day).astype(float) / 86_400e6
    if cycle == "week":
        return (day.astype(np.int64) + 3) % 7 / 7
    start = moments.astype(f"datetime64[{cycle[0].upper()}]")
    return (day - start).astype(float) / {"year": 365.25, "month": 31}[cycle]


def category(cells: Any, levels: Any, missing: bool = False) -> np.ndarray:
    """Return a 1 in the place of each word's code, 0 elsewhere."""
    return np.eye(1 + len(levels) + missing)[embedded(cells, levels, missing)[:, 0]]


def embedded(cells: Any, levels: Any, missing: bool = False) -> np.ndarray:
    """Return each word's code: 0 if training did not have it, the last one if it is missing."""
    codes = {level: code for code, level in enumerate(levels, 1)}
    nothing = len(levels) + 1 if missing else 0
    texts = [" ".join(str(cell).split()) for cell in cells]
    texts = [re.sub(r"^([+-]?(0|[1-9]\d*))\.0+$", r"\1", text) for text in texts]  # 7.0 is 7
    return np.array([[nothing if absent(text) else codes.get(text, 0)] for text in texts])


def floats(cells: Any) -> np.ndarray:
    """Return a column of numbers, NaN where a cell is empty."""
    return np.array([[np.nan if absent(cell) else cell] for cell in cells], float)


def absent(cell: Any) -> bool:
    """Return whether a cell is empty, or a word for that such as NA."""
    return str(cell).strip().lower() in MISSING


def clipped(u: np.ndarray) -> np.ndarray:
    """Return u / sqrt(1 + (u / 3)^2), from -3 to 3."""
    return u / np.hypot(1, u / 3)


def filled(parts: list, gaps: np.ndarray, fill: float, missing: bool) -> np.ndarray:
    """Return the numbers side by side, `fill` where a cell is missing, then 1 if it is."""
    x = np.where(gaps, fill, np.hstack(parts))
    return np.hstack([x, gaps]) if missing else x
