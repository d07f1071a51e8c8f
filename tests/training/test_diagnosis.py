"""Planted faults are named, healthy runs are left alone, and no bit of a training changes."""

import json
import warnings
from typing import Any

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine

import noron
from noron import (
    L2,
    AdamW,
    AdviceWarning,
    BatchNorm,
    Dense,
    Dropout,
    EarlyStopping,
    History,
    Identity,
    LayerNorm,
    NeuralNetwork,
    OneCycle,
    ReLU,
    Sigmoid,
    Softmax,
    Standardize,
    Tanh,
    TrainingWarning,
)
from noron.data import blobs, circles, load_mnist, moons, sine, spirals, xor
from noron.experiments import RunSpec, execute
from noron.experiments.run import Sources
from noron.training.advice import Advice
from training.trainer_runs import ENGINES

RNG = np.random.default_rng(0)


def shuffled(X: Any, y: Any) -> tuple[Any, Any]:
    rows = np.random.default_rng(1).permutation(len(X))
    return X[rows], y[rows]


def standard(X: Any) -> Any:
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-9)


MNIST = tuple(part[:2000] for part in load_mnist()[:2])
DIGITS = shuffled(load_digits().data / 16, load_digits().target)
IRIS = shuffled(standard(load_iris().data), load_iris().target)
WINE = shuffled(standard(load_wine().data), load_wine().target)
CANCER = shuffled(standard(load_breast_cancer().data), load_breast_cancer().target)
MOONS = moons(n=800, noise=0.15, seed=0)
SINE = sine(n=600, noise=0.1, seed=0)
THREE = {"mnist": (MNIST, [64]), "digits": (DIGITS, [32, 16]), "wine": (WINE, [16])}
LINE = RNG.standard_normal((600, 6))
NUMBERS = LINE, np.tanh(LINE[:, 0]) + 0.5 * LINE[:, 1]
NUMBERS_OF = {"sine": (SINE, "mse"), "numbers": (NUMBERS, "mse"), "huber": (NUMBERS, "huber")}


def kinds(history: History) -> list[str]:
    return [advice.kind for advice in history.advice]


def classifier(name: str, activation: str = "relu", **settings: Any) -> NeuralNetwork:
    (X, y), hidden = THREE[name]
    widths = [X.shape[1], *hidden, int(y.max()) + 1]
    return NeuralNetwork(widths, activation, seed=1, **settings)


def layered(name: str, *between: Any, end: Any = ()) -> NeuralNetwork:
    (_, y), hidden = THREE[name]
    inner = [layer for width in hidden for layer in (Dense(width), ReLU(), *between)]
    return NeuralNetwork([*inner, Dense(int(y.max()) + 1), *end], seed=1)


def dead_from_the_start(name: str) -> NeuralNetwork:
    net = classifier(name)
    net.biases[0] = np.full_like(net.biases[0], -100)
    return net


def one_of_twenty(seed: int) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    y = (rng.random(1500) < 0.05).astype(int)
    return rng.standard_normal((1500, 6)) + 0.3 * y[:, None], y


# ---- planted faults: each in three networks or data sets


def planted(fault: str, name: str) -> History:
    """Train with a fault, and return the history."""
    if name in NUMBERS_OF:
        (X, y), loss = NUMBERS_OF[name]
        y = {"large targets": y * 1000 + 300, "tiny targets": y / 3000}[fault]
        net = NeuralNetwork([X.shape[1], 24, 1], "tanh", loss=loss, seed=2)
        return net.train(X, y, epochs=12, learning_rate=0.01)
    if fault == "imbalance":
        net = NeuralNetwork([6, 16, 2], seed=int(name))
        return net.train(*one_of_twenty(int(name)), epochs=10, learning_rate=0.05)
    (X, y), _ = THREE[name]
    rows = np.random.default_rng(3).permutation(len(y))
    settings: dict[str, Any] = {"epochs": 6, "learning_rate": 0.1, "validation": 0.2}
    net = classifier(name)
    match fault:
        case "unscaled":
            return net.train(X * 255, y, **settings)
        case "rate too high":
            return net.train(X, y, **settings | {"learning_rate": 100})
        case "rate too low":
            return net.train(X, y, **settings | {"learning_rate": 1e-5})
        case "dead":
            return dead_from_the_start(name).train(X, y, **settings)
        case "vanishing":
            width, classes = X.shape[1], int(y.max()) + 1
            deep = NeuralNetwork([width, *[32] * 6, classes], "sigmoid", seed=1)
            return deep.train(X, y, **settings)
        case "labels":
            return net.train(X, y[rows], **settings)
        case "labels by heart":
            return net.train(X, y[rows], **settings | {"epochs": 60})
        case "sigmoid at the end":
            return layered(name, end=[Sigmoid()]).train(X, y, **settings)
        case "softmax at the end":
            return layered(name, end=[Softmax(), Identity()]).train(X, y, **settings)
        case "leak":
            return net.train(X, y, **settings | {"validation": (X[:200], y[:200])})
        case "too few epochs":
            one = {"epochs": 2 if name == "wine" else 1, "learning_rate": 0.01, "batch_size": 16}
            return net.train(X, y, **settings | one)
        case "penalty":
            strong = classifier(name, regularizer=L2(1.0))
            return strong.train(X, y, **settings)
        case "decay":
            settings |= {"optimizer": AdamW(weight_decay=30), "learning_rate": 0.003, "epochs": 30}
            return net.train(X, y, **settings)
        case "dropout":
            return layered(name, Dropout(0.95)).train(X, y, **settings)
        case "symmetry":
            return classifier(name, initializer="zeros").train(X, y, **settings)
        case "constant":
            return net.train(np.repeat(X[:1], len(X), axis=0), y, **settings)
    raise AssertionError(fault)


FAULTS = {
    "unscaled": ("inputs", "not scaled"),
    "rate too high": ("rate too high", "smaller"),
    "rate too low": ("rate too low", "larger"),
    "dead": ("dead units", "dead"),
    "vanishing": ("vanishing gradients", "vanishes"),
    "labels": ("labels", "out of step"),
    "labels by heart": ("labels", "out of step"),
    "sigmoid at the end": ("last layer", "Remove the last"),
    "softmax at the end": ("last layer", "Remove the last"),
    "leak": ("leak", "training rows too"),
    "too few epochs": ("too few epochs", "Train longer"),
    "penalty": ("penalty", "L2(strength=1.0)"),
    "decay": ("penalty", "weight_decay=30"),
    "dropout": ("dropout", "Dropout(0.2)"),
    "symmetry": ("symmetry", "same weights"),
    "constant": ("constant inputs", "same"),
    "large targets": ("targets", "y.std()"),
    "tiny targets": ("targets", "y.std()"),
    "imbalance": ("imbalance", "larger weight"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named_in_three_networks(fault: str) -> None:
    kind, words = FAULTS[fault]
    names = NUMBERS_OF if "targets" in fault else THREE
    for name in ("0", "1", "2") if fault == "imbalance" else names:
        with warnings.catch_warnings(action="ignore"):  # some of them diverge
            history = planted(fault, name)
        assert kind in kinds(history), (name, list(map(str, history.advice)), history.stop_reason)
        assert words in " ".join(map(str, history.advice))


# ---- healthy runs


def noisy(X: Any, y: Any) -> tuple[Any, Any]:
    """A fifth of the labels drawn anew."""
    rng = np.random.default_rng(2)
    return X, np.where(rng.random(len(y)) < 0.2, rng.integers(0, int(y.max()) + 1, len(y)), y)


def hard_numbers() -> tuple[Any, Any]:
    """R squared is 0.3 at best."""
    rng = np.random.default_rng(1)
    X = rng.standard_normal((1500, 8))
    return X, 0.55 * X[:, 0] + 0.84 * rng.standard_normal(1500)


HEALTHY: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "mnist": ([784, 64, 10], MNIST, {"epochs": 5, "learning_rate": 0.1}),
    "one epoch": ([64, 64, 10], DIGITS, {"epochs": 1, "learning_rate": 0.3, "batch_size": 8}),
    "two epochs": ([784, 64, 10], MNIST, {"epochs": 2, "learning_rate": 0.1, "batch_size": 8}),
    "adam": ([64, 64, 10], DIGITS, {"epochs": 3, "optimizer": "adam", "learning_rate": 0.005}),
    "noisy labels": ([64, 32, 16, 10], noisy(*DIGITS), {"epochs": 25, "learning_rate": 0.1}),
    "noisy adam": ([30, 24, 2], noisy(*CANCER), {"epochs": 15, "optimizer": "adam"}),
    "hard numbers": ([8, 16, 1], hard_numbers(), {"epochs": 30, "learning_rate": 0.01}),
    "deep": ([64, *[48] * 6, 10], DIGITS, {"epochs": 15, "optimizer": "adam"}),
    "sigmoid": ([64, 32, 10], DIGITS, {"epochs": 20, "learning_rate": 0.5}),
    "by heart": ([784, 128, 10], [a[:300] for a in MNIST], {"epochs": 40, "learning_rate": 0.1}),
    "batch norm": (
        [Dense(32), BatchNorm(), ReLU(), Dense(10)], DIGITS, {"epochs": 4, "learning_rate": 0.1},
    ),
    "layer norm": (
        [Dense(24), LayerNorm(), Tanh(), Dense(3)], WINE, {"epochs": 40, "learning_rate": 0.1},
    ),
    "standardize": (
        [Standardize(), Dense(16), ReLU(), Dense(2)],
        (load_breast_cancer().data, load_breast_cancer().target),
        {"epochs": 15, "learning_rate": 0.1},
    ),
    "dropout": (
        [Dense(128), ReLU(), Dropout(0.5), Dense(10)], MNIST, {"epochs": 6, "learning_rate": 0.1},
    ),
    "whole batch": ([4, 16, 3], IRIS, {"epochs": 60, "optimizer": "lbfgs"}),
}  # fmt: skip
OWN: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "the module's": ([2, 16, 2], moons(n=200, noise=0.1, seed=0), {
        "epochs": 60, "learning_rate": 0.5}),
    "README, digits": ([784, 128, 64, 10], [a[:6000] for a in load_mnist()[:2]], {
        "epochs": 3, "learning_rate": 0.1, "batch_size": 64, "validation": 0.1}),
    "README, layers": (
        [Dense(64), BatchNorm(), ReLU(), Dropout(0.2), Dense(10)], MNIST, {
            "epochs": 10, "optimizer": "adamw", "learning_rate": OneCycle(0.003),
            "validation": 0.1, "callbacks": [EarlyStopping(patience=3)]}),
    "training.md": (
        [Dense(16), ReLU(), Dropout(0.2), Dense(2)], moons(n=400, noise=0.2, seed=0), {
            "epochs": 30, "learning_rate": 0.5, "validation": 0.2}),
    "tutorial, small": ([784, 64, 10], MNIST, {"epochs": 10, "learning_rate": 0.1}),
    "tutorial, sine": ([1, 32, 32, 1], sine(n=200, noise=0.1, seed=0), {
        "epochs": 200, "learning_rate": 0.05}),
    "tutorial, relu": ([784, 32, 10], MNIST, {
        "epochs": 5, "learning_rate": 0.01, "validation": 0.2}),
    "tutorial, ten": ([784, 32, 10], [a[:10] for a in MNIST], {
        "epochs": 100, "learning_rate": 0.1}),
    "toys, xor": ([2, 8, 2], xor(n=400), {"epochs": 100, "learning_rate": 0.3}),
    "toys, circles": ([2, 24, 2], circles(n=800, seed=1), {"epochs": 60, "learning_rate": 0.2}),
    "toys, blobs": ([2, 16, 3], blobs(n=600, seed=0), {"epochs": 20, "learning_rate": 0.1}),
    "toys, spirals": ([2, 64, 64, 2], spirals(n=600, seed=0), {
        "epochs": 150, "optimizer": "adam", "learning_rate": 0.01}),
}  # fmt: skip


def test_healthy_runs_are_left_alone() -> None:
    """At most one of these is suspected of anything, and none of noron's own examples."""
    alarms = {}
    for name, (layers, (X, y), settings) in (HEALTHY | OWN).items():
        loss = "cross_entropy" if np.asarray(y).dtype.kind in "iu" else "mse"
        activation = "sigmoid" if name == "sigmoid" else "tanh" if loss == "mse" else "relu"
        net = NeuralNetwork(layers, activation, loss=loss, seed=0)
        if name not in OWN:
            settings = {"validation": 0.2, **settings}
        history = net.train(X, y, **settings)
        if history.advice:
            alarms[name] = list(map(str, history.advice))
    assert len(HEALTHY | OWN) >= 25
    assert len(alarms) <= 1, alarms
    assert not alarms.keys() & OWN.keys(), alarms


def test_rows_with_few_values_repeat_by_nature() -> None:
    X = RNG.integers(0, 2, (1500, 5)).astype(float)
    y = ((X[:, 0] + X[:, 1] * X[:, 2]) > 0.5).astype(int)
    history = NeuralNetwork([5, 16, 2], seed=0).train(X, y, epochs=10, validation=0.2)
    assert kinds(history) == []


# ---- the sentences


def test_the_sentence_has_the_figure_and_the_way_out() -> None:
    low = str(planted("rate too low", "mnist").advice[0])
    assert low.startswith("The loss fell from 2.")
    assert low.endswith(
        "in 6 epochs: the learning rate 0.00001 is too small. Try a larger one, or "
        'learning_rate="auto"'
    )
    high = planted("rate too high", "mnist")
    assert "Try a smaller one, such as 10, or" in " ".join(map(str, high.advice))
    assert "--learning-rate" in " ".join(one.for_command for one in high.advice)
    assert "--learning-rate" not in " ".join(map(str, high.advice))


def test_advice_is_one_warning_and_stays_in_the_history() -> None:
    X, y = DIGITS
    with pytest.warns(AdviceWarning, match="too small") as caught:
        history = classifier("digits").train(X, y, epochs=3, learning_rate=1e-6)
    assert len(caught) == 1
    assert issubclass(AdviceWarning, TrainingWarning)
    assert caught[0].filename == __file__
    assert all(str(one) in str(caught[0].message) for one in history.advice)
    assert isinstance(history.advice[0], Advice)
    again = History(**json.loads(json.dumps(history.to_dict())))
    assert again == history


def test_a_trainer_warns_at_its_end() -> None:
    X, y = DIGITS
    trainer = classifier("digits").trainer(X, y, epochs=3, learning_rate=1e-6)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trainer.advance(epochs=2)
    assert trainer.history.advice == []
    with pytest.warns(AdviceWarning, match="too small"):
        trainer.advance()
    assert kinds(trainer.history) == ["rate too low"]


def test_a_diverged_run_has_its_cause_as_advice() -> None:
    X, y = NUMBERS
    net = NeuralNetwork([6, 16, 1], loss="mse", seed=0)
    with pytest.warns(TrainingWarning, match="too high") as caught:
        history = net.train(X, y, learning_rate=1e9)
    assert len(caught) == 1
    assert kinds(history) == ["rate too high"]
    assert history.stop_reason.endswith(str(history.advice[0]))


# ---- what it leaves as it is


@pytest.mark.parametrize("engine", ENGINES)
def test_no_bit_of_a_training_changes(engine: str) -> None:
    X, y = DIGITS
    ends = []
    for advise in (True, False):
        layers = [Dense(16), BatchNorm(), ReLU(), Dropout(0.9), Dense(10)]
        net = NeuralNetwork(layers, seed=3)
        given = X.copy(), y.copy()
        for rate in (1e-3, 0.1):  # the second call goes on with the same generator
            history = net.train(
                *given, epochs=2, learning_rate=rate, validation=0.2, engine=engine, advise=advise
            )
            assert bool(history.advice) == advise
        np.testing.assert_array_equal(given[0], X)
        arrays = net.network.theta, net.network.buffers, net.network.grad
        ends.append([*(a.tobytes() for a in arrays), net.rng.random()])
    assert ends[0] == ends[1]


def test_a_run_that_is_too_short_is_not_looked_at() -> None:
    X, y = DIGITS
    assert classifier("digits").train(X[:100] * 255, y[:100], epochs=1).advice == []


def test_a_loss_that_only_its_owner_understands_gives_no_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NORON_DEBUG", raising=False)

    class Own(noron.losses.regression.RegressionLoss):
        def value(self, s: Any, y: Any) -> Any:
            if s.dtype == np.float64:
                raise ZeroDivisionError
            return (s - y) ** 2

        def derivative(self, s: Any, y: Any) -> Any:
            return 2 * (s - y)

    X, y = NUMBERS
    history = NeuralNetwork([6, 8, 1], loss=Own(), seed=0).train(X, y, epochs=3)
    assert (len(history), history.advice) == (3, [])


def test_trials_are_not_looked_at_but_on_request() -> None:
    spec = RunSpec(data="moons", epochs=3, learning_rate=1e-6, hidden=(8,))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert execute(spec, Sources()).history.advice == []
    with pytest.warns(AdviceWarning, match="too small"):
        result = execute(spec, Sources(), advise=True)
    assert kinds(result.history) == ["rate too low"]
