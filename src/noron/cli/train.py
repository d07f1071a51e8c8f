"""`noron train`: a network from data, with its curves."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from cyclopts import App

from noron.callbacks import EarlyStopping, Progress
from noron.cli import options as o
from noron.cli.datasets import Split, load_split
from noron.cli.networks import Task, layers_of, make_network
from noron.cli.output import (
    EXIT_INTERRUPTED,
    can_draw,
    check_folder,
    note,
    print_json,
    results_folder,
    save_pictures,
)
from noron.columns import describe
from noron.files import write_json
from noron.history import History
from noron.model import NeuralNetwork

RUNS = Path("runs")
MODEL = "model.safetensors"
MOST_CLASSES_DRAWN = 30


def add_to(app: App) -> None:
    """Register the command."""
    app.command(train, help_epilogue=o.known_names("activation", "optimizer", "loss"))


def train(
    *,
    data: o.Data = "mnist",
    target: o.Target = None,
    drop: o.Drop = (),
    hidden: o.Hidden = "128,64",
    activation: o.Activation = "relu",
    epochs: o.MostEpochs = None,
    learning_rate: o.Rate = None,
    batch_size: o.BatchSize = 64,
    optimizer: o.OptimizerName = "sgd",
    l2: o.L2Strength = 0.0,
    dropout: o.DropoutRate = 0.0,
    batch_norm: o.BatchNormFlag = False,
    loss: o.LossName = None,
    standardize: o.Standardized = None,
    validation: o.Validation = 0.1,
    patience: o.Patience = None,
    time_limit: o.TimeLimit = None,
    rows: o.Rows = None,
    seed: o.Seed = 0,
    out: o.Out = None,
    json: o.Json = False,
) -> int:
    """Train a network; leaves the model, its history and its learning curves in a folder."""
    check_folder(RUNS if out is None else out)
    o.check_regularization(l2, dropout)
    split = load_split(data, target, rows, seed, drop)
    task = Task.of(split, loss)
    layers = layers_of(
        split, task, hidden, activation, standardize, dropout=dropout, batch_norm=batch_norm
    )
    net = make_network(split, task, layers, l2, seed)
    stopping = [] if patience is None else [EarlyStopping(patience=patience)]
    history = net.train(
        split.x,
        task.learnt(split.y),
        epochs=10 if epochs is None and time_limit is None else epochs,
        learning_rate=o.rate_for(optimizer, learning_rate, net.loss.task),
        batch_size=batch_size,
        optimizer=optimizer,
        validation=validation,
        callbacks=[*stopping, Progress()],
        progress=False,
        time_limit=time_limit,
    )
    task.unscale(net)
    folder = results_folder(out, RUNS / split.name, MODEL)
    split = replace(split, x=split.x[:1])  # the rest has been learnt: its memory is for pictures
    return report(net, history, split, folder, json)


def report(net: NeuralNetwork, history: History, split: Split, folder: Path, json: bool) -> int:
    """Measure on the test rows, once; write everything; say it. The exit code."""
    net.save(folder / MODEL)
    write_json(folder / "history.json", history.to_dict())
    test = net.evaluate(split.x_test, split.y_test)
    pictures = save_pictures(draw(net, history, split), folder) if can_draw() else []
    result: dict[str, Any] = {
        "data": split.name,
        "stop_reason": history.stop_reason,
        "diverged": history.diverged,
        "epochs": len(history),
        "test": test,
        "model": str(folder / MODEL),
        "history": str(folder / "history.json"),
        "pictures": pictures,
        "seed": net.seed,
        "engine": history.engine,
    }
    if ";" in history.engine:
        note(f"engine     {history.engine}")
    if learnt_nothing(history, split):
        note(
            "warning: the training loss is no better than guessing: try a smaller learning rate, "
            "or --standardize"
        )
    if json:
        print_json(result | {"rows": list(history.rows)})
    else:
        _print_report(result)
    return EXIT_INTERRUPTED if history.interrupted else 0


def learnt_nothing(history: History, split: Split) -> bool:
    """Whether the last training loss is at least that of always answering the classes' shares."""
    if not len(history) or "accuracy" not in history.columns:
        return False
    shares = np.unique(split.y, return_counts=True)[1] / len(split.y)
    return not history["loss"][-1] < -(shares * np.log(shares)).sum()


def draw(net: NeuralNetwork, history: History, split: Split) -> dict[str, Any]:
    """The pictures of a run that has rows."""
    from noron import plotting

    pictures: dict[str, Any] = {}
    if len(history):
        pictures["learning_curves.png"] = plotting.plot_history(history.rows)
    return pictures | pictures_of(net, split)


def pictures_of(net: NeuralNetwork, split: Split) -> dict[str, Any]:
    """The pictures of a model and the rows it was not trained on."""
    from noron import plotting

    pictures: dict[str, Any] = {}
    proba = net.predict_proba(split.x_test)
    prediction = net.targets.decode(proba)
    classes = net.targets.classes is not None
    if split.x_test.shape[1] == 2 and classes:
        points = split.x_test[:]
        pictures["boundary.png"] = plotting.plot_boundary(net.predict, points, split.y_test)
    if split.x_test.shape[1] == 1 and net.loss.task == "regression":
        pictures["fit.png"] = plotting.plot_fit(net.predict, split.x_test[:], split.y_test)
    if classes and len(np.unique(split.y)) <= MOST_CLASSES_DRAWN:
        pictures["confusion.png"] = plotting.plot_confusion(split.y_test, prediction)
    if split.image is not None:
        pictures["weights.png"] = plotting.plot_weights(net.weights[0], shape=split.image)
        wrong = np.flatnonzero(prediction != split.y_test)
        if wrong.size:
            surest = wrong[np.argsort(-proba[wrong].max(axis=1), kind="stable")][:16]
            pictures["wrongly_read.png"] = plotting.plot_mistakes(
                split.x_test[surest],  # the test rows stay compact, these few are drawn
                split.y_test[surest],
                proba[surest],
                shape=split.image,
                classes=net.targets.classes,
                title=f"{wrong.size:,} of {len(split.y_test):,} misread; the surest mistakes",
            )
    return pictures


def _print_report(result: dict[str, Any]) -> None:
    measured = describe(dict(reversed(result["test"].items())))
    print(f"stopped    {result['stop_reason']}")
    print(f"test       {measured}")
    print(f"model      {result['model']}")
    print(f"history    {result['history']}")
    for picture in result["pictures"]:
        print(f"picture    {picture}")
