"""Where a training step's time goes, held against what this machine can do at best.

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
    """Time steps on batches of the rows, their parts, and the machine; the network learns by it.

    `NeuralNetwork.profile` calls this with a copy of itself. It takes about a second, more where a
    step is long. The fastest of several calls counts, as other programs only ever add.

    Args:
        network: to train; its weights move, if only a little.
        loss: whose gradient is followed.
        data: the rows, as an engine takes them.
        rng: for the order of the rows, and for dropout.
        batch_size: rows a step.
        optimizer: a name or an object of `noron.optimizers`.
        engine: "native", "numpy" or "reference"; None as in training.
        seconds: for which steps are timed, once as they are, once part by part.

    Raises:
        DataError: where the loss is not finite.
        SettingError: for a setting out of its range.
    """
    from noron.tools.profiling.measure import measured  # here, as no training needs it

    return measured(network, loss, data, rng, batch_size, optimizer, engine, seconds)
