"""The results as pictures: how many times longer each peer takes, by case and over the grid."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from benchmarks.cases import GRID_BATCHES, GRID_DEPTHS, GRID_WIDTHS
from benchmarks.peers import FAMILY_NAMES, PEERS
from noron.plotting.style import (
    Theme,
    bare,
    diverging,
    heading,
    legend,
    new_figure,
    over_all,
    paint,
    readable_on,
    save,
    theme_of,
)

FAMILY = {spec.name: spec.family for spec in PEERS}
DRAWN = ("torch", "sklearn", "jax", "products")
WIDTH = 8.0


def draw(results: Mapping[str, Any], folder: Path) -> list[tuple[str, str]]:
    """Draw what the results hold; (file, what it shows) of each picture."""
    theme = theme_of("light")
    cases = [r for r in results["cases"] if r["ours"] and not r["name"].startswith("grid_")]
    grid = [r for r in results["cases"] if r["ours"] and r["name"].startswith("grid_")]
    drawn = []
    if cases:
        name = "performance_cases.png"
        draw_cases(cases, folder / name, theme)
        drawn.append((name, "How many times as long as noron each peer takes, by case"))
    if len(grid) == len(GRID_BATCHES) * len(GRID_WIDTHS) * len(GRID_DEPTHS):
        name = "performance_grid.png"
        draw_grid(grid, folder / name, theme)
        drawn.append((name, "The fastest peer's time over noron's, for every shape of the grid"))
    return drawn


def multiples(result: Mapping[str, Any]) -> dict[str, tuple[float, float, float]]:
    """family -> (median, low, high) of its best member's time over ours."""
    own = result["times"][result["ours"]]
    found: dict[str, tuple[float, float, float]] = {}
    for name, t in result["times"].items():
        family = FAMILY[name]
        value = t["median"] / own["median"]
        if family in DRAWN and (family not in found or value < found[family][0]):
            rounds = np.divide(t["seconds"], own["seconds"])
            low, high = np.percentile(rounds, (25, 75)).tolist()
            found[family] = (value, low, high)
    return found


def draw_cases(cases: Sequence[Mapping[str, Any]], path: Path, theme: Theme) -> None:
    """A row for each case, a point for each peer, the quartiles as a line; noron is the line 1."""
    figure = new_figure(WIDTH, 1.3 + 0.46 * len(cases), theme)
    ax = paint(figure.add_subplot(), theme)
    ax.set_xscale("log")
    ax.axvline(1, color=theme.ink, linewidth=1.4)
    places = np.arange(len(cases))[::-1]
    for i, family in enumerate(DRAWN):
        points = [
            (place + 0.24 - 0.16 * i, *found[family])
            for place, result in zip(places, cases, strict=True)
            if family in (found := multiples(result))
        ]
        if points:
            _points(ax, np.array(points), i, FAMILY_NAMES[family], theme)
    ax.set_yticks(places, [fill(result["title"], 34) for result in cases])
    ax.tick_params(axis="y", labelcolor=theme.ink)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}×"))
    ax.set_xlabel("slower than noron to the right of the line")
    heading(ax, "Peers' time over noron's: median and quartiles", theme)
    if ax.get_legend_handles_labels()[0]:
        legend(figure, theme, loc="outside lower center", ncols=len(DRAWN))
    save(figure, path, dpi=100)


def _points(ax: Axes, points: Any, i: int, label: str, theme: Theme) -> None:
    y, value, low, high = points.T
    colour, marker = theme.lines[i], "osD|"[i]
    ax.hlines(y, low, high, color=colour, linewidth=1.6)
    ax.plot(value, y, linestyle="none", marker=marker, color=colour, markersize=6,
            markeredgewidth=2 if marker == "|" else 0.5, label=label)  # fmt: skip


def draw_grid(grid: Sequence[Mapping[str, Any]], path: Path, theme: Theme) -> None:
    """A panel for each number of hidden layers: batch down, width across, the ratio in the cell."""
    figure = new_figure(WIDTH, 3.1, theme)
    by_name = {result["name"]: result for result in grid}
    for ax, depth in zip(figure.subplots(1, len(GRID_DEPTHS)), GRID_DEPTHS, strict=True):
        values = [
            [_least(by_name[f"grid_{batch}_{width}x{depth}"]) for width in GRID_WIDTHS]
            for batch in GRID_BATCHES
        ]
        _panel(bare(paint(ax, theme)), np.array(values), theme)
        heading(ax, f"{depth} hidden layer{'s' * (depth > 1)}", theme)
    over_all(figure, "The fastest peer's time over noron's", theme)
    save(figure, path, dpi=100)


def _least(result: Mapping[str, Any]) -> float:
    values = [value for value, _, _ in multiples(result).values()]
    return min(values, default=float("nan"))


def _panel(ax: Axes, values: Any, theme: Theme) -> None:
    """Blue where noron is faster, orange where it is slower."""
    logs = np.log2(values)
    reach = 5.0
    colours = diverging(theme)
    ax.imshow(logs, cmap=colours, vmin=-reach, vmax=reach, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        shade = colours((np.clip(logs[row, column], -reach, reach) + reach) / (2 * reach))
        ink = readable_on("#" + "".join(f"{round(255 * part):02x}" for part in shade[:3]))
        text = f"{value:.1f}×" if value < 10 else f"{value:.0f}×"
        ax.text(column, row, text, ha="center", va="center", color=ink, fontsize=9.5)
    ax.set_xticks(range(len(GRID_WIDTHS)), [str(width) for width in GRID_WIDTHS])
    ax.set_yticks(range(len(GRID_BATCHES)), [str(batch) for batch in GRID_BATCHES])
    ax.set_xlabel("width", color=theme.muted)
    ax.set_ylabel("batch", color=theme.muted)
