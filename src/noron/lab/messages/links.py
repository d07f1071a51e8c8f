"""Messages about links: open one, and ask for one."""

from dataclasses import dataclass
from typing import final

from noron.lab.answers import Answers
from noron.lab.link import Link, of_text, to_text
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, reply
from noron.lab.workspace import LabWorkspace


@final
@dataclass(frozen=True, kw_only=True)
class Open(Message):
    """Open a link: its recipe, and the step that it names."""

    link: str


@answer.register(Open)
def _(message: Open, workspace: LabWorkspace) -> Answers:
    link = of_text(message.link)
    answers = workspace.begin(workspace.experiment_of(link.spec.content()), message)
    if link.at:
        workspace.pace.start(workspace.current, None, link.at, None)
    return [*answers, reply("opened", message.id, view=link.view)]


@final
@dataclass(frozen=True, kw_only=True)
class Share(Message):
    """Ask for the link of what is shown, with its step."""

    view: str = ""


@answer.register(Share)
def _(message: Share, workspace: LabWorkspace) -> Answers:
    current = workspace.current
    link = to_text(Link(current.begun_with, current.step, message.view))
    exact = not current.marks
    return [reply("shared", message.id, link=link, toml=current.spec.to_toml(), exact=exact)]
