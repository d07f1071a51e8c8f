"""`noron runs list` shows the columns that fit or that are asked for; changes are confirmed."""

import os
from pathlib import Path

import pytest

from noron.cli import main
from noron.cli.runs_table import _fitting
from noron.experiments.store import Store


@pytest.fixture
def store(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Store(tmp_path / "runs" / "noron.sqlite") as kept:
        for seed in (1, 2):
            run = kept.begin(
                {"data": "moons", "hidden": [64, 32], "optimizer": "adam", "seed": seed}
            )
            kept.end(run, "done", results={"val_accuracy": 0.5, "test_loss": 0.25})
    return tmp_path


def listed(capsys, *words: str) -> list[str]:
    assert main(["runs", "list", *words]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("store")
def test_a_file_gets_every_column_and_a_terminal_those_that_fit(capsys, monkeypatch):
    everything = listed(capsys)[0].split()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((60, 24)))
    assert main(["runs", "list"]) == 0
    out, error = capsys.readouterr()
    shown = out.splitlines()[0].split()
    assert all(len(line) <= 60 for line in out.splitlines())
    assert {"run", "data", "val_accuracy"} <= set(shown) < set(everything)
    assert error.startswith(f"{len(everything) - len(shown)} columns do not fit: started, ")


@pytest.mark.usefixtures("store")
def test_runs_are_sorted_by_any_name(capsys):
    def numbers(*words: str) -> list[str]:
        return [line.split()[0] for line in listed(capsys, *words, "--columns", "run,seed")[1:]]

    assert numbers() == ["2", "1"]
    assert numbers("--sort", "seed") == ["1", "2"]
    assert numbers("--sort", "-seed", "--limit", "1") == ["2"]
    assert numbers("--sort=-test_loss") == ["2", "1"]  # the same loss: the newest first
    assert main(["runs", "list", "--sort", "sed"]) == 2
    assert "seed" in capsys.readouterr().err


@pytest.mark.parametrize("width", range(1, 80))
def test_as_many_columns_as_fit_are_kept(width):
    names = ["run", "started", "data", "seed", "val_loss", "tags"]
    wide = [len(name) + 2 for name in names]
    kept = _fitting(names, [], width)
    assert kept[0] == 0
    assert kept == sorted(kept)
    assert sum(wide[j] for j in kept) <= width or kept == [0]
    assert len(kept) == len(names) or sum(wide) > width


@pytest.mark.usefixtures("store")
def test_columns_are_chosen_by_name(capsys):
    assert listed(capsys, "--columns", "seed, run,test_loss") == [
        "  seed  run  test_loss", "  2     2    0.2500", "  1     1    0.2500",
    ]  # fmt: skip


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("columns", "says"), [("run,sed", "did you mean 'seed'"), (",", "columns is empty")]
)
def test_columns_that_are_not_there_are_an_error(columns, says, capsys):
    assert main(["runs", "list", "--columns", columns]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["tag", "best", "1", "2"], "the tag 'best' is on runs 1, 2"),
        (["tag", "best", "1", "--remove"], "the tag 'best' is removed from run 1"),
        (
            ["note", "1", "for the paper"],
            "the note is kept with run 1: noron runs show 1 prints it",
        ),
        (["hide", "1"], "run 1 is hidden; --undo shows them again"),
        (["hide", "1", "2", "--undo"], "runs 1, 2 are in lists again"),
        (["delete", "2", "--yes"], "run 2 is deleted; --undo brings them back"),
        (["delete", "2", "2", "--undo"], "run 2 is back"),
    ],
)
def test_a_change_says_what_it_did(words, says, capsys):
    if "--remove" in words:
        assert main(["runs", "tag", "best", "1", "--json"]) == 0
        capsys.readouterr()
    assert main(["runs", *words]) == 0
    assert capsys.readouterr().out == f"{says}\n"


def test_repeated_runs_are_marked_and_repeating_is_quiet(store, capsys):
    assert "repeats" not in listed(capsys)[0]
    assert main(["train", "--data", "moons", "--epochs", "12"]) == 0
    capsys.readouterr()
    assert main(["repeat", "3"]) == 0
    out, error = capsys.readouterr()
    assert "every bit is the same" in out
    shown = [line.split("/")[0].split()[-1] for line in error.splitlines() if "/12" in line]
    assert shown == ["3", "6", "9", "12"]
    header, first, *_ = listed(capsys)
    assert header.split()[:2] == ["run", "repeats"]
    assert first.split()[:2] == ["4", "3"]
