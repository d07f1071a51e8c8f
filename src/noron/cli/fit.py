"""`noron fit`: a table in, an honest report out, and the model."""

from pathlib import Path
from typing import Annotated, Any

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
)
from noron.core.errors import check_choice
from noron.data import read
from noron.data.tables import KINDS, Frame, Texts
from noron.data.tables.text import numbers_in
from noron.experiments.settings import kinds_of

MODEL = "model.safetensors"
TASKS = ("classes", "numbers")
MOST_CLASSES = 20
"""So many different whole numbers are taken for classes, more for numbers."""


def add_to(app: App) -> None:
    """Register the command."""
    app.command(fit, help_epilogue=f"--kind: {', '.join(KINDS)}")


def fit(
    file: Annotated[str, Parameter(help="a table with a header: CSV, TSV, Parquet")],
    /,
    *,
    target: Annotated[str, Parameter(help="the column that is to be predicted")],
    drop: o.Drop = (),
    kind: Annotated[
        tuple[str, ...],
        Parameter(negative="", help="COLUMN=KIND for a column taken for something else"),
    ] = (),
    task: Annotated[
        str | None, Parameter(help="classes or numbers; told by the target unless given")
    ] = None,
    folds: Annotated[int, Parameter(help="parts of a cross-validation", converter=o.whole)] = 5,
    seconds: Annotated[float, Parameter(help="for the network, over all folds")] = 60.0,
    seed: o.Seed = 0,
    out: o.Out = None,
    json: o.Json = False,
) -> int:
    """Fit networks to a table, and tell whether they are the right tool for it.

    Cross-validated beside a guess, a linear model and gradient boosting; the report goes to a page,
    the model to a file for `noron predict`.
    """
    from noron.estimators import report

    check_folder(o.RUNS if out is None else out)
    frame = read(file, (target,))
    for name in drop:
        frame.pick(name)
        frame = frame.without(name)
    model = _model(frame, target, task, kinds_of(kind))
    try:
        summary = report(model, frame, target, folds=folds, seconds=seconds, seed=seed, watch=note)
    except KeyboardInterrupt:
        return fail("interrupted before the folds were through: no report", EXIT_INTERRUPTED)
    name = "report.html" if can_draw() else "report.txt"
    folder = results_folder(out, o.RUNS / f"{Path(file).stem}-fit", name)
    page, data, saved = files = [str(folder / part) for part in (name, "report.json", MODEL)]
    summary.model.save(saved)  # first: whatever else may fail, what took so long is there
    summary.save(data)
    summary.save(page)
    if json:
        print_json(summary.settings() | {"files": files})
        return 0
    print(summary)
    for path in files:
        print(f"written    {path}")
    return 0


def _model(frame: Frame, target: str, task: str | None, kinds: dict[str, str]) -> Any:
    from noron.estimators import TableClassifier, TableRegressor

    column = frame.pick(target)
    if task is None:
        task = _task_of(column) if isinstance(column, Texts) else "numbers"
        other = next(name for name in TASKS if name != task)
        note(f"{target} is taken for {task}; --task {other} for the other")
    check_choice("task", task, TASKS)
    return (TableClassifier if task == "classes" else TableRegressor)(kinds=kinds or None)


def _task_of(column: Texts) -> str:
    """Words are classes, and so are a few different whole numbers."""
    import numpy as np

    counts = np.bincount(column.codes[column.codes >= 0], minlength=len(column.levels))
    result = numbers_in(column.levels, counts)
    few = len(column.levels) <= MOST_CLASSES and all(
        text.lstrip("+-").isdecimal() for text in column.levels
    )
    return "classes" if result is None or result[1] or few else "numbers"
