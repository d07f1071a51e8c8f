"""NeuralNetwork: the tutorial's form and the full one, the verbs, and what there is to look at."""

import copy
import pickle
import re

import numpy as np
import pytest

import noron
from noron import (
    L2,
    BatchNorm,
    CrossEntropy,
    Dense,
    Dropout,
    LeakyReLU,
    NeuralNetwork,
    NotTrainedError,
    ReLU,
    Standardize,
    TrainingWarning,
    scratch,
)
from noron.data import moons, sine
from noron.experiments import RunSpec
from noron.experiments.run import Sources, execute
from noron.optimizers import Optimizer

X, y = moons(n=120, seed=0)
RNG = np.random.default_rng


def pair(widths, seed=0):
    """The library and scratch with the same weights, in float64."""
    library = NeuralNetwork(list(widths), seed=seed, dtype="float64")
    tutorial = scratch.NeuralNetwork(list(widths))
    tutorial.weights = [W.copy() for W in library.weights]
    tutorial.biases = [b.copy() for b in library.biases]
    return library, tutorial


# ---- making one


def test_the_tutorials_form_is_short_for_the_full_one():
    short = NeuralNetwork([2, 16, 8, 2], seed=4)
    full = NeuralNetwork([Dense(16), ReLU(), Dense(8), ReLU(), Dense(2)], n_inputs=2, seed=4)
    late = NeuralNetwork([Dense(16), "relu", {"name": "dense", "units": 8}, ReLU, Dense(2)], seed=4)
    for net in (short, full, late):
        net.train(X, y, epochs=3)
    np.testing.assert_array_equal(short.network.theta, full.network.theta)
    np.testing.assert_array_equal(short.network.theta, late.network.theta)


def test_the_activation_stands_between_and_chooses_the_initializer():
    net = NeuralNetwork([400, 300, 200], activation="tanh", seed=0)
    assert [layer.name for layer in net.network.layers] == ["dense", "tanh", "dense"]
    glorot = np.sqrt(6 / 700)
    assert 0.95 * glorot < np.abs(net.weights[0]).max() <= glorot
    net = NeuralNetwork([400, 300, 200], LeakyReLU(0.2), initializer="he_normal", seed=0)
    assert net.network.layers[1] == LeakyReLU(0.2)
    assert net.weights[0].std() == pytest.approx(np.sqrt(2 / 400), rel=0.02)


def test_relu_networks_begin_as_the_tutorials_do():
    net = NeuralNetwork([784, 128, 64, 10], seed=0)
    for W, b, fan_in in zip(net.weights, net.biases, (784, 128, 64), strict=True):
        assert W.std() == pytest.approx(np.sqrt(2 / fan_in), rel=0.1)
        assert not b.any()


def test_a_seed_of_none_is_drawn_afresh_and_kept():
    one, two = (NeuralNetwork([2, 8, 2]) for _ in range(2))
    assert one.seed != two.seed
    assert not np.array_equal(one.network.theta, two.network.theta)
    again = NeuralNetwork([2, 8, 2], seed=one.seed)
    for net in (one, again):
        net.train(X, y, epochs=3)
    np.testing.assert_array_equal(one.network.theta, again.network.theta)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_same_seed_gives_the_same_bits(dtype):
    layers = [Standardize(), Dense(16), BatchNorm(), ReLU(), Dropout(0.3), Dense(2)]

    def run(seed):
        net = NeuralNetwork(layers, seed=seed, dtype=dtype)
        history = net.train(X, y, epochs=5, optimizer="adam", validation=0.2)
        return net, [{k: v for k, v in row.items() if k != "seconds"} for row in history.rows]

    (one, rows), (two, same_rows), (other, _) = run(7), run(7), run(8)
    assert one.network.theta.tobytes() == two.network.theta.tobytes()
    assert one.network.buffers.tobytes() == two.network.buffers.tobytes()
    assert rows == same_rows
    assert not np.array_equal(one.network.theta, other.network.theta)


def test_nothing_depends_on_or_touches_the_global_generator():
    before = np.random.get_state()[1].copy()
    net = NeuralNetwork([2, 8, 2], seed=0)
    net.train(X, y, epochs=2, validation=0.2)
    np.testing.assert_array_equal(np.random.get_state()[1], before)


@pytest.mark.parametrize("given", [np.float32, np.float64, np.int64, bool, np.float16])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_dtype_is_the_networks_whatever_the_datas(given, dtype):
    settings = {} if dtype == "float32" else {"dtype": dtype}
    net = NeuralNetwork([2, 8, 2], seed=0, **settings)
    net.train(X.astype(given), y, epochs=2, validation=0.2, optimizer="adam")
    assert net.network.theta.dtype == dtype
    assert net.predict_proba(X.astype(given)).dtype == dtype
    assert net.forward(X.astype(given)).dtype == dtype
    assert all(value.dtype == dtype for value in net.trace(X).values())
    report = net.gradcheck(X[:4], y[:4])
    assert net.network.theta.dtype == dtype
    assert report.passed


def test_the_callers_arrays_are_left_as_they_are():
    for dtype in ("float32", "float64"):
        x, labels = X.astype(dtype), y.copy()
        net = NeuralNetwork([Standardize(), Dense(4), ReLU(), Dense(2)], dtype=dtype, seed=0)
        net.train(x, labels, epochs=2, validation=0.2)
        net.predict(x)
        np.testing.assert_array_equal(x, X.astype(dtype))
        np.testing.assert_array_equal(labels, y)


# ---- the tutorial's verbs


@pytest.mark.parametrize("widths", [(2, 2), (2, 7, 2), (2, 9, 5, 4, 2)])
def test_forward_and_backward_are_one_plain_step(widths):
    library, tutorial = pair(widths)
    Y = np.eye(2)[y]
    for step in range(5):
        np.testing.assert_allclose(library.forward(X), tutorial.forward(X), atol=1e-13)
        tutorial.backward(X, Y, 0.3)
        library.backward(X, y if step % 2 else Y, 0.3)
    for mine, theirs in zip(
        [*library.weights, *library.biases], [*tutorial.weights, *tutorial.biases], strict=True
    ):
        np.testing.assert_allclose(mine, theirs, atol=1e-13)


def test_activations_and_z_values_are_the_tutorials():
    library, tutorial = pair((2, 7, 5, 2))
    with pytest.raises(NotTrainedError, match="call forward"):
        library.activations  # noqa: B018
    with pytest.raises(NotTrainedError, match="call forward"):
        library.z_values  # noqa: B018
    library.forward(X)
    tutorial.forward(X)
    for mine, theirs in (
        (library.activations, tutorial.activations),
        (library.z_values, tutorial.z_values),
    ):
        assert [a.shape for a in mine] == [a.shape for a in theirs]
        for a, b in zip(mine, theirs, strict=True):
            np.testing.assert_allclose(a, b, atol=1e-13)


def test_accuracy_loss_and_predict_are_the_tutorials():
    library, tutorial = pair((2, 7, 2))
    library.network.theta[:] *= 5
    tutorial.weights = [W.copy() for W in library.weights]
    for target in (y, np.eye(2)[y]):
        assert library.accuracy(X, target) == tutorial.accuracy(X, target)
    loss = tutorial.cross_entropy_loss(X, np.eye(2)[y])
    assert library.cross_entropy_loss(X, y) == pytest.approx(loss, abs=1e-13)
    np.testing.assert_array_equal(library.predict(X), tutorial.predict(X))


def test_backward_takes_one_step_with_the_rate_of_train_by_default():
    one, two = (NeuralNetwork([2, 5, 2], seed=1) for _ in range(2))
    one.backward(X, y)
    two.backward(X, y, learning_rate=0.1)
    np.testing.assert_array_equal(one.network.theta, two.network.theta)
    three = NeuralNetwork([2, 5, 2], seed=1)
    three.train(X, y, epochs=1, batch_size=len(X), shuffle=False)
    np.testing.assert_allclose(one.network.theta, three.network.theta, rtol=1e-6)


def test_cross_entropy_loss_is_plain_whatever_the_loss():
    net = NeuralNetwork(
        [2, 6, 2], loss=CrossEntropy(label_smoothing=0.2), regularizer=L2(0.1), seed=0
    )
    p = net.forward(X)[np.arange(len(y)), y]
    assert net.cross_entropy_loss(X, y) == pytest.approx(-np.log(p).mean(), rel=1e-6)
    assert net.evaluate(X, y)["loss"] != pytest.approx(net.cross_entropy_loss(X, y), rel=1e-6)


def test_evaluate_gives_loss_and_accuracy_and_heeds_weights():
    net = NeuralNetwork([2, 6, 2], seed=0)
    wrong = net.forward(X).argmax(axis=1) != y
    assert 0 < wrong.sum() < len(y)
    assert net.evaluate(X, y)["accuracy"] == pytest.approx(1 - wrong.mean())
    assert net.evaluate(X, y, sample_weight=wrong.astype(float))["accuracy"] == 0
    weight = RNG(0).integers(1, 4, size=len(y))
    repeated = net.evaluate(np.repeat(X, weight, axis=0), np.repeat(y, weight))
    assert net.evaluate(X, y, weight) == pytest.approx(repeated, rel=1e-5)


def test_evaluate_of_regression_is_scikit_learns_r2():
    from sklearn.metrics import mean_squared_error, r2_score

    x, t = sine(n=80, seed=0)
    net = NeuralNetwork([1, 8, 1], "tanh", loss="mse", seed=0, dtype="float64")
    net.train(x, t, epochs=20)
    weight = RNG(1).uniform(size=80)
    measured = net.evaluate(x, t, sample_weight=weight)
    prediction = net.predict(x)
    assert measured["loss"] == pytest.approx(
        mean_squared_error(t, prediction, sample_weight=weight), rel=1e-12
    )
    assert measured["r2"] == pytest.approx(r2_score(t, prediction, sample_weight=weight), rel=1e-12)


def test_class_weights_are_sample_weights():
    by_class = NeuralNetwork([2, 6, 2], loss=CrossEntropy(class_weight=(1, 3)), seed=0)
    by_row = NeuralNetwork([2, 6, 2], seed=0)
    by_class.train(X, y, epochs=5, batch_size=len(X))
    by_row.train(X, y, epochs=5, batch_size=len(X), sample_weight=np.array([1, 3])[y])
    np.testing.assert_allclose(by_class.network.theta, by_row.network.theta, rtol=1e-5, atol=1e-7)


# ---- learning rates


@pytest.mark.parametrize(
    "name", [n for n, m in Optimizer.members.items() if "noron" in m.__module__]
)
def test_a_learning_rate_of_none_is_the_optimizers_own(name):
    optimizer = Optimizer.make(name)
    rows = NeuralNetwork([2, 6, 2], seed=0).train(X, y, epochs=1, optimizer=name).rows
    assert rows[0]["learning_rate"] == (0.1 if name == "sgd" else optimizer.default_learning_rate)
    net = NeuralNetwork([2, 6, 1], loss="mse", seed=0)
    rows = net.train(X, y + 0.5, epochs=1, optimizer=name).rows
    assert rows[0]["learning_rate"] == optimizer.default_learning_rate


@pytest.mark.parametrize("name", ["sgd", "adam", "lion"])
@pytest.mark.parametrize("data", ["moons", "sine"])
def test_the_default_rate_is_the_same_from_a_recipe(name, data):
    spec = RunSpec(data=data, optimizer=name, hidden=(4,), epochs=1)
    result = execute(spec, Sources())
    data = result.data
    net = NeuralNetwork([data.split.x.shape[1], 4, data.task.n_outputs], loss=data.task.loss)
    expected = net.train(*data.train, epochs=1, optimizer=name)["learning_rate"]
    assert result.history["learning_rate"] == expected
    assert result.spec.learning_rate == expected[0]


# ---- looking closer


def test_trace_names_every_value_in_order():
    net = NeuralNetwork([Standardize(), Dense(4), BatchNorm(), ReLU(), Dense(2)], n_inputs=2)
    trace = net.trace(X)
    assert list(trace) == [
        "input",
        "0.standardize",
        "1.dense",
        "2.batch_norm",
        "3.relu",
        "4.dense",
        "prediction",
    ]
    np.testing.assert_allclose(trace["prediction"], net.forward(X), rtol=1e-6)
    np.testing.assert_array_equal(trace["3.relu"], np.maximum(trace["2.batch_norm"], 0))
    W, b = net.weights[0], net.biases[0]
    np.testing.assert_allclose(trace["1.dense"], trace["0.standardize"] @ W + b, rtol=1e-6)


def test_summary_counts_what_there_is():
    net = NeuralNetwork([784, 128, 64, 10])
    lines = net.summary().splitlines()
    assert re.search(r"^0\.dense +128 +100,480$", net.summary(), re.MULTILINE)
    assert re.search(r"^softmax cross_entropy +10 +0$", net.summary(), re.MULTILINE)
    assert lines[-1].split() == ["total", f"{net.network.theta.size:,}"]
    assert len({len(line) for line in lines}) == 1


def test_gradcheck_of_the_model_passes_and_sees_a_fault(monkeypatch):
    net = NeuralNetwork([2, 6, 2], "tanh", regularizer="l2", seed=0)
    assert net.gradcheck(X[:8], y[:8]).passed
    monkeypatch.setattr(noron.Tanh, "df", lambda self, z, a: 1 - a)
    report = net.gradcheck(X[:8], y[:8])
    assert not report.passed
    assert report.worst.name == "0.dense.b" or report.worst.name == "0.dense.W"


def test_nothing_is_known_before_the_width_is():
    net = NeuralNetwork([Dense(4), ReLU(), Dense(2)])
    for look in (
        lambda: net.network,
        lambda: net.weights,
        net.summary,
        lambda: net.predict(X),
        lambda: net.save("never.safetensors"),
    ):
        with pytest.raises(NotTrainedError, match="n_inputs"):
            look()
    net.backward(X, y)
    assert net.network.n_inputs == 2
    assert net.predict(X).shape == y.shape


def test_what_forward_has_seen_stays_until_the_next_forward():
    net = NeuralNetwork([2, 5, 2], seed=0)
    seen = net.forward(X)
    for _ in range(2):
        net.backward(X, y, 0.1)
        np.testing.assert_array_equal(net.activations[-1], seen)


def test_copies_train_on_alone_and_leave_behind_the_rows_that_forward_saw():
    net = NeuralNetwork([Dense(6), BatchNorm(), ReLU(), Dropout(0.2), Dense(2)], seed=0)
    net.train(X, y, epochs=2)
    small = len(pickle.dumps(net))
    net.forward(X)
    assert len(pickle.dumps(net)) == small
    twins = [copy.deepcopy(net), copy.deepcopy(net)]
    expected = net.network.theta.copy()
    histories = [twin.train(X, y, epochs=2)["loss"] for twin in twins]
    np.testing.assert_array_equal(net.network.theta, expected)
    assert histories[0] == histories[1] == net.train(X, y, epochs=2)["loss"]
    for twin in twins:
        np.testing.assert_array_equal(twin.weights[0], net.weights[0])
        np.testing.assert_array_equal(twin.network.buffers, net.network.buffers)


def test_predicting_without_a_training_warns_once():
    net = NeuralNetwork([2, 6, 2], seed=0)
    with pytest.warns(TrainingWarning, match="not trained") as caught:
        net.predict(X)
    assert caught[0].filename == __file__
    net.predict(X)
    by_hand = NeuralNetwork([2, 6, 2], seed=0)
    by_hand.weights = [2 * W for W in by_hand.weights]
    by_hand.predict(X)  # weights that somebody has set are meant
    stepped = NeuralNetwork([2, 6, 2], seed=0)
    stepped.backward(X, y)
    stepped.predict_proba(X)
