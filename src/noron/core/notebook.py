"""What objects show of themselves in a session, and what a notebook shows while it waits.

A notebook is a kernel of IPython: Jupyter, Colab, VS Code. IPython is never imported first.
"""

import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from html import escape
from importlib.util import find_spec
from typing import Any, NamedTuple, final

from noron.core.html import picture, table, text
from noron.core.text import aligned, printable, spoken_seconds

MOST_ROWS = 12
"""The most rows of a table in a session."""

STYLE = """<style>.noron p { margin: .3em 0; white-space: pre-wrap }
.noron .wide { overflow-x: auto }
.noron img { display: block; max-width: 100%; height: auto }
.noron table { border-collapse: collapse; margin: .3em 0; font: inherit;
font-variant-numeric: tabular-nums }
.noron tr { background: none !important }
.noron th, .noron td { text-align: left; white-space: nowrap; padding: .2em 1.2em .2em 0;
border: 0; border-bottom: 1px solid rgba(128, 128, 128, .4) }
.noron progress { width: 12em; vertical-align: middle }
.noron svg { display: block; margin-top: .3em }</style>"""
"""All text has the notebook's own colour, so it can be read on light and on dark ground."""

TRAINING, VALIDATION = "#2B84C6", "#CF6A12"
"""The colours of the growing curves: contrast of at least 3:1 with white and with black."""

SECONDS = 0.2
"""A notebook's bar is drawn anew at most so often."""


class Summary(NamedTuple):
    """What an object shows of itself.

    Attributes:
        line: what it is, on one line.
        rows: a table of text, the header first.
        note: what is said below the table.
        draw: draws its picture in a theme; for notebooks.
        brief: whether `repr` is the line alone, as of objects that stand in lists.
    """

    line: str
    rows: Sequence[Sequence[str]] = ()
    note: str = ""
    draw: Callable[[str], Any] | None = None
    brief: bool = False

    def shortened(self) -> Sequence[Sequence[str]]:
        """Return the table, with a last row that counts those that are left out."""
        more = len(self.rows) - 1 - MOST_ROWS
        if more < 1:
            return self.rows
        return [*self.rows[: MOST_ROWS + 1], [f"… {more} more", *[""] * (len(self.rows[0]) - 1)]]


class Shown(ABC):
    """An object with a short `repr`; in a notebook, with a table and a picture."""

    @abstractmethod
    def _summary(self) -> Summary:
        """Return what is shown."""

    def __repr__(self) -> str:
        line, _, note, _, brief = shown = self._summary()
        if brief:
            return printable(line)
        rows = shown.shortened()
        parts = [line, *(aligned(rows) if rows else []), *([note] if note else [])]
        return printable("\n".join(parts))

    def _repr_html_(self) -> str:
        """Return the same for a notebook, with the picture where matplotlib is installed."""
        line, _, note, draw, _ = shown = self._summary()
        rows = shown.shortened()
        parts = [text("p", line), table(rows) if rows else "", text("p", note) if note else ""]
        if draw is not None and find_spec("matplotlib") is not None:
            parts.append(picture(draw, line))
        return f'{STYLE}<div class="noron">{"".join(parts)}</div>'


def in_notebook() -> bool:
    """Return whether this process is the kernel of a notebook."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return hasattr(shell, "kernel")  # IPython in a terminal has none


def publish(html: str, words: str) -> Callable[[str, str], None]:
    """Show HTML in the notebook, with `words` where there is none; the result replaces it."""
    from IPython.display import display

    def bundle(html: str, words: str) -> dict[str, str]:
        return {"text/html": html, "text/plain": words}

    handle = display(bundle(html, words), raw=True, display_id=True)
    return lambda html, words: handle.update(bundle(html, words), raw=True)


@final
class NotebookBar:
    """A bar with the latest values, and the losses as growing curves."""

    def __init__(self, total: int | None, unit: str) -> None:
        self.total, self.unit, self.done, self.words = total, unit, 0.0, ""
        self.losses: dict[str, list[float]] = {"loss": [], "val_loss": []}
        self.began = self.drawn = time.monotonic()
        self.replace = publish(*self._drawing())

    def update(
        self, done: float, words: str | None = None, losses: dict[str, float] | None = None
    ) -> None:
        """Move the bar to `done`, with new words and points of the curves."""
        self.done, self.words = done, self.words if words is None else words
        for name, values in self.losses.items():
            if losses and name in losses:
                values.append(losses[name])
        if time.monotonic() - self.drawn > SECONDS:
            self._draw()

    def stop(self) -> None:
        """Show the end."""
        self._draw()

    def _draw(self) -> None:
        self.drawn = time.monotonic()
        self.replace(*self._drawing())

    def _drawing(self) -> tuple[str, str]:
        of = "" if self.total is None else f"/{self.total:,}"
        words = f"{int(self.done):,}{of} {self.unit}  {spoken_seconds(self._seconds)}"
        if self.total and 0 < self.done < self.total:
            left = self._seconds / self.done * (self.total - self.done)
            words += f", {spoken_seconds(left)} left"
        words += f"  {self.words}" if self.words else ""
        place = "" if self.total is None else f' value="{self.done:g}" max="{self.total}"'
        bar = f"<p><progress{place}></progress> {escape(words)}</p>{curves(self.losses)}"
        return f'{STYLE}<div class="noron">{bar}</div>', words

    @property
    def _seconds(self) -> float:
        return time.monotonic() - self.began


def curves(losses: dict[str, list[float]]) -> str:
    """Return training and validation losses as a small SVG picture; nothing for one epoch."""
    finite = [v for values in losses.values() for v in values if abs(v) < float("inf")]
    longest = max(map(len, losses.values()))
    if longest < 2 or not finite:
        return ""
    low, high = min(finite), max(finite)
    lines: list[str] = []
    for (name, values), look in zip(losses.items(), LOOKS.items(), strict=True):
        step = max(1, len(values) // 200)
        points = " ".join(
            f"{1 + 258 * i / (longest - 1):.1f},{2 + 52 * (high - v) / (high - low or 1):.1f}"
            for i, v in enumerate(values)
            if abs(v) < float("inf") and (i % step == 0 or i == len(values) - 1)
        )
        colour, dashes = look
        lines += [
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.8"'
            f' stroke-dasharray="{dashes}"><title>{name}</title></polyline>'
        ] * bool(values)
    return f'<svg width="260" height="56" role="img" aria-label="losses">{"".join(lines)}</svg>'


LOOKS = {TRAINING: "none", VALIDATION: "5 3"}
"""The colour of training and of validation, and the dashes of its line."""
