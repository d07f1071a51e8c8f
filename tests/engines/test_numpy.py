"""The planner takes the reference's way: whole runs of both, number by number."""

import tracemalloc
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
import pytest

import gradient_cases as cases
from noron.data.rows import ByteRows, SparseRows
from noron.engines import Batch, DivergedError, ReferenceEngine, State, Sums
from noron.engines.numpy.engine import NumpyEngine
from noron.engines.numpy.loss_ops import CrossEntropyNode, loss_node
from noron.engines.numpy.workspace import Workspace
from noron.layers import (
    ELU,
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Layer,
    ReLU,
    Residual,
    Sigmoid,
    Softmax,
    Standardize,
    Tanh,
)
from noron.layers.base import ParameterSpec
from noron.losses import BinaryCrossEntropy, CrossEntropy, Focal, Loss, MeanSquaredError
from noron.losses.regression import RegressionLoss
from noron.network import Network
from noron.optimizers import LBFGS, SGD, Adam, AdamW, Momentum, Nesterov, Optimizer
from noron.regularizers import L2, MaxNorm

ENGINES = (ReferenceEngine(), NumpyEngine())
CLOSE = 1e-12
BATCHED = (
    Standardize(),
    Dense(12),
    BatchNorm(),
    ReLU(),
    Dropout(0.3),
    Residual([Dense(12), Sigmoid(), Dropout(0.0), Dense(12)]),
    ReLU(),
    Dense(8, bias=False),
    Tanh(),
    Dense(3),
)


@dataclass
class Trip:
    """A run as it ended: what it carries, and its sums."""

    state: State
    sums: Sums = field(default_factory=Sums)
    diverged: Any = None

    def numbers(self) -> dict[str, np.ndarray]:
        network, state = self.state.network, self.state
        kept = {"theta": network.theta, "buffers": network.buffers, "grad": network.grad}
        return kept | {f"slot {i}": slot for i, slot in enumerate(state.slots)}


def travel(engine, network, loss, data, optimizer, orders, batch_size, learning_rate=0.01):
    """A run over the rows in each of those orders."""
    state = State(network, loss, optimizer, np.random.default_rng(5))
    trip, fit = Trip(state), engine.fit(state, data, batch_size)
    try:
        for order in np.atleast_2d(orders):
            rates = [learning_rate] * -(-len(order) // batch_size)
            trip.sums = fit.run(order, rates, trip.sums)
    except DivergedError as error:
        trip.diverged = error.index
    return trip


def together(network, *rest, **options):
    """The same run by both engines; `network` is a function that makes one."""
    return [travel(engine, network(), *rest, **options) for engine in ENGINES]


def apart(one, other):
    """The largest difference of all that two runs carry, relative to the size of each array."""
    theirs = other.numbers()
    gaps = [
        np.abs(a - theirs[name]).max(initial=0) / max(np.abs(a).max(initial=0), 1e-300)
        for name, a in one.numbers().items()
    ]
    for name in ("loss", "penalty", "correct", "weight", "rows"):
        a, b = getattr(one.sums, name), getattr(other.sums, name)
        gaps.append(abs(a - b) / max(abs(a), 1e-300))
    assert one.state.t == other.state.t
    assert one.state.rng.bit_generator.state == other.state.rng.bit_generator.state
    return max(gaps)


def stacked(dtype=np.float64, regularizers=(), layers=BATCHED):
    network = Network(
        layers, 6, rng=np.random.default_rng(3), dtype=dtype, regularizers=regularizers
    )
    network.learn_inputs(rows_of(dtype).x)
    return network


def rows_of(dtype=np.float64, rows=45, weighted=True):
    rng = np.random.default_rng(4)
    weight = rng.gamma(2.0, size=rows).astype(dtype) if weighted else None
    x = rng.standard_normal((rows, 6)).astype(dtype)
    return Batch(x, np.abs(x[:, :3]).argmax(axis=1), weight)


def but(data, **changes):
    return Batch(**{"x": data.x, "y": data.y, "weight": data.weight} | changes)


def shuffled(rows=45, epochs=1):
    return np.array([np.random.default_rng(i).permutation(rows) for i in range(epochs)])


# ------------------------------------------------------------- everything that is registered


@pytest.mark.parametrize("group", cases.GROUPS)
def test_every_configuration_goes_the_same_way(group, record_property):
    optimizers = [o for o in cases.examples(Optimizer) if not o.whole_batch]
    gaps = {}
    for case in cases.GROUPS[group]():
        data, optimizer = replace(case, rows=15).batch(), optimizers[case.seed % len(optimizers)]
        # two full batches of 6 and one of 3; every fifth time a batch of one row
        batch_size = 1 if case.seed % 5 == 0 else 6
        trips = together(case.network, case.loss, data, optimizer, np.arange(15), batch_size)
        gaps[case] = apart(*trips)
    same = sum(gap == 0 for gap in gaps.values())
    figures = f"{group}: {len(gaps)} runs, {same} to the last bit, worst {max(gaps.values()):.1e}"
    record_property("numpy engine", figures)
    print(figures)  # pytest -rP shows it
    assert not [case for case, gap in gaps.items() if not gap <= CLOSE], figures


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("name", Optimizer.members)
def test_every_optimizer_for_100_steps(name, dtype):
    optimizer = Optimizer.make(name)
    rows = 45
    batch_size = rows if optimizer.whole_batch else 11  # four full batches, and one of a single row
    epochs = 6 if optimizer.whole_batch else 20
    trips = together(
        partial(stacked, dtype, (L2(1e-3), MaxNorm(2.0))),
        CrossEntropy(0.1),
        rows_of(dtype),
        optimizer,
        shuffled(rows, epochs),
        batch_size,
        learning_rate=optimizer.default_learning_rate,
    )
    assert trips[0].state.t == (epochs if optimizer.whole_batch else 100)
    assert apart(*trips) <= (CLOSE if dtype is np.float64 else 1e-4)
    assert np.abs(trips[1].numbers()["theta"] - stacked(dtype).theta).max() > 1e-3  # it has moved


@pytest.mark.parametrize("optimizer", [SGD(), Momentum(), Nesterov(), Adam(), AdamW()], ids=str)
def test_a_step_piece_by_piece_is_the_whole_step(optimizer, monkeypatch):
    monkeypatch.setattr("noron.engines.numpy.optimizer_ops.PIECE", 7)
    order = shuffled(epochs=3)
    trips = together(stacked, CrossEntropy(), rows_of(), optimizer, order, 16)
    assert apart(*trips) <= CLOSE


@pytest.mark.parametrize("labels", ["hard", "one-hot", "soft"])
@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("loss", [CrossEntropy(), CrossEntropy(0.2), Focal()], ids=str)
def test_class_targets(loss, weighted, labels):
    data, rng = rows_of(weighted=weighted), np.random.default_rng(0)
    y = {"hard": data.y, "one-hot": np.eye(3)[data.y], "soft": rng.dirichlet(np.ones(3), 45)}
    data = but(data, y=y[labels])
    assert apart(*together(stacked, loss, data, Adam(), shuffled(), 16)) <= CLOSE


def test_weights_that_are_all_zero_in_a_batch():
    data = rows_of()
    data.weight[:16] = 0
    for loss in (CrossEntropy(), BinaryCrossEntropy(), MeanSquaredError()):
        y = data.y if loss.task == "classes" else (data.y == 1).astype(float)
        layers = (Dense(4), Tanh(), Dense(3 if loss.task == "classes" else 1))
        trips = together(
            partial(stacked, layers=layers),
            loss,
            but(data, y=y),
            Adam(),
            np.arange(45),
            16,
        )
        assert apart(*trips) <= CLOSE


# --------------------------------------------------------------------- batches, rows, memory


@pytest.mark.parametrize("batch_size", [1, 7, 45, 60])
def test_batches_of_all_sizes(batch_size):
    order = shuffled(epochs=2).ravel()  # 90 rows: from 60 on, a batch is larger than the data
    loss = CrossEntropy(0.1)
    assert apart(*together(stacked, loss, rows_of(), AdamW(), order, batch_size)) <= CLOSE


@pytest.mark.parametrize("kind", ["sparse", "bytes", "columns first", "every second"])
def test_rows_of_all_kinds(kind):
    dense = np.random.default_rng(0).integers(0, 3, (45, 6)).astype(np.uint8)
    x = {
        "sparse": lambda: sparse_rows(dense),
        "bytes": lambda: ByteRows(dense, np.arange(256) / 3),
        "columns first": lambda: np.asfortranarray(dense / 3),
        "every second": lambda: np.repeat(dense / 3, 2, axis=0)[::2],
    }[kind]()
    assert (
        apart(*together(stacked, CrossEntropy(), but(rows_of(), x=x), SGD(), shuffled(), 16)) == 0
    )


def sparse_rows(dense):
    indptr = np.concatenate([[0], np.cumsum(np.count_nonzero(dense, axis=1))])
    return SparseRows(indptr, np.nonzero(dense)[1], dense[dense != 0].astype(float), dense.shape[1])


def test_one_run_after_another_and_two_side_by_side():
    data, loss = rows_of(), CrossEntropy()
    states = [State(stacked(), loss, Adam(), np.random.default_rng(1)) for _ in range(4)]
    fits = [ENGINES[i % 2].fit(state, data, 16) for i, state in enumerate(states)]
    for epoch in range(3):
        for fit in fits:
            fit.run(shuffled()[0] if epoch else np.arange(20), [0.01] * (3 if epoch else 2))
    for state in states[1:]:
        np.testing.assert_allclose(state.network.theta, states[0].network.theta, rtol=CLOSE)
    assert fits[1].path == "planned"
    by_itself = NumpyEngine().fit(State(stacked(), loss, LBFGS(), states[0].rng), data, 45)
    assert by_itself.path == "planned, lbfgs by itself"


def test_steps_make_no_large_arrays():
    rng = np.random.default_rng(0)
    data = Batch(rng.standard_normal((512, 64)), rng.integers(10, size=512))
    layers = (Dense(128), BatchNorm(), ReLU(), Dropout(), Dense(64), Sigmoid(), Dense(10))
    peaks = []
    for engine in ENGINES:
        network = Network(layers, 64, rng=np.random.default_rng(0), dtype=np.float64)
        fit = engine.fit(State(network, CrossEntropy(), Adam(), rng), data, 256)
        fit.run(np.arange(512), [0.01] * 2)
        tracemalloc.start()
        fit.run(np.arange(512), [0.01] * 2)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    batch = 256 * 128 * 8
    assert peaks[0] > 4 * batch
    assert peaks[1] < batch / 2


def test_the_arrays_of_a_smaller_batch_are_rows_of_the_larger_ones():
    large = Workspace(8, np.dtype(np.float32))
    arrays = [large.array(3), large.array(2, bool)]
    small = Workspace(5, large.dtype, large)
    for of_all, of_some in zip(arrays, [small.array(3), small.array(2, bool)], strict=True):
        assert np.shares_memory(of_all, of_some)
        assert (of_some.shape, of_some.dtype) == ((5, of_all.shape[1]), of_all.dtype)


# --------------------------------------------------------------------------------- divergence


def overflowing(x, scale):
    x = x.copy()
    x[30] *= scale
    return x


@pytest.mark.parametrize("optimizer", [SGD(), Adam(), Optimizer.make("clip_norm")], ids=str)
@pytest.mark.parametrize("way", ["rows", "rate", "infinite rate"])
def test_divergence_puts_the_last_good_weights_back(way, optimizer):
    data = rows_of()
    if way == "rows":
        data = but(data, x=overflowing(data.x, np.inf))
    rate = {"rows": 0.1, "rate": 1e200, "infinite rate": np.inf}[way]
    layers = (Dense(8), BatchNorm(), ReLU(), Dense(8), ReLU(), Dense(3))
    network = partial(stacked, layers=layers)
    reference, planned = together(
        network, CrossEntropy(), data, optimizer, np.arange(45), 16, learning_rate=rate
    )
    assert reference.diverged is not None
    np.testing.assert_array_equal(planned.diverged, reference.diverged)
    assert planned.state.t == reference.state.t
    for name in ("theta", "buffers"):
        numbers = planned.numbers()[name]
        assert np.isfinite(numbers).all()
        np.testing.assert_allclose(numbers, reference.numbers()[name], rtol=CLOSE)


def test_a_loss_that_is_not_finite_by_one_class_that_cannot_be():
    """A score of -inf for a class that is not asked for makes 0 log 0, where training stops."""
    node = CrossEntropyNode(CrossEntropy(), rows_of(), 3, Workspace(45, np.dtype(np.float64)))
    scores = np.zeros((45, 3))
    scores[0, 2] = -np.inf
    with np.errstate(all="ignore"):
        assert np.isnan(node.evaluate(scores, np.arange(45)).value)
        assert np.isnan(CrossEntropy().forward(scores, rows_of().y)[0])


# ------------------------------------------------------------------------- what users write


@dataclass(frozen=True)
class Scaled(Elementwise):
    """0.9 z^3 / sqrt(2), which makes float64 of float32, as NumPy's own scalars do."""

    def f(self, z):
        return z**3 * 0.9 / np.sqrt(2)

    def df(self, z, a):
        return z**2 * 2.7 / np.sqrt(2)


@dataclass(frozen=True)
class Through(Layer):
    """y = x, the very array, and dx = dy."""

    def forward(self, params, x, rng=None):
        return x, lambda dy: (dy, ())


@dataclass(frozen=True)
class Gate(Layer):
    """y = x * s with s learnt, and a buffer that counts the batches."""

    def parameters(self, n_inputs):
        return (
            ParameterSpec("s", (n_inputs,), "scale", lambda rng: np.ones(n_inputs)),
            ParameterSpec("count", (1,), "buffer", lambda rng: np.zeros(1)),
        )

    def forward(self, params, x, rng=None):
        s, count = params
        count += rng is not None
        return x * s, lambda dy: (dy * s, ((dy * x).sum(axis=0),))


@dataclass(frozen=True)
class Unit(Layer):
    """y = x / |x|, row by row; backward looks at all of y."""

    def forward(self, params, x, rng=None):
        length = np.linalg.norm(x, axis=1, keepdims=True)
        y = x / length
        return y, lambda dy: ((dy - y * (dy * y).sum(axis=1, keepdims=True)) / length, ())


@dataclass(frozen=True)
class LogCosh(RegressionLoss):
    def value(self, s, y):
        return np.log(np.cosh(s - y))

    def derivative(self, s, y):
        return np.tanh(s - y)


@dataclass(frozen=True)
class Hinge(Loss):
    """Its own forward, with a factor that the mean over the rows does not have."""

    task = "classes"

    def rows(self, scores, y):
        t = 2 * np.eye(scores.shape[1])[y] - 1
        return np.maximum(0, 1 - t * scores).sum(axis=1), lambda: -t * (t * scores < 1)

    def forward(self, scores, y, sample_weight=None):
        value, backward = super().forward(scores, y, sample_weight)
        return 3 * value, lambda: 3 * backward()


@dataclass(frozen=True)
class ByClass(Hinge):
    """Rows that count by their class."""

    forward = Loss.forward

    def importance(self, y):
        return 1.0 + y


OWN_LAYERS = (
    Through(),
    Dense(5),
    Through(),
    ReLU(),
    Residual([Gate(), ReLU(), Through()]),
    Tanh(),
    Dropout(0.0),
    ReLU(),
    Gate(),
    Scaled(),
    Dropout(0.2),
    BatchNorm(),
    Dense(3),
)


@pytest.mark.parametrize("loss", [CrossEntropy(), LogCosh(), Hinge(), ByClass()], ids=str)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_layers_activations_and_losses_of_your_own(loss, dtype):
    data = rows_of(dtype)
    if loss.task == "regression":
        data = but(data, y=data.x[:, :3])
    network = partial(stacked, dtype, layers=OWN_LAYERS)
    assert NumpyEngine().refusal(network(), loss, SGD()) is None
    trips = together(network, loss, data, SGD(), shuffled(), 16)
    assert apart(*trips) <= (CLOSE if dtype is np.float64 else 1e-4)
    assert (trips[1].state.network.buffers[:1] == 3).all()  # the first gate has seen three batches


@pytest.mark.parametrize(
    "layers",
    [
        (Dense(5), Residual([ReLU(), Dense(5)]), Residual([ReLU()]), Dense(3)),
        (Dense(5), Tanh(), ReLU(), Dense(5), Sigmoid(), ReLU(), Dense(3)),
        (Dense(5), ELU(), ReLU(), Softmax(), ReLU(), Dense(3)),
        (Dense(5), Unit(), ReLU(), Dense(3)),
        (ReLU(), Dense(5), Dropout(0.0), ReLU(), ReLU(), Dense(3)),
    ],
)
def test_a_relu_writes_over_its_input_only_where_nobody_needs_it(layers):
    trips = together(
        partial(stacked, layers=layers), CrossEntropy(), rows_of(), SGD(), shuffled(), 16
    )
    assert apart(*trips) <= CLOSE


def test_nothing_is_asked_back_behind_the_first_layer_that_learns():
    asked = []

    @dataclass(frozen=True)
    class Heard(Layer):
        place: str

        def forward(self, params, x, rng=None):
            return x, lambda dy: (asked.append(self.place) or dy, ())

    layers = (Heard("first"), Residual([Heard("inner"), Dense(6), Heard("last")]), Dense(3))
    trip = travel(
        NumpyEngine(), stacked(layers=layers), CrossEntropy(), rows_of(), SGD(), np.arange(16), 16
    )
    assert trip.state.t == 1
    assert asked == ["last"]


# -------------------------------------------------------------------------------------- looks


@pytest.mark.parametrize("training", [True, False])
def test_one_look(training):
    outcomes, gradients, data = [], [], rows_of(rows=9)
    for engine in ENGINES:
        network, rng = stacked(regularizers=(L2(0.1),)), np.random.default_rng(0)
        outcomes.append(engine.value_and_grad(network, Focal(), data, rng if training else None))
        gradients.append(network.grad)
        assert engine.scores(network, data.x).shape == (9, 3)
    assert outcomes[0] == pytest.approx(outcomes[1], rel=CLOSE)
    np.testing.assert_allclose(gradients[1], gradients[0], rtol=1e-10, atol=1e-14)


def test_which_losses_have_a_short_cut():
    def kind(loss, n_outputs, y):
        data = Batch(np.zeros((45, 2)), y)
        return type(loss_node(loss, data, n_outputs, Workspace(45, np.dtype(np.float64)))).__name__

    flat = np.zeros(45, int)
    assert kind(CrossEntropy(0.1), 3, flat) == "CrossEntropyNode"
    assert kind(CrossEntropy(), 300, flat) == "OpaqueLoss"
    assert kind(CrossEntropy(class_weight=(1, 2, 3)), 3, flat) == "OpaqueLoss"
    assert kind(BinaryCrossEntropy(), 1, flat) == "BinaryCrossEntropyNode"
    assert kind(BinaryCrossEntropy(), 2, np.zeros((45, 2))) == "OpaqueLoss"
    assert kind(MeanSquaredError(), 1, flat) == "MeanLoss"
    assert kind(Hinge(), 3, flat) == kind(ByClass(), 3, flat) == "OpaqueLoss"
