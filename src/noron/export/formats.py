"""Export formats: each is a class in a file of its own, found by its name or a file's suffix."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from noron.core.atomic import checked_path, named, write_atomically
from noron.core.errors import SettingError, unknown_name
from noron.core.registry import Family
from noron.core.tensor_file import is_model
from noron.core.types import Array
from noron.export.certificate import Certificate, certificate_of
from noron.export.model import ExportModel

Files = dict[str, bytes]
"""The content of each file by what follows the stem: {".onnx": b"..."}."""

MODEL = ".safetensors"
"""The suffix of model files: an export of one takes its stem, and never its place."""


@dataclass(frozen=True)
class ExportFormat(Family, ABC, family="export format"):
    """One format. A subclass writes the files, and computes with what it has written."""

    suffix: ClassVar[str]
    """The suffix of the main file, such as ".onnx"."""

    takes_tables: ClassVar[bool] = False
    """Whether it can hold how the columns of a table become numbers."""

    @abstractmethod
    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the files, with the certificate in them. SettingError for what it cannot hold."""

    @abstractmethod
    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array | None:
        """Return predictions of the exported files, shape (rows, n_outputs).

        None if nothing on this machine can run them, such as a C compiler.
        """


@dataclass(frozen=True)
class Exported:
    """What an export wrote: the files, and how far its predictions are from the model's."""

    files: tuple[Path, ...]
    certificate: Certificate


def made_by() -> str:
    """Return the name and the version of this library, for the head of a file."""
    return f"noron {version('noron')}"


def export_model(
    model: ExportModel, path: str | Path, to: str | None = None, **options: Any
) -> Exported:
    """Write the model in a format, and compare 1,000 predictions of it with the model's own.

    `to` is the name of the format; None takes the one of the path's suffix. Raises SettingError
    for an unknown format and for a model that it cannot hold; then nothing is written.
    """
    path = checked_path(path)
    if path.is_dir():
        raise SettingError(f"{named(path)} is a folder: give the name of a file in it")
    chosen = ExportFormat.make({"name": to or _name_for(path), **options})
    if model.is_table and not chosen.takes_tables:
        able = ", ".join(n for n, f in ExportFormat.members.items() if f.takes_tables)
        raise SettingError(
            f"{chosen.name} cannot hold how the columns of a table become numbers: use {able}"
        )
    stem = path.with_suffix("") if path.suffix in (MODEL, *_suffixes()) else path
    trial = chosen.files(model, stem.name, None)
    targets = {suffix: stem.with_name(stem.name + suffix) for suffix in trial}
    for target in targets.values():
        if target.suffix == MODEL and is_model(target):
            raise SettingError(f"{named(target)} is a model of noron: give another name of a file")
    certificate = certificate_of(model, lambda inputs: chosen.run(trial, model, inputs))
    files = chosen.files(model, stem.name, certificate)
    for suffix in sorted(files, key=lambda suffix: suffix == chosen.suffix):  # the main file last
        write_atomically(targets[suffix], files[suffix])
    return Exported(tuple(targets.values()), certificate)


def _suffixes() -> dict[str, list[str]]:
    """Return the names of the formats whose main file has each suffix."""
    names: dict[str, list[str]] = {}
    for name, kind in ExportFormat.members.items():
        names.setdefault(kind.suffix, []).append(name)
    return names


def _name_for(path: Path) -> str:
    if not path.suffix:
        names = ", ".join(ExportFormat.members)
        raise SettingError(f"{named(path)} has no suffix: choose one of {names} with to")
    fitting = _suffixes().get(path.suffix, [])
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise SettingError(f"{path.suffix} may be {' or '.join(fitting)}: choose one with to")
    raise unknown_name("export format", path.suffix, ExportFormat.members)
