"""L-BFGS against SciPy's minima and an inverse Hessian written out; the search's own promises."""

import math

import numpy as np
import pytest
from scipy.optimize import line_search, minimize, rosen, rosen_der

from noron.optimizers import LBFGS
from noron.optimizers.lbfgs import two_loop
from noron.optimizers.line_search import Point, StrongWolfe


def rosenbrock(theta):
    return rosen(theta), rosen_der(theta)


def logistic(seed=0, rows=80, columns=6, penalty=0.1):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(rows, columns)) * np.logspace(-1, 1, columns)
    y = np.sign(X @ rng.normal(size=columns) + rng.normal(size=rows))

    def f(theta):
        margin = y * (X @ theta)
        loss = np.logaddexp(0, -margin).mean() + penalty * theta @ theta
        p = 1 / (1 + np.exp(np.clip(margin, -500, 500)))
        return float(loss), -(X.T @ (y * p)) / rows + 2 * penalty * theta

    return f, np.zeros(columns)


class Counted:
    """f as the training loop offers it: one gradient buffer, always the same."""

    def __init__(self, f, theta):
        self.f, self.theta, self.calls, self.buffer = f, theta, 0, np.empty_like(theta)

    def __call__(self):
        self.calls += 1
        loss, self.buffer[:] = self.f(self.theta)
        return loss, self.buffer


def descend(f, begin, steps, optimizer=None, dtype=np.float64):
    theta = np.array(begin, dtype)
    optimizer, again = optimizer or LBFGS(), Counted(f, theta)
    slots, losses = optimizer.start(theta), []
    for t in range(1, steps + 1):
        loss, g = again()
        losses.append(loss)
        optimizer.step(theta, g, slots, t, 1.0, again)
    return theta, [*losses, again()[0]], again.calls


@pytest.mark.parametrize("n", [2, 5, 10])
def test_reaches_scipys_minimum_of_rosenbrock(n):
    begin = np.linspace(-1.2, 1.0, n)
    theta, losses, _ = descend(rosenbrock, begin, 120)
    # both of its valleys count for n >= 4: the one that SciPy finds from the same beginning
    peer = minimize(rosen, begin, jac=rosen_der, method="L-BFGS-B", tol=1e-15)
    assert abs(losses[-1] - peer.fun) < 1e-8
    np.testing.assert_allclose(theta, peer.x, rtol=0, atol=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_reaches_scipys_minimum_of_logistic_regression(seed):
    f, begin = logistic(seed)
    theta, losses, calls = descend(f, begin, 60)
    peer = minimize(f, begin, jac=True, method="BFGS", options={"gtol": 1e-10})
    assert abs(losses[-1] - peer.fun) < 1e-12
    np.testing.assert_allclose(theta, peer.x, rtol=0, atol=1e-8)
    assert calls < 60 * 5  # Newton-like steps need few trials


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_loss_never_rises(dtype):
    _, losses, _ = descend(rosenbrock, [-1.2, 1.0, -0.5, 0.8], 200, dtype=dtype)
    assert (np.diff(losses) <= 0).all()
    assert losses[-1] < (1e-20 if dtype == np.float64 else 1e-6)


@pytest.mark.parametrize("pairs", [1, 3, 6])
def test_two_loops_are_the_inverse_hessian_of_bfgs(pairs):
    rng = np.random.default_rng(pairs)
    n, history = 7, 6
    S, Y = np.zeros((history, n)), np.zeros((history, n))
    A = rng.normal(size=(n, n))
    A = A @ A.T + np.eye(n)
    for k in range(pairs):
        S[history - pairs + k] = rng.normal(size=n)
        Y[history - pairs + k] = A @ S[history - pairs + k]
    s, y = S[-1], Y[-1]
    H = np.eye(n) * (s @ y) / (y @ y)
    for s, y in zip(S[-pairs:], Y[-pairs:], strict=True):
        V = np.eye(n) - np.outer(y, s) / (s @ y)
        H = V.T @ H @ V + np.outer(s, s) / (s @ y)
    g = rng.normal(size=n)
    np.testing.assert_allclose(two_loop(g, S, Y), H @ g, rtol=1e-10)
    np.testing.assert_allclose(two_loop(Y[-1], S, Y), S[-1], rtol=1e-10)  # the secant equation


def test_without_pairs_the_direction_is_the_gradient():
    g = np.array([1.0, -2.0])
    np.testing.assert_array_equal(two_loop(g, np.zeros((3, 2)), np.zeros((3, 2))), g)


@pytest.mark.parametrize("c2", [0.9, 0.1, 1e-3])
@pytest.mark.parametrize("first", [1e-4, 0.1, 1.0, 30.0])
@pytest.mark.parametrize("seed", range(4))
def test_a_found_step_satisfies_strong_wolfe(first, seed, c2):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=4)
    p = -rosen_der(x) / np.linalg.norm(rosen_der(x))

    def phi(alpha):
        g = rosen_der(x + alpha * p)
        return Point(alpha, rosen(x + alpha * p), g @ p, g)

    origin = phi(0.0)
    found = StrongWolfe(phi, origin, 1e-16, c2=c2).search(first, 50)
    assert found.loss <= origin.loss + 1e-4 * found.alpha * origin.slope
    assert abs(found.slope) <= c2 * abs(origin.slope)
    assert line_search(rosen, rosen_der, x, p, c2=c2)[0] is not None  # SciPy finds one here as well


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_cliff_of_nan_or_infinity_is_never_stepped_over(bad):
    def f(theta):  # - log(1 - theta) - theta: defined below 1 only, lowest at 0
        if theta[0] >= 1:
            return bad, np.full(1, bad)
        return float(-np.log1p(-theta[0]) - theta[0]), 1 / (1 - theta) - 1

    theta, losses, _ = descend(f, [-30.0], 40)
    assert np.isfinite(losses).all()
    assert abs(theta[0]) < 1e-6


def test_a_gradient_that_points_the_wrong_way_moves_nothing():
    def f(theta):
        return float(theta @ theta), -2 * theta

    theta, losses, _ = descend(f, [1.0, 2.0], 3)
    np.testing.assert_array_equal(theta, [1.0, 2.0])
    assert losses == [5.0] * 4


def test_nothing_moves_where_the_loss_is_not_finite():
    theta, _, _ = descend(lambda theta: (math.nan, np.full(2, math.nan)), [1.0, 2.0], 2)
    np.testing.assert_array_equal(theta, [1.0, 2.0])


def test_theta_is_put_back_when_a_trial_is_interrupted():
    theta = np.array([-1.2, 1.0])
    calls = iter(range(100))

    def again():
        if next(calls) == 2:
            raise KeyboardInterrupt
        loss, g = rosenbrock(theta)
        return loss, 1e-3 * g  # a slope that lies, so that more than one trial is needed

    optimizer = LBFGS()
    with pytest.raises(KeyboardInterrupt):
        optimizer.step(theta, rosen_der(theta), optimizer.start(theta), 1, 1.0, again)
    np.testing.assert_array_equal(theta, [-1.2, 1.0])


def test_the_first_call_of_again_is_at_the_theta_given():
    theta, seen = np.array([-1.2, 1.0]), []

    def again():
        seen.append(theta.copy())
        return rosenbrock(theta)

    optimizer = LBFGS()
    optimizer.step(theta, rosen_der(theta), optimizer.start(theta), 1, 1.0, again)
    np.testing.assert_array_equal(seen[0], [-1.2, 1.0])
    assert len(seen) > 1


def test_it_forgets_when_the_function_has_changed_under_it():
    """Pairs from a bowl, then a function with the opposite curvature: still only downwards."""
    theta = np.array([1.0, 2.0])
    optimizer, slots = LBFGS(), LBFGS().start(theta)
    for t in range(1, 30):
        sign = 1 if t < 3 else -1

        def f(theta, sign=sign):
            return float(np.cos(sign * theta).sum()), -sign * np.sin(sign * theta)

        before = f(theta)[0]
        optimizer.step(theta, f(theta)[1], slots, t, 1.0, lambda f=f: f(theta))
        assert f(theta)[0] <= before
    assert f(theta)[0] == pytest.approx(-2)


def test_a_memory_that_points_upwards_is_thrown_away():
    theta, optimizer = np.array([1.0, 2.0]), LBFGS()
    S, Y = slots = optimizer.start(theta)
    S[-1], Y[-1] = [1.0, 0.0], [-1.0, 0.0]  # curvature -1: the guess goes uphill
    optimizer.step(theta, 2 * theta, slots, 5, 1.0, lambda: (float(theta @ theta), 2 * theta))
    assert theta @ theta < 5
    assert not S[:-1].any()
    np.testing.assert_allclose(Y[-1], 2 * S[-1])  # the one pair of this step, of curvature 2
