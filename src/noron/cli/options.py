"""The options that several commands share."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from cyclopts import Parameter, Token

from noron.catalogue import names
from noron.errors import SettingError, check_integer, check_number, shown


def whole(_: Any, tokens: Sequence[Token]) -> int:
    """An option's whole number; cyclopts' own converter would round 2.5."""
    return wholes(_, tokens)[0]


def wholes(_: Any, tokens: Sequence[Token]) -> tuple[int, ...]:
    """The whole numbers of an option that may be given several times."""
    texts = [token.value for token in tokens]
    try:
        return tuple(int(text) for text in texts)
    except ValueError:
        raise ValueError(f"give a whole number, not {shown(', '.join(texts))}") from None


Data = Annotated[
    str,
    Parameter(help="mnist, a toy (xor, moons, circles, spirals, blobs, sine), a .csv or .npz file"),
]
Target = Annotated[str | None, Parameter(help="the column of a file that is to be predicted")]
Drop = Annotated[
    tuple[str, ...], Parameter(negative="", help="a column of a file to leave out; may be repeated")
]
Hidden = Annotated[str, Parameter(help='widths of the hidden layers, such as 128,64; "" for none')]
Activation = Annotated[str, Parameter(help="the activation behind each hidden layer")]
Epochs = Annotated[int, Parameter(help="passes over the training rows", converter=whole)]
MostEpochs = Annotated[
    int | None,
    Parameter(help="passes over the training rows; 10, if no time limit says", converter=whole),
]
TimeLimit = Annotated[
    float | None, Parameter(help="seconds for the training; the learning rate lands when they end")
]
Rate = Annotated[
    float | Literal["auto"] | None,
    Parameter(
        help="learning rate; 0.1 for sgd on classes, else the optimizer's own; auto finds one"
    ),
]
BatchSize = Annotated[int, Parameter(help="rows in a step", converter=whole)]
OptimizerName = Annotated[str, Parameter(help="how the weights follow the gradient")]
L2Strength = Annotated[float, Parameter(name="--l2", help="price on the sum of squared weights")]
DropoutRate = Annotated[float, Parameter(help="share of hidden units dropped while training")]
BatchNormFlag = Annotated[bool, Parameter(help="batch normalization in front of each activation")]
LossName = Annotated[str | None, Parameter(help="chosen by the target unless given")]
Seed = Annotated[
    int, Parameter(help="of all randomness: the same seed, the same run", converter=whole)
]
Rows = Annotated[
    int | None, Parameter(help="use this many training rows only, at random", converter=whole)
]
Patience = Annotated[
    int | None,
    Parameter(help="stop when this many epochs brought no better validation loss", converter=whole),
]
Validation = Annotated[float, Parameter(help="share of the training rows held out to watch")]
Standardized = Annotated[
    bool | None, Parameter(help="inputs to mean 0, variance 1; for files unless told otherwise")
]
Listed = Parameter(negative="", show_default=lambda values: " ".join(map(str, values)))
"""How an option that may be given several times is shown: its defaults, and no way to empty it."""

HiddenGrid = Annotated[tuple[str, ...], Listed, Parameter(help="widths of the hidden layers")]
RateGrid = Annotated[
    tuple[float, ...],
    Listed,
    Parameter(help="learning rates; 0.1 for sgd, else the optimizer's own", show_default=False),
]
ActivationGrid = Annotated[tuple[str, ...], Listed, Parameter(help="activations")]
OptimizerGrid = Annotated[tuple[str, ...], Listed, Parameter(help="optimizers")]
BatchSizeGrid = Annotated[
    tuple[int, ...], Listed, Parameter(help="rows in a step", converter=wholes)
]
L2Grid = Annotated[
    tuple[float, ...], Listed, Parameter(name="--l2", help="prices on squared weights")
]
DropoutGrid = Annotated[tuple[float, ...], Listed, Parameter(help="shares of hidden units dropped")]
Json = Annotated[bool, Parameter(name="--json", negative="", help="the result as JSON")]
Out = Annotated[str | None, Parameter(help="folder for the results; a new one in runs/ if none")]


def widths(text: str, name: str = "hidden") -> list[int]:
    """`128,64` as a list of widths; SettingError for anything else.

    >>> widths("128,64"), widths("")
    ([128, 64], [])
    """
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise SettingError(f"{name} is {shown(text)}: give widths with commas, such as 128,64")
    return [check_integer(name, int(part)) for part in parts]


def check_regularization(l2: float, dropout: float) -> None:
    """SettingError that names the option, not the setting that it stands for."""
    check_number("l2", l2, low=0)
    hint = "a dropout of 1 would throw everything away"
    check_number("dropout", dropout, low=0, high=1, open_high=True, hint=hint)


def rate_for(
    optimizer: str, given: float | Literal["auto"] | None, task: str
) -> float | Literal["auto"] | None:
    """The learning rate: for plain gradient descent on classes the tutorial's 0.1.

    A squared error has no ceiling to its slope, and diverges at 0.1 on rows as plain as can be.
    """
    plain = given is None and optimizer == "sgd" and task != "regression"
    return 0.1 if plain else given


def known_names(*families: str) -> str:
    """The names that the options called like these families take, for the end of a help text."""
    known = names()
    return "\n".join(f"--{family}: {', '.join(known[family])}" for family in families)
