"""The compiled kernels: the same bits whatever way they take, and a boundary that holds."""

import copy
import os
import signal
import subprocess
import sys
import textwrap
import threading
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engines.cases import CASES, Case
from noron import (
    ELU,
    SGD,
    Adam,
    AdamW,
    BatchNorm,
    Dense,
    Dropout,
    Momentum,
    NeuralNetwork,
    ReLU,
    Standardize,
    Tanh,
    TrainingWarning,
)
from noron.core.errors import DataError
from noron.engines import NativeEngine, ReferenceEngine
from noron.engines.base import Batch, State
from noron.engines.native import autotune, binding, lowering
from noron.engines.native.binding import NativeProgram, encoded_rows
from noron.engines.native.lowering import INTERFACE, kernels, ops, shuffles_like_numpy
from noron.layers import Layer
from noron.losses import CrossEntropy, MeanSquaredError
from noron.network import Network
from noron.optimizers import ClipNorm, Optimizer
from noron.regularizers import L1, L2, SharedL2

found = kernels().module
if found is None:
    pytest.skip("noron-native is not here", allow_module_level=True)
module: Any = found
alone = pytest.mark.skipif(
    sys.platform == "emscripten", reason="a browser's Python has neither threads nor processes"
)


@pytest.fixture(autouse=True)
def free_choice(monkeypatch):
    """Whatever engine the suite is run on, here each test chooses its own."""
    monkeypatch.delenv("NORON_ENGINE", raising=False)


@pytest.fixture(params=module.instruction_sets())
def instruction_set(request):
    """Each set of instructions that this processor has, in turn."""
    before = module.instruction_set()
    module.use_instruction_set(request.param)
    yield request.param
    module.use_instruction_set(before)


# ------------------------------------------------------------------------------- the same bits

SOME = [CASES[i : i + 12] for i in range(0, 320, 32)]
each_some = pytest.mark.parametrize("chunk", SOME, ids=lambda chunk: f"from_{chunk[0].seed}")


@pytest.mark.parametrize("first", range(0, len(CASES), 32))
@np.errstate(all="ignore")
def test_one_thread_two_and_three_make_the_same_bits(first):
    """In so many steps that each thread takes its columns of the first layer to itself, too."""
    for case in CASES[first : first + 32]:
        dtype = (np.float32, np.float64)[case.seed // 2 % 2]
        one, two, three = (case.run(NativeEngine(threads=n), dtype, steps=20) for n in (1, 2, 3))
        assert "1 thread," in one.path
        assert "2 threads," in two.path
        assert one.bits == two.bits, f"2 threads: {case}"
        assert one.bits == three.bits, f"3 threads: {case}"


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@each_some
@np.errstate(all="ignore")
def test_dense_and_sparse_inputs_make_the_same_bits(chunk, dtype):
    """But behind a Standardize, which sparse inputs fold in: there the last digits differ."""
    for case in chunk:
        dense, sparse, auto = (
            case.run(NativeEngine(threads=1, inputs=way), dtype, steps=30)
            for way in ("dense", "sparse", "auto")
        )
        folded = isinstance(case.layers[0], Standardize) and isinstance(case.layers[1], Dense)
        assert "dense inputs" in dense.path
        assert ("sparse inputs" in sparse.path) == (isinstance(case.layers[0], Dense) or folded)
        if not folded:
            assert dense.bits == sparse.bits, str(case)
            assert dense.bits == auto.bits, str(case)
        elif dtype is np.float64:
            assert np.abs(dense.theta - sparse.theta).max() <= 1e-9, str(case)


def entries(kind: str, rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """A fifth of the numbers, or of those near each other, is not zero; "few" different ones."""
    if kind == "many":
        return rng.standard_normal(shape) * (rng.random(shape) < 0.2)
    near = rng.random((shape[0], -(-shape[1] // 5))).repeat(5, axis=1)[:, : shape[1]]
    return rng.integers(0, 17, size=shape) / 8 * (near < 0.2)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("kind", ["few", "many"])
@pytest.mark.parametrize("width", [8, 15, 16, 33, 130])
def test_the_bits_hold_in_larger_networks_too(width, kind, dtype, instruction_set):
    """Products in several blocks, sums over many rows, regions cut along rows and columns."""
    rng = np.random.default_rng(width)
    data = Batch(entries(kind, rng, (300, 200)).astype(dtype), rng.integers(5, size=300))
    made = []
    for engine in (
        NativeEngine(threads=1, inputs="dense"),
        NativeEngine(threads=2, inputs="dense"),
        NativeEngine(threads=3, inputs="sparse"),
        NativeEngine(threads=1, inputs="sparse"),
    ):
        layers = [Dense(width), BatchNorm(), ReLU(), Dense(2 * width), Tanh(), Dense(5)]
        net = Network(layers, 200, rng=np.random.default_rng(1), dtype=dtype)
        state = State(net, CrossEntropy(), Adam(), np.random.default_rng(2))
        sums = engine.fit(state, data, 130).run(
            rng.permutation(300) * 0 + np.arange(300), [0.01] * 3
        )
        made.append((net.theta.tobytes(), net.buffers.tobytes(), sums))
    assert made[0] == made[1] == made[2] == made[3]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("penalty", [L1(1e-3), L2(0.01), SharedL2(0.5)], ids=lambda p: p.name)
@pytest.mark.parametrize("width", [10, 48, 100])
def test_a_penalty_is_summed_alike_by_any_number_of_threads(width, penalty, dtype, instruction_set):
    """In so many steps that the threads have their columns of the first layer at home."""
    rng = np.random.default_rng(width)
    data = Batch(entries("few", rng, (200, 300)).astype(dtype), rng.integers(5, size=200))
    made = []
    for threads, inputs in ((1, "dense"), (2, "dense"), (3, "dense"), (1, "sparse"), (2, "sparse")):
        net = Network(
            [Dense(width), ReLU(), Dense(5)], 300, rng=np.random.default_rng(1), dtype=dtype,
            regularizers=[penalty],
        )  # fmt: skip
        fit = NativeEngine(threads=threads, inputs=inputs).fit(
            State(net, CrossEntropy(), Adam(), np.random.default_rng(2)), data, 20
        )
        sums = [fit.run(np.arange(200), [0.01] * 10) for _ in range(2)]
        made.append((net.theta.tobytes(), sums))
        expected = net.penalty(20)
        assert fit.run(np.arange(20), [0.0]).penalty / 20 == pytest.approx(expected, rel=1e-5)
    assert all(one == made[0] for one in made)


@pytest.mark.parametrize("optimizer", [SGD(), Momentum(0.9), AdamW()], ids=lambda o: o.name)
@pytest.mark.parametrize("n_rows", [1, 15, 64, 65, 130])
@pytest.mark.parametrize("n_columns", [32, 65, 130])
def test_rows_of_bytes_without_zeros_make_the_bits_of_dense_ones(
    n_columns, n_rows, optimizer, instruction_set
):
    rng = np.random.default_rng(n_rows)
    x = entries("few", rng, (n_rows, n_columns)) + np.eye(n_rows, n_columns)
    x[:, 7] = 0
    assert module.Rows.dense(x).compress().form == "bytes without zeros"
    data = Batch(x, rng.integers(3, size=n_rows))
    for width, batch_size in ((1, 100), (5, 9), (40, 9), (40, 100), (70, 9)):
        made = []
        for threads, inputs in (
            (1, "dense"),
            (2, "dense"),
            (1, "sparse"),
            (2, "sparse"),
            (5, "sparse"),
        ):
            net = Network([Dense(width), Tanh(), Dense(3)], n_columns, rng=np.random.default_rng(1),
                          dtype=np.float64)  # fmt: skip
            state = State(net, CrossEntropy(), optimizer, np.random.default_rng(2))
            fit = NativeEngine(threads=threads, inputs=inputs).fit(state, data, batch_size)
            for _ in range(2):
                fit.run(np.arange(n_rows), [0.01] * -(-n_rows // batch_size))
            arrays = (net.theta, state.good_theta, *state.slots)
            made.append([a.tobytes() for a in arrays])
        assert made == made[:1] * 5, (width, batch_size)


def test_rows_take_the_form_in_which_they_cost_least():
    rng = np.random.default_rng(0)
    few, many = (entries(kind, rng, (300, 50)) for kind in ("few", "many"))
    rare = few * (rng.random(few.shape) < 0.1)
    assert module.Rows.dense(few).compress().form == "bytes without zeros"
    assert module.Rows.dense(-few.astype(f4)).compress(2).form == "bytes without zeros"
    assert module.Rows.dense(many).compress().form == "compressed"
    assert module.Rows.dense(rare).compress().form == "compressed"
    pixels, table = (few * 8).astype(np.uint8), np.arange(256) / 8
    rows = module.Rows.bytes(pixels, table, np.arange(0, 300, 7, i8))
    assert (rows.form, rows.compress().form) == ("bytes", "bytes without zeros")
    with pytest.raises(ValueError, match="compressed already"):
        rows.compress().compress()
    table[200] = 0  # now 0 is not the only zero
    assert module.Rows.bytes(pixels, table, None).compress().form == "compressed"


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_large_arrays_of_few_finite_numbers_are_encoded(dtype, monkeypatch):
    x = entries("few", np.random.default_rng(0), (600, 70)).astype(dtype)
    assert encoded_rows(x) is None  # too small to be worth it
    monkeypatch.setattr(binding, "MANY_NUMBERS", x.size)
    read_only = x.copy()
    read_only.flags.writeable = False
    for same in (x, read_only, np.ma.array(x)):
        rows = encoded_rows(same)
        assert rows is not None
        assert rows[:].dtype == dtype
        assert rows[:].tobytes() == x.tobytes()
    assert module.Rows.bytes(rows.values, rows.table, None).compress().form == "bytes without zeros"
    rare = x * (np.arange(600) % 5 == 0)[:, None]
    for other in (
        *(np.asfortranarray(x), x.repeat(2, axis=0)[::2], x.astype(x.dtype.newbyteorder())),
        *(x.astype(int), x.reshape(600, 7, 10), x.tolist(), x + 1, rare),
        *(x[:, :31].repeat(3, axis=0), entries("many", np.random.default_rng(0), x.shape)),
        np.ma.array(x, mask=x == x[0, 0]),
    ):
        assert encoded_rows(other) is None
    for bad in (np.nan, np.inf, -np.inf, -0.0):
        for row, column in ((599, 69), (0, 0)):
            other = x.copy()
            other[row, column] = bad
            assert encoded_rows(other) is None, bad


def test_a_training_encodes_such_rows_and_refuses_what_it_would_refuse_anyway(monkeypatch):
    x = entries("few", np.random.default_rng(0), (600, 70)).astype(f4)
    y, bad = np.arange(600) % 3, x.copy()
    bad[599, 69] = np.nan
    refused = {
        "X has nan in row 599, column 69": bad,
        "X has masked entries": np.ma.array(x, mask=x == x[0, 0]),
        "X has 35 columns": x[:300].reshape(600, 35),
    }
    ends = []
    for many in (x.size, x.size + 1):
        monkeypatch.setattr(binding, "MANY_NUMBERS", many)
        for validation, engine in ((None, None), (0.2, "native"), (None, NativeEngine())):
            net = NeuralNetwork([70, 5, 3], seed=0)
            net.train(x, y, epochs=2, engine=engine, validation=validation, progress=False)
            ends.append(net.network.theta.tobytes())
        for message, other in refused.items():
            with pytest.raises(DataError, match=message):
                net.train(other, y, epochs=1, progress=False)
    assert ends[:3] == ends[3:]


def test_255_numbers_beside_zero_fit_into_bytes_and_256_do_not():
    x = np.arange(256.0).repeat(4).reshape(-1, 32)
    assert module.Rows.dense(x).compress().form == "bytes without zeros"
    x[3, 3] = 0.5
    assert module.Rows.dense(x).compress().form == "compressed"
    x[3, 3] = x[3, 4]
    last = np.hstack([x, np.where(np.arange(len(x)) == 20, 0.5, 0.0)[:, None]])  # a rest of one
    assert module.Rows.dense(last).compress().form == "compressed"


@pytest.mark.parametrize("kind", ["few", "many"])
def test_a_standardization_that_is_folded_in_is_the_layer_s(kind, instruction_set):
    rng = np.random.default_rng(0)
    data = Batch(entries(kind, rng, (200, 70)), rng.integers(3, size=200))
    made = []
    for engine in (ReferenceEngine(), *(NativeEngine(threads=n) for n in (1, 2, 3))):
        net = Network([Standardize(), Dense(24), ReLU(), Dense(3)], 70, dtype=np.float64,
                      rng=np.random.default_rng(1))  # fmt: skip
        net.learn_inputs(data.x)
        state = State(net, CrossEntropy(), Adam(), np.random.default_rng(2))
        fit = engine.fit(state, data, 32)
        for _ in range(5):
            fit.run(np.arange(200), [0.01] * 7)
        made.append(net.theta)
    assert np.abs(made[1] - made[0]).max() < 1e-12
    assert made[1].tobytes() == made[2].tobytes() == made[3].tobytes()


def test_50_runs_of_one_seed_on_two_threads_end_in_the_same_bits():
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((96, 12)), rng.integers(3, size=96)

    def trained() -> bytes:
        net = NeuralNetwork([Dense(33), ReLU(), Dropout(0.3), Dense(3)], seed=4)
        net.train(X, y, epochs=4, batch_size=20, optimizer="adam", engine=NativeEngine(threads=2))
        return net.network.theta.tobytes()

    assert len({trained() for _ in range(50)}) == 1


def test_a_way_that_is_still_undecided_takes_no_look_twice(monkeypatch):
    """Looking is drawing masks and following statistics: trying ways out must leave no trace."""
    monkeypatch.setattr(autotune, "SMALL_STEP", 0)
    monkeypatch.setattr(autotune, "AGAIN_AFTER", 0.0)
    monkeypatch.setenv("NORON_THREADS", "3")
    rng = np.random.default_rng(0)
    x = rng.standard_normal((60, 40)) * (rng.random((60, 40)) < 0.2)
    for optimizer in (ClipNorm(Adam(), 0.1), Adam(), Optimizer.make("lbfgs")):
        ends = []
        for engine in (NativeEngine(threads=1, inputs="dense"), NativeEngine()):
            layers = [Dense(9), BatchNorm(), ReLU(), Dropout(0.4), Dense(2)]
            net = Network(layers, 40, rng=np.random.default_rng(1), dtype=np.float64)
            state = State(net, CrossEntropy(), optimizer, np.random.default_rng(2))
            fit = engine.fit(state, Batch(x, rng.integers(1, 2, size=60)), 60)
            for _ in range(6):
                fit.run(np.arange(60), [0.01])
            arrays = (net.theta, net.buffers, *state.slots)
            ends.append((*(a.tobytes() for a in arrays), state.rng.bit_generator.state))
        assert ends[0] == ends[1], optimizer.name


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_row_is_predicted_alone_as_among_others(dtype, instruction_set):
    for case in CASES[:120:2]:
        network, x = case.state(dtype).network, case.rows(dtype).x
        together = NativeEngine().scores(network, x)
        for i in (0, 7, len(x) - 1):
            alone = NativeEngine().scores(
                network, x.pick([i]) if hasattr(x, "pick") else x[i : i + 1]
            )
            assert alone[0].tobytes() == together[i].tobytes(), str(case)


@alone
def test_one_network_predicts_in_several_threads_of_python_at_once():
    net = NeuralNetwork([20, 64, 64, 3], seed=0)
    rows = [
        np.random.default_rng(i).standard_normal((400, 20)).astype(np.float32) for i in range(4)
    ]
    with pytest.warns(TrainingWarning, match="not trained"):
        right = [net.predict_proba(x).tobytes() for x in rows]
    wrong: list[int] = []

    def predict(i: int) -> None:
        for _ in range(100):
            if net.predict_proba(rows[i]).tobytes() != right[i]:
                wrong.append(i)

    workers = [threading.Thread(target=predict, args=(i,)) for i in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not wrong


def test_many_rows_are_predicted_by_two_threads_as_by_one(monkeypatch):
    network = Network([Dense(20), ReLU(), Dense(3)], 7, rng=np.random.default_rng(0))
    x = np.random.default_rng(1).standard_normal((3001, 7)).astype(np.float32)
    results = []
    for threads in ("1", "2", "5"):
        monkeypatch.setenv("NORON_THREADS", threads)
        results.append(NativeEngine().scores(network, x).tobytes())
    assert len(set(results)) == 1


def test_the_kernels_shuffle_as_numpy_does():
    assert shuffles_like_numpy()
    for n in (1, 2, 3, 31, 32, 33, 100, 255, 256, 257, 1000, 4097, 65536, 65537):
        for seed, bits in enumerate((np.random.PCG64, np.random.MT19937, np.random.Philox)):
            ours, theirs = (np.random.Generator(bits(seed)) for _ in range(2))
            for rng in (ours, theirs):
                rng.random(n % 3, dtype=np.float32)  # half of a draw may be left over
            for _ in range(3):
                order = np.full(n, -1, i8)
                module.permutation(ours.bit_generator.capsule, order)
                assert np.array_equal(order, theirs.permutation(n))
            assert repr(ours.bit_generator.state) == repr(theirs.bit_generator.state)


@alone
def test_two_fits_at_the_same_time_do_not_touch_each_other():
    case: Case = next(c for c in CASES if "dropout" in str(c) and c.inputs == "sparse")
    alone = case.run(NativeEngine(threads=2)).bits
    seen: list[Any] = []
    workers = [
        threading.Thread(target=lambda: seen.append(case.run(NativeEngine(threads=2)).bits))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert seen == [alone] * 4


@alone
def test_a_plan_that_is_at_work_is_refused_to_another_thread():
    plan = module.Plan(**numbers())
    given = a_run(n_epochs=100_000, rates=np.zeros(300_000), sums=np.zeros((100_000, 4)))
    given |= {"seconds": None}

    def work() -> None:
        """Run the plan as soon as it is free."""
        while True:
            try:
                return run(plan, given)
            except ValueError as error:
                if "at work in another thread" not in str(error):
                    raise

    worker = threading.Thread(target=work)
    worker.start()
    refused = False
    while worker.is_alive() and not refused:
        try:
            run(plan, a_run())
        except ValueError as error:
            refused = "at work in another thread" in str(error)
    worker.join()
    assert refused


# ---------------------------------------------------------------------------------- interruption

ENDLESS = """
    import os, signal, sys, threading
    signal.signal(signal.SIGINT, signal.default_int_handler)
    import numpy as np
    from noron import NeuralNetwork, TrainingWarning
    import warnings
    warnings.simplefilter("ignore", TrainingWarning)
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((20000, 20)), rng.integers(3, size=20000)
    net = NeuralNetwork([20, 32, 3], seed=0)
    before = net.network.theta.copy()
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    callbacks = [lambda row: None] if "watched" in sys.argv else []
    history = net.train(X, y, epochs=10**7, batch_size=4, engine="native", callbacks=callbacks)
    assert history.interrupted and history.stop_reason.startswith("interrupted after epoch ")
    assert len(history.rows) < 10**6
    assert np.isfinite(net.network.theta).all() and not np.array_equal(net.network.theta, before)
    net.train(X, y, epochs=1, engine="native")
    print("went on")
"""


def run_script(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    if "ASAN_OPTIONS" in env:
        env["ASAN_OPTIONS"] += ":max_allocation_size_mb=1000:log_path=stderr"
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@alone
@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("watched", ["watched", "unwatched"])
def test_ctrl_c_ends_a_run_that_would_take_hours(watched):
    done = run_script(ENDLESS, watched)
    assert done.stdout == "went on\n", done.stderr


# ------------------------------------------------------------------------- the boundary, directly


def numbers(training: bool = True, **changes: Any) -> dict[str, Any]:
    """What a plan of Dense(4), Dropout, ReLU, Dense(3) on 5 inputs is made from."""
    network = Network([Dense(4), Dropout(0.5), ReLU(), Dense(3)], 5, rng=np.random.default_rng(0))
    made = {
        "layers": ops(network, training=training),
        "n_inputs": 5,
        "loss": "cross_entropy",
        "link": "softmax",
        "setting": 0.0,
        "class_weight": [],
        "theta": network.theta,
        "grad": network.grad,
        "buffers": network.buffers,
        "batch_rows": 4,
        "training": training,
    }
    assert made.keys() >= changes.keys()
    return made | changes


DESCENT = lowering.KEEP | {
    "update": "sgd", "slots": [], "l1": 0.0, "l2": 0.0, "shared_l2": 0.0, "weights": [],
}  # fmt: skip
RANDOM = np.random.default_rng(0)
"""Kept: a generator's capsule does not keep it alive."""


def a_run(**changes: Any) -> dict[str, Any]:
    """The arguments of a run of two epochs of three steps over ten rows."""
    made = {
        "x": module.Rows.dense(np.ones((10, 5), np.float32)),
        "labels": np.arange(10, dtype=i8) % 3,
        "y": None,
        "weight": None,
        "order": np.arange(10, dtype=i8),
        "n_epochs": 2,
        "batch_size": 4,
        "shuffle": False,
        "update": True,
        "rates": np.full(6, 0.1),
        "t": 0,
        "random": RANDOM.bit_generator.capsule,
        "good_theta": None,
        "sums": np.zeros((2, 4)),
        "seconds": np.zeros(2),
        "threads": 1,
    }
    assert made.keys() >= changes.keys()
    return made | changes


def run(plan: Any, given: dict[str, Any]) -> tuple[str, int]:
    """How a run of the plan ends, and after how many steps."""
    end = plan.run(given["x"], module.Run(**{k: v for k, v in given.items() if k != "x"}))
    return end.outcome, end.steps


def start(given: dict[str, Any], plan: dict[str, Any] | None = None) -> tuple[str, int]:
    made = module.Plan(**(numbers() if plan is None else plan))
    made.optimize(**DESCENT)
    return run(made, given)


def tables(places: list[tuple[int, int, int]]) -> list[Any]:
    return [module.Table(weight=at, size=size, width=width) for at, size, width in places]


def with_layer(i: int, **changes: Any) -> Callable[[], list[Any]]:
    """Make the layers, one of them changed; to set an unknown name is refused already."""

    def layers() -> list[Any]:
        made = numbers()["layers"]
        for field, value in changes.items():
            setattr(made[i], field, tables(value) if field == "tables" else value)
        return made

    return layers


def read_only(x: Any) -> Any:
    x = np.array(x)
    x.flags.writeable = False
    return x


def misaligned(x: Any) -> Any:
    """The same numbers, a byte beside where they should begin."""
    x = np.asarray(x)
    memory = np.zeros(x.nbytes + 1, np.uint8)
    moved = memory[1:].view(x.dtype).reshape(x.shape)
    moved[...] = x
    assert not moved.flags.aligned
    return moved


f4, f8, i4, i8 = np.float32, np.float64, np.int32, np.int64
REFUSED = (ValueError, TypeError, MemoryError, OverflowError)

BAD_PLANS = {
    "no layers": {"layers": []},
    "other width": {"n_inputs": 6},
    "no inputs": {"n_inputs": 0},
    "negative inputs": {"n_inputs": -5},
    "too many inputs": {"n_inputs": 2**31},
    "theta of integers": {"theta": np.zeros(39, i8)},
    "theta of two dimensions": {"theta": np.zeros((39, 1), f4)},
    "short theta": {"theta": np.zeros(38, f4), "grad": np.zeros(38, f4)},
    "theta with gaps": {"theta": np.zeros(78, f4)[::2]},
    "theta backwards": {"theta": np.zeros(39, f4)[::-1]},
    "big-endian theta": {"theta": np.zeros(39, ">f4")},
    "read-only theta": {"theta": read_only(np.zeros(39, f4))},
    "theta of half precision": {"theta": np.zeros(39, np.float16)},
    "theta as a list": {"theta": [0.0] * 39},
    "theta None": {"theta": None},
    "grad of another type": {"grad": np.zeros(39)},
    "short grad": {"grad": np.zeros(3, f4)},
    "read-only grad": {"grad": read_only(np.zeros(39, f4))},
    "buffers of another type": {"buffers": np.zeros(4)},
    "dropout in a prediction": {"layers": with_layer(1), "training": False},
    "no rows": {"batch_rows": 0},
    "negative rows": {"batch_rows": -1},
    "2**27 rows": {"batch_rows": 2**27},
    "2**62 rows": {"batch_rows": 2**62},
    "three class weights too few": {"class_weight": [1.0, 2.0]},
    "unknown loss": {"loss": "hinge"},
    "unknown link": {"link": "log"},
    "a number as the loss": {"loss": 0},
    "unknown kind": {"layers": with_layer(0, kind="conv")},
    "a number as the kind": {"layers": with_layer(0, kind=0)},
    "unknown activation": {"layers": with_layer(2, activation="Relu")},
    "weights behind theta": {"layers": with_layer(3, weight=30)},
    "weights far behind theta": {"layers": with_layer(3, weight=2**62)},
    "no weights": {"layers": with_layer(3, weight=-1)},
    "bias behind theta": {"layers": with_layer(3, bias=37)},
    "statistics behind buffers": {
        "layers": with_layer(1, kind="batch_norm", weight=0, bias=0, mean=0, var=0)
    },
    "2**31 units": {"layers": with_layer(3, n_out=2**31)},
    "2**30 units": {"layers": with_layer(3, n_out=2**30)},
    "negative units": {"layers": with_layer(3, n_out=-3)},
    "a dropout with weights": {"layers": with_layer(1, weight=0)},
    "a dropout with a bias": {"layers": with_layer(1, bias=0)},
    "an activation with weights": {"layers": with_layer(2, weight=0)},
    "an activation with statistics": {"layers": with_layer(2, mean=0)},
    "a dropout with statistics": {"layers": with_layer(1, var=0)},
    "a dropout with a ReLU": {"layers": with_layer(1, relu=True)},
    "a dropout of everything": {"layers": with_layer(1, setting=1.0)},
    "a dropout of NaN": {"layers": with_layer(1, setting=float("nan"))},
    "theta at an odd address": {"theta": misaligned(np.zeros(39, f4))},
    "buffers at an odd address": {"buffers": misaligned(np.zeros(4, f4))},
    "an activation that widens": {"layers": with_layer(2, n_out=5)},
    "a block without an end": {"layers": with_layer(1, kind="residual_begin", partner=-1)},
    "a block that ends in no end": {"layers": with_layer(1, kind="residual_begin", partner=3)},
    "a block that ends nowhere": {"layers": with_layer(1, kind="residual_begin", partner=1000)},
    "an end without a beginning": {"layers": with_layer(2, kind="residual_end", partner=0)},
    "an embedding without tables": {"layers": with_layer(1, kind="embedding")},
    "a dropout with a table": {"layers": with_layer(1, tables=[(0, 3, 1)])},
    "a table behind theta": {"layers": with_layer(1, kind="embedding", tables=[(37, 3, 1)])},
    "a table before theta": {"layers": with_layer(1, kind="embedding", tables=[(-1, 3, 1)])},
    "a table far behind theta": {"layers": with_layer(1, kind="embedding", tables=[(2**62, 3, 1)])},
    "a table of no rows": {"layers": with_layer(1, kind="embedding", tables=[(0, 0, 1)])},
    "a table of 2**62 rows": {"layers": with_layer(1, kind="embedding", tables=[(0, 2**62, 1)])},
    "a table of negative width": {"layers": with_layer(1, kind="embedding", tables=[(0, 3, -1)])},
    "a table of another width": {"layers": with_layer(1, kind="embedding", tables=[(0, 3, 2)])},
    "more tables than inputs": {"layers": with_layer(1, kind="embedding", tables=[(0, 3, 1)] * 99)},
    "an embedding with weights": {
        "layers": with_layer(1, kind="embedding", tables=[(0, 3, 1)], weight=0)
    },
    "an end before its beginning": {"layers": with_layer(2, kind="residual_end", partner=3)},
}


@pytest.mark.parametrize("changes", BAD_PLANS.values(), ids=BAD_PLANS)
def test_a_plan_that_does_not_fit_is_refused(changes):
    with pytest.raises(REFUSED) as error:
        module.Plan(**{k: v() if callable(v) else v for k, v in numbers(**changes).items()})
    assert str(error.value)


BAD_RUNS = {
    "other columns": {"x": module.Rows.dense(np.ones((10, 6), f4))},
    "other type": {"x": module.Rows.dense(np.ones((10, 5)))},
    "x as an array": {"x": np.ones((10, 5), f4)},
    "label too large": {"labels": np.full(10, 3)},
    "label negative": {"labels": np.full(10, -1)},
    "labels of int32": {"labels": np.zeros(10, i4)},
    "labels for fewer rows": {"labels": np.zeros(9, i8)},
    "big-endian labels": {"labels": np.zeros(10, ">i8")},
    "no targets": {"labels": None},
    "y of one column": {"labels": None, "y": np.zeros((10, 1), f4)},
    "y flat": {"labels": None, "y": np.zeros(10, f4)},
    "y of float64": {"labels": None, "y": np.zeros((10, 3))},
    "y in columns": {"labels": None, "y": np.zeros((10, 3), f4, order="F")},
    "weight of float64": {"weight": np.ones(10)},
    "weights for fewer rows": {"weight": np.ones(9, f4)},
    "labels at an odd address": {"labels": misaligned(np.arange(10, dtype=i8) % 3)},
    "order at an odd address": {"order": misaligned(np.arange(10, dtype=i8))},
    "rates at an odd address": {"rates": misaligned(np.full(6, 0.1))},
    "sums at an odd address": {"sums": misaligned(np.zeros((2, 4)))},
    "row out of range": {"order": np.full(10, 10)},
    "row negative": {"order": np.full(10, -1)},
    "row 2**62": {"order": np.full(10, 2**62)},
    "order of int32": {"order": np.arange(10, dtype=i4)},
    "order of floats": {"order": np.arange(10.0)},
    "order with gaps": {"order": np.arange(20, dtype=i8)[::2]},
    "order of two dimensions": {"order": np.arange(10, dtype=i8).reshape(2, 5)},
    "no order": {"order": np.arange(0, dtype=i8), "rates": np.ones(0)},
    "orders for three epochs of two": {"order": np.zeros((3, 10), i8)},
    "orders that name no row": {"order": np.full((2, 10), 99)},
    "orders, shuffled": {"order": np.zeros((2, 10), i8), "shuffle": True},
    "longer order, shuffled": {"order": np.arange(11, dtype=i8), "shuffle": True},
    "read-only order, shuffled": {"order": read_only(np.arange(10, dtype=i8)), "shuffle": True},
    "no epochs": {"n_epochs": 0},
    "negative epochs": {"n_epochs": -1},
    "2**31 epochs": {"n_epochs": 2**31},
    "2**30 epochs": {"n_epochs": 2**30},
    "batch of none": {"batch_size": 0},
    "batch negative": {"batch_size": -4},
    "batch larger than the plan": {"batch_size": 5},
    "batch of 2**62": {"batch_size": 2**62},
    "too few rates": {"rates": np.ones(5)},
    "too many rates": {"rates": np.ones(7)},
    "rates of float32": {"rates": np.ones(6, f4)},
    "sums of one epoch": {"sums": np.zeros((1, 4))},
    "sums of three": {"sums": np.zeros((2, 3))},
    "sums read-only": {"sums": read_only(np.zeros((2, 4)))},
    "sums None": {"sums": None},
    "seconds of one epoch": {"seconds": np.zeros(1)},
    "good theta of float64": {"good_theta": np.zeros(39)},
    "good theta short": {"good_theta": np.zeros(38, f4)},
    "good theta read-only": {"good_theta": read_only(np.zeros(39, f4))},
    "no generator": {"random": None},
    "a generator without its capsule": {"random": np.random.default_rng(0)},
    "another capsule": {"random": __import__("datetime").datetime_CAPI},
    "no threads": {"threads": 0},
    "negative threads": {"threads": -1},
    "65 threads": {"threads": 65},
    "2**62 threads": {"threads": 2**62},
    "t of text": {"t": "one"},
    "t of 2**63": {"t": 2**63},
}


@pytest.mark.parametrize("changes", BAD_RUNS.values(), ids=BAD_RUNS)
def test_a_run_that_does_not_fit_is_refused_and_changes_nothing(changes):
    plan = numbers()
    before = plan["theta"].copy()
    with pytest.raises(REFUSED) as error:
        start(a_run(**changes), plan)
    assert str(error.value)
    assert np.array_equal(plan["theta"], before)


def test_what_fits_is_run():
    plan = numbers()
    before = plan["theta"].copy()
    assert start(a_run(), plan) == ("done", 6)
    assert not np.array_equal(plan["theta"], before)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("rows", [60, 900], ids=["few", "many"])
def test_entries_are_listed_anew_for_another_batch_or_other_rows(rows, threads):
    """They stay where the next step has the same rows in the same order, as one of all rows has."""
    rng = np.random.default_rng(0)
    y, network = rng.integers(0, 3, rows), Network([Dense(3)], 90, rng=rng, dtype=np.float64)

    def program():
        x = rng.standard_normal((rows, 90)) * (rng.random((rows, 90)) < 0.2)
        return NativeProgram(network, CrossEntropy(), SGD(), (), Batch(x, y), rows, "sparse")

    def gradient(of, order):
        of.run(order, np.zeros(1), 0, rng, threads, update=False)
        return network.grad.copy()

    first, second = program(), program()
    whole, other = np.arange(rows), rng.permutation(rows)
    for given in (first.rows, second.rows, first.rows):
        first.rows = given
        for order in (whole, whole, other, whole, whole[:30], whole):
            anew = copy.copy(first)
            anew.plan = program().plan
            assert np.array_equal(gradient(first, order), gradient(anew, order))
            network.theta[:] += 0.01
    before = gradient(first, whole)
    first.rows.fold(np.full(90, 2.0), np.ones(90))
    assert not np.allclose(before, gradient(first, whole))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("units", [1, 3, 7])
@pytest.mark.parametrize(("rows", "inputs"), [(40, 90), (300, 200), (1100, 1000)])
def test_few_units_have_the_same_gradient_from_one_thread_and_two(rows, inputs, units, dtype):
    rng = np.random.default_rng(0)
    x = rng.standard_normal((rows, inputs)).astype(dtype)
    network = Network([Dense(units)], inputs, rng=rng, dtype=dtype)
    data = Batch(x, rng.standard_normal((rows, units)).astype(dtype))
    program = NativeProgram(network, MeanSquaredError(), SGD(), (), data, rows, "dense")
    found = []
    for threads in (1, 2):
        program.run(np.arange(rows), np.zeros(1), 0, rng, threads, update=False)
        found.append(network.grad.tobytes())
    assert found[0] == found[1]


@pytest.mark.parametrize("penalty", [L2(0.01), SharedL2(0.5)])
def test_epochs_of_given_orders_are_those_of_single_runs(penalty):
    rng = np.random.default_rng(0)
    x, y, weight = rng.normal(size=(23, 5)), rng.integers(0, 3, 23), rng.random(23)
    orders = np.array([rng.permutation(23) for _ in range(4)])
    rates = np.linspace(0.01, 0.1, 4 * 3)

    def fit():
        layers = [Dense(7), ReLU(), Dense(3)]
        network = Network(
            layers, 5, rng=np.random.default_rng(1), dtype=np.float64, regularizers=[penalty]
        )
        state = State(network, CrossEntropy(), Adam(epsilon_hat=True), np.random.default_rng(2))
        return NativeEngine().fit(state, Batch(x, y, weight), 8), network

    one_by_one, stepped = fit()
    sums = [
        one_by_one.run(order, of_epoch)
        for order, of_epoch in zip(orders, rates.reshape(4, 3), strict=True)
    ]
    at_once, together = fit()
    epochs = at_once.epochs(rates, orders)
    assert np.array_equal(stepped.theta, together.theta)
    found = [[s.loss, s.penalty, s.correct, s.weight] for s in sums]
    assert np.array_equal(epochs.sums, found)


def watching(**changes: Any) -> dict[str, Any]:
    """A plan, a watcher of the same network, and what a run of it is given to watch seven rows."""
    plan = numbers()
    evaluating = numbers(training=False) | {k: plan[k] for k in ("theta", "grad", "buffers")}
    given = {
        "watcher": module.Plan(**evaluating),
        "watched": module.Rows.dense(np.random.default_rng(3).normal(size=(7, 5)).astype(f4)),
        "scores": np.zeros((2, 7, 3), f4),
    }
    assert given.keys() >= changes.keys()
    return {"plan": plan} | given | changes


BAD_WATCHING = {
    "no rows": {"watched": None},
    "no place": {"scores": None},
    "a place for one epoch": {"scores": np.zeros((1, 7, 3), f4)},
    "a place for fewer rows": {"scores": np.zeros((2, 6, 3), f4)},
    "a place of float64": {"scores": np.zeros((2, 7, 3))},
    "a place with gaps": {"scores": np.zeros((4, 7, 3), f4)[::2]},
    "a place read-only": {"scores": read_only(np.zeros((2, 7, 3), f4))},
    "rows of another width": {"watched": module.Rows.dense(np.ones((7, 6), f4))},
    "rows of another type": {"watched": module.Rows.dense(np.ones((7, 5)))},
    "rows as an array": {"watched": np.ones((7, 5), f4)},
    "rows for training": {"watched": module.Rows.dense(np.ones((7, 5), f4)).compress(1, 64)},
    "another network": {"watcher": module.Plan(**numbers(training=False))},
    "a plan for training": {"watcher": module.Plan(**numbers())},
    "no plan": {"watcher": "plan"},
}


@pytest.mark.parametrize("changes", BAD_WATCHING.values(), ids=BAD_WATCHING)
def test_watching_that_does_not_fit_is_refused_and_changes_nothing(changes):
    given = watching(**changes)
    plan = given.pop("plan")
    before = plan["theta"].copy()
    with pytest.raises(REFUSED) as error:
        start(a_run() | given, plan)
    assert str(error.value)
    assert np.array_equal(plan["theta"], before)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_what_is_watched_is_what_would_have_been_predicted(threads):
    given = watching()
    plan, network = given.pop("plan"), given["watcher"]
    assert start(a_run(threads=threads) | given, plan) == ("done", 6)
    out = np.zeros((7, 3), f4)
    network.predict(given["watched"], 0, 7, out, False, 1)
    assert np.array_equal(given["scores"][1], out)
    assert not np.array_equal(given["scores"][0], out)


def together(
    n: int = 3, shared: Any = (), **each: Any
) -> tuple[list[dict[str, Any]], Callable[[], list[tuple[str, int]]]]:
    """What n plans are made from, and a call that runs them together."""
    plans = [numbers() for _ in range(n)]
    made = [module.Plan(**plan) for plan in plans]
    for plan in made:
        plan.optimize(**DESCENT)
    given = a_run() | {"seconds": None} | dict(shared)
    each = {
        "rates": [np.full(6, 0.1 * (i + 1)) for i in range(n)],
        "random": [np.random.default_rng(i).bit_generator.capsule for i in range(n)],
        "sums": [np.zeros((2, 4)) for _ in range(n)],
        "plans": made,
    } | each

    def call() -> list[tuple[str, int]]:
        x, plans = given.pop("x"), each.pop("plans")
        runs = [
            module.Run(**given | {name: values[i] for name, values in each.items()})
            for i in range(n)
        ]
        return [(end.outcome, end.steps) for end in module.run_several(plans, x, runs)]

    return plans, call


BAD_TOGETHER: dict[str, dict[str, Any]] = {
    "no plans": {"plans": [], "n": 0},
    "fewer plans": {"plans": [module.Plan(**numbers())]},
    "no plans at all": {"plans": ["plan"] * 3},
    "a plan for predictions": {"plans": [module.Plan(**numbers(training=False))] * 3},
    "a plan twice": {"plans": [module.Plan(**numbers())] * 3},
    "rates of one epoch": {"rates": [np.full(3, 0.1)] * 3},
    "one that has no rates": {"rates": [np.full(6, 0.1)] * 2 + [None]},
    "no generators": {"random": [None] * 3},
    "sums of one epoch": {"sums": [np.zeros((1, 4))] * 3},
    "a row out of range": {"shared": {"order": np.full(10, 10)}},
    "labels out of range": {"shared": {"labels": np.full(10, 3)}},
    "other orders": {"order": [np.arange(10, dtype=i8) for _ in range(3)]},
    "other labels": {"labels": [np.arange(10, dtype=i8) % 3 for _ in range(3)]},
    "other batches": {"batch_size": [4, 4, 3], "rates": [np.ones(6), np.ones(6), np.ones(8)]},
    "two threads": {"shared": {"threads": 2}},
    "only looks": {"shared": {"update": False}},
    "shuffled": {"shared": {"shuffle": True}},
    "watchers without rows": {"watcher": [module.Plan(**numbers(training=False))] * 3},
    "other columns": {"shared": {"x": module.Rows.dense(np.ones((10, 6), f4))}},
}


@pytest.mark.parametrize("changes", BAD_TOGETHER.values(), ids=BAD_TOGETHER)
def test_plans_that_do_not_go_together_are_refused_and_nothing_is_changed(changes):
    plans, call = together(**changes)
    before = [plan["theta"].copy() for plan in plans]
    with pytest.raises(REFUSED) as error:
        call()
    assert str(error.value)
    assert all(np.array_equal(plan["theta"], b) for plan, b in zip(plans, before, strict=True))


def test_plans_together_end_where_each_would_and_divergence_stops_none():
    rngs = [np.random.default_rng(i) for i in range(3)]  # kept while their capsules are in use
    rates = [np.full(6, rate) for rate in (0.1, np.inf, 0.2)]
    plans, call = together(rates=rates, random=[rng.bit_generator.capsule for rng in rngs])
    ends = call()
    assert ends[0] == ends[2] == ("done", 6)
    assert ends[1][0] in ("look_diverged", "step_diverged")
    for i, (rate, plan) in enumerate(zip(rates, plans, strict=True)):
        alone, rng = numbers(), np.random.default_rng(i)
        assert start(a_run(rates=rate, random=rng.bit_generator.capsule), alone) == ends[i]
        assert np.array_equal(alone["theta"], plan["theta"], equal_nan=True)


UNKNOWN = {
    "a run": lambda: module.Run(**{k: v for k, v in a_run().items() if k != "x"}, speed=1),
    "a plan": lambda: module.Plan(**numbers(), speed=1),
    "an optimizer": lambda: module.Plan(**numbers()).optimize(**DESCENT, speed=1),
    "a layer": lambda: setattr(numbers()["layers"][0], "speed", 1),
}


@pytest.mark.parametrize("call", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_setting_is_refused_by_its_name(call):
    with pytest.raises((TypeError, AttributeError), match="speed"):
        call()


def csr(**changes: Any) -> tuple[Any, ...]:
    made = {
        "starts": np.array([0, 2, 2, 3], i8),
        "columns": np.array([0, 4, 1], i4),
        "values": np.ones(3, f4),
        "n_columns": 5,
    }
    return tuple((made | changes).values())


BAD_ROWS = {
    "starts fall": {"starts": np.array([0, 2, 1, 3], i8)},
    "starts leave": {"starts": np.array([0, 9, 2, 3], i8)},
    "starts negative": {"starts": np.array([0, -5, 2, 3], i8)},
    "starts begin late": {"starts": np.array([1, 2, 2, 3], i8)},
    "starts end early": {"starts": np.array([0, 2, 2, 2], i8)},
    "starts end late": {"starts": np.array([0, 2, 2, 4], i8)},
    "no starts": {"starts": np.zeros(0, i8)},
    "starts of int32": {"starts": np.array([0, 2, 2, 3], i4)},
    "column too large": {"columns": np.array([0, 5, 1], i4)},
    "column negative": {"columns": np.array([-1, 4, 1], i4)},
    "columns unsorted": {"columns": np.array([4, 0, 1], i4)},
    "columns twice": {"columns": np.array([4, 4, 1], i4)},
    "columns of int64": {"columns": np.array([0, 4, 1], i8)},
    "values of integers": {"values": np.ones(3, i4)},
    "too few values": {"values": np.ones(2, f4)},
    "values with gaps": {"values": np.ones(6, f4)[::2]},
    "big-endian values": {"values": np.ones(3, ">f4")},
    "no columns": {"n_columns": 0},
    "columns 2**31": {"n_columns": 2**31},
    "columns 2**62": {"n_columns": 2**62},
    "columns negative": {"n_columns": -1},
}


@pytest.mark.parametrize("changes", BAD_ROWS.values(), ids=BAD_ROWS)
def test_compressed_rows_that_are_broken_are_refused(changes):
    assert module.Rows.compressed(*csr()).n_entries == 3
    with pytest.raises(REFUSED) as error:
        module.Rows.compressed(*csr(**changes))
    assert str(error.value)


def test_other_rows_that_are_broken_are_refused():
    good, table = np.zeros((3, 5), np.uint8), np.zeros(256, f4)
    assert module.Rows.bytes(good, table, None).compress().n_entries == 0
    for x in (np.zeros((3, 5), f4, order="F"), np.zeros(5, f4), np.zeros((3, 0), f4),
              np.zeros((3, 5), i4), np.zeros((3, 5), ">f8"), np.zeros((3, 4), f4)[:, :3], None, "x",
              [[1.0]], np.zeros((3, 5), complex)):  # fmt: skip
        with pytest.raises(REFUSED):
            module.Rows.dense(x)
    for x, t, chosen in (
        (good.astype(np.int8), table, None),
        (good.T, table, None),
        (good, table[:255], None),
        (good, np.zeros(256, i8), None),
        (good, table, np.array([3], i8)),
        (good, table, np.array([-1], i8)),
        (good, table, np.array([0], i4)),
        (good, table, np.array([[0]], i8)),
    ):
        with pytest.raises(REFUSED):
            module.Rows.bytes(x, t, chosen)
    rows = module.Rows.compressed(*csr())
    with pytest.raises(ValueError, match="compressed already"):
        rows.compress()
    for scale in (np.ones(4, f4), np.ones(5), None, np.ones((5, 1), f4)):
        with pytest.raises(REFUSED):
            rows.fold(scale, np.ones(5, f4))
    with pytest.raises(ValueError, match="only compressed"):
        module.Rows.dense(np.ones((3, 5), f4)).fold(np.ones(5, f4), np.ones(5, f4))


def test_what_has_another_setting_than_the_kernel_s_has_no_kernel():
    assert lowering.has_kernel(ELU(0.5), {"elu": "alpha"})
    assert not lowering.has_kernel(ELU(0.5), {"elu": "slope"})
    assert not lowering.has_kernel(ELU(0.5), {"elu": ""})
    assert lowering.has_kernel(Tanh(), {"tanh": ""})
    assert lowering.has_kernel(CrossEntropy(0.1), {"cross_entropy": "label_smoothing"})
    assert not lowering.has_kernel(CrossEntropy(0.1), {"focal": "gamma"})


def test_rows_are_encoded_as_bytes():
    rows = module.Rows.dense(np.ones((3, 5), f4))
    table = np.zeros(256, f4)
    codes = rows.encode(table, 1)
    np.testing.assert_array_equal(codes, np.ones((3, 5), np.uint8))
    np.testing.assert_array_equal(table, np.arange(256) > 0)
    assert module.Rows.dense(np.arange(300, dtype=f4).reshape(3, 100)).encode(table, 1) is None
    for bad in (table[:255], np.zeros(256), None):
        with pytest.raises(REFUSED):
            rows.encode(bad, 1)
    for threads in (0, 65):
        with pytest.raises(REFUSED):
            rows.encode(table, threads)
    with pytest.raises(ValueError, match="only dense"):
        module.Rows.bytes(codes, table, None).encode(table, 1)


def test_memory_of_a_training_that_is_used_again_is_zeroed():
    """Blocks of some megabytes are kept; what was in them must not be in the next codes."""
    table = np.zeros(256, f4)
    full, sparse = np.ones((4000, 2500), f4), np.zeros((4000, 2500), f4)
    sparse[:, :300] = 2
    first = module.Rows.dense(full).encode(table, 2)
    address = first.ctypes.data
    del first
    again = module.Rows.dense(sparse).encode(table, 2)
    assert np.array_equal(again, sparse > 0)
    assert again.ctypes.data == address or sys.platform != "linux"


def optimize(plan: Any, update: Any, slots: list[Any], weights: list[tuple[int, int]]) -> None:
    segments = [module.Segment(*weight) for weight in weights]
    plan.optimize(**DESCENT | {"update": update, "slots": slots, "weights": segments})


def test_an_optimizer_that_does_not_fit_is_refused():
    plan = module.Plan(**numbers())
    slot = np.zeros(39, f4)
    for update, slots, weights in (
        ("adagrad", [], []),
        (1, [], []),
        ("adam", [slot], []),
        ("momentum", [slot, slot], []),
        ("momentum", [slot[:-1]], []),
        ("momentum", [slot.astype(f8)], []),
        ("momentum", [read_only(slot)], []),
        ("sgd", [], [(0, 40)]),
        ("sgd", [], [(-1, 4)]),
        ("sgd", [], [(5, 4)]),
        ("sgd", [], [(2**62, 2**62)]),
        ("sgd", [], [(0, 2**63)]),
        ("sgd", [], [(0, 4), (3, 8)]),
    ):
        with pytest.raises(REFUSED):
            optimize(plan, update, slots, weights)
    optimize(plan, "adam", [slot, slot.copy()], [(0, 4)])


def test_a_prediction_that_does_not_fit_is_refused():
    plan = module.Plan(**numbers(training=False))
    rows, out = module.Rows.dense(np.ones((10, 5), f4)), np.zeros((10, 3), f4)
    plan.predict(rows, 0, 10, out, True, 1)
    assert np.allclose(out.sum(axis=1), 1)
    for begin, end, to, threads in (
        (0, 11, np.zeros((11, 3), f4), 1),
        (-1, 9, out, 1),
        (5, 4, np.zeros((0, 3), f4), 1),
        (2**62, 2**62 + 10, out, 1),
        (0, 10, np.zeros((10, 2), f4), 1),
        (0, 10, np.zeros((10, 3)), 1),
        (0, 10, out[::-1], 1),
        (0, 10, read_only(out), 1),
        (0, 10, np.zeros((10, 3), f4, order="F"), 1),
        (0, 10, out, 0),
        (0, 10, out, 65),
    ):
        with pytest.raises(REFUSED):
            plan.predict(rows, begin, end, to, True, threads)
    with pytest.raises(ValueError, match="predictions only"):
        run(plan, a_run())


def test_a_plan_for_training_predicts_nothing():
    plan = module.Plan(**numbers(training=True))
    rows, out = np.ones((3, 5), f4), np.zeros((3, 3), f4)
    with pytest.raises(ValueError, match="training only"):
        plan.predict_array(rows, out, 1)
    with pytest.raises(ValueError, match="training only"):
        plan.predict(module.Rows.dense(rows), 0, 3, out, True, 1)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_arrays_at_odd_addresses_are_learnt_from_as_others_are(dtype):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(40, 3)).astype(dtype)
    y, weight = (X[:, 0] > 0).astype(np.int64), rng.random(40)
    ends = []
    for moved in (np.asarray, misaligned):
        net = NeuralNetwork([3, 4, 2], seed=0, dtype=dtype)
        net.train(moved(X), moved(y), epochs=2, sample_weight=moved(weight), progress=False)
        scores = net.predict_proba(moved(X))
        ends.append(
            (net.network.theta.tobytes(), scores.tobytes(), net.predict_proba(moved(X[:1])))
        )
    assert ends[0][:2] == ends[1][:2]
    assert np.array_equal(ends[0][2], ends[1][2])


def test_a_permutation_needs_a_generator_and_room():
    capsule = RANDOM.bit_generator.capsule
    for random, out in (
        (None, np.zeros(3, i8)),
        (__import__("datetime").datetime_CAPI, np.zeros(3, i8)),
        (capsule, np.zeros(3, i4)),
        (capsule, np.zeros((3, 1), i8)),
        (capsule, read_only(np.zeros(3, i8))),
        (capsule, np.zeros(6, i8)[::2]),
    ):
        with pytest.raises(REFUSED):
            module.permutation(random, out)
    module.permutation(capsule, np.zeros(0, i8))
    with pytest.raises(ValueError, match="no mmx"):
        module.use_instruction_set("mmx")


HOSTILE = """
    import os, resource, sys
    if "LD_PRELOAD" not in os.environ:  # AddressSanitizer has limits of its own
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    import numpy as np
    from engines.test_native import REFUSED, a_run, csr, module, numbers, start

    rng = np.random.default_rng(int(sys.argv[1]))
    whole = [0, 1, -1, 2, 3, 4, 5, 7, 10, 64, 255, 2**15, 2**26, 2**30, 2**31 - 1, 2**31, 2**62,
             -(2**31), -(2**63), 2**63]

    def any_of(things):
        return things[rng.integers(len(things))]

    def changed(value):
        kind = rng.integers(8)
        if isinstance(value, np.ndarray):
            if kind == 0:
                return np.resize(value, any_of([0, 1, 3, 9, 11, 100]))
            if kind == 1:
                return value.astype(any_of(["f4", "f8", "i4", "i8", "u1", ">f4", ">i8"]))
            if kind == 2:
                return np.repeat(value, 2, axis=0)[::2]
            if kind == 3 and value.size:
                value = value.copy()
                one = np.inf if value.dtype.kind == "f" else np.int64(any_of(whole[:-1]))
                value.flat[rng.integers(value.size)] = np.array(one).astype(value.dtype)
                return value
            return value
        if isinstance(value, bool):
            return not value
        if isinstance(value, int):
            return any_of(whole)
        if isinstance(value, float):
            return any_of([0.0, -1.0, np.nan, np.inf, 1e300])
        if isinstance(value, (list, tuple)):
            value = list(value)
            for i in range(len(value)):
                if rng.random() < 0.15:
                    value[i] = changed(value[i])
            return value if kind else value[:-1]
        return any_of([value, value, None, 0, "text"])

    refused = ran = 0
    for _ in range(1500):
        plan, run = numbers(), a_run()
        if rng.random() < 0.4:
            starts = np.sort(rng.integers(0, 30, 11)); starts[0], starts[-1] = 0, 30
            columns = np.concatenate([np.sort(rng.choice(5, 5, False)) for _ in range(6)])
            columns, values = columns.astype("i4"), np.ones(30, "f4")
            rows = changed(list(csr(starts=starts, columns=columns, values=values)))
            try:
                run["x"] = module.Rows.compressed(*rows)
            except REFUSED:
                refused += 1
                try:
                    run["x"] = module.Rows.dense(np.ones((10, 5), "f4")).compress()
                except REFUSED:
                    raise SystemExit("these rows are good")
        if rng.random() < 0.3:
            run["order"] = rng.integers(0, 10, 10)  # the same row more than once
        for made in (plan, run):
            for key in made:
                if key != "x" and rng.random() < 0.08:
                    made[key] = changed(made[key])
        try:
            start(run, plan)
            ran += 1
        except REFUSED:
            refused += 1
    print("alive", refused > 400, ran > 100)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize("seed", ["0", "1"])
def test_random_nonsense_never_ends_the_process(seed):
    done = run_script(HOSTILE, seed)
    assert done.stdout == "alive True True\n", (done.returncode, done.stdout, done.stderr[-2000:])


REPEATED = """
    from engines.test_native import *
    n = 400
    rows = module.Rows.compressed(
        np.r_[0, np.full(10, 500)], np.arange(500, dtype=i4), np.ones(500, f4), 500
    )
    net = Network([Dense(3)], 500, rng=np.random.default_rng(0))
    given = numbers(
        layers=ops(net, training=True), n_inputs=500, theta=net.theta, grad=net.grad,
        buffers=net.buffers, batch_rows=n,
    )
    rest = a_run(order=np.zeros(n, i8), batch_size=n, rates=np.ones(1), n_epochs=1, threads=2)
    rest |= {"sums": np.zeros((1, 4)), "seconds": None, "update": False}
    assert run(module.Plan(**given), rest | {"x": rows}) == ("done", 1)
    gradient = net.grad[:1500].reshape(500, 3)
    assert np.allclose(gradient, gradient[0])
    print("alive")
"""

LARGER = """
    from engines.test_native import *
    net = Network([Dense(3)], 5, rng=np.random.default_rng(0))
    plan = module.Plan(**numbers(
        layers=ops(net, training=True), theta=net.theta, grad=net.grad, buffers=net.buffers,
        batch_rows=50000,
    ))
    starts = np.r_[0, np.full(50000, 5)]
    rows = module.Rows.compressed(starts, np.arange(5, dtype=i4), np.ones(5, f4), 5)
    for size in (1, 50000):
        rest = a_run(order=np.arange(size, dtype=i8), batch_size=size, rates=np.ones(1), n_epochs=1)
        rest |= {"labels": np.zeros(50000, i8), "sums": np.zeros((1, 4)), "seconds": None}
        assert run(plan, rest | {"x": rows}) == ("done", 1)
    print("alive")
"""


@alone
@pytest.mark.parametrize("script", [REPEATED, LARGER], ids=["repeated", "larger"])
def test_there_is_room_for_the_entries_of_a_batch(script):
    """One full row many times over has more entries than all rows; a small batch comes first."""
    done = run_script(script)
    assert done.stdout == "alive\n", (done.returncode, done.stderr[-2000:])


FEW_THREADS = """
    import resource
    import numpy as np
    from engines.test_native import REFUSED, a_run, numbers, start
    start(a_run())
    used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (20 << 20),) * 2)  # no room for many stacks
    try:
        print(start(a_run(threads=64)))
    except (*REFUSED, RuntimeError) as error:
        print("refused", bool(str(error)))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or "LD_PRELOAD" in os.environ, reason="limits of Linux, unwatched"
)
def test_threads_that_cannot_be_started_are_an_error_and_no_end():
    done = run_script(FEW_THREADS)
    assert done.stdout in ("refused True\n", "('done', 6)\n"), (done.returncode, done.stderr[-500:])


# ------------------------------------------------------------------------ fits, and what ails them


def blobs() -> tuple[Any, Any]:
    rng = np.random.default_rng(0)
    return rng.standard_normal((60, 40)) * (rng.random((60, 40)) < 0.2), rng.integers(3, size=60)


@pytest.mark.parametrize("change", ["big-endian", "columns", "read-only", "strided", "float16"])
def test_rows_in_any_order_of_bytes_train_the_same_network(change):
    X, y = blobs()
    X = X.astype(np.float16).astype(np.float64)
    given = {
        "big-endian": X.astype(">f8"),
        "columns": np.asfortranarray(X),
        "read-only": read_only(X),
        "strided": np.repeat(X, 2, axis=1)[:, ::2],
        "float16": X.astype(np.float16),
    }[change]
    thetas = []
    for rows in (X, given):
        net = NeuralNetwork([40, 8, 3], seed=0)
        net.train(rows, y, epochs=3, engine="native")
        net.predict(rows)
        thetas.append(net.network.theta.tobytes())
    assert thetas[0] == thetas[1]


def test_arrays_reshaped_between_calls_are_taken_as_they_were():
    x, y = blobs()
    x = x.astype(np.float32)
    ends = []
    for reshaped in (False, True):
        net = Network([Dense(4), ReLU(), Dense(3)], 40, rng=np.random.default_rng(0))
        state = State(net, CrossEntropy(), SGD(), np.random.default_rng(0))
        mine = x.copy()
        fit = NativeEngine(inputs="dense").fit(state, Batch(mine, y), 16)
        fit.run(np.arange(60), [0.1] * 4)
        if reshaped:
            with pytest.raises(ValueError, match=r"refcheck|reference"):
                mine.resize((600, 40))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # of NumPy from 2.5 on
                mine.shape = (40, 60)
        fit.run(np.arange(60), [0.1] * 4)
        ends.append(net.theta.tobytes())
    assert ends[0] == ends[1]


def no_room(*given: Any) -> Any:
    raise MemoryError


class NoRoom:
    """Rows that cannot be compressed for want of memory."""

    def __init__(self, rows: Any) -> None:
        self.rows = rows

    compress = no_room


@pytest.mark.parametrize("asked", ["auto", "sparse"])
def test_without_memory_to_compress_the_dense_rows_do_and_it_says_so(asked, monkeypatch):
    X, y = blobs()
    plain = NeuralNetwork([40, 8, 3], seed=0)
    plain.train(X, y, epochs=2, engine=NativeEngine(inputs="dense"))
    made = binding.native_rows

    def rows(module: Any, x: Any, network: Any, inputs: str, *rest: Any) -> Any:
        return no_room() if inputs == "sparse" else made(module, x, network, inputs, *rest)

    monkeypatch.setattr(binding, "native_rows", rows)
    net = NeuralNetwork([40, 8, 3], seed=0)
    history = net.train(X, y, epochs=2, engine=NativeEngine(inputs=asked))
    assert "dense inputs; no memory for a compressed copy of the inputs" in history.engine
    assert net.network.theta.tobytes() == plain.network.theta.tobytes()


@pytest.mark.parametrize(
    ("interface", "text"),
    [
        (INTERFACE - 1, "0.0.9 is older than noron needs: pip install ./native"),
        (INTERFACE + 1, "0.0.9 is newer than noron needs: pip install . in"),
        (None, "0.0.9 is older than noron needs"),
    ],
)
def test_a_package_of_another_age_is_refused_with_the_remedy(interface, text, monkeypatch):
    other = types.ModuleType("noron_native")
    other.__version__ = "0.0.9"  # type: ignore[attr-defined]
    if interface is not None:
        other.INTERFACE = interface  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "noron_native", other)
    kernels.cache_clear()
    try:
        X, y = blobs()
        net = NeuralNetwork([40, 8, 3], seed=0)
        assert text in net.train(X, y, epochs=1).engine
        with pytest.raises(ImportError, match=r"'native' was asked for, but noron-native 0.0.9"):
            net.train(X, y, epochs=1, engine="native")
    finally:
        monkeypatch.undo()
        kernels.cache_clear()


def test_a_layer_of_ones_own_goes_to_another_engine_which_says_why():
    class Doubled(Layer):
        def forward(self, params: Any, x: Any, rng: Any = None) -> Any:
            return 2 * x, lambda dy: (2 * dy, ())

    X, y = blobs()
    history = NeuralNetwork([Dense(4), Doubled(), Dense(3)], seed=0).train(X, y, epochs=1)
    assert "not native: the layer 'Doubled' has no kernel" in history.engine


def test_settings_of_the_engine_are_checked():
    for settings in ({"threads": 0}, {"threads": 65}, {"threads": 1.5}, {"inputs": "some"}):
        with pytest.raises(ValueError, match=r"threads is|inputs is"):
            NativeEngine(**settings)
