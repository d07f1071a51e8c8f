"""Pictures of a comparison: curves with bands, scores of all runs, parallel coordinates."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from noron.core.errors import DataError
from noron.core.text import spoken
from noron.core.types import Array
from noron.plotting.curves import epochs_of, is_share, logarithmic, percent, stroke, written
from noron.plotting.inputs import Row, column
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

MOST_POINTS = 150
"""The largest number of points of a curve; more are not visible and make the file large."""

ACROSS = 3
MOST_CHOICES = 40

Repeated = Sequence[Iterable[Row]]
"""The rows of each run of one choice."""


def plot_bands(
    panels: Mapping[str, Mapping[str, Repeated]],
    metric: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the mean over the runs of each choice, with a band from the lowest to the highest run.

    `panels` maps a panel's title to its lines; these map a name to the rows of each of its runs. A
    name looks the same in every panel, and all panels have the same scale.
    """
    colours = theme_of(theme)
    if not panels:
        raise DataError("there is nothing to draw: give at least one panel with a line")
    names = list(dict.fromkeys(name for lines in panels.values() for name in lines))
    across = min(ACROSS, len(panels))
    down = math.ceil(len(panels) / across)
    below = 0.23 * math.ceil(len(names) / 2) + 0.1
    figure = new_figure(WIDTH if across > 1 else 5.6, 2.5 * down + 0.5 + below, colours)
    grid = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True)
    places = list(grid.flat)
    for ax, (panel, lines) in zip(places, panels.items(), strict=False):
        paint(ax, colours)
        for name, runs in lines.items():
            _band(ax, runs, metric, names.index(name), name, colours)
        heading(ax, panel, colours)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
        if is_share(metric):
            ax.yaxis.set_major_formatter(percent)
    for ax in places[len(panels) :]:
        ax.set_visible(False)
    for i, ax in enumerate(places[: len(panels)]):
        ax.set_xlabel("epoch" if i + across >= len(panels) else "")
        ax.set_ylabel(spoken(metric) if i % across == 0 else "")
    _set_view(places[0], metric)
    _legend_below(figure, places[: len(panels)], names, colours)
    over_all(figure, title, colours)
    return figure


def plot_choices(
    scores: Mapping[str, Sequence[float]],
    metric: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the score of each run as a dot and the mean of each choice as a bar, from the top down.

    If a few means are far below all others, the picture does not reach to them: numbers at the edge
    show them.
    """
    colours = theme_of(theme)
    listed = list(scores.items())[:MOST_CHOICES]
    if not listed:
        raise DataError("there are no scores to draw: give at least one choice")
    figure = new_figure(WIDTH, 0.9 + 0.3 * len(listed), colours)
    ax = paint(figure.add_subplot(), colours)
    ax.grid(False, axis="y")
    every = np.array([v for _, values in listed for v in values if math.isfinite(v)])
    low, high = view_of(every)
    blue = colours.lines[0]
    for place, (_, values) in enumerate(listed):
        finite = [v for v in values if math.isfinite(v)]
        mean = sum(finite) / len(finite) if finite else math.nan
        if not finite or not low <= mean <= high:
            label = (
                f"{'◂' if mean < low else '▸'} {written(metric, mean)}" if finite else "no score"
            )
            at = low if not finite or mean < low else high
            ax.text(at, place, f" {label} ", color=colours.muted, va="center", fontsize=8.5,
                    ha="left" if at == low else "right")  # fmt: skip
            continue
        if len(finite) > 1:
            ax.plot(finite, [place] * len(finite), "o", color=blue, alpha=0.5, markersize=5,
                    markeredgewidth=0)  # fmt: skip
        ax.plot([mean, mean], [place - 0.28, place + 0.28], color=colours.ink, linewidth=2.2)
    ax.set_xlim(low, high)
    ax.set_yticks(range(len(listed)), [name for name, _ in listed])
    ax.tick_params(axis="y", labelcolor=colours.ink)
    ax.set_ylim(len(listed) - 0.4, -0.6)
    ax.set_xlabel(spoken(metric))
    if is_share(metric):
        ax.xaxis.set_major_formatter(percent)
    heading(ax, title, colours)
    return figure


def plot_parallel(
    axes: Mapping[str, Sequence[str]],
    choices: Sequence[tuple[Sequence[int], float]],
    metric: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw parallel coordinates: a line for each choice through its settings to its score.

    `axes` maps a setting to the names of its values; a choice is (index of the value on each axis,
    score). Lines with better scores are stronger.
    """
    colours = theme_of(theme)
    finite = sorted((c for c in choices if math.isfinite(c[1])), key=lambda choice: choice[1])
    if not (axes and finite):
        raise DataError("there is nothing to draw: give axes, and choices with scores")
    figure = new_figure(WIDTH, 3.8, colours)
    ax = paint(figure.add_subplot(), colours)
    ax.grid(False)
    low, high = view_of(np.array([score for _, score in finite]))
    ramp = LinearSegmentedColormap.from_list("noron_ramp", [colours.grid, colours.lines[0]])
    for rank, (values, score) in enumerate(finite):
        at = np.clip((score - low) / (high - low or 1.0), 0, 1)
        heights = [_height(v, len(names)) for v, names in zip(values, axes.values(), strict=True)]
        jitter = 0.03 * (rank / max(len(finite) - 1, 1) - 0.5)
        strength = (rank + 1) / len(finite)
        best = rank == len(finite) - 1
        ax.plot(
            range(len(axes) + 1), [*(h + jitter for h in heights), at],
            color=colours.lines[1] if best else ramp(0.2 + 0.8 * strength),
            linewidth=2.4 if best else 1.3, zorder=2 + strength,
        )  # fmt: skip
    for place, (name, values) in enumerate(axes.items()):
        ax.axvline(place, color=colours.muted, linewidth=1)
        for i, value in enumerate(values):
            ax.text(place, _height(i, len(values)), f" {value} ", color=colours.ink, fontsize=8.5,
                    va="center", ha="left", zorder=5,
                    bbox={"facecolor": colours.page, "edgecolor": "none", "pad": 0.8})  # fmt: skip
        ax.text(place, 1.1, name.replace("_", " "), color=colours.ink, ha="center", fontsize=9.5,
                fontweight="bold")  # fmt: skip
    _score_axis(ax, len(axes), (low, high), metric, colours)
    over_all(figure, title, colours)
    return figure


def _score_axis(ax: Axes, place: int, view: tuple[float, float], metric: str, theme: Theme) -> None:
    ax.axvline(place, color=theme.muted, linewidth=1)
    ticks = MaxNLocator(nbins=5).tick_values(*view)
    for value in ticks:
        at = (value - view[0]) / (view[1] - view[0] or 1.0)
        if -0.001 <= at <= 1.001:
            label = percent(value) if is_share(metric) else f"{value:.5g}"
            ax.text(place, at, f"  {label}", color=theme.muted, fontsize=8.5, va="center")
    ax.text(place, 1.1, spoken(metric), color=theme.ink, ha="center", fontsize=9.5,
            fontweight="bold")  # fmt: skip
    ax.set_xlim(-0.15, place + 0.35)
    ax.set_ylim(-0.08, 1.16)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)


def _height(index: int, count: int) -> float:
    return 0.5 if count == 1 else 1 - index / (count - 1)


def view_of(values: Array) -> tuple[float, float]:
    """Return the range to show: without the low values, if they are far below the better half."""
    if not len(values):
        return 0.0, 1.0
    best, middle, worst = float(values.max()), float(np.median(values)), float(values.min())
    low = max(worst, best - 4 * (best - middle)) if best > middle else worst
    margin = 0.06 * (best - low) or 0.01 * max(abs(best), 1e-3)
    return low - margin, best + margin


def _set_view(ax: Axes, metric: str) -> None:
    """Set the shared scale of all panels: logarithmic for losses, close to the ends for shares."""
    lines = [line for panel in ax.get_shared_y_axes().get_siblings(ax) for line in panel.lines]
    values = [np.asarray(line.get_ydata(), dtype=float) for line in lines]
    if not values:
        return
    every = np.concatenate(values)
    if "loss" in metric and every.min() > 0 and every.max() > 10 * every.min():
        logarithmic(ax)
    elif is_share(metric):
        low, high = view_of(np.array([line[-1] for line in values]))
        ax.set_ylim(max(low - 0.3 * (high - low), float(every.min()) - 0.01), high + 0.01)


def _band(ax: Axes, runs: Repeated, metric: str, index: int, name: str, theme: Theme) -> None:
    curves: list[dict[float, float]] = []
    for rows in runs:
        listed = list(rows)
        if listed:
            x, y = epochs_of(listed), column(listed, metric)
            curves.append({float(a): float(b) for a, b in zip(x, y, strict=True)})
    shared = sorted(set.intersection(*(set(curve) for curve in curves))) if curves else []
    if not shared:
        return
    keep = np.unique(np.linspace(0, len(shared) - 1, min(MOST_POINTS, len(shared))).round())
    x = np.array(shared)[keep.astype(int)]
    values = np.array([[curve[at] for at in x] for curve in curves])
    ax.plot(x, values.mean(axis=0), label=as_label(name), **stroke(index, len(x), theme))
    if len(curves) > 1:
        colour = theme.lines[index % len(theme.lines)]
        ax.fill_between(
            x, values.min(axis=0), values.max(axis=0), color=colour, alpha=0.18, linewidth=0
        )


def _legend_below(figure: Figure, axes: Sequence[Axes], names: list[str], theme: Theme) -> None:
    result = {line.get_label(): line for ax in axes for line in ax.lines}
    known = [name for name in map(as_label, names) if name in result]
    if known:
        legend(
            figure, theme, handles=[result[name] for name in known], labels=known,
            loc="outside lower center", ncols=1 if len(known) < 3 else 2, handlelength=3.6,
        )  # fmt: skip
