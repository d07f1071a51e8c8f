"""`noron train`: train a network and draw its learning curves."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.data_summary import tell_data
from noron.cli.output import (
    EXIT_INTERRUPTED,
    can_draw,
    check_folder,
    note,
    print_json,
    results_folder,
    say,
)
from noron.cli.pictures import USUAL, Drawing, save_pictures
from noron.cli.recipe_options import RecipeFile, Set, add_command, spec_of
from noron.cli.signals import SIGNALS
from noron.core.atomic import write_json
from noron.core.signature import SigningKey
from noron.core.tensor_file import sign as sign_file
from noron.core.text import describe
from noron.experiments.checkpoints import seconds
from noron.experiments.datasets import TrainTestSplit
from noron.experiments.recorder import record
from noron.experiments.repeat import obstacle
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, check
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.model.neural_network import NeuralNetwork
from noron.training.callbacks import Progress
from noron.training.checkpoint import Checkpoints
from noron.training.history import History

MODEL = "model.safetensors"
RECIPE = "recipe.toml"
MOST_CLASSES_DRAWN = 30


Verbose = Annotated[
    bool,
    Parameter(
        name=("--verbose", "-v"),
        negative="",
        help="print a line for each epoch, in a terminal too",
        group=o.RESULTS,
    ),
]


def add_to(app: App) -> None:
    """Register the command."""
    add_command(app, train)


def train(
    recipe: RecipeFile = None,
    *,
    set: Set = (),
    out: o.Out = None,
    store: o.StorePath = o.STORE,
    drawing: Drawing = USUAL,
    sign: o.Sign = None,
    verbose: Verbose = False,
    json: o.Json = False,
    **settings: Any,
) -> int:
    """Train a network, and write the model, its recipe, its history and its curves to a folder.

    The run is stored as well: noron runs list shows it, noron repeat trains it again, noron resume
    goes on with it after any end.
    """
    key = None if sign is None else SigningKey(sign)
    spec = spec_of(recipe, set, settings)
    with Store(store) as kept:
        return train_spec(kept, spec, out, drawing, verbose=verbose, json=json, key=key)


def train_spec(
    store: Store,
    spec: RunSpec,
    out: str | None,
    drawing: Drawing,
    *,
    verbose: bool,
    json: bool,
    resumes: int | None = None,
    key: SigningKey | None = None,
) -> int:
    """Train a recipe, or go on with the run `resumes`; write and report the results."""
    check_folder(o.RUNS if out is None else out)
    sources = Sources()  # here, as `del` below is to free the rows
    rows = sources.rows_of(spec)
    check(spec, rows)
    tell_data(spec, rows)
    del rows
    checkpoints = Checkpoints(every=seconds(), results_follow=True)
    result = record(
        store, spec, sources, callbacks=[Progress(lines=verbose)], tested=True, advise=True,
        checkpoints=checkpoints, resumes=resumes,
    )  # fmt: skip
    del sources  # the pictures need the memory of the training rows
    with SIGNALS.held():
        folder = results_folder(out, o.RUNS / result.data.split.name, MODEL)
        result.kept = result.net, result.data.without_training()
        files = write_results(result, folder, drawing, key)
        if result.run is not None:
            for file in files:
                store.keep(partial(store.add_artefact, result.run, file))
        if not result.history.interrupted:
            checkpoints.clear()
    return report(result, files, json)


def write_results(
    result: RunResult, folder: Path, drawing: Drawing, key: SigningKey | None = None
) -> list[Path]:
    """Write the model, the recipe, the history and the pictures, and return their paths."""
    net, history = result.net, result.history
    net.save(folder / MODEL)
    if key is not None:
        sign_file(folder / MODEL, key)
    result.spec.save(folder / RECIPE)
    write_json(folder / "history.json", history.to_dict())
    drawn = pictures(net, history, result.data.split) if can_draw() else {}
    drawings = map(Path, save_pictures(drawn, folder, drawing))
    return [folder / MODEL, folder / RECIPE, folder / "history.json", *drawings]


def report(result: RunResult, files: list[Path], json: bool) -> int:
    """Print the results of a run and return the exit code."""
    history = result.history
    model, recipe, rows, *pictures = map(str, files)
    facts: dict[str, Any] = {
        "data": result.data.split.name,
        "run": result.run,
        "stop_reason": history.stop_reason,
        "diverged": history.diverged,
        "epochs": len(history),
        "test": result.test(),
        "model": model,
        "recipe": recipe,
        "history": rows,
        "pictures": pictures,
        "seed": result.spec.seed,
        "engine": history.engine,
        "advice": [one.for_command for one in history.advice],
    }
    if json:
        if ";" in history.engine:
            note(f"engine     {history.engine}")
        print_json(facts | {"rows": list(history.rows)})
    else:
        _print_report(facts)
        if result.run is not None:
            again = obstacle(result) or f"noron repeat {result.run} trains it again, bit for bit"
            on = f"noron resume {result.run} goes on, to the same bits"
            say(f"run        {result.run}: {on if history.interrupted else again}")
    return EXIT_INTERRUPTED if history.interrupted else 0


def pictures(net: NeuralNetwork, history: History, split: TrainTestSplit) -> dict[str, Any]:
    """Return the functions that draw the pictures of a run, as save_pictures takes them."""
    from noron import plotting

    of_run: dict[str, Any] = {}
    if len(history):
        of_run["learning_curves"] = partial(plotting.plot_history, history.rows)
    return of_run | pictures_of(net, split)


def pictures_of(net: NeuralNetwork, split: TrainTestSplit) -> dict[str, Any]:
    """Return the functions that draw a model's pictures, made from the test rows."""
    from noron import plotting

    result: dict[str, Any] = {}
    proba = net.predict_proba(split.x_test)
    prediction = net.targets.decode(proba)
    classes = net.targets.classes is not None
    if split.x_test.shape[1] == 2 and classes:
        points = split.x_test[:]
        result["boundary"] = partial(plotting.plot_boundary, net.predict, points, split.y_test)
    if split.x_test.shape[1] == 1 and net.loss.task == "regression":
        result["fit"] = partial(plotting.plot_fit, net.predict, split.x_test[:], split.y_test)
    if classes and len(np.unique(split.y)) <= MOST_CLASSES_DRAWN:
        result["confusion"] = partial(plotting.plot_confusion, split.y_test, prediction)
    if split.image is not None:
        result["weights"] = partial(plotting.plot_weights, net.weights[0], shape=split.image)
        wrong = np.flatnonzero(prediction != split.y_test)
        if wrong.size:
            surest = wrong[np.argsort(-proba[wrong].max(axis=1), kind="stable")][:16]
            result["wrongly_read"] = partial(
                plotting.plot_mistakes,
                split.x_test[surest],  # only these few of the compact test rows are expanded
                split.y_test[surest],
                proba[surest],
                shape=split.image,
                classes=net.targets.classes,
                title=f"{wrong.size:,} of {len(split.y_test):,} misread; the surest mistakes",
            )
    return result


def _print_report(result: dict[str, Any]) -> None:
    measured = describe(dict(reversed(result["test"].items())))
    say(f"end        {result['stop_reason']}")
    say(f"engine     {result['engine']}")
    say(f"test       {measured}")
    for kind in ("model", "recipe", "history"):
        say(f"{kind:<10} {result[kind]}")
    for picture in result["pictures"]:
        say(f"picture    {picture}")
