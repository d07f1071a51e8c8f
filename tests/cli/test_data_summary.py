"""What a command prints about its data: decisions, and how to have them otherwise."""

from pathlib import Path

import pytest

from noron.cli import main
from noron.data.targets import MOST_CLASSES


@pytest.mark.parametrize(
    ("different", "says"),
    [
        (2, "2 classes: '0', '1'\n"),
        (MOST_CLASSES, "and 14 more; if they are numbers: --loss mse\n"),
        (MOST_CLASSES + 1, "in these units; if they are classes: --loss cross_entropy\n"),
    ],
)
def test_what_whole_numbers_are_taken_for_is_said(different, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    lines = [f"{i % 7},{i % different}" for i in range(210)]
    Path("t.csv").write_text("\n".join(["a,y", *lines]) + "\n")
    assert main(["train", "t.csv", "--target", "y", "--epochs", "1", "--out", "one"]) == 0
    assert says in capsys.readouterr().err
    words = "train t.csv --target y --epochs 1 --out two --loss"
    assert main([*words.split(), "mse" if different <= MOST_CLASSES else "cross_entropy"]) == 0
    assert "if they are" not in capsys.readouterr().err


def test_rows_that_are_taken_for_images_are_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = "train --rows 300 --epochs 1 --hidden 4 --validation 0 --augment deform"
    assert main(words.split()) == 0
    assert "augment    deform: rows are images of 28 x 28 pixels\n" in capsys.readouterr().err
    assert main(["repeat", "1"]) == 0
    assert "every bit is the same" in capsys.readouterr().out
    assert main(["compare", "--data", "moons", "--augment", "deform", "--epochs", "1"]) == 2
    assert "height x width" in capsys.readouterr().err
