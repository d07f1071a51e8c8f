"""Links: a recipe as the readable end of an address, in the keys and texts of the command line.

    data=moons&hidden=8,8&activation=relu&learning_rate=0.3&at=1200

Only what differs from the lab's defaults is there, so a link can be read and written by hand. A
recipe too long for that is packed: z=, its TOML, deflated, in the letters of base64.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote

from noron.core.errors import SettingError, check_integer, shown
from noron.experiments.recipe_file import parsed
from noron.experiments.spec import RunSpec
from noron.lab.defaults import defaults_for

LONGEST = 2_000
"""Characters of a readable link; a longer one is packed."""
MOST_FIELDS = 100
MOST_PACKED = 100_000
"""The bytes of a recipe in a packed link."""
READABLE = ",:/()"
"""Characters that stand in a link as they are."""
PACKED = "z"


class Link(NamedTuple):
    """What a link says: a recipe, the step to go to, and what the page shows."""

    spec: RunSpec
    at: int = 0
    view: str = ""


def to_text(link: Link) -> str:
    """Return a link as text, without the address in front of it.

    >>> to_text(Link(RunSpec(**defaults_for({}) | {"hidden": [4, 4], "seed": 7}), at=20))
    'hidden=4,4&seed=7&at=20'
    """
    content = link.spec.content()
    usual = RunSpec(**defaults_for(content)).content()
    names = [name for name in RunSpec.model_fields if content.get(name) != usual.get(name)]
    fields = {name: setting_text(content.get(name)) for name in names}
    more = {"at": str(link.at) if link.at else "", "view": link.view}
    fields |= {name: text for name, text in more.items() if text}
    text = "&".join(f"{name}={quote(value, safe=READABLE)}" for name, value in fields.items())
    if len(text) <= LONGEST:
        return text
    packed = base64.urlsafe_b64encode(zlib.compress(link.spec.to_toml().encode(), 9)).decode()
    rest = "".join(f"&{name}={quote(value)}" for name, value in more.items() if value)
    return f"{PACKED}={packed.rstrip('=')}{rest}"


def of_text(text: str) -> Link:
    """Return what a link says. Raises SettingError for an unknown key, with the nearest one.

    >>> of_text("#data=circles&seed=3").spec.data
    'circles'
    """
    text = text.rpartition("#")[2]
    text = text.partition("?")[2] if text.startswith("/") else text
    try:
        pairs = parse_qsl(
            text, keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS
        )
    except ValueError:
        if text:
            raise SettingError(f"link is {shown(text)}: write KEY=VALUE&KEY=VALUE") from None
        pairs = list[tuple[str, str]]()
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise SettingError(f"{name}: the link gives it twice: give it once")
        values[name] = value
    at, view = values.pop("at", "0"), values.pop("view", "")
    if PACKED in values:
        values = _unpacked(values.pop(PACKED)) | values
    if not at.isascii() or not at.isdigit() or len(at) > 12:
        raise SettingError(f"at: {shown(at)} is no number of steps: give 0 or more")
    spec = RunSpec(**defaults_for(values) | values)
    return Link(spec, check_integer("at", int(at), at_least=0), view)


def _unpacked(packed: str) -> dict[str, Any]:
    """Return the settings of a packed recipe. Raises SettingError."""
    try:
        raw = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        inflate = zlib.decompressobj()
        toml = inflate.decompress(raw, MOST_PACKED)
        if inflate.unconsumed_tail or not inflate.eof:
            raise SettingError(f"{PACKED}: the recipe is cut, or longer than {MOST_PACKED:,} bytes")
        return parsed(toml.decode(), "TOML", PACKED)
    except (binascii.Error, zlib.error, UnicodeError, ValueError) as error:
        if isinstance(error, SettingError):
            raise
        raise SettingError(f"{PACKED}: this is no packed recipe: copy the whole link") from None


def setting_text(value: Any) -> str:
    """Return a setting as a recipe reads it from text.

    >>> [setting_text(value) for value in ([8, 8], [], {"name": "adam", "beta1": 0.8}, None)]
    ['8,8', '[]', '{name = "adam", beta1 = 0.8}', 'none']
    """
    if value is None:
        return "none"
    if isinstance(value, list) and value and all(type(one) is int for one in value):
        return ",".join(map(str, value))
    return value if isinstance(value, str) and _is_plain(value) else toml_text(value)


def _is_plain(text: str) -> bool:
    """Return whether settings read this text as it is: not as none, a list or a table."""
    return text.strip() == text and text.lower() != "none" and not text.startswith(("{", "["))


def toml_text(value: Any) -> str:
    """Return a value as TOML on one line."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{name} = {toml_text(one)}" for name, one in value.items())
        return "{" + inside + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
