"""The benchmarks' own machinery: a fault in a peer is caught, the protocol holds, tables are right.

No clock decides here, and no peer has to be installed: the peers of these tests are noron itself
and small modules written into a temporary folder.
"""

import doctest
import importlib
import io
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT))  # benchmarks/ is no part of the package

from benchmarks import (  # noqa: E402
    __main__,
    claims,
    figures,
    instruction_sets,
    kernels,
    quiet,
    race,
    race_to,
    report,
)
from benchmarks import run as run_module  # noqa: E402
from benchmarks.cases import CASES, GRID, Bar, Case, chosen  # noqa: E402
from benchmarks.figures import ratio  # noqa: E402
from benchmarks.job import Job, Settings, first_weights  # noqa: E402
from benchmarks.peers import NORON, PEERS, REFERENCE, PeerSpec  # noqa: E402
from benchmarks.protocol import (  # noqa: E402
    AbsentError,
    FailedError,
    UnpublishableError,
    Worker,
)
from benchmarks.race import Times  # noqa: E402
from benchmarks.rows import make_rows  # noqa: E402
from benchmarks.run import Session  # noqa: E402
from benchmarks.validate import Answer, Trial, make_job, pruning_hook, trials, validate  # noqa: E402
from benchmarks.worker import Server, answers  # noqa: E402

SMALL = Case(
    name="small",
    show=0,
    title="8-6-3, batch 8",
    data="noise",
    layers=(8, 6, 3),
    rows=20,
    batch_size=8,
    bars=(Bar("sklearn", 1),),
    families=("noron", "sklearn"),
)
JUDGE = PeerSpec(REFERENCE, "noron", NORON, {"NORON_ENGINE": "reference"})

# A peer that is noron with one thing wrong, and peers that break.
FAULTS = {
    "no_partial_batch": "self.job = replace(self.job, X=self.X[:16], y=self.job.y[:16])",
    "no_penalty": "self.settings = replace(self.settings, l2=0.0)",
    "rate_too_high": "self.settings = replace(self.settings, learning_rate=0.101)",
    "rows_in_another_order": "self.job = replace(self.job, y=self.job.y[::-1].copy())",
    "one_weight_off": "self.job.weights[0][0, 0] += 1e-3",
}
PEER = """
from dataclasses import replace
from benchmarks.peers import noron
from benchmarks.peers.noron import versions
class Faulty(noron.Noron):
    def __init__(self, job):
        self.job, self.settings, self.X = job, job.settings, job.X
        {fault}
        self.job = replace(self.job, settings=self.settings)
        self.X = self.job.X
        self.reset()
PEER = Faulty
"""


@pytest.fixture
def peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Starts a worker of a module with the given source; ends all of them."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    started: list[Worker] = []

    def start(name: str, source: str | None = None) -> Worker:
        spec = JUDGE
        if source is not None:
            (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
            spec = PeerSpec(name, "sklearn", name, {"NORON_ENGINE": "reference"})
        started.append(Worker(spec))
        return started[-1]

    yield start
    for worker in started:
        worker.close()


# ------------------------------------------------------------------------------- validation


def test_a_peer_without_a_fault_passes_and_each_planted_fault_is_caught(peer, tmp_path):
    workers = {REFERENCE: peer(REFERENCE), "right": peer("right", PEER.format(fault="pass"))}
    workers |= {name: peer(name, PEER.format(fault=fault)) for name, fault in FAULTS.items()}
    verdicts = validate(SMALL, workers, tmp_path / "jobs")
    assert verdicts[REFERENCE].ok
    assert verdicts["right"].ok, verdicts["right"].reason
    assert [name for name in FAULTS if verdicts[name].ok] == []
    assert not any(verdict.absent for verdict in verdicts.values())


def test_a_peer_that_fails_gets_no_time_and_the_run_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    source = PEER.format(fault=FAULTS["no_penalty"])
    (tmp_path / "cheat.py").write_text(source, encoding="utf-8")
    specs = (JUDGE, PeerSpec("sklearn-1", "sklearn", "cheat", {"NORON_ENGINE": "reference"}))
    with Session(tmp_path / "work", rounds=2, target=0.0, peers=specs) as session:
        session.case(SMALL)
        results = session.results()
    assert [failure.split(":")[0] for failure in results["failures"]] == ["small"]
    assert list(results["cases"][0]["times"]) == [REFERENCE]
    assert results["cases"][0]["claims"] == []
    assert "FAILED VALIDATION" in capsys.readouterr().out


def test_a_peer_that_is_not_installed_is_absent_and_no_failure(tmp_path):
    specs = (JUDGE, PeerSpec("sklearn-1", "sklearn", "no_such_module_here"))
    with Session(tmp_path, rounds=2, target=0.0, peers=specs) as session:
        session.case(SMALL)
        results = session.results()
    assert results["failures"] == []
    assert "no_such_module_here" in results["absent"]["sklearn-1"]
    assert len(results["cases"][0]["times"][REFERENCE]["seconds"]) == 2
    json.dumps(results)


@pytest.mark.parametrize("module", ["sklearn", "torch", "jax", "noron_bare"])
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_the_peers_that_are_installed_learn_what_noron_learns(peer, tmp_path, module, optimizer):
    pytest.importorskip({"noron_bare": "noron_native"}.get(module, module))
    case = replace(SMALL, optimizer=optimizer, learning_rate=0.05)
    worker = Worker(PeerSpec(module, module, f"benchmarks.peers.{module}"))
    try:
        verdicts = validate(case, {REFERENCE: peer(REFERENCE), module: worker}, tmp_path)
    finally:
        worker.close()
    assert verdicts[module].ok, verdicts[module].reason


def test_the_judgement_refuses_what_is_not_a_number_and_other_shapes():
    right = Answer(np.array([1.0, 0.9]), np.array([1.0, 2.0]))
    trial, start = Trial("steps", 1, 2, 0.0, "float64"), np.zeros(2)
    assert pruning_hook(right, right, start, trial).ok
    assert not pruning_hook(Answer(np.array([1.0, np.nan]), right.theta), right, start, trial).ok
    assert not pruning_hook(Answer(right.losses, right.theta + np.nan), right, start, trial).ok
    assert not pruning_hook(Answer(right.losses[:1], right.theta), right, start, trial).ok
    assert not pruning_hook(Answer(right.losses, right.theta + 1e-5), right, start, trial).ok


def test_trials_have_both_precisions_a_partial_batch_and_a_penalty():
    for case in CASES:
        if case.kind != "train":
            continue
        found = list(trials(case))
        assert {trial.dtype for trial in found} == {"float32", "float64"}
        assert any(trial.l2 > 0 for trial in found)
        assert case.batch_size == 1 or any(trial.rows % case.batch_size for trial in found)


# ------------------------------------------------------------------------------ the protocol


def test_a_job_survives_its_folder(tmp_path):
    job = make_job(SMALL, 20, "float64", 1e-3, np.arange(20)[::-1])
    job.save(tmp_path)
    read = Job.load(tmp_path)
    assert read.settings == job.settings
    for name in ("X", "y", "order"):
        np.testing.assert_array_equal(getattr(read, name), getattr(job, name))
    assert [len(piece) for piece in read.pieces] == [8, 8, 4]
    for one, other in zip(read.weights + read.biases, job.weights + job.biases, strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_first_weights_are_noron_s_own_and_the_same_each_time():
    settings = Settings((4, 3, 1), 2, "sgd", 0.1)
    (W, _), (b, _) = first_weights(settings)
    assert W.shape == (4, 3)
    assert b.shape == (3,)
    assert W.dtype == np.float32
    np.testing.assert_array_equal(W, first_weights(settings)[0][0])


def test_a_command_that_is_unknown_or_breaks_is_answered(capsys):
    server = Server(type("Module", (), {"versions": staticmethod(lambda: 1 / 0)}))
    lines = io.StringIO('{"do": "nonsense"}\n{"do": "about"}\n{"do": "time", "epochs": 1, '
                        '"kind": "train"}\n')  # fmt: skip
    nonsense, broken, unloaded = answers(server, lines)
    assert "nonsense" in nonsense["absent"]
    assert broken["failed"].startswith("ZeroDivisionError")
    assert "no job" in unloaded["absent"]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_a_worker_prints_is_not_taken_for_an_answer(peer):
    source = PEER.format(fault="pass") + "\nprint('hello')\n"
    assert "noron" in peer("talker", source).about["versions"]


def test_a_worker_that_dies_is_reported(peer):
    source = "import os\ndef versions():\n    os._exit(7)\n"
    with pytest.raises(FailedError, match="code 7"):
        peer("mortal", source)


def test_another_engine_than_the_one_asked_for_is_absent_not_timed(tmp_path):
    make_job(SMALL, 20, "float32", 0.0, np.arange(20)).save(tmp_path)
    from benchmarks.peers import noron as module

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WANTED", "marble")
        reply = next(answers(Server(module), io.StringIO(json.dumps(
            {"do": "load", "folder": str(tmp_path)}) + "\n")))  # fmt: skip
    assert reply["absent"].startswith("marble was asked for")


# ------------------------------------------------------------------------------ the numbers


@pytest.mark.parametrize("module", [figures, kernels, quiet, race, report])
def test_the_examples_in_the_docstrings_run(module):
    failed, attempted = doctest.testmod(module)
    assert failed == 0
    assert attempted > 0


def test_a_slow_round_for_all_changes_no_ratio():
    quiet = ratio([2.0, 2.0, 2.0], [1.0, 1.0, 1.0])
    assert ratio([2.0, 6.0, 2.0], [1.0, 3.0, 1.0]) == quiet


def times(**seconds: float) -> dict[str, Times]:
    return {name.replace("_", "-"): Times([value] * 3, 1) for name, value in seconds.items()}


def test_a_peers_best_thread_count_counts_and_bars_are_read_right():
    bars = (Bar("torch", 5, 8), Bar("products", 0.65), Bar("seconds", 15e-6))
    case = replace(SMALL, bars=bars, families=("noron", "torch", "products"))
    measured = times(
        noron_native=1e-5, noron_reference=1.0, torch_1=9e-5, torch_2=4e-5, products_1=2e-5
    )
    torch, products, seconds = claims.of_case(case, measured)
    assert torch.value == pytest.approx(4)
    assert torch.met is False
    assert products.value == pytest.approx(0.5)
    assert products.at_most
    assert products.met
    assert seconds.value == pytest.approx(10)
    assert seconds.met


def test_the_grid_is_judged_by_its_worst_shape():
    def result(title: str, torch: float, two: float) -> dict[str, object]:
        case = replace(SMALL, title=title, bars=(Bar("torch", 1),), families=("noron", "torch"))
        found = times(noron_native=1.0, torch_1=torch, noron_1=1.0, noron_2=two)
        return {
            "name": "grid_x",
            "title": title,
            "times": {name: {"seconds": t.seconds} for name, t in found.items()},
            "claims": [claim.to_dict() for claim in claims.of_case(case, found)],
        }

    torch, threads = claims.of_grid([result("a", 3.0, 0.6), result("b", 0.9, 1.2)])
    assert (torch.value, torch.met) == (pytest.approx(0.9), False)
    assert (threads.value, threads.met) == (pytest.approx(1.2), False)
    assert "(b)" in torch.case


# ---------------------------------------------------------------------------- cases and rows


def test_the_table_of_cases_is_sound():
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert len(GRID) >= 30
    known = {spec.name for spec in PEERS}
    for case in CASES:
        assert set(case.extra) <= known
        assert case.rows >= case.batch_size
        assert case.weights * case.batch_size < 1e7 or case.steps >= 40 or case.kind == "predict"
    assert 0 < len(chosen(True, None)) < len(chosen(False, None))
    assert [case.name for case in chosen(False, "xor")] == ["xor"]


def test_text_rows_are_a_legal_csr_with_80_words_each():
    pytest.importorskip("scipy")
    case = next(case for case in CASES if case.data == "text")
    X, y = make_rows(case, 50)
    assert X.shape == (50, 50_000)
    assert (np.diff(X.indptr) == 80).all()
    assert X.has_canonical_format
    assert len(y) == 50


# --------------------------------------------------------------------------------- the page


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> dict[str, object]:
    with Session(tmp_path_factory.mktemp("run"), 2, 0.0, peers=(JUDGE,)) as session:
        session.case(SMALL)
        found = session.results()
    return found | {"quick": True, "date": "2026-01-02T03:04:05+00:00"}


def test_the_page_is_rewritten_between_its_marks_only(results, tmp_path):
    pytest.importorskip("matplotlib")
    page = tmp_path / "performance.md"
    page.write_text(f"# Top\n{report.BEGIN}\nold\n{report.END}\nfoot\n", encoding="utf-8")
    report.write_page(results, page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Top\n")
    assert text.endswith("\nfoot\n")
    assert "old" not in text
    assert "A quick run of 2026-01-02" in text
    assert "| 8-6-3, batch 8, a step |" in text
    assert (tmp_path / "pictures" / "performance_cases.png").stat().st_size > 1000
    once = text
    report.write_page(results, page)
    assert page.read_text(encoding="utf-8") == once


def test_a_page_without_marks_is_not_overwritten():
    with pytest.raises(ValueError, match="needs the lines"):
        report.with_measured("my own words", "new")


def test_the_page_of_the_docs_has_its_marks():
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert text.count(report.BEGIN) == text.count(report.END) == 1


def test_absent_peers_are_named_by_the_error():
    with pytest.raises(AbsentError, match="nowhere"):
        Worker(PeerSpec("x", "torch", "nowhere"))


# ------------------------------------------------------------------------- instruction sets


def test_an_instruction_set_that_learns_something_else_gets_no_time(peer):
    workers = {REFERENCE: peer(REFERENCE), "wide": peer("wide", PEER.format(fault="pass"))}
    assert list(instruction_sets.measure(SMALL, workers, 1)) == ["wide"]
    workers["narrow"] = peer("narrow", PEER.format(fault=FAULTS["one_weight_off"]))
    with pytest.raises(FailedError, match="8-6-3, batch 8: narrow failed validation: "):
        instruction_sets.measure(SMALL, workers, 1)


def test_a_slower_wide_instruction_set_is_not_published(tmp_path, monkeypatch, capsys):
    instruction_sets.refuse_disorder(SMALL, {"wide": [1.0], "middle": [1.0], "narrow": [1.1]})
    times = {"wide": [1.0, 1.0], "middle": [4.0, 4.0], "narrow": [2.0, 2.0]}
    with pytest.raises(UnpublishableError, match=r"middle has only 0\.50 of the speed of narrow"):
        instruction_sets.refuse_disorder(SMALL, times)

    def slow(quick: bool) -> list[claims.Claim]:
        instruction_sets.refuse_disorder(SMALL, times)
        return []

    monkeypatch.setitem(__main__.EXPERIMENTS, "instruction_sets", slow)
    monkeypatch.setattr(__main__, "disturbance_now", str)
    path = tmp_path / "results.json"
    words = ["--only", "instruction_sets", "--json", str(path)]
    assert __main__.main(words) == 1
    assert "not published" in capsys.readouterr().err
    assert not path.exists()


def test_the_kernels_of_each_instruction_set_are_timed_beside_each_other(monkeypatch):
    native = pytest.importorskip("noron_native")
    cases = instruction_sets.cases(quick=True)
    assert {case.name for case in cases} == set(instruction_sets.CASES)
    monkeypatch.setattr(instruction_sets, "SLACK", 0.0)  # no clock decides
    monkeypatch.setattr(instruction_sets, "cases", lambda quick: [SMALL])
    sets = native.instruction_sets()
    assert [claim.what for claim in instruction_sets.instruction_sets(True, rounds=1)] == [
        f"speed of {name} / {sets[0]}" for name in sets[1:]
    ]


def test_a_worker_of_the_kernels_uses_the_instruction_set_that_it_is_told(tmp_path):
    native = pytest.importorskip("noron_native")
    make_job(SMALL, 20, "float32", 0.0, np.arange(20)).save(tmp_path)
    for name in native.instruction_sets():
        with closing(kernels.start(name, instruction_set=name)) as worker:
            worker.ask("load", folder=str(tmp_path))
            assert worker.ask("time", epochs=1, kind="train")["note"] == f"{name}, dense"


MODULES = [path.stem for path in Path(run_module.__file__).parent.glob("[!_]*.py")]


@pytest.mark.parametrize("name", sorted({*MODULES} - {"race_in_torch"}))
def test_every_benchmark_can_be_imported(name):
    importlib.import_module(f"benchmarks.{name}")


# ---------------------------------------------------------------------------- quiet machines


def test_two_processes_hand_a_number_over_until_the_time_is_up():
    before = multiprocessing.active_children()  # of other tests
    took = quiet.hand_overs(0.01)
    assert took
    assert min(took) > 0
    assert multiprocessing.active_children() == before


def test_nobody_waits_for_a_process_that_has_ended(monkeypatch):
    monkeypatch.setattr(quiet, "return_each", print)
    with pytest.raises(RuntimeError, match="ended with code 0"):
        quiet.hand_overs(0.01)


def test_the_load_and_lost_time_tell_of_a_busy_machine():
    assert quiet.disturbance(quiet.LOAD, quiet.STALLED) == ""
    assert "a load of 0.6" in quiet.disturbance(0.6, 0.0)
    assert "lose 20 %" in quiet.disturbance(0.0, 0.2)
    assert quiet.stalled([1e-7] * 1000) == 0


@pytest.fixture(autouse=True)
def no_patience(monkeypatch):
    """Other tests run beside these: nobody waits until they do not."""
    monkeypatch.setattr(quiet, "PATIENCE", 0.0)


def cores_that(*well):
    """Cores that are well or not, one answer after another."""
    cores, answers = quiet.Cores(), iter(well)
    cores.are_well = lambda: next(answers)
    return cores


def test_times_of_cores_that_are_not_well_are_taken_anew(monkeypatch):
    monkeypatch.setattr(quiet.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(quiet, "PATIENCE", 10.0)
    taken = iter("abc")
    assert cores_that(False, False, True, False, True, True).undisturbed(taken.__next__) == "b"
    monkeypatch.setattr(quiet, "PATIENCE", 0.0)
    assert cores_that(False).undisturbed(taken.__next__) == "c"


def test_two_cores_are_measured_and_the_other_process_ends():
    before = multiprocessing.active_children()  # of other tests
    with quiet.Cores() as cores:
        assert cores.are_well() in (True, False)
        assert quiet.Cores.nearest > 0
    assert multiprocessing.active_children() == before
    alone = quiet.Cores()
    alone.processors = alone.processors[:1]
    with alone:
        assert alone.are_well()


@pytest.fixture
def busy(monkeypatch):
    """Of a run of one experiment: the words, and what disturbs it at the start and at the end."""

    def run(*words: str, start: str = "", end: str = "") -> int:
        monkeypatch.setitem(__main__.EXPERIMENTS, "nothing", lambda quick: [])
        monkeypatch.setattr(__main__, "disturbance_now", lambda: start)
        monkeypatch.setattr(run_module, "disturbance_now", lambda *, own_load: end)
        return __main__.main(["--only", "nothing", *words])

    return run


def test_a_run_on_a_busy_machine_is_refused_or_writes_nothing(busy, tmp_path, capsys):
    path = tmp_path / "results.json"
    assert busy("--json", str(path), start="a load of 9.0") == 1
    assert "not quiet: a load of 9.0" in capsys.readouterr().err
    assert busy("--json", str(path), "--anyway", start="a load of 9.0") == 0
    assert "not published: the machine was not quiet" in capsys.readouterr().err
    assert busy("--json", str(path), end="a noise") == 1
    assert "at the end of nothing: a noise" in capsys.readouterr().err
    assert not path.exists()
    assert busy("--json", str(path)) == 0
    assert path.exists()


# --------------------------------------------------------------------------- builds of kernels

FAULTY = """

import numpy
Right = Plan
class Plan:
    def __init__(self, **given):
        self.right = Right(**given)
        self.theta = given["theta"]
    def __getattr__(self, name):
        return getattr(self.right, name)
    def run(self, *given, **named):
        done = self.right.run(*given, **named)
        self.theta[-1] = numpy.nextafter(self.theta[-1], self.theta.dtype.type(9))
        return done
"""
"""A build whose last bias is wrong by one bit."""


@pytest.fixture
def builds(tmp_path) -> list[str]:
    """The kernels that are here, and a copy with a fault."""
    right = Path(pytest.importorskip("noron_native").__file__).parent
    shutil.copytree(right, tmp_path / "noron_native")
    with (tmp_path / "noron_native" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write(FAULTY)
    return [str(right.parent), str(tmp_path)]


def test_a_build_with_one_wrong_bit_is_told_from_an_equal_one(builds, monkeypatch, capsys):
    monkeypatch.setattr(kernels, "disturbance_now", str)
    monkeypatch.setattr(kernels, "CALL_SECONDS", 0.0)
    words = ["--cases", "small_xor", "--threads", "1", "--rounds"]
    assert kernels.main([builds[0], builds[0], *words, "2"]) == 0
    header, line = capsys.readouterr().out.splitlines()
    assert header.split()[:3] == ["case", "threads", "bits"]
    assert line.split()[:3] == ["small_xor", "1", "="]
    assert "µs" in line
    assert kernels.main([*builds, *words, "0"]) == 1
    _, line, where, *others = capsys.readouterr().out.splitlines()
    assert line.split() == ["small_xor", "1", "differ"]
    assert len(others) == 3
    assert "new build, threads 1: float32, 10 rows: b[0] of layer 2 is " in where
    assert "1 of 17 such numbers differ" in where


def test_a_folder_a_set_or_a_case_that_is_not_there_is_named(builds, tmp_path, capsys):
    assert kernels.main([builds[0], str(tmp_path / "none"), "--rounds", "0"]) == 1
    assert f"no package noron_native in {tmp_path / 'none'}" in capsys.readouterr().err
    assert kernels.main([*builds, "--rounds", "0", "--instruction-set", "mmx"]) == 1
    assert capsys.readouterr().err == "benchmarks: this processor has no mmx\n"
    with pytest.raises(SystemExit):
        kernels.main([*builds, "--cases", "nonsense"])


def test_a_difference_is_named_by_its_place_to_the_last_bit():
    right = Answer(np.array([0.5, 0.25]), np.arange(11.0))
    lost = right._replace(losses=right.losses * np.nan)
    theta = right.theta.copy()
    theta[[8, 10]] = np.nextafter(theta[[8, 10]], 99)
    negative = np.array([-0.0, *right.theta[1:]])
    by_what = {
        "": right,
        "b[2] of layer 1 is 8.000000000000002 instead of 8.0; 2": right._replace(theta=theta),
        "W[0, 0] of layer 1 is -0.0 instead of 0.0; 1 of 11 ": right._replace(theta=negative),
        "loss of epoch 1 is nan instead of 0.5; 2 of 2 ": lost,
        "the shape is (2,) instead of (11,)": right._replace(theta=right.losses),
    }
    for what, given in by_what.items():
        found = kernels.difference(given, right, (2, 3, 1))
        assert found.startswith(what)
        assert bool(found) == bool(what)
    assert kernels.difference(lost, lost, (2, 3, 1)) == ""
    table = right._replace(theta=right.theta[:6].reshape(2, 3))
    other = table._replace(theta=table.theta + 1)
    assert kernels.difference(other, table, (2, 3)).startswith("prediction [0, 0] is 1.0 ")


def test_the_cases_of_the_kernels_are_sound():
    names = [case.name for case in kernels.CASES]
    assert len(set(names)) == len(names)
    for case in kernels.CASES:
        if case.kind == "train":
            assert case.steps >= 40
            assert case.batch_size == 1 or case.rows % case.batch_size
            assert {trial.rows // case.batch_size for trial in kernels.trials(case)} == {2, 9}


def test_bytes_survive_the_folder_of_a_job(tmp_path):
    case = next(case for case in kernels.CASES if case.data == "bytes")
    job = make_job(case, 3, "float64", 0.0, np.arange(3))
    job.save(tmp_path)
    read = Job.load(tmp_path).X
    assert repr(read) == repr(job.X) == "ByteRows of 3 x 784, float64"
    np.testing.assert_array_equal(read[:], job.X[:])


def test_only_a_whole_quiet_race_is_kept(tmp_path, monkeypatch, capsys):
    """All goals, all seeds, all epochs, and nothing else on the machine."""
    runs, kept = [], tmp_path / "results" / "race_to.json"

    def of(goal, rounds, epochs):
        runs.append((goal, rounds, epochs))
        slow = {"PyTorch": [5.0] * rounds, "import torch": [2.0] * rounds}
        right = {"accuracies": [0.991] * rounds, "in PyTorch": [0.99] * rounds}
        return {"noron": [1.5, *[1.0] * (rounds - 1)], **slow, **right}

    monkeypatch.setattr(race_to, "race", of)
    monkeypatch.setattr(race_to, "RESULTS", kept)
    monkeypatch.setattr(race_to, "disturbance_now", lambda: "a load of 3.0")
    assert race_to.main([]) == 1
    assert runs == []
    assert "a load of 3.0" in capsys.readouterr().err
    assert race_to.main(["--anyway"]) == 0
    monkeypatch.setattr(race_to, "disturbance_now", lambda: "")
    for words in (["99"], ["--rounds", "2"], ["--epochs", "1"]):
        assert race_to.main(words) == 0
    assert not kept.exists()
    assert race_to.main([]) == 0
    assert runs[-3:] == [(goal, 20, None) for goal in ("97", "98", "99")]
    assert "| 99 % | noron | 1.00 | 1.00, 1.50 | 99.100% | 20 |" in capsys.readouterr().out
    content = json.loads(kept.read_text())
    assert content["goals"]["99"]["in PyTorch"] == [0.99] * 20
    assert content["machine"]["cores"]
    low = {"accuracies": [0.98] * 20, "in PyTorch": []}
    monkeypatch.setattr(race_to, "race", lambda *given: of(*given) | low)
    assert race_to.main(["99"]) == 1
