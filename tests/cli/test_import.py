"""`noron import`: a model of another library becomes a model file, or one line says why not."""

import json
from pathlib import Path

import numpy as np
import pytest

import noron
from interop.example_files import FIXTURES, X, agrees
from noron.cli import main


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def run(*words):
    return main(["import", *map(str, words), "--out", "model.safetensors"])


def test_weights_become_a_model_file(capsys):
    words = ["--activation", "tanh", "--order", "inputs,hidden,out", "--loss", "mse"]
    assert run(FIXTURES / "named.safetensors", *words) == 0
    out = capsys.readouterr().out
    assert "model      model.safetensors" in out
    assert "1.tanh" in out
    assert agrees(noron.load("model.safetensors"), "named")
    np.savetxt("new.csv", X, delimiter=",", header="a,b,c,d", comments="")
    assert main(["predict", "model.safetensors", "new.csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6
    assert main(["show", "model.safetensors"]) == 0


def test_a_guessed_order_is_said(capsys):
    assert run(FIXTURES / "named.pt", "--activation", "tanh", "--loss", "mse") == 0
    assert "warning: 'named.pt': the layers are taken in the order" in capsys.readouterr().err


def test_json_and_labels(capsys):
    half = FIXTURES / "half.pt"
    assert run(half, "--activation", "tanh", "--classes", "no, yes", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["classes"] == ["no", "yes"]
    assert result["model"] == "model.safetensors"
    assert run(half, "--activation", "tanh", "--classes", "7,-2") == 0
    assert noron.load("model.safetensors").targets.classes == (7, -2)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.pt"], "there is no file"),
        (["sequential.pt"], "no activations: give activation='relu'"),
        (["sequential.pt", "--activation", "rleu"], "rleu"),
        (
            ["sequential.pt", "--output", "y"],
            "output is 'y', but a model of torch takes none: leave it out",
        ),
        (["whole_model.pt", "--activation", "relu"], "runs no code of a file"),
        (["expected.json"], "ends in none of .pt, .pth"),
        (["expected.json", "--from", "tensorflow"], "known are keras, onnx, torch"),
        (["expected.json", "--from", "torch"], "is no file that torch.save wrote"),
        (["sequential.pt", "--from", "keras"], "has no 'config.json'"),
        (["expected.json", "--from", "keras"], "is no file of Keras (.keras, .h5, .safetensors)"),
        (["half.pt", "--activation", "tanh", "--classes", "a"], "give 2 different labels"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_writes_nothing(words, message, capsys):
    assert run(FIXTURES / words[0], *words[1:]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("noron: ")
    assert message in lines[0]
    assert list(Path().iterdir()) == []


def test_a_model_of_noron_need_not_be_imported(capsys):
    noron.NeuralNetwork([2, 2], seed=0).save("mine.safetensors")
    assert run("mine.safetensors", "--activation", "relu") == 2
    assert "is a model of noron already: use it as it is" in capsys.readouterr().err


def test_the_file_that_is_read_is_not_written(capsys):
    Path("model.safetensors").write_bytes((FIXTURES / "half.safetensors").read_bytes())
    assert run("model.safetensors", "--activation", "tanh") == 2
    assert "the file to be read: give another name" in capsys.readouterr().err
