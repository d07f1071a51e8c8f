"""The network owns the numbers: flat vectors, and views into them that nothing detaches."""

import copy
import tracemalloc
from multiprocessing.reduction import ForkingPickler

import numpy as np
import pytest

from noron import (
    BatchNorm,
    Dense,
    Dropout,
    LayerNorm,
    Network,
    NeuralNetwork,
    ReLU,
    Residual,
    SettingError,
    Standardize,
    load,
)
from noron.layers.base import MOST_PARAMETERS

LAYERS = [
    Standardize(),
    Dense(6),
    BatchNorm(),
    ReLU(),
    Residual([Dense(6), BatchNorm(), ReLU(), Dropout(0.2), Dense(6, bias=False)]),
    LayerNorm(),
    Dense(3),
]
X = np.random.default_rng(0).standard_normal((20, 4))
y = np.random.default_rng(1).integers(3, size=20)


def trained():
    net = NeuralNetwork(LAYERS, seed=3)
    net.train(X, y, epochs=2)
    return net


def by_file(net, tmp_path):
    net.save(tmp_path / "net.safetensors")
    return load(tmp_path / "net.safetensors")


COPIES = {
    "as made": lambda net, tmp_path: net,
    "deepcopy": lambda net, tmp_path: copy.deepcopy(net),
    "another process": lambda net, tmp_path: ForkingPickler.loads(ForkingPickler.dumps(net)),
    "file": by_file,
}


def assert_attached(network):
    """Each view is a piece of its flat vector: writing a number shows on the other side."""
    learnt = 0
    for params, grads in zip(network.params, network.grads, strict=True):
        for place, view in enumerate(params):
            flat = network.theta if place < len(grads) else network.buffers
            assert np.shares_memory(view, flat)
            learnt += view.size if place < len(grads) else 0
        assert all(np.shares_memory(view, network.grad) for view in grads)
    assert learnt == network.theta.size


@pytest.mark.parametrize("how", COPIES)
def test_views_stay_attached(how, tmp_path):
    net = trained()
    again = COPIES[how](net, tmp_path)
    assert_attached(again.network)
    np.testing.assert_array_equal(again.network.theta, net.network.theta)
    np.testing.assert_array_equal(again.network.buffers, net.network.buffers)
    np.testing.assert_array_equal(again.predict_proba(X), net.predict_proba(X))
    before = again.predict_proba(X)
    again.network.theta[:] = 0
    assert all((W == 0).all() for W in again.weights)
    assert not np.array_equal(again.predict_proba(X), before)


@pytest.mark.parametrize("how", ["deepcopy", "another process", "file"])
def test_a_copy_shares_nothing_and_learns_on(how, tmp_path):
    net = trained()
    before = net.network.theta.copy()
    again = COPIES[how](net, tmp_path)
    again.train(X, y, epochs=2)
    assert not np.array_equal(again.network.theta, before)
    np.testing.assert_array_equal(net.network.theta, before)


def test_a_deepcopy_trains_like_the_original():
    net = trained()
    again = copy.deepcopy(net)
    net.train(X, y, epochs=2)
    again.train(X, y, epochs=2)
    np.testing.assert_array_equal(net.network.theta, again.network.theta)


def test_the_vectors_are_flat_and_laid_out_without_gaps():
    network = trained().network
    for flat, layout in (
        (network.theta, network.layout),
        (network.buffers, network.buffer_layout),
        (network.grad, network.layout),
    ):
        assert flat.ndim == 1
        assert flat.flags.c_contiguous
        assert flat.dtype == np.float32
        assert [segment.start for segment in layout] == [0, *(s.stop for s in layout)][:-1]
        assert layout[-1].stop == flat.size
    names = [segment.name for segment in network.layout + network.buffer_layout]
    assert len(set(names)) == len(names)
    assert [s.name for s in network.weights()] == [
        "1.dense.W",
        "4.residual.0.W",
        "4.residual.4.W",
        "6.dense.W",
    ]


def test_sizes():
    network = NeuralNetwork([784, 128, 64, 10]).network
    assert network.theta.size == 784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10
    assert network.buffers.size == 0
    assert (network.n_inputs, network.n_outputs) == (784, 10)
    network = trained().network
    assert network.buffers.size == 2 * 4 + 2 * 6 + 2 * 6
    dense = (4 * 6 + 6) + (6 * 6 + 6) + 6 * 6 + (6 * 3 + 3)
    assert network.theta.size == dense + 3 * (6 + 6)


def twice(views):
    views[0][:] = 2 * views[0]


def twice_by_name(views):
    views[0] = 2 * views[0]


def twice_in_place(views):
    views[0] *= 2


@pytest.mark.parametrize("change", [twice, twice_by_name, twice_in_place])
@pytest.mark.parametrize("which", ["weights", "biases"])
def test_writing_into_weights_and_biases_changes_the_network(change, which):
    net = NeuralNetwork([4, 6, 3], seed=0)
    net.biases = [np.full((1, 6), 0.3), np.ones((1, 3))]
    theta, before = net.network.theta.copy(), net.predict_proba(X)
    first = np.array(getattr(net, which)[0])
    change(getattr(net, which))
    np.testing.assert_array_equal(getattr(net, which)[0], 2 * first)
    assert not np.array_equal(net.predict_proba(X), before)
    assert (net.network.theta != theta).sum() == first.size


def test_assigning_whole_lists_takes_over_the_values():
    net, other = (NeuralNetwork([4, 6, 3], seed=seed) for seed in (0, 1))
    other.network.theta[:] = np.random.default_rng(2).standard_normal(other.network.theta.size)
    assert not np.allclose(net.forward(X), other.forward(X))
    net.weights = [W.copy() for W in other.weights]
    net.biases = list(other.biases)
    np.testing.assert_array_equal(net.predict_proba(X), other.predict_proba(X))
    net.network.theta[:] = 0
    assert other.network.theta.all()


def test_weights_are_a_list_of_arrays_of_the_tutorials_shapes():
    net = NeuralNetwork([4, 6, 3], seed=0)
    assert [W.shape for W in net.weights] == [(4, 6), (6, 3)]
    assert [b.shape for b in net.biases] == [(1, 6), (1, 3)]
    assert len(net.weights) == 2
    assert net.weights[-1] is not None
    assert [W.shape for W in net.weights[:1]] == [(4, 6)]
    assert all((b == 0).all() for b in net.biases)


@pytest.mark.parametrize(
    "make",
    [
        lambda: NeuralNetwork([10**6, 10**6]),
        lambda: NeuralNetwork([2, MOST_PARAMETERS, 2]),
        lambda: NeuralNetwork([Dense(10**9), Dense(10)], n_inputs=10**9),
        lambda: NeuralNetwork([Residual([Dense(10**7)])], n_inputs=10**7),
        lambda: NeuralNetwork([Dense(2**16, bias=False)], n_inputs=2**16),
        lambda: Network([Dense(10**6)], 10**6, rng=np.random.default_rng(0)),
        lambda: NeuralNetwork([Dense(2**31), Dense(1)], loss="mse").train(X, X[:, 0]),
    ],
)
def test_absurd_sizes_are_refused_before_anything_is_allocated(make):
    tracemalloc.start()
    try:
        with pytest.raises(SettingError, match=r"at most 2,147,483,648 .* use fewer units"):
            make()
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_grad_is_overwritten_by_the_next_backward_not_added_to():
    network = NeuralNetwork([4, 6, 3], seed=0).network
    x = X.astype(np.float32)
    for _ in range(2):
        scores, backward = network.forward(x)
        dx = backward(np.ones_like(scores))
        assert dx.shape == x.shape
        np.testing.assert_array_equal(network.grads[-1][1], np.full(3, 20.0))
    first = network.grad.copy()
    backward(np.ones_like(scores))
    np.testing.assert_array_equal(network.grad, first)


def test_prediction_in_pieces_is_the_prediction():
    network = trained().network
    x = np.random.default_rng(4).standard_normal((50, 4)).astype(np.float32)
    np.testing.assert_allclose(network.predict(x, rows=7), network.predict(x), rtol=1e-5)
    assert network.predict(x, rows=7).shape == (50, 3)


def test_forward_without_an_rng_is_evaluation():
    network = trained().network
    x = X.astype(np.float32)
    kept = network.buffers.copy()
    np.testing.assert_array_equal(network.forward(x)[0], network.forward(x)[0])
    np.testing.assert_array_equal(network.buffers, kept)
    training = [network.forward(x, np.random.default_rng(seed))[0] for seed in (0, 1)]
    assert not np.array_equal(*training)
    assert not np.array_equal(network.buffers, kept)
