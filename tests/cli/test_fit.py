"""`noron fit`: from a table to a report and a model, and the model to new rows."""

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from noron.cli import main
from noron.experiments.run import digest_of

pytest.importorskip("sklearn")
EXAMPLE = Path(__file__).parents[2] / "examples" / "passengers.csv"
QUICK = ("--folds", "2")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.fixture
def houses():
    """Prices in a file with semicolons and decimal commas."""
    rng = np.random.default_rng(0)
    size, town = rng.uniform(40, 200, 120), rng.choice(["Hue", "Vinh"], 120)
    price = 1.5 * size + 40 * (town == "Hue") + rng.normal(0, 5, 120)
    lines = [
        f"{s:.1f};{t};{p:.2f}".replace(".", ",") for s, t, p in zip(size, town, price, strict=True)
    ]
    Path("houses.csv").write_text("size;town;price\n" + "\n".join(lines) + "\n")


def test_the_passengers_get_a_report_and_a_model(folder, capsys):
    assert main(["fit", str(EXAMPLE), "--target", "survived", "--out", "out", *QUICK]) == 0
    said = capsys.readouterr()
    assert "gradient boosting" in said.out
    assert "'passenger_id'" in said.out
    assert "survived is taken for classes" in said.err
    names = {path.name for path in (folder / "out").iterdir()}
    assert names == {"report.html", "report.json", "model.safetensors"}
    data = json.loads((folder / "out" / "report.json").read_text())
    assert data["scores"]["network"]["accuracy"]["mean"] > 0.65
    assert main(["predict", "out/model.safetensors", str(EXAMPLE), "--proba"]) == 0
    said = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert len(rows) == 900
    assert float(rows[0]["p(no)"]) + float(rows[0]["p(yes)"]) == pytest.approx(1, abs=1e-5)
    assert "accuracy" in said.err


def test_names_that_are_formulas_elsewhere_lose_no_fit(folder, capsys):
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=80), rng.random(80)
    label = np.where(a > 0, "cheap ($_$)", "dear")
    write("t.csv", ["rate $_$", "b", "y"], zip(a, b, label, strict=True))
    assert main(["fit", "t.csv", "--target", "y", "--out", "o", "--seconds", "2", *QUICK]) == 0
    names = {path.name for path in Path("o").iterdir()}
    assert names == {"report.html", "report.json", "model.safetensors"}
    assert "not drawn" not in Path("o/report.html").read_text(encoding="utf-8")


def test_what_cannot_be_drawn_or_written_takes_no_model_with_it(folder, monkeypatch, capsys):
    from noron import plotting
    from noron.estimators.reports.report import Report

    def fails(*given, **options):
        raise RuntimeError("no ink")

    words = ["fit", str(EXAMPLE), "--target", "survived", "--seconds", "2", *QUICK]
    with monkeypatch.context() as patch:
        patch.setattr(plotting, "plot_scores", fails)
        assert main([*words, "--out", "one"]) == 0
    assert "no ink" in Path("one/report.html").read_text(encoding="utf-8")
    monkeypatch.setattr(Report, "save", fails)
    assert main([*words, "--out", "two"]) == 1
    assert Path("two/model.safetensors").exists()


def test_numbers_with_decimal_commas_are_predicted_as_numbers(houses, capsys):
    assert main(["fit", "houses.csv", "--target", "price", "--out", "out", "--json", *QUICK]) == 0
    said = capsys.readouterr()
    assert "price is taken for numbers" in said.err
    assert said.err.count("with a decimal comma") == 1
    data = json.loads(said.out)
    assert data["scores"]["network"]["r2"]["mean"] > 0.8
    assert data["files"] == ["out/report.html", "out/report.json", "out/model.safetensors"]
    assert main(["predict", "out/model.safetensors", "houses.csv", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["measured"]["r2"] > 0.9
    assert len(answer["prediction"]) == 120
    assert main(["show", "out/model.safetensors"]) == 0
    shown = capsys.readouterr().out
    assert "TableRegressor of price" in shown
    assert "decimal comma" in shown
    assert main(["show", "out/model.safetensors", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["networks"] == 4


def test_the_networks_are_runs_of_the_store_that_only_fit_repeats(houses, capsys):
    words = ["fit", "houses.csv", "--target", "price", "--out", "out", "--store", "s.sqlite"]
    assert main([*words, "--json", *QUICK]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["runs"] == [1, 2, 3, 4]
    assert main(["runs", "list", "--store", "s.sqlite", "--json", "command = fit"]) == 0
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert {(run["settings"]["data"], run["settings"]["target"]) for run in runs} == {
        ("houses.csv", "price")
    }
    assert len({run["digest"] for run in runs}) == 4
    from noron.estimators import load

    model = load("out/model.safetensors")
    assert {run["digest"] for run in runs} == set(map(digest_of, model.members_))
    answers = []
    for name in ("2", str(told["files"][-1])):
        assert main(["predict", name, "houses.csv", "--store", "s.sqlite"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    for run in runs:
        assert run["status"] == "done"
        assert 0 < run["seconds"] < 60
        assert run["results"]["val_r2"] > 0.8
        mean = told["scores"]["network"]["r2"]["mean"]
        assert run["results"]["cross_validated_r2"] == pytest.approx(mean)
    assert main(["runs", "list", "--store", "s.sqlite"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("houses", "price", "seconds", "cross_validated_r2"))
    assert main(["repeat", "2", "--store", "s.sqlite"]) == 2
    assert "noron fit houses.csv --target price" in capsys.readouterr().err
    assert main([*words, *QUICK]) == 0  # which repeats them to the bit
    capsys.readouterr()
    assert main(["runs", "list", "--store", "s.sqlite", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)["runs"]
    assert [run["digest"] for run in again[:4]] == [run["digest"] for run in again[4:]]


def test_new_rows_need_no_target_and_may_hold_unseen_words(houses, capsys):
    assert main(["fit", "houses.csv", "--target", "price", "--out", "out", *QUICK]) == 0
    capsys.readouterr()
    Path("new.csv").write_text("town;size\nDalat;80,5\nHue;\n")
    assert main(["predict", "out/model.safetensors", "new.csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "price"
    assert len(lines) == 3


def test_results_that_are_there_already_are_left_alone(houses, capsys):
    for _ in range(2):
        assert main(["fit", "houses.csv", "--target", "price", "--out", "out", *QUICK]) == 0
    assert Path("out-2/report.html").exists()
    assert "out already holds results" in capsys.readouterr().err


def test_kinds_and_dropped_columns_are_obeyed(houses, capsys):
    words = ["--kind", "town=embedded", "--drop", "size", "--json"]
    assert main(["fit", "houses.csv", "--target", "price", "--out", "out", *QUICK, *words]) == 0
    columns = json.loads(capsys.readouterr().out)["columns"]
    assert list(columns) == ["town"]
    assert columns["town"].endswith("as learnt vectors")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("moment", ["fold 1/", "fold 2/", "the model of all rows"])
def test_one_interrupt_ends_it_and_leaves_nothing(moment, folder):
    """Whatever it is at: a network, a baseline, the last model."""
    words = [sys.executable, "-m", "noron", "fit", str(EXAMPLE), "--target", "survived", *QUICK]
    with subprocess.Popen(
        [*words, "--out", "o"], encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as fit:  # fmt: skip
        while moment not in (line := fit.stderr.readline()):
            assert line
        fit.send_signal(signal.SIGINT)
        said, errors = fit.communicate(timeout=60)
    assert fit.returncode == 130
    assert "interrupted in " + moment in errors
    assert "no model, no report" in errors
    assert not said
    assert not Path("o").exists()


def test_file_and_column_are_looked_for_before_scikit_learn_is_imported(houses):
    code = "import sys; from noron.cli import main; rc = main(sys.argv[1:]);"
    code += "print(rc, 'sklearn' in sys.modules)"
    for words in (["nope.csv", "--target", "y"], ["houses.csv", "--target", "prise"]):
        found = subprocess.run(
            [sys.executable, "-c", code, "fit", *words], capture_output=True, encoding="utf-8"
        )
        assert found.stdout == "2 False\n", found.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["houses.csv", "--target", "prise"], "did you mean 'price'"),
        (["nothing.csv", "--target", "y"], "nothing.csv"),
        (["houses.csv"], "--target"),
        (["houses.csv", "--target", "price", "--drop", "twon"], "town"),
        (["houses.csv", "--target", "price", "--kind", "size"], "COLUMN=KIND"),
        (["houses.csv", "--target", "price", "--kind", "size=words"], "category"),
        (["houses.csv", "--target", "price", "--kind", "sise=category"], "size"),
        (["houses.csv", "--target", "price", "--task", "words"], "classes"),
        (["houses.csv", "--target", "town", "--task", "numbers"], "TableClassifier"),
        (["houses.csv", "--target", "price", "--folds", "1"], "folds"),
        (["houses.csv", "--target", "price", "--folds", "500"], "fewer than the 500 folds"),
        (["houses.csv", "--target", "price", "--time-limit", "0"], "time_limit"),
    ],
)
def test_bad_words_get_one_line_and_leave_nothing(words, says, houses, folder, capsys):
    before = set(folder.iterdir())
    assert main(["fit", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    line = [line for line in said.err.splitlines() if line.startswith("noron: ")]
    assert len(line) == 1
    assert says in line[0]
    assert "Traceback" not in said.err
    assert set(folder.iterdir()) == before


def test_the_model_is_signed(houses, folder):
    pytest.importorskip("cryptography")
    assert main(["sign", "--new-key", "mine"]) == 0
    words = ["--target", "price", "--folds", "2", "--time-limit", "3", "--out", "signed"]
    assert main(["fit", "houses.csv", *words, "--sign", "mine"]) == 0
    model = ["signed/model.safetensors", "--trusted", "mine.pub"]
    assert main(["show", *model]) == main(["verify", *model]) == 0
