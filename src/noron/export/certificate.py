"""The certificate of an export: how far its predictions are from the model's own, at most."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from noron.core.types import Array
from noron.data.tables.frame import Frame
from noron.export.model import ExportModel

ROWS = 1000

SIZES = (0.0, 1e-6, 0.1, 1.0, 1.0, 1.0, 10.0, 1000.0)
"""The inputs are normal numbers times one of these."""


@dataclass(frozen=True)
class Certificate:
    """max |export - model| / max(1, |model|) over `rows` rows, extremes and gaps among them.

    `largest` is None if nothing on this machine could run the exported files. `same_labels` is the
    share of rows with the same label, None where there are none.
    """

    rows: int
    largest: float | None
    same_labels: float | None = None

    def settings(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        if self.largest is None:
            return "not compared: nothing on this machine can run it"
        text = f"{self.rows:,} predictions differ by at most {self.largest:.1e}"
        moved = self.same_labels is not None and self.same_labels < 1
        return f"{text}, {self.same_labels:.1%} have the same label" if moved else text


def certificate_of(model: ExportModel, run: Callable[[Any], Array | None]) -> Certificate:
    """Compare the predictions of `run` with the model's own."""
    inputs = trial_inputs(model)
    with np.errstate(all="ignore"):  # extremes overflow, in both alike
        result = run(inputs)
    if result is None:
        return Certificate(ROWS, None)
    result = np.asarray(result, np.float64)
    own = np.asarray(model.predict(inputs), np.float64).reshape(len(result), -1)
    same = None
    if model.targets.task != "regression":
        same = float((model.targets.decode(result) == model.targets.decode(own)).mean())
    return Certificate(ROWS, largest_difference(result, own), same)


def largest_difference(result: Array, own: Array) -> float:
    """Return max |result - own| / max(1, |own|): 0 for equal infinities, infinity for one NaN."""
    with np.errstate(invalid="ignore", over="ignore"):
        difference = np.abs(result - own) / np.maximum(1, np.abs(own))
    difference[np.isnan(difference)] = np.inf
    same = (result == own) | (np.isnan(result) & np.isnan(own))
    return float(difference[~same].max(initial=0.0))


def trial_inputs(model: ExportModel) -> Any:
    """Return 1,000 rows to compare predictions on: usual ones, zeros and extremes.

    For a table they are a Frame, with missing and unseen cells in every column.
    """
    rng = np.random.default_rng(0)
    encoding = model.branches[0].encoding
    if encoding is not None:
        columns = {e.column: e.examples(rng, ROWS) for e in encoding.encoders}
        return Frame(columns, ROWS, named=model.feature_names is not None)
    x = rng.standard_normal((ROWS, model.n_inputs))
    x *= rng.choice(SIZES, (ROWS, 1))
    for step in model.branches[0].networks[0][:1]:
        if step.kind == "normalize":
            x = x / step.arrays["scale"] + step.arrays["center"]
        if step.kind == "embedding":
            for j, table in enumerate(step.arrays.values(), x.shape[1] - len(step.arrays)):
                x[:, j] = rng.integers(-1, len(table) + 1, ROWS)
    return x.astype(model.dtype)
