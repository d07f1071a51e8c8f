"""`noron gradcheck`: compare backpropagation with numerical derivatives."""

from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import print_json, say
from noron.core.errors import check_integer
from noron.experiments.settings import widths as widths_of
from noron.layers.multilayer import multilayer
from noron.model.neural_network import NeuralNetwork
from noron.tools.gradcheck import gradcheck as gradcheck_of
from noron.tools.gradcheck import random_rows

MOST_ROWS = 10_000
"""Each weight needs several passes over all rows."""


def add_to(app: App) -> None:
    """Register the command."""
    app.command(gradcheck, help_epilogue=o.known_names("activation", "loss"))


def gradcheck(
    *,
    inputs: Annotated[int, Parameter(help="the number of inputs", converter=o.whole)] = 5,
    hidden: o.Hidden = "8,6",
    outputs: Annotated[int, Parameter(help="the number of outputs", converter=o.whole)] = 3,
    activation: o.Activation = "tanh",
    loss: Annotated[str, Parameter(help="the loss to check")] = "cross_entropy",
    l2: o.L2Strength = 0.0,
    dropout: o.DropoutRate = 0.0,
    batch_norm: o.BatchNormFlag = False,
    rows: Annotated[int, Parameter(help="the number of random rows", converter=o.whole)] = 8,
    seed: o.Seed = 0,
    json: o.Json = False,
) -> int:
    """Compare backward with central differences, weight by weight.

    The exit code is 1 if they differ.
    """
    check_integer("inputs", inputs)
    check_integer("outputs", outputs)
    check_integer("rows", rows, at_most=MOST_ROWS)
    o.check_regularization(l2, dropout)
    widths = [inputs, *widths_of(hidden), outputs]
    layers = multilayer(widths, activation, dropout=dropout, batch_norm=batch_norm)
    penalty = {"name": "l2", "strength": l2} if l2 else ()
    net = NeuralNetwork(
        layers, loss=loss, regularizer=penalty, dtype="float64", seed=seed, n_inputs=inputs
    )
    report = gradcheck_of(net.network, net.loss, random_rows(net.network, net.loss, rows, seed))
    if json:
        tensors = [dict(tensor.__dict__) for tensor in report.tensors]
        print_json({"passed": report.passed, "tensors": tensors})
    else:
        say(report.table())
    return 0 if report.passed else 1
