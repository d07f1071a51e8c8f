"""Commands that are killed at any moment lose nothing, and go on to the same bits."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from noron.cli import main
from noron.core.signature import new_key
from noron.experiments.checkpoints import checkpoints_folder, of_run
from noron.experiments.store import Reader

NORON = [sys.executable, "-m", "noron"]
NETWORK = ["--data", "moons", "--rows", "200", "--hidden", "8", "--batch-size", "10"]
TRAIN = [*NORON, "train", *NETWORK, "--epochs", "12000", "--optimizer", "adam", "--verbose"]
COMPARE = [
    *NORON, "compare", *NETWORK, "--epochs", "3000", "--learning-rate", "0.1",
    "--learning-rate", "0.05", "--seeds", "2", "--out", "o",
]  # fmt: skip
SEARCH = [*NORON, "search", *NETWORK, "--epochs", "2000", "--trials", "3", "--seeds", "1"]
SEARCH += ["--out", "o"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NORON_CHECKPOINT_SECONDS", "0.05")
    return tmp_path


def killed_after(command, lines, number=signal.SIGKILL):
    """Start the command, and kill it after so many lines on standard error; whether it ran on."""
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        for _ in range(lines):
            if not process.stderr.readline():
                break
        process.send_signal(number)
        process.communicate()
    return process.returncode == -number


def killed_in_a_trial(command, store):
    """Start the command, and kill it when a trial has written a checkpoint; the trials' folders."""
    folder = checkpoints_folder(Path(store))
    before = written(folder)
    killed_when(command, lambda: not written(folder) <= before)
    return {path.parent.name for path, _ in written(folder)}


def killed_when(command, condition):
    """Start the command, and kill it when that is so, unless it has ended before."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not condition():
            time.sleep(0.002)
        process.kill()


def paths_below(folder):
    """What the folder holds at any depth, while another process writes and deletes there.

    `Path.glob` fails where a folder goes between being listed and being opened; `os.walk` does not.
    """
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in [*folders, *files])


def written(folder):
    """The checkpoints that are there, and when they were written."""
    found = set()
    for path in paths_below(folder):
        if path.match("trial-*/checkpoint-*"):
            with suppress(FileNotFoundError):
                found.add((path, path.stat().st_mtime_ns))
    return found


def folders_of_fits():
    return [path for path in paths_below(".") if path.match("fit-*")]


def digests(store):
    """What the runs that are done came to, by what decides it."""
    with Reader(store) as reader:
        done = reader.runs(reader.find("status = done"))
        return {
            repr(sorted(run.settings.items(), key=str)): (run.digest, len(reader.rows(run.id)))
            for run in done
        }


def undisturbed(command, store):
    subprocess.run([*command, "--store", store], check=True, capture_output=True)
    return digests(store)


def test_a_killed_training_goes_on_to_the_same_bits():
    draw = random.Random(0)
    assert killed_after([*TRAIN, "--store", "a.sqlite"], 40)
    on = [*NORON, "resume", "1", "--verbose", "--store", "a.sqlite"]
    kills = sum(killed_after(on, draw.randrange(300)) for _ in range(19))
    assert kills > 4  # the last ones may come too late
    store = ["--store", "a.sqlite"]
    ended = subprocess.run([*NORON, "resume", "1", *store], capture_output=True, encoding="utf-8")
    assert ended.returncode == 0 or "run 1 is done" in ended.stderr
    assert digests("a.sqlite") == undisturbed(TRAIN, "b.sqlite")
    assert not any(checkpoints_folder(Path("a.sqlite")).iterdir())
    assert not [path for path in Path().rglob(".*") if path.is_file()]


@pytest.mark.parametrize("command", [COMPARE, SEARCH], ids=["compare", "search"])
def test_a_killed_comparison_or_search_goes_on_within_its_trials(command):
    trials = set()
    for _ in range(8):
        trials |= killed_in_a_trial([*command, "--store", "a.sqlite"], "a.sqlite")
    assert trials
    assert undisturbed(command, "a.sqlite") == undisturbed(command, "b.sqlite")
    assert not any(checkpoints_folder(Path("a.sqlite")).iterdir())
    with Reader("a.sqlite") as reader:
        assert not reader.find("status = running")


def test_a_killed_fit_goes_on_with_the_networks_that_are_trained():
    rows = (f"{i % 7},{'uvw'[i % 3]},{'yes' if i % 7 > 3 else 'no'}" for i in range(120))
    Path("t.csv").write_text("\n".join(["a,b,c", *rows]), encoding="utf-8")
    command = [*NORON, "fit", "t.csv", "--target", "c", "--folds", "2", "--time-limit", "100"]
    for fits in (1, 2, 3):
        killed_when(command, lambda fits=fits: len(folders_of_fits()) >= fits)
    subprocess.run(command, check=True, capture_output=True)
    assert not any(checkpoints_folder(Path("runs/noron.sqlite")).iterdir())
    with Reader("runs/noron.sqlite") as reader:
        assert len(reader.find("status = done")) == 4


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_training_that_is_told_to_end_can_be_gone_on_with(name, monkeypatch, capsys):
    monkeypatch.setenv("NORON_CHECKPOINT_SECONDS", "1000")
    default = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    with subprocess.Popen(
        [*TRAIN, "--store", "a.sqlite", "--out", "first"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", **default,
    ) as process:  # fmt: skip
        for _ in range(30):
            process.stderr.readline()
        process.send_signal(getattr(signal, name))
        said, _ = process.communicate()
    assert process.returncode == 128 + getattr(signal, name)
    assert "run        1: noron resume 1 goes on, to the same bits" in said
    assert any(of_run(Path("a.sqlite"), 1).glob("checkpoint-*"))
    assert main(["resume", "first", "--store", "a.sqlite", "--out", "second"]) == 0
    assert "no checkpoint" not in capsys.readouterr().err
    assert digests("a.sqlite") == undisturbed(TRAIN, "b.sqlite")


def test_the_model_of_a_run_that_goes_on_can_be_signed(tmp_path):
    pytest.importorskip("cryptography")
    assert main(["train", *NETWORK, "--epochs", "2", "--out", "o"]) == 0
    with closing(sqlite3.connect("runs/noron.sqlite")) as store, store:
        store.execute("DELETE FROM artefact")  # as if it had died before it wrote its files
    key = new_key("mine")
    assert main(["resume", "1", "--out", "p", "--sign", "mine"]) == 0
    assert main(["verify", "p", "--trusted", str(key)]) == 0


def test_a_run_whose_process_died_before_its_results_were_written_goes_on(monkeypatch):
    """Its status is done; it was interrupted before, so it has left files already."""
    monkeypatch.setenv("NORON_CHECKPOINT_SECONDS", "1000")
    train = ["train", *NETWORK, "--epochs", "6"]

    def interrupt(progress, row):
        if row["epoch"] == 3:
            raise KeyboardInterrupt

    def die(*given):
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr("noron.training.callbacks.Progress.__call__", interrupt)
        assert main([*train, "--out", "a"]) == 130
    with monkeypatch.context() as patched:
        patched.setattr("noron.cli.train.write_results", die)
        assert main(["resume", "1", "--out", "b"]) != 0
    with Reader("runs/noron.sqlite") as reader:
        assert reader.run(1).status == "done"
    assert main(["resume", "1", "--out", "b"]) == 0
    assert Path("b/history.json").exists()
    assert main(["resume", "1"]) == 2


# ---- what is refused


def test_what_cannot_be_gone_on_with(capsys, monkeypatch):
    short = ["train", *NETWORK, "--epochs", "2", "--out", "o"]
    assert main(short) == main(short) == main([*short[:-1], "gone"]) == 0
    assert main(["runs", "delete", "3", "--yes"]) == 0
    capsys.readouterr()
    for given, named in [
        (["1"], "run 1 is done (all 2 epochs are done), so there is nothing to go on with"),
        (["o"], "run 1 is done"),
        (["3"], "run 3 is deleted: noron runs delete 3 --undo brings it back"),
        (["77"], "there is no run 77"),
        (["x"], "'x' is no run and no folder: give the number of a run"),
        (["."], "'.' holds no files of a run: give the number of the run"),
        (["1", "--store", "none.sqlite"], "there is no store at none.sqlite"),
    ]:
        assert main(["resume", *given]) == 2
        assert named in capsys.readouterr().err
    monkeypatch.setenv("NORON_CHECKPOINT_SECONDS", "soon")
    assert main(["train", *NETWORK, "--epochs", "2", "--out", "p"]) == 2
    assert "NORON_CHECKPOINT_SECONDS is 'soon': give a number of seconds" in capsys.readouterr().err
