"""Rosenblatt's rule: its bound, its labels, its line, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from noron import scratch
from noron.core.errors import DataError, NoronError, NotTrainedError, SettingError
from noron.perceptron import Perceptron

SQUARE = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def separable(seed: int, margin: float, n: int = 200, d: int = 3):
    """Rows whose (x, 1) lie at least `margin` from the plane (w, b) of length 1, and their R."""
    rng = np.random.default_rng(seed)
    plane = rng.normal(size=d + 1)
    plane[-1] *= 0.2  # so that both classes have rows
    plane /= np.linalg.norm(plane)
    X = rng.uniform(-1, 1, size=(20 * n, d))
    z = X @ plane[:-1] + plane[-1]
    keep = np.flatnonzero(np.abs(z) >= margin)[:n]
    R = np.sqrt((X[keep] ** 2).sum(axis=1).max() + 1)
    return X[keep], (z[keep] > 0).astype(int), float(np.abs(z[keep]).min()), R


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("margin", [0.02, 0.1, 0.3])
def test_mistakes_stay_below_novikoffs_bound(seed, margin):
    X, y, gamma, R = separable(seed, margin)
    p = Perceptron(3, seed=seed)
    p.train(X, y, learning_rate=0.37, epochs=20_000)
    assert p.converged
    assert p.score(X, y) == 1.0
    assert p.mistakes[-1] == 0
    assert all(m > 0 for m in p.mistakes[:-1])
    assert 0 < sum(p.mistakes) <= (R / gamma) ** 2


def test_with_a_smaller_margin_come_more_mistakes():
    totals = []
    for margin in (0.4, 0.05, 0.005):
        X, y, _, _ = separable(1, margin)
        totals.append(sum(Perceptron(3, seed=1).train(X, y, epochs=20_000)))
    assert totals == sorted(totals)
    assert totals[0] < totals[2]


def test_the_rule_is_the_scratch_perceptrons_in_the_order_of_the_seed():
    X, y, _, _ = separable(2, 0.05, n=60)
    p, neuron = Perceptron(3, seed=9), scratch.Perceptron(3)
    p.train(X, y, learning_rate=0.1, epochs=5)
    rng = np.random.default_rng(9)
    counted = []
    for _ in p.mistakes:
        order = rng.permutation(60)
        counted += neuron.train(X[order], y[order], learning_rate=0.1, epochs=1)
    np.testing.assert_allclose(p.weights, neuron.weights, atol=1e-12)
    assert p.bias == pytest.approx(neuron.bias, abs=1e-12)
    assert p.mistakes == counted


def test_seeds():
    X, y, _, _ = separable(3, 0.01)
    first, second = Perceptron(3), Perceptron(3)
    assert first.seed != second.seed  # drawn fresh: once in four thousand million times equal
    first.train(X, y)
    again = Perceptron(3, seed=first.seed)
    again.train(X, y)
    np.testing.assert_array_equal(first.weights, again.weights)
    again.train(X, y)  # training starts afresh
    np.testing.assert_array_equal(first.weights, again.weights)
    state = np.random.get_state()[1].copy()
    second.train(X, y)
    np.testing.assert_array_equal(state, np.random.get_state()[1])  # nothing global is drawn


@pytest.mark.parametrize(
    "labels", [(0, 1), (-1, 1), ("cat", "dog"), (False, True), (2.5, 7.0), (np.str_("a"), "b")]
)
def test_any_two_labels_come_back_as_they_were(labels):
    y = [labels[i] for i in (0, 0, 0, 1)]
    for given_y in (y, np.array(y, dtype=object), np.array(y)):
        p = Perceptron(2, seed=0)
        p.train(SQUARE, given_y)
        predicted = p.predict(SQUARE)
        assert predicted.tolist() == y
        assert predicted.dtype.kind == np.array(y).dtype.kind
        assert p.score(SQUARE, given_y) == 1.0


def test_xor_never_converges_and_every_epoch_says_so():
    p = Perceptron(2, seed=0)
    p.train(SQUARE, [0, 1, 1, 0], epochs=50)
    assert not p.converged
    assert len(p.mistakes) == 50
    assert min(p.mistakes) > 0
    assert p.score(SQUARE, [0, 1, 1, 0]) <= 0.75  # no line does better


@given(
    w=arrays(float, 2, elements=st.floats(-5, 5)).filter(lambda w: np.abs(w).max() > 0.1),
    b=st.floats(-5, 5),
    centre=arrays(float, 2, elements=st.floats(-5, 5)),
    length=st.floats(0.1, 10),
)
def test_boundary_lies_on_the_line_and_is_nearest_to_its_centre(w, b, centre, length):
    p = Perceptron(2)
    p.weights, p.bias = w, b
    ends = p.boundary(centre, length)
    np.testing.assert_allclose(p.scores(ends), 0, atol=1e-9)
    assert np.linalg.norm(ends[0] - ends[1]) == pytest.approx(length)
    along, out = ends[1] - ends[0], ends.mean(axis=0) - centre
    assert along @ out == pytest.approx(0, abs=1e-8)


NAN = float("nan")
Y = [0, 0, 0, 1]


def trained() -> Perceptron:
    p = Perceptron(2, seed=0)
    p.train(SQUARE, Y)
    return p


BAD = {
    "n_inputs 0": (lambda: Perceptron(0), SettingError, "at least 1"),
    "n_inputs 2.5": (lambda: Perceptron(2.5), SettingError, "an integer"),
    "seed -1": (lambda: Perceptron(2, seed=-1), SettingError, "seed is -1"),
    "seed text": (lambda: Perceptron(2, seed="x"), SettingError, "seed is 'x'"),
    "rate 0": (lambda: trained().train(SQUARE, Y, learning_rate=0), SettingError, "above 0"),
    "rate NaN": (lambda: trained().train(SQUARE, Y, learning_rate=NAN), SettingError, "finite"),
    "epochs 0": (lambda: trained().train(SQUARE, Y, epochs=0), SettingError, "epochs is 0"),
    "width": (lambda: trained().predict(np.ones((2, 3))), DataError, r"\(n, 2\)"),
    "rank": (lambda: trained().predict([1, 0]), DataError, r"\[x\]"),
    "empty": (lambda: trained().predict(np.ones((0, 2))), DataError, "at least 1"),
    "NaN": (lambda: trained().train([[0, 1], [NAN, 0]], [0, 1]), DataError, "row 1, column 0"),
    "text": (lambda: trained().train([["a", "b"]], [0]), DataError, "give numbers"),
    "ragged": (lambda: trained().train([[1, 2], [3]], [0, 1]), DataError, "as many in each row"),
    "lengths": (lambda: trained().train(SQUARE, [0, 1]), DataError, r"\(4,\)"),
    "one-hot": (lambda: trained().train(SQUARE, np.eye(4)), DataError, r"\(4,\)"),
    "one class": (lambda: trained().train(SQUARE, [1] * 4), DataError, "separates two"),
    "three": (lambda: trained().train(SQUARE, [0, 1, 2, 0]), DataError, "3 different labels"),
    "y NaN": (lambda: trained().train(SQUARE, [0, 1, NAN, 0]), DataError, "row 2"),
    "y ragged": (lambda: trained().train(SQUARE, [0, [1], 1, 0]), DataError, "one label"),
    "y None": (lambda: trained().train(SQUARE, [None] * 4), DataError, "strings"),
    "unseen": (lambda: trained().score(SQUARE, [0, 0, 0, 5]), DataError, "give 0 and 1"),
    "untrained": (lambda: Perceptron(2).predict(SQUARE), NotTrainedError, "call train"),
    "no line": (lambda: Perceptron(2).boundary(), NotTrainedError, "call train"),
    "line in 3": (lambda: Perceptron(3).boundary(), DataError, "use 2 inputs"),
    "length 0": (lambda: trained().boundary(length=0), SettingError, "above 0"),
    "centre": (lambda: trained().boundary(centre=(1, 2, 3)), DataError, r"\(n, 2\)"),
}


@pytest.mark.parametrize(("call", "kind", "way_out"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_refused_in_one_line_with_a_way_out(call, kind, way_out):
    with pytest.raises(NoronError, match=way_out) as refusal:
        call()
    assert type(refusal.value) is kind
    assert "\n" not in str(refusal.value)
