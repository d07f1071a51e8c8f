"""`noron predict`: a model and new rows, out come answers."""

import csv
import io
import sys
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import note, print_json
from noron.columns import cell
from noron.data import read_table
from noron.data.dataset import Dataset
from noron.errors import DataError, SettingError
from noron.files import write_atomically
from noron.model import NeuralNetwork, load
from noron.types import Array


def add_to(app: App) -> None:
    """Register the command."""
    app.command(predict)


def predict(
    model: Annotated[str, Parameter(help="a model file that noron has saved")],
    input: Annotated[str, Parameter(help="a .csv or .npz file with the columns of the training")],
    /,
    *,
    proba: Annotated[
        bool, Parameter(negative="", help="the probability of each class too")
    ] = False,
    out: Annotated[str | None, Parameter(help="a CSV file for the answers, not the screen")] = None,
    json: o.Json = False,
) -> int:
    """Predict the rows of a file; measures itself where the file has the target as well."""
    net = load(model)
    if proba and net.loss.task == "regression":
        raise SettingError("proba is for classes, but this model predicts numbers: leave it out")
    rows = read_rows(net, input)
    answers = net.predict_proba(rows.x)
    prediction = net.targets.decode(answers)
    scores = answers if proba else None
    measured = measure(net, rows)
    if json:
        result = {"prediction": plain(prediction), "measured": measured}
        print_json(result if scores is None else result | {"probabilities": plain(scores)})
        return 0
    text = as_csv(net, prediction, scores)
    if out is None:
        sys.stdout.write(text)
    else:
        write_atomically(out, text.encode())
        note(f"{len(prediction)} answers in {out}")
    for name, value in measured.items():
        note(f"{name} {cell(name, value)}")
    return 0


def read_rows(net: NeuralNetwork, path: str) -> Dataset:
    """The columns that the model knows, by name where it knows names; the target if it is there."""
    columns = net.feature_names if Path(path).suffix.lower() == ".csv" else None
    try:
        return read_table(path, net.target_name, columns=columns)
    except DataError:  # the usual case: new rows have no target, and the target no column
        return read_table(path, None, columns=columns)


def measure(net: NeuralNetwork, rows: Dataset) -> dict[str, float]:
    """Loss and accuracy where the file has the target; a note where that is nothing we know."""
    if rows.y is None:
        return {}
    try:
        return net.evaluate(rows.x, rows.y)
    except DataError as error:
        note(f"not measured: {error}")
        return {}


def plain(values: Array) -> list[Any]:
    """Labels as they are; numbers with the seven digits that a float32 has."""
    if values.dtype.kind != "f":
        return values.tolist()
    return [plain(row) if row.ndim else float(f"{row:.7g}") for row in values]


def as_csv(net: NeuralNetwork, prediction: Array, scores: Array | None) -> str:
    """A header and a line for each row."""
    table: list[tuple[str, Any]] = []
    columns = prediction.reshape(len(prediction), -1).T
    name = net.target_name or "prediction"
    for number, column in enumerate(columns):
        table.append((name if len(columns) == 1 else f"{name}{number}", plain(column)))
    if scores is not None:
        classes = net.targets.classes or range(scores.shape[1])
        labels = list(classes) if len(list(classes)) == scores.shape[1] else [list(classes)[-1]]
        for label, column in zip(labels, scores.T, strict=True):
            table.append((f"p({label})", plain(column)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([header for header, _ in table])
    writer.writerows(zip(*(values for _, values in table), strict=True))
    return text.getvalue()
