"""The network owns the numbers: one flat vector `theta`, one flat `grad`, one flat `buffers`.

Layers see views into them, made once. So an optimizer works on one vector, and its code reads like
its paper; saving, copying, averaging and gradient checking are operations on one array.
"""

import math
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import SettingError, check_integer
from noron.core.memory import aligned_copy, aligned_full, aligned_zeros
from noron.core.types import RNG, Array, Params, RowSource
from noron.layers.base import MOST_PARAMETERS, Kind, Layer, ParameterSpec
from noron.layers.chain import forward_through, layered_parameters, output_width, suited
from noron.layers.normalization import pieces
from noron.regularizers import Regularizer


class Segment(NamedTuple):
    """Where one array lies in its flat vector."""

    name: str
    kind: Kind
    start: int
    shape: tuple[int, ...]

    @property
    def stop(self) -> int:
        """The place after its last number."""
        return self.start + math.prod(self.shape)

    def of(self, flat: Array) -> Array:
        """Return the view of `flat` that holds this array."""
        return flat[self.start : self.stop].reshape(self.shape)


Layout = tuple[Segment, ...]


def lay_out(layers: Sequence[Layer], n_inputs: int) -> tuple[Layout, Layout]:
    """Return the segments of theta and of buffers, without allocating either. SettingError."""
    theta: list[Segment] = []
    buffers: list[Segment] = []
    for place, (layer, specs) in enumerate(
        zip(layers, layered_parameters(layers, n_inputs), strict=True)
    ):
        for spec in specs:
            into = buffers if spec.kind == "buffer" else theta
            start = into[-1].stop if into else 0
            segment = Segment(f"{place}.{layer.name}.{spec.name}", spec.kind, start, spec.shape)
            if segment.stop > MOST_PARAMETERS:
                raise SettingError(
                    f"layer {place} ({layer.name}) brings the network to {segment.stop:,} numbers; "
                    f"at most {MOST_PARAMETERS:,} are allowed: use fewer units"
                )
            into.append(segment)
    return tuple(theta), tuple(buffers)


class Network:
    """A chain of layers, and all their numbers.

    Attributes:
        theta: the learnt numbers, shape (n_parameters,).
        grad: dL/dtheta of the last backward pass, same shape; the next pass overwrites it.
        buffers: numbers that are saved but not learnt (running statistics).
        params, grads: for each layer a tuple of views into theta and buffers, or into grad.
        layout, buffer_layout: where each array lies.
    """

    def __init__(
        self,
        layers: Sequence[Layer],
        n_inputs: int,
        *,
        rng: RNG | None,
        dtype: Any = np.float32,
        bfloat16: bool = False,
        regularizers: Iterable[Regularizer] = (),
    ) -> None:
        """Draw the weights with `rng`; without one, as when a file is loaded, they are zero.

        With `bfloat16`, training multiplies in bfloat16 where the engine can.
        """
        self.bfloat16 = bfloat16
        self.n_inputs = check_integer("n_inputs", n_inputs)
        self.layers = suited(layers)
        self.n_outputs = output_width(self.layers, n_inputs)
        self.regularizers = tuple(regularizers)
        self.layout, self.buffer_layout = lay_out(self.layers, n_inputs)
        self.theta = aligned_full(_length(self.layout), 0, dtype)
        self.buffers = np.zeros(_length(self.buffer_layout), dtype)
        self._bind()
        self._free()
        if rng is not None:
            self._draw(rng)

    def _bind(self) -> None:
        """Allocate grad, and make the views into theta, grad and buffers for the layers."""
        self.grad = aligned_zeros(len(self.theta), self.theta.dtype)
        learnt = iter(self.layout)
        kept = iter(self.buffer_layout)
        self.params: list[Params] = []
        self.grads: list[Params] = []
        for specs in layered_parameters(self.layers, self.n_inputs):
            n_kept = sum(spec.kind == "buffer" for spec in specs)
            mine = [next(learnt) for _ in range(len(specs) - n_kept)]
            buffers = [next(kept) for _ in range(n_kept)]
            views = [s.of(self.theta) for s in mine] + [s.of(self.buffers) for s in buffers]
            self.params.append(tuple(views))
            self.grads.append(tuple(s.of(self.grad) for s in mine))

    def _free(self) -> None:
        """Start with no owner: no trainer changes the numbers."""
        self._lock = Lock()
        self._before: tuple[Array, Array] | None = None
        self._owner: weakref.ref[object] | None = None

    def _draw(self, rng: RNG) -> None:
        specs = layered_parameters(self.layers, self.n_inputs)
        for views, of_layer in zip(self.params, specs, strict=True):
            for view, spec in zip(views, of_layer, strict=True):
                view[:] = spec.draw(rng)

    def forward(self, x: Array, rng: RNG | None = None) -> tuple[Array, Callable[[Array], Array]]:
        """Return scores, shape (rows, n_outputs), and backward.

        backward(dscores) fills `grad` and returns dL/dx.
        """
        scores, pull = forward_through(self.layers, self.params, x, rng)

        def backward(dscores: Array) -> Array:
            dx, grads = pull(dscores)
            for views, of_layer in zip(self.grads, grads, strict=True):
                for view, g in zip(views, of_layer, strict=True):
                    view[:] = g
            return dx

        return scores, backward

    def predict(self, x: RowSource, rows: int = 4096) -> Array:
        """Return the scores in evaluation mode, computed `rows` rows at a time to save memory."""
        scores = [self.forward(piece)[0] for piece in pieces(x, rows)]
        return scores[0] if len(scores) == 1 else np.concatenate(scores)

    def acquire(self, owner: object) -> None:
        """Let only `owner` train the network, until it releases it or is deleted. SettingError."""
        with self._lock:
            holder = None if self._owner is None else self._owner()
            if holder is not None and holder is not owner:
                raise SettingError(
                    "the network has a trainer that has not ended: run it to its end, call "
                    "trainer.close(), or train a copy, copy.deepcopy(net)"
                )
            self._owner = weakref.ref(owner)

    def release(self, owner: object) -> None:
        """Let others train the network again, if `owner` holds it."""
        with self._lock:
            if self._owner is not None and self._owner() in (owner, None):
                self._owner = None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Mark that theta and buffers are being changed, step by step.

        Until the end, another thread that asks for them gets those of the beginning: never a mix
        of numbers from before and after a step.
        """
        with self._lock:
            self._before = aligned_copy(self.theta), self.buffers.copy()
        try:
            yield
        finally:
            with self._lock:
                self._before = None

    def assign(self, theta: Array, buffers: Array) -> None:
        """Copy these numbers into the network; other threads see all of them change at once."""
        with self._lock:
            self.theta[:], self.buffers[:] = theta, buffers

    def settled(self) -> tuple[Array, Array]:
        """Return copies of theta and buffers as they were at one moment."""
        with self._lock:
            theta, buffers = self._before or (self.theta, self.buffers)
            return theta.copy(), buffers.copy()

    def views(self) -> dict[str, Array]:
        """Return every array by its name."""
        return self._by_name(self.theta, self.buffers)

    def tensors(self) -> dict[str, Array]:
        """Return a copy of every array by its name, all as they were at one moment."""
        return self._by_name(*self.settled())

    def _by_name(self, theta: Array, buffers: Array) -> dict[str, Array]:
        learnt = {s.name: s.of(theta) for s in self.layout}
        return learnt | {s.name: s.of(buffers) for s in self.buffer_layout}

    def learn_inputs(self, X: RowSource) -> None:
        """Let the first layers learn from the training rows what is fixed before training."""
        with self.changing():
            for layer, params in zip(self.layers, self.params, strict=True):
                if not layer.learns_inputs:
                    return
                X = layer.learn_inputs(params, X)

    def weights(self) -> list[Segment]:
        """Return the segments that penalties and constraints apply to: weights only."""
        return [segment for segment in self.layout if segment.kind == "weight"]

    def penalty(self, weight: float = 1.0) -> float:
        """Return the sum of all regularizers over all weights; add their gradient to `grad`.

        `weight` is the total weight of the batch's rows, which some regularizers divide by.
        """
        total = 0.0
        for segment in self.weights() if self.regularizers else ():
            W, dW = segment.of(self.theta), segment.of(self.grad)
            for regularizer in self.regularizers:
                value, backward = regularizer.forward(W)
                share = regularizer.share(weight)
                total += share * value
                dW += share * backward()
        return total

    def project(self) -> None:
        """Bring the weights back within their constraints after a step."""
        for segment in self.weights() if self.regularizers else ():
            for regularizer in self.regularizers:
                regularizer.project(segment.of(self.theta))

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the views, because a copied view would not point into the copied vector."""
        apart = ("params", "grads", "grad", "_lock", "_before", "_owner")
        state = {k: v for k, v in self.__dict__.items() if k not in apart}
        state["theta"], state["buffers"] = self.settled()
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.theta = aligned_copy(self.theta)
        self.buffers = self.buffers.copy()  # it may be a read-only memory map
        self._bind()
        self._free()


def _length(layout: Layout) -> int:
    return layout[-1].stop if layout else 0


__all__ = ["Layout", "Network", "ParameterSpec", "Segment", "lay_out"]
