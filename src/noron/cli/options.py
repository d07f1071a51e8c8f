"""The options that several commands share."""

from typing import Annotated

from cyclopts import Parameter

from noron.catalogue import names
from noron.errors import SettingError, check_integer, shown

Data = Annotated[
    str,
    Parameter(help="mnist, a toy (xor, moons, circles, spirals, blobs, sine), a .csv or .npz file"),
]
Target = Annotated[str | None, Parameter(help="the column of a file that is to be predicted")]
Hidden = Annotated[str, Parameter(help='widths of the hidden layers, such as 128,64; "" for none')]
Activation = Annotated[str, Parameter(help="the activation behind each hidden layer")]
Epochs = Annotated[int, Parameter(help="passes over the training rows")]
Rate = Annotated[
    float | None, Parameter(help="learning rate; 0.1 for sgd, else the optimizer's own default")
]
BatchSize = Annotated[int, Parameter(help="rows in a step")]
OptimizerName = Annotated[str, Parameter(help="how the weights follow the gradient")]
L2Strength = Annotated[float, Parameter(name="--l2", help="price on the sum of squared weights")]
DropoutRate = Annotated[float, Parameter(help="share of hidden units dropped while training")]
BatchNormFlag = Annotated[bool, Parameter(help="batch normalization in front of each activation")]
LossName = Annotated[str | None, Parameter(help="chosen by the target unless given")]
Seed = Annotated[int, Parameter(help="of all randomness: the same seed, the same run")]
Rows = Annotated[int | None, Parameter(help="use this many training rows only, at random")]
Validation = Annotated[float, Parameter(help="share of the training rows held out to watch")]
Standardized = Annotated[
    bool | None, Parameter(help="inputs to mean 0, variance 1; for files unless told otherwise")
]
Json = Annotated[bool, Parameter(name="--json", negative="", help="the result as JSON")]
Out = Annotated[str | None, Parameter(help="folder for the results; a new one in runs/ if none")]


def widths(text: str) -> list[int]:
    """`128,64` as a list of widths; SettingError for anything else.

    >>> widths("128,64"), widths("")
    ([128, 64], [])
    """
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise SettingError(f"hidden is {shown(text)}: give widths with commas, such as 128,64")
    return [check_integer("hidden", int(part)) for part in parts]


def rate_for(optimizer: str, given: float | None) -> float | None:
    """The learning rate: the tutorial's 0.1 for plain gradient descent, unless one is given."""
    return 0.1 if given is None and optimizer == "sgd" else given


def known_names() -> str:
    """The names that options take, for the end of a help text."""
    known = names()
    option_of = {"activation": "activation", "optimizer": "optimizer", "loss": "loss"}
    return "\n".join(f"--{o}: {', '.join(known[family])}" for family, o in option_of.items())
