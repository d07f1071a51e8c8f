"""`TableRegressor` predicts numbers from tables of any content."""

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from sklearn.base import RegressorMixin
from sklearn.utils import column_or_1d
from sklearn.utils.validation import assert_all_finite

from noron.core.errors import DataError, shown
from noron.core.types import Array
from noron.estimators.table.base import BaseTable
from noron.losses import Loss, MeanSquaredError


class TableRegressor(RegressorMixin, BaseTable):
    """Like `TableClassifier`, but it predicts numbers: y is scaled, and predictions scaled back.

    Predictions stay within the range of the training's y.

    >>> import numpy as np
    >>> from noron.estimators import TableRegressor
    >>> size = np.arange(40.0)
    >>> model = TableRegressor(random_state=0).fit({"size": size}, 3 * size)
    >>> bool(model.score({"size": size}, 3 * size) > 0.99)
    True
    """

    learns: ClassVar[tuple[str, ...]] = ("y_mean_", "y_scale_", "y_range_")

    def __init__(
        self,
        hidden_layer_sizes: Any = (128, 128),
        *,
        activation: Any = "relu",
        dropout: float = 0.0,
        weight_decay: float = 0.3,
        learning_rate_init: float = 2e-3,
        batch_size: int = 128,
        max_iter: int = 100,
        patience: int = 20,
        n_members: int = 4,
        blend: bool = True,
        bins: int = 16,
        one_hot_up_to: int = 12,
        embedding_width: int = 8,
        kinds: Mapping[str, str] | None = None,
        callbacks: Any = None,
        engine: Any = None,
        random_state: Any = None,
        verbose: Any = False,
    ) -> None:
        self._keep(locals())

    def predict(self, X: Any) -> Array:
        """Return the predictions, shape (rows,)."""
        y = self._mean_prediction(X)[:, 0] * self.y_scale_ + self.y_mean_
        return y.clip(*self.y_range_)

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """Return R squared on new rows; y may be the name of a column of X, read as in training."""
        X, y, sample_weight = self._measured(X, y, sample_weight)
        return super().score(X, y, sample_weight)

    def _read_y(self, y: Any, weight: Array | None) -> Array:
        y = column_or_1d(y, warn=True)
        try:
            y = y.astype(np.float64)
        except (TypeError, ValueError):
            raise DataError(
                f"y holds {shown(y[0])}, which is no number: for labels use TableClassifier"
            ) from None
        assert_all_finite(y, input_name="y")
        self.y_mean_ = float(np.average(y, weights=weight))
        deviation = float(np.sqrt(np.average((y - self.y_mean_) ** 2, weights=weight)))
        self.y_scale_ = deviation if deviation > 0 else 1.0
        self.y_range_ = float(y.min()), float(y.max())
        return (y - self.y_mean_) / self.y_scale_

    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        return weight

    def _make_loss(self) -> tuple[Loss, int]:
        return MeanSquaredError(), 1
