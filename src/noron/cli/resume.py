"""`noron resume`: go on with a training that was interrupted, or whose process has died."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import note
from noron.cli.pictures import USUAL, Drawing
from noron.cli.train import Verbose, train_spec
from noron.core.errors import SettingError, shown
from noron.core.signature import SigningKey
from noron.experiments.checkpoints import checkpoints_folder, has_checkpoint
from noron.experiments.store import Reader, Store, StoredRun

RESUMABLE = ("interrupted", "died", "failed")


def add_to(app: App) -> None:
    """Register the command."""
    app.command(resume)


def resume(
    run: Annotated[
        str,
        Parameter(help="the run's number, the folder of its results, or that of its checkpoints"),
    ],
    /,
    *,
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    drawing: Drawing = USUAL,
    sign: o.Sign = None,
    verbose: Verbose = False,
    json: o.Json = False,
) -> int:
    """Go on with a training that was interrupted, or whose process has died.

    It ends with the weights that it would have had without the interruption, to the bit. noron
    compare, search and fit go on when the same command is given again.
    """
    key = None if sign is None else SigningKey(sign)
    store, number = run_meant(run, store)
    with Store(store, must_exist=True) as kept:
        reader = Reader(kept.connection)
        stored = reader.run(number)
        left = has_checkpoint(store, number)
        check_resumable(stored, reader, left)
        if not left:
            note(f"run {number} has no checkpoint yet: it starts again")
        return train_spec(
            kept, stored.spec, out, drawing, verbose=verbose, json=json, key=key,
            resumes=number,
        )  # fmt: skip


def run_meant(given: str, store: Path) -> tuple[Path, int]:
    """Return the store and the number of the run that is meant. Raises SettingError."""
    path = Path(given)
    if given.isdecimal() and not path.exists():
        return store, int(given)
    if not path.is_dir():
        raise SettingError(
            f"{shown(given)} is no run and no folder: give the number of a run, as noron runs list "
            "shows it"
        )
    of_checkpoints = path.resolve().parent
    owner = store.resolve()
    if of_checkpoints == checkpoints_folder(owner) and path.resolve().name.isdecimal():
        return store, int(path.resolve().name)
    with Reader(store) as reader:
        numbers = reader.that_wrote_in(path)
    if len(numbers) != 1:
        which = f"holds files of the runs {numbers}" if numbers else "holds no files of a run"
        raise SettingError(f"{shown(given)} {which}: give the number of the run")
    return store, numbers[0]


def check_resumable(run: StoredRun, reader: Reader, has_checkpoint: bool) -> None:
    """Raise SettingError for a run with which nobody can go on, and say why.

    A run that is done goes on too if it left no files, or a checkpoint: its process died before all
    results were written.
    """
    if run.deleted is not None:
        raise SettingError(
            f"run {run.id} is deleted: noron runs delete {run.id} --undo brings it back"
        )
    if run.settings.get("command") == "fit":
        raise SettingError(
            f"run {run.id} is a network of noron fit: give the noron fit command again, it goes on"
        )
    if run.status == "running":
        raise SettingError(f"run {run.id} is still running: stop it first, with Ctrl-C")
    has_results = reader.artefacts(run.id) or reader.is_trial(run.id)
    if run.status not in RESUMABLE and has_results and not has_checkpoint:
        raise SettingError(
            f"run {run.id} is {run.status} ({run.reason}), so there is nothing to go on with: "
            f"noron repeat {run.id} trains it again"
        )
