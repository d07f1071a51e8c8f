"""A self-contained HTML page with text, tables and vector pictures, in a light and a dark theme."""

import base64
import io
import os
import re
from collections.abc import Callable, Sequence
from html import escape

from matplotlib import rc_context
from matplotlib.figure import Figure

STYLE = """
:root { color-scheme: light dark; --page: #fff; --ink: #1a1a1a; --muted: #595959; --line: #e4e4e4;
  --mark: #eef5fa; }
@media (prefers-color-scheme: dark) { :root { --page: #14171c; --ink: #f2f2f2; --muted: #b4bac4;
  --line: #30353d; --mark: #1c2733; } }
body { background: var(--page); color: var(--ink); margin: 0 auto; padding: 1.5rem 1rem 4rem;
  max-width: 52rem; font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .5rem; }
p { margin: .5rem 0; }
.muted { color: var(--muted); }
.advice { background: var(--mark); border-radius: .5rem; padding: .6rem 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: left; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { color: var(--muted); font-weight: 600; }
.tight th, .tight td { white-space: nowrap; }
tr.mark td { font-weight: 600; }
pre { background: var(--mark); border-radius: .5rem; padding: .7rem 1rem; overflow-x: auto;
  font-size: .88rem; }
img { display: block; max-width: 100%; height: auto; }
"""


def page(title: str, blocks: Sequence[str]) -> str:
    """Return the whole page; `blocks` holds HTML that the functions below return."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(blocks)
        + "\n</body>\n</html>"
    )


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
    return f'<div class="{kind}"><table>{"".join(lines)}</table></div>'


def picture(draw: Callable[[str], Figure], words: str) -> str:
    """Return a picture in both themes, drawn by `draw(theme)`, with the description `words`.

    If drawing fails, return a paragraph that says so, as the rest of the page is still useful.
    """
    try:
        light, dark = _address(draw("light")), _address(draw("dark"))
    except Exception as error:
        if os.environ.get("NORON_DEBUG"):
            raise
        return text("p", f"({words}: not drawn, {type(error).__name__}: {error})", "muted")
    return (
        f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">'
        f'<img src="{light}" alt="{escape(words)}"></picture>'
    )


def _address(figure: Figure) -> str:
    """Return a figure as a data URL with SVG; the same figure gives the same bytes."""
    stream = io.BytesIO()
    with rc_context({"svg.hashsalt": "noron"}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    small = smaller(stream.getvalue().decode())
    return "data:image/svg+xml;base64," + base64.b64encode(small.encode()).decode()


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
