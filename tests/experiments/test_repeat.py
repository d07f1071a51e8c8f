"""The same recipe gives the same bits; and where it does not, what has changed is said."""

import json
import random
import re
import sqlite3
from pathlib import Path

import pytest

import noron
from noron.cli import main
from noron.core.errors import SettingError
from noron.experiments.checkpoints import of_run
from noron.experiments.execution import BatchedExecutor, Job
from noron.experiments.recorder import record
from noron.experiments.repeat import repeat_run
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.training.callbacks import Callback
from training.trainer_runs import ENGINES


def drawn(seed):
    """A recipe at random."""
    draw = random.Random(seed)
    data = draw.choice(["moons", "circles", "spirals", "sine", "blobs", "xor", "mnist"])
    optimizer = draw.choice(["sgd", "momentum", "adam", "adamw", "rmsprop", "lion", "muon"])
    return {
        "data": data,
        "rows": draw.choice([None, 300, 500]) if data != "mnist" else 700,
        "hidden": [draw.choice([3, 16, 65]) for _ in range(draw.randint(0, 3))],
        "activation": draw.choice(["relu", "tanh", "gelu", "sigmoid", {"name": "leaky_relu"}]),
        "dropout": draw.choice([0, 0, 0.3]),
        "batch_norm": draw.random() < 0.3,
        "standardize": draw.choice([None, True, False]),
        "l2": draw.choice([0, 1e-3]),
        "optimizer": optimizer,
        "learning_rate": draw.choice([None, 0.001, 0.01, "auto"]),
        "schedule": None,
        "batch_size": draw.choice([7, 64, 1000]),
        "epochs": draw.randint(1, 5),
        "patience": draw.choice([None, 1]),
        "dtype": draw.choice(["float32", "float64"]),
        "engine": draw.choice([None, *ENGINES]),
        "seed": draw.randint(0, 2**32),
        "augment": draw.choice([None, "deform"]) if data == "mnist" else None,
    }


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.filterwarnings("ignore::noron.TrainingWarning")
def test_every_bit_is_the_same(tmp_path, seed):
    with Store(tmp_path / "s.sqlite") as store:
        outcome = record(store, RunSpec(**drawn(seed)), Sources(), tested=True)
        found = repeat_run(store, outcome.run)
    assert found.same, found
    assert found.changed == []
    assert "every bit is the same" in found.conclusion


@pytest.fixture
def stored(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["train", "--data", "moons", "--epochs", "2", "--hidden", "8"]) == 0
    return tmp_path / "runs" / "noron.sqlite"


def asked(capsys, *words):
    capsys.readouterr()
    code = main([*map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_command_says_what_has_changed(stored, capsys, monkeypatch):
    code, on_result = asked(capsys, "repeat", 1)
    assert (code, on_result["same"], on_result["changed"]) == (0, True, [])
    monkeypatch.setenv("NORON_THREADS", "7")
    code, on_result = asked(capsys, "repeat", 1)
    assert any("the number of threads was" in line for line in on_result["changed"])
    db = sqlite3.connect(stored)
    db.execute("UPDATE value SET value = value + 1e-15 WHERE run_id = 1 AND epoch = 2")
    db.execute("UPDATE run SET digest = 'other' WHERE id = 1")
    db.commit()
    db.close()
    code, on_result = asked(capsys, "repeat", 1)
    assert code == 1
    assert "the bits differ, and so does what is listed here" in on_result["conclusion"]
    assert any(line.startswith("loss of epoch 2") for line in on_result["differences"])
    assert "the weights" in on_result["differences"]
    code, on_result = asked(capsys, "runs", "list", "repeats = 1")
    assert on_result["count"] == 3


def test_another_engine_is_named(stored, capsys, monkeypatch):
    monkeypatch.setenv("NORON_ENGINE", "reference")
    _, on_result = asked(capsys, "repeat", 1)
    assert any(
        re.fullmatch(r"the engine was \w+ and is now reference", x) for x in on_result["changed"]
    )


def test_flags_and_the_environment_and_a_file_and_set(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.json").write_text(
        '{"data": "moons", "epochs": 1, "seed": 1, "l2": 0.1, "dropout": 0.1, "hidden": [3]}'
    )
    monkeypatch.setenv("NORON_SEED", "2")
    monkeypatch.setenv("NORON_L2", "0.2")
    monkeypatch.setenv("NORON_DROPOUT", "0.2")
    words = ["train", "r.json", "--l2", "0.3", "--dropout", "0.3", "--set", "dropout=0.4"]
    assert main(words) == 0
    _, on_result = asked(capsys, "runs", "show", 1)
    settings = on_result["settings"]
    assert (settings["hidden"], settings["epochs"]) == ([3], 1)  # the file
    assert settings["seed"] == 2  # the environment
    assert settings["l2"] == 0.3  # an option
    assert settings["dropout"] == 0.4  # --set
    again = RunSpec.from_toml((tmp_path / "runs/moons/recipe.toml").read_text())
    assert again.content() == settings


def test_data_that_has_changed_is_what_differs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.csv").write_text("a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(30)))
    assert main(["train", "--data", "d.csv", "--target", "y", "--epochs", "1"]) == 0
    (tmp_path / "d.csv").write_text("a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(31)))
    code, on_result = asked(capsys, "repeat", 1)
    assert code == 1
    assert "its data has changed" in on_result["conclusion"]
    assert on_result["changed"][0].startswith("the data: ")


def test_what_has_no_end_cannot_be_repeated(tmp_path):
    with Store(tmp_path / "s.sqlite") as store:
        run = store.begin(RunSpec(data="moons", data_hash="a" * 64))
        with pytest.raises(SettingError, match="is running"):
            repeat_run(store, run)
        with pytest.raises(SettingError, match="there is no run 9"):
            repeat_run(store, 9)
        spec = RunSpec(data="moons", time_limit=0.05, hidden=[2])
        outcome = record(store, spec, Sources())
        with pytest.raises(SettingError, match=r"time limit of 0\.05 seconds"):
            repeat_run(store, outcome.run)
    with pytest.raises(noron.StoreError, match="there is no store"):
        Store(tmp_path / "none.sqlite", must_exist=True)


# ---------------------------------------------------------------------------- noron runs


def test_the_runs_command(stored, capsys):
    code, on_result = asked(capsys, "runs", "list", "val_accuracy > 0 and activation = relu")
    assert (code, on_result["count"], on_result["runs"][0]["id"]) == (0, 1, 1)
    code, on_result = asked(capsys, "runs", "show", 1)
    assert len(on_result["rows"]) == 2
    assert {file["path"] for file in on_result["files"]} >= {"moons/model.safetensors"}
    assert main(["runs", "show", "1"]) == 0
    assert "model.safetensors" in capsys.readouterr().out
    assert main(["train", "--data", "moons", "--epochs", "2", "--hidden", "9"]) == 0
    code, on_result = asked(capsys, "runs", "diff", 1, 2)
    assert on_result["settings"] == ["hidden"]
    assert main(["runs", "diff", "1", "2"]) == 0
    assert "the weights differ" in capsys.readouterr().out
    assert asked(capsys, "runs", "tag", "good", 2)[0] == 0
    assert asked(capsys, "runs", "note", 2, "the wider one")[0] == 0
    assert asked(capsys, "runs", "list", "tag = good")[1]["runs"][0]["id"] == 2
    assert asked(capsys, "runs", "show", 2)[1]["notes"][0]["text"] == "the wider one"
    assert asked(capsys, "runs", "hide", 1)[0] == 0
    assert asked(capsys, "runs", "list")[1]["count"] == 1
    assert main(["runs", "delete", "2"]) == 2
    assert "give --yes" in capsys.readouterr().err
    assert asked(capsys, "runs", "delete", 2, "--yes")[0] == 0
    assert asked(capsys, "runs", "list", "--hidden")[1]["count"] == 1
    assert asked(capsys, "runs", "delete", 2, "--undo")[0] == 0
    assert asked(capsys, "runs", "delete", 2, "--yes")[0] == 0
    model = stored.parent / "moons-2" / "model.safetensors"
    assert model.exists()
    checkpoints = of_run(Path("runs/noron.sqlite"), 2)
    checkpoints.mkdir(parents=True)
    (checkpoints / "checkpoint-a.safetensors").write_bytes(b"")
    code, on_result = asked(capsys, "runs", "gc", "--yes")
    assert on_result["runs"] == 1
    assert not checkpoints.exists()
    assert not model.parent.exists()
    assert asked(capsys, "runs", "export", "all.csv", "--hidden")[1]["lines"] == 1
    assert main(["runs", "list", "--hidden"]) == 0
    assert "moons" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["runs", "list", "val_acc > 1"], "did you mean 'val_accuracy'"),
        (["runs", "list", "--limit", "0"], "limit is 0"),
        (["runs", "list", "--store", "none.sqlite"], "there is no store at none.sqlite"),
        (["runs", "show", "7"], "there is no run 7"),
        (["runs", "diff", "1"], "give two runs or more"),
        (["runs", "tag", "good"], "give the numbers of runs"),
        (["runs", "hide", "9"], "there is no run 9"),
        (["runs", "export", "a.xlsx"], "give .csv or .parquet"),
        (["runs", "wrong"], "wrong"),
        (["repeat", "1", "--store", "none.sqlite"], "there is no store at none.sqlite"),
        (["repeat", "x"], "x"),
    ],
)
def test_one_line_for_what_is_wrong(stored, capsys, words, says):
    capsys.readouterr()
    before = stored.read_bytes()
    assert main(words) == 2
    out, error = capsys.readouterr()
    assert says in error
    assert error.startswith("noron: ")
    assert error.count("\n") == 1
    assert out == ""
    assert stored.read_bytes() == before


class Bar(Callback):
    """Looks on within the epochs, as a bar in a terminal does."""

    def __call__(self, row):
        pass

    def tick(self, done):
        pass


@pytest.mark.parametrize("engine", ENGINES)
def test_whoever_looks_on_changes_no_bit(tmp_path, engine):
    """An epoch in twenty pieces, an epoch at a time, and many in a stack come to the same sums."""
    spec = RunSpec(data="mnist", rows=3000, hidden=[8], batch_size=16, epochs=4, engine=engine)
    sources = Sources()
    with Store(tmp_path / "s.sqlite") as store:
        plain = record(store, spec, sources)
        jobs = [Job(seed, spec.but(seed=seed, split_seed=0)) for seed in range(3)]
        stacked = {
            job.key: trial.run for job, trial in BatchedExecutor(sources, store, 2).run(jobs)
        }
        for run in (plain.run, *stacked.values()):
            assert repeat_run(store, run).same
            assert repeat_run(store, run, callbacks=[Bar()]).same
