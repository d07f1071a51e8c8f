"""`TableClassifier` predicts labels from tables of any content."""

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from sklearn.base import ClassifierMixin
from sklearn.utils import column_or_1d
from sklearn.utils._param_validation import StrOptions
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import assert_all_finite

from noron.core.errors import DataError
from noron.core.types import Array
from noron.data.tables.text import absent
from noron.estimators.params import SHARE
from noron.estimators.table.base import BaseTable
from noron.losses import CrossEntropy, Loss


class TableClassifier(ClassifierMixin, BaseTable):
    """A classifier for tables with words, dates, missing values and numbers of any scale.

    It averages `n_members` networks. Each holds out different rows, which choose its best epoch.
    `fit` learns how to read each column; `columns_` shows this, and `save` stores it.

    Args:
        hidden_layer_sizes: the widths of the hidden layers.
        activation: the activation of the hidden layers, by name or object.
        dropout: the share of each hidden layer's units that are dropped in a step.
        weight_decay: the weight decay of AdamW.
        learning_rate_init: the first learning rate; it falls to 0 along a cosine.
        batch_size: the rows of a step.
        max_iter: the largest number of epochs.
        patience: a network stops after this many epochs without a better validation loss.
        n_members: the number of networks.
        blend: whether to mix in the predictions of models without hidden layers, if that helps.
        bins: the number of quantile bins in which a number is encoded; 0 for none.
        one_hot_up_to: categories with more different words than this get learnt vectors.
        embedding_width: the largest length of these vectors.
        label_smoothing: the share of each label that is divided equally among all classes.
        class_weight: "balanced", or a dict with a weight for each label.
        kinds: a dict that overrides how columns are read, by name: "number", "category",
            "embedded", "boolean", "date" or "drop".
        callbacks: functions of a row, as `NeuralNetwork.train` takes them.
        engine: "native", "numpy" or "reference".
        random_state: the seed of weights, batches and folds.
        verbose: whether to show progress.

    Attributes:
        classes_: the labels.
        columns_: for each column, in words, how it is read.
        encoding_: the object that encodes the columns.
        members_: the networks.
        additive_: the models without hidden layers.
        additive_share_: the share of these models in a prediction, from 0 to 1.
        history_: a `History` for each network.

    >>> from noron.estimators import TableClassifier
    >>> table = {"colour": ["red", "blue"] * 20, "size": list(range(40))}
    >>> model = TableClassifier(random_state=0).fit(table, ["ripe", "green"] * 20)
    >>> model.columns_["colour"]
    '2 categories (blue, red)'
    >>> model.predict({"colour": ["red"], "size": [3]}).tolist()
    ['ripe']
    """

    learns: ClassVar[tuple[str, ...]] = ("classes_",)
    predicts_classes: ClassVar[bool] = True

    _parameter_constraints: ClassVar[Mapping[str, Any]] = {
        **BaseTable._parameter_constraints,
        "label_smoothing": [SHARE],
        "class_weight": [StrOptions({"balanced"}), dict, None],
    }

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
        label_smoothing: float = 0.0,
        class_weight: Any = None,
        kinds: Mapping[str, str] | None = None,
        callbacks: Any = None,
        engine: Any = None,
        random_state: Any = None,
        verbose: Any = False,
    ) -> None:
        self._keep(locals())

    def predict_proba(self, X: Any) -> Array:
        """Return the probability of each class, shape (rows, classes)."""
        return self._mean_prediction(X)

    def predict(self, X: Any) -> Array:
        """Return the most probable label of each row."""
        p = self._mean_prediction(X)
        return self.classes_[p.argmax(axis=1)]

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """Return the accuracy on new rows; y may be the name of a column of X."""
        X, y, sample_weight = self._measured(X, y, sample_weight)
        return super().score(X, y, sample_weight)

    def _read_y(self, y: Any, weight: Array | None) -> Array:
        y = column_or_1d(y, warn=True)
        if y.dtype.kind == "O":
            gaps = [i for i, label in enumerate(y) if absent(label)]
            if gaps:
                raise DataError(
                    f"y has nothing in row {gaps[0]}: leave such rows out, or put y into a column "
                    "of the table and give its name, then they are left out"
                )
        if y.dtype.kind in "fc":
            assert_all_finite(y, input_name="y")
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise DataError(
                f"y has one class only, {self.classes_.tolist()[0]!r}: give rows of at least two "
                "classes (the number of classes has to be greater than one)"
            )
        return codes

    def _make_loss(self) -> tuple[Loss, int]:
        return CrossEntropy(self.label_smoothing), len(self.classes_)

    def _balance(self, y: Array, weight: Array | None) -> Array | None:
        if self.class_weight is None:
            return weight
        of_class = self.class_weight
        if isinstance(of_class, Mapping):
            places = {label: k for k, label in enumerate(self.classes_.tolist())}
            of_class = {places[label]: w for label, w in of_class.items() if label in places}
        of_rows = compute_sample_weight(of_class, y)
        return of_rows if weight is None else of_rows * weight
