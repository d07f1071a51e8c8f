"""y goes in as people write it and comes out of `predict` as the same."""

import numpy as np
import pytest

from noron import CrossEntropy, DataError, NeuralNetwork, TrainingWarning
from noron.data import blobs
from noron.data.targets import Targets
from noron.losses import BinaryCrossEntropy, MeanSquaredError

X, NUMBERS = blobs(n=90, seed=0)
BIRDS = np.array(["owl", "jay", "tit"])

FORMS = {
    "integers": (NUMBERS, NUMBERS),
    "int8": (NUMBERS.astype(np.int8), NUMBERS),
    "list": (NUMBERS.tolist(), NUMBERS),
    "one-hot": (np.eye(3)[NUMBERS], NUMBERS),
    "one-hot integers": (np.eye(3, dtype=int)[NUMBERS], NUMBERS),
    "one-hot booleans": (np.eye(3, dtype=bool)[NUMBERS], NUMBERS),
    "whole floats": (NUMBERS.astype(float), NUMBERS),
    "from one": (NUMBERS + 1, NUMBERS + 1),
    "negative": (NUMBERS - 5, NUMBERS - 5),
    "far apart": (np.array([-7, 0, 10**12])[NUMBERS], np.array([-7, 0, 10**12])[NUMBERS]),
    "strings": (np.sort(BIRDS)[NUMBERS], np.sort(BIRDS)[NUMBERS]),
    "objects": (np.sort(BIRDS)[NUMBERS].astype(object), np.sort(BIRDS)[NUMBERS]),
}


def trained(y, **settings):
    net = NeuralNetwork([2, 8, 3], seed=1, **settings)
    net.train(X, y, epochs=30, learning_rate=0.1)
    return net


@pytest.fixture(scope="module")
def plain():
    return trained(NUMBERS)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_classes_trains_the_same_network(form, plain):
    y, expected = FORMS[form]
    net = trained(y)
    np.testing.assert_array_equal(net.network.theta, plain.network.theta)
    prediction = net.predict(X)
    assert prediction.shape == (90,)
    assert prediction.dtype.kind == np.asarray(expected).dtype.kind
    assert (prediction == expected).mean() > 0.9
    assert net.accuracy(X, y) == plain.accuracy(X, NUMBERS) == (prediction == expected).mean()
    assert net.cross_entropy_loss(X, y) == plain.cross_entropy_loss(X, NUMBERS)


def test_probabilities_as_labels_pull_towards_the_mean():
    soft = 0.8 * np.eye(3)[NUMBERS] + 0.2 / 3
    net, smoothed = trained(soft), trained(NUMBERS, loss=CrossEntropy(label_smoothing=0.2))
    np.testing.assert_allclose(net.network.theta, smoothed.network.theta, rtol=1e-3, atol=1e-5)
    assert net.predict(X).dtype.kind == "i"


@pytest.mark.parametrize(
    "labels",
    [np.array([0, 1]), np.array([False, True]), np.array(["no", "yes"]), np.array([3, 8])],
)
@pytest.mark.parametrize(
    ("widths", "loss"), [([2, 8, 1], "binary_cross_entropy"), ([2, 8, 2], "cross_entropy")]
)
def test_two_classes_with_one_output_or_two(labels, widths, loss):
    y = labels[(NUMBERS == 0).astype(int)]
    net = NeuralNetwork(widths, loss=loss, seed=0)
    net.train(X, y, epochs=30, learning_rate=0.1)
    prediction = net.predict(X)
    assert prediction.shape == (90,)
    assert prediction.dtype == labels.dtype
    assert net.accuracy(X, y) == (prediction == y).mean() > 0.9
    assert net.predict_proba(X).shape == (90, widths[-1])


def test_several_yes_or_no_questions_at_once():
    Y = np.stack([X[:, 0] > 0, X[:, 1] > 0, X[:, 0] > X[:, 1]], axis=1).astype(int)
    net = NeuralNetwork([2, 16, 3], loss="binary_cross_entropy", seed=0)
    net.train(X, Y, epochs=100, learning_rate=0.5)
    prediction = net.predict(X)
    assert prediction.shape == Y.shape
    assert set(np.unique(prediction)) <= {0, 1}
    assert net.accuracy(X, Y) == pytest.approx((prediction == Y).mean())
    assert net.accuracy(X, Y) > 0.9
    assert not np.allclose(net.predict_proba(X).sum(axis=1), 1)


@pytest.mark.parametrize("shape", [(90,), (90, 1), (90, 2)])
def test_numbers_come_back_in_the_shape_they_had(shape):
    y = np.stack([X[:, 0] - X[:, 1], X[:, 0]], axis=1)[:, : shape[-1] if len(shape) == 2 else 1]
    net = NeuralNetwork([2, 16, y.shape[1]], "tanh", loss="mse", seed=0)
    net.train(X, y.reshape(shape), epochs=60, learning_rate=0.02)
    assert net.predict(X).shape == shape
    assert net.predict(X).dtype == np.float32
    assert net.evaluate(X, y.reshape(shape))["r2"] > 0.8


def test_encoding_and_back_is_the_identity():
    rng = np.random.default_rng(0)
    for labels in (BIRDS, np.array([5, -2, 9]), np.array([0.5, 2.5, 1.5])):
        y = labels[np.r_[0, 1, 2, rng.integers(3, size=20)]]
        if y.dtype.kind == "f":
            y = y * 2  # whole
        targets = Targets.of(y, CrossEntropy(), 3)
        encoded = targets.encode(y, 3, np.float32)
        assert encoded.min() == 0
        assert encoded.max() == 2
        np.testing.assert_array_equal(targets.decode(np.eye(3)[encoded]), y)


def test_classes_that_a_part_of_the_rows_lacks_are_still_classes():
    """Digits 0 to 9 where the training has no 7: the seventh output is still there."""
    targets = Targets.of(np.array([0, 1, 9, 3]), CrossEntropy(), 10)
    assert targets.classes == tuple(range(10))
    np.testing.assert_array_equal(targets.encode(np.array([7]), 10, np.float32), [7])


@pytest.mark.parametrize("kind", [np.int8, np.uint64, np.int64])
def test_numbers_that_are_classes_are_taken_as_they_are(kind):
    targets = Targets("classes", (0, 1, 2))
    encoded = targets.encode(np.array([2, 0, 1], kind), 3, np.float32)
    assert (encoded.tolist(), encoded.dtype) == ([2, 0, 1], np.dtype(np.int64))
    for wrong in ([0, 3], [0, -1]):
        if kind is np.uint64 and -1 in wrong:
            continue
        with pytest.raises(DataError, match=f"{wrong[1]} in row 1"):
            targets.encode(np.array(wrong, kind), 3, np.float32)


def test_before_training_integers_from_zero_are_meant():
    net = NeuralNetwork([2, 4, 3], seed=0)
    assert net.targets.classes == (0, 1, 2)
    with pytest.warns(TrainingWarning, match="not trained"):
        assert set(net.predict(X)) <= {0, 1, 2}
    assert Targets.untrained(BinaryCrossEntropy(), 1).classes == (0, 1)
    assert Targets.untrained(MeanSquaredError(), 1).classes is None


def test_the_classes_of_the_first_training_stay():
    net = trained(np.sort(BIRDS)[NUMBERS])
    few = NUMBERS < 2
    net.train(X[few], np.sort(BIRDS)[NUMBERS[few]], epochs=1)
    assert net.targets.classes == tuple(np.sort(BIRDS))
    with pytest.raises(DataError, match="'emu' in row 0, which the training set did not have"):
        net.train(X, np.where(few, "emu", "owl"), epochs=1)
