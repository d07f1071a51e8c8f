"""Gradients to look at: they are the slopes of the loss, and looking changes nothing."""

import numpy as np
import pytest

from noron import (
    BatchNorm,
    DataError,
    Dense,
    Dropout,
    GradientNorms,
    NeuralNetwork,
    Residual,
    Snapshot,
    Tanh,
)
from noron.data import moons

X, y = moons(n=40, noise=0.2, seed=0)
LAYERS = [Dense(5), BatchNorm(), Tanh(), Dropout(0.3), Residual([Dense(5), Tanh()]), Dense(2)]
WEIGHT = np.random.default_rng(0).uniform(0.5, 2, size=len(y))


def trained(**settings):
    net = NeuralNetwork(LAYERS, seed=0, dtype="float64", regularizer="l2", **settings)
    net.train(X, y, epochs=3)
    return net


@pytest.mark.parametrize("weight", [None, WEIGHT], ids=["alike", "weighted"])
def test_a_gradient_is_the_slope_of_the_loss_that_evaluate_gives(weight):
    net = trained()
    gradients = net.gradients(X, y, weight)
    views = net.network.views()
    assert list(gradients) == [segment.name for segment in net.network.layout]
    for name, gradient in gradients.items():
        assert gradient.shape == views[name].shape
        for place in [0, gradient.size // 2, gradient.size - 1]:
            theta, slopes = views[name].reshape(-1), []
            before = theta[place]
            for h in (1e-5, -1e-5):
                theta[place] = before + h
                slopes.append(net.evaluate(X, y, weight)["loss"])
            theta[place] = before
            slope = (slopes[0] - slopes[1]) / 2e-5
            assert gradient.reshape(-1)[place] == pytest.approx(slope, rel=1e-5, abs=1e-9), name


def test_looking_changes_nothing():
    net, twin = trained(), trained()
    grad = net.network.grad.copy()
    before = net.network.tensors()
    net.gradients(X, y)
    net.trace(X, y)
    np.testing.assert_array_equal(net.network.grad, grad)
    for name, values in net.network.tensors().items():
        np.testing.assert_array_equal(values, before[name])
    assert net.train(X, y, epochs=2)["loss"] == twin.train(X, y, epochs=2)["loss"]


def test_the_way_back_has_a_delta_for_every_value():
    net = trained()
    forward, trace = net.trace(X), net.trace(X, y)
    names = [name for name in forward if name != "prediction"]
    assert list(trace) == [*forward, "loss", *(f"d{name}" for name in reversed(names))]
    assert float(trace["loss"]) == pytest.approx(net.evaluate(X, y)["loss"])
    for name in names:
        assert trace[f"d{name}"].shape == forward[name].shape
    p = trace["prediction"]
    np.testing.assert_allclose(trace["d5.dense"], (p - np.eye(2)[y]) / len(y))
    W = net.network.params[5][0]
    np.testing.assert_allclose(trace["d4.residual"], trace["d5.dense"] @ W.T)
    np.testing.assert_allclose(
        net.gradients(X, y)["5.dense.W"], forward["4.residual"].T @ trace["d5.dense"]
    )


def test_the_delta_of_the_input_is_the_slope_of_the_loss():
    net = trained()
    delta, h = net.trace(X, y)["dinput"], 1e-5
    for row, column in [(0, 0), (7, 1)]:
        loss = []
        for step in (h, -h):
            moved = X.astype(float)
            moved[row, column] += step
            loss.append(net.evaluate(moved, y)["loss"])
        assert delta[row, column] == pytest.approx((loss[0] - loss[1]) / (2 * h), rel=1e-5)


def test_gradients_of_rows_that_do_not_fit():
    with pytest.raises(DataError, match="2 are expected"):
        trained().gradients(X[:, :1], y)


# ---- norms over the epochs


def test_norms_are_recorded_before_the_training_and_after_each_epoch():
    net = NeuralNetwork([2, 4, 2], seed=0)
    first = net.gradients(X, y)
    norms = GradientNorms(net, X, y)
    net.train(X, y, epochs=4, callbacks=[norms])
    assert [row["epoch"] for row in norms.rows] == [0, 1, 2, 3, 4]
    last = net.gradients(X, y)
    for name in first:
        assert norms.rows[0][name] == pytest.approx(np.linalg.norm(first[name]))
        assert norms.rows[-1][name] == pytest.approx(np.linalg.norm(last[name]))


def test_recording_leaves_the_bits_of_a_training_alone():
    one, two = NeuralNetwork(LAYERS, seed=0), NeuralNetwork(LAYERS, seed=0)
    one.train(X, y, epochs=5)
    two.train(X, y, epochs=5, callbacks=[GradientNorms(two, X, y)])
    np.testing.assert_array_equal(one.network.theta, two.network.theta)


def test_a_list_of_layers_and_labels_are_known_when_the_training_begins():
    net = NeuralNetwork([Dense(4), Tanh(), Dense(2)], seed=0)
    labels = np.array(["no", "yes"])[y]
    norms = GradientNorms(net, X, labels)
    assert repr(norms) == "GradientNorms(no training yet)"
    net.train(X, labels, epochs=1, callbacks=[norms])
    assert len(norms.rows) == 2


def test_a_snapshot_keeps_the_norms(tmp_path):
    net = NeuralNetwork([2, 4, 2], seed=0)
    norms = GradientNorms(net, X, y)
    trainer = net.trainer(X, y, epochs=4, callbacks=[norms])
    trainer.advance(epochs=2)
    trainer.snapshot().save(tmp_path / "pause")
    trainer.advance()
    rows = norms.rows
    trainer.restore(Snapshot.load(tmp_path / "pause"))
    assert norms.rows == rows[:3]
    trainer.advance()
    assert norms.rows == rows
