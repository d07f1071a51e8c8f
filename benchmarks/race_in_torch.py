"""The recipes of `noron race` in PyTorch, written as its users would write them."""

import math
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn

from noron.cli.race import recipe
from noron.data import load_mnist
from noron.data.augmentation import Deform

SIDE = 28


def fit(goal: str, seed: int) -> float:
    """Train from nothing; the accuracy on the test digits."""
    spec: Any = recipe(goal)
    torch.manual_seed(seed)
    X, y, X_test, y_test = map(torch.from_numpy, load_mnist())
    widths = [X.shape[1], *spec.hidden, 10]
    layers: list[nn.Module] = []
    for n_in, n_out in pairwise(widths):
        layers += [nn.Linear(n_in, n_out), nn.ReLU()]
    net = nn.Sequential(*layers[:-1])
    loss = nn.CrossEntropyLoss(label_smoothing=spec.loss["label_smoothing"])
    optimizer = torch.optim.Adam(net.parameters(), lr=spec.learning_rate)
    steps = spec.epochs * math.ceil(len(X) / spec.batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, spec.learning_rate, total_steps=steps + 1, cycle_momentum=False
    )
    deform = None if spec.augment is None else Deform.make(spec.augment)
    for _ in range(spec.epochs):
        for batch in torch.randperm(len(X)).split(spec.batch_size):
            x = X[batch] if deform is None else deformed(X[batch], deform)
            optimizer.zero_grad()
            loss(net(x), y[batch]).backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        return float((net(X_test).argmax(dim=1) == y_test).double().mean())


def deformed(x: Tensor, settings: Any) -> Tensor:
    """The images read at places that are turned, sheared, scaled, shifted and bent."""
    n = len(x)
    angle, shear, *scales = torch.rand(4, n) * 2 - 1
    angle, shear = math.radians(settings.rotation) * angle, settings.shear * shear
    zero, one = torch.zeros(n), torch.ones(n)
    turn = torch.stack([angle.cos(), -angle.sin(), angle.sin(), angle.cos()], 1).view(n, 2, 2)
    sheared = torch.stack([one, shear, zero, one], 1).view(n, 2, 2)
    A = turn @ sheared * (1 + settings.scale * torch.stack(scales, 1))[:, None]
    t = settings.shift * 2 / (SIDE - 1) * (torch.rand(n, 2, 1) * 2 - 1)
    grid = nn.functional.affine_grid(torch.cat([A, t], 2), [n, 1, SIDE, SIDE], align_corners=True)
    places = torch.arange(SIDE)
    G = torch.exp(-(((places[:, None] - places) / settings.sigma) ** 2) / 2)
    G /= math.sqrt(2 * math.pi) * settings.sigma
    bend = settings.alpha * (G @ (torch.rand(n, 2, SIDE, SIDE) * 2 - 1) @ G)
    grid = grid + bend.permute(0, 2, 3, 1) * 2 / (SIDE - 1)
    return nn.functional.grid_sample(
        x.view(n, 1, SIDE, SIDE), grid, padding_mode="border", align_corners=True
    ).view(n, -1)
