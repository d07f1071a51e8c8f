"""HTML: one page that runs the network in a browser, and asks no address for anything."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files as package_files
from math import isqrt
from typing import Any, ClassVar, final

import numpy as np

from noron.core.errors import SettingError, check_flag
from noron.core.text import printable
from noron.core.types import Array
from noron.data.tables import Frame
from noron.data.tables.columns import Column
from noron.data.tables.encoders import Date, Encoder, Number, Plain, Words
from noron.data.tables.text import MISSING, YES_OR_NO
from noron.export.certificate import Certificate
from noron.export.formats import ExportFormat, Files, made_by
from noron.export.model import Branch, ExportModel, cells_of
from noron.export.program import Step

MNIST = 784
SECONDS = 300
"""How long Node.js may compute the certificate."""


@final
@dataclass(frozen=True)
class Html(ExportFormat, name="html"):
    """A web page in one file: draw a digit, fill in a form, or paste rows.

    `image` says whether the inputs are a square picture to draw, white on black, from 0 to 1;
    None takes 784 inputs for 28 by 28 pixels, as those of MNIST.
    """

    image: bool | None = None
    suffix: ClassVar[str] = ".html"
    takes_tables: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if self.image is not None:
            check_flag("image", self.image)

    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the page."""
        network, script = _resource("network.js"), _resource("page.js")
        style = _resource("page.css")
        content = {
            "title": escape(printable(model.target_name or stem, keep="")),
            "scripts": f"{_hash(network)} {_hash(script)}",
            "styles": _hash(style),
            "style": style,
            "model": _in_script(_facts(model, self._side(model), certificate)),
            "network": network,
            "page": script,
        }
        page = re.sub(r"\{\{(\w+)\}\}", lambda slot: content[slot[1]], _resource("page.html"))
        return {self.suffix: page.encode()}

    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array | None:
        """Return predictions of the page's network by Node.js; None if it is not there."""
        node = shutil.which("node")
        if node is None:
            return None
        page = files[self.suffix].decode()
        facts, network = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)[:2]
        rows = json.dumps(rows_of(inputs, list(columns_of(model))))
        script = (
            f"{network}\nconst model = noron.load({facts}), rows = {rows};\n"
            "console.log(rows.map((row) => noron.predict(model, row).join(' ')).join('\\n'));"
        )
        try:
            done = subprocess.run(
                [node, "-"], input=script.encode(), capture_output=True, timeout=SECONDS, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return np.array([[float(p) for p in line.split()] for line in done.stdout.splitlines()])

    def _side(self, model: ExportModel) -> int:
        """Return the side of the picture, 0 if the inputs are none."""
        side = 0 if model.is_table else isqrt(model.n_inputs)
        if self.image and (model.is_table or side**2 != model.n_inputs):
            raise SettingError(
                f"image is True, but the inputs are no square picture: {model.n_inputs} inputs"
            )
        return side if self.image or (self.image is None and model.n_inputs == MNIST) else 0


def rows_of(inputs: Any, names: Sequence[str] = ()) -> list[list[Any]]:
    """Return rows of cells for JSON, of a table in the order of `names`; None is a missing one."""
    if not isinstance(inputs, Frame):
        return np.asarray(inputs).tolist()
    columns = [_cells(inputs.columns[name]) for name in names]
    return [list(row) for row in zip(*columns, strict=True)]


def _cells(column: Column) -> list[Any]:
    cells = cells_of(column)
    if cells.dtype.kind == "M":
        missing, cells = np.isnat(cells), cells.astype(np.int64)  # microseconds
    else:
        missing = cells == "" if cells.dtype.kind == "O" else np.isnan(cells)
    return [None if gap else cell for cell, gap in zip(cells.tolist(), missing, strict=True)]


def _resource(name: str) -> str:
    return package_files("noron.export").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = np.frombuffer(hashlib.sha256(content.encode()).digest(), np.uint8)
    return f"'sha256-{_base64(digest)}'"


def _in_script(data: Any) -> str:
    """Return JSON that no name in it can end: only ASCII, and no < or >."""
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _facts(model: ExportModel, side: int, certificate: Certificate | None) -> dict[str, Any]:
    """Return what the page knows of the model, as plain data."""
    encoders = columns_of(model)
    networks = [network for branch in model.branches for network in branch.networks]
    arrays = [array for network in networks for array in _arrays(network)]
    widths = [str(networks[0][0].n_inputs)] if networks[0] else []
    widths += [str(step.n_outputs) for step in networks[0] if step.kind == "dense"]
    layers = " → ".join(widths)
    return {
        "layers": layers if len(networks) == 1 else f"{len(networks)} × ({layers})",
        "n_numbers": f"{sum(array.size for array in arrays):,}",
        "task": model.targets.task,
        "classes": model.targets.classes and [str(label) for label in model.targets.classes],
        "link": model.link,
        "dtype": model.dtype,
        "n_inputs": model.n_inputs,
        "n_outputs": model.n_outputs,
        "y_mean": model.y_mean,
        "y_scale": model.y_scale,
        "y_range": [end if np.isfinite(end) else None for end in model.y_range],
        "target": model.target_name,
        "is_table": model.is_table,
        "image": side,
        "columns": [_field(e) for e in encoders.values()] or _inputs(model),
        "missing": sorted(MISSING),
        "yes_or_no": dict(YES_OR_NO),
        "branches": [_branch(branch, list(encoders)) for branch in model.branches],
        "certificate": certificate and certificate.settings(),
        "made_by": made_by(),
    }


def columns_of(model: ExportModel) -> dict[str, Encoder]:
    """Return an encoder of each column that counts; none if the inputs are rows of numbers."""
    encodings = reversed(model.encodings)
    return {e.column: e for encoding in encodings for e in encoding.encoders if e.width}


def _branch(branch: Branch, columns: list[str]) -> dict[str, Any]:
    encoders = branch.encoding and [
        e.settings() | {"at": columns.index(e.column)}
        for e in sorted(branch.encoding.encoders, key=lambda e: e.is_code)
        if e.width
    ]
    networks = [[_step(step) for step in network] for network in branch.networks]
    return {"share": branch.share, "encoders": encoders, "networks": networks}


def _step(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "settings": step.settings,
        "arrays": {name: [str(a.dtype), _base64(a)] for name, a in step.arrays.items()},
        "widths": [array.shape[-1] for array in step.arrays.values()],
        "inner": [_step(s) for s in step.inner],
    }


def _base64(array: Array) -> str:
    return base64.b64encode(array.astype(array.dtype.newbyteorder("<")).tobytes()).decode()


def _arrays(steps: Sequence[Step]) -> Iterator[Array]:
    for step in steps:
        yield from step.arrays.values()
        yield from _arrays(step.inner)


def _inputs(model: ExportModel) -> list[dict[str, Any]]:
    """Return the fields of a row of numbers, with usual values if the network scales them."""
    n, steps = model.n_inputs, model.branches[0].networks[0]
    names = model.feature_names or (None,) * n
    center, spread = np.zeros(n), np.zeros(n)
    if steps and steps[0].kind == "normalize":
        center, spread = steps[0].arrays["center"], 1 / np.abs(steps[0].arrays["scale"])
    return [
        {"column": name, "kind": "number", **_usual(c - 2 * s, c, c + 2 * s)}
        for name, c, s in zip(names, center.tolist(), spread.tolist(), strict=True)
    ]


def _field(encoder: Encoder) -> dict[str, Any]:
    """Return what a form has to know of a column: its kind, and usual values."""
    field: dict[str, Any] = {"kind": encoder.name, **encoder.settings()}
    if isinstance(encoder, Words):
        field["kind"] = "words"
    elif isinstance(encoder, Date):
        field["value"] = encoder.center
    elif isinstance(encoder, Plain):
        field |= {"kind": "number", **_usual(encoder.fill, encoder.fill, encoder.fill)}
    elif isinstance(encoder, Number):
        field |= _usual(*_quantiles(encoder))
    return field


def _quantiles(encoder: Number) -> tuple[float, float, float]:
    """Return a small, the middle and a large value of the training rows."""
    edges, sign = encoder.edges, encoder.sign
    if len(edges) > 4:
        return edges[1], edges[len(edges) // 2], edges[-2]
    low, middle, high = (encoder.center + side * encoder.scale for side in (-1, 0, 1))
    if not sign:
        return low, middle, high
    low, middle, high = sorted(
        encoder.start + sign * encoder.unit * float(np.expm1(max(sign * u, 0)))
        for u in (low, middle, high)
    )
    return low, middle, high


def _usual(low: float, value: float, high: float) -> dict[str, Any]:
    low, value, high = (float(f"{v:.4g}") for v in (low, value, high))
    return {"value": value, "usual": [low, high] if low < high else None}
