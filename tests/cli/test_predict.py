"""`noron predict` and `show`: which model is meant, and which columns of the input are kept."""

import json
from pathlib import Path

import pytest

from noron.cli import main

ROWS = [f"{i:03},{i % 7},{i % 5},{'yes' if i % 7 > 3 else 'no'}" for i in range(40)]


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    (folder / "t.csv").write_text("\n".join(["id,a,b,y", *ROWS]) + "\n")
    (folder / "new.csv").write_text("id,note,a,b\n007,x,1,2\n008,,6,3\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        words = "train t.csv --target y --drop id --epochs 2"
        assert main(words.split()) == 0
        assert main([*words.split(), "--out", "second"]) == 0
    return folder


@pytest.fixture(autouse=True)
def _here(trained, monkeypatch):
    monkeypatch.chdir(trained)


def answer(capsys, *words: str) -> str:
    assert main(["predict", *words]) == 0
    return capsys.readouterr().out


def test_a_run_and_a_folder_stand_for_the_model_in_them(capsys):
    expected = answer(capsys, "second/model.safetensors", "new.csv", "--proba")
    for model in ("2", "second"):
        assert answer(capsys, model, "new.csv", "--proba") == expected
    assert main(["show", "2"]) == 0
    assert "dense" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("model", "says"),
    [("9", "there is no run 9"), (".", "the folder '.' has no model file"),
     ("absent", "'absent' does not exist")],
)  # fmt: skip
def test_a_model_that_is_not_there_is_an_error(model, says, capsys):
    for command in (["predict", model, "new.csv"], ["show", model]):
        assert main(command) == 2
        assert says in capsys.readouterr().err


def test_a_folder_with_several_models_is_an_error(trained, tmp_path, capsys):
    for name in ("a", "b"):
        (tmp_path / f"{name}.safetensors").write_bytes(b"")
    assert main(["show", str(tmp_path)]) == 2
    assert "2 model files (a.safetensors, b.safetensors): give one" in capsys.readouterr().err


def test_kept_columns_stand_before_the_prediction_as_they_are_written(capsys):
    lines = answer(capsys, "1", "new.csv", "--keep", "note", "--keep", "id").splitlines()
    assert lines[0] == "note,id,y"
    assert [line.rsplit(",", 1)[0] for line in lines[1:]] == ["x,007", ",008"]


def test_all_columns_are_kept_and_the_target_beside_its_prediction(capsys):
    lines = answer(capsys, "1", "t.csv", "--keep-columns").splitlines()
    assert lines[0] == "id,a,b,y,predicted y"
    assert [line.rsplit(",", 1)[0] for line in lines[1:]] == ROWS


def test_json_has_the_kept_columns(capsys):
    result = json.loads(answer(capsys, "1", "new.csv", "--keep", "id", "--json"))
    assert result["kept"] == {"id": ["007", "008"]}


def test_a_column_that_is_not_there_is_an_error(capsys):
    assert main(["predict", "1", "new.csv", "--keep", "notes"]) == 2
    assert "did you mean 'note'?" in capsys.readouterr().err


def test_the_target_of_new_rows_is_read_as_in_training(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, cents in (("t.csv", ",50"), ("new.csv", "")):
        rows = [f"{i};{1 + i // 9}.{100 + i}{cents}" for i in range(60)]
        Path(name).write_text("\n".join(["a;price", *rows]) + "\n")
    assert main(["train", "t.csv", "--target", "price", "--epochs", "20", "--out", "o"]) == 0
    assert "numbers, standardized" in capsys.readouterr().err
    measured = json.loads(answer(capsys, "o", "new.csv", "--json"))["measured"]
    assert measured["rmse"] < 1000  # prices reach 7.159, which without cents could be 7
    assert measured["r2"] > 0.9


@pytest.mark.parametrize("number", ["{:,}", "~{}", "{}-"])
def test_numbers_that_are_not_plain_are_read_in_new_rows_too(number, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [f'"{number.format(100 * i)}",{"yes" if i > 30 else "no"}' for i in range(60)]
    Path("t.csv").write_text("\n".join(["a,y", *rows]) + "\n")
    assert main(["train", "t.csv", "--target", "y", "--epochs", "30", "--out", "o"]) == 0
    capsys.readouterr()
    assert json.loads(answer(capsys, "o", "t.csv", "--json"))["measured"]["accuracy"] > 0.9


def test_no_cell_of_the_predictions_is_a_formula(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [f"=a{i % 2},{i % 2},{'=cmd|A0' if i % 2 else '-3.5'}" for i in range(40)]
    (tmp_path / "f.csv").write_text("\n".join(["=k,a,@y", *rows]) + "\n", encoding="utf-8")
    words = "train f.csv --target @y --drop =k --epochs 40 --learning-rate 1 --out o"
    assert main(words.split()) == 0
    capsys.readouterr()
    lines = answer(capsys, "o", "f.csv", "--keep", "=k", "--proba").splitlines()
    assert lines[0].split(",")[:2] == ["'=k", "'@y"]
    assert lines[1].split(",")[:2] == ["'=a0", "-3.5"]
    assert lines[2].split(",")[:2] == ["'=a1", "'=cmd|A0"]
