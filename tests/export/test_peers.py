"""Exports to PyTorch and Keras predict what the network does, and train on.

They need the libraries themselves, in an environment of their own; elsewhere this file is left out.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from export.cases import inputs_of, networks
from noron import BatchNorm, Dense, NeuralNetwork, Residual
from noron.export.certificate import largest_difference

os.environ.setdefault("KERAS_BACKEND", "torch")
torch = pytest.importorskip("torch")
keras = pytest.importorskip("keras")

pytestmark = pytest.mark.filterwarnings("ignore")
LIBRARIES = ("torch", "keras")
WITHIN = {"float64": 1e-6, "float32": 5e-6}
"""float32 rounds in another order."""

KERAS_WITHIN = {"float64": 2e-5, "float32": 5e-6}
"""Keras 3 computes products and normalizations of float64 in float32."""


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Leave the certificate out, which would start Python once more for each network."""
    monkeypatch.setattr("noron.export.python_code.find_spec", lambda name: None)


def loaded(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("exported", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("library", LIBRARIES)
def test_random_networks_predict_the_same(library, tmp_path, record_testsuite_property):
    worst = dict.fromkeys(WITHIN, 0.0)
    for net in networks():
        net.export(tmp_path / "net.py", library)
        module, x = loaded(tmp_path / "net.py"), inputs_of(net)
        exported = module.load()
        result, own = np.asarray(module.predict_proba(exported, x)), net.predict_proba(x)
        assert result.dtype == own.dtype
        difference = largest_difference(result, own)
        worst[str(own.dtype)] = max(worst[str(own.dtype)], difference)
        answers, labels = module.predict(exported, x[:20]), net.predict(x[:20])
        if net.targets.task == "classes":
            assert list(answers) == labels.tolist()
    record_testsuite_property(library, worst)
    limits = KERAS_WITHIN if library == "keras" else WITHIN
    assert all(worst[dtype] <= limits[dtype] for dtype in worst), worst


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_program_compares_itself(library, tmp_path):
    net = NeuralNetwork([3, 8, 2], seed=0)
    net.trained = True
    net.export(tmp_path / "net.py", library)
    command = [sys.executable, str(tmp_path / "net.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    words = done.stdout.split()
    assert words[:-1] == ["100", "predictions", "differ", "by", "at", "most"]
    assert 0 <= float(words[-1]) < 1e-5


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_certificate_comes_from_the_library(library, tmp_path, monkeypatch):
    monkeypatch.setattr("noron.export.python_code.find_spec", importlib.util.find_spec)
    net = NeuralNetwork([3, 8, 2], seed=0)
    net.trained = True
    largest = net.export(tmp_path / "net.py", library).certificate.largest
    assert largest is not None
    assert largest < 1e-4
    assert f"differ by at most {largest:.1e}." in (tmp_path / "net.py").read_text()


def residual_net() -> NeuralNetwork:
    layers = [
        BatchNorm(momentum=0.7),
        Dense(5),
        Residual([BatchNorm(), "tanh", Dense(5)]),
        Dense(3),
    ]
    return NeuralNetwork(layers, n_inputs=4, seed=0)


def test_pytorch_trains_on(tmp_path):
    net = residual_net()
    net.trained = True
    net.export(tmp_path / "net.py", "torch")
    X = np.random.default_rng(0).standard_normal((50, 4)).astype("float32")
    y = torch.as_tensor((X[:, 0] > 0).astype(int))
    module = loaded(tmp_path / "net.py")
    exported = module.load().train()
    optimizer = torch.optim.SGD(exported.parameters(), lr=0.5)
    losses = []
    for _ in range(20):
        loss = torch.nn.functional.cross_entropy(exported(torch.as_tensor(X)), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
    norm = module.load().train()[0]
    norm(torch.as_tensor(X))
    gamma, beta, mean, var = (np.array(a) for a in net.network.params[0])
    BatchNorm(momentum=0.7).forward((gamma, beta, mean, var), X, np.random.default_rng(0))
    assert norm.running_mean.numpy() == pytest.approx(mean, abs=1e-6)
    assert norm.running_var.numpy() == pytest.approx(var, rel=1e-6)


def test_keras_trains_on(tmp_path):
    net = residual_net()
    net.trained = True
    net.export(tmp_path / "net.py", "keras")
    X = np.random.default_rng(0).standard_normal((50, 4)).astype("float32")
    y = (X[:, 0] > 0).astype(int)
    exported = loaded(tmp_path / "net.py").load()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    exported.compile(keras.optimizers.SGD(0.5), loss)
    history = exported.fit(X, y, epochs=20, batch_size=50, verbose=0).history["loss"]
    assert history[-1] < history[0] / 2
