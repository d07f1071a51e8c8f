"""`noron search`: good settings, found by many trials of which the bad ones are given up soon."""

import math
from pathlib import Path
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
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.cli.run_progress import RunProgress, spoken_seconds
from noron.core.text import describe
from noron.engines import process_threads
from noron.experiments.comparison.grid import briefly
from noron.experiments.execution import WorkerConfig
from noron.experiments.recipe_file import read_settings
from noron.experiments.result import RunResult

MANY = 1000
"""Trials from which on the command asks."""

SpaceFile = Annotated[
    Path | None,
    Parameter(help="which settings may take which values, .toml or .json; a usual space if none"),
]
Trials = Annotated[int, Parameter(help="how many, those done before included", converter=o.whole)]
Goals = Annotated[
    tuple[str, ...],
    Parameter(
        name="--goal",
        negative="",
        help="val_accuracy, val_r2, val_loss, parameters or seconds; several are weighed against "
        "each other",
    ),
]
Sampler = Annotated[str, Parameter(help="tpe, random or nsga2")]
Pruner = Annotated[str, Parameter(help="halving, median or none")]
Seconds = Annotated[float | None, Parameter(help="begin no trial later than that")]
Yes = Annotated[bool, Parameter(negative="", help="do not ask, however many trials it is")]


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, search)


def search(
    recipe: RecipeFile = None,
    *,
    space: SpaceFile = None,
    trials: Trials = 50,
    goals: Goals = (),
    sampler: Sampler = "tpe",
    pruner: Pruner = "halving",
    seconds: Seconds = None,
    set: Set = (),
    yes: Yes = False,
    workers: o.WorkersNumber = None,
    dask: o.DaskAddress = None,
    backend: o.Backend = "loky",
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    json: o.Json = False,
    **settings: Any,
) -> int:
    """Search a space of settings: noron search recipe.toml --space space.toml --trials 200

    The options say what all trials share; the space, what is looked for. The best is chosen on the
    validation rows and measured once on the test rows. Ctrl-C keeps what is done, and the same
    command goes on from there.
    """
    from noron.experiments.searching import Prepared, check_extent, run_search
    from noron.experiments.searching.report import RESULTS
    from noron.experiments.searching.space import DEFAULT

    check_folder(o.RUNS if out is None else out)
    check_extent(trials, seconds)
    worker_config = WorkerConfig.asked(workers, dask, backend)
    wanted = DEFAULT if space is None else read_settings(space, "space")
    ready = Prepared.of(
        spec_of(recipe, set, settings), wanted, goals=goals, sampler=sampler, pruner=pruner
    )
    tell_data(ready.base, ready.rows, rate=False)
    message = cost(ready, trials, seconds)
    if trials > MANY and not yes:
        confirm(
            f"{message}. Go on?", otherwise=f"{message}: give fewer, or --yes", refused="not begun"
        )
    note(message)
    with RunProgress(trials) as progress:
        leader = Leader(ready.plan.goals[0], ready.plan.signs()[0])

        def on_result(tried: RunResult) -> None:
            progress.ended(tried.key.number + 1, leader.line(tried))

        result = run_search(
            ready,
            trials,
            seconds=seconds,
            store=store,
            on_result=on_result,
            worker_config=worker_config,
        )
    return write_and_print(
        result, "search", RESULTS, out, [result.ends(), result.conclusion], json=json
    )


def cost(ready: Any, trials: int, seconds: float | None) -> str:
    """What it will take, in words."""
    cores = process_threads()
    likely, most = ready.seconds(trials, cores)
    megabytes = math.ceil(ready.memory(cores) / 1e6)
    long = f"about {spoken_seconds(likely)}"
    if seconds is not None and seconds < most:
        long = f"in {spoken_seconds(seconds)} as many as begin"
    elif most > 1.3 * likely:
        long = f"{long}, {spoken_seconds(most)} if none were pruned"
    return f"{trials:,} trials, {long}; {megabytes:,} MB for rows and networks"


class Leader:
    """A line for each trial, with the best so far."""

    def __init__(self, goal: str, sign: float) -> None:
        self.goal, self.sign, self.best = goal, sign, math.inf

    def line(self, tried: RunResult) -> str:
        """What a trial came to."""
        from noron.experiments.searching.study import facts_of

        facts = facts_of(tried)
        value = tried.key.values[0] if tried.key.values else facts.get(self.goal, math.nan)
        message = f"{briefly(tried.key.settings)}  "
        if tried.status == "done":
            self.best = min(self.best, self.sign * value)
        else:
            epochs = facts.get("epochs", 0)
            message += f"{tried.status} after epoch {epochs}  " if epochs else f"{tried.status}  "
        if not math.isnan(value):
            message += describe({self.goal: value})
        best = (
            ""
            if math.isinf(self.best)
            else f"  best {describe({self.goal: self.sign * self.best})}"
        )
        return message + best
