"""Trainings side by side: each on one core, all ended by Ctrl-C."""

import threading
from functools import partial

import pytest

from noron.engines import available_threads
from noron.training import worker_threads
from noron.training.worker_threads import WorkerThreads


def test_each_result_comes_with_its_number_and_each_training_has_one_core(monkeypatch):
    monkeypatch.setenv("NORON_THREADS", "2")
    for width, cores in ((1, 2), (3, 1)):
        trainings = (partial(lambda k: (10 * k, available_threads()), k) for k in range(7))
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

    monkeypatch.setattr(worker_threads, "wait", wait)
    with pytest.raises(KeyboardInterrupt):
        list(workers.run([goes_on] * 5))
    assert ended == ["interrupted"] * 2
