"""`noron.scratch` against the tutorial typed in plainly, other libraries, and bad input."""

from typing import Any

import numpy as np
import pytest
from scipy import special
from scipy.stats import zscore
from sklearn.datasets import load_digits
from sklearn.linear_model import Perceptron as SklearnPerceptron
from sklearn.metrics import log_loss, mean_squared_error

from noron import scratch
from noron.core.errors import DataError, NoronError, SettingError

# ------------------------------------------------ the tutorial's class, typed in plainly


class TypedIn:
    def __init__(self, layer_sizes):
        self.weights = []
        self.biases = []
        for i in range(len(layer_sizes) - 1):
            w = np.random.randn(layer_sizes[i], layer_sizes[i + 1])
            self.weights.append(w * np.sqrt(2.0 / layer_sizes[i]))
            self.biases.append(np.zeros((1, layer_sizes[i + 1])))

    def forward(self, X):
        self.activations = [X]
        self.z_values = []
        a = X
        for i in range(len(self.weights)):
            z = np.dot(a, self.weights[i]) + self.biases[i]
            self.z_values.append(z)
            if i == len(self.weights) - 1:
                e = np.exp(z - np.max(z, axis=1, keepdims=True))
                a = e / np.sum(e, axis=1, keepdims=True)
            else:
                a = np.maximum(0, z)
            self.activations.append(a)
        return a

    def backward(self, X, y, learning_rate):
        m = X.shape[0]
        gradients = []
        delta = self.activations[-1] - y
        for i in range(len(self.weights) - 1, -1, -1):
            dW = np.dot(self.activations[i].T, delta) / m
            db = np.sum(delta, axis=0, keepdims=True) / m
            gradients.insert(0, (dW, db))
            if i > 0:
                delta = np.dot(delta, self.weights[i].T) * (self.z_values[i - 1] > 0)
        for i, (dW, db) in enumerate(gradients):
            self.weights[i] = self.weights[i] - learning_rate * dW
            self.biases[i] = self.biases[i] - learning_rate * db

    def train(self, X, y, epochs, learning_rate, batch_size):
        for _ in range(epochs):
            indices = np.random.permutation(X.shape[0])
            X_shuffled = X[indices]
            y_shuffled = y[indices]
            for i in range(0, X.shape[0], batch_size):
                self.forward(X_shuffled[i : i + batch_size])
                self.backward(
                    X_shuffled[i : i + batch_size], y_shuffled[i : i + batch_size], learning_rate
                )


def digits(width: int, classes: int, n: int = 2000) -> tuple[np.ndarray, np.ndarray]:
    """Rows like digits: mostly zeros, the rest in [0, 1], one-hot labels."""
    rng = np.random.default_rng(7)
    X = rng.random((n, width)) * (rng.random((n, width)) < 0.2)
    return X, np.eye(classes)[rng.integers(0, classes, n)]


def largest_difference(net: scratch.NeuralNetwork, typed: TypedIn) -> float:
    pairs = zip(net.weights + net.biases, typed.weights + typed.biases, strict=True)
    return max(float(np.abs(ours - theirs).max()) for ours, theirs in pairs)


@pytest.mark.parametrize(
    ("layer_sizes", "batch_size", "seed"),
    [
        ([784, 10], 32, 0),
        ([784, 64, 10], 64, 1),
        ([784, 32, 16, 10], 77, 42),
        ([64, 20, 20, 20, 20, 20, 3], 32, 3),
        ([5, 7, 2], 1999, 2**32 - 1),
        ([30, 1, 4], 3000, 11),
        ([1, 1], 500, 12),
        ([16, 8, 4], 13, 5),
    ],
)
def test_same_weights_as_the_tutorial_typed_in(layer_sizes, batch_size, seed, capsys):
    X, y = digits(layer_sizes[0], layer_sizes[-1])
    settings = {"epochs": 3, "learning_rate": 0.1, "batch_size": batch_size}
    nets: list[Any] = []
    for make in (scratch.NeuralNetwork, TypedIn):
        np.random.seed(seed)
        nets.append(make(layer_sizes))
        nets[-1].train(X, y, **settings)
    assert largest_difference(*nets) <= 1e-12
    np.random.seed(seed + 1 if seed < 2**31 else 0)
    nets[1].__init__(layer_sizes)
    if layer_sizes != [1, 1]:
        assert largest_difference(*nets) > 1e-3  # another seed is another network


def test_global_generator_is_drawn_from_as_often_as_the_tutorial_does():
    X, y = digits(6, 3, n=50)
    after = []
    for make in (scratch.NeuralNetwork, TypedIn):
        np.random.seed(1)
        make([6, 4, 3]).train(X, y, epochs=2, learning_rate=0.1, batch_size=16)
        after.append(np.random.rand())
    assert after[0] == after[1]


def test_float32_and_integer_rows_train_like_their_float64_values():
    X, y = digits(20, 3, n=100)
    weights = []
    for rows in ((X * 8).astype(np.uint8), (X * 8).astype(np.uint8).astype(np.float32)):
        np.random.seed(4)
        net = scratch.NeuralNetwork([20, 6, 3])
        net.train(rows, y.astype(np.int64), epochs=2)
        weights.append(net.weights[0])
    np.testing.assert_allclose(*weights, atol=1e-12)
    assert weights[0].dtype == np.float64


# -------------------------------------------------------------------------- the network


def test_backward_is_the_derivative_of_the_loss():
    np.random.seed(3)
    rng = np.random.default_rng(3)
    net = scratch.NeuralNetwork([4, 6, 5, 3])
    X, y = rng.normal(size=(7, 4)), np.eye(3)[rng.integers(0, 3, 7)]
    tensors = net.weights + net.biases
    before = [t.copy() for t in tensors]
    net.forward(X)
    net.backward(X, y, learning_rate=1.0)
    steps = [old - t for old, t in zip(before, tensors, strict=True)]
    for t, old in zip(tensors, before, strict=True):
        t[...] = old
    for t, step in zip(tensors, steps, strict=True):
        numeric = np.array([slope(net, X, y, t, at) for at in np.ndindex(t.shape)])
        assert np.linalg.norm(step.ravel() - numeric) <= 1e-7 * np.linalg.norm(numeric)


def slope(net: scratch.NeuralNetwork, X, y, t: np.ndarray, at: tuple[int, ...]) -> float:
    """dL/dt[at] by central differences."""
    middle, sides = t[at], []
    for h in (1e-5, -1e-5):
        t[at] = middle + h
        sides.append(net.cross_entropy_loss(X, y))
    t[at] = middle
    return (sides[0] - sides[1]) / 2e-5


def test_it_learns_the_digits_of_scikit_learn(capsys):
    X, labels = load_digits(return_X_y=True)
    X, y = X / 16, np.eye(10)[labels]
    np.random.seed(42)
    net = scratch.NeuralNetwork([64, 32, 10])
    net.train(X[:1400], y[:1400], epochs=21, learning_rate=0.1, batch_size=16)
    printed = capsys.readouterr().out.splitlines()
    assert net.accuracy(X[1400:], y[1400:]) > 0.9
    assert net.accuracy(X[1400:], labels[1400:]) == net.accuracy(X[1400:], y[1400:])
    assert [line.split(":")[0] for line in printed] == ["Epoch 0", "Epoch 10", "Epoch 20"]
    loss, accuracy = net.cross_entropy_loss(X[:1400], y[:1400]), net.accuracy(X[:1400], y[:1400])
    assert printed[2] == f"Epoch 20: Loss={loss:.4f}, Accuracy={accuracy * 100:.2f}%"
    p = net.forward(X)
    assert loss == pytest.approx(log_loss(labels[:1400], p[:1400]), rel=1e-12)
    np.testing.assert_array_equal(net.predict(X), p.argmax(axis=1))
    assert [a.shape for a in net.activations] == [(1797, 64), (1797, 32), (1797, 10)]
    assert [z.shape for z in net.z_values] == [(1797, 32), (1797, 10)]


def test_initialisation_has_the_deviation_it_names():
    np.random.seed(0)
    net = scratch.NeuralNetwork([400, 300, 10])
    assert net.weights[0].std() == pytest.approx(np.sqrt(2 / 400), rel=0.01)
    assert [b.shape for b in net.biases] == [(1, 300), (1, 10)]
    assert not any(b.any() for b in net.biases)


def test_a_rate_that_is_too_large_is_told_rather_than_printed_as_nan():
    X, y = digits(20, 3, n=100)
    net = scratch.NeuralNetwork([20, 8, 3])
    with np.errstate(all="ignore"), pytest.raises(SettingError, match="smaller learning_rate"):
        net.train(X * 1e200, y, epochs=2, learning_rate=1e200)


# -------------------------------------------------------------------------- activations

GRID = np.linspace(-6, 6, 241)[:, None] + 0.013  # the corner of relu lies between two points


@pytest.mark.parametrize(
    ("f", "df"),
    [
        (scratch.sigmoid, scratch.sigmoid_derivative),
        (scratch.relu, scratch.relu_derivative),
        (scratch.tanh, scratch.tanh_derivative),
    ],
)
def test_derivatives_by_central_differences(f, df):
    numeric = (f(GRID + 1e-5) - f(GRID - 1e-5)) / 2e-5
    np.testing.assert_allclose(df(GRID), numeric, atol=1e-9)


EXTREME = [-8e307, -1000.0, -750.0, -37.0, -1e-300, 0.0, 1e-300, 37.0, 1000.0, 8e307]


def test_activations_at_extreme_inputs_equal_scipy():
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        np.testing.assert_allclose(scratch.sigmoid(EXTREME), special.expit(EXTREME), rtol=1e-15)
        np.testing.assert_array_equal(scratch.tanh(EXTREME), np.tanh(EXTREME))
        rows = np.array([EXTREME, np.roll(EXTREME, 3), [-8e307] * 10, [1000.0] * 10])
        np.testing.assert_allclose(scratch.softmax(rows), special.softmax(rows, axis=1))
        np.testing.assert_allclose(scratch.softmax(rows[0]), special.softmax(rows[0]))
        assert np.isfinite(scratch.sigmoid_derivative(EXTREME)).all()
        assert np.isfinite(scratch.tanh_derivative(EXTREME)).all()
    assert scratch.sigmoid_derivative(40) == pytest.approx(np.exp(-40), rel=1e-12)


def test_relu_at_its_corner_and_on_integers():
    np.testing.assert_array_equal(scratch.relu(np.array([-2, 0, 3])), [0, 0, 3])
    np.testing.assert_array_equal(scratch.relu_derivative([-2, 0, 3]), [0, 0, 1])


def test_small_unsigned_integers_do_not_wrap_around():
    x = np.array([0, 1, 200], dtype=np.uint8)
    np.testing.assert_allclose(scratch.sigmoid(x), special.expit(x.astype(float)))


# ------------------------------------------------------------------------------- losses


def test_losses_equal_scikit_learn():
    rng = np.random.default_rng(0)
    labels, p = rng.integers(0, 4, 50), rng.dirichlet(np.ones(4), 50)
    ours = scratch.categorical_cross_entropy(np.eye(4)[labels], p)
    assert ours == pytest.approx(log_loss(labels, p, labels=range(4)), rel=1e-12)
    bits, q = rng.integers(0, 2, 50), rng.random(50)
    assert scratch.binary_cross_entropy(bits, q) == pytest.approx(log_loss(bits, q), rel=1e-12)
    y, y_hat = rng.normal(size=(2, 30, 5))
    assert scratch.mse_loss(y, y_hat) == pytest.approx(mean_squared_error(y, y_hat), rel=1e-12)


def test_cross_entropies_are_finite_where_p_is_0_or_1():
    with np.errstate(all="raise"):
        right = scratch.categorical_cross_entropy([[1, 0]], [[1.0, 0.0]])
        wrong = scratch.categorical_cross_entropy([[1, 0]], [[0.0, 1.0]])
        assert (right, np.signbit(right)) == (0.0, False)
        assert 700 < wrong < np.inf
        assert scratch.binary_cross_entropy([0, 1], [0, 1]) == 0
        assert 700 < scratch.binary_cross_entropy([0, 1], [1, 0]) < np.inf


# ------------------------------------------------------- L2, dropout, batch norm


def test_l2_is_the_sum_of_squares_and_its_gradient_2_lambda_w():
    rng = np.random.default_rng(1)
    weights = [rng.normal(size=(3, 4)), rng.normal(size=(4, 2))]
    norms = sum(np.linalg.norm(W) ** 2 for W in weights)
    assert scratch.l2_regularization(weights) == pytest.approx(0.01 * norms)
    direction, h = rng.normal(size=(3, 4)), 1e-6
    up = scratch.l2_regularization([weights[0] + h * direction, weights[1]], lambda_=0.3)
    down = scratch.l2_regularization([weights[0] - h * direction, weights[1]], lambda_=0.3)
    assert (up - down) / (2 * h) == pytest.approx(2 * 0.3 * np.sum(weights[0] * direction))


@pytest.mark.parametrize("rate", [0.0, 0.2, 0.5, 0.9])
def test_dropout_keeps_the_expectation_and_drops_its_share(rate):
    np.random.seed(5)
    X = np.full((400, 500), 3.0)
    dropped = scratch.dropout(X, dropout_rate=rate)
    spread = 3 * np.sqrt(rate / (1 - rate) / X.size)
    assert abs(dropped.mean() - 3) <= 5 * spread + 1e-12
    assert np.mean(dropped == 0) == pytest.approx(rate, abs=0.01)
    np.testing.assert_allclose(np.unique(dropped[dropped > 0]), 3 / (1 - rate))


def test_dropout_does_nothing_and_draws_nothing_when_not_training():
    X = np.arange(6.0).reshape(2, 3)
    np.random.seed(5)
    np.testing.assert_array_equal(scratch.dropout(X, 0.5, training=False), X)
    drawn = np.random.rand()
    np.random.seed(5)
    assert drawn == np.random.rand()


def test_batch_norm_gives_mean_0_and_variance_1_then_scales_and_shifts():
    X = np.random.default_rng(2).normal(5, 7, size=(64, 3))
    np.testing.assert_allclose(scratch.batch_norm(X), zscore(X), atol=1e-9)
    gamma, beta = np.array([1.0, 2.0, 3.0]), np.array([[0.0, -1.0, 1.0]])
    out = scratch.batch_norm(X, gamma, beta)
    np.testing.assert_allclose(out.mean(axis=0), beta[0], atol=1e-12)
    np.testing.assert_allclose(out.std(axis=0), gamma, atol=1e-6)
    np.testing.assert_array_equal(scratch.batch_norm(np.ones((4, 2))), np.zeros((4, 2)))


# --------------------------------------------------------------------------- one neuron


def test_perceptron_learns_and_or_and_counts_its_mistakes():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    for y in ([0, 0, 0, 1], [0, 1, 1, 1]):
        neuron = scratch.Perceptron(2)
        mistakes = neuron.train(X, y)
        assert mistakes[0] > 0
        assert mistakes[-1] == 0
        assert neuron.forward(X).tolist() == y
        assert [neuron.forward(x) for x in X] == y
    assert scratch.Perceptron(2).train(X, [0, 1, 1, 0], epochs=30)[-1] > 0  # xor: no line does it


def test_perceptron_takes_the_steps_of_scikit_learns():
    rng = np.random.default_rng(6)
    X = rng.normal(size=(40, 3))
    y = (X @ [1.0, -2.0, 0.5] + 0.7 > 0).astype(int)
    y[0] = 1  # at weights of zero theirs calls every row a mistake, ours only those of class 1
    neuron = scratch.Perceptron(3)
    neuron.train(X, y, learning_rate=0.25, epochs=2)
    theirs = SklearnPerceptron(eta0=0.25, max_iter=2, tol=None, shuffle=False).fit(X, y)
    np.testing.assert_allclose(neuron.weights, theirs.coef_[0], atol=1e-12)
    assert neuron.bias == pytest.approx(theirs.intercept_[0], abs=1e-12)


# ----------------------------------------------------------------------------- bad input

NAN, INF = float("nan"), float("inf")
X4 = np.arange(12.0).reshape(4, 3) / 12
Y4 = np.eye(2)[[0, 1, 1, 0]]


def net() -> scratch.NeuralNetwork:
    return scratch.NeuralNetwork([3, 5, 2])


def with_at(array: np.ndarray, at: tuple[int, ...], value: float) -> np.ndarray:
    changed = array.copy()
    changed[at] = value
    return changed


def stepped(X: Any, y: Any, rate: Any = 0.1) -> None:
    n = net()
    n.forward(X4)
    n.backward(X, y, rate)


BAD = {
    "sizes: one": (lambda: scratch.NeuralNetwork([784]), SettingError, "784, 128, 64, 10"),
    "sizes: none": (lambda: scratch.NeuralNetwork([]), SettingError, "give inputs"),
    "sizes: zero": (lambda: scratch.NeuralNetwork([3, 0, 2]), SettingError, r"layer_sizes\[1\]"),
    "sizes: negative": (lambda: scratch.NeuralNetwork([3, -4, 2]), SettingError, "at least 1"),
    "sizes: fraction": (lambda: scratch.NeuralNetwork([3, 2.5, 2]), SettingError, "whole number"),
    "sizes: text": (lambda: scratch.NeuralNetwork("784"), SettingError, "784, 128, 64, 10"),
    "sizes: a number": (lambda: scratch.NeuralNetwork(784), SettingError, "784, 128, 64, 10"),
    "sizes: True": (lambda: scratch.NeuralNetwork([3, True, 2]), SettingError, "whole number"),
    "sizes: text in it": (lambda: scratch.NeuralNetwork([3, "5", 2]), SettingError, "whole"),
    "sizes: None": (lambda: scratch.NeuralNetwork(None), SettingError, "give inputs"),
    "forward: one row": (lambda: net().forward(X4[0]), DataError, r"reshape\(1, -1\)"),
    "forward: width": (lambda: net().forward(X4[:, :2]), DataError, r"\(n, 3\)"),
    "forward: images": (lambda: net().forward(X4.reshape(1, 4, 3)), DataError, r"\(n, 3\)"),
    "forward: NaN": (lambda: net().forward(with_at(X4, (2, 1), NAN)), DataError, "row 2, column 1"),
    "forward: infinity": (lambda: net().forward(with_at(X4, (0, 2), INF)), DataError, "inf in row"),
    "forward: empty": (lambda: net().forward(X4[:0]), DataError, "empty"),
    "forward: text": (lambda: net().forward([["a", "b", "c"]]), DataError, "give numbers"),
    "forward: ragged": (lambda: net().forward([[1, 2, 3], [4]]), DataError, "unequal length"),
    "forward: complex": (lambda: net().forward(X4 * 1j), DataError, "complex"),
    "forward: None": (lambda: net().forward(None), DataError, "give numbers"),
    "predict: width": (lambda: net().predict(X4.T), DataError, r"\(n, 3\)"),
    "backward: first": (lambda: net().backward(X4, Y4), DataError, r"call forward\(X\)"),
    "backward: other rows": (lambda: stepped(X4[:2], Y4[:2]), DataError, "forward saw last"),
    "backward: other X": (lambda: stepped(X4 + 1, Y4), DataError, "forward saw last"),
    "backward: labels": (lambda: stepped(X4, [0, 1, 1, 0]), DataError, r"np.eye\(2\)\[labels\]"),
    "backward: rate 0": (lambda: stepped(X4, Y4, 0), SettingError, r"\(0, inf\)"),
    "train: lengths": (lambda: net().train(X4, Y4[:3]), DataError, r"\(4, 2\)"),
    "train: classes": (lambda: net().train(X4, np.eye(4)), DataError, r"np.eye\(2\)"),
    "train: integers": (lambda: net().train(X4, [0, 1, 1, 0]), DataError, "one-hot"),
    "train: strings": (lambda: net().train(X4, list("0110")), DataError, "astype"),
    "train: sum 2": (lambda: net().train(X4, Y4 * 0 + 1), DataError, "row 0 of y"),
    "train: sum 0": (lambda: net().train(X4, with_at(Y4, (3, 0), 0)), DataError, "row 3 of y"),
    "train: y below 0": (lambda: net().train(X4, Y4 * 3 - 1), DataError, "add up to 1"),
    "train: y NaN": (lambda: net().train(X4, with_at(Y4, (1, 0), NAN)), DataError, "row 1"),
    "train: X NaN": (lambda: net().train(with_at(X4, (3, 0), NAN), Y4), DataError, "row 3"),
    "train: empty": (lambda: net().train(X4[:0], Y4[:0]), DataError, "at least one row"),
    "train: no epochs": (lambda: net().train(X4, Y4, epochs=0), SettingError, "epochs is 0"),
    "train: epochs -1": (lambda: net().train(X4, Y4, epochs=-1), SettingError, "at least 1"),
    "train: epochs 1.5": (lambda: net().train(X4, Y4, epochs=1.5), SettingError, "whole"),
    "train: batch 0": (lambda: net().train(X4, Y4, batch_size=0), SettingError, "batch_size is 0"),
    "train: batch None": (lambda: net().train(X4, Y4, batch_size=None), SettingError, "whole"),
    "train: rate 0": (lambda: net().train(X4, Y4, learning_rate=0), SettingError, "rate is 0"),
    "train: rate -1": (lambda: net().train(X4, Y4, learning_rate=-1), SettingError, "rate is -1"),
    "train: rate NaN": (lambda: net().train(X4, Y4, learning_rate=NAN), SettingError, "is nan"),
    "train: rate inf": (lambda: net().train(X4, Y4, learning_rate=INF), SettingError, "is inf"),
    "train: rate text": (lambda: net().train(X4, Y4, learning_rate="1"), SettingError, "is '1'"),
    "accuracy: class 2": (lambda: net().accuracy(X4, [0, 1, 2, 0]), DataError, r"y\[2\] is 2"),
    "accuracy: class -1": (lambda: net().accuracy(X4, [0, -1, 1, 0]), DataError, "0 to 1"),
    "accuracy: half": (lambda: net().accuracy(X4, [0, 0.5, 1, 0]), DataError, "whole numbers"),
    "accuracy: length": (lambda: net().accuracy(X4, [0, 1]), DataError, r"\(4,\)"),
    "accuracy: column": (lambda: net().accuracy(X4, [[0], [1], [1], [0]]), DataError, r"\(4, 2\)"),
    "accuracy: ragged": (lambda: net().accuracy(X4, [[0, 1], [1]]), DataError, "unequal"),
    "loss: length": (lambda: net().cross_entropy_loss(X4, Y4[:2]), DataError, r"\(4, 2\)"),
    "sigmoid: text": (lambda: scratch.sigmoid("high"), DataError, "give numbers"),
    "relu: None": (lambda: scratch.relu(None), DataError, "give numbers"),
    "tanh: ragged": (lambda: scratch.tanh([[1], [2, 3]]), DataError, "unequal length"),
    "softmax: empty": (lambda: scratch.softmax([]), DataError, "empty"),
    "relu': empty": (lambda: scratch.relu_derivative([]), DataError, "empty"),
    "mse: shapes": (lambda: scratch.mse_loss([1, 2], [[1], [2]]), DataError, "equal shapes"),
    "mse: NaN": (lambda: scratch.mse_loss([1, NAN], [1, 2]), DataError, "y_true holds nan"),
    "mse: empty": (lambda: scratch.mse_loss([], []), DataError, "empty"),
    "bce: p above 1": (lambda: scratch.binary_cross_entropy([1], [1.5]), DataError, r"\[0, 1\]"),
    "bce: y of -1": (lambda: scratch.binary_cross_entropy([-1], [0.5]), DataError, "y_true"),
    "bce: shapes": (lambda: scratch.binary_cross_entropy([1, 0], [0.5]), DataError, "equal"),
    "cce: scores": (lambda: scratch.categorical_cross_entropy(Y4, Y4 * 9), DataError, r"\[0, 1\]"),
    "cce: rank": (lambda: scratch.categorical_cross_entropy([1, 0], [1, 0]), DataError, "shape"),
    "cce: integers": (
        lambda: scratch.categorical_cross_entropy([0, 1, 1, 0], Y4),
        DataError,
        "eye",
    ),
    "cce: not one": (lambda: scratch.categorical_cross_entropy(Y4 * 0, Y4), DataError, "row 0"),
    "l2: negative": (
        lambda: scratch.l2_regularization([X4], -0.1),
        SettingError,
        "lambda_ is -0.1",
    ),
    "l2: NaN": (lambda: scratch.l2_regularization([X4 * NAN]), DataError, "weights holds nan"),
    "l2: a number": (lambda: scratch.l2_regularization(3), DataError, "net.weights"),
    "l2: lambda None": (lambda: scratch.l2_regularization([X4], None), SettingError, "lambda_"),
    "dropout: 1": (lambda: scratch.dropout(X4, 1), SettingError, r"\[0, 1\)"),
    "dropout: 1.5": (lambda: scratch.dropout(X4, 1.5), SettingError, r"\[0, 1\)"),
    "dropout: -0.1": (lambda: scratch.dropout(X4, -0.1), SettingError, "dropout_rate is -0.1"),
    "dropout: asleep": (lambda: scratch.dropout(X4, 2, training=False), SettingError, "is 2"),
    "dropout: NaN": (lambda: scratch.dropout(X4 * NAN), DataError, "row 0, column 0"),
    "batch_norm: rank": (lambda: scratch.batch_norm([1.0, 2.0]), DataError, r"\(n, columns\)"),
    "batch_norm: epsilon 0": (lambda: scratch.batch_norm(X4, epsilon=0), SettingError, "epsilon"),
    "batch_norm: gamma": (lambda: scratch.batch_norm(X4, gamma=[1, 2]), DataError, r"\(3,\)"),
    "batch_norm: beta": (lambda: scratch.batch_norm(X4, beta=X4), DataError, "beta has shape"),
    "batch_norm: empty": (lambda: scratch.batch_norm(X4[:0]), DataError, "empty"),
    "perceptron: 0": (lambda: scratch.Perceptron(0), SettingError, "n_inputs is 0"),
    "perceptron: text": (lambda: scratch.Perceptron("2"), SettingError, "whole number"),
    "perceptron: width": (lambda: scratch.Perceptron(2).forward(X4), DataError, r"\(n, 2\)"),
    "perceptron: rank": (lambda: scratch.Perceptron(2).forward(np.ones((2, 2, 2))), DataError, "n"),
    "perceptron: labels": (
        lambda: scratch.Perceptron(3).train(X4, [1, -1, 1, -1]),
        DataError,
        r"y\[1\] is -1",
    ),
    "perceptron: rows": (lambda: scratch.Perceptron(3).train(X4, [1, 0]), DataError, r"\(4,\)"),
    "perceptron: rate": (
        lambda: scratch.Perceptron(3).train(X4, [1, 0, 1, 0], learning_rate=-1),
        SettingError,
        "learning_rate is -1",
    ),
    "perceptron: epochs": (
        lambda: scratch.Perceptron(3).train(X4, [1, 0, 1, 0], epochs=0),
        SettingError,
        "epochs is 0",
    ),
}


@pytest.mark.parametrize(("call", "kind", "way_out"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_refused_in_one_line_with_a_way_out(call, kind, way_out):
    with pytest.raises(NoronError, match=way_out) as refusal:
        call()
    assert type(refusal.value) is kind
    assert "\n" not in str(refusal.value)
    assert (
        "give" in str(refusal.value) or "call" in str(refusal.value) or "drop" in str(refusal.value)
    )
