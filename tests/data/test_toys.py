"""Toys: balanced, repeatable, and as hard as their shape says, by scikit-learn's judgement."""

import inspect

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

from noron.core.errors import SettingError
from noron.data import TOYS, blobs, circles, function, moons, sine, spirals, xor

CLASSES = {"xor": 2, "moons": 2, "circles": 2, "spirals": 2, "blobs": 3, "function": 2}


def test_the_table() -> None:
    assert list(TOYS) == ["xor", "moons", "circles", "spirals", "blobs", "function", "sine"]
    for name, toy in TOYS.items():
        assert toy.__name__ == name
        assert list(inspect.signature(toy).parameters)[:3] == ["n", "noise", "seed"]
    with pytest.raises(TypeError):
        TOYS["mine"] = xor  # type: ignore[index]


@pytest.mark.parametrize("n", [10, 11, 200, 301])
@pytest.mark.parametrize("name", CLASSES)
def test_shapes_and_balance(name: str, n: int) -> None:
    X, y = TOYS[name](n)
    assert X.shape == (n, 2)
    assert (X.dtype, y.dtype) == (np.float64, np.int64)
    for rows in (y, y[: n // 2]):
        counts = np.bincount(rows, minlength=CLASSES[name])
        assert len(counts) == CLASSES[name]
        assert np.ptp(counts) <= 1
    assert np.abs(X).max() < 3


@pytest.mark.parametrize("name", TOYS)
def test_the_seed_decides(name: str) -> None:
    X, y = TOYS[name](50, seed=7)
    again, y_again = TOYS[name](50, seed=np.random.default_rng(7))
    other, _ = TOYS[name](50, seed=8)
    np.testing.assert_array_equal(X, again)
    np.testing.assert_array_equal(y, y_again)
    assert not np.array_equal(X, other)


@pytest.mark.parametrize("curve", ["sine", "cubic", "v"])
def test_a_curve_separates_the_classes(curve: str) -> None:
    X, y = function(500, noise=0, curve=curve)
    assert np.abs(X).max() <= 1
    limit = {"sine": np.sin(np.pi * X[:, 0]), "cubic": 4 * X[:, 0] ** 3 - 3 * X[:, 0]}
    height = limit.get(curve, 2 * np.abs(X[:, 0]) - 1)
    assert ((X[:, 1] > height) == y).all()
    with pytest.raises(SettingError, match="curve"):
        function(10, curve="line")


@pytest.mark.parametrize("name", ["xor", "circles", "spirals"])
def test_no_line_separates_them_but_neighbours_do(name: str) -> None:
    X, y = TOYS[name](600)
    line = LogisticRegression().fit(X[:400], y[:400]).score(X[400:], y[400:])
    near = KNeighborsClassifier(3).fit(X[:400], y[:400]).score(X[400:], y[400:])
    assert line < 0.75
    assert near > 0.95


@pytest.mark.parametrize(("name", "low", "high"), [("moons", 0.8, 0.95), ("blobs", 0.97, 1)])
def test_how_far_a_line_gets(name: str, low: float, high: float) -> None:
    X, y = TOYS[name](600)
    assert low <= LogisticRegression().fit(X, y).score(X, y) <= high


def test_geometry_without_noise() -> None:
    X, y = moons(100, noise=0)
    middle = np.where(y[:, None] == 0, [-0.5, -0.25], [0.5, 0.25])
    np.testing.assert_allclose(np.linalg.norm(X - middle, axis=1), 1)
    X, y = circles(100, noise=0, factor=0.3)
    np.testing.assert_allclose(np.linalg.norm(X, axis=1), np.where(y == 0, 1, 0.3))
    X, y = spirals(90, noise=0, classes=3, turns=1)
    r = np.linalg.norm(X, axis=1)
    turn = np.exp(2j * np.pi * (r + y / 3))
    np.testing.assert_allclose(X[:, 0] + 1j * X[:, 1], r * turn)
    X, y = xor(40, noise=0)
    np.testing.assert_array_equal(y, X[:, 0].astype(int) ^ X[:, 1].astype(int))
    X, y = blobs(1000, noise=0.5, classes=4)
    assert X[y == 2].mean(axis=0) == pytest.approx([-1, 0], abs=0.15)
    assert X[y == 2].std(axis=0) == pytest.approx([0.5, 0.5], rel=0.15)


def test_sine_is_regression() -> None:
    X, y = sine(500)
    assert (X.shape, y.shape, y.dtype) == ((500, 1), (500,), np.float64)
    assert np.std(y - np.sin(X[:, 0])) == pytest.approx(0.1, rel=0.15)
    assert KNeighborsRegressor(10).fit(X, y).score(X, y) > 0.95


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: xor(0), "n is 0"),
        (lambda: xor(-5), "n is -5"),
        (lambda: xor(2.5), "n is 2.5"),
        (lambda: xor(True), "n is True"),
        (lambda: xor("100"), "n is '100'"),
        (lambda: xor(10**9), "at most 10000000"),
        (lambda: moons(noise=-0.1), "noise is -0.1"),
        (lambda: moons(noise=float("nan")), "noise is nan"),
        (lambda: moons(noise=float("inf")), "noise is inf"),
        (lambda: moons(noise=None), "noise is None"),
        (lambda: moons(seed=None), "seed is None"),
        (lambda: moons(seed=-1), "seed is -1"),
        (lambda: moons(seed=1.5), "seed is 1.5"),
        (lambda: moons(seed=np.random), "seed is <module"),
        (lambda: circles(factor=1), "factor is 1"),
        (lambda: circles(factor=0), "factor is 0"),
        (lambda: spirals(classes=1), "classes is 1"),
        (lambda: spirals(turns=-1), "turns is -1"),
        (lambda: blobs(3, classes=4), "n is 3"),
        (lambda: blobs(classes="3"), "classes is '3'"),
        (lambda: sine(n=None), "n is None"),
    ],
)
def test_bad_settings(call, says: str) -> None:
    with pytest.raises(SettingError) as caught:
        call()
    assert says in str(caught.value)
    assert "give" in str(caught.value)
