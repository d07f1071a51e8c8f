"""The lab's messages about stored runs: what the store itself says, and its changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from noron.cli import main
from noron.experiments.store import Reader
from noron.lab.session import LabSession

Answer = dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with six runs: two networks with three seeds each."""
    folder = tmp_path_factory.mktemp("runs")
    store = folder / "noron.db"
    for hidden in ("3", "5,4"):
        for seed in range(3):
            words = ["train", "--data", "moons", "--hidden", hidden, "--epochs", "4"]
            words += ["--seed", str(seed), "--points", "80", "--store", str(store)]
            assert main([*words, "--out", str(folder / f"{hidden}-{seed}")]) == 0
    return store


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    path = tmp_path / "noron.db"
    path.write_bytes(made.read_bytes())
    return path


def ask(store: Path | None, message: str, /, **values: Any) -> Answer:
    """The answer of a session with that store."""
    session = LabSession(store=store)
    return json.loads(session.handle(json.dumps({"t": message, **values}))[0])


def numbers(answer: Answer) -> list[int]:
    """The runs of a list."""
    return [run["id"] for run in answer["runs"]]


def test_runs_are_listed_as_the_store_has_them(store: Path):
    answer = ask(store, "list_runs")
    assert (answer["t"], answer["total"]) == ("runs", 6)
    with Reader(store) as reader:
        assert numbers(answer) == reader.find()
        for listed, run in zip(answer["runs"], reader.runs(reader.find()), strict=True):
            assert listed["settings"] == json.loads(json.dumps(run.settings))
            assert listed["results"] == pytest.approx(run.results)
    assert numbers(ask(store, "list_runs", start=2, count=3)) == numbers(answer)[2:5]


def test_the_filter_is_that_of_the_command_line(store: Path):
    found = ask(store, "list_runs", where="seed = 1 and epochs = 4")
    with Reader(store) as reader:
        assert numbers(found) == reader.find("seed = 1 and epochs = 4")
    assert found["total"] == 2
    refused = ask(store, "list_runs", where="seed ==== 1")
    assert refused["t"] == "refused"
    assert "filter" in refused["text"]


def test_all_runs_are_sorted_not_only_those_that_are_listed(store: Path):
    by_loss = numbers(ask(store, "list_runs", sort="val_loss"))
    with Reader(store) as reader:
        losses = {run.id: run.results["val_loss"] for run in reader.runs(reader.find())}
    assert by_loss == sorted(losses, key=lambda run: losses[run])
    assert numbers(ask(store, "list_runs", sort="-val_loss", count=2)) == by_loss[::-1][:2]
    assert numbers(ask(store, "list_runs", sort="-seed")) == [6, 3, 5, 2, 4, 1]
    assert numbers(ask(store, "list_runs", sort="hidden")) == [3, 2, 1, 6, 5, 4]
    assert numbers(ask(store, "list_runs", sort="tag")) == [6, 5, 4, 3, 2, 1]
    ask(store, "tag_runs", runs=[2], name="best")
    assert numbers(ask(store, "list_runs", sort="tag")) == [2, 6, 5, 4, 3, 1]
    assert numbers(ask(store, "list_runs", sort="started", where="seed > 0")) == [2, 3, 5, 6]
    refused = ask(store, "list_runs", sort="val_los")
    assert refused["t"] == "refused"
    assert "val_loss" in json.dumps(refused)


def test_curves_are_the_histories(store: Path):
    answer = ask(store, "run_curves", runs=[4, 1])
    assert numbers(answer) == [4, 1]
    with Reader(store) as reader:
        for run in (1, 4):
            rows = reader.rows(run)
            assert answer["curves"][str(run)]["loss"] == [row["loss"] for row in rows]
            assert answer["curves"][str(run)]["epoch"] == [1, 2, 3, 4]
    assert ask(store, "run_curves", runs=[99])["t"] == "refused"
    assert ask(store, "run_curves", runs=list(range(1, 60)))["t"] == "refused"


def test_a_link_of_a_run_leads_to_its_recipe(store: Path):
    answer = ask(store, "describe_run", run=4)
    session = LabSession(store=store)
    session.handle(json.dumps({"t": "open", "link": answer["link"]}))
    assert session.experiment is not None
    with Reader(store) as reader:
        assert session.experiment.spec == reader.run(4).spec


def test_tags_notes_hiding_and_deleting_can_all_be_undone(store: Path):
    assert ask(store, "tag_runs", runs=[2, 3], name="good")["t"] == "runs_changed"
    tags = {run["id"]: run["tags"] for run in ask(store, "list_runs")["runs"]}
    assert (tags[2], tags[3], tags[1]) == (["good"], ["good"], [])
    ask(store, "tag_runs", runs=[2], name="good", remove=True)
    ask(store, "note_run", run=3, text="<b>for the paper</b>")
    assert ask(store, "describe_run", run=3)["notes"] == ["<b>for the paper</b>"]
    ask(store, "hide_runs", runs=[1])
    assert 1 not in numbers(ask(store, "list_runs"))
    assert 1 in numbers(ask(store, "list_runs", hidden=True))
    ask(store, "hide_runs", runs=[1], undo=True)
    ask(store, "delete_runs", runs=[5, 6])
    assert numbers(ask(store, "list_runs")) == [4, 3, 2, 1]
    assert numbers(ask(store, "list_runs", deleted=True)) == [6, 5]
    ask(store, "delete_runs", runs=[5, 6], undo=True)
    assert numbers(ask(store, "list_runs")) == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("tag_runs", {"runs": [], "name": "x"}),
        ("tag_runs", {"runs": [1], "name": " "}),
        ("tag_runs", {"runs": [77], "name": "x"}),
        ("note_run", {"run": 1, "text": ""}),
        ("hide_runs", {"runs": [77]}),
        ("delete_runs", {"runs": []}),
        ("list_runs", {"count": 10_000}),
        ("list_runs", {"start": -1}),
        ("describe_run", {"run": 77}),
        ("describe_run", {"run": 2**70}),
        ("run_curves", {"runs": [2**70]}),
        ("tag_runs", {"runs": [2**70], "name": "x"}),
        ("note_run", {"run": -1, "text": "x"}),
        ("tag_runs", {"runs": [1], "name": "\ud800"}),
        ("list_runs", {"where": "\ud800"}),
    ],
)
def test_what_cannot_be_done_is_refused(store: Path, name: str, values: dict[str, Any]):
    before = ask(store, "list_runs", hidden=True)
    assert ask(store, name, **values)["t"] == "refused"
    assert ask(store, "list_runs", hidden=True) == before


def test_without_a_store_it_is_said_how_to_make_one(tmp_path: Path):
    for path in (None, tmp_path / "none.db"):
        answer = ask(path, "list_runs")
        assert (answer["t"], answer["code"]) == ("refused", "no_store")
        assert "noron train" in answer["text"]
    assert not (tmp_path / "none.db").exists()
