"""The files of the pages: a table that is made when the lab starts; no name in a request becomes a
path."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".bin": "application/octet-stream",
}
"""The types of files that pages consist of; there are no others."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""Sent with every file: pages load nothing from elsewhere, and nothing inline is run."""

START = "index.html"


class PageFile(NamedTuple):
    """A file of the pages, with the type that browsers are given."""

    content: bytes
    media_type: str


def page_files(folder: Traversable | None = None) -> dict[str, PageFile]:
    """Return every file of the pages by its path in a request, such as "/assets/lab.js"."""
    folder = files("noron.lab") / "pages" if folder is None else folder
    table = dict(_walk(folder, "/"))
    if f"/{START}" in table:
        table["/"] = table[f"/{START}"]
    return table


def _walk(folder: Traversable, path: str) -> list[tuple[str, PageFile]]:
    result: list[tuple[str, PageFile]] = []
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.is_dir():
            result += _walk(entry, f"{path}{entry.name}/")
            continue
        media_type = TYPES.get("." + entry.name.rpartition(".")[2])
        if media_type is not None:
            result.append((path + entry.name, PageFile(entry.read_bytes(), media_type)))
    return result
