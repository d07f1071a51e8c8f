"""The threads of NumPy's BLAS, which overlapping runs share; trainings side by side."""

import threading
from functools import partial

import pytest
import threadpoolctl

from noron import NeuralNetwork
from noron.data import moons
from noron.engines import WorkerThreads, available_threads, threads
from noron.engines.threads import suited_threads


@pytest.fixture
def blas(monkeypatch):
    """A process whose BLAS has 8 threads, with the limits of threadpoolctl."""
    process = {"threads": 8}

    class Limits:
        def __init__(self, *, limits, user_api):
            assert user_api == "blas"
            self.before, process["threads"] = process["threads"], limits

        def restore_original_limits(self):
            process["threads"] = self.before

    monkeypatch.setattr(threadpoolctl, "threadpool_limits", Limits)
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


def test_each_result_comes_with_its_number_and_each_training_has_one_core(monkeypatch):
    monkeypatch.setenv("NORON_THREADS", "2")
    for width, cores in ((1, 2), (3, 1)):
        trainings = (partial(lambda k: (k, (10 * k, available_threads())), k) for k in range(7))
        results = dict(WorkerThreads(width).run(trainings))
        assert results == {k: (10 * k, cores) for k in range(7)}


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
