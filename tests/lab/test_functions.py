"""Activations and losses as curves, and in the layers of a deep network."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, final

import numpy as np
import pytest

from noron.core.errors import SettingError, check_number
from noron.core.registry import Family
from noron.core.types import Array
from noron.lab.deep_network import MOST_STEPS, DeepNetwork, GivenDeviation
from noron.lab.functions import MOST_CURVES, listed, sliders
from noron.lab.session import LabSession
from noron.layers import Elementwise, Layer, ReLU, Sigmoid, Softmax
from noron.losses import Loss
from noron.tools.catalogue import members

Answer = dict[str, Any]
CURVED = [name for name, kind in members("activation").items() if issubclass(kind, Elementwise)]
SMALL = 1e-6


def ask(name: str, **values: Any) -> Answer:
    [answer] = LabSession().handle(json.dumps({"t": name, **values}))
    return json.loads(answer)


def away_from(x: Array, kinks: list[float]) -> Array:
    """Where differences do not reach across a kink."""
    return np.all([np.abs(x - kink) > 2 * SMALL for kink in [*kinks, np.inf]], axis=0)


# ------------------------------------------------------------------------------------ activations


@pytest.mark.parametrize("name", CURVED)
def test_an_activation_is_drawn_as_its_class_computes_it(name: str):
    answer = ask("activation_curves", curves=[{"name": name}], low=-4, high=4)
    [curve], z = answer["curves"], np.array(answer["x"])
    assert (z[0], z[200], z[-1], len(z)) == (-4, 0, 4, 401)
    f = Layer.make(name).f
    assert np.array_equal(curve["values"], f(z))
    differences = (f(z + SMALL) - f(z - SMALL)) / (2 * SMALL)
    smooth = away_from(z, curve["kinks"])
    assert smooth.sum() >= 400
    assert np.abs(np.array(curve["slopes"]) - differences)[smooth].max() < 1e-8


def test_curves_are_in_the_order_asked_for_and_have_their_settings():
    asked = [{"name": "leaky_relu", "slope": 0.25}, {"name": "sigmoid"}, {"name": "leaky_relu"}]
    answer = ask("activation_curves", curves=asked, id=7)
    assert answer["id"] == 7
    assert [curve["name"] for curve in answer["curves"]] == ["leaky_relu", "sigmoid", "leaky_relu"]
    assert [curve["values"][0] for curve in answer["curves"][::2]] == [-1.25, -0.05]
    assert [curve["slopes"][0] for curve in answer["curves"][::2]] == [0.25, 0.01]
    assert [curve["kinks"] for curve in answer["curves"]] == [[0.0], [], [0.0]]


@pytest.mark.parametrize(
    ("values", "about"),
    [
        ({"curves": [{"name": "sigmoyd"}]}, "did you mean 'sigmoid'"),
        ({"curves": [{"name": "dense", "units": 3}]}, "unknown activation 'dense'"),
        ({"curves": [{}]}, "unknown activation None"),
        ({"curves": [{"name": ["relu"]}]}, "unknown activation"),
        ({"curves": [{"name": "softmax"}]}, "a function of one number"),
        ({"curves": [{"name": "leaky_relu", "slope": 2}]}, "slope is 2"),
        ({"curves": [{"name": "leaky_relu", "slope": "0.1"}]}, "slope is '0.1'"),
        ({"curves": [{"name": "relu", "slope": 0.1}]}, "no settings"),
        ({"curves": [], "low": 1, "high": 1}, "high is 1"),
        ({"curves": [], "high": 1e9}, "high is 1000000000.0"),
        ({"curves": [{"name": "relu"}] * (MOST_CURVES + 1)}, f"at most {MOST_CURVES}"),
        ({"curves": "relu"}, "curves"),
    ],
)
def test_what_is_no_curve_is_refused(values: Answer, about: str):
    answer = ask("activation_curves", **values)
    assert answer["t"] == "refused"
    assert about in answer["text"]


# ------------------------------------------------------------------------------------ the registry


@pytest.fixture
def softstep() -> Iterator[str]:
    """An activation that somebody has registered."""

    @final
    @dataclass(frozen=True)
    class Softstep(Elementwise, name="softstep"):
        """f(z) = sharpness z / (1 + |z|)."""

        sharpness: float = 0.5
        terms: int = 3
        hard: bool = False
        kinks: ClassVar[tuple[float, ...]] = ()

        def __post_init__(self) -> None:
            check_number("sharpness", self.sharpness, low=-0.25, high=0.75)
            check_number("terms", self.terms, low=1)

        def f(self, z: Array) -> Array:
            return self.sharpness * z / (1 + np.abs(z))

        def df(self, z: Array, a: Array) -> Any:
            return 1.0  # a number for all is allowed, if a wrong one here

    yield "softstep"
    del Layer.members["softstep"]


def test_a_registered_activation_appears_by_itself(softstep: str):
    [entry] = [one for one in ask("functions")["activations"] if one["name"] == softstep]
    assert entry["is_elementwise"]
    assert entry["sliders"] == [
        {"name": "sharpness", "usual": 0.5, "low": -0.25, "high": 0.75, "step": 0.01},
        {"name": "terms", "usual": 3, "low": 1, "high": 12, "step": 1},
    ]
    [curve] = ask("activation_curves", curves=[{"name": softstep}], low=-1, high=1)["curves"]
    assert (curve["values"][-1], curve["slopes"]) == (0.25, [1.0] * 401)
    sizes = ask("layer_sizes", activation={"name": softstep, "sharpness": 0.1}, layers=3)
    assert [layer["by_activation"] for layer in sizes["snapshots"][0]["layers"]] == [1.0] * 3


def test_everything_of_the_catalogue_is_listed():
    answer = ask("functions")
    assert [one["name"] for one in answer["activations"]] == list(members("activation"))
    assert [one["name"] for one in answer["losses"]] == list(members("loss"))
    assert [one["task"] for one in answer["losses"]] == [k.task for k in members("loss").values()]
    assert answer["initializers"] == list(members("initializer"))
    assert [one["name"] for one in answer["activations"] if not one["is_elementwise"]] == [
        "softmax"
    ]


@pytest.mark.parametrize("kind", [*members("activation").values(), *members("loss").values()])
def test_a_slider_goes_as_far_as_the_class_takes_it(kind: type[Family]):
    for slider in sliders(kind):
        for end, beyond in (("low", -0.01), ("high", 0.01)):
            kind.make({"name": kind.name, slider["name"]: slider[end]})
            if abs(slider[end]) < 4 * max(1, slider["usual"]):
                with pytest.raises(SettingError):
                    kind.make({"name": kind.name, slider["name"]: slider[end] + beyond})


def test_the_sliders_of_the_catalogue():
    entries = [*listed()["activations"], *listed()["losses"]]
    ends = {
        (entry["name"], slider["name"]): (slider["low"], slider["usual"], slider["high"])
        for entry in entries
        for slider in entry["sliders"]
    }
    assert ends[("leaky_relu", "slope")] == (0, 0.01, 1)
    assert ends[("elu", "alpha")] == (0.01, 1, 4)
    assert ends[("quantile", "q")] == (0.01, 0.5, 0.99)
    assert ends[("focal", "gamma")] == (0, 2, 8)
    assert ("cross_entropy", "class_weight") not in ends


# ------------------------------------------------------------------------------------ losses


@pytest.mark.parametrize("name", members("loss"))
@pytest.mark.parametrize(("target", "classes"), [(2.0, 2), (0.5, 5)])
def test_a_loss_is_drawn_as_its_class_computes_it(name: str, target: float, classes: int):
    values = {"curves": [{"name": name}], "target": target, "classes": classes}
    answer = ask("loss_curves", **values, low=-3, high=3)
    [curve], x, loss = answer["curves"], np.array(answer["x"]), Loss.make(name)
    y: Any = {"regression": target, "binary": 1.0, "classes": 0}[loss.task]

    def of_one(score: float) -> float:
        row = [score] + [0.0] * (classes - 1) if loss.task == "classes" else [score]
        return loss.forward(np.array([row]), np.array([y]))[0]

    assert curve["fits"]
    assert np.allclose(curve["values"], [of_one(score) for score in x], rtol=1e-12, atol=1e-14)
    differences = [(of_one(s + SMALL) - of_one(s - SMALL)) / (2 * SMALL) for s in x]
    smooth = away_from(x, curve["kinks"])
    assert smooth.sum() >= 400
    assert np.abs(np.array(curve["slopes"]) - differences)[smooth].max() < SMALL
    link = {"identity": x, "exp": np.exp(x), "sigmoid": 1 / (1 + np.exp(-x))}
    link["softmax"] = np.exp(x) / (np.exp(x) + classes - 1)
    assert np.allclose(curve["predictions"], link[loss.link])


def test_a_loss_says_which_target_it_does_not_take():
    curves = [{"name": "poisson"}, {"name": "mae"}]
    poisson, mae = ask("loss_curves", curves=curves, target=-1)["curves"]
    assert (poisson["fits"], poisson["values"]) == (False, [])
    assert (mae["fits"], mae["kinks"]) == (True, [-1.0])


@pytest.mark.parametrize(
    ("values", "about"),
    [
        ({"curves": [{"name": "mzse"}]}, "did you mean 'mse'"),
        ({"curves": [{"name": "huber", "delta": 0}]}, "delta is 0"),
        ({"curves": [{"name": "mse"}], "classes": 1}, "classes is 1"),
        ({"curves": [{"name": "mse"}], "target": 1e7}, "target is 10000000.0"),
    ],
)
def test_what_is_no_loss_is_refused(values: Answer, about: str):
    answer = ask("loss_curves", **values)
    assert answer["t"] == "refused"
    assert about in answer["text"]


# ------------------------------------------------------------------------------------ softmax


def test_softmax_with_a_temperature():
    scores = [2.0, -1.0, 0.5]
    answer = ask("softmax", scores=scores, temperature=0.5, true_class=1)
    e = [np.exp(score / 0.5) for score in scores]
    assert np.allclose(answer["p"], [one / sum(e) for one in e])
    assert answer["loss"] == pytest.approx(np.log(sum(e)) - np.log(e[1]))
    assert np.allclose(answer["gradient"], np.array(answer["p"]) - [0, 1, 0])
    shifted = ask("softmax", scores=[score + 1 for score in scores], temperature=0.5, true_class=1)
    assert np.allclose(shifted["p"], answer["p"])
    assert max(ask("softmax", scores=scores, temperature=0.01)["p"]) > 1 - 1e-12
    assert np.allclose(ask("softmax", scores=scores, temperature=1000)["p"], 1 / 3, atol=1e-3)


@pytest.mark.parametrize(
    "values",
    [
        {"scores": [1.0]},
        {"scores": [1.0] * 11},
        {"scores": [1.0, 1e9]},
        {"scores": [1.0, 2.0], "temperature": 0},
        {"scores": [1.0, 2.0], "true_class": 2},
        {"scores": [1.0, "2"]},
    ],
)
def test_what_is_no_softmax_is_refused(values: Answer):
    assert ask("softmax", **values)["t"] == "refused"


# ------------------------------------------------------------------------------------ ten layers


def test_ten_layers_against_an_own_calculation():
    deep = DeepNetwork(Sigmoid(), layers=10, units=12, seed=3)
    weights = [params[0] for params in deep.network.params if params]
    assert all(np.all(params[1] == 0) for params in deep.network.params if params)
    a, outputs = deep.x, [deep.x]
    for W in weights[:-1]:
        a = 1 / (1 + np.exp(-(a @ W)))
        outputs.append(a)
    e = np.exp(a @ weights[-1])
    p = e / e.sum(axis=1, keepdims=True)
    n = len(deep.y)
    da = (p - np.eye(2)[deep.y]) / n @ weights[-1].T
    facts = deep.measure()
    assert facts["loss"] == pytest.approx(-np.log(p[np.arange(n), deep.y]).mean())
    assert len(facts["layers"]) == 10
    for place in reversed(range(10)):
        layer, a = facts["layers"][place], outputs[place + 1]
        dz = da * a * (1 - a)
        below = dz @ weights[place].T
        rms = {
            name: np.sqrt((array**2).mean())
            for name, array in {"a": a, "da": da, "dz": dz, "below": below}.items()
        }
        dW = outputs[place].T @ dz
        assert layer["activations"] == pytest.approx(rms["a"])
        assert layer["spread"] == pytest.approx(np.mean([a[:, j].std() for j in range(12)]))
        assert layer["gradient"] == pytest.approx(rms["dz"])
        assert layer["weight_gradient"] == pytest.approx(np.linalg.norm(dW) / 12)
        assert layer["by_activation"] == pytest.approx(rms["dz"] / rms["da"])
        assert layer["by_weights"] == pytest.approx(rms["below"] / rms["dz"])
        assert layer["moved"] == 0
        da = below


def test_the_gradient_of_a_deep_network_is_the_slope_of_its_loss():
    deep = DeepNetwork(ReLU(), layers=3, units=4, seed=1)
    W, theta = deep.network.params[0][0], deep.network.theta
    slopes = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        W[place] += SMALL
        above = deep.measure()["loss"]
        W[place] -= 2 * SMALL
        slopes[place] = (above - deep.measure()["loss"]) / (2 * SMALL)
        W[place] += SMALL
    assert theta is deep.network.theta
    expected = np.sqrt((slopes**2).mean())
    assert deep.measure()["layers"][0]["weight_gradient"] == pytest.approx(expected, rel=1e-6)


def sizes(activation: str, key: str = "gradient", **values: Any) -> list[float]:
    answer = ask("layer_sizes", activation={"name": activation}, **values)
    return [layer[key] for layer in answer["snapshots"][0]["layers"]]


def test_gradients_vanish_explode_or_keep_their_size():
    """Why sigmoid learns slowly in ten layers: each multiplies the gradient by at most 1/4."""
    sigmoid = sizes("sigmoid")
    assert sigmoid[0] < 1e-4 * sigmoid[-1]
    assert all(0 < factor <= 0.25 for factor in sizes("sigmoid", "by_activation"))
    assert 0.1 < sizes("relu")[0] / sizes("relu")[-1] < 10
    assert 0.1 < sizes("sigmoid", layers=2)[0] / sizes("sigmoid", layers=2)[-1] < 1
    assert sizes("relu", deviation=1.0)[0] > 1e4 * sizes("relu", deviation=1.0)[-1]
    assert sizes("relu", deviation=0.1)[0] < 1e-2 * sizes("relu", deviation=0.1)[-1]
    large = sizes("identity", "activations", deviation=1.0)
    assert large[-1] > 1e4 * large[0]
    small = sizes("identity", "activations", deviation=0.01)
    assert small[-1] < 1e-4 * small[0]


def test_the_gradient_of_a_layer_is_the_product_of_the_factors_above_it():
    """What the page says about it: weights of the layer above, then the slope of this one."""
    [snapshot] = ask("layer_sizes", activation={"name": "gelu"}, layers=6)["snapshots"]
    for below, above in itertools.pairwise(snapshot["layers"]):
        product = above["gradient"] * above["by_weights"] * below["by_activation"]
        assert below["gradient"] == pytest.approx(product)


def test_the_initializer_is_the_one_asked_for():
    usual = ask("layer_sizes", activation={"name": "relu"})
    assert usual["initializer"] == "he_normal"
    assert ask("layer_sizes", activation={"name": "sigmoid"})["initializer"] == "glorot_uniform"
    given = ask("layer_sizes", activation={"name": "relu"}, initializer="he_normal")
    assert given["snapshots"] == usual["snapshots"]
    lecun = ask("layer_sizes", activation={"name": "relu"}, initializer="lecun_normal")
    assert lecun["initializer"] == "lecun_normal"
    one, other = (a["snapshots"][0]["layers"][9]["activations"] for a in (usual, lecun))
    assert one / other == pytest.approx(2**5)  # the same numbers, each layer times sqrt(2)
    deviation = (2 / 32) ** 0.5  # He's, for 32 units
    own = DeepNetwork(ReLU(), GivenDeviation(deviation))
    assert own.measure()["layers"][9]["activations"] == pytest.approx(one)
    assert np.std(own.network.params[0][0]) == pytest.approx(deviation, rel=0.1)


def test_a_deep_network_learns_by_plain_gradient_descent():
    answer = ask("layer_sizes", activation={"name": "tanh"}, layers=2, units=8, steps=40)
    snapshots = answer["snapshots"]
    assert [one["step"] for one in snapshots] == list(range(0, 41, 2))
    deep = DeepNetwork(Layer.make("tanh"), layers=2, units=8)
    W0 = deep.network.params[0][0].copy()
    for _ in range(40):
        scores, backward = deep.network.forward(deep.x)
        backward(deep.loss.forward(scores, deep.y)[1]())
        deep.network.theta -= 0.1 * deep.network.grad
    assert snapshots[-1]["loss"] == deep.measure()["loss"]
    moved = np.linalg.norm(deep.network.params[0][0] - W0) / np.linalg.norm(W0)
    assert snapshots[-1]["layers"][0]["moved"] == pytest.approx(moved)


def test_sigmoid_learns_slowly_in_ten_layers_and_relu_does_not():
    losses = {
        name: ask("layer_sizes", activation={"name": name}, steps=MOST_STEPS)["snapshots"][-1]
        for name in ("sigmoid", "relu")
    }
    assert losses["sigmoid"]["loss"] == pytest.approx(np.log(2), abs=0.01)
    assert losses["sigmoid"]["layers"][0]["moved"] < 1e-5
    assert losses["relu"]["loss"] < 0.1


def test_numbers_that_are_too_large_are_left_out():
    answer = ask(
        "layer_sizes", activation={"name": "identity"}, deviation=100.0, steps=5, learning_rate=1e6
    )
    last = answer["snapshots"][-1]
    assert last["loss"] is None
    assert last["layers"][0]["gradient"] is None


def test_softmax_can_stand_in_a_deep_network():
    assert sizes("softmax", "activations", units=16)[-1] == pytest.approx(1 / 16, rel=0.01)
    z = np.random.default_rng(0).standard_normal((2, 3))
    assert np.allclose(Softmax().forward((), z)[0].sum(axis=1), 1)


@pytest.mark.parametrize(
    ("values", "about"),
    [
        ({"activation": {"name": "dense", "units": 2}}, "unknown activation"),
        ({"layers": 21}, "layers is 21"),
        ({"layers": 0}, "layers is 0"),
        ({"units": 1}, "units is 1"),
        ({"units": 65}, "units is 65"),
        ({"steps": 101}, "steps is 101"),
        ({"seed": -1}, "seed is -1"),
        ({"learning_rate": -0.1}, "learning_rate is -0.1"),
        ({"initializer": "he"}, "he_normal"),
        ({"deviation": -1}, "deviation is -1"),
        ({"deviation": 1, "initializer": "zeros"}, "not both"),
    ],
)
def test_what_is_no_deep_network_is_refused(values: Answer, about: str):
    answer = ask("layer_sizes", **{"activation": {"name": "relu"}} | values)
    assert answer["t"] == "refused"
    assert about in answer["text"]
