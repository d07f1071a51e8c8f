"""`noron gradcheck`: backpropagation against differences, weight by weight."""

from typing import Annotated

import numpy as np
from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import print_json
from noron.errors import check_integer
from noron.losses import Loss
from noron.model import NeuralNetwork
from noron.recipe import multilayer
from noron.types import RNG, Array


def add_to(app: App) -> None:
    """Register the command."""
    app.command(gradcheck, help_epilogue=o.known_names())


def gradcheck(
    *,
    inputs: Annotated[int, Parameter(help="width of the inputs")] = 5,
    hidden: o.Hidden = "8,6",
    outputs: Annotated[int, Parameter(help="width of the outputs")] = 3,
    activation: o.Activation = "tanh",
    loss: Annotated[str, Parameter(help="the loss to check")] = "cross_entropy",
    l2: o.L2Strength = 0.0,
    dropout: o.DropoutRate = 0.0,
    batch_norm: o.BatchNormFlag = False,
    rows: Annotated[int, Parameter(help="rows of random data")] = 8,
    seed: o.Seed = 0,
    json: o.Json = False,
) -> int:
    """Compare backward with central differences, weight by weight; 1 if they differ."""
    widths = [inputs, *o.widths(hidden), outputs]
    layers = multilayer(widths, activation, dropout=dropout, batch_norm=batch_norm)
    penalty = {"name": "l2", "strength": l2} if l2 else ()
    net = NeuralNetwork(
        layers, loss=loss, regularizer=penalty, dtype="float64", seed=seed, n_inputs=inputs
    )
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((check_integer("rows", rows), inputs))
    report = net.gradcheck(X, random_target(net.loss, rows, outputs, rng))
    if json:
        tensors = [dict(tensor.__dict__) for tensor in report.tensors]
        print_json({"passed": report.passed, "tensors": tensors})
    else:
        print(report.table())
    return 0 if report.passed else 1


def random_target(loss: Loss, rows: int, outputs: int, rng: RNG) -> Array:
    """Some y that the loss takes: class numbers, answers 0 or 1, or numbers of at least 0."""
    if loss.task == "classes":
        return rng.integers(outputs, size=rows)
    if loss.task == "binary":
        return rng.integers(2, size=(rows, outputs))
    return rng.gamma(2.0, size=(rows, outputs))
