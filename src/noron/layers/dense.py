"""The dense layer: every unit has a weight for every input."""

from dataclasses import dataclass, replace
from typing import final

import numpy as np

from noron.core.errors import check_flag, check_integer
from noron.core.registry import Settings
from noron.core.types import RNG, Array, Backward, Params
from noron.initializers import Initializer
from noron.layers.base import Elementwise, Layer, ParameterSpec

MOST_UNITS = 2**31
"""A larger number is a typing error: the network would be refused for its size anyway."""


@final
@dataclass(frozen=True)
class Dense(Layer, name="dense"):
    """y = x W + b, with x of shape (rows, inputs), W (inputs, units) and b (units,).

    `initializer` is a name or an object of `noron.initializers`. With None, the next activation
    chooses it; after the last activation, that one chooses.
    """

    units: int
    initializer: Initializer | Settings | str | None = None
    bias: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "units", check_integer("units", self.units, at_most=MOST_UNITS))
        check_flag("bias", self.bias)
        if self.initializer is not None:
            object.__setattr__(self, "initializer", Initializer.make(self.initializer))

    def suited_to(self, activation: Elementwise | None) -> "Dense":
        """Return the layer with the activation's initializer, unless it has one."""
        if self.initializer is not None:
            return self
        suits = activation.initializer if activation is not None else "lecun_normal"
        return replace(self, initializer=suits)

    def n_outputs(self, n_inputs: int) -> int:
        """Return the number of units."""
        return self.units

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """W as the initializer draws it, b = 0."""
        initializer = Initializer.make(self.initializer or "lecun_normal")
        W = ParameterSpec(
            "W",
            (n_inputs, self.units),
            "weight",
            lambda rng: initializer.draw(rng, n_inputs, self.units),
        )
        b = ParameterSpec("b", (self.units,), "bias", lambda rng: np.zeros(self.units))
        return (W, b) if self.bias else (W,)

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """x W + b; dx = dy W', dW = x' dy, db = sum of dy over the rows."""
        W, *b = params

        def backward(dy: Array) -> tuple[Array, Params]:
            dx, dW, db = dy @ W.T, x.T @ dy, dy.sum(axis=0)
            return dx, ((dW, db) if b else (dW,))

        y = x @ W
        return (y + b[0] if b else y), backward
