"""What reaches a terminal: no character that it obeys, and none that its encoding lacks."""

import io
import sys

import numpy as np
import pytest

from noron import NeuralNetwork
from noron.cli import main
from noron.cli.output import fail, note, print_table, say, say_data
from noron.core.text import aligned, cell, printable

ESCAPE = "\x1b]0;title\x07"
BAD = ["\x1b[2J", "\r", "\x00", "\x7f", "\x9b2J", "\u202e", "\u2066"]


@pytest.mark.parametrize("bad", BAD)
def test_no_way_of_printing_lets_a_control_character_through(bad, capsys):
    say(f"a{bad}b")
    say_data(f"a{bad}b\n")
    note(f"a{bad}b")
    fail(f"a{bad}b", 2)
    print_table(["name"], [[f"a{bad}b"]])
    assert bad[0] not in "".join(capsys.readouterr())


def test_text_keeps_its_lines_and_a_cell_has_one():
    assert printable("a\n\tb\x1b") == "a\n\tb\\u001b"
    assert aligned([["a\nb", "1"], ["c", "22"]], left=1) == ["a\\u000ab   1", "c         22"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0000"), (1.0, "1.0000"), (-0.5, "-0.5000"), (0.0123456, "0.01235"),
        (5.4321e-7, "5.432e-07"), (99999.0, "99999.0000"), (1.4e11, "1.4e+11"),
        (5.2237e200, "5.224e+200"), (-1234567.0, "-1.235e+06"), (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)  # fmt: skip
def test_a_loss_of_any_size_has_four_significant_digits_and_is_short(value, text):
    assert cell("val_loss", value) == text


@pytest.fixture
def predict(tmp_path):
    """The words that predict with a model whose classes are words with odd characters."""
    X, labels = np.array([[0.0], [1.0]] * 10), np.array(["không", f"có{ESCAPE}"] * 10)
    net = NeuralNetwork([1, 4, 2], seed=0)
    net.train(X, labels, epochs=30, learning_rate=1.0, progress=False)
    net.feature_names, net.target_name = ("x",), "kết quả"
    net.save(tmp_path / "model")
    (tmp_path / "new.csv").write_text("x\n0\n1\n")
    return ["predict", str(tmp_path / "model"), str(tmp_path / "new.csv")]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii", "utf-16"])
def test_an_output_that_is_not_utf_8_gets_escapes(encoding, predict, monkeypatch):
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", output)
    assert main(predict) == 0
    output.seek(0)
    words = output.read().splitlines()
    assert len(words) == 3
    assert words[0] == ("kết quả" if encoding == "utf-16" else r"k\u1ebft qu\u1ea3")


def test_a_pipe_gets_escapes_and_a_file_gets_the_data(predict, tmp_path, monkeypatch, capsys):
    assert main(predict) == 0
    assert r"có\u001b]0;title\u0007" in capsys.readouterr().out
    with open(tmp_path / "answers.csv", "w+", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        assert main(predict) == 0
        file.seek(0)
        assert f"có{ESCAPE}" in file.read()


EVIL = "\x1b]0;owned\x07\x1b[31m\u202e"


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    """A folder with a table whose names and cells are escapes, and a store of its runs."""
    folder = tmp_path_factory.mktemp("evil")
    rows = [f"{i % 7},w{EVIL}{i % 3},{'L' + EVIL if i % 7 > 3 else 'b'}" for i in range(60)]
    text = "\n".join([f"a{EVIL},c,y{EVIL}", *rows]) + "\n"
    (folder / "e.csv").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        words = ["train", "e.csv", "--target", f"y{EVIL}", "--epochs", "2", "--out", "o"]
        assert main(words) == 0
        assert main([*words, "--seed", "1"]) == 0
        assert main(["runs", "note", "1", f"n{EVIL}"]) == 0
        assert main(["runs", "tag", f"t{EVIL}", "1"]) == 0
    return folder


@pytest.mark.parametrize(
    "words",
    [
        "runs list", "runs list --columns run,tags,data", "runs show 1", "runs diff 1 2",
        f"runs tag {EVIL} 1", f"runs note 1 {EVIL}", "runs hide 2", "runs delete 2 --yes",
        "runs delete 2 --undo", "runs gc --yes", f"runs list tag={EVIL}", "repeat 1", "show 1",
        f"runs list {EVIL}", f"predict 1 {EVIL}.csv", f"train e.csv --target {EVIL}",
        f"train {EVIL}.toml", f"show {EVIL}", "predict 1 e.csv --proba --keep-columns",
        f"compare e.csv --target y{EVIL} --epochs 1 --activation relu --activation tanh --out c",
        f"fit e.csv --target y{EVIL} --folds 2 --time-limit 1 --out f",
        f"fit e.csv --target {EVIL}", f"{EVIL}", f"train --{EVIL} 3",
    ],
)  # fmt: skip
def test_no_command_lets_an_escape_of_a_file_or_a_store_through(words, evil, monkeypatch, capsys):
    monkeypatch.chdir(evil)
    assert main(words.split(" ")) in (0, 1, 2)
    printed = "".join(capsys.readouterr())
    assert printed
    assert not set("\x1b\x07\u202e") & set(printed)
    assert "a bug in noron" not in printed
