"""Estimators for scikit-learn: change one import line to use `MLPClassifier` and `MLPRegressor`.

    from noron.estimators import MLPClassifier      # instead of sklearn.neural_network

All parameters, attributes and methods of scikit-learn's two classes have the same meaning here, and
the same `random_state` draws the same weights and the same batches. In addition there are dropout,
normalization, user-defined layers and activations, class weights, other losses, a validation set,
early stopping on any scorer, and a warm start that keeps the optimizer. `TableClassifier` and
`TableRegressor` take tables with words, dates and missing values, and `report` shows whether a
network is the right tool for a table.
Needs the extra `[sklearn]`; only this package imports scikit-learn.
"""

from pathlib import Path

from noron.core.errors import missing_extra
from noron.core.signature import TrustedKeys

try:
    import sklearn as _sklearn
except ImportError as error:
    raise missing_extra("sklearn", "scikit-learn", "noron.estimators") from error

from noron.estimators.mlp.classifier import MLPClassifier
from noron.estimators.mlp.regressor import MLPRegressor
from noron.estimators.reports import Report, report
from noron.estimators.table.classifier import TableClassifier
from noron.estimators.table.regressor import TableRegressor
from noron.estimators.table.serialization import load_table

del _sklearn


def load(path: str | Path, trusted: TrustedKeys = None) -> TableClassifier | TableRegressor:
    """Read a table estimator that `save` wrote; nothing in the file is executed.

    `trusted`: files of public keys, one of which must have signed the file. Raises ModelFileError
    if the file is truncated, changed, foreign, of another version, or not signed by such a key.
    """
    kinds = {cls.__name__: cls for cls in (TableClassifier, TableRegressor)}
    return load_table(path, kinds, trusted)  # type: ignore


__all__ = [
    "MLPClassifier",
    "MLPRegressor",
    "Report",
    "TableClassifier",
    "TableRegressor",
    "load",
    "report",
]
