"""Which candidate is chosen, and when that changes; that no choice changes a bit of the result."""

import math
import os
import threading
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engines.test_native import run_script
from noron import Adam, BatchNorm, Dense, Dropout, NeuralNetwork, ReLU
from noron.data import moons
from noron.engines import NativeEngine, NativeFit
from noron.engines.base import Batch, State
from noron.engines.native import autotune
from noron.engines.native.autotune import AGAIN_AFTER, SOON, Autotuner
from noron.engines.native.binding import DONE, NativeProgram
from noron.engines.native.call import Call
from noron.engines.native.trial import FEWEST_STEPS, MOST_GOES, MOST_STEPS, Candidate, Trial
from noron.engines.threads import AT_WORK
from noron.losses import CrossEntropy
from noron.network import Network

ONE, TWO = Candidate(SimpleNamespace(), 1), Candidate(SimpleNamespace(), 2)  # type: ignore


def state_of(width: int, optimizer: Any = None) -> State:
    layers = [Dense(width), BatchNorm(), ReLU(), Dropout(0.3), Dense(3)]
    net = Network(layers, 40, rng=np.random.default_rng(1), dtype=np.float32)
    return State(net, CrossEntropy(), optimizer or Adam(), np.random.default_rng(2))


def rows(n: int) -> Batch:
    rng = np.random.default_rng(0)
    return Batch(rng.standard_normal((n, 40)).astype(np.float32), rng.integers(3, size=n))


# ------------------------------------------------------------------------------- the comparison


def decided(*times: tuple[float, ...], crowded: bool = False) -> tuple[int | None, int]:
    """Who wins, and after how many goes, if one and two threads take these times for a step."""
    trial, given = Trial([ONE, TWO]), [iter(each) for each in times]
    trial.add(1, 100.0, is_crowded=False)  # the first step, which does not count
    for goes in range(2 * MOST_GOES):
        if trial.winner is not None:
            return trial.winner, goes
        turn = trial.turn
        trial.add(1, next(given[turn]), is_crowded=crowded and turn == 1)
    return trial.winner, 2 * MOST_GOES


def test_the_median_decides_and_not_the_least_or_one_slow_go():
    assert decided((5, 5, 5, 5, 5, 5, 5), (1, 9, 9, 9, 1, 9, 9)) == (0, 14)
    assert decided((5, 5, 5, 5, 5, 5, 5), (99, 4, 4, 99, 4, 4, 4)) == (1, 14)
    assert decided((5, 1, 5, 5, 1, 5, 5), (4, 4, 4, 4, 4, 4, 4)) == (1, 14)


def test_three_goes_are_enough_where_no_go_of_the_other_is_as_fast():
    assert decided((5, 5.2, 5), (3, 3, 4)) == (1, 6)
    assert decided((3, 3, 4), (5, 9, 7)) == (0, 6)


def test_of_two_ways_to_read_the_least_time_counts_as_other_programs_only_add():
    trial = Trial([ONE, ONE])
    trial.times = [[9.0, 3.0, 8.0, 9.0, 7.0, 9.0, 9.0], [4.0] * 7]
    assert trial.winner == 0


def test_more_threads_must_be_worth_it():
    assert decided((5.0,) * 7, (4.8,) * 7)[0] == 0
    assert decided((5.0,) * 7, (4.7,) * 7)[0] == 1


def test_threads_that_wait_for_a_core_are_not_chosen_however_fast():
    assert decided((5.0,) * 7, (2.0,) * 7, crowded=True) == (0, 6)


def test_threads_that_wait_for_a_core_very_long_get_no_second_turn():
    assert decided((5.0,) * 7, (16.0,) * 7, crowded=True) == (0, 4)
    assert decided((5.0,) * 7, (16.0,) * 7) == (0, 6)


def test_candidates_take_turns_of_about_one_length():
    trial = Trial([ONE, TWO])
    turns = []
    for _ in range(5):
        turns.append(trial.turn)
        trial.add(1, 1e-5, is_crowded=False)
    assert turns == [0, 0, 1, 0, 1]
    for step_seconds, steps in ((1e-7, MOST_STEPS), (1e-4, FEWEST_STEPS), (2e-3, 2), (1.0, 1)):
        trial.step_seconds = step_seconds
        assert trial.steps == steps


# ------------------------------------------------------------------------------- the bits


def called(pieces: list[float], orders: Any, shuffle: bool) -> list[bytes]:
    """What four epochs leave behind if they are run in these pieces, with 1, 2 or 3 threads."""
    data, state = rows(70), state_of(9)
    program = NativeProgram(
        state.network, state.loss, state.optimizer, state.slots, data, 16, "dense"
    )
    good, rates = np.zeros_like(state.network.theta), np.full(20, 0.01)
    call = Call(state, 16, orders, rates, n_epochs=4, shuffle=shuffle, good_theta=good)
    taken = 0
    while not call.is_over:
        call.take(Candidate(program, 1 + taken % 3), pieces[taken % len(pieces)])
        taken += 1
    outcome, steps, sums, seconds = call.result
    assert (outcome, steps) == (DONE, 20)
    assert (np.diff(seconds) > 0).all()
    arrays = (state.network.theta, state.network.buffers, good, sums, *state.slots)
    return [*(a.tobytes() for a in arrays), repr(state.rng.bit_generator.state).encode()]


@pytest.mark.parametrize("shuffle", [True, False])
def test_pieces_of_a_call_make_the_bits_of_one(shuffle):
    four = np.random.default_rng(3).permuted(np.tile(np.arange(70), (4, 1)), axis=1)
    orders = np.arange(70) if shuffle else four
    right = called([math.inf], orders.copy(), shuffle)
    for pieces in ([1.0], [5.0], [10.0], [3.0, math.inf], [2.0, 12.0], [64.0]):
        assert called(pieces, orders.copy(), shuffle) == right, pieces


def test_scores_are_watched_at_the_end_of_each_epoch_in_pieces_too(monkeypatch):
    """A trial of three threads begins in the epochs of one call."""
    monkeypatch.setattr(autotune, "SMALL_STEP", 0)
    monkeypatch.setenv("NORON_THREADS", "3")
    X, y = moons(n=80, seed=0)
    ends = []
    for engine in (NativeEngine(threads=1), NativeEngine()):
        net = NeuralNetwork([2, 40, 2], seed=0)
        history = net.train(X, y, epochs=60, batch_size=16, validation=(X, y), engine=engine)
        ends.append(([r["val_loss"] for r in history], net.network.theta.tobytes()))
    assert ends[0] == ends[1]


def test_as_many_threads_as_were_asked_for_try_the_inputs():
    rng = np.random.default_rng(0)
    x = (rng.standard_normal((64, 40)) * (rng.random((64, 40)) < 0.2)).astype(np.float32)
    fit = NativeEngine(threads=2).fit(state_of(9), Batch(x, rng.integers(3, size=64)), 16)
    assert isinstance(fit, NativeFit)
    assert fit.autotuner.trial is not None
    fit.run(np.arange(64), [0.1] * 4)
    assert "2 threads" in fit.path


def test_settling_the_inputs_leaves_no_trace():
    rng = np.random.default_rng(0)
    x = (rng.standard_normal((64, 40)) * (rng.random((64, 40)) < 0.2)).astype(np.float32)
    state = state_of(9)
    before = [a.tobytes() for a in (state.network.theta, state.network.buffers, *state.slots)]
    random = repr(state.rng.bit_generator.state)
    fit = NativeEngine(threads=1).fit(state, Batch(x, rng.integers(3, size=64)), 4)
    assert isinstance(fit, NativeFit)
    assert len(fit.autotuner.programs) == 2
    fit.autotuner.settle_inputs(np.arange(64), np.full(16, 0.1))
    assert len(fit.autotuner.programs) == 1
    after = [a.tobytes() for a in (state.network.theta, state.network.buffers, *state.slots)]
    assert (after, repr(state.rng.bit_generator.state)) == (before, random)


# ------------------------------------------------------------------------------- later


class Clock:
    """The time for the autotuner, which stands still unless it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(autotune, "time", clock)
    return clock


def ready(monkeypatch: pytest.MonkeyPatch, threads: str = "2") -> Autotuner:
    """An autotuner that has decided for all threads."""
    monkeypatch.setattr(autotune, "SMALL_STEP", 0)
    monkeypatch.setenv("NORON_THREADS", threads)
    monkeypatch.setattr(autotune, "idle_cores", lambda: 3)
    autotuner = Autotuner(state_of(9), rows(64), 16, threads=None, inputs="dense")
    autotuner.trial = None
    autotuner.program = SimpleNamespace(plan=SimpleNamespace(waited=0.0))  # type: ignore
    return autotuner


def step(autotuner: Autotuner, waited: float = 0.0, seconds: float = 0.02) -> None:
    candidate, _ = autotuner._next()
    candidate.program.plan.waited = waited  # type: ignore
    autotuner._record(candidate, 10, seconds)


def test_a_run_whose_threads_wait_goes_back_to_fewer_and_tries_again_later(clock, monkeypatch):
    autotuner = ready(monkeypatch, "4")
    step(autotuner, waited=0.001)
    assert autotuner.threads == 4
    step(autotuner, waited=0.01)
    assert autotuner.threads == 2
    step(autotuner, waited=0.01)
    assert autotuner.threads == 1
    pause = autotuner.expiry.after
    assert SOON < pause <= AGAIN_AFTER
    clock.now += 0.9 * pause
    step(autotuner)
    assert autotuner.trial is None
    clock.now += 0.2 * pause
    step(autotuner)
    assert autotuner.trial is not None


def test_a_run_that_is_over_soon_tries_no_more_threads(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    autotuner.trial = autotuner._trial()
    assert autotuner._next(1000)[1] == 1  # the first step shows how long a step takes
    autotuner._record(autotuner._next(1000)[0], 1, 1e-5)
    candidate, steps = autotuner._next(999)
    assert (candidate.threads, steps) == (1, math.inf)
    autotuner._record(candidate, 999, 0.01)
    tried = set[int]()
    for _ in range(4):  # a run of many short calls tries them at last
        candidate, steps = autotuner._next(999)
        tried.add(candidate.threads)
        autotuner._record(candidate, int(min(steps, 999)), 0.01)
    assert tried == {1, 2}


def test_threads_that_would_find_no_idle_core_are_not_tried(clock, monkeypatch):
    autotuner = ready(monkeypatch, "4")
    autotuner.trial = autotuner._trial()
    monkeypatch.setattr(autotune, "idle_cores", lambda: 1)
    tried = []
    while autotuner.trial is not None:
        tried.append(autotuner._next()[0].threads)
        step(autotuner, seconds=0.02 / tried[-1])
    assert (set(tried), autotuner.threads) == ({1, 2}, 2)


def test_a_run_beside_busy_cores_stays_on_one_thread_until_one_is_idle(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    monkeypatch.setattr(autotune, "idle_cores", lambda: 0)
    autotuner.trial = autotuner._trial()
    while autotuner.trial is not None:
        step(autotuner)
        assert autotuner.used == 1
    assert autotuner.threads == 1
    monkeypatch.setattr(autotune, "idle_cores", lambda: 1)
    clock.now += 1.1 * autotuner.expiry.after
    tried = set()
    for _ in range(2 * MOST_GOES):
        step(autotuner)
        tried.add(autotuner.used)
    assert tried == {1, 2}


def test_all_threads_are_looked_at_soon_after_they_have_started(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    assert autotuner._next(10_000) == (autotuner._next()[0], autotune.FIRST_STEPS)
    step(autotuner, seconds=1e-3)
    assert autotuner._next()[1] == autotune.LOOK_SECONDS // 1e-4


def test_waiting_now_and_then_does_not_matter(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    for _ in range(20):  # short calls are looked at together
        step(autotuner, waited=0.0, seconds=0.001)
        step(autotuner, waited=0.0004, seconds=0.008)
    assert autotuner.threads == 2


def test_pauses_become_longer_while_the_cores_are_wanted(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    pauses = []
    for _ in range(8):
        autotuner.trial, autotuner.threads = None, 2
        clock.now += 0.05
        step(autotuner, waited=0.01)
        pauses.append(autotuner.expiry.after)
    assert pauses == sorted(pauses)
    assert pauses[-1] == AGAIN_AFTER
    autotuner.threads = 2
    clock.now += 10 * AGAIN_AFTER
    step(autotuner, waited=0.01)
    assert autotuner.expiry.after == SOON


def test_all_threads_are_measured_again_only_when_steps_become_longer(clock, monkeypatch):
    autotuner = ready(monkeypatch)
    for _ in range(5):
        clock.now += 2 * AGAIN_AFTER
        step(autotuner)
        assert autotuner.trial is None
    step(autotuner, seconds=0.04)
    assert autotuner.trial is not None


def test_trainings_side_by_side_share_the_cores_and_a_trial_waits(monkeypatch):
    autotuner = ready(monkeypatch)
    autotuner.trial = autotuner._trial()
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with AT_WORK:
            inside.set()
            leave.wait(60)

    worker = threading.Thread(target=other)
    with AT_WORK:
        worker.start()
        assert inside.wait(60)
        for _ in range(3):
            assert autotuner._next() == (Candidate(autotuner.program, 1), math.inf)
            step(autotuner)
        assert autotuner.trial is not None
        assert [*map(len, autotuner.trial.times)] == [0, 0]
        leave.set()
        worker.join()
        assert autotuner._next()[1] == 1  # the first step of the trial


def test_each_training_counts_as_one_at_work():
    X, y = moons(n=60, seed=0)
    shares: list[int] = []

    def ask(_: Any) -> None:
        beside = threading.Thread(target=lambda: shares.append(AT_WORK.share(2)))
        beside.start()
        beside.join()

    NeuralNetwork([2, 4, 2], seed=0).train(X, y, epochs=2, callbacks=[ask], engine="native")
    ask(None)
    assert shares == [1, 1, 2]


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="sets the affinity")
def test_the_kernels_count_how_long_threads_wait_for_a_core():
    script = """
    import os
    import numpy as np
    from noron import Dense, ReLU
    from noron.engines import NativeEngine
    from noron.engines.base import Batch, State
    from noron.losses import CrossEntropy
    from noron.network import Network
    from noron.optimizers import SGD

    rng = np.random.default_rng(0)
    data = Batch(rng.standard_normal((640, 40)).astype(np.float32), rng.integers(3, size=640))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for threads in (1, 3):
        net = Network([Dense(50), ReLU(), Dense(3)], 40, rng=rng)
        state = State(net, CrossEntropy(), SGD(), rng)
        fit = NativeEngine(threads=threads).fit(state, data, 64)
        fit.run(np.arange(640), [0.01] * 10)
        print(fit.autotuner.program.plan.waited > 0)
    """
    done = run_script(script)
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")
