"""The architecture of a network: settings only, no weights. A model file stores it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from noron.core.closed import closed
from noron.core.errors import SettingError, check_choice, check_integer, shown
from noron.core.types import RNG
from noron.layers import (
    Dense,
    Layer,
    Residual,
    Sigmoid,
    Softmax,
)
from noron.layers.base import MOST_PARAMETERS
from noron.layers.chain import output_width
from noron.layers.multilayer import multilayer
from noron.losses import Loss
from noron.network import Network, lay_out
from noron.regularizers import Regularizer, as_regularizers

MOST_LAYERS = 10_000
"""More layers are a typing error, or a malicious model file."""


@dataclass(frozen=True)
class Architecture:
    """Layers, loss, penalties and precision; `n_inputs` is None until the first data is known.

    With the dtype "bfloat16" all numbers are float32, and training multiplies in bfloat16.
    """

    layers: tuple[Layer, ...]
    loss: Loss
    regularizers: tuple[Regularizer, ...] = ()
    dtype: str = "float32"
    n_inputs: int | None = None

    def __post_init__(self) -> None:
        check_choice("dtype", self.dtype, ("float32", "float64", "bfloat16"))
        _check_number_of(self.layers)
        _check_link(self.layers[-1], self.loss)
        if self.n_inputs is not None:
            self.check_widths(self.n_inputs)

    def check_widths(self, n_inputs: int) -> int:
        """Return the number of outputs for `n_inputs`; SettingError if the layers do not fit."""
        theta, _ = lay_out(self.layers, n_inputs)  # refuses absurd sizes before they are allocated
        if not theta:
            raise SettingError(
                f"the layers ({', '.join(layer.name for layer in self.layers)}) have no weights to "
                "learn: give at least one Dense, such as Dense(10)"
            )
        n_outputs = output_width(self.layers, n_inputs)
        if self.loss.task == "classes" and n_outputs == 1:
            raise SettingError(
                "the network ends in 1 output, and a softmax over one class is always 1: use "
                "loss='binary_cross_entropy', or end with one unit for each class"
            )
        return n_outputs

    def outputs(self, n_inputs: int, made: Network | None) -> int:
        """Return the number of outputs, of the network if it was `made` for so many inputs."""
        if made is not None and made.n_inputs == n_inputs:
            return made.n_outputs
        return self.check_widths(n_inputs)

    def network(self, n_inputs: int, rng: RNG | None) -> Network:
        """Build the network; its weights are drawn with `rng`, or are zero without one."""
        return Network(
            self.layers, n_inputs, rng=rng, dtype=self.number_type,
            bfloat16=self.dtype == "bfloat16", regularizers=self.regularizers,
        )  # fmt: skip

    @property
    def number_type(self) -> str:
        """The type in which the numbers are kept."""
        return "float32" if self.dtype == "bfloat16" else self.dtype

    def described(self) -> str:
        """Return the widths, the other layers and the loss, as `784-64-10, relu`."""
        widths = [self.n_inputs or "?", *(x.units for x in self.layers if isinstance(x, Dense))]
        parts = ["-".join(map(str, widths))]
        parts += dict.fromkeys(x.name for x in self.layers if not isinstance(x, Dense))
        return ", ".join(parts + [self.loss.name] * (self.loss.name != "cross_entropy"))

    def settings(self) -> dict[str, Any]:
        """Return the architecture as plain data for a file."""
        return {
            "layers": [layer.settings() for layer in self.layers],
            "loss": self.loss.settings(),
            "regularizers": [regularizer.settings() for regularizer in self.regularizers],
            "dtype": self.dtype,
            "n_inputs": self.n_inputs,
        }

    @staticmethod
    def of_settings(data: Mapping[str, Any]) -> "Architecture":
        """Build an architecture from `settings()`; SettingError for anything else."""
        architecture = closed(Architecture, data)
        check_integer("n_inputs", architecture.n_inputs)
        return architecture


def make_architecture(
    layers: Any,
    activation: Any,
    loss: Any,
    dtype: Any,
    initializer: Any,
    regularizer: Any,
    n_inputs: int | None,
) -> Architecture:
    """Build the architecture from a list of widths or a list of layers, as users give it."""
    layers = _as_list(layers)
    widths = [layer for layer in layers if not isinstance(layer, Layer | str | Mapping | type)]
    if widths:
        if len(widths) != len(layers):
            raise SettingError(
                f"layers is {shown(layers)}, which mixes widths and layers: give widths only, "
                "[784, 128, 10], or layers only, [Dense(128), ReLU(), Dense(10)]"
            )
        if n_inputs is not None:
            raise SettingError(
                f"n_inputs is {shown(n_inputs)}, but the first width is it: leave n_inputs out"
            )
        built = multilayer(layers, activation, initializer=initializer)
        n_inputs = int(layers[0])
    else:
        built = tuple(Layer.make(layer) for layer in layers)
        if n_inputs is not None:
            n_inputs = check_integer("n_inputs", n_inputs, at_most=MOST_PARAMETERS)
    return Architecture(built, Loss.make(loss), as_regularizers(regularizer), dtype, n_inputs)


def _as_list(layers: Any) -> list[Any]:
    try:
        listed = list(layers)
    except TypeError:
        listed = None
    if listed is None or isinstance(layers, str | Mapping | set | frozenset):
        raise SettingError(f"layers is {shown(layers)}: give a list, such as [784, 128, 10]")
    if not listed:
        raise SettingError("layers is empty: give a list, such as [784, 128, 10]")
    return listed


def _check_number_of(layers: Sequence[Layer]) -> None:
    n_layers = _number_of(layers)
    if n_layers > MOST_LAYERS:
        raise SettingError(
            f"there are {n_layers:,} layers, but at most {MOST_LAYERS:,} are legal: use fewer"
        )


def _number_of(layers: Sequence[Layer]) -> int:
    return sum(1 + _number_of(x.inner if isinstance(x, Residual) else ()) for x in layers)


def _check_link(last: Layer, loss: Loss) -> None:
    """Raise SettingError if the last layer is the loss's link, which would be applied twice."""
    twice = {"classes": Softmax, "binary": Sigmoid}.get(loss.task)
    if twice is not None and isinstance(last, twice):
        raise SettingError(
            f"the layers end with {type(last).__name__}(), which the loss {loss.name!r} applies "
            "itself: leave it out, and end with Dense"
        )
