"""The nodes of a compiled graph: layers bound to their parameters, writing into reused arrays.

A layer without a node here, such as a user's own, runs by its `forward` as an `OpaqueNode`. The
arithmetic has the same order as in the layers, so the results have the same bits.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import final

import numpy as np

from noron.core.types import RNG, Array, Backward, Params
from noron.engines.numpy.workspace import LayerSlot, Node
from noron.layers import (
    BatchNorm,
    Dense,
    Dropout,
    Layer,
    ReLU,
    Residual,
    Sigmoid,
    Standardize,
    Tanh,
)
from noron.layers.chain import layered_parameters


@final
class OpaqueNode(Node):
    """Any layer, run by its own `forward` and the closure that it returns."""

    y_is_free = False  # the closure may look at y

    def __init__(self, layer: Layer, slot: LayerSlot) -> None:
        self.layer, self.params, self.grads = layer, slot.params, slot.grads
        self.pull: Backward

    def forward(self, x: Array, rng: RNG) -> Array:
        """Run the layer's own `forward`."""
        y, self.pull = self.layer.forward(self.params, x, rng)
        return y

    def backward(self, dy: Array) -> Array:
        """Call the closure, and copy the gradients to the network."""
        dx, grads = self.pull(dy)
        for view, g in zip(self.grads, grads, strict=True):
            view[:] = g
        return dx


@final
class DenseNode(Node):
    """y = x W + b; dW is written directly to the network's gradient."""

    def __init__(self, layer: Dense, slot: LayerSlot) -> None:
        self.W, *self.b = slot.params
        self.dW, *self.db = slot.grads
        self.y, self.dx, self.needs_dx = slot.y(), slot.dx(), slot.needs_dx

    def forward(self, x: Array, rng: RNG) -> Array:
        """x W + b."""
        self.x = x
        np.matmul(x, self.W, out=self.y)
        for b in self.b:
            np.add(self.y, b, out=self.y)
        return self.y

    def backward(self, dy: Array) -> Array:
        """dW = x' dy, db = sum of dy over the rows, dx = dy W'."""
        np.matmul(self.x.T, dy, out=self.dW)
        for db in self.db:
            np.add.reduce(dy, axis=0, out=db)
        return np.matmul(dy, self.W.T, out=self.dx) if self.needs_dx else dy


@final
class ReLUNode(Node):
    """a = max(0, z), written over z if z is not needed any more."""

    y_is_free = False

    def __init__(self, layer: ReLU, slot: LayerSlot) -> None:
        self.y = None if slot.x_is_free else slot.y()
        self.dx = slot.dx()

    def forward(self, x: Array, rng: RNG) -> Array:
        """max(0, x)."""
        self.a = np.maximum(x, 0, out=x if self.y is None else self.y)
        return self.a

    def backward(self, dy: Array) -> Array:
        """dy where a > 0, else 0: the sign of a, which is never negative."""
        np.sign(self.a, out=self.dx)
        return np.multiply(dy, self.dx, out=self.dx)


@final
class SigmoidNode(Node):
    """a = 1 / (1 + exp(-z)), where exp never gets a positive number."""

    y_is_free = False

    def __init__(self, layer: Sigmoid, slot: LayerSlot) -> None:
        self.a, self.e, self.positive = slot.y(), slot.y(), slot.y(bool)

    def forward(self, x: Array, rng: RNG) -> Array:
        """1 / (1 + e) where x >= 0, else e / (1 + e), with e = exp(-|x|)."""
        e = np.abs(x, out=self.e)
        np.exp(np.negative(e, out=e), out=e)
        np.copyto(self.a, e)
        np.copyto(self.a, 1, where=np.greater_equal(x, 0, out=self.positive))
        return np.divide(self.a, np.add(e, 1, out=e), out=self.a)

    def backward(self, dy: Array) -> Array:
        """dy a (1 - a)."""
        dx = np.subtract(1, self.a, out=self.e)
        np.multiply(self.a, dx, out=dx)
        return np.multiply(dy, dx, out=dx)


@final
class TanhNode(Node):
    """a = tanh(z)."""

    y_is_free = False

    def __init__(self, layer: Tanh, slot: LayerSlot) -> None:
        self.a, self.dx = slot.y(), slot.dx()

    def forward(self, x: Array, rng: RNG) -> Array:
        """tanh(x)."""
        return np.tanh(x, out=self.a)

    def backward(self, dy: Array) -> Array:
        """dy (1 - a^2)."""
        dx = np.multiply(self.a, self.a, out=self.dx)
        np.subtract(1, dx, out=dx)
        return np.multiply(dy, dx, out=dx)


@final
class DropoutNode(Node):
    """y = x * mask, with the same random numbers as the layer draws."""

    def __init__(self, layer: Dropout, slot: LayerSlot) -> None:
        self.rate, self.kept, self.u = layer.rate, slot.y(bool), slot.y()
        self.y, self.dx = slot.y(), slot.dx()

    def forward(self, x: Array, rng: RNG) -> Array:
        """x / (1 - rate) where a random number reaches the rate, else 0."""
        u = self.u if x.dtype == self.u.dtype else np.empty(x.shape, x.dtype)
        rng.random(out=u, dtype=u.dtype.type)
        kept = np.greater_equal(u, self.rate, out=self.kept)
        self.mask = np.multiply(kept, u.dtype.type(1 / (1 - self.rate)), out=u)
        return np.multiply(x, self.mask, out=self.y)

    def backward(self, dy: Array) -> Array:
        """dy * mask."""
        return np.multiply(dy, self.mask, out=self.dx)


@final
class StandardizeNode(Node):
    """y = (x - mean) / std."""

    def __init__(self, layer: Standardize, slot: LayerSlot) -> None:
        self.mean, self.std = slot.params
        self.y, self.dx = slot.y(), slot.dx()

    def forward(self, x: Array, rng: RNG) -> Array:
        """(x - mean) / std."""
        np.subtract(x, self.mean, out=self.y)
        return np.divide(self.y, self.std, out=self.y)

    def backward(self, dy: Array) -> Array:
        """dy / std."""
        return np.divide(dy, self.std, out=self.dx)


@final
class BatchNormNode(Node):
    """y = gamma (x - mu) / sqrt(var + epsilon) + beta; updates the running statistics."""

    def __init__(self, layer: BatchNorm, slot: LayerSlot) -> None:
        self.layer, self.rows = layer, slot.workspace.rows
        self.gamma, self.beta, self.running_mean, self.running_var = slot.params
        self.dgamma, self.dbeta = slot.grads
        self.x_hat, self.work, self.y = slot.y(), slot.y(), slot.y()
        self.mu, self.var, self.along = np.empty((3, 1, slot.n_out), slot.workspace.dtype)

    def mean(self, x: Array, out: Array) -> Array:
        """Write the mean of each column to `out`, shape (1, width)."""
        np.add.reduce(x, axis=0, keepdims=True, out=out)
        return np.divide(out, self.rows, out=out)

    def forward(self, x: Array, rng: RNG) -> Array:
        """gamma x_hat + beta."""
        x_hat = np.subtract(x, self.mean(x, self.mu), out=self.x_hat)
        var = self.mean(np.square(x_hat, out=self.work), self.var)
        if self.rows > 1:
            running = self.running_mean, self.running_var
            self.layer.follow(*running, self.mu, var, self.rows)
        np.sqrt(np.add(var, self.layer.epsilon, out=var), out=var)
        self.inv_std = np.divide(1, var, out=var)
        np.multiply(x_hat, self.inv_std, out=x_hat)
        return np.add(np.multiply(self.gamma, x_hat, out=self.y), self.beta, out=self.y)

    def backward(self, dy: Array) -> Array:
        """dx = (dx_hat - mean(dx_hat) - x_hat mean(dx_hat x_hat)) / sqrt(var + epsilon)."""
        np.add.reduce(np.multiply(dy, self.x_hat, out=self.work), axis=0, out=self.dgamma)
        np.add.reduce(dy, axis=0, out=self.dbeta)
        dx = np.multiply(dy, self.gamma, out=self.y)
        along = self.mean(np.multiply(dx, self.x_hat, out=self.work), self.along)
        np.multiply(self.x_hat, along, out=self.work)
        np.subtract(dx, self.mean(dx, self.mu), out=dx)
        return np.multiply(self.inv_std, np.subtract(dx, self.work, out=dx), out=dx)


@final
class ResidualNode(Node):
    """y = x + F(x), where F is a chain of nodes."""

    def __init__(self, layer: Residual, slot: LayerSlot) -> None:
        numbers = dealt(layer.inner, slot)
        self.chain = Chain(layer.inner, numbers, slot._replace(x_is_free=False))
        self.y, self.dx, self.needs_dx = slot.y(), slot.dx(), slot.needs_dx

    def forward(self, x: Array, rng: RNG) -> Array:
        """x + F(x)."""
        return np.add(x, self.chain.forward(x, rng), out=self.y)

    def backward(self, dy: Array) -> Array:
        """dy + (dF/dx)' dy."""
        dx = self.chain.backward(dy)
        return np.add(dy, dx, out=self.dx) if self.needs_dx else dy


NODES: dict[type[Layer], type[Node]] = {
    Dense: DenseNode,
    ReLU: ReLUNode,
    Sigmoid: SigmoidNode,
    Tanh: TanhNode,
    Dropout: DropoutNode,
    Standardize: StandardizeNode,
    BatchNorm: BatchNormNode,
    Residual: ResidualNode,
}
"""The layers that have a node of their own."""


@final
class Chain:
    """Nodes that run one after the other."""

    def __init__(
        self, layers: Sequence[Layer], numbers: Iterable[tuple[Params, Params]], slot: LayerSlot
    ) -> None:
        """`numbers` are the parameters and their gradients, layer by layer."""
        self.nodes: list[Node] = []
        back: list[Node] = []
        for layer, (params, grads) in zip(layers, numbers, strict=True):
            slot = slot._replace(params=params, grads=grads, n_out=layer.n_outputs(slot.n_in))
            if isinstance(layer, Dropout) and layer.rate == 0:
                continue
            node = NODES.get(type(layer), OpaqueNode)(layer, slot)
            self.nodes.append(node)
            if slot.needs_dx or grads:
                back.append(node)
            needs_dx = slot.needs_dx or bool(grads)
            slot = slot._replace(n_in=slot.n_out, needs_dx=needs_dx, x_is_free=node.y_is_free)
        self.back = back[::-1]

    def forward(self, x: Array, rng: RNG) -> Array:
        """Run all nodes forward."""
        for node in self.nodes:
            x = node.forward(x, rng)
        return x

    def backward(self, dy: Array) -> Array:
        """Run backward to the first node that has parameters, or further if dL/dx is needed."""
        for node in self.back:
            dy = node.backward(dy)
        return dy


def dealt(layers: Sequence[Layer], slot: LayerSlot) -> Iterator[tuple[Params, Params]]:
    """Yield the parameters and buffers of each layer of a block, and its gradients.

    A block holds the parameters of all its layers in order, and after them all buffers.
    """
    n_learnt = len(slot.grads)
    learnt, kept = iter(slot.params[:n_learnt]), iter(slot.params[n_learnt:])
    grads = iter(slot.grads)
    for specs in layered_parameters(layers, slot.n_in):
        n = sum(spec.kind != "buffer" for spec in specs)
        params = (*islice(learnt, n), *islice(kept, len(specs) - n))
        yield params, tuple(islice(grads, n))
