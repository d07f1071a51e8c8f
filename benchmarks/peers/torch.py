"""PyTorch eager, at its best: tensors in memory, no DataLoader, the fastest kind of optimizer."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from torch import nn

from benchmarks.job import Job, Settings
from benchmarks.peers.base import CannotError, Peer, weighted_mean
from noron.core.types import Array

torch.set_flush_denormal(True)  # as noron's kernels do; threads that begin later take it over
torch.set_num_threads(int(os.environ.get("BENCHMARK_THREADS", "1")))
KINDS: dict[str, dict[str, bool]] = {
    "for-loop": {"foreach": False},
    "foreach": {"foreach": True},
    "fused": {"fused": True},
}
TRIAL_STEPS, TRIAL_SECONDS = 20, 0.25
CHOSEN: dict[Settings, str] = {}
"""Which kind was the fastest, by the network: chosen once, so that what is validated is timed."""


def versions() -> dict[str, str]:
    """Of torch."""
    return {"torch": torch.__version__}


class Torch(Peer):
    """The loop of PyTorch's tutorials; row indices of the batches are split beforehand."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        if not isinstance(job.X, np.ndarray):
            raise CannotError("its dense layers take no sparse rows")
        self.X = torch.from_numpy(job.X)
        self.y = torch.from_numpy(job.y.astype(np.int64))
        self.loss: nn.Module = nn.CrossEntropyLoss()
        if self.settings.binary:
            self.y = torch.from_numpy(job.y.astype(job.X.dtype)).reshape(-1, 1)
            self.loss = nn.BCEWithLogitsLoss()
        self.kind = "for-loop"
        self.order = torch.from_numpy(job.order.astype(np.int64)).split(self.settings.batch_size)
        self.network = replace(self.settings, dtype="", l2=0.0, epsilon=0.0)
        if self.network.optimizer != "none":
            if self.network not in CHOSEN:
                CHOSEN[self.network] = self._fastest()
            self.kind = CHOSEN[self.network]
            self.note = f"{self.kind} optimizer"
        self.reset()

    def reset(self) -> None:
        """A new model and a new optimizer."""
        self.model = self._model()
        self.linear = [m for m in self.model if isinstance(m, nn.Linear)]
        groups = [
            {"params": [m.weight for m in self.linear], "weight_decay": 2 * self.settings.l2},
            {"params": [m.bias for m in self.linear]},
        ]
        given: dict[str, Any] = {"lr": self.settings.learning_rate, **KINDS[self.kind]}
        if self.settings.optimizer == "adam":
            self.optimizer: Any = torch.optim.Adam(groups, eps=self.settings.epsilon, **given)
        else:
            self.optimizer = torch.optim.SGD(groups, **given)

    def step(self, index: torch.Tensor) -> torch.Tensor:
        """Forward, backward, update; the loss before it."""
        x, y = self.X.index_select(0, index), self.y.index_select(0, index)
        self.optimizer.zero_grad()
        loss = self.loss(self.model(x), y)
        loss.backward()
        self.optimizer.step()
        return loss

    def fit(self, epochs: int) -> None:
        """Every batch in the job's order."""
        for _ in range(epochs):
            for index in self.order:
                self.step(index)

    def losses(self, epochs: int) -> list[float]:
        """Step by step, weighted by rows."""
        sizes = [len(index) for index in self.order]
        return [weighted_mean([self._objective(i) for i in self.order], sizes)
                for _ in range(epochs)]  # fmt: skip

    def parameters(self) -> Sequence[Array]:
        """As (inputs, units): PyTorch keeps them the other way round."""
        pairs = [(m.weight.detach().numpy().T, m.bias.detach().numpy()) for m in self.linear]
        return [p for pair in pairs for p in pair]

    def predict(self, times: int) -> Any:
        """Softmax of the scores of a tensor that is there already, without a tape."""
        model, X = self.model, self.X
        link = torch.sigmoid if self.settings.binary else _softmax
        with torch.inference_mode():
            for _ in range(times - 1):
                link(model(X))
            return link(model(X)).numpy()

    def _objective(self, index: torch.Tensor) -> float:
        weights = [m.weight.detach().clone() for m in self.linear]
        penalty = self.settings.l2 * sum(float(W.square().sum()) for W in weights)
        return float(self.step(index)) + penalty

    def _model(self) -> nn.Sequential:
        parts: list[nn.Module] = []
        for W, b in zip(self.job.weights, self.job.biases, strict=True):
            linear = nn.Linear(*W.shape, dtype=self.X.dtype)
            linear.weight.data = torch.from_numpy(W.T.copy())
            linear.bias.data = torch.from_numpy(b.copy())
            parts += [linear, nn.ReLU()]
        return nn.Sequential(*parts[:-1])

    def _fastest(self) -> str:
        """Each kind of optimizer is tried once, after two steps to get warm."""
        index = self.order[0]
        seconds: dict[str, float] = {}
        for self.kind in KINDS:
            self.reset()
            for _ in range(2):
                self.step(index)
            start, steps = time.perf_counter(), 0
            while steps < TRIAL_STEPS and time.perf_counter() - start < TRIAL_SECONDS:
                self.step(index)
                steps += 1
            seconds[self.kind] = (time.perf_counter() - start) / steps
        return min(seconds, key=lambda kind: seconds[kind])


def _softmax(scores: torch.Tensor) -> torch.Tensor:
    return torch.softmax(scores, dim=1)


PEER: type[Torch] = Torch
