"""The networks whose gradients are checked, made from the registries: to be born is to be covered.

A member that cannot be made without settings, or whose other settings take another way through
the code, has its examples in `EXAMPLES`; all others are checked as they come.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.engines import Batch
from noron.layers import (
    ELU,
    GELU,
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
    Layer,
    LayerNorm,
    LeakyReLU,
    Residual,
    Softmax,
    Tanh,
)
from noron.losses import BinaryCrossEntropy, CrossEntropy, Focal, Huber, Loss, Quantile
from noron.network import Network
from noron.regularizers import L1, L2, ElasticNet, Regularizer, SharedL2
from noron.tools.gradcheck import GradientReport, gradcheck

N_INPUTS, WIDTH, CLASSES = 5, 4, 3

EXAMPLES: dict[str, list[Any]] = {
    "dense": [Dense(6), Dense(WIDTH, bias=False), Dense(2, initializer="orthogonal")],
    "dropout": [Dropout(), Dropout(0.2), Dropout(0.0)],
    "embedding": [Embedding([3], [2]), Embedding([2, 4], [3, 1])],
    "batch_norm": [BatchNorm(), BatchNorm(momentum=0.0, epsilon=0.1)],
    "layer_norm": [LayerNorm(), LayerNorm(epsilon=0.1)],
    "residual": [
        Residual([Dense(WIDTH), Tanh(), Dense(WIDTH)]),
        Residual([BatchNorm(), GELU(), Dropout(0.3), Dense(WIDTH)]),
        Residual([LayerNorm(), Residual([Dense(WIDTH), Tanh()])]),
    ],
    "leaky_relu": [LeakyReLU(), LeakyReLU(0.3)],
    "elu": [ELU(), ELU(0.5)],
    "huber": [Huber(), Huber(0.2)],
    "quantile": [Quantile(), Quantile(0.9)],
    "focal": [Focal(), Focal(0.0), Focal(0.5)],
    "binary_cross_entropy": [
        BinaryCrossEntropy(),
        BinaryCrossEntropy(0.1),
        BinaryCrossEntropy(class_weight=(0.5, 3)),
    ],
    "cross_entropy": [
        CrossEntropy(),
        CrossEntropy(0.1),
        CrossEntropy(class_weight=(0.5, 1, 3)),
        CrossEntropy(0.2, class_weight=(2, 1, 0.3)),
    ],
    "l1": [L1(0.05)],
    "l2": [L2(0.05)],
    "elastic_net": [ElasticNet(0.03, 0.05)],
    "shared_l2": [SharedL2(0.4)],
}


def examples(family: type[Any], but: Any = ()) -> list[Any]:
    """At least one object of every member of the family, but for those of the classes in `but`."""
    return [
        example
        for name, member in family.members.items()
        if not issubclass(member, but)
        for example in EXAMPLES.get(name) or [member()]
    ]


def activations() -> list[Layer]:
    """Every activation, softmax among them."""
    return [a for a in examples(Layer) if isinstance(a, Elementwise | Softmax)]


@dataclass(frozen=True)
class Case:
    """A network, a loss and the kind of data: enough to check a gradient."""

    layers: tuple[Layer, ...]
    loss: Loss
    penalties: tuple[Regularizer, ...] = ()
    labels: str = "plain"  # or "flat" (rows,), or "soft" (rows of probabilities)
    weighted: bool = False
    rows: int = 6
    seed: int = 0

    def network(self, cls: type[Network] = Network) -> Network:
        """The network with all its numbers random: biases, scales and running statistics too."""
        n_outputs = 1 if self.labels == "flat" and self.loss.task != "classes" else CLASSES
        rng = np.random.default_rng(self.seed)
        net = cls(
            (*self.layers, Dense(n_outputs)),
            N_INPUTS,
            rng=rng,
            dtype=np.float64,
            regularizers=self.penalties,
        )
        net.theta += 0.3 * rng.standard_normal(net.theta.shape)
        net.buffers[:] = rng.uniform(0.5, 2, net.buffers.shape)
        return net

    def batch(self) -> Batch:
        """Random rows, targets of the loss's kind, and weights, one of which may be zero."""
        rng = np.random.default_rng([self.seed, 1])
        x = rng.standard_normal((self.rows, N_INPUTS))
        weight = rng.gamma(2.0, size=self.rows) if self.weighted else None
        if weight is not None and self.rows > 2:
            weight[1] = 0
        return Batch(x, self._targets(rng), weight)

    def _targets(self, rng: np.random.Generator) -> Any:
        if self.loss.task == "classes":
            flat = rng.integers(CLASSES, size=self.rows)
            soft = rng.dirichlet(np.ones(CLASSES), self.rows)
            return {"flat": flat, "plain": np.eye(CLASSES)[flat], "soft": soft}[self.labels]
        shape = (self.rows,) if self.labels == "flat" else (self.rows, CLASSES)
        if self.loss.task == "regression":
            return rng.gamma(2.0, size=shape)
        return rng.uniform(size=shape) if self.labels == "soft" else rng.integers(2, size=shape)

    def check(self, **options: Any) -> GradientReport:
        """Backward against central differences, at most 12 weights of each tensor."""
        return gradcheck(self.network(), self.loss, self.batch(), most=12, **options)


def _varied(product: Iterator[tuple[tuple[Layer, ...], Loss]]) -> Iterator[Case]:
    """Each with other rows, weights, labels and penalties: periods without a common divisor."""
    penalties = itertools.cycle([(), *((p,) for p in examples(Regularizer)), (L1(0.1), L2(0.1))])
    rows = itertools.cycle((1, 2, 3, 5, 8))
    labels = itertools.cycle(("plain", "flat", "soft"))
    weighted = itertools.cycle((True, False))
    for seed, (layers, loss) in enumerate(product):
        yield Case(layers, loss, next(penalties), next(labels), next(weighted), next(rows), seed)


def of_activations() -> Iterator[Case]:
    """Every activation with every loss."""
    pairs = itertools.product(activations(), examples(Loss))
    return _varied(((Dense(WIDTH), activation), loss) for activation, loss in pairs)


def of_layers() -> Iterator[Case]:
    """Every other layer, behind a dense one, with every loss."""
    layers = examples(Layer, but=(Elementwise, Softmax))
    pairs = itertools.product(layers, examples(Loss))
    return _varied(((Dense(WIDTH), layer, Tanh()), loss) for layer, loss in pairs)


def of_losses() -> Iterator[Case]:
    """Every loss with every form of labels, with and without weights, and a batch of one."""
    choices = itertools.product(examples(Loss), ("plain", "flat", "soft"), (True, False), (1, 7))
    for seed, (loss, labels, weighted, rows) in enumerate(choices):
        yield Case((Dense(3), Tanh()), loss, (), labels, weighted, rows, seed)


def of_penalties() -> Iterator[Case]:
    """Every regularizer with every loss, around a batch norm, whose scales pay nothing."""
    pairs = itertools.product(examples(Regularizer), examples(Loss))
    for seed, (penalty, loss) in enumerate(pairs):
        block = Residual([Dense(3), Tanh(), Dense(3)])
        layers = (Dense(3), BatchNorm(), Tanh(), block)
        yield Case(layers, loss, (penalty,), weighted=seed % 2 == 0, rows=6, seed=seed)


def deep(count: int = 80) -> Iterator[Case]:
    """Random stacks of four to eight layers of all kinds."""
    rng = np.random.default_rng(0)
    layers, losses = examples(Layer), examples(Loss)
    penalties = [(), *((p,) for p in examples(Regularizer))]
    for seed in range(count):
        chosen = [layers[i] for i in rng.integers(len(layers), size=rng.integers(2, 7))]
        stack = [part for layer in chosen for part in (Dense(WIDTH), layer)][:8]
        labels = ("plain", "flat", "soft")[seed % 3]
        loss, penalty = losses[seed % len(losses)], penalties[seed % len(penalties)]
        yield Case(tuple(stack), loss, penalty, labels, seed % 2 == 0, 4 + seed % 5, seed)


GROUPS = {
    "activations": of_activations,
    "layers": of_layers,
    "losses": of_losses,
    "penalties": of_penalties,
    "deep": deep,
}


def configurations() -> Iterator[Case]:
    """All of them."""
    for group in GROUPS.values():
        yield from group()
