"""What is shown, as a program: run in a folder of its own, it prints the losses that are shown."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.lab.test_own_data import WORKS, Learner

from noron.lab.code import DIALECTS

STATES: dict[str, tuple[dict[str, Any], int]] = {
    "the lab's own": ({}, 200),
    "relu, adam": ({"activation": "relu", "optimizer": "adam", "learning_rate": 0.01}, 150),
    "four classes": ({"data": "blobs", "classes": 4, "hidden": [6]}, 120),
    "one output": ({"data": "xor", "loss": "binary_cross_entropy", "hidden": [4]}, 90),
    "numbers": ({"data": "sine", "learning_rate": 0.03}, 100),
    "numbers, adam": ({"data": "sine", "optimizer": "adam", "learning_rate": 0.01}, 80),
    "momentum": ({"optimizer": "momentum", "activation": "sigmoid", "learning_rate": 0.05}, 100),
    "nesterov, a penalty": ({"optimizer": "nesterov", "l2": 0.001, "learning_rate": 0.03}, 70),
    "no hidden layer": ({"hidden": [], "data": "circles"}, 60),
    "deep": ({"hidden": [4, 4, 4, 4], "data": "spirals", "activation": "relu"}, 60),
    "batches of one": ({"batch_size": 1, "points": 100}, 130),
    "no rows held out": ({"validation": 0, "seed": 5}, 40),
}
ONLY_SOME: dict[str, tuple[dict[str, Any], int, tuple[str, ...]]] = {
    "rmsprop": ({"optimizer": "rmsprop", "learning_rate": 0.003}, 50, ("numpy", "torch")),
    "adamw": ({"optimizer": "adamw", "learning_rate": 0.003}, 50, ("numpy", "torch")),
    "leaky relu, elu": (
        {
            "layers": [
                *({"name": "dense", "units": 5}, {"name": "leaky_relu", "slope": 0.1}),
                *({"name": "dense", "units": 4}, "elu"),
                {"name": "dense", "units": 2},
            ]
        },
        60,
        ("numpy", "torch"),
    ),
    "gelu": ({"activation": "gelu"}, 30, ("torch",)),
    "dropout": ({"dropout": 0.2}, 30, ()),
    "batch norm": ({"batch_norm": True}, 30, ()),
    "a schedule": ({"schedule": "cosine", "epochs": 20}, 30, ()),
    "lbfgs": ({"optimizer": "lbfgs"}, 3, ()),
}
RUNNABLE = [dialect for dialect in DIALECTS if dialect != "torch"]
"""PyTorch is a peer: test_peers.py."""


def state_of(recipe: dict[str, Any], steps: int) -> Learner:
    """A session after some steps."""
    learner = Learner()
    learner.send("recipe", values={"points": 120, "seed": 3} | recipe)
    learner.send("run", step=steps)
    while learner.session.is_busy:
        learner.session.work()
    assert learner.session.experiment is not None
    assert learner.session.experiment.step == steps
    return learner


def losses_shown(learner: Learner) -> dict[str, float]:
    """The losses of the training rows and of those held out."""
    experiment = learner.session.experiment
    assert experiment is not None
    parts = {"train": experiment.rows.train, "held_out": experiment.rows.validation}
    return {
        name: experiment.net.evaluate(*part)["loss"]
        for name, part in parts.items()
        if part is not None
    }


def losses_of(program: str, folder: Path) -> dict[str, float]:
    """Run a program in a folder, and read what it prints."""
    (folder / "network.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "network.py"], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}


@pytest.mark.parametrize("dialect", RUNNABLE)
@pytest.mark.parametrize("name", STATES)
def test_a_program_gives_the_losses_that_are_shown(name: str, dialect: str, tmp_path: Path):
    learner = state_of(*STATES[name])
    answer = learner.send("code", dialect=dialect)
    assert answer["t"] == "code", answer
    printed, shown = losses_of(answer["text"], tmp_path), losses_shown(learner)
    if dialect == "noron":
        assert printed == shown
    else:
        assert printed == pytest.approx(shown, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("dialect", RUNNABLE)
@pytest.mark.parametrize("name", ONLY_SOME)
def test_what_a_dialect_has_not_is_refused_with_the_reason(name: str, dialect: str, tmp_path: Path):
    recipe, steps, able = ONLY_SOME[name]
    learner = state_of(recipe, steps)
    answer = learner.send("code", dialect=dialect)
    if dialect == "noron" or dialect in able:
        printed = losses_of(answer["text"], tmp_path)
        assert printed == pytest.approx(losses_shown(learner), rel=1e-6, abs=1e-6)
    else:
        assert answer["t"] == "refused"
        assert answer["key"] == "dialect"
        assert "noron" in answer["text"] or "another program" in answer["text"]


@pytest.mark.parametrize("dialect", RUNNABLE)
def test_a_rate_that_was_changed_in_the_run_is_in_the_program(dialect: str, tmp_path: Path):
    learner = state_of({}, 50)
    learner.send("set", key="learning_rate", value=0.01)
    learner.send("run", step=90)
    while learner.session.is_busy:
        learner.session.work()
    printed = losses_of(learner.send("code", dialect=dialect)["text"], tmp_path)
    assert printed == pytest.approx(losses_shown(learner), rel=1e-6, abs=1e-6)


def test_other_changes_are_in_noron_s_own_program_only(tmp_path: Path):
    learner = state_of({}, 20)
    learner.send("set", key="batch_size", value=5)
    learner.send("set", key="l2", value=0.01)
    learner.send("run", step=45)
    while learner.session.is_busy:
        learner.session.work()
    learner.send("edit", tensor="0.dense.W", index=[0, 0], value=0.5)
    assert "batch_size" in learner.send("code", dialect="numpy")["text"]
    printed = losses_of(learner.send("code", dialect="noron")["text"], tmp_path)
    assert printed == losses_shown(learner)


@pytest.mark.parametrize("dialect", RUNNABLE)
def test_own_data_are_beside_noron_s_program_and_within_the_others(dialect: str, tmp_path: Path):
    learner = Learner()
    content = WORKS["a mark in front, quotes, words"][0]
    learner.upload("own.csv", content)
    learner.train("own.csv", "y", batch_size=7)
    if dialect == "noron":
        (tmp_path / "own.csv").write_bytes(content)
    printed = losses_of(learner.send("code", dialect=dialect)["text"], tmp_path)
    assert printed == pytest.approx(losses_shown(learner), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_program_can_be_read(dialect: str):
    text = state_of({"hidden": [3]}, 5).send("code", dialect=dialect)["text"]
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert all(len(line) <= 100 for line in text.splitlines() if "bit_generator" not in line)
    if dialect != "noron":
        assert "import noron" not in text
        assert "from noron" not in text
