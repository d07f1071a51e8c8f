"""`noron profile`: the time of each part of a training step."""

from typing import Any

from cyclopts import App

from noron.cli import options as o
from noron.cli.data_summary import tell_data
from noron.cli.output import print_json, say
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.experiments.run import Sources, prepare


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, profile)


def profile(
    recipe: RecipeFile = None, *, set: Set = (), json: o.Json = False, **settings: Any
) -> int:
    """Show the time of each part of a training step, and which kernel each layer uses, and why.

    The options are those of `noron train`; --engine numpy or reference shows another engine.
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
        say(report.table())
    return 0
