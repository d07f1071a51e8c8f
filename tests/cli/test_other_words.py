"""Options of other tools get a hint, and widths without commas too."""

import pytest

from noron.cli import main
from noron.cli.app import make_app
from noron.core.hints import WORDS

COMMANDS = ("train", "compare", "search", "predict", "fit")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("train --epoch 1", "--epochs"), ("train --n_epochs=1", "--epochs"),
        ("train -lr 0.1", "--lr"), ("train -epochs 3", "--epochs"),
        ("train --bs 8", "--batch-size"),
        ("train --units 64", "--hidden"), ("train --seconds 5", "--time-limit"),
        ("train --momentum 0.9", "--optimizer momentum"),
        ("train --weight-decay 1", "--optimizer adamw"),
        ("train --csv a.csv", "--data"), ("train --random_state 0", "--seed"),
        ("train --val-split 0.2", "--validation"), ("compare --jobs 2", "--workers"),
        ("search --n-trials 3", "--trials"), ("predict m f --folder a", "--out"),
        ("train --label y", "--target"), ("train --epohcs 3", "--epochs"),
    ],
)  # fmt: skip
def test_another_tools_option_is_explained(words, meant, capsys):
    assert main(words.split()) == 2
    error = capsys.readouterr().err
    assert f"Did you mean {meant}?" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    ["train --hidden 64 32", "train moons --hidden 64 32", "train --hidden 64, 32",
     "train --layers 64",
     "train --layers 64,32", "compare --hidden 64 32 16"],
)  # fmt: skip
def test_widths_need_commas(words, capsys):
    assert main(words.split()) == 2
    assert "--hidden 64,32" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--lr", "--learning-rate"])
def test_a_short_name_of_an_option_is_the_option(option, capsys):
    assert main(["train", "moons", option, "fast"]) == 2
    assert "learning_rate is 'fast'" in capsys.readouterr().err


def test_every_word_leads_to_an_option():
    known = {
        name
        for command in COMMANDS
        for argument in make_app(command)[command].assemble_argument_collection()
        for name in argument.names
    }
    assert {option.partition(" ")[0] for option in WORDS["command line"].values()} <= known


def test_a_recipe_knows_other_words_too(capsys):
    assert main(["train", "moons", "--set", "lr=0.1"]) == 2
    assert "did you mean 'learning_rate'?" in capsys.readouterr().err
