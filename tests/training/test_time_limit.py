"""A training that has so many seconds, by a clock that ticks when it is looked at."""

import time

import numpy as np
import pytest

from noron import Cosine, NeuralNetwork, SettingError
from noron.cli import main
from noron.data import moons
from noron.training.time_limit import TimeLimit

X, y = moons(n=200, seed=0)


@pytest.fixture
def clock(monkeypatch):
    """Each look takes a hundredth of a second."""
    now = [0.0]

    def look():
        now[0] += 0.01
        return now[0]

    monkeypatch.setattr(time, "perf_counter", look)
    return now


def a_net():
    return NeuralNetwork([2, 8, 2], seed=0)


@pytest.mark.usefixtures("clock")
def test_the_training_ends_when_the_time_is_over_and_the_schedule_lands():
    history = a_net().train(
        X, y, learning_rate=Cosine(0.5), time_limit=30.0, progress=False, callbacks=[lambda _: 0]
    )
    assert history.stop_reason == "the time limit of 30 seconds is reached"
    assert history["seconds"][-1] == pytest.approx(30, rel=0.1)
    rates = history["learning_rate"]
    assert rates[-1] < 0.01 * rates[0]
    assert rates[0] > 0.45
    middle = rates[len(rates) // 2]
    assert 0.15 < middle < 0.35  # half of the way is half of a cosine


@pytest.mark.usefixtures("clock")
def test_a_limit_within_the_first_epoch_ends_it_there():
    history = a_net().train(X, y, batch_size=1, time_limit=0.5, progress=False)
    assert len(history) == 1
    assert np.isfinite(history["loss"][0])


@pytest.mark.usefixtures("clock")
def test_epochs_are_still_the_most_there_may_be():
    history = a_net().train(X, y, epochs=3, learning_rate=Cosine(0.5), time_limit=1e6)
    assert history.stop_reason == "all 3 epochs are done"
    assert history["learning_rate"][-1] < 0.1


def test_a_hundred_epochs_where_nothing_is_said():
    assert len(a_net().train(X, y, progress=False)) == 100


def test_the_horizon_is_what_the_steps_so_far_tell():
    limit = TimeLimit(10.0, epochs=1000)
    assert limit.horizon(0, seconds=0.0) == 1000
    assert limit.horizon(3, seconds=1.0) == pytest.approx(30)
    assert limit.horizon(60, seconds=20.0) == 60
    assert limit.is_over(20.0)
    assert not limit.is_over(9.9)
    assert limit.steps(0, seconds=0.0) == 1
    assert limit.steps(10, seconds=0.0) > 1  # a coarse clock shows no time at all


@pytest.mark.parametrize("limit", [0, -1, "long", float("nan")])
def test_a_limit_that_is_none_is_refused(limit):
    with pytest.raises(SettingError, match="time_limit"):
        a_net().train(X, y, time_limit=limit)


def test_the_command_takes_a_limit(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["train", "--data", "moons", "--hidden", "4", "--time-limit", "0.2"]
    assert main([*words, "--epochs", "2", "--out", "a"]) == 0
    assert main(["train", "--data", "moons", "--time-limit", "0"]) == 2
    assert "time_limit" in capsys.readouterr().err
