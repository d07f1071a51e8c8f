"""A deep network with one activation: how large numbers and gradients are in each of its layers.

    z_l = a_(l-1) W_l + b_l,   a_l = f(z_l)
    dL/dz_(l-1) = (dL/dz_l W_l') * f'(z_(l-1))
    dL/dW_l = a_(l-1)' dL/dz_l

From one layer to the one before, the gradient is multiplied twice: by weights, and by f'. Where the
product is below 1, it shrinks from layer to layer; where it is above 1, it grows.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from noron.core.errors import check_integer, check_number
from noron.core.types import Array, Backward
from noron.initializers import Initializer, Normal
from noron.lab.frames import finite
from noron.layers import Dense, Layer
from noron.layers.chain import suited
from noron.layers.multilayer import hidden_layers
from noron.losses import CrossEntropy
from noron.network import Network
from noron.optimizers import SGD

ROWS = 64
"""The rows of the random batch."""
CLASSES = 2
"""The classes of its rows: on which side of a random plane they lie."""
MOST_LAYERS, MOST_UNITS, MOST_STEPS = 20, 64, 100
"""What is computed within a second."""
SNAPSHOTS = 20
"""The states of a training that are kept, beside the first one."""
LARGEST_DEVIATION = 100.0


@final
@dataclass(frozen=True)
class GivenDeviation(Normal):
    """w ~ N(0, deviation^2), whatever the width of the layer."""

    deviation: float

    def __post_init__(self) -> None:
        check_number("deviation", self.deviation, low=0, high=LARGEST_DEVIATION)

    def variance(self, fan_in: int, fan_out: int) -> float:
        """deviation^2."""
        return self.deviation**2


@final
class DeepNetwork:
    """Dense layers of one width with the same activation, and a random batch of two classes.

    Inputs, classes and the random numbers of the weights are the same for each activation and
    initializer, so that networks can be compared. Numbers are float64.

    Attributes:
        network: the layers and their numbers.
        initializer: what has drawn the weights.
        x, y: the batch: inputs (rows, units) and classes (rows,).
    """

    def __init__(
        self,
        activation: Layer,
        initializer: Initializer | None = None,
        *,
        layers: int = 10,
        units: int = 32,
        seed: int = 0,
    ) -> None:
        """Without an initializer the one that suits the activation is taken. SettingError."""
        check_integer("layers", layers, at_most=MOST_LAYERS)
        check_integer("units", units, at_least=2, at_most=MOST_UNITS)
        check_integer("seed", seed, at_least=0)
        rng = np.random.default_rng(seed)
        self.x = rng.standard_normal((ROWS, units))
        self.y = (self.x @ rng.standard_normal(units) > 0).astype(np.int64)
        hidden = hidden_layers([units] * layers, [activation] * layers, initializer=initializer)
        made = suited([*hidden, Dense(CLASSES, initializer)])
        first = made[0]
        assert isinstance(first, Dense)
        self.initializer = Initializer.make(first.initializer or "lecun_normal")
        self.network = Network(made, units, rng=rng, dtype=np.float64)
        self.loss = CrossEntropy()
        self._first = self.network.theta.copy()

    @np.errstate(all="ignore")
    def learn(self, steps: int, learning_rate: float) -> list[dict[str, Any]]:
        """Take so many steps of gradient descent on the whole batch; return what `measure` says
        before the first and after some of the others, the last included. Raises SettingError."""
        check_integer("steps", steps, at_least=0, at_most=MOST_STEPS)
        check_number("learning_rate", learning_rate, low=0)
        descent, network = SGD(), self.network
        every = max(1, steps // SNAPSHOTS)
        snapshots = [{"step": 0, **self.measure()}]
        for t in range(1, steps + 1):
            self._gradient()
            g = network.grad
            descent.step(network.theta, g, (), t, learning_rate, lambda g=g: (0.0, g))
            if t % every == 0 or t == steps:
                snapshots.append({"step": t, **self.measure()})
        return snapshots

    def _gradient(self) -> None:
        scores, backward = self.network.forward(self.x)
        backward(self.loss.forward(scores, self.y)[1]())

    @np.errstate(all="ignore")
    def measure(self) -> dict[str, Any]:
        """Return the loss, and for each hidden layer, from the first to the last:

        activations: the size of a_l, as the root of the mean square.
        spread: by how much the outputs of a unit differ from row to row, the standard deviation.
        gradient: the size of dL/dz_l.
        weight_gradient: the size of dL/dW_l.
        by_activation: the factor by which f'(z_l) changes the size of the gradient.
        by_weights: the factor by which W_l' changes it on the way to the layer before.
        moved: the length of the way that W_l has gone from its first values, as a share of theirs.

        What is no finite number is None.
        """
        x = self.x
        outputs: list[Array] = []
        backs: list[Backward] = []
        for layer, params in zip(self.network.layers, self.network.params, strict=True):
            x, back = layer.forward(params, x)
            outputs.append(x)
            backs.append(back)
        loss, loss_back = self.loss.forward(x, self.y)
        dy, _ = backs.pop()(loss_back())
        layers: list[dict[str, float | None]] = []
        for place in reversed(range(0, len(backs), 2)):
            dz, _ = backs[place + 1](dy)
            dx, (dW, _) = backs[place](dz)
            a = outputs[place + 1]
            facts = {
                "activations": size(a),
                "spread": float(a.std(axis=0).mean()),
                "gradient": size(dz),
                "weight_gradient": size(dW),
                "by_activation": _ratio(size(dz), size(dy)),
                "by_weights": _ratio(size(dx), size(dz)),
                "moved": self._moved(place),
            }
            layers.insert(0, {name: finite(value) for name, value in facts.items()})
            dy = dx
        return {"loss": finite(loss), "layers": layers}

    def _moved(self, place: int) -> float | None:
        """Return |W - W0| / |W0| of the dense layer at that place of the network."""
        segments = [s for s in self.network.layout if s.name.startswith(f"{place}.")]
        W, W0 = segments[0].of(self.network.theta), segments[0].of(self._first)
        return _ratio(size(W - W0), size(W0))


def size(values: Array) -> float:
    """The root of the mean square: about 1 for standard normal numbers.

    >>> size(np.array([3.0, -3.0]))
    3.0
    """
    return float(np.sqrt(np.square(values).mean()))


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None
