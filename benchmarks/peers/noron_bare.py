"""noron without its checks: the engine's own loop of steps, to see what the public `train` costs.

Everything that `train` checks and encodes is done before the clock starts, and nothing is recorded.
What the engine makes ready for these rows is its own work, and is timed.
"""

import numpy as np

from benchmarks.job import Job
from benchmarks.peers.noron import Noron, make_network, options, versions
from noron.training.config import TrainConfig
from noron.training.trainer import Trainer


class Bare(Noron):
    """`engine.fit(...)`, then all epochs in one call, or where that is not offered one by one."""

    def __init__(self, job: Job) -> None:
        self.run: Trainer | None = None
        super().__init__(job)

    def reset(self) -> None:
        """A new run, ready to go."""
        self.net = net = make_network(self.job)
        given = options(self.settings) | {"callbacks": (), "metrics": (), "shuffle": True}
        config = TrainConfig.of(net.loss, epochs=1, validated=False, engine=None, **given)
        data = net._begin(net._read(self.X, self.job.y)[0])
        self.run = config.trainer(net.network, net.loss, net.targets, data, None, net.rng)

    def losses(self, epochs: int) -> list[float]:
        """Those of the public `train`, which needs the network for itself."""
        assert self.run is not None
        self.run.close()
        return super().losses(epochs)

    def fit(self, epochs: int) -> None:
        """The steps of `epochs` passes, and nothing else."""
        run = self.run
        assert run is not None
        steps = -(-len(run.data) // run.batch_size)
        fit = run.chosen.engine.fit(run.state, run.data, run.batch_size)
        rates = np.full(steps * epochs, self.settings.learning_rate)
        if fit.epochs(rates) is None:
            for _ in range(epochs):
                fit.run(run.state.rng.permutation(len(run.data)), rates[:steps].tolist())
        self.note = run.chosen.engine.name


PEER = Bare

__all__ = ["PEER", "versions"]
