"""`noron sign`: sign a model file, or make the pair of keys for that."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.model_file import ModelFile, model_file
from noron.cli.output import say
from noron.core.errors import SettingError
from noron.core.signature import SigningKey
from noron.core.signature import new_key as make_key
from noron.core.tensor_file import sign as sign_file


def add_to(app: App) -> None:
    """Register the command."""
    app.command(sign)


def sign(
    model: ModelFile | None = None,
    /,
    *,
    key: Annotated[
        Path | None, Parameter(help="sign with the private key in this file", metavar="KEY")
    ] = None,
    new_key: Annotated[
        Path | None,
        Parameter(help="make a private key, and the public one in KEY.pub", metavar="KEY"),
    ] = None,
    store: o.StorePath = o.STORE,
) -> int:
    """Sign a model file, so that others can load it with --trusted KEY.pub.

    First make your keys: noron sign --new-key KEY. Keep KEY to yourself, and give away KEY.pub.
    """
    if (new_key is None) == (key is None) or (model is None) != (key is None):
        raise SettingError("give a model and --key KEY, or --new-key KEY alone")
    if new_key is not None:
        public = make_key(new_key)
        say(f"written    {new_key} (keep it to yourself)")
        say(f"written    {public} (give it to those who load your models)")
    if model is not None and key is not None:
        path = model_file(model, store)
        say(f"signed     {path} by {sign_file(path, SigningKey(key))}")
    return 0
