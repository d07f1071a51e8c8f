"""One look for every picture: two themes, eight lines that nobody confuses, and a safe `save`."""

import io
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure, SubFigure
from matplotlib.text import Text
from matplotlib.ticker import LogFormatter, ScalarFormatter

from noron.core.atomic import write_atomically
from noron.core.errors import SettingError, check_choice, shown

WIDTH = 7.0
"""Inches: 770 pixels at the default 110 dots an inch."""

STYLES = ("-", "--", "-.", ":")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")


@dataclass(frozen=True)
class Theme:
    """The colours of one background, as #rrggbb.

    `ink` and `muted` are for text (contrast with `page` at least 4.5:1, WCAG 2.2, 1.4.3), `lines`
    for curves and points (at least 3:1, WCAG 2.2, 1.4.11). The eight colours of `lines` stay apart
    under simulated red-, green- and blue-blindness; they start from Okabe and Ito's (2008).
    """

    page: str
    ink: str
    muted: str
    grid: str
    thread: str
    lines: tuple[str, ...]
    negative: str
    positive: str
    picture: str
    """The name of matplotlib's map for grey images: ink on paper, or chalk on slate."""


THEMES = {
    "light": Theme(
        page="#FFFFFF",
        ink="#1A1A1A",
        muted="#595959",
        grid="#E4E4E4",
        thread="#B0B0B0",
        lines=(
            "#0072B2", "#D55E00", "#009E73", "#1A1A1A", "#F02DF5", "#842001", "#55158C", "#5409F0"
        ),
        negative="#B35806",
        positive="#2166AC",
        picture="gray_r",
    ),
    "dark": Theme(
        page="#14171C",
        ink="#F2F2F2",
        muted="#B4BAC4",
        grid="#30353D",
        thread="#565D68",
        lines=(
            "#56B4E9", "#E69F00", "#009E73", "#F2F2F2", "#CC79A7", "#F0E442", "#D55E00", "#0072B2"
        ),
        negative="#FDAE61",
        positive="#74ADD1",
        picture="gray",
    ),
}  # fmt: skip


class Picture(Figure):
    """A figure that is drawn without a display and shows itself in a notebook.

    What is written in it is text, whatever stands in the names and labels of somebody's data.
    """

    def draw(self, renderer: Any) -> None:
        """Draw it; matplotlib calls this, however the figure is saved or shown."""
        for ax in self.axes:
            without_markup(ax)
        for legend_or_title in (*self.legends, *self.texts):
            _as_text(legend_or_title.findobj(Text))
        super().draw(renderer)

    def _repr_png_(self) -> bytes:
        """The picture as PNG: what Jupyter asks for, with or without `%matplotlib inline`."""
        stream = io.BytesIO()
        self.savefig(stream, format="png", dpi=110)
        return stream.getvalue()


def theme_of(name: str) -> Theme:
    """The theme called `name`; SettingError with the known ones otherwise."""
    return THEMES[check_choice("theme", name, THEMES)]


def new_figure(width: float, height: float, theme: Theme) -> Figure:
    """An empty card of `width` by `height` inches, whose parts find their places by themselves."""
    figure = Picture(figsize=(width, height), layout="constrained", facecolor=theme.page)
    FigureCanvasAgg(figure)
    figure.get_layout_engine().set(w_pad=0.11, h_pad=0.1)  # type: ignore
    return figure


def one_axes(ax: Axes | None, theme: Theme, width: float, height: float) -> tuple[Figure, Axes]:
    """The caller's axes with its figure, or a new card with one axes on it."""
    if ax is None:
        figure = new_figure(width, height, theme)
        return figure, paint(figure.add_subplot(), theme)
    holder = ax.figure
    return holder.figure if isinstance(holder, SubFigure) else holder, paint(ax, theme)


def paint(ax: Axes, theme: Theme) -> Axes:
    """Give `ax` the theme: a quiet grid behind the data, two spines, small muted numbers."""
    ax.set_facecolor(theme.page)
    ax.set_axisbelow(True)
    ax.grid(True, color=theme.grid, linewidth=0.8)
    ax.tick_params(colors=theme.muted, labelsize=9, length=3, which="both")
    for side, spine in ax.spines.items():
        spine.set_color(theme.muted)
        spine.set_linewidth(0.8)
        spine.set_visible(side in ("left", "bottom"))
    for label in (ax.xaxis.label, ax.yaxis.label):
        label.set_color(theme.muted)
        label.set_fontsize(9.5)
    return ax


def bare(ax: Axes) -> Axes:
    """No grid, no ticks, no frame: for images and drawings."""
    ax.grid(False)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    return ax


def heading(ax: Axes, text: str | None, theme: Theme, size: float = 10.5) -> None:
    """A title on the left, where reading begins; nothing where there is none.

    It comes last: what has been written in the axes by then is text, without markup.
    """
    if text:
        ax.set_title(text, loc="left", color=theme.ink, fontsize=size, fontweight="bold")
    without_markup(ax)


def without_markup(ax: Axes) -> None:
    """Let all that is written in these axes be text: a price in $ is no formula of TeX.

    Numbers that matplotlib itself writes along an axis keep their powers of ten.
    """
    numbers: set[Text] = set()
    for axis in (ax.xaxis, ax.yaxis):
        labels = axis.get_ticklabels(which="both")
        if isinstance(axis.get_major_formatter(), ScalarFormatter | LogFormatter):
            numbers |= {*labels, axis.get_offset_text()}
    _as_text([text for text in ax.findobj(Text) if text not in numbers])


def _as_text(texts: Iterable[Any]) -> None:
    for text in texts:
        text.set_parse_math(False)
        text.set_usetex(False)


def as_label(name: object) -> str:
    """The name as a legend takes it, which leaves out what begins with an underscore."""
    text = str(name)
    return f" {text}" if text.startswith("_") else text


def over_all(figure: Figure, title: str | None, theme: Theme) -> None:
    """A title over several panels."""
    if title:
        figure.suptitle(title, color=theme.ink, fontsize=11.5, fontweight="bold")


def legend(owner: Any, theme: Theme, **settings: Any) -> None:
    """The legend of a figure or of axes: ink on the page's own colour, nearly opaque."""
    settings = {"fontsize": 9, "labelcolor": theme.ink, "facecolor": theme.page} | settings
    drawn = owner.legend(edgecolor=theme.grid, framealpha=0.9, **settings)
    _as_text(drawn.findobj(Text))
    if drawn.get_title().get_text():
        drawn.get_title().set_color(theme.muted)
        drawn.get_title().set_fontsize(8.5)


def look(index: int, theme: Theme) -> dict[str, Any]:
    """Line `index`'s colour, style and marker; the first eight differ in colour and in marker."""
    colour = theme.lines[index % len(theme.lines)]
    return {
        "color": colour,
        "linestyle": STYLES[(index + index // len(STYLES)) % len(STYLES)],
        "marker": MARKERS[index % len(MARKERS)],
        "markeredgecolor": colour,
        "markerfacecolor": colour if index % 8 < 4 else theme.page,
    }


def contrast(one: str, other: str) -> float:
    """(lighter + 0.05) / (darker + 0.05): WCAG 2.2's contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(background: str) -> str:
    """Black or white, whichever stands out more on `background`."""
    return max("#000000", "#FFFFFF", key=lambda ink: contrast(ink, background))


def diverging(theme: Theme) -> LinearSegmentedColormap:
    """Orange for negative, the page for zero, blue for positive."""
    return LinearSegmentedColormap.from_list(
        "noron_diverging", [theme.negative, theme.page, theme.positive]
    )


def save(figure: Figure, path: str | os.PathLike[str], *, dpi: int = 110) -> Path:
    """Write `figure` as .png, .svg or .pdf, whole or not at all, and return the path.

    The bytes are written beside the target and renamed onto it; missing folders are made. The same
    figure gives the same bytes: no date and no version is put in. Raises SettingError for another
    suffix, DataError where the folder cannot be written to.
    """
    target = Path(path)
    kind = target.suffix.lower().removeprefix(".")
    if kind not in _METADATA:
        raise SettingError(f"cannot draw into {shown(str(path))}: give .png, .svg or .pdf")
    stream = io.BytesIO()
    with rc_context({"svg.hashsalt": "noron"}):
        figure.savefig(stream, format=kind, dpi=dpi, metadata=_METADATA[kind])
    write_atomically(target, stream.getvalue())
    return target


_METADATA: dict[str, dict[str, None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def _luminance(colour: str) -> float:
    channels = np.array(to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
