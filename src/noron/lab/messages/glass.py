"""Messages about one step under glass."""

from dataclasses import dataclass
from typing import final

from noron.lab.answers import Answers
from noron.lab.frames import finite
from noron.lab.glass import factors, shown
from noron.lab.inspection import gradient_report, stages_of
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, reply
from noron.lab.workspace import LabWorkspace


@final
@dataclass(frozen=True, kw_only=True)
class Look(Message):
    """Look at a step on some training rows, stage by stage, with a fault if one is named."""

    rows: list[int]
    fault: str | None = None


@answer.register(Look)
def _(message: Look, workspace: LabWorkspace) -> Answers:
    of_step = stages_of(workspace.current, message.rows, message.fault)
    return [reply("stages", message.id, stages=[shown(stage) for stage in of_step])]


@final
@dataclass(frozen=True, kw_only=True)
class Derivative(Message):
    """Ask what each of these rows adds to dL/dW[i, j] of a dense layer."""

    rows: list[int]
    layer: int
    i: int
    j: int
    fault: str | None = None


@answer.register(Derivative)
def _(message: Derivative, workspace: LabWorkspace) -> Answers:
    of_step = stages_of(workspace.current, message.rows, message.fault)
    parts = factors(of_step, message.layer, message.i, message.j)
    return [reply("derivative", message.id, rows=[vars(part) for part in parts])]


@final
@dataclass(frozen=True, kw_only=True)
class CheckGradients(Message):
    """Compare the gradient on some training rows, with a fault if one is named, with differences of
    the loss."""

    rows: list[int]
    fault: str | None = None


@answer.register(CheckGradients)
def _(message: CheckGradients, workspace: LabWorkspace) -> Answers:
    report = gradient_report(workspace.current, message.rows, message.fault)
    tensors = [
        vars(tensor)
        | {"worst": list(tensor.worst)}
        | {name: finite(getattr(tensor, name)) for name in ("error", "norm", "backward")}
        | {"differences": finite(tensor.differences), "is_right": tensor.error <= report.tolerance}
        for tensor in report.tensors
    ]
    values = {"passed": report.passed, "tolerance": report.tolerance, "tensors": tensors}
    return [reply("gradients", message.id, **values)]
