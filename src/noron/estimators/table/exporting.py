"""`model.export`: write a table model for other programs, in the formats of `noron.export`."""

import os
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.utils.validation import check_is_fitted

from noron.core.types import Array
from noron.data.targets import Targets
from noron.export import Exported, ExportModel, branch_of, export_model


class ExportableTable:
    """A table model that can be written for other programs; a base class of the estimators."""

    def export(
        self, path: str | os.PathLike[str], to: str | None = None, **options: Any
    ) -> Exported:
        """Write the model for other programs, as `NeuralNetwork.export` does.

        How the columns become numbers goes with it. Returns the files, and the largest difference
        between 1,000 of their predictions and its own.
        """
        check_is_fitted(self)
        return export_model(_export_model_of(self), Path(path), to, **options)


def _export_model_of(model: Any) -> ExportModel:
    share = model.additive_share_
    branches = []
    if share < 1:
        networks = [net.network for net in model.members_]
        branches.append(branch_of(networks, model.encoding_, 1 - share))
    if model.additive_:
        networks = [net.network for net in model.additive_]
        branches.append(branch_of(networks, model.additive_encoding_, share))
    net = model.members_[0]
    of_numbers = dict[str, Any]()
    if not model.predicts_classes:
        of_numbers = {
            "y_mean": model.y_mean_, "y_scale": model.y_scale_, "y_range": model.y_range_
        }  # fmt: skip
        targets, predict = Targets("regression"), _column(model.predict)
    else:
        predict = model.predict_proba
        targets = Targets("classes", tuple(model.classes_.tolist()))
    names = getattr(model, "feature_names_in_", None)
    return ExportModel(
        branches=tuple(branches),
        link=net.loss.link,
        targets=targets,
        n_inputs=model.n_features_in_,
        n_outputs=net.network.n_outputs,
        dtype="float32",
        predict=predict,
        feature_names=None if names is None else tuple(names),
        target_name=model.target_name_,
        **of_numbers,
    )


def _column(predict: Any) -> Any:
    def as_column(X: Any) -> Array:
        return np.asarray(predict(X)).reshape(-1, 1)

    return as_column
