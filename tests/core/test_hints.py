"""The words of Keras, PyTorch and scikit-learn: a hint says what they are here."""

import copy
from dataclasses import dataclass

import numpy as np
import pytest

from noron import Adam, Dense, Dropout, History, Layer, NeuralNetwork, SettingError, scratch
from noron.core.hints import WORDS
from noron.data import moons
from noron.layers.base import Elementwise

X, y = moons(n=60, seed=0)


def net():
    return NeuralNetwork([2, 4, 2], seed=0)


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda: net().train(X, y, lr=0.1), "Did you mean learning_rate?"),
        (lambda: net().train(X, y, epoch=1), "Did you mean epochs?"),
        (lambda: net().train(X, y, validation_split=0.1), "Did you mean validation?"),
        (lambda: net().train(X, y, verbose=1), "Did you mean progress?"),
        (lambda: net().train(X, y, epoch_s=1), "Did you mean epochs?"),
        (lambda: net().trainer(X, y, lr=0.1), "Did you mean learning_rate?"),
        (lambda: NeuralNetwork([2, 2], random_state=0), "Did you mean seed?"),
        (lambda: NeuralNetwork([2, 2], lr=0.1), "Did you mean train(X, y, learning_rate=...)?"),
        (lambda: NeuralNetwork(784, 128, 10), "Did you mean NeuralNetwork([784, 128, 10])?"),
        (lambda: scratch.NeuralNetwork(784, 10), "Did you mean NeuralNetwork([784, 10])?"),
        (lambda: scratch.NeuralNetwork([2, 2])(X), "Did you mean net.forward(X)"),
        (lambda: Dense(32, activation="relu"), "Did you mean [Dense(32), ReLU()]"),
        (lambda: Dense(32, use_bias=False), "Did you mean bias?"),
        (lambda: Dropout(p=0.5), "Did you mean rate?"),
        (lambda: Adam(lr=0.1), "Did you mean train(X, y, learning_rate=...)?"),
    ],
)
def test_arguments(call, hint):
    with pytest.raises(TypeError) as caught:
        call()
    assert hint in str(caught.value)


def test_an_argument_that_means_nothing_gets_no_hint():
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'colour'$"):
        net().train(X, y, colour=1)
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'colour'$"):
        Dense(3, colour=1)


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda: net().fit(X, y), "Did you mean train(X, y)?"),
        (lambda: net().score(X, y), "Did you mean accuracy(X, y), or evaluate(X, y)?"),
        (lambda: scratch.NeuralNetwork([2, 2]).fit, "Did you mean train(X, y)?"),
        (lambda: History().history, "Did you mean history['loss']"),
    ],
)
def test_attributes(call, hint):
    with pytest.raises(AttributeError) as caught:
        call()
    assert hint in str(caught.value)


def test_names_of_settings():
    with pytest.raises(SettingError, match="did you mean 'rate'"):
        Layer.make({"name": "dropout", "rat": 0.1})


def test_what_is_not_there_is_not_there():
    one = net()
    assert not hasattr(one, "fit")
    assert getattr(one, "score", None) is None
    twin = copy.deepcopy(one)
    np.testing.assert_array_equal(twin.network.theta, one.network.theta)


def test_a_class_with_a_constructor_of_its_own_takes_what_it_says():
    @dataclass(frozen=True, init=False)
    class Scaled(Elementwise):
        factor: float

        def __init__(self, *, activation):
            object.__setattr__(self, "factor", activation)

        def f(self, z):
            return self.factor * z

        def df(self, z, a):
            return np.full_like(z, self.factor)

    assert Scaled(activation=2.0).factor == 2.0


def test_every_network_of_the_library_can_be_called():
    one = net()
    np.testing.assert_array_equal(one(X), one.forward(X))


def test_no_hint_names_what_is_there():
    """A word that works must not be refused."""
    one = net()
    present = [word for word in WORDS["NeuralNetwork"] if hasattr(one, word)]
    assert present == []
