"""Initializers: their distributions by SciPy's tests, orthogonality, and who suits whom."""

import json

import numpy as np
import pytest
from scipy import stats

from gradient_cases import activations, examples
from noron.initializers import Initializer
from noron.layers import BatchNorm, Dense, Dropout, Elementwise, ReLU, Residual, Tanh
from noron.layers.chain import suited
from noron.network import Network

ELEMENTWISE = [a for a in activations() if isinstance(a, Elementwise)]
FAN_IN, FAN_OUT = 300, 120
VARIANCES = {
    "lecun_normal": 1 / FAN_IN,
    "lecun_uniform": 1 / FAN_IN,
    "glorot_normal": 2 / (FAN_IN + FAN_OUT),
    "glorot_uniform": 2 / (FAN_IN + FAN_OUT),
    "he_normal": 2 / FAN_IN,
    "he_uniform": 2 / FAN_IN,
}


@pytest.mark.parametrize("name", VARIANCES)
def test_the_distribution_is_the_named_one(name):
    """Kolmogorov and Smirnov's test against SciPy's distribution of that variance."""
    w = Initializer.make(name).draw(np.random.default_rng(0), FAN_IN, FAN_OUT).ravel()
    deviation = np.sqrt(VARIANCES[name])
    if name.endswith("normal"):
        expected = stats.norm(scale=deviation)
    else:
        limit = np.sqrt(3) * deviation
        expected = stats.uniform(-limit, 2 * limit)
        assert np.abs(w).max() <= limit
    assert stats.kstest(w, expected.cdf).pvalue > 0.01
    assert stats.kstest(1.05 * w, expected.cdf).pvalue < 0.01  # 5 % too wide would be seen
    assert abs(w.mean()) < 4 * deviation / np.sqrt(w.size)
    assert w.var() == pytest.approx(VARIANCES[name], rel=0.03)


@pytest.mark.parametrize("shape", [(5, 5), (8, 3), (3, 8), (1, 4)], ids=str)
def test_orthogonal_keeps_lengths(shape):
    W = Initializer.make("orthogonal").draw(np.random.default_rng(0), *shape)
    gram = W.T @ W if shape[0] >= shape[1] else W @ W.T
    np.testing.assert_allclose(gram, np.eye(min(shape)), atol=1e-14)


def test_orthogonal_is_drawn_without_a_preferred_direction():
    """Every entry has mean 0 and variance 1 / n; without the signs of R the diagonal has not."""
    draw = Initializer.make("orthogonal").draw
    drawn = np.stack([draw(np.random.default_rng(seed), 3, 3) for seed in range(3000)])
    assert np.abs(drawn.mean(axis=0)).max() < 4.5 / np.sqrt(3 * 3000)
    np.testing.assert_allclose(drawn.var(axis=0), 1 / 3, atol=0.025)


@pytest.mark.parametrize("initializer", examples(Initializer), ids=repr)
def test_shapes_seeds_and_settings(initializer):
    for shape in ((1, 1), (4, 3), (2, 7)):
        one, same, other = (
            initializer.draw(np.random.default_rng(seed), *shape) for seed in (1, 1, 2)
        )
        assert (one.shape, one.dtype) == (shape, np.float64)
        np.testing.assert_array_equal(one, same)
        if initializer.name not in ("zeros", "orthogonal") or shape == (4, 3):
            assert (one != other).any() == (initializer.name != "zeros")
    assert Initializer.make(json.loads(json.dumps(initializer.settings()))) == initializer


def test_zeros_are_zeros():
    assert not Initializer.make("zeros").draw(np.random.default_rng(0), 3, 2).any()


@pytest.mark.parametrize("activation", ELEMENTWISE, ids=repr)
def test_the_suited_initializer_keeps_the_signal_through_twenty_layers(activation):
    """Too narrow a start fades to nothing and too wide a one explodes; a variance that is off by
    half would come to 10^-6 or more behind twenty layers."""
    layers = suited([part for _ in range(20) for part in (Dense(200), activation)])
    net = Network(layers, 200, rng=np.random.default_rng(0), dtype=np.float64)
    z = net.forward(np.random.default_rng(1).standard_normal((50, 200)))[0]
    assert 1e-4 < np.sqrt(np.square(z).mean()) < 1e4


def test_a_dense_layer_takes_what_suits_the_activation_it_feeds():
    layers = [
        Dense(4),
        BatchNorm(),
        Tanh(),
        Dropout(),
        Dense(4),
        ReLU(),
        Dense(3, "zeros"),
        Dense(2),
    ]
    chosen = [layer.initializer.name for layer in suited(layers) if isinstance(layer, Dense)]
    assert chosen == ["glorot_uniform", "he_normal", "zeros", "he_normal"]
    inner = suited([Residual([Dense(4), Tanh(), Dense(4)]), ReLU()])[0]
    names = [layer.initializer.name for layer in inner.inner if isinstance(layer, Dense)]
    assert names == ["glorot_uniform", "glorot_uniform"]
    assert suited([Dense(2)])[0].initializer.name == "lecun_normal"
    for activation in ELEMENTWISE:
        assert suited([Dense(2), activation])[0].initializer.name == activation.initializer


def test_biases_begin_at_zero_and_a_network_without_a_generator_too():
    net = Network([Dense(4), Tanh(), Dense(2)], 3, rng=np.random.default_rng(0))
    assert all(not b.any() for _, b in (net.params[0], net.params[2]))
    assert not Network([Dense(4)], 3, rng=None).theta.any()
