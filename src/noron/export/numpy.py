"""NumPy: a short program that a learner can read, and the weights beside it as .npz."""

import inspect
import io
import re
import runpy
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.data.tables import Frame
from noron.data.tables.encoders import Encoder
from noron.data.tables.text import MISSING, YES_OR_NO
from noron.export import numpy_code
from noron.export.certificate import Certificate
from noron.export.formats import ExportFormat, Files, made_by
from noron.export.model import Branch, ExportModel, cells_of, dtype_of
from noron.export.numpy_steps import LINKS, lines_of

Arrays = dict[str, Array]

WHAT = {
    "regression": "the predictions",
    "binary": "the probability of the second class, or of yes,",
    "classes": "the probability of each class",
}

LONGEST = 70
"""A longer literal stands in the .npz, not in the program."""

LONGEST_LINE = 96
NEXT = ",\n        "

WORDS = {
    "MISSING": set(MISSING),
    "YES": {word for word, x in YES_OR_NO.items() if x} | {"1", "1.0"},
    "NO": {word for word, x in YES_OR_NO.items() if not x} | {"0", "0.0"},
}


@final
@dataclass(frozen=True)
class NumPy(ExportFormat, name="numpy"):
    """A program of at most 60 lines, more for a table, and its weights as .npz."""

    suffix: ClassVar[str] = ".py"
    takes_tables: ClassVar[bool] = True

    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the program and the weights."""
        text, arrays = program_of(model, certificate)
        weights = io.BytesIO()
        np.savez(weights, **arrays)  # type: ignore
        return {".py": text.encode(), ".npz": weights.getvalue()}

    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array:
        """Return the predictions of the program, which holds nothing but literals of the model."""
        if isinstance(inputs, Frame):
            inputs = {name: cells_of(column) for name, column in inputs.columns.items()}
        with TemporaryDirectory() as folder:
            for suffix, content in files.items():
                Path(folder, f"model{suffix}").write_bytes(content)
            return np.asarray(runpy.run_path(f"{folder}/model.py")["predict"](inputs))


def program_of(model: ExportModel, certificate: Certificate | None) -> tuple[str, Arrays]:
    """Return the text of the program, and the arrays that it reads."""
    arrays: Arrays = {}
    body = _of_table(model, arrays) if model.is_table else _of_network(model, arrays)
    constants = ['with np.load(Path(__file__).with_suffix(".npz")) as file:', "    w = dict(file)"]
    code = "\n".join([*body, *_main(model, "\n".join(body))])
    if "erfc(" in code:
        constants.append(f'erfc = np.vectorize(math.erfc, otypes=["{model.dtype}"])')
    if model.targets.classes is not None:
        classes = _literal("classes", list(model.targets.classes), arrays)
        constants.append(f"classes = {classes}")
    for name, words in WORDS.items():
        if re.search(rf"\b{name}\b", code):
            line = f"{name} = {{{', '.join(map(repr, sorted(words)))}}}"
            constants += textwrap.wrap(line, 99, subsequent_indent=" " * 8, break_on_hyphens=False)
    whole = "\n".join([*constants, code])
    imports = [f"import {name}" for name in ("csv", "math", "re", "sys") if f"{name}." in whole]
    imports += ["from pathlib import Path", *["from typing import Any"] * (": Any" in whole), ""]
    head = [*_docstring(model, certificate), "", *imports]
    return "\n".join(
        [*head, "import numpy as np", "", *constants, "", "", *code.split("\n"), ""]
    ), arrays


def _docstring(model: ExportModel, certificate: Certificate | None) -> list[str]:
    what, given = "network", f"a file with {model.n_inputs} numbers in each line, between commas"
    if model.is_table:
        what, given = "table model", "a CSV file with the columns of the training table"
    compared = [] if certificate is None else ["", f"Compared with it, {certificate}."]
    return [
        f'"""A {what} of {made_by()} in plain NumPy; its weights are in the .npz file beside it.',
        "",
        f"Run it with the name of {given}.",
        *compared,
        '"""',
    ]


def _of_network(model: ExportModel, arrays: Arrays) -> list[str]:
    lines, of_steps = lines_of(model.branches[0].networks[0])
    arrays |= of_steps
    return [
        "def predict(x):",
        f'    """Return {WHAT[model.targets.task]} for rows of {model.n_inputs} numbers."""',
        f'    x = np.asarray(x, "{model.dtype}")',
        *(f"    {line}" for line in [*lines, *LINKS[model.link]]),
        "    return x",
    ]


def _of_table(model: ExportModel, arrays: Arrays) -> list[str]:
    """Return the functions that encode columns, one for each branch's networks, and `predict`."""
    kinds = {e.name for branch in model.branches for e in _encoders(branch)}
    body = [*_sources(kinds), "", ""]
    terms = []
    lines: list[str] = []
    for b, (branch, name) in enumerate(zip(model.branches, ("network", "additive"), strict=False)):
        body += [*_function(model, branch, name, b, arrays), "", ""]
        lines += ["x = np.hstack([", *_calls(branch, b, arrays), f']).astype("{model.dtype}")']
        networks = f'{name}(x, part("{b}.{{k}}.")) for k in range({len(branch.networks)})'
        networks = networks.replace('part("', 'part(f"')
        mean = f"np.mean([{networks}], axis=0, dtype=float)"
        lines.append(f"y = {mean}" if branch.share == 1 else f"y{b} = {mean}")
        terms.append(f"{branch.share!r} * y{b}")
    lines += [f"y = {' + '.join(terms)}"] if len(terms) > 1 else []
    if (model.y_mean, model.y_scale, *model.y_range) != (0, 1, -np.inf, np.inf):
        low, high = model.y_range
        lines.append(f"y = (y * {model.y_scale!r} + {model.y_mean!r}).clip({low!r}, {high!r})")
    what = WHAT[model.targets.task]
    return [
        *body,
        "def part(prefix):",
        '    """Return the weights of one network."""',
        "    return {name.removeprefix(prefix): w[name] for name in w if name.startswith(prefix)}",
        "",
        "",
        "def predict(table):",
        f'    """Return {what}; `table[name]` is a list or an array for each column."""',
        *(f"    {line}" for line in lines),
        "    return y",
    ]


def _function(
    model: ExportModel, branch: Branch, name: str, place: int, arrays: Arrays
) -> list[str]:
    """Return the function of the networks of a branch, which differ in their weights only."""
    lines: list[str] = []
    for k, steps in enumerate(branch.networks):
        lines, of_steps = lines_of(steps)
        arrays |= {f"{place}.{k}.{n}": array for n, array in of_steps.items()}
    dtype = dtype_of(branch.networks[0]) or model.dtype
    lines = [f'x = x.astype("{dtype}")', *lines, *LINKS[model.link]]
    doc = '    """Return the predictions of one network."""'
    return [f"def {name}(x, w):", doc, *(f"    {line}" for line in lines), "    return x"]


def _encoders(branch: Branch) -> list[Encoder]:
    assert branch.encoding is not None
    encoders = [e for e in branch.encoding.encoders if e.width]
    return sorted(encoders, key=lambda e: e.is_code)


def _calls(branch: Branch, place: int, arrays: Arrays) -> Iterator[str]:
    """Yield the call that encodes each column."""
    for j, encoder in enumerate(_encoders(branch)):
        known = inspect.signature(getattr(numpy_code, encoder.name)).parameters
        given = [f"table[{encoder.column!r}]"]
        for name, parameter in known.items():
            value = getattr(encoder, name, parameter.default)
            if name == "cells" or value == parameter.default:
                continue
            if isinstance(value, tuple):
                value = _literal(f"{name}{place}_{j}", list(value), arrays)
                value = value.removesuffix(".tolist()")
            given.append(f"{name}={value}")
        call = f"    {encoder.name}({', '.join(given)}),"
        if len(call) > LONGEST_LINE:
            call = f"    {encoder.name}(\n        {NEXT.join(given)},\n    ),"
        yield from call.split("\n")


def _sources(kinds: set[str]) -> list[str]:
    """Return the source of the functions for these kinds of columns, and of those they call."""
    functions = dict(inspect.getmembers(numpy_code, inspect.isfunction))
    sources = {name: inspect.getsource(function) for name, function in functions.items()}
    needed = set(kinds)
    for _ in sources:  # often enough for each to call another one
        called = {name for known in needed for name in re.findall(r"(\w+)\(", sources[known])}
        needed |= called & sources.keys()
    ordered = sorted(needed, key=lambda name: functions[name].__code__.co_firstlineno)
    return "\n\n".join(sources[name] for name in ordered).rstrip().split("\n")


def _literal(name: str, value: list[Any], arrays: Arrays) -> str:
    """Return a list as it stands in the program: written out, or if it is long as an array."""
    if len(repr(value)) <= LONGEST:
        return repr(value)
    arrays[name] = np.array(value)
    return f'w["{name}"].tolist()'


def _main(model: ExportModel, body: str) -> list[str]:
    """Return what happens when the program is run."""
    lines = ['rows = np.loadtxt(sys.argv[1], delimiter=",", ndmin=2)']
    if model.is_table:
        lines = [
            'with open(sys.argv[1], newline="", encoding="utf-8") as file:',
            "    cells = list(csv.DictReader(file))",
            "rows = {name: [row[name] for row in cells] for name in cells[0]}",
        ]
    shown = "*p"
    if model.targets.task == "classes":
        shown = "classes[p.argmax()], *p.round(4)"
    elif model.targets.classes is not None:
        shown = "classes[int(p[0] > 0.5)], *p.round(4)"
    if "np.exp(-x)" in body:
        lines.insert(0, 'np.seterr(over="ignore")  # 1 / infinity is 0, as it should be')
    lines += ["for p in predict(rows):", f"    print({shown})"]
    return ["", "", 'if __name__ == "__main__":', *(f"    {line}" for line in lines)]
