"""The common look of all pictures: two themes, eight line styles, and a safe `save`."""

import base64
import io
import os
import re
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
"""The usual width in inches: 770 pixels at the default 110 dots per inch."""

SMALLEST = 5.0
"""The smallest letters of a legend, in points."""

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
    """The name of matplotlib's colour map for grey images: dark on light, or light on dark."""


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

    All names and labels are drawn as plain text, without matplotlib's mathematical markup.
    """

    def draw(self, renderer: Any) -> None:
        """Draw the figure; matplotlib calls this whenever the figure is saved or shown."""
        for ax in self.axes:
            without_markup(ax)
        for legend_or_title in (*self.legends, *self.texts):
            _as_text(legend_or_title.findobj(Text))
        super().draw(renderer)

    def _repr_png_(self) -> bytes:
        stream = io.BytesIO()
        self.savefig(stream, format="png", dpi=110)
        return stream.getvalue()

    def as_url(self) -> str:
        """Return the figure as a data URL with SVG; the same figure gives the same bytes."""
        stream = io.BytesIO()
        with rc_context({"svg.hashsalt": "noron"}):
            self.savefig(stream, format="svg", metadata=_METADATA["svg"])
        small = smaller(stream.getvalue().decode())
        return "data:image/svg+xml;base64," + base64.b64encode(small.encode()).decode()


def theme_of(name: str) -> Theme:
    """Return the theme called `name`; raise SettingError for an unknown name."""
    return THEMES[check_choice("theme", name, THEMES)]


def new_figure(width: float, height: float, theme: Theme) -> Figure:
    """Return an empty figure of `width` by `height` inches with an automatic layout."""
    figure = Picture(figsize=(width, height), layout="constrained", facecolor=theme.page)
    FigureCanvasAgg(figure)
    figure.get_layout_engine().set(w_pad=0.11, h_pad=0.1)  # type: ignore
    return figure


def one_axes(ax: Axes | None, theme: Theme, width: float, height: float) -> tuple[Figure, Axes]:
    """Return the given axes and its figure, or a new figure with one axes."""
    if ax is None:
        figure = new_figure(width, height, theme)
        return figure, paint(figure.add_subplot(), theme)
    holder = ax.figure
    return holder.figure if isinstance(holder, SubFigure) else holder, paint(ax, theme)


def paint(ax: Axes, theme: Theme) -> Axes:
    """Apply the theme to `ax`: a pale grid behind the data, two spines, small muted numbers."""
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
    """Remove the grid, ticks and frame, for images and drawings."""
    ax.grid(False)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    return ax


def heading(ax: Axes, text: str | None, theme: Theme, size: float = 10.5) -> None:
    """Add a title on the left, if there is one, and turn off markup in the axes.

    Call it last: only text that is already in the axes loses its markup.
    """
    if text:
        ax.set_title(text, loc="left", color=theme.ink, fontsize=size, fontweight="bold")
    without_markup(ax)


def without_markup(ax: Axes) -> None:
    """Draw all text in these axes as it is: a price in $ is not a formula of TeX.

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
    """Return the name for a legend; matplotlib would omit a name that begins with "_"."""
    text = str(name)
    return f" {text}" if text.startswith("_") else text


def over_all(figure: Figure, title: str | None, theme: Theme) -> None:
    """Add a title above all panels."""
    if title:
        figure.suptitle(title, color=theme.ink, fontsize=11.5, fontweight="bold")


def legend(owner: Any, theme: Theme, **settings: Any) -> None:
    """Add a legend in the theme's colours to a figure or axes; it fits into the figure's width.

    One that is too wide gets a single column and a higher figure, and then smaller letters.
    """
    size = settings.setdefault("fontsize", 9)
    colours = {"labelcolor": theme.ink, "facecolor": theme.page, "edgecolor": theme.grid}
    drawn = owner.legend(framealpha=0.9, **colours | settings)
    _as_text(drawn.findobj(Text))
    if drawn.get_title().get_text():
        drawn.get_title().set_color(theme.muted)
        drawn.get_title().set_fontsize(8.5)
    excess = drawn.get_window_extent().width / owner.bbox.width if isinstance(owner, Figure) else 0
    if excess <= 1 or size <= SMALLEST:
        return
    drawn.remove()
    if settings.get("ncols", 1) > 1:
        owner.set_figheight(owner.get_figheight() + 0.2 * (len(settings["labels"]) // 2))
        legend(owner, theme, **settings | {"ncols": 1})
    else:
        smaller = max(0.95 * size / excess, SMALLEST)
        legend(owner, theme, **settings | {"fontsize": smaller})


def look(index: int, theme: Theme) -> dict[str, Any]:
    """Return the look of line `index`; the first eight differ in colour and in marker."""
    colour = theme.lines[index % len(theme.lines)]
    return {
        "color": colour,
        "linestyle": STYLES[(index + index // len(STYLES)) % len(STYLES)],
        "marker": MARKERS[index % len(MARKERS)],
        "markeredgecolor": colour,
        "markerfacecolor": colour if index % 8 < 4 else theme.page,
    }


def contrast(one: str, other: str) -> float:
    """Return WCAG 2.2's contrast ratio of two colours: (lighter + 0.05) / (darker + 0.05)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(background: str) -> str:
    """Return black or white, whichever has more contrast with `background`."""
    return max("#000000", "#FFFFFF", key=lambda ink: contrast(ink, background))


def diverging(theme: Theme) -> LinearSegmentedColormap:
    """Return a colour map: orange for negative, the background for zero, blue for positive."""
    return LinearSegmentedColormap.from_list(
        "noron_diverging", [theme.negative, theme.page, theme.positive]
    )


def save(figure: Figure, path: str | os.PathLike[str], *, dpi: int = 110) -> Path:
    """Write `figure` atomically as .png, .svg or .pdf, and return the path.

    Missing folders are created. The same figure gives the same bytes, as the file holds no date and
    no version. Raises SettingError for another suffix, DataError if the file cannot be written.
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


def smaller(svg: str) -> str:
    """Shorten an SVG picture: no comments, short names, coordinates to hundredths of a point.

    >>> smaller('<path d="M 1.23456 7"/><!-- a b --><use xlink:href="#DejaVuSans-31"/>')
    '<path d="M 1.23 7"/><use xlink:href="#g-31"/>'
    """
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("DejaVuSans", "g")
    places = r' (?:d|x|y|points)="[^"]*"|translate\([^)]*\)'
    return re.sub(places, lambda place: re.sub(r"\d+\.\d{3,}", _rounded, place[0]), svg)


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
