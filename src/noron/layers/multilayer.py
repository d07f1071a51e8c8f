"""The usual order of layers: Dense, normalization, activation and dropout for each hidden width."""

from collections.abc import Mapping, Sequence
from typing import Any

from noron.core.errors import SettingError, check_integer, shown, unknown_name
from noron.initializers import Initializer
from noron.layers.activations import Elementwise, Softmax
from noron.layers.base import MOST_PARAMETERS, Layer
from noron.layers.dense import Dense
from noron.layers.dropout import Dropout
from noron.layers.normalization import BatchNorm, LayerNorm


def multilayer(
    widths: Sequence[int],
    activation: Any = "relu",
    *,
    initializer: Any = None,
    dropout: float = 0.0,
    batch_norm: bool = False,
) -> tuple[Layer, ...]:
    """Dense, (BatchNorm,) activation, (Dropout) for each hidden width, and a last Dense.

    >>> [layer.name for layer in multilayer([4, 8, 3], "tanh", dropout=0.5)]
    ['dense', 'tanh', 'dropout', 'dense']
    """
    if len(widths) < 2:
        raise SettingError(
            f"layers is {shown(list(widths))}: give at least the inputs and the outputs, [784, 10]"
        )
    sizes = [
        check_integer(f"layers[{i}]", width, at_most=MOST_PARAMETERS)
        for i, width in enumerate(widths)
    ]
    between = _activation(activation)
    if initializer is not None:
        initializer = Initializer.make(initializer)
    hidden = hidden_layers(
        sizes[1:-1],
        [between] * (len(sizes) - 2),
        initializer=initializer,
        dropout=dropout,
        batch_norm=batch_norm,
    )
    return (*hidden, Dense(sizes[-1], initializer))


def hidden_layers(
    widths: Sequence[int],
    activations: Sequence[Layer],
    *,
    initializer: Initializer | None = None,
    dropout: float = 0.0,
    batch_norm: bool = False,
    layer_norm: bool = False,
) -> list[Layer]:
    """Dense, (BatchNorm,) (LayerNorm,) activation, (Dropout) for each width."""
    layers: list[Layer] = []
    for width, activation in zip(widths, activations, strict=True):
        layers.append(Dense(width, initializer))
        layers += [BatchNorm()] if batch_norm else []
        layers += [LayerNorm()] if layer_norm else []
        layers.append(activation)
        layers += [Dropout(dropout)] if dropout else []
    return layers


def _activation(given: Any) -> Layer:
    """Return the activation of a name, class or settings; SettingError for other layers."""
    known = {n: m for n, m in Layer.members.items() if issubclass(m, Elementwise | Softmax)}
    name = given.get("name") if isinstance(given, Mapping) else given
    named = isinstance(name, str | type) and name in (*known, *known.values())
    if named or isinstance(given, Elementwise | Softmax):
        return Layer.make(given)
    raise unknown_name("activation", name, known)
