"""Records torch_formulas.json: PyTorch's activations, losses, layers and a whole network.

Values and gradients in float64, the gradients by PyTorch's own differentiation. Where PyTorch has
no such loss (focal, quantile), its formula is written here in plain PyTorch and differentiated.

PyTorch is no dependency of the tests, which only read the recorded numbers. To record them anew:

    python -m venv oracle && oracle/bin/pip install torch==2.13.0 numpy
    oracle/bin/python tests/oracles/torch_formulas.py
"""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
RNG = np.random.default_rng(2024)

TINY = [0.0, -0.0, 1e-300, -1e-300, 1e-8, -1e-8]
LARGE = [s * size for size in (20.5, 40.0, 100.0, 1000.0, 1e4) for s in (1, -1)]
POINTS = [*np.linspace(-6, 6, 25).tolist(), *TINY, *LARGE]

ACTIVATIONS = [
    ("identity", {}, lambda z: 1 * z),
    ("sigmoid", {}, torch.sigmoid),
    ("tanh", {}, torch.tanh),
    ("relu", {}, F.relu),
    ("leaky_relu", {}, F.leaky_relu),
    ("leaky_relu", {"slope": 0.3}, lambda z: F.leaky_relu(z, 0.3)),
    ("elu", {}, F.elu),
    ("elu", {"alpha": 0.4}, lambda z: F.elu(z, 0.4)),
    ("selu", {}, F.selu),
    ("gelu", {}, F.gelu),
    ("silu", {}, F.silu),
    ("mish", {}, F.mish),
    ("softplus", {}, lambda z: -F.logsigmoid(-z)),  # F.softplus is linear from 20 on
]


def activations():
    found = []
    for name, settings, f in ACTIVATIONS:
        z = torch.tensor(POINTS, requires_grad=True)
        a = f(z)
        a.sum().backward()
        found.append([{"name": name, **settings}, a.tolist(), z.grad.tolist()])
    return {"z": POINTS, "cases": found}


# ------------------------------------------------------------------------------------- losses

ROWS, OUTPUTS = 7, 4
WEIGHT = RNG.gamma(2.0, size=ROWS).round(3).tolist()
MODERATE = (2 * RNG.standard_normal((ROWS, OUTPUTS))).round(6).tolist()
EXTREME = [[1e4, 0, 0, -1e4], [-1e4, -1e4, -1e4, -1e4], [0, 0, 0, 0], [1000, 999, -1000, 0],
           [1e4, 1e4, 1e4, 1e4], [1e-300, -1e-300, 0, 0], [30, -30, 1, 100]]  # fmt: skip
SCORES = {"moderate": MODERATE, "extreme": EXTREME}
LABELS = [0, 3, 2, 1, 1, 3, 2]
SOFT = RNG.dirichlet(np.ones(OUTPUTS), ROWS).tolist()
ANSWERS = RNG.integers(2, size=(ROWS, OUTPUTS)).tolist()
NUMBERS = RNG.standard_normal((ROWS, OUTPUTS)).round(6).tolist()
COUNTS = RNG.poisson(2.0, size=(ROWS, OUTPUTS)).tolist()
CLASS_WEIGHT = [0.5, 1.0, 3.0, 2.0]
TARGETS = {"labels": LABELS, "soft": SOFT, "answers": ANSWERS, "numbers": NUMBERS, "counts": COUNTS}


def cross_entropy(label_smoothing=0.0, class_weight=None):
    """A row's loss, and how much the row counts."""

    def rows(s, y):
        w = torch.tensor(class_weight or [1.0] * OUTPUTS)
        m = w[y] if y.ndim == 1 else y @ w
        smooth = {"label_smoothing": label_smoothing}
        return F.cross_entropy(s, y, weight=w, reduction="none", **smooth) / m, m

    return rows


def binary(label_smoothing=0.0, class_weight=(1.0, 1.0)):
    def rows(s, y):
        w = torch.where(y > 0, class_weight[1], class_weight[0])
        y = y * (1 - label_smoothing) + label_smoothing / 2
        losses = F.binary_cross_entropy_with_logits(s, y, reduction="none", weight=w)
        return losses.sum(1) / w.sum(1), w.mean(1)

    return rows


def focal(gamma):
    def rows(s, y):
        log_p = F.log_softmax(s, dim=1).gather(1, y[:, None])[:, 0]
        return -((1 - log_p.exp()) ** gamma) * log_p, torch.ones(len(s))

    return rows


def numeric(loss, **settings):
    def rows(s, y):
        return loss(s, y, reduction="none", **settings).mean(1), torch.ones(len(s))

    return rows


def quantile(q):
    def rows(s, y):
        return torch.maximum(q * (y - s), (q - 1) * (y - s)).mean(1), torch.ones(len(s))

    return rows


LOSSES = [
    # noron's settings, PyTorch's formula, the targets, the scores
    ({"name": "cross_entropy"}, cross_entropy(), "labels", "moderate"),
    ({"name": "cross_entropy"}, cross_entropy(), "labels", "extreme"),
    ({"name": "cross_entropy"}, cross_entropy(), "soft", "moderate"),
    ({"name": "cross_entropy", "label_smoothing": 0.1}, cross_entropy(0.1), "labels", "moderate"),
    ({"name": "cross_entropy", "label_smoothing": 0.1}, cross_entropy(0.1), "labels", "extreme"),
    ({"name": "cross_entropy", "class_weight": CLASS_WEIGHT},
     cross_entropy(0.0, CLASS_WEIGHT), "labels", "moderate"),
    ({"name": "cross_entropy", "class_weight": CLASS_WEIGHT},
     cross_entropy(0.0, CLASS_WEIGHT), "labels", "extreme"),
    ({"name": "cross_entropy", "label_smoothing": 0.2, "class_weight": CLASS_WEIGHT},
     cross_entropy(0.2, CLASS_WEIGHT), "labels", "moderate"),
    ({"name": "binary_cross_entropy"}, binary(), "answers", "moderate"),
    ({"name": "binary_cross_entropy"}, binary(), "answers", "extreme"),
    ({"name": "binary_cross_entropy", "label_smoothing": 0.1}, binary(0.1), "answers", "moderate"),
    ({"name": "binary_cross_entropy", "class_weight": [0.5, 3.0]},
     binary(0.0, (0.5, 3.0)), "answers", "moderate"),
    ({"name": "binary_cross_entropy", "label_smoothing": 0.1, "class_weight": [0.5, 3.0]},
     binary(0.1, (0.5, 3.0)), "answers", "extreme"),
    ({"name": "focal"}, focal(2.0), "labels", "moderate"),
    ({"name": "focal"}, focal(2.0), "labels", "extreme"),
    ({"name": "focal", "gamma": 0.0}, focal(0.0), "labels", "extreme"),
    ({"name": "focal", "gamma": 0.5}, focal(0.5), "labels", "moderate"),
    ({"name": "focal", "gamma": 5.0}, focal(5.0), "labels", "moderate"),
    ({"name": "mse"}, numeric(F.mse_loss), "numbers", "moderate"),
    ({"name": "mse"}, numeric(F.mse_loss), "numbers", "extreme"),
    ({"name": "mae"}, numeric(F.l1_loss), "numbers", "moderate"),
    ({"name": "mae"}, numeric(F.l1_loss), "numbers", "extreme"),
    ({"name": "huber"}, numeric(F.huber_loss), "numbers", "moderate"),
    ({"name": "huber", "delta": 0.3}, numeric(F.huber_loss, delta=0.3), "numbers", "extreme"),
    ({"name": "quantile"}, quantile(0.5), "numbers", "moderate"),
    ({"name": "quantile", "q": 0.9}, quantile(0.9), "numbers", "extreme"),
    ({"name": "poisson"}, numeric(F.poisson_nll_loss), "counts", "moderate"),
]  # fmt: skip


def losses():
    found = []
    for settings, rows, target, kind in LOSSES:
        for weight in (None, WEIGHT):
            s = torch.tensor(SCORES[kind], dtype=torch.float64, requires_grad=True)
            y = torch.tensor(TARGETS[target])
            each, counts = rows(s, y if target == "labels" else y.double())
            w = counts * torch.tensor(weight or [1.0] * ROWS)
            value = (w * each).sum() / w.sum()
            value.backward()
            found.append(
                [settings, target, kind, weight is not None, value.item(), s.grad.tolist()]
            )
    return {"scores": SCORES, "targets": TARGETS, "weight": WEIGHT, "cases": found}


# ------------------------------------------------------------------------------------- layers

SLOPES = RNG.standard_normal((5, 3)).round(6).tolist()  # dL/dy


def batch_norm(momentum, epsilon):
    """Three steps of training, and then prediction."""
    layer = torch.nn.BatchNorm1d(3, eps=epsilon, momentum=1 - momentum)
    first = parameters_of(layer)
    steps = [look(layer, (3 * RNG.standard_normal((5, 3)) + 1).round(6)) for _ in range(3)]
    running = [layer.running_mean.tolist(), layer.running_var.tolist()]
    layer.eval()
    return [{"name": "batch_norm", "momentum": momentum, "epsilon": epsilon}, first, steps,
            running, [look(layer, RNG.standard_normal((5, 3)).round(6))]]  # fmt: skip


def layer_norm(epsilon):
    layer = torch.nn.LayerNorm(3, eps=epsilon)
    first = parameters_of(layer)
    step = look(layer, RNG.standard_normal((5, 3)).round(6))
    return [{"name": "layer_norm", "epsilon": epsilon}, first, [step], [], []]


def parameters_of(layer):
    for parameter in layer.parameters():
        parameter.data = torch.tensor(RNG.uniform(0.5, 1.5, parameter.shape).round(6))
    return [parameter.tolist() for parameter in layer.parameters()]


def look(layer, x):
    """x, y, dx and dparams for dL/dy = SLOPES."""
    layer.zero_grad()
    x = torch.tensor(x, requires_grad=True)
    y = layer(x)
    y.backward(torch.tensor(SLOPES))
    return [x.tolist(), y.tolist(), x.grad.tolist(), [p.grad.tolist() for p in layer.parameters()]]


# ---------------------------------------------------------------------------- a whole network

STEPS, RATE, DECAY = 40, 0.2, 0.003


class Block(torch.nn.Module):
    """x + F(x)."""

    def __init__(self, *layers):
        super().__init__()
        self.inner = torch.nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inner(x)


def network():
    """Forty steps of plain gradient descent, the same twelve rows in three batches, L2 of 0.003."""
    nn = torch.nn
    net = nn.Sequential(
        nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(),
        Block(nn.Linear(6, 6), nn.LayerNorm(6), nn.GELU()),
        nn.Linear(6, 3),
    )  # fmt: skip
    first = [RNG.standard_normal(tuple(p.shape)).round(6) for p in net.parameters()]
    for parameter, value in zip(net.parameters(), first, strict=True):
        parameter.data = torch.tensor(value)
    x, y = RNG.standard_normal((12, 4)).round(6), RNG.integers(3, size=12)
    X, Y = torch.tensor(x), torch.tensor(y)
    optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
    matrices = [m.weight for m in net.modules() if isinstance(m, nn.Linear)]
    objectives = []
    for step in range(STEPS):
        optimizer.zero_grad()
        rows = slice(4 * (step % 3), 4 * (step % 3) + 4)
        data = F.cross_entropy(net(X[rows]), Y[rows], label_smoothing=0.1)
        objective = data + DECAY * sum((W * W).sum() for W in matrices)
        objective.backward()
        optimizer.step()
        objectives.append(objective.item())
    net.eval()
    return {
        "x": x.tolist(), "y": y.tolist(), "first": turned(first), "objectives": objectives,
        "last": turned([p.detach().numpy() for p in net.parameters()]),
        "running": [net[1].running_mean.tolist(), net[1].running_var.tolist()],
        "scores": net(X).tolist(), "rate": RATE, "decay": DECAY,
    }  # fmt: skip


def turned(parameters):
    """PyTorch keeps W as (units, inputs), noron as (inputs, units)."""
    return [value.T.tolist() for value in parameters]


def main():
    layers = [batch_norm(0.9, 1e-5), batch_norm(0.5, 0.1), layer_norm(1e-5), layer_norm(0.1)]
    parts = {
        "torch": torch.__version__,
        "activations": activations(),
        "losses": losses(),
        "layers": {"slopes": SLOPES, "cases": layers},
        "network": network(),
    }
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items())
    Path(__file__).with_suffix(".json").write_text(f"{{{lines}}}\n")


if __name__ == "__main__":
    main()
