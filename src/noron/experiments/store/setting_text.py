"""A setting as people read it, and as filters compare it."""

from collections.abc import Mapping
from typing import Any

from noron.core.errors import LARGEST_INTEGER


def in_words(value: Any) -> str:
    """A setting as people read it; what is left out, or empty, is "none".

    >>> in_words([64, 32]), in_words(None), in_words([])
    ('64,32', 'none', 'none')
    """
    return "none" if value is None else as_setting(value)[0] or "none"


def as_setting(value: Any) -> tuple[str, float | None]:
    """A setting as a text and, where it is one, as a number.

    >>> as_setting([128, 64]), as_setting(0.1), as_setting({"name": "adam", "beta1": 0.8})
    (('128,64', None), ('0.1', 0.1), ('adam(beta1=0.8)', None))
    """
    if isinstance(value, bool):
        return str(value).lower(), None
    if isinstance(value, int):
        return str(value), float(value) if abs(value) <= LARGEST_INTEGER else None
    if isinstance(value, float):
        return f"{value:g}", value
    if isinstance(value, list | tuple):
        return ",".join(as_setting(one)[0] for one in value), None
    if isinstance(value, Mapping):
        rest = [f"{name}={as_setting(one)[0]}" for name, one in value.items() if name != "name"]
        return f"{value.get('name', '')}({', '.join(rest)})", None
    return str(value), None
