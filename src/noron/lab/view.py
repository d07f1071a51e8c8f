"""What a page draws of an experiment: its data, its outputs and units on a plane, its numbers."""

from collections.abc import Sequence
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError, shown
from noron.core.types import Array
from noron.data.rows import Inputs
from noron.engines import ReferenceEngine
from noron.lab.experiment import Experiment
from noron.lab.frames import (
    OUTPUT_SIDE,
    Plane,
    drawn_numbers,
    finite,
    pack,
    quantized,
    unit_pictures,
)
from noron.lab.protocol import Part

MOST_DRAWN = 2_000
"""The points of the data that are sent to be drawn."""

MOST_INPUTS = 1000
"""Rows with more inputs are not drawn as points of a plane."""

QUICK = 20_000_000
"""Multiplications up to which all rows are evaluated anew for each frame."""


@final
class ExperimentView:
    """The pictures of an experiment.

    Attributes:
        plane: the inputs over which outputs and units are drawn; None if there are too many.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment, self.net = experiment, experiment.net
        self.train, self.held_out = experiment.rows.train, experiment.rows.validation
        n = experiment.rows.split.x.shape[1]
        self.plane: Plane | None = None
        if experiment.rows.split.image is None and n <= MOST_INPUTS:
            self.draw_over(range(min(2, n)))

    @property
    def input_names(self) -> list[str]:
        """The inputs of the network: the columns, and for a column that has become several numbers
        each of them."""
        split = self.experiment.rows.split
        if split.encoding is not None:
            return [
                encoder.column if encoder.width == 1 else f"{encoder.column}.{i + 1}"
                for encoder in split.encoding.encoders
                for i in range(encoder.width)
            ]
        return list(split.feature_names or (f"x{i + 1}" for i in range(split.x.shape[1])))

    def draw_over(self, inputs: Sequence[int]) -> None:
        """Draw over one or two inputs, counted from 0. Raises SettingError."""
        n = self.experiment.rows.split.x.shape[1]
        inputs = list(dict.fromkeys(inputs))
        if not 1 <= len(inputs) <= 2 or not all(0 <= i < n for i in inputs):
            legal = f"one or two different inputs from 0 to {n - 1}"
            raise SettingError(f"inputs: {shown(inputs)} is not legal: give {legal}")
        self.plane = Plane(np.asarray(self.train[0]), inputs)

    def data_frame(self) -> bytes:
        """Return the points to be drawn, as a frame: at most MOST_DRAWN of each part."""
        split, plane = self.experiment.rows.split, self.plane
        arrays: dict[str, Array] = {}
        parts = {"train": self.train, "held_out": self.held_out}
        for name, part in parts.items():
            if part is not None and plane is not None:
                x, y = np.asarray(part[0][:MOST_DRAWN]), part[1][:MOST_DRAWN]
                arrays[f"{name}_x"] = x[:, plane.columns].astype(np.float32)
                arrays[f"{name}_y"] = self._drawn_targets(y)
        names = self.input_names if plane is not None else []
        return pack(
            "data",
            arrays,
            name=split.name,
            columns=[names[c] for c in plane.columns] if plane else [],
            drawn=plane.columns if plane else [],
            inputs=names,
            edges=[list(edges) for edges in plane.edges] if plane else [],
            classes=self.classes,
            rows={name: 0 if part is None else len(part[0]) for name, part in parts.items()},
        )

    def _drawn_targets(self, y: Array) -> Array:
        if self.net.loss.task == "regression":
            return np.asarray(y, np.float32).reshape(len(y), -1)[:, 0]
        return np.searchsorted(np.array(self.classes), y).astype(np.int32)

    @property
    def classes(self) -> list[Any]:
        """The classes, as a page names them; none for numbers."""
        classes = self.net.targets.classes
        return [] if classes is None else np.asarray(classes).tolist()

    def frame(self, views: Sequence[str], *, running: bool) -> bytes:
        """Return what a page draws now."""
        experiment, network = self.experiment, self.net.network
        trainer = experiment.trainer
        arrays: dict[str, Array] = {}
        with experiment.as_shown():
            measures = self._measures()
            if "output" in views and self.plane is not None:
                arrays["output"] = self._output(self.plane)
        if "units" in views and self.plane is not None:
            arrays["units"], arrays["unit_scales"] = unit_pictures(network, self.plane)
        if "weights" in views:
            arrays["weights"] = drawn_numbers(network.theta, network.layout)
        if "gradients" in views:
            arrays["gradients"] = self._gradient()
        sums = trainer.position.sums
        batch_loss = sums.loss / sums.weight if sums.weight else None
        return pack(
            "frame",
            arrays,
            step=experiment.step,
            epoch=experiment.epochs_done,
            seconds=trainer.seconds,
            running=running,
            rate=finite(trainer.learning_rate),
            epochs=len(trainer.history),
            batch_loss=finite(batch_loss),
            **measures,
        )

    @np.errstate(all="ignore")
    def _gradient(self) -> Array:
        """Return the gradient of the numbers that are drawn, on the first training rows, at most
        MOST_DRAWN, without dropout."""
        network, data = self.net.network, self.experiment.trainer.data
        some = data.take(np.arange(min(len(data), MOST_DRAWN)))
        ReferenceEngine().value_and_grad(network, self.net.loss, some, None)
        return drawn_numbers(network.grad, network.layout)

    @np.errstate(all="ignore")
    def _output(self, plane: Plane) -> Array:
        """Return the outputs on the plane as bytes: probabilities from 0 to 255, or numbers around
        128."""
        rows = plane.rows(OUTPUT_SIDE, self.net.network.theta.dtype)
        values = self.net.predict_proba(rows).reshape(len(rows), -1)
        shape = (-1, *(OUTPUT_SIDE for _ in plane.columns))
        if self.net.loss.task == "regression":
            most = float(np.abs(self.train[1]).max()) or 1.0
            return quantized(values, 1.5 * most).T.reshape(shape)
        bytes_ = np.rint(255 * np.nan_to_num(values)).clip(0, 255).astype(np.uint8)
        return bytes_.T.reshape(shape)

    @np.errstate(all="ignore")
    def confusion(self, part: Part) -> Array:
        """Return how many rows of each class (down) are taken for each class (across)."""
        x, y = self.part(part)
        classes = np.array(self.classes)
        with self.experiment.as_shown():
            given = np.searchsorted(classes, self.net.predict(x))
        return confusion_counts(np.searchsorted(classes, y), given, len(classes))

    def part(self, part: Part) -> tuple[Inputs, Array]:
        """Return the rows that are trained on, or those held out. Raises SettingError."""
        rows = self.train if part == "train" else self.held_out
        if rows is None:
            raise SettingError("part: no rows are held out: give validation more than 0")
        return rows

    @np.errstate(all="ignore")
    def _measures(self) -> dict[str, Any]:
        """Return loss and accuracy of all rows, if that is quick."""
        parts = {"train": self.train, "held_out": self.held_out}
        n = sum(len(part[0]) for part in parts.values() if part is not None)
        if n * len(self.net.network.theta) > QUICK:
            return {}
        measures: dict[str, Any] = {}
        for name, part in parts.items():
            if part is not None:
                measured = self.net.evaluate(*part)
                measures[name] = {key: finite(value) for key, value in measured.items()}
        return measures


def confusion_counts(truths: Array, given: Array, n: int) -> Array:
    """Return how many rows of each of n classes (down) are taken for each class (across)."""
    return np.bincount(truths * n + given, minlength=n * n).reshape(n, n)
