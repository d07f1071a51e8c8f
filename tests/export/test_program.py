"""The steps of a prediction: what they hold, what they leave out, and what they refuse."""

from dataclasses import dataclass

import numpy as np
import pytest

from noron import Dense, Dropout, Elementwise, Identity, NeuralNetwork, RegressionLoss, Residual
from noron.core.errors import SettingError
from noron.export import ExportFormat
from noron.export.program import steps_of


@dataclass(frozen=True)
class Mine(Elementwise):
    def f(self, z):
        return z

    def df(self, z, a):
        return np.ones_like(z)


@dataclass(frozen=True)
class MyLoss(RegressionLoss):
    def value(self, s, y):
        return (s - y) ** 2

    def derivative(self, s, y):
        return 2 * (s - y)


def net_of(*layers, loss="mse", n_inputs=3) -> NeuralNetwork:
    return NeuralNetwork(list(layers), loss=loss, seed=0, n_inputs=n_inputs)


def test_steps_are_copies_without_what_only_training_needs():
    net = net_of(Dense(4, bias=False), "relu", Dropout(0.5), Identity(), Dense(2))
    steps = steps_of(net.network)
    assert [step.kind for step in steps] == ["dense", "activation", "dense"]
    assert [(step.n_inputs, step.n_outputs) for step in steps] == [(3, 4), (4, 4), (4, 2)]
    assert not steps[0].arrays["b"].any()
    steps[0].arrays["W"][:] = 0
    assert net.weights[0].any()


def test_normalization_of_a_column_is_one_step_whatever_layer_it_is():
    net = net_of("standardize", Dense(4), "batch_norm", Dense(1))
    net.network.learn_inputs(np.array([[0.0, 1, 2], [4, 1, 8]]))
    first, _, second, _ = steps_of(net.network)
    assert (first.kind, second.kind) == ("normalize", "normalize")
    assert first.arrays["center"].tolist() == [2, 1, 5]
    np.testing.assert_allclose(first.arrays["scale"], [0.5, 1, 1 / 3])


def test_a_block_holds_its_steps():
    (block, _) = steps_of(net_of(Residual([Dense(3), Dropout(), "tanh"]), Dense(1)).network)
    assert block.kind == "residual"
    assert [step.kind for step in block.inner] == ["dense", "activation"]


@pytest.mark.parametrize(
    ("net", "says"),
    [
        (net_of(Dense(4), Mine(), Dense(1)), "the layer 'Mine' is your own"),
        (net_of(Residual([Dense(3), Mine()]), Dense(1)), "the layer 'Mine' is your own"),
        (net_of(Dense(1), loss=MyLoss()), "the loss 'MyLoss' is your own"),
    ],
    ids=["layer", "layer in a block", "loss"],
)
@pytest.mark.parametrize("to", ExportFormat.members)
def test_what_is_your_own_is_refused_and_nothing_is_written(net, says, to, tmp_path):
    with pytest.raises(SettingError, match=says) as caught:
        net.export(tmp_path / "net", to=to)
    assert "net.save(path)" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_name_keeps_what_is_no_suffix_of_ours(tmp_path):
    net = net_of(Dense(1))
    net.trained = True
    for given, main in (
        ("net.v2", "net.v2.py"), ("net.py", "net.py"), ("net.onnx", "net.py"),
        ("net.safetensors", "net.py"), ("net", "net.py"), ("deep/er/net", "deep/er/net.py"),
    ):  # fmt: skip
        written = net.export(tmp_path / given, to="numpy")
        assert written.files[0] == tmp_path / main
        assert all(path.exists() for path in written.files)


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        ("net.xyz", None, "unknown export format '.xyz': known are "),
        ("net", None, "has no suffix: choose one of c, html"),
        ("net.onnx", "onxx", "did you mean 'onnx'"),
        ("net.py", "c++", "unknown export format 'c\\+\\+'"),
    ],
)
def test_an_unknown_format_is_refused(path, to, says, tmp_path):
    with pytest.raises(SettingError, match=says):
        net_of(Dense(1)).export(tmp_path / path, to)
    assert list(tmp_path.iterdir()) == []


def test_a_suffix_of_several_formats_needs_a_name(monkeypatch, tmp_path):
    class Other(ExportFormat):
        suffix = ".py"

    monkeypatch.setitem(ExportFormat.members, "other", Other)
    with pytest.raises(SettingError, match=r"\.py may be .*numpy.* or other: choose one with to"):
        net_of(Dense(1)).export(tmp_path / "net.py")


def test_an_option_that_a_format_has_not_is_refused(tmp_path):
    with pytest.raises(SettingError, match="'numpy' has no settings: leave out 'int4'"):
        net_of(Dense(1)).export(tmp_path / "net", to="numpy", int4=True)


def test_files_that_are_named_like_a_model_never_replace_it(monkeypatch, tmp_path):
    @dataclass(frozen=True)
    class Weights(ExportFormat):
        suffix = ".txt"

        def files(self, model, stem, certificate):
            return {".txt": b"", ".safetensors": b"other"}

        def run(self, files, model, inputs):
            return None

    monkeypatch.setitem(ExportFormat.members, "weights", Weights)
    net = net_of(Dense(1))
    net.trained = True
    net.save(tmp_path / "net.safetensors")
    before = (tmp_path / "net.safetensors").read_bytes()
    with pytest.raises(SettingError, match=r"net\.safetensors' is a model of noron"):
        net.export(tmp_path / "net.txt", to="weights")
    assert {path.name for path in tmp_path.iterdir()} == {"net.safetensors"}
    assert (tmp_path / "net.safetensors").read_bytes() == before
    assert len(net.export(tmp_path / "other", to="weights").files) == 2
    assert len(net.export(tmp_path / "other", to="weights").files) == 2  # its own are replaced


def test_a_format_without_tables_names_those_that_have_them(monkeypatch, tmp_path):
    from export.cases import table_models

    @dataclass(frozen=True)
    class Narrow(ExportFormat):
        suffix = ".txt"

        def files(self, model, stem, certificate):
            return {".txt": b""}

        def run(self, files, model, inputs):
            return None

    monkeypatch.setitem(ExportFormat.members, "narrow", Narrow)
    with pytest.raises(SettingError, match=r"columns of a table become numbers: use .*onnx"):
        next(table_models(1)).export(tmp_path / "model", to="narrow")


def test_the_main_file_is_written_last(monkeypatch, tmp_path):
    """So a disk that is full at the second file leaves no program without its weights."""
    order = []
    monkeypatch.setattr(
        "noron.export.formats.write_atomically", lambda path, content: order.append(path.suffix)
    )
    net = net_of(Dense(1))
    net.trained = True
    net.export(tmp_path / "net", to="numpy")
    assert order == [".npz", ".py"]
