"""Trials in processes of this machine: the bits of a run here, whatever dies meanwhile."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from experiments.clusters import FEW, Against, Deadly, environment, until
from noron.core.errors import MissingExtraError, SettingError, StoreError
from noron.engines import at_most, available_threads
from noron.engines.native.lowering import kernels
from noron.experiments.comparison import compare
from noron.experiments.execution import Job, WorkerConfig
from noron.experiments.execution.remote_task import RemoteTask, run_task
from noron.experiments.run import Sources, execute, with_net
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store
from noron.experiments.store.writer import this_machine

SPEC = RunSpec(data="moons", hidden=[16, 8], epochs=8)
LONG = RunSpec(data="spirals", hidden=[64, 64], batch_size=FEW, epochs=200)
OF_OTHERS = set()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NORON_THREADS", "2")
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    # Joblib keeps the processes of an earlier test of this worker for minutes.
    OF_OTHERS.clear()
    OF_OTHERS.update(children())
    return tmp_path


def in_processes(jobs, number=2, store=None):
    workers = WorkerConfig(workers=number).open(Sources(), store)
    return {job.key: trial for job, trial in workers.run(jobs)}


def children():
    """The processes that this one has started and that still run."""
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(pid) for path in listed for pid in path.read_text(encoding="utf-8").split()}


def working():
    """Those of them that this test has started and in which trials run."""
    found = []
    for pid in children() - OF_OTHERS:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        if any(b"popen_loky" in word for word in words):
            found.append(pid)
    return found


def test_trials_of_processes_have_the_bits_and_the_machine_of_runs_here():
    specs = [SPEC, SPEC.but(dtype="float64", optimizer="adam"), SPEC.but(fold=1, folds=4)]
    with Store("s.sqlite") as store:
        jobs = [Job(i, spec, weights=True) for i, spec in enumerate(specs)]
        found, sources = in_processes(jobs, store=store), Sources()
    with Reader("s.sqlite") as reader:
        for i, spec in enumerate(specs):
            alone = execute(spec, sources)
            assert found[i].digest == alone.digest == with_net(found[i], sources).digest
            assert reader.finished(alone.spec.identity, this_machine()) == [found[i].run]


def test_a_comparison_says_how_many_processes_and_comes_to_the_same():
    axes = {"hidden": [[4], [8]]}
    there = compare(SPEC, axes, seeds=2, store="a.sqlite", workers=2)
    assert there.pace == "2 processes of this machine, one core each"
    assert there.scores() == compare(SPEC, axes, seeds=2, store="b.sqlite").scores()
    assert all(run.reused for run in compare(SPEC, axes, seeds=2, store="a.sqlite").runs)


def test_what_fails_or_is_given_up_is_told_of_and_the_rest_goes_on():
    jobs = [
        Job("raises", SPEC.but(data="nothing.csv")),
        Job("diverges", SPEC.but(learning_rate=1e30)),
        Job("judged", SPEC, pruning_hook=Against()),
        Job("free", SPEC),
    ]
    found = in_processes(jobs)
    ends = {key: trial.status for key, trial in found.items()}
    assert ends == {
        "raises": "failed", "diverges": "diverged", "judged": "pruned", "free": "done",
    }  # fmt: skip
    assert "nothing.csv" in found["raises"].reason


def test_a_process_that_dies_loses_only_its_trial_which_is_taken_up_again():
    found, killed = {}, set()
    with Store("s.sqlite") as store:
        workers = WorkerConfig(workers=2).open(Sources(), store)
        for job, trial in workers.run(Job(i, LONG.but(seed=i)) for i in range(24)):
            found[job.key] = trial
            if len(found) % 4 == 0:
                oldest = min(working())
                killed.add(oldest)
                os.kill(oldest, signal.SIGKILL)
    assert len(killed) >= 5
    assert {trial.status for trial in found.values()} == {"done"}
    assert found[5].digest == execute(LONG.but(seed=5), Sources()).digest
    with Reader("s.sqlite") as reader:
        assert len(reader.find("status = done")) == len(reader.find()) == 24


def test_a_trial_that_kills_its_process_is_given_up():
    with Store("s.sqlite") as store:
        found = in_processes([Job(0, SPEC, pruning_hook=Deadly()), Job(1, SPEC)], store=store)
    assert [found[0].status, found[1].status] == ["failed", "done"]
    assert "3 workers died while they trained it" in found[0].reason


def test_rows_are_sent_once_to_each_process(folder, monkeypatch):
    lines = [f"{i / 7},{i % 5},{'no' if i % 3 else 'yes'}" for i in range(90)]
    (folder / "t.csv").write_text("\n".join(["a,b,c", *lines]), encoding="utf-8")
    sent, to_send = [], Sources.to_send
    monkeypatch.setattr(Sources, "to_send", lambda spec: sent.append(spec) or to_send(spec))
    spec = RunSpec(data="t.csv", target="c", hidden=[4], epochs=2)
    found = in_processes([Job(i, spec.but(seed=i, split_seed=0)) for i in range(8)])
    assert len(sent) == 2
    assert found[3].digest == execute(spec.but(seed=3, split_seed=0), Sources()).digest


def test_a_free_process_asks_for_a_job_and_all_end_with_the_last():
    asked, ended = [], []

    def jobs():
        for i in range(6):
            asked.append(i)
            assert len(asked) - len(ended) <= 2
            yield Job(i, SPEC.but(seed=i))

    for job, _ in WorkerConfig(workers=2).open(Sources(), None).run(jobs()):
        ended.append(job.key)
    assert sorted(ended) == list(range(6))
    assert working() == []


def test_whoever_stops_listening_stops_the_processes():
    jobs = [Job(9, SPEC), *(Job(i, SPEC.but(epochs=1_000_000, seed=i)) for i in range(4))]
    some = iter(WorkerConfig(workers=2).open(Sources(), None).run(jobs))
    assert next(some)[0].key == 9
    some.close()
    assert working() == []


@pytest.mark.parametrize(
    ("ended_by", "after"),
    [(signal.SIGINT, 0), (signal.SIGINT, 0.2), (signal.SIGINT, 1), (signal.SIGKILL, 1)],
)
def test_the_end_of_the_command_is_that_of_its_processes(ended_by, after):
    """Even if they have just begun, and import what they need."""
    words = ["--data", "moons", "--epochs", "1000000", "--learning-rate", "0.1"]
    more = ["--learning-rate", "0.2", "--learning-rate", "0.3", "--workers", "2", "--seeds", "2"]
    quick = ["--time-limit", "0.1"] if ended_by == signal.SIGINT else []
    process = subprocess.Popen(
        [sys.executable, "-m", "noron", "compare", *words, *more, *quick],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), process_group=0,
    )  # fmt: skip
    its = Path(f"/proc/{process.pid}/task/{process.pid}/children")

    def loky():
        pids = [int(pid) for pid in its.read_text(encoding="utf-8").split()]
        return [p for p in pids if b"popen_loky" in Path(f"/proc/{p}/cmdline").read_bytes()]

    found = until(lambda: len(loky()) == 2 and loky())
    time.sleep(after)
    os.killpg(process.pid, ended_by) if ended_by == signal.SIGINT else process.kill()
    _, description = process.communicate(timeout=60)
    assert "Traceback" not in description
    until(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in found), 20)


@pytest.mark.skipif(kernels().module is None, reason="the kernels alone take threads")
def test_a_process_takes_no_more_cores_than_its_share(monkeypatch):
    monkeypatch.setenv("NORON_THREADS", "4")
    large = RunSpec(data="mnist", rows=2000, hidden=[512, 512], batch_size=256, epochs=1)
    with at_most(3):
        assert available_threads() == 3
        with at_most(4):
            assert available_threads() == 3
    for cores, on_result in ((1, "1 thread"), (2, "2 threads")):
        assert on_result in run_task(RemoteTask(large.content()), Sources(), cores=cores).engine
    workers = WorkerConfig(workers=2).open(Sources(), None)
    assert workers.description == "2 processes of this machine, 2 cores each"
    ((_, trial),) = workers.run([Job(0, large)])
    assert "2 threads" in trial.engine
    assert WorkerConfig(workers=9).open(Sources(), None).description.endswith("one core each")


def test_the_machine_of_a_run_whose_bits_hang_on_its_cores_says_them(monkeypatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    blas = SPEC.but(engine="numpy", hidden=[2000, 2000], batch_size=512, epochs=1)
    for spec, machine in ((SPEC, this_machine()), (blas, this_machine(1))):
        assert run_task(RemoteTask(spec.content()), Sources(), cores=1).machine == machine


def test_a_store_that_takes_nothing_more_is_told_of_and_the_trials_go_on(monkeypatch):
    def full(self, run, rows):
        raise StoreError("the disk is full")

    monkeypatch.setattr(Store, "add_rows", full)
    with pytest.warns(UserWarning, match="the disk is full"), Store("s.sqlite") as store:
        found = in_processes([Job(i, SPEC.but(seed=i)) for i in range(3)], store=store)
    assert {trial.status for trial in found.values()} == {"done"}


def test_a_missing_extra_is_named(monkeypatch):
    for module in ("joblib", "joblib.externals.loky"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'noron\[sweeps\]'"):
        compare({"data": "moons"}, store=None, workers=2)


def test_workers_are_either_here_or_there():
    with pytest.raises(SettingError, match="give one of them"):
        WorkerConfig(workers=2, dask="tcp://127.0.0.1:1")


# ---------------------------------------------------------------------------- other backends


@pytest.mark.parametrize("backend", ["threading", "multiprocessing"])
def test_a_backend_that_joblib_knows_by_name_does_the_same(backend):
    specs = [SPEC, SPEC.but(data="nothing.csv"), *(SPEC.but(seed=i) for i in range(1, 7))]
    asked, ended = [], {}

    def jobs():
        for i, spec in enumerate(specs):
            asked.append(i)
            assert len(asked) - len(ended) <= 2
            yield Job(i, spec)

    workers = WorkerConfig(2, backend=backend).open(Sources(), None)
    for job, trial in workers.run(jobs()):
        ended[job.key] = trial
    assert [ended[i].status for i in range(8)] == ["done", "failed", *["done"] * 6]
    assert ended[5].digest == execute(specs[5], Sources()).digest
    assert workers.description == f"2 workers of joblib's backend {backend}, one core each"


def test_backends_that_are_not_there_are_named():
    with pytest.raises(MissingExtraError, match="pip install 'ray"):
        compare({"data": "moons"}, store=None, workers=WorkerConfig(2, backend="ray"))
    with pytest.raises(SettingError, match="give loky, ray or one"):
        compare({"data": "moons"}, store=None, workers=WorkerConfig(2, backend="cloud"))
    with pytest.raises(SettingError, match="give the number of workers too"):
        WorkerConfig.asked(None, None, "ray")
    assert WorkerConfig.asked(None, None) is None
