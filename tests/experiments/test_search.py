"""Searches: the space is checked, trials are given up fairly, nothing is lost or done twice."""

import copy
import json
import math
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import optuna
import pytest

import noron
from experiments.clusters import cluster
from noron.cli import main
from noron.core.errors import SettingError, StoreError
from noron.experiments import recorder
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, execute, with_net
from noron.experiments.searching import Prepared, Search, run_search, search
from noron.experiments.searching.journal import quiet
from noron.experiments.searching.leader import Leader
from noron.experiments.searching.plan import SearchPlan, TrialKey, pareto, score_of
from noron.experiments.searching.prepare import _Chance
from noron.experiments.searching.pruning import Halving, Median, Pruner
from noron.experiments.searching.run import journal_of
from noron.experiments.searching.runs import SearchRuns
from noron.experiments.searching.space import DEFAULT, Space
from noron.experiments.searching.study import Study, TrialPruningHook
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader

SOURCE = str(Path(noron.__file__).parents[1])
BASE = RunSpec(data="moons", epochs=9, hidden=[4], batch_size=7)
SPACE = {
    "learning_rate": {"from": 0.01, "to": 1.0, "log": True},
    "activation": ["relu", "tanh"],
    "hidden": {"layers": {"from": 1, "to": 2}, "width": {"from": 2, "to": 16, "log": True}},
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NORON_THREADS", "1")
    return tmp_path


def trial_of(number, status, values=(), rows=()):
    return RunResult(BASE, status, rows=rows, key=TrialKey(number, {"l2": 0.1}, values))


def timeless(trials):
    """The trials with rows as the store has them, which are without seconds."""
    rows = [[{k: v for k, v in row.items() if k != "seconds"} for row in t.rows] for t in trials]
    return [replace(trial, rows=some) for trial, some in zip(trials, rows, strict=True)]


# ---------------------------------------------------------------------------- the space


def drawn(space, base=BASE, n=200):
    chance, content = _Chance(np.random.default_rng(0)), base.model_dump(mode="json")
    return [Space.of(space, base).draw(chance, content) for _ in range(n)]


def test_a_space_draws_legal_recipes_within_its_bounds():
    points = drawn(DEFAULT)
    for settings in points:
        spec = BASE.but(**settings)
        assert 0.001 <= spec.learning_rate <= 1
        assert 1 <= len(spec.hidden) <= 3
        assert all(16 <= width <= 256 for width in spec.hidden)
    assert {len(s["hidden"]) for s in points} == {1, 2, 3}
    assert {s["optimizer"] for s in points} == {"sgd", "momentum", "adam"}
    assert np.median([s["learning_rate"] for s in points]) < 0.1  # evenly by the logarithm


def test_a_setting_is_looked_for_only_where_its_condition_holds():
    space = {
        "l2": {"from": 1e-5, "to": 1e-2, "log": True, "when": {"dropout": [0.0], "seed": 0}},
        "dropout": [0.0, 0.5],
        "batch_norm": {"values": [True, False], "when": {"activation": "relu"}},
    }
    points = drawn(space)
    assert {("l2" in s) == (s["dropout"] == 0.0) for s in points} == {True}
    assert all("batch_norm" in s for s in points)  # relu is what the recipe has
    assert list(Space.of(space, BASE).axes)[-1] == "l2"


def test_values_may_be_settings_of_their_own():
    values = [{"name": "adam", "beta1": 0.8}, noron.SGD(), "momentum"]
    found = {json.dumps(s["optimizer"], sort_keys=True) for s in drawn({"optimizer": values})}
    assert len(found) == 3
    assert '{"beta1": 0.8, "name": "adam"}' in " ".join(found)
    json.dumps(Space.of({"optimizer": values}, BASE).content())


@pytest.mark.parametrize(
    ("space", "description"),
    [
        ({}, "the space is {}: give settings"),
        ({"learnin_rate": [1]}, "did you mean 'learning_rate'"),
        ({"seed": [1, 2]}, "unknown setting 'seed'"),
        ({"l2": 3}, "give a list of values"),
        ({"l2": []}, "has no values"),
        ({"l2": {"frm": 1}}, "did you mean 'from'"),
        ({"l2": {"from": 1}}, "from the lower to the higher"),
        ({"l2": {"from": 1, "to": 1}}, "from the lower to the higher"),
        ({"l2": {"from": 1, "to": math.inf}}, "from the lower to the higher"),
        ({"l2": {"from": 1, "to": math.nan}}, "from the lower to the higher"),
        ({"l2": {"from": 0, "to": 1, "log": True}}, "needs from > 0"),
        ({"l2": {"from": -1, "to": 1}}, "l2 is -1"),
        ({"optimizer": ["sdg"]}, "did you mean 'sgd'"),
        ({"dropout": [0.5, 1.0]}, "dropout"),
        ({"batch_size": {"from": 0.5, "to": 9}}, "batch_size"),
        ({"hidden": {"layers": {"from": 1, "to": 30}, "width": [3]}}, "beyond 0 to 20"),
        ({"hidden": {"layers": [1.5], "width": [3]}}, "give whole numbers"),
        ({"hidden": {"layers": [1]}}, "with a width"),
        ({"l2": {"layers": [1], "width": [1]}}, "only hidden has layers"),
        ({"l2": {"values": [0.1], "when": {"dropout": 0.3}}}, "which it never is"),
        ({"l2": {"values": [0.1], "when": {"dropuot": 0.3}}}, "did you mean 'dropout'"),
        ({"l2": {"values": [0.1], "when": 3}}, "give settings, such as"),
        (
            {
                "l2": {"values": [0.1], "when": {"dropout": 0.1}},
                "dropout": {"values": [0.1], "when": {"l2": 0.1}},
            },
            "depend on each other",
        ),
    ],
)
def test_what_is_no_space_is_told_before_anything_is_trained(space, description):
    with pytest.raises(SettingError, match=re.escape(description)):
        search(BASE, space, store=None)


# ---------------------------------------------------------------------------- giving up


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
@pytest.mark.parametrize("rule", [Halving(1), Halving(2), Median()], ids=lambda rule: rule.name)
def test_the_bars_sent_along_decide_as_optuna_does(rule, direction):
    """Hundreds of decisions on random curves."""
    rng = np.random.default_rng(3)
    sign = 1.0 if direction == "minimize" else -1.0
    with quiet():
        study = optuna.create_study(direction=direction, pruner=rule.of_optuna())
    at, decided, pruned = rule.epochs(30), 0, 0
    assert len(at) >= 3
    for _ in range(250):
        trial = study.ask()
        trials = study.get_trials()
        others = [t.intermediate_values for t in trials if t.number != trial.number]
        complete = (optuna.trial.TrialState.COMPLETE,)
        ended = [t.intermediate_values for t in study.get_trials(states=complete)]
        bars, best = rule.bars(at, others, ended, sign), math.inf
        for epoch in at:
            value = float(np.round(rng.normal(), 1))  # rounded, so that some are equal
            trial.report(value, epoch)
            theirs = not trial.should_prune()
            best = min(best, sign * value)
            ours = (best if rule.takes_best else sign * value) <= bars.get(epoch, math.inf)
            assert ours == theirs, (epoch, value)
            decided += 1
            if not theirs:
                pruned += 1
                study.tell(trial, state=optuna.trial.TrialState.PRUNED)
                break
        else:
            study.tell(trial, value)
    assert pruned > 50
    assert decided > pruned


def test_where_trials_are_judged():
    assert Pruner.named("halving", 30, 2).epochs(30) == ()  # 60 steps in all are too few
    assert Pruner.named("median", 30, 2).epochs(30) == ()
    assert Pruner.named("halving", 300, 2).epochs(300) == (50, 150)
    assert Pruner.named("median", 300, 2).epochs(300) == (60, 90, 120, 150, 180)
    assert Pruner.named("halving", 27).epochs(27) == (1, 3, 9)
    assert Pruner.named("halving", 10).epochs(10) == (1, 3)
    assert Pruner.named("halving", 270).epochs(270) == (10, 30, 90)
    assert Pruner.named("halving", 27).epochs(1) == ()
    assert Pruner.named("median", 10).epochs(10) == (1, 2, 3, 4, 5, 6)
    assert Pruner.named("none", 10).epochs(10) == Pruner.named("halving", None).epochs(9) == ()
    share = (1 + 2 / 3 + 6 / 9 + 18 / 27) / 27
    assert Pruner.named("halving", 27).share(27) == pytest.approx(share)


def test_a_judge_that_is_sent_away_knows_what_was_known_then():
    ready = Prepared.of(BASE, SPACE)
    study = Study(ready.plan, None)
    for score in (0.5, 0.6, 0.7, 0.4, 0.8):
        asked = study.ask()
        assert copy.copy(asked.pruning_hook(9)).should_continue({"epoch": 1, "val_accuracy": 0.1})
        assert asked.pruning_hook(9).should_continue({"epoch": 1, "val_accuracy": score})
        study.tell(asked, trial_of(asked.number, "done", (score,)))
    asked = study.ask()
    sent = copy.copy(asked.pruning_hook(9))  # through __reduce__, as all that is sent
    assert sent.epochs == (1, 3)
    assert sent.should_continue({"epoch": 1, "val_accuracy": 0.8})
    assert not sent.should_continue({"epoch": 1, "val_accuracy": 0.6})
    assert not sent.should_continue({"epoch": 1, "val_accuracy": math.nan})
    assert sent.should_continue({"epoch": 3, "val_accuracy": 0.1})  # nobody has come so far
    rows = [{"epoch": e, "val_accuracy": 0.75} for e in (1, 2)]
    study.tell(asked, trial_of(asked.number, "pruned", rows=rows))
    assert 0.75 in [v.get(1) for v in study.reports(99)[0]]


# ---------------------------------------------------------------------------- the search


def test_a_search_is_its_trials():
    found = search(BASE, SPACE, trials=25, store="s.sqlite", seeds=0)
    assert [trial.key.number for trial in found.trials] == list(range(25))
    assert found.count("done") + found.count("pruned") == 25
    assert found.count("pruned") >= 8
    for trial in found.trials:
        assert len(trial.rows) == trial.key.facts["epochs"]
        assert (trial.key.facts["epochs"] == 9) == (trial.status == "done")
    best = max((t for t in found.trials if t.status == "done"), key=lambda t: t.key.values[0])
    assert found.best.key.values == best.key.values
    alone = execute(found.best_spec, Sources())
    assert alone.history.rows[-1]["val_accuracy"] == found.best.key.values[0]
    assert found.test == alone.test()
    with Reader("s.sqlite") as reader:
        assert len(reader.find()) == 25
        assert len(reader.find("status = pruned")) == found.count("pruned")
        assert reader.find(f"run = {found.best.run} and status = done")
    sizes = [t.key.facts["parameters"] for t in found.front]
    scores = [t.key.values[0] for t in found.front]
    assert sizes == sorted(sizes)
    assert scores == sorted(scores)
    assert found.best.key.values[0] == scores[-1]
    assert f"The best of 25 trials is trial {found.best.key.number}" in str(found)


def test_what_is_there_is_not_done_again_and_more_may_be_asked_for(monkeypatch):
    first = search(BASE, SPACE, trials=12, seeds=0, store="s.sqlite")
    with monkeypatch.context() as closed:
        closed.setattr(recorder, "execute", lambda *a, **k: pytest.fail("it was trained again"))
        again = search(BASE, SPACE, trials=12, seeds=0, store="s.sqlite")
    assert timeless(again.trials) == timeless(first.trials)
    assert again.test == first.test
    more = search(BASE, SPACE, trials=15, seeds=0, store="s.sqlite")
    assert timeless(more.trials[:12]) == timeless(first.trials)
    assert len(more.trials) == 15
    with Reader("s.sqlite") as reader:
        assert len(reader.find()) == 15
    other = search(BASE.but(seed=1), SPACE, trials=2, store="s.sqlite")
    assert other.trials[1].key.settings != first.trials[1].key.settings


def test_a_recipe_that_was_run_before_is_taken_from_the_store(monkeypatch):
    space = {"activation": ["relu", "tanh"]}
    search(BASE, space, trials=8, sampler="random", pruner="none", store="s.sqlite")
    with Reader("s.sqlite") as reader:
        assert len(reader.find()) == 2
    found = search(BASE, space, trials=4, sampler="tpe", pruner="none", store="s.sqlite")
    assert [trial.status for trial in found.trials] == ["done"] * 4
    with Reader("s.sqlite") as reader:
        assert len(reader.find()) == 2


def test_trials_that_fail_have_their_reason_and_the_rest_goes_on():
    space = {"learning_rate": [0.1, 1e30, "auto"], "schedule": ["cosine", "none"]}
    with pytest.warns(noron.TrainingWarning):
        found = search(BASE, space, trials=20, sampler="random", store=None)
    reasons = {t.status: t.reason for t in found.trials}
    assert "leave one of them out" in reasons["failed"]
    assert "too high" in reasons["diverged"]
    assert found.best.key.settings["learning_rate"] != 1e30


def test_several_goals_are_weighed_against_each_other():
    found = search(BASE, SPACE, trials=12, goals=["val_loss", "parameters"], store=None)
    assert found.count("done") == 12  # nothing is pruned then
    assert found.best.key.values[0] == min(t.key.values[0] for t in found.trials)
    for one in (trial.key.values for trial in found.front):
        for other in (trial.key.values for trial in found.trials):
            assert not (other[0] < one[0] and other[1] <= one[1]), "it is beaten"
    assert len(found.table()[0]) == 1 + 2 + 3 + 1


def test_the_front_is_what_nothing_beats():
    points = [(1.0, 5.0), (2.0, 4.0), (2.0, 6.0), (3.0, 4.0), (0.5, 9.0), (1.0, 5.0)]
    trials = [trial_of(i, "done", values) for i, values in enumerate(points)]
    assert {t.key.number for t in pareto(trials, [1.0, 1.0])} == {0, 1, 4, 5}
    assert {t.key.number for t in pareto(trials, [-1.0, 1.0])} == {3}


def test_the_clock_ends_a_search():
    started = time.monotonic()
    found = search(BASE, SPACE, trials=100_000, seconds=1.0, store=None)
    assert 0 < len(found.trials) < 100_000
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    ("options", "description"),
    [
        ({"trials": 0}, "trials is 0"),
        ({"seconds": 0}, "seconds is 0"),
        ({"sampler": "tpo"}, "unknown sampler 'tpo': did you mean 'tpe'"),
        ({"pruner": "half"}, "unknown pruner 'half'"),
        ({"goals": ["accuracy"]}, "unknown goal 'accuracy': did you mean 'val_accuracy'"),
        ({"goals": ["val_r2"]}, "unknown goal"),
        ({"goals": ["val_loss", "val_loss"]}, "give each of them once"),
    ],
)
def test_options_that_are_none_are_told(options, description):
    with pytest.raises(SettingError, match=re.escape(description)):
        search(BASE, SPACE, **{"store": None} | options)


# ---------------------------------------------------------------------------- never below the base

WEAK = BASE.but(learning_rate=0.01, hidden=[2])
"""A recipe that most points of the space are better than."""


def result_of(values, *, scores=None, pruned=(), **options):
    """A search whose trials came to these values, and further ones that were pruned with theirs."""
    plan = Prepared.of(BASE, SPACE).plan
    trials = [trial_of(i, "done", (value,)) for i, value in enumerate(values)]
    for number, value in enumerate(pruned, start=len(trials)):
        key = TrialKey(number, {"l2": 0.1}, (), {"val_accuracy": value, "epochs": 3})
        trials.append(RunResult(BASE, "pruned", key=key))
    return Search(plan, BASE, trials, {}, scores=scores or {}, data="moons", **options)


@pytest.mark.parametrize("trials", [1, 2, 12])
def test_trial_0_is_the_base_recipe_and_the_best_is_no_worse(trials):
    found = search(WEAK, SPACE, trials=trials, store=None, seeds=1)
    alone = execute(WEAK, Sources())
    assert found.start.status == "done"
    assert found.start.key.settings == {
        "learning_rate": 0.01, "activation": "relu", "hidden": [2]
    }  # fmt: skip
    assert found.start.key.values[0] == alone.history.rows[-1]["val_accuracy"]
    scores = [score_of(trial, "val_accuracy") for trial in found.trials]
    assert found.best.key.values[0] == np.nanmax(scores)
    assert found.recommended.key.values[0] >= found.start.key.values[0]
    assert ("Only" in found.conclusion) == (found.count("done") < 5)


def test_the_base_recipe_is_never_pruned(monkeypatch):
    monkeypatch.setattr(TrialPruningHook, "__reduce__", object.__reduce__)
    base = BASE.but(learning_rate=1e-6)  # beyond the space, and the worst of all
    found = search(base, SPACE, trials=12, store="s.sqlite", seeds=1)
    assert found.start.status == "done"
    assert found.start.key.settings["learning_rate"] == 1e-6
    assert found.best.key.number > 0
    again = search(base, SPACE, trials=12, store="s.sqlite", seeds=1)  # from the journal
    assert again.start.key.values == found.start.key.values
    assert again.recommended.key.number == found.recommended.key.number > 0
    study = Study(found.plan, journal_of(Path("s.sqlite"), found.plan))
    asked = study.ask()
    assert set(asked.trial.params) >= {"learning_rate", "activation"}
    study.close()


def test_a_base_recipe_with_no_score_is_said(recwarn):
    found = search(BASE.but(learning_rate=1e30), SPACE, trials=6, store=None)
    assert found.start.status == "diverged"
    assert found.recommended is found.best
    assert "The base recipe, trial 0, has no score: it diverged." in found.conclusion


def test_a_pruned_trial_that_was_better_than_all_is_trained_to_its_end(monkeypatch):
    monkeypatch.setattr(
        TrialPruningHook, "should_continue", lambda self, row: self.trial.number == 0
    )
    for options in ({"store": None}, {"store": "s.sqlite"}, {"store": "s.sqlite"}):
        found = search(WEAK, SPACE, trials=8, seeds=0, sampler="random", **options)
        assert found.count("pruned") > 0
        assert found.best.key.number > 0
        assert not found.overlooked
        whole = execute(found.best_spec, Sources())
        assert found.best.key.values[0] == whole.history.rows[-1]["val_accuracy"]
        assert len(found.best.rows) == 9
        assert found.outcome.digest == whole.digest
    with Reader("s.sqlite") as reader:
        assert len(reader.find("status = pruned")) == 7  # none was trained twice


def test_a_pruned_trial_that_there_was_no_time_for_is_said():
    found = result_of([0.8, 0.7], pruned=[0.75, 0.9, 0.85])
    assert [trial.key.number for trial in found.overlooked] == [3, 4]
    assert "Trial 3, pruned after epoch 3, had 90.00%, better than all" in found.conclusion
    assert "overlooked" not in found.conclusion
    assert "pruned after" not in result_of([0.8, 0.7], pruned=[0.8, 0.75]).conclusion


def test_the_base_recipe_is_recommended_unless_the_best_beats_it_with_other_seeds():
    better = result_of([0.8, 0.9], scores={1: {0: 0.8, 1: 0.84}, 2: {0: 0.8, 1: 0.82}})
    assert better.recommended is better.best is better.trials[1]
    assert "With 2 other seeds it has 83.00% (spread 1.41%)" in better.conclusion
    assert "recommended, better though within the chance of these" in better.conclusion
    for value in (0.79, 0.8, 0.85, math.nan):  # 0.85 is a lead of 0.025, which is its error
        worse = result_of([0.8, 0.9], scores={1: {0: 0.8, 1: 0.8}, 2: {0: 0.8, 1: value}})
        assert worse.best is worse.trials[1]
        assert worse.recommended is worse.trials[0]
        assert "so the base recipe is recommended" in worse.conclusion
        assert ("one standard error" in worse.conclusion) == (value == 0.85)
    fallen = result_of([0.8, 0.9], scores={1: {0: math.nan, 1: 0.7}, 2: {0: 0.8, 1: 0.7}})
    assert fallen.recommended is fallen.best
    open_yet = result_of([0.8, 0.9], scores={1: {0: 0.8}})  # interrupted in the middle of a pair
    assert open_yet.recommended is open_yet.best
    assert "a single seed" in open_yet.conclusion
    same = result_of([0.9, 0.8, 0.9])
    assert same.recommended is same.best is same.trials[0]
    assert "trial 0, the base recipe" in same.conclusion


def test_other_seeds_hold_out_other_rows_where_those_are_few(monkeypatch):
    found = search(WEAK.but(seed=5), SPACE, trials=8, store=None, seeds=2)
    number = found.best.key.number
    assert number > 0
    assert list(found.scores) == [6, 7]
    spec = found.base.but(seed=7, folds=10, fold=2)
    assert found.scores[7][0] == execute(spec, Sources()).last["val_accuracy"]
    best = spec.but(**found.best.key.settings)
    assert found.scores[7][number] == execute(best, Sources()).last["val_accuracy"]
    first, other = Sources().rows_of(WEAK.but(seed=5)), Sources().rows_of(spec)
    assert len(first.validation[1]) == len(other.validation[1])
    assert not np.array_equal(first.validation[0], other.validation[0])
    assert np.array_equal(first.split.x_test, other.split.x_test)
    assert "With 2 other seeds and held-out rows it has" in found.conclusion
    monkeypatch.setattr("noron.experiments.searching.prepare.FEW_ROWS", 80)
    ready = Prepared.of(WEAK.but(seed=5), SPACE)
    assert ready.with_seed({}, 2) == ready.base.but(seed=7)
    assert Prepared.of(WEAK.but(folds=3, fold=2), SPACE).with_seed({}, 2).fold == 2


def test_few_finished_trials_are_said():
    alone = result_of([0.8])
    assert "The best of 1 trial is trial 0, the base recipe" in alone.conclusion
    assert "Only 1 trial finished: give more trials or epochs" in alone.conclusion
    assert "Only 4 trials finished" in result_of([0.8] * 4, pruned=[0.1] * 9).conclusion
    assert "Only" not in result_of([0.8] * 5).conclusion


def test_time_that_is_over_leaves_the_base_recipe():
    found = search(WEAK, SPACE, trials=50, seconds=1e-9, store=None)
    assert [trial.key.number for trial in found.trials] == [0]
    assert found.recommended is found.start
    assert found.test
    assert "Only 1 trial finished" in found.conclusion


@pytest.mark.parametrize("after", [1, 5, 9, 10, 12])
def test_a_search_that_is_interrupted_anywhere_ends_as_one_that_was_not(after):
    options = {"store": "s.sqlite", "seeds": 2}
    ready, heard = Prepared.of(WEAK, SPACE), []

    def on_result(tried):
        heard.append(tried)
        if len(heard) == after:
            raise KeyboardInterrupt

    found = run_search(ready, 9, seconds=None, on_result=on_result, **options)
    assert found.interrupted
    assert found.outcome is None
    assert found.recommended.key.values[0] >= found.start.key.values[0]
    whole = search(WEAK, SPACE, trials=9, store=None, seeds=2)
    again = search(WEAK, SPACE, trials=9, **options)
    assert again.scores == whole.scores
    assert again.sentences() == whole.sentences()
    assert again.test == whole.test


def test_a_goal_that_is_a_cost_needs_no_other_seeds():
    found = search(BASE, SPACE, trials=6, goals=["parameters"], store=None)
    assert not found.scores
    assert "seed" not in found.conclusion


def test_a_search_is_shown_with_its_best_trials():
    found = result_of([0.8, 0.9], pruned=[0.1])
    line, header, first, *_ = repr(found).splitlines()
    assert line == "Search on moons: 3 trials: 2 finished, 1 pruned"
    assert header.split()[:2] == ["trial", "validation"]
    assert first.split()[:2] == ["1", "90.00%"]
    assert repr(found).endswith(found.conclusion)


def test_the_recommended_row_is_in_the_table(tmp_path):
    values = [0.5, *np.linspace(0.6, 0.9, 30)]
    found = result_of(values, scores={1: {0: 0.8, 30: 0.7}})
    assert found.table(5)[-1][0] == "0 (base)"
    assert found.emphasis(5) == 5
    found.save(tmp_path, drawn=False)
    text = (tmp_path / "best.toml").read_text()
    assert "# With another seed it has 70.00%, and the base recipe 80.00%: no better, so" in text
    assert RunSpec.from_toml(text) == found.best_spec
    result = json.loads((tmp_path / "results.json").read_text())
    assert result["recommended"]["number"] == 0
    assert result["seeds"] == [{"seed": 1, "base": 0.8, "best": 0.7}]


# ---------------------------------------------------------------------------- faults

PROGRAM = """
import sys
from noron.experiments.searching import search
search({"data": "moons", "epochs": 9, "hidden": [4], "batch_size": 7}, %r, trials=40,
       sampler="random", pruner="none", store="s.sqlite", seeds=0)
"""


def run_until(trials):
    """The program, killed as soon as the store has so many ended trials."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM % SPACE],
        env=os.environ | {"PYTHONPATH": SOURCE}, stderr=subprocess.PIPE,
    )  # fmt: skip
    for _ in range(1200):
        try:
            with Reader("s.sqlite") as reader:
                if len(reader.find("status = done")) >= trials:
                    break
        except StoreError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.02)
    process.kill()
    process.communicate()
    return process


def test_a_search_whose_process_is_killed_goes_on_as_it_would_have():
    options = {"trials": 40, "sampler": "random", "pruner": "none", "seeds": 0}
    whole = search(BASE, SPACE, **options, store="whole.sqlite")
    for trials in (5, 12, 20):
        run_until(trials)
    plan = Prepared.of(BASE, SPACE, sampler="random", pruner="none").plan
    journal = journal_of(Path("s.sqlite"), plan)
    with journal.open("ab") as file:
        file.write(b'{"op_code": 4, "worker_')  # as if killed in the middle of a line
    found = search(BASE, SPACE, **options, store="s.sqlite")
    assert [t.key.settings for t in found.trials] == [t.key.settings for t in whole.trials]
    assert [t.key.values for t in found.trials] == [t.key.values for t in whole.trials]
    with Reader("s.sqlite") as reader:
        assert len(reader.find("status = done")) == 40
        assert len({run.spec.identity for run in reader.runs(reader.find("status = done"))}) == 40


def test_one_process_at_a_time_is_at_a_search():
    plan = Prepared.of(BASE, SPACE).plan
    first = Study(plan, journal_of(Path("s.sqlite"), plan))
    with pytest.raises(SettingError, match="another process is running this search"):
        search(BASE, SPACE, trials=2, store="s.sqlite")
    first.close()
    assert len(search(BASE, SPACE, trials=2, store="s.sqlite").trials) == 2


def test_a_journal_that_is_damaged_is_refused_and_left_alone():
    search(BASE, SPACE, trials=2, store="s.sqlite")
    plan = Prepared.of(BASE, SPACE).plan
    journal = journal_of(Path("s.sqlite"), plan)
    journal.write_bytes(b"no journal\n" + journal.read_bytes())
    before = journal.read_bytes()
    with pytest.raises(StoreError, match="move it away to start again"):
        search(BASE, SPACE, trials=3, store="s.sqlite")
    assert journal.read_bytes() == before


@pytest.mark.parametrize("when", ["a trial", "another seed", "the network that is tested"])
def test_ctrl_c_keeps_what_is_done_and_the_same_command_goes_on(when, monkeypatch, folder, capsys):
    (folder / "space.toml").write_text("learning_rate = [0.01, 0.02, 0.03]\nl2 = [0.0, 0.1]\n")
    words = ["search", "--data", "moons", "--learning-rate", "1e-4", "--epochs", "4", "--space",
             "space.toml", "--seeds", "2", "--trials", "4", "--pruner", "none"]  # fmt: skip
    report, ended = SearchRuns._report, []

    def reported(self, asked, result):
        trial = report(self, asked, result)
        ended.append(trial.key)
        if {"a trial": trial.key.number == 1, "another seed": trial.key.seed is not None}.get(when):
            signal.raise_signal(signal.SIGINT)
        return trial

    def tested(self):
        signal.raise_signal(signal.SIGINT)
        pytest.fail("the signal was lost")

    with monkeypatch.context() as patch:
        patch.setattr(SearchRuns, "_report", reported)
        if when == "the network that is tested":
            patch.setattr(RunResult, "test", tested)
        assert main(words) == 130
    written = capsys.readouterr()
    assert "the same command continues" in written.err
    assert "The best of" in written.out
    assert "on the test rows" not in written.out
    assert (len(ended) < 4) is (when == "a trial")
    seeds = {key.seed for key in ended} - {None}
    assert len(seeds) == {"a trial": 0, "another seed": 1}.get(when, 2)
    with Reader("runs/noron.sqlite") as reader:
        before = set(reader.find("status = done"))
    assert before
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["interrupted"] is False
    with Reader("runs/noron.sqlite") as reader:
        assert before < set(reader.find("status = done")) or when == "the network that is tested"


def test_ctrl_c_while_the_recommended_network_is_trained_again_measures_nothing(monkeypatch):
    def train(self, *given, **options):
        return noron.History(interrupted=True)

    monkeypatch.setattr(noron.NeuralNetwork, "train", train)
    with pytest.raises(KeyboardInterrupt):
        with_net(RunResult(BASE, "done"), Sources())


# ---------------------------------------------------------------------------- command and report


def test_the_command_leaves_a_report_the_best_recipe_and_its_model(capsys, folder):
    (folder / "recipe.toml").write_text(BASE.to_toml())
    (folder / "space.json").write_text(json.dumps(SPACE))
    words = ["search", "recipe.toml", "--space", "space.json", "--trials", "15", "--json"]
    assert main(words) == 0
    on_result = capsys.readouterr()
    result = json.loads(on_result.out)
    assert "15 trials, about" in on_result.err
    assert "MB for rows and networks" in on_result.err
    files = {Path(file).name for file in result["files"]}
    pictures = {file for file in files if file.endswith(".png")}
    assert {"trial_after_trial.png", "learning_curves.png"} <= pictures
    assert files - pictures == {
        "report.html", "report.md", "results.json", "best.toml", "best.safetensors"
    }  # fmt: skip
    place = Path(result["folder"])
    spec = RunSpec.from_toml((place / "best.toml").read_text())
    assert execute(spec, Sources()).test() == pytest.approx(result["test"])
    net = noron.load(place / "best.safetensors")
    assert net.network.theta.size == result["best"]["parameters"]
    assert len(result["trials"]) == 15
    assert main([*words[:-1]]) == 0
    assert " finished" in capsys.readouterr().out


def test_a_trial_has_the_same_number_everywhere(capsys, folder):
    (folder / "space.toml").write_text("hidden = [[2], [3], [4], [5], [6], [7]]")
    words = ["search", "--data", "moons", "--epochs", "2", "--space", "space.toml"]
    assert main([*words, "--trials", "4", "--sampler", "random", "--out", "here"]) == 0
    out, log = capsys.readouterr()
    logged = dict(re.findall(r"^\d/4  trial (\d)  (\d+)", log, re.MULTILINE))
    rows = re.findall(r"^[* ] +(\d)(?: .base.)? +[\d.]+% +(\d+)[ ,]", out, re.MULTILINE)
    best = rows[0]
    assert len(logged) == 4
    assert dict(rows) == logged
    report = Path("here/report.md").read_text()
    for text in (out, report):
        assert re.search(rf"trial {best[0]}(, the base recipe)?: {best[1]}(,64)?, with", text)
    trials = json.loads(Path("here/results.json").read_text())["trials"]
    assert {str(t["number"]): str(t["settings"]["hidden"][0]) for t in trials} == logged
    with Reader("runs/noron.sqlite") as reader:
        runs = {r.name: str(r.settings["hidden"][0]) for r in reader.runs(reader.find())}
    named = {f"trial {number}": width for number, width in logged.items()}
    assert {n: width for n, width in runs.items() if "seed" not in n}.items() <= named.items()


def test_the_best_so_far_is_told_with_its_sign():
    worse, better = (trial_of(i, "done", (score,)) for i, score in enumerate((-3, -0.5)))
    leader = Leader("val_r2", -1.0)
    assert leader.line(worse).endswith("best val_r2 -3.0000")
    assert leader.line(better).endswith("best val_r2 -0.5000")
    assert leader.line(worse).endswith("best val_r2 -0.5000")
    assert [leader.reach(tried, 9) for tried in (better, worse)] == [2, 2]
    again = replace(worse, key=replace(worse.key, seed=4))
    assert "trial 0 with seed 4" in leader.line(again)
    assert leader.reach(again, 9) == 9


def test_the_page_needs_nothing_but_itself():
    found = search(BASE, SPACE, trials=40, store=None)
    html = found.to_html()
    assert not re.findall(r'(?:src|href|srcset)="(?!data:)', html)
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert html.count("<picture>") == 5
    assert "prefers-color-scheme: dark" in html
    assert found.importances
    assert sum(found.importances.values()) == pytest.approx(1)
    assert len(html) < 1_000_000
    assert found.conclusion in re.sub(r"&[a-z#0-9]+;", "", html) or "Best of 40" in html


def test_without_optuna_the_command_names_what_installs_it():
    code = """
import sys
sys.modules["optuna"] = None
from noron.cli import main
raise SystemExit(main(["search", "--data", "moons"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": SOURCE},
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert "pip install 'noron[sweeps]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_plans_tell_searches_apart():
    def known(**changes):
        options = {"goals": (), "sampler": "tpe", "pruner": "halving"} | changes
        plan = Prepared.of(options.pop("base", BASE), options.pop("space", SPACE), **options).plan
        assert isinstance(plan, SearchPlan)
        return journal_of(Path("s.sqlite"), plan)

    plans = [
        known(), known(sampler="random"), known(pruner="none"), known(goals=("val_loss",)),
        known(base=BASE.but(seed=2)), known(space={"l2": [0.1]}),
    ]  # fmt: skip
    assert len(set(plans)) == len(plans)
    assert known() == known()


# ---------------------------------------------------------------------------- elsewhere


def same_elsewhere(workers):
    """Trials of other processes are those of this one; those that fall behind end early there."""
    options = {"trials": 14, "sampler": "random", "seeds": 1}
    here = search(BASE, SPACE, pruner="none", **options, store=None)
    there = search(BASE, SPACE, pruner="none", **options, store="s.sqlite", workers=workers)
    assert [(t.key.settings, t.key.values) for t in there.trials] == [
        (t.key.settings, t.key.values) for t in here.trials
    ]
    assert there.test == here.test
    assert there.scores == here.scores
    with Reader("s.sqlite") as reader:
        assert len(reader.find("status = done")) == 14 + 2 * len(here.scores)
    pruned = search(BASE, SPACE, **options, store="p.sqlite", workers=workers)
    assert pruned.count("pruned") > 2
    assert pruned.count("done") + pruned.count("pruned") == 14
    for one in pruned.trials:
        same = here.trials[one.key.number]
        assert one.key.settings == same.key.settings
        if one.status == "done":
            assert one.key.values == same.key.values
    return there.pace


def test_trials_in_other_processes_are_the_same():
    assert "2 processes of this machine" in same_elsewhere(2)


def test_a_network_of_another_process_knows_the_classes_by_name(folder):
    rows = [f"{i % 7},{i % 5},{'high' if i % 7 > 3 else 'low'}" for i in range(60)]
    (folder / "named.csv").write_text("\n".join(["a,b,y", *rows]))
    base = RunSpec(data="named.csv", target="y", epochs=5, hidden=[4])
    here, there = (search(base, SPACE, trials=1, store=None, workers=w) for w in (None, 1))
    assert there.test == here.test
    assert set(there.outcome.net.predict(there.outcome.data.split.x_test)) <= {"high", "low"}


def test_trials_on_a_cluster_are_the_same(folder):
    pytest.importorskip("distributed")
    with cluster(folder, 2) as made:
        assert "Dask" in same_elsewhere(made.address)


def test_the_best_network_is_the_one_that_was_trained_and_not_another_one(monkeypatch):
    winner = with_net
    kept = []
    monkeypatch.setattr(
        "noron.experiments.searching.runs.with_net",
        lambda trial, sources: kept.append(trial) or winner(trial, sources),
    )
    result = search(BASE, SPACE, trials=6, store=None)
    assert kept[0] is result.outcome
    assert result.outcome.digest == execute(result.best_spec, Sources()).digest
