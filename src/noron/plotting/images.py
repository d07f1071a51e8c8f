"""Rows of numbers as small images: the weights of the first layer, and misclassified images."""

import math
from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from noron.core.errors import DataError, SettingError, check_integer, shown
from noron.core.types import Array
from noron.plotting.inputs import class_indices, labels, numeric
from noron.plotting.style import (
    WIDTH,
    Theme,
    bare,
    diverging,
    heading,
    new_figure,
    one_axes,
    over_all,
    paint,
    theme_of,
)


def plot_weights(
    W: Array,
    shape: tuple[int, int] = (28, 28),
    count: int = 32,
    *,
    title: str | None = "first-layer weights, one image a unit",
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the columns of W (inputs, units) as images: blue excites a unit, orange inhibits it.

    The first `count` units are shown row by row. Their common colour scale is symmetric about zero
    and covers 99.5 % of the weights. Raises DataError if `shape` does not have one pixel for each
    input.
    """
    colours = theme_of(theme)
    W = numeric("W", W, ranks=(2,))
    height, width = _pixels(shape, W.shape[0], "W has {} rows (inputs)")
    shown_units = min(check_integer("count", count), W.shape[1])
    images = W[:, :shown_units].T.reshape(shown_units, height, width)
    across = _columns(shown_units, height / width)
    mosaic = _mosaic(images, across)
    scale = diverging(colours).with_extremes(bad=colours.thread)
    limit = float(np.quantile(np.abs(W[:, :shown_units]), 0.995)) or 1.0
    figure, ax = one_axes(
        ax, colours, WIDTH, 0.6 + 0.86 * WIDTH * mosaic.shape[0] / mosaic.shape[1]
    )
    drawn = bare(ax).imshow(mosaic, cmap=scale, vmin=-limit, vmax=limit, interpolation="nearest")
    bar = figure.colorbar(drawn, ax=ax, extend="both", fraction=0.05, pad=0.02, aspect=25)
    bar.ax.tick_params(colors=colours.muted, labelsize=9)
    bar.outline.set_edgecolor(colours.grid)  # type: ignore
    heading(ax, title, colours)
    return figure


def plot_mistakes(
    X: Array,
    y_true: Array,
    proba: Array,
    count: int = 16,
    shape: tuple[int, int] = (28, 28),
    classes: Sequence[Hashable] | None = None,
    *,
    title: str | None = None,
    theme: str = "light",
) -> Figure:
    """Draw the images misread with the greatest confidence, worst first: "3 read as 8 (99 %)".

    X has the shape (n, pixels); `proba` has the shape (n, classes), with the probability of class j
    in column j. `classes` names the columns; by default they are the sorted labels of y_true, or
    0, 1, ... if the number of labels differs from that of the columns.
    """
    colours = theme_of(theme)
    X, proba = numeric("X", X, ranks=(2, 3)), numeric("proba", proba, ranks=(2,))
    X = X.reshape(len(X), -1)
    size = _pixels(shape, X.shape[1], "X has {} columns (pixels)")
    names, truth = _truth(y_true, proba, len(X), classes)
    count = check_integer("count", count)
    read, confidence = proba.argmax(axis=1), proba.max(axis=1)
    wrong = np.flatnonzero(read != truth)
    worst = wrong[np.argsort(-confidence[wrong], kind="stable")][:count]
    if not len(worst):
        return _no_mistakes(len(X), title, colours)
    captions = [
        _caption(names[truth[i]], names[read[i]], confidence[i]) for i in worst
    ]  # fmt: skip
    figure = _gallery(X[worst].reshape(-1, *size), captions, colours)
    heading_text = title or f"{len(wrong):,} of {len(X):,} misread; the surest mistakes"
    over_all(figure, heading_text, colours)
    return figure


def _gallery(images: Array, captions: list[str], theme: Theme) -> Figure:
    across = min(4, len(images))
    down = math.ceil(len(images) / across)
    lines = captions[0].count("\n") + 1
    cell = WIDTH / 4
    figure = new_figure(max(across, 2) * cell, 0.5 + down * (cell - 0.25 + 0.17 * lines), theme)
    low, high = float(images.min()), float(images.max())
    for ax, image, text in zip(
        figure.subplots(down, across, squeeze=False).flat, images, captions, strict=False
    ):
        ax.imshow(image, cmap=theme.picture, vmin=low, vmax=high, interpolation="nearest")
        ax.set_title(text, color=theme.ink, fontsize=9.5, pad=5)
    for index, ax in enumerate(figure.axes):
        bare(paint(ax, theme))
        ax.set_visible(index < len(images))
    return figure


def _no_mistakes(total: int, title: str | None, theme: Theme) -> Figure:
    figure, ax = one_axes(None, theme, 5.2, 1.6)
    bare(ax).text(0.5, 0.5, f"no mistakes among {total:,}", color=theme.ink, fontsize=12,
                  ha="center", va="center", transform=ax.transAxes)  # fmt: skip
    over_all(figure, title, theme)
    return figure


def _caption(truth: object, read: object, confidence: float) -> str:
    share = ">99 %" if 0.995 <= confidence < 1 else f"{100 * confidence:.0f} %"
    short = len(str(truth)) + len(str(read)) <= 4
    return f"{truth} read as {read}{' ' if short else chr(10)}({share})"


def _truth(
    y_true: Array, proba: Array, rows: int, classes: Sequence[Hashable] | None
) -> tuple[list[Any], Array]:
    if len(proba) != rows:
        raise DataError(f"proba has {len(proba)} rows, X has {rows}: give one row an image")
    y, k = labels("y_true", y_true, rows), proba.shape[1]
    if classes is None:
        result = sorted(set(y.tolist()), key=str) if y.dtype == object else np.unique(y).tolist()
        classes = result if len(result) == k else list(range(k))
    if len(classes) != k:
        raise SettingError(f"classes has {len(classes)} names for {k} columns of proba")
    names, (truth,) = class_indices(classes, y_true=y)
    return names, truth


def _pixels(shape: tuple[int, int], inputs: int, message: str) -> tuple[int, int]:
    if not isinstance(shape, (tuple, list)) or len(shape) != 2:
        raise SettingError(f"shape is {shown(shape)}: give (height, width)")
    height, width = (check_integer("shape", side) for side in shape)
    if height * width != inputs:
        raise DataError(
            f"{message.format(inputs)}, shape {height} x {width} = {height * width} pixels: "
            "give the shape of one image"
        )
    return height, width


def _columns(count: int, tall: float) -> int:
    """Return how many images to put side by side, so that the whole is twice as wide as high."""
    return min(count, max(1, round(math.sqrt(2 * count * tall))))


def _mosaic(images: Array, across: int) -> Array:
    """Arrange the images row by row, with lines of NaN between them."""
    count, height, width = images.shape
    line = max(1, height // 14)
    down = math.ceil(count / across)
    grid = np.full((down * (height + line) - line, across * (width + line) - line), np.nan)
    for index, image in enumerate(images):
        top, left = (index // across) * (height + line), (index % across) * (width + line)
        grid[top : top + height, left : left + width] = image
    return grid
