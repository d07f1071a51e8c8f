"""What a comparison proves, and that it does not prove too much."""

import math

import numpy as np
import pytest
import scipy.stats

from noron.experiments.comparison.statistics import student, weigh


@pytest.mark.parametrize("freedom", [1, 2, 3, 22, 200, 5000])
@pytest.mark.parametrize("probability", [0.9, 0.975, 0.9995, 1 - 1e-6])
def test_students_quantile(freedom, probability):
    wanted = scipy.stats.t.ppf(probability, freedom)
    assert student(probability, freedom) == pytest.approx(wanted, rel=2e-4)
    shared = scipy.stats.t.ppf(1 - (1 - probability) / 7, freedom)
    assert student(probability, freedom, among=7) == pytest.approx(shared, rel=2e-4)


def test_a_clear_winner_and_a_tie():
    rng = np.random.default_rng(0)
    noise = rng.normal(size=(3, 5)) * 0.001
    clear = weigh(np.array([[0.9], [0.95], [0.8]]) + noise)
    assert clear.best == 1
    assert clear.has_winner
    assert clear.order == [1, 0, 2]
    assert all(d.low > 0 for d in clear.differences.values())
    tie = weigh(np.array([[0.95], [0.9501], [0.8]]) + noise)
    assert not tie.has_winner
    assert len(tie.equals) == 1
    assert 2 not in tie.equals


def test_two_choices_are_the_paired_t_test():
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(2, 6)) + np.array([[0.5], [0.0]])
    found = weigh(scores)
    other = 1 - found.best
    test = scipy.stats.ttest_rel(scores[found.best], scores[other])
    wanted = test.confidence_interval(0.95)
    got = found.differences[other]
    assert (got.low, got.high) == pytest.approx((wanted.low, wanted.high), rel=1e-3)


def test_folds_widen_the_interval_as_nadeau_and_bengio_say():
    scores = np.random.default_rng(2).normal(size=(2, 5))
    seeds, folds = weigh(scores), weigh(scores, folds=5)
    other = 1 - seeds.best
    one, two = seeds.differences[other], folds.differences[other]
    assert (two.high - two.mean) / (one.high - one.mean) == pytest.approx(
        math.sqrt((1 / 5 + 1 / 4) / (1 / 5))
    )


def test_runs_without_a_score_come_last_and_prove_nothing():
    found = weigh([[0.5, math.nan], [0.4, 0.41], [0.2, 0.3]])
    assert found.order == [1, 2, 0]
    assert set(found.differences) == {2}
    assert weigh([[0.1], [0.2]]).differences == {}
    assert math.isnan(weigh([[math.nan, math.nan]]).means[0])


@pytest.mark.parametrize("choices", [2, 4, 12])
@pytest.mark.parametrize("runs", [2, 3, 5])
@pytest.mark.parametrize("kind", ["equal", "unequal", "one wild"])
def test_equal_choices_seldom_have_a_winner(choices, runs, kind):
    """All means are the same: a winner is a mistake, and has to be one in twenty at most."""
    rng = np.random.default_rng(3)
    spreads = {
        "equal": np.ones(choices),
        "unequal": np.geomspace(0.1, 3, choices),
        "one wild": np.array([0.1] * (choices - 1) + [3.0]),
    }[kind]
    mistakes = 0
    for _ in range(500):
        scores = rng.normal(size=(choices, runs)) * spreads[:, None] + rng.normal(size=runs)
        mistakes += weigh(scores).has_winner
    assert mistakes / 500 < 0.05 + 3 * math.sqrt(0.05 * 0.95 / 500)
