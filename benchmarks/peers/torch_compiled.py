"""PyTorch with the forward and backward pass of a step through torch.compile."""

import time
from typing import Any

import torch

from benchmarks.job import Job, Settings
from benchmarks.peers.torch import Torch, versions

SPENT: dict[Settings, float] = {}
"""Seconds of compiling by the network: PyTorch keeps what it has compiled for the next job."""


class Compiled(Torch):
    """As eager, but model and loss are one compiled function; the optimizer is not.

    Compiling needs a C++ compiler; a batch of another size compiles anew.
    """

    def __init__(self, job: Job) -> None:
        self.forward_loss: Any = None
        super().__init__(job)
        start = time.perf_counter()
        self.forward_loss = torch.compile(lambda model, x, y: self.loss(model(x), y))
        for index in {len(index): index for index in self.order}.values():
            for _ in range(2):
                self.step(index)
        SPENT[self.network] = SPENT.get(self.network, 0.0) + time.perf_counter() - start
        self.compile_seconds = SPENT[self.network]
        self.note = f"compiled, {self.note}"
        self.reset()

    def reset(self) -> None:
        """The same model, so that nothing is compiled anew, with the first numbers."""
        if self.forward_loss is None:
            super().reset()
            return
        for linear, W, b in zip(self.linear, self.job.weights, self.job.biases, strict=True):
            linear.weight.data.copy_(torch.from_numpy(W.T.copy()))
            linear.bias.data.copy_(torch.from_numpy(b))
        self.optimizer.state.clear()

    def step(self, index: torch.Tensor) -> torch.Tensor:
        """Forward, backward, update; the loss before it."""
        if self.forward_loss is None:
            return super().step(index)
        x, y = self.X.index_select(0, index), self.y.index_select(0, index)
        self.optimizer.zero_grad()
        loss = self.forward_loss(self.model, x, y)
        loss.backward()
        self.optimizer.step()
        return loss


PEER = Compiled

__all__ = ["PEER", "versions"]
