"""Batches of one row: the update of the first layer multiplies the next row on its way."""

import itertools

import numpy as np
import pytest

from noron import Dense, ReLU, Tanh
from noron.engines.base import Batch
from noron.losses import CrossEntropy
from noron.network import Network
from noron.optimizers import SGD, Adam, AdamW, Momentum, Nesterov
from noron.regularizers import L2

pytest.importorskip("noron_native")
from noron.engines.native.binding import DONE, NativeProgram

ROWS, INPUTS = 300, 37  # enough steps for panels


def trained(width, optimizer, dtype, *, threads, steps, order, regularizers=()):
    """Return theta and the summed loss after an epoch of calls of so many steps."""
    rng = np.random.default_rng(3)
    layers = [Dense(width), ReLU(), Dense(24), Tanh(), Dense(3)]
    net = Network(layers, INPUTS, rng=rng, dtype=dtype, regularizers=regularizers)
    x, y = rng.standard_normal((ROWS, INPUTS)).astype(dtype), rng.integers(0, 3, ROWS)
    slots = optimizer.start(net.theta)
    data = Batch(x, y, None)
    program = NativeProgram(net, CrossEntropy(), optimizer, slots, data, 1, "dense")
    loss = 0.0
    for t in range(0, len(order), steps):
        part = order[t : t + steps]
        result = program.run(part, np.full(len(part), 0.01), t, rng, threads)
        assert result.outcome == DONE
        loss += result.sums[0][0]
    return net.theta, loss


@pytest.mark.parametrize("width", [4, 16, 20, 64, 100, 130])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("optimizer", [SGD(), Momentum(), Nesterov(), Adam(), AdamW()], ids=str)
def test_one_call_makes_the_bits_of_a_call_for_each_step(width, dtype, optimizer):
    """A call of a single step has no next row; three steps are too few for panels."""
    order = np.random.default_rng(0).permutation(ROWS)
    expected, loss = trained(width, optimizer, dtype, threads=1, steps=1, order=order)
    for threads, steps in itertools.product((1, 2), (3, ROWS)):
        theta, sums = trained(width, optimizer, dtype, threads=threads, steps=steps, order=order)
        assert np.array_equal(theta, expected)
        assert sums == pytest.approx(loss, rel=1e-12)


def test_a_penalty_is_that_of_the_weights_before_the_step():
    order = np.arange(ROWS)
    given = {"threads": 2, "order": order, "regularizers": [L2(0.01)]}
    expected, _ = trained(64, SGD(), np.float64, steps=1, **given)
    theta, _ = trained(64, SGD(), np.float64, steps=ROWS, **given)
    assert np.array_equal(theta, expected)


def test_the_same_row_twice_in_a_row():
    order = np.repeat(np.arange(ROWS // 3), 3)
    expected, _ = trained(64, Adam(), np.float32, threads=1, steps=1, order=order)
    theta, _ = trained(64, Adam(), np.float32, threads=1, steps=ROWS, order=order)
    assert np.array_equal(theta, expected)
