"""Losses: values and gradients against PyTorch's recorded ones, scikit-learn and SciPy.

That backward is the derivative of forward is shown in tools/test_gradcheck.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from scipy import special, stats
from sklearn import metrics
from sklearn.utils.class_weight import compute_class_weight

import gradient_cases as cases
from noron.core.errors import DataError, SettingError
from noron.losses import (
    BinaryCrossEntropy,
    CrossEntropy,
    Focal,
    Huber,
    Loss,
    MeanAbsoluteError,
    MeanSquaredError,
    Poisson,
    Quantile,
)

TORCH = json.loads((Path(__file__).parents[1] / "oracles" / "torch_formulas.json").read_text())[
    "losses"
]
RNG = np.random.default_rng(0)
SCORES = RNG.normal(size=(12, 4)) * 3
LABELS = np.arange(12) % 4
ANSWERS = RNG.integers(2, size=(12, 4))
NUMBERS = RNG.normal(size=(12, 4))
COUNTS = RNG.poisson(2.0, size=(12, 4))
WEIGHT = RNG.gamma(2.0, size=12)


def targets(loss, rows=12):
    named = {"classes": LABELS, "binary": ANSWERS, "regression": COUNTS.astype(float)}
    return named[loss.task][:rows]


# ------------------------------------------------------------------------------------ PyTorch


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("case", TORCH["cases"], ids=lambda case: " ".join(map(str, case[:4])))
def test_losses_are_pytorch_s(case, dtype):
    """Logits of 10,000 and rows of equal ones among them; with and without sample weights."""
    settings, target, kind, weighted, value, gradient = case
    loss, scores = Loss.make(settings), np.array(TORCH["scores"][kind]).astype(dtype)
    y = np.array(TORCH["targets"][target])
    weight = np.array(TORCH["weight"]) if weighted else None
    found, backward = loss.forward(scores, y if y.dtype.kind == "i" else y.astype(dtype), weight)
    dscores = backward()
    assert type(found) is float
    assert (dscores.dtype, dscores.shape) == (dtype, scores.shape)
    tolerance = 3e-6 if dtype == np.float32 else 1e-13
    assert found == pytest.approx(value, rel=tolerance)
    largest = np.abs(gradient).max()
    np.testing.assert_allclose(dscores, gradient, rtol=tolerance, atol=tolerance * largest)


@pytest.mark.parametrize(
    "case",
    [case for case in TORCH["cases"] if case[1] == "labels"],
    ids=lambda case: " ".join(map(str, case[:4])),
)
def test_one_hot_rows_are_the_same_as_labels(case):
    settings, _, kind, weighted, _, _ = case
    loss, scores = Loss.make(settings), np.array(TORCH["scores"][kind])
    labels = np.array(TORCH["targets"]["labels"])
    weight = np.array(TORCH["weight"]) if weighted else None
    one, backward_one = loss.forward(scores, labels, weight)
    other, backward_other = loss.forward(scores, np.eye(4)[labels], weight)
    assert one == other
    np.testing.assert_array_equal(backward_one(), backward_other())


def test_every_loss_of_ours_has_a_recorded_twin():
    recorded = {case[0]["name"] for case in TORCH["cases"]}
    ours = {name for name, m in Loss.members.items() if m.__module__.startswith("noron")}
    assert recorded == ours


# ---------------------------------------------------------------------- scikit-learn and SciPy


@pytest.mark.parametrize("weight", [None, WEIGHT], ids=["plain", "weighted"])
def test_cross_entropies_are_scikit_learn_s_log_loss(weight):
    p = special.softmax(SCORES, axis=1)
    value, _ = CrossEntropy().forward(SCORES, LABELS, weight)
    assert value == pytest.approx(metrics.log_loss(LABELS, p, sample_weight=weight), rel=1e-12)
    value, _ = BinaryCrossEntropy().forward(SCORES[:, :1], ANSWERS[:, 0], weight)
    p = special.expit(SCORES[:, 0])
    expected = metrics.log_loss(ANSWERS[:, 0], p, sample_weight=weight)
    assert value == pytest.approx(expected, rel=1e-12)


def test_class_weights_are_scikit_learn_s():
    """log_loss with each row weighted by its class's weight, "balanced" as scikit-learn has it."""
    labels = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
    weights = compute_class_weight("balanced", classes=np.arange(4), y=labels)
    p = special.softmax(SCORES, axis=1)
    value, _ = CrossEntropy(class_weight=tuple(weights)).forward(SCORES, labels, WEIGHT)
    expected = metrics.log_loss(labels, p, sample_weight=WEIGHT * weights[labels])
    assert value == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("weight", [None, WEIGHT], ids=["plain", "weighted"])
def test_regression_losses_are_scikit_learn_s(weight):
    for loss, metric in [
        (MeanSquaredError(), metrics.mean_squared_error),
        (MeanAbsoluteError(), metrics.mean_absolute_error),
        (Quantile(0.1), lambda *a, **k: metrics.mean_pinball_loss(*a, alpha=0.1, **k)),
        (Quantile(0.8), lambda *a, **k: metrics.mean_pinball_loss(*a, alpha=0.8, **k)),
    ]:
        value, _ = loss.forward(SCORES, NUMBERS, weight)
        assert value == pytest.approx(metric(NUMBERS, SCORES, sample_weight=weight), rel=1e-12)


@pytest.mark.parametrize("weight", [None, WEIGHT], ids=["plain", "weighted"])
def test_poisson_is_scikit_learn_s_deviance_and_scipy_s_likelihood(weight):
    """deviance = 2 (loss - loss of the perfect rate); -log P(y) = loss + log(y!)."""
    s, y = SCORES[:, 0], COUNTS[:, 0]
    value, _ = Poisson().forward(s[:, None], y, weight)
    perfect = np.average(y - special.xlogy(y, y), weights=weight)
    deviance = metrics.mean_poisson_deviance(y, np.exp(s), sample_weight=weight)
    assert 2 * (value - perfect) == pytest.approx(deviance, rel=1e-12)
    log_p = stats.poisson(np.exp(s)).logpmf(y) + special.gammaln(y + 1)
    assert value == pytest.approx(-np.average(log_p, weights=weight), rel=1e-10)


@pytest.mark.parametrize("delta", [0.3, 1.0, 4.0])
def test_huber_is_scipy_s(delta):
    value, _ = Huber(delta).forward(SCORES, NUMBERS)
    assert value == pytest.approx(special.huber(delta, SCORES - NUMBERS).mean(), rel=1e-13)


def test_focal_at_gamma_0_is_the_cross_entropy_and_counts_easy_rows_less():
    one, back = Focal(0.0).forward(SCORES, LABELS, WEIGHT)
    other, back_other = CrossEntropy().forward(SCORES, LABELS, WEIGHT)
    assert one == pytest.approx(other, rel=1e-14)
    np.testing.assert_allclose(back(), back_other(), rtol=1e-12, atol=1e-16)
    easy, hard = np.array([[5.0, 0]]), np.array([[0.0, 5]])
    kept = [
        Focal().forward(s, np.array([0]))[0] / CrossEntropy().forward(s, np.array([0]))[0]
        for s in (easy, hard)
    ]
    assert kept[0] < 1e-4
    assert kept[1] > 0.9


# ---------------------------------------------------------------------- what each promises


@pytest.mark.parametrize("loss", cases.examples(Loss), ids=repr)
def test_a_weight_of_2_is_the_same_row_twice(loss):
    """And a weight of 0 is no row; so the scale of all weights says nothing."""
    scores, y = SCORES[:, : cases.CLASSES], targets(loss)
    y = y % cases.CLASSES if loss.task == "classes" else y[:, : cases.CLASSES]
    weight = np.array([2.0, 0, 1, 3, 1, 1, 2, 0, 1, 1, 1, 2])
    rows = np.repeat(np.arange(12), weight.astype(int))
    value, backward = loss.forward(scores, y, weight)
    repeated, backward_repeated = loss.forward(scores[rows], y[rows])
    assert value == pytest.approx(repeated, rel=1e-13)
    summed = np.zeros_like(scores)
    np.add.at(summed, rows, backward_repeated())
    np.testing.assert_allclose(backward(), summed, rtol=1e-12, atol=1e-16)
    assert loss.forward(scores, y, 1000 * weight)[0] == pytest.approx(value, rel=1e-13)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("loss", cases.examples(Loss), ids=repr)
def test_extreme_scores_give_no_warning_and_no_nan(loss, dtype):
    """Sure and right, sure and wrong, undecided; Poisson's rate exp(s) is held below overflow."""
    top = 80.0 if isinstance(loss, Poisson) else 1e4
    scores = np.array([[top, 0, -top], [-top, 0, top], [top, top, top], [0, -0.0, 1e-300]])
    scores = scores.astype(dtype)
    y = np.zeros(4, int) if loss.task == "classes" else np.eye(3)[[0, 0, 0, 0]]
    value, backward = loss.forward(scores, y)
    gradient = backward()
    assert np.isfinite(value)
    assert np.isfinite(gradient).all()
    assert gradient.dtype == dtype
    assert np.isfinite(loss.predict(scores)).all()
    assert loss.predict(scores).dtype == dtype


@pytest.mark.parametrize("loss", [CrossEntropy(), CrossEntropy(0.1), Focal()], ids=repr)
def test_a_softmax_does_not_feel_a_shift(loss):
    value, backward = loss.forward(SCORES, LABELS)
    shifted, backward_shifted = loss.forward(SCORES + 1e4, LABELS)
    assert shifted == pytest.approx(value, rel=1e-10)
    np.testing.assert_allclose(backward_shifted(), backward(), atol=1e-11)
    np.testing.assert_allclose(backward().sum(axis=1), 0, atol=1e-15)


def test_all_equal_scores_cost_log_k():
    assert CrossEntropy().forward(np.full((3, 5), 1e4), np.array([0, 1, 2]))[0] == pytest.approx(
        np.log(5), rel=1e-14
    )
    assert BinaryCrossEntropy().forward(np.zeros((2, 1)), np.array([0, 1]))[0] == pytest.approx(
        np.log(2), rel=1e-14
    )


def test_binary_cross_entropy_is_the_cross_entropy_of_two_classes():
    """sigmoid(s) = softmax(0, s), so the weights of two classes mean the same as well."""
    s, y = SCORES[:, :1], ANSWERS[:, 0]
    pair = np.hstack([np.zeros_like(s), s])
    for settings in ({}, {"class_weight": (0.5, 4.0)}, {"label_smoothing": 0.2}):
        one = BinaryCrossEntropy(**settings).forward(s, y, WEIGHT)[0]
        assert one == pytest.approx(CrossEntropy(**settings).forward(pair, y, WEIGHT)[0], rel=1e-13)


def test_predictions_are_scipy_s_links():
    for loss, link in [
        (CrossEntropy(), lambda s: special.softmax(s, axis=1)),
        (Focal(), lambda s: special.softmax(s, axis=1)),
        (BinaryCrossEntropy(), special.expit),
        (Poisson(), np.exp),
        (MeanSquaredError(), np.asarray),
        (Quantile(), np.asarray),
    ]:
        np.testing.assert_allclose(loss.predict(SCORES), link(SCORES), rtol=1e-14)


@pytest.mark.parametrize(
    ("loss", "best"),
    [
        (MeanSquaredError(), np.mean),
        (MeanAbsoluteError(), np.median),
        (Quantile(0.9), lambda y: np.quantile(y, 0.9, method="inverted_cdf")),
        (Poisson(), lambda y: np.log(np.mean(y))),
    ],
    ids=["mse", "mae", "quantile", "poisson"],
)
def test_the_best_constant_is_what_the_docstring_says(loss, best):
    y = np.random.default_rng(3).poisson(4.0, 101) + 0.01 * np.arange(101)
    grid = np.arange(-1, 12, 0.01)
    values = [loss.forward(np.full((101, 1), s), y)[0] for s in grid]
    assert grid[int(np.argmin(values))] == pytest.approx(best(y), abs=0.0101)


def test_weights_that_are_all_zero_give_zero_and_no_nan():
    value, backward = CrossEntropy().forward(SCORES, LABELS, np.zeros(12))
    assert value == 0
    assert not backward().any()


def test_what_a_loss_cannot_take_is_refused_before_the_mathematics():
    with pytest.raises(SettingError, match="give one for each"):
        CrossEntropy(class_weight=(1, 2)).check(LABELS, 4)
    with pytest.raises(SettingError, match="two weights"):
        BinaryCrossEntropy(class_weight=(1, 2, 3))
    with pytest.raises(DataError, match="at least 0"):
        Poisson().check(np.array([1.0, -1.0]), 1)
    for wrong in (
        lambda: CrossEntropy(label_smoothing=1.0),
        lambda: CrossEntropy(class_weight=(1, 0)),
        lambda: CrossEntropy(class_weight="balanced"),
        lambda: Focal(-1),
        lambda: Huber(0),
        lambda: Quantile(1),
    ):
        with pytest.raises(SettingError):
            wrong()


@pytest.mark.parametrize("loss", cases.examples(Loss), ids=repr)
def test_settings_go_to_json_and_back(loss):
    assert Loss.make(json.loads(json.dumps(loss.settings()))) == loss
