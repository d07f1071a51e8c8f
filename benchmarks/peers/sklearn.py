"""scikit-learn's MLPClassifier, told to begin with given weights and to stop at no tolerance."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

from benchmarks.job import Job
from benchmarks.peers.base import Peer
from noron.core.types import Array


def versions() -> dict[str, str]:
    """Of scikit-learn."""
    return {"scikit-learn": sklearn.__version__}


class Seeded(MLPClassifier):
    """MLPClassifier whose first weights are not drawn but given."""

    first: list[tuple[Array, Array]]

    def _init_coef(self, fan_in: int, fan_out: int, dtype: Any) -> tuple[Array, Array]:
        W, b = self.first.pop(0)
        assert W.shape == (fan_in, fan_out)
        return W.astype(dtype), b.astype(dtype)


class ScikitLearn(Peer):
    """Its penalty is alpha / 2 * sum W^2 over the rows of the batch, so alpha = 2 l2 batch_size."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.classes = np.arange(2 if self.settings.binary else self.settings.layers[-1])
        self.reset()

    def reset(self) -> None:
        """A new estimator."""
        self.model = self._model(epochs=1, shuffle=False)

    def fit(self, epochs: int) -> None:
        """The public `fit`, a new order of rows in each epoch."""
        self.model = self._model(epochs, shuffle=True)
        self.model.fit(self.job.X, self.job.y)

    def losses(self, epochs: int) -> list[float]:
        """The loss curve of as many `partial_fit`, which know classes that the rows do not hold."""
        for _ in range(epochs):
            self.model.partial_fit(self.job.X, self.job.y, classes=self.classes)
        return list(self.model.loss_curve_)

    def parameters(self) -> Sequence[Array]:
        """coefs_ and intercepts_."""
        pairs = zip(self.model.coefs_, self.model.intercepts_, strict=True)
        return [p for pair in pairs for p in pair]

    def predict(self, times: int) -> Any:
        """`predict_proba`; the first weights are put into an estimator that is fitted already."""
        if not hasattr(self.model, "coefs_"):
            self.model.partial_fit(self.job.X[:1], self.job.y[:1], classes=self.classes)
        self.model.coefs_ = [W.copy() for W in self.job.weights]
        self.model.intercepts_ = [b.copy() for b in self.job.biases]
        for _ in range(times - 1):
            self.model.predict_proba(self.job.X)
        return self.model.predict_proba(self.job.X)

    def _model(self, epochs: int, shuffle: bool) -> Seeded:
        settings = self.settings
        rows = self.job.X.shape[0]
        batch_size = min(settings.batch_size, rows)
        model = Seeded(
            hidden_layer_sizes=settings.layers[1:-1],
            solver="adam" if settings.optimizer == "adam" else "sgd",
            alpha=2 * settings.l2 * batch_size,
            batch_size=batch_size,
            learning_rate_init=settings.learning_rate,
            epsilon=settings.epsilon,
            momentum=0.0,
            nesterovs_momentum=False,
            max_iter=epochs,
            shuffle=shuffle,
            random_state=0,
            tol=0.0,
            n_iter_no_change=10**9,
        )
        model.first = list(zip(self.job.weights, self.job.biases, strict=True))
        return model


PEER = ScikitLearn
