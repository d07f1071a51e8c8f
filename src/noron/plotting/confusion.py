"""The confusion matrix: how often each class was predicted as each class."""

from collections.abc import Hashable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb
from matplotlib.figure import Figure

from noron.core.types import Array
from noron.plotting.inputs import class_indices, labels
from noron.plotting.style import WIDTH, Theme, bare, heading, one_axes, readable_on, theme_of


def plot_confusion(
    y_true: Array,
    y_pred: Array,
    classes: Sequence[Hashable] | None = None,
    *,
    title: str | None = None,
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the counts and, below them, the percentages of each row.

    Row i and column j show how many of class i were predicted as class j. The diagonal has one pale
    colour, and the errors have their own colour scale: so a few errors beside thousands of right
    answers are visible. `classes` lists the labels, or names the classes 0, 1, ... Percentages are
    omitted above 12 classes, counts above 25.
    """
    colours = theme_of(theme)
    truth = labels("y_true", y_true)
    names, (i, j) = class_indices(
        classes, y_true=truth, y_pred=labels("y_pred", y_pred, len(truth))
    )
    k = len(names)
    counts = np.bincount(i * k + j, minlength=k * k).reshape(k, k)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, ax = one_axes(ax, colours, WIDTH, 5.9)
    pixels = _cell_colours(shares, colours)
    bare(ax).imshow(pixels, interpolation="nearest")
    if k <= 25:
        _write_numbers(ax, counts, shares, pixels)
    _label_axes(ax, [str(name) for name in names], colours)
    right = int(np.trace(counts))
    heading(
        ax,
        title or f"{right:,} of {len(truth):,} right ({100 * right / len(truth):.2f} %)",
        colours,
    )
    return figure


def _cell_colours(shares: Array, theme: Theme) -> Array:
    """Return (k, k, 3): a scale up to the largest error, and one pale blue for the diagonal."""
    errors = shares * (1 - np.eye(len(shares)))
    scale = LinearSegmentedColormap.from_list("noron_errors", [theme.page, theme.lines[1]])
    pixels = scale(np.sqrt(errors / (errors.max() or 1.0)))[..., :3]
    page, blue = np.array(to_rgb(theme.page)), np.array(to_rgb(theme.lines[0]))
    np.einsum("iic->ic", pixels)[:] = 0.75 * page + 0.25 * blue
    return pixels


def _write_numbers(ax: Axes, counts: Array, shares: Array, pixels: Array) -> None:
    k = len(counts)
    size = min(10.0, 95 / k)
    for (i, j), n in np.ndenumerate(counts):
        if not n:
            continue
        ink = readable_on(to_hex(pixels[i, j]))
        lift = 0.14 if k <= 12 else 0.0
        ax.text(j, i - lift, str(n), ha="center", va="center", color=ink, fontsize=size,
                fontweight="bold" if i == j else "normal")  # fmt: skip
        if k <= 12:
            ax.text(j, i + 0.24, _percent(shares[i, j]), ha="center", va="center", color=ink,
                    fontsize=0.74 * size)  # fmt: skip


def _label_axes(ax: Axes, names: list[str], theme: Theme) -> None:
    k = len(names)
    step = 1 if k <= 25 else k // 20
    places = range(0, k, step)
    long = max(map(len, names)) > 4
    ax.set_xticks(list(places), [names[p] for p in places], rotation=45 if long else 0,
                  ha="right" if long else "center")  # fmt: skip
    ax.set_yticks(list(places), [names[p] for p in places])
    ax.tick_params(length=0, labelsize=10, labelcolor=theme.ink)
    ax.set_xlabel("read as")
    ax.set_ylabel("true class")
    ax.set_xticks(np.arange(k + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(k + 1) - 0.5, minor=True)
    ax.grid(True, which="minor", color=theme.grid, linewidth=0.8)
    ax.tick_params(which="minor", length=0)


def _percent(share: float) -> str:
    if 0.995 <= share < 1:
        return f"{100 * min(share, 0.999):.1f} %"
    return f"{100 * share:.1f} %" if share < 0.0995 else f"{100 * share:.0f} %"
