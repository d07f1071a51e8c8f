"""Results of a cross-validation: scores with intervals, calibration, residuals, importances."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from noron.core.errors import DataError
from noron.plotting.style import WIDTH, Theme, heading, legend, look, new_figure, paint, theme_of

MOST_BARS = 20


class Interval(Protocol):
    """A mean and the ends of its interval."""

    @property
    def mean(self) -> float:
        """The mean."""

    @property
    def low(self) -> float:
        """The lower end."""

    @property
    def high(self) -> float:
        """The upper end."""


def plot_scores(
    scores: Mapping[str, Interval], name: str, *, title: str | None = None, theme: str = "light"
) -> Figure:
    """Draw a point and its interval for each model, from top to bottom in the given order."""
    colours = theme_of(theme)
    if not scores:
        raise DataError("there are no scores to draw: give at least one")
    figure = new_figure(WIDTH, 0.9 + 0.36 * len(scores), colours)
    ax = paint(figure.add_subplot(), colours)
    ax.grid(False, axis="y")
    for place, score in enumerate(scores.values()):
        ax.plot([score.low, score.high], [place, place], color=colours.lines[0], linewidth=2)
        ax.plot(score.mean, place, "o", color=colours.lines[0], markersize=6)
    ax.set_yticks(range(len(scores)), list(scores))
    ax.tick_params(axis="y", labelcolor=colours.ink)
    ax.set_ylim(len(scores) - 0.5, -0.5)
    ax.set_xlabel(name)
    heading(ax, title, colours)
    return figure


def plot_calibration(
    points: Sequence[tuple[float, float, int]], *, title: str | None = None, theme: str = "light"
) -> Figure:
    """Draw the observed frequency over the predicted probability; ideally they are equal.

    `points` holds (mean probability, frequency, rows) of each bin.
    """
    colours = theme_of(theme)
    figure = new_figure(4.6, 4.2, colours)
    ax = paint(figure.add_subplot(), colours)
    ax.plot([0, 1], [0, 1], color=colours.muted, linewidth=1, linestyle=":", label="ideal")
    predicted, true, _ = zip(*points, strict=True)
    ax.plot(predicted, true, **look(0, colours), linewidth=1.6, label="held out rows")
    ax.set_xlim(-0.03, 1.03)
    ax.set_ylim(-0.03, 1.03)
    ax.set_xlabel("predicted probability")
    ax.set_ylabel("observed frequency")
    legend(ax, colours, loc="upper left")
    heading(ax, title, colours)
    return figure


def plot_residuals(
    pairs: Sequence[tuple[float, float]], *, title: str | None = None, theme: str = "light"
) -> Figure:
    """Draw truth minus prediction over the prediction, a point for each (prediction, truth)."""
    colours = theme_of(theme)
    figure = new_figure(WIDTH, 3.4, colours)
    ax = paint(figure.add_subplot(), colours)
    predicted, truth = np.array(pairs, dtype=np.float64).T
    ax.axhline(0, color=colours.muted, linewidth=1)
    ax.plot(
        predicted, truth - predicted, "o", color=colours.lines[0], markersize=3.5, alpha=0.45,
        markeredgewidth=0,
    )  # fmt: skip
    ax.set_xlabel("prediction")
    ax.set_ylabel("truth minus prediction")
    heading(ax, title, colours)
    return figure


def plot_importances(
    ranked: Sequence[tuple[str, float, float]],
    name: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw a bar for each of the first 20 (column, mean, deviation), from top to bottom."""
    colours = theme_of(theme)
    shown = list(ranked)[:MOST_BARS]
    figure = new_figure(WIDTH, 0.9 + 0.27 * len(shown), colours)
    ax = paint(figure.add_subplot(), colours)
    ax.grid(False, axis="y")
    means = [mean for _, mean, _ in shown]
    places = range(len(shown))
    ax.barh(places, means, height=0.62, color=colours.lines[0])
    for place, (_, mean, deviation) in zip(places, shown, strict=True):
        ax.plot(
            [mean - deviation, mean + deviation], [place, place], color=colours.ink, linewidth=1.2
        )
    ax.set_yticks(places, [_short(column) for column, _, _ in shown])
    ax.tick_params(axis="y", labelcolor=colours.ink)
    ax.set_ylim(len(shown) - 0.4, -0.6)
    ax.set_xlabel(name)
    heading(ax, title, colours)
    return figure


def plot_by_rows(
    by_rows: Sequence[tuple[int, Interval]],
    name: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw a score over the number of training rows, on a logarithmic scale."""
    colours = theme_of(theme)
    figure = new_figure(WIDTH, 3.2, colours)
    ax = paint(figure.add_subplot(), colours)
    rows = [n for n, _ in by_rows]
    _band(ax, rows, [score for _, score in by_rows], colours)
    ax.set_xscale("log", base=2)
    ax.set_xticks(rows, [f"{n:,}" for n in rows])
    ax.minorticks_off()
    ax.set_xlabel("training rows")
    ax.set_ylabel(name)
    heading(ax, title, colours)
    return figure


def _band(ax: Axes, at: Sequence[float], scores: Sequence[Interval], theme: Theme) -> None:
    low, high = [s.low for s in scores], [s.high for s in scores]
    ax.fill_between(at, low, high, color=theme.lines[0], alpha=0.18, linewidth=0)
    ax.plot(at, [s.mean for s in scores], **look(0, theme), linewidth=1.6)


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"
