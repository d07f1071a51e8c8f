"""Range tests: what they look at, what they suggest, and that they change nothing."""

import json
import warnings

import numpy as np
import pytest

from noron import Dense, NeuralNetwork, ReLU, SettingError, Standardize, TrainingWarning
from noron.cli import main
from noron.data import blobs, moons, spirals
from noron.optimizers import Optimizer
from noron.training.lr_finder import DIVISOR, search_rate

X, y = moons(n=400, seed=0)


def a_net(seed=0, **options):
    return NeuralNetwork([2, 16, 16, 2], seed=seed, **options)


def test_the_suggestion_is_a_seventh_of_the_median_falling_rate():
    found = a_net().find_learning_rate(X, y)
    fallen = [curve.fallen for curve in found.curves]
    assert len(fallen) == 5
    assert found.suggestion == pytest.approx(np.median(fallen) / DIVISOR, rel=0.06)
    for curve in found.curves:
        done = (curve.smoothed[0] - curve.smoothed) / (curve.smoothed[0] - curve.smoothed.min())
        there = list(curve.rates).index(curve.fallen)
        assert done[there] >= 0.99
        assert (done[:there] < 0.99).all()
    assert f"learning rate {found.suggestion:g}" in str(found)


def test_the_running_mean_is_of_the_losses_so_far():
    curve = a_net().find_learning_rate(X, y).curves[0]
    mean = curve.losses[0]
    for value, smoothed in zip(curve.losses[1:10], curve.smoothed[1:10], strict=True):
        mean = 0.5 * mean + 0.5 * value
        assert smoothed == pytest.approx(mean)


def test_the_network_and_its_random_numbers_stay_as_they_are():
    net, same = a_net(), a_net()
    net.find_learning_rate(X, y)
    one = net.train(X, y, epochs=2, learning_rate=0.1)
    two = same.train(X, y, epochs=2, learning_rate=0.1)
    assert one["loss"] == two["loss"]


def test_auto_is_the_suggestion():
    net, same = a_net(), a_net()
    rate = net.find_learning_rate(X, y, batch_size=16, optimizer="adam").suggestion
    by_hand = net.train(X, y, epochs=2, learning_rate=rate, batch_size=16, optimizer="adam")
    auto = same.train(X, y, epochs=2, learning_rate="auto", batch_size=16, optimizer="adam")
    assert auto["learning_rate"] == [rate] * 2
    assert auto["loss"] == by_hand["loss"]


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("rows", [moons, spirals, blobs])
@np.errstate(all="ignore")  # some of the nine are too high
def test_what_is_found_learns_about_as_well_as_the_best_of_nine(optimizer, rows):
    X, y = rows(n=400, seed=0)
    X_test, y_test = rows(n=400, seed=1)
    scores = []
    for rate in ["auto", *(10 ** (-4 + 0.5 * i) for i in range(9))]:
        net = NeuralNetwork([2, 32, 32, len(np.unique(y))], seed=7)
        with warnings.catch_warnings():
            if rate != "auto":  # which of those that are too high diverge, last bits decide
                warnings.simplefilter("ignore", TrainingWarning)
            net.train(X, y, epochs=60, learning_rate=rate, optimizer=optimizer)
        scores.append(net.accuracy(X_test, y_test))
    assert scores[0] >= max(scores) - 0.05


def test_a_copy_of_few_rows_and_compact_rows_work():
    found = a_net().find_learning_rate(X[:4], y[:4])
    assert found.suggestion > 0
    bytes_of = (np.clip(X, 0, 1) * 255).astype(np.uint8)
    assert a_net().find_learning_rate(bytes_of, y).suggestion > 0


def test_numbers_and_weights_are_measured_by_their_own_loss():
    net = NeuralNetwork([Standardize(), Dense(8), ReLU(), Dense(1)], loss="mse", seed=0)
    found = net.find_learning_rate(X, X[:, 0] * 3)
    assert 1e-4 < found.suggestion < 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"lowest": 0}, "lowest"),
        ({"lowest": 1, "highest": 0.1}, "highest"),
        ({"steps": 3}, "steps"),
        ({"batch_size": 0}, "batch_size"),
        ({"optimizer": "lbfgs"}, "finds the length of its steps by itself"),
        ({"optimizer": "adamm"}, "adam"),
        ({"lowest": 1e30, "highest": 1e31}, "not finite"),
    ],
)
def test_what_cannot_be_searched_is_refused(options, says):
    with pytest.raises(SettingError, match=says), np.errstate(all="ignore"):
        a_net().find_learning_rate(X, y, **options)


def test_auto_is_refused_where_nothing_is_to_be_found():
    with pytest.raises(SettingError, match="leave out learning_rate"):
        a_net().train(X, y, learning_rate="auto", optimizer="lbfgs")
    with pytest.raises(SettingError, match='"auto", or a schedule'):
        a_net().train(X, y, learning_rate="automatic")


def test_the_function_takes_a_network_and_its_rows():
    net = a_net()
    data = net._begin(net._read(X, y)[0])
    found = search_rate(
        net.network, net.loss, data, net.rng, optimizer=Optimizer.make("sgd"), steps=50
    )
    assert max(len(curve.rates) for curve in found.curves) <= 50


def test_the_picture_marks_the_suggestion():
    pytest.importorskip("matplotlib")
    found = a_net().find_learning_rate(X, y)
    labels = [text.get_text() for text in found.plot(theme="dark").axes[0].get_legend().texts]
    assert f"suggestion: {found.suggestion:g}" in labels


def test_the_command_says_the_rate_and_train_takes_auto(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["--data", "moons", "--hidden", "8", "--rows", "200"]
    assert main(["find-rate", *words, "--json", "--out", "out"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pictures"] == ["out/learning_rate.png"]
    assert main(["find-rate", *words, "--out", "out"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["find-rate", *words]) == 0
    assert f"learning rate {data['learning_rate']:g}" in capsys.readouterr().out
    assert main(["train", *words, "--epochs", "1", "--learning-rate", "auto", "--json"]) == 0
    assert main(["train", *words, "--learning-rate", "fast"]) == 2
