"""The ladder: scratch and every engine are the same network, and a small difference would show."""

import json

import numpy as np
import pytest

from noron import SGD, NeuralNetwork, scratch
from noron.cli import main
from noron.engines import ENGINES, NativeEngine
from noron.tools.ladder import PROVEN, climb, largest_difference, networks

SHAPES = [
    ((784, 128, 64, 10), 0, 64),
    ((784, 30, 10), 1, 32),
    ((784, 10), 2, 100),
    ((400, 16, 16, 16, 16, 7), 3, 16),
    ((784, 50, 2), 4, 1),
    ((784, 1, 3), 5, 8),
]


HERE, ABSENT = networks((784, 10))


@pytest.mark.parametrize(("widths", "seed", "batch_size"), SHAPES)
def test_scratch_and_every_engine_follow_the_same_trajectory(widths, seed, batch_size):
    rungs = climb(widths, steps=100, seed=seed, batch_size=batch_size)
    assert [rung.step for rung in rungs] == list(range(1, 101))
    for name in HERE:
        assert max(rung.differences[name] for rung in rungs) <= PROVEN[name]
        apart = [abs(rung.losses["scratch"] - rung.losses[name]) for rung in rungs]
        assert max(apart) <= 10 * PROVEN[name]  # the slope of the loss makes a little more of it
    losses = [rung.losses["scratch"] for rung in rungs]
    assert abs(np.mean(losses[-10:]) - np.mean(losses[:10])) > 1e-3  # it went somewhere


def test_every_engine_has_its_rung_or_a_reason():
    assert {*HERE, *ABSENT} == set(ENGINES) == set(PROVEN)
    assert next(iter(HERE)) == "reference"
    assert PROVEN["reference"] == 1e-12
    assert max(PROVEN.values()) == 1e-9


def test_the_whole_of_train_is_the_tutorials_loop():
    """The library's own epochs, in the order in which it drew the rows, on scratch."""
    rng = np.random.default_rng(8)
    X, y = rng.standard_normal((90, 6)), rng.integers(4, size=90)
    library = NeuralNetwork([6, 9, 4], seed=5, dtype="float64")
    tutorial = scratch.NeuralNetwork([6, 9, 4])
    tutorial.weights = [W.copy() for W in library.weights]
    tutorial.biases = [b.copy() for b in library.biases]
    orders = np.random.default_rng(5)
    orders.bit_generator.state = library.rng.bit_generator.state
    library.train(X, y, epochs=20, learning_rate=0.1, batch_size=32)
    for _ in range(20):
        order = orders.permutation(90)
        for start in range(0, 90, 32):
            rows = order[start : start + 32]
            tutorial.forward(X[rows])
            tutorial.backward(X[rows], np.eye(4)[y[rows]], 0.1)
    assert largest_difference(tutorial, library.network) <= 1e-12


def test_a_gradient_that_is_off_by_a_billionth_is_seen(monkeypatch):
    monkeypatch.setattr(SGD, "direction", lambda self, theta, g, slots, t: g * (1 + 1e-9))
    last = climb((784, 10), steps=100)[-1]
    assert last.differences["reference"] > PROVEN["reference"]
    unchanged = {name: d for name, d in last.differences.items() if name != "reference"}
    assert all(d <= 1e-12 for d in unchanged.values())  # they step by themselves


def test_the_command_prints_a_column_for_each_engine_and_succeeds(capsys):
    assert main(["ladder", "--widths", "784,16,10"]) == 0
    printed = capsys.readouterr().out
    header, *rows = printed.splitlines()
    assert header.split()[:4] == ["step", "loss", "of", "scratch"]
    assert [name for name in header.split() if name in ENGINES] == list(HERE)
    assert rows[7].split()[0] == "100"
    assert len(rows[7].split()) == 2 + len(HERE)
    assert rows[-1].startswith("the same network: ")
    assert "reference" in rows[-1]
    assert "(at most 1e-12)" in rows[-1]


def test_an_engine_that_is_not_there_has_a_line_of_its_own(monkeypatch, capsys):
    monkeypatch.setattr(NativeEngine, "refusal", lambda *given: "noron-native is on holiday")
    assert main(["ladder", "--widths", "784,10", "--steps", "3"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert "native" not in header
    assert "not available: native (noron-native is on holiday)" in rows


def test_the_command_fails_where_they_part_ways(monkeypatch, capsys):
    monkeypatch.setattr(SGD, "direction", lambda self, theta, g, slots, t: 1.001 * g)
    assert main(["ladder", "--widths", "784,10", "--steps", "5", "--json"]) == 1
    on_result = json.loads(capsys.readouterr().out)
    assert on_result["proven"] is False
    assert on_result["largest_differences"]["reference"] > 1e-12
    assert on_result["absent"] == ABSENT
    assert len(on_result["rungs"]) == 5
    assert on_result["rungs"][0]["losses"].keys() == {"scratch", *HERE}
    assert main(["ladder", "--widths", "784,10", "--steps", "5"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("NOT the same network: ")
