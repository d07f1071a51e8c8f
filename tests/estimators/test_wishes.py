"""What scikit-learn's users asked of its MLP, each named after the thread that asked for it."""

import numpy as np
import pytest
from sklearn import datasets
from sklearn.metrics import recall_score
from sklearn.model_selection import GridSearchCV, train_test_split

from noron import (
    AdamW,
    Dense,
    Dropout,
    EarlyStopping,
    LayerNorm,
    OneCycle,
    Quantile,
    Residual,
    SiLU,
    StopTraining,
    Tanh,
)
from noron.estimators import MLPClassifier, MLPRegressor

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")


@pytest.fixture(scope="module")
def iris():
    X, y = datasets.load_iris(return_X_y=True)
    return (X - X.mean(axis=0)) / X.std(axis=0), y


@pytest.fixture(scope="module")
def numbers():
    X, y = datasets.load_diabetes(return_X_y=True)
    return (X - X.mean(axis=0)) / X.std(axis=0), (y - y.mean()) / y.std()


def test_dropout_6175(iris):
    model = MLPClassifier((50,), dropout=0.5, max_iter=300, random_state=0).fit(*iris)
    assert [layer.name for layer in model._network.layers].count("dropout") == 1
    assert model.score(*iris) > 0.9
    plain = MLPClassifier((50,), max_iter=300, random_state=0).fit(*iris)
    assert model.loss_curve_[-1] > plain.loss_curve_[-1]  # masks make learning harder


def test_class_weights_9113():
    X, y = datasets.make_classification(
        600, weights=[0.95], n_informative=4, class_sep=0.5, random_state=0
    )
    found = {
        weight: recall_score(
            y, MLPClassifier(class_weight=weight, max_iter=30, random_state=0).fit(X, y).predict(X)
        )
        for weight in (None, "balanced")
    }
    assert found["balanced"] > found[None] + 0.2
    by_hand = MLPClassifier(class_weight={0: 1, 1: 3}, max_iter=5, random_state=0).fit(X, y)
    weights = MLPClassifier(max_iter=5, random_state=0)
    weights.fit(X, y, sample_weight=np.where(y == 1, 3.0, 1.0))
    np.testing.assert_array_equal(by_hand.coefs_[0], weights.coefs_[0])


def test_activations_a_layer_10097(iris):
    model = MLPClassifier((12, 8), activation=["tanh", SiLU()], max_iter=200, random_state=0)
    model.fit(*iris)
    assert [layer.name for layer in model._network.layers] == [
        "dense", "tanh", "dense", "silu", "dense",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="3 names for 2 hidden layers"):
        MLPClassifier((12, 8), activation=["relu"] * 3).fit(*iris)


def test_validation_loss_curve_18507(iris):
    X, X_val, y, y_val = train_test_split(*iris, random_state=0)
    model = MLPClassifier(max_iter=30, random_state=0).fit(X, y, X_val=X_val, y_val=y_val)
    curve = model.history_["val_loss"]
    assert len(curve) == 30
    p = model.predict_proba(X_val)[np.arange(len(y_val)), y_val]
    assert curve[-1] == pytest.approx(-np.log(p).mean())
    frame = model.history_.to_frame()
    assert list(frame["val_loss"]) == curve
    assert model.plot().axes


def test_early_stopping_on_ones_own_metric_24411(numbers):
    X, X_val, y, y_val = train_test_split(*numbers, random_state=0)
    model = MLPRegressor(
        hidden_layer_sizes=(50,), monitor="neg_mean_absolute_error", metrics=["r2"], patience=5,
        max_iter=500, learning_rate_init=0.01, random_state=0,
    )  # fmt: skip
    model.fit(X, y, X_val=X_val, y_val=y_val)
    scores = model.validation_scores_
    assert model.n_iter_ < 500
    assert "Validation score did not improve" in model.stop_reason_
    best = -np.abs(model.predict(X_val) - y_val).mean()
    assert best == pytest.approx(max(scores)) == pytest.approx(model.best_validation_score_)
    assert scores[-1] < max(scores)  # so the best weights are back, not the last
    assert "val_r2" in model.history_.columns


def test_ones_own_validation_data_18748(iris):
    X, X_val, y, y_val = train_test_split(*iris, random_state=0, stratify=iris[1])
    names = np.array(["setosa", "versicolor", "virginica"])
    model = MLPClassifier(early_stopping=True, max_iter=50, random_state=0)
    model.fit(X, names[y], X_val=X_val, y_val=names[y_val])
    whole = MLPClassifier(max_iter=model.n_iter_, random_state=0).fit(X, names[y])
    assert model.loss_curve_ == whole.loss_curve_  # no row of X was held out
    assert model.score(X_val, names[y_val]) == model.best_validation_score_
    with pytest.raises(ValueError, match=r"y_val has labels that y has not.*daisy"):
        model.fit(X, names[y], X_val=X_val[:1], y_val=["daisy"])
    with pytest.raises(ValueError, match="belong together"):
        model.fit(X, y, X_val=X_val)


def test_losses_14571(numbers):
    X, y = numbers
    low, high = (
        MLPRegressor(loss=Quantile(q), max_iter=150, random_state=0).fit(X, y).predict(X)
        for q in (0.1, 0.9)
    )
    assert 0.65 < ((low <= y) & (y <= high)).mean() < 0.95
    for name in ("mae", "huber"):
        assert MLPRegressor(loss=name, max_iter=100, random_state=0).fit(X, y).score(X, y) > 0.5
    focal = MLPClassifier(loss="focal", max_iter=150, random_state=0)
    assert focal.fit(*datasets.load_iris(return_X_y=True)).n_iter_ > 10
    with pytest.raises(ValueError, match="not for classes"):
        MLPClassifier(loss="mae").fit(*datasets.load_iris(return_X_y=True))


def test_tunable_depth_15568(iris):
    search = GridSearchCV(
        MLPClassifier(max_iter=60, random_state=0), {"n_layers": [0, 1, 2], "width": [5, 20]}, cv=3
    )
    search.fit(*iris)
    best = search.best_estimator_
    widths = [W.shape[1] for W in best.coefs_[:-1]]
    assert widths == [search.best_params_["width"]] * search.best_params_["n_layers"]


@pytest.mark.parametrize(
    "more", [{}, {"dropout": 0.2}, {"early_stopping": True}, {"solver": "sgd"}]
)
def test_warm_start_that_keeps_the_optimizer_6091_and_12505(iris, more):
    X, y = iris
    settings = {"warm_start": "optimizer", "random_state": 0, "batch_size": 20} | more
    halves = MLPClassifier(max_iter=6, **settings).fit(X, y).fit(X, y)
    whole = MLPClassifier(max_iter=12, **settings).fit(X, y)
    assert halves.loss_curve_ == whole.loss_curve_
    for mine, right in zip(halves.coefs_, whole.coefs_, strict=True):
        np.testing.assert_array_equal(mine, right)
    forgets = MLPClassifier(max_iter=6, **settings | {"warm_start": True}).fit(X, y).fit(X, y)
    assert forgets.loss_curve_ != whole.loss_curve_


def test_partial_fit_with_early_stopping_25693(iris):
    X, X_val, y, y_val = train_test_split(*iris, random_state=0)
    model = MLPClassifier(early_stopping=True, patience=3, learning_rate_init=0.1, random_state=0)
    for _ in range(100):
        model.partial_fit(X, y, classes=[0, 1, 2], X_val=X_val, y_val=y_val)
        if "did not improve" in model.stop_reason_:
            break
    assert len(model.validation_scores_) < 100
    assert model.score(X_val, y_val) == max(model.validation_scores_)
    with pytest.raises(ValueError, match="does not support early_stopping=True, unless X_val"):
        model.partial_fit(X, y)


def test_a_list_of_layers_an_optimizer_and_a_schedule(iris):
    layers = [Dense(16), LayerNorm(), Tanh(), Residual([Dense(16), SiLU()]), Dropout(0.1)]
    model = MLPClassifier(
        layers=layers, solver=AdamW(weight_decay=0.01), learning_rate=OneCycle(0.02),
        label_smoothing=0.05, ema=0.9, max_iter=60, random_state=0,
    )  # fmt: skip
    assert model.fit(*iris).score(*iris) > 0.95
    rates = model.history_["learning_rate"]
    assert rates[0] < max(rates) > rates[-1]


@pytest.mark.parametrize("kind", ["groups", "time"])
def test_groups_and_time_decide_what_is_held_out(kind, iris):
    X, y = iris
    groups = np.arange(len(y)) // 10
    model = MLPClassifier(
        early_stopping=True, validation_split=kind, max_iter=3, random_state=0,
        validation_fraction=0.2,
    )  # fmt: skip
    model.fit(X, y, groups=groups)
    train, test = model._parts
    if kind == "time":
        assert train.max() < test.min()
    else:
        assert not set(groups[train]) & set(groups[test])
        with pytest.raises(ValueError, match=r"groups=\.\.\."):
            model.fit(X, y)


def test_norons_callbacks_end_a_fit(iris):
    def third(row):
        if row["epoch"] == 3:
            raise StopTraining("that will do")

    model = MLPClassifier(callbacks=[third, EarlyStopping("loss", 50)], random_state=0).fit(*iris)
    assert (model.n_iter_, model.stop_reason_) == (3, "that will do")
    assert model.history_["epoch"] == [1, 2, 3]


def test_a_fit_that_diverges_says_why(numbers):
    X, y = numbers
    model = MLPRegressor(solver="sgd", learning_rate_init=50.0, random_state=0)
    with pytest.raises(ValueError, match=r"non-finite parameter weights.*learning rate of 50"):
        model.fit(X, y)
    assert np.isfinite(model.coefs_[0]).all()


def test_an_unknown_name_comes_with_the_nearest_one(iris):
    with pytest.raises(ValueError, match="Did you mean 'adamw'"):
        MLPClassifier(solver="adamwx").fit(*iris)
    with pytest.raises(ValueError, match="Did you mean 'softplus'"):
        MLPClassifier(activation="soft_plus").fit(*iris)


def test_what_cannot_go_together_is_said(iris):
    with pytest.raises(ValueError, match="dropout=0"):
        MLPClassifier(solver="lbfgs", dropout=0.5).fit(*iris)
    with pytest.raises(ValueError, match="label_smoothing is for"):
        MLPClassifier(loss="focal", label_smoothing=0.1).fit(*iris)


@pytest.mark.parametrize("first", [False, True])
def test_early_stopping_may_be_switched_between_warm_starts(iris, first):
    model = MLPClassifier(warm_start=True, early_stopping=first, max_iter=3, random_state=0)
    model.fit(*iris).set_params(early_stopping=not first).fit(*iris)
    assert len(model.loss_curve_) == 6
    assert len(model.validation_scores_) == 3


@pytest.mark.parametrize("monitor", [None, "val_loss"])
def test_an_interrupted_fit_keeps_what_it_learnt(iris, monitor):
    def third(row):
        if row["epoch"] == 3:
            raise KeyboardInterrupt

    model = MLPClassifier(callbacks=[third], monitor=monitor, random_state=0)
    with pytest.warns(UserWarning, match="interrupted by user"):
        model.fit(*iris)
    assert model.history_.interrupted
    assert model.n_iter_ == 3
    same = MLPClassifier(monitor=monitor, max_iter=3, random_state=0).fit(*iris)
    assert np.array_equal(model.coefs_[0], same.coefs_[0])


def test_another_random_state_gives_other_masks_within_blocks(iris):
    layers = [Dense(8), Residual([Dropout(0.5), Dense(8)])]
    start = MLPClassifier(layers=layers, max_iter=1, random_state=0).fit(*iris)
    other = MLPClassifier(layers=layers, max_iter=1, random_state=0).fit(*iris)
    assert np.array_equal(start.coefs_[0], other.coefs_[0])
    seeds = [MLPClassifier(layers=layers, random_state=s).fit(*iris)._optimizer for s in (0, 1)]
    assert len({str(seed.state.rng.bit_generator.state) for seed in seeds}) == 2
