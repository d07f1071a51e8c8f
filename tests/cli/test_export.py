"""`noron export`: models become files for other programs, or one line says why not."""

import json
from pathlib import Path

import numpy as np
import pytest

from noron import NeuralNetwork
from noron.cli import main


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    rows = [f"{k},{'ab'[k % 2]},{k % 3},{k % 7 > 3}" for k in range(60)]
    (folder / "t.csv").write_text("\n".join(["x,word,z,y", *rows]) + "\n")
    net = NeuralNetwork([2, 3, 2], seed=0)
    rng = np.random.default_rng(0)
    net.train(rng.random((20, 2)), np.arange(20) % 2, epochs=1, progress=False)
    net.save(folder / "net.safetensors")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["train", "t.csv", "--target", "y", "--epochs", "2", "--out", "first"]) == 0
    return folder


@pytest.fixture(autouse=True)
def _here(trained, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "net.safetensors").write_bytes((trained / "net.safetensors").read_bytes())


def names() -> set[str]:
    return {str(path.relative_to(Path.cwd())) for path in Path.cwd().rglob("*") if path.is_file()}


def test_a_file_lies_beside_the_model_and_its_certificate_is_said(capsys):
    assert main(["export", "net.safetensors", "--to", "numpy"]) == 0
    assert names() == {"net.safetensors", "net.py", "net.npz"}
    said = capsys.readouterr().out.splitlines()
    assert said[0].split() == ["written", "net.py"]
    assert said[1].split() == ["written", "net.npz"]
    assert said[2].startswith("compared   1,000 predictions differ by at most ")


def test_a_suffix_names_the_format(capsys):
    pytest.importorskip("onnx")
    assert main(["export", "net.safetensors", "there/other.onnx", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["files"] == [str(Path("there", "other.onnx"))]
    assert result["certificate"]["rows"] == 1000
    assert result["certificate"]["largest"] < 1e-4
    assert names() == {"net.safetensors", "there/other.onnx"}


def test_a_run_of_a_table_takes_its_columns_along(trained, monkeypatch, capsys):
    monkeypatch.chdir(trained)
    assert main(["export", "1", "--to", "numpy"]) == 0
    program = (trained / "first" / "model.py").read_text()
    assert "table['word']" in program


def test_weights_of_an_export_are_no_second_model_of_the_folder():
    assert main(["export", "net.safetensors", "--to", "torch"]) == 0
    assert "net.weights.safetensors" in names()
    assert main(["export", ".", "out", "--to", "numpy"]) == 0
    assert "out.npz" in names()


def test_a_model_is_exported_if_a_trusted_key_has_signed_it(capsys):
    pytest.importorskip("cryptography")
    assert main(["sign", "--new-key", "mine"]) == 0
    words = ["export", "net.safetensors", "--to", "numpy", "--trusted", "mine.pub"]
    assert main(words) == 2
    assert "is not signed" in capsys.readouterr().err
    assert names() == {"net.safetensors", "mine", "mine.pub"}
    assert main(["sign", "net.safetensors", "--key", "mine"]) == main(words) == 0
    assert "net.npz" in names()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("net.safetensors", "give the format, such as --to onnx"),
        ("net.safetensors --to onyx", "unknown export format 'onyx': did you mean 'onnx'"),
        ("net.safetensors out.xyz", "unknown export format '.xyz'"),
        ("absent.safetensors --to numpy", "'absent.safetensors' does not exist"),
        ("net.safetensors net.safetensors/x --to numpy", "cannot be written"),
        ("net.safetensors . --to numpy", "'.' is a folder: give the name of a file in it"),
        ("net.safetensors out.py", "choose one with to"),
        ("net.safetensors out", "'out' has no suffix: choose one of c, html, keras, numpy"),
        ("7 --to numpy", "there is no"),
    ],
)
def test_bad_input_is_one_line_and_leaves_nothing(words, says, capsys):
    assert main(["export", *words.split()]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert says in captured.err
    assert names() == {"net.safetensors"}


def test_a_missing_library_names_the_command(monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "onnx", None)
    assert main(["export", "net.safetensors", "--to", "onnx"]) == 2
    assert "pip install 'noron[onnx]'" in capsys.readouterr().err
    assert names() == {"net.safetensors"}
