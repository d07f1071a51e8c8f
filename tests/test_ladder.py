"""The ladder: scratch and the library are the same network, and a small difference would show."""

import json

import numpy as np
import pytest

from noron import SGD, NeuralNetwork, scratch
from noron.cli import main
from noron.ladder import climb, largest_difference

SHAPES = [
    ((784, 128, 64, 10), 0, 64),
    ((784, 30, 10), 1, 32),
    ((784, 10), 2, 100),
    ((400, 16, 16, 16, 16, 7), 3, 16),
    ((784, 50, 2), 4, 1),
    ((784, 1, 3), 5, 8),
]


@pytest.mark.parametrize(("widths", "seed", "batch_size"), SHAPES)
def test_scratch_and_library_follow_the_same_trajectory(widths, seed, batch_size):
    rungs = climb(widths, steps=100, seed=seed, batch_size=batch_size)
    assert [rung.step for rung in rungs] == list(range(1, 101))
    assert max(rung.weight_difference for rung in rungs) <= 1e-12
    assert max(abs(rung.scratch_loss - rung.library_loss) for rung in rungs) <= 1e-12
    losses = [rung.scratch_loss for rung in rungs]
    assert abs(np.mean(losses[-10:]) - np.mean(losses[:10])) > 1e-3  # it went somewhere


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
    assert largest_difference(tutorial, library) <= 1e-12


def test_a_gradient_that_is_off_by_a_billionth_is_seen(monkeypatch):
    monkeypatch.setattr(SGD, "direction", lambda self, theta, g, slots, t: g * (1 + 1e-9))
    assert climb((784, 10), steps=100)[-1].weight_difference > 1e-12


def test_the_command_prints_the_ladder_and_succeeds(capsys):
    assert main(["ladder", "--widths", "784,16,10"]) == 0
    printed = capsys.readouterr().out
    assert "the same network" in printed
    assert "NOT" not in printed
    assert printed.splitlines()[-2].split()[0] == "100"


def test_the_command_fails_where_the_two_part_ways(monkeypatch, capsys):
    monkeypatch.setattr(SGD, "direction", lambda self, theta, g, slots, t: 1.001 * g)
    assert main(["ladder", "--widths", "784,10", "--steps", "5", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["largest_difference"] > 1e-12
    assert len(told["rungs"]) == 5
