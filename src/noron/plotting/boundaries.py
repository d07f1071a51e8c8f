"""Pictures of models with one or two inputs: regions of classes, a fit, the perceptron's line."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from noron.core.errors import DataError, check_integer
from noron.core.types import Array
from noron.plotting.inputs import class_indices, function_of, labels, numeric
from noron.plotting.style import MARKERS, Theme, as_label, heading, legend, one_axes, theme_of

Predict = Callable[[Array], Array]


def plot_boundary(
    predict: Predict,
    X: Array,
    y: Array,
    *,
    classes: Sequence[Hashable] | None = None,
    resolution: int = 200,
    title: str | None = None,
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Colour the plane by the classes that `predict` returns, and draw the points (X, y) on it.

    X has the shape (n, 2). `predict` maps (m, 2) to labels (m,), to the probabilities of all
    classes (m, k) in the order of `classes`, or, for two classes, to that of the second one (m,);
    of a model, its method `predict` is taken. With probabilities, a region is paler where the model
    is less certain.
    """
    colours = theme_of(theme)
    X = numeric("X", X, ranks=(2,))
    if X.shape[1] != 2:
        raise DataError(f"X has {X.shape[1]} columns: a boundary is drawn on 2, give (n, 2)")
    names, (index,) = class_indices(classes, y=labels("y", y, len(X)))
    grid_x, grid_y = _grid(X, check_integer("resolution", resolution, at_least=2))
    points = np.column_stack([grid_x.ravel(), grid_y.ravel()])
    P = _probabilities(function_of(predict)(points), names, len(points)).reshape(*grid_x.shape, -1)
    figure, ax = one_axes(ax, colours, 5.2, 4.2)
    _regions(ax, P, grid_x, grid_y, colours)
    _points(ax, X, index, names, colours)
    heading(ax, title, colours)
    return figure


def plot_fit(
    predict: Predict,
    X: Array,
    y: Array,
    *,
    title: str | None = None,
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw a regression on one input: the data as points, `predict` (or a model) as a line."""
    colours = theme_of(theme)
    X, y = numeric("X", X, ranks=(1, 2)), numeric("y", y, ranks=(1, 2))
    if X.size != len(X) or y.size != len(y) or len(X) != len(y):
        raise DataError(
            f"X has shape {X.shape} and y {y.shape}: give one input and one target a row"
        )
    low, high = float(X.min()), float(X.max())
    margin = 0.05 * (high - low) or 1.0
    line = np.linspace(low - margin, high + margin, 400)
    fitted = numeric("predict(x)", function_of(predict)(line[:, None]), ranks=(1, 2)).reshape(-1)
    if len(fitted) != len(line):
        raise DataError(f"predict gave {len(fitted)} numbers for {len(line)} rows: give one a row")
    figure, ax = one_axes(ax, colours, 5.2, 3.4)
    ax.plot(X.ravel(), y.ravel(), "o", markersize=4, color=colours.lines[0], alpha=0.6,
            markeredgewidth=0, label="data")  # fmt: skip
    ax.plot(line, fitted, color=colours.lines[1], linewidth=2.2, label="fit")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    legend(ax, colours)
    heading(ax, title, colours)
    return figure


def plot_perceptron(
    weights: Array,
    bias: float,
    X: Array,
    y: Array,
    *,
    title: str | None = None,
    theme: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the line w · x + b = 0, both of its sides in colour, and a ring around each mistake.

    `weights` has 2 numbers, X the shape (n, 2), y two classes, of which the greater is positive.
    The arrow shows w. It points to the positive side, at right angles to the line if the units of
    x₁ and x₂ are drawn with equal length.
    """
    colours = theme_of(theme)
    w = numeric("weights", weights, ranks=(1, 2)).reshape(-1)
    b = float(numeric("bias", np.reshape(bias, -1), ranks=(1,))[0])
    X = numeric("X", X, ranks=(2,))
    if len(w) != 2 or X.shape[1] != 2:
        raise DataError(f"{len(w)} weights and X of shape {X.shape}: a line needs 2 and (n, 2)")
    names, (index,) = class_indices(None, y=labels("y", y, len(X)))
    if len(names) > 2:
        raise DataError(f"y has {len(names)} classes: a perceptron separates two")
    grid_x, grid_y = _grid(X, 300)
    z = w[0] * grid_x + w[1] * grid_y + b
    P = np.stack([z <= 0, z > 0], axis=-1).astype(float)
    figure, ax = one_axes(ax, colours, 5.2, 0.9 + 4.4 * min(0.9, max(0.5, _tall(grid_x, grid_y))))
    _regions(ax, P, grid_x, grid_y, colours, line=False)
    _line(ax, w, b, grid_x, grid_y, colours)
    _points(ax, X, index, names, colours)
    if 1 / 3 < _tall(grid_x, grid_y) < 3:
        ax.set_aspect("equal")  # show right angles as right angles
    _ring(ax, X[(X @ w + b > 0) != (index == 1)], colours)
    legend(ax, colours, loc="best")
    heading(ax, title, colours)
    return figure


def _grid(X: Array, resolution: int) -> tuple[Array, Array]:
    low, high = X.min(axis=0), X.max(axis=0)
    margin = np.where(high > low, 0.12 * (high - low), 1.0)
    (x0, y0), (x1, y1) = low - margin, high + margin
    return np.meshgrid(np.linspace(x0, x1, resolution), np.linspace(y0, y1, resolution))


def _probabilities(given: object, names: list[object], rows: int) -> Array:
    """Return probabilities (rows, k), from labels or from those of all or the second class."""
    k, array = len(names), np.asarray(given)
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim not in (1, 2) or len(array) != rows:
        raise DataError(f"predict gave shape {array.shape} for {rows} rows: give one a row")
    if array.ndim == 2:
        if array.shape[1] != k:
            raise DataError(f"predict gave {array.shape[1]} columns for {k} classes: give {k}")
        return numeric("predict(X)", array, ranks=(2,))
    is_label = all(value in names or value in range(k) for value in np.unique(array).tolist())
    if k == 2 and not is_label and array.dtype.kind == "f":
        p = numeric("predict(X)", array, ranks=(1,))
        if p.min() < 0 or p.max() > 1:
            raise DataError("predict gave numbers outside [0, 1]: give labels or probabilities")
        return np.column_stack([1 - p, p])
    _, (index,) = class_indices(names, prediction=array)
    return np.eye(k)[index]


def _regions(ax: Axes, P: Array, grid_x: Array, grid_y: Array, theme: Theme,
             line: bool = True) -> None:  # fmt: skip
    """Colour each point by its most likely class, and draw lines between the regions."""
    k = P.shape[-1]
    palette = np.array([to_rgb(theme.lines[c % len(theme.lines)]) for c in range(k)])
    sure = (P.max(axis=-1) - 1 / k) / (1 - 1 / k) if k > 1 else np.ones(P.shape[:2])
    strength = (0.05 + 0.25 * np.clip(sure, 0, 1))[..., None]
    image = (1 - strength) * np.array(to_rgb(theme.page)) + strength * palette[P.argmax(axis=-1)]
    extent = (grid_x[0, 0], grid_x[0, -1], grid_y[0, 0], grid_y[-1, 0])
    ax.imshow(image, origin="lower", extent=extent, aspect="auto", interpolation="nearest")
    ax.grid(False)
    for c in range(k if k > 2 else k - 1) if line else ():
        ahead = P[..., c] - np.delete(P, c, axis=-1).max(axis=-1)
        if ahead.min() < 0 < ahead.max():
            ax.contour(grid_x, grid_y, ahead, levels=[0.0], colors=[theme.ink], linewidths=1.1)


def _points(ax: Axes, X: Array, index: Array, names: list[object], theme: Theme) -> None:
    size = 34 if len(X) <= 300 else 14
    for c, name in enumerate(names):
        here = X[index == c]
        ax.scatter(here[:, 0], here[:, 1], s=size, marker=MARKERS[c % len(MARKERS)],
                   color=theme.lines[c % len(theme.lines)], edgecolors=theme.page,
                   linewidths=0.6, label=as_label(name), zorder=3)  # fmt: skip
    ax.set_xlabel("x₁")
    ax.set_ylabel("x₂")
    legend(ax, theme, loc="best", handletextpad=0.3, title="class")


def _line(ax: Axes, w: Array, b: float, grid_x: Array, grid_y: Array, theme: Theme) -> None:
    """Draw the line, and w as an arrow from the point of the line nearest to the centre."""
    x0, x1, y0, y1 = grid_x[0, 0], grid_x[0, -1], grid_y[0, 0], grid_y[-1, 0]
    ax.set_xlim(x0, x1)
    ax.set_ylim(y0, y1)
    length = float(np.hypot(*w))
    if length == 0:
        ax.text(0.5, 0.5, "no line: both weights are 0", color=theme.ink, fontsize=10,
                ha="center", transform=ax.transAxes)  # fmt: skip
        return
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    foot = middle - (middle @ w + b) / length**2 * w
    reach = np.hypot(x1 - x0, y1 - y0) + float(np.hypot(*(foot - middle)))
    along = np.array([-w[1], w[0]]) / length * reach
    ends = np.array([foot - along, foot + along])
    ax.plot(ends[:, 0], ends[:, 1], color=theme.ink, linewidth=1.8, label="w · x + b = 0")
    tip = foot + 0.16 * min(x1 - x0, y1 - y0) * w / length
    ax.annotate("", xy=tuple(tip), xytext=tuple(foot), zorder=4,
                arrowprops={"arrowstyle": "-|>", "color": theme.ink, "linewidth": 1.6})  # fmt: skip
    ax.annotate("w", xy=tuple(tip), xytext=(5, 5), textcoords="offset points", color=theme.ink,
                fontsize=10.5, fontweight="bold", zorder=4,
                bbox={"fc": theme.page, "ec": "none", "alpha": 0.8, "pad": 1.5})  # fmt: skip


def _tall(grid_x: Array, grid_y: Array) -> float:
    return float((grid_y[-1, 0] - grid_y[0, 0]) / (grid_x[0, -1] - grid_x[0, 0]))


def _ring(ax: Axes, wrong: Array, theme: Theme) -> None:
    if len(wrong):
        ax.scatter(wrong[:, 0], wrong[:, 1], s=110, facecolors="none", edgecolors=theme.ink,
                   linewidths=1.5, label=f"wrong: {len(wrong)}", zorder=4)  # fmt: skip
