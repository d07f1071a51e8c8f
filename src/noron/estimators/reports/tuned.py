"""What every baseline has in common, and how held out rows choose the settings of one, in time."""

import math
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import numpy as np
from sklearn.exceptions import ConvergenceWarning

from noron.core.types import Array
from noron.data.tables import Encoding, Frame, How, learn
from noron.estimators.table.ensemble import Fold, folds, losses_of

Kinds = Mapping[str, str] | None

FEWEST_TO_HOLD_OUT = 10
"""With fewer rows, none is held out, and the first settings are taken."""


class Baseline(ABC):
    """A model of a table for classes 0 .. k-1, or for numbers if `n_classes` is 0.

    `end_at` is the time of `time.monotonic` after which no other settings are tried, `ready_by`
    the time by which the model is ready: then a fit is cut short.
    """

    stopped = False
    """Whether the time was over before all settings were tried, or before the end of a fit."""

    def __init__(
        self,
        n_classes: int,
        kinds: Kinds,
        seed: int,
        end_at: float = math.inf,
        ready_by: float = math.inf,
    ) -> None:
        self.n_classes, self.kinds, self.seed = n_classes, kinds, seed
        self.end_at, self.ready_by = end_at, ready_by

    @abstractmethod
    def fit(self, frame: Frame, y: Array) -> None:
        """Fit the model to the rows of a table."""

    @abstractmethod
    def predict(self, frame: Frame) -> Array:
        """Return probabilities of shape (rows, classes), or numbers of shape (rows, 1)."""


class Tuned(Baseline):
    """A model of scikit-learn; held out parts of the training rows choose its settings."""

    hows: ClassVar[tuple[How, ...]]
    """The encodings of the columns that are tried."""

    n_parts: ClassVar[int]
    """How many parts are held out, one after the other."""

    n_searched: ClassVar[int]
    """How many of these choose the settings."""

    n_after: ClassVar[int]
    """How many models are fitted after the search."""

    longest = 0.0
    """The seconds of the longest fit so far."""

    fit_by = math.inf
    """The time by which the present fit has to end."""

    def fit(self, frame: Frame, y: Array) -> None:
        """Try the settings while there is time, and keep those with the least loss."""
        parts, best = self._parts(y)[: self.n_searched], math.inf
        for encoding, x, settings in self._candidates(frame):
            to_fit = len(parts) + self.n_after
            if best < math.inf and not self._has_time(to_fit):
                self.stopped = True
                return
            models = [
                self._fit_part(encoding, settings, x, y, part, to_fit - i)
                for i, part in enumerate(parts)
            ]
            pairs = zip(models, parts, strict=True)
            loss = float(np.mean([self._loss(model, x, y, part) for model, part in pairs]))
            if loss < best:
                best, self.encoding, self.settings, self.models = loss, encoding, settings, models
            if parts[0][1] is None:
                return

    def predict(self, frame: Frame) -> Array:
        """Return the mean prediction; classes without training rows have the probability 0."""
        x = self.matrix(self.encoding, frame)
        return np.mean([self._outputs(model, x) for model in self.models], axis=0)

    @abstractmethod
    def grid(self, n_rows: int) -> Iterator[dict[str, float]]:
        """Yield the settings that are tried with each encoding, the most likely ones first."""

    @abstractmethod
    def make(self, encoding: Encoding, settings: dict[str, float]) -> Any:
        """Return the model before fitting."""

    def train(self, model: Any, x: Array, y: Array, held_out: tuple[Array, Array] | None) -> Any:
        """Fit the model, and return it. `held_out` are rows and targets to stop by, if any."""
        return model.fit(x, y)

    def outputs(self, model: Any, x: Array) -> Array:
        """Return what the model predicts: probabilities of its classes, or numbers."""
        return np.asarray(model.predict_proba(x) if self.n_classes else model.predict(x))

    def matrix(self, encoding: Encoding, frame: Frame) -> Array:
        """Return the columns as the model takes them, float64 of shape (rows, width)."""
        return encoding.encode(frame).astype(np.float64)

    def _candidates(self, frame: Frame) -> Iterator[tuple[Encoding, Array, dict[str, float]]]:
        for how in self.hows:
            encoding = learn(frame, None, self.kinds, how)
            x = self.matrix(encoding, frame)
            yield from ((encoding, x, settings) for settings in self.grid(len(frame)))

    def _has_time(self, fits: int) -> bool:
        """Return whether there is time for so many fits, each as long as the longest so far."""
        now = time.monotonic()
        return now <= self.end_at and now + fits * self.longest <= self.ready_by

    def _parts(self, y: Array) -> list[Fold]:
        """Return training and held out rows; all rows, none held out, if they are too few."""
        parts: list[Fold] = []
        classes = self.n_classes > 0
        for train, held_out in folds(y, self.n_parts, classes, self.seed, FEWEST_TO_HOLD_OUT):
            if held_out is None or (classes and len(np.unique(y[train])) < 2):
                continue
            known = np.arange(len(y))[held_out]
            known = known[np.isin(y[known], y[train])] if classes else known
            parts += [(train, known)] if len(known) else []
        return parts or [(np.arange(len(y)), None)]

    def _fit_part(
        self,
        encoding: Encoding,
        settings: dict[str, float],
        x: Array,
        y: Array,
        part: Fold,
        to_fit: int = 1,
    ) -> Any:
        """Fit a model in its part of the time, which is for `to_fit` of them."""
        (train, held_out), begin = part, time.monotonic()
        beside = None if held_out is None else (x[held_out], y[held_out])
        self.fit_by = begin + (self.ready_by - begin) / to_fit
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model = self.train(self.make(encoding, settings), x[train], y[train], beside)
        self.longest = max(self.longest, time.monotonic() - begin)
        return model

    def _outputs(self, model: Any, x: Array) -> Array:
        outputs = self.outputs(model, x)
        if not self.n_classes:
            return outputs.reshape(-1, 1)
        p = np.zeros((len(x), self.n_classes))
        p[:, model.classes_] = outputs
        return p

    def _loss(self, model: Any, x: Array, y: Array, part: Fold) -> float:
        rows = part[0] if part[1] is None else part[1]
        task = "classes" if self.n_classes else "numbers"
        return float(losses_of(self._outputs(model, x[rows]), y[rows], task).mean())
