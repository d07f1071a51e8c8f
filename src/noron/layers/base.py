"""A layer is a formula with settings. It holds no arrays: the network holds them.

`forward` returns the value and its own `backward`. This closure is the cache: it keeps the values
of the forward pass that backward needs, until the step is over.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, Self

from noron.core.registry import Family
from noron.core.types import RNG, Array, Backward, Params, RowSource

Kind = Literal["weight", "bias", "scale", "shift", "buffer"]
"""Penalties apply to weights only; a buffer is saved but not learnt."""

MOST_PARAMETERS = 2**31
"""8 GiB of float32: a larger number is a typing error, or a malicious model file."""


class ParameterSpec(NamedTuple):
    """One array that a layer asks the network to keep for it."""

    name: str
    shape: tuple[int, ...]
    kind: Kind
    draw: Callable[[RNG], Array]


@dataclass(frozen=True)
class Layer(Family, ABC, family="layer"):
    """y = f(x; parameters), for a batch x of shape (rows, width)."""

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """Return the arrays that the layer learns, then its buffers; by default none."""
        return ()

    def n_outputs(self, n_inputs: int) -> int:
        """Return the width of y."""
        return n_inputs

    @abstractmethod
    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """Return y, and backward: dL/dy -> (dL/dx, dL/dparams). Training passes an rng."""

    def suited_to(self, activation: "Elementwise | None") -> Self:
        """Return the layer with settings left at None chosen for the activation after it."""
        return self

    def learn_inputs(self, params: Params, X: RowSource) -> RowSource:
        """Learn from X what is fixed before training, and return the layer's output for X."""
        return self.forward(params, X[:])[0]

    learns_inputs: ClassVar[bool] = False


@dataclass(frozen=True)
class Elementwise(Layer, ABC):
    """a = f(z) for each number separately: an activation.

    A subclass defines `f`, its derivative `df`, the initializer that suits the layer before it,
    and `kinks`, the points where the derivative jumps.
    """

    initializer: ClassVar[str] = "glorot_uniform"
    kinks: ClassVar[tuple[float, ...]] = ()

    @abstractmethod
    def f(self, z: Array) -> Array:
        """f(z)."""

    @abstractmethod
    def df(self, z: Array, a: Array) -> Array:
        """df/dz, from the input z or the output a = f(z), whichever is cheaper."""

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """f(x); dx = dy * f'(x)."""
        a = self.f(x)

        def backward(dy: Array) -> tuple[Array, Params]:
            return dy * self.df(x, a), ()

        return a, backward
