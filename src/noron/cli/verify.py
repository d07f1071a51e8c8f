"""`noron verify`: what is in a model file, who made it, and whether anything in it is odd."""

from cyclopts import App

from noron.cli import options as o
from noron.cli.model_file import ModelFile, model_file
from noron.cli.output import print_json, say
from noron.core.text import aligned
from noron.model.verification import verify as verified


def add_to(app: App) -> None:
    """Register the command."""
    app.command(verify)


def verify(
    model: ModelFile,
    /,
    *,
    trusted: o.Trusted = (),
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Say what is in a model file, who made it, and what is odd. The exit code is 1 if any is.

    The model is not used, and nothing in it is executed; it may be damaged or from a stranger.
    """
    seen = verified(model_file(model, store), trusted or None)
    if json:
        print_json(seen.to_dict() | {"is_clean": seen.is_clean})
    else:
        odd = [("odd", f"{one.text} [{one.kind}]") for one in seen.oddities]
        for line in aligned([*seen.rows(), *odd], left=2):
            say(line)
        say("nothing is odd" if seen.is_clean else f"{len(odd)} odd", bold=True)
    return 0 if seen.is_clean else 1
