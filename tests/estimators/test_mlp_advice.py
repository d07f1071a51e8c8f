"""scikit-learn's classes say what went wrong with a fit, and warn only where it has failed."""

import re
import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris
from sklearn.exceptions import ConvergenceWarning

from noron.core.errors import AdviceWarning
from noron.estimators import MLPClassifier, MLPRegressor

DIGITS, IRIS = load_digits(return_X_y=True), load_iris(return_X_y=True)
DEEP = {"hidden_layer_sizes": (32,) * 6, "activation": "logistic", "max_iter": 30}
FAILED = {
    "a rate far too small": (
        MLPClassifier(learning_rate_init=1e-6), IRIS, r"learning rate .* is too small\. Try a larg",
    ),
    "a rate far too large": (
        MLPClassifier(learning_rate_init=10.0), IRIS, "a smaller learning_rate_init",
    ),
    "inputs out of scale": (
        MLPClassifier(solver="sgd", learning_rate_init=0.1), (DIGITS[0] * 255, DIGITS[1]),
        "The inputs are not scaled.*StandardScaler",
    ),
    "deep sigmoid": (MLPClassifier(**DEEP), (DIGITS[0] / 16, DIGITS[1]), "batch_norm=True"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILED)
@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_a_fit_that_has_failed_warns_in_the_words_of_its_parameters(name):
    model, (X, y), says = FAILED[name]
    with pytest.warns(AdviceWarning, match=says):
        model = clone(model).set_params(random_state=0).fit(X, y)
    assert re.search(says, " ".join(model.advice_))
    assert not any("Standardize()" in one or "learning_rate=" in one for one in model.advice_)


def test_what_is_learnt_all_the_same_is_only_in_the_attribute():
    X, y = load_breast_cancer(return_X_y=True)
    model = MLPClassifier(random_state=0).fit(X, y)  # warnings are errors here
    assert model.score(X, y) > 0.9
    assert "The inputs are not scaled" in model.advice_[0]


def test_a_fit_that_is_not_at_its_end_gets_the_warning_of_scikit_learn_alone():
    with pytest.warns(ConvergenceWarning) as caught:
        model = MLPRegressor(max_iter=20, random_state=0).fit(*load_diabetes(return_X_y=True))
    assert [warning.category for warning in caught] == [ConvergenceWarning]
    assert "TransformedTargetRegressor" in model.advice_[0]


def test_a_good_fit_gets_no_advice_and_the_warnings_of_scikit_learn():
    with pytest.warns(ConvergenceWarning) as caught:
        model = MLPClassifier(max_iter=50, random_state=0).fit(DIGITS[0] / 16, DIGITS[1])
    assert [warning.category for warning in caught] == [ConvergenceWarning]
    assert model.advice_ == []
    assert MLPClassifier(solver="lbfgs", max_iter=500).fit(*IRIS).advice_ == []
    assert not hasattr(MLPClassifier(), "advice_")


def test_few_rows_and_parts_of_a_fit_bring_no_warning():
    X, y = np.arange(12.0)[:, None] * 1000, np.arange(12) % 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        MLPClassifier(max_iter=20, random_state=0).fit(X, y)
    model = MLPClassifier(learning_rate_init=1e-6)
    for _ in range(20):
        model.partial_fit(*IRIS, classes=[0, 1, 2])
    assert model.advice_ == []
