"""Lion, Muon and Schedule-Free AdamW against their papers, each by an independent path."""

import math
from typing import ClassVar, NamedTuple

import numpy as np
import pytest
from scipy.linalg import polar

from noron.core.errors import SettingError
from noron.optimizers import AdamW, Lion, Muon, ScheduleFreeAdamW
from noron.optimizers.muon import QUINTIC, orthogonalized

BEGIN = [1.5, -0.7, 0.3, -1.2]


def gradient(theta, t):
    """Of sum_i s_i (1 - cos(theta_i)) + a coupling, plus noise that depends on the step."""
    s = np.array([0.05, 0.5, 2.0, 8.0])
    return s * np.sin(theta) + 0.3 * np.roll(theta, 1) + np.cos(0.7 * t + s)


def walk(optimizer, learning_rate, steps=60):
    """(theta, slots) after each step of a bumpy walk."""
    theta = np.array(BEGIN)
    slots = optimizer.start(theta)
    for t in range(1, steps + 1):
        g = gradient(theta, t)
        optimizer.step(theta, g, slots, t, learning_rate, lambda: (0.0, theta))
        yield theta, slots


# ------------------------------------------------------------------------- Lion


@pytest.mark.parametrize(("beta1", "beta2", "decay"), [(0.9, 0.99, 0.0), (0.6, 0.8, 0.3)])
def test_lion_is_the_papers_loop_over_single_numbers(beta1, beta2, decay):
    theta, m = list(BEGIN), [0.0] * len(BEGIN)
    lion = Lion(beta1=beta1, beta2=beta2, weight_decay=decay)
    for t, (found, _) in enumerate(walk(lion, 0.01), start=1):
        g = gradient(np.array(theta), t).tolist()
        for i, slope in enumerate(g):
            c = beta1 * m[i] + (1 - beta1) * slope
            sign = (c > 0) - (c < 0)
            theta[i] -= 0.01 * (sign + decay * theta[i])
            m[i] = beta2 * m[i] + (1 - beta2) * slope
        np.testing.assert_allclose(found, theta, rtol=0, atol=1e-12)


# ------------------------------------------------------------------------- Muon

SHAPES = [(4, 4), (3, 7), (7, 3), (1, 5), (16, 64), (64, 16)]


def quintic(s):
    a, b, c = QUINTIC
    return a * s + b * s**3 + c * s**5


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("steps", [1, 5])
def test_newton_schulz_keeps_singular_vectors_and_maps_singular_values(shape, steps):
    M = np.random.default_rng(1).normal(size=shape)
    U, s, Vt = np.linalg.svd(M, full_matrices=False)
    s = s / (math.sqrt((s**2).sum()) + 1e-7)
    for _ in range(steps):
        s = quintic(s)
    np.testing.assert_allclose(orthogonalized(M, steps), U * s @ Vt, rtol=0, atol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(3, 7), (7, 3), (16, 64), (64, 16), (128, 96)], ids=str)
def test_orthogonalized_is_near_the_polar_factor(shape, dtype):
    M = np.random.default_rng(2).normal(size=shape).astype(dtype)
    O = orthogonalized(M)
    factor = polar(M)[0]
    assert O.dtype == dtype
    ratios = np.linalg.svd(factor.T @ O if shape[0] >= shape[1] else O @ factor.T)[1]
    assert ratios.min() > 0.6
    assert ratios.max() < 1.3
    assert np.abs(O - factor).max() < 0.4


class Watched(np.ndarray):
    """Knows the products of an array with its own transpose, which NumPy gives to SYRK."""

    found: ClassVar[list[bool]] = []

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        plain = [np.asarray(x) if isinstance(x, Watched) else x for x in inputs]
        if ufunc is np.matmul:
            a, b = plain
            self.found.append(np.shares_memory(a, b) and a.strides == b.strides[::-1])
        return getattr(ufunc, method)(*plain, **options).view(Watched)


def test_no_product_of_muon_is_left_to_syrk():
    M = np.random.default_rng(0).normal(size=(6, 9)).astype(np.float32).view(Watched)
    M @ M.T
    assert Watched.found.pop()
    orthogonalized(M)
    assert len(Watched.found) == 15
    assert not any(Watched.found)


def test_orthogonalized_does_not_care_how_long_the_momentum_is():
    M = np.random.default_rng(3).normal(size=(5, 8))
    np.testing.assert_allclose(orthogonalized(1e6 * M), orthogonalized(M), atol=1e-6)


def test_muon_moves_matrices_by_the_papers_rule_and_the_rest_by_adamw():
    rng = np.random.default_rng(4)
    muon, adamw = Muon(matrices=((2, 3, 4),), weight_decay=0.1), AdamW(weight_decay=0.1)
    theta = rng.normal(size=20)
    other, velocity, W = theta.copy(), np.zeros((3, 4)), theta[2:14].reshape(3, 4).copy()
    slots, other_slots = muon.start(theta), adamw.start(other)
    for t in range(1, 11):
        g = rng.normal(size=20)
        muon.step(theta, g, slots, t, 0.02, lambda: (0.0, theta))
        adamw.step(other, g, other_slots, t, 0.02, lambda: (0.0, theta))
        G = g[2:14].reshape(3, 4)
        velocity = 0.95 * velocity + G
        U, s, Vt = np.linalg.svd(G + 0.95 * velocity, full_matrices=False)
        s = s / np.sqrt((s**2).sum())
        for _ in range(5):
            s = quintic(s)
        W = W - 0.02 * (0.2 * 2 * (U * s @ Vt) + 0.1 * W)  # 2 = sqrt(max(3, 4))
    np.testing.assert_allclose(theta[2:14].reshape(3, 4), W, rtol=0, atol=1e-6)
    rest = np.r_[0:2, 14:20]
    np.testing.assert_allclose(theta[rest], other[rest], rtol=1e-14)


class Piece(NamedTuple):
    name: str
    kind: str
    start: int
    shape: tuple


LAYOUT = (
    Piece("0.dense.W", "weight", 0, (4, 3)),
    Piece("0.dense.b", "bias", 12, (3,)),
    Piece("1.norm.gamma", "scale", 15, (3,)),
    Piece("2.dense.W", "weight", 18, (3, 5)),
    Piece("2.dense.b", "bias", 33, (5,)),
    Piece("3.dense.W", "weight", 38, (5, 2)),
    Piece("3.dense.b", "bias", 48, (2,)),
)


def test_muon_takes_all_weight_matrices_but_the_last():
    fitted = Muon().fitted_to(LAYOUT)
    assert fitted.matrices == ((0, 4, 3), (18, 3, 5))
    assert fitted.fitted_to(LAYOUT) == fitted
    assert Muon().fitted_to(LAYOUT[-2:]).matrices == ()


def test_muon_keeps_matrices_given_by_hand_if_theta_has_them():
    assert Muon(matrices=((18, 3, 5),)).fitted_to(LAYOUT).matrices == ((18, 3, 5),)
    with pytest.raises(SettingError, match="theta has 50 numbers"):
        Muon(matrices=((38, 5, 3),)).fitted_to(LAYOUT)


def test_muon_without_matrices_is_adamw():
    for (theta, _), (other, _) in zip(walk(Muon(), 0.01), walk(AdamW(), 0.01), strict=True):
        np.testing.assert_array_equal(theta, other)


# ---------------------------------------------------------------- Schedule-Free


@pytest.mark.parametrize("warm_up", [0, 10])
@pytest.mark.parametrize("decay", [0.0, 0.2])
def test_schedule_free_is_the_papers_three_sequences(warm_up, decay):
    beta1, beta2, eps, rate = 0.8, 0.95, 1e-6, 0.05
    optimizer = ScheduleFreeAdamW(beta1, beta2, eps, decay, warm_up)
    n = len(BEGIN)
    x, z, v, total = list(BEGIN), list(BEGIN), [0.0] * n, 0.0
    y = [(1 - beta1) * z[i] + beta1 * x[i] for i in range(n)]
    for t, (theta, slots) in enumerate(walk(optimizer, rate), start=1):
        g = gradient(np.array(y), t).tolist()
        gamma = rate * math.sqrt(1 - beta2**t) * (min(1, t / warm_up) if warm_up else 1)
        total += gamma**2
        c = gamma**2 / total
        for i in range(n):
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
            z[i] = z[i] - gamma * g[i] / (math.sqrt(v[i]) + eps) - gamma * decay * y[i]
            x[i] = (1 - c) * x[i] + c * z[i]
            y[i] = (1 - beta1) * z[i] + beta1 * x[i]
        np.testing.assert_allclose(theta, y, rtol=0, atol=1e-10)
        np.testing.assert_allclose(slots[0], z, rtol=0, atol=1e-10)
        np.testing.assert_allclose(optimizer.averaged(theta, slots, t), x, rtol=0, atol=1e-10)


def test_schedule_free_predicts_with_theta_before_the_first_step():
    theta = np.array([0.1, -0.7, 3.3])
    optimizer = ScheduleFreeAdamW()
    np.testing.assert_array_equal(optimizer.averaged(theta, optimizer.start(theta), 0), theta)


def test_schedule_free_survives_a_rate_of_zero():
    for theta, _ in walk(ScheduleFreeAdamW(), 0.0, steps=3):
        np.testing.assert_allclose(theta, BEGIN, rtol=1e-15)
