"""The report's baselines get what the network gets: held out rows, a search, and a time limit."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import log_loss, r2_score
from sklearn.model_selection import StratifiedKFold

from noron.data import read
from noron.data.tables import How, as_frame, learn
from noron.data.tables.target import read_target
from noron.engines.threads import libraries_for
from noron.estimators.reports.baselines import Boosting, Linear
from noron.estimators.reports.trial import Budget
from noron.estimators.table.base import ADDITIVE

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
