"""Under glass: every gradient is right, and every line of source that is shown has run."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import noron
from noron import BatchNorm, Dense, Dropout, NeuralNetwork, Optimizer
from noron.core.errors import SettingError
from noron.engines import Batch
from noron.lab.faults import FAULTS, OF_BATCH_NORM, planted
from noron.lab.glass import DROPS, MOST_ROWS, Stage, factors, shown, stages
from noron.lab.source_trace import traced
from noron.tools.gradcheck import gradcheck, in_float64

LAYERS: dict[str, dict[str, Any]] = {
    "tanh": {"layers": [3, 5, 4, 2], "activation": "tanh"},
    "relu": {"layers": [3, 8, 2]},
    "sigmoid": {"layers": [3, 5, 1], "activation": "sigmoid", "loss": "binary_cross_entropy"},
    "gelu, numbers": {"layers": [3, 5, 2], "activation": "gelu", "loss": "mse"},
    "mish, huber": {"layers": [3, 6, 1], "activation": "mish", "loss": "huber"},
    "deep": {"layers": [3, 4, 4, 4, 4, 4, 2], "activation": "silu"},
    "wide": {"layers": [3, 40, 2], "activation": "elu"},
    "penalty": {"layers": [3, 5, 2], "activation": "softplus", "regularizer": "l2"},
    "layer norm": {"layers": [Dense(4), "layer_norm", "tanh", Dense(2)], "n_inputs": 3},
    "batch norm": {"layers": [Dense(4), BatchNorm(), "tanh", Dense(2)], "n_inputs": 3},
    "dropout": {"layers": [Dense(4), "selu", Dropout(0.5), Dense(2)], "n_inputs": 3},
    "no bias": {"layers": [Dense(4, bias=False), "leaky_relu", Dense(2)], "n_inputs": 3},
    "no hidden layer": {"layers": [3, 2]},
}  # fmt: skip


def looked_at(name: str, n: int = 6) -> tuple[NeuralNetwork, Batch, list[Any]]:
    """A network, a batch, and the stages of a step on it."""
    settings = dict(LAYERS[name])
    net = NeuralNetwork(settings.pop("layers"), seed=3, dtype="float64", **settings)
    rng = np.random.default_rng(1)
    X = rng.standard_normal((n, 3))
    task, width = net.loss.task, net.network.n_outputs
    y = {
        "classes": lambda: rng.integers(0, width, n),
        "binary": lambda: rng.integers(0, 2, n),
        "regression": lambda: rng.standard_normal((n, width)),
    }[task]()
    batch = Batch(X, y, None)
    return net, batch, stages(net.network, net.loss, batch, Optimizer.make("sgd"), 0.1)


@pytest.mark.parametrize("name", LAYERS)
def test_every_gradient_that_is_shown_is_right(name):
    """By differences, to 1e-7 of each array's size, as `gradcheck` compares them."""
    net, batch, found = looked_at(name)
    network = in_float64(net.network)
    plain = [s for s in found if s.kind == "backward"]
    update = found[-1]
    views = {s.name: s for s in network.layout}
    for stage in plain:
        for letter in [k for k in stage.arrays if k.startswith("d") and k not in ("dx", "dy")]:
            segment = views[f"{stage.layer}.{stage.name}.{letter[1:]}"]
            h = 1e-5
            differences = np.zeros(segment.stop - segment.start)
            for k in range(len(differences)):
                slopes = []
                for step in (h, 2 * h):
                    losses = []
                    for sign in (1, -1):
                        network.theta[segment.start + k] += sign * step
                        scores, _ = network.forward(batch.x, np.random.default_rng(DROPS))
                        losses.append(net.loss.forward(scores, batch.y, None)[0])
                        network.theta[segment.start + k] -= sign * step
                    slopes.append((losses[0] - losses[1]) / (2 * step))
                differences[k] = (4 * slopes[0] - slopes[1]) / 3
            mine = stage.arrays[letter].ravel()
            size = max(np.linalg.norm(differences), 1e-3)
            assert np.linalg.norm(mine - differences) < 1e-7 * size, (stage.layer, letter)
    report = gradcheck(net.network, net.loss, batch)
    assert report.passed
    for tensor in report.tensors if name != "penalty" else ():
        layer, _, letter = tensor.name.split(".")
        shown_gradient = next(s for s in plain if s.layer == int(layer)).arrays[f"d{letter}"]
        assert shown_gradient[tensor.worst] == pytest.approx(tensor.differences, abs=1e-7)
    assert np.allclose(update.arrays["step"], -0.1 * update.arrays["g"], atol=1e-15)


@pytest.mark.parametrize("name", LAYERS)
def test_the_stages_are_those_of_a_step_of_training(name):
    """The loss is that of `evaluate`, and the new weights are those after one step."""
    net, batch, found = looked_at(name)
    kinds = [stage.kind for stage in found]
    n = len(net.network.layers)
    assert kinds == ["rows", *["forward"] * n, "loss", *["backward"] * n, "update"]
    loss = next(stage for stage in found if stage.kind == "loss")
    scores, _ = in_float64(net.network).forward(batch.x, np.random.default_rng(DROPS))
    assert loss.facts["loss"] == net.loss.forward(scores, batch.y, None)[0]
    if name == "dropout":
        return  # training drops others
    if name != "batch norm":  # which evaluates by other statistics
        evaluated = net.evaluate(batch.x, batch.y)["loss"]
        assert loss.facts["loss"] == pytest.approx(evaluated, rel=1e-12)
    weights = found[-1].arrays["theta'"]
    net.train(batch.x, batch.y, epochs=1, batch_size=len(batch), learning_rate=0.1, progress=False)
    assert np.allclose(net.network.theta, weights, rtol=0, atol=1e-12)


def ran_in(work: Callable[[], Any]) -> set[tuple[str, int]]:
    """The lines of noron that run, by another tracer."""
    lines: set[tuple[str, int]] = set()

    def trace(frame: Any, event: str, _: Any) -> Any:
        if event == "line":
            lines.add((frame.f_code.co_filename, frame.f_lineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("name", LAYERS)
def test_every_line_that_is_shown_as_run_has_run(name):
    net, batch, found = looked_at(name)
    root = Path(noron.__file__).parents[1]

    def plain() -> None:
        network = in_float64(net.network)
        scores, backward = network.forward(batch.x, np.random.default_rng(DROPS))
        _, loss_back = net.loss.forward(scores, batch.y, None)
        backward(loss_back())
        optimizer = Optimizer.make("sgd")
        g = network.grad
        optimizer.step(network.theta, g, optimizer.start(network.theta), 1, 0.1, lambda: (0.0, g))

    ran = ran_in(plain)
    shown_lines = 0
    for stage in found[1:]:
        assert stage.sources, (stage.kind, stage.name)
        for source in stage.sources:
            path = root / source.file
            text = path.read_text().splitlines()
            assert list(source.lines) == text[source.start - 1 :][: len(source.lines)]
            assert source.ran
            for line in source.ran:
                assert source.start <= line < source.start + len(source.lines)
                assert (str(path), line) in ran, (source.function, line)
                shown_lines += 1
    assert shown_lines > 10


def test_a_line_that_does_not_run_is_not_shown_as_run():
    """A branch that is not taken."""
    layer = Dense(2, bias=False)
    rng = np.random.default_rng(0)
    _, sources = traced(lambda: layer.suited_to(None))
    source = next(s for s in sources if s.function == "Dense.suited_to")
    text = dict(enumerate(source.lines, source.start))
    assert not any(text[line].strip() == "return self" for line in source.ran)
    assert any("return replace" in text[line] for line in source.ran)
    assert rng is not None


def test_what_each_row_adds_to_a_derivative():
    net, batch, found = looked_at("tanh")
    for layer in (0, 2, 4):
        dW = next(s for s in found if (s.kind, s.layer) == ("backward", layer)).arrays["dW"]
        for i, j in np.ndindex(*dW.shape):
            parts = factors(found, layer, i, j)
            assert len(parts) == len(batch)
            assert sum(part.product for part in parts) == pytest.approx(dW[i, j], abs=1e-15)
            assert all(part.product == part.x * part.dz for part in parts)
    for layer, i, j in ((1, 0, 0), (0, 3, 0), (0, 0, 5), (0, -1, 0), (9, 0, 0)):
        with pytest.raises(SettingError):
            factors(found, layer, i, j)
    assert net.network.n_outputs == 2


def test_large_arrays_are_shown_in_part():
    _, _, found = looked_at("wide")
    forward = shown(next(s for s in found if s.kind == "forward"))
    W = forward["arrays"]["W"]
    assert W["shape"] == [3, 40]
    assert not W["is_whole"]
    assert np.shape(W["numbers"]) == (3, 16)
    assert shown(found[0])["arrays"]["x"]["is_whole"]


def test_too_many_rows_are_refused():
    with pytest.raises(SettingError, match=f"17 are given: give 1 to {MOST_ROWS}"):
        looked_at("tanh", 17)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["tanh", "gelu, numbers", "sigmoid", "batch norm"])
def test_each_fault_is_caught_by_the_check_and_changes_what_is_shown(name, fault):
    if fault in OF_BATCH_NORM and name != "batch norm":
        return  # refused, as a test below shows
    net, batch, right = looked_at(name)
    network, loss = planted(in_float64(net.network), net.loss, fault)
    assert not gradcheck(network, loss, batch).passed
    wrong = stages(net.network, net.loss, batch, Optimizer.make("sgd"), 0.1, fault)
    assert [s.name for s in wrong] == [s.name for s in right]
    for a, b in zip(wrong, right, strict=True):
        if a.kind in ("rows", "forward"):
            assert all((a.arrays[k] == b.arrays[k]).all() for k in a.arrays)
    assert any(
        (a != b).any()
        for a, b in zip(wrong[-1].arrays.values(), right[-1].arrays.values(), strict=True)
    )
    assert gradcheck(net.network, net.loss, batch).passed


def test_a_fault_that_cannot_be_planted_is_refused():
    net, batch, _ = looked_at("no hidden layer")
    for fault, why in (
        ("derivative_forgotten", "add a hidden layer"),
        ("stale_statistics", "turn it on in the Playground"),
        ("nonsense", "unknown fault"),
    ):
        with pytest.raises(SettingError, match=why):
            stages(net.network, net.loss, batch, Optimizer.make("sgd"), 0.1, fault)


def test_the_weights_that_are_shown_are_those_before_the_step():
    net, _, of_step = looked_at("tanh")
    first = next(stage for stage in of_step if stage.kind == "forward")
    assert np.array_equal(first.arrays["W"], net.network.views()["0.dense.W"])
    update = of_step[-1].arrays
    assert np.allclose(update["theta'"], update["theta"] - 0.1 * update["g"])


def test_batch_normalization_is_shown_as_it_trains():
    """By the statistics of the batch; the running ones are those before the step."""
    _, _, of_step = looked_at("batch norm")
    norm = next(s for s in of_step if s.kind == "forward" and s.name == "batch_norm").arrays
    assert np.allclose(norm["y"].mean(axis=0), 0, atol=1e-12)
    assert (norm["running_mean"] == 0).all()
    assert (norm["running_var"] == 1).all()


def test_the_network_is_left_as_it_is():
    net, _, _ = looked_at("batch norm")
    assert (net.network.views()["1.batch_norm.running_mean"] == 0).all()


def test_numbers_that_are_not_finite_are_shown_as_such():
    """A step that has diverged is what one comes to look at; it is not full of zeros."""
    arrays = {"x": np.array([[np.nan, 1.0], [np.inf, -np.inf]])}
    plain = shown(Stage("rows", None, "rows", arrays, facts={"loss": np.nan}))
    assert plain["arrays"]["x"]["numbers"] == [["NaN", 1.0], ["Infinity", "-Infinity"]]
    assert plain["facts"] == {"loss": "NaN"}
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain


@pytest.mark.parametrize("fault", FAULTS)
def test_the_fault_that_is_planted_is_shown_in_the_source(fault):
    net, batch, right = looked_at("batch norm")
    wrong = stages(net.network, net.loss, batch, Optimizer.make("sgd"), 0.1, fault)

    def run(of_step: list[Stage]) -> str:
        return "\n".join(text for stage in of_step for s in stage.sources for text in s.lines)

    assert f'"{fault}": lambda' in run(wrong)
    assert fault not in run(right)
