"""Choices from bytes, and changes of what a whole file holds."""

from copy import deepcopy
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 7, 2**31, 2**63, 2**64, -(2**63), 10**400, 0.5, -0.5, 1e300,
    "", "a", "x0", "dense", "relu", "\0", "\x1b[2J", "../../x", "\ud800", "1", "nan", "=1+1", [],
    1e-300, {}, [[]], [None], [1, 2], {"name": "relu"}, {"name": "dense", "units": 2}, {"": None},
    "9" * 5000,
)  # fmt: skip
"""What may stand where something else should."""


class Draw:
    """Choices from bytes, one after another; all are 0 where the bytes end."""

    def __init__(self, data: bytes) -> None:
        self.rest = memoryview(data)

    def below(self, n: int) -> int:
        """Return a number from 0 to n - 1."""
        width = 1 if n <= 256 else 3
        piece, self.rest = self.rest[:width], self.rest[width:]
        return int.from_bytes(piece, "little") % n

    def of(self, things: Any) -> Any:
        """Return one of these."""
        return things[self.below(len(things))]

    def text(self) -> str:
        """Return what is left as text."""
        return bytes(self.rest).decode("utf-8", "replace")


def changed(draw: Draw, tree: Any) -> Any:
    """Return JSON data with one place changed, left out, given twice or moved."""
    places = [((), tree)]
    for path, value in places:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(
            value, list) else ()  # fmt: skip
        places += [((*path, key), one) for key, one in inner]
    path, value = draw.of(places[1:] or places)
    if not path:
        return draw.of(ODD)
    holder = tree
    for key in path[:-1]:
        holder = holder[key]
    way = draw.below(6)
    if way == 0:
        del holder[path[-1]]
    elif way == 1:
        holder[path[-1]] = [value, value]
    elif way == 2:
        holder[path[-1]] = deepcopy(draw.of(places)[1])
    elif way == 3 and isinstance(value, int | float) and not isinstance(value, bool):
        holder[path[-1]] = value + draw.of((1, -1, 0.5, 1000))
    elif way == 4 and isinstance(holder, dict):
        holder[draw.of(("name", "x", "units", "layers", "kind", ""))] = deepcopy(draw.of(ODD))
    else:
        holder[path[-1]] = deepcopy(draw.of(ODD))
    return tree
