"""The recipes of `noron race` in PyTorch, written as its users would write them."""

import math
from itertools import pairwise
from typing import Any

import torch
from torch import nn

from noron import NeuralNetwork
from noron.cli.race import recipe
from noron.data import load_mnist
from noron.data.augmentation import Augmentation
from noron.engines import AugmentedRows


def fit(goal: str, seed: int, epochs: int | None = None) -> float:
    """Train from nothing; the accuracy on the test digits."""
    spec: Any = recipe(goal)  # type: ignore[arg-type]
    spec = spec.but(epochs=epochs or spec.epochs)
    torch.set_flush_denormal(True)
    torch.manual_seed(seed)
    digits = load_mnist()
    X, y, X_test, y_test = map(torch.from_numpy, digits)
    net = network_of([X.shape[1], *spec.hidden, 10])
    loss = nn.CrossEntropyLoss(label_smoothing=spec.loss["label_smoothing"])
    optimizer = torch.optim.Adam(net.parameters(), lr=spec.learning_rate)
    steps = math.ceil(len(X) / spec.batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, spec.learning_rate, total_steps=spec.epochs * steps + 1, cycle_momentum=False
    )
    augment = None if spec.augment is None else deformed(digits[0], Augmentation.make(spec.augment))
    for epoch in range(spec.epochs):
        order = torch.randperm(len(X))
        x = X if augment is None else augment(order, spec.batch_size, seed, epoch * steps)
        for start in range(0, len(X), spec.batch_size):
            batch = order[start : start + spec.batch_size]
            optimizer.zero_grad()
            x_batch = x[batch] if augment is None else x[start : start + spec.batch_size]
            loss(net(x_batch), y[batch]).backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        return float((net(X_test).argmax(dim=1) == y_test).double().mean())


def network_of(widths: list[int]) -> nn.Sequential:
    """Dense layers with a ReLU between them."""
    layers: list[nn.Module] = []
    for n_in, n_out in pairwise(widths):
        layers += [nn.Linear(n_in, n_out), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def deformed(X: Any, augmentation: Augmentation) -> Any:
    """The images as noron deforms them, by its kernel on all threads: those of an epoch at once."""
    rows = AugmentedRows(augmentation, X, NeuralNetwork([X.shape[1], 10], seed=0).network)

    def take(order: torch.Tensor, *of_the_run: int) -> torch.Tensor:
        return torch.from_numpy(rows.take(order.numpy(), *of_the_run))

    return take
