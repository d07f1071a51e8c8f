"""Records torch_schedules.json: PyTorch's learning rates, one for each epoch (or step).

    python -m venv oracle && oracle/bin/pip install torch==2.13.0 numpy
    oracle/bin/python tests/oracles/torch_schedules.py

Where the two count differently, the settings say the same thing in each one's way: OneCycleLR with
n steps starts at step 0 and is at its end at step n - 1, and at its peak at step pct n - 1.
"""

import json
import warnings
from pathlib import Path

import torch
from torch.optim import lr_scheduler

N = 31
LOSSES = [1.0, 0.8, 0.8, 0.79995, 0.81, 0.5, 0.6, 0.7, 0.5, 0.49995, 0.4, 0.45, 0.41, 0.42, 0.4]
LOSSES += [0.39, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.2]
CASES = [
    ({"name": "step", "learning_rate": 0.3, "factor": 0.5, "every": 7}, "StepLR", 0.3,
     {"gamma": 0.5, "step_size": 7}),
    ({"name": "exponential", "learning_rate": 0.2, "factor": 0.9}, "ExponentialLR", 0.2,
     {"gamma": 0.9}),
    ({"name": "cosine", "learning_rate": 0.1}, "CosineAnnealingLR", 0.1, {"T_max": N - 1}),
    ({"name": "cosine", "learning_rate": 0.1, "final": 0.02}, "CosineAnnealingLR", 0.1,
     {"T_max": N - 1, "eta_min": 0.02}),
    ({"name": "one_cycle", "peak": 0.5, "warm_up": (0.3 * N - 1) / (N - 1)}, "OneCycleLR", 0.5,
     {"max_lr": 0.5, "total_steps": N}),
    ({"name": "one_cycle", "peak": 0.5, "warm_up": (0.4 * N - 1) / (N - 1), "start_divisor": 10,
      "final_divisor": 100}, "OneCycleLR", 0.5,
     {"max_lr": 0.5, "total_steps": N, "pct_start": 0.4, "div_factor": 10,
      "final_div_factor": 100}),
    ({"name": "reduce_on_plateau", "learning_rate": 0.1, "factor": 0.5, "patience": 2,
      "minimum": 0.01}, "ReduceLROnPlateau", 0.1,
     {"factor": 0.5, "patience": 2, "threshold": 1e-4, "threshold_mode": "abs", "min_lr": 0.01}),
    ({"name": "reduce_on_plateau", "learning_rate": 0.1, "factor": 0.3, "patience": 4,
      "min_delta": 0.05, "mode": "max"}, "ReduceLROnPlateau", 0.1,
     {"factor": 0.3, "patience": 4, "threshold": 0.05, "threshold_mode": "abs", "mode": "max"}),
]  # fmt: skip


def rates(torch_name, rate, settings):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
    scheduler = getattr(lr_scheduler, torch_name)(optimizer, **settings)
    recorded = []
    for loss in LOSSES:
        recorded.append(optimizer.param_groups[0]["lr"])
        watching = torch_name == "ReduceLROnPlateau"
        if len(recorded) < N:
            scheduler.step(*([loss] if watching else []))
    return recorded


def main():
    warnings.simplefilter("ignore")  # PyTorch would rather see optimizer.step() before
    cases = [
        {"schedule": ours, "torch": [name, settings], "rates": rates(name, rate, settings)}
        for ours, name, rate, settings in CASES
    ]
    lines = ",\n".join(json.dumps(case) for case in cases)
    head = f'"torch": "{torch.__version__}", "losses": {json.dumps(LOSSES)}'
    Path(__file__).with_suffix(".json").write_text(f'{{{head}, "cases": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
