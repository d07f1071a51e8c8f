"""What a program needs to repeat a run: its data, first weights, orders of rows and settings."""

import base64
import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar, final

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.lab.experiment import Experiment
from noron.layers import Dense, Elementwise, Standardize
from noron.network import Network

T = TypeVar("T")

WIDTH = 96
"""The letters of a line of packed numbers."""


@final
@dataclass(frozen=True)
class RunFacts:
    """A run of dense layers, as a program in any language could repeat it.

    Attributes:
        name: of the data.
        steps: the steps that were taken.
        rates: the learning rate from some steps on, by their numbers.
        batch_size: the rows of a step.
        activations: the activation behind each dense layer but the last, with its settings.
        loss: the name of the loss.
        optimizer: its name and settings.
        l2: the strength of the penalty on the weights.
        rng: the state of the generator that orders the rows.
        packed: the rows and the first weights, as text.
    """

    name: str
    steps: int
    rates: Mapping[int, float]
    batch_size: int
    activations: Sequence[Mapping[str, Any]]
    loss: str
    optimizer: Mapping[str, Any]
    l2: float
    rng: Mapping[str, Any]
    packed: str


def facts_of(experiment: Experiment, begun: Experiment) -> RunFacts:
    """Return the facts of an experiment; `begun` is the same one before its first step.

    Raises SettingError, which says what only noron's own program can repeat.
    """
    spec, network = begun.spec, begun.net.network
    if spec.schedule is not None:
        raise SettingError("dialect: the rate follows a schedule: take the program for noron")
    if spec.regularizers:
        raise SettingError("dialect: there are more penalties than l2: take the program for noron")
    rates = {0: float(begun.trainer.learning_rate)}
    for mark in experiment.marks:
        if mark["key"] != "learning_rate":
            raise SettingError(
                f"dialect: {mark['key']} was changed in the run: take the program for noron"
            )
        rates[mark["step"]] = float(mark["value"])
    activations = _activations(network)
    return RunFacts(
        name=spec.data,
        steps=experiment.step,
        rates=rates,
        batch_size=spec.batch_size,
        activations=activations,
        loss=begun.net.loss.name,
        optimizer=begun.trainer.state.optimizer.settings(),
        l2=spec.l2,
        rng=begun.net.rng.bit_generator.state,
        packed=_packed(begun),
    )


def _activations(network: Network) -> list[dict[str, Any]]:
    """Return the activation of each hidden layer; identity where there is none."""
    listed: list[dict[str, Any]] = []
    for layer in network.layers:
        if isinstance(layer, Dense):
            listed.append({"name": "identity"})
        elif isinstance(layer, Elementwise) and listed:
            listed[-1] = layer.settings()
        elif not isinstance(layer, Standardize) or listed:
            raise SettingError(
                f"dialect: {layer.name} is not in the other programs: take the one for noron"
            )
    return listed[:-1]


def _packed(begun: Experiment) -> str:
    """Return the rows, behind what scales them, and the first weights as lines of base64."""
    network, rows = begun.net.network, begun.rows
    parts = {"train": rows.train, "held_out": rows.validation}
    arrays: dict[str, Array] = {}
    for name, part in parts.items():
        if part is not None:
            arrays[f"x_{name}"] = _scaled(network, np.asarray(part[0]))
            arrays[f"y_{name}"] = _targets(begun, part[1])
    layers = zip(network.layers, network.params, strict=True)
    dense = [params for layer, params in layers if isinstance(layer, Dense)]
    for i, (W, *bias) in enumerate(dense, 1):
        arrays[f"W{i}"] = W
        arrays[f"b{i}"] = bias[0] if bias else np.zeros(W.shape[1], W.dtype)
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    text = base64.b64encode(file.getvalue()).decode()
    return "\n".join(textwrap.wrap(text, WIDTH))


def _scaled(network: Network, x: Array) -> Array:
    """Return rows as the first dense layer gets them."""
    x = x.astype(network.theta.dtype)
    first = network.layers[0]
    if isinstance(first, Standardize):
        return first.forward(network.params[0], x, None)[0]
    return x


def _targets(begun: Experiment, y: Array) -> Array:
    """Return the targets: numbers of classes, or what is to be predicted."""
    classes = begun.net.targets.classes
    return np.asarray(y, np.float64) if classes is None else np.searchsorted(classes, y)


def settings_of(given: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    """Return all settings of a registered class, the usual ones too."""
    usual = {field.name: field.default for field in fields(kind)}
    return usual | {key: value for key, value in given.items() if key != "name"}


def chosen(table: Mapping[str, T], name: str, what: str, dialect: str) -> T:
    """Return the entry of a table. Raises SettingError where the dialect has none."""
    if name not in table:
        raise SettingError(
            f"dialect: the program in {dialect} has no {what} {name}, only {', '.join(table)}: "
            "take the one for noron"
        )
    return table[name]


HEAD = '''\
"""{steps} steps of a network on {name}, in {dialect}: the losses that the noron lab has shown."""

import base64
import io

{imports}

LAYERS = {layers}
STEPS = {steps}
BATCH = {batch_size}  # rows of a step
RATES = {rates}  # the learning rate from these steps on
L2 = {l2}  # times the sum of the squared weights is added to the loss

rng = np.random.default_rng()  # orders the rows as the lab has done
rng.bit_generator.state = {rng}


def unpacked():
    """Return the rows, and the first weights W1, b1, W2, ... of the layers."""
    data = np.load(io.BytesIO(base64.b64decode(PACKED)))
    return {{k: a.astype(np.float64) if a.dtype.kind == "f" else a for k, a in data.items()}}


'''


def head(facts: RunFacts, dialect: str, imports: Sequence[str]) -> str:
    """Return the beginning of a program: what it is, its settings, its data."""
    return HEAD.format(
        steps=facts.steps,
        name=facts.name,
        dialect=dialect,
        imports="\n".join(imports),
        layers=len(facts.activations) + 1,
        batch_size=facts.batch_size,
        rates=dict(facts.rates),
        l2=facts.l2,
        rng=dict(facts.rng),
    )


def tail(facts: RunFacts) -> str:
    """Return the end of a program: the packed numbers, and its start."""
    return f'''

PACKED = """
{facts.packed}
"""

if __name__ == "__main__":
    main()
'''
