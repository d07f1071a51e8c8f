"""`noron search`: find good settings by many trials; bad trials stop early."""

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
from noron.cli.pictures import USUAL, Drawing
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.core.text import spoken_seconds
from noron.engines import process_threads
from noron.experiments.execution import WorkerConfig
from noron.experiments.recipe_file import read_settings
from noron.experiments.result import RunResult
from noron.experiments.run_progress import RunProgress

MANY = 1000
"""With more trials than this, the command asks before it starts."""

SpaceFile = Annotated[
    Path | None,
    Parameter(
        help="a .toml or .json file that says which settings may take which values; by default "
        "the learning rate, optimizer, layers, activation, batch size and dropout vary",
        metavar="FILE",
    ),
]
Trials = Annotated[
    int, Parameter(help="the number of trials, finished earlier ones included", converter=o.whole)
]
Goals = Annotated[
    tuple[str, ...],
    Parameter(
        name="--goal",
        negative="",
        help="what to improve: val_accuracy, val_r2, val_loss, parameters or seconds; give "
        "several to see the best trade-offs",
        metavar="NAME",
    ),
]
Sampler = Annotated[str, Parameter(help="how new settings are chosen", metavar="tpe|random|nsga2")]
Pruner = Annotated[str, Parameter(help="which trials stop early", metavar="halving|median|none")]
TotalTime = Annotated[
    float | None,
    Parameter(
        name=("--time-limit", "--seconds"),
        help="start no new run after this many seconds; the last 30 % are for the other "
        "seeds; --set time_limit=5 limits each trial",
    ),
]
Seeds = Annotated[
    int,
    Parameter(
        help="compare the best trial with the base recipe on this many other seeds",
        converter=o.whole,
    ),
]
Yes = Annotated[bool, Parameter(negative="", help="start without asking, however many trials")]


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
    time_limit: TotalTime = None,
    seeds: Seeds = 4,
    set: Set = (),
    yes: Yes = False,
    workers: o.WorkersNumber = None,
    dask: o.DaskAddress = None,
    backend: o.Backend = "loky",
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    drawing: Drawing = USUAL,
    json: o.Json = False,
    **settings: Any,
) -> int:
    """Search a space of settings: noron search recipe.toml --space space.toml --trials 200

    The options set what all trials share: the base recipe, which is trial 0. The
    space says what varies. The best trial is recommended if it beats the base recipe
    on the validation rows with several seeds; only the recommended one is measured
    on the test rows, once. Ctrl-C keeps the finished trials, and the same command
    continues with the rest.
    """
    from noron.experiments.searching import Prepared, check_extent, run_search
    from noron.experiments.searching.leader import Leader
    from noron.experiments.searching.report import RESULTS
    from noron.experiments.searching.space import DEFAULT

    check_folder(o.RUNS if out is None else out)
    check_extent(trials, time_limit, seeds)
    worker_config = WorkerConfig.asked(workers, dask, backend)
    wanted = DEFAULT if space is None else read_settings(space, "space")
    ready = Prepared.of(
        spec_of(recipe, set, settings), wanted, goals=goals, sampler=sampler, pruner=pruner
    )
    tell_data(ready.base, ready.rows, rate=False)
    message = cost(ready, trials, time_limit, seeds)
    if trials > MANY and not yes:
        confirm(
            f"{message}. Start?",
            otherwise=f"{message}: give fewer trials, or --yes to start",
            refused="no trial was started",
        )
    note(message)
    with RunProgress(trials) as progress:
        leader = Leader(ready.plan.goals[0], ready.plan.signs()[0])

        def on_result(tried: RunResult) -> None:
            progress.ended(leader.reach(tried, trials), leader.line(tried))

        result = run_search(
            ready,
            trials,
            seconds=time_limit,
            seeds=seeds,
            store=store,
            on_result=on_result,
            worker_config=worker_config,
        )
    return write_and_print(
        result, "search", RESULTS, out, [result.ends(), *result.sentences()], json=json,
        drawing=drawing, emphasis=result.emphasis(),
    )  # fmt: skip


def cost(ready: Any, trials: int, seconds: float | None, seeds: int) -> str:
    """Return what the search will cost in time and memory, as a sentence."""
    cores = process_threads()
    likely, most = ready.seconds(trials, seeds, cores)
    megabytes = math.ceil(ready.memory(cores) / 1e6)
    long = f"about {spoken_seconds(likely)}"
    if seconds is not None and seconds < most:
        long = f"as many as can start within {spoken_seconds(seconds)}"
    elif most > 1.3 * likely:
        long = f"{long}, {spoken_seconds(most)} if none is pruned"
    return f"{trials:,} trials, {long}; {megabytes:,} MB for rows and networks"
