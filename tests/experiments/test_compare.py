"""Comparisons: every run once, nothing done again, and a report that needs nothing else."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import noron
from noron.cli import main
from noron.core.errors import SettingError
from noron.experiments import recorder
from noron.experiments.comparison import Grid, compare, run_grid
from noron.experiments.comparison.report import command_of, panels_of
from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store, tidying

SOURCE = str(Path(noron.__file__).parents[1])
BASE = RunSpec(data="moons", epochs=3, hidden=[4])
AXES = {"hidden": [[4], [8, 4]], "activation": ["relu", "tanh"]}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_comparison_is_its_runs(folder):
    found = compare(BASE, AXES, seeds=3, store="s.sqlite")
    assert len(found.runs) == 12
    assert [run.status for run in found.runs] == ["done"] * 12
    table = np.array(found.scores())
    for run in found.runs[::5]:
        alone = execute(run.spec, Sources())
        assert alone.history.rows[-1]["val_accuracy"] == table[run.key.choice, run.key.repeat]
        held_out = run.spec.split_seed
        assert held_out == 0  # the same rows for all
    assert found.best.name == found.grid.choices[int(table.mean(axis=1).argmax())].name
    first = next(r for r in found.runs_of(found.evidence.best) if r.key.repeat == 0)
    assert found.test == execute(first.spec, Sources()).test()
    assert found.conclusion.startswith(("No winner", found.best.name))
    assert str(found).endswith(found.conclusion)


def test_what_is_there_is_not_done_again(monkeypatch):
    first = compare(BASE, AXES, seeds=2, store="s.sqlite")
    monkeypatch.setattr(recorder, "execute", lambda *a, **k: pytest.fail("it was trained again"))
    on_result = []
    again = compare(BASE, AXES, seeds=2, store="s.sqlite", on_result=lambda *a: on_result.append(a))
    assert again.scores() == first.scores()
    assert again.test == first.test
    assert all(run.reused for run in again.runs)
    assert [number for _, number, _ in on_result] == list(range(1, 9))
    with Reader("s.sqlite") as reader:
        assert len(reader.find()) == 8


def test_one_more_value_runs_only_what_is_new(monkeypatch):
    compare(BASE, {"hidden": [[4], [8]]}, store="s.sqlite")
    wider = compare(BASE, {"hidden": [[4], [8], [9]]}, store="s.sqlite")
    assert [run.reused for run in wider.runs] == [True, True, False]
    assert [run.run for run in wider.runs] == [1, 2, 3]
    grid = Grid.of(BASE, {"hidden": [[4], [8]]}, 1, None)
    anew = run_grid(grid, metric=None, store="s.sqlite", on_result=lambda *a: None, again=True)
    assert [run.run for run in anew.runs] == [4, 5]
    monkeypatch.setenv("NORON_THREADS", "3")  # another machine, as far as bits are concerned
    elsewhere = compare(BASE, {"hidden": [[4], [7]]}, store="s.sqlite")
    assert [run.reused for run in elsewhere.runs] == [False, False]


def test_what_is_deleted_is_run_again():
    compare(BASE, {"hidden": [[4], [8]]}, store="s.sqlite")
    with Store("s.sqlite") as store:
        tidying.delete(store.connection, [1])
    again = compare(BASE, {"hidden": [[4], [8]]}, store="s.sqlite")
    assert [run.run for run in again.runs] == [3, 2]
    assert [run.run for run in compare(BASE, {"hidden": [[4], [8]]}, store="s.sqlite").runs] == [
        3,
        2,
    ]


def test_folds_hold_out_each_row_once():
    found = compare(BASE, {"activation": ["relu", "tanh"]}, folds=4, store=None)
    assert len(found.runs) == 8
    assert found.repeated == "folds"
    assert {run.spec.fold for run in found.runs} == {1, 2, 3, 4}


def test_a_run_that_fails_is_told_of_and_the_rest_goes_on(monkeypatch):
    true = recorder.execute

    def out_of_memory(spec, sources, **options):
        if spec.hidden == (8,):
            raise MemoryError("no room for 8 units")
        return true(spec, sources, **options)

    monkeypatch.setattr(recorder, "execute", out_of_memory)
    with pytest.warns(noron.TrainingWarning):
        found = compare(
            BASE, {"hidden": [[4], [8]], "learning_rate": [0.1, 1e30]}, seeds=2, store="s.sqlite"
        )
    by_name = {choice.name: found.runs_of(i) for i, choice in enumerate(found.grid.choices)}
    assert [run.status for run in by_name["8 rate 0.1"]] == ["failed", "failed"]
    assert "MemoryError: no room for 8 units" in by_name["8 rate 0.1"][0].reason
    assert [run.status for run in by_name["4 rate 1e+30"]] == ["diverged", "diverged"]
    assert found.best.name == "4 rate 0.1"
    assert "only choice with a score" in found.conclusion
    assert found.to_html()
    with Reader("s.sqlite") as reader:
        failed = reader.runs(reader.find("status = failed"))
        assert [run.reason for run in failed] == ["MemoryError: no room for 8 units"] * 4


@pytest.mark.parametrize(
    ("axes", "more", "says"),
    [
        ({"hiden": [[4]]}, {}, "did you mean 'hidden'"),
        ({"hidden": 4}, {}, "give a list of values"),
        ({"hidden": "64"}, {}, "give a list of values"),
        ({"hidden": []}, {}, "give a list of values"),
        ({"seed": [1, 2]}, {}, "unknown setting to compare 'seed'"),
        ({"hidden": [[4], [0]]}, {}, "hidden is 0"),
        ({"l2": np.linspace(0, 1, 200_000).tolist()}, {}, "noron search|at most 100,000 runs"),
        ({}, {"seeds": 0}, "seeds is 0"),
        ({}, {"seeds": [1, 1]}, "each seed once"),
        ({}, {"seeds": 2, "folds": 2}, "give one of them"),
        ({}, {"folds": 1}, "folds is 1"),
        ({}, {"metric": "val_f1"}, "unknown metric 'val_f1'"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_before_anything_is_made(folder, axes, more, says):
    with pytest.raises(SettingError, match=says):
        compare(BASE, axes, store="s.sqlite", **more)
    assert list(folder.iterdir()) == []


def test_a_value_given_twice_is_one_choice():
    grid = Grid.of(BASE, {"hidden": ["4", [4], 4], "optimizer": ["sgd", {"name": "sgd"}]}, 1, None)
    assert len(grid) == 1


# ---------------------------------------------------------------------------- the report


@pytest.fixture(scope="module")
def large():
    axes = {
        "hidden": [[4], [8], [8, 4]],
        "activation": ["relu", "tanh", "sigmoid"],
        "learning_rate": [0.01, 0.1, 0.5],
    }
    return compare(BASE, axes, seeds=2, store=None)


def test_the_report_is_one_page_that_asks_for_nothing(large):
    page = large.to_html()
    assert len(page) < 1_000_000
    addresses = re.findall(r'(?:src|href|srcset|action)\s*=\s*"([^"]{0,40})', page)
    assert addresses
    assert all(address.startswith("data:image/svg+xml;base64,") for address in addresses)
    assert "<script" not in page
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org)", page)
    assert "prefers-color-scheme: dark" in page
    assert 'name="viewport"' in page
    assert large.conclusion in page
    for choice in large.grid.choices:
        assert choice.name in page


def test_names_with_marks_of_html_stay_words(large):
    odd = compare(BASE, {"regularizers": [[], ["l1"]]}, store=None)
    odd.data = "<script>alert(1)</script>"
    assert "<script>" not in odd.to_html()


def test_small_multiples_show_every_choice_once(large):
    panels, names = panels_of(large)
    shown = [i for choices in panels.values() for i in choices]
    assert sorted(shown) == list(range(27))
    assert all(len({names[i] for i in choices}) == len(choices) for choices in panels.values())
    assert all(len(choices) <= 9 for choices in panels.values())


def test_markdown_and_json_say_the_same(large, folder):
    files = large.save(folder / "report")
    assert sorted(file.name for file in files) == ["report.html", "report.md", "results.json"]
    on_result = json.loads((folder / "report" / "results.json").read_text())
    assert on_result["conclusion"] == large.conclusion
    assert len(on_result["runs"]) == 54
    assert on_result["choices"][0]["name"] == large.best.name
    text = (folder / "report" / "report.md").read_text()
    assert large.conclusion in text
    assert text.count("\n| ") == 29  # a header, a rule, 27 choices
    assert RunSpec.from_toml(text.partition("```toml\n")[2].partition("```")[0])


# ---------------------------------------------------------------------------- the command

WORDS = ["compare", "--data", "moons", "--epochs", "1000", "--hidden", "16,16", "--engine", "numpy"]


def begun(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "noron", *WORDS, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_two_at_once_and_one_interrupted_goes_on_where_it_was(folder):
    """The interrupted one repeats nothing of what it had done, and both come out right."""
    by_itself = [
        "--set",
        "schedule=reduce_on_plateau",
    ]  # in a stack all would end at nearly the same time
    first = ["--learning-rate", 0.1, "--learning-rate", 0.2, "--seeds", 3, "--out", "one"]
    second = ["--learning-rate", 0.3, "--learning-rate", 0.4, "--seeds", 2, "--out", "two"]
    first, second = first + by_itself, second + by_itself
    stopped, other = begun(*first), begun(*second)
    for line in stopped.stderr:
        if re.match(r"\s*1/6 ", line):
            break
    stopped.send_signal(signal.SIGINT)
    _, rest = stopped.communicate(timeout=60)
    assert stopped.returncode == 130, rest
    other.communicate(timeout=120)
    assert other.returncode == 0
    with Reader("runs/noron.sqlite") as reader:
        done = set(reader.find("status = done and learning_rate in (0.1, 0.2)"))
        assert 1 <= len(done) < 6
        assert len(reader.find("status = interrupted")) <= 1
    again = begun(*first)
    _, error = again.communicate(timeout=120)
    assert again.returncode == 0, error
    assert error.count("kept from before") == len(done)
    with Reader("runs/noron.sqlite") as reader:
        mine = reader.runs(reader.find("status = done and learning_rate in (0.1, 0.2)"))
        theirs = reader.runs(reader.find("status = done and learning_rate in (0.3, 0.4)"))
        assert done < {run.id for run in mine}
        assert sorted((r.spec.learning_rate, r.spec.seed) for r in mine) == [
            (rate, seed) for rate in (0.1, 0.2) for seed in range(3)
        ]
        assert len({(r.spec.learning_rate, r.spec.seed) for r in theirs}) == len(theirs) == 4
    for name, count in (("one-2", 6), ("two", 4)):
        on_result = json.loads(Path(name, "results.json").read_text())
        assert len(on_result["runs"]) == count
        assert not on_result["interrupted"]
        for run in on_result["runs"][:2]:
            spec = next(r.spec for r in mine + theirs if r.id == run["run"])
            alone = execute(spec, Sources())
            assert alone.history.rows[-1]["val_loss"] == run["last"]["val_loss"]


def test_many_runs_are_told_of_and_asked_for(folder, capsys):
    rates = [word for i in range(201) for word in ("--learning-rate", str(0.001 * (i + 1)))]
    words = ["compare", "--data", "moons", "--epochs", "1", "--hidden", "2", *rates]
    started = time.monotonic()
    assert main(words) == 2
    description = capsys.readouterr().err
    assert re.search(
        r"these options make 201 runs, about \d+ (s|min): give fewer values, or --yes", description
    )
    assert time.monotonic() - started < 60
    assert not Path("runs/noron.sqlite").exists()
    assert main([*words, "--yes", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["runs"]) == 201


def test_a_recipe_with_axes_from_the_command_line_and_the_environment(folder, capsys, monkeypatch):
    Path("r.toml").write_text('data = "moons"\nhidden = [3]\nepochs = 2\nactivation = "tanh"\n')
    monkeypatch.setenv("NORON_EPOCHS", "1")
    words = ["compare", "r.toml", "--set", "l2=0", "--set", "l2=0.1", "--hidden", "5", "--json"]
    assert main(words) == 0
    on_result = json.loads(capsys.readouterr().out)
    assert on_result["axes"] == {"l2": [0.0, 0.1]}
    assert on_result["base"]["hidden"] == [5]
    assert on_result["base"]["epochs"] == 1
    assert on_result["base"]["activation"] == "tanh"


def test_networks_are_kept_for_the_test_while_they_are_small(monkeypatch):
    axes = {"hidden": [[4], [8]]}
    trained = []
    for module in ("run", "recorder"):
        monkeypatch.setattr(
            f"noron.experiments.{module}.execute",
            lambda *given, **more: trained.append(given) or execute(*given, **more),
        )
    kept = compare(BASE, axes, store=None)
    before = len(trained)
    monkeypatch.setattr("noron.experiments.comparison.run.MOST_KEPT", 0)
    again = compare(BASE, axes, store=None)
    assert before == 2
    assert len(trained) - before == 3  # and the best once more
    assert kept.test == again.test


def test_the_page_prints_the_command_that_repeats_it() -> None:
    grid = Grid.of(
        RunSpec(data="moons", epochs=2), {"hidden": [[4], [8, 4]], "l2": [0, 0.1]}, 3, None
    )
    assert command_of(grid) == (
        "noron compare --data moons --epochs 2 --hidden 4 --hidden 8,4 --l2 0 --l2 0.1 --seeds 3"
    )
    folded = Grid.of(RunSpec(data="moons", optimizer={"name": "adam"}), {"l2": [0, 1]}, 1, 5)
    assert command_of(folded).endswith("--l2 0 --l2 1 --folds 5")
