"""Pictures of activations and their derivatives."""

import math
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from noron.core.errors import DataError
from noron.core.types import Array
from noron.plotting.style import (
    WIDTH,
    Theme,
    heading,
    legend,
    new_figure,
    one_axes,
    over_all,
    paint,
    theme_of,
)


class Activation(Protocol):
    """The parts of an activation that are drawn: its name, a = f(z), and da/dz from z and a."""

    name: str

    def f(self, z: Array) -> Array:
        """a = f(z)."""
        ...

    def df(self, z: Array, a: Array) -> Array:
        """da/dz."""
        ...


def plot_activation(
    activation: Activation, *, theme: str = "light", ax: Axes | None = None
) -> Figure:
    """Draw f as a solid line and its derivative f' as a dashed one, for z in [-5, 5]."""
    colours = theme_of(theme)
    figure, ax = one_axes(ax, colours, 5.2, 3.2)
    _draw(ax, activation, colours)
    ax.set_xlabel("z")
    legend(ax, colours, loc="upper left", handlelength=2.6)
    return figure


def plot_activations(
    activations: Sequence[Activation], *, title: str | None = None, theme: str = "light"
) -> Figure:
    """Draw each activation with its derivative in a panel; all panels have the same ranges."""
    colours, listed = theme_of(theme), list(activations)
    if not listed:
        raise DataError("there are no activations to draw: give at least one")
    across = min(4, len(listed))
    down = math.ceil(len(listed) / across)
    figure = new_figure(WIDTH, 0.6 + 1.5 * down, colours)
    panels = figure.subplots(down, across, sharex=True, sharey=True, squeeze=False)
    for ax, activation in zip(panels.flat, listed, strict=False):
        _draw(paint(ax, colours), activation, colours)
    for place in range(len(listed), down * across):
        panels.flat[place].remove()
        panels.flat[place - across].tick_params(labelbottom=True)
    panels[0, 0].set_ylim(-1.6, 3.1)
    legend(figure, colours, handles=panels[0, 0].lines[-2:], loc="outside lower center", ncols=2,
           handlelength=2.6)  # fmt: skip
    over_all(figure, title, colours)
    return figure


def _draw(ax: Axes, activation: Activation, theme: Theme) -> None:
    z = np.linspace(-5.0, 5.0, 1001)
    a = activation.f(z)
    ax.axhline(0, color=theme.muted, linewidth=0.7)
    ax.axvline(0, color=theme.muted, linewidth=0.7)
    ax.plot(z, a, color=theme.lines[0], linewidth=2.0, label="f(z)")
    ax.plot(z, activation.df(z, a), "--", color=theme.lines[1], linewidth=1.8, label="f′(z)")
    ax.set_xlim(-5, 5)
    ax.set_xticks([-4, -2, 0, 2, 4])
    heading(ax, activation.name, theme)
