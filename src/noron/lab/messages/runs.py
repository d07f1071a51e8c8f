"""Messages about stored runs: list and compare them, tag, note, hide and delete them."""

import shlex
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

from noron.core.errors import SettingError, check_integer
from noron.data import TOYS
from noron.experiments.store import STORE, Reader, StoredRun, tidying
from noron.experiments.store.connection import Connection
from noron.lab.answers import Answers
from noron.lab.frames import finite
from noron.lab.link import Link, to_text
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, RefusedError, reply
from noron.lab.workspace import LabWorkspace

MOST_LISTED = 200
MOST_CURVES = 50
"""The runs of an answer, and those whose curves are sent at once."""
LARGEST_NUMBER = 2**63 - 1
"""Of a run in a store."""


@final
@dataclass(frozen=True, kw_only=True)
class ListRuns(Message):
    """Ask for runs: those that a filter is true of, sorted as `noron runs list` does, from `start`
    on."""

    where: str = ""
    sort: str = "-run"
    start: int = 0
    count: int = 100
    hidden: bool = False
    deleted: bool = False


@answer.register(ListRuns)
def _(message: ListRuns, workspace: LabWorkspace) -> Answers:
    check_integer("start", message.start, at_least=0)
    check_integer("count", message.count, at_least=1, at_most=MOST_LISTED)
    with Reader(_store(workspace)) as reader:
        numbers = reader.find(
            message.where.strip() or None,
            hidden=message.hidden or message.deleted,
            deleted=message.deleted,
            sort=message.sort,
        )
        runs = reader.runs(numbers[message.start : message.start + message.count])
    listed = [_listed(run) for run in runs]
    return [reply("runs", message.id, total=len(numbers), runs=listed)]


@final
@dataclass(frozen=True, kw_only=True)
class RunCurves(Message):
    """Ask for some runs, listed or not, and their learning curves."""

    runs: list[int]


@answer.register(RunCurves)
def _(message: RunCurves, workspace: LabWorkspace) -> Answers:
    check_integer("runs", len(message.runs), at_least=0, at_most=MOST_CURVES)
    with Reader(_store(workspace)) as reader:
        runs = reader.runs(_numbers(message.runs))  # an unknown number is refused
        rows = reader.histories(message.runs) if message.runs else {}
    curves = {
        str(run): {name: [finite(row.get(name)) for row in its] for name in (its[0] if its else {})}
        for run, its in rows.items()
    }
    return [reply("run_curves", message.id, runs=[_listed(run) for run in runs], curves=curves)]


@final
@dataclass(frozen=True, kw_only=True)
class DescribeRun(Message):
    """Ask for the notes of a run, and for the link that leads to its recipe."""

    run: int


@answer.register(DescribeRun)
def _(message: DescribeRun, workspace: LabWorkspace) -> Answers:
    with Reader(_store(workspace)) as reader:
        (number,) = _numbers([message.run])
        run, notes = reader.run(number), reader.notes(number)
    is_here = run.settings.get("data") in (*TOYS, "mnist") and "command" not in run.settings
    link = to_text(Link(run.spec)) if is_here else ""
    facts = {"notes": [text for _, text in notes], "link": link}
    return [
        reply("run_described", message.id, run=run.id, command=_command(run, workspace), **facts)
    ]


@final
@dataclass(frozen=True, kw_only=True)
class TagRuns(Message):
    """Put a tag on runs, or take it off."""

    runs: list[int]
    name: str
    remove: bool = False


@answer.register(TagRuns)
def _(message: TagRuns, workspace: LabWorkspace) -> Answers:
    with _changing(workspace, message.runs) as connection:
        tidying.tag(connection, message.runs, message.name, remove=message.remove)
    return [reply("runs_changed", message.id)]


@final
@dataclass(frozen=True, kw_only=True)
class NoteRun(Message):
    """Note something of a run."""

    run: int
    text: str


@answer.register(NoteRun)
def _(message: NoteRun, workspace: LabWorkspace) -> Answers:
    with _changing(workspace, [message.run]) as connection:
        tidying.note(connection, message.run, message.text)
    return [reply("runs_changed", message.id)]


@final
@dataclass(frozen=True, kw_only=True)
class HideRuns(Message):
    """Leave runs out of lists, or bring them back."""

    runs: list[int]
    undo: bool = False


@answer.register(HideRuns)
def _(message: HideRuns, workspace: LabWorkspace) -> Answers:
    with _changing(workspace, message.runs) as connection:
        tidying.hide(connection, message.runs, undo=message.undo)
    return [reply("runs_changed", message.id)]


@final
@dataclass(frozen=True, kw_only=True)
class DeleteRuns(Message):
    """Delete runs, which `undo` brings back."""

    runs: list[int]
    undo: bool = False


@answer.register(DeleteRuns)
def _(message: DeleteRuns, workspace: LabWorkspace) -> Answers:
    with _changing(workspace, message.runs) as connection:
        tidying.delete(connection, message.runs, undo=message.undo)
    return [reply("runs_changed", message.id)]


def _store(workspace: LabWorkspace) -> Path:
    """Return the store. Raises RefusedError where there is none."""
    if workspace.store is None or not workspace.store.exists():
        raise RefusedError(
            "store", "no_store", "there are no stored runs yet: noron train makes one"
        )
    return workspace.store


def _command(run: StoredRun, workspace: LabWorkspace) -> str:
    """Return the command that trains a run again."""
    store = (
        "" if workspace.store in (None, STORE) else f" --store {shlex.quote(str(workspace.store))}"
    )
    return f"noron repeat {run.id}{store}"


@contextmanager
def _changing(workspace: LabWorkspace, runs: list[int]) -> Iterator[Connection]:
    """Open the store to change some runs."""
    if not _numbers(runs):
        raise SettingError("runs: none is chosen: give their numbers")
    with closing(Connection(_store(workspace), write=True)) as connection:
        yield connection


def _numbers(runs: list[int]) -> list[int]:
    """Return the numbers of runs. Raises SettingError for one that no store could have."""
    return [check_integer("runs", run, at_least=1, at_most=LARGEST_NUMBER) for run in runs]


def _listed(run: StoredRun) -> dict[str, Any]:
    """Return a run as a page lists it."""
    return {
        "id": run.id,
        "name": run.name,
        "status": run.status,
        "started": run.started,
        "seconds": run.seconds,
        "hidden": run.hidden,
        "deleted": run.deleted is not None,
        "tags": list(run.tags),
        "settings": run.settings,
        "results": {name: finite(value) for name, value in run.results.items()},
    }
