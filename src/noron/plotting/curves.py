"""Curves over epochs: one run's learning curves, and schedules of learning rates."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter

from noron.core.errors import DataError, SettingError, shown, unknown_name
from noron.core.metric_rows import smaller_is_better
from noron.core.text import spoken
from noron.core.types import Array
from noron.plotting.inputs import Row, column, filled_rows, numeric, recorded
from noron.plotting.style import (
    WIDTH,
    Theme,
    as_label,
    heading,
    legend,
    look,
    new_figure,
    one_axes,
    over_all,
    paint,
    theme_of,
)


def plot_history(
    rows: Iterable[Row],
    *,
    metrics: Sequence[str] | None = None,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw one run's learning curves: training solid, validation dashed, its best epoch marked.

    `rows` has one dictionary for each epoch: {"epoch": 0, "loss": 0.3, "val_loss": 0.4, ...}. There
    is one panel for each of `metrics`; by default the loss and the accuracy or r2, if recorded.
    Raises DataError for no rows or columns without numbers, SettingError for an unknown metric.

    >>> figure = plot_history([{"loss": 2.0, "val_loss": 2.1}, {"loss": 1.0, "val_loss": 1.3}])
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['training', 'validation', 'best: 1.3 at epoch 1']
    """
    colours, listed = theme_of(theme), filled_rows(rows)
    names = _panels(listed, metrics)
    figure = new_figure(WIDTH if len(names) > 1 else 5.2, 3.1, colours)
    panels = figure.subplots(1, len(names), squeeze=False)[0]
    for ax, name in zip(panels, names, strict=True):
        _history_panel(paint(ax, colours), listed, name, colours)
    over_all(figure, title, colours)
    return figure


def plot_schedule(
    rates: Sequence[float] | Mapping[str, Sequence[float]],
    *,
    xlabel: str = "epoch",
    title: str = "learning rate",
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the learning rate over training; a mapping of names to rates draws several schedules."""
    colours = theme_of(theme)
    named = rates if isinstance(rates, Mapping) else {"": rates}
    checked = {k: numeric(f"rates {k}".strip(), v, ranks=(1,)) for k, v in named.items()}
    if not checked:
        raise DataError("there are no schedules: give rates, or names mapped to rates")
    figure, ax = one_axes(ax, colours, 5.2, 3.0)
    for index, (name, values) in enumerate(checked.items()):
        steps, line = np.arange(len(values)), stroke(index, len(values), colours)
        ax.plot(steps, values, label=as_label(name), **line)
    heading(ax, title, colours)
    ax.set_xlabel(xlabel)
    ax.set_ylim(bottom=min(0.0, *(float(v.min()) for v in checked.values())))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    if any(checked):
        legend(ax, colours, handlelength=3.2)
    return figure


def _history_panel(ax: Axes, rows: list[Row], name: str, theme: Theme) -> None:
    x = epochs_of(rows)
    blue, vermilion = theme.lines[:2]
    dot = "o" if len(rows) == 1 else ""
    training, validation = column(rows, name), column(rows, f"val_{name}")
    if np.isfinite(training).any():
        ax.plot(x, training, color=blue, linewidth=1.9, marker=dot, label="training")
    if np.isfinite(validation).any():
        ax.plot(x, validation, "--", color=vermilion, linewidth=1.9, marker=dot,
                label="validation")  # fmt: skip
        best = int((np.nanargmin if smaller_is_better(name) else np.nanargmax)(validation))
        text = f"best: {written(name, validation[best])} at epoch {x[best]:g}"
        ax.plot(x[best], validation[best], "D", color=vermilion, markersize=7, label=text,
                markeredgecolor=theme.ink, zorder=4)  # fmt: skip
    finish(ax, name, theme)
    legend(ax, theme, loc="best", handlelength=2.6)


def _panels(rows: list[Row], metrics: Sequence[str] | None) -> list[str]:
    known = list(dict.fromkeys(name.removeprefix("val_") for name in recorded(rows)))
    if not known:
        raise DataError("the rows hold no numbers to draw: give a column such as 'loss'")
    if metrics is None:
        return [name for name in ("loss", "accuracy", "r2") if name in known] or known[:2]
    if isinstance(metrics, str) or not metrics:
        raise SettingError(f"metrics is {shown(metrics)}: give a list, such as ['loss']")
    for name in metrics:
        if name not in known:
            raise unknown_name("metric", name, known)
    return list(metrics)


def stroke(index: int, points: int, theme: Theme) -> dict[str, Any]:
    """Return a line's look with about six markers, at different places in different lines."""
    every = max(1, points // 6)
    start = index * every // 8 if every > 1 else 0
    thin = {"markevery": (start, every), "markersize": 5.5, "linewidth": 1.6}
    return look(index, theme) | thin


def finish(ax: Axes, name: str, theme: Theme) -> None:
    """Add the title, the axis of epochs, and percentages for shares."""
    heading(ax, spoken(name), theme)
    ax.set_xlabel("epoch")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    if is_share(name):
        ax.yaxis.set_major_formatter(percent)


def epochs_of(rows: list[Row]) -> Array:
    """Return the `epoch` of each row, or its index if it has none."""
    return column([{"epoch": row.get("epoch", i)} for i, row in enumerate(rows)], "epoch")


def is_share(name: str) -> bool:
    """Return whether the metric is a share of 1, which is shown in percent."""
    return "accuracy" in name


def logarithmic(ax: Axes) -> None:
    """Set a logarithmic y axis, with numbers at 1, 2 and 5."""
    ax.set_yscale("log")
    ax.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.yaxis.set_minor_formatter(NullFormatter())


def percent(value: float, _: object = None) -> str:
    """Return a share as text for an axis: 97.5 %."""
    return f"{100 * value:.6g} %"


def written(name: str, value: float) -> str:
    """Return a metric's value as text: 97.50 % or 0.0831."""
    return f"{100 * value:.2f} %" if is_share(name) else f"{value:.4g}"
