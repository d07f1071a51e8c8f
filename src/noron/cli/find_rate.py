"""`noron find-rate`: find a good learning rate before a long training."""

from typing import Any

from cyclopts import App

from noron.cli import options as o
from noron.cli.data_summary import tell_data
from noron.cli.output import can_draw, check_folder, print_json, say
from noron.cli.pictures import USUAL, Drawing, save_pictures
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.core.errors import SettingError
from noron.engines import engine_asked_for
from noron.experiments.run import Sources, prepare

PICTURE = "learning_rate"


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, find_rate)


def find_rate(
    recipe: RecipeFile = None,
    *,
    set: Set = (),
    out: o.Out = None,
    drawing: Drawing = USUAL,
    json: o.Json = False,
    **settings: Any,
) -> int:
    """Find a learning rate by range tests; --out FOLDER also saves a picture of them.

    The options are those of `noron train`. There, --learning-rate auto does the same.
    """
    folder = None if out is None else check_folder(out)
    spec = spec_of(recipe, set, settings)
    net, rows = prepare(spec, Sources())
    tell_data(spec, rows, rate=False)
    search = net.find_learning_rate(
        *rows.train,
        batch_size=spec.batch_size,
        optimizer=spec.optimizer,
        engine=engine_asked_for(spec.engine),
    )
    pictures: list[str] = []
    if folder is not None and can_draw():
        path = folder / f"{PICTURE}.{drawing.format}"
        if path.exists():
            raise SettingError(f"{path} exists already: give another --out")
        pictures = save_pictures({PICTURE: search.plot}, folder, drawing)
    if json:
        fallen = [curve.fallen for curve in search.curves]
        result = {"learning_rate": search.suggestion, "fallen": fallen, "pictures": pictures}
        print_json({"data": rows.split.name, **result})
        return 0
    say(search)
    for picture in pictures:
        say(f"picture    {picture}")
    return 0
