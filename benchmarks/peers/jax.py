"""JAX on the CPU: a whole epoch in one compiled `lax.scan`, with the old weights' memory given."""

import time
from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks.job import Job
from benchmarks.peers.base import CannotError, Peer, weighted_mean
from noron.core.types import Array

BETA1, BETA2 = 0.9, 0.999


def versions() -> dict[str, str]:
    """Of JAX and its compiler."""
    import jaxlib

    return {"jax": jax.__version__, "jaxlib": jaxlib.__version__}


class Jax(Peer):
    """The carry of the scan is (parameters, m, v, t); plain SGD carries empty m and v."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        if not isinstance(job.X, np.ndarray):
            raise CannotError("no sparse rows")
        jax.config.update("jax_enable_x64", self.settings.dtype == "float64")
        self.X, self.y = jnp.asarray(job.X), jnp.asarray(job.y.astype(np.int32))
        size = self.settings.batch_size
        full = len(job.order) // size * size
        self.full = jnp.asarray(job.order[:full].reshape(-1, size).astype(np.int32))
        self.rest = jnp.asarray(job.order[full:].astype(np.int32))
        self.sizes = [len(piece) for piece in job.pieces]
        self.reset()
        start = time.perf_counter()
        jitted = jax.jit(self._epoch, donate_argnums=0)
        self.epoch = jitted.lower(self.carry, self.X, self.y, self.full, self.rest).compile()
        self.compile_seconds = time.perf_counter() - start

    def reset(self) -> None:
        """A new carry."""
        parameters = [
            (jnp.array(W), jnp.array(b))
            for W, b in zip(self.job.weights, self.job.biases, strict=True)
        ]
        adam = self.settings.optimizer == "adam"
        m, v = (jax.tree.map(jnp.zeros_like, parameters) if adam else [] for _ in range(2))
        t = jnp.zeros((), self.X.dtype)
        self.carry = jax.block_until_ready((parameters, m, v, t))

    def fit(self, epochs: int) -> None:
        """An epoch a call."""
        for _ in range(epochs):
            self.carry, _ = self.epoch(self.carry, self.X, self.y, self.full, self.rest)
        jax.block_until_ready(self.carry)

    def losses(self, epochs: int) -> list[float]:
        """What the scan recorded at each step, weighted by rows."""
        means = []
        for _ in range(epochs):
            self.carry, steps = self.epoch(self.carry, self.X, self.y, self.full, self.rest)
            means.append(weighted_mean(np.asarray(steps).tolist(), self.sizes))
        return means

    def parameters(self) -> Sequence[Array]:
        """As NumPy arrays."""
        return [np.asarray(p) for pair in self.carry[0] for p in pair]

    def _epoch(self, carry: Any, X: Any, y: Any, full: Any, rest: Any) -> tuple[Any, Any]:
        def step(carry: Any, index: Any) -> tuple[Any, Any]:
            parameters, m, v, t = carry
            value, g = jax.value_and_grad(self._objective)(parameters, X[index], y[index])
            t = t + 1
            if self.settings.optimizer == "adam":
                direction, m, v = _adam(g, m, v, t, self.settings.epsilon)
            else:
                direction = g
            rate = self.settings.learning_rate
            parameters = jax.tree.map(lambda p, d: p - rate * d, parameters, direction)
            return (parameters, m, v, t), value

        carry, losses = jax.lax.scan(step, carry, full)
        if len(rest):
            carry, last = step(carry, rest)
            losses = jnp.append(losses, last)
        return carry, losses

    def _objective(self, parameters: Any, x: Any, y: Any) -> Any:
        a = x
        for W, b in parameters[:-1]:
            a = jax.nn.relu(a @ W + b)
        W, b = parameters[-1]
        scores = a @ W + b
        if self.settings.binary:
            losses = jax.nn.softplus(scores[:, 0]) - y * scores[:, 0]
        else:
            logs = jax.nn.log_softmax(scores)
            losses = -jnp.take_along_axis(logs, y[:, None], axis=1)[:, 0]
        if self.settings.l2 == 0.0:
            return losses.mean()
        return losses.mean() + self.settings.l2 * sum((W**2).sum() for W, _ in parameters)


def _adam(g: Any, m: Any, v: Any, t: Any, epsilon: float) -> tuple[Any, Any, Any]:
    m = jax.tree.map(lambda m, g: BETA1 * m + (1 - BETA1) * g, m, g)
    v = jax.tree.map(lambda v, g: BETA2 * v + (1 - BETA2) * g * g, v, g)
    left1, left2 = 1 - BETA1**t, 1 - BETA2**t
    direction = jax.tree.map(lambda m, v: m / left1 / (jnp.sqrt(v / left2) + epsilon), m, v)
    return direction, m, v


PEER = Jax
