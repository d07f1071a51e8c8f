"""`net.profile` and `noron profile`: everything but the clock's own numbers."""

import copy
import json
from dataclasses import replace

import numpy as np
import pytest
import scipy.sparse

from noron import (
    Adam,
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    NeuralNetwork,
    ReLU,
    Residual,
    Standardize,
    Tanh,
)
from noron.cli import main
from noron.core.atomic import as_json
from noron.core.errors import DataError, NoronError, SettingError
from noron.data import moons
from noron.data.rows import ByteRows, SparseRows
from noron.engines import (
    Batch,
    Engine,
    NativeEngine,
    ReferenceEngine,
    State,
    choose_engine,
    engine_asked_for,
)
from noron.engines.clock import Clock
from noron.engines.native.lowering import kernels
from noron.engines.stepwise import StepByStep
from noron.layers import Layer
from noron.losses import CrossEntropy
from noron.network import Network
from noron.tools.profiling import machine, profile
from noron.tools.profiling.machine import CALLS, Machine, least_seconds
from noron.tools.profiling.measure import _without_clock
from noron.tools.profiling.report import Part, Pass
from noron.tools.profiling.work import NOTHING, Amount, Entries, StepWork

native = pytest.mark.skipif(kernels().module is None, reason="noron-native is not installed")
ENGINES = [pytest.param("native", marks=native), "numpy", "reference"]
each_engine = pytest.mark.parametrize("engine", ENGINES)
BRIEFLY = {"seconds": 0.0, "batch_size": 16}
MACHINE = Machine(threads=1, peak=1e9, bandwidth=1e8, near_bandwidth=1e9, near_bytes=10**6)


class Cubed(Elementwise):
    """A layer of the user's own."""

    def f(self, z):
        return z**3

    def df(self, z, a):
        return 3 * z**2


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The machine is not measured, and no matter how fast it is, few steps are made."""
    monkeypatch.setattr(Machine, "measured", staticmethod(lambda *given: MACHINE))
    monkeypatch.setattr("noron.tools.profiling.measure.products_alone", lambda *given: 1e-3)
    monkeypatch.setattr("noron.tools.profiling.measure.CALL_SECONDS", 1e-4)


@pytest.fixture(scope="module")
def rows():
    return moons(n=100, seed=0)


@pytest.fixture(scope="module")
def sparse_rows():
    rng = np.random.default_rng(0)
    x = rng.random((100, 64), dtype=np.float32)
    x[rng.random(x.shape) < 0.9] = 0
    return x, rng.integers(3, size=100)


def deep(**options):
    layers = [Standardize(), Dense(12), BatchNorm(), ReLU(), Dropout(0.3), Dropout(0.0)]
    layers += [Residual([Dense(12), Tanh()]), Dense(8), ReLU(), Dense(2)]
    return NeuralNetwork(layers, seed=3, **options)


def everything(net):
    bits = net.rng.bit_generator.state
    network = net.network
    return [network.theta.copy(), network.grad.copy(), network.buffers.copy(), bits]


# ---- what is promised of every profile


@each_engine
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adadelta", "lbfgs"])
def test_shares_add_up_and_every_layer_is_listed(rows, engine, optimizer):
    net = deep()
    report = net.profile(*rows, engine=engine, optimizer=optimizer, **BRIEFLY)
    assert report.engine.startswith(engine)
    assert sum(report.shares.values()) == pytest.approx(1, abs=1e-12)
    assert min(report.shares.values()) >= -1e-12
    names = [layer.name for layer in net.architecture.layers]
    assert [part.name.split(".")[1].split()[0] for part in report.layers] == names
    assert [part.name for part in report.phases] == ["rows", "loss", "update", "rest"]
    assert all(part.path for part in (*report.layers, *report.phases))
    parts = sum(part.seconds for part in (*report.layers, *report.phases))
    assert parts == pytest.approx(report.seconds)
    assert report.seconds > 0
    for part in (*report.layers, *report.phases):
        for way in (part.forward, part.back):
            assert min(way.seconds, way.products, way.memory, way.overhead) >= 0
            assert way.products + way.memory + way.overhead == pytest.approx(way.seconds)


@each_engine
@pytest.mark.parametrize("trained", [False, True])
def test_the_network_stays_as_it_is_to_the_bit(rows, engine, trained):
    net = deep(n_inputs=2)
    if trained:
        net.train(*rows, epochs=2, progress=False)
    layers, before = net.network.layers, everything(net)
    net.profile(*rows, engine=engine, optimizer=Adam(), **BRIEFLY)
    assert net.trained is trained
    assert net.network.layers is layers
    for old, new in zip(before, everything(net), strict=True):
        np.testing.assert_equal(new, old)


def test_a_network_that_knows_no_rows_yet_still_knows_none(rows):
    net = deep()
    net.profile(*rows, **BRIEFLY)
    assert net._network is None
    twin = deep()
    for each in (net, twin):
        each.train(*rows, epochs=1, progress=False)
    np.testing.assert_array_equal(net.network.theta, twin.network.theta)


@each_engine
def test_the_steps_are_real_steps(rows, engine, monkeypatch):
    """What is watched is the engine's own run: the same weights as from the same run unwatched."""
    X, y = rows[0].astype(np.float32), np.asarray(rows[1])
    ends = []
    for watched in (False, True):
        net = NeuralNetwork([2, 16, 2], seed=0)
        data = net._begin(net._read(X, y)[0])
        state = State(net.network, net.loss, Adam(), np.random.default_rng(0))
        chosen = choose_engine(engine_asked_for(engine), net.network, net.loss, state.optimizer)
        fit = chosen.engine.fit(state, data, 16)
        seen = fit.instrument(Clock(len(state.network.layers))) if watched else None
        (fit if seen is None else seen.fit).run(np.arange(96), [0.01] * 6)
        if seen is not None:
            assert sum(seen.clock.seconds) > 0
        ends.append(net.network.theta)
    np.testing.assert_array_equal(*ends)


@each_engine
def test_it_reads_as_a_table_and_as_json(rows, engine):
    report = deep().profile(*rows, engine=engine, **BRIEFLY)
    text = str(report)
    assert text == report.table()
    assert max(map(len, text.splitlines())) <= 100
    assert text.isascii()
    for part in (*report.layers, *report.phases):
        assert part.name in text
        assert part.path.split()[0] in text
    data = report.to_dict()
    assert json.loads(as_json(data)) == json.loads(json.dumps(data))
    assert json.loads(as_json(data))["layers"][1]["back"] == data["layers"][1]["back"]
    assert [part["name"] for part in data["layers"]] == [part.name for part in report.layers]
    assert data["seconds"] == report.seconds
    assert data["machine"]["peak"] == MACHINE.peak


# ---- which way, and why


def test_a_layer_of_ones_own_is_named_with_the_reason(rows, monkeypatch):
    monkeypatch.delenv("NORON_ENGINE", raising=False)  # the choice is noron's own here
    net = NeuralNetwork([Dense(8), Cubed(), Dense(2)], seed=0)
    report = net.profile(*rows, engine="numpy", **BRIEFLY)
    name = Cubed().name
    assert report.layers[1].path == f"its own forward: no plan for {name!r}"
    assert report.layers[1].multiplications is None
    assert report.layers[1].rate is None
    assert report.to_dict()["layers"][1]["multiplications"] is None
    assert "?" in next(line for line in str(report).splitlines() if line.startswith("1."))
    if kernels().module is not None:
        assert f"the layer {name!r} has no kernel" in net.profile(*rows, **BRIEFLY).engine


@native
@pytest.mark.parametrize("kind", ["dense", "csr", "bytes"])
def test_sparse_inputs_say_so_and_count_what_is_multiplied(sparse_rows, kind):
    x, y = sparse_rows
    filled = np.count_nonzero(x) / x.size
    given = {"dense": x, "csr": scipy.sparse.csr_array(x)}.get(kind)
    if given is None:
        given = ByteRows((x * 255).astype(np.uint8), np.arange(256, dtype=np.float32))
        filled = np.count_nonzero(given.values) / x.size
    net = NeuralNetwork([64, 16, 3], seed=0)
    report = net.profile(given, y, engine=NativeEngine(inputs="sparse"), batch_size=100, seconds=0)
    first, relu, last = report.layers
    assert first.path.startswith(f"sparse inputs: {100 * filled:.3g} % of X is not zero; ")
    assert kernels().module.instruction_set() in first.path
    assert first.multiplications == 2 * round(filled * x.size) * 16
    assert last.multiplications == 3 * 100 * 16 * 3
    assert (relu.path, relu.seconds, relu.touched) == ("part of 0.dense", 0, 0)
    assert report.phases[0].path == "only the nonzero numbers"


@native
def test_standardizing_sparse_inputs_is_part_of_the_next_layer(sparse_rows):
    net = NeuralNetwork([Standardize(), Dense(16), Dense(3)], seed=0)
    report = net.profile(*sparse_rows, engine="native", batch_size=100, seconds=0)
    assert report.layers[0].path == "part of 1.dense"
    assert "standardized on the way" in report.layers[1].path
    entries = np.count_nonzero(sparse_rows[0])
    assert report.layers[1].multiplications == 2 * (entries * 16 + 64 * 16)


@native
@pytest.mark.parametrize(
    ("x", "why"),
    [
        (np.ones((50, 2)), "there are few of them"),
        (np.ones((50, 64)), "100 % of X is not zero"),
    ],
)
def test_dense_inputs_say_why(x, why):
    net = NeuralNetwork([x.shape[1], 8, 2], seed=0)
    report = net.profile(x, np.arange(50) % 2, engine="native", **BRIEFLY)
    assert report.layers[0].path.startswith(f"dense inputs: {why}")


@native
def test_blocks_and_fused_layers_have_their_own_times(rows):
    """Each pass of the kernels is counted for the layer that it belongs to."""
    net = NeuralNetwork(
        [Dense(64), ReLU(), Dense(64), Dropout(0.0), ReLU(), Residual([Dense(64), ReLU(),
         Dense(64)]), Tanh(), Dense(2)], seed=0,
    )  # fmt: skip
    report = net.profile(*rows, engine="native", batch_size=100, seconds=0.01)
    seconds = {part.name.split()[0]: part.seconds for part in report.layers}
    ways = {part.name.split()[0]: part.path for part in report.layers}
    assert ways["1.relu"] == "part of 0.dense"
    assert ways["3.dropout"] == "left out: its rate is 0"
    assert seconds["1.relu"] == seconds["3.dropout"] == 0
    assert all(seconds[name] > 0 for name in ("2.dense", "4.relu", "5.residual", "7.dense"))
    block = next(part for part in report.layers if part.name == "5.residual")
    assert block.multiplications == 2 * 3 * 100 * 64 * 64


def test_the_update_is_where_it_is_made(rows):
    net = NeuralNetwork([2, 8, 2], seed=0)
    for engine, on_result in (("numpy", "adam in place"), ("reference", "adam as written")):
        update = net.profile(*rows, engine=engine, optimizer="adam", **BRIEFLY).phases[2]
        assert update.path == on_result
        assert update.seconds > 0
    if kernels().module is not None:
        update = net.profile(*rows, engine="native", optimizer="adam", **BRIEFLY).phases[2]
        assert (update.path, update.seconds) == ("adam within each layer's backward pass", 0)


def test_an_engine_of_ones_own_is_timed_as_a_whole(rows):
    class Borrowed(Engine):
        name = "borrowed"

        def refusal(self, network, loss, optimizer):
            return None

        def value_and_grad(self, network, loss, batch, rng):
            return ReferenceEngine().value_and_grad(network, loss, batch, rng)

        def fit(self, state, data, batch_size):
            return StepByStep(self, state, data, batch_size)

    report = NeuralNetwork([2, 8, 2], seed=0).profile(*rows, engine=Borrowed(), **BRIEFLY)
    assert "no details" in report.layers[0].path
    assert report.phases[3].seconds == pytest.approx(report.seconds)


# ---- the arithmetic of the report


def test_the_work_of_dense_layers():
    layers: list[Layer] = [Dense(5), ReLU(), Dense(3)]
    step = StepWork(rows=10, size=4, vectors=1)
    first, relu, last = step.work(layers, 7, [40, 0, 18])
    assert (first.forward.multiplications, first.back.multiplications) == (350, 350)
    assert (last.forward.multiplications, last.back.multiplications) == (150, 300)
    assert first.forward.touched == 4 * (70 + 50 + 40)
    assert first.back.touched == 4 * (70 + 50 + 40)
    assert last.back.touched == 4 * (50 + 30 + 18 + 15 + 50)
    assert (relu.forward, relu.back) == (Amount(0, 400), Amount(0, 600))
    as_written = replace(step, every_dx=True).work(layers, 7, [40, 0, 18])
    assert as_written[0].back.multiplications == 700
    assert StepWork(10, 4, 1).work([ReLU(), Dense(5)], 7, [0, 40])[0].back == NOTHING


def test_the_work_of_sparse_inputs():
    x = np.zeros((4, 50))
    x[0, 3], x[1, 3], x[2, 7] = 1, 2, 3
    index = np.array([0, 1, 2, 3])
    found = Entries.of(x, index)
    assert found == Entries(3, 2) == Entries.of(SparseRows.of(scipy.sparse.csr_array(x)), index)
    step = StepWork(rows=4, size=4, vectors=2, entries=found, resting=True)
    (work,) = step.work([Dense(6)], 50, [306])
    assert (work.forward.multiplications, work.back.multiplications) == (18, 18)
    assert work.forward.touched == 3 * 8 + 4 * (4 * 6) + 4 * (2 * 6 + 6)
    assert work.back.touched == 3 * 8 + 4 * (4 * 6) + 4 * 2 * (2 * 6 + 6)
    (all_rows,) = replace(step, resting=False).work([Dense(6)], 50, [306])
    assert all_rows.back.touched - work.back.touched == 4 * 2 * 48 * 6
    assert step.rows_read(x) == 2 * 3 * 8


@pytest.mark.parametrize(
    ("seconds", "amount", "split"),
    [
        (10.0, Amount(10**9, 0), (2, 0, 8)),  # two operations each, 1e9 a second
        (10.0, Amount(10**9, 5 * 10**9), (2, 3, 5)),  # side by side
        (1.0, Amount(10**9, 5 * 10**9), (1, 0, 0)),  # faster than was thought possible
        (3.0, Amount(10**9, 5 * 10**9), (2, 1, 0)),
        (3.0, Amount(None, 10**9), (0, 1, 2)),
        (0.0, Amount(10**9, 10**9), (0, 0, 0)),
    ],
)
def test_a_pass_against_the_roofline(seconds, amount, split):
    found = Pass.of(seconds, amount, MACHINE, MACHINE.near_bandwidth)
    assert (found.products, found.memory, found.overhead) == pytest.approx(split)


def test_rate_and_roofline_of_a_part():
    way = Pass.of(10.0, Amount(10**9, 5 * 10**9), MACHINE, MACHINE.near_bandwidth)
    part = Part("0.dense", "somehow", way, way)
    assert part.rate == pytest.approx(2e8)
    assert part.roofline == pytest.approx(0.5)
    assert Part("rest", "", Pass(1.0)).roofline is None
    assert Part("rest", "", Pass(1.0)).rate is None


def test_the_clock_is_taken_off_and_other_programs_too(monkeypatch):
    monkeypatch.setattr("noron.tools.profiling.measure.reading_seconds", lambda: 1.0)
    parts = np.array([5.0, 0.0, 11.0])
    np.testing.assert_allclose(_without_clock(parts, 18.0, 20.0), [4, 0, 10])  # 2 are the rest
    np.testing.assert_allclose(_without_clock(parts, 20.0, 20.0), parts)
    np.testing.assert_allclose(_without_clock(parts, 9.0, 20.0), [2, 0, 5])  # a busy machine
    assert _without_clock(np.zeros(3), 1.0, 1.0).sum() == 0
    assert _without_clock(np.array([30.0, 1.0]), 10.0, 20.0).sum() <= 10


# ---- the machine


def test_the_machine_is_measured():
    assert machine.rate_of_products(np.float32, 1) > 1e8
    for threads in (1, 2):
        assert machine.rate_of_memory(2**20, threads) > 1e7
    assert machine.last_cache() >= 2**25
    assert machine.products_alone([(8, 4), (4, 2)], 16, np.float64, 1) > 0


def test_the_fastest_call_counts():
    calls = []
    assert least_seconds(lambda: calls.append(1), 0.0) >= 0
    assert len(calls) == 1 + CALLS


# ---- bad input


@each_engine
@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"batch_size": 0}, SettingError, "batch_size"),
        ({"batch_size": 2.5}, SettingError, "batch_size"),
        ({"optimizer": "adan"}, SettingError, "adam"),
        ({"seconds": -1}, SettingError, "seconds"),
        ({"seconds": float("nan")}, SettingError, "seconds"),
    ],
)
def test_a_wrong_setting_is_refused(rows, engine, options, error, says):
    with pytest.raises(error, match=says):
        NeuralNetwork([2, 8, 2], seed=0).profile(*rows, engine=engine, **options)


@pytest.mark.parametrize(
    ("X", "y"),
    [
        (np.full((4, 2), np.nan), [0, 1, 0, 1]),
        (np.ones((4, 3)), [0, 1, 0, 1]),
        (np.ones((4, 2)), [0, 1]),
        ([], []),
        (None, None),
    ],
)
def test_wrong_rows_are_refused(X, y):
    net = NeuralNetwork([2, 8, 2], seed=0)
    before = everything(net)
    with pytest.raises(DataError):
        net.profile(X, y)
    np.testing.assert_equal(everything(net), before)


def test_an_unknown_engine_is_refused(rows, monkeypatch):
    with pytest.raises(NoronError, match="numpy"):
        NeuralNetwork([2, 8, 2]).profile(*rows, engine="nunpy")
    monkeypatch.setenv("NORON_ENGINE", "something")
    with pytest.raises(NoronError, match="NORON_ENGINE"):
        NeuralNetwork([2, 8, 2]).profile(*rows)


@each_engine
def test_a_loss_that_is_not_finite_is_refused(rows, engine):
    net = NeuralNetwork([2, 8, 2], seed=0)
    net.weights[0][:] = 3e38
    with pytest.raises(DataError, match="scale X"):
        net.profile(*rows, engine=engine, **BRIEFLY)


def test_fewer_rows_than_a_batch(rows):
    report = NeuralNetwork([2, 8, 2], seed=0).profile(rows[0][:5], rows[1][:5], seconds=0)
    assert report.run["batch_size"] == 5


def test_long_names_do_not_break_the_table(rows):
    report = NeuralNetwork([2, 8, 2], seed=0).profile(*rows, **BRIEFLY)
    layer = replace(report.layers[0], name="0." + "very_long" * 20, path="because " * 60)
    wide = replace(report, layers=(layer, *report.layers[1:]), engine="x " * 150, clock=3.0)
    assert max(map(len, wide.table().splitlines())) <= 100
    assert "3.0 times as long" in wide.table()


# ---- the command


@each_engine
def test_the_command(capsys, monkeypatch, engine):
    monkeypatch.setenv("NORON_ENGINE", engine)
    words = ["profile", "--data", "moons", "--hidden", "8,4", "--rows", "50", "--batch-norm"]
    words += ["--dropout", "0.1", "--l2", "0.001", "--optimizer", "adam", "--batch-size", "10"]
    assert main([*words, "--json"]) == 0
    on_result = json.loads(capsys.readouterr().out)
    assert on_result["data"] == "moons"
    assert on_result["engine"].startswith(engine)
    assert on_result["run"]["rows"] == 50
    assert len(on_result["layers"]) == 9
    assert sum(on_result["shares"].values()) == pytest.approx(1)
    assert main(words) == 0
    table = capsys.readouterr().out
    assert "in products" in table
    assert max(map(len, table.splitlines())) <= 100


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--batch-size", "0"], "batch_size"),
        (["--dropout", "1"], "dropout"),
        (["--target", "y"], "target"),
        (["--optimizer", "adan"], "adam"),
        (["--rows", "1"], "rows"),
    ],
)
def test_the_command_refuses_in_one_line(capsys, words, says):
    assert main(["profile", "--data", "moons", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert len(said.err.splitlines()) == 1


def test_a_copy_is_what_learns():
    """The function itself moves the network that it is given, as its documentation says."""
    rng = np.random.default_rng(0)
    network = Network([Dense(4), Dense(2)], 3, rng=rng)
    before = copy.deepcopy(network.theta)
    data = Batch(rng.random((20, 3), dtype=np.float32), rng.integers(2, size=20))
    profile(network, CrossEntropy(), data, rng, engine="reference", seconds=0)
    assert not np.array_equal(before, network.theta)
    assert all(isinstance(layer, Dense) for layer in network.layers)
