"""The pictures of commands: their format, size and background."""

import json
from pathlib import Path

import matplotlib.image
import pytest

from noron.cli import main
from noron.plotting.style import THEMES

HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", HEADS)
def test_every_picture_of_train_has_the_format(kind, capsys):
    assert main(["train", "moons", "--epochs", "1", "--format", kind, "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["pictures"]
    assert {Path(file).stem for file in files} == {"learning_curves", "boundary", "confusion"}
    assert all(Path(file).read_bytes().startswith(HEADS[kind]) for file in files)


def test_theme_and_dpi_reach_the_file(capsys):
    words = "train moons --epochs 1 --out out --theme dark --dpi 50"
    assert main(words.split()) == 0
    image = matplotlib.image.imread("out/learning_curves.png")
    assert image.shape[1] == 350
    page = "".join(f"{round(value * 255):02X}" for value in image[0, 0, :3])
    assert f"#{page}" == THEMES["dark"].page


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "compare moons --activation relu --activation tanh --epochs 1",
            {"scores", "curves_val_accuracy", "curves_val_loss"},
        ),
        (
            "search moons --trials 3 --seeds 0 --epochs 1",
            {"trial_after_trial", "setting_by_setting", "learning_curves", "what_it_costs"},
        ),
        ("find-rate moons", {"learning_rate"}),
    ],
)
def test_pictures_stand_beside_the_report(words, names, capsys):
    assert main([*words.split(), "--out", "out", "--format", "svg"]) == 0
    assert {path.stem for path in Path("out").glob("*.svg")} == names


@pytest.mark.parametrize(
    ("option", "says"),
    [("--format gif", 'Choose from: "png", "svg", "pdf"'), ("--dpi 0", "Must be >= 10"),
     ("--dpi 1.5", "give a whole number"), ("--theme blue", 'Choose from: "light", "dark"')],
)  # fmt: skip
def test_an_option_that_is_not_legal_is_refused_before_the_training(option, says, capsys):
    assert main(["train", "moons", *option.split()]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
