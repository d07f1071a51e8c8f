"""The program in PyTorch, in float64."""

from noron.lab.code.facts import RunFacts, chosen, head, settings_of, tail
from noron.layers import Layer
from noron.optimizers import Optimizer

DIALECT = "PyTorch"

ACTIVATIONS = {
    "identity": "nn.Identity()",
    "tanh": "nn.Tanh()",
    "sigmoid": "nn.Sigmoid()",
    "relu": "nn.ReLU()",
    "leaky_relu": "nn.LeakyReLU({slope})",
    "elu": "nn.ELU({alpha})",
    "selu": "nn.SELU()",
    "gelu": "nn.GELU()",
    "silu": "nn.SiLU()",
    "mish": "nn.Mish()",
    "softplus": "nn.Softplus()",
}
LOSSES = {
    "cross_entropy": "nn.functional.cross_entropy(s, y)",
    "binary_cross_entropy": (
        "nn.functional.binary_cross_entropy_with_logits(s, y.double().reshape(s.shape))"
    ),
    "mse": "nn.functional.mse_loss(s, y.reshape(s.shape))",
}
OPTIMIZERS = {
    "sgd": "SGD(parameters, lr=RATES[0])",
    "momentum": "SGD(parameters, lr=RATES[0], momentum={beta})",
    "nesterov": "SGD(parameters, lr=RATES[0], momentum={beta}, nesterov=True)",
    "adam": "Adam(parameters, lr=RATES[0], betas=({beta1}, {beta2}), eps={epsilon})",
    "adamw": (
        "AdamW(parameters, lr=RATES[0], betas=({beta1}, {beta2}), eps={epsilon}, "
        "weight_decay={weight_decay})"
    ),
    "rmsprop": "RMSprop(parameters, lr=RATES[0], alpha={rho}, eps={epsilon})",
}

BODY = '''\
ACTIVATIONS = [{activations}]
"""Of each hidden layer."""


def loss(s, y):
    """Return the mean loss of the scores s."""
    return {loss}


def network(data):
    """Return the network with its first weights; PyTorch keeps W transposed."""
    layers = []
    for k in range(LAYERS):
        W, b = data[f"W{{k + 1}}"], data[f"b{{k + 1}}"]
        dense = nn.Linear(*W.shape, dtype=torch.float64)
        with torch.no_grad():
            dense.weight.copy_(W.T)
            dense.bias.copy_(b)
        layers += [dense, *ACTIVATIONS[k : k + 1]]
    return nn.Sequential(*layers)


def train(net, x, y):
    """Take STEPS steps, each on other rows; every epoch has an order of its own."""
    parameters = list(net.parameters())
    optimizer = torch.optim.{optimizer}
    t = 0
    while t < STEPS:
        order = torch.from_numpy(rng.permutation(len(x)))
        for start in range(0, len(x), BATCH)[: STEPS - t]:
            optimizer.param_groups[0]["lr"] = RATES.get(t, optimizer.param_groups[0]["lr"])
            t += 1
            rows = order[start : start + BATCH]
            optimizer.zero_grad()
            weights = sum((W**2).sum() for W in parameters[::2])
            (loss(net(x[rows]), y[rows]) + L2 * weights).backward()
            optimizer.step()


def main():
    data = {{name: torch.from_numpy(array) for name, array in unpacked().items()}}
    net = network(data)
    train(net, data["x_train"], data["y_train"])
    for name in ("train", "held_out"):
        if f"x_{{name}}" in data:
            with torch.no_grad():
                print(name, repr(float(loss(net(data[f"x_{{name}}"]), data[f"y_{{name}}"]))))
'''


def program(facts: RunFacts) -> str:
    """Return the program. Raises SettingError for what it does not have."""
    activations = [
        chosen(ACTIVATIONS, str(given["name"]), "activation", DIALECT).format(
            **settings_of(given, Layer.members[str(given["name"])])
        )
        for given in facts.activations
    ]
    name = str(facts.optimizer["name"])
    optimizer = chosen(OPTIMIZERS, name, "optimizer", DIALECT)
    body = BODY.format(
        activations=", ".join(activations),
        loss=chosen(LOSSES, facts.loss, "loss", DIALECT),
        optimizer=optimizer.format(**settings_of(facts.optimizer, Optimizer.members[name])),
    )
    imports = ["import numpy as np", "import torch", "from torch import nn"]
    return head(facts, DIALECT, imports) + body + tail(facts)
