"""`noron profile`: where a training step's time goes."""

from typing import Any

from cyclopts import App

from noron.cli import options as o
from noron.cli.data_summary import tell_data
from noron.cli.output import print_json
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.experiments.run import Sources, prepare


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, profile)


def profile(
    recipe: RecipeFile = None, *, set: Set = (), json: o.Json = False, **settings: Any
) -> int:
    """Show where a training step's time goes, and which way each layer takes, and why.

    The options are those of `noron train`; NORON_ENGINE=numpy or reference shows another engine.
    """
    spec = spec_of(recipe, set, settings)
    net, rows = prepare(spec, Sources())
    tell_data(spec, rows)
    report = net.profile(
        rows.split.x,
        rows.task.learnt(rows.split.y),
        batch_size=spec.batch_size,
        optimizer=spec.optimizer,
        engine=spec.engine,
    )
    if json:
        print_json({"data": rows.split.name, **report.to_dict()})
    else:
        print(report.table())
    return 0
