"""To be registered is to be everywhere: in the help, the docs table, the gradient check."""

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

import gradient_cases
from noron import Dense, Elementwise, Layer, Loss, NeuralNetwork, RegressionLoss, SettingError
from noron.cli import main
from noron.core.registry import FAMILIES, Family
from noron.data import moons
from noron.optimizers.base import Direction, Optimizer
from noron.tools import catalogue

ROOT = Path(__file__).parents[2]
X, y = moons(n=60, seed=0)


@contextmanager
def undone(*families):
    """Whatever is registered within is gone afterwards."""
    before = [dict(family.members) for family in families]
    try:
        yield
    finally:
        for family, members in zip(families, before, strict=True):
            family.members.clear()
            family.members.update(members)


@pytest.fixture
def newcomers():
    """An activation, a loss and an optimizer, as a user would write them."""
    with undone(Layer, Loss, Optimizer):

        @dataclass(frozen=True)
        class Bump(Elementwise, name="bump"):
            """f(z) = exp(-z^2)."""

            def f(self, z):
                return np.exp(-(z**2))

            def df(self, z, a):
                return -2 * z * a

        @dataclass(frozen=True)
        class LogCosh(RegressionLoss, name="log_cosh"):
            """log cosh(s - y): square near 0, straight far off."""

            def value(self, s, y):
                return np.log(np.cosh(s - y))

            def derivative(self, s, y):
                return np.tanh(s - y)

        @dataclass(frozen=True)
        class SignDescent(Direction, name="sign_descent"):
            """theta <- theta - learning_rate * sign(g)."""

            def direction(self, theta, g, slots, t):
                return np.sign(g)

        yield Bump, LogCosh, SignDescent


NEW = {"activation": "bump", "loss": "log_cosh", "optimizer": "sign_descent"}


@pytest.mark.parametrize(
    ("command", "families"),
    [
        ("train", ["activation", "loss", "optimizer"]),
        ("compare", ["activation", "optimizer"]),
        ("gradcheck", ["activation", "loss"]),
    ],
)
def test_newcomers_are_in_the_help(newcomers, command, families, capsys):
    assert main([command, "--help"]) == 0
    on_result = [word.strip(",") for word in capsys.readouterr().out.split()]
    for family in families:
        assert NEW[family] in on_result


def test_newcomers_are_in_the_docs_table(newcomers):
    table = catalogue.as_markdown()
    assert "| `bump` | `Bump()` | f(z) = exp(-z^2). |" in table
    assert "| `log_cosh` | `LogCosh()` | log cosh(s - y): square near 0, straight " in table
    assert "| `sign_descent` | `SignDescent()` |" in table
    for family, name in NEW.items():
        assert name in catalogue.names()[family]


def test_newcomers_are_in_the_gradient_check(newcomers):
    bump, log_cosh, _ = newcomers
    cases = [
        case
        for case in gradient_cases.configurations()
        if bump() in case.layers or case.loss == log_cosh()
    ]
    assert len([case for case in cases if bump() in case.layers]) > 3
    assert len([case for case in cases if case.loss == log_cosh()]) > 3
    assert all(case.check().passed for case in cases[::5])


def test_a_newcomer_that_is_wrong_fails_the_gradient_check(newcomers, monkeypatch):
    bump, _, _ = newcomers
    monkeypatch.setattr(bump, "df", lambda self, z, a: -z * a)
    cases = [case for case in gradient_cases.configurations() if bump() in case.layers]
    assert not any(case.check().passed for case in cases[:5])


def test_newcomers_train_by_name(newcomers, tmp_path, monkeypatch, capsys):
    net = NeuralNetwork([2, 12, 1], "bump", loss="log_cosh", seed=0)
    history = net.train(X, X[:, 0] * X[:, 1], epochs=40, optimizer="sign_descent")
    assert history["loss"][-1] < 0.8 * history["loss"][0]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("noron.cli.train.can_draw", lambda: False)
    words = ["train", "--data", "sine", "--epochs", "2", "--out", "."]
    words += [word for option, name in NEW.items() for word in (f"--{option}", name)]
    assert main(words) == 0
    assert (tmp_path / "model.safetensors").exists()
    assert main(["gradcheck", "--activation", "bump", "--loss", "log_cosh"]) == 0


def test_all_is_undone():
    for family, name in NEW.items():
        assert name not in catalogue.names()[family]
    with pytest.raises(SettingError, match="unknown"):
        NeuralNetwork([2, 4, 1], "bump")


def test_a_name_is_given_once():
    with undone(Layer):
        with pytest.raises(SettingError, match="a layer called 'tanh' is registered already"):

            class Other(Elementwise, name="tanh"):
                """Another one."""

        assert Layer.members["tanh"].__name__ == "Tanh"


def test_a_cell_that_is_run_again_replaces_its_own_class():
    """In a notebook a class is defined anew with each run of its cell."""

    def cell(slope):
        @dataclass(frozen=True)
        class Line(Elementwise, name="line"):
            """f(z) = slope z."""

            def f(self, z):
                return slope * z

            def df(self, z, a):
                return slope * np.ones_like(z)

        return Line

    with undone(Layer):
        cell(1)
        second = cell(2)
        assert Layer.members["line"] is second
        assert Layer.make("line").f(3) == 6


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_goes_to_settings_and_back(family):
    required = {
        "dense": {"units": 3},
        "embedding": {"sizes": [3], "widths": [2]},
        "target": {"monitor": "loss", "value": 0.1},
        "residual": {"layers": [Dense(2), "tanh"]},
        "one_cycle": {"peak": 0.1},
        "warm_up": {"schedule": {"name": "cosine", "learning_rate": 0.1}},
    }
    for name, member in FAMILIES[family].members.items():
        if family == "schedule":
            default = required.get(name, {"learning_rate": 0.1})
        elif family == "column":
            scaled = {"center": 0.5, "scale": 2.0} if name in ("number", "date") else {}
            default = {"column": "age", **scaled}
        else:
            default = required.get(name, {})
        made = FAMILIES[family].make({"name": name, **default})
        assert type(made) is member
        assert FAMILIES[family].make(made.settings()) == made
        assert FAMILIES[family].make(made) is made
        assert isinstance(made, Family)
        assert hash(made) == hash(FAMILIES[family].make(made.settings()))


def test_the_docs_table_is_up_to_date():
    """Made in a process of its own, in which only noron's own members are registered."""
    made = subprocess.run(
        [sys.executable, "-m", "noron.tools.catalogue"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    ).stdout
    written = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert written == made, "make it again: python -m noron.tools.catalogue > docs/catalogue.md"
    for name in ("relu", "cross_entropy", "adamw", "one_cycle", "he_normal", "max_norm"):
        assert f"| `{name}` |" in written


def test_a_class_of_another_module_does_not_replace_one_of_the_same_name():
    with undone(Layer):
        with pytest.raises(SettingError, match="a layer called 'tanh' is registered already"):

            class Tanh(Elementwise, name="tanh"):
                """Ours has the same class name, too."""

                __qualname__ = "Tanh"

        assert Layer.members["tanh"].__module__ == "noron.layers.activations"


@pytest.mark.parametrize("family", [Layer, Loss, Optimizer, Elementwise])
def test_an_abstract_class_is_no_member(family):
    with pytest.raises(SettingError, match=f"unknown {family.family}"):
        family.make(family)


def test_a_class_without_a_name_can_be_used_but_not_saved(tmp_path):
    @dataclass(frozen=True)
    class Cubic(RegressionLoss):
        def value(self, s, y):
            return np.abs(s - y) ** 3

        def derivative(self, s, y):
            return 3 * (s - y) * np.abs(s - y)

    class Square(Elementwise):
        def f(self, z):
            return z * z

        def df(self, z, a):
            return 2 * z

    net = NeuralNetwork([2, 4, 1], Square(), loss=Cubic, seed=0)
    net.train(X, X[:, 0], epochs=1)
    assert "Square" in net.summary()
    assert "Cubic" in net.summary()
    assert "1.Square" in net.trace(X)
    with pytest.raises(SettingError, match=r"unknown layer 'Square'.*name='mine'"):
        net.save(tmp_path / "model")
    assert not any(tmp_path.iterdir())
