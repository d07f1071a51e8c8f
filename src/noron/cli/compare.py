"""`noron compare`: a grid of networks, every run kept, one report of what is proven."""

import sys
import time
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.callbacks import in_terminal
from noron.cli import options as o
from noron.cli.output import (
    EXIT_INTERRUPTED,
    can_draw,
    check_folder,
    confirm,
    fail,
    note,
    print_json,
    print_table,
    results_folder,
)
from noron.cli.recipe_options import RecipeFile, Set, add_command, of_pairs, settings_in
from noron.columns import describe
from noron.errors import SettingError
from noron.experiments.comparison import ComparedRun, Comparison, Grid, check_metric, run_grid
from noron.experiments.comparison.estimate import estimate
from noron.experiments.comparison.grid import SHARED
from noron.experiments.comparison.report import RESULTS
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.terminal import run_bar

MANY = 200
"""Runs from which on the command says how long it will take, and asks."""

EPOCHS = 5
"""For each run, where nobody says."""

Seeds = Annotated[
    int, Parameter(help="runs of each choice, with seeds of their own", converter=o.whole)
]
Folds = Annotated[
    int | None, Parameter(help="cross-validate in so many parts instead", converter=o.whole)
]
Metric = Annotated[str | None, Parameter(help="what decides; the validation's accuracy or R²")]
Again = Annotated[bool, Parameter(negative="", help="run anew what the store has already")]
Yes = Annotated[bool, Parameter(negative="", help="do not ask, however many runs it is")]


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
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
    **settings: tuple[str, ...],
) -> int:
    """Train every combination of options: --hidden 64 --hidden 128,64 --activation tanh ...

    Any setting of a recipe may be given several times. The best choice is found on the validation
    rows; only that one is measured on the test rows. Ctrl-C keeps what is done, and the same
    command goes on from there.
    """
    check_folder(o.RUNS if out is None else out)
    base, axes = base_and_axes(recipe, set, settings)
    grid = Grid.of(base, axes, seeds, folds)
    sources = Sources()
    check_metric(metric, sources.rows_of(grid.spec(0, 0)).task)
    each = f", {len(grid.repeats)} each" if len(grid.repeats) > 1 else ""
    note(f"{len(grid):,} runs: {len(grid.choices):,} choices{each}")
    if len(grid) > MANY and not yes:
        ask(grid, sources)
    with Watch(grid) as watch:
        found = run_grid(
            grid, metric=metric, store=store, told=watch.told, sources=sources, again=again
        )
    folder = results_folder(out, o.RUNS / f"{found.data}-compare", RESULTS)
    files = found.save(folder, drawn=can_draw())
    if json:
        print_json(found.to_dict() | {"folder": str(folder), "files": list(map(str, files))})
    else:
        say(found, files)
    if found.interrupted:
        return fail("interrupted: the same command goes on where it was left", EXIT_INTERRUPTED)
    return 0


def base_and_axes(
    recipe: Path | None, pairs: tuple[str, ...], settings: dict[str, tuple[str, ...]]
) -> tuple[RunSpec, dict[str, list[str]]]:
    """What all runs share, and what is given for each axis. Raises SettingError."""
    said = settings_in(recipe)
    given: dict[str, Any] = {name: list(values) for name, values in settings.items() if values}
    given |= of_pairs(pairs)
    axes = {name: values for name, values in given.items() if name not in SHARED}
    for name in SHARED:
        values = given.get(name, [])
        if name == "drop" and values:
            said[name] = values
        elif len(values) > 1:
            raise SettingError(
                f"{name} is given {len(values)} times: all runs share it, so give it once"
            )
        elif values:
            said[name] = values[0]
    if "epochs" not in said and "time_limit" not in said | given:
        said["epochs"] = EPOCHS
    return RunSpec(**said), axes


def ask(grid: Grid, sources: Sources) -> None:
    """Whether so many runs are meant. Raises SettingError if not, or if nobody can be asked."""
    said = f"{len(grid):,} runs, about {_spoken(estimate(grid, sources))}"
    confirm(
        f"{said}. Go on?",
        otherwise=f"that makes {said}: give fewer values, or --yes",
        refused="nothing was begun",
    )


class Watch:
    """Progress over all runs: a bar in a terminal, a line for each run elsewhere."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.started, self.trained = grid, time.monotonic(), 0
        self.bar = run_bar(sys.stderr, len(grid)) if in_terminal() else None

    def __enter__(self) -> "Watch":
        if self.bar is not None:
            self.bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def told(self, run: ComparedRun, number: int, of: int) -> None:
        """One more run has ended."""
        self.trained += not run.reused
        said = self._line(run)
        if self.bar is not None:
            self.bar.update(self.bar.task_ids[0], completed=number, description=said)
            return
        left = (time.monotonic() - self.started) / max(self.trained, 1) * (of - number)
        more = f"  {_spoken(left)} left" if self.trained and number < of else ""
        note(f"{number:{len(str(of))}}/{of}  {said}{more}")

    def _line(self, run: ComparedRun) -> str:
        name = self.grid.choices[run.choice].name
        if len(self.grid.repeats) > 1:
            repeat = self.grid.repeats[run.repeat]
            name += f" fold {repeat['fold']}" if "fold" in repeat else f" seed {repeat['seed']}"
        shown = {key: run.last[key] for key in ("val_accuracy", "val_r2") if key in run.last}
        ended = describe(shown) if run.status == "done" else run.status
        return f"{name}  {ended}{'  (kept from before)' if run.reused else ''}"


def say(found: Comparison, files: list[Path]) -> None:
    """The table, the sentence, the files."""
    header, *rows = found.table()
    print_table(header, rows, emphasis=0 if found.evidence.has_winner else -1)
    print(found.conclusion)
    if found.test:
        print(f"on the test rows: {describe(found.test)}")
    for file in files:
        print(f"written    {file}")


def _spoken(seconds: float) -> str:
    """Seconds in words.

    >>> _spoken(8.4), _spoken(300), _spoken(9000)
    ('8 s', '5 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
