"""Find a model: by its file, by a folder of results, or by the number of the run that wrote it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from noron.core.errors import DataError, shown
from noron.core.tensor_file import is_model, read_tensors
from noron.experiments.store import Reader
from noron.model.neural_network import load

ModelFile = Annotated[
    str, Parameter(help="a model file, a folder of results, or the number of a run")
]
SUFFIX = ".safetensors"


def model_file(given: str, store: Path) -> Path:
    """Return the file of the model that is meant. Raises DataError if there is none."""
    path = Path(given)
    if given.isdecimal() and not path.exists():
        with Reader(store) as reader:
            reader.run(int(given))  # raises for a number that is not there
            written = [store.parent / file for file, *_ in reader.artefacts(int(given))]
        return _only([file for file in written if file.suffix == SUFFIX], f"run {given}")
    if given and path.is_dir():
        files = sorted(path.glob(f"*{SUFFIX}"))
        models = [file for file in files if is_model(file)]  # not the weights of an export
        return _only(models or files, f"the folder {shown(given)}")
    return path


def holds_table(path: str | Path, trusted: Sequence[Path] = ()) -> bool:
    """Return whether the file holds a table estimator; a trusted key must have signed it."""
    return "table" in read_tensors(path, trusted or None)[0]


def load_any(path: Path, trusted: Sequence[Path] = ()) -> Any:
    """Return the network or the table estimator in a file; a trusted key must have signed it."""
    if not holds_table(path, trusted):
        return load(path, trusted or None)
    from noron.estimators import load as load_table  # imported late: it needs scikit-learn

    return load_table(path, trusted or None)


def _only(models: list[Path], place: str) -> Path:
    if not models:
        raise DataError(f"{place} has no model file: give a model file, its name ends in {SUFFIX}")
    if len(models) > 1:
        names = ", ".join(file.name for file in models[:5])
        raise DataError(f"{place} has {len(models)} model files ({names}): give one of them")
    return models[0]
