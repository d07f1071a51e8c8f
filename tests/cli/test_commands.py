"""The command line as people and programs use it: what it prints, writes and returns."""

import csv
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import noron
from noron.cli import main
from noron.engines import ENGINES
from noron.engines.native.lowering import kernels
from noron.experiments.recorder import Recorder

SOURCE = str(Path(noron.__file__).parents[1])
QUICK = ["--data", "moons", "--epochs", "2", "--hidden", "8"]
FILES = ["boundary.png", "confusion.png", "history.json", "learning_curves.png"]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of its own for each test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NORON_DEBUG", raising=False)
    return tmp_path


@pytest.fixture
def no_pictures(monkeypatch):
    """Drawing has its own tests, and takes its time."""
    for command in ("train", "output_results", "show"):
        monkeypatch.setattr(f"noron.cli.{command}.can_draw", lambda: False)


def run(*words, **options):
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "noron", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE, "COLUMNS": "100"} | options,
        timeout=120,
        check=False,
    )


def ask(capsys, *words, code=0):
    """The command in this process with --json: its answer."""
    assert main([*map(str, words), "--json"]) == code
    return json.loads(capsys.readouterr().out)


def write_table(path, rows, header):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def irises(n=150, seed=0):
    """Three kinds of flowers, told apart by lengths in different units."""
    rng = np.random.default_rng(seed)
    kinds = np.arange(n) % 3
    width = 5000 + 1000 * kinds + rng.normal(0, 150, n)
    length = 0.02 - 0.005 * kinds + rng.normal(0, 0.0005, n)
    return width, length, np.array(["bristle", "flag", "virginia"])[kinds]


# ---- train


def test_train_leaves_model_history_and_pictures(folder, capsys):
    assert main(["train", *QUICK, "--out", "here"]) == 0
    said = capsys.readouterr()
    assert sorted(os.listdir("here")) == sorted([*FILES, "model.safetensors", "recipe.toml"])
    assert sorted(os.listdir(folder)) == ["here", "runs"]  # in runs/ the store
    assert re.search(r"^end +all 2 epochs are done$", said.out, re.MULTILINE)
    assert re.search(r"^test +accuracy \d+\.\d\d%  loss \d\.\d{4}$", said.out, re.MULTILINE)
    for name in os.listdir("here"):
        assert f"here/{name}" in said.out
    heard = [line.split()[:2] for line in said.err.splitlines()]
    decided = [["rows", "720"], ["settings", "inputs"]]
    assert heard == [*decided, ["epoch", "1/2"], ["epoch", "2/2"]]
    engine = "numpy" if kernels().module is None else "native"
    assert re.search(rf"^engine +{engine}", said.out, re.MULTILINE)
    history = noron.History(**json.loads(Path("here/history.json").read_text()))
    assert history["epoch"] == [1, 2]
    assert noron.load("here/model.safetensors").seed == history.seed == 0


def test_runs_are_numbered_and_nothing_is_written_over(no_pictures, folder):
    for seed in range(3):
        assert main(["train", *QUICK, "--seed", str(seed)]) == 0
    assert {"moons", "moons-2", "moons-3"} < set(os.listdir("runs"))
    seeds = [
        noron.load(f"runs/{name}/model.safetensors").seed
        for name in ("moons", "moons-2", "moons-3")
    ]
    assert seeds == [0, 1, 2]


def test_a_folder_that_is_named_twice_keeps_its_first_model(no_pictures, capsys):
    on_result = [
        ask(capsys, "train", *QUICK, "--seed", str(seed), "--out", "best") for seed in (0, 1)
    ]
    assert [one["model"] for one in on_result] == [
        "best/model.safetensors",
        "best-2/model.safetensors",
    ]
    assert [noron.load(one["model"]).seed for one in on_result] == [0, 1]


def test_a_run_that_has_learnt_nothing_is_told(no_pictures, capsys):
    assert main(["train", *QUICK, "--learning-rate", "30"]) == 0
    printed = capsys.readouterr().err
    assert "no better than guessing" in printed
    assert "too large. Try a smaller one, --learning-rate 3, or --learning-rate auto" in printed
    assert main(["train", *QUICK]) == 0
    assert "guessing" not in capsys.readouterr().err


def test_advice_is_in_the_words_of_the_command_line(no_pictures, capsys):
    on_result = ask(capsys, "train", *QUICK, "--learning-rate", "0.00001")
    assert on_result["advice"][0].endswith("Try a larger one, or --learning-rate auto")
    assert "advice" in Path(on_result["history"]).read_text()


def test_json_is_all_there_is_on_standard_output(no_pictures, capsys):
    on_result = ask(capsys, "train", *QUICK, "--out", "here")
    assert on_result["epochs"] == 2
    assert on_result["engine"].split()[0].strip(";") in ENGINES
    assert [row["epoch"] for row in on_result["rows"]] == [1, 2]
    net = noron.load(on_result["model"])
    X, y = noron.data.moons(n=1000, seed=0)
    x_test, y_test = noron.data.split(X, y, 0.2, seed=0)[2:]
    assert on_result["test"] == pytest.approx(net.evaluate(x_test, y_test))


def test_the_options_reach_the_network(no_pictures, capsys):
    on_result = ask(
        capsys,
        *["train", "--data", "circles", "--hidden", "5,4", "--activation", "tanh"],
        *["--optimizer", "adam", "--l2", "0.01", "--dropout", "0.25", "--batch-norm"],
        *["--standardize", "--epochs", "3", "--batch-size", "100", "--seed", "7"],
        *["--loss", "focal", "--out", "here"],
    )
    net = noron.load(on_result["model"])
    assert [layer.name for layer in net.network.layers] == [
        "standardize",
        *["dense", "batch_norm", "tanh", "dropout"] * 2,
        "dense",
    ]
    assert [W.shape for W in net.weights] == [(2, 5), (5, 4), (4, 2)]
    assert net.loss == noron.Focal()
    assert net.architecture.regularizers == (noron.L2(0.01),)
    assert net.network.layers[4] == noron.Dropout(0.25)
    assert net.seed == 7
    assert on_result["rows"][0]["learning_rate"] == noron.Adam.default_learning_rate


def test_the_rate_is_the_tutorials_unless_another_is_given(no_pictures, capsys):
    for words, rate in (
        (QUICK, 0.1),
        ([*QUICK, "--learning-rate", "0.02"], 0.02),
        (["--data", "sine", "--epochs", "1"], 0.01),
    ):
        on_result = ask(capsys, "train", *words, "--out", "here")
        assert on_result["rows"][0]["learning_rate"] == rate


def test_the_same_seed_is_the_same_run(no_pictures, capsys):
    bits = []
    for seed in (3, 3, 4):
        on_result = ask(capsys, "train", *QUICK, "--seed", seed)
        net = noron.load(on_result["model"])
        bits.append(net.weights[0].tobytes())
    assert bits[0] == bits[1] != bits[2]


def test_patience_stops_early(no_pictures, capsys):
    words = ["train", "--data", "moons", "--hidden", "8", "--epochs", "500", "--patience", "3"]
    on_result = ask(capsys, *words, "--learning-rate", "1", "--out", "here")
    assert on_result["epochs"] < 500
    assert "has not improved for 3 epochs" in on_result["stop_reason"]


@pytest.mark.parametrize("toy", sorted(noron.data.TOYS))
def test_every_toy_trains(toy, no_pictures, capsys):
    on_result = ask(
        capsys, "train", "--data", toy, "--epochs", "3", "--hidden", "8", "--out", "here"
    )
    assert on_result["data"] == toy
    assert ("r2" in on_result["test"]) == (toy == "sine")


def test_mnist_from_its_package_to_pictures_and_back(capsys):
    on_result = ask(
        capsys, "train", "--rows", "500", "--epochs", "15", "--hidden", "32", "--out", "here"
    )
    assert on_result["test"]["accuracy"] > 0.6
    assert sorted(os.path.basename(p) for p in on_result["pictures"]) == [
        "confusion.png",
        "learning_curves.png",
        "weights.png",
        "wrongly_read.png",
    ]
    assert all(Path(p).read_bytes().startswith(b"\x89PNG") for p in on_result["pictures"])
    net = noron.load(on_result["model"])
    assert net.data_name == "mnist"
    x_test, y_test = noron.data.load_mnist()[2:]
    assert net.evaluate(x_test, y_test) == pytest.approx(on_result["test"])


def test_a_run_that_diverges_says_so_and_leaves_a_whole_model(capsys):
    assert main(["train", *QUICK, "--learning-rate", "1e30", "--out", "here"]) == 0
    said = capsys.readouterr()
    assert said.err.count("warning: ") == 1
    assert "The learning rate of 1e+30 is too high" in said.err
    assert "end        the loss stopped being finite" in said.out
    assert noron.load("here/model.safetensors").weights
    assert json.loads(Path("here/history.json").read_text())["diverged"]


def test_numbers_that_json_has_no_word_for_are_null(no_pictures, monkeypatch, capsys):
    """Rows may have an infinite validation loss just before the run is stopped."""

    def infinite(loss, scores, batch):
        return {"loss": float("inf"), "accuracy": float("nan")}

    monkeypatch.setattr("noron.training.evaluation.evaluate", infinite)
    on_result = ask(capsys, "train", *QUICK, "--out", "here")
    assert on_result["rows"][0]["val_loss"] is None
    assert json.loads(Path("here/history.json").read_text())["rows"][0]["val_accuracy"] is None


# ---- files in, predictions out


def test_csv_from_training_to_predictions_by_column_names(no_pictures, capsys):
    width, length, kind = irises()
    write_table("iris.csv", zip(width, length, kind, strict=True), ["width", "length", "kind"])
    on_result = ask(
        capsys,
        *["train", "--data", "iris.csv", "--target", "kind", "--epochs", "30", "--out", "here"],
    )
    assert on_result["test"]["accuracy"] > 0.9
    net = noron.load("here/model.safetensors")
    assert net.feature_names == ("width", "length")
    assert net.target_name == "kind"

    # new rows: another order of the columns, text beside them, no target
    width, length, kind = irises(30, seed=1)
    notes = ["seen, by the pond"] * 30
    write_table("new.csv", zip(notes, length, width, strict=True), ["notes", "length", "width"])
    assert main(["predict", "here/model.safetensors", "new.csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["kind"] for row in rows] == list(net.predict(np.stack([width, length], axis=1)))
    assert np.mean([row["kind"] for row in rows] == kind) > 0.9

    # with the target it measures itself; and the answers may go to a file
    write_table("known.csv", zip(kind, length, width, strict=True), ["kind", "length", "width"])
    words = ["predict", "here/model.safetensors", "known.csv", "--proba", "--out", "answers.csv"]
    assert main(words) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert re.search(r"^accuracy \d+\.\d\d%$", said.err, re.MULTILINE)
    with open("answers.csv", newline="") as file:
        answers = list(csv.DictReader(file))
    assert list(answers[0]) == ["kind", "p(bristle)", "p(flag)", "p(virginia)"]
    for row in answers:
        assert sum(float(row[f"p({k})"]) for k in set(kind)) == pytest.approx(1, abs=1e-5)

    on_result = ask(capsys, "predict", "here/model.safetensors", "known.csv", "--proba")
    assert on_result["prediction"] == [row["kind"] for row in answers]
    assert np.shape(on_result["probabilities"]) == (30, 3)
    assert on_result["measured"]["accuracy"] > 0.9

    # a target that nobody knows yet is said to be one, and does no harm
    write_table("asked.csv", zip("?" * 30, length, width, strict=True), ["kind", "length", "width"])
    assert main(["predict", "here/model.safetensors", "asked.csv"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 31
    assert said.err.startswith("not measured: y holds the label '?'")


def test_columns_can_be_left_out(no_pictures, capsys):
    width, length, kind = irises()
    notes = [("by the pond", "in the shade")[i % 2] for i in range(len(kind))]
    header = ["notes", "width", "length", "kind"]
    write_table("iris.csv", zip(notes, width, length, kind, strict=True), header)
    words = ["train", "--data", "iris.csv", "--target", "kind", "--epochs", "30"]
    assert main(words) == 0
    assert "notes   2 categories (by the pond, in the shade)" in capsys.readouterr().err
    on_result = ask(capsys, *words, "--drop", "notes")
    assert on_result["test"]["accuracy"] > 0.9
    assert noron.load(on_result["model"]).feature_names == ("width", "length")
    on_result = ask(capsys, "predict", on_result["model"], "iris.csv")
    assert on_result["measured"]["accuracy"] > 0.9


def test_numbers_from_a_csv_are_predicted_in_their_own_unit(no_pictures, capsys):
    width, length, _ = irises()
    price = 40 * width - 1e7 * length
    write_table("p.csv", zip(width, length, price, strict=True), ["width", "length", "price"])
    words = ["--data", "p.csv", "--target", "price", "--epochs", "40"]
    on_result = ask(capsys, "train", *words, "--out", "here")
    assert on_result["test"]["r2"] > 0.95
    on_result = ask(capsys, "predict", "here/model.safetensors", "p.csv")
    np.testing.assert_allclose(on_result["prediction"], price, atol=0.5 * price.std())
    assert on_result["measured"]["r2"] > 0.95
    assert main(["predict", "here/model.safetensors", "p.csv", "--proba"]) == 2
    assert "proba is for classes" in capsys.readouterr().err


@pytest.mark.parametrize("one_hot", [False, True])
def test_npz_in_and_out(one_hot, no_pictures, capsys):
    X, y = noron.data.blobs(n=120, seed=0)
    np.savez("blobs.npz", X=X, y=np.eye(3)[y] if one_hot else y)
    np.savez("new.npz", X=X[:10])
    on_result = ask(capsys, "train", "--data", "blobs.npz", "--epochs", "20", "--out", "here")
    assert on_result["test"]["accuracy"] > 0.9
    on_result = ask(capsys, "predict", "here/model.safetensors", "new.npz")
    assert on_result["measured"] == {}
    assert np.mean(on_result["prediction"] == y[:10]) > 0.8


# ---- show, compare, gradcheck, info


def test_show_prints_the_layers_and_draws(capsys):
    assert main(["train", *QUICK, "--out", "here"]) == 0
    capsys.readouterr()
    assert main(["show", "here/model.safetensors", "--out", "drawn"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(noron.load("here/model.safetensors").summary())
    assert sorted(os.listdir("drawn")) == ["boundary.png", "confusion.png", "network.png"]
    on_result = ask(capsys, "show", "here/model.safetensors")
    assert on_result["loss"]["name"] == "cross_entropy"
    assert "here/network.png" in on_result["pictures"]


def test_compare_trains_the_grid_and_draws_one_picture(capsys):
    grid = ["--hidden", "4", "--hidden", "8,8", "--learning-rate", "0.05", "--learning-rate", "0.5"]
    grid += ["--activation", "relu", "--activation", "tanh"]
    on_result = ask(capsys, "compare", "--data", "moons", "--epochs", "2", *grid)
    assert len(on_result["runs"]) == 8
    assert len({run["name"] for run in on_result["runs"]}) == 8
    settings = {
        (*r["settings"]["hidden"], r["settings"]["learning_rate"], r["settings"]["activation"])
        for r in on_result["runs"]
    }
    assert len(settings) == 8
    assert all(len(run["rows"]) == 2 for run in on_result["runs"])
    best = max(on_result["runs"], key=lambda run: run["last"]["val_accuracy"])
    assert on_result["best"] == best["name"]
    assert on_result["folder"] == "runs/moons-compare"
    names = ["all_settings", "curves_val_accuracy", "curves_val_loss", "scores"]
    pictures = [f"{name}.png" for name in names]
    files = sorted(os.listdir(on_result["folder"]))
    assert files == sorted([*pictures, "report.html", "report.md", "results.json"])


def test_compare_prints_a_table_with_the_best_marked(no_pictures, capsys):
    words = ["compare", "--data", "moons", "--epochs", "3", "--hidden", "8", "--learning-rate"]
    assert main([*words, "0.0001", "--learning-rate", "0.5"]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].split()[0] == "choice"
    assert "0.5" in lines[1]
    assert "0.0001" in lines[2]
    assert re.search(r"^learning_rate 0\.5 leads .* try --seeds 5", lines[3])
    assert re.search(r"^on the test rows: loss", lines[4])
    assert re.search("^2 runs: 2 choices$", said.err, re.MULTILINE)
    assert re.search("^2/2  learning_rate 0.5  val_accuracy", said.err, re.MULTILINE)


def test_compare_goes_on_where_a_run_diverges(no_pictures, capsys):
    words = ["compare", "--data", "moons", "--epochs", "2", "--hidden", "8", "--learning-rate"]
    on_result = ask(capsys, *words, "1e30", "--learning-rate", "0.1", "--learning-rate", "0.2")
    assert [run["settings"]["learning_rate"] for run in on_result["runs"]] == [1e30, 0.1, 0.2]
    assert [run["status"] for run in on_result["runs"]] == ["diverged", "done", "done"]
    by_name = {run["name"]: run["settings"]["learning_rate"] for run in on_result["runs"]}
    rate = by_name[on_result["best"]]
    alone = ask(capsys, *words, rate)
    assert alone["test"] == on_result["test"]
    assert main([*words, "1e30"]) == 2
    assert "noron: no run finished an epoch" in capsys.readouterr().err


def test_gradcheck_names_the_worst_weight(capsys, monkeypatch):
    assert main(["gradcheck", "--batch-norm", "--l2", "0.1", "--dropout", "0.2"]) == 0
    assert "backward is right" in capsys.readouterr().out
    on_result = ask(capsys, "gradcheck", "--loss", "huber", "--activation", "gelu")
    assert on_result["passed"]
    assert all(tensor["error"] < 1e-7 for tensor in on_result["tensors"])
    monkeypatch.setattr(noron.Tanh, "df", lambda self, z, a: 1 - a)
    assert main(["gradcheck"]) == 1
    assert re.search(r"backward is WRONG: worst .* in \d\.dense\.[Wb]", capsys.readouterr().out)


def test_info_lists_what_is_registered(capsys):
    on_result = ask(capsys, "info")
    assert on_result["noron"] == noron.__version__
    assert on_result["numpy"].startswith(np.__version__)
    assert "relu" in on_result["names"]["activation"]
    assert main(["info"]) == 0
    said = capsys.readouterr().out
    for name in ("adamw", "one_cycle", "focal", "orthogonal", "max_norm"):
        assert name in said


# ---- the command as a process


def test_python_m_noron_and_version():
    done = run("--version")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, noron.__version__, "")
    done = run()
    assert done.returncode == 0
    assert "Usage: noron COMMAND" in done.stdout
    done = run("trian")
    assert done.returncode == 2
    assert done.stderr.startswith("noron: ")
    assert done.stderr.count("\n") == 1


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from noron.cli import main; assert main(['--help']) == 0; "
        "heavy = {'matplotlib', 'sklearn', 'scipy', 'pandas', 'safetensors', 'noron.plotting'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE},
        check=True,
    )
    for command in ("train", "predict", "show", "compare", "gradcheck", "ladder", "info"):
        assert re.search(rf"\b{command}\b", done.stdout)
    assert done.stderr.strip() == "[]"


def test_without_matplotlib_training_works_and_says_how_to_get_pictures(folder):
    blocked = folder / "blocked"
    (blocked / "matplotlib").mkdir(parents=True)
    (blocked / "matplotlib" / "__init__.py").write_text("raise ImportError('not here')\n")
    done = run("train", *QUICK, "--out", "here", PYTHONPATH=f"{blocked}{os.pathsep}{SOURCE}")
    assert done.returncode == 0
    assert sorted(os.listdir("here")) == ["history.json", "model.safetensors", "recipe.toml"]
    assert "no pictures" in done.stderr
    assert "pip install 'noron[plots]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_ctrl_c_keeps_what_was_learnt_and_exits_with_130():
    words = ["train", "--data", "moons", "--epochs", "1000000", "--hidden", "8", "--out", "here"]
    process = subprocess.Popen(
        [sys.executable, "-m", "noron", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE},
        # a suite that runs in the background of a shell hands down that Ctrl-C is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        for start in ("rows ", "settings ", *["epoch "] * 3):  # it is in the middle of training
            assert process.stderr.readline().startswith(start)
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=120)
        finally:
            process.kill()
    assert process.returncode == 130
    assert "Traceback" not in err
    assert re.search(r"interrupted after epoch \d+; the weights so far are kept", out + err)
    assert re.search(r"^run +1: noron resume 1 goes on, to the same bits", out, re.MULTILINE)
    history = json.loads(Path("here/history.json").read_text())
    assert history["interrupted"]
    assert len(history["rows"]) >= 3
    assert noron.load("here/model.safetensors").trained


def test_ctrl_c_outside_of_training_exits_with_130_and_says_so():
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "noron", "ladder", "--steps", "1000000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE, "PYTHONVERBOSE": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with process:
        for line in process.stderr:  # until the command's own module is there
            if "import 'noron.cli.ladder'" in line:
                break
        process.send_signal(signal.SIGINT)
        try:
            _, err = process.communicate(timeout=120)
        finally:
            process.kill()
    assert process.returncode == 130
    assert "noron: interrupted" in err
    assert "Traceback" not in err


def test_ctrl_c_in_this_process(no_pictures, monkeypatch, capsys):
    def ctrl_c(self, done):
        if done > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(noron.Progress, "tick", ctrl_c)
    assert main(["train", *QUICK, "--out", "here"]) == 130
    assert "interrupted after epoch 1" in capsys.readouterr().out
    monkeypatch.setattr(Recorder, "__call__", lambda self, row: ctrl_c(self, row["epoch"]))
    words = ["compare", "--data", "moons", "--epochs", "2", "--learning-rate", "0.1"]
    assert main([*words, "--learning-rate", "0.2", "--out", "there"]) == 130
    results = json.loads(Path("there/results.json").read_text())
    assert [run["status"] for run in results["runs"]] == ["interrupted"]


@pytest.mark.parametrize("words", [["info"], ["train", "--help"], ["ladder", "--steps", "2"]])
def test_a_closed_pipe_is_met_in_silence(words):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "noron", *words],
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE},
        check=False,
    )
    os.close(write)
    assert done.stderr == ""
    assert done.returncode == 0


def test_in_a_terminal_there_is_a_bar_and_errors_are_red():
    def in_terminal(*words):
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "noron", *words],
            stdout=subprocess.DEVNULL,
            stderr=follower,
            env=os.environ | {"PYTHONPATH": SOURCE, "TERM": "xterm-256color", "COLUMNS": "120"},
        )
        os.close(follower)
        shown = b""
        while select.select([leader], [], [], 60)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # Linux: the other side is closed
                break
            if not piece:
                break
            shown += piece
        os.close(leader)
        return process.wait(timeout=60), shown.decode()

    code, shown = in_terminal("train", *QUICK, "--out", "here")
    assert code == 0
    assert "━" in shown
    assert "2/2" in shown
    code, shown = in_terminal("train", "--epochs", "0")
    assert code == 2
    assert re.fullmatch(r"\x1b\[31mnoron: epochs is 0: .*\x1b\[0m\r\n", shown)
