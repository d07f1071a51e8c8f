"""Records torch_optimizers.json: where PyTorch's optimizers are in 100 steps on a hard

    f(theta, t) = sum_i s_i log(1 + (theta_i - c_i)^2) + sum_i sin(theta_i theta_i+1)
                  + cos(0.7 t) sum_i w_i theta_i

Smooth, not convex, curvatures from 0.02 to 40, and a part that changes with the step t, as a
mini-batch does. PyTorch differentiates f here, the tests have its gradient by hand.

PyTorch is no dependency of the tests, which only read the recorded numbers. To record them anew:

    python -m venv oracle && oracle/bin/pip install torch==2.13.0 numpy
    oracle/bin/python tests/oracles/torch_optimizers.py
"""

import json
from pathlib import Path

import torch

LANDSCAPE = {
    "begin": [1.5, -0.7, 0.3, -1.2, 2.0, 0.9],
    "s": [0.01, 0.3, 1.0, 4.0, 20.0, 0.05],
    "c": [-1.0, 0.5, 2.0, 0.0, 1.0, -0.4],
    "w": [0.2, -1.0, 0.5, 3.0, -6.0, 0.1],
}
STEPS = 100
RECORDED = (1, 2, 3, 5, 10, 20, 40, 60, 80, 100)
CASES = [
    # noron's name, its settings, the rate, PyTorch's class, PyTorch's settings
    ("sgd", {}, 0.01, "SGD", {}),
    ("sgd", {}, 0.003, "SGD", {}),
    ("momentum", {}, 0.003, "SGD", {"momentum": 0.9}),
    ("momentum", {"beta": 0.5}, 0.01, "SGD", {"momentum": 0.5}),
    ("nesterov", {}, 0.003, "SGD", {"momentum": 0.9, "nesterov": True}),
    ("nesterov", {"beta": 0.6}, 0.01, "SGD", {"momentum": 0.6, "nesterov": True}),
    ("adagrad", {}, 0.1, "Adagrad", {}),
    ("adagrad", {"epsilon": 1e-3}, 0.3, "Adagrad", {"eps": 1e-3}),
    ("adadelta", {}, 1.0, "Adadelta", {}),
    ("adadelta", {"rho": 0.7, "epsilon": 1e-4}, 0.5, "Adadelta", {"rho": 0.7, "eps": 1e-4}),
    ("rmsprop", {}, 0.01, "RMSprop", {}),
    ("rmsprop", {"rho": 0.9, "epsilon": 1e-3}, 0.02, "RMSprop", {"alpha": 0.9, "eps": 1e-3}),
    ("adam", {}, 0.02, "Adam", {}),
    ("adam", {"beta1": 0.7, "beta2": 0.9, "epsilon": 1e-3}, 0.02, "Adam",
     {"betas": (0.7, 0.9), "eps": 1e-3}),
    ("adamax", {}, 0.02, "Adamax", {}),
    ("adamax", {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}, 0.02, "Adamax",
     {"betas": (0.8, 0.95), "eps": 1e-3}),
    ("nadam", {}, 0.02, "NAdam", {}),
    ("nadam", {"beta1": 0.8, "momentum_decay": 0.1}, 0.02, "NAdam",
     {"betas": (0.8, 0.999), "momentum_decay": 0.1}),
    ("radam", {}, 0.02, "RAdam", {}),
    ("radam", {"beta2": 0.9, "epsilon": 1e-3}, 0.02, "RAdam", {"betas": (0.9, 0.9), "eps": 1e-3}),
    ("adamw", {}, 0.02, "AdamW", {}),
    ("adamw", {"weight_decay": 0.3, "beta1": 0.8}, 0.02, "AdamW",
     {"weight_decay": 0.3, "betas": (0.8, 0.999)}),
]  # fmt: skip


def f(theta, t):
    s, c, w = (torch.tensor(LANDSCAPE[name], dtype=torch.float64) for name in "scw")
    bowls = (s * torch.log1p((theta - c) ** 2)).sum()
    waves = torch.sin(theta[:-1] * theta[1:]).sum()
    moving = torch.cos(torch.tensor(0.7 * t, dtype=torch.float64)) * (w @ theta)
    return bowls + waves + moving


def trajectory(torch_name, torch_settings, rate):
    theta = torch.tensor(LANDSCAPE["begin"], dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, torch_name)([theta], lr=rate, **torch_settings)
    recorded = {}
    for t in range(1, STEPS + 1):
        optimizer.zero_grad()
        f(theta, t).backward()
        optimizer.step()
        if t in RECORDED:
            recorded[t] = theta.tolist()  # json writes the shortest text that reads back exactly
    return recorded


def main():
    torch.set_default_dtype(torch.float64)  # or NAdam keeps its product of momenta in float32
    cases = [
        {
            "optimizer": {"name": name, **settings},
            "learning_rate": rate,
            "torch": [torch_name, torch_settings],
            "theta": trajectory(torch_name, torch_settings, rate),
        }
        for name, settings, rate, torch_name, torch_settings in CASES
    ]
    into = Path(__file__).with_suffix(".json")
    lines = ",\n".join(json.dumps(case) for case in cases)
    head = f'"torch": "{torch.__version__}", "landscape": {json.dumps(LANDSCAPE)}'
    into.write_text(f'{{{head}, "cases": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
