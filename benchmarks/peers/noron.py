"""noron through its public door: `NeuralNetwork(...).train(X, y)`, history and checks included."""

import os
import threading
import time
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

import noron
from benchmarks.job import Job, Settings
from benchmarks.peers.base import CannotError, Peer
from noron import L2, Adam, NeuralNetwork
from noron.core.errors import DataError, NoronError
from noron.core.types import Array
from noron.data import ByteRows

WANTED = os.environ.get("NORON_ENGINE", "")


def versions() -> dict[str, str]:
    """Of noron and NumPy."""
    return {"noron": noron.__version__, "numpy": np.__version__}


def make_network(job: Job) -> NeuralNetwork:
    """The job's network with the first weights that every peer has."""
    settings = job.settings
    net = NeuralNetwork(
        list(settings.layers),
        loss="binary_cross_entropy" if settings.binary else "cross_entropy",
        seed=0,
        dtype=settings.dtype,
        regularizer=L2(settings.l2) if settings.l2 else (),
    )
    net.weights = job.weights
    net.biases = [b.reshape(1, -1) for b in job.biases]
    return net


def options(settings: Settings) -> dict[str, Any]:
    """What `train` is given beside the rows."""
    name = "momentum" if settings.optimizer == "momentum" else "sgd"
    return {
        "learning_rate": settings.learning_rate,
        "batch_size": settings.batch_size,
        "optimizer": Adam(epsilon=settings.epsilon) if settings.optimizer == "adam" else name,
        "progress": False,
    }


@lru_cache
def engine_here() -> str:
    """The engine that runs where any can; CannotError with noron's own words where none may."""
    try:
        net = NeuralNetwork([2, 2], seed=0)
        return net.train(np.eye(2), [0, 1], epochs=1, progress=False).engine
    except NoronError as error:
        raise CannotError(str(error)) from None


class Noron(Peer):
    """The engine is what NORON_ENGINE asks for; if another one runs, the peer is absent."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        ran = engine_here()
        if not ran.startswith(WANTED):
            raise CannotError(f"{WANTED} was asked for, and what ran is: {ran}")
        self.X = job.X
        if not isinstance(job.X, np.ndarray | ByteRows) and WANTED == "reference":
            if job.X.shape[0] > 2048:
                raise CannotError("the reference engine takes no sparse rows")
            self.X = job.X.toarray()  # the judge of a validation, which has few rows
        self.reset()

    def reset(self) -> None:
        """A new network."""
        self.net = make_network(self.job)

    def fit(self, epochs: int) -> None:
        """The public `train`, a new order of rows in each epoch."""
        self._train(self.net, epochs, shuffle=True)

    def losses(self, epochs: int) -> list[float]:
        """The history's loss and penalty."""
        history = self._train(self.net, epochs, shuffle=False)
        penalties = history["penalty"] if self.settings.l2 else [0.0] * epochs
        return [a + b for a, b in zip(history["loss"], penalties, strict=True)]

    def parameters(self) -> Sequence[Array]:
        """The network's own views."""
        return [p for pair in zip(self.net.weights, self.net.biases, strict=True) for p in pair]

    def predict(self, times: int) -> Array:
        """`predict_proba` of NumPy rows, checked as always."""
        for _ in range(times - 1):
            self.net.predict_proba(self.X)
        return self.net.predict_proba(self.X)

    def pair(self, epochs: int) -> float:
        """Two networks on the same rows, a thread each."""
        nets = [make_network(self.job) for _ in range(2)]
        threads = [threading.Thread(target=self._train, args=(net, epochs)) for net in nets]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - start

    def _train(self, net: NeuralNetwork, epochs: int, shuffle: bool = True) -> noron.History:
        given = options(self.settings) | {"epochs": epochs, "shuffle": shuffle}
        try:
            history = net.train(self.X, self.job.y, **given)
        except DataError as error:
            raise CannotError(str(error)) from None
        if history.diverged:
            raise RuntimeError(history.stop_reason)
        if not history.engine.startswith(WANTED):
            raise CannotError(f"{WANTED} was asked for, and what ran is: {history.engine}")
        self.note = history.engine
        return history


PEER = Noron
