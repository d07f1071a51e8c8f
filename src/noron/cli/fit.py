"""`noron fit`: a table in, an honest report out, and the model."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import (
    EXIT_INTERRUPTED,
    can_draw,
    check_folder,
    fail,
    note,
    print_json,
    results_folder,
    say,
)
from noron.core.errors import check_choice
from noron.core.signature import SigningKey
from noron.core.tensor_file import sign as sign_file
from noron.data import read
from noron.data.tables import KINDS, Frame
from noron.data.tables.columns import Column
from noron.data.tables.reading import text_of
from noron.data.tables.target import read_target
from noron.data.targets import holds_classes
from noron.experiments.checkpoints import of_fit
from noron.experiments.run import digest_of, hash_of_file
from noron.experiments.settings import kinds_of
from noron.experiments.store import Store

if TYPE_CHECKING:
    from noron.estimators.reports.report import Report

MODEL = "model.safetensors"
SETTINGS = {
    "hidden": "hidden_layer_sizes",
    "activation": "activation",
    "learning_rate": "learning_rate_init",
    "batch_size": "batch_size",
    "epochs": "max_iter",
    "patience": "patience",
}
"""What recipes call the settings of a model."""

TASKS = ("classes", "numbers")


def add_to(app: App) -> None:
    """Register the command."""
    app.command(fit, help_epilogue=f"--kind: {', '.join(KINDS)}")


def fit(
    file: Annotated[str, Parameter(help="a table with a header: CSV, TSV, Parquet")],
    /,
    *,
    target: Annotated[
        str, Parameter(help="the column that is to be predicted", metavar="COLUMN", group=o.DATA)
    ],
    drop: o.Drop = (),
    encoding: o.TextEncoding = None,
    kind: o.Kind = (),
    task: Annotated[
        str | None,
        Parameter(
            help="what the target holds; told by its values unless given",
            metavar="classes|numbers",
            group=o.DATA,
        ),
    ] = None,
    folds: Annotated[
        int,
        Parameter(help="parts of a cross-validation", converter=o.whole, group=o.TRAINING),
    ] = 5,
    time_limit: Annotated[
        float | None,
        Parameter(
            ["--time-limit", "--seconds"],
            help="seconds for all models and folds together; usually 60, less for few rows",
            group=o.TRAINING,
        ),
    ] = None,
    seed: o.Seed = 0,
    out: o.Out = None,
    sign: o.Sign = None,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Fit networks to a table, and tell whether they are the right tool for it.

    Cross-validated beside a guess, a linear model and gradient boosting; the report goes to a page,
    the model to a file for `noron predict`, and each of its networks is a run in the store.
    """
    check_folder(o.RUNS if out is None else out)
    key = None if sign is None else SigningKey(sign)
    frame = _read(file, target, drop, kinds_of(kind), encoding)
    from noron.estimators import report  # takes seconds: first see that file and column are there
    from noron.estimators.table.ensemble_fit import clear_networks

    model = _model(frame, target, task, kinds_of(kind))
    asked = {"data": file, "data_hash": hash_of_file(file), "target": target, "drop": list(drop)}
    asked |= {"kind": list(kind), "folds": folds, "time_limit": time_limit, "seed": seed}
    steps = StepPrinter()
    checkpoints = of_fit(store, asked)
    with Store(store) as kept:
        try:
            summary = report(
                model, frame, target, folds=folds, time_limit=time_limit, seed=seed, watch=steps,
                checkpoint=checkpoints,
            )  # fmt: skip
        except KeyboardInterrupt:
            return fail(
                f"interrupted in {steps.last}: no model, no report; the same command goes on",
                EXIT_INTERRUPTED,
            )
        name = "report.html" if can_draw() else "report.txt"
        folder = results_folder(out, o.RUNS / f"{Path(file).stem}-fit", name)
        page, data, saved = files = [str(folder / part) for part in (name, "report.json", MODEL)]
        summary.model.save(saved)  # first: whatever else may fail, what took so long is there
        if key is not None:
            sign_file(saved, key)
        runs = _keep(kept, asked, summary, saved)
        clear_networks(checkpoints.folder)
    try:
        summary.save(data)
        summary.save(page)
    except KeyboardInterrupt:
        there = ", ".join(path for path in files if Path(path).exists())
        return fail(f"interrupted while the report was written; there is {there}", EXIT_INTERRUPTED)
    _print_results(summary, files, runs, json)
    return 0


def _print_results(summary: "Report", files: list[str], runs: list[int], json: bool) -> None:
    if json:
        print_json(summary.settings() | {"files": files, "runs": runs})
        return
    for line in str(summary).splitlines():
        say(line, bold=line.startswith("* "))
    for path in files:
        say(f"written    {path}")
    if runs:
        say(f"runs       {', '.join(map(str, runs))}: noron runs list shows them")


class StepPrinter:
    """Shows each step on standard error, and remembers the last one."""

    last = "the first step"

    def __call__(self, line: str) -> None:
        """Show a step."""
        self.last = line.split(",")[0]
        note(line)


def _keep(store: Store, asked: dict[str, Any], summary: "Report", saved: str) -> list[int]:
    """Write each network of the model in the file `saved` into the store; the runs' numbers."""
    model, scores = summary.model, summary.scores["network"]
    runs: list[int] = []
    results = {f"cross_validated_{measure}": score.mean for measure, score in scores.items()}
    asked = asked | {name: getattr(model, given) for name, given in SETTINGS.items()}
    asked |= {"command": "fit", "task": TASKS[summary.classes is None], "optimizer": "adamw"}
    error = None
    for i, (net, history) in enumerate(zip(model.members_, model.history_, strict=True)):

        def write(i: int = i, net: Any = net, history: Any = history) -> None:
            took = history["seconds"][-1] if history else 0.0
            with store.at_once():
                run = store.begin(asked | {"network": i}, started=time.time() - took)
                store.add_rows(run, history)
                store.end(
                    run, history.status, reason=history.stop_reason, engine=history.engine,
                    digest=digest_of(net), results=results,
                )  # fmt: skip
                store.add_artefact(run, saved)
            runs.append(run)

        error = store.keep(write)
    if error is not None:
        note(f"warning: the networks are not all kept as runs yet: {error}")
    return runs


def _read(
    file: str, target: str, drop: Sequence[str], kinds: dict[str, str], encoding: str | None
) -> Frame:
    """Return the table without the columns of `drop`; DataError for one that is not there."""
    frame = read(file, (target, *text_of(kinds)), encoding)
    for name in drop:
        frame.pick(name)
        frame = frame.without(name)
    frame.pick(target)
    return frame


def _model(frame: Frame, target: str, task: str | None, kinds: dict[str, str]) -> Any:
    from noron.estimators import TableClassifier, TableRegressor

    column = frame.pick(target)
    if task is None:
        task = _task_of(column, target)
        other = next(name for name in TASKS if name != task)
        note(f"{target} is taken for {task}; --task {other} for the other")
    check_choice("task", task, TASKS)
    return (TableClassifier if task == "classes" else TableRegressor)(kinds=kinds or None)


def _task_of(column: Column, name: str) -> str:
    """Return "classes" for words and for a few different whole numbers, else "numbers"."""
    target = read_target(column, name)
    return TASKS[not holds_classes(target.values[target.there])]
