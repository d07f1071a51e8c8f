"""A neural network from scratch: the whole of it in one file, with nothing but NumPy.

Read it from top to bottom: one neuron, the activations, the losses, the network with its
backpropagation, and three ways to keep it from learning by heart. Where it says `door`, bad input
is refused (by `noron.scratch_door`), and good input comes back as an array of floats.

Shapes: X is (n, inputs), one example a row. y is (n, classes), one-hot: a single 1 in each row.
W of a layer is (fan_in, fan_out), its b is (1, fan_out), so z = X @ W + b is (n, fan_out).

Everything random comes from NumPy's global generator (first the weights, layer by layer, then
one permutation for each epoch), so `np.random.seed(42)` repeats a run to the last bit.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from noron.core import scratch_checks as checks

Array = NDArray[Any]
TINY = np.finfo(float).tiny  # 2.2e-308, the smallest number before precision is lost


# ---------------------------------------------------------------------------- one neuron


class Perceptron:
    """y_hat = 1 if w . x + b > 0 else 0: one neuron that draws one straight line.

    `weights` is (n_inputs,), `bias` a number; both begin at zero, so nothing here is random.
    After Rosenblatt, "The perceptron", Psychological Review 65 (1958).

    >>> neuron = Perceptron(2)
    >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]    # logical AND
    >>> mistakes = neuron.train(X, y)
    >>> neuron.forward(X)
    array([0, 0, 0, 1])
    """

    def __init__(self, n_inputs: int) -> None:
        self.weights: Array = np.zeros(checks.count("n_inputs", n_inputs))
        self.bias = 0.0

    def forward(self, x: ArrayLike) -> Any:
        """1 on one side of the line and 0 on the other: for one x (n_inputs,) or rows of them."""
        x = checks.finite("x", x)
        fires = checks.rows("x", np.atleast_2d(x), len(self.weights)) @ self.weights + self.bias > 0
        return int(fires[0]) if x.ndim == 1 else fires.astype(int)

    def train(
        self, X: ArrayLike, y: ArrayLike, learning_rate: float = 0.1, epochs: int = 100
    ) -> list[int]:
        """w += learning_rate (y - y_hat) x, row by row; returns the mistakes of each epoch.

        X is (n, n_inputs), y is (n,) of 0 and 1. After an epoch without a mistake nothing would
        change any more, so that one is the last.
        """
        X = checks.rows("X", X, len(self.weights))
        y, rate = checks.labels(y, len(X), 2), checks.positive("learning_rate", learning_rate)
        mistakes: list[int] = []
        for _ in range(checks.count("epochs", epochs)):
            errors = 0
            for x, target in zip(X, y, strict=True):
                error = target - self.forward(x)  # -1, 0 or 1
                self.weights += rate * error * x
                self.bias += rate * error
                errors += abs(error)
            mistakes.append(int(errors))
            if errors == 0:
                break
        return mistakes


# --------------------------------------------------- activations, each with its derivative


def sigmoid(x: ArrayLike) -> Array:
    """1 / (1 + e^-x), between 0 and 1, for an x of any shape.

    >>> sigmoid([-1000, 0, 1000])
    array([0. , 0.5, 1. ])
    """
    # Naive: 1 / (1 + np.exp(-x)). At x = -1000 that is e^1000, which overflows. So only e^-|x| is
    # ever computed, and for x < 0 the fraction is extended by e^x: e^x / (e^x + 1).
    x = checks.as_numbers("x", x)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def sigmoid_derivative(x: ArrayLike) -> Array:
    """s(x) (1 - s(x)), at most 1/4; x is what goes into the sigmoid, not what comes out."""
    # Naive: s * (1 - s), which is exactly 0 from x = 37 on. But 1 - s(x) = s(-x), which is not.
    x = checks.as_numbers("x", x)
    return sigmoid(x) * sigmoid(-x)


def relu(x: ArrayLike) -> Array:
    """max(0, x)."""
    return np.maximum(0, checks.as_numbers("x", x))


def relu_derivative(x: ArrayLike) -> Array:
    """1 where x > 0, else 0 (at the corner x = 0, too)."""
    return np.where(checks.as_numbers("x", x) > 0, 1.0, 0.0)


def tanh(x: ArrayLike) -> Array:
    """(e^x - e^-x) / (e^x + e^-x), between -1 and 1."""
    # Naive: as written above. At x = 1000 that is inf / inf. NumPy's own has the care built in.
    return np.tanh(checks.as_numbers("x", x))


def tanh_derivative(x: ArrayLike) -> Array:
    """1 - tanh(x)^2, at most 1."""
    return 1.0 - tanh(x) ** 2


def softmax(x: ArrayLike) -> Array:
    """e^x_k / sum_j e^x_j along the last axis: each row becomes probabilities that add up to 1.

    >>> softmax([[1000.0, 1000.0, 0.0]])
    array([[0.5, 0.5, 0. ]])
    """
    # Naive: np.exp(x) / np.exp(x).sum(). At x = 1000 that is inf / inf. Taking the row's largest
    # number off changes nothing (the factor cancels), and the largest exponent is then 0.
    x = np.atleast_1d(checks.as_numbers("x", x))
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


# ------------------------------------------------------------------------------- losses


def mse_loss(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """mean (y_true - y_pred)^2, over all entries of two arrays of one shape.

    >>> mse_loss([1, 2, 3], [1, 2, 6])
    3.0
    """
    y_true, y_pred = checks.pair(checks.finite("y_true", y_true), checks.finite("y_pred", y_pred))
    return float(np.mean((y_true - y_pred) ** 2))


def binary_cross_entropy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """mean -(y log p + (1 - y) log(1 - p)); y_true and y_pred in [0, 1], of one shape."""
    # Naive: np.log(p). At p = 0 that is -inf, and 0 * -inf is NaN. So p is kept above TINY.
    y, p = checks.pair(
        checks.probabilities("y_true", y_true), checks.probabilities("y_pred", y_pred)
    )
    loss_1, loss_0 = -np.log(np.maximum(p, TINY)), -np.log(np.maximum(1 - p, TINY))
    return float(np.mean(y * loss_1 + (1 - y) * loss_0))


def categorical_cross_entropy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """mean over rows of -sum_k y_k log p_k; both (n, classes), y_true one-hot, p in [0, 1].

    >>> round(categorical_cross_entropy([[0, 1], [1, 0]], [[0.5, 0.5], [1.0, 0.0]]), 4)
    0.3466
    """
    p = checks.probabilities("y_pred", checks.rows("y_pred", y_pred))
    y = checks.one_hot(y_true, *p.shape)
    return float(np.mean(np.sum(y * -np.log(np.maximum(p, TINY)), axis=1)))


# -------------------------------------------------------------------------- the network


class NeuralNetwork(checks.HintedNetwork):
    """a_0 = X, a_l = relu(a_(l-1) W_l + b_l), and softmax in place of relu at the end.

    `layer_sizes` is (inputs, hidden ..., classes), for instance [784, 128, 64, 10]. The lists:

    weights[l]      (layer_sizes[l], layer_sizes[l + 1]), normal with deviation sqrt(2 / fan_in)
                    (He et al., "Delving deep into rectifiers", 2015)
    biases[l]       (1, layer_sizes[l + 1]), zeros at first
    activations[l]  (n, layer_sizes[l]), of the last `forward`; activations[0] is X itself
    z_values[l]     (n, layer_sizes[l + 1]), what went into the activation

    >>> np.random.seed(0)
    >>> X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])           # exclusive or
    >>> net = NeuralNetwork([2, 8, 2])
    >>> net.train(X, np.eye(2)[[0, 1, 1, 0]], epochs=11, learning_rate=0.5, batch_size=1)
    Epoch 0: Loss=..., Accuracy=...%
    Epoch 10: Loss=..., Accuracy=...%
    """

    def __init__(self, layer_sizes: Sequence[int]) -> None:
        self.layer_sizes = checks.layer_sizes(layer_sizes)
        self.weights: list[Array] = []
        self.biases: list[Array] = []
        self.activations: list[Array] = []
        self.z_values: list[Array] = []
        for fan_in, fan_out in zip(self.layer_sizes, self.layer_sizes[1:], strict=False):
            self.weights.append(np.random.randn(fan_in, fan_out) * np.sqrt(2.0 / fan_in))
            self.biases.append(np.zeros((1, fan_out)))

    def forward(self, X: ArrayLike) -> Array:
        """z = a W + b, layer by layer; returns the probabilities (n, classes)."""
        self.activations = [checks.rows("X", X, self.layer_sizes[0])]
        self.z_values = []
        for W, b in zip(self.weights, self.biases, strict=True):
            z = self.activations[-1] @ W + b
            self.z_values.append(z)
            last = len(self.z_values) == len(self.weights)
            self.activations.append(softmax(z) if last else relu(z))
        return self.activations[-1]

    def backward(self, X: ArrayLike, y: ArrayLike, learning_rate: float = 0.01) -> None:
        """One step of gradient descent, W -= learning_rate dL/dW, after `forward` of the same X.

        delta is dL/dz times n, and begins at the end: softmax with cross-entropy gives p - y.
            dW = a^T delta / n      db = sum of delta's rows / n
            delta of the layer before = (delta W^T) * relu'(z), with W from before its update
        """
        n = checks.seen_by_forward(X, self.activations)
        y = checks.one_hot(y, n, self.layer_sizes[-1])
        checks.positive("learning_rate", learning_rate)
        delta = self.activations[-1] - y
        for i in reversed(range(len(self.weights))):
            dW = self.activations[i].T @ delta / n
            db = np.sum(delta, axis=0, keepdims=True) / n
            if i > 0:
                delta = (delta @ self.weights[i].T) * relu_derivative(self.z_values[i - 1])
            self.weights[i] -= learning_rate * dW
            self.biases[i] -= learning_rate * db

    def train(
        self,
        X: ArrayLike,
        y: ArrayLike,
        epochs: int = 100,
        learning_rate: float = 0.01,
        batch_size: int = 32,
    ) -> None:
        """Mini-batches of one permutation an epoch; prints loss and accuracy every tenth epoch.

        X is (n, inputs), y is (n, classes) one-hot: `np.eye(10)[labels]` makes it of integers.
        """
        X = checks.rows("X", X, self.layer_sizes[0])
        y = checks.one_hot(y, len(X), self.layer_sizes[-1])
        batch_size = checks.count("batch_size", batch_size)
        for epoch in range(checks.count("epochs", epochs)):
            order = np.random.permutation(len(X))
            for start in range(0, len(X), batch_size):
                batch = order[start : start + batch_size]
                X_batch, y_batch = X[batch], y[batch]
                self.forward(X_batch)
                self.backward(X_batch, y_batch, learning_rate)
            checks.still_finite(self.weights[-1], epoch)
            if epoch % 10 == 0:
                loss, accuracy = self.cross_entropy_loss(X, y), self.accuracy(X, y)
                print(f"Epoch {epoch}: Loss={loss:.4f}, Accuracy={accuracy * 100:.2f}%")

    def cross_entropy_loss(self, X: ArrayLike, y: ArrayLike) -> float:
        """mean over rows of -sum_k y_k log p_k, for the network's own p."""
        return categorical_cross_entropy(y, self.forward(X))

    def accuracy(self, X: ArrayLike, y: ArrayLike) -> float:
        """The share of rows whose class is right, in [0, 1]; y one-hot or integers (n,)."""
        predicted, classes = self.predict(X), self.layer_sizes[-1]
        y = checks.as_numbers("y", y)
        if y.ndim != 1:
            y = np.argmax(checks.one_hot(y, len(predicted), classes), axis=1)
        return float(np.mean(predicted == checks.labels(y, len(predicted), classes)))

    def predict(self, X: ArrayLike) -> Array:
        """The class of the largest probability: integers (n,)."""
        return np.argmax(self.forward(X), axis=1)


# ----------------------------------------------------------- against learning by heart


def l2_regularization(weights: Iterable[ArrayLike], lambda_: float = 0.01) -> float:
    """lambda sum_l sum W_l^2: what large weights cost; its gradient in W is 2 lambda W.

    >>> l2_regularization([np.array([[1.0, 2.0]]), np.array([[3.0]])], lambda_=0.5)
    7.0
    """
    checks.positive("lambda_", lambda_, or_zero=True)
    checks.require(
        isinstance(weights, Iterable), "weights is no list: give one, such as net.weights"
    )
    return float(lambda_ * sum(np.sum(checks.finite("weights", W) ** 2) for W in weights))


def dropout(X: ArrayLike, dropout_rate: float = 0.5, training: bool = True) -> Array:
    """X mask / (1 - rate): each entry is 0 with probability `dropout_rate`, else scaled up.

    The scaling keeps each entry's expectation, so nothing is left to do when not training: X
    comes back as it is. Srivastava et al., "Dropout", JMLR 15 (2014), in its inverted form.
    """
    X = checks.finite("X", X)
    checks.positive("dropout_rate", dropout_rate, below=1, or_zero=True)
    if not training:
        return X
    mask = np.random.rand(*X.shape) >= dropout_rate  # rand is in [0, 1), so a rate of 0 keeps all
    return X * mask / (1 - dropout_rate)


def batch_norm(
    X: ArrayLike, gamma: ArrayLike = 1, beta: ArrayLike = 0, epsilon: float = 1e-8
) -> Array:
    """gamma (X - mean) / sqrt(variance + epsilon) + beta, each column over the rows of the batch.

    X is (n, d); gamma and beta are numbers or (d,). Ioffe & Szegedy, "Batch normalization", 2015,
    Algorithm 1; the variance divides by n.

    >>> batch_norm([[1.0, 10.0], [3.0, 30.0]]).round(4)
    array([[-1., -1.], [ 1.,  1.]])
    """
    X = checks.rows("X", X)
    checks.positive("epsilon", epsilon)
    gamma, beta = checks.per_column("gamma", gamma, X), checks.per_column("beta", beta, X)
    x_hat = (X - np.mean(X, axis=0)) / np.sqrt(np.var(X, axis=0) + epsilon)
    return gamma * x_hat + beta
