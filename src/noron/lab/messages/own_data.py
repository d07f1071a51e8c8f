"""Messages about own data: send a file, and ask what its columns are."""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from noron.core.errors import check_integer
from noron.data.readers.read import known_reader
from noron.data.tables import FOR_NETWORK, Frame, learn, read_columns
from noron.data.tables.columns import Column, Dates, Texts
from noron.data.tables.reading import text_of
from noron.experiments.settings import kinds_of
from noron.lab.answers import Answers
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, reply
from noron.lab.workspace import LabWorkspace

FIRST_ROWS = 5
TARGETS = ("target", "label", "class", "y")
"""The usual names of a column that is to be predicted."""


@final
@dataclass(frozen=True, kw_only=True)
class Upload(Message):
    """Send a part of a file: its bytes from `start` on, as base64. The answer says how many bytes
    are there."""

    name: str
    size: int
    start: int
    part: str


@answer.register(Upload)
def _(message: Upload, workspace: LabWorkspace) -> Answers:
    received = workspace.uploads.add(message.name, message.size, message.start, message.part)
    return [reply("uploaded", message.id, name=message.name, received=received, size=message.size)]


@final
@dataclass(frozen=True, kw_only=True)
class DescribeTable(Message, name="table"):
    """Ask what the columns of a file hold, with kinds for some of them: COLUMN=KIND."""

    name: str
    kind: list[str] = field(default_factory=list)
    encoding: str | None = None


@answer.register(DescribeTable)
def _(message: DescribeTable, workspace: LabWorkspace) -> Answers:
    path = workspace.path_of(message.name)
    kinds = kinds_of(tuple(message.kind))
    frame = known_reader(path, message.encoding).read(path, text_of(kinds))
    check_integer("rows", len(frame), at_least=1, at_most=workspace.limits.rows)
    check_integer("columns", len(frame.columns), at_most=workspace.limits.columns)
    columns = _described(frame, kinds)
    facts = {
        "name": message.name,
        "rows": len(frame),
        "target": _likely_target(frame),
        "hash": workspace.uploads.hash_of(message.name),
    }
    return [reply("table", message.id, **facts, columns=columns)]


@final
@dataclass(frozen=True, kw_only=True)
class DrawOver(Message, name="draw"):
    """Choose the one or two inputs over which pictures are drawn; the others stand at their
    medians."""

    inputs: list[int]


@answer.register(DrawOver)
def _(message: DrawOver, workspace: LabWorkspace) -> Answers:
    workspace.current_view.draw_over(message.inputs)
    workspace.shown = None
    return [reply("drawn", message.id), *workspace.data()]


def _described(frame: Frame, kinds: dict[str, str]) -> list[dict[str, Any]]:
    """Return each column with what it is read as, and its first cells."""
    readings = read_columns(frame, kinds, plain=True)
    encoding = learn(frame, None, readings, FOR_NETWORK)
    how = {encoder.column: encoder.describe() for encoder in encoding.encoders}
    return [
        {
            "name": name,
            "kind": readings[name].kind,
            "how": how.get(name, ""),
            "first": [_cell(column, i) for i in range(min(FIRST_ROWS, len(frame)))],
        }
        for name, column in frame.columns.items()
    ]


def _cell(column: Column, i: int) -> str:
    """Return a cell as text; nothing where it is empty."""
    if isinstance(column, Texts):
        code = int(column.codes[i])
        return column.levels[code] if code >= 0 else ""
    value = column.values[i]
    if isinstance(column, Dates):
        return "" if np.isnat(value) else str(value)
    return "" if np.isnan(value) else f"{value:.6g}"


def _likely_target(frame: Frame) -> str:
    """Return the column that has one of the usual names of a target, or else the last one."""
    names = list(frame.columns)
    return next((name for name in names if name.strip().lower() in TARGETS), names[-1])
