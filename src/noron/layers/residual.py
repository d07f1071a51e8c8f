"""A residual block: layers that learn what to add to their own input."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import final

from noron.core.errors import SettingError
from noron.core.registry import Settings
from noron.core.types import RNG, Array, Backward, Params
from noron.layers.base import Elementwise, Layer, ParameterSpec
from noron.layers.chain import forward_through, layered_parameters, output_width, suited


@final
@dataclass(frozen=True)
class Residual(Layer, name="residual"):
    """y = x + F(x), where F is a list of layers that keeps the width. He et al. (2016), eq. 1.

    The gradient also passes beside F, so deep networks can train: dx = dy + dF'dy.

    >>> from noron.layers import Dense, ReLU
    >>> block = Residual([Dense(8), ReLU(), Dense(8)])
    >>> block.n_outputs(8)
    8
    """

    layers: "Sequence[Layer | Settings | str]"

    def __post_init__(self) -> None:
        if not isinstance(self.layers, list | tuple) or not self.layers:
            raise SettingError("Residual needs a list of layers, such as [Dense(64), ReLU()]")
        object.__setattr__(self, "layers", tuple(Layer.make(layer) for layer in self.layers))

    @property
    def inner(self) -> tuple[Layer, ...]:
        """The layers of F."""
        return tuple(Layer.make(layer) for layer in self.layers)

    def suited_to(self, activation: Elementwise | None) -> "Residual":
        """Return the block with the initializers of its dense layers chosen."""
        return replace(self, layers=suited(self.inner, activation))

    def n_outputs(self, n_inputs: int) -> int:
        """Return the width of x; SettingError if F changes it."""
        width = output_width(self.inner, n_inputs)
        if width != n_inputs:
            raise SettingError(
                f"Residual adds its input of width {n_inputs} to an output of width {width}: "
                f"let its last Dense have {n_inputs} units"
            )
        return n_inputs

    def parameters(self, n_inputs: int) -> tuple[ParameterSpec, ...]:
        """Return the parameters of the inner layers, named "place.name"; buffers last."""
        specs = [
            spec._replace(name=f"{place}.{spec.name}")
            for place, of_layer in enumerate(layered_parameters(self.inner, n_inputs))
            for spec in of_layer
        ]
        return tuple(sorted(specs, key=lambda spec: spec.kind == "buffer"))

    def inner_params(self, params: Params, n_inputs: int) -> list[Params]:
        """Return the arrays of each inner layer, from those of the block."""
        specs = layered_parameters(self.inner, n_inputs)
        learnt = iter(params)
        n_learnt = sum(spec.kind != "buffer" for layer in specs for spec in layer)
        kept = iter(params[n_learnt:])
        return [
            tuple(next(kept if spec.kind == "buffer" else learnt) for spec in layer)
            for layer in specs
        ]

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """x + F(x); dx = dy + (dF/dx)' dy."""
        of_layers = self.inner_params(params, x.shape[1])
        y, back = forward_through(self.inner, of_layers, x, rng)

        def backward(dy: Array) -> tuple[Array, Params]:
            dx, grads = back(dy)
            return dy + dx, tuple(g for of_layer in grads for g in of_layer)

        return x + y, backward
