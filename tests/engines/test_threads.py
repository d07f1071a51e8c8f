"""The threads of NumPy's BLAS, which overlapping runs share; trainings side by side."""

import os
import threading
from functools import partial
from types import SimpleNamespace

import pytest

from noron import NeuralNetwork
from noron.data import moons
from noron.engines import WorkerThreads, available_threads, threads
from noron.engines.threads import MOST, AtWork, granted_cores, process_threads, suited_threads
from noron.training import diagnosis


@pytest.fixture
def blas(monkeypatch):
    """A process whose BLAS has 8 threads, with the limits of threadpoolctl."""
    process = {"threads": 8}

    class Libraries:
        def limit(self, *, limits, user_api):
            assert user_api == "blas"
            before, process["threads"] = process["threads"], limits
            return SimpleNamespace(restore_original_limits=lambda: process.update(threads=before))

    monkeypatch.setattr(threads, "_libraries", Libraries)
    return process


def contexts():
    network = NeuralNetwork([2, 4, 2], seed=0).network
    return suited_threads(network, 32), suited_threads(network, 32)


def test_small_products_keep_to_one_thread_until_the_run_ends(blas):
    X, y = moons(n=60, seed=0)
    seen = []
    NeuralNetwork([2, 4, 2], seed=0).train(
        X, y, epochs=2, callbacks=[lambda row: seen.append(blas["threads"])], engine="reference"
    )
    assert seen == [1, 1]
    assert blas["threads"] == 8


def test_overlapping_runs_leave_the_limit_as_they_found_it(blas):
    first, second = contexts()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert blas["threads"] == 1
    second.__exit__(None, None, None)
    assert blas["threads"] == 8


def test_large_products_keep_all_threads(blas):
    network = NeuralNetwork([784, 512, 10], seed=0).network
    with suited_threads(network, 64):
        assert blas["threads"] == 8


def test_the_advice_after_a_run_leaves_no_thread_spinning(blas, monkeypatch):
    seen = []
    monkeypatch.setattr(diagnosis, "_in_turn", lambda run: seen.append(blas["threads"]) or [])
    X, y = moons(n=60, seed=0)
    NeuralNetwork([2, 4, 2], seed=0).train(X, y, epochs=10)
    assert seen == [1]
    assert blas["threads"] == 8


def test_each_result_comes_with_its_number_and_each_training_has_one_core(monkeypatch):
    monkeypatch.setenv("NORON_THREADS", "2")
    for width, cores in ((1, 2), (3, 1)):
        trainings = (partial(lambda k: (k, (10 * k, available_threads())), k) for k in range(7))
        results = dict(WorkerThreads(width).run(trainings))
        assert results == {k: (10 * k, cores) for k in range(7)}


def test_results_come_in_the_order_of_the_trainings():
    late = threading.Event()

    def first():
        assert late.wait(30)
        return "first"

    def second():
        late.set()
        return "second"

    assert WorkerThreads(2).in_order([first, second, lambda: "third"]) == [
        "first", "second", "third",
    ]  # fmt: skip
    assert WorkerThreads(1).in_order([]) == []


def test_as_many_as_asked_for_go_side_by_side():
    meeting = threading.Barrier(3, timeout=30)
    assert len(list(WorkerThreads(3).run([meeting.wait] * 6))) == 6


def test_a_fault_of_one_ends_all():
    workers = WorkerThreads(2)

    def fault():
        raise MemoryError

    def goes_on():
        while True:
            workers.look({"epoch": 1})

    with pytest.raises(MemoryError):
        list(workers.run([goes_on, fault]))


def test_ctrl_c_ends_those_at_work_and_begins_no_other(monkeypatch):
    workers, ended = WorkerThreads(2), []

    def goes_on():
        try:
            while True:
                workers.look({"epoch": 1})
        except KeyboardInterrupt:
            ended.append("interrupted")

    def wait(*given, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(threads, "wait", wait)
    with pytest.raises(KeyboardInterrupt):
        list(workers.run([goes_on] * 5))
    assert ended == ["interrupted"] * 2


@pytest.mark.parametrize(
    ("noron", "omp", "threads"),
    [("3", "5", 3), ("", "5", 5), (None, " 4 , 2", 4), (None, "none", 6), (None, None, 6)],
)
def test_variables_come_before_the_cores(noron, omp, threads, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {*range(6)}, raising=False)
    for name, value in (("NORON_THREADS", noron), ("OMP_NUM_THREADS", omp)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert process_threads() == threads


@pytest.mark.parametrize(
    ("files", "cores"),
    [
        ({"cpu.max": "200000 100000\n"}, 2),
        ({"cpu.max": "150000 100000\n"}, 2),
        ({"cpu.max": "max 100000\n"}, MOST),
        ({"cpu/cpu.cfs_quota_us": "50000\n", "cpu/cpu.cfs_period_us": "100000\n"}, 1),
        ({"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, MOST),
        ({"cpu.max": "nonsense"}, MOST),
        ({"cpu.max": "5 0"}, MOST),
        ({}, MOST),
    ],
)
def test_a_container_may_grant_fewer_cores(files, cores, tmp_path, monkeypatch):
    (tmp_path / "cpu").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert granted_cores(str(tmp_path)) == cores
    monkeypatch.delenv("NORON_THREADS", raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(threads, "CGROUP", str(tmp_path))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {*range(9)}, raising=False)
    assert process_threads() == min(cores, 9)


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("0.52 0.58 0.59 1/467 12345\n", 3),
        ("9.52 0.58 0.59 4/467 12345\n", 0),
        ("9.52 0.58 0.59 12/467 12345\n", 0),
        ("", MOST),
        ("0.5 0.5 0.5\n", MOST),
        ("0.5 0.5 0.5 1/1/1 7\n", MOST),
        ("0.5 0.5 0.5 few/467 7\n", MOST),
        (None, MOST),
    ],
)
def test_idle_cores_are_those_that_no_thread_of_the_machine_is_busy_on(
    text, cores, tmp_path, monkeypatch
):
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    file = tmp_path / "loadavg"
    if text is not None:
        file.write_text(text)
    assert threads.idle_cores(str(file)) == cores


def test_trainings_at_work_share_the_cores():
    at_work, shares = AtWork(), []

    def other():
        with at_work:
            shares.append([at_work.share(cores) for cores in (1, 2, 4, 5)])

    def beside():
        worker = threading.Thread(target=other)
        worker.start()
        worker.join()
        return shares.pop()

    assert beside() == [1, 2, 4, 5]
    with at_work:
        with at_work:  # a callback that trains another network
            assert beside() == [1, 1, 2, 2]
        assert beside() == [1, 1, 2, 2]
        assert at_work.share(4) == 4
    assert beside() == [1, 2, 4, 5]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_forked_child_counts_itself_alone():
    at_work, inside, leave = AtWork(), threading.Event(), threading.Event()

    def other():
        with at_work:
            inside.set()
            leave.wait(60)

    worker = threading.Thread(target=other)
    worker.start()
    assert inside.wait(60)
    with at_work:
        child = os.fork()
        if child == 0:
            os._exit(at_work.share(2))
        assert at_work.share(2) == 1
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2
    leave.set()
    worker.join()


def test_fits_in_workers_of_joblib_have_a_core_each(monkeypatch):
    joblib = pytest.importorskip("joblib")
    for name in ("NORON_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        monkeypatch.delenv(name, raising=False)
    with joblib.parallel_config("loky", n_jobs=joblib.cpu_count()):
        assert joblib.Parallel()([joblib.delayed(available_threads)()] * 2) == [1, 1]
