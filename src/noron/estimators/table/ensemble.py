"""The networks of a table estimator: trained on different rows of it, each stopped by the others.

A single network stopped by a few held out rows is a draw of luck. So there are several, each with
its own share of the rows held out (a fold of a cross-validation) to choose its best epoch by, and
their predictions are averaged (bagging by cross-validation: Krogh and Vedelsby 1995).

Many tables are nearly additive: what a column says does not depend on the others. So beside each
network an additive model (no hidden layer, squared weights penalized, learnt to the end by L-BFGS)
learns from the same rows, and as much of it is blended in as the held out rows ask for (stacking:
Wolpert 1992).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold

from noron.core.types import Array
from noron.layers import Dense, Embedding, Layer
from noron.layers.multilayer import hidden_layers
from noron.losses import Loss
from noron.model.neural_network import NeuralNetwork
from noron.optimizers import AdamW
from noron.regularizers import L2
from noron.schedules import Cosine
from noron.training.callbacks import AnyCallback
from noron.training.history import History
from noron.training.policies import EarlyStopping, Settled

FEWEST_TO_HOLD_OUT = 100
"""With fewer rows all of them are learnt from, in float64, for as many epochs as may be."""

STEPS_PER_EPOCH = 20
FEWEST_IN_BATCH = 32

FEWEST_FOLDS = 5
"""No more than a fifth of the rows is held out."""


Index = Array | slice
"""Some rows: copied by their numbers, or a stretch of them where it lies."""

Fold = tuple[Index, Index | None]
"""The rows to learn from, and those held out."""


class TrainingRows(NamedTuple):
    """What is learnt: encoded columns, class numbers or scaled numbers, and weights or None."""

    x: Array
    y: Array
    weight: Array | None

    def take(self, index: Index) -> tuple[Array, Array, Array | None]:
        """Some rows."""
        return self.x[index], self.y[index], None if self.weight is None else self.weight[index]


@dataclass(frozen=True)
class EnsembleConfig:
    """The settings of the members."""

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
        """Smaller than asked for, down to FEWEST_IN_BATCH, where an epoch would have few steps."""
        if n_rows < FEWEST_TO_HOLD_OUT:
            return n_rows
        fit = max(n_rows // STEPS_PER_EPOCH, FEWEST_IN_BATCH)
        return min(self.batch_size, fit, n_rows)

    def layers(self, table_sizes: tuple[int, ...], n_outputs: int) -> list[Layer]:
        """Embedded columns, the hidden layers, and the scores."""
        activations = [self.activation] * len(self.hidden)
        hidden = hidden_layers(self.hidden, activations, dropout=self.dropout)
        widths = [min(self.embedding_width, -(-size // 2)) for size in table_sizes]
        embedding: list[Layer] = [Embedding(table_sizes, widths)] if table_sizes else []
        return [*embedding, *hidden, Dense(n_outputs)]


def folds(y: Array, n_members: int, classes: bool, seed: int) -> Iterator[Fold]:
    """For each member the rows to learn from and those held out, or None."""
    if len(y) < FEWEST_TO_HOLD_OUT:
        yield from ((np.arange(len(y)), None) for _ in range(n_members))
        return
    n_folds = max(n_members, FEWEST_FOLDS)
    stratify = classes and np.bincount(y).max() >= n_folds
    if stratify:  # a class with fewer rows than folds may be whole in one of them
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
) -> tuple[NeuralNetwork, History]:
    """One network, with the weights of its best epoch."""
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
    )
    return net, history


PENALTIES = (1.0, 10.0, 100.0)
"""What squared weights of an additive model may cost, in squared errors or nats of a single row."""

MOST_STEPS = 200


def train_additive(
    loss: Loss, n_outputs: int, rows: TrainingRows, fold: Fold, penalty: float, seed: int
) -> NeuralNetwork:
    """Each column adds its own share to the scores: W x + b, with penalty / rows * sum W^2."""
    x, y, weight = rows.take(fold[0])
    price = L2(penalty / len(x))
    net = NeuralNetwork(
        [Dense(n_outputs, "zeros")], loss=loss, seed=seed, dtype="float64", regularizer=price
    )
    net.train(
        x,
        y,
        epochs=MOST_STEPS,
        batch_size=len(x),
        optimizer="lbfgs",
        sample_weight=weight,
        callbacks=[Settled()],
        progress=False,
    )
    return net


def train_additives(
    loss: Loss, n_outputs: int, rows: TrainingRows, parts: list[Fold], seed: int
) -> list[NeuralNetwork]:
    """One for each fold; the penalty is chosen on the first one's held out rows."""
    held_out = parts[0][1]
    assert held_out is not None
    x, y, weight = rows.take(held_out)
    tried = [train_additive(loss, n_outputs, rows, parts[0], p, seed) for p in PENALTIES]
    losses = [
        np.average(losses_of(mean_of([net], x), y, loss.task), weights=weight) for net in tried
    ]
    best = int(np.argmin(losses))
    others = [
        train_additive(loss, n_outputs, rows, part, PENALTIES[best], seed) for part in parts[1:]
    ]
    return [tried[best], *others]


def mean_of(nets: list[NeuralNetwork], x: Array) -> Array:
    """The networks' mean prediction, float64 of shape (rows, outputs)."""
    return np.mean([net.predict_proba(x).astype(np.float64) for net in nets], axis=0)


def losses_of(prediction: Array, y: Array, task: str) -> Array:
    """A loss for each row: -log p of its class, or the squared error."""
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
    """The share of the additive models, in tenths, with the least loss on the held out rows.

    `rows` as the networks take them, and as the additive models do.
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
