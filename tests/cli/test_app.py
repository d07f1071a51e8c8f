"""Completion, lines of epochs, the engine, training on all rows, and threads that are none."""

import json
from pathlib import Path

import pytest

from noron.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_commands_and_the_settings_of_a_recipe(shell, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["--install-completion", "--shell", shell, "--output", "s"]) == 0
    script = Path("s").read_text()
    assert all(word in script for word in ("find-rate", "learning-rate", "keep-columns"))


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("option", "lines"), [((), 0), (("-v",), 3), (("--verbose",), 3)])
def test_a_terminal_gets_a_line_for_each_epoch_when_asked(option, lines, capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["train", "moons", "--epochs", "3", *option]) == 0
    error = capsys.readouterr().err
    assert sum(line.startswith("epoch ") for line in error.splitlines()) == lines


def test_train_says_which_engine_ran(capsys):
    assert main(["train", "moons", "--epochs", "1", "--engine", "reference"]) == 0
    assert "\nengine     reference\n" in capsys.readouterr().out


@pytest.mark.parametrize("threads", ["abc", "0", "-1", "1.5", "²", "9" * 5000])
def test_a_number_of_threads_that_is_none_is_refused(threads, capsys, monkeypatch):
    monkeypatch.setenv("NORON_THREADS", threads)
    assert main(["train", "moons", "--epochs", "1"]) == 2
    error = capsys.readouterr().err
    assert error.splitlines()[-1].startswith("noron: NORON_THREADS is '")
    assert "give an integer from 1 to 64" in error


def test_without_validation_all_rows_are_trained_on(capsys):
    words = ["train", "moons", "--epochs", "2", "--validation", "0", "--json"]
    assert main(words) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert not any(name.startswith("val_") for row in rows for name in row)
    table = "a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(50))
    Path("t.csv").write_text(table)
    assert main(["train", "t.csv", "--target", "y", "--epochs", "1", "--validation", "0"]) == 0
    assert "40 for training, 0 for validation, 10 for the test" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    ["train moons --validation 0 --patience 2", "compare moons --validation 0",
     "search moons --validation 0 --goal parameters"],
)  # fmt: skip
def test_what_needs_validation_rows_is_refused_without(words, capsys):
    assert main(words.split()) == 2
    assert "validation is 0" in capsys.readouterr().err
