"""`noron import`: make a model file of another library's model."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import print_json, say
from noron.core.errors import SettingError, check_choice, shown
from noron.core.tensor_file import is_model
from noron.interop import from_keras, from_onnx, from_torch
from noron.model.neural_network import NeuralNetwork

READERS: dict[str, tuple[Callable[..., NeuralNetwork], tuple[str, ...]]] = {
    "torch": (from_torch, ("activation", "loss", "classes", "order")),
    "keras": (from_keras, ("activation", "loss", "classes", "order")),
    "onnx": (from_onnx, ("loss", "classes", "output")),
}
"""The reader of each library, and the options that it takes."""
ENDS = {
    **{".pt": "torch", ".pth": "torch", ".safetensors": "torch"},
    **{".keras": "keras", ".h5": "keras", ".onnx": "onnx"},
}
"""The library that the end of a file's name means."""


def add_to(app: App) -> None:
    """Register the command."""
    app.command(import_, name="import")


def import_(
    model: Annotated[str, Parameter(help="a file of .pt, .pth, .safetensors, .keras, .h5, .onnx")],
    /,
    *,
    out: Annotated[str, Parameter(help="the model file to write", metavar="FILE", group=o.RESULTS)],
    library: Annotated[
        str | None,
        Parameter(
            name="--from",
            help="torch, keras or onnx; by default what the end of the name means",
            metavar="NAME",
        ),
    ] = None,
    activation: Annotated[
        str | None,
        Parameter(help="between the dense layers, where the file holds weights alone"),
    ] = None,
    order: Annotated[
        str | None,
        Parameter(
            help="the layers of the file in the order of the forward pass, such as fc1,fc2,out",
            metavar="NAMES",
        ),
    ] = None,
    loss: Annotated[
        str | None,
        Parameter(help="the loss to train on with; by default what suits the last activation"),
    ] = None,
    classes: Annotated[
        str | None,
        Parameter(help="the labels in the order of the outputs, such as cat,dog", metavar="NAMES"),
    ] = None,
    output: Annotated[
        str | None, Parameter(help="the output of an ONNX file to predict", metavar="NAME")
    ] = None,
    json: o.Json = False,
) -> int:
    """Make a model file of a model of PyTorch, Keras or ONNX, which predicts the same.

    Nothing in the file is executed. noron predict, show and load take the result.
    noron import weights.pt --activation relu --out model.safetensors
    """
    library = library or ENDS.get(Path(model).suffix.lower())
    if library is None:
        raise SettingError(f"{shown(model)} ends in none of {', '.join(ENDS)}: give --from too")
    read, takes = READERS[check_choice("from", library, READERS)]
    given: dict[str, Any] = {
        "activation": activation,
        "order": _names(order),
        "loss": loss,
        "classes": _labels(classes),
        "output": output,
    }
    given = {name: value for name, value in given.items() if value is not None}
    for name in given:
        if name not in takes:
            raise SettingError(
                f"{name} is {shown(given[name])}, but a model of {library} takes none: leave it out"
            )
    if Path(out).exists() and Path(model).exists() and Path(out).samefile(model):
        raise SettingError(f"out is {shown(out)}, the file to be read: give another name")
    if is_model(Path(model)):
        raise SettingError(
            f"{shown(model)} is a model of noron already: use it as it is, as in noron show {model}"
        )
    net = read(model, **given)
    net.save(out)
    if json:
        facts = {"loss": net.loss.settings(), "classes": net.targets.classes}
        print_json({"model": out, **facts, "summary": net.summary().splitlines()})
        return 0
    say(net.summary())
    say(f"model      {out}")
    return 0


def _names(text: str | None) -> list[str] | None:
    return [name.strip() for name in text.split(",")] if text else None


def _labels(text: str | None) -> list[str] | list[int] | None:
    """Return the labels, as integers if all of them are."""
    names = _names(text)
    try:
        return None if names is None else [int(name) for name in names]
    except ValueError:
        return names
