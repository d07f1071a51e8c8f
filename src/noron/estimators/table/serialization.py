"""Save and load a table estimator: its settings, the encoding of its columns, its networks."""

import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator

from noron.core.atomic import named
from noron.core.errors import ModelFileError
from noron.core.signature import TrustedKeys
from noron.core.tensor_file import read_tensors, write_tensors
from noron.core.types import Array
from noron.layers import Layer
from noron.model.neural_network import NeuralNetwork, of_parts
from noron.model.serialization import (
    NetworkHeader,
    assemble,
    described_in,
    header_of,
    made,
    parts_of,
)
from noron.model.table_header import ENSEMBLE, TableHeader, table_header

LEARNT = ("additive_share_", "n_iter_", "n_features_in_", "target_name_")
LISTED = ("classes_", "feature_names_in_")
SCALES = ("y_mean_", "y_scale_", "y_range_")


def save_table(model: BaseEstimator, path: str | os.PathLike[str]) -> None:
    """Write a fitted estimator to one file, atomically."""
    known = vars(model)
    table: dict[str, Any] = {
        "name": type(model).__name__,
        "settings": _settings(model),
        "columns": {
            group: getattr(model, encoding).settings()
            for group, encoding in ENSEMBLE.items()
            if known[group]
        },
        "learnt": {name: known[name] for name in (*LEARNT, *SCALES) if name in known},
        "target_format": known["target_format_"] and asdict(known["target_format_"]),
        "lists": {name: known[name].tolist() for name in LISTED if name in known},
    }
    tensors: dict[str, Array] = {}
    for group in ENSEMBLE:
        table[group] = []
        for k, net in enumerate(known[group]):
            parts = parts_of(net)
            table[group].append(header_of(parts))
            arrays = parts.network.tensors().items()
            tensors |= {f"{group}{k}.{name}": value for name, value in arrays}
    write_tensors(Path(path), {"table": table, "made": made()}, tensors)


def load_table(
    path: str | Path, kinds: Mapping[str, type[Any]], trusted: TrustedKeys = None
) -> BaseEstimator:
    """Read an estimator that `save` wrote; raise ModelFileError for any other file."""
    header, tensors = read_tensors(path, trusted)
    if "table" not in header:
        raise ModelFileError(f"{named(path)} holds a single network: read it with noron.load(path)")
    with described_in(path):
        return _assemble(path, table_header(header), tensors, kinds)


def _assemble(
    path: str | Path, table: TableHeader, tensors: dict[str, Array], kinds: Mapping[str, type[Any]]
) -> BaseEstimator:
    kind = kinds[table.name]
    model = kind(**_parameters(table.settings))
    model._validate_params()
    learnt = {name: value for name, value in vars(table.learnt).items() if value is not None}
    lists = {n: np.array(values) for n, values in vars(table.lists).items() if values is not None}
    if "feature_names_in_" in lists:
        lists["feature_names_in_"] = lists["feature_names_in_"].astype(object)
    known = learnt | lists
    starts = tuple(f"{g}{k}." for g in ENSEMBLE for k in range(len(getattr(table, g))))
    if odd := next((name for name in tensors if not name.startswith(starts)), None):
        raise ValueError(f"{odd} belongs to no network")
    if {name for name in (*SCALES, "classes_") if name in known} != set(kind.learns):
        raise ValueError(f"{table.name} learns {', '.join(kind.learns)}")
    for name, value in known.items():
        setattr(model, name, value)
    model.target_format_ = table.target_format
    for group, name in ENSEMBLE.items():
        nets = [
            _network(path, h, f"{group}{k}.", tensors) for k, h in enumerate(getattr(table, group))
        ]
        setattr(model, group, nets)
        if nets:
            setattr(model, name, table.encoding(group))
    model.columns_ = {e.column: e.describe() for e in model.encoding_.encoders}
    return model


def _network(
    path: str | Path, header: NetworkHeader, prefix: str, tensors: dict[str, Array]
) -> NeuralNetwork:
    own = {name[len(prefix) :]: t for name, t in tensors.items() if name.startswith(prefix)}
    return of_parts(assemble(path, header, own))


def _settings(model: BaseEstimator) -> dict[str, Any]:
    """Return the parameters as plain data, without callbacks, engines and generators."""
    plain = (str, int, float, bool, type(None))
    settings = dict(model.get_params(deep=False))
    settings["activation"] = Layer.make(settings["activation"]).settings()
    sizes = settings["hidden_layer_sizes"]
    settings["hidden_layer_sizes"] = np.atleast_1d(np.asarray(sizes, dtype=np.int64)).tolist()
    settings["kinds"] = settings["kinds"] and dict(settings["kinds"])
    if isinstance(settings.get("class_weight"), Mapping):
        pairs = settings["class_weight"].items()
        settings["class_weight"] = [[getattr(k, "item", lambda k=k: k)(), w] for k, w in pairs]
    kept = (*plain, dict, list)
    return {name: value if isinstance(value, kept) else None for name, value in settings.items()}


def _parameters(settings: Mapping[str, Any]) -> dict[str, Any]:
    parameters = dict(settings)
    parameters["activation"] = Layer.make(parameters["activation"])
    parameters["hidden_layer_sizes"] = tuple(parameters["hidden_layer_sizes"])
    if isinstance(parameters.get("class_weight"), list):
        parameters["class_weight"] = dict(parameters["class_weight"])
    return parameters
