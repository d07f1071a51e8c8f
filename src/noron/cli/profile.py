"""`noron profile`: where a training step's time goes."""

from cyclopts import App

from noron.cli import options as o
from noron.cli.datasets import load_split
from noron.cli.networks import Task, layers_of, make_network
from noron.cli.output import print_json


def add_to(app: App) -> None:
    """Register the command."""
    app.command(profile, help_epilogue=o.known_names("activation", "optimizer", "loss"))


def profile(
    *,
    data: o.Data = "mnist",
    target: o.Target = None,
    drop: o.Drop = (),
    hidden: o.Hidden = "128,64",
    activation: o.Activation = "relu",
    batch_size: o.BatchSize = 64,
    optimizer: o.OptimizerName = "sgd",
    l2: o.L2Strength = 0.0,
    dropout: o.DropoutRate = 0.0,
    batch_norm: o.BatchNormFlag = False,
    loss: o.LossName = None,
    standardize: o.Standardized = None,
    rows: o.Rows = None,
    seed: o.Seed = 0,
    json: o.Json = False,
) -> int:
    """Show where a training step's time goes, and which way each layer takes, and why.

    The options are those of `noron train`; NORON_ENGINE=numpy or reference shows another engine.
    """
    o.check_regularization(l2, dropout)
    split = load_split(data, target, rows, seed, drop)
    task = Task.of(split, loss)
    layers = layers_of(
        split, task, hidden, activation, standardize, dropout=dropout, batch_norm=batch_norm
    )
    net = make_network(split, task, layers, l2, seed)
    report = net.profile(split.x, task.learnt(split.y), batch_size=batch_size, optimizer=optimizer)
    if json:
        print_json({"data": split.name, **report.to_dict()})
    else:
        print(report.table())
    return 0
