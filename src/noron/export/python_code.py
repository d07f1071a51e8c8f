"""Code for other libraries of Python: a network as source, its weights beside it."""

import ast
import subprocess
import sys
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import numpy as np

from noron.core.types import Array
from noron.export.certificate import Certificate, trial_inputs
from noron.export.formats import ExportFormat, Files, made_by
from noron.export.model import ExportModel

WIDTH = 100
INDENT = "    "
TRIALS = 100
WEIGHTS = ".weights.safetensors"
SECONDS = 600

RUN = """\
import numpy as np
import network
np.save("out.npy", np.asarray(network.predict_proba(network.load(), np.load("in.npy"))))
"""

ANSWERS = {
    "classes": "the probability of each class, in the order of CLASSES",
    "binary": "the probability of yes for each output",
    "regression": "the predicted numbers",
}


@dataclass(frozen=True)
class PythonCode(ExportFormat):
    """Code for a library of neural networks; a subclass writes the network in its words."""

    suffix: ClassVar[str] = ".py"
    library: ClassVar[str]
    """The name under which Python imports it."""

    @abstractmethod
    def code(self, model: ExportModel, names: dict[str, str]) -> str:
        """Return the source; `names` holds what is the same in all libraries."""

    @abstractmethod
    def weights(self, model: ExportModel) -> dict[str, Array]:
        """Return the arrays by the names under which the library knows them."""

    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the code, and the weights with trial rows and the model's own predictions."""
        from safetensors.numpy import save  # not there in a browser

        x = trial_inputs(model)[:TRIALS]
        trial = {"trial.inputs": x, "trial.predictions": np.asarray(model.predict(x))}
        arrays = {n: np.array(a, order="C") for n, a in (self.weights(model) | trial).items()}
        compared = f"\nCertificate: {certificate}.\n" if certificate else ""
        code = self.code(model, _names(model, stem, compared))
        return {self.suffix: code.encode(), WEIGHTS: save(arrays)}

    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array | None:
        """Return predictions of the code in a process of its own; None without the library."""
        if find_spec(self.library) is None:
            return None
        code = files[self.suffix].decode()
        weights = ast.literal_eval(code.partition("with_name(")[2].partition(")\n")[0])
        with TemporaryDirectory() as name:
            folder = Path(name)
            folder.joinpath("network.py").write_text(code, encoding="utf-8")
            folder.joinpath(weights).write_bytes(files[WEIGHTS])
            np.save(folder / "in.npy", inputs)
            try:
                command = [sys.executable, "-c", RUN]
                subprocess.run(
                    command, cwd=folder, check=True, capture_output=True, timeout=SECONDS
                )
            except (OSError, subprocess.SubprocessError):
                return None
            return np.load(folder / "out.npy", allow_pickle=False)


def _names(model: ExportModel, stem: str, compared: str) -> dict[str, str]:
    targets, constants = model.targets, ""
    if targets.classes is not None:
        constants += listing("CLASSES", targets.classes)
    if model.feature_names:
        constants += listing("FEATURES", model.feature_names)
    answer = ANSWERS[targets.task]
    if targets.task == "binary" and targets.classes is not None:
        answer = "the probability of the second of CLASSES"
    return {
        "made_by": made_by(),
        "shape": f"{model.n_inputs:,} inputs, {model.n_outputs:,} outputs",
        "compared": compared,
        "weights": quoted(stem + WEIGHTS),
        "constants": constants,
        "answer": answer,
        "n_outputs": str(model.n_outputs),
        "dtype": model.dtype,
        "predict": _predict(model),
    }


def _predict(model: ExportModel) -> str:
    """Return how `predict` turns probabilities p into labels; it works for every library."""
    if model.targets.task == "regression":
        return "p"
    if model.targets.task == "classes":
        return "[CLASSES[int(i)] for i in p.argmax(1)]"
    return (
        "p > 0.5" if model.targets.classes is None else "[CLASSES[int(q > 0.5)] for q in p[:, 0]]"
    )


def quoted(value: Any) -> str:
    r"""Return a label as Python source, in double quotes where it can be.

    >>> print(quoted("it's"), quoted('a "b"\n'), quoted("\u202e"), quoted(3))
    "it's" 'a "b"\n' "\u202e" 3
    """
    if not isinstance(value, str) or '"' in value:
        return repr(value)
    return '"' + repr("'" + value)[2:-1] + '"'


def listing(name: str, values: Sequence[Any]) -> str:
    """Return the source of a list, a line for each value if it is long.

    >>> print(listing("CLASSES", ["no", "yes"]), end="")
    CLASSES = ["no", "yes"]
    """
    items = [quoted(value) for value in values]
    line = f"{name} = [{', '.join(items)}]\n"
    return line if len(line) <= WIDTH else f"{name} = [\n{block(items, ',')}]\n"


def block(lines: Sequence[str], end: str = "", depth: int = 1) -> str:
    """Return indented lines."""
    return "".join(f"{INDENT * depth}{line}{end}\n" for line in lines)


def numbered(steps: Sequence[Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every step with its place: "0", "1", "2.inner.0", ..."""
    for place, step in enumerate(steps):
        yield f"{path}{place}", step
        yield from numbered(step.inner, f"{path}{place}.inner.")
