"""Random networks, and the trajectory of a few runs of steps that an engine makes of each.

The parts come from the registries in cycles whose lengths have no common divisor, so every layer,
loss, optimizer and regularizer is met, in ever other company; the rest is drawn.

Learning rates are those that people would use first, the optimizers' own. The larger a rate, the
more of the two last digits' difference do 100 steps make: at these rates training contracts more
than it expands. Where a gradient is mathematically zero (a bias that a batch norm takes off again),
rounding is all there is of it, and Lion, which looks at signs alone, would make whole steps of it:
so in front of a batch norm there is no bias, as textbooks have it.
"""

import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from gradient_cases import EXAMPLES, examples
from noron.data.rows import ByteRows, SparseRows
from noron.engines import Batch, Engine, Sums
from noron.engines.base import State
from noron.layers import (
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
    Layer,
    LayerNorm,
    Residual,
    Softmax,
    Standardize,
)
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss
from noron.network import Network
from noron.optimizers import (
    EMA,
    SGD,
    Adam,
    AdamW,
    ClipNorm,
    ClipValue,
    Momentum,
    Nesterov,
    Optimizer,
)
from noron.regularizers import L1, L2, ElasticNet, MaxNorm, Regularizer, SharedL2

COUNT = 320
WIDTHS = (1, 2, 3, 5, 8, 13, 16, 17, 24, 31, 32, 33, 40)

SETTINGS: dict[str, list[Any]] = {
    "momentum": [Momentum(), Momentum(0.5)],
    "nesterov": [Nesterov(), Nesterov(0.6)],
    "adam": [Adam(), Adam(beta1=0.7, beta2=0.95, epsilon=1e-6, epsilon_hat=True)],
    "adamw": [AdamW(), AdamW(weight_decay=0.2)],
    "clip_norm": [ClipNorm(), ClipNorm(SGD(), 0.2)],
    "clip_value": [ClipValue(Momentum(), 0.05)],
    "ema": [EMA(), EMA(Nesterov(), 0.9)],
}


def optimizers() -> list[Optimizer]:
    """Every one, some with other settings too; those with a kernel of their own three times."""
    fused = ("sgd", "momentum", "nesterov", "adam", "adamw")
    every = [o for n, m in Optimizer.members.items() for o in SETTINGS.get(n) or [m()]]
    return every + 2 * [o for o in every if o.name in fused]


def losses(n_classes: int) -> list[Loss]:
    """Every one in all its settings, the class weights as many as there are classes."""
    weights = tuple(0.5 + k % 3 for k in range(n_classes))
    plain = [x for x in examples(Loss) if getattr(x, "class_weight", None) is None]
    return [
        *plain,
        CrossEntropy(class_weight=weights),
        CrossEntropy(0.2, class_weight=weights),
        BinaryCrossEntropy(class_weight=(0.5, 3)),
        BinaryCrossEntropy(0.1, class_weight=(2, 1)),
    ]


PENALTIES: list[tuple[Regularizer, ...]] = [
    (), (L2(0.01),), (), (L1(0.002),), (MaxNorm(1.0),), (SharedL2(0.2),),
    (ElasticNet(0.002, 0.01),),
    (L2(0.003), L1(0.001)), (), (L2(0.01), MaxNorm(0.8)), (MaxNorm(),),
]  # fmt: skip
INPUTS = ("dense", "zeros", "bytes", "sparse")


class Float32Draws:
    """Random numbers of float32, whatever is asked for: so a float64 run has float32's masks."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def random(self, size: Any, dtype: Any) -> Any:
        return self.rng.random(size, dtype=np.float32).astype(dtype)


class Seen(NamedTuple):
    """What a trajectory leaves behind."""

    theta: Any
    buffers: Any
    slots: list[Any]
    scores: Any
    right_scores: Any
    sums: Sums
    random: Any
    path: str

    @property
    def bits(self) -> tuple[Any, ...]:
        """All of it, to be compared for equality."""
        arrays = (self.theta, self.buffers, *self.slots, self.scores)
        return (*(a.tobytes() for a in arrays), self.sums, self.random)


@dataclass(frozen=True)
class Case:
    """A network, its optimizer and its rows; `run` is its trajectory on an engine."""

    seed: int
    layers: tuple[Layer, ...]
    loss: Loss
    optimizer: Optimizer
    penalties: tuple[Regularizer, ...]
    inputs: str
    labels: str  # "flat" (rows,), "plain" (rows of 0 and 1) or "soft" (rows of probabilities)
    weighted: bool
    n_inputs: int
    n_outputs: int
    n_rows: int
    batch_size: int

    def steps(self, dtype: Any) -> int:
        """100; fewer of a line search, which is then near its minimum: there the losses that it
        compares differ in their last digits only, and those decide where it goes."""
        if self.optimizer.whole_batch:
            return 20 if dtype is np.float64 else 8
        return 100

    @property
    def draws(self) -> bool:
        """Whether there is dropout anywhere."""
        return "Dropout" in repr(self.layers)

    def __str__(self) -> str:
        layers = "-".join(
            str(layer.units) if isinstance(layer, Dense) else layer.name for layer in self.layers
        )
        return f"{self.seed}:{self.n_inputs}-{layers}:{self.loss.name}:{self.optimizer.name}"

    def rows(self, dtype: Any) -> Batch:
        """Rows, targets of the loss's kind, and weights, some of which are zero."""
        rng = np.random.default_rng([self.seed, 1])
        shape = (self.n_rows, self.n_inputs)
        x: Any = rng.standard_normal(shape)
        if self.inputs == "bytes":
            few = rng.integers(256, size=shape, dtype=np.uint8) * (rng.random(shape) < 0.4)
            x = ByteRows(few.astype(np.uint8), (np.arange(256) / 100).astype(dtype))
        elif self.inputs != "dense":
            x = np.where(rng.random(shape) < 0.25, x, 0)
        if self.inputs != "bytes":
            x = x.astype(np.float32).astype(dtype)  # the same numbers in both types
        if self.inputs == "sparse":
            places = [np.flatnonzero(row) for row in x]
            starts = np.cumsum([0, *map(len, places)])
            x = SparseRows(starts, np.concatenate(places), x[x != 0], self.n_inputs)
        weight = rng.gamma(2.0, size=self.n_rows) if self.weighted else None
        if weight is not None:
            weight[rng.random(self.n_rows) < 0.2] = 0
            weight = weight.astype(np.float32).astype(dtype)
        return Batch(x, self._targets(rng, dtype), weight)

    def _targets(self, rng: np.random.Generator, dtype: Any) -> Any:
        n, k = self.n_rows, self.n_outputs
        if self.loss.task == "classes":
            flat = rng.integers(k, size=n)
            soft = rng.dirichlet(np.ones(k), n).astype(np.float32)
            return {"flat": flat, "plain": np.eye(k, dtype=dtype)[flat], "soft": soft}[self.labels]
        if self.loss.task == "binary":
            y = rng.random((n, k)) if self.labels == "soft" else rng.integers(2, size=(n, k))
        elif self.loss.name == "poisson":
            y = rng.poisson(1.5, size=(n, k))
        else:
            y = rng.standard_normal((n, k))
        return y.astype(np.float32).astype(dtype)

    def state(self, dtype: Any, draws: Any = None, perturbed: int = 0) -> State:
        """The network before its first step, the same in float32 and float64.

        With `perturbed` = 1, 2, ..., each weight is off by half a last bit, up or down by chance.
        """
        rng = np.random.default_rng([self.seed, 2])
        network = Network(
            self.layers, self.n_inputs, rng=rng, dtype=dtype, regularizers=self.penalties
        )
        network.theta += (0.05 * rng.standard_normal(network.theta.shape)).astype(np.float32)
        network.theta[:] = network.theta.astype(np.float32)
        network.learn_inputs(self.rows(np.float64).x)
        network.buffers[:] = network.buffers.astype(np.float32)
        if perturbed:
            signs = np.random.default_rng([self.seed, 3, perturbed]).choice(
                [-1, 1], len(network.theta)
            )
            network.theta *= (1 + np.finfo(np.float32).eps / 2 * signs).astype(dtype)
        return State(network, self.loss, self.optimizer, draws or np.random.default_rng(self.seed))

    def run(
        self, engine: Engine, dtype: Any = np.float64, steps: int | None = None, **given: Any
    ) -> Seen:
        """Epochs in an order of the case's own until all steps are done; the scores at the end."""
        data, state = self.rows(dtype), self.state(dtype, **given)
        n = 1 if self.optimizer.whole_batch else -(-self.n_rows // self.batch_size)
        batch_size = self.n_rows if self.optimizer.whole_batch else self.batch_size
        steps = steps or self.steps(dtype)
        fit, orders = engine.fit(state, data, batch_size), np.random.default_rng([self.seed, 3])
        total, rate = Sums(), self.optimizer.default_learning_rate
        for done in range(0, steps, n):
            order = orders.permutation(self.n_rows)
            rates = [rate / (1 + 0.01 * t) for t in range(done, min(done + n, steps))]
            total = fit.run(order[: len(rates) * batch_size], rates, total)
        network, rng = state.network, state.rng
        bits = getattr(rng, "rng", rng).bit_generator.state
        x = data.x if len(data) < 2 else data.x[: len(data) // 2 + 1]
        return Seen(
            network.theta, network.buffers, list(state.slots), engine.scores(network, x),
            network.predict(x), total, copy.deepcopy(bits), fit.path,
        )  # fmt: skip


BETWEEN_NONE = (Dense, Residual, Standardize, Embedding)
"""Layers with a place of their own: an embedding reads whole numbers, which only inputs are."""


def cases(count: int = COUNT) -> Iterator[Case]:
    """The random networks."""
    rng = np.random.default_rng(20)
    lists = (optimizers(), losses(3), PENALTIES, INPUTS, ("flat", "plain", "soft"))
    turns = [itertools.cycle(range(len(x))) for x in lists]
    between = itertools.cycle([x for x in examples(Layer, but=BETWEEN_NONE) if x != Dropout(0.0)])
    blocks = itertools.cycle(EXAMPLES["residual"])
    for seed in range(count):
        optimizer, which_loss, penalty, inputs, labels = (
            x[next(turn)] if i != 1 else next(turn)
            for i, (x, turn) in enumerate(zip(lists, turns, strict=True))
        )
        if seed % 7 == 0:  # else two cycles of one length would always keep step
            next(turns[0])
        n_outputs = int(rng.integers(2, 6))
        loss = losses(n_outputs)[which_loss]
        if loss.task != "classes" and rng.random() < 0.5:
            n_outputs = 1
        n_inputs, width = int(rng.choice(WIDTHS)), int(rng.choice(WIDTHS))
        layers: list[Layer] = [Standardize()] if seed % 5 == 0 else []
        for _ in range(int(rng.integers(0, 4))):
            layer = next(between)
            if isinstance(layer, Softmax):
                width = max(width, 2)  # over one unit it is always 1, and all behind it is rounding
            layers += _hidden(width, layer, rng)
            if rng.random() < 0.25:
                layers += _block(next(blocks), width)
            width = int(rng.choice(WIDTHS))
        if seed % 29 == 0 and len(layers) > 1:  # not every network begins with a dense layer
            layers = [*layers[:1], LayerNorm(), *layers[1:]]
        layers.append(Dense(n_outputs, bias=bool(rng.random() < 0.9)))
        n_rows = int(rng.integers(20, 60))
        batch_size = int(rng.choice([1, 2, 7, 8, 16, 19, 32, 64]))
        yield Case(
            seed, tuple(layers), loss, optimizer, penalty, inputs, labels, seed % 3 == 1, n_inputs,
            n_outputs, n_rows, min(batch_size, n_rows),
        )  # fmt: skip


def _hidden(width: int, layer: Layer, rng: np.random.Generator) -> list[Layer]:
    """A dense layer, the layer, and sometimes another activation and dropout behind it."""
    norm = isinstance(layer, BatchNorm)
    part: list[Layer] = [Dense(width, bias=not norm), layer]
    if not isinstance(layer, Elementwise | Softmax) or rng.random() < 0.2:
        part.append(Layer.make(str(rng.choice(["relu", "tanh", "silu"]))))
    if rng.random() < 0.15:
        part.append(Dropout(0.25))
    return part


def _block(block: Residual, width: int) -> list[Layer]:
    """The example's block, its dense layers as wide as the place where it stands."""

    def fitted(layer: Layer) -> Layer:
        if isinstance(layer, Residual):
            return Residual([fitted(inner) for inner in layer.inner])
        return Dense(width) if isinstance(layer, Dense) else layer

    return [fitted(block)]


CASES = list(cases())
"""All of them, made once."""
