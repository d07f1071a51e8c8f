"""Pictures of gradients, and showing a picture."""

import subprocess

import numpy as np
import pytest

from noron import DataError, NeuralNetwork, SettingError
from noron.data import moons
from noron.plotting import plot_boundary, plot_gradients, plot_history, show

ROWS = [{"epoch": i, "0.dense.W": 0.1 / (i + 1), "2.dense.W": 2.0, "2.dense.b": 1.0}
        for i in range(4)]  # fmt: skip
RNG = np.random.default_rng(0)


def test_norms_are_lines_of_the_weights():
    (ax,) = plot_gradients(ROWS, title="$norms$").axes
    assert [line.get_label() for line in ax.lines] == ["0.dense.W", "2.dense.W"]
    np.testing.assert_allclose(ax.lines[0].get_ydata(), [0.1, 0.05, 0.1 / 3, 0.025])
    assert ax.get_yscale() == "log"
    (ax,) = plot_gradients(ROWS, names=["2.dense.b"]).axes
    assert [line.get_label() for line in ax.lines] == ["2.dense.b"]


def test_a_norm_of_zero_needs_a_linear_axis():
    (ax,) = plot_gradients([{"0.dense.W": 0.0}, {"0.dense.W": 1.0}]).axes
    assert ax.get_yscale() == "linear"


def test_histograms_count_every_number():
    gradients = {"0.dense.W": RNG.normal(size=(20, 30)), "0.dense.b": RNG.normal(size=30)}
    (ax,) = plot_gradients(gradients, theme="dark").axes
    assert sum(patch.get_height() for patch in ax.patches) == 600
    assert ax.get_xlabel() == f"norm {np.linalg.norm(gradients['0.dense.W']):.3g}"
    assert len(plot_gradients(gradients, names=list(gradients)).axes) == 2


def test_of_many_layers_the_first_the_last_and_some_between_are_drawn():
    rows = [{f"{i}.dense.W": 1.0 for i in range(30)}]
    (ax,) = plot_gradients(rows).axes
    labels = [line.get_label() for line in ax.lines]
    assert len(labels) == 8
    assert (labels[0], labels[-1]) == ("0.dense.W", "29.dense.W")


def test_what_cannot_be_drawn():
    with pytest.raises(DataError, match=r"give net\.gradients"):
        plot_gradients({})
    with pytest.raises(SettingError, match=r"did you mean '0\.dense\.W'"):
        plot_gradients(ROWS, names=["0.dense.w"])
    with pytest.raises(SettingError, match="give a list"):
        plot_gradients(ROWS, names="0.dense.W")
    with pytest.raises(DataError, match="finite numbers only"):
        plot_gradients({"0.dense.W": np.array([np.nan])})


def test_a_boundary_takes_a_model():
    X, y = moons(n=60, seed=0)
    net = NeuralNetwork([2, 4, 2], seed=0)
    net.train(X, y, epochs=1)
    assert plot_boundary(net, X, y, resolution=5).axes
    with pytest.raises(DataError, match=r"give a function, such as net\.predict"):
        plot_boundary("net", X, y)


# ---- show


def test_without_a_screen_show_says_where_the_file_is(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    show(plot_history([{"loss": 1.0}]))
    (file,) = tmp_path.glob("*/figure.png")
    assert capsys.readouterr().out == f"the picture is in {file}\n"
    assert file.read_bytes().startswith(b"\x89PNG")


def test_with_a_screen_show_opens_the_viewer(monkeypatch, capsys, tmp_path):
    opened = []
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: opened.append(command))
    show(plot_history([{"loss": 1.0}]))
    (file,) = tmp_path.glob("*/figure.png")
    assert opened == [["xdg-open", str(file)]]
    assert capsys.readouterr().out == ""
