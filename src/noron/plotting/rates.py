"""The picture of a range test: loss over learning rate."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from noron.core.errors import DataError
from noron.core.types import Array
from noron.plotting.style import WIDTH, heading, legend, new_figure, paint, theme_of


def plot_rate_search(
    curves: Sequence[tuple[Array, Array, Array]],
    suggestion: float,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw loss over learning rate; a dashed line marks the suggestion.

    Each of `curves` is (rates, losses, their running mean).
    """
    if not curves:
        raise DataError("there are no curves to draw: give at least one")
    colours = theme_of(theme)
    figure = new_figure(WIDTH, 3.6, colours)
    ax = paint(figure.add_subplot(), colours)
    for number, (rates, losses, smoothed) in enumerate(curves):
        ax.plot(rates, losses, color=colours.thread, linewidth=0.7, zorder=1)
        label = "loss of held out rows" if number == 0 else None
        ax.plot(rates, smoothed, color=colours.lines[0], linewidth=1.6, label=label)
    ax.axvline(
        suggestion, color=colours.lines[1], linestyle="--", label=f"suggestion: {suggestion:g}"
    )
    ax.set_xscale("log")
    top = max(float(smoothed[0]) for _, _, smoothed in curves)
    bottom = min(float(smoothed.min()) for _, _, smoothed in curves)
    margin = 0.15 * (top - bottom) or 1.0
    ax.set_ylim(bottom - margin, top + 3 * margin)
    ax.set_xlabel("learning rate")
    ax.set_ylabel("loss")
    legend(ax, colours, loc="best")
    heading(ax, title, colours)
    return figure
