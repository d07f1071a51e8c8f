"""Code for PyTorch and Keras: it compiles, is well formatted, and no name in it becomes code.

What it predicts is compared in `test_peers.py`, where these libraries are.
"""

import ast
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from export.cases import networks, table_models
from noron import BatchNorm, Dense, NeuralNetwork, Residual, SettingError
from noron.export.python_code import listing, quoted

LIBRARIES = ("torch", "keras")
NAMES = [
    "</script>",
    "it's",
    'a "b"',
    "both ' and \"",
    'x"""y',
    "\u2028",
    "a\nb",
    "\u202eabc",
    "\\",
]


def trained(*args: Any, **settings: Any) -> NeuralNetwork:
    net = NeuralNetwork(*args, **settings)
    net.trained = True
    return net


def constants(code: str) -> dict[str, Any]:
    """The lists that the code gives names to."""
    return {
        statement.targets[0].id: ast.literal_eval(statement.value)
        for statement in ast.parse(code).body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and isinstance(statement.value, ast.List)
    }


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_code_is_formatted_and_reads_all_weights(library, tmp_path):
    for k, net in enumerate(networks(60)):
        path = tmp_path / f"net{k}.py"
        exported = net.export(path, library)
        assert exported.files == (path, tmp_path / f"net{k}.weights.safetensors")
        code = path.read_text(encoding="utf-8")
        compile(code, str(path), "exec")
        assert max(map(len, code.splitlines())) <= 100
        arrays = load_file(exported.files[1])
        inputs, own = arrays.pop("trial.inputs"), arrays.pop("trial.predictions")
        assert own.shape == (len(inputs), net.network.n_outputs)
        assert np.array_equal(own, net.predict_proba(inputs))
        learnt = sum(a.size for name, a in arrays.items() if "num_batches" not in name)
        absent = sum(
            layer.n_outputs(0) for layer in net.network.layers
            if isinstance(layer, Dense) and not layer.bias
        )  # fmt: skip
        assert learnt >= net.network.theta.size + absent
    checks = (["check", "--isolated", "--line-length=100"], ["format", "--check", "--isolated",
              "--line-length=100"])  # fmt: skip
    if find_spec("ruff"):
        for check in checks:
            command = [sys.executable, "-m", "ruff", *check, str(tmp_path)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("library", LIBRARIES)
def test_names_stay_names(library, tmp_path):
    X = np.random.default_rng(0).standard_normal((27, 3))
    net = NeuralNetwork([3, 4, len(NAMES)], seed=0)
    net.train(X, np.array(NAMES * 3), epochs=1, advise=False)
    net.feature_names = ('"""', "os.system('x')", "\\")
    path = tmp_path / "a\"b'c) {x}.py"
    net.export(path, library)
    code = path.read_text(encoding="utf-8")
    compile(code, str(path), "exec")
    assert constants(code) == {"CLASSES": sorted(NAMES), "FEATURES": list(net.feature_names)}
    assert code.isascii() or not any(c in code for c in "\u2028\u202e")
    names = [n.value for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Constant)]
    assert "a\"b'c) {x}.weights.safetensors" in names


@pytest.mark.parametrize("library", LIBRARIES)
def test_batch_normalization_keeps_what_it_needs_to_train_on(library, tmp_path):
    layers = [Dense(4), BatchNorm(momentum=0.8, epsilon=1e-3), Residual([BatchNorm(), Dense(4)])]
    net = trained(layers, n_inputs=3, seed=0, loss="mse")
    net.network.buffers += 0.5
    net.export(tmp_path / "net.py", library)
    code = (tmp_path / "net.py").read_text(encoding="utf-8")
    outer = {"torch": "nn.BatchNorm1d(4, eps=0.001, momentum=0.2)",
             "keras": "layers.BatchNormalization(momentum=0.8, epsilon=0.001, "}  # fmt: skip
    assert outer[library] in code
    arrays = load_file(tmp_path / "net.weights.safetensors")
    name = {"torch": "1.running_var", "keras": "norm_1/moving_variance"}[library]
    assert np.array_equal(arrays[name], net.network.params[1][3])


@pytest.mark.parametrize("library", LIBRARIES)
def test_tables_are_refused(library, tmp_path):
    model = next(table_models(1))
    with pytest.raises(SettingError, match="cannot hold how the columns"):
        model.export(tmp_path / "net.py", library)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_model_file_is_never_overwritten(library, tmp_path):
    net = trained([3, 4, 2], seed=0)
    net.save(tmp_path / "net.safetensors")
    before = (tmp_path / "net.safetensors").read_bytes()
    net.export(tmp_path / "net.safetensors", library)
    assert (tmp_path / "net.safetensors").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "net.py", "net.safetensors", "net.weights.safetensors"
    ]  # fmt: skip


STAND_IN = """\
from pathlib import Path
import numpy as np

def load():
    return None

def predict_proba(net, x):
    return np.full((len(x), 2), 0.25)

WEIGHTS = Path(__file__).with_name({weights})
WEIGHTS.read_bytes()
"""


def test_the_certificate_comes_from_the_code_itself(tmp_path, monkeypatch):
    """NumPy stands in for the library."""
    monkeypatch.setattr("noron.export.torch.HEAD", STAND_IN)
    monkeypatch.setattr("noron.export.torch.BODY", "")
    monkeypatch.setattr("noron.export.torch.Torch.library", "numpy")
    largest = trained([3, 4, 2], seed=0).export(tmp_path / "a'b.py", "torch").certificate.largest
    assert largest is not None
    assert 0.1 < largest <= 0.75
    monkeypatch.setattr("noron.export.torch.HEAD", "raise OSError\n" + STAND_IN)
    certificate = trained([3, 4, 2], seed=0).export(tmp_path / "net.py", "torch").certificate
    assert certificate.largest is None


def test_labels_are_quoted_in_double_quotes_where_they_can_be():
    for name in NAMES:
        assert ast.literal_eval(quoted(name)) == name
        assert "\n" not in quoted(name)
    assert quoted("it's") == '"it\'s"'
    assert quoted("\u202e") == '"\\u202e"'
    assert quoted(True) == "True"
    long = listing("CLASSES", [f"name {k}" for k in range(30)])
    assert long.count("\n") == 32
    assert max(map(len, long.splitlines())) <= 100
