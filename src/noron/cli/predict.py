"""`noron predict`: predict new rows with a saved model."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.model_file import ModelFile, holds_table, model_file
from noron.cli.output import note, print_json, say_data
from noron.core.atomic import write_atomically
from noron.core.errors import DataError, SettingError, shown
from noron.core.text import cell, defused
from noron.core.types import Array
from noron.data import read, read_table
from noron.data.dataset import Dataset
from noron.data.names import missing_columns
from noron.data.readers.read import known_reader, reader_of
from noron.data.tables import Encoding, Frame
from noron.data.tables.columns import Column, Texts
from noron.data.tables.target import read_target
from noron.experiments.task import Task
from noron.model.neural_network import NeuralNetwork, load

Kept = dict[str, list[str]]
"""Columns of the file as they are written there, by name."""


def add_to(app: App) -> None:
    """Register the command."""
    app.command(predict)


def predict(
    model: ModelFile,
    input: Annotated[str, Parameter(help="a file with the same columns as the training file")],
    /,
    *,
    keep: Annotated[
        tuple[str, ...],
        Parameter(
            negative="",
            metavar="COLUMN",
            help="also write this column of the file, such as an id; may be repeated",
        ),
    ] = (),
    keep_columns: Annotated[
        bool, Parameter(negative="", help="also write all columns of the file")
    ] = False,
    proba: Annotated[
        bool, Parameter(negative="", help="also give the probability of each class")
    ] = False,
    out: Annotated[
        str | None,
        Parameter(
            help="write the predictions to this CSV file, not to the screen",
            metavar="FILE",
            group=o.RESULTS,
        ),
    ] = None,
    encoding: o.TextEncoding = None,
    trusted: o.Trusted = (),
    store: o.StorePath = o.STORE,
    json: o.Json = False,
) -> int:
    """Predict the rows of a file, and measure the predictions if it has the target column too.

    The model is a file, a folder of results or a run: noron predict 3 new.csv --keep id
    """
    path = model_file(model, store)
    kept = kept_columns(input, encoding, keep, every=keep_columns)
    if holds_table(path, trusted):
        return predict_table(
            path, input, encoding, kept, proba=proba, out=out, trusted=trusted, json=json
        )
    net = load(path, trusted or None)
    if proba and net.loss.task == "regression":
        raise SettingError("proba is for classes, but this model predicts numbers: leave it out")
    rows = read_rows(net, input, encoding)
    answers = net.predict_proba(rows.x)
    prediction = net.targets.decode(answers)
    scores = answers if proba else None
    measured = measure(net, rows)
    if json:
        return tell_json(prediction, scores, measured, kept)
    name = net.target_name or "prediction"
    text = as_csv(name, net.targets.classes, prediction, scores, kept)
    tell(text, len(prediction), measured, out)
    return 0


def tell(text: str, rows: int, measured: dict[str, float], out: str | None) -> None:
    """Print the predictions or write them to `out`; print the measures on standard error."""
    if out is None:
        say_data(text)
    else:
        write_atomically(out, text.encode())
        note(f"{rows} predictions in {out}")
    for name, value in measured.items():
        note(f"{name} {cell(name, value)}")


def tell_json(
    prediction: Array, scores: Array | None, measured: dict[str, float], kept: Kept
) -> int:
    """Print the predictions and the measures as JSON, and return the exit code."""
    result = {"prediction": plain(prediction), "measured": measured}
    result |= {"kept": kept} if kept else {}
    print_json(result if scores is None else result | {"probabilities": plain(scores)})
    return 0


def kept_columns(
    path: str, encoding: str | None, names: Sequence[str], *, every: bool = False
) -> Kept:
    """Return columns of a file as text, `names` or every one. Raises DataError, SettingError."""
    if not (names or every):
        return {}
    reader = known_reader(path, encoding)
    if not reader.has_names:
        raise SettingError(f"{shown(path)} has no names of columns: leave --keep out")
    header = reader.column_names(Path(path))
    names = header if every else list(dict.fromkeys(names))
    missing = [name for name in names if name not in header]
    if missing:
        raise missing_columns(shown(Path(path).name), missing, header)
    frame = reader.read(Path(path), names)
    return {name: texts_of(frame.columns[name]) for name in names}


def texts_of(column: Column) -> list[str]:
    """Return the cells of a column as text, "" for a missing one."""
    if isinstance(column, Texts):
        return [column.levels[code] if code >= 0 else "" for code in column.codes]
    return ["" if value != value else str(value) for value in column.values.tolist()]


def predict_table(
    path: Path, input: str, encoding: str | None, kept: Kept, *, proba: bool, out: str | None,
    trusted: Sequence[Path], json: bool,
) -> int:  # fmt: skip
    """Predict with a table estimator, which encodes the columns itself."""
    from noron.estimators import TableClassifier
    from noron.estimators import load as load_table

    model = load_table(path, trusted or None)
    classifier = isinstance(model, TableClassifier)
    if proba and not classifier:
        raise SettingError("proba is for classes, but this model predicts numbers: leave it out")
    frame = read(input, (*model.encoding_.text_columns, model.target_name_), encoding)
    prediction = model.predict(frame)
    scores = model.predict_proba(frame) if proba else None
    classes = tuple(model.classes_.tolist()) if classifier else None
    measured = measure_table(model, frame, prediction)
    if json:
        return tell_json(prediction, scores, measured, kept)
    text = as_csv(model.target_name_, classes, prediction, scores, kept)
    tell(text, len(frame), measured, out)
    return 0


def measure_table(model: Any, frame: Frame, prediction: Array) -> dict[str, float]:
    """Return the accuracy or R squared, or nothing if the file has no target column.

    A target that the model cannot read gives a note.
    """
    if model.target_name_ not in frame.columns:
        return {}
    try:
        known = getattr(model, "classes_", None)
        column = frame.pick(model.target_name_)
        y, there, *_ = read_target(
            column, model.target_name_, model.predicts_classes, known, model.target_format_
        )
    except DataError as error:
        note(f"not measured: {error}")
        return {}
    y, prediction = y[there], prediction[there]
    if not len(y):
        return {}
    if hasattr(model, "classes_"):
        return {"accuracy": float((y == prediction).mean())}
    return {
        "r2": float(1 - ((y - prediction) ** 2).sum() / max(((y - y.mean()) ** 2).sum(), 1e-300))
    }


def read_rows(net: NeuralNetwork, path: str, encoding: str | None) -> Dataset:
    """Read the columns that the model knows, by name if it has names, and the target if present."""
    if net.encoding is not None:
        return encoded_rows(net, net.encoding, path, encoding)
    reader = reader_of(path)
    columns = net.feature_names if reader is not None and reader.has_names else None
    try:
        labels = known_labels(net)
        form = net.target_format
        return read_table(
            path, net.target_name, columns=columns, labels=labels, target_format=form,
            encoding=encoding,
        )  # fmt: skip
    except DataError:  # the usual case: new rows have no target column
        return read_table(path, None, columns=columns, encoding=encoding)


def encoded_rows(net: NeuralNetwork, columns: Encoding, path: str, encoding: str | None) -> Dataset:
    """Read and encode the rows for a model that was trained on a table."""
    target = net.target_name
    frame = read(path, [*columns.text_columns, *filter(None, [target])], encoding)
    x = columns.encode(frame, net.network.theta.dtype)
    y = None
    if target is not None and target in frame.columns:
        regression, labels = net.loss.task == "regression", known_labels(net)
        column, form = frame.columns[target], net.target_format
        read_y = read_target(column, target, not regression, labels, form)
        y = read_y.values if read_y.there.all() else None
    return Dataset(x, y, target_name=target or "y", name=Path(path).name)


def known_labels(net: NeuralNetwork) -> Array | None:
    """Return the classes of a classifier, or None."""
    return None if net.targets.classes is None else net.targets.labels()


def measure(net: NeuralNetwork, rows: Dataset) -> dict[str, float]:
    """Return the metrics, or nothing if the file has no target.

    A loss of numbers is left out, because the model does not know in which unit it was trained.
    A target that the model does not know gives a note.
    """
    if rows.y is None:
        return {}
    try:
        result = Task(net.loss, net.network.n_outputs).measured(net, rows.x, rows.y)
    except DataError as error:
        note(f"not measured: {error}")
        return {}
    if net.loss.task == "regression":
        del result["loss"]
    return result


def plain(values: Array) -> list[Any]:
    """Return labels unchanged, and numbers with the seven digits that a float32 has."""
    if values.dtype.kind != "f":
        return values.tolist()
    return [plain(row) if row.ndim else float(f"{row:.7g}") for row in values]


def as_csv(
    name: str,
    classes: Sequence[Any] | None,
    prediction: Array,
    scores: Array | None,
    kept: Kept,
) -> str:
    """Return CSV text: a header and a line for each row; a kept column of the same name stays."""
    table: list[tuple[str, Any]] = list(kept.items())
    if name in kept:
        name = f"predicted {name}"
    columns = prediction.reshape(len(prediction), -1).T
    for number, column in enumerate(columns):
        table.append((name if len(columns) == 1 else f"{name}{number}", plain(column)))
    if scores is not None:
        known = list(classes or range(scores.shape[1]))
        labels = known if len(known) == scores.shape[1] else [known[-1]]
        for label, column in zip(labels, scores.T, strict=True):
            table.append((f"p({label})", plain(column)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([defused(header) for header, _ in table])
    writer.writerows(zip(*(map(defused, values) for _, values in table), strict=True))
    return text.getvalue()
