"""Keras 3: the network as code of `keras.layers`, for any of its backends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, final

from noron.core.types import Array
from noron.export.model import ExportModel
from noron.export.program import Step
from noron.export.python_code import INDENT, WIDTH, PythonCode, block, numbered

HEAD = '''\
"""A neural network for Keras 3, {shape}, written by {made_by}.

    net = load()
    scores = net(x)                  # raw scores, for a loss with from_logits=True
    p = predict_proba(net, x)        # {answer}
    y = predict(net, x)

Run as a program, it compares its predictions with stored ones. It needs keras, one of its backends
(the variable KERAS_BACKEND: tensorflow, torch or jax), and safetensors.
{compared}"""

from pathlib import Path

import keras
import numpy as np
from keras import layers, ops
from safetensors.numpy import load_file

WEIGHTS = Path(__file__).with_name({weights})
DTYPE = "{dtype}"
{constants}
'''

NORMALIZE = '''
class Normalize(layers.Layer):
    """(x - center) * scale for each input; training does not change it."""

    def build(self, shape):
        self.center = self.add_weight(name="center", shape=shape[1:], trainable=False)
        self.scale = self.add_weight(name="scale", shape=shape[1:], trainable=False)

    def call(self, x):
        return (x - self.center) * self.scale

'''

EMBEDDINGS = '''
class Embeddings(layers.Layer):
    """The last inputs are codes; each is replaced by a row of its table."""

    def __init__(self, sizes, widths, **settings):
        super().__init__(**settings)
        self.shapes = list(zip(sizes, widths, strict=True))

    def build(self, shape):
        self.tables = [
            self.add_weight(name=f"E{j}", shape=pair) for j, pair in enumerate(self.shapes)
        ]

    def call(self, x):
        k = x.shape[1] - len(self.tables)
        parts = [x[:, :k]]
        for j, (table, (size, _)) in enumerate(zip(self.tables, self.shapes, strict=True)):
            code = ops.clip(ops.round(x[:, k + j]), 0, size - 1)
            parts.append(ops.take(table, ops.cast(code, "int32"), axis=0))
        return ops.concatenate(parts, axis=1)

'''

BODY = '''
def build():
    """Return the network with random weights."""
    x = inputs = keras.Input(({n_inputs},), dtype=DTYPE)
{network}    return keras.Model(inputs, x)


def load():
    """Return the trained network; net.compile(...) and net.fit(...) let it learn on."""
    net = build()
    tensors = load_file(WEIGHTS)
    for weight in net.weights:
        weight.assign(tensors[weight.path])
    return net


def predict_proba(net, x):
    """Return {answer}, shape (rows, {n_outputs})."""
    scores = net(ops.convert_to_tensor(x, dtype=DTYPE), training=False)
    return ops.convert_to_numpy({link})


def predict(net, x):
    """Return the answer for each row of x."""
    p = predict_proba(net, x)
    return {predict}


if __name__ == "__main__":
    trial = load_file(WEIGHTS)
    own = trial["trial.predictions"]
    p = predict_proba(load(), trial["trial.inputs"])
    difference = abs(p - own) / np.maximum(abs(own), 1)
    largest = np.where(p == own, 0, difference).max()
    print(f"{{len(own)}} predictions differ by at most {{largest:.1e}}")
'''

CLASSES = {"normalize": NORMALIZE, "embedding": EMBEDDINGS}

LINKS = {
    "identity": "scores",
    "sigmoid": "ops.sigmoid(scores)",
    "softmax": "ops.softmax(scores, axis=1)",
    "exp": "ops.exp(scores)",
}

ACTIVATIONS = {
    "relu": "layers.ReLU(",
    "leaky_relu": "layers.LeakyReLU({slope!r}, ",
    "elu": "layers.ELU({alpha!r}, ",
}

STATE = {
    "dense": {"W": "kernel", "b": "bias"},
    "layer_norm": {"gamma": "gamma", "beta": "beta"},
    "normalize": {"center": "center", "scale": "scale"},
}


@final
@dataclass(frozen=True)
class Keras(PythonCode, name="keras"):
    """Code of Keras 3, and the weights as safetensors beside it."""

    library: ClassVar[str] = "keras"

    def code(self, model: ExportModel, names: dict[str, str]) -> str:
        """Return the source."""
        steps = model.branches[0].networks[0]
        kinds = {s.kind for _, s in numbered(steps) if not s.params}
        names = names | {
            "network": block(list(_lines(steps))),
            "link": LINKS[model.link],
            "n_inputs": str(model.n_inputs),
        }
        classes = [CLASSES[kind] for kind in CLASSES if kind in kinds]
        return HEAD.format(**names) + "".join([*classes, BODY.format(**names)])

    def weights(self, model: ExportModel) -> dict[str, Array]:
        """Return the weights by their paths in the model."""
        return {
            f"{_name(place, step)}/{name}": array
            for place, step in numbered(model.branches[0].networks[0])
            for name, array in _state(step).items()
        }


def _name(place: str, step: Step) -> str:
    kind = "norm" if step.params else step.settings.get("name", step.kind)
    return f"{kind}_{place.replace('.inner.', '_')}"


def _lines(steps: Sequence[Step], path: str = "") -> Iterator[str]:
    """Yield the lines that apply the layers to x."""
    for at, step in enumerate(steps):
        place = f"{path}{at}"
        if step.kind == "residual":
            before = f"before_{place.replace('.inner.', '_')}"
            yield f"{before} = x"
            yield from _lines(step.inner, f"{place}.inner.")
            yield f"x = layers.Add(dtype=DTYPE)([{before}, x])"
        else:
            line = f'x = {_layer(step)}name="{_name(place, step)}", dtype=DTYPE)'
            fits = len(line) + len("(x)") <= WIDTH - len(INDENT)
            yield from [f"{line}(x)"] if fits else [f"{line}(", f"{INDENT}x", ")"]


def _layer(step: Step) -> str:
    """Return the call that makes a layer, up to its last arguments."""
    settings = step.settings
    if step.kind == "dense":
        return f"layers.Dense({step.n_outputs}, "
    if step.kind == "activation":
        name = settings["name"]
        return ACTIVATIONS.get(name, f'layers.Activation("{name}", ').format(**settings)
    if step.kind == "softmax":
        return "layers.Softmax("
    if step.kind == "layer_norm":
        return f"layers.LayerNormalization(epsilon={settings['epsilon']!r}, "
    if step.params:
        momentum, epsilon = settings["momentum"], settings["epsilon"]
        return f"layers.BatchNormalization(momentum={momentum!r}, epsilon={epsilon!r}, "
    if step.kind == "normalize":
        return "Normalize("
    sizes, widths = zip(*(table.shape for table in step.arrays.values()), strict=True)
    return f"Embeddings({list(sizes)}, {list(widths)}, "


def _state(step: Step) -> dict[str, Array]:
    """Return the weights of one layer, without those inside it."""
    if step.params:
        names = ("gamma", "beta", "moving_mean", "moving_variance")
        return dict(zip(names, step.params, strict=True))
    names_here = STATE.get(step.kind, {name: name for name in step.arrays})
    return {name: step.arrays[ours] for ours, name in names_here.items()}
