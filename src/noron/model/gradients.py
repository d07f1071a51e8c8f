"""The gradients of a network over its training, as norms."""

from collections.abc import Mapping
from typing import Any, Protocol, final

import numpy as np

from noron.core.metric_rows import Row
from noron.core.notebook import Shown, Summary
from noron.core.types import Array
from noron.network import Network
from noron.training.callbacks import Callback


class HasGradients(Protocol):
    """A network with a method `gradients`, as of `NeuralNetwork`."""

    def gradients(self, X: Any, y: Any) -> Mapping[str, Array]:
        """Return the gradient of the mean loss by name."""
        ...


@final
class GradientNorms(Callback, Shown):
    """Records the norm of the gradient of each W and b, before the training and after each epoch.

        norms = GradientNorms(net, X[:500], y[:500])
        net.train(X, y, epochs=20, callbacks=[norms])
        plot_gradients(norms.rows)

    Each epoch costs one pass forward and back over the rows given. The training is not changed.

    Attributes:
        rows: for each epoch a dict of `epoch` and the norms by name, such as "0.dense.W".
    """

    def __init__(self, net: HasGradients, X: Any, y: Any) -> None:
        self.net, self.X, self.y = net, X, y
        self.rows: list[Row] = []

    def begin(self, network: Network, epochs: int) -> None:
        """Forget earlier runs, and record the norms before the first step."""
        self.rows = []
        self({"epoch": 0})

    def __call__(self, row: Row) -> None:
        """Record the norms of this epoch."""
        gradients = self.net.gradients(self.X, self.y)
        norms = {name: float(np.linalg.norm(g)) for name, g in gradients.items()}
        self.rows.append({"epoch": row["epoch"]} | norms)

    def state(self) -> dict[str, Any]:
        """Return the norms for a snapshot, a column for each name."""
        names = self.rows[0] if self.rows else ()
        return {name: np.array([row[name] for row in self.rows]) for name in names}

    def restore(self, state: dict[str, Any]) -> None:
        """Restore the norms of a snapshot."""
        columns = zip(*(values.tolist() for values in state.values()), strict=True)
        self.rows = [dict(zip(state, row, strict=True)) for row in columns]

    def plot(self, **options: Any) -> Any:
        """Draw the norms over the epochs as a matplotlib Figure; needs the extra `[plots]`."""
        from noron.plotting import plot_gradients

        return plot_gradients(self.rows, **options)

    def _summary(self) -> Summary:
        line = f"GradientNorms({len(self.rows)} rows: before the training and after each epoch)"
        if not self.rows:
            return Summary("GradientNorms(no training yet)")
        return Summary(line, draw=lambda theme: self.plot(theme=theme))
