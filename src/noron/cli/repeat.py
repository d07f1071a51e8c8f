"""`noron repeat`: train a stored run again, and check that the result is the same to the bit."""

from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import EXIT_INTERRUPTED, fail, print_json, say
from noron.experiments.repeat import Repeated, repeat_run
from noron.experiments.store import Store
from noron.training.callbacks import Progress

DIFFERENT = 1
MOST_LINES = 5
"""So many epochs get a line where there is no bar: they are known from the first run."""

RunNumber = Annotated[int, Parameter(help="the run's number, as noron runs list shows it")]


def add_to(app: App) -> None:
    """Register the command."""
    app.command(repeat)


def repeat(run: RunNumber, /, *, store: o.StorePath = o.STORE, json: o.Json = False) -> int:
    """Train a stored run again, and check that the result is the same to the bit.

    The exit code is 0 if it is, and 1 if not; then what differs is printed.
    """
    with Store(store, must_exist=True) as kept:
        repeated = repeat_run(kept, run, callbacks=[Progress(most=MOST_LINES)])
    if repeated.status == "interrupted":
        return fail("interrupted before the end: the results cannot be compared", EXIT_INTERRUPTED)
    result: dict[str, Any] = {
        "run": run,
        "repeated_as": repeated.run,
        "same": repeated.same,
        "conclusion": repeated.conclusion,
        "changed": repeated.changed,
        "differences": repeated.differences,
    }
    if json:
        print_json(result)
    else:
        _print_report(repeated)
    return 0 if repeated.same else DIFFERENT


def _print_report(repeated: Repeated) -> None:
    """Print the conclusion, and what has changed."""
    say(repeated.conclusion)
    for line in repeated.changed:
        say(f"changed    {line}")
    for line in repeated.differences:
        say(f"differs    {line}")
    if repeated.run is not None:
        say(f"run        {repeated.run}")
