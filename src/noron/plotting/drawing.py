"""Drawing of a network: circles for units, lines for weights, dots for omitted units."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from noron.core.errors import DataError, check_integer, shown
from noron.core.types import Array
from noron.plotting.style import WIDTH, Theme, bare, heading, one_axes, theme_of

Description = int | tuple[str, int]

AT_MOST = 10
"""The largest number of units drawn in full; of a wider layer, three above and below the dots."""

STEP = 0.12
"""The distance between two circles; the picture's height grows with the tallest column."""


def plot_network(
    sizes: Sequence[Description],
    *,
    title: str | None = None,
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw a dense network from its layer sizes, or from (label, units) for each layer.

    Every line is one weight; the shape of each weight matrix is written above its lines. Labels may
    have several lines. Raises DataError for fewer than two layers, SettingError for a size below 1.

    >>> figure = plot_network([784, 128, ("digits", 10)])
    >>> [text.get_text() for text in figure.axes[0].texts][-3:]
    ['input', 'hidden', 'digits']
    """
    colours, named = theme_of(theme), _described(sizes)
    columns = [_heights(units) for _, units in named]
    top = max(float(np.nanmax(heights)) for heights in columns)
    figure, ax = one_axes(ax, colours, WIDTH, 1.5 + 4.2 * top)
    bare(ax)
    for x, (left, right) in enumerate(pairwise(columns)):
        _connect(ax, x, left, right, colours)
    for x, (heights, (_, units)) in enumerate(zip(columns, named, strict=True)):
        _column(ax, x, heights, units, _kind(x, len(named), colours), colours)
    _write(ax, named, top, colours)
    heading(ax, title, colours)
    return figure


def _described(sizes: Sequence[Description]) -> list[tuple[str, int]]:
    try:
        listed = list(sizes)
    except TypeError:
        raise DataError(f"sizes is {shown(sizes)}: give a list, such as [784, 10]") from None
    if len(listed) < 2:
        raise DataError(f"sizes is {shown(sizes)}: give at least two layers, such as [784, 10]")
    return [_one(item, i, len(listed)) for i, item in enumerate(listed)]


def _one(item: Description, place: int, count: int) -> tuple[str, int]:
    if isinstance(item, (tuple, list)):
        if len(item) != 2 or not isinstance(item[0], str):
            raise DataError(f"layer {place} is {shown(item)}: give units, or (label, units)")
        return item[0], check_integer(f"units of layer {place}", item[1])
    units = check_integer(f"units of layer {place}", item)
    hidden = "hidden" if count == 3 else f"hidden {place}"
    return "input" if place == 0 else "output" if place == count - 1 else hidden, units


def _heights(units: int) -> Array:
    """Return the heights of the circles, top first, centred on zero; NaN stands for the dots."""
    drawn = units if units <= AT_MOST else 7
    step = STEP if units <= AT_MOST else STEP * (AT_MOST - 1) / 6
    places = step * ((drawn - 1) / 2 - np.arange(drawn))
    if units > AT_MOST:
        places[3] = np.nan
    return places


def _connect(ax: Axes, x: int, left: Array, right: Array, theme: Theme) -> None:
    lines = [
        [(x, a), (x + 1, b)]
        for a in left[np.isfinite(left)]
        for b in right[np.isfinite(right)]
    ]  # fmt: skip
    ax.add_collection(LineCollection(lines, colors=theme.thread, linewidths=0.6))


def _column(ax: Axes, x: int, heights: Array, units: int, colour: str, theme: Theme) -> None:
    here = heights[np.isfinite(heights)]
    ax.scatter(np.full(len(here), float(x)), here, s=150, color=colour, edgecolors=theme.ink,
               linewidths=0.9, zorder=3)  # fmt: skip
    if units > AT_MOST:
        gap = (heights[2] + heights[4]) / 2
        ax.scatter(np.full(3, float(x)), gap + np.array([-0.032, 0, 0.032]), s=6,
                   color=theme.ink, zorder=3)  # fmt: skip


def _write(ax: Axes, named: list[tuple[str, int]], top: float, theme: Theme) -> None:
    size = 9.5 if len(named) <= 5 else 8.0
    middle = {"ha": "center", "fontsize": size}
    for x, ((_, here), (_, after)) in enumerate(pairwise(named)):
        ax.text(x + 0.5, top + 0.1, f"W {here:,} × {after:,}", color=theme.muted, **middle)
    for x, (_, units) in enumerate(named):
        ax.text(x, -top - 0.16, f"{units:,}", color=theme.ink, fontweight="bold", **middle)
    for x, (label, _) in enumerate(named):
        ax.text(x, -top - 0.2, label, color=theme.ink, va="top", **middle)
    lines = max(label.count("\n") + 1 for label, _ in named)
    ax.set_xlim(-0.5, len(named) - 0.5)
    ax.set_ylim(-top - 0.22 - 0.09 * lines, top + 0.18)


def _kind(place: int, count: int, theme: Theme) -> str:
    if place == 0:
        return theme.page
    return theme.lines[1] if place == count - 1 else theme.lines[0]
