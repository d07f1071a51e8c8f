"""Messages about the run: its recipe, its clock, its changes."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Literal, final

from noron.lab.answers import Answers
from noron.lab.catalogue import catalogue
from noron.lab.defaults import DEFAULTS, defaults_for
from noron.lab.mending import mend
from noron.lab.messages.answering import answer
from noron.lab.protocol import PROTOCOL, Message, Page, RefusedError, View, reply
from noron.lab.workspace import LabWorkspace

MOST_AT_ONCE = 10_000
"""The steps ahead to which `rewind` goes before it answers."""


@final
@dataclass(frozen=True, kw_only=True)
class Hello(Message):
    """The first message; the answer is `welcome`, with what can be chosen."""

    protocol: int
    language: Literal["en", "vi"] = "en"


@answer.register(Hello)
def _(message: Hello, workspace: LabWorkspace) -> Answers:
    if message.protocol != PROTOCOL:
        raise RefusedError(
            "protocol", "other_version", "the page and the engine differ: load the page anew"
        )
    facts = {"protocol": PROTOCOL, "version": version("noron"), "limits": vars(workspace.limits)}
    known = {"defaults": dict(DEFAULTS), "catalogue": catalogue()}
    return [reply("welcome", message.id, **facts, **known), *_shown(workspace)]


def _shown(workspace: LabWorkspace) -> Answers:
    """Return what a page needs that comes back to a network."""
    return [] if workspace.experiment is None else [workspace.state(), *workspace.data()]


@final
@dataclass(frozen=True, kw_only=True)
class Recipe(Message):
    """A network and its data by the keys of a recipe; those left out are the lab's defaults.

    With "overlap" the weights that both networks have are kept.
    """

    values: dict[str, Any]
    keep: Literal["none", "overlap"] = "none"


@answer.register(Recipe)
def _(message: Recipe, workspace: LabWorkspace) -> Answers:
    before = workspace.experiment if message.keep == "overlap" else None
    experiment = workspace.experiment_of(defaults_for(message.values) | message.values)
    if before is not None:
        experiment.take_weights(before)
    return workspace.begin(experiment, message)


@final
@dataclass(frozen=True, kw_only=True)
class Run(Message):
    """Train until `pause`, or until a step or an epoch; `speed` is in steps a second."""

    speed: float | None = None
    step: int | None = None
    epoch: int | None = None


@answer.register(Run)
def _(message: Run, workspace: LabWorkspace) -> Answers:
    workspace.pace.start(workspace.current, message.speed, message.step, message.epoch)
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Pause(Message):
    """Stop between two batches."""


@answer.register(Pause)
def _(message: Pause, workspace: LabWorkspace) -> Answers:
    workspace.pace.stop()
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class TakeSteps(Message, name="step"):
    """Train for some batches or epochs."""

    n: int = 1
    unit: Literal["batch", "epoch"] = "batch"


@answer.register(TakeSteps)
def _(message: TakeSteps, workspace: LabWorkspace) -> Answers:
    current = workspace.current
    steps = message.n if message.unit == "batch" else current.steps_of_epochs(message.n)
    workspace.pace.start(current, None, current.step + max(1, steps), None)
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Rewind(Message):
    """Go to the state after that many steps: back, or on."""

    to: int = 0


@answer.register(Rewind)
def _(message: Rewind, workspace: LabWorkspace) -> Answers:
    workspace.pace.stop()
    current = workspace.current
    if message.to > current.step + MOST_AT_ONCE:  # other messages are answered meanwhile
        workspace.pace.start(current, None, message.to, None)
    else:
        current.rewind(message.to)
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Set(Message):
    """Change a setting between two batches: a key of the recipe that can change in a run."""

    key: Literal["learning_rate", "schedule", "batch_size", "dropout", "l2", "regularizers"]
    value: Any


@answer.register(Set)
def _(message: Set, workspace: LabWorkspace) -> Answers:
    workspace.current.change(message.key, message.value)
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Show(Message):
    """Go to a page: each has a network of its own, and the one that is left pauses."""

    page: Page


@answer.register(Show)
def _(message: Show, workspace: LabWorkspace) -> Answers:
    workspace.show(message.page)
    has_network = workspace.experiment is not None
    return [reply("shown", message.id, has_network=has_network), *_shown(workspace)]


@final
@dataclass(frozen=True, kw_only=True)
class See(Message):
    """Say which views the page shows, and how many more frames it can take."""

    views: list[View] | None = None
    credits: int = 0


@answer.register(See)
def _(message: See, workspace: LabWorkspace) -> Answers:
    if message.credits < 0:
        problem = f"credits is {message.credits}: give 0 or more"
        raise RefusedError("credits", "illegal", problem)
    workspace.credits = min(workspace.limits.credits, workspace.credits + message.credits)
    if message.views is not None:
        workspace.views, workspace.shown = tuple(message.views), None
    return []


@final
@dataclass(frozen=True, kw_only=True)
class Edit(Message):
    """Change one number of an array of the network, such as W of the first layer."""

    tensor: str
    index: list[int]
    value: float


@answer.register(Edit)
def _(message: Edit, workspace: LabWorkspace) -> Answers:
    workspace.current.edit(message.tensor, message.index, message.value)
    workspace.shown = None
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Silence(Message):
    """Count a hidden unit's output as 0 in all that is shown, or no more; training goes on with
    it. `layer` counts the hidden layers from 0."""

    layer: int
    unit: int
    on: bool = True


@answer.register(Silence)
def _(message: Silence, workspace: LabWorkspace) -> Answers:
    workspace.current.silence(message.layer, message.unit, on=message.on)
    return [workspace.state(message)]


@final
@dataclass(frozen=True, kw_only=True)
class Predict(Message):
    """Predict some rows."""

    rows: list[list[float]]


@answer.register(Predict)
def _(message: Predict, workspace: LabWorkspace) -> Answers:
    return [reply("predicted", message.id, **workspace.current.predicted(message.rows))]


@final
@dataclass(frozen=True, kw_only=True)
class AskHistory(Message, name="history"):
    """Ask for the rows of the learning curve from an epoch on."""

    start: int = 0


@answer.register(AskHistory)
def _(message: AskHistory, workspace: LabWorkspace) -> Answers:
    current = workspace.current
    return [reply("history", message.id, rows=current.curve(message.start), marks=current.marks)]


@final
@dataclass(frozen=True, kw_only=True)
class Mend(Message):
    """Go back in a run that has diverged, and on at a lower rate."""


@answer.register(Mend)
def _(message: Mend, workspace: LabWorkspace) -> Answers:
    mend(workspace.current)
    return [workspace.state(message)]
