"""What a session shows: short texts everywhere, tables, curves and progress in a notebook."""

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from noron import History, NeuralNetwork
from noron.core.notebook import MOST_ROWS, Shown, Summary, curves, in_notebook
from noron.data import moons
from noron.experiments import compare
from noron.training.advice import Advice

ROOT = Path(__file__).resolve().parents[2]
X, y = moons(n=120, noise=0.1, seed=0)


@pytest.fixture(scope="module")
def net():
    net = NeuralNetwork([2, 8, 2], seed=0)
    net.train(X, y, epochs=37, validation=0.2)
    return net


class Table(Shown):
    def __init__(self, rows):
        self.rows = rows

    def _summary(self):
        return Summary("<b>Table</b>", [["name", "value"], *self.rows], "the end & more")


def test_a_long_table_says_how_many_rows_are_left_out():
    table = Table([[f"row {i}", str(i)] for i in range(MOST_ROWS + 5)])
    lines = repr(table).splitlines()
    assert lines[0] == "<b>Table</b>"
    assert len(lines) == 1 + 1 + MOST_ROWS + 1 + 1
    assert lines[-2].strip() == "… 5 more"
    assert "row 11" in lines[-3]


def test_names_are_escaped_in_html():
    html = Table([["<script>alert(1)</script>", "a & b"]])._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;b&gt;Table" in html
    assert "a &amp; b" in html


def test_control_characters_never_reach_a_terminal():
    assert "\x1b" not in repr(Table([["red \x1b[31m", "\r"]]))


def test_a_network_is_one_line(net):
    assert repr(net) == "NeuralNetwork(2-8-2, relu, 42 parameters, trained 37 epochs)"
    fresh = NeuralNetwork(["batch_norm", {"name": "dense", "units": 1}], loss="mse")
    assert repr(fresh) == "NeuralNetwork(?-1, batch_norm, mse; the first train tells the inputs)"
    fresh.train(X, y.astype(float), epochs=2, learning_rate=0.01)
    fresh.train(X, y.astype(float), epochs=3, learning_rate=0.01)
    assert repr(fresh) == "NeuralNetwork(2-1, batch_norm, mse, 7 parameters, trained 5 epochs)"
    assert "<table>" in net._repr_html_()


def test_a_history_shows_the_first_some_and_the_last_epochs(net):
    history = net._history
    line, header, *rows = repr(history).splitlines()
    assert line == "History(all 37 epochs are done)"
    assert header.split()[0] == "epoch"
    epochs = [int(row.split()[0]) for row in rows]
    assert (epochs[0], epochs[-1], len(epochs)) == (1, 37, 10)
    assert not re.search(r"\d\.\d{6}", repr(history))
    assert repr(History()) == "History(0 epochs)"
    html = history._repr_html_()
    assert html.count("<tr>") == 11
    assert html.count("data:image/svg+xml") == 2  # light and dark


def test_a_history_ends_in_its_advice():
    advice = Advice("rate too low", "The loss falls slowly", "Try 1.0")
    history = History([{"epoch": 1, "loss": 2.0}], advice=[advice])
    assert repr(history).endswith(str(advice))
    assert str(advice) in history._repr_html_()


def test_without_matplotlib_there_is_a_table_only(net, monkeypatch):
    monkeypatch.setattr("noron.core.notebook.find_spec", lambda name: None)
    assert "<img" not in net._history._repr_html_()


def test_a_trainer_and_a_check_of_gradients(net):
    trainer = net.trainer(X, y, epochs=3)
    assert repr(trainer) == "Trainer(0 of 3 epochs)"
    trainer.advance(epochs=1)
    assert re.fullmatch(r"Trainer\(1 of 3 epochs, epoch 1, loss .*, accuracy .*%\)", repr(trainer))
    trainer.close()
    lines = repr(net.gradcheck(X, y)).splitlines()
    assert lines[0].startswith("backward is right")
    assert len(lines) == 6


def test_the_growing_curves_leave_out_what_is_not_finite():
    assert curves({"loss": [1.0], "val_loss": []}) == ""
    svg = curves({"loss": [2.0, np.nan, np.inf, 1.0], "val_loss": []})
    assert svg.count("<polyline") == 1
    assert "nan" not in svg
    assert "inf" not in svg
    points = re.search(r'points="([^"]*)"', svg)
    assert points
    assert points[1].split() == ["1.0,2.0", "259.0,54.0"]


@pytest.mark.parametrize(
    ("shell", "expected"),
    [(SimpleNamespace(kernel="of Jupyter, Colab or VS Code"), True), (SimpleNamespace(), False),
     (None, False)],
)  # fmt: skip
def test_a_notebook_is_a_kernel_and_not_a_terminal(monkeypatch, shell, expected):
    assert not in_notebook()
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    assert in_notebook() == expected


def test_runs_and_comparisons():
    found = compare({"data": "moons", "epochs": 2}, {"hidden": [[4], [8]]}, store=None)
    run = found.runs[0]
    assert re.fullmatch(
        r"RunResult\(done: all 2 epochs are done, epoch 2, loss .*, val_accuracy .*%\)", repr(run)
    )
    assert run._repr_html_().count("<tr>") == 3
    line, header, *rows = repr(found).splitlines()
    assert line == "Comparison on moons: 2 runs"
    assert header.split()[0] == "choice"
    assert [row.split()[1] for row in rows[:2]] == [c.name.split()[-1] for c in (
        found.grid.choices[i] for i in found.evidence.order)]  # fmt: skip
    assert rows[2] == found.conclusion


def test_comparing_writes_lines_where_they_are_wanted(capsys):
    arguments = ({"data": "moons", "epochs": 1}, {"hidden": [[4], [8]]})
    compare(*arguments, store=None)
    assert capsys.readouterr() == ("", "")
    compare(*arguments, store=None, progress=True)
    on_result = capsys.readouterr()
    assert on_result.out == ""
    assert [line.split()[0] for line in on_result.err.splitlines()] == ["1/2", "2/2"]


# ---- a real kernel

CELLS = [
    """
from noron import GradientNorms, NeuralNetwork
from noron.data import moons
from noron.plotting import plot_history, show
X, y = moons(n=200, noise=0.1, seed=0)
net = NeuralNetwork([2, 8, 2], seed=0)
norms = GradientNorms(net, X, y)
history = net.train(X, y, epochs=30, validation=0.2, callbacks=[norms])
""",
    "history",
    "net",
    "net.gradcheck(X, y)",
    "norms",
    "show(plot_history(history.rows))",
    """
from noron.experiments import compare, search
compare({"data": "moons", "epochs": 2}, {"hidden": [[4], [8]]}, seeds=2, store=None)
""",
    "net.train(X, y, epochs=2, progress=False).table()",
]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """The outputs of each cell, as a kernel gave them; and all that progress replaced."""
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    import nbformat

    replaced = []

    class Client(nbclient.NotebookClient):
        def process_message(self, msg, cell, cell_index):
            if msg["msg_type"] == "update_display_data":
                replaced.append(msg["content"]["data"])
            return super().process_message(msg, cell, cell_index)

    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    folder = tmp_path_factory.mktemp("notebook")
    paths = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "IPYTHONDIR": str(folder),
        "JUPYTER_RUNTIME_DIR": str(folder),
    }
    client = Client(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    client.execute(env=environment)
    return [cell.outputs for cell in notebook.cells], replaced


def data(cell):
    """The rich outputs of a cell."""
    return [output["data"] for output in cell if "data" in output]


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_training_in_a_notebook_shows_progress(outputs):
    cells, replaced = outputs
    (shown,) = data(cells[0])
    assert '<progress value="30" max="30">' in shown["text/html"]
    assert "30/30 epochs" in shown["text/html"]
    assert "val_accuracy" in shown["text/html"]
    assert shown["text/html"].count("<polyline") == 2
    assert shown["text/plain"].startswith("30/30 epochs")
    assert replaced
    assert not [o for cell in cells for o in cell if o.get("name") == "stderr"]
    assert not [one for one in data(cells[7]) if "<progress" in one.get("text/html", "")]


def test_the_last_expression_of_a_cell_is_a_table_and_curves(outputs):
    cells, _ = outputs
    (history,) = data(cells[1])
    assert history["text/html"].count("<tr>") == 11
    assert "data:image/svg+xml" in history["text/html"]
    assert history["text/plain"].startswith("History(all 30 epochs are done)")
    (net,) = data(cells[2])
    assert "trained 30 epochs" in net["text/html"]
    assert "0.dense" in net["text/html"]
    (check,) = data(cells[3])
    assert "backward is right" in check["text/html"]
    (norms,) = data(cells[4])
    assert "data:image/svg+xml" in norms["text/html"]
    (figure,) = data(cells[5])
    assert figure["image/png"]


def test_a_comparison_in_a_notebook_shows_progress_and_a_table(outputs):
    cells, _ = outputs
    progress, result = data(cells[6])
    assert "4/4 runs" in progress["text/html"]
    assert "seed" in progress["text/html"]
    assert "No winner" in result["text/html"] or "wins" in result["text/html"]
    assert "<table>" in result["text/html"]
    assert "data:image/svg+xml" in result["text/html"]
