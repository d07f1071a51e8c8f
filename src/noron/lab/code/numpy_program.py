"""The program in NumPy: forward, backward and update as formulas."""

import textwrap

from noron.lab.code.facts import RunFacts, chosen, head, settings_of, tail
from noron.layers import Layer
from noron.optimizers import Optimizer

DIALECT = "NumPy"

ACTIVATIONS = {
    "identity": ("z", "np.ones_like(z)"),
    "tanh": ("np.tanh(z)", "1 - np.tanh(z) ** 2"),
    "sigmoid": ("1 / (1 + np.exp(-z))", "np.exp(-z) / (1 + np.exp(-z)) ** 2"),
    "relu": ("np.maximum(z, 0)", "np.where(z > 0, 1.0, 0.0)"),
    "leaky_relu": ("np.where(z > 0, z, {slope} * z)", "np.where(z > 0, 1.0, {slope})"),
    "elu": (
        "np.where(z > 0, z, {alpha} * np.expm1(np.minimum(z, 0)))",
        "np.where(z > 0, 1.0, {alpha} * np.exp(np.minimum(z, 0)))",
    ),
    "softplus": ("np.logaddexp(0, z)", "1 / (1 + np.exp(-z))"),
    "silu": ("z / (1 + np.exp(-z))", "(1 + np.exp(-z) * (1 + z)) / (1 + np.exp(-z)) ** 2"),
}
"""The activation and its derivative at z."""

LOSSES = {
    "cross_entropy": """\
s = s - s.max(axis=1, keepdims=True)
p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
hot = np.eye(s.shape[1])[y]
return -np.log(p[hot == 1]).mean(), (p - hot) / len(s)""",
    "binary_cross_entropy": """\
y = y.reshape(s.shape)
p = 1 / (1 + np.exp(-s))
return (np.logaddexp(0, s) - y * s).mean(), (p - y) / len(s)""",
    "mse": """\
y = y.reshape(s.shape)
return ((s - y) ** 2).mean(), 2 * (s - y) / s.size""",
}
"""The mean loss of the scores s, and its derivative by them."""

MOMENTS = """\
m[k] = {beta1} * m[k] + (1 - {beta1}) * g
v[k] = {beta2} * v[k] + (1 - {beta2}) * g**2
m_hat, v_hat = m[k] / (1 - {beta1}**t), v[k] / (1 - {beta2}**t)
"""
OPTIMIZERS = {
    "sgd": "a -= rate * g",
    "momentum": "v[k] = {beta} * v[k] + g\na -= rate * v[k]",
    "nesterov": "v[k] = {beta} * v[k] + g\na -= rate * (g + {beta} * v[k])",
    "adam": MOMENTS + "a -= rate * m_hat / (np.sqrt(v_hat) + {epsilon})",
    "adamw": MOMENTS + "a -= rate * (m_hat / (np.sqrt(v_hat) + {epsilon}) + {weight_decay} * a)",
    "rmsprop": (
        "v[k] = {rho} * v[k] + (1 - {rho}) * g**2\na -= rate * g / (np.sqrt(v[k]) + {epsilon})"
    ),
}
"""The step of an optimizer for the array a, the k-th one, with its gradient g."""

BODY = '''\
ACTIVATIONS = [
{activations}
]
"""Of each hidden layer, with its derivative."""


def loss(s, y):
    """Return the mean loss of the scores s, and its derivative by them."""
{loss}


def forward(theta, x):
    """Return the input of each layer, and its sums z = x W + b; the last ones are the scores."""
    inputs, sums = [x], []
    for k in range(LAYERS):
        sums.append(inputs[k] @ theta[2 * k] + theta[2 * k + 1])
        if k < LAYERS - 1:
            inputs.append(ACTIVATIONS[k][0](sums[k]))
    return inputs, sums


def gradient(theta, x, y):
    """Return the derivative of the loss by each array, back from the last layer to the first."""
    inputs, sums = forward(theta, x)
    dz = loss(sums[-1], y)[1]
    g = [None] * len(theta)
    for k in reversed(range(LAYERS)):
        g[2 * k] = inputs[k].T @ dz + 2 * L2 * theta[2 * k]
        g[2 * k + 1] = dz.sum(axis=0)
        if k > 0:
            dz = (dz @ theta[2 * k].T) * ACTIVATIONS[k - 1][1](sums[k - 1])
    return g


def train(theta, x, y):
    """Take STEPS steps, each on other rows; every epoch has an order of its own."""
    m = [np.zeros_like(a) for a in theta]
    v = [np.zeros_like(a) for a in theta]
    t, rate = 0, None
    while t < STEPS:
        order = rng.permutation(len(x))
        for start in range(0, len(x), BATCH)[: STEPS - t]:
            rate = RATES.get(t, rate)
            t += 1
            rows = order[start : start + BATCH]
            for k, (a, g) in enumerate(zip(theta, gradient(theta, x[rows], y[rows]))):
{optimizer}


def main():
    data = unpacked()
    theta = [data[f"{{letter}}{{k + 1}}"] for k in range(LAYERS) for letter in "Wb"]
    train(theta, data["x_train"], data["y_train"])
    for name in ("train", "held_out"):
        if f"x_{{name}}" in data:
            scores = forward(theta, data[f"x_{{name}}"])[1][-1]
            print(name, repr(float(loss(scores, data[f"y_{{name}}"])[0])))
'''


def program(facts: RunFacts) -> str:
    """Return the program. Raises SettingError for what it does not have."""
    pairs = []
    for given in facts.activations:
        name = str(given["name"])
        settings = settings_of(given, Layer.members[name])
        value, slope = (
            part.format(**settings) for part in chosen(ACTIVATIONS, name, "activation", DIALECT)
        )
        pairs.append(f"    (lambda z: {value}, lambda z: {slope}),")
    name = str(facts.optimizer["name"])
    step = chosen(OPTIMIZERS, name, "optimizer", DIALECT)
    step = step.format(**settings_of(facts.optimizer, Optimizer.members[name]))
    body = BODY.format(
        activations="\n".join(pairs),
        loss=textwrap.indent(chosen(LOSSES, facts.loss, "loss", DIALECT), " " * 4),
        optimizer=textwrap.indent(step, " " * 16),
    )
    return head(facts, DIALECT, ["import numpy as np"]) + body + tail(facts)
