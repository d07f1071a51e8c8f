"""An oddity: something in a model file that noron does not write, or that deserves a look."""

from typing import NamedTuple


class Oddity(NamedTuple):
    """A short name of the kind of oddity, and a sentence about this one."""

    kind: str
    text: str
