"""Training with products of bfloat16: what is rounded, what stays, and where it is refused."""

from itertools import product

import numpy as np
import pytest

from noron import NeuralNetwork, load
from noron.core.errors import SettingError
from noron.core.types import Array
from noron.engines import NativeEngine
from noron.engines.native import lowering
from noron.engines.native.lowering import kernels

native = pytest.importorskip("noron_native")
here = pytest.mark.skipif(
    not native.has_bfloat16(), reason="this processor has no products of bfloat16"
)

RNG = np.random.default_rng(0)
X = RNG.standard_normal((300, 40)).astype(np.float32) * (RNG.random((300, 40)) < 0.3)
Y = RNG.integers(0, 3, 300)


def net(dtype: str = "bfloat16", hidden: int = 256) -> NeuralNetwork:
    return NeuralNetwork([40, hidden, hidden + 8, 3], seed=1, dtype=dtype)


def rounded(x: Array) -> Array:
    """The nearest bfloat16 of each number, an even one in the middle, as float64."""
    bits = x.astype(np.float32).view(np.uint32)
    bits = bits + 0x7FFF + (bits >> 16 & 1)
    return (bits & 0xFFFF0000).view(np.float32).astype(np.float64)


def gradient_by_hand(network: NeuralNetwork) -> list[Array]:
    """dL/dW of every layer: the products of the second layer are of rounded numbers."""
    (W1, W2, W3), (b1, b2, b3) = network.weights, network.biases
    h1 = np.maximum(X.astype(np.float64) @ W1 + b1, 0)
    h2 = np.maximum(rounded(h1) @ rounded(W2) + b2, 0)
    scores = h2 @ W3.astype(np.float64) + b3
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(Y)), Y] -= 1
    d3 = p / len(Y)
    d2 = (d3 @ W3.T.astype(np.float64)) * (h2 > 0)
    d1 = (rounded(d2) @ rounded(W2).T) * (h1 > 0)
    return [X.T @ d1, rounded(h1).T @ rounded(d2), h2.T @ d3]


@here
def test_a_gradient_is_that_of_the_rounded_products():
    """And not that of float32, which is much farther from it."""
    network = net()
    network.biases[0][:] = 0.1
    network.biases[1][:] = -0.1
    expected = gradient_by_hand(network)
    other = net("float32")
    other.network.theta[:] = network.network.theta
    for each in (network, other):
        batch = each._batch(X, Y)
        NativeEngine().value_and_grad(each.network, each.loss, batch, each.rng)
    ours, theirs = ([of[0] for of in each.network.grads if of] for each in (network, other))
    for mine, hand, its in zip(ours, expected, theirs, strict=True):
        scale = np.abs(hand).max()
        assert np.abs(mine - hand).max() < 3e-5 * scale
        assert np.abs(its - hand).max() > 3e-4 * scale


@here
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "muon"])
def test_no_choice_that_is_made_by_measuring_changes_a_bit(optimizer):
    """One thread or two, dense rows or compressed ones, one call or one for each step."""
    found = set()
    for threads, inputs, at_once in product((1, 2), ("dense", "sparse"), (True, False)):
        network = net()
        engine = NativeEngine(threads=threads, inputs=inputs)
        trainer = network.trainer(
            X, Y, epochs=3, batch_size=70, optimizer=optimizer, engine=engine, progress=False
        )
        if at_once:
            trainer.run()
        else:
            while not trainer.ended:
                trainer.advance(steps=1)
        found.add(network.network.theta.tobytes())
    assert len(found) == 1


@here
def test_it_learns_as_float32_does_and_says_what_it_computes_in():
    """The weights stay float32, and predictions are made of them in float32."""
    network, other = net(), net("float32")
    history = network.train(X, Y, epochs=30, optimizer="adam", progress=False)
    same = other.train(X, Y, epochs=30, optimizer="adam", progress=False)
    assert "bfloat16 products" in history.engine
    assert "bfloat16" not in same.engine
    assert network.network.theta.dtype == np.float32
    assert history["loss"][-1] == pytest.approx(same["loss"][-1], rel=0.2)
    copy = NeuralNetwork([40, 256, 264, 3], seed=1)
    copy.network.theta[:] = network.network.theta
    assert np.array_equal(network.predict_proba(X), copy.predict_proba(X))


@here
def test_a_saved_network_predicts_where_no_processor_has_it(tmp_path, monkeypatch):
    """And is not trained there in silence with other products."""
    network = net()
    network.train(X, Y, epochs=1, progress=False)
    network.save(tmp_path / "net.noron")
    hidden = kernels()._replace(module=None, reason="noron-native is not installed")
    monkeypatch.setattr(lowering, "kernels", lambda: hidden)
    same = load(tmp_path / "net.noron")
    assert same.architecture.dtype == "bfloat16"
    assert len(same.predict(X)) == len(X)
    with pytest.raises(SettingError, match="noron-native is not installed: give dtype='float32'"):
        same.train(X, Y, epochs=1, progress=False)


@pytest.mark.parametrize("engine", ["numpy", "reference"])
def test_other_engines_refuse(engine):
    """They have no products of bfloat16."""
    with pytest.raises(SettingError, match=f"the engine '{engine}' has none: give dtype='float32'"):
        net().train(X, Y, epochs=1, engine=engine, progress=False)


def test_another_instruction_set_refuses():
    """AVX2 and plain x86-64 have none."""
    used = native.instruction_set()
    try:
        native.use_instruction_set("baseline")
        with pytest.raises(SettingError, match="takes a processor with AVX-512 BF16"):
            net().train(X, Y, epochs=1, progress=False)
    finally:
        native.use_instruction_set(used)


@here
def test_narrow_networks_are_refused():
    """Rounding would cost more than it saves, and nothing would be rounded."""
    with pytest.raises(SettingError, match="at least 256 inputs and 256 units, and there is none"):
        net(hidden=128).train(X, Y, epochs=1, progress=False)
