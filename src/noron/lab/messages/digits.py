"""Messages about pictures of digits. Each is answered by a frame "pictures" with its `id`."""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError, check_integer
from noron.core.types import Array
from noron.lab.answers import Answers
from noron.lab.digits import (
    MOST_PICTURES,
    MOST_ROWS,
    first_weights,
    pictures_of,
    read_digit,
    reading,
    rows_of,
    strongest,
)
from noron.lab.frames import pack, quantized
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, Part
from noron.lab.workspace import LabWorkspace


def _pictures(message: Message, arrays: dict[str, Array], **facts: Any) -> Answers:
    return [pack("pictures", arrays, id=message.id, **facts)]


@final
@dataclass(frozen=True, kw_only=True)
class DigitMistakes(Message):
    """Ask how the network reads the first rows of a part: how many rightly, what it takes for what,
    and the pictures that it is most wrong about, or those of one cell of the confusion matrix."""

    part: Part = "held_out"
    most_rows: int = MOST_ROWS
    truth: int | None = None
    given: int | None = None


@answer.register(DigitMistakes)
def _(message: DigitMistakes, workspace: LabWorkspace) -> Answers:
    view = workspace.current_view
    read = reading(view, message.part, message.most_rows)
    if message.truth is None or message.given is None:
        if message.truth != message.given:
            raise SettingError("truth: give `truth` and `given`, or neither")
        rows = read.most_wrong()
    else:
        most = len(view.classes) - 1
        truth = check_integer("truth", message.truth, at_least=0, at_most=most)
        rows = read.of_cell(truth, check_integer("given", message.given, at_least=0, at_most=most))
    chosen, counts = rows[:MOST_PICTURES], read.counts()
    facts = {
        "step": view.experiment.step,
        "epoch": view.experiment.epochs_done,
        "classes": view.classes,
        "rows": len(read.truths),
        "right": int(np.trace(counts)),
        "right_whole": read.right_whole,
        "silent": len(view.experiment.silenced),
        "counts": counts.tolist(),
        "chosen": len(rows),
        "pictures": read.listed(chosen),
    }
    images = pictures_of(view.experiment, read.x[chosen])
    return _pictures(message, {"images": images}, **facts)


@final
@dataclass(frozen=True, kw_only=True)
class StrongestDigits(Message):
    """Ask for the pictures with the largest outputs of a hidden unit; `layer` counts from 0."""

    layer: int
    unit: int
    part: Part = "held_out"


@answer.register(StrongestDigits)
def _(message: StrongestDigits, workspace: LabWorkspace) -> Answers:
    view = workspace.current_view
    strong = strongest(view, message.part, message.layer, message.unit)
    x, truths = rows_of(view, message.part, MOST_ROWS)
    listed = [{"row": row, "truth": int(truths[row]), "output": value} for row, value in strong]
    images = pictures_of(view.experiment, x[[row for row, _ in strong]])
    return _pictures(message, {"images": images}, pictures=listed)


@final
@dataclass(frozen=True, kw_only=True)
class FirstWeights(Message):
    """Ask for the weights of the first layer as pictures: the present ones, or those of the last
    kept state that is not behind a step."""

    step: int | None = None


@answer.register(FirstWeights)
def _(message: FirstWeights, workspace: LabWorkspace) -> Answers:
    at, epoch, images, sizes = first_weights(workspace.current, message.step)
    arrays = {"images": images, "sizes": sizes}
    steps = workspace.current.snapshots.steps
    return _pictures(message, arrays, step=at, epoch=epoch, kept_steps=steps)


@final
@dataclass(frozen=True, kw_only=True)
class ReadDigit(Message):
    """Ask what the network takes a picture for, and which pixels a score hangs on."""

    pixels: list[int]
    of_class: int | None = None


@answer.register(ReadDigit)
def _(message: ReadDigit, workspace: LabWorkspace) -> Answers:
    read = read_digit(workspace.current, message.pixels, message.of_class)
    size = float(np.abs(read.slopes).max())
    scaled = read.slopes / (size or 1.0)
    facts = read.facts() | {"classes": workspace.current_view.classes, "size": size}
    return _pictures(message, {"slopes": quantized(scaled, 1.0)}, **facts)
