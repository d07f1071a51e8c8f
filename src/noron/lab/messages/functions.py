"""Messages about activations and losses: as curves, and in the layers of a deep network.

They need no network of the page's.
"""

from dataclasses import dataclass
from typing import Any, final

from noron.core.errors import SettingError
from noron.initializers import Initializer
from noron.lab.answers import Answers
from noron.lab.deep_network import DeepNetwork, GivenDeviation
from noron.lab.functions import (
    activation_curve,
    activation_of,
    axis,
    check_count,
    listed,
    loss_curve,
    softmax_of,
)
from noron.lab.messages.answering import answer
from noron.lab.protocol import Message, reply
from noron.lab.workspace import LabWorkspace


@final
@dataclass(frozen=True, kw_only=True)
class AskFunctions(Message, name="functions"):
    """Ask which activations, losses and initializers there are, with their settings as sliders."""


@answer.register(AskFunctions)
def _(message: AskFunctions, workspace: LabWorkspace) -> Answers:
    return [reply("functions", message.id, **listed())]


@final
@dataclass(frozen=True, kw_only=True)
class ActivationCurves(Message):
    """Ask for f(z) and f'(z) of some activations, each by its name and settings."""

    curves: list[dict[str, Any]]
    low: float = -5.0
    high: float = 5.0


@answer.register(ActivationCurves)
def _(message: ActivationCurves, workspace: LabWorkspace) -> Answers:
    check_count("curves", message.curves)
    z = axis(message.low, message.high)
    curves = [activation_curve(settings, z) for settings in message.curves]
    return [reply("activation_curves", message.id, x=z.tolist(), curves=curves)]


@final
@dataclass(frozen=True, kw_only=True)
class LossCurves(Message):
    """Ask for the loss over the score, and its derivative, of some losses by name and settings."""

    curves: list[dict[str, Any]]
    low: float = -5.0
    high: float = 5.0
    target: float = 1.0
    classes: int = 2


@answer.register(LossCurves)
def _(message: LossCurves, workspace: LabWorkspace) -> Answers:
    check_count("curves", message.curves)
    scores = axis(message.low, message.high)
    curves = [
        loss_curve(settings, scores, message.target, message.classes) for settings in message.curves
    ]
    return [reply("loss_curves", message.id, x=scores.tolist(), curves=curves)]


@final
@dataclass(frozen=True, kw_only=True)
class AskSoftmax(Message, name="softmax"):
    """Ask for the probabilities of some scores at a temperature."""

    scores: list[float]
    temperature: float = 1.0
    true_class: int = 0


@answer.register(AskSoftmax)
def _(message: AskSoftmax, workspace: LabWorkspace) -> Answers:
    values = softmax_of(message.scores, message.temperature, message.true_class)
    return [reply("softmax", message.id, **values)]


@final
@dataclass(frozen=True, kw_only=True)
class LayerSizes(Message):
    """Ask how large activations and gradients are in each layer of a deep network of one activation
    on a random batch, before its training and within it.

    Attributes:
        activation: its name and settings.
        initializer: a name; without one, the one that suits the activation.
        deviation: the standard deviation of all weights, in place of an initializer.
        steps: how many steps of gradient descent to take.
    """

    activation: dict[str, Any]
    initializer: str | None = None
    deviation: float | None = None
    layers: int = 10
    units: int = 32
    seed: int = 0
    steps: int = 0
    learning_rate: float = 0.1


@answer.register(LayerSizes)
def _(message: LayerSizes, workspace: LabWorkspace) -> Answers:
    deep = _deep_network(message)
    snapshots = deep.learn(message.steps, message.learning_rate)
    values = {"initializer": deep.initializer.name, "snapshots": snapshots}
    return [reply("layer_sizes", message.id, **values)]


def _deep_network(message: LayerSizes) -> DeepNetwork:
    if message.initializer is not None and message.deviation is not None:
        raise SettingError("deviation: give either an initializer or a deviation, not both")
    initializer: Initializer | None = None
    if message.deviation is not None:
        initializer = GivenDeviation(message.deviation)
    elif message.initializer is not None:
        initializer = Initializer.make(message.initializer)
    return DeepNetwork(
        activation_of(message.activation),
        initializer,
        layers=message.layers,
        units=message.units,
        seed=message.seed,
    )
