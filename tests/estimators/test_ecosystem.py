"""The estimators inside scikit-learn's world, as users write it."""

import gc
import io
import pickle
import tracemalloc
import weakref

import joblib
import numpy as np
import pandas as pd
import pytest
import sklearn
from sklearn import datasets
from sklearn.base import clone
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.ensemble import BaggingClassifier, StackingClassifier
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    HalvingRandomSearchCV,
    RandomizedSearchCV,
    cross_val_predict,
    cross_val_score,
)
from sklearn.multioutput import MultiOutputClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from noron.data import ByteRows
from noron.estimators import MLPClassifier, MLPRegressor, TableClassifier, TableRegressor

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
X, Y = datasets.load_iris(return_X_y=True, as_frame=True)
NET = {"hidden_layer_sizes": (16,), "max_iter": 60, "learning_rate_init": 0.03, "random_state": 0}


def test_a_pipeline_with_a_column_transformer():
    table = X.assign(colour=np.where(Y == 0, "red", "blue"))
    model = make_pipeline(
        ColumnTransformer(
            [("numbers", StandardScaler(), list(X)), ("names", OneHotEncoder(), ["colour"])]
        ),
        MLPClassifier(**NET),
    )
    assert model.fit(table, Y).score(table, Y) > 0.95


def test_searches_over_what_tuners_can_change():
    space = {"width": [4, 16], "dropout": [0.0, 0.2], "alpha": [1e-4, 1e-2]}
    for search in (
        RandomizedSearchCV(MLPClassifier(**NET), space, n_iter=3, cv=3, random_state=0),
        HalvingRandomSearchCV(MLPClassifier(**NET), space, cv=3, random_state=0),
    ):
        assert search.fit(X, Y).best_score_ > 0.8


def test_cross_validation_in_two_processes_is_that_in_one():
    one, two = (cross_val_score(MLPClassifier(**NET), X, Y, cv=3, n_jobs=n) for n in (1, 2))
    assert np.array_equal(one, two)
    assert cross_val_predict(MLPClassifier(**NET), X, Y, method="predict_proba").shape == (150, 3)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda net: CalibratedClassifierCV(net, cv=3),
        lambda net: StackingClassifier([("net", net)], LogisticRegression(), cv=3),
        lambda net: BaggingClassifier(net, n_estimators=3, random_state=0),
    ],
)
def test_calibrated_stacked_and_bagged(wrap):
    assert wrap(make_pipeline(StandardScaler(), MLPClassifier(**NET))).fit(X, Y).score(X, Y) > 0.9


def test_several_targets_and_a_transformed_one():
    both = np.c_[Y, Y > 0]
    assert MultiOutputClassifier(MLPClassifier(**NET)).fit(X, both).predict(X).shape == (150, 2)
    model = TransformedTargetRegressor(MLPRegressor(**NET), transformer=StandardScaler())
    data, y = datasets.load_diabetes(return_X_y=True)
    assert model.fit(data, y).score(data, y) > 0.4


@pytest.mark.parametrize("kind", [TableClassifier, TableRegressor])
def test_copies_of_table_estimators_predict_the_same(kind):
    table = pd.DataFrame(X).assign(word=["a", "b"] * (len(X) // 2))
    model = kind((8,), max_iter=3, n_members=2, random_state=0).fit(table, Y)
    copy = pickle.loads(pickle.dumps(model))
    assert np.array_equal(copy.predict(table), model.predict(table))


@pytest.mark.parametrize("how", ["pickle", "joblib"])
@pytest.mark.parametrize("more", [{}, {"dropout": 0.2, "batch_norm": True}, {"solver": "lbfgs"}])
def test_copies_predict_the_same_and_go_on_the_same(how, more):
    model = MLPClassifier(**NET | more).fit(X, Y)
    if how == "pickle":
        copy = pickle.loads(pickle.dumps(model))
    else:
        file = io.BytesIO()
        joblib.dump(model, file)
        file.seek(0)
        copy = joblib.load(file)
    assert np.array_equal(copy.predict_proba(X), model.predict_proba(X))
    assert copy.coefs_[0].base is copy._network.theta.base or np.shares_memory(
        copy.coefs_[0], copy._network.theta
    )
    if more.get("solver") != "lbfgs":
        again, original = copy.partial_fit(X, Y), model.partial_fit(X, Y)
        assert np.array_equal(again.predict_proba(X), original.predict_proba(X))


def test_a_clone_has_the_settings_and_nothing_learnt():
    model = MLPClassifier(**NET, dropout=0.25).fit(X, Y)
    copy = clone(model)
    assert copy.get_params() == model.get_params()
    assert not hasattr(copy, "coefs_")


def test_importance_and_dependence():
    model = MLPClassifier(**NET).fit(X, Y)
    importance = permutation_importance(model, X, Y, n_repeats=3, random_state=0)
    assert importance.importances_mean.max() > 0.1
    curve = partial_dependence(model, X, ["petal length (cm)"], grid_resolution=5)
    assert curve["average"].shape == (3, 5)


def test_columns_keep_their_names():
    model = MLPClassifier(**NET).fit(X, Y)
    assert list(model.feature_names_in_) == list(X)
    with pytest.raises(ValueError, match="feature names"):
        model.predict(X.rename(columns={"petal length (cm)": "leaf"}))
    with pytest.warns(UserWarning, match="feature names"):
        model.predict(X.to_numpy())


def test_metadata_finds_its_way():
    weight = np.linspace(0.5, 1.5, len(Y))
    with sklearn.config_context(enable_metadata_routing=True):
        net = MLPClassifier(**NET).set_fit_request(sample_weight=True, X_val=False, y_val=False)
        pipe = make_pipeline(StandardScaler().set_fit_request(sample_weight=False), net)
        pipe.fit(X, Y, sample_weight=weight)
    alone = MLPClassifier(**NET)
    alone.fit(StandardScaler().fit_transform(X), Y, sample_weight=weight)
    np.testing.assert_allclose(pipe[-1].coefs_[0], alone.coefs_[0], atol=1e-9)


def test_its_own_callbacks_see_every_epoch():
    pytest.importorskip("sklearn.callback")

    class Recorder:
        def __init__(self):
            self.seen = []

        def setup(self, estimator, context):
            self.seen.append("setup")

        def teardown(self, estimator, context):
            self.seen.append("teardown")

        def on_fit_task_begin(self, estimator, context, **given):
            self.seen.append(f"begin {context.task_name}")

        def on_fit_task_end(self, estimator, context, **given):
            self.seen.append(f"end {context.task_name}")
            return context.task_name == "epoch" and context.task_id == 2

    recorder = Recorder()
    model = MLPClassifier(**NET).set_callbacks(recorder).fit(X, Y)
    assert recorder.seen[:2] == ["setup", "begin fit"]
    assert recorder.seen[-2:] == ["end fit", "teardown"]
    assert recorder.seen.count("end epoch") == 3 == model.n_iter_
    assert model.stop_reason_ == "a callback stopped it"


@pytest.mark.parametrize("name", ["ProgressBar", "ScoringMonitor"])
def test_the_callbacks_that_come_with_it_work(name):
    callback = pytest.importorskip("sklearn.callback")
    settings = {"scoring": "accuracy"} if name == "ScoringMonitor" else {}
    made = getattr(callback, name)(**settings)
    model = MLPClassifier(**NET | {"max_iter": 5}).set_callbacks(made).fit(X, Y)
    assert model.n_iter_ == 5
    if name == "ScoringMonitor":
        scores = [row["accuracy"] for row in made.get_logs().data]
        assert scores[0] == scores[-1] == model.score(X, Y)  # the whole fit, and its last epoch
        assert len(set(scores)) > 1


def test_what_is_written_into_the_coefficients_is_predicted_with():
    model = MLPClassifier(**NET).fit(X, Y)
    other = MLPClassifier(**NET | {"random_state": 1}).fit(X, Y)
    model.coefs_, model.intercepts_ = other.coefs_, other.intercepts_
    assert np.array_equal(model.predict_proba(X), other.predict_proba(X))
    model.coefs_[0][:] = 0
    assert np.ptp(model.predict_proba(X), axis=0).max() == 0
    assert isinstance(pd.DataFrame(model.coefs_[0]), pd.DataFrame)


def test_rows_in_a_file_are_learnt_from_where_they_lie(tmp_path):
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((60_000, 100), dtype=np.float32), rng.integers(0, 2, 60_000)
    np.save(tmp_path / "rows.npy", X)
    mapped = np.load(tmp_path / "rows.npy", mmap_mode="r")
    settings = {"hidden_layer_sizes": (8,), "max_iter": 2, "random_state": 0}
    tracemalloc.start()
    model = MLPClassifier(**settings).fit(mapped, y)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < X.nbytes / 2
    assert np.array_equal(model.coefs_[0], MLPClassifier(**settings).fit(X, y).coefs_[0])


@pytest.mark.parametrize("apart", [False, True])
def test_scorers_see_the_columns_by_their_names(apart):
    def share_of_the_first(estimator, table, y):
        assert list(table) == list(X)
        return (estimator.predict(table) == 0).mean()

    model = MLPClassifier(**NET, monitor="accuracy", metrics=["f1_macro", share_of_the_first])
    model.fit(X, Y, **({"X_val": X[::3], "y_val": Y[::3]} if apart else {}))
    assert {"val_f1_macro", "val_share_of_the_first"} <= set(model.history_.columns)


def test_the_rows_of_a_fit_are_freed_when_it_ends(monkeypatch):
    """Without the collection of cycles, which may come much later."""
    made = []

    def remembered(X):
        rows = ByteRows((np.asarray(X) > 0).astype(np.uint8))
        made.append(weakref.ref(rows))
        return rows

    monkeypatch.setattr("noron.estimators.mlp.base.encoded_rows", remembered)
    gc.disable()
    try:
        X = np.random.default_rng(0).integers(0, 2, (60, 5)).astype(np.float32)
        for callbacks in (None, [lambda row: None]):
            MLPClassifier((3,), max_iter=2, callbacks=callbacks).fit(X, X[:, 0])
        assert len(made) == 2
        assert not any(ref() for ref in made)
    finally:
        gc.enable()
