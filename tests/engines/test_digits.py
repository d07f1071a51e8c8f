"""The digits that docs/class.md says the engines have in common."""

import re
from pathlib import Path

import numpy as np
import pytest

from noron import NeuralNetwork
from noron.data import load_mnist
from noron.engines import ENGINES
from noron.tools.ladder import networks

HERE = [name for name in ENGINES if name in networks((784, 10))[0]]


def rows_of(engine: str, dtype: str, rows: int | None) -> list[list[float]]:
    """The epochs of README's example: losses, then accuracies."""
    X, y, _, _ = load_mnist()
    net = NeuralNetwork([784, 128, 64, 10], seed=0, dtype=dtype)
    history = net.train(
        X[:rows], y[:rows], epochs=3, learning_rate=0.1, batch_size=64, validation=0.1,
        engine=engine,
    )  # fmt: skip
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    return [[row[name] for name in names] for row in history.rows]


@pytest.fixture(scope="module")
def numpy_rows() -> list[list[float]]:
    return rows_of("numpy", "float32", None)


@pytest.mark.parametrize("engine", [name for name in HERE if name != "numpy"])
def test_the_engines_agree_to_the_stated_digits_in_float32(engine, numpy_rows):
    found = rows_of(engine, "float32", None)
    np.testing.assert_allclose(found[0], numpy_rows[0], rtol=0, atol=0.005)
    np.testing.assert_allclose(found, numpy_rows, rtol=0, atol=0.02)


@pytest.mark.parametrize("engine", HERE)
def test_the_engines_agree_to_eight_digits_in_float64(engine):
    expected = rows_of("numpy", "float64", 2000)
    np.testing.assert_allclose(rows_of(engine, "float64", 2000), expected, rtol=1e-8)


@pytest.mark.parametrize("engine", HERE)
def test_the_same_engine_repeats_every_bit(engine):
    assert rows_of(engine, "float32", 2000) == rows_of(engine, "float32", 2000)


@pytest.mark.skipif("native" not in HERE, reason="the figures are those of the compiled kernels")
@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_front_page_shows_what_the_kernels_print(page):
    text = (Path(__file__).parents[2] / page).read_text(encoding="utf-8")
    printed = re.findall(r"^ +[123]  (\S+) +(\S+)% +(\S+) +(\S+)% +0\.1 ", text, re.MULTILINE)
    assert len(printed) == 3
    rows = [(a, c, b / 100, d / 100) for a, b, c, d in (map(float, line) for line in printed)]
    np.testing.assert_allclose(rows, rows_of("native", "float32", None), rtol=0, atol=0.005)
