"""The session answers the same on one's own machine and in the browser's Python.

Pyodide runs under Node here, with the files that `make site` has made.
"""

import json
import re
from pathlib import Path
from typing import Any

from tests.lab.driven_host import driven
from tests.pyodide_host import in_pyodide

from noron.lab.browser import UNTIL_A_MESSAGE, BrowserHost
from noron.lab.pacing import Pace

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


def test_both_hosts_answer_the_same(tmp_path):
    there = in_pyodide(HERE / "driven_host.py", MESSAGES, tmp_path)
    here = driven(MESSAGES)
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


def test_the_kernels_train_in_the_browsers_python(tmp_path):
    """Without a wish for an engine it is theirs; their losses are those of NumPy."""
    messages = [
        message("hello", protocol=1),
        message("open", link="seed=7"),
        message("run", step=50),
    ]
    messages += [message("see", credits=1), message("look", rows=[0, 1])]
    ours = in_pyodide(HERE / "driven_host.py", messages, tmp_path)
    numpys = driven([text.replace("seed=7", "seed=7&engine=numpy") for text in messages])
    (engine,) = {a["engine"] for of in ours for a in of if "engine" in a}
    assert engine.startswith("native")
    assert differences(numpys[-2], ours[-2], "") == []
