"""Pictures of a search: scores over trials, settings and costs, and the curves of all trials."""

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullFormatter

from noron.core.errors import DataError
from noron.core.metric_rows import smaller_is_better
from noron.core.text import spoken
from noron.plotting.comparison import view_of
from noron.plotting.curves import is_share, percent
from noron.plotting.inputs import Row
from noron.plotting.style import (
    WIDTH,
    Theme,
    heading,
    legend,
    new_figure,
    over_all,
    paint,
    theme_of,
)

ACROSS = 3
MOST_SETTINGS = 12
MOST_CURVES = 300
MOST_NAMED = 8
FAR = 50
"""The scale of costs is logarithmic if they span at least this factor."""

Scored = tuple[float, float, bool]
"""(x, score, whether the trial was finished; otherwise it was pruned)."""


def plot_trials(
    trials: Sequence[Scored], metric: str, *, title: str | None = None, theme: str = "light"
) -> Figure:
    """Draw the score of each trial over its number, and the best so far.

    The score of a pruned trial is its last one.
    """
    colours = theme_of(theme)
    figure = new_figure(WIDTH, 3.3, colours)
    ax = paint(figure.add_subplot(), colours)
    _score_axis(ax, trials, metric)
    _dots(ax, trials, colours)
    done = sorted((x, y) for x, y, ended in trials if ended)
    best = np.minimum if smaller_is_better(metric) else np.maximum
    if done:
        x, y = np.array(done).T
        last = max(x[-1], max(at for at, _, _ in trials))
        ax.step([*x, last], [*best.accumulate(y), best.reduce(y)], where="post",
                color=colours.lines[1], linewidth=1.8, label="best so far")  # fmt: skip
    ax.set_xlabel("trial")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    legend(ax, colours, loc="best")
    heading(ax, title, colours)
    return figure


def plot_slices(
    settings: Mapping[str, Sequence[tuple[object, float, bool]]],
    metric: str,
    *,
    logarithmic: Collection[str] = (),
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the scores over the values of each setting: a panel for each, with a common scale.

    Numbers are on a scale, which is logarithmic for the settings named in `logarithmic`; other
    values are side by side.
    """
    colours = theme_of(theme)
    listed = list(settings.items())[:MOST_SETTINGS]
    if not listed:
        raise DataError("there is nothing to draw: give at least one setting")
    across = min(ACROSS, len(listed))
    down = math.ceil(len(listed) / across)
    figure = new_figure(WIDTH if across > 1 else 4.5, 2.3 * down + 0.3, colours)
    grid = figure.subplots(down, across, squeeze=False, sharey=True)
    places = list(grid.flat)
    _score_axis(places[0], [p for _, points in listed for p in points], metric, named=False)
    for ax, (name, points) in zip(places, listed, strict=False):
        _slice(paint(ax, colours), points, name in logarithmic, colours)
        heading(ax, name.replace("_", " "), colours)
    for ax in places[len(listed) :]:
        ax.set_visible(False)
    for row in grid:
        row[0].set_ylabel(spoken(metric))
    over_all(figure, title, colours)
    return figure


def plot_front(
    trials: Sequence[tuple[float, float, bool]],
    x_name: str,
    metric: str,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the score of each trial over its cost; a line joins the Pareto front.

    A trial is (cost, score, whether it is on the front: no other trial is better in both).
    """
    colours = theme_of(theme)
    if not trials:
        raise DataError("there is nothing to draw: give at least one trial")
    figure = new_figure(WIDTH, 3.6, colours)
    ax = paint(figure.add_subplot(), colours)
    others = [(x, y) for x, y, on_front in trials if not on_front]
    front = sorted((x, y) for x, y, on_front in trials if on_front)
    _score_axis(ax, [(x, y, True) for x, y, _ in trials], metric)
    if others:
        _draw(ax, [[point] for point in others], colours.muted, 3.0, "beaten in both")
    ax.plot(*zip(*front, strict=True), "o-", color=colours.lines[0], markersize=6, linewidth=1.4,
            label="the front: nothing else is better in both")  # fmt: skip
    costs = [x for x, _, _ in trials]
    _as_numbers(ax, costs, logarithmic=min(costs) > 0 and max(costs) >= FAR * min(costs))
    ax.set_xlabel(spoken(x_name))
    legend(ax, colours, loc="best")
    heading(ax, title, colours)
    return figure


def plot_courses(
    courses: Sequence[tuple[Sequence[Row], bool]],
    metric: str,
    *,
    best: int = -1,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the metric of every trial over its epochs; a pruned trial ends in a dot.

    Each of `courses` is (rows, whether the trial was finished). `best` is the index of the best
    one, which is drawn in another colour.
    """
    colours = theme_of(theme)
    figure = new_figure(WIDTH, 3.6, colours)
    ax = paint(figure.add_subplot(), colours)
    lines = [
        [(float(row["epoch"]), float(row[metric])) for row in rows if metric in row]
        for rows, _ in courses
    ]
    _score_axis(ax, [(x, y, True) for line in lines for x, y in line], metric)
    looks = ((False, colours.muted, "given up, at the dot"), (True, colours.lines[0], "finished"))
    for wanted, colour, label in looks:
        ends = (ended for _, ended in courses)
        those = [line for line, ended in zip(lines, ends, strict=True) if ended == wanted and line]
        those = those[:MOST_CURVES]
        if those:
            _draw(ax, those, colour, 0.8, label)
        if those and not wanted:
            _draw(ax, [line[-1:] for line in those], colour, 3.0)
    if best >= 0:
        ax.plot(*zip(*lines[best], strict=True), color=colours.lines[1], linewidth=2.4,
                label="the best")  # fmt: skip
    ax.set_xlabel("epoch")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    legend(ax, colours, loc="lower right")
    heading(ax, title, colours)
    return figure


def _dots(ax: Axes, points: Sequence[Scored], theme: Theme) -> None:
    looks = ((False, theme.muted, 2.5, "given up"), (True, theme.lines[0], 4.5, "finished"))
    for ended, colour, size, label in looks:
        those = [[(x, y)] for x, y, done in points if done == ended]
        if those:
            _draw(ax, those, colour, size, label)


def _draw(ax: Axes, lines: Sequence[Sequence[tuple[float, float]]], colour: str, width: float,
          label: str | None = None) -> None:  # fmt: skip
    """Draw lines, or dots for lines of one point, as one path: this keeps the file small."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for line in lines:
        points += [*line, line[-1]] if len(line) == 1 else line
        codes += [int(Path.MOVETO)] + [int(Path.LINETO)] * max(len(line) - 1, 1)
    path = Path(points, codes)
    path.should_simplify = False  # simplifying would leave out lines without length
    ax.add_patch(
        PathPatch(path, fill=False, edgecolor=colour, linewidth=width, alpha=0.75,
                  capstyle="round", joinstyle="round")
    )  # fmt: skip
    if label is not None:  # the legend would show a patch as a rectangle: add an empty line for it
        dots = all(len(line) == 1 for line in lines)
        ax.plot([], [], "o" if dots else "-", color=colour, markersize=width,
                linewidth=width, markeredgewidth=0, label=label)  # fmt: skip
    x, y = np.array(points).T
    if np.isfinite(x).any():
        ax.update_datalim(np.column_stack([x, y]))
        ax.autoscale_view()


def _slice(ax: Axes, points: Sequence[tuple[object, float, bool]], logarithmic: bool,
           theme: Theme) -> None:  # fmt: skip
    numbers = [x for x, _, _ in points if isinstance(x, int | float) and not isinstance(x, bool)]
    if len(numbers) == len(points):
        _dots(ax, [(float(x), y, done) for x, y, done in points if isinstance(x, int | float)],
              theme)  # fmt: skip
        _as_numbers(ax, numbers, logarithmic=logarithmic)
        return
    names = list(dict.fromkeys(str(x) for x, _, _ in points))
    spread = np.random.default_rng(0).uniform(-0.18, 0.18, len(points))
    there = [
        (names.index(str(x)) + float(aside), y, done)
        for (x, y, done), aside in zip(points, spread, strict=True)
    ]
    _dots(ax, there, theme)
    shown = names if len(names) <= MOST_NAMED else []
    ax.set_xticks(range(len(shown)), [name[:14] for name in shown])
    if max(map(len, shown), default=0) * len(shown) > 24:
        ax.tick_params(axis="x", labelrotation=30)


def _as_numbers(ax: Axes, values: Sequence[float], *, logarithmic: bool) -> None:
    if logarithmic:
        ax.set_xscale("log")
        ax.xaxis.set_minor_formatter(NullFormatter())
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    else:
        whole = all(float(value).is_integer() for value in values)
        ax.xaxis.set_major_locator(MaxNLocator(nbins=4, integer=whole))
        if max(values) >= 10_000:
            ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def _score_axis(
    ax: Axes, points: Sequence[tuple[object, float, bool]], metric: str, *, named: bool = True
) -> None:
    """Set the axis of scores; very bad scores lie outside of it."""
    finite = np.array([y for _, y, _ in points if math.isfinite(y)])
    if len(finite):
        sign = -1 if smaller_is_better(metric) else 1
        low, high = view_of(sign * finite)
        ax.set_ylim(*sorted((sign * low, sign * high)))
    if is_share(metric):
        ax.yaxis.set_major_formatter(percent)
    if named:
        ax.set_ylabel(spoken(metric))
