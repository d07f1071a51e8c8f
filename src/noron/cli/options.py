"""The options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Group, Parameter, Token

from noron.core.errors import check_number, shown
from noron.experiments.store import STORE

DATA, NETWORK = Group("Data", sort_key=1), Group("Network", sort_key=2)
TRAINING, RESULTS = Group("Training", sort_key=3), Group("Results", sort_key=4)
"""The groups of options in the help; what is in none of them comes first."""


def whole(_: Any, tokens: Sequence[Token]) -> int:
    """Return an option's whole number; cyclopts' own converter would round 2.5."""
    text = tokens[0].value
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"give a whole number, not {shown(text)}") from None


Target = Annotated[
    str | None, Parameter(help="the column of a file to predict", metavar="COLUMN", group=DATA)
]
Drop = Annotated[
    tuple[str, ...],
    Parameter(
        negative="",
        help="a column of a file to leave out; may be repeated",
        metavar="COLUMN",
        group=DATA,
    ),
]
Kind = Annotated[
    tuple[str, ...],
    Parameter(
        negative="",
        help="read a column as another kind, such as zip=category; may be repeated",
        metavar="COLUMN=KIND",
        group=DATA,
    ),
]
TextEncoding = Annotated[
    str | None,
    Parameter(
        name="--encoding",
        help="of a text file that is not UTF-8, such as cp1258",
        metavar="NAME",
        group=DATA,
    ),
]
Hidden = Annotated[str, Parameter(help='widths of the hidden layers, such as 128,64; "" for none')]
Activation = Annotated[str, Parameter(help="the activation after each hidden layer")]
L2Strength = Annotated[
    float, Parameter(name="--l2", help="penalty: this times the sum of squared weights")
]
DropoutRate = Annotated[
    float, Parameter(help="share of hidden units dropped in training, from 0 to below 1")
]
BatchNormFlag = Annotated[bool, Parameter(help="batch normalization before each activation")]
Seed = Annotated[
    int,
    Parameter(
        help="the seed of all randomness; the same seed repeats the run",
        converter=whole,
        group=TRAINING,
    ),
]
RUNS = STORE.parent
Json = Annotated[
    bool, Parameter(name="--json", negative="", help="print the result as JSON", group=RESULTS)
]
StorePath = Annotated[
    Path,
    Parameter(name="--store", help="the file that stores all runs", metavar="FILE", group=RESULTS),
]
Sign = Annotated[
    Path | None,
    Parameter(
        help="sign the model with the private key in this file", metavar="KEY", group=RESULTS
    ),
]
Trusted = Annotated[
    tuple[Path, ...],
    Parameter(
        negative="",
        help="take the model only if this public key has signed it; may be repeated",
        metavar="KEY.pub",
    ),
]
WorkersNumber = Annotated[
    int | None,
    Parameter(
        name="--workers", help="train in this many processes on this machine", converter=whole
    ),
]
DaskAddress = Annotated[
    str | None,
    Parameter(
        name="--dask",
        help="train on the workers of the Dask scheduler at this address",
        metavar="ADDRESS",
    ),
]
Backend = Annotated[
    str,
    Parameter(
        name="--backend",
        help="the joblib backend that runs the workers, such as ray",
        metavar="NAME",
    ),
]
Out = Annotated[
    str | None,
    Parameter(
        help="the folder for the results; by default a new one in runs/",
        metavar="FOLDER",
        group=RESULTS,
    ),
]


def check_regularization(l2: float, dropout: float) -> None:
    """Raise SettingError that names the option, not the setting behind it."""
    check_number("l2", l2, low=0)
    hint = "a dropout of 1 would drop every unit"
    check_number("dropout", dropout, low=0, high=1, open_high=True, hint=hint)


def known_names(*families: str) -> str:
    """Return the names that the options of these families take, for the end of a help text."""
    from noron.tools.catalogue import names  # imports every layer, loss and optimizer: slow

    known = names()
    return "\n".join(f"--{family}: {', '.join(known[family])}" for family in families)
