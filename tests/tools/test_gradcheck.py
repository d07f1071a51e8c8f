"""Backward is the derivative of forward: for every layer, loss and penalty, alone and together.

`gradient_cases` makes the networks from the registries. Each parameter tensor is judged on its own,
relative to its own norm; and for a layer or a loss alone dL/dx is checked in the same way.
"""

from dataclasses import dataclass

import numpy as np
import pytest

import gradient_cases as cases
from noron.core.errors import DataError, SettingError
from noron.engines import Batch
from noron.layers import Dense, Elementwise, Layer, ReLU, Tanh
from noron.losses import CrossEntropy, Loss, MeanAbsoluteError, MeanSquaredError
from noron.losses.regression import RegressionLoss
from noron.network import Network
from noron.regularizers import Regularizer
from noron.tools.gradcheck import GradientReport, TensorCheck, central_differences, gradcheck

WORST, MEDIAN, KINKS = 1e-7, 1e-9, 0.02


@pytest.mark.parametrize("group", cases.GROUPS)
def test_every_configuration(group, record_property):
    reports = {case: case.check() for case in cases.GROUPS[group]()}
    errors = np.array([t.error for report in reports.values() for t in report.tensors])
    checked = sum(report.checked for report in reports.values())
    kinks = sum(report.kinks for report in reports.values())
    figures = (
        f"{group}: {len(reports)} configurations, {len(errors)} tensors: worst "
        f"{errors.max():.1e}, median {np.median(errors):.1e}; {checked} weights compared, "
        f"{kinks} on a kink"
    )
    record_property("gradients", figures)
    print(figures)  # pytest -rP shows it
    wrong = [f"{case}\n{report}" for case, report in reports.items() if not report.passed]
    assert not wrong, "\n\n".join([figures, *wrong[:5]])
    assert errors.max() <= WORST, figures
    assert np.median(errors) <= MEDIAN, figures
    assert kinks <= KINKS * (checked + kinks), figures
    for case, report in reports.items():
        assert report.checked > 0, f"nothing was compared: {case}"
        assert max(t.norm for t in report.tensors) > 1e-6, f"no gradient to compare: {case}"


def test_there_are_at_least_500_configurations_and_every_member_is_in_one():
    found = list(cases.configurations())
    assert len(set(found)) == len(found) >= 500
    layers = {layer.name for case in found for layer in case.layers}
    assert layers == set(Layer.members)
    assert {case.loss.name for case in found} == set(Loss.members)
    penalties = {penalty.name for case in found for penalty in case.penalties}
    assert penalties == set(Regularizer.members)
    assert {(case.weighted, case.rows == 1) for case in found} == {
        (False, False), (False, True), (True, False), (True, True)
    }  # fmt: skip
    for task in ("classes", "binary", "regression"):
        assert {c.labels for c in found if c.loss.task == task} == {"plain", "flat", "soft"}


def test_a_member_registered_later_is_checked(monkeypatch):
    for family in (Layer, Loss, Regularizer):
        monkeypatch.setattr(family, "members", dict(family.members))

    @dataclass(frozen=True)
    class Cube(Elementwise, name="cube"):
        def f(self, z):
            return z**3

        def df(self, z, a):
            return z**2  # the 3 is forgotten

    @dataclass(frozen=True)
    class LogCosh(RegressionLoss, name="log_cosh"):
        def value(self, s, y):
            return np.log(np.cosh(s - y))

        def derivative(self, s, y):
            return np.tanh(s - y)

    found = list(cases.configurations())
    cubes = [case for case in found if Cube() in case.layers]
    log_coshes = [case for case in found if case.loss == LogCosh() and case not in cubes]
    assert len(cubes) > 10
    assert not any(case.check().passed for case in cubes[:5])
    assert len(log_coshes) > 10
    assert all(case.check().passed for case in log_coshes[:5])


# ---------------------------------------------------------- dL/dx and dL/dparams of one alone


def differ(f, at, backward):
    """How far backward is from the slopes of f along each number of `at`, which f looks into."""
    flat = at.reshape(-1)  # a view
    slopes = central_differences(f, flat, np.arange(flat.size), 0.0, f())
    smooth = np.isfinite(slopes)
    assert smooth.mean() > 0.9
    gap = np.linalg.norm((slopes - backward.ravel())[smooth])
    return gap / max(np.linalg.norm(slopes[smooth]), 1e-4)


@pytest.mark.parametrize("training", [True, False], ids=["training", "prediction"])
@pytest.mark.parametrize("layer", cases.examples(Layer), ids=repr)
def test_a_layer_alone(layer, training):
    """dx and dparams, in the mode of prediction too, where BatchNorm is another formula."""
    rng = np.random.default_rng(0)
    x = 2 * rng.standard_normal((6, cases.WIDTH))
    specs = layer.parameters(cases.WIDTH)
    params = tuple(rng.uniform(0.5, 1.5, spec.shape) for spec in specs)
    first = tuple(p.copy() for p in params)
    g = rng.standard_normal((6, layer.n_outputs(cases.WIDTH)))

    def forward():
        for p, spec, value in zip(params, specs, first, strict=True):
            if spec.kind == "buffer":
                p[:] = value
        return layer.forward(params, x, np.random.default_rng(1) if training else None)

    def L():
        return float((forward()[0] * g).sum())

    dx, dparams = forward()[1](g)
    assert dx.shape == x.shape
    assert differ(L, x, dx) <= WORST
    learnt = [p for p, spec in zip(params, specs, strict=True) if spec.kind != "buffer"]
    for p, dp in zip(learnt, dparams, strict=True):
        assert dp.shape == p.shape
        assert differ(L, p, dp) <= WORST


@pytest.mark.parametrize("labels", ["plain", "flat", "soft"])
@pytest.mark.parametrize("weighted", [True, False], ids=["weighted", "plain"])
@pytest.mark.parametrize("loss", cases.examples(Loss), ids=repr)
def test_a_loss_alone(loss, weighted, labels):
    case = cases.Case((), loss, labels=labels, weighted=weighted)
    batch = case.batch()
    n_outputs = 1 if labels == "flat" and loss.task != "classes" else cases.CLASSES
    scores = np.random.default_rng(2).standard_normal((len(batch), n_outputs))
    dscores = loss.forward(scores, batch.y, batch.weight)[1]()
    assert dscores.shape == scores.shape
    assert differ(lambda: loss.forward(scores, batch.y, batch.weight)[0], scores, dscores) <= WORST


# ------------------------------------------------------------------------------ the tool itself


def network(layers, n_inputs=3, cls=Network, dtype=np.float64):
    return cls(layers, n_inputs, rng=np.random.default_rng(0), dtype=dtype)


def classes(rows=6, n_inputs=3, n_classes=3):
    rng = np.random.default_rng(1)
    return Batch(rng.standard_normal((rows, n_inputs)), rng.integers(n_classes, size=rows))


def test_the_network_is_left_as_it_was():
    net = network([Dense(4), Tanh(), Dense(3)], dtype=np.float32)
    theta, grad = net.theta.copy(), net.grad.copy()
    assert gradcheck(net, CrossEntropy(), classes()).passed
    assert net.theta.dtype == np.float32
    np.testing.assert_array_equal(net.theta, theta)
    np.testing.assert_array_equal(net.grad, grad)


def test_a_weight_on_a_kink_is_left_out_and_counted():
    """A row of zeros puts every ReLU on its kink, and there the biases have no derivative."""
    net = network([Dense(4, bias=True), ReLU(), Dense(3)])
    batch = classes()
    batch.x[0] = 0
    report = gradcheck(net, CrossEntropy(), batch)
    assert {t.name: t.kinks for t in report.tensors if t.kinks} == {"0.dense.b": 4}
    assert report.passed
    assert "4 on a kink left out" in str(report)


def test_a_check_of_kinks_alone_does_not_pass():
    net = network([Dense(1)], n_inputs=1)
    net.theta[:] = 0
    batch = Batch(np.ones((1, 1)), np.zeros((1, 1)))
    report = gradcheck(net, MeanAbsoluteError(), batch)
    assert (report.checked, report.kinks) == (0, 2)
    assert not report.passed
    assert "too many kinks to tell" in str(report)


def test_the_verdict_is_relative_to_the_tensor_and_not_to_the_whole():
    """A small tensor that is wrong is not hidden by a large one that is right."""
    large = TensorCheck("W", (1,), 1e6, 1e-12, 1, 0, (0,), 1e6, 1e6)
    small = TensorCheck("b", (1,), 1e-3, 0.5, 1, 0, (0,), 1e-3, 2e-3)
    assert not GradientReport((large, small), 1e-7).passed
    assert GradientReport((large,), 1e-7).passed


def test_a_long_tensor_is_sampled_and_another_seed_samples_others():
    net = network([Dense(30)], n_inputs=3)
    batch = Batch(classes().x, np.zeros((6, 30)))
    found = [gradcheck(net, MeanSquaredError(), batch, most=5, seed=s) for s in (0, 1)]
    assert [r.checked for r in found] == [10, 10]
    assert found[0].worst.worst != found[1].worst.worst


def test_what_cannot_be_checked_is_refused():
    net = network([Dense(3)])
    batch = classes()
    with pytest.raises(SettingError, match="no weights"):
        gradcheck(network([Tanh()]), CrossEntropy(), batch)
    for wrong in ({"most": 0}, {"tolerance": 0.0}, {"seed": -1}):
        with pytest.raises(SettingError, match=next(iter(wrong))):
            gradcheck(net, CrossEntropy(), batch, **wrong)
    net.theta[0] = np.nan
    with pytest.raises(DataError, match="not finite"):
        gradcheck(net, CrossEntropy(), batch)
