"""`noron compare`: train a grid of networks, store every run, write one report."""

from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.data_summary import tell_data
from noron.cli.output import (
    check_folder,
    confirm,
    note,
)
from noron.cli.output_results import write_and_print
from noron.cli.pictures import USUAL, Drawing
from noron.cli.recipe_options import SEVERAL, RecipeFile, Set, add_command, of_pairs, settings_in
from noron.core.errors import SettingError
from noron.core.text import spoken_seconds
from noron.experiments.comparison import Grid, check_metric, line_of, run_grid
from noron.experiments.comparison.grid import SHARED
from noron.experiments.comparison.report import RESULTS
from noron.experiments.estimate import seconds_each
from noron.experiments.execution import WorkerConfig
from noron.experiments.result import RunResult
from noron.experiments.run import Sources
from noron.experiments.run_progress import RunProgress
from noron.experiments.spec import RunSpec

MANY = 200
"""With more runs than this, the command estimates the time and asks before it starts."""

EPOCHS = 5
"""The epochs of each run, unless they or a time limit are given."""

Seeds = Annotated[
    int, Parameter(help="runs of each combination, each with another seed", converter=o.whole)
]
Folds = Annotated[
    int | None, Parameter(help="cross-validate with this many folds instead", converter=o.whole)
]
Metric = Annotated[
    str | None,
    Parameter(help="the metric that decides; by default val_accuracy or val_r2", metavar="NAME"),
]
Again = Annotated[bool, Parameter(negative="", help="train again the runs that the store has")]
Yes = Annotated[bool, Parameter(negative="", help="start without asking, however many runs")]


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, compare, several=True)


def compare(
    recipe: RecipeFile = None,
    *,
    set: Set = (),
    seeds: Seeds = 1,
    folds: Folds = None,
    metric: Metric = None,
    again: Again = False,
    yes: Yes = False,
    workers: o.WorkersNumber = None,
    dask: o.DaskAddress = None,
    backend: o.Backend = "loky",
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    drawing: Drawing = USUAL,
    json: o.Json = False,
    **settings: tuple[str, ...],
) -> int:
    """Train every combination of options: --hidden 64 --hidden 128,64 --activation tanh ...

    Give any setting of a recipe several times. The validation rows decide which
    combination is best; only that one is measured on the test rows. Ctrl-C keeps
    the finished runs, and the same command continues with the rest.
    """
    check_folder(o.RUNS if out is None else out)
    worker_config = WorkerConfig.asked(workers, dask, backend)
    base, axes = base_and_axes(recipe, set, settings)
    grid = Grid.of(base, axes, seeds, folds)
    sources = Sources()
    first = grid.spec(0, 0)
    rows = sources.rows_of(first)
    check_metric(metric, rows)
    tell_data(first, rows, rate=False)
    each = f", {len(grid.repeats)} each" if len(grid.repeats) > 1 else ""
    note(f"{len(grid):,} runs: {len(grid.choices):,} choices{each}")
    if len(grid) > MANY and not yes:
        ask(grid, sources)
    with RunProgress(len(grid)) as progress:

        def on_result(run: RunResult, number: int, _: int) -> None:
            progress.ended(number, line_of(grid, run), trained=not run.reused)

        result = run_grid(
            grid,
            metric=metric,
            store=store,
            on_result=on_result,
            sources=sources,
            again=again,
            worker_config=worker_config,
        )
    mark = 0 if result.evidence.has_winner else -1
    return write_and_print(
        result,
        "compare",
        RESULTS,
        out,
        [result.conclusion],
        json=json,
        drawing=drawing,
        emphasis=mark,
    )


def base_and_axes(
    recipe: str | None, pairs: tuple[str, ...], settings: dict[str, tuple[str, ...]]
) -> tuple[RunSpec, dict[str, list[str]]]:
    """Return the settings that all runs share, and the values of each axis.

    Raises SettingError.
    """
    stored = settings_in(recipe, settings.get("data"))
    given: dict[str, Any] = {name: list(values) for name, values in settings.items() if values}
    given |= of_pairs(pairs)
    axes = {name: values for name, values in given.items() if name not in SHARED}
    for name in SHARED:
        values = given.get(name, [])
        if name in SEVERAL and values:
            stored[name] = values
        elif len(values) > 1:
            raise SettingError(
                f"{name} is given {len(values)} times, but all runs share it: give it once"
            )
        elif values:
            stored[name] = values[0]
    if "epochs" not in stored and "time_limit" not in stored | given:
        stored["epochs"] = EPOCHS
    return RunSpec(**stored), axes


def ask(grid: Grid, sources: Sources) -> None:
    """Ask whether to start so many runs. Raises SettingError after a no, or without a terminal."""
    specs = [grid.spec(choice, 0) for choice in range(len(grid.choices))]
    seconds = seconds_each(specs, sources) * len(grid)
    settings = f"{len(grid):,} runs, about {spoken_seconds(seconds)}"
    confirm(
        f"{settings}. Start?",
        otherwise=f"these options make {settings}: give fewer values, or --yes to start",
        refused="no run was started",
    )
