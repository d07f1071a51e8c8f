"""The report's baselines get what the network gets: held out rows, a search, and a time limit."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, r2_score
from sklearn.model_selection import StratifiedKFold

from noron import NeuralNetwork
from noron.data import read
from noron.data.tables import Frame, How, as_frame, learn
from noron.data.tables.target import read_target
from noron.engines.threads import libraries_for
from noron.estimators import TableClassifier
from noron.estimators.reports import baselines
from noron.estimators.reports.baselines import Boosting, Linear
from noron.estimators.reports.trial import Budget
from noron.estimators.table.ensemble import Deadline
from noron.estimators.table.ensemble_fit import ADDITIVE
from noron.training.callbacks import StopTraining

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_boosting_stops_early_as_by_hand():
    """The passengers: at scikit-learn's defaults it is worse than a guess."""
    frame = read(str(EXAMPLES / "passengers.csv"), ("survived",))
    y = np.unique(read_target(frame.pick("survived"), "survived").values, return_inverse=True)[1]
    frame = frame.without("survived")
    ours, by_hand = [], []
    with libraries_for(1):
        for train, test in StratifiedKFold(3, shuffle=True, random_state=0).split(y, y):
            boosting = Boosting(2, None, 0)
            boosting.fit(frame.take(train), y[train])
            ours.append(log_loss(y[test], boosting.predict(frame.take(test))))
            encoding, settings = boosting.encoding, {"learning_rate": 0.1, "max_leaf_nodes": 31}
            model = boosting.make(encoding, settings).set_params(early_stopping=True)
            model.fit(boosting.matrix(encoding, frame.take(train)), y[train])
            p = model.predict_proba(boosting.matrix(encoding, frame.take(test)))
            by_hand.append(log_loss(y[test], p))
    assert np.mean(ours) < np.mean(by_hand) + 0.01
    assert np.mean(ours) < 0.6


def test_the_linear_model_takes_bins_where_they_help():
    x = np.random.default_rng(0).uniform(-1, 1, 400)
    frame = as_frame({"x": x})
    noise = np.random.default_rng(1).normal(size=400) / 2
    for y, how in ((np.cos(5 * x), ADDITIVE), (3 * x + noise, How(bins=0))):
        linear = Linear(0, None, 0)
        linear.fit(frame, y)
        assert linear.encoding == learn(frame, None, None, how)
        assert r2_score(y, linear.predict(frame)[:, 0]) > 0.8


@pytest.mark.parametrize("kind", [Linear, Boosting])
def test_baselines_end_their_search_in_time(kind):
    frame, y = as_frame({"x": np.random.default_rng(0).normal(size=60)}), np.arange(60) % 2
    hasty, patient = kind(2, None, 0, end_at=0.0), kind(2, None, 0)
    for model in (hasty, patient):
        model.fit(frame, y)
    assert hasty.stopped
    assert not patient.stopped
    assert len(hasty.models) <= kind.n_searched
    assert hasty.predict(frame).shape == (60, 2)


def test_what_one_fit_leaves_of_the_time_is_for_the_others(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("noron.estimators.reports.trial.time.monotonic", lambda: now[0])
    budget = Budget(60.0, 2)
    assert "60" in budget.time_left()
    first = budget.share()
    assert first == pytest.approx(60 / budget.all)
    second = budget.share()
    assert second > first
    now[0] += 30
    assert budget.share() < first
    now[0] += 60
    assert budget.share() == 0
    assert budget.left() == 0


@pytest.fixture
def ticks(monkeypatch):
    """A clock on which a second goes by with each look at it; a list with the last time."""
    now = [0.0]

    def tick():
        now[0] += 1
        return now[0]

    monkeypatch.setattr(baselines.time, "monotonic", tick)
    return now


def noise(n_classes: int, n_rows: int = 400) -> tuple[Frame, np.ndarray]:
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(n_rows, 3)), rng.integers(max(n_classes, 2), size=n_rows)
    return as_frame(x), y if n_classes else x[:, 0] + y


@pytest.mark.parametrize("n_classes", [0, 2, 3])
def test_a_limit_that_is_not_reached_changes_no_bit(n_classes, monkeypatch):
    monkeypatch.setattr(baselines, "LARGE", 0)
    frame, y = noise(n_classes)
    for kind in (Linear, Boosting):
        free, limited = kind(n_classes, None, 0), kind(n_classes, None, 0, ready_by=1e300)
        for model in (free, limited):
            model.fit(frame, y)
        assert not limited.stopped
        np.testing.assert_array_equal(free.predict(frame), limited.predict(frame))


@pytest.fixture
def work(monkeypatch):
    """A clock on which each tree and each step of a linear model takes a second."""
    now = [0.0]
    monkeypatch.setattr(baselines.time, "monotonic", lambda: now[0])
    for kind in (HistGradientBoostingClassifier, LogisticRegression):

        def fit(self, *given, plain=kind.fit, **options):
            before = getattr(self, "n_iter_", 0) if getattr(self, "warm_start", False) else 0
            plain(self, *given, **options)
            now[0] += float(np.max(self.n_iter_)) - before
            return self

        monkeypatch.setattr(kind, "fit", fit)
    return now


@pytest.mark.parametrize("kind", [Linear, Boosting])
@pytest.mark.parametrize("seconds", [1, 60, 200])
def test_no_fit_goes_on_beyond_the_time(kind, seconds, work, monkeypatch):
    monkeypatch.setattr(baselines, "LARGE", 0)
    free, limited = kind(3, None, 0), kind(3, None, 0, seconds, seconds)
    frame, y = noise(3)
    free.fit(frame, y)
    took, work[0] = work[0], 0
    limited.fit(frame, y)
    first = 4 * baselines.FIRST_STEPS if kind is Linear else 2 * baselines.FIRST_TREES
    assert work[0] <= max(seconds + baselines.FIRST_STEPS, first)
    assert limited.stopped is (took > seconds)
    assert limited.predict(frame).shape == (400, 3)


def test_boosting_tries_fewer_settings_on_few_rows():
    assert len(list(Boosting(2, None, 0).grid(baselines.FEW_ROWS))) == 4
    assert len(list(Boosting(2, None, 0).grid(baselines.FEW_ROWS - 1))) == 2


def test_a_deadline_has_a_part_for_each_network_and_one_for_all_additive_models(ticks):
    deadline = Deadline(100, 4, 6)
    assert deadline.end_of_all == 101
    network = NeuralNetwork([2, 3, 2]).network
    lengths = []
    for _ in range(10):
        deadline.begin(network, 1)
        lengths.append(deadline.end_at - ticks[0])
    assert lengths[0] == pytest.approx((101 - 2) / 5)
    assert lengths[4] == pytest.approx((101 - 6) / 6)
    assert lengths[9] == pytest.approx(101 - 11)
    ticks[0] = 200
    with pytest.raises(StopTraining, match="share of the time"):
        deadline({})
    assert deadline.over


def test_additive_models_end_in_time_too(ticks):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(200, 3)), rng.integers(2, size=200)
    deadline = Deadline(5, 1, 3)
    model = TableClassifier(n_members=1, max_iter=50, callbacks=[deadline], random_state=0)
    model.fit(x, y)
    assert deadline.over
    deadline.__init__(1, 1, 3)
    assert model.fit(x, y).additive_ == []  # no time is left for them
    assert ticks[0] < 60  # L-BFGS alone would take 3 times 200 steps at most, and look at each
