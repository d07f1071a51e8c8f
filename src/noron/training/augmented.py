"""An engine that trains on rows which an augmentation changes each time they are used."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import ClassVar, final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.augmentation import Augmentation
from noron.data.rows import Inputs
from noron.engines import (
    AugmentedRows,
    Batch,
    BatchResult,
    DivergedError,
    Engine,
    Fit,
    NativeEngine,
    State,
    Sums,
    available_threads,
    possible_inputs,
)
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer

MOST_BYTES = 2**26
"""Changed rows are kept for as many steps as fit into this memory, and for at least one."""


@final
@dataclass(frozen=True)
class AugmentedEngine(Engine):
    """Lets `engine` train on changed rows; all else is as with that engine.

    The random numbers of step t are those of the generator of (the run's key, t): the bits do not
    depend on the threads, nor on how many steps are taken in one call.
    """

    name: ClassVar[str] = "augmented"
    engine: Engine
    augmentation: Augmentation

    def refusal(self, network: Network, loss: Loss, optimizer: Optimizer) -> str | None:
        """Return why the engine cannot train that network, or None if it can."""
        return self.engine.refusal(network, loss, optimizer)

    def value_and_grad(
        self, network: Network, loss: Loss, batch: Batch, rng: RNG | None
    ) -> BatchResult:
        """Evaluate a batch as it is."""
        return self.engine.value_and_grad(network, loss, batch, rng)

    def fit(self, state: State, data: Batch, batch_size: int) -> Fit:
        """Prepare steps on changed rows of `data`."""
        return AugmentedFit(self.engine, self.augmentation, state, data, batch_size)

    def scores(self, network: Network, x: Inputs) -> Array:
        """Return the scores in evaluation mode."""
        return self.engine.scores(network, x)

    def limits(self, network: Network, batch_size: int) -> AbstractContextManager[object]:
        """Return the engine's own context for a run."""
        return self.engine.limits(network, batch_size)


@final
class AugmentedFit(Fit):
    """Changes the rows of some steps, then lets the engine take these steps."""

    def __init__(
        self,
        engine: Engine,
        augmentation: Augmentation,
        state: State,
        data: Batch,
        batch_size: int,
    ) -> None:
        if isinstance(engine, NativeEngine):  # decided once, not by each part's share of zeros
            inputs = possible_inputs(data.x, state.network, engine.inputs)[0]
            engine = replace(engine, inputs=inputs)
        self.engine, self.state = engine, state
        self.rows = AugmentedRows(augmentation, data.x, state.network)
        self.data, self.batch_size = data, batch_size
        self.inner: Fit | None = None

    @property
    def path(self) -> str:
        """Return the name of the engine, and how it computes."""
        path = "" if self.inner is None else self.inner.path
        return f"{self.engine.name}, {path}" if path else self.engine.name

    @property
    def threads(self) -> int:
        """Return the number of threads that the steps use."""
        return available_threads() if self.inner is None else self.inner.threads

    def run(self, order: Array, learning_rates: Sequence[float], sums: Sums | None = None) -> Sums:
        """Take the steps, some at a time, on rows that are changed just before."""
        size = self.batch_size
        row_bytes = self.data.x.shape[1] * self.data.x.dtype.itemsize
        steps = max(1, MOST_BYTES // (row_bytes * size))
        sums, engine = sums or Sums(), self.engine
        for start in range(0, len(learning_rates), steps):
            rows = order[start * size :][: steps * size]
            self.inner = engine.fit(self.state, self.changed(rows), size)
            try:
                rates = learning_rates[start : start + steps]
                sums = self.inner.run(np.arange(len(rows)), rates, sums)
            except DivergedError as error:
                raise DivergedError(rows[error.index]) from None
            if isinstance(engine, NativeEngine):
                engine = replace(engine, threads=self.inner.threads)  # measured, for this call
        return sums

    def changed(self, order: Array) -> Batch:
        """Return the rows at `order`, changed for the next steps."""
        state, data = self.state, self.data
        x = self.rows.take(order, self.batch_size, state.augment_key, state.t)
        return Batch(x, data.y[order], None if data.weight is None else data.weight[order])
