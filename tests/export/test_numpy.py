"""NumPy: short programs that need nothing else predict what the model does."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from export.cases import inputs_of, networks, table, table_models
from noron import Dense, NeuralNetwork, Residual
from noron.estimators import TableClassifier

MOST_LINES = 60


def program(path: Path) -> Any:
    return runpy.run_path(str(path))["predict"]


def imported(path: Path) -> set[str]:
    """The modules that a program imports, the standard library's left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
             for alias in node.names}  # fmt: skip
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return names - set(sys.stdlib_module_names)


def run(path: Path, rows: Path) -> list[str]:
    """The lines that a program prints, in a Python of its own."""
    command = [sys.executable, "-I", "-W", "error", str(path), str(rows)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_random_networks_predict_the_same_in_sixty_lines(tmp_path):
    path = tmp_path / "net.py"
    for net in networks():
        written = net.export(path, to="numpy")
        assert written.files == (path, tmp_path / "net.npz")
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= MOST_LINES
        assert max(map(len, lines)) <= 100
        assert imported(path) == {"numpy"}
        x = inputs_of(net)
        prediction, own = program(path)(x), net.predict_proba(x)
        assert prediction.dtype == own.dtype
        apart = np.abs(prediction - own) / np.maximum(1, np.abs(own))
        assert apart.max() <= (1e-6 if own.dtype == np.float64 else 5e-6)  # float32 rounds so


@pytest.mark.parametrize(
    "layers",
    [[3] + [8] * 60 + [2], [Dense(8), *[Residual([Dense(8), "tanh", Dense(8)])] * 40, Dense(2)]],
    ids=["deep", "residual"],
)
def test_equal_blocks_become_a_loop(layers, tmp_path):
    settings = {} if isinstance(layers[0], int) else {"n_inputs": 3}
    net = NeuralNetwork(layers, seed=0, dtype="float64", **settings)
    net.trained = True
    net.export(tmp_path / "net.py", to="numpy")
    text = (tmp_path / "net.py").read_text()
    assert "for k in range(" in text
    assert text.count("\n") < 40
    x = np.random.default_rng(0).standard_normal((5, 3))
    np.testing.assert_allclose(program(tmp_path / "net.py")(x), net.predict_proba(x), rtol=1e-9)


def test_the_program_runs_by_itself(tmp_path):
    rng = np.random.default_rng(0)
    X = rng.standard_normal((50, 3))
    y = np.where(X[:, 0] > 0, "to", "nhỏ")
    for loss, outputs, target in (
        ("cross_entropy", 2, y), ("binary_cross_entropy", 1, y), ("mse", 1, X[:, 0]),
    ):  # fmt: skip
        net = NeuralNetwork([3, 4, outputs], "silu", loss=loss, seed=0)
        net.train(X, target, epochs=5, progress=False)
        net.export(tmp_path / "net.py", to="numpy")
        np.savetxt(tmp_path / "rows.csv", X, delimiter=",")
        first = [line.split()[0] for line in run(tmp_path / "net.py", tmp_path / "rows.csv")]
        own = net.predict(X)
        if loss == "mse":
            np.testing.assert_allclose(np.array(first, float), own, rtol=1e-5, atol=1e-6)
        else:
            assert first == own.tolist()


def test_table_models_take_columns_as_they_are(tmp_path):
    path = tmp_path / "table.py"
    for seed, model in enumerate(table_models()):
        assert model.export(path, to="numpy").certificate.largest < 1e-6
        assert imported(path) == {"numpy"}
        label = ["unseen", "red", "", "7.0", "NA"] * 20
        new = table(100, 50 + 2 * seed) | {
            "label": label,
            "is new": ["yes", "no", "", "1", "F"] * 20,
        }
        own = model.predict_proba(new) if hasattr(model, "classes_") else model.predict(new)
        prediction = program(path)(new)
        np.testing.assert_allclose(prediction, own.reshape(prediction.shape), rtol=1e-6, atol=1e-6)


def test_a_table_program_reads_a_file(tmp_path):
    X = {"size": [*range(40)], "day": [f"2024-02-{1 + k % 28:02}" for k in range(40)]}
    y = np.array(["ripe", "green"])[np.arange(40) // 20]
    model = TableClassifier((4,), n_members=2, max_iter=20, random_state=0).fit(X, y)
    model.export(tmp_path / "fruit.py", to="numpy")
    rows = [
        "day,size",
        *(f"{day},{size}" for day, size in zip(X["day"], X["size"], strict=True)),
        ",",
        "?,NA",
    ]
    (tmp_path / "rows.csv").write_text("\n".join(rows) + "\n")
    first = [line.split()[0] for line in run(tmp_path / "fruit.py", tmp_path / "rows.csv")]
    assert first[:40] == model.predict(X).tolist()
    assert len(first) == 42


EVIL = [
    '"""\nraise SystemExit(9)\n"""',
    "']; raise SystemExit(9); ['",
    "{k}",
    "«W»",
    "\\",
    "#n",
    "\r1/0",
]


def test_no_word_of_a_model_becomes_code(tmp_path):
    rng = np.random.default_rng(0)
    X: dict[str, Any] = {name: rng.standard_normal(70) for name in EVIL}
    X["word"] = np.array(EVIL)[np.arange(70) % len(EVIL)]
    y = rng.permutation(X["word"])
    model = TableClassifier((4,), n_members=1, max_iter=2, random_state=0).fit(X, y)
    model.export(tmp_path / "evil.py", to="numpy")
    np.testing.assert_allclose(program(tmp_path / "evil.py")(X), model.predict_proba(X), atol=1e-6)
    net = NeuralNetwork([7, len(EVIL)], seed=0)
    net.train(np.column_stack([X[name] for name in EVIL]), y, epochs=1, progress=False)
    net.export(tmp_path / "evil.py", to="numpy")
    assert runpy.run_path(str(tmp_path / "evil.py"))["classes"] == sorted(EVIL)
