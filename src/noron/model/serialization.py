"""Writing a model to a file and reading it: architecture, numbers, classes, facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, NamedTuple

from noron.core.atomic import named
from noron.core.errors import (
    ModelFileError,
    NoronError,
    SettingError,
    check_flag,
    check_integer,
    shown,
)
from noron.core.tensor_file import check_tensors, read_tensors, write_tensors
from noron.core.types import Array
from noron.data.tables import Encoding
from noron.data.tables.number_format import NumberFormat
from noron.data.tables.target import format_of
from noron.data.targets import Targets
from noron.model.architecture import Architecture
from noron.network import Network, lay_out

FACTS = ("seed", "trained", "feature_names", "target_name", "data_name")
"""The attributes that a model file stores beside architecture, numbers and classes."""


class ModelParts(NamedTuple):
    """The parts of a model; `encoding` says how the columns of its tables become numbers.

    `target_format` is how the numbers of its target were written.
    """

    architecture: Architecture
    network: Network
    targets: Targets
    facts: dict[str, Any]
    encoding: Encoding | None = None
    target_format: NumberFormat | None = None


def parts_of(net: Any) -> ModelParts:
    """Return the parts of a `NeuralNetwork`."""
    facts = {name: getattr(net, name) for name in FACTS}
    return ModelParts(
        net.architecture, net.network, net.targets, facts, net.encoding, net.target_format
    )


def write_parts(path: str | Path, parts: ModelParts) -> None:
    """Write one file, atomically. Raises SettingError for a model that could not be loaded."""
    write_tensors(path, header_of(parts), parts.network.tensors())


def header_of(parts: ModelParts) -> dict[str, Any]:
    """Return all parts but the numbers as plain data. SettingError if it could not be loaded."""
    architecture = parts.architecture.settings() | {"n_inputs": parts.network.n_inputs}
    try:
        Architecture.of_settings(architecture)
    except SettingError as error:
        raise SettingError(
            f"the model cannot be saved, because it could not be loaded again ({error}): give "
            "your own class a name, class Mine(..., name='mine')"
        ) from None
    header: dict[str, Any] = {
        "recipe": architecture,
        "targets": {f.name: getattr(parts.targets, f.name) for f in fields(parts.targets)},
        "facts": parts.facts,
    }
    header |= {} if parts.encoding is None else {"columns": parts.encoding.settings()}
    form = parts.target_format
    return header if form is None else header | {"target_format": asdict(form)}


def read_parts(path: str | Path) -> ModelParts:
    """Read the parts of a model; ModelFileError for a file that does not describe one."""
    header, tensors = read_tensors(path)
    if "table" in header:
        raise ModelFileError(
            f"{named(path)} holds a table estimator: read it with noron.estimators.load(path)"
        )
    with described_in(path):
        return assemble(path, header, tensors)


@contextmanager
def described_in(path: str | Path) -> Iterator[None]:
    """Turn any error about a file's header inside the block into ModelFileError."""
    try:
        yield
    except ModelFileError:
        raise
    except (NoronError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise ModelFileError(
            f"{named(path)} describes no network that this version knows "
            f"({shown(str(error), 120)}): train and save it again"
        ) from None
    except RecursionError:
        raise ModelFileError(
            f"{named(path)} describes too many layers within layers: train and save it again"
        ) from None


def assemble(path: str | Path, header: dict[str, Any], tensors: dict[str, Array]) -> ModelParts:
    """Build the parts from a header and tensors; sizes are compared before memory is allocated."""
    architecture = Architecture.of_settings(header["recipe"])
    n_inputs = check_integer("n_inputs", architecture.n_inputs)
    segments = [s for layout in lay_out(architecture.layers, n_inputs) for s in layout]
    check_tensors(path, {s.name: s.shape for s in segments}, tensors)
    network = architecture.network(n_inputs, rng=None)
    for name, view in network.views().items():
        if tensors[name].dtype != view.dtype:
            raise ValueError(f"{name} is {tensors[name].dtype}, the recipe says {view.dtype}")
        view[...] = tensors[name]
    targets = _targets(header["targets"], architecture, network.n_outputs)
    encoding = Encoding.of_settings(header["columns"]) if "columns" in header else None
    if encoding is not None and encoding.width != n_inputs:
        raise ValueError(f"the columns make {encoding.width} numbers, the network takes {n_inputs}")
    form = format_of(header.get("target_format"))
    return ModelParts(architecture, network, targets, _facts(header["facts"]), encoding, form)


def _targets(data: dict[str, Any], architecture: Architecture, n_outputs: int) -> Targets:
    """Return the targets; their classes must fit the outputs, be of one type and differ."""
    task, classes = architecture.loss.task, tuple(data["classes"] or ())
    apart = {"classes": n_outputs, "binary": 2 if n_outputs == 1 else 0}.get(task, 0)
    types = {type(label) for label in classes}
    fits = data["task"] == task and len(classes) == len(set(classes)) == apart
    if not fits or len(types) > 1 or types - {str, int, float, bool}:
        raise ValueError(f"{shown(data)} is no target for {n_outputs} outputs and {task}")
    return Targets(task, classes or None, check_flag("flat", data["flat"]))


def _facts(data: dict[str, Any]) -> dict[str, Any]:
    check_integer("seed", data["seed"], at_least=0)
    check_flag("trained", data["trained"])
    names = data["feature_names"]
    texts = [*(names or ()), data["target_name"], data["data_name"]]
    if not all(text is None or isinstance(text, str) for text in texts):
        raise ValueError(f"the names are {shown(texts)}")
    return {name: data[name] for name in FACTS} | {"feature_names": names and tuple(names)}
