"""Own files in the lab: they work, or it is said what is wrong with them, and where."""

import base64
import json
from typing import Any

import numpy as np
import pytest

from noron.lab.limits import Limits
from noron.lab.session import LabSession
from noron.lab.uploads import PART_BYTES

Answer = dict[str, Any]
RNG = np.random.default_rng(0)


class Learner:
    """A page that sends a file."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.session = LabSession(limits)

    def send(self, message: str, /, **values: Any) -> Answer:
        """The first answer to a message that is a text."""
        answers = self.session.handle(json.dumps({"t": message, **values}))
        return next((json.loads(one) for one in answers if isinstance(one, str)), {})

    def upload(self, name: str, content: bytes) -> Answer:
        """Send a file in parts, and return the last answer."""
        answer: Answer = {}
        for start in range(0, max(1, len(content)), PART_BYTES):
            part = base64.b64encode(content[start : start + PART_BYTES]).decode()
            answer = self.send("upload", name=name, size=len(content), start=start, part=part)
        return answer

    def train(self, name: str, target: str, **recipe: Any) -> Answer:
        """Train a little, and return the state, or what was refused."""
        values = {"data": name, "target": target, "hidden": [6], "seed": 1} | recipe
        answer = self.send("recipe", values=values)
        if answer["t"] == "refused":
            return answer
        self.send("see", credits=3)
        answer = self.send("run", epoch=20)
        while self.session.is_busy:
            self.session.work()
        return answer


def table(header: str, rows: list[str]) -> bytes:
    """A file of these lines."""
    return "\n".join([header, *rows, ""]).encode()


def points(n: int, classes: int, inputs: int = 2) -> list[str]:
    """Rows of numbers around a place for each class."""
    y = np.arange(n) % classes
    x = RNG.normal(size=(n, inputs)) * 0.3 + y[:, None]
    return [",".join([*(f"{v:.3f}" for v in row), f"c{k}"]) for row, k in zip(x, y, strict=True)]


WORKS: dict[str, tuple[bytes, str, dict[str, Any]]] = {
    "two classes": (table("a,b,y", points(60, 2)), "y", {"task": "classes"}),
    "six classes": (table("a,b,y", points(120, 6)), "y", {"task": "classes"}),
    "eight inputs": (
        table(",".join([*"abcdefgh", "y"]), points(80, 2, 8)),
        "y",
        {"task": "classes"},
    ),
    "numbers": (
        table("a,b,y", [f"{i},{i % 7},{i * 0.5 + 0.1}" for i in range(60)]),
        "y",
        {"task": "regression"},
    ),
    "one input": (table("a,y", [f"{i / 10},{i * i}" for i in range(50)]), "y", {}),
    "semicolons, decimal commas": (
        table("a;b;y", [f"{i},5;{i % 3},25;{'ja' if i % 2 else 'nein'}" for i in range(40)]),
        "y",
        {},
    ),
    "a mark in front, quotes, words": (
        b"\xef\xbb\xbf" + table('"a b","c","y"', ['"1","red, or so",yes', '2,"blue",no'] * 20),
        "y",
        {},
    ),
    "missing cells": (table("a,b,y", ["1,,yes", ",2,no", "3,4,yes", "4,5,no"] * 10), "y", {}),
    "an empty column": (table("a,e,y", [f"{i},,{i % 2}" for i in range(40)]), "y", {}),
    "dates": (table("d,y", [f"2024-01-{i + 1:02},{i % 2}" for i in range(28)] * 2), "y", {}),
    "script text in the header": (
        table("<script>alert(1)</script>,b,y", points(40, 2)),
        "y",
        {},
    ),
    "many rows": (table("a,b,y", points(100_000, 2)), "y", {}),
}
EXPLAINED: dict[str, tuple[bytes, str]] = {
    "a header only": (table("a,b,y", []), "row"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "own.csv"),
    "latin-1": (table("a,y", ["caf\xe9,1", "x,0"] * 20).decode().encode("latin-1"), "UTF-8"),
    "one class only": (table("a,y", [f"{i},yes" for i in range(40)]), "class"),
    "a line that is too long": (table("a,b,y", ["1,2,x", "1,2,x,9,9", "2,3,z"] * 10), "line 3"),
}


@pytest.mark.parametrize("case", WORKS)
def test_a_file_that_works(case: str):
    content, target, facts = WORKS[case]
    learner = Learner()
    assert learner.upload("own.csv", content)["received"] == len(content)
    described = learner.send("table", name="own.csv")
    assert described["t"] == "table", described
    assert described["rows"] == content.count(b"\n") - 1
    assert described["target"] == target
    assert len(described["columns"][0]["first"]) == 5
    rate = {"learning_rate": 0.001} if facts.get("task") == "regression" else {}
    state = learner.train("own.csv", target, batch_size=20, **rate)
    assert state["t"] == "state", state
    assert {**state, **facts} == state
    assert state["recipe"]["data"] == "own.csv"
    assert learner.session.experiment is not None
    assert learner.session.experiment.step > 0
    assert learner.session.experiment.trainer.history.rows[0]["loss"] > 0


@pytest.mark.parametrize("case", EXPLAINED)
def test_a_file_that_is_explained(case: str):
    content, word = EXPLAINED[case]
    learner = Learner()
    learner.upload("own.csv", content)
    answers = [learner.send("table", name="own.csv"), learner.train("own.csv", "y")]
    refused = [answer for answer in answers if answer["t"] == "refused"]
    assert refused, answers
    assert any(word in answer["text"] for answer in refused), refused
    assert not any("/tmp" in answer["text"] or "noron-lab-" in answer["text"] for answer in refused)
    assert learner.send("recipe", values={"data": "xor"})["t"] == "state"


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/passwd", "../x.csv", "a/b.csv", "..", ".", "", ".hidden.csv", "a\\b.csv"),
        *("C:\\x.csv", "x\0.csv", "x\n.csv", "n" * 300 + ".csv", "a?.csv"),
    ],
)
def test_a_name_that_is_a_path_is_refused(name: str):
    learner = Learner()
    assert learner.upload(name, b"a,y\n1,2\n")["key"] in ("name", "message")
    assert learner.session.uploads.files == {}


@pytest.mark.parametrize("data", ["/etc/passwd.csv", "other.csv", "../own.csv", "C:/x.csv", "a/b"])
def test_a_recipe_names_only_files_that_were_sent(data: str):
    learner = Learner()
    learner.upload("own.csv", WORKS["two classes"][0])
    answer = learner.send("recipe", values={"data": data, "target": "y"})
    assert (answer["t"], answer["key"], answer["code"]) == ("refused", "data", "no_file")
    assert learner.send("open", link=f"data={data}&target=y")["code"] == "no_file"


def test_limits_are_said_before_anything_is_read():
    learner = Learner(Limits(file_bytes=100, rows=50, columns=3))
    assert "100" in learner.upload("own.csv", b"x" * 101)["text"]
    for header, rows, key in (("a,y", ["1,2"] * 20, "rows"), ("a,b,c,d", ["1,2,3,4"], "columns")):
        few = Learner(Limits(rows=10, columns=3))
        few.upload("own.csv", table(header, rows))
        assert few.send("table", name="own.csv")["key"] == key


def test_parts_come_in_their_order():
    learner = Learner()
    part = base64.b64encode(b"a,y\n").decode()
    assert learner.send("upload", name="o.csv", size=8, start=4, part=part)["key"] == "start"
    assert learner.send("upload", name="o.csv", size=8, start=0, part=part)["received"] == 4
    assert learner.send("upload", name="p.csv", size=8, start=4, part=part)["t"] == "refused"
    assert learner.send("upload", name="o.csv", size=8, start=0, part=part)["received"] == 4
    assert learner.send("upload", name="o.csv", size=8, start=4, part="?")["t"] == "refused"
    assert learner.send("upload", name="o.csv", size=8, start=4, part=part * 9)["t"] == "refused"
    assert learner.send("upload", name="o.csv", size=8, start=4, part=part)["received"] == 8


def test_a_link_of_own_data_holds_its_hash():
    learner, other = Learner(), Learner()
    learner.upload("own.csv", WORKS["two classes"][0])
    learner.train("own.csv", "y")
    link = learner.send("share")["link"]
    assert "data=own.csv&target=y&data_hash=" in link
    assert other.send("open", link=link)["code"] == "no_file"
    other.upload("own.csv", WORKS["six classes"][0])
    assert "hash" in other.send("open", link=link)["text"]
    other.upload("own.csv", WORKS["two classes"][0])
    assert other.send("open", link=link)["t"] == "state"


def test_pictures_are_drawn_over_the_inputs_that_are_chosen():
    learner = Learner()
    learner.upload("own.csv", WORKS["eight inputs"][0])
    learner.train("own.csv", "y")
    view = learner.session.view
    assert view is not None
    assert (view.input_names, view.plane.columns) == (list("abcdefgh"), [0, 1])
    assert learner.send("draw", inputs=[6, 2])["t"] == "drawn"
    assert view.plane.columns == [6, 2]
    for wrong in ([], [1, 2, 3], [8], [-1], [2, 2, 9]):
        assert learner.send("draw", inputs=wrong)["key"] == "inputs"


def test_the_folder_goes_with_the_session():
    learner = Learner()
    learner.upload("own.csv", WORKS["two classes"][0])
    path = learner.session.uploads.files["own.csv"]
    assert path.exists()
    learner.upload("own.csv", WORKS["six classes"][0])
    assert not path.exists()
    path = learner.session.uploads.files["own.csv"]
    del learner
    assert not path.exists()
