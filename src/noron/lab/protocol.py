"""Messages of a page: texts with a closed set of fields, checked before all else.

A message is JSON text with its name in "t": {"t": "step", "n": 1, "unit": "epoch"}. What is not
exactly such a message is refused, with the name of the setting that is wrong. The messages
themselves are in `noron.lab.messages`, each with its answer.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from noron.core.closed import closed
from noron.core.errors import NoronError, SettingError, shown
from noron.experiments.recipe_file import from_json
from noron.lab.limits import Limits

PROTOCOL = 1
"""The version of the messages; a page and a session with different ones do not talk."""

Page = Literal["playground", "digits"]
"""The pages that have a network of their own."""

View = Literal["output", "units", "weights", "gradients"]
"""What a page can ask to see in each frame."""

Part = Literal["train", "held_out"]
"""The rows of the data."""


class RefusedError(NoronError, ValueError):
    """A message that is not carried out; nothing has changed.

    Attributes:
        key: the setting that is wrong, or the name of the message.
        code: the kind of fault, for which the page has a sentence in each language.
    """

    def __init__(self, key: str, code: str, text: str) -> None:
        super().__init__(text)
        self.key, self.code = key, code


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message of a page; each subclass is one, with its fields. Its name is that of the class,
    or the one that is given.

    Attributes:
        id: a number of the page's, which the answers repeat.
    """

    kinds: ClassVar[dict[str, type["Message"]]] = {}
    id: int = 0

    def __init_subclass__(cls, name: str = "") -> None:
        words = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.kinds[name or words] = cls


def parse(text: str, limits: Limits) -> Message:
    """Return the message of a text. Raises RefusedError."""
    if len(text.encode("utf-8", "surrogatepass")) > limits.message_bytes:
        most = limits.message_bytes
        raise RefusedError("message", "too_long", f"the message has more than {most:,} bytes")
    if _depth(text) > limits.depth:
        raise RefusedError(
            "message", "too_deep", f"the message is nested deeper than {limits.depth} levels"
        )
    try:
        given = from_json(text)
    except (ValueError, RecursionError):
        raise RefusedError("message", "no_json", "the message is not JSON") from None
    if not isinstance(given, dict):
        raise RefusedError("message", "no_json", "the message is no JSON object")
    try:
        json.dumps(given, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        problem = "the message holds half of a letter (a lone surrogate), which no text has"
        raise RefusedError("message", "no_text", problem) from None
    name = given.pop("t", None)
    kind = Message.kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise RefusedError("t", "unknown_message", f"there is no message {shown(name)}")
    try:
        return closed(kind, given)
    except SettingError as error:
        raise RefusedError(key_of(str(error)), "illegal", str(error)) from None


def key_of(text: str, known: Iterable[str] = ()) -> str:
    """Return the name of the setting that an error is about: the one before a colon, one in quotes
    that is not known, or the first known one; "message" if it names none.

    >>> key_of("hidden.0: -1 is not legal"), key_of("batch_size is 0", ["batch_size"])
    ('hidden', 'batch_size')
    >>> key_of("unknown setting of a recipe 'hiden': did you mean 'hidden'?")
    'hiden'
    """
    unknown = re.match(r"unknown setting of a recipe '(\w+)'", text)
    first = re.match(r"(\w+)(\.\w+)*:", text)
    if unknown or first:
        return (unknown or first).group(1)  # type: ignore[union-attr]
    names = set(known)
    return next((word for word in re.findall(r"\w+", text) if word in names), "message")


def reply(name: str, to: int = 0, /, **values: Any) -> str:
    """Return an answer as JSON text; `to` is the id of the message that it answers."""
    return json.dumps({"t": name, "id": to, **values}, ensure_ascii=False, allow_nan=False)


def _depth(text: str) -> int:
    """Return how many brackets are open at most, outside of texts."""
    depth = most = 0
    quoted = escaped = False
    for c in text:
        if escaped:
            escaped = False
        elif c == "\\":
            escaped = quoted
        elif c == '"':
            quoted = not quoted
        elif not quoted and c in "[{":
            depth += 1
            most = max(most, depth)
        elif not quoted and c in "]}":
            depth -= 1
    return most
