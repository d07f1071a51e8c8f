"""The files of the pages: a table that is made when the lab starts; no name in a request becomes a
path."""

import gzip
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".bin": "application/octet-stream",
    ".zip": "application/zip",
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

NAMED_BY_CONTENT = ("/assets/", "/engine-", "/recording-", "/digits-")
"""Where the names of files change with their content: browsers keep them."""

START = "index.html"


class PageFile(NamedTuple):
    """A file of the pages, with the type that browsers are given.

    Attributes:
        compressed: the content as gzip has it, where that is shorter; else None.
    """

    content: bytes
    media_type: str
    compressed: bytes | None = None


def headers_of(path: str) -> dict[str, str]:
    """Return the headers of the file at that path."""
    is_kept = path.startswith(NAMED_BY_CONTENT)
    return HEADERS | {"Cache-Control": "max-age=31536000, immutable" if is_kept else "no-cache"}


def compressed(table: dict[str, PageFile]) -> dict[str, PageFile]:
    """Return the same files with what gzip makes of them, for browsers over a network."""
    result: dict[str, PageFile] = {}
    for path, page in table.items():
        shorter = gzip.compress(page.content, 6, mtime=0)
        is_shorter = len(shorter) < 0.9 * len(page.content)
        result[path] = page._replace(compressed=shorter if is_shorter else None)
    return result


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
