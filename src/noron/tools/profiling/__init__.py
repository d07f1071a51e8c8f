"""Measure where the time of a training step goes, and compare it with the machine's limits.

>>> from noron import NeuralNetwork
>>> from noron.data import moons
>>> X, y = moons(n=200, seed=0)
>>> report = NeuralNetwork([2, 16, 2], seed=0).profile(X, y, engine="numpy")
>>> [layer.name for layer in report.layers]
['0.dense 2x16', '1.relu', '2.dense 16x2']
>>> report.layers[0].path, report.layers[0].multiplications  # 32 rows, forward and dW
("NumPy's BLAS, 1 thread", 2048)
>>> round(sum(report.shares.values()), 9)
1.0
"""

from typing import TYPE_CHECKING

from noron.core.types import RNG
from noron.engines import Batch, Engine
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer

if TYPE_CHECKING:
    from noron.tools.profiling.report import Profile as Profile


def profile(
    network: Network,
    loss: Loss,
    data: Batch,
    rng: RNG,
    *,
    batch_size: int = 32,
    optimizer: str | Optimizer = "sgd",
    engine: str | Engine | None = None,
    seconds: float = 0.1,
) -> "Profile":
    """Measure the steps on batches of the rows, the parts of a step, and the machine.

    `NeuralNetwork.profile` calls this with a copy of itself. It takes about a second, or more if a
    step is long. The fastest of several calls counts, as other programs can only slow it down.

    Args:
        network: the network to train; its weights change slightly.
        loss: the loss to minimize.
        data: the rows, as an engine takes them.
        rng: draws the order of the rows and dropout masks.
        batch_size: the rows of a step.
        optimizer: a name or an object of `noron.optimizers`.
        engine: "native", "numpy" or "reference"; None chooses as in training.
        seconds: the time for measuring whole steps, and again for measuring their parts.

    Raises:
        DataError: if the loss is not finite.
        SettingError: if a setting is illegal.
    """
    from noron.tools.profiling.measure import measured  # imported late: training does not need it

    return measured(network, loss, data, rng, batch_size, optimizer, engine, seconds)
