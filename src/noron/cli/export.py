"""`noron export`: write a model for other programs."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.model_file import ModelFile, load_any, model_file
from noron.cli.output import print_json, say
from noron.core.errors import SettingError
from noron.export import ExportFormat


def add_to(app: App) -> None:
    """Register the command."""
    app.command(export)


def export(
    model: ModelFile,
    file: Annotated[
        Path | None, Parameter(help="the file to write; by default beside the model")
    ] = None,
    /,
    *,
    to: Annotated[
        str | None,
        Parameter(
            help=f"{', '.join(ExportFormat.members)}; by default by the file's suffix",
            metavar="FORMAT",
        ),
    ] = None,
    int8: Annotated[
        bool, Parameter(help="c: weights as whole numbers of 8 bits", negative="")
    ] = False,
    trusted: o.Trusted = (),
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Write a model for other programs: noron export 3 --to onnx.

    1,000 of the export's predictions are compared with the model's own.
    """
    if file is None and to is None:
        raise SettingError("give the format, such as --to onnx, or a file, such as model.onnx")
    path = model_file(model, store)
    options = {"int8": True} if int8 else {}
    written = load_any(path, trusted).export(path if file is None else file, to, **options)
    if json:
        facts = {"files": [str(name) for name in written.files]}
        print_json(facts | {"certificate": written.certificate.settings()})
        return 0
    for name in written.files:
        say(f"written    {name}")
    say(f"compared   {written.certificate}")
    return 0
