"""`noron find-rate`: a learning rate, before an hour is spent on the wrong one."""

from pathlib import Path

from cyclopts import App

from noron.cli import options as o
from noron.cli.datasets import load_split
from noron.cli.networks import Task, layers_of, make_network
from noron.cli.output import can_draw, check_folder, print_json, save_pictures
from noron.errors import SettingError

PICTURE = "learning_rate.png"


def add_to(app: App) -> None:
    """Register the command."""
    app.command(find_rate, help_epilogue=o.known_names("activation", "optimizer", "loss"))


def find_rate(
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
    out: o.Out = None,
    json: o.Json = False,
) -> int:
    """Find a learning rate by range tests, and draw them where --out says.

    The options are those of `noron train`, which takes --learning-rate auto for the same.
    """
    o.check_regularization(l2, dropout)
    folder = None if out is None else check_folder(out)
    split = load_split(data, target, rows, seed, drop)
    task = Task.of(split, loss)
    layers = layers_of(
        split, task, hidden, activation, standardize, dropout=dropout, batch_norm=batch_norm
    )
    net = make_network(split, task, layers, l2, seed)
    found = net.find_learning_rate(
        split.x, task.learnt(split.y), batch_size=batch_size, optimizer=optimizer
    )
    pictures: list[str] = []
    if folder is not None and can_draw():
        if (Path(folder) / PICTURE).exists():
            raise SettingError(f"{Path(folder) / PICTURE} is there already: give another --out")
        pictures = save_pictures({PICTURE: found.plot()}, folder)
    if json:
        fallen = [curve.fallen for curve in found.curves]
        result = {"learning_rate": found.suggestion, "fallen": fallen, "pictures": pictures}
        print_json({"data": split.name, **result})
        return 0
    print(found)
    for picture in pictures:
        print(f"picture    {picture}")
    return 0
