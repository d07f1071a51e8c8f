"""`noron compare`: a grid of networks, a table of results, one picture of the curves."""

import itertools
from typing import Any, NamedTuple

from cyclopts import App

from noron.callbacks import Progress
from noron.cli import options as o
from noron.cli.datasets import Split, load_split
from noron.cli.networks import Task, layers_of, make_network
from noron.cli.output import (
    EXIT_INTERRUPTED,
    EXIT_WRONG_USE,
    can_draw,
    check_folder,
    fail,
    note,
    print_json,
    print_table,
    results_folder,
    save_pictures,
)
from noron.cli.train import RUNS
from noron.columns import badness, cell, describe
from noron.data.dataset import split_rows
from noron.data.rows import pick
from noron.files import write_json
from noron.history import History
from noron.model import NeuralNetwork
from noron.plan import Plan
from noron.types import Array

BRIEFLY = {
    "hidden": "{}",
    "activation": "{}",
    "optimizer": "{}",
    "learning_rate": "rate {}",
    "batch_size": "batch {}",
}
"""How a setting is written in the name of a run, where its own name is not needed."""


RESULTS = "results.json"


class Choice(NamedTuple):
    """One point of the grid."""

    hidden: str
    learning_rate: float | None
    activation: str
    optimizer: str
    batch_size: int
    l2: float
    dropout: float


def add_to(app: App) -> None:
    """Register the command."""
    app.command(compare, help_epilogue=o.known_names("activation", "optimizer", "loss"))


def compare(
    *,
    data: o.Data = "mnist",
    target: o.Target = None,
    drop: o.Drop = (),
    hidden: o.HiddenGrid = ("128,64",),
    learning_rate: o.RateGrid = (),
    activation: o.ActivationGrid = ("relu",),
    optimizer: o.OptimizerGrid = ("sgd",),
    batch_size: o.BatchSizeGrid = (64,),
    l2: o.L2Grid = (0.0,),
    dropout: o.DropoutGrid = (0.0,),
    loss: o.LossName = None,
    epochs: o.Epochs = 5,
    validation: o.Validation = 0.1,
    rows: o.Rows = None,
    seed: o.Seed = 0,
    out: o.Out = None,
    json: o.Json = False,
) -> int:
    """Train every combination of options: --hidden 64 --hidden 128,64 --activation tanh ...

    The best one is chosen on the validation rows; only that one is measured on the test rows.
    """
    check_folder(RUNS if out is None else out)
    split = load_split(data, target, rows, seed, drop)
    task = Task.of(split, loss)
    grid = itertools.product(
        hidden, learning_rate or (None,), activation, optimizer, batch_size, l2, dropout
    )
    choices = [Choice(*point) for point in dict.fromkeys(grid)]
    held_out = split_rows(split.y, validation, seed=seed)  # the same rows for all
    for choice in choices:  # all settings are checked before the first network is trained
        Plan.of(
            **training_of(choice, task, epochs),
            metrics=(),
            shuffle=True,
            engine=None,
            validated=True,
        )
    nets = [network_of(choice, split, task, seed) for choice in choices]
    results: list[dict[str, Any]] = []
    finished: list[NeuralNetwork] = []
    interrupted = False
    for number, (choice, net) in enumerate(zip(choices, nets, strict=True), start=1):
        note(f"{number}/{len(choices)}  {label(choice, choices)}")
        history = train_one(net, choice, split, task, held_out, epochs)
        interrupted = history.interrupted
        if len(history):  # else it diverged at once, and a warning has said so
            results.append(result_of(choice, choices, history))
            finished.append(net)
        if interrupted:
            break
    if not results:
        code = EXIT_INTERRUPTED if interrupted else EXIT_WRONG_USE
        return fail("no run finished an epoch: nothing to compare", code)
    report(results, finished, split, out, json)
    return EXIT_INTERRUPTED if interrupted else 0


def train_one(
    net: NeuralNetwork,
    choice: Choice,
    split: Split,
    task: Task,
    held_out: tuple[Array, Array],
    epochs: int,
) -> History:
    """One run of the grid, watched on the rows that all runs are watched on."""
    train, validation = held_out
    y = task.learnt(split.y)
    history = net.train(
        pick(split.x, train),
        y[train],
        validation=(pick(split.x, validation), y[validation]),
        **training_of(choice, task, epochs),
    )
    task.unscale(net)
    return history


def training_of(choice: Choice, task: Task, epochs: int) -> dict[str, Any]:
    """What `NeuralNetwork.train` is told."""
    return {
        "epochs": epochs,
        "learning_rate": o.rate_for(choice.optimizer, choice.learning_rate, task.loss.task),
        "batch_size": choice.batch_size,
        "optimizer": choice.optimizer,
        "callbacks": [Progress()],
        "progress": False,
    }


def network_of(choice: Choice, split: Split, task: Task, seed: int) -> NeuralNetwork:
    """The network of one point of the grid."""
    o.check_regularization(choice.l2, choice.dropout)
    layers = layers_of(split, task, choice.hidden, choice.activation, None, dropout=choice.dropout)
    return make_network(split, task, layers, choice.l2, seed)


def label(choice: Choice, choices: list[Choice]) -> str:
    """The settings in which the choices differ, briefly: `128,64 rate 0.1 tanh`."""
    differ = [name for name in Choice._fields if len({getattr(c, name) for c in choices}) > 1]
    if len(differ) == 1:
        return f"{differ[0]} {getattr(choice, differ[0])}"
    words = []
    for name in differ or ["hidden", "activation"]:
        value = getattr(choice, name)
        if value is not None:
            words.append(BRIEFLY.get(name, f"{name} {{}}").format(value))
    return " ".join(words)


def result_of(choice: Choice, choices: list[Choice], history: History) -> dict[str, Any]:
    """What one run came to: its last epoch, and all of them."""
    last = history.rows[-1]
    return {
        "name": label(choice, choices),
        "settings": choice._asdict(),
        "last": last,
        "stop_reason": history.stop_reason,
        "interrupted": history.interrupted,
        "rows": list(history.rows),
    }


def report(
    results: list[dict[str, Any]],
    nets: list[NeuralNetwork],
    split: Split,
    out: str | None,
    json: bool,
) -> None:
    """The table, the picture, the best one's test; everything also as JSON in the folder."""
    metric = "val_r2" if "val_r2" in results[0]["last"] else "val_accuracy"
    values = [result["last"][metric] for result in results]
    best = values.index(min(values, key=lambda value: badness(metric, value)))
    winner = {
        "best": results[best]["name"],
        "chosen_by": metric,
        "test": nets[best].evaluate(split.x_test, split.y_test),
    }
    folder = results_folder(out, RUNS / f"{split.name}-compare", RESULTS)
    write_json(folder / RESULTS, winner | {"runs": results})
    pictures = save_pictures(_draw(results), folder) if can_draw() else []
    if json:
        print_json(winner | {"runs": results, "folder": str(folder), "pictures": pictures})
    else:
        _print_report(results, best, winner, [str(folder / RESULTS), *pictures])


def _draw(results: list[dict[str, Any]]) -> dict[str, Any]:
    from noron.plotting import plot_runs

    return {"compare.png": plot_runs({result["name"]: result["rows"] for result in results})}


def _print_report(
    results: list[dict[str, Any]], best: int, winner: dict[str, Any], files: list[str]
) -> None:
    columns = [name for name in results[0]["last"] if name not in ("epoch", "learning_rate")]
    rows = [[r["name"], *(cell(name, r["last"][name]) for name in columns)] for r in results]
    print_table(["run", *columns], rows, emphasis=best)
    measured = describe(winner["test"])
    print(f"best by {winner['chosen_by']}: {winner['best']}; on the test rows: {measured}")
    for file in files:
        print(f"written    {file}")
