"""Regularizers: gradients by central differences, values against scikit-learn, the constraint."""

import json
import math

import numpy as np
import pytest
from sklearn.linear_model import ElasticNet as SklearnElasticNet

from noron.core.errors import SettingError
from noron.regularizers import L1, L2, ElasticNet, MaxNorm, Regularizer, SharedL2

EXAMPLES = [
    L1(0.3),
    L2(0.7),
    SharedL2(0.4),
    ElasticNet(0.2, 0.5),
    ElasticNet(0.0, 0.5),
    MaxNorm(1.5),
]


@pytest.mark.parametrize("shape", [(1, 1), (4, 3), (30, 20)], ids=str)
@pytest.mark.parametrize("regularizer", EXAMPLES, ids=repr)
def test_gradient_is_the_central_difference(regularizer, shape):
    rng = np.random.default_rng(0)
    W = rng.normal(size=shape)
    W += 0.1 * np.sign(W)  # |W| has no derivative at 0: stay away from it
    direction, h = rng.normal(size=shape), 1e-6
    ahead, behind = (regularizer.forward(W + sign * h * direction)[0] for sign in (1, -1))
    slope = float((regularizer.forward(W)[1]() * direction).sum())
    assert slope == pytest.approx((ahead - behind) / (2 * h), rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("regularizer", EXAMPLES, ids=repr)
def test_types_shapes_and_settings(regularizer, dtype):
    W = np.array([[1.0, 0.0], [-2.0, 0.5]], dtype)
    value, backward = regularizer.forward(W)
    assert type(value) is float
    assert backward().shape == W.shape
    assert backward().dtype == dtype
    regularizer.project(W)
    assert W.dtype == dtype
    assert Regularizer.make(json.loads(json.dumps(regularizer.settings()))) == regularizer


def test_all_members_have_an_example():
    members = Regularizer.members.values()
    ours = {member for member in members if member.__module__ == "noron.regularizers"}
    assert ours == {type(regularizer) for regularizer in EXAMPLES}


def test_values_by_hand():
    W = np.array([[3.0, -4.0]])
    assert L1(0.1).forward(W)[0] == pytest.approx(0.7)
    assert L2(0.1).forward(W)[0] == pytest.approx(2.5)  # no half
    assert ElasticNet(0.1, 0.1).forward(W)[0] == pytest.approx(3.2)
    np.testing.assert_array_equal(L1(1.0).forward(np.zeros((2, 2)))[1](), np.zeros((2, 2)))


def test_elastic_net_is_stationary_where_scikit_learn_says_the_minimum_is():
    """scikit-learn: |y - Xw|^2 / 2n + alpha r |w|_1 + alpha (1 - r) / 2 |w|^2, fitted by descent
    along coordinates: at its w the data's gradient and ours cancel, except where w is 0."""
    rng = np.random.default_rng(1)
    X = rng.normal(size=(60, 8))
    y = X @ np.array([2.0, -1, 0, 0, 0.5, 0, 0, 3]) + 0.1 * rng.normal(size=60)
    alpha, ratio = 0.2, 0.7
    peer = SklearnElasticNet(alpha=alpha, l1_ratio=ratio, fit_intercept=False, tol=1e-12)
    w = peer.fit(X, y).coef_
    data = X.T @ (X @ w - y) / len(y)
    ours = ElasticNet(alpha * ratio, alpha * (1 - ratio) / 2).forward(w[:, None])[1]()[:, 0]
    active = w != 0
    assert 0 < active.sum() < len(w)
    np.testing.assert_allclose(data[active], -ours[active], atol=1e-6)
    assert (np.abs(data[~active]) <= alpha * ratio).all()


def test_max_norm_shortens_long_columns_in_place_and_leaves_the_rest_alone():
    rng = np.random.default_rng(2)
    W = rng.normal(size=(10, 6)) * np.array([0.0, 0.1, 0.3, 1, 3, 10])
    before, norms = W.copy(), np.linalg.norm(W, axis=0)
    MaxNorm(1.0).project(W)
    np.testing.assert_allclose(np.linalg.norm(W, axis=0), np.minimum(norms, 1.0), rtol=1e-12)
    short = norms <= 1
    assert 0 < short.sum() < 6
    np.testing.assert_array_equal(W[:, short], before[:, short])
    cosines = (W * before).sum(axis=0)[~short] / norms[~short]
    np.testing.assert_allclose(cosines, 1.0, rtol=1e-12)  # same direction


@pytest.mark.parametrize("regularizer", [L1(), L2(), ElasticNet()], ids=repr)
def test_only_constraints_project(regularizer):
    W = np.array([[100.0, -100.0]])
    regularizer.project(W)
    np.testing.assert_array_equal(W, [[100.0, -100.0]])


@pytest.mark.parametrize(
    "settings",
    [
        {"name": "l1", "strength": -1},
        {"name": "l1", "strength": "0.1"},
        {"name": "l2", "strength": math.nan},
        {"name": "l2", "strength": math.inf},
        {"name": "l2", "strength": True},
        {"name": "l2", "lambda_": 0.1},
        {"name": "elastic_net", "l1": -0.1},
        {"name": "elastic_net", "l2": None},
        {"name": "max_norm", "limit": 0},
        {"name": "max_norm", "limit": -3},
        {"name": "l3"},
    ],
    ids=str,
)
def test_bad_settings_are_refused(settings):
    with pytest.raises(SettingError, match=r"give|known are"):
        Regularizer.make(settings)
