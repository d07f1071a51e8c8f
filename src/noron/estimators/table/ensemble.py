"""The networks of a table estimator, trained on different folds, and additive models.

The best epoch of a single network, chosen by a few held out rows, depends on chance. So there are
several networks. Each holds out another fold of a cross-validation to choose its best epoch, and
their predictions are averaged (bagging by cross-validation: Krogh and Vedelsby 1995).

Many tables are nearly additive: the effect of a column does not depend on the others. So for each
network there is an additive model (no hidden layer, an L2 penalty, trained to convergence by
L-BFGS) of the same rows. The held out rows choose the share of these models in the prediction
(stacking: Wolpert 1992).
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold

from noron.core.metric_rows import Row
from noron.core.types import Array
from noron.engines import WorkerThreads
from noron.layers import Dense, Embedding, Layer
from noron.layers.multilayer import hidden_layers
from noron.losses import Loss
from noron.model.neural_network import NeuralNetwork
from noron.network import Network
from noron.optimizers import AdamW
from noron.regularizers import L2
from noron.schedules import Cosine
from noron.training.callbacks import AnyCallback, Callback, StopTraining
from noron.training.checkpoint import Checkpoints
from noron.training.history import History
from noron.training.policies import EarlyStopping, Settled

FEWEST_TO_HOLD_OUT = 100
"""With fewer rows, none is held out, and training runs for all epochs in float64."""

STEPS_PER_EPOCH = 20
FEWEST_IN_BATCH = 32

FEWEST_FOLDS = 5
"""At most a fifth of the rows is held out."""


Index = Array | slice
"""Some rows: their indices, which copies them, or a slice, which does not."""

Fold = tuple[Index, Index | None]
"""The training rows, and the rows held out."""


class TrainingRows(NamedTuple):
    """The encoded columns, the class indices or scaled numbers, and the weights or None."""

    x: Array
    y: Array
    weight: Array | None

    def take(self, index: Index) -> tuple[Array, Array, Array | None]:
        """Return x, y and weight of some rows."""
        return self.x[index], self.y[index], None if self.weight is None else self.weight[index]


@dataclass(frozen=True)
class EnsembleConfig:
    """The settings of the networks."""

    hidden: tuple[int, ...]
    activation: Layer
    dropout: float
    weight_decay: float
    learning_rate: float
    batch_size: int
    epochs: int
    patience: int
    embedding_width: int
    engine: Any

    def batch_size_for(self, n_rows: int) -> int:
        """Return the batch size; it is reduced if an epoch would have few steps."""
        if n_rows < FEWEST_TO_HOLD_OUT:
            return n_rows
        fit = max(n_rows // STEPS_PER_EPOCH, FEWEST_IN_BATCH)
        return min(self.batch_size, fit, n_rows)

    def layers(self, table_sizes: tuple[int, ...], n_outputs: int) -> list[Layer]:
        """Return the layers: the embedding of categories, the hidden layers, and the scores."""
        activations = [self.activation] * len(self.hidden)
        hidden = hidden_layers(self.hidden, activations, dropout=self.dropout)
        widths = [min(self.embedding_width, -(-size // 2)) for size in table_sizes]
        embedding: list[Layer] = [Embedding(table_sizes, widths)] if table_sizes else []
        return [*embedding, *hidden, Dense(n_outputs)]


def folds(
    y: Array, n_members: int, classes: bool, seed: int, fewest: int = FEWEST_TO_HOLD_OUT
) -> Iterator[Fold]:
    """Yield for each network the training rows, and the rows held out or None.

    With less than `fewest` rows, none is held out.
    """
    if len(y) < fewest:
        yield from ((np.arange(len(y)), None) for _ in range(n_members))
        return
    n_folds = max(n_members, FEWEST_FOLDS)
    stratify = classes and np.bincount(y).max() >= n_folds
    if stratify:  # treat all classes with fewer rows than folds as one
        rare = np.bincount(y)[y] < n_folds
        y = np.where(rare, -1, y)
        stratify = len(np.unique(y)) > 1 and not 0 < rare.sum() < n_folds
    splitter = (StratifiedKFold if stratify else KFold)(n_folds, shuffle=True, random_state=seed)
    for _, (train, held_out) in zip(range(n_members), splitter.split(y, y), strict=False):
        yield train, held_out


def train_network(
    design: EnsembleConfig,
    layers: list[Layer],
    loss: Loss,
    rows: TrainingRows,
    fold: Fold,
    seed: int,
    callbacks: list[AnyCallback],
    checkpoint: Checkpoints | None = None,
) -> tuple[NeuralNetwork, History]:
    """Train one network, and return it with the weights of its best epoch.

    It goes on from its last `checkpoint`, if there is one.
    """
    train, held_out = fold
    dtype = "float64" if held_out is None else "float32"
    net = NeuralNetwork(layers, loss=loss, seed=seed, dtype=dtype)
    x, y, weight = rows.take(train)
    watched = None if held_out is None else rows.take(held_out)
    stopping: list[AnyCallback] = (
        [] if watched is None else [EarlyStopping(patience=design.patience)]
    )
    history = net.train(
        x,
        y,
        epochs=design.epochs,
        learning_rate=Cosine(design.learning_rate),
        batch_size=design.batch_size_for(len(x)),
        optimizer=AdamW(weight_decay=design.weight_decay),
        validation=watched if watched is None or watched[2] is not None else watched[:2],
        sample_weight=weight,
        callbacks=[*stopping, *callbacks],
        progress=False,
        engine=design.engine,
        advise=False,
        checkpoint=checkpoint,
        resume=None if checkpoint is None else checkpoint.folder,
    )
    return net, history


class Deadline(Callback):
    """Ends the trainings of networks and additive models that have some seconds together.

    Each network has the same part of the seconds left; so have all additive models together.
    """

    def __init__(self, seconds: float, members: int, additive: int = 0) -> None:
        self.seconds, self.over = seconds, False
        self.parts = [1.0] * members + [1 / max(additive, 1)] * additive
        self.end_at = self.end_of_all = time.monotonic() + seconds

    @property
    def is_past(self) -> bool:
        """Return whether the time of all trainings is over."""
        return time.monotonic() > self.end_of_all

    def begin(self, network: Network, epochs: int) -> None:
        """Give the next network its part of the time."""
        now = time.monotonic()
        part = self.parts[0] / sum(self.parts) if self.parts else 1.0
        self.parts = self.parts[1:]
        self.end_at = now + (self.end_of_all - now) * part

    def __call__(self, row: Row) -> None:
        """Stop if the time is over."""
        if time.monotonic() > self.end_at:
            self.over = True
            raise StopTraining(f"its share of the time is over, {self.seconds:.1f} seconds")


PENALTIES = (1.0, 10.0, 100.0)
"""The penalties that are tried for squared weights, in units of the loss of a single row."""

MOST_STEPS = 200


def train_additive(
    loss: Loss,
    n_outputs: int,
    rows: TrainingRows,
    fold: Fold,
    penalty: float,
    seed: int,
    callbacks: list[AnyCallback],
) -> NeuralNetwork:
    """Train an additive model, W x + b, with the penalty `penalty` / rows * sum W^2."""
    x, y, weight = rows.take(fold[0])
    price = L2(penalty / len(x))
    net = NeuralNetwork(
        [Dense(n_outputs, "zeros")], loss=loss, seed=seed, dtype="float64", regularizer=price
    )
    history = net.train(
        x,
        y,
        epochs=MOST_STEPS,
        batch_size=len(x),
        optimizer="lbfgs",
        sample_weight=weight,
        callbacks=[Settled(), *callbacks],
        progress=False,
        advise=False,
    )
    if history.interrupted:
        raise KeyboardInterrupt
    return net


def train_additives(
    loss: Loss,
    n_outputs: int,
    rows: TrainingRows,
    parts: list[Fold],
    seed: int,
    callbacks: Iterable[AnyCallback],
    workers: WorkerThreads,
) -> list[NeuralNetwork]:
    """Train an additive model for each fold; the first one's held out rows choose the penalty.

    Of the callbacks, only a `Deadline` sees these trainings.
    """
    looks: list[AnyCallback] = [*(c for c in callbacks if isinstance(c, Deadline)), workers.look]

    def train(parts: list[Fold], *penalties: float) -> list[NeuralNetwork]:
        one = partial(train_additive, loss, n_outputs, rows, seed=seed, callbacks=looks)
        return workers.in_order(partial(one, part, p) for part in parts for p in penalties)

    held_out = parts[0][1]
    assert held_out is not None
    x, y, weight = rows.take(held_out)
    tried = train(parts[:1], *PENALTIES)
    losses = [
        np.average(losses_of(mean_of([net], x), y, loss.task), weights=weight) for net in tried
    ]
    best = int(np.argmin(losses))
    return [tried[best], *train(parts[1:], PENALTIES[best])]


def mean_of(nets: list[NeuralNetwork], x: Array) -> Array:
    """Return the networks' mean prediction, float64 of shape (rows, outputs)."""
    return np.mean([net.predict_proba(x).astype(np.float64) for net in nets], axis=0)


def losses_of(prediction: Array, y: Array, task: str) -> Array:
    """Return the loss of each row: -log p of its class, or the squared error."""
    if task == "classes":
        return np.asarray(-np.log(np.maximum(prediction[np.arange(len(y)), y], 1e-7)))
    return np.square(prediction[:, 0] - y)


def best_share(
    nets: list[NeuralNetwork],
    additive: list[NeuralNetwork],
    rows: tuple[TrainingRows, TrainingRows],
    parts: list[Fold],
    task: str,
) -> float:
    """Return the share of the additive models with the least loss on the held out rows.

    Shares are multiples of 0.1. `rows` holds the rows as encoded for the networks and for the
    additive models.
    """
    shares = np.linspace(0, 1, 11)
    losses = np.zeros(len(shares))
    for net, beside, (_, held_out) in zip(nets, additive, parts, strict=True):
        assert held_out is not None
        (x, y, weight), (z, _, _) = (r.take(held_out) for r in rows)
        deep, plain = mean_of([net], x), mean_of([beside], z)
        for k, share in enumerate(shares):
            of_rows = losses_of((1 - share) * deep + share * plain, y, task)
            losses[k] += np.average(of_rows, weights=weight)
    return float(shares[losses.argmin()])
