"""Predictions by the fastest engine that can run the network, with the loss's link at the end."""

from typing import Any, final

import numpy as np

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.data.rows import Inputs
from noron.engines import NativeEngine, choose_engine, engine_asked_for
from noron.engines.native.predictor import NativePredictor
from noron.losses import Loss
from noron.model.inputs import rows_of
from noron.network import Network
from noron.optimizers import SGD


@final
class Predictor:
    """Makes the predictions of one network. It is made once and sees every change of the weights.

    Raises the errors of `engine_asked_for` if the environment names an engine.
    """

    def __init__(self, network: Network, loss: Loss) -> None:
        self.network, self.loss = network, loss
        self.engine = choose_engine(engine_asked_for(None), network, loss, SGD()).engine
        self.native: NativePredictor | None = None
        if isinstance(self.engine, NativeEngine):
            self.native = NativePredictor(network, loss)

    def scores(self, x: Inputs) -> Array:
        """Return the raw scores of checked rows, shape (rows, n_outputs)."""
        return self.native.scores(x) if self.native else self.engine.scores(self.network, x)

    def predict(self, X: Any, out: Array | None = None) -> Array:
        """Return the prediction for each row of X, written into `out` if it is given.

        Raises DataError if X is not rows of numbers, and if `out` does not fit.
        """
        if self.native is not None and type(X) is np.ndarray and X.ndim == 2:
            done = self.native.predict_array(X, out)
            if done is not None:  # the kernels took X unchanged; else it is checked below
                return done
        x = rows_of(self.network, X)
        prediction = self._predicted(x)
        return prediction if out is None else into(out, prediction)

    def _predicted(self, x: Inputs) -> Array:
        if self.native is not None:
            return self.native.scores(x, link=True)
        return self.loss.predict(self.engine.scores(self.network, x))


def into(out: Any, values: Array) -> Array:
    """Write `values` into `out`, an array of their shape and type, and return it. DataError."""
    fits = isinstance(out, np.ndarray) and out.shape == values.shape and out.dtype == values.dtype
    if not fits or not out.flags.writeable:
        what = f"{out.dtype}{list(out.shape)}" if isinstance(out, np.ndarray) else shown(out)
        raise DataError(
            f"out is {what}: give an array that can be written to, of the shape "
            f"{values.shape} and the type {values.dtype}"
        )
    out[...] = values
    return out
