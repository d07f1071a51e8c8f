"""Which function answers which message."""

from functools import singledispatch

from noron.lab.answers import Answers
from noron.lab.protocol import Message, RefusedError
from noron.lab.workspace import LabWorkspace


@singledispatch
def answer(message: Message, workspace: LabWorkspace) -> Answers:
    """Carry out a message and return the answers. Raises NoronError; then nothing has changed."""
    raise RefusedError("t", "unknown_message", f"nothing answers {type(message).__name__}")
