"""The pictures of commands: their format, size and background."""

import gc
import json
import weakref
from pathlib import Path
from typing import Any

import matplotlib.image
import numpy as np
import pytest

from noron.cli import main, train
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData
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


@pytest.mark.parametrize("highest", [1.0, 255])
def test_the_rows_to_train_on_are_freed_before_pictures_are_drawn(highest, monkeypatch):
    """Those that are watched, too: they may lie in the same array."""
    rng = np.random.default_rng(0)
    table = rng.uniform(0, highest, (300, 9)).round(0 if highest == 255 else 3)
    table[:, 0] = rng.integers(2, size=300)
    Path("x.csv").write_text("\n".join(",".join(map(str, row)) for row in [range(9), *table]))
    alive: list[weakref.ref[Any]] = []
    rows_of, write = Sources.rows_of, train.write_results

    def read(sources: Sources, spec: RunSpec) -> RunData:
        rows = rows_of(sources, spec)
        for part in (rows.train, rows.validation):
            assert part is not None
            alive.extend(weakref.ref(getattr(x, "values", x)) for x in part)
        return rows

    def look(*given: Any) -> list[Path]:
        gc.collect()
        assert [x() for x in alive if x() is not None and len(x()) > 1] == []
        return write(*given)

    monkeypatch.setattr(Sources, "rows_of", read)
    monkeypatch.setattr(train, "write_results", look)
    assert main(["train", "x.csv", "--target", "0", "--epochs", "1"]) == 0
    assert alive
