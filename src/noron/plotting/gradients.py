"""Pictures of gradients: their norms over the epochs, and histograms of their numbers."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from noron.core.errors import DataError, SettingError, shown, unknown_name
from noron.core.types import Array
from noron.plotting.curves import epochs_of, logarithmic, stroke
from noron.plotting.inputs import Row, column, filled_rows, numeric, recorded
from noron.plotting.style import (
    WIDTH,
    Theme,
    as_label,
    heading,
    legend,
    new_figure,
    over_all,
    paint,
    theme_of,
)

MOST = 8
"""The most lines or panels; of more tensors, the first, the last and some between are drawn."""


def plot_gradients(
    gradients: Mapping[str, Array] | Iterable[Row],
    *,
    names: Sequence[str] | None = None,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw gradients by name as histograms, or their norms over the epochs as lines.

    `plot_gradients(net.gradients(X, y))` draws a histogram for each tensor, and
    `plot_gradients(norms.rows)` the rows of a `GradientNorms`: where the lines of the first layers
    lie far below the others, the gradient vanishes. `names` chooses tensors; by default the weights
    are drawn. Raises DataError where there is nothing to draw, SettingError for an unknown name.

    >>> rows = [{"epoch": 0, "0.dense.W": 0.5}, {"epoch": 1, "0.dense.W": 0.1}]
    >>> [line.get_label() for line in plot_gradients(rows).axes[0].lines]
    ['0.dense.W']
    """
    colours = theme_of(theme)
    if isinstance(gradients, Mapping):
        named = {str(name): values for name, values in gradients.items()}
        arrays = {name: numeric(name, values, ranks=(1, 2)) for name, values in named.items()}
        figure = _histograms(arrays, _chosen(list(arrays), names), colours)
    else:
        rows = filled_rows(gradients)
        figure = _norms(rows, _chosen(recorded(rows), names), colours)
    over_all(figure, title, colours)
    return figure


def _chosen(known: list[str], names: Sequence[str] | None) -> list[str]:
    """Return the names to draw: those given, or the weights, or all where there are none."""
    if not known:
        raise DataError("there are no gradients to draw: give net.gradients(X, y)")
    if names is None:
        names = [name for name in known if name.endswith(".W")] or known
    elif isinstance(names, str) or not names:
        raise SettingError(f"names is {shown(names)}: give a list, such as {known[:1]}")
    for name in names:
        if name not in known:
            raise unknown_name("gradient", name, known)
    if len(names) <= MOST:
        return list(names)
    return [names[round(i * (len(names) - 1) / (MOST - 1))] for i in range(MOST)]


def _norms(rows: list[Row], names: list[str], theme: Theme) -> Figure:
    figure = new_figure(WIDTH, 3.6, theme)
    ax, x = paint(figure.add_subplot(), theme), epochs_of(rows)
    drawn: list[float] = []
    for index, name in enumerate(names):
        y = column(rows, name)
        drawn += y[np.isfinite(y)].tolist()
        ax.plot(x, y, label=as_label(name), **stroke(index, len(x), theme))
    if drawn and min(drawn) > 0:
        ax.set_yscale("log") if max(drawn) > 1000 * min(drawn) else logarithmic(ax)
    heading(ax, "norm of the gradient", theme)
    ax.set_xlabel("epoch")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    legend(figure, theme, loc="outside right upper", handlelength=3.2)
    return figure


def _histograms(arrays: Mapping[str, Array], names: list[str], theme: Theme) -> Figure:
    across = min(len(names), 3)
    down = math.ceil(len(names) / across)
    figure = new_figure(WIDTH if across > 1 else 4.2, 0.3 + 2.1 * down, theme)
    panels = figure.subplots(down, across, squeeze=False).ravel()
    for ax, name in zip(panels, names, strict=False):
        _histogram(paint(ax, theme), arrays[name], name, theme)
    for ax in panels[len(names) :]:
        ax.remove()
    return figure


def _histogram(ax: Axes, values: Array, name: str, theme: Theme) -> None:
    ax.hist(values.ravel(), bins=40, color=theme.lines[0])
    ax.axvline(0, color=theme.muted, linewidth=0.8)
    ax.xaxis.set_major_locator(MaxNLocator(3))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    logarithmic(ax)
    ax.set_ylim(bottom=0.8)
    ax.set_xlabel(f"norm {np.linalg.norm(values):.3g}")
    heading(ax, name, theme)
