"""A self-contained HTML page with text, tables and vector pictures, in a light and a dark theme."""

from collections.abc import Sequence
from html import escape

from noron.core.html import picture, table, text

__all__ = ["page", "picture", "table", "text"]

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'\">\n"
)
"""The page loads nothing and runs nothing, whatever a label or a column is called."""

STYLE = """
:root { color-scheme: light dark; --page: #fff; --ink: #1a1a1a; --muted: #595959; --line: #e4e4e4;
  --mark: #eef5fa; }
@media (prefers-color-scheme: dark) { :root { --page: #14171c; --ink: #f2f2f2; --muted: #b4bac4;
  --line: #30353d; --mark: #1c2733; } }
@media print { :root { --page: #fff; --ink: #000; --muted: #444; --line: #ccc; --mark: #f3f3f3; } }
body { background: var(--page); color: var(--ink); margin: 0 auto; padding: 1.5rem 1rem 4rem;
  max-width: 62rem; font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .5rem; }
p { margin: .5rem 0; }
.muted { color: var(--muted); }
.advice { background: var(--mark); border-radius: .5rem; padding: .6rem 1.1rem; }
.wide { overflow-x: auto; background:
  linear-gradient(90deg, var(--page) 40%, transparent) left / 3rem 100% no-repeat local,
  linear-gradient(270deg, var(--page) 40%, transparent) right / 3rem 100% no-repeat local,
  linear-gradient(90deg, #8888, transparent) left / 1rem 100% no-repeat scroll,
  linear-gradient(270deg, #8888, transparent) right / 1rem 100% no-repeat scroll; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: left; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { color: var(--muted); font-weight: 600; }
.tight th, .tight td { white-space: nowrap; }
tr.mark td { font-weight: 600; }
pre { background: var(--mark); border-radius: .5rem; padding: .7rem 1rem; font-size: .88rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
img { display: block; max-width: 100%; min-width: min(34rem, 160vw); height: auto; }
h1, h2, h2 + p { break-after: avoid; }
table, pre, picture, .advice, tr { break-inside: avoid; }
@media screen and (max-width: 34rem) { .wide:has(picture)::after { content: "scroll sideways →";
  position: sticky; left: 0; color: var(--muted); font-size: .8rem; } }
@media print { body { max-width: none; padding: 0; } .wide { overflow: visible; background: none; }
  img { min-width: 0; } .tight th, .tight td { white-space: normal; } }
"""


def page(title: str, blocks: Sequence[str]) -> str:
    """Return the whole page; `blocks` holds HTML, as of `picture`, `table` and `text`."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{POLICY}<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(blocks)
        + "\n</body>\n</html>"
    )
