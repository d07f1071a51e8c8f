"""`noron race`: frozen recipes, the time of each seed, the test digits read once at the end."""

import json

import pytest

from noron.cli import main
from noron.cli import race as command
from noron.cli.race import recipe
from noron.experiments.result import RunResult
from noron.experiments.run import check
from noron.experiments.run import execute as real_execute


@pytest.fixture
def quick(monkeypatch):
    """Recipes that train for a moment; what happened, in order."""
    happened = []

    def execute(spec, sources):
        happened.append(spec.seed)
        return real_execute(spec, sources)

    def test(self):
        happened.append("test")
        return real_test(self)

    real_test = RunResult.test
    small = recipe("97").but(rows=600, hidden=[8], epochs=1)
    monkeypatch.setattr(command, "recipe", lambda goal: small)
    monkeypatch.setattr(command, "execute", execute)
    monkeypatch.setattr(RunResult, "test", test)
    return happened


def test_the_recipes_use_all_training_digits_and_no_others(monkeypatch):
    for goal in ("97", "98", "99"):
        spec = recipe(goal)
        assert (spec.data, spec.validation, spec.rows) == ("mnist", 0, None)
        assert not spec.stopping()
        assert spec.time_limit is None
        small = command.Sources().rows_of(spec.but(rows=100))
        check(spec, small)
    assert recipe("99").augment is not None


def test_the_time_of_each_seed_is_shown(quick, capsys):
    assert main(["race", "98", "--seeds", "3"]) == 1
    assert quick == [0, 1, 2, "test", "test", "test"]
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[:4]] == ["seed", "0", "1", "2"]
    assert "(median)" in out
    assert "98 %: NOT reached" in out


def test_the_exit_code_is_0_where_the_mean_is_over_the_goal(quick, capsys, monkeypatch):
    monkeypatch.setattr(RunResult, "test", lambda self: {"accuracy": 0.96 + 0.02 * self.spec.seed})
    assert main(["race", "97", "--seeds", "2", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["reached"] is True
    assert result["test_accuracy"] == [0.96, 0.98]
    assert len(result["seconds"]) == 2
    assert result["hidden"] == [8]
    assert main(["race", "98", "--seeds", "2"]) == 1


def test_wrong_goals_and_seeds_are_refused(capsys):
    assert main(["race", "96"]) == 2
    assert '"97", "98", "99"' in capsys.readouterr().err
    assert main(["race", "97", "--seeds", "0"]) == 2
    assert "seeds is 0" in capsys.readouterr().err
