"""The lines that a command prints about its data: columns, rows, and what was decided."""

import numpy as np

from noron.cli.output import note
from noron.data.augmentation import Augmentation
from noron.data.names import listed
from noron.experiments.run import resolved
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData

MOST_COLUMNS = 30
"""The most columns that get a line each."""

MOST_SHOWN = 6
"""The most classes that are named."""


def tell_data(spec: RunSpec, rows: RunData, *, rate: bool = True) -> None:
    """Print on standard error how the columns of a file, and all rows, are used.

    With `rate`, the learning rate is printed too, if it is a fixed number.
    """
    split, guessed, spec = rows.split, spec.loss is None, resolved(spec, rows)
    if split.from_file:
        other = _other_task(rows) if guessed else ""
        note(f"target     {split.target_name or 'y'}: {_target(rows)}{other}")
    if split.encoding is not None:
        lines = split.encoding.describe().splitlines()
        for line in lines[:MOST_COLUMNS]:
            note(f"column     {line}")
        if len(lines) > MOST_COLUMNS:
            note(f"column     … and {len(lines) - MOST_COLUMNS:,} more")
        note(f"inputs     {split.x.shape[1]:,} numbers per row")
    elif split.from_file and split.feature_names is not None:
        note(f"inputs     {split.x.shape[1]:,} columns, all numbers")
    train, validation, test = (
        len(rows.train[0]),
        len((rows.validation or [[]])[0]),
        len(split.y_test),
    )
    note(f"rows       {train:,} for training, {validation:,} for validation, {test:,} for the test")
    if spec.augment is not None:
        augmentation = Augmentation.make(spec.augment)
        note(f"augment    {augmentation.name}: rows are {augmentation.check(split.x.shape[1])}")
    standardized = "standardized with the training rows" if spec.standardize else "not standardized"
    asked = "" if spec.standardize is None else f"inputs {standardized}"
    chosen = f"learning rate {spec.learning_rate:g}" if rate and _is_number(spec) else ""
    if asked or chosen:
        note(f"settings   {'; '.join(filter(None, (asked, chosen)))}")


def _is_number(spec: RunSpec) -> bool:
    return isinstance(spec.learning_rate, int | float) and spec.schedule is None


def _target(rows: RunData) -> str:
    if rows.task.loss.task == "regression":
        task = rows.task
        unit = f"mean {task.mean:.5g}, standard deviation {task.scale:.5g}"
        standardized = f", standardized for training ({unit}): losses are in these units"
        return f"numbers{standardized if task.is_scaled else ''}"
    classes = sorted(set(rows.split.y.tolist()))
    return f"{len(classes):,} classes: {listed([str(label) for label in classes], MOST_SHOWN)}"


def _other_task(rows: RunData) -> str:
    """Return how to have whole numbers read as the other task, or "" if there is no doubt."""
    y = rows.split.y
    if y.dtype.kind not in "iu" or len(np.unique(y)) < 3:
        return ""
    if rows.task.loss.task == "regression":
        return "; if they are classes: --loss cross_entropy"
    return "; if they are numbers: --loss mse"
