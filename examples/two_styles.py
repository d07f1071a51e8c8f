"""A dense layer in two styles: as a closure, and as an object that remembers.

Both have the same mathematics and give the same numbers. They differ in where they keep x between
the way forward and the way back, and that decides what happens when forward runs twice before
backward runs once. docs/closures.md tells why noron took the first.
"""

from collections.abc import Callable

import numpy as np

from noron.core.types import Array


def dense(W: Array, b: Array, x: Array) -> tuple[Array, Callable[[Array], tuple[Array, ...]]]:
    """y = x W + b, and its own backward: dy -> (dx, dW, db). Nothing is stored anywhere."""

    def backward(dy: Array) -> tuple[Array, ...]:
        return dy @ W.T, x.T @ dy, dy.sum(axis=0)

    return x @ W + b, backward


class DenseObject:
    """The same: forward leaves x in the object, and backward leaves dW and db there."""

    def __init__(self, W: Array, b: Array) -> None:
        self.W, self.b = W, b

    def forward(self, x: Array) -> Array:
        self.x = x
        return x @ self.W + self.b

    def backward(self, dy: Array) -> Array:
        self.dW, self.db = self.x.T @ dy, dy.sum(axis=0)
        return dy @ self.W.T


def main() -> None:
    rng = np.random.default_rng(0)
    W, b = rng.standard_normal((3, 2)), np.zeros(2)
    x, other = rng.standard_normal((4, 3)), rng.standard_normal((4, 3))
    dy = rng.standard_normal((4, 2))
    layer = DenseObject(W, b)

    y, backward = dense(W, b, x)
    _, dW, _ = backward(dy)
    same = np.array_equal(y, layer.forward(x))
    layer.backward(dy)
    print("one forward, one backward, the same numbers:", same and np.array_equal(dW, layer.dW))

    # Now a look at other rows in between: to print a validation loss, say.
    y, backward = dense(W, b, x)
    dense(W, b, other)
    _, again, _ = backward(dy)
    layer.forward(x)
    layer.forward(other)
    layer.backward(dy)
    print("another forward in between, the closure is still right:", np.array_equal(dW, again))
    print("another forward in between, the object is still right: ", np.array_equal(dW, layer.dW))


if __name__ == "__main__":
    main()
