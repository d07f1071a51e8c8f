"""An activation of your own: written, checked, and used by its name.

Snake, z + sin(f z)^2 / f: L. Ziyin, T. Hartwig and M. Ueda, "Neural networks fail to learn periodic
functions and how to fix it", 2020. Its waves help with data that repeat.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from noron import Elementwise, NeuralNetwork
from noron.core.types import Array
from noron.data import sine


@final
@dataclass(frozen=True)
class Snake(Elementwise, name="snake"):
    """f(z) = z + sin(frequency z)^2 / frequency."""

    frequency: float = 1.0

    def f(self, z: Array) -> Array:
        """z + sin(frequency z)^2 / frequency."""
        return z + np.sin(self.frequency * z) ** 2 / self.frequency

    def df(self, z: Array, a: Array) -> Array:
        """1 + sin(2 frequency z)."""
        return 1 + np.sin(2 * self.frequency * z)


class Slip(Elementwise):
    """The same with a slip of the pen: the 2 is forgotten. Without a name it is not registered."""

    def f(self, z: Array) -> Array:
        return Snake().f(z)

    def df(self, z: Array, a: Array) -> Array:
        return 1 + np.sin(z)


def main() -> None:
    X, y = sine(n=200, noise=0.1, seed=0)
    for activation in ("snake", Slip()):
        net = NeuralNetwork([1, 16, 16, 1], activation=activation, loss="mse", seed=0)
        print(net.gradcheck(X[:20], y[:20]), end="\n\n")

    for name in ("relu", "tanh", "snake"):
        net = NeuralNetwork([1, 16, 16, 1], activation=name, loss="mse", seed=0)
        net.train(X, y, epochs=100, batch_size=20, optimizer="adam")
        print(f"{name:6} mean squared error {net.evaluate(X, y)['loss']:.4f}")


if __name__ == "__main__":
    main()
