"""The networks of a table estimator: trained on different rows of it, each stopped by the others.

A single network stopped by a few held out rows is a draw of luck. So there are several, each with
its own share of the rows held out (a fold of a cross-validation) to choose its best epoch by, and
their predictions are averaged (bagging by cross-validation: Krogh and Vedelsby 1995).

Many tables are nearly additive: what a column says does not depend on the others. So beside each
network a model without hidden layers learns from the same rows, and as much of it is blended in as
the held out rows ask for (stacking: Wolpert 1992).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold

from noron.callbacks import AnyCallback, EarlyStopping
from noron.history import History
from noron.layers import Dense, Embedding, Layer
from noron.losses import Loss
from noron.model import NeuralNetwork
from noron.optimizers import AdamW
from noron.recipe import hidden_layers
from noron.schedules import Cosine
from noron.types import Array

FEWEST_TO_HOLD_OUT = 100
"""With fewer rows all of them are learnt from, in float64, for as many epochs as may be."""

FEWEST_FOLDS = 5
"""No more than a fifth of the rows is held out."""


Fold = tuple[Array, Array | None]
"""The rows to learn from, and those held out."""


class Rows(NamedTuple):
    """What is learnt: encoded columns, class numbers or scaled numbers, and weights or None."""

    x: Array
    y: Array
    weight: Array | None

    def take(self, index: Array) -> tuple[Array, Array, Array | None]:
        """Some rows."""
        return self.x[index], self.y[index], None if self.weight is None else self.weight[index]


@dataclass(frozen=True)
class Design:
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

    def layers(self, table_sizes: tuple[int, ...], n_outputs: int) -> list[Layer]:
        """Embedded columns, the hidden layers, and the scores."""
        activations = [self.activation] * len(self.hidden)
        hidden = hidden_layers(self.hidden, activations, dropout=self.dropout)
        return [*self._embedding(table_sizes), *hidden, Dense(n_outputs)]

    def additive(self, table_sizes: tuple[int, ...], n_outputs: int) -> list[Layer]:
        """The same without hidden layers: each column adds its own share to the scores."""
        return [*self._embedding(table_sizes), Dense(n_outputs)]

    def _embedding(self, table_sizes: tuple[int, ...]) -> list[Layer]:
        widths = [min(self.embedding_width, -(-size // 2)) for size in table_sizes]
        return [Embedding(table_sizes, widths)] if table_sizes else []


def folds(
    y: Array, n_members: int, classes: bool, seed: int
) -> Iterator[tuple[Array, Array | None]]:
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


def train_member(
    design: Design,
    layers: list[Layer],
    loss: Loss,
    rows: Rows,
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
        batch_size=min(design.batch_size, len(x)),
        optimizer=AdamW(weight_decay=design.weight_decay),
        validation=watched if watched is None or watched[2] is not None else watched[:2],
        sample_weight=weight,
        callbacks=[*stopping, *callbacks],
        progress=False,
        engine=design.engine,
    )
    return net, history


Ensemble = tuple[list[NeuralNetwork], list[NeuralNetwork]]
"""The networks, and the additive models beside them (none where nothing is held out)."""


def mean_prediction(ensemble: Ensemble, share: float, x: Array) -> Array:
    """(1 - share) of the networks' mean and `share` of the additive models', (rows, outputs)."""
    deep, additive = (
        sum(net.predict_proba(x).astype(np.float64) for net in nets) / max(len(nets), 1)
        for nets in ensemble
    )
    return np.asarray((1 - share) * deep + share * additive)


def best_share(ensemble: Ensemble, rows: Rows, held_out: list[Array], classes: bool) -> float:
    """The share of the additive models, in tenths, with the least loss on the held out rows."""
    shares = np.linspace(0, 1, 11)
    losses = np.zeros(len(shares))
    for deep, additive, index in zip(*ensemble, held_out, strict=False):
        x, y, weight = rows.take(index)
        one = ([deep], [additive])
        for k, share in enumerate(shares):
            prediction = mean_prediction(one, share, x)
            if classes:
                loss = -np.log(np.maximum(prediction[np.arange(len(y)), y], 1e-7))
            else:
                loss = (prediction[:, 0] - y) ** 2
            losses[k] += np.average(loss, weights=weight)
    return float(shares[losses.argmin()])
