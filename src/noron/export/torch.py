"""PyTorch: the network as code of `torch.nn`, to predict and to train on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.export.model import ExportModel
from noron.export.program import Step
from noron.export.python_code import INDENT, PythonCode, numbered

HEAD = '''\
"""A neural network for PyTorch, {shape}, written by {made_by}.

    net = load()
    scores = net(x)                  # raw scores, for a loss of PyTorch
    p = predict_proba(net, x)        # {answer}
    y = predict(net, x)

Run as a program, it compares its predictions with stored ones. It needs torch and safetensors.
{compared}"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

WEIGHTS = Path(__file__).with_name({weights})
DTYPE = torch.{dtype}
{constants}
'''

RESIDUAL = '''
class Residual(nn.Module):
    """x + F(x)."""

    def __init__(self, *layers):
        super().__init__()
        self.inner = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inner(x)

'''

NORMALIZE = '''
class Normalize(nn.Module):
    """(x - center) * scale for each input; training does not change it."""

    def __init__(self, n):
        super().__init__()
        self.register_buffer("center", torch.zeros(n))
        self.register_buffer("scale", torch.ones(n))

    def forward(self, x):
        return (x - self.center) * self.scale

'''

EMBEDDINGS = '''
class Embeddings(nn.Module):
    """The last inputs are codes; each is replaced by a row of its table."""

    def __init__(self, sizes, widths):
        super().__init__()
        pairs = zip(sizes, widths, strict=True)
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size, width in pairs)

    def forward(self, x):
        k = x.shape[1] - len(self.tables)
        parts = [x[:, :k]]
        for code, table in zip(x[:, k:].T, self.tables, strict=True):
            parts.append(table(code.round().clamp(0, table.num_embeddings - 1).long()))
        return torch.cat(parts, dim=1)

'''

BODY = '''
def build():
    """Return the network with random weights."""
    return {network}.to(DTYPE)


def load():
    """Return the trained network, ready to predict; net.train() lets it learn on."""
    net = build()
    tensors = load_file(WEIGHTS)
    net.load_state_dict({{k: v for k, v in tensors.items() if not k.startswith("trial.")}})
    return net.eval()


def predict_proba(net, x):
    """Return {answer}, shape (rows, {n_outputs})."""
    with torch.no_grad():
        scores = net(torch.as_tensor(x, dtype=DTYPE))
        return {link}


def predict(net, x):
    """Return the answer for each row of x."""
    p = predict_proba(net, x)
    return {predict}


if __name__ == "__main__":
    trial = load_file(WEIGHTS)
    own = trial["trial.predictions"]
    p = predict_proba(load(), trial["trial.inputs"])
    difference = (p - own).abs() / own.abs().clamp(min=1)
    largest = torch.where(p == own, 0, difference).max()
    print(f"{{len(own)}} predictions differ by at most {{largest:.1e}}")
'''

CLASSES = {"residual": RESIDUAL, "normalize": NORMALIZE, "embedding": EMBEDDINGS}

LINKS = {
    "identity": "scores",
    "sigmoid": "torch.sigmoid(scores)",
    "softmax": "torch.softmax(scores, dim=1)",
    "exp": "torch.exp(scores)",
}

ACTIVATIONS = {
    **{"sigmoid": "Sigmoid()", "tanh": "Tanh()", "relu": "ReLU()", "selu": "SELU()"},
    **{"leaky_relu": "LeakyReLU({slope!r})", "elu": "ELU({alpha!r})", "gelu": "GELU()"},
    **{"silu": "SiLU()", "mish": "Mish()", "softplus": "Softplus()"},
}


@final
@dataclass(frozen=True)
class Torch(PythonCode, name="torch"):
    """Code of PyTorch, and the weights as safetensors beside it."""

    library: ClassVar[str] = "torch"

    def code(self, model: ExportModel, names: dict[str, str]) -> str:
        """Return the source."""
        steps = model.branches[0].networks[0]
        kinds = {s.kind for _, s in numbered(steps) if not s.params}
        network = f"nn.Sequential({_layers(steps, 1)})"
        names = names | {"network": network, "link": LINKS[model.link]}
        classes = [CLASSES[kind] for kind in CLASSES if kind in kinds]
        return HEAD.format(**names) + "".join([*classes, BODY.format(**names)])

    def weights(self, model: ExportModel) -> dict[str, Array]:
        """Return the state of the module."""
        return {
            f"{place}.{name}": array
            for place, step in numbered(model.branches[0].networks[0])
            for name, array in _state(step).items()
        }


def _layers(steps: Sequence[Step], depth: int) -> str:
    """Return the source of the arguments of a sequence of layers."""
    lines = "".join(f"{INDENT * (depth + 1)}{_layer(s, depth + 1)},\n" for s in steps)
    return f"\n{lines}{INDENT * depth}" if steps else ""


def _layer(step: Step, depth: int) -> str:
    n, settings = step.n_inputs, step.settings
    if step.kind == "dense":
        return f"nn.Linear({n}, {step.n_outputs})"
    if step.kind == "activation":
        return "nn." + ACTIVATIONS[settings["name"]].format(**settings)
    if step.kind == "softmax":
        return "nn.Softmax(dim=1)"
    if step.kind == "layer_norm":
        return f"nn.LayerNorm({n}, eps={settings['epsilon']!r})"
    if step.params:
        momentum = round(1 - settings["momentum"], 12)
        return f"nn.BatchNorm1d({n}, eps={settings['epsilon']!r}, momentum={momentum!r})"
    if step.kind == "normalize":
        return f"Normalize({n})"
    if step.kind == "embedding":
        sizes, widths = zip(*(table.shape for table in step.arrays.values()), strict=True)
        return f"Embeddings({list(sizes)}, {list(widths)})"
    return f"Residual({_layers(step.inner, depth)})"


def _state(step: Step) -> dict[str, Array]:
    """Return the state of one module, without what lies inside it."""
    arrays = step.arrays
    if step.kind == "dense":
        return {"weight": arrays["W"].T, "bias": arrays["b"]}
    if step.kind == "layer_norm":
        return {"weight": arrays["gamma"], "bias": arrays["beta"]}
    if step.params:
        names = ("weight", "bias", "running_mean", "running_var")
        state = dict(zip(names, step.params, strict=True))
        return state | {"num_batches_tracked": np.array(0)}
    if step.kind == "embedding":
        return {f"tables.{j}.weight": table for j, table in enumerate(arrays.values())}
    return {name: arrays[name] for name in ("center", "scale") if name in arrays}
