"""Predictions: the loss's link of the scores, by the fastest engine that can run the network."""

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
    """One network's answers. It is made once and sees the weights as they change.

    Raises what `engine_asked_for` raises, where the environment asks for an engine.
    """

    def __init__(self, network: Network, loss: Loss) -> None:
        self.network, self.loss = network, loss
        self.engine = choose_engine(engine_asked_for(None), network, loss, SGD()).engine
        self.native: NativePredictor | None = None
        if isinstance(self.engine, NativeEngine):
            self.native = NativePredictor(network, loss)

    def scores(self, x: Inputs) -> Array:
        """Shape (rows, n_outputs), of rows that have been checked."""
        return self.native.scores(x) if self.native else self.engine.scores(self.network, x)

    def predict(self, X: Any, out: Array | None = None) -> Array:
        """The prediction for each row of X, into `out` if it is given.

        Raises DataError for an X that is no rows of numbers, and for an `out` that does not fit.
        """
        if self.native is not None and type(X) is np.ndarray and X.ndim == 2:
            done = self.native.predict_array(X, out)
            if done is not None:  # it was as the kernels take it; else the door looks into it
                return done
        x = rows_of(self.network, X)
        prediction = self._predicted(x)
        return prediction if out is None else into(out, prediction)

    def _predicted(self, x: Inputs) -> Array:
        if self.native is not None:
            return self.native.scores(x, link=True)
        return self.loss.predict(self.engine.scores(self.network, x))


def into(out: Any, values: Array) -> Array:
    """`values` written into `out`, which must be an array of their shape and type. DataError."""
    fits = isinstance(out, np.ndarray) and out.shape == values.shape and out.dtype == values.dtype
    if not fits or not out.flags.writeable:
        what = f"{out.dtype}{list(out.shape)}" if isinstance(out, np.ndarray) else shown(out)
        raise DataError(
            f"out is {what}: give an array that can be written to, of the shape "
            f"{values.shape} and the type {values.dtype}"
        )
    out[...] = values
    return out
