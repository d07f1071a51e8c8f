"""What a page may ask of a session: messages with a closed set of fields, checked before all else.

A message is JSON text with its name in "t": {"t": "step", "n": 1, "unit": "epoch"}. What is not
exactly such a message is refused, with the name of the setting that is wrong.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, final

from noron.core.closed import closed
from noron.core.errors import NoronError, SettingError, shown
from noron.experiments.recipe_file import from_json

PROTOCOL = 1
"""The version of the messages; a page and a session with different ones do not talk."""

VIEWS = ("output", "units", "weights", "gradients")
"""What a page can ask to see in each frame."""


@final
@dataclass(frozen=True)
class Limits:
    """What a session accepts at most. The page shows them.

    Attributes:
        message_bytes: the length of a message.
        depth: lists and objects within each other in a message.
        parameters: the learnt numbers of a network.
        layers: its layers.
        units: the units of a layer.
        batch_size: the rows of a step.
        rows: the rows of the data.
        snapshot_bytes: the memory for the states that `rewind` can go back to.
        credits: the frames that a page may have open.
    """

    message_bytes: int = 65_536
    depth: int = 8
    parameters: int = 1_000_000
    layers: int = 64
    units: int = 2048
    batch_size: int = 4096
    rows: int = 200_000
    snapshot_bytes: int = 64_000_000
    credits: int = 3


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


@final
@dataclass(frozen=True, kw_only=True)
class Hello(Message):
    """The first message; the answer is `welcome`."""

    protocol: int
    language: Literal["en", "vi"] = "en"


@final
@dataclass(frozen=True, kw_only=True)
class Recipe(Message):
    """A network and its data by the keys of a recipe; those left out are the lab's defaults.

    With "overlap" the weights that both networks have are kept.
    """

    values: dict[str, Any]
    keep: Literal["none", "overlap"] = "none"


@final
@dataclass(frozen=True, kw_only=True)
class Run(Message):
    """Train until `pause`, or until a step or an epoch; `speed` is in steps a second."""

    speed: float | None = None
    step: int | None = None
    epoch: int | None = None


@final
@dataclass(frozen=True, kw_only=True)
class Pause(Message):
    """Stop between two batches."""


@final
@dataclass(frozen=True, kw_only=True)
class TakeSteps(Message, name="step"):
    """Train for some batches or epochs."""

    n: int = 1
    unit: Literal["batch", "epoch"] = "batch"


@final
@dataclass(frozen=True, kw_only=True)
class Rewind(Message):
    """Go to the state after that many steps, forward or back."""

    to: int = 0


@final
@dataclass(frozen=True, kw_only=True)
class Set(Message):
    """Change a setting between two batches: a key of the recipe that can change in a run."""

    key: Literal["learning_rate", "schedule", "batch_size", "dropout", "l2", "regularizers"]
    value: Any


@final
@dataclass(frozen=True, kw_only=True)
class See(Message):
    """Say which views the page shows, and how many more frames it can take."""

    views: list[Literal["output", "units", "weights", "gradients"]] | None = None
    credits: int = 0


@final
@dataclass(frozen=True, kw_only=True)
class Edit(Message):
    """Change one number of an array of the network, such as W of the first layer."""

    tensor: str
    index: list[int]
    value: float


@final
@dataclass(frozen=True, kw_only=True)
class Predict(Message):
    """Predict some rows."""

    rows: list[list[float]]


@final
@dataclass(frozen=True, kw_only=True)
class AskHistory(Message, name="history"):
    """Ask for the rows of the learning curve from an epoch on."""

    start: int = 0


@final
@dataclass(frozen=True, kw_only=True)
class Open(Message):
    """Open a link: its recipe, and the step that it names."""

    link: str


@final
@dataclass(frozen=True, kw_only=True)
class Share(Message):
    """Ask for the link of what is shown, with its step."""

    view: str = ""


@final
@dataclass(frozen=True, kw_only=True)
class Look(Message):
    """Look at a step on some training rows, stage by stage."""

    rows: list[int]


@final
@dataclass(frozen=True, kw_only=True)
class Derivative(Message):
    """Ask what each of these rows adds to dL/dW[i, j] of a dense layer."""

    rows: list[int]
    layer: int
    i: int
    j: int


@final
@dataclass(frozen=True, kw_only=True)
class CheckGradients(Message):
    """Compare the gradient on some training rows with differences of the loss."""

    rows: list[int]


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
