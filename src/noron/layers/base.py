"""A layer is a formula with settings: it holds no arrays, the network does.

`forward` returns the value and its own `backward`. The closure is the cache: what backward needs
of the way forward, it simply sees, and it is gone with the step.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, Self

from noron.core.registry import Family
from noron.core.types import RNG, Array, Backward, Params, RowSource

Kind = Literal["weight", "bias", "scale", "shift", "buffer"]
"""Penalties touch weights only; a buffer is kept and saved but not learnt."""

MOST_PARAMETERS = 2**31
"""8 GiB of float32: more is a slip of the hand, or a model file that means harm."""


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
        """What the layer learns and keeps, buffers last; nothing unless it says so."""
        return ()

    def n_outputs(self, n_inputs: int) -> int:
        """The width of y."""
        return n_inputs

    @abstractmethod
    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """y, and backward: dL/dy -> (dL/dx, dL/dparams). An rng is given exactly when training."""

    def suited_to(self, activation: "Elementwise | None") -> Self:
        """The layer with what it left open chosen for the activation that it feeds."""
        return self

    def learn_inputs(self, params: Params, X: RowSource) -> RowSource:
        """What X becomes behind this layer, once it has learnt from X what is fixed beforehand."""
        return self.forward(params, X[:])[0]

    learns_inputs: ClassVar[bool] = False


@dataclass(frozen=True)
class Elementwise(Layer, ABC):
    """a = f(z) for each number on its own: an activation.

    A subclass gives `f`, its derivative `df`, the initializer that suits the layer before it, and
    the points where the derivative jumps.
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
