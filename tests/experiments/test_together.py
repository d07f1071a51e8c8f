"""Many recipes for whoever wants the networks: in order, with their bits, failures told of."""

import weakref

import pytest

from noron.core.errors import DataError, SettingError, TrainingWarning
from noron.experiments import Reader, RunSpec, Sources, execute, execute_all
from noron.experiments.run import check

BASE = RunSpec(data="moons", epochs=5, hidden=[8])


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_network_comes_back_in_order_with_its_bits():
    specs = [BASE.but(seed=i, learning_rate=0.05 * (i + 1)) for i in range(6)]
    specs.append(BASE.but(hidden=[7], engine="reference"))
    trials = execute_all(iter(specs), store="all.sqlite")
    for spec, trial in zip(specs, trials, strict=True):
        assert trial.digest == execute(spec, Sources()).digest
    with Reader("all.sqlite") as reader:
        assert sorted(reader.find()) == sorted(trial.run for trial in trials)


def test_networks_from_other_processes_come_back_whole():
    pytest.importorskip("joblib")
    specs = [BASE.but(seed=i) for i in range(3)]
    for spec, trial in zip(specs, execute_all(specs, workers=2), strict=True):
        alone = execute(spec, Sources())
        assert trial.digest == alone.digest
        assert trial.test() == alone.test()


def test_one_that_diverges_is_told_of_and_what_cannot_be_is_refused_before():
    with pytest.warns(TrainingWarning):
        trials = execute_all([BASE, BASE.but(learning_rate=1e30)])
    assert [trial.status for trial in trials] == ["done", "diverged"]
    with pytest.raises(SettingError, match="give RunSpecs"):
        execute_all([BASE, {"data": "moons"}])
    with pytest.raises(DataError, match="nope"):
        execute_all([BASE, BASE.but(data="nope.csv")])
    assert execute_all([]) == []


def test_no_network_outlives_its_check(monkeypatch):
    alive, most = weakref.WeakSet(), []

    def checked(spec, rows):
        net = check(spec, rows)
        alive.add(net)
        most.append(len(alive))
        return net

    monkeypatch.setattr("noron.experiments.execution.execute_all.check", checked)
    execute_all([BASE.but(seed=seed) for seed in range(12)])
    assert len(most) == 12
    assert max(most) <= 2
