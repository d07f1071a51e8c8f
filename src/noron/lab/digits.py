"""What a network makes of pictures: those that it reads wrongly, those that a unit answers most,
the weights of its first layer as pictures, and which pixels a score hangs on.

Pictures are rows of pixels from 0 (paper) to 1 (ink). Units that are shown as silent are silent
here too. Part "train" or "held_out" says which rows are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError, check_integer
from noron.core.types import Array
from noron.lab.experiment import Experiment
from noron.lab.frames import finite, hidden_values, hidden_widths, quantized
from noron.lab.protocol import Part
from noron.lab.view import ExperimentView, confusion_counts
from noron.layers.chain import forward_through

MOST_ROWS = 10_000
"""The rows that are looked at: the first ones of a part."""
MOST_PICTURES = 30
"""The pictures of one answer."""
STRONGEST = 10
"""The pictures that a unit answers most."""


def side_of(experiment: Experiment) -> tuple[int, int]:
    """Return the lines and columns of a picture. Raises SettingError if the data are none."""
    image = experiment.rows.split.image
    if image is None:
        raise SettingError("data: the rows are no pictures: give data=mnist")
    return image


def pictures_of(experiment: Experiment, x: Array) -> Array:
    """Return rows of pixels as bytes (rows, lines, columns), 255 for ink."""
    pixels = np.rint(255 * np.asarray(x)).clip(0, 255).astype(np.uint8)
    return pixels.reshape(-1, *side_of(experiment))


def rows_of(view: ExperimentView, part: Part, most: int) -> tuple[Array, Array]:
    """Return the first rows of a part, (rows, pixels), and the places of their classes. Raises
    SettingError."""
    side_of(view.experiment)
    n = check_integer("most_rows", most, at_least=1, at_most=MOST_ROWS)
    x, y = view.part(part)
    return np.asarray(x[:n]), np.searchsorted(np.array(view.classes), y[:n])


# ---- what it reads wrongly


@final
@dataclass(frozen=True)
class DigitReading:
    """How a network reads some pictures.

    Attributes:
        x: the pictures, (rows, pixels).
        truths: the place of the class of each.
        shares: what the network answers, (rows, classes).
        right_whole: how many it reads rightly when no unit is silent.
    """

    x: Array
    truths: Array
    shares: Array
    right_whole: int

    @property
    def given(self) -> Array:
        """The place of the class that it takes each picture for."""
        return self.shares.argmax(axis=1)

    def counts(self) -> Array:
        """Return how many pictures of each class (down) are taken for each class (across)."""
        return confusion_counts(self.truths, self.given, self.shares.shape[1])

    def most_wrong(self) -> Array:
        """Return the rows that are read wrongly, the surest first."""
        return self._surest(self.given != self.truths)

    def of_cell(self, truth: int, given: int) -> Array:
        """Return the rows of one class that are taken for another, the surest first."""
        return self._surest((self.truths == truth) & (self.given == given))

    def _surest(self, chosen: Array) -> Array:
        rows = np.flatnonzero(chosen)
        return rows[np.argsort(-self.shares[rows].max(axis=1), kind="stable")]

    def listed(self, rows: Array) -> list[dict[str, Any]]:
        """Return of some rows their class, what they are taken for, and how surely."""
        given = self.given
        return [
            {
                "row": int(row),
                "truth": int(self.truths[row]),
                "given": int(given[row]),
                "share": float(self.shares[row, given[row]]),
            }
            for row in rows
        ]


@np.errstate(all="ignore")
def reading(view: ExperimentView, part: Part, most: int) -> DigitReading:
    """Return how the network reads the first rows of a part. Raises SettingError."""
    x, truths = rows_of(view, part, most)
    experiment = view.experiment
    with experiment.as_shown():
        shares = np.nan_to_num(view.net.predict_proba(x))
    whole = np.nan_to_num(view.net.predict_proba(x)) if experiment.silenced else shares
    return DigitReading(x, truths, shares, int((whole.argmax(axis=1) == truths).sum()))


# ---- units


@np.errstate(all="ignore")
def strongest(view: ExperimentView, part: Part, layer: int, unit: int) -> list[tuple[int, float]]:
    """Return the rows with the largest outputs of a hidden unit, the largest first, with the
    output. `layer` counts the hidden layers from 0. Raises SettingError."""
    widths = hidden_widths(view.net.network.layers)
    check_integer("layer", layer, at_least=0, at_most=len(widths) - 1)
    check_integer("unit", unit, at_least=0, at_most=widths[layer] - 1)
    x, _ = rows_of(view, part, MOST_ROWS)
    with view.experiment.as_shown():
        values = hidden_values(view.net.network, x.astype(view.net.network.theta.dtype))
    outputs = np.nan_to_num(values[layer][:, unit])
    rows = np.argsort(-outputs, kind="stable")[:STRONGEST]
    return [(int(row), float(outputs[row])) for row in rows]


def first_weights(experiment: Experiment, step: int | None) -> tuple[int, float, Array, Array]:
    """Return the weights of the first dense layer as pictures: the step and the epoch that they are
    of, bytes (units, lines, columns), 128 for 0, and the size that 255 stands for, (units,).

    They are the present ones, or those of the last kept state that is not behind `step`. Raises
    SettingError.
    """
    image, network = side_of(experiment), experiment.net.network
    theta, at, epoch = network.theta, experiment.step, experiment.epochs_done
    if step is not None:
        check_integer("step", step, at_least=0)
        snapshot, *_ = experiment.snapshots.at(step)
        theta, at = snapshot.arrays["theta"], snapshot.values["t"]
        epoch = at / experiment.steps_per_epoch
    segment = next((s for s in network.layout if s.name.endswith("dense.W")), None)
    if segment is None or segment.shape[0] != image[0] * image[1]:
        raise SettingError("layers: no dense layer takes the pixels: give one as the first layer")
    weights = np.nan_to_num(segment.of(theta)).T
    sizes = np.abs(weights).max(axis=1)
    scaled = weights / np.where(sizes > 0, sizes, 1)[:, None]
    return at, epoch, quantized(scaled, 1.0).reshape(-1, *image), sizes.astype(np.float32)


# ---- one picture


@final
@dataclass(frozen=True)
class DrawnDigit:
    """What a network answers to one picture.

    Attributes:
        scores: a score for each class.
        shares: the scores as probabilities.
        of_class: the place of the class whose score the slopes are of.
        slopes: the derivative of that score by each pixel.
    """

    scores: Array
    shares: Array
    of_class: int
    slopes: Array

    def facts(self) -> dict[str, Any]:
        """Return the numbers as JSON holds them; None for infinity and NaN."""
        return {
            "scores": [finite(value) for value in self.scores],
            "shares": [finite(value) for value in self.shares],
            "of_class": self.of_class,
        }


@np.errstate(all="ignore")
def read_digit(
    experiment: Experiment, pixels: Sequence[int], of_class: int | None = None
) -> DrawnDigit:
    """Read a picture of pixels from 0 to 255; the slopes are of the score of the class that it is
    taken for, or of another one. They are computed by the layers' own backward passes. Raises
    SettingError."""
    image, network = side_of(experiment), experiment.net.network
    if len(pixels) != image[0] * image[1] or not all(0 <= value <= 255 for value in pixels):
        problem = f"pixels: give {image[0] * image[1]} whole numbers from 0 to 255"
        raise SettingError(problem)
    x = (np.array([pixels]) / 255).astype(network.theta.dtype)
    with experiment.as_shown():
        scores, backward = forward_through(network.layers, network.params, x, None)
        shares = experiment.net.predict_proba(x)[0]
        k = int(np.nan_to_num(shares).argmax()) if of_class is None else of_class
        check_integer("of_class", k, at_least=0, at_most=scores.shape[1] - 1)
        dscores = np.zeros_like(scores)
        dscores[0, k] = 1
        slopes, _ = backward(dscores)
    return DrawnDigit(scores[0], shares, k, np.nan_to_num(slopes[0]))
