"""Subnormal numbers, which slow some processors, do not gather in the slots of an optimizer."""

import numpy as np
import pytest

from noron import Dense, ReLU
from noron.engines.base import Batch
from noron.losses import CrossEntropy, MeanSquaredError
from noron.network import Network
from noron.optimizers import Adam, Momentum

pytest.importorskip("noron_native")
from noron.engines.native.binding import DONE, NativeProgram
from noron.engines.native.predictor import NativePredictor

ROWS, BATCH = 64, 4
TINY = np.finfo(np.float32).smallest_normal


@pytest.mark.parametrize("optimizer", [Momentum(), Adam()], ids=str)
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("inputs", ["dense", "sparse"])
def test_the_mean_of_a_gradient_that_is_no_more_becomes_zero(optimizer, threads, inputs):
    """An input that is 0 in all but the first rows: its mean falls by a tenth in each step."""
    rng = np.random.default_rng(1)
    net = Network([Dense(40), ReLU(), Dense(3)], 30, rng=rng, dtype=np.float32)
    x = rng.standard_normal((ROWS, 30)).astype(np.float32)
    x[:, ::2] = 0
    x[:BATCH, 0] = 1
    slots = optimizer.start(net.theta)
    data = Batch(x, rng.integers(0, 3, ROWS), None)
    program = NativeProgram(net, CrossEntropy(), optimizer, slots, data, BATCH, inputs)

    def run(order, t):
        steps = len(order) // BATCH
        assert program.run(order, np.full(steps, 1e-3), t, rng, threads).outcome == DONE
        return steps

    t = run(np.arange(BATCH), 0)
    assert (slots[0][:40] != 0).any()
    later = np.arange(BATCH, ROWS)
    before = net.theta.copy()
    for _ in range(70):  # 1050 steps: 0.9 to that power is less than any float32
        t += run(later, t)
    sizes = np.abs(np.concatenate(slots))
    assert not ((sizes > 0) & (sizes < TINY)).any()
    assert not (slots[0][:40] != 0).any()
    assert not np.array_equal(net.theta, before)


def test_adam_keeps_the_squares_that_a_small_epsilon_would_show():
    """Gradients of 1e-20, whose squares are subnormal: a step is as long as for any others."""
    net = Network([Dense(1)], 1, rng=None, dtype=np.float32)
    x, y = np.full((1, 1), 1e-20, np.float32), np.ones((1, 1), np.float32)
    optimizer = Adam(epsilon=1e-30)
    slots = optimizer.start(net.theta)
    program = NativeProgram(
        net, MeanSquaredError(), optimizer, slots, Batch(x, y, None), 1, "dense"
    )
    rates = np.full(1, 0.01)
    assert program.run(np.zeros(1, int), rates, 0, np.random.default_rng(0), 1).outcome == DONE
    assert net.theta == pytest.approx([0.01, 0.01], rel=0.1)


def test_scores_in_a_run_are_those_of_a_prediction():
    """Scores of 1e-40, which nothing in the run makes 0."""
    net = Network([Dense(1)], 1, rng=None, dtype=np.float32)
    net.theta[:] = 1e-20, 0
    x, y = np.full((4, 1), 1e-20, np.float32), np.zeros((4, 1), np.float32)
    slots = Momentum().start(net.theta)
    data = Batch(x, y, None)
    program = NativeProgram(net, MeanSquaredError(), Momentum(), slots, data, 4, "dense")
    predictor = NativePredictor(net)
    watch = predictor.watch(x, 1)
    program.run(np.arange(4), np.zeros(1), 0, np.random.default_rng(0), 1, watch=watch)
    assert (watch.scores > 0).all()
    assert np.array_equal(watch.scores[0], predictor.scores(x))


def test_other_numbers_of_the_process_stay_as_they_are():
    net = Network([Dense(3)], 2, rng=np.random.default_rng(0), dtype=np.float32)
    data = Batch(np.ones((8, 2), np.float32), np.zeros(8, int), None)
    slots = Adam().start(net.theta)
    program = NativeProgram(net, CrossEntropy(), Adam(), slots, data, 4, "dense")
    program.run(np.arange(8), np.full(2, 0.1), 0, np.random.default_rng(0), 1)
    half = np.full(3, TINY) * np.float32(0.5)
    assert (half > 0).all()
    assert (half + half == TINY).all()
