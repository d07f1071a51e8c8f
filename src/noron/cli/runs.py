"""`noron runs`: list, show, compare, tag, hide, delete and export stored runs."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import confirm, note, print_json, print_table, say
from noron.cli.runs_table import date, label, print_runs
from noron.core.errors import SettingError, check_integer, shown
from noron.core.text import aligned, cell
from noron.experiments.checkpoints import of_run
from noron.experiments.store import Reader, StoredRun, tidying
from noron.experiments.store.connection import Connection, no_store
from noron.experiments.store.exporting import export as export_runs
from noron.experiments.store.setting_text import as_setting
from noron.training.checkpoint import clear

runs = App(name="runs", help="List, show, compare, tag, hide, delete and export stored runs.")

Where = Annotated[
    str | None,
    Parameter(help='only runs that match this, such as "val_accuracy > 0.97 and hidden = 64"'),
]
Hidden = Annotated[bool, Parameter(negative="", help="include hidden runs")]
Undo = Annotated[bool, Parameter(negative="", help="undo it")]


def add_to(app: App) -> None:
    """Register the commands."""
    app.command(runs)


@runs.command(name="list")
def list_runs(
    where: Where = None,
    *,
    limit: Annotated[int, Parameter(help="the most runs to list", converter=o.whole)] = 50,
    sort: Annotated[
        str,
        Parameter(
            help="a setting, result or column to sort by, the smallest first; -NAME: the largest",
            metavar="NAME",
            allow_leading_hyphen=True,
        ),
    ] = "-run",
    hidden: Hidden = False,
    deleted: Annotated[bool, Parameter(negative="", help="list the deleted runs instead")] = False,
    columns: Annotated[
        str | None,
        Parameter(
            help="the columns, such as run,data,val_loss; any setting or result of a run",
            metavar="NAME,NAME,...",
        ),
    ] = None,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """List runs: noron runs list "val_accuracy > 0.97 and activation = tanh" --sort=val_loss."""
    check_integer("limit", limit)
    with Reader(store) as reader:
        numbers = reader.find(where, hidden=hidden or deleted, deleted=deleted, sort=sort)
        result = reader.runs(numbers[:limit])
    if json:
        print_json({"count": len(numbers), "runs": [plain(run) for run in result]})
        return 0
    print_runs(result, columns)
    if len(numbers) > limit:
        note(f"{limit} of {len(numbers):,}: --limit shows more")
    elif not numbers:
        note(f"no run matches {where}" if where else "no runs")
    return 0


@runs.command
def show(run: int, /, *, store: o.StorePath = o.STORE, json: o.Json = False) -> int:
    """Show everything about one run: recipe, machine, last metrics, notes, files."""
    with Reader(store) as reader:
        result, rows = reader.run(run), reader.rows(run)
        notes, files = reader.notes(run), reader.artefacts(run)
    if json:
        listed = [{"path": path, "sha256": known, "bytes": size} for path, known, size in files]
        listed_notes = [{"written": date(at), "text": text} for at, text in notes]
        print_json(plain(result) | {"rows": rows, "notes": listed_notes, "files": listed})
        return 0
    say(f"run {result.id}  {result.name}  {result.status}  {date(result.started)}")
    say(result.reason)
    for title, facts in (("recipe", result.settings), ("machine", result.machine)):
        say(f"\n{title}")
        say("\n".join(aligned([["  " + k, as_setting(v)[0]] for k, v in facts.items()], left=2)))
    say(f"\nengine  {result.engine}\nweights {result.digest}\nepochs  {len(rows)}")
    say("\n".join(f"  {name:<16} {cell(name, value)}" for name, value in result.results.items()))
    for at, text in notes:
        say(f"note    {date(at)}  {text}")
    for path, known, size in files:
        say(f"file    {path}  {size:,} bytes  sha256 {known[:12]}…")
    return 0


@runs.command
def diff(*numbers: int, store: o.StorePath = o.STORE, json: o.Json = False) -> int:
    """Show how two or more runs differ in settings, machine and results."""
    if len(numbers) < 2:
        raise SettingError("give two runs or more: noron runs diff 3 7")
    with Reader(store) as reader:
        result = reader.runs(numbers)
    settings = _differing([run.settings for run in result])
    machine = _differing([run.machine for run in result])
    recorded = dict.fromkeys(name for run in result for name in run.results)
    results = [name for name in recorded if name not in result[0].settings]
    if json:
        print_json(
            {"settings": settings, "machine": machine, "runs": [plain(run) for run in result]}
        )
        return 0
    same = result[0].digest is not None and len({run.digest for run in result}) == 1
    header = ["run", *settings, *machine, *results]
    rows = [
        [
            str(run.id),
            *(label(run.settings.get(name)) for name in settings),
            *(label(run.machine.get(name)) for name in machine),
            *(cell(name, run.results[name]) if name in run.results else "-" for name in results),
        ]
        for run in result
    ]
    print_table(header, rows)
    say("the weights are the same, to the bit" if same else "the weights differ")
    return 0


@runs.command
def tag(
    name: str,
    /,
    *numbers: int,
    remove: Annotated[bool, Parameter(negative="", help="remove the tag")] = False,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Put a tag on runs: noron runs tag baseline 3 7."""
    with _writing(store, numbers) as connection:
        tidying.tag(connection, numbers, name, remove=remove)
    where = f"{'removed from' if remove else 'on'} {_spoken(numbers)}"
    facts = {"tag": name, "runs": numbers, "removed": remove}
    return _done(f"the tag {shown(name)} is {where}", facts, json)


@runs.command(name="note")
def note_run(run: int, text: str, /, *, store: o.StorePath = o.STORE, json: o.Json = False) -> int:
    """Add a note to a run: noron runs note 3 "used in the paper"."""
    with _writing(store, [run]) as connection:
        tidying.note(connection, run, text)
    done = f"the note is kept with run {run}: noron runs show {run} prints it"
    return _done(done, {"run": run, "note": text}, json)


@runs.command
def hide(
    *numbers: int, undo: Undo = False, store: o.StorePath = o.STORE, json: o.Json = False
) -> int:
    """Leave runs out of lists; --undo shows them again."""
    with _writing(store, numbers) as connection:
        tidying.hide(connection, numbers, undo=undo)
    hidden = "in lists again" if undo else "hidden; --undo shows them again"
    return _done(f"{_are(numbers)} {hidden}", {"runs": numbers, "hidden": not undo}, json)


@runs.command
def delete(
    *numbers: int,
    undo: Undo = False,
    yes: Annotated[bool, Parameter(negative="", help="do not ask")] = False,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Delete runs; --undo brings them back until noron runs gc removes them for good."""
    with _writing(store, numbers) as connection:
        if not undo:
            _ask(f"delete {_spoken(numbers)}?", yes)
        tidying.delete(connection, numbers, undo=undo)
    gone = "back" if undo else "deleted; --undo brings them back"
    return _done(f"{_are(numbers)} {gone}", {"runs": numbers, "deleted": not undo}, json)


@runs.command
def gc(
    *,
    yes: Annotated[bool, Parameter(negative="", help="do not ask")] = False,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Remove deleted runs for good, with the files that they wrote and their checkpoints."""
    with closing(_writable(store)) as connection:
        _ask("remove the deleted runs and their files for good?", yes)
        gone = Reader(connection).find(hidden=True, deleted=True)
        cleared = tidying.collect_garbage(connection)
        for run in gone:
            clear(of_run(store, run))
    if json:
        print_json(cleared._asdict())
        return 0
    say(f"removed    runs: {cleared.runs}, files: {len(cleared.files)}")
    for file in cleared.left:
        say(f"kept       {file}: it was changed after the run")
    return 0


@runs.command
def export(
    file: Path,
    where: Where = None,
    /,
    *,
    rows: Annotated[bool, Parameter(negative="", help="write a line for each epoch")] = False,
    hidden: Hidden = False,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Write runs to a .csv or .parquet file: noron runs export runs.csv "data = mnist"."""
    with Reader(store) as reader:
        numbers = reader.find(where, hidden=hidden)
        lines = export_runs(reader, numbers[::-1], file, rows=rows)
    done = f"written    {file}: {lines:,} lines of {len(numbers):,} runs"
    return _done(done, {"file": str(file), "lines": lines, "runs": len(numbers)}, json)


def plain(run: StoredRun) -> dict[str, Any]:
    """Return a run as plain data."""
    return vars(run) | {
        "tags": list(run.tags),
        "started": date(run.started),
        "ended": None if run.ended is None else date(run.ended),
        "seconds": run.seconds,
    }


def _differing(all_settings: Sequence[dict[str, Any]]) -> list[str]:
    names = dict.fromkeys(name for settings in all_settings for name in settings)
    return [
        name for name in names
        if len({repr(settings.get(name)) for settings in all_settings}) > 1
    ]  # fmt: skip


def _spoken(numbers: Sequence[int]) -> str:
    """Return "run 3", or "runs 3, 7"."""
    different = dict.fromkeys(numbers)
    return f"run{'s' if len(different) > 1 else ''} {', '.join(map(str, different))}"


def _are(numbers: Sequence[int]) -> str:
    """Return "run 3 is", or "runs 3, 7 are"."""
    return f"{_spoken(numbers)} {'are' if len(set(numbers)) > 1 else 'is'}"


def _done(sentence: str, facts: dict[str, Any], json: bool) -> int:
    """Print what a command has done, as a sentence or as JSON, and return the exit code."""
    if json:
        print_json(facts)
    else:
        say(sentence)
    return 0


@contextmanager
def _writing(store: Path, numbers: Sequence[int]) -> Iterator[Connection]:
    """Open an existing store for changes to these runs, and close it at the end."""
    if not numbers:
        raise SettingError("give the numbers of runs, as noron runs list shows them")
    with closing(_writable(store)) as connection:
        yield connection


def _writable(store: Path) -> Connection:
    if not store.exists():
        raise no_store(store)
    return Connection(store, write=True)


def _ask(question: str, yes: bool) -> None:
    """Ask, unless `yes`. Raises SettingError after a no, or without a terminal."""
    if not yes:
        confirm(
            question,
            otherwise=f"{question} There is no terminal to ask in: give --yes",
            refused="nothing was changed",
        )
