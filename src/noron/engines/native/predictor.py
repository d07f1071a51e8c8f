"""Predictions by the compiled kernels."""

from typing import Any

import numpy as np

from noron.core.types import Array
from noron.data.rows import ByteRows, Inputs
from noron.engines.native import lowering
from noron.engines.native.binding import SPARSE_BELOW, RowCache, ScoreWatch, density, native_rows
from noron.engines.threads import available_threads
from noron.layers import Dense
from noron.losses import Loss, MeanSquaredError
from noron.network import Network

MANY_ROWS = 512
"""From this number of rows on, starting a second thread saves time."""


def threads_for(rows: int) -> int:
    """Return how many threads to use for predicting `rows` rows."""
    return 1 if rows < MANY_ROWS else available_threads()


class NativePredictor:
    """A network bound to the kernels in evaluation mode; it uses theta's current values.

    With a `loss`, the loss's link can be applied to the scores.
    """

    def __init__(self, network: Network, loss: Loss | None = None) -> None:
        module: Any = lowering.kernels().module
        self.network, self.loss = network, loss
        linked = loss or MeanSquaredError()  # which has no link
        self.module, self.plan = module, lowering.plan(network, linked, 1, training=False)
        self.n_outputs, self.dtype = network.n_outputs, network.theta.dtype

    def predict_array(self, X: Array, out: Array | None) -> Array | None:
        """Return the prediction for X, written to `out` if that is given.

        Return None if X or `out` would need a conversion; the caller then takes another way.
        """
        rows = len(X)
        if out is None:
            out = np.empty((rows, self.n_outputs), self.dtype)
        return out if self.plan.predict_array(X, out, threads_for(rows)) else None

    def watch(self, x: Inputs, n_epochs: int, shared: RowCache | None = None) -> ScoreWatch:
        """Prepare a run that computes the scores of x after each of `n_epochs` epochs."""
        skips = isinstance(x, ByteRows) and isinstance(self.network.layers[0], Dense)
        form = "sparse" if skips and density(x) < SPARSE_BELOW else "as it is"
        rows = (shared or native_rows)(self.module, x, self.network, form, False)
        scores = np.empty((n_epochs, len(x), self.n_outputs), self.dtype)
        return ScoreWatch(self.plan, rows, scores)

    def scores(self, x: Inputs, *, link: bool = False) -> Array:
        """Return the scores of x, or with `link` the predictions, shape (rows, n_outputs)."""
        out = np.empty((len(x), self.n_outputs), self.dtype)
        rows = native_rows(self.module, x, self.network, "as it is", False)
        done = self.plan.predict(rows, 0, len(x), out, link, threads_for(len(x)))
        if not done:  # another thread is using the plan
            return NativePredictor(self.network, self.loss).scores(x, link=link)
        return out
