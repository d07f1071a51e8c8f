"""What a page can ask for: each module has some messages, and their answers."""

from noron.lab.messages import (
    digits,
    functions,
    glass,
    judging,
    links,
    own_data,
    programs,
    runs,
    training,
)
from noron.lab.messages.answering import answer

__all__ = [
    "answer",
    "digits",
    "functions",
    "glass",
    "judging",
    "links",
    "own_data",
    "programs",
    "runs",
    "training",
]
