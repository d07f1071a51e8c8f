"""The threads of the kernels stay between calls: they must hinder neither forks nor the end."""

import os
import sys
import threading

import numpy as np
import pytest

from engines.test_native import run_script
from noron import Dense, ReLU
from noron.engines.native.lowering import plan
from noron.losses import MeanSquaredError
from noron.network import Network

SCORES = """
    import os, signal, sys, threading
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # only the threads of the kernels are counted
    import numpy as np
    from noron import Dense, ReLU
    from noron.engines.native.lowering import plan
    from noron.losses import MeanSquaredError
    from noron.network import Network

    network = Network([Dense(20), ReLU(), Dense(3)], 7, rng=np.random.default_rng(0))
    x = np.random.default_rng(1).standard_normal((300, 7)).astype(np.float32)

    def scores(threads):
        out = np.empty((300, 3), np.float32)
        assert plan(network, MeanSquaredError(), 64, training=False).predict_array(x, out, threads)
        return out.tobytes()

    def n_threads():  # of the whole process, as Python itself counts them before a fork
        return int(open("/proc/self/stat").read().split(")")[1].split()[17])

    right = scores(1)
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's /proc")
sanitized = pytest.mark.skipif("LD_PRELOAD" in os.environ, reason="the sanitizer has a thread too")


def printed(script: str) -> str:
    """What the script writes, if it ends by itself and without a complaint."""
    done = run_script(SCORES + script)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@linux
@sanitized
def test_threads_stay_for_the_next_call_and_no_more_than_were_asked_for():
    script = """
    before = n_threads()
    assert scores(2) == right
    print(n_threads() - before)  # later, on a busy machine, one that begins late is not kept
    for threads in 50 * (2, 3, 1):
        assert scores(threads) == right
    print(n_threads() - before <= 2)
    """
    assert printed(script).split() == ["1", "True"]


@linux
@sanitized
def test_every_thread_may_use_all_cores_again_after_a_call():
    """In a call, one that got into the core of another goes away from it, and stays there."""
    script = """
    cores = os.sched_getaffinity(0)
    def tasks():
        return [int(task) for task in os.listdir("/proc/self/task")]
    assert scores(2) == right
    print(len(tasks()))
    for core in 25 * sorted(cores)[:2]:  # all of them in one core, and main may leave it
        for task in tasks():
            os.sched_setaffinity(task, {core})
        os.sched_setaffinity(0, cores)
        assert scores(2) == right
        assert os.sched_getaffinity(0) == cores
        for task in tasks():  # a thread that begins late makes way for a new one
            assert os.sched_getaffinity(task) in (cores, {core})
    """
    assert printed(script) == "2\n"


@linux
@sanitized
def test_no_thread_is_left_when_the_process_forks():
    script = """
    before = n_threads()
    assert scores(3) == right
    child = os.fork()
    if child == 0:
        assert n_threads() == 1
        assert scores(3) == right
        assert n_threads() == 3
        sys.exit(5)  # through the end of an interpreter, not past it
    print(n_threads() - before, scores(3) == right)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
    assert printed(script).split() == ["0", "True", "5"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.skipif("LD_PRELOAD" in os.environ, reason="a sanitizer's memory may be locked then")
def test_a_child_that_is_forked_while_another_thread_uses_them_has_its_own():
    script = """
    going = True

    def others():
        while going:
            assert scores(2) == right

    import warnings
    warnings.simplefilter("ignore", DeprecationWarning)  # there is another thread, of Python's
    worker = threading.Thread(target=others)
    worker.start()
    ends = []
    for _ in range(20):
        child = os.fork()
        if child == 0:
            signal.alarm(60)  # a child that hangs ends all the same
            os._exit(0 if all(scores(2) == right for _ in range(20)) else 1)
        assert scores(2) == right
        ends.append(os.waitpid(child, 0)[1])
    going = False
    worker.join()
    print(set(ends))
    """
    assert printed(script) == "{0}\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_grandchildren_make_their_own_too():
    script = """
    assert scores(2) == right
    for generation in range(3):
        child = os.fork()
        if child:
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        assert scores(2) == right
    print("the last", flush=True)
    """
    assert printed(script) == "the last\n"


@pytest.mark.parametrize("end", ["", "sys.exit()", "os._exit(0)"])
def test_the_process_ends_whether_they_spin_or_sleep(end):
    for before in ("", "import time; time.sleep(0.01)"):
        script = f"""
    assert scores(3) == right
    print("here", flush=True)
    {before}
    {end}
    """
        assert printed(script) == "here\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_no_signal_is_handled_in_them():
    """One that the program blocks, to wait for it, is not for a thread that it has not made."""
    script = """
    assert scores(3) == right
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    os.kill(os.getpid(), signal.SIGUSR1)  # its default ends the process
    print(signal.sigwait({signal.SIGUSR1}) == signal.SIGUSR1)
    """
    assert printed(script) == "True\n"


def test_two_threads_of_python_at_once_come_to_the_bits_of_one():
    """Many short calls with other numbers of threads; whoever comes second makes its own."""
    x = np.random.default_rng(0).standard_normal((70, 40)).astype(np.float32)
    wrong: list[int] = []

    def predict(width: int) -> None:
        layers = [Dense(width), ReLU(), Dense(3)]
        network = Network(layers, 40, rng=np.random.default_rng(width))  # it keeps the arrays
        made = plan(network, MeanSquaredError(), 64, training=False)
        right, out = np.empty((2, 70, 3), np.float32)
        assert made.predict_array(x, right, 1)
        for i in range(500):
            out[:] = 7
            if not made.predict_array(x, out, 2 + i % 3) or out.tobytes() != right.tobytes():
                wrong.append(i)

    workers = [threading.Thread(target=predict, args=(width,)) for width in (5, 20, 33)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert wrong == []
