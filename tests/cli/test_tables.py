"""A table is the same table in every format, for every command that takes one."""

import csv
import gzip
import json
import shutil
from pathlib import Path

import duckdb
import numpy as np
import pytest

import noron
from noron.cli import main
from noron.data import read
from noron.data.readers import duck
from noron.data.tables import Texts
from noron.experiments.store import Reader

PASSENGERS = Path(__file__).parents[2] / "examples" / "passengers.csv"
TWINS = ("passengers.tsv", "passengers.csv.gz", "passengers.parquet")
COMMANDS = {
    "train": "--epochs 2",
    "compare": "--hidden 4 --hidden 8 --epochs 2",
    "search": "--trials 3 --epochs 2 --hidden 8",
    "find-rate": "--hidden 8",
    "profile": "--hidden 8",
    "fit": "--folds 2 --seconds 1",
}
SAME = {  # of each answer: what neither names the file nor comes from a clock
    "train": ("epochs", "test", "rows"),
    "compare": ("conclusion", "best", "test", "choices"),
    "search": ("conclusion", "test"),
    "find-rate": ("learning_rate", "fallen"),
    "profile": ("engine",),
    "fit": ("classes", "n_rows", "columns"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The passengers as CSV, and their twins in other formats."""
    here = tmp_path_factory.mktemp("tables")
    shutil.copy(PASSENGERS, here)
    content = PASSENGERS.read_bytes()
    (here / "passengers.csv.gz").write_bytes(gzip.compress(content))
    with (here / "passengers.tsv").open("w", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(csv.reader(content.decode().splitlines()))
    table = f"read_csv('{here / 'passengers.csv'}', types = {{'survived': 'VARCHAR'}})"
    duckdb.sql(f"COPY (FROM {table}) TO '{here / 'passengers.parquet'}' (FORMAT parquet)")
    return here


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch):
    for command in ("train", "output_results", "fit"):
        monkeypatch.setattr(f"noron.cli.{command}.can_draw", lambda: False)


def answer(capsys, command, name, options):
    """What a command says about a file, without what names the file or comes from a clock."""
    words = [command, name, "--target", "survived", *options.split(), "--json"]
    assert main(words) == 0, capsys.readouterr().err
    said = capsys.readouterr()
    told = [line for line in said.err.splitlines() if line.startswith(("target", "column"))]
    whole = json.loads(said.out)
    result = {key: whole[key] for key in SAME[command]}
    for row in result.get("rows", ()):
        del row["seconds"]
    return result, told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_every_format_and_says_the_same(command, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    first = answer(capsys, command, "passengers.csv", COMMANDS[command])
    assert first[0]
    assert len(first[1]) == (0 if command == "fit" else 12)
    for twin in TWINS:
        assert answer(capsys, command, twin, COMMANDS[command]) == first, twin


def test_a_model_knows_its_columns_in_every_format(folder, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(folder)
    words = ["train", "passengers.csv", "--target", "survived", "--epochs", "2"]
    assert main([*words, "--out", str(tmp_path / "one")]) == 0
    model = str(tmp_path / "one" / "model.safetensors")
    capsys.readouterr()
    answers = []
    for name in ("passengers.csv", *TWINS):
        assert main(["predict", model, name, "--proba", "--json"]) == 0
        answers.append(json.loads(capsys.readouterr().out))
        assert answers[-1]["measured"]["accuracy"] > 0.5
    assert all(one == answers[0] for one in answers)
    net = noron.load(model)
    proba = net.predict_proba("passengers.parquet")
    np.testing.assert_array_equal(proba, net.predict_proba(read("passengers.tsv")))
    frame = read("passengers.csv.gz")
    labels = np.array(frame.columns["survived"].levels)[frame.columns["survived"].codes]
    assert net.accuracy(frame, labels) == answers[0]["measured"]["accuracy"]
    assert len(net.train(frame, labels, epochs=1, progress=False)) == 1
    net = noron.load(model)
    np.testing.assert_allclose(proba, answers[0]["probabilities"], atol=1e-6)
    assert net.predict_proba([{"class": "third", "sex": "male"} | dict.fromkeys(
        ("name", "cabin", "port", "age", "relatives", "ticket", "fare", "boarded")
    )]).shape == (1, 2)  # fmt: skip


def test_what_is_odd_in_a_table_is_handled_and_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [f"{i},{i % 7 or ''},{'red' if i % 2 else 'blue'},,{i % 2}" for i in range(60)]
    Path("odd.csv").write_text("a,gaps,word,empty,y\n" + "\n".join(rows) + "\n")
    assert main(["train", "odd.csv", "--target", "y", "--epochs", "2"]) == 0
    said = capsys.readouterr().err
    assert "column     a      number" in said
    assert "gaps   number, some missing" in said
    assert "word   2 categories (blue, red)" in said
    assert "empty  left out: empty in every row" in said
    assert "rows       43 for training, 5 for validation, 12 for the test" in said
    assert "inputs standardized with the training rows; learning rate 0.1" in said


def test_a_decimal_comma_in_the_target_is_a_number(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [f'{i},"{i},5"' for i in range(60)]
    Path("comma.csv").write_text("a,y\n" + "\n".join(rows) + "\n")
    assert main(["train", "comma.csv", "--target", "y", "--epochs", "2"]) == 0
    assert "target     y: numbers" in capsys.readouterr().err


def test_all_losses_of_a_run_are_in_one_unit_whatever_the_target_s(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("noron.cli.train.can_draw", lambda: False)
    results = {}
    for scale in (1e-6, 1.0, 1e6):
        rows = [f"{i % 7},{i % 5},{(2 * (i % 7) + i % 5) * scale:.6e}" for i in range(120)]
        Path("t.csv").write_text("a,b,y\n" + "\n".join(rows) + "\n")
        words = ["train", "t.csv", "--target", "y", "--epochs", "3", "--hidden", "8"]
        assert main([*words, "--dtype", "float64", "--loss", "huber"]) == 0
        assert "losses are in these units" in capsys.readouterr().err
        with Reader("runs/noron.sqlite") as reader:
            results[scale] = reader.run(reader.find()[0]).results
    for scale, one in results.items():
        assert one["test_loss"] == pytest.approx(results[1.0]["test_loss"], rel=1e-4)
        assert one["val_loss"] == pytest.approx(results[1.0]["val_loss"], rel=1e-4)
        assert one["test_rmse"] == pytest.approx(scale * results[1.0]["test_rmse"], rel=1e-4)
    assert 0.2 < results[1.0]["test_loss"] / results[1.0]["val_loss"] < 5
    assert main(["predict", "runs/t/model.safetensors", "t.csv"]) == 0
    measured = dict(line.split() for line in capsys.readouterr().err.splitlines())
    assert set(measured) == {"rmse", "r2"}


@pytest.mark.parametrize("name", ["passengers.csv", "passengers.csv.gz", "passengers.tsv"])
def test_text_is_read_alike_without_the_fast_reader(name, folder, monkeypatch):
    fast = read(folder / name, ("survived",))
    monkeypatch.setattr(duck, "library", lambda: None)
    plain = read(folder / name, ("survived",))
    assert list(fast.columns) == list(plain.columns)
    for column, other in zip(fast.columns.values(), plain.columns.values(), strict=True):
        assert type(column) is type(other)
        if isinstance(column, Texts) and isinstance(other, Texts):
            assert column.levels == other.levels
            np.testing.assert_array_equal(column.codes, other.codes)
        else:
            np.testing.assert_array_equal(column.values, other.values)


def test_data_is_given_once(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["train", "a.csv", "--data", "moons"]) == 2
    assert "data is given twice, 'a.csv' and 'moons'" in capsys.readouterr().err
    assert main(["train", "moons", "--data", "moons", "--epochs", "1"]) == 0
