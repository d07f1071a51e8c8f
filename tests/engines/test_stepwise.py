"""The step-by-step loop: a line search ends where the next step begins, which is evaluated once."""

import numpy as np
import pytest

from noron import BatchNorm, Dense, Dropout, LayerNorm, NeuralNetwork, ReLU
from noron.engines import stepwise
from noron.layers import Residual
from training.trainer_runs import ENGINES


def rows():
    rng = np.random.default_rng(0)
    X = rng.standard_normal((90, 5))
    return X, (X[:, 0] * X[:, 1] + 0.5 * rng.standard_normal(90) > 0).astype(int)


def trained(engine, layers, monkeypatch, *, repeats):
    """The weights, the gradient, the rows of the history, and the number of evaluations."""
    evaluated = []
    with monkeypatch.context() as patch:
        if not repeats:
            patch.setattr(stepwise, "is_function_of_theta", lambda layers: False)
        evaluation = stepwise.Evaluation
        patch.setattr(stepwise, "Evaluation", lambda *g: evaluated.append(1) or evaluation(*g))
        net = NeuralNetwork(layers, seed=0, dtype="float64", regularizer="l2")
        history = net.train(*rows(), epochs=25, optimizer="lbfgs", engine=engine)
    columns = [history[name] for name in ("loss", "penalty", "accuracy")]
    return net.network.theta.tobytes(), net.network.grad.tobytes(), columns, len(evaluated)


@pytest.mark.parametrize("engine", ENGINES)
def test_no_batch_is_evaluated_twice_at_the_same_weights(engine, monkeypatch):
    layers = [Dense(6), LayerNorm(), ReLU(), Residual([Dense(6), ReLU()]), Dense(2)]
    theta, grad, columns, evaluated = trained(engine, layers, monkeypatch, repeats=True)
    again = trained(engine, layers, monkeypatch, repeats=False)
    assert again == (theta, grad, columns, 0)
    assert 25 < evaluated < 45


@pytest.mark.parametrize("layer", [Dropout(0.5), BatchNorm(), Residual([Dense(6), Dropout(0.5)])])
def test_what_differs_from_time_to_time_is_evaluated_each_time(layer, monkeypatch):
    layers = [Dense(6), layer, ReLU(), Dense(2)]
    assert trained("reference", layers, monkeypatch, repeats=True)[-1] == 0
