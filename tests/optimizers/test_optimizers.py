"""All optimizers: PyTorch's trajectories, one table of landscapes, wrappers, settings refused."""

import dataclasses
import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from noron import optimizers
from noron.core.errors import SettingError
from noron.optimizers import (
    EMA,
    LBFGS,
    SGD,
    Adam,
    ClipNorm,
    ClipValue,
    Momentum,
    Muon,
    Optimizer,
    ScheduleFreeAdamW,
)

TORCH = json.loads((Path(__file__).parents[1] / "oracles" / "torch_optimizers.json").read_text())
NAMES = [name for name, member in Optimizer.members.items() if "noron" in member.__module__]
EXAMPLES = [
    *({"name": name} for name in NAMES),
    {"name": "muon", "matrices": [[0, 1, 2], [3, 1, 1]]},
    {"name": "schedule_free_adamw", "warm_up_steps": 10},
    {"name": "ema", "optimizer": {"name": "clip_norm", "optimizer": "momentum"}, "decay": 0.9},
    {"name": "clip_value", "optimizer": {"name": "ema", "optimizer": "schedule_free_adamw"}},
    {"name": "lbfgs", "history": 1},
]


def parabola(theta):
    scales = np.array([1.0, 4.0, 0.5, 2.0], theta.dtype)
    return float(scales @ theta**2), 2 * scales * theta


def rosenbrock(theta):
    """Two Rosenbrock valleys, (1 - x)^2 + 5 (y - x^2)^2, lowest at 1."""
    x, y = theta[::2], theta[1::2]
    loss = ((1 - x) ** 2 + 5 * (y - x**2) ** 2).sum()
    g = np.empty_like(theta)
    g[::2], g[1::2] = -2 * (1 - x) - 20 * x * (y - x**2), 10 * (y - x**2)
    return float(loss), g


def recorded_gradient(theta, t):
    """The gradient of the landscape in oracles/torch_optimizers.py."""
    s, c, w = (np.array(TORCH["landscape"][name]) for name in "scw")
    g = 2 * s * (theta - c) / (1 + (theta - c) ** 2) + np.cos(0.7 * t) * w
    slope = np.cos(theta[:-1] * theta[1:])
    g[:-1] += slope * theta[1:]
    g[1:] += slope * theta[:-1]
    return g


LANDSCAPES = {parabola: [1.0, -1.0, 2.0, 0.5], rosenbrock: [-0.5, 0.8, 0.3, -0.4]}


def run(optimizer, f, theta, steps, learning_rate=None):
    """Trains theta in place, as a training loop would; returns the slots."""
    rate = optimizer.default_learning_rate if learning_rate is None else learning_rate
    slots = optimizer.start(theta)
    for t in range(1, steps + 1):
        g = f(theta)[1]
        before = g.copy()
        optimizer.step(theta, g, slots, t, rate, lambda: f(theta))
        np.testing.assert_array_equal(g, before)  # the gradient is the network's, not ours
    return slots


# ---------------------------------------------------------------------- PyTorch


@pytest.mark.parametrize("case", TORCH["cases"], ids=lambda c: f"{c['optimizer']}")
def test_follows_pytorch_for_100_steps(case):
    optimizer = Optimizer.make(case["optimizer"])
    theta = np.array(TORCH["landscape"]["begin"])
    slots = optimizer.start(theta)
    for t in range(1, 101):
        g = recorded_gradient(theta, t)
        optimizer.step(theta, g, slots, t, case["learning_rate"], lambda: (0.0, theta))
        if str(t) in case["theta"]:
            np.testing.assert_allclose(theta, case["theta"][str(t)], rtol=0, atol=1e-10)
    assert len(case["theta"]) == 10
    assert "100" in case["theta"]


def test_every_optimizer_that_pytorch_has_is_recorded_twice():
    recorded = [case["optimizer"]["name"] for case in TORCH["cases"]]
    ours = set(NAMES) - {"lion", "muon", "schedule_free_adamw", "lbfgs"}
    ours -= {"clip_norm", "clip_value", "ema"}
    assert {name: recorded.count(name) for name in ours} == dict.fromkeys(ours, 2)


def test_a_small_change_of_a_setting_leaves_the_recorded_trajectory():
    case = next(c for c in TORCH["cases"] if c["optimizer"] == {"name": "adam"})
    theta = np.array(TORCH["landscape"]["begin"])
    changed, slots = Adam(beta2=0.9991), Adam().start(theta)
    for t in range(1, 101):
        g = recorded_gradient(theta, t)
        changed.step(theta, g, slots, t, case["learning_rate"], lambda: (0.0, theta))
    assert np.abs(theta - case["theta"]["100"]).max() > 1e-6


# ---------------------------------------------------- one table for all of them


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("f", LANDSCAPES, ids=lambda f: f.__name__)
@pytest.mark.parametrize("settings", EXAMPLES, ids=str)
def test_gets_closer_and_keeps_types(settings, f, dtype):
    optimizer = Optimizer.make(settings)
    theta = np.array(LANDSCAPES[f], dtype)
    before = f(theta)[0]
    shapes = [(slot.shape, slot.dtype) for slot in optimizer.start(theta)]
    slots = run(optimizer, f, theta, 150)
    assert theta.dtype == dtype
    assert [(slot.shape, slot.dtype) for slot in slots] == shapes
    assert all(slot.dtype == dtype for slot in slots)
    assert f(theta)[0] < before
    averaged = optimizer.averaged(theta, slots, 150)
    assert averaged.dtype == dtype
    assert f(averaged)[0] < before


@pytest.mark.parametrize("settings", EXAMPLES, ids=str)
def test_arrives(settings):
    """With a rate that suits the problem, and a falling one, all of them reach the lowest point."""
    optimizer = Optimizer.make(settings)
    rate = 10.0 if optimizer.name == "adadelta" else 0.3
    theta = np.array(LANDSCAPES[parabola])
    slots = optimizer.start(theta)
    for t in range(1, 1001):
        g = parabola(theta)[1]
        optimizer.step(theta, g, slots, t, rate * 0.99**t, lambda: parabola(theta))
    assert parabola(theta)[0] < 1e-4


@pytest.mark.parametrize("settings", EXAMPLES, ids=str)
def test_settings_round_trip_as_json(settings):
    optimizer = Optimizer.make(settings)
    again = Optimizer.make(json.loads(json.dumps(optimizer.settings())))
    assert again == optimizer
    assert hash(again) == hash(optimizer)
    assert again.default_learning_rate == optimizer.default_learning_rate > 0


@pytest.mark.parametrize("settings", EXAMPLES, ids=str)
def test_goes_on_from_copied_slots_as_if_never_interrupted(settings):
    optimizer, f = Optimizer.make(settings), rosenbrock
    straight, broken = np.array(LANDSCAPES[f]), np.array(LANDSCAPES[f])
    run(optimizer, f, straight, 20, 0.01)
    slots = tuple(slot.copy() for slot in run(optimizer, f, broken, 10, 0.01))
    again = Optimizer.make(optimizer.settings())
    for t in range(11, 21):
        again.step(broken, f(broken)[1], slots, t, 0.01, lambda: f(broken))
    np.testing.assert_array_equal(straight, broken)


@pytest.mark.parametrize("settings", EXAMPLES, ids=str)
def test_a_gradient_of_zero_is_harmless(settings):
    optimizer, theta = Optimizer.make(settings), np.zeros(4, np.float32)
    run(optimizer, lambda theta: (0.0, np.zeros_like(theta)), theta, 3)
    assert not theta.any()


def test_registered_in_order_of_complexity():
    """A new one needs no line in any other file, so it may be registered without being exported."""
    exported = [getattr(optimizers, name) for name in optimizers.__all__]
    exported = [member.name for member in exported if member.name in NAMES]
    order = sorted(exported, key=NAMES.index)
    assert order[:3] == ["sgd", "momentum", "nesterov"]
    assert order[-4:] == ["lbfgs", "clip_norm", "clip_value", "ema"]
    assert len(order) == 18
    assert "lbfgs" in [n for n in NAMES if Optimizer.members[n].whole_batch]


# --------------------------------------------------------------------- wrappers


def test_clip_norm_keeps_the_direction_of_a_long_gradient():
    theta = np.zeros(2)
    ClipNorm(SGD(), limit=1.0).step(theta, np.array([3.0, 4.0]), (), 1, 1.0, lambda: (0.0, theta))
    np.testing.assert_allclose(theta, [-0.6, -0.8], rtol=1e-15)


def test_clip_value_cuts_each_number():
    theta, g = np.zeros(3), np.array([3.0, -0.5, -9.0])
    ClipValue("sgd", limit=2.0).step(theta, g, (), 1, 1.0, lambda: (0.0, theta))
    np.testing.assert_array_equal(theta, [-2.0, 0.5, 2.0])


@pytest.mark.parametrize("wrapper", [ClipNorm, ClipValue])
def test_clipping_leaves_short_gradients_to_the_last_bit(wrapper):
    plain, clipped = np.array(LANDSCAPES[rosenbrock]), np.array(LANDSCAPES[rosenbrock])
    run(Momentum(), rosenbrock, plain, 30)
    run(wrapper(Momentum(), limit=1e6), rosenbrock, clipped, 30)
    np.testing.assert_array_equal(plain, clipped)


def test_ema_is_the_weighted_mean_of_what_theta_was():
    optimizer, theta, seen = EMA("sgd", decay=0.8), np.array(LANDSCAPES[parabola]), []
    slots = optimizer.start(theta)
    np.testing.assert_array_equal(optimizer.averaged(theta, slots, 0), theta)
    for t in range(1, 13):
        optimizer.step(theta, parabola(theta)[1], slots, t, 0.1, lambda: (0.0, theta))
        seen.append(theta.copy())
        weights = 0.8 ** np.arange(t)[::-1]
        mean = np.average(seen, axis=0, weights=weights)
        np.testing.assert_allclose(optimizer.averaged(theta, slots, t), mean, rtol=1e-12)


def test_ema_does_not_change_the_training():
    plain, averaged = np.array(LANDSCAPES[rosenbrock]), np.array(LANDSCAPES[rosenbrock])
    run(Adam(), rosenbrock, plain, 30)
    run(EMA(Adam()), rosenbrock, averaged, 30)
    np.testing.assert_array_equal(plain, averaged)


def test_ema_around_an_optimizer_that_averages_averages_its_averages():
    theta, inner = np.array(LANDSCAPES[parabola]), ScheduleFreeAdamW()
    optimizer = EMA(inner, decay=0.0)
    slots = run(optimizer, parabola, theta, 5)
    np.testing.assert_array_equal(
        optimizer.averaged(theta, slots, 5), inner.averaged(theta, slots[:-1], 5)
    )


def test_wrappers_have_the_rate_of_what_they_wrap_and_pass_the_layout_on():
    wrapped = EMA(ClipNorm({"name": "muon"}))
    assert wrapped.default_learning_rate == Muon.default_learning_rate
    assert ClipNorm("lion").default_learning_rate == 1e-4
    assert dataclasses.replace(wrapped, optimizer=SGD()).default_learning_rate == 0.01
    assert wrapped.fitted_to(()).optimizer.optimizer.matrices == ()


# ----------------------------------------------------------------- bad settings

REFUSED = [
    *({"name": name, key: bad}
      for name in ("adam", "adamax", "nadam", "radam", "adamw", "muon", "schedule_free_adamw")
      for key, bad in [("beta1", 1.0), ("beta2", -0.1), ("epsilon", 0), ("beta2", float("nan"))]),
    {"name": "momentum", "beta": 1},
    {"name": "momentum", "beta": "0.9"},
    {"name": "nesterov", "beta": -0.5},
    {"name": "adagrad", "epsilon": -1e-8},
    {"name": "adadelta", "rho": 1.5},
    {"name": "adadelta", "epsilon": 0.0},
    {"name": "rmsprop", "rho": True},
    {"name": "rmsprop", "epsilon": None},
    {"name": "nadam", "momentum_decay": -1},
    {"name": "adamw", "weight_decay": -0.01},
    {"name": "lion", "beta1": 1.0},
    {"name": "lion", "weight_decay": float("inf")},
    {"name": "muon", "steps": 0},
    {"name": "muon", "steps": 2.5},
    {"name": "muon", "beta": 1.0},
    {"name": "muon", "matrices": [[0, 2, 2], [3, 1, 1]]},
    {"name": "muon", "matrices": [[0, 0, 2]]},
    {"name": "muon", "matrices": [[-1, 2, 2]]},
    {"name": "muon", "matrices": [[0, 2]]},
    {"name": "muon", "matrices": "all"},
    {"name": "muon", "matrices": 3},
    {"name": "schedule_free_adamw", "beta1": 0.0},
    {"name": "schedule_free_adamw", "warm_up_steps": -1},
    {"name": "schedule_free_adamw", "weight_decay": -1},
    {"name": "lbfgs", "history": 0},
    {"name": "lbfgs", "evaluations": 0},
    {"name": "clip_norm", "limit": 0},
    {"name": "clip_value", "limit": -1},
    {"name": "clip_norm", "optimizer": "adm"},
    {"name": "clip_norm", "optimizer": 7},
    {"name": "clip_norm", "optimizer": "lbfgs"},
    {"name": "ema", "decay": 1.0},
    {"name": "ema", "optimizer": "lbfgs"},
    {"name": "sgd", "momentum": 0.9},
    {"name": "sdg"},
    {},
]  # fmt: skip


@pytest.mark.parametrize("settings", REFUSED, ids=str)
def test_bad_settings_are_refused_with_a_way_out(settings):
    with pytest.raises(SettingError, match=r"give|known are|leave out") as caught:
        Optimizer.make(settings)
    assert "\n" not in str(caught.value)


def test_a_near_name_is_suggested():
    with pytest.raises(SettingError, match="did you mean 'adamw'"):
        Optimizer.make("adamww")


def test_lbfgs_stays_silent_about_overflow():
    theta = np.array([1e30, 1.0], np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        LBFGS().step(theta, theta, LBFGS().start(theta), 1, 1.0, lambda: (float("inf"), theta))
    np.testing.assert_array_equal(theta, np.array([1e30, 1.0], np.float32))
