"""Oddities of names and labels: what nobody sees, looks alike, or is obeyed by programs."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from noron.core.errors import shown
from noron.model.verification.oddity import Oddity

LONGEST_NAME = 200

BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"[=@]|[+-][^\d.\s]")
MARKUP = re.compile(r"</?[A-Za-z!]")


def of_texts(data: Any) -> Iterator[Oddity]:
    """Yield each kind of odd text in plain data, with the first text of the kind."""
    seen: set[str] = set()
    for text in _texts_in(data):
        for kind, what in _kinds_of(text):
            if kind not in seen:
                seen.add(kind)
                yield Oddity(kind, f"{ascii_of(text)} {what}")


def of_names(what: str, names: Iterable[Any]) -> Iterator[Oddity]:
    """Yield names that are empty, equal or alike; `what` they are names of, in one word."""
    seen: dict[str, str] = {}
    for name in names:
        if not isinstance(name, str):
            continue
        if not name.strip():
            yield Oddity("empty-name", f"a {what} has no name")
        elif name != name.strip():
            yield Oddity("blank-around", f"the {what} {shown(name)} has blanks around its name")
        alike = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
        if seen.get(alike) == name:
            yield Oddity("duplicate-name", f"there is more than one {what} {shown(name)}")
        elif alike in seen:
            two = f"{ascii_of(seen[alike])} and {ascii_of(name)}"
            yield Oddity("alike-names", f"the names {two} of a {what} look alike")
        seen.setdefault(alike, name)


def ascii_of(text: str) -> str:
    """Return the text with escapes for everything that is not ASCII, so that all can be seen."""
    escaped = ascii(text)
    return escaped if len(escaped) <= 60 else f"{escaped[:59]}…"


def _kinds_of(text: str) -> Iterator[tuple[str, str]]:
    categories = {unicodedata.category(c) for c in text}
    if "Cc" in categories:
        yield "control-character", "holds a control character, which a terminal may obey"
    if BIDIRECTIONAL.search(text):
        yield "bidirectional", "holds a character that turns the direction of text"
    if "Cf" in {unicodedata.category(c) for c in BIDIRECTIONAL.sub("", text)}:
        yield "invisible", "holds a character that nobody sees"
    if categories & {"Cs", "Co", "Cn"}:
        yield "no-character", "holds a code that is no character"
    if FORMULA.match(text):
        yield "formula", "begins like a formula, which a spreadsheet computes"
    if MARKUP.search(text):
        yield "markup", "holds a tag of HTML"
    if len(text) > LONGEST_NAME:
        yield "long-text", f"has {len(text):,} characters"


def _texts_in(data: Any) -> Iterator[str]:
    left = [data]  # no recursion: lists may lie within lists hundreds deep
    while left:
        part = left.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            left += [*part, *part.values()]
        elif isinstance(part, list | tuple):
            left += part
