"""Messages about how good the network is: what it takes for what."""

from dataclasses import dataclass
from typing import final

from noron.core.errors import SettingError
from noron.lab.answers import Answers
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, Part, reply
from noron.lab.workspace import LabWorkspace


@final
@dataclass(frozen=True, kw_only=True)
class Confusion(Message):
    """Ask how many rows of each class are taken for each class."""

    part: Part = "held_out"


@answer.register(Confusion)
def _(message: Confusion, workspace: LabWorkspace) -> Answers:
    view = workspace.current_view
    if not view.classes:
        raise SettingError("confusion: the network predicts numbers: r2 says how well")
    counts = view.confusion(message.part)
    return [reply("confusion", message.id, classes=view.classes, counts=counts.tolist())]
