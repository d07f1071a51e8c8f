import math
import os
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from export.c_cases import CC, WARNINGS, apart, here, model_of, predictions, way
from export.cases import inputs_of, networks
from noron import NeuralNetwork
from noron.cli import main
from noron.core.errors import DataError, SettingError
from noron.core.types import Array
from noron.data import blobs, load_mnist, moons
from noron.data.targets import Targets
from noron.export import ExportModel, export_model
from noron.export.c import C
from noron.export.c_functions import FORMULAS, FUNCTIONS, c_function
from noron.export.c_network import numbers, quantized
from noron.export.certificate import largest_difference
from noron.layers import Dense, Elementwise, Embedding, Layer, Residual

needs_cc = pytest.mark.skipif(not CC, reason="there is no C compiler here")


NETWORKS = list(networks(40))


def network(
    *layers: Layer, n_inputs: int, loss: str = "mse", dtype: str = "float32"
) -> NeuralNetwork:
    net = NeuralNetwork(list(layers), loss=loss, seed=0, dtype=dtype, n_inputs=n_inputs)
    net.trained = True
    return net


def linear(W: Any, dtype: str = "float32") -> ExportModel:
    """y = x W."""
    W = np.asarray(W, dtype)
    net = network(Dense(W.shape[1], bias=False), n_inputs=len(W), dtype=dtype)
    net.network.theta[:] = W.ravel()
    return model_of(net)


def neural_network(*widths: int) -> NeuralNetwork:
    """One that counts as trained."""
    net = NeuralNetwork(list(widths), seed=0)
    net.trained = True
    return net


def source(model: ExportModel, stem: str = "model", **options: bool) -> str:
    return C(**options).files(model, stem, None)[".c"].decode()


def run(folder: Path, program: str, *more: str) -> str:
    """Compile a program with strict warnings, and more flags or files; what it prints."""
    (folder / "main.c").write_text(program, encoding="utf-8")
    command = [CC, "-std=c99", *WARNINGS, "main.c", *more, "-o", "main", "-lm"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return subprocess.run(
        [folder / "main"], cwd=folder, capture_output=True, check=True, encoding="utf-8"
    ).stdout


# ----------------------------------------------------------------------- the same predictions


@pytest.mark.parametrize("seed", range(40))
def test_random_networks_predict_as_the_model(seed, tmp_path, monkeypatch):
    ways = [*(["gcc", "clang"] * 3), "sanitizers", "gcc -O3", "valgrind"]
    name = ways[seed % len(ways)]
    if not here(name):
        pytest.skip(f"there is nothing here for {name}")
    monkeypatch.setenv("CC", str(way(name, tmp_path)))
    usual, extreme = apart(NETWORKS[seed])
    assert usual.alike(times=3), usual
    assert extreme.alike(times=30), extreme


@needs_cc
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_every_weight_is_exact(dtype):
    bits = np.random.default_rng(3).integers(0, 256, (64, 8, np.dtype(dtype).itemsize), np.uint8)
    W = bits.view(dtype)[..., 0].copy()  # denormal and huge numbers among them
    W[~np.isfinite(W)] = np.finfo(dtype).smallest_subnormal
    W[0, :2] = np.finfo(dtype).max, np.finfo(dtype).tiny
    np.testing.assert_array_equal(predictions(linear(W, dtype), np.eye(64, dtype=dtype)), W)


@needs_cc
def test_weights_that_are_not_finite_compile():
    y = predictions(linear([[np.inf, -np.inf, np.nan, 1]]), np.ones((1, 1)))
    np.testing.assert_array_equal(y, [[np.inf, -np.inf, np.nan, 1]])


@needs_cc
def test_codes_take_the_nearest_row():
    net = network(Embedding([4], [1]), n_inputs=2)
    net.network.theta[:] = [10, 11, 12, 13]
    x = np.array([[7, c] for c in (-1e30, -0.6, 0.5, 1.5, 2.4, 3.6, 1e30, np.inf)], np.float32)
    y = predictions(model_of(net), x)
    assert y[:, 1].tolist() == [10, 10, 10, 12, 12, 13, 13, 13]
    assert (y[:, 0] == 7).all()


@needs_cc
@pytest.mark.parametrize(
    "names", ["layer_norm", "tanh batch_norm", "standardize softmax batch_norm"]
)
def test_networks_without_a_dense_layer(names):
    net = network(*map(Layer.make, names.split()), n_inputs=3, loss="cross_entropy")
    model, x = model_of(net), inputs_of(net)
    np.testing.assert_allclose(predictions(model, x), model.predict(x), rtol=1e-6)


@needs_cc
def test_a_block_keeps_its_input_until_it_is_added():
    empty, block = Residual([Layer.make("dropout")]), Residual([Layer.make("tanh")])
    inner = Residual([block, empty, Layer.make("relu"), Dense(3), Residual([Dense(3)])])
    net = network(empty, block, inner, empty, n_inputs=3)
    model, x = model_of(net), inputs_of(net)
    np.testing.assert_allclose(predictions(model, x), model.predict(x), rtol=1e-5, atol=1e-6)
    assert "float h0[3], h1[3], h2[3];" in source(model)


def test_every_activation_has_a_formula():
    own = [m for m in Layer.members.values() if issubclass(m, Elementwise)]
    ours = {m.name for m in own if m.__module__.startswith("noron.layers.")}
    assert ours <= set(FORMULAS)
    assert {"identity", "sigmoid", "exp"} <= set(FORMULAS)
    for name in [*FUNCTIONS, *(f"each_{name}" for name in FORMULAS)]:
        for dtype in ("float32", "float64"):
            assert not {"@", "real"} & set(c_function(name, dtype).replace("(", " ").split())


def test_an_activation_without_a_formula_is_refused(monkeypatch, tmp_path):
    monkeypatch.delitem(FORMULAS, "tanh")
    net = NeuralNetwork([2, 3, 2], "tanh", seed=0)
    with pytest.raises(SettingError, match="'tanh' cannot be written in C yet"):
        net.export(tmp_path / "a.c")
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------ how it is called


@needs_cc
def test_labels_are_those_that_the_model_predicts(tmp_path):
    X, y = blobs(n=60, seed=0)
    names = np.array(["cat", "mèo", 'a "dog"'])[y]
    net = NeuralNetwork([2, 8, 3], seed=0)
    net.train(X, names, epochs=5, progress=False)
    net.export(tmp_path / "pets.c")
    rows = ",".join(f"{{{a!r}f, {b!r}f}}" for a, b in X.astype(np.float32).tolist())
    program = f"""
        #include <stdio.h>
        #define PETS_DECLARATIONS
        #include "pets.c"
        #include "pets.c"
        static const float rows[][PETS_INPUTS] = {{ {rows} }};
        int main(void) {{
            float y[PETS_OUTPUTS];
            for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
                puts(pets_labels[pets_predict_label(rows[i], y)]);
            return PETS_LABELS != 3;
        }}"""
    assert run(tmp_path, program, "pets.c").splitlines() == net.predict(X).tolist()


@needs_cc
def test_two_classes_by_one_output_beside_another_model(tmp_path):
    X, y = moons(n=40, seed=0)
    net = NeuralNetwork([2, 8, 1], loss="binary_cross_entropy", seed=0, dtype="float64")
    net.train(X, np.where(y == 1, "yes", "no"), epochs=20, learning_rate=1.0, progress=False)
    net.export(tmp_path / "a.c")
    neural_network(2, 8, 3).export(tmp_path / "3 b-é.c")
    rows = ",".join(f"{{{a!r}, {b!r}}}" for a, b in X.tolist())
    program = f"""
        #include <stdio.h>
        #define A_DECLARATIONS
        #include "a.c"
        #define MODEL_3_B_DECLARATIONS
        #include "3 b-é.c"
        static const double rows[][A_INPUTS] = {{ {rows} }};
        int main(void) {{
            double y[A_OUTPUTS];
            float x[MODEL_3_B_INPUTS] = {{0}}, p[MODEL_3_B_OUTPUTS];
            model_3_b_predict(x, p);
            for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
                puts(a_labels[a_predict_label(rows[i], y)]);
            return 0;
        }}"""
    assert run(tmp_path, program, "a.c", "3 b-é.c").splitlines() == net.predict(X).tolist()


@pytest.mark.parametrize(
    ("targets", "says"),
    [
        (Targets("regression"), "2 numbers (float): the prediction"),
        (Targets("binary", None, flat=False), "2 numbers (float): the probability of each yes"),
    ],
)
def test_predictions_without_labels_have_no_function_for_them(targets, says):
    model = model_of(network(Dense(2), n_inputs=3), targets=targets)
    text = source(model)
    assert says in text
    assert "label" not in text


def test_the_top_tells_what_it_is(tmp_path):
    X, y = load_mnist()[:2]
    net = NeuralNetwork([784, 16, 10], seed=0)
    net.train(X[:100], y[:100], epochs=1, progress=False)
    exported = net.export(tmp_path / "digits.c")
    top = (tmp_path / "digits.c").read_text().partition("*/")[0]
    assert "784 - dense 16 - relu - dense 10" in top
    assert f"{4 * (785 * 16 + 17 * 10):,} bytes of constants, 104 on the stack" in top
    assert str(exported.certificate) in top
    assert '0 "0", 1 "1", 2 "2"' in top
    for word in ("malloc", "static float"):
        assert word not in (tmp_path / "digits.c").read_text().partition("*/")[2]
    assert exported.certificate.largest is None or exported.certificate.largest < 1e-4


@needs_cc
def test_a_cpp_program_includes_the_declarations(tmp_path):
    net = neural_network(2, 3, 2)
    net.export(tmp_path / "model.c")
    (tmp_path / "main.cpp").write_text(
        '#define MODEL_DECLARATIONS\n#include "model.c"\n'
        "int main() { float x[2] = {0, 0}, y[2]; model_predict(x, y); return y[0] > 1; }\n"
    )
    if not here("gcc") or subprocess.run(["g++", "--version"], capture_output=True).returncode:
        pytest.skip("there is no C++ compiler here")
    for command in (
        ["gcc", "-std=c99", "-c", "model.c"],
        ["g++", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "main.cpp", "model.o", "-o", "main"],
        ["./main"],
    ):
        subprocess.run(command, cwd=tmp_path, check=True)


# --------------------------------------------------------------------------- hostile names

HOSTILE = [
    'a */ int main(void) { return 1; } /* "',
    "/* open",
    '"; int evil; "',
    "back\\",
    "*\\",
    "??/ trigraph ??=",
    "line\nbreak\r\n#error no",
    "tab\tbell\a nul\0 end",
    "mèo nơ-ron 猫 🐈",
    "right\u202eto left\u2028",
    "\ud800 surrogate",
    "%s%n {name} @ real",
    "\\u0022 \\x22 \\\n",
    "1e5f",
    "",
    "x" * 4095,
]


@needs_cc
def test_names_from_data_stay_names(tmp_path):
    net = network(Dense(len(HOSTILE)), n_inputs=len(HOSTILE), loss="cross_entropy")
    model = model_of(
        net, targets=Targets("classes", tuple(HOSTILE)),
        feature_names=tuple(HOSTILE), target_name=HOSTILE[0],
    )  # fmt: skip
    stem = '*_"a\n??_\\'
    export_model(model, tmp_path / f"{stem}.c")
    (tmp_path / f"{stem}.c").rename(tmp_path / "m.c")
    program = """
        #include <stdio.h>
        #include "m.c"
        int main(void) {
            for (size_t i = 0; i < MODEL_A_LABELS; i++) {
                for (const char *c = model_a_labels[i]; *c; c++)
                    printf("%d ", (unsigned char) *c);
                puts("");
            }
            return 0;
        }""".replace("model_a", "a").replace("MODEL_A", "A")
    lines = run(tmp_path, program, "-trigraphs").splitlines()
    for line, name in zip(lines, HOSTILE, strict=True):
        known = name.encode(errors="surrogatepass").partition(b"\0")[0]  # where C's strings end
        assert bytes(map(int, line.split())) == known


def test_a_label_that_is_too_long_for_c_is_refused(tmp_path):
    net = neural_network(2, 3, 2)
    net.targets = Targets("classes", ("a", "é" * 2048))
    with pytest.raises(SettingError, match="longer than C's 4095 bytes"):
        net.export(tmp_path / "model.c")
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------------ int8


@pytest.fixture(scope="module")
def digits() -> tuple[NeuralNetwork, Array, Array]:
    X, y = load_mnist()[:2]
    net = NeuralNetwork([784, 32, 10], seed=0)
    net.train(X[:5000], y[:5000], epochs=5, learning_rate=0.1, progress=False)
    return net, X[5000:7000], y[5000:7000]


@needs_cc
def test_int8_loses_little_and_takes_a_quarter(digits, tmp_path):
    net, X, y = digits
    exported = net.export(tmp_path / "model.c", int8=True)
    assert 0.95 < exported.certificate.same_labels < 1
    assert str(exported.certificate).endswith("% have the same label")
    model = model_of(net)
    result = predictions(model, X, int8=True)
    assert abs((result.argmax(axis=1) == y).mean() - net.accuracy(X, y)) <= 0.003
    assert np.abs(result - net.predict_proba(X)).max() < 0.05
    assert (result != predictions(model, X)).any()
    text = (tmp_path / "model.c").read_text()
    assert f"{(784 + 8) * 32 + (32 + 8) * 10:,} bytes of constants" in text
    assert "static const int8_t W_1[32 * 784]" in text


@needs_cc
@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_random_networks_predict_nearly_the_same_by_int8(seed, tmp_path, monkeypatch):
    name = "sanitizers" if seed % 8 else "gcc"
    if not here(name):
        pytest.skip(f"there is nothing here for {name}")
    monkeypatch.setenv("CC", str(way(name, tmp_path)))
    net = NETWORKS[seed]
    x = inputs_of(net)
    result, own = (
        y.astype(float) for y in (predictions(model_of(net), x, True), net.predict_proba(x))
    )
    assert largest_difference(result, own) < 0.3


@needs_cc
@pytest.mark.parametrize("n", [1, 520, 2000, 100_000])
def test_sums_of_int8_stay_in_their_32_bits(n, tmp_path, monkeypatch):
    if here("sanitizers"):
        monkeypatch.setenv("CC", str(way("sanitizers", tmp_path)))
    model = linear([[3, -3]] * n)
    x = np.full((2, n), 7, np.float32)
    x[1] *= -1e30
    expected = x.astype(np.float64).sum(axis=1)[:, None] * [3, -3]
    np.testing.assert_allclose(predictions(model, x, int8=True), expected, rtol=0.01)


@needs_cc
def test_int8_of_rows_that_are_zero_tiny_or_not_finite(tmp_path, monkeypatch):
    if here("sanitizers"):
        monkeypatch.setenv("CC", str(way("sanitizers", tmp_path)))
    x = [[0, 0], [1e-45, 1e-45], [np.nan, 1], [np.inf, 1], [3e38, -3e38], [1, -1]]
    y = predictions(linear([[1, 2], [1, 0]]), np.array(x, np.float32), int8=True)
    assert y[:2].tolist() == [[0, 0], [0, 0]]
    assert np.isnan(y[2:4]).all()
    np.testing.assert_allclose(y[5], [0, 2], atol=1e-3)
    assert math.isclose(y[4, 1], np.inf)


def test_rounded_weights_are_half_a_step_away_at_most():
    W = np.random.default_rng(0).standard_normal((50, 7)).astype(np.float32) * 10.0 ** np.arange(7)
    W[:, 3] = 0
    Q, scale = quantized(W.astype(np.float32))
    assert Q.dtype == np.int8
    assert np.abs(Q).max() == 127
    assert (np.abs(Q.T * scale - W) <= 0.5001 * scale).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_int8_refuses_what_it_cannot_hold(bad):
    with pytest.raises(SettingError, match="export without int8"):
        source(linear([[1.0, bad]]), int8=True)
    with pytest.raises(SettingError, match="at most 133,144 inputs"):
        quantized(np.zeros((133_145, 1), np.float32))
    with pytest.raises(SettingError, match="int8 is 'yes'"):
        C(int8="yes")


# --------------------------------------------------------------------------------- bad input


def test_without_a_compiler_it_is_written_and_says_so(tmp_path, monkeypatch):
    monkeypatch.delenv("CC", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    exported = neural_network(2, 3, 2).export(tmp_path / "model.c")
    assert exported.certificate.largest is None
    assert "not compared: nothing on this machine can run it" in (tmp_path / "model.c").read_text()


@pytest.mark.skipif(os.name != "posix", reason="the compiler is a shell script")
@pytest.mark.parametrize("broken", ["exit 1", "touch main", "printf '#!/bin/sh\\nkill $$' > main"])
def test_a_compiler_that_does_not_work_is_none(tmp_path, monkeypatch, broken):
    monkeypatch.setenv("CC", "/bin/sh " + str(tmp_path / "cc"))
    (tmp_path / "cc").write_text(broken)
    assert neural_network(2, 3, 2).export(tmp_path / "a.c").certificate.largest is None


def test_a_folder_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="cannot be written"):
        neural_network(2, 3, 2).export(tmp_path / "file" / "model.c")


def test_unknown_options_are_refused(tmp_path):
    with pytest.raises(SettingError, match="unknown setting of 'c' 'int4'"):
        neural_network(2, 3, 2).export(tmp_path / "model.c", int4=True)


def test_numbers_are_the_shortest_that_give_them_back():
    words = numbers(np.array([0.1, 1e-5, -0.0, 1e30, np.nan, -np.inf], np.float32))
    assert words == ["0.1f", "1e-05f", "-0.0f", "1e+30f", "NAN", "-INFINITY"]


# ------------------------------------------------------------------------ commands, documents


def test_the_command_writes_int8_and_refuses_it_elsewhere(tmp_path, capsys):
    neural_network(4, 16, 2).save(tmp_path / "model.safetensors")
    assert main(["export", str(tmp_path / "model.safetensors"), "--to", "c", "--int8"]) == 0
    assert f"written    {tmp_path / 'model.c'}" in capsys.readouterr().out
    assert "static const int8_t W_1[16 * 4]" in (tmp_path / "model.c").read_text()
    assert main(["export", str(tmp_path / "model.safetensors"), "--to", "numpy", "--int8"]) == 2
    assert "'numpy' has no settings: leave out 'int8'" in capsys.readouterr().err


@needs_cc
def test_the_program_in_the_documents_runs(tmp_path):
    page = Path(__file__).parents[2] / "docs" / "interop.md"
    program = page.read_text(encoding="utf-8").partition("```c\n")[2].partition("```")[0]
    X, y = moons(n=200, noise=0.1, seed=0)
    net = NeuralNetwork([2, 16, 2], seed=0)
    net.train(X, y, epochs=60, learning_rate=0.5, progress=False)
    net.export(tmp_path / "model.c")
    numbers, label = run(tmp_path, program, "model.c", "-Wno-double-promotion").splitlines()
    row = np.array([[1, 0]], np.float32)
    np.testing.assert_allclose([*map(float, numbers.split())], net.predict_proba(row)[0], rtol=1e-4)
    assert label == str(net.predict(row)[0])
