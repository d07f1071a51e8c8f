"""Messages about programs: what is shown, as code."""

from dataclasses import dataclass
from typing import Literal, final

from noron.lab.answers import Answers
from noron.lab.code import code
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, reply
from noron.lab.workspace import LabWorkspace


@final
@dataclass(frozen=True, kw_only=True)
class AskCode(Message, name="code"):
    """Ask for a program that repeats the run and prints its losses."""

    dialect: Literal["noron", "numpy", "sklearn", "torch"]


@answer.register(AskCode)
def _(message: AskCode, workspace: LabWorkspace) -> Answers:
    current = workspace.current
    begun = workspace.experiment_of(current.begun_with.content())
    text = code(message.dialect, current, begun)
    return [reply("code", message.id, dialect=message.dialect, text=text)]
