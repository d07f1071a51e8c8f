"""`noron show`: print a saved model and draw it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.model_file import ModelFile, holds_table, model_file
from noron.cli.output import can_draw, check_folder, print_json, say
from noron.cli.pictures import USUAL, Drawing, Pictures, save_pictures
from noron.cli.train import pictures_of
from noron.core.errors import DataError, SettingError
from noron.data import TOYS
from noron.experiments.datasets import DataSource, TrainTestSplit, is_file, load_split
from noron.layers import Dense
from noron.model.neural_network import NeuralNetwork, load


def add_to(app: App) -> None:
    """Register the command."""
    app.command(show)


def show(
    model: ModelFile,
    /,
    *,
    data: Annotated[
        str | None,
        Parameter(
            help="the data for the pictures; by default its training data, if built in",
            metavar="FILE|NAME",
            group=o.DATA,
        ),
    ] = None,
    target: o.Target = None,
    out: Annotated[
        str | None,
        Parameter(
            help="the folder for the pictures; by default the model's folder",
            metavar="FOLDER",
            group=o.RESULTS,
        ),
    ] = None,
    store: o.StorePath = o.STORE,
    drawing: Drawing = USUAL,
    trusted: o.Trusted = (),
    json: o.Json = False,
) -> int:
    """Print a model's layers, and draw the network, its first weights and its errors."""
    path = model_file(model, store)
    if holds_table(path, trusted):
        return show_table(path, trusted, json)
    net = load(path, trusted or None)
    folder = check_folder(path.parent if out is None else out)
    split = _data_of(net, data, target)
    pictures = save_pictures(_pictures(net, split), folder, drawing) if can_draw() else []
    if json:
        facts = {"seed": net.seed, "loss": net.loss.settings(), "classes": net.targets.classes}
        print_json(facts | {"summary": net.summary().splitlines(), "pictures": pictures})
        return 0
    say(net.summary())
    for picture in pictures:
        say(f"picture    {picture}")
    return 0


def show_table(path: Path, trusted: Sequence[Path], json: bool) -> int:
    """Print how a table estimator reads its columns, and its networks."""
    from noron.estimators import load as load_table

    model = load_table(path, trusted or None)
    facts = {
        "estimator": type(model).__name__,
        "target": model.target_name_,
        "classes": model.classes_.tolist() if hasattr(model, "classes_") else None,
        "columns": model.columns_,
        "networks": len(model.members_),
        "additive_share": model.additive_share_,
    }
    if json:
        print_json(facts | {"summary": model.members_[0].summary().splitlines()})
        return 0
    say(f"{facts['estimator']} of {model.target_name_}\n{model.encoding_.describe()}\n")
    say(
        f"{len(model.members_)} networks like this one; additive models give "
        f"{model.additive_share_:.0%} of the prediction"
    )
    say(model.members_[0].summary())
    return 0


def _data_of(net: NeuralNetwork, data: str | None, target: str | None) -> TrainTestSplit | None:
    built_in = net.data_name if net.data_name in ("mnist", *TOYS) else None
    name = data or built_in
    if name is None:
        if target is not None:
            raise SettingError(f"target is {target!r}, but no file is given: give --data FILE too")
        return None
    known = net.target_name if is_file(name) else None
    text = () if net.encoding is None else tuple(net.encoding.text_columns)
    source = DataSource(name, target or known, text=text)
    split = load_split(source, net.seed).encoded(known=net.encoding)
    if split.x.shape[1] != net.network.n_inputs:
        raise DataError(
            f"{name} has {split.x.shape[1]} inputs, the model takes {net.network.n_inputs}: "
            "give the data that it was trained on"
        )
    net.evaluate(split.x_test, split.y_test)  # raises if its classes are not the model's
    return split


def _pictures(net: NeuralNetwork, split: TrainTestSplit | None) -> Pictures:
    from noron import plotting

    widths = [("input", net.network.n_inputs)]
    for layer in net.network.layers:
        if isinstance(layer, Dense):
            widths.append(("dense", layer.units))
    widths[-1] = ("output", widths[-1][1])
    pictures = {"network": partial(plotting.plot_network, widths)}
    return pictures if split is None else pictures | pictures_of(net, split)
