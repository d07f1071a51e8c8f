"""Pieces of HTML: text, tables and pictures, for reports and for notebooks."""

import os
from collections.abc import Callable, Sequence
from html import escape
from typing import Any


def text(tag: str, words: str, kind: str = "") -> str:
    """Return an element with plain text in it, of the CSS class `kind`."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{tag}{attribute}>{escape(words)}</{tag}>"


def table(rows: Sequence[Sequence[str]], mark: int = -1, *, tight: bool = False) -> str:
    """Return a table of text. The first row is the header; row `mark`, from 0 below it, is bold.

    With `tight`, lines within cells do not wrap; on a narrow page the table scrolls sideways.
    """
    header = "".join(text("th", cell) for cell in rows[0])
    lines = [f"<tr>{header}</tr>"]
    for place, row in enumerate(rows[1:]):
        cells = "".join(text("td", cell) for cell in row)
        lines.append(f'<tr class="mark">{cells}</tr>' if place == mark else f"<tr>{cells}</tr>")
    kind = "wide tight" if tight else "wide"
    return f'<div class="{kind}" tabindex="0"><table>{"".join(lines)}</table></div>'


def picture(draw: Callable[[str], Any], words: str) -> str:
    """Return a picture in both themes, drawn by `draw(theme)`, with the description `words`.

    If drawing fails, return a paragraph that says so, as the rest of the page is still useful.
    """
    try:
        light, dark = draw("light").as_url(), draw("dark").as_url()
    except Exception as error:
        if os.environ.get("NORON_DEBUG"):
            raise
        return text("p", f"({words}: not drawn, {type(error).__name__}: {error})", "muted")
    return (
        '<div class="wide" tabindex="0"><picture>'
        f'<source srcset="{dark}" media="screen and (prefers-color-scheme: dark)">'
        f'<img src="{light}" alt="{escape(words)}"></picture></div>'
    )
