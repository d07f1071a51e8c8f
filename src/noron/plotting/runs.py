"""The curves of several runs in one picture."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from noron.core.errors import DataError, shown, unknown_name
from noron.core.metric_rows import smaller_is_better
from noron.core.text import spoken
from noron.core.types import Array
from noron.plotting.curves import epochs_of, finish, is_share, logarithmic, stroke, written
from noron.plotting.inputs import Row, column, filled_rows, recorded
from noron.plotting.style import WIDTH, Theme, legend, new_figure, over_all, paint, theme_of


def plot_runs(
    runs: Mapping[str, Iterable[Row]],
    *,
    metric: str | Sequence[str] | None = None,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw several runs in one picture; they differ in colour, line style, marker and rank.

    `runs` maps a name to that run's rows. By default there are panels for the loss and the accuracy
    or r2, of the validation rows if every run has them. `metric` is a name such as "val_loss" for
    one panel, or a list of names. The legend is ordered by the last metric, best first, and each
    curve ends in its rank. A run that diverged has no curve, but it is in the legend.
    """
    colours, table = theme_of(theme), _listed_runs(runs)
    names = _compared(table, metric)
    order = _ranked(table, names[-1])
    figure = new_figure(WIDTH, 3.2 + 0.2 * ((len(order) + 1) // 2), colours)
    panels = figure.subplots(1, len(names), squeeze=False)[0]
    for ax, name in zip(panels, names, strict=True):
        _runs_panel(paint(ax, colours), table, order, name, colours)
    handles = panels[-1].lines[: len(order)]
    texts = [_legend_text(i + 1, run, table[run], names[-1]) for i, run in enumerate(order)]
    legend(
        figure,
        colours,
        handles=handles,
        labels=texts,
        loc="outside lower center",
        ncols=1 if len(order) < 4 else 2,
        handlelength=3.6,
        title=f"final {spoken(names[-1])}, best first",
    )
    over_all(figure, title, colours)
    return figure


def _runs_panel(ax: Axes, table: Mapping[str, list[Row]], order: list[str], name: str,
                theme: Theme) -> None:  # fmt: skip
    ends: dict[int, tuple[float, float]] = {}
    for index, run in enumerate(order):
        x, y = epochs_of(table[run]), column(table[run], name)
        ax.plot(x, y, label=run, **stroke(index, len(x), theme))
        drawn = np.flatnonzero(np.isfinite(y))
        if len(drawn):
            ends[index + 1] = (float(x[drawn[-1]]), float(y[drawn[-1]]))
    finish(ax, name, theme)
    _spread_end_labels(ax, [y for _, y in ends.values()], name)
    _number_the_ends(ax, ends, theme)


def _spread_end_labels(ax: Axes, ends: list[float], name: str) -> None:
    """Set a scale that shows late differences: logarithmic for losses, close for shares.

    Early parts of curves may lie below an accuracy panel.
    """
    values = np.concatenate([np.asarray(line.get_ydata(), dtype=float) for line in ax.lines])
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if "loss" in name and low > 0 and high > 10 * low:
        logarithmic(ax)
    elif is_share(name) and high > low:
        ax.set_ylim(bottom=max(low, min(ends) - 1.5 * (high - min(ends)) - 0.01))


def _number_the_ends(ax: Axes, ends: dict[int, tuple[float, float]], theme: Theme) -> None:
    """Write each rank to the right of its curve's end; move ranks apart that would overlap."""
    ax.set_ylim(ax.get_ylim())  # the view is final: places along the edge may be computed
    ax.set_xlim(ax.get_xlim())
    places = ax.transAxes.inverted().transform(ax.transData.transform(list(ends.values())))
    heights = spread(np.clip(places[:, 1], 0.0, 1.0), gap=0.075)
    for (rank, end), height in zip(ends.items(), heights, strict=True):
        ax.annotate(
            str(rank),
            xy=end,
            xytext=(1.05, float(height)),
            textcoords="axes fraction",
            color=theme.ink,
            fontsize=8.5,
            va="center",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-", "color": theme.muted, "linewidth": 0.7,
                "shrinkA": 0, "shrinkB": 3,
            },
        )  # fmt: skip


def spread(heights: Array, gap: float) -> Array:
    """Return the nearest heights in [0, 1] in the same order that are at least `gap` apart.

    >>> [round(float(h), 2) for h in spread(np.array([0.5, 0.5, 0.9]), gap=0.1)]
    [0.45, 0.55, 0.9]
    """
    count = len(heights)
    gap = min(gap, 1.0 / max(count - 1, 1))
    order = np.argsort(heights, kind="stable")
    # For h_i - i * gap, "at least gap apart" means "not falling". The nearest such sequence is the
    # isotonic regression, found by pooling neighbours that are in the wrong order.
    pools: list[tuple[float, int]] = []
    for place, index in enumerate(order):
        mean, size = float(heights[index]) - place * gap, 1
        while pools and pools[-1][0] > mean:
            before, n = pools.pop()
            mean, size = (before * n + mean * size) / (n + size), n + size
        pools.append((mean, size))
    flat = np.concatenate([np.full(size, mean) for mean, size in pools])
    placed = np.empty(count)
    placed[order] = np.clip(flat, 0.0, 1.0 - (count - 1) * gap) + gap * np.arange(count)
    return placed


def _listed_runs(runs: Mapping[str, Iterable[Row]]) -> dict[str, list[Row]]:
    if not isinstance(runs, Mapping):
        raise DataError(f"runs is {shown(runs)}: give a dictionary of names and rows")
    if not runs:
        raise DataError("there are no runs to compare: give at least one name with its rows")
    return {str(name): filled_rows(rows) for name, rows in runs.items()}


def _compared(table: Mapping[str, list[Row]], metric: str | Sequence[str] | None) -> list[str]:
    """Return the columns to draw: those that every run has, with a number in at least one run."""
    shared = [
        name
        for name in recorded([row for rows in table.values() for row in rows])
        if all(any(name in row for row in rows) for rows in table.values())
    ]
    if metric is not None:
        wanted = [metric] if isinstance(metric, str) else list(metric)
        for name in wanted or [""]:
            if name not in shared:
                raise unknown_name("metric", name, shared or ["(none that all runs share)"])
        return wanted
    chosen = [
        f"val_{base}" if f"val_{base}" in shared else base
        for base in ("loss", "accuracy", "r2")
        if f"val_{base}" in shared or base in shared
    ]
    if not (chosen or shared):
        raise DataError("the runs share no column with numbers: record the same metrics in each")
    return chosen or shared[:1]


def _ranked(table: Mapping[str, list[Row]], name: str) -> list[str]:
    """Return the runs' names, best first; a run without a finite number comes last."""
    sign = 1.0 if smaller_is_better(name) else -1.0
    finals = {run: sign * _final(rows, name) for run, rows in table.items()}
    return sorted(table, key=lambda run: (math.isnan(finals[run]), finals[run]))


def _final(rows: list[Row], name: str) -> float:
    values = column(rows, name)
    finite = values[np.isfinite(values)]
    return float(finite[-1]) if len(finite) else math.nan


def _legend_text(rank: int, run: str, rows: list[Row], name: str) -> str:
    final = _final(rows, name)
    return f"{rank}  {run}: {'not finite' if math.isnan(final) else written(name, final)}"
