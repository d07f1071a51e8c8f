"""Writing a model to a file and reading it: architecture, numbers, classes, facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from noron.core.atomic import named
from noron.core.closed import closed
from noron.core.errors import (
    ModelFileError,
    NoronError,
    SettingError,
    check_integer,
    shown,
)
from noron.core.signature import TrustedKeys
from noron.core.tensor_file import body_of, check_tensors, read_tensors, write_tensors
from noron.core.types import Array
from noron.data.tables import Encoding
from noron.data.tables.encoders import Encoder
from noron.data.tables.number_format import NumberFormat
from noron.data.targets import Targets
from noron.engines.machine import machine
from noron.model.architecture import Architecture
from noron.network import Network, lay_out


@dataclass(frozen=True)
class ModelFacts:
    """The attributes that a model file stores beside architecture, numbers and classes."""

    seed: int
    trained: bool
    feature_names: tuple[str, ...] | None
    target_name: str | None
    data_name: str | None

    def __post_init__(self) -> None:
        check_integer("seed", self.seed, at_least=0)


@dataclass(frozen=True)
class NetworkHeader:
    """The header of a network's file, but for `format`, `made` and the hash."""

    recipe: Architecture
    targets: Targets
    facts: ModelFacts
    columns: tuple[Encoder, ...] | None = None
    target_format: NumberFormat | None = None


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
    facts = {f.name: getattr(net, f.name) for f in fields(ModelFacts)}
    return ModelParts(
        net.architecture, net.network, net.targets, facts, net.encoding, net.target_format
    )


def write_parts(path: str | Path, parts: ModelParts) -> None:
    """Write one file, atomically. Raises SettingError for a model that could not be loaded."""
    write_tensors(path, header_of(parts) | {"made": made()}, parts.network.tensors())


def made() -> dict[str, str]:
    """Return with what a model file is written; no date, so that equal models are equal files."""
    here = machine()
    return {name: here[name] for name in ("noron", "numpy", "platform", "python")}


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


def read_parts(path: str | Path, trusted: TrustedKeys = None) -> ModelParts:
    """Read the parts of a model; ModelFileError for a file that does not describe one.

    With `trusted`, the file of a public key or several, one of them must have signed the model.
    """
    header, tensors = read_tensors(path, trusted)
    if "table" in header:
        raise ModelFileError(
            f"{named(path)} holds a table estimator: read it with noron.estimators.load(path)"
        )
    with described_in(path):
        return assemble(path, closed(NetworkHeader, body_of(header)), tensors)


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


def assemble(path: str | Path, parts: NetworkHeader, tensors: dict[str, Array]) -> ModelParts:
    """Build the parts from a header and tensors; sizes are compared before memory is allocated."""
    architecture = parts.recipe
    n_inputs = check_integer("n_inputs", architecture.n_inputs)
    segments = [s for layout in lay_out(architecture.layers, n_inputs) for s in layout]
    check_tensors(path, {s.name: s.shape for s in segments}, tensors)
    network = architecture.network(n_inputs, rng=None)
    for name, view in network.views().items():
        if tensors[name].dtype != view.dtype:
            raise ValueError(f"{name} is {tensors[name].dtype}, the recipe says {view.dtype}")
        view[...] = tensors[name]
    _check_targets(parts.targets, architecture, network.n_outputs)
    encoding = None if parts.columns is None else Encoding(parts.columns)
    if encoding is not None and encoding.width != n_inputs:
        raise ValueError(f"the columns make {encoding.width} numbers, the network takes {n_inputs}")
    form = parts.target_format
    return ModelParts(architecture, network, parts.targets, vars(parts.facts), encoding, form)


def _check_targets(targets: Targets, architecture: Architecture, n_outputs: int) -> None:
    """Raise ValueError unless the classes fit the outputs, are of one type and differ."""
    task, classes = architecture.loss.task, targets.classes or ()
    apart = {"classes": n_outputs, "binary": 2 if n_outputs == 1 else 0}.get(task, 0)
    fits = targets.task == task and len(classes) == len(set(classes)) == apart
    if not fits or len({type(label) for label in classes}) > 1:
        raise ValueError(f"{shown(vars(targets))} is no target for {n_outputs} outputs and {task}")
