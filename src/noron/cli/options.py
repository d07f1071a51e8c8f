"""The options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter, Token

from noron.core.errors import check_number, shown
from noron.experiments.store import STORE


def whole(_: Any, tokens: Sequence[Token]) -> int:
    """An option's whole number; cyclopts' own converter would round 2.5."""
    text = tokens[0].value
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"give a whole number, not {shown(text)}") from None


Data = Annotated[
    str,
    Parameter(help="mnist, a toy (xor, moons, circles, spirals, blobs, sine), the file of a table"),
]
Target = Annotated[str | None, Parameter(help="the column of a file that is to be predicted")]
Drop = Annotated[
    tuple[str, ...], Parameter(negative="", help="a column of a file to leave out; may be repeated")
]
Hidden = Annotated[str, Parameter(help='widths of the hidden layers, such as 128,64; "" for none')]
Activation = Annotated[str, Parameter(help="the activation behind each hidden layer")]
L2Strength = Annotated[float, Parameter(name="--l2", help="price on the sum of squared weights")]
DropoutRate = Annotated[float, Parameter(help="share of hidden units dropped while training")]
BatchNormFlag = Annotated[bool, Parameter(help="batch normalization in front of each activation")]
Seed = Annotated[
    int, Parameter(help="of all randomness: the same seed, the same run", converter=whole)
]
RUNS = STORE.parent
Json = Annotated[bool, Parameter(name="--json", negative="", help="the result as JSON")]
StorePath = Annotated[Path, Parameter(name="--store", help="the file that keeps all runs")]
WorkersNumber = Annotated[
    int | None,
    Parameter(name="--workers", help="train in so many processes of this machine", converter=whole),
]
DaskAddress = Annotated[
    str | None,
    Parameter(name="--dask", help="train on the workers of the Dask scheduler at this address"),
]
Backend = Annotated[
    str, Parameter(name="--backend", help="joblib's, of the workers: ray in place of processes")
]
Out = Annotated[str | None, Parameter(help="folder for the results; a new one in runs/ if none")]


def check_regularization(l2: float, dropout: float) -> None:
    """SettingError that names the option, not the setting that it stands for."""
    check_number("l2", l2, low=0)
    hint = "a dropout of 1 would throw everything away"
    check_number("dropout", dropout, low=0, high=1, open_high=True, hint=hint)


def known_names(*families: str) -> str:
    """The names that the options called like these families take, for the end of a help text."""
    from noron.tools.catalogue import names  # every layer, loss and optimizer: not for all commands

    known = names()
    return "\n".join(f"--{family}: {', '.join(known[family])}" for family in families)
