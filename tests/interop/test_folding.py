"""Affine maps are merged without changing what is computed."""

import numpy as np
import pytest

from noron.core.errors import ModelFileError
from noron.interop.build import build
from noron.interop.folding import folded
from noron.interop.steps import Affine, LayerStep, ResidualStep, Unknown, affine, dense, divided
from noron.layers import Dropout, Tanh

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=(6, 3))
W, V, B = RANDOM.normal(size=(3, 4)), RANDOM.normal(size=(4, 2)), RANDOM.normal(size=4)
TANH = LayerStep("tanh", Tanh())
THREE, FOUR = np.array([1.0, 2.0, -3.0]), np.array([1.0, 0.0, 2.0, 3.0])


def computed(steps, x=X):
    """The numbers that the steps give, one by one."""
    for step in steps:
        if isinstance(step, Affine):
            x = step.scale * x + step.shift
        elif isinstance(step, ResidualStep):
            x = x + computed(step.steps, x)
        elif step.arrays:
            x = x @ step.arrays[0] + (step.arrays[1] if len(step.arrays) > 1 else 0)
        else:
            x = np.tanh(x)
    return x


@pytest.mark.parametrize(
    ("steps", "layers"),
    [
        ([affine("s", THREE, 5.0), dense("d", W, B)], "standardize dense"),
        ([affine("s", 0.1), affine("t", THREE, 1.0), dense("d", W)], "standardize dense"),
        ([affine("s"), dense("d", W)], "dense"),
        ([affine("s", 2.0), affine("s", 0.5), dense("d", W)], "dense"),
        ([affine("s", [1.0, 0.0, 2.0], 1.0), dense("d", W, B)], "dense"),  # no division by 0
        ([dense("d", W), affine("b", 1.0, B)], "dense"),
        ([dense("d", W, B), affine("b", FOUR, 2.0), TANH], "dense tanh"),
        ([dense("d", W), TANH, affine("s", FOUR, 1.0), dense("e", V)], "dense tanh dense"),
        ([dense("d", W), TANH, affine("s", 2.0, B), TANH], "dense tanh standardize tanh"),
        ([TANH, affine("s", 2.0, 1.0), dense("d", W)], "tanh dense"),
        ([dense("d", W), ResidualStep("r", (TANH, affine("s", 3.0, B)))], "dense residual"),
        ([dense("d", W), dense("e", V)], "dense dense"),
    ],
)
def test_the_numbers_stay_the_same(steps, layers):
    assert np.allclose(computed(folded("a", steps, first=True)), computed(steps))
    net = build("a", steps)
    assert np.allclose(net.predict(X), computed(steps))
    assert " ".join(layer.name for layer in net.network.layers) == layers


def test_numbers_of_one_row_are_single_numbers():
    assert affine("s", [2.0], np.zeros(1)).scale.shape == ()
    assert divided("s", THREE, 2.0).scale.shape == (3,)


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([affine("s", FOUR), dense("d", W)], "4 numbers for 3 columns"),
        ([dense("d", W), TANH, affine("s", THREE), dense("e", V)], "3 numbers for 4 columns"),
        ([dense("d", W), affine("s", THREE)], "3 numbers for 4 columns"),
        ([affine("s", THREE), affine("t", FOUR), dense("d", W)], "4 numbers for 3 columns"),
        ([dense("d", W), TANH, affine("s", FOUR), TANH], "multiplies a column by 0"),
        ([dense("d", W), dense("e", W)], "in another order, or one is missing"),
        ([dense("d", W), Unknown("c", "a Conv2D"), dense("e", V)], "'c' is a Conv2D, which"),
        ([TANH, LayerStep("drop", Dropout())], "no dense layer"),
        ([], "no dense layer"),
        ([dense("d", W[:3, :3])] * 200, "the same numbers for many layers"),
    ],
)
def test_what_does_not_fit_is_refused(steps, message):
    with pytest.raises(ModelFileError, match=message):
        build("a", steps)
