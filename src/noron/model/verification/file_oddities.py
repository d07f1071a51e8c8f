"""Oddities of a file as a file: name and mode, the form of safetensors and of the header."""

import json
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from noron.core.errors import shown
from noron.core.tensor_file import FORMAT, KEY, SIGNATURE, canonical, prefix_of
from noron.model.verification.oddity import Oddity

SUFFIX = ".safetensors"
ALIGNMENT = 8


def of_path(path: Path) -> Iterator[Oddity]:
    """Yield what is odd about the name and the permissions of a file."""
    if path.suffix != SUFFIX:
        yield Oddity("file-name", f"its name does not end in {SUFFIX}")
    if path.is_symlink():
        yield Oddity("link", "it is a symbolic link: whoever can change the link chooses the model")
    mode = path.stat().st_mode
    if sys.platform != "win32" and mode & stat.S_IWOTH:
        yield Oddity("writable", f"every user may write to it (mode {stat.S_IMODE(mode):o})")
    if sys.platform != "win32" and mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH):
        yield Oddity("executable", "it is marked as a program, though nothing in it can be run")


def of_form(raw: bytes) -> Iterator[Oddity]:
    """Yield what is odd about the bytes as a file of safetensors."""
    if len(raw) < 8:
        yield Oddity("too-short", f"it has {len(raw)} bytes, too few for a file of safetensors")
        return
    length, prefix = int.from_bytes(raw[:8], "little"), prefix_of(raw)
    if length > len(raw) - 8:
        yield Oddity("cut", f"it announces a header of {length:,} bytes and has {len(raw) - 8:,}")
        return
    twice: list[str] = []
    try:
        entries = json.loads(prefix, object_pairs_hook=lambda pairs: _listed(pairs, twice))
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, dict):
        yield Oddity("no-safetensors", "its header is not that of a file of safetensors")
        return
    if twice:
        yield Oddity("duplicate-tensor", f"its header names {shown(twice[0])} twice")
    if length % ALIGNMENT:
        yield Oddity("alignment", f"its header has {length:,} bytes, no multiple of {ALIGNMENT}")
    if len(prefix) - len(prefix.rstrip(b" ")) >= ALIGNMENT or prefix != prefix.strip(b"\t\n\r"):
        yield Oddity("padding", "blanks fill its header beyond what safetensors needs")
    texts = entries.pop("__metadata__", None)
    yield from _of_texts(texts if isinstance(texts, dict) else {})
    yield from _of_places(entries, len(raw) - 8 - length)


def _of_texts(texts: dict[str, Any]) -> Iterator[Oddity]:
    if KEY not in texts:
        yield Oddity("no-header", "it has no header of noron: it is another program's file")
    for name in texts.keys() - {KEY, SIGNATURE}:
        yield Oddity("other-text", f"it holds a text that noron does not write: {shown(name)}")


def _of_places(entries: dict[str, Any], n_bytes: int) -> Iterator[Oddity]:
    places: list[tuple[int, int]] = []
    for name, entry in entries.items():
        try:
            start, stop = entry["data_offsets"]
            places.append((int(start), int(stop)))
        except (TypeError, ValueError, KeyError):
            yield Oddity("tensor-entry", f"the entry of tensor {shown(name)} is incomplete")
            continue
        if more := entry.keys() - {"dtype", "shape", "data_offsets"}:
            yield Oddity("tensor-entry", f"tensor {shown(name)} has an entry {shown(min(more))}")
    end = 0
    for start, stop in sorted(places):
        if start != end:
            kind = "gap" if start > end else "overlap"
            yield Oddity(kind, f"there is a {kind} between tensors at byte {min(start, end):,}")
        end = max(end, stop)
    if end != n_bytes:
        kind = "trailing-bytes" if n_bytes > end else "cut"
        yield Oddity(kind, f"its tensors end at byte {end:,}, the file has {n_bytes:,}")


def of_header(text: str | None) -> Iterator[Oddity]:
    """Yield what is odd about the form of noron's header, a text of JSON."""
    if text is None:
        return
    twice: list[str] = []
    try:
        header = json.loads(text, object_pairs_hook=lambda pairs: _listed(pairs, twice))
        is_canonical = canonical(header) == text
    except (ValueError, RecursionError):
        yield Oddity("no-json", "noron's header in it is no JSON")
        return
    if not isinstance(header, dict):
        yield Oddity("no-json", "noron's header in it has no fields")
        return
    if twice:
        yield Oddity("duplicate-field", f"noron's header names {shown(twice[0])} twice")
    elif not is_canonical:
        yield Oddity("not-canonical", "noron's header is not written as noron writes it")
    version = header.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        yield Oddity("newer-format", f"it is of format {version}; this noron knows up to {FORMAT}")
    elif version != FORMAT:
        yield Oddity("unknown-format", f"it is of format {shown(version)}, which never was one")
    if "sha256" not in header:
        yield Oddity("no-hash", "it has no hash, so nothing shows whether it was changed")


def _listed(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    twice += [name for name, n in Counter(name for name, _ in pairs).items() if n > 1]
    return dict(pairs)
