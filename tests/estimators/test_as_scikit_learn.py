"""What scikit-learn's own MLP does, ours does: its checks, its test file, its trajectories."""

import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from sklearn import datasets, neural_network
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.estimator_checks import check_estimator, estimator_checks_generator

from noron import estimators
from noron.engines.native import binding

pytestmark = [
    pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning"),
    pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning"),
    pytest.mark.filterwarnings("ignore:Got `batch_size`:UserWarning"),
]

MODERN = {"dropout": 0.2, "batch_norm": True, "solver": "adamw"}
RANDOM_MASKS = {
    "check_sample_weight_equivalence_on_dense_data",
    "check_sample_weight_equivalence_on_sparse_data",
}
"""Of these only: the masks of repeated rows differ from those of weighted ones."""


def failures(estimator):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = check_estimator(estimator, on_fail=None)
    assert len(found) > 50
    return {f"{r['check_name']}: {r['exception']}" for r in found if r["status"] == "failed"}


@pytest.mark.parametrize("kind", [estimators.MLPClassifier, estimators.MLPRegressor])
def test_every_check_passes_with_the_defaults(kind):
    assert not failures(kind())


@pytest.mark.parametrize("kind", [estimators.MLPClassifier, estimators.MLPRegressor])
def test_every_check_but_that_of_weights_passes_with_random_masks(kind):
    assert {failure.split(":")[0] for failure in failures(kind(**MODERN))} <= RANDOM_MASKS


def test_the_checks_can_fail():
    class Wrong(estimators.MLPRegressor):
        def predict(self, X):
            return np.zeros(3)

    names = [check.func.__name__ for _, check in estimator_checks_generator(Wrong())]
    assert "check_regressors_train" in names
    assert any("check_regressors_train" in failure for failure in failures(Wrong()))


def test_its_own_tests_run_on_ours(tmp_path):
    """The installed library's test file, read where it lies, with one import line changed."""
    folder = Path(neural_network.__file__).parent / "tests"
    theirs = (folder / "test_mlp.py").read_text(encoding="utf-8")
    line = "from sklearn.neural_network import MLPClassifier, MLPRegressor"
    assert theirs.count(line) == 1
    ours = theirs.replace(line, "from noron.estimators import MLPClassifier, MLPRegressor")
    (tmp_path / "test_mlp.py").write_text(ours, encoding="utf-8")
    seeds = "import pytest\n\n\n@pytest.fixture\ndef global_random_seed():\n    return 42\n"
    (tmp_path / "conftest.py").write_text(seeds, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "."],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert int(run.stdout.split(" passed")[0].split()[-1]) >= 55


# ------------------------------------------------------------------------- rows checked as bytes


@pytest.fixture
def pixels(monkeypatch):
    """Rows that are encoded as bytes before they are checked, if the kernels are there."""
    monkeypatch.setattr(binding, "MANY_NUMBERS", 1)
    return datasets.load_digits(return_X_y=True)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    "options", [{}, {"early_stopping": True}, {"batch_size": 7}, {"engine": "numpy"}], ids=str
)
def test_rows_encoded_as_bytes_make_the_same_fit(options, dtype, pixels, monkeypatch):
    X, y = pixels[0].astype(dtype) * (pixels[0] > 8), pixels[1]
    made = []
    for least in (1, X.size + 1):
        monkeypatch.setattr(binding, "MANY_NUMBERS", least)
        model = estimators.MLPClassifier((9,), max_iter=3, random_state=0, **options).fit(X, y)
        made.append([*(w.tobytes() for w in model.coefs_), model.loss_curve_])
        made[-1].append(model.validation_scores_)
    assert made[0] == made[1]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_among_pixels_gets_scikit_learns_message(bad, pixels):
    X, y = pixels
    X[-1, -1] = bad
    messages = []
    for package in (estimators, neural_network):
        for target in (y, y[1:]):
            model = package.MLPClassifier((9,), max_iter=3)
            with pytest.raises(ValueError, match="Input X contains") as error:
                model.fit(X, target)
            assert not hasattr(model, "n_features_in_")
            messages.append(str(error.value))
    assert messages == messages[:1] * 4


# ---------------------------------------------------------------------------------- trajectories


def data(name):
    rng = np.random.default_rng(0)
    if name == "classes":
        X, y = datasets.load_iris(return_X_y=True)
    elif name == "binary":
        X, y = datasets.load_breast_cancer(return_X_y=True)
        y = np.where(y == 1, "benign", "malignant")
    elif name == "several labels":
        return datasets.make_multilabel_classification(n_samples=150, random_state=0)
    elif name == "sparse":
        X, y = datasets.load_digits(return_X_y=True)
        sparse = pytest.importorskip("scipy.sparse")
        return sparse.csr_matrix(X[:300] / 16), y[:300]
    else:
        X, y = datasets.load_diabetes(return_X_y=True)
        y = (y - y.mean()) / y.std()
        y = {"counts": np.round(np.exp(y)), "two": np.c_[y, rng.normal(size=len(y))]}.get(name, y)
    return (X - X.mean(axis=0)) / X.std(axis=0), y


SETTINGS = {
    "defaults": {},
    "small batches": {"batch_size": 32, "activation": "tanh"},
    "early": {"early_stopping": True, "batch_size": 32, "activation": "logistic"},
    "no shuffling": {"shuffle": False, "batch_size": 50, "hidden_layer_sizes": (20, 10)},
    "descent": {"solver": "sgd", "momentum": 0.0, "learning_rate_init": 0.01, "alpha": 0.1},
    "heavy ball": {"solver": "sgd", "nesterovs_momentum": False, "learning_rate_init": 0.01},
    "falling": {"solver": "sgd", "learning_rate": "invscaling", "learning_rate_init": 0.05},
    "adaptive": {"solver": "sgd", "learning_rate": "adaptive", "learning_rate_init": 0.02,
                 "tol": 1e-2, "n_iter_no_change": 3, "activation": "identity"},
    "l-bfgs": {"solver": "lbfgs", "max_iter": 15},
}  # fmt: skip
KINDS = {
    "classes": "MLPClassifier",
    "binary": "MLPClassifier",
    "several labels": "MLPClassifier",
    "sparse": "MLPClassifier",
    "numbers": "MLPRegressor",
    "counts": "MLPRegressor",
    "two": "MLPRegressor",
}


def both(kind, X, y, sample_weight=None, **settings):
    found = []
    for library in (neural_network, estimators):
        model = getattr(library, kind)(random_state=3, **settings)
        found.append(model.fit(X, y, sample_weight=sample_weight))
    return found


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("name", KINDS)
def test_the_same_seed_gives_the_same_network(name, settings):
    """Same first weights, same batches, same steps: equal to rounding after whole trainings."""
    X, y = data(name)
    extra = {"loss": "poisson"} if name == "counts" else {}
    if name == "two" and settings.get("solver") == "lbfgs":
        pytest.skip("scikit-learn's loss and its gradient disagree for several outputs")
    theirs, ours = both(KINDS[name], X, y, **({"max_iter": 60} | settings | extra))
    assert ours.n_iter_ == theirs.n_iter_
    assert ours.out_activation_ == theirs.out_activation_
    for mine, right in zip(ours.coefs_, theirs.coefs_, strict=True):
        np.testing.assert_allclose(mine, right, atol=1e-6)
    for mine, right in zip(ours.intercepts_, theirs.intercepts_, strict=True):
        np.testing.assert_allclose(mine, right, atol=1e-6)
    if hasattr(theirs, "loss_curve_"):
        np.testing.assert_allclose(ours.loss_curve_, theirs.loss_curve_, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(ours.loss_, theirs.loss_, rtol=1e-6)
    if settings.get("early_stopping"):
        np.testing.assert_allclose(ours.validation_scores_, theirs.validation_scores_, atol=1e-9)
        assert ours.best_validation_score_ == pytest.approx(theirs.best_validation_score_)
    assert ours.score(X, y) == pytest.approx(theirs.score(X, y), abs=1e-9)


@pytest.mark.parametrize("settings", [{"batch_size": 32}, {"solver": "sgd"}], ids=repr)
def test_weights_of_rows_do_the_same(settings):
    X, y = data("numbers")
    weight = np.random.default_rng(1).random(len(y))
    theirs, ours = both("MLPRegressor", X, y, sample_weight=weight, max_iter=15, **settings)
    for mine, right in zip(ours.coefs_, theirs.coefs_, strict=True):
        np.testing.assert_allclose(mine, right, atol=1e-6)


def test_a_warm_start_and_partial_fit_do_the_same():
    X, y = data("classes")
    models = []
    for library in (neural_network, estimators):
        model = library.MLPClassifier(random_state=3, warm_start=True, max_iter=7)
        with pytest.warns(ConvergenceWarning):
            model.fit(X, y).fit(X, y)
        for _ in range(3):
            model.partial_fit(X, y)
        models.append(model)
    theirs, ours = models
    assert ours.t_ == theirs.t_
    for mine, right in zip(ours.coefs_, theirs.coefs_, strict=True):
        np.testing.assert_allclose(mine, right, atol=1e-6)


def test_every_parameter_attribute_and_method_is_there():
    X, y = data("classes")
    for name, target in (("MLPClassifier", y), ("MLPRegressor", y.astype(float))):
        theirs, ours = both(name, X, target, max_iter=3)
        defaults = getattr(neural_network, name)().get_params()
        mine = getattr(estimators, name)().get_params()
        assert {key: mine[key] for key in defaults} == defaults
        public = {key for key in dir(theirs) if not key.startswith("_")}
        assert not public - set(dir(ours))


def test_the_extra_is_named_where_scikit_learn_is_missing(tmp_path):
    assert find_spec("sklearn")
    code = (
        "import sys; sys.modules['sklearn'] = None\n"
        "try:\n    import noron.estimators\n"
        "except ImportError as error:\n    print(error)\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert "pip install 'noron[sklearn]'" in found.stdout
