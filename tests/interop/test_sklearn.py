"""scikit-learn's MLPs and pipelines become networks that predict the same and train on."""

import warnings

import numpy as np
import pytest
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    MaxAbsScaler,
    MinMaxScaler,
    RobustScaler,
    StandardScaler,
)

import noron
from noron.core.errors import ModelFileError, NotTrainedError
from noron.regularizers import SharedL2

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=(60, 3)) * [1, 50, 0.01] + [0, 1000, 5]
SIGNAL = (X - X.mean(axis=0)) / X.std(axis=0)


@pytest.fixture(autouse=True)
def _unfinished():
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Stochastic Optimizer")
        yield


def classifier(y, *steps, **settings):
    mlp = MLPClassifier((5, 4), **{"max_iter": 20, "random_state": 0} | settings)
    return make_pipeline(*steps, mlp).fit(X, y) if steps else mlp.fit(X, y)


CLASSES = {
    "strings": np.array(["a", "b", "c"])[SIGNAL.argmax(axis=1)],
    "integers": np.array([10, -1, 7])[SIGNAL.argmax(axis=1)],
    "two": np.array(["no", "yes"])[(SIGNAL[:, 0] > 0) * 1],
    "booleans": SIGNAL[:, 0] > 0,
    "several": (SIGNAL > 0).astype(int),
}


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("activation", ["relu", "tanh", "logistic", "identity"])
def test_classifiers(kind, activation):
    y = CLASSES[kind]
    model = classifier(y, StandardScaler(), activation=activation)
    net = noron.from_sklearn(model)
    expected = model.predict_proba(X)
    if kind in ("two", "booleans"):
        expected = expected[:, 1:]
    assert np.allclose(net.predict_proba(X), expected, rtol=0, atol=1e-12)
    assert np.array_equal(net.predict(X), model.predict(X))
    assert net.predict(X).dtype.kind == model.predict(X).dtype.kind
    scales = net.network.buffers.copy()
    history = net.train(X, y, epochs=1, learning_rate=0.01, advise=False)
    assert np.isfinite(history["loss"]).all()
    assert np.array_equal(scales, net.network.buffers)  # they are not learnt anew


@pytest.mark.parametrize(
    "scaler",
    [
        StandardScaler(), StandardScaler(with_mean=False), StandardScaler(with_std=False),
        MinMaxScaler(), MinMaxScaler((-1, 3)), MaxAbsScaler(), RobustScaler(),
        RobustScaler(with_centering=False), RobustScaler(with_scaling=False, unit_variance=True),
        FunctionTransformer(None), "passthrough", None,
        Pipeline([("a", StandardScaler()), ("b", MinMaxScaler())]),
    ],
)  # fmt: skip
def test_scalers(scaler):
    model = Pipeline(
        [
            ("scale", scaler),
            ("mlp", MLPRegressor(hidden_layer_sizes=(4,), max_iter=5, random_state=0)),
        ]
    )
    model.fit(X, SIGNAL[:, 0])
    net = noron.from_sklearn(model)
    assert np.allclose(net.predict(X), model.predict(X), rtol=1e-12, atol=1e-9)
    assert sum(layer.name == "standardize" for layer in net.network.layers) <= 1


@pytest.mark.parametrize("y", [SIGNAL[:, 0], SIGNAL])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_regressors(y, dtype):
    model = MLPRegressor(hidden_layer_sizes=(6,), activation="tanh", max_iter=10, random_state=0)
    model.fit(SIGNAL.astype(dtype), y.astype(dtype))
    net = noron.from_sklearn(model)
    assert net.network.theta.dtype == dtype
    assert net.predict(SIGNAL).shape == y.shape
    expected = model.predict(SIGNAL.astype(dtype))
    assert np.allclose(net.predict(SIGNAL), expected, rtol=1e-6, atol=1e-6)


def test_counts_keep_their_link():
    model = MLPRegressor(hidden_layer_sizes=(4,), loss="poisson", max_iter=10, random_state=0)
    model.fit(SIGNAL, np.exp(SIGNAL[:, 0]).round())
    net = noron.from_sklearn(model)
    assert net.loss.name == "poisson"
    assert np.allclose(net.predict(SIGNAL), model.predict(SIGNAL))


def test_the_gradient_is_scikit_learns():
    """alpha is carried over: one step of plain descent is the same in both."""
    y = CLASSES["strings"]
    settings = {"solver": "sgd", "momentum": 0.0, "alpha": 0.7, "batch_size": 60, "shuffle": False}
    model = MLPClassifier((4,), max_iter=1, learning_rate_init=0.1, random_state=0, **settings)
    model.fit(SIGNAL, y)
    net = noron.from_sklearn(model)
    assert net.architecture.regularizers == (SharedL2(0.35),)
    model.partial_fit(SIGNAL, y)
    net.backward(SIGNAL, y, learning_rate=0.1)
    assert np.allclose(net.weights[0], model.coefs_[0], rtol=1e-10)
    assert np.allclose(net.weights[1], model.coefs_[1], rtol=1e-10)


@pytest.mark.parametrize("scaler", ["passthrough", StandardScaler()])
def test_the_estimators_of_noron_are_taken_too(scaler):
    y = CLASSES["strings"]
    settings = {"batch_norm": True, "dropout": 0.1, "max_iter": 10, "random_state": 0}
    mlp = noron.estimators.MLPClassifier((5,), loss="focal", **settings)
    model = make_pipeline(scaler, mlp).fit(X, y)
    mlp.coefs_[0] = mlp.coefs_[0] * 2
    net = noron.from_sklearn(model)
    assert np.array_equal(net.predict(X), model.predict(X))
    assert np.allclose(net.predict_proba(X), model.predict_proba(X), rtol=0, atol=1e-12)
    assert net.loss.name == "focal"
    net.train(X, y, epochs=1, learning_rate=0.1, advise=False)
    assert not np.allclose(net.weights[0], mlp.coefs_[0])


def test_names_of_columns_are_kept():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(X, columns=["a", "b", "c"])
    model = make_pipeline(StandardScaler(), MLPRegressor(hidden_layer_sizes=(3,), max_iter=3)).fit(
        frame, SIGNAL[:, 0]
    )
    assert noron.from_sklearn(model).feature_names == ("a", "b", "c")


def test_a_network_of_it_can_be_saved(tmp_path):
    net = noron.from_sklearn(classifier(CLASSES["strings"], MinMaxScaler()))
    net.save(tmp_path / "model.safetensors")
    again = noron.load(tmp_path / "model.safetensors")
    assert np.array_equal(again.predict_proba(X), net.predict_proba(X))
    assert again.targets.classes == ("a", "b", "c")


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (make_pipeline(PCA(2), MLPClassifier()), "cannot take PCA(n_components=2): as scalers"),
        (make_pipeline(FunctionTransformer(np.log), MLPClassifier()), "cannot take FunctionTr"),
        (make_pipeline(MinMaxScaler(clip=True), MLPClassifier()), "clip=True is no affine map"),
        (make_pipeline(StandardScaler(), LogisticRegression()), "cannot take LogisticRegression"),
        (make_pipeline(StandardScaler(), "passthrough"), "cannot take StandardScaler"),
        ("weights.pt", "cannot take 'weights.pt': give an MLPClassifier"),
        (None, "cannot take None"),
    ],
)
def test_other_models_are_refused_by_name(model, message):
    with pytest.raises(ModelFileError) as error:
        noron.from_sklearn(model)
    assert message in str(error.value)


def test_an_untrained_model_and_a_search_get_the_way_out():
    with pytest.raises(NotTrainedError, match="MLPClassifier is not trained"):
        noron.from_sklearn(make_pipeline(StandardScaler(), MLPClassifier()))
    search = GridSearchCV(MLPClassifier((3,), max_iter=3), {"alpha": [0.1]}, cv=2)
    search.fit(X, CLASSES["two"])
    with pytest.raises(ModelFileError, match="give its best_estimator_"):
        noron.from_sklearn(search)
    assert noron.from_sklearn(search.best_estimator_).predict(X[:1]) in (["no"], ["yes"])
