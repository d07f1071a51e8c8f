"""The training of a table estimator: its networks one after the other, then additive models."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.data.tables import Frame, How, Reading, learn
from noron.engines import WorkerThreads, available_threads, choose_engine, engine_asked_for
from noron.estimators.table.ensemble import (
    EnsembleConfig,
    Fold,
    TrainingRows,
    best_share,
    folds,
    train_additives,
    train_network,
)
from noron.estimators.table.streaming import StreamedFit
from noron.layers import Dense, Layer
from noron.losses import Loss
from noron.model.neural_network import NeuralNetwork
from noron.optimizers import AdamW
from noron.training.callbacks import AnyCallback, Progress
from noron.training.checkpoint import Checkpoints, as_checkpoints, clear, going_on
from noron.training.history import History

ADDITIVE = How(bins=4, one_hot_up_to=200, most_categories=200)
"""How the additive models encode columns: numbers as four linear pieces, words one-hot."""


class EnsembleFit(StreamedFit, ABC):
    """Trains the networks of a table estimator, and goes on within them from checkpoints."""

    _checkpoints: Checkpoints | None = None

    @abstractmethod
    def _make_loss(self) -> tuple[Loss, int]:
        """Return the loss and the number of outputs."""

    def _train(self, rows: TrainingRows, seed: int, parts: list[Fold] | None = None) -> list[Fold]:
        loss, n_outputs = self._make_loss()
        design = self._design()
        layers = design.layers(self.encoding_.table_sizes, n_outputs)
        callbacks: list[AnyCallback] = list(self.callbacks or ())
        callbacks += [Progress()] if self.verbose else []
        self.additive_: list[NeuralNetwork] = []
        self.additive_share_ = 0.0
        parts = parts or list(folds(rows.y, self.n_members, loss.task == "classes", seed))
        workers = WorkerThreads(self._width(layers, loss, rows, len(parts), callbacks))
        looks = [*callbacks, workers.look]
        trained: dict[int, tuple[NeuralNetwork, History]] = {}

        def train(k: int) -> bool:
            one = partial(train_network, design, layers, loss, rows, parts[k], seed + k, looks)
            trained[k] = self._going_on(k, one)
            return trained[k][1].interrupted

        try:
            for interrupted in workers.run(partial(train, k) for k in range(len(parts))):
                if interrupted:
                    break
        except KeyboardInterrupt:  # the networks at work have ended as one does that meets it
            if not trained:
                raise
        self.members_ = [trained[k][0] for k in sorted(trained)]
        self.history_ = [trained[k][1] for k in sorted(trained)]
        self.n_iter_ = max(len(history) for history in self.history_)
        return parts

    def _width(
        self,
        layers: list[Layer],
        loss: Loss,
        rows: TrainingRows,
        networks: int,
        callbacks: Sequence[AnyCallback],
    ) -> int:
        """Return how many networks to train side by side: one if callbacks, or BLAS, forbid more.

        A callback, such as a deadline, expects one network after the other. The kernels' results
        do not depend on the threads.
        """
        network = NeuralNetwork(layers, loss=loss, n_inputs=rows.x.shape[1]).network
        chosen = choose_engine(engine_asked_for(self.engine), network, loss, AdamW())
        is_native = chosen.engine.name == "native"
        return min(available_threads(), networks) if is_native and not callbacks else 1

    def _train_additive(
        self,
        frame: Frame,
        readings: Mapping[str, Reading],
        rows: TrainingRows,
        weight: Array | None,
        parts: list[Fold],
        seed: int,
    ) -> None:
        self.additive_encoding_ = learn(frame, weight, readings, ADDITIVE)
        plain = rows._replace(x=self.additive_encoding_.encode(frame))
        loss, n_outputs = self._make_loss()
        callbacks = self.callbacks or ()
        width = self._width([Dense(n_outputs)], loss, plain, len(parts), callbacks)
        workers = WorkerThreads(width)
        additive = train_additives(loss, n_outputs, plain, parts, seed, callbacks, workers)
        share = best_share(self.members_, additive, (rows, plain), parts, loss.task)
        if share > 0:
            self.additive_, self.additive_share_ = additive, share

    def _design(self) -> EnsembleConfig:
        sizes = np.atleast_1d(np.asarray(self.hidden_layer_sizes, dtype=np.int64))
        return EnsembleConfig(
            tuple(sizes.tolist()),
            Layer.make(self.activation),
            self.dropout,
            self.weight_decay,
            self.learning_rate_init,
            self.batch_size,
            self.max_iter,
            self.patience,
            self.embedding_width,
            self.engine,
        )

    @property
    def _interrupted(self) -> bool:
        return any(history.interrupted for history in self.history_)

    # ---- checkpoints

    @contextmanager
    def _checkpoints_in(self, given: Any) -> Iterator[None]:
        """Keep the networks of the fit in a folder until it has come to its end."""
        if given is not None and self.random_state is None:
            raise SettingError(
                "checkpoint is given and random_state is not, so no later call trains the same "
                "networks: give a random_state, such as 0"
            )
        self._checkpoints = kept = as_checkpoints(given)
        try:
            yield
        finally:
            self._checkpoints = None
        if kept is not None and not kept.results_follow and not self._interrupted:
            clear_networks(kept.folder)

    def _going_on(
        self, number: int, train: Callable[[Checkpoints | None], tuple[NeuralNetwork, History]]
    ) -> tuple[NeuralNetwork, History]:
        """Train a network from its last checkpoint; without one, or if it does not fit, anew."""
        kept = self._checkpoints
        if kept is None or kept.folder is None:
            return train(None)
        folder = kept.folder / f"network-{number}"
        return going_on(Checkpoints(folder, every=kept.every, keep=True), train)


def clear_networks(folder: Path | None) -> None:
    """Remove the checkpoints of the networks in a folder, of several fits too, and the folder.

    Files of others stay, and the folder too if it holds any.
    """
    if folder is None or not folder.is_dir():
        return
    for fit in (*sorted(folder.glob("fit-*")), folder):
        for network in sorted(fit.glob("network-*")):
            clear(network)
        clear(fit)
