"""States of the lab, the programs that are written of them, and what these print."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.lab.test_session import Page

TOLERANCE = 1e-6
"""Relative, in float64."""

BINARY = {"loss": "binary_cross_entropy"}
USUAL = {"data": "moons", "points": 80, "hidden": [5, 4], "batch_size": 7, "learning_rate": 0.1}

STATES: dict[str, dict[str, Any]] = {
    "tanh": {},
    "relu and momentum": {"data": "blobs", "activation": "relu", "optimizer": "momentum"},
    "sigmoid and nesterov": BINARY | {"activation": "sigmoid", "optimizer": "nesterov"},
    "silu and adam": {"activation": "silu", "optimizer": "adam", "learning_rate": 0.01},
    "tanh and adam": BINARY | {"data": "xor", "optimizer": "adam", "learning_rate": 0.01},
    "gelu and adamw": {"data": "spirals", "activation": "gelu", "optimizer": "adamw",
                       "learning_rate": 0.01},
    "mish and rmsprop": {"data": "circles", "activation": "mish", "optimizer": "rmsprop",
                         "learning_rate": 0.01},
    "numbers": {"data": "sine", "learning_rate": 0.03, "l2": 0.001},
    "l2 and orthogonal": {"data": "blobs", "classes": 4, "l2": 0.01, "initializer": "orthogonal"},
    "elu and no held out rows": {"data": "function", "activation": "elu", "validation": 0},
    "selu, leaky relu": {"layers": [
        {"name": "dense", "units": 4}, "selu", {"name": "dense", "units": 3},
        {"name": "leaky_relu", "slope": 0.2}, {"name": "dense", "units": 2}]},
    "softplus and standardize": {"activation": "softplus", "standardize": True, "rows": 40},
    "no hidden layer": BINARY | {"hidden": []},
}  # fmt: skip

NOT_SKLEARN = (
    "tanh",  # two classes with two outputs
    "silu and adam",
    "gelu and adamw",
    "mish and rmsprop",
    "elu and no held out rows",
    "selu, leaky relu",
    "softplus and standardize",
)
"""The states that scikit-learn cannot do."""


def page_in(recipe: dict[str, Any], steps: int = 37) -> Page:
    """A page behind some steps of a recipe."""
    usual = {k: v for k, v in USUAL.items() if not ("layers" in recipe and k == "hidden")}
    page = Page(**(usual | recipe))
    forward(page, steps)
    return page


def forward(page: Page, steps: int) -> None:
    """Take some steps."""
    if steps:
        page.send("step", n=steps)
        page.work()


def losses(page: Page) -> list[float]:
    """The losses that the page shows: of the training rows, and of those held out."""
    page.send("see", views=[], credits=1)
    page.work()
    facts = page.frames[-1][0]
    return [facts[part]["loss"] for part in ("train", "held_out") if part in facts]


def run(text: str, folder: Path, python: str = sys.executable) -> str:
    """Run a program in a folder, and return what it prints."""
    folder.joinpath("program.py").write_text(text, encoding="utf-8")
    result = subprocess.run(
        [python, "program.py"], cwd=folder, capture_output=True, text=True, timeout=120,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout


def printed(output: str) -> list[list[float]]:
    """The losses of each line."""
    lines = re.findall(r"^step \d+: loss (\S+?)(?:, held out (\S+))?$", output, re.MULTILINE)
    return [[float(one) for one in line if one] for line in lines]


CHANGED = BINARY | {"optimizer": "adam", "learning_rate": 0.01, "dtype": "float64"}
"""A recipe for a run in which much is changed."""


def change(page: Page) -> None:
    """Change all settings that a program can follow, and go on."""
    page.send("set", key="learning_rate", value=0.03)
    page.send("set", key="l2", value=0.01)
    forward(page, 10)
    page.send("set", key="batch_size", value=3)
    page.send("edit", tensor="0.dense.W", index=[1, 2], value=0.5)
    forward(page, 10)
