"""The reference engine defines what is right; every other engine is held to it, run for run."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from engines.cases import CASES, Case, Float32Draws, Seen
from noron import SGD, BatchNorm, Dense, Dropout, Momentum, NeuralNetwork, ReLU, TrainingWarning
from noron.core.errors import MissingExtraError, SettingError
from noron.engines import ENGINES, Engine, ReferenceEngine, choose_engine, engine_asked_for
from noron.engines.base import Batch, DivergedError, State, Sums
from noron.engines.native.engine import NativeEngine
from noron.engines.native.lowering import kernels
from noron.layers import Embedding, Layer, Tanh
from noron.losses import CrossEntropy, Loss, MeanSquaredError
from noron.network import Network
from noron.optimizers import Adam, AdamW, Nesterov, Optimizer
from noron.regularizers import L2, ElasticNet, MaxNorm, Regularizer
from noron.schedules import OneCycle, Schedule

REFERENCE = ReferenceEngine()
NATIVE = kernels().module
OTHERS = [
    name for name in ENGINES if name != "reference" and not (name == "native" and NATIVE is None)
]
"""The engines that are here, without the reference."""
each_engine = pytest.mark.parametrize("name", OTHERS)

SIZE = 10
CHUNKS = [CASES[i : i + SIZE] for i in range(0, len(CASES), SIZE)]
each_chunk = pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: f"from_{chunk[0].seed}")

SUMS = ("loss", "penalty", "weight")
EPSILON = float(np.finfo(np.float32).eps)
MOST_TRIES = 16
"""How often the reference begins anew where luck decides."""


@pytest.fixture(autouse=True)
def free_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever engine the suite is run on, here each test chooses its own."""
    monkeypatch.delenv("NORON_ENGINE", raising=False)


@contextmanager
def instruction_set(name: str) -> Iterator[None]:
    before = NATIVE.instruction_set()
    NATIVE.use_instruction_set(name)
    yield
    NATIVE.use_instruction_set(before)


def ways(case: Case, dtype: type) -> Iterator[tuple[str, Seen]]:
    """The case on each engine; on the native one with each instruction set in turn."""
    for name in OTHERS:
        if name != "native":
            yield name, case.run(ENGINES[name](), dtype)
    if NATIVE is None:
        return
    best, *lesser = NATIVE.instruction_sets()
    for isa in [best, *([lesser[case.seed % len(lesser)]] if lesser else [])]:
        with instruction_set(isa):
            yield isa, case.run(ENGINES["native"](), dtype)


def far(a: object, b: object) -> float:
    """The largest difference, relative to 1 or to the numbers, whichever is larger."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    return float(np.abs(a - b).max() / max(1.0, np.abs(b).max())) if b.size else 0.0


def complaints(case: Case, right: Seen, way: str, seen: Seen, at_most: float) -> Iterator[str]:
    """What is further apart than that, but theta; the scores from those at the same weights."""
    apart = {name: far(getattr(seen.sums, name), getattr(right.sums, name)) for name in SUMS}
    apart |= {"buffers": far(seen.buffers, right.buffers)}
    apart |= {"scores": far(seen.scores, seen.right_scores)}
    for what, difference in apart.items():
        if not difference <= at_most:
            yield f"{way}: {what} by {difference:.1e} in {case} ({seen.path})"
    if seen.sums.rows != right.sums.rows or seen.random != right.random:
        yield f"{way}: other rows or random numbers in {case} ({seen.path})"


# ----------------------------------------------------------------------- over 300 random networks


@each_chunk
@np.errstate(all="ignore")
def test_in_float64_theta_is_the_references_within_1e_9(chunk):
    on_result = []
    for case in chunk:
        right = case.run(REFERENCE)
        assert np.isfinite(right.theta).all()
        for way, seen in ways(case, np.float64):
            apart = np.abs(seen.theta - right.theta).max()
            if not apart <= 1e-9:
                on_result.append(f"{way}: theta by {apart:.1e} in {case} ({seen.path})")
            on_result += complaints(case, right, way, seen, 1e-8)
            if abs(seen.sums.correct - right.sums.correct) > 1e-6:
                on_result.append(
                    f"{way}: {seen.sums.correct} right answers in {case} ({seen.path})"
                )
    assert not on_result, "\n".join(on_result)


@each_chunk
@np.errstate(all="ignore")
def test_in_float32_it_is_no_further_from_float64_than_twice_the_reference(chunk):
    """Measured by the length of theta's error: that of one weight is small or large by luck.

    Where training makes a small difference a large one, how large is luck too, and ten times more
    or less is nothing rare: then the reference may begin anew, up to MOST_TRIES times, from weights
    that are off by half a last bit.
    """
    on_result = []
    for case in chunk:
        steps = case.steps(np.float32)
        exact = case.run(REFERENCE, steps=steps, draws=Float32Draws(case.seed))
        right = case.run(REFERENCE, np.float32)
        length = EPSILON * np.linalg.norm(exact.theta)

        def error(seen: Seen, exact: Seen = exact, length: float = length) -> float:
            """In units of theta's last bit."""
            return float(np.linalg.norm(seen.theta.astype(np.float64) - exact.theta)) / length

        for way, seen in ways(case, np.float32):
            assert seen.theta.dtype == np.float32
            allowed = 2 * error(right) + 2
            for tries in range(1, MOST_TRIES + 1):
                if error(seen) > allowed:
                    again = error(case.run(REFERENCE, np.float32, perturbed=tries))
                    allowed = max(allowed, 2 * again + 2)
            if not error(seen) <= allowed:
                on_result.append(f"{way}: {error(seen):.3g} last bits in {case}, not {allowed:.3g}")
            on_result += complaints(case, right, way, seen, max(1e-4, 20 * EPSILON * allowed))
    assert not on_result, "\n".join(on_result)


def test_the_cases_are_over_300_and_meet_every_member_of_every_family():
    assert len(CASES) >= 300
    for family in (Layer, Loss, Optimizer, Regularizer):  # an embedding has a test of its own
        text = "Embedding(" + repr([dataclasses.astuple(case) for case in CASES]) + repr(CASES)
        missing = {m.__name__ for m in family.members.values() if f"{m.__name__}(" not in text}
        assert not missing
    assert {case.inputs for case in CASES} == {"dense", "zeros", "bytes", "sparse"}
    assert sum(case.n_rows % case.batch_size > 0 for case in CASES) > 100
    assert sum(case.batch_size == 1 for case in CASES) > 10
    assert sum(case.weighted for case in CASES) > 100


@each_engine
def test_a_gradient_that_is_off_by_a_millionth_would_be_seen(name, monkeypatch):
    case = next(c for c in CASES if c.optimizer == SGD() and c.inputs == "dense")
    right = case.run(REFERENCE)
    seen = case.run(ENGINES[name]())
    assert np.abs(seen.theta - right.theta).max() <= 1e-9
    other = dataclasses.replace(case, optimizer=Momentum(1e-6))
    assert np.abs(other.run(ENGINES[name]()).theta - right.theta).max() > 1e-9


@each_engine
def test_a_look_at_a_batch_is_the_references(name):
    for case in CASES[:40]:
        outcomes = []
        for engine in (REFERENCE, ENGINES[name]()):
            for rng in (np.random.default_rng(1), None):
                state, data = case.state(np.float64), case.rows(np.float64)
                outcome = engine.value_and_grad(state.network, case.loss, data, rng)
                outcomes.append(np.array([*outcome, *state.network.grad, *state.network.buffers]))
        right, others = outcomes[:2], outcomes[2:]
        for theirs, ours in zip(right, others, strict=True):
            assert far(ours, theirs) <= 1e-11, str(case)


# ------------------------------------------------------------------- public train, epoch by epoch


def blobs(n: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    y = rng.integers(3, size=n)
    return rng.standard_normal((n, 5)) + y[:, None], y


def network(dtype: str = "float32") -> NeuralNetwork:
    layers = [Dense(9), BatchNorm(), ReLU(), Dropout(0.2), Dense(3)]
    return NeuralNetwork(layers, seed=3, dtype=dtype, regularizer="l2", n_inputs=5)


@pytest.mark.parametrize("rows", [50, 777])
@pytest.mark.parametrize("rate", [0.01, OneCycle(0.02)], ids=["constant", "one_cycle"])
@pytest.mark.parametrize("name", ["reference", *OTHERS])
def test_blocks_of_epochs_are_the_same_epochs_to_the_bit(name, rate, rows):
    X, y = blobs(rows)
    nets, histories = [], []
    for callbacks in ([], [lambda row: None]):
        net = network()
        settings = {"epochs": 40, "optimizer": "adam", "batch_size": 16, "learning_rate": rate}
        histories.append(net.train(X, y, callbacks=callbacks, engine=name, **settings))
        nets.append(net)
    first, second = nets
    assert first.network.theta.tobytes() == second.network.theta.tobytes()
    assert first.network.buffers.tobytes() == second.network.buffers.tobytes()
    assert first.rng.bit_generator.state == second.rng.bit_generator.state
    assert len(histories[0].rows) == 40
    for a, b in zip(histories[0].rows, histories[1].rows, strict=True):
        assert list(a) == list(b)
        # an epoch that is watched is run in pieces, whose sums are added up: their last bit differs
        for name in a.keys() - {"seconds"}:
            assert a[name] == pytest.approx(b[name], rel=1e-14, abs=0), name
    seconds = [row["seconds"] for row in histories[0].rows]
    assert seconds == sorted(seconds)
    assert histories[0].stop_reason == histories[1].stop_reason


@pytest.mark.parametrize("name", ["reference", *OTHERS])
def test_a_loss_of_no_weight_is_zero_in_every_epoch(name):
    """These weights are above zero, but not in float32."""
    X, y = blobs(50)
    history = network().train(X, y, epochs=40, sample_weight=np.full(50, 1e-60), engine=name)
    assert history["loss"] == [0.0] * 40


@each_engine
def test_two_trainings_after_each_other_are_the_references(name):
    X, y = blobs(100)
    found = []
    for engine in ("reference", name):
        net = network("float64")
        for optimizer in ("momentum", "adam", "lbfgs"):
            net.train(X, y, epochs=5, batch_size=32, optimizer=optimizer, engine=engine)
        found.append(np.concatenate([net.network.theta, net.network.buffers]))
        found.append(net.predict_proba(X))
    assert far(found[2], found[0]) <= 1e-9
    assert far(found[3], found[1]) <= 1e-9


def embedded(optimizer: Optimizer, penalty: Regularizer, inside: bool, dtype: type):
    """A network with tables, two of them large, and codes of which some lie outside of them."""
    rng = np.random.default_rng(0)
    sizes, widths = (3, 70, 40), (2, 3, 17)
    codes = rng.integers(-1, [4, 72, 41], (90, 3)) + rng.choice([0, 0.3, 0.5, -0.5], (90, 3))
    X = np.column_stack([rng.standard_normal((90, 21)), codes]).astype(dtype)
    before = [Dense(24), Tanh()] if inside else []
    layers = [*before, Embedding(sizes, widths), Dense(6), ReLU(), Dense(2)]
    network = Network(layers, 24, rng=rng, dtype=dtype, regularizers=[penalty])
    network.theta[:] += np.float32(0.05)
    data = Batch(X, rng.integers(0, 2, 90))
    return State(network, CrossEntropy(), optimizer, np.random.default_rng(1)), data


def embedded_run(engine: Engine, *given: object):
    """Theta, slots, gradient, sums and scores after some epochs with batches of 16 rows."""
    state, data = embedded(*given)
    fit, total = engine.fit(state, data, 16), Sums()
    for _ in range(4):
        total = fit.run(state.rng.permutation(90), [0.02] * 6, total)
    engine.value_and_grad(state.network, state.loss, data, state.rng)
    network = state.network
    scores = engine.scores(network, data.x)
    return network.theta, np.ravel(state.slots), network.grad, scores, np.array([total.loss])


@pytest.mark.parametrize("inside", [False, True], ids=["of_inputs", "of_units"])
@pytest.mark.parametrize("penalty", [L2(0.0), ElasticNet(0.002, 0.01), MaxNorm(1.0)], ids=repr)
@pytest.mark.parametrize(
    "optimizer", [SGD(), Momentum(), Nesterov(), Adam(), AdamW(weight_decay=0.1)], ids=repr
)
def test_tables_of_categories_learn_as_in_the_reference(optimizer, penalty, inside):
    given = (optimizer, penalty, inside, np.float64)
    right = embedded_run(REFERENCE, *given)
    found = [embedded_run(ENGINES[name](), *given) for name in OTHERS]
    for isa in NATIVE.instruction_sets() if NATIVE else ():
        with instruction_set(isa):
            one, two = (embedded_run(NativeEngine(threads=n), *given) for n in (1, 2))
        assert [part.tobytes() for part in one] == [part.tobytes() for part in two]
        found.append(one)
    for parts in found:
        for ours, theirs in zip(parts, right, strict=True):
            assert far(ours, theirs) <= 1e-9


def test_tables_of_categories_have_a_kernel():
    if NATIVE is None:
        pytest.skip("noron-native is not here")
    state, _ = embedded(SGD(), L2(0.0), False, np.float32)
    chosen = choose_engine(None, state.network, state.loss, state.optimizer)
    assert chosen.engine.name == "native"


# ------------------------------------------------------------------------------------ divergence


class Explosion:
    """Rows of a regression whose loss leaves the numbers in a known step."""

    def __init__(self, layers: list[Layer], optimizer: Optimizer, dtype: type, n: int = 48) -> None:
        self.layers, self.optimizer, self.dtype, self.n = layers, optimizer, dtype, n

    def run(self, engine: Engine, rates: list[float], chunk: int):
        """theta, buffers, the failed batch, the steps whose sums came back, the random state."""
        rng = np.random.default_rng(0)
        net = Network(self.layers, 4, rng=rng, dtype=self.dtype)
        x = rng.standard_normal((self.n, 4)).astype(self.dtype)
        data = Batch(x, x[:, :1] * 1e4)
        state = State(net, MeanSquaredError(), self.optimizer, np.random.default_rng(1))
        fit, total, failed = engine.fit(state, data, 8), Sums(), None
        order = np.resize(np.random.default_rng(2).permutation(self.n), 8 * len(rates))
        try:
            for at in range(0, len(rates), chunk):
                here = slice(at, at + chunk)
                total = fit.run(order[8 * at : 8 * (at + chunk)], rates[here], total)
        except DivergedError as error:
            failed = error.index
        return net.theta, net.buffers, failed, total


BATCHED = [Dense(6, bias=False), BatchNorm(), ReLU(), Dropout(0.25), Dense(1)]
BAD_STEPS = (0, 1, 2, 6, 7, 8, 12, 15)


@pytest.mark.parametrize("chunk", [1, 4, 8, 16])
@pytest.mark.parametrize("optimizer", [SGD(), Momentum(), Adam()], ids=lambda o: o.name)
@each_engine
@np.errstate(all="ignore")
def test_a_rate_that_is_too_high_is_found_in_the_same_step(name, optimizer, chunk):
    """A huge rate in one step: the loss of the next is not finite, nor is theta if it is larger.

    (Adam's steps have the length of the rate, so its theta stays finite. Numbers of which only the
    sum is too large, which is all that the reference looks at, are left out.)
    """
    rates_too_high = (1e150, 1e300) if isinstance(optimizer, Adam) else (1e150, 1e308)
    for layers in (BATCHED, [Dense(6), ReLU(), Dense(1)]):
        explosion = Explosion(layers, optimizer, np.float64)
        for bad in BAD_STEPS:
            for rate in rates_too_high:
                rates = [0.01] * 16
                rates[bad] = rate
                theta, buffers, index, sums = explosion.run(REFERENCE, rates, chunk)
                again = explosion.run(ENGINES[name](), rates, chunk)
                on_result = (name, optimizer.name, chunk, bad, rate, len(layers))
                assert np.isfinite(again[0]).all()
                assert (index is None) == (again[2] is None), on_result
                assert index is None or index.tolist() == again[2].tolist(), on_result
                assert far(again[0], theta) <= 1e-9, on_result
                assert far(again[1], buffers) <= 1e-9, on_result
                assert again[3].rows == sums.rows, on_result


@np.errstate(all="ignore")
def test_the_explosions_do_explode():
    explosion = Explosion([Dense(6), ReLU(), Dense(1)], SGD(), np.float64)
    assert explosion.run(REFERENCE, [0.01, 1e160, 0.01, 0.01], 4)[2] is not None
    assert explosion.run(REFERENCE, [0.01, 0.01, 0.01, 0.01], 4)[2] is None


@each_engine
@np.errstate(all="ignore")
def test_a_gradient_that_is_not_finite_beside_a_finite_loss_ends_the_run(name):
    """At theta = 0, y = 1e10: the loss is 1e20, the gradient behind an input of 1e300 infinite."""
    found = []
    for engine in (REFERENCE, ENGINES[name]()):
        net = Network([Dense(1)], 2, rng=None, dtype=np.float64)
        data = Batch(np.ones((20, 2)), np.zeros((20, 1)))
        data.x[13], data.y[13] = 1e300, 1e10
        state = State(net, MeanSquaredError(), SGD(), np.random.default_rng(0))
        with pytest.raises(DivergedError) as error:
            engine.fit(state, data, 4).run(np.arange(20), [0.1] * 5)
        found.append((error.value.index.tolist(), net.theta.tolist()))
    assert found[0] == found[1]
    assert found[0][0] == [12, 13, 14, 15]


@dataclasses.dataclass(frozen=True)
class Explosive(Schedule):
    """A rate that is good for some epochs, and then far too high."""

    good_epochs: int

    def rate(self, epoch: float, epochs: float, rows: object = ()) -> float:
        return 0.05 if epoch < self.good_epochs else 1e37


@pytest.mark.parametrize("good_epochs", [1, 30])
@each_engine
def test_public_train_ends_where_the_reference_ends(name, good_epochs):
    """Also within a block of epochs, where nobody looks at them one by one."""
    X, y = blobs(64)
    found = []
    for engine in ("reference", name):
        net = network()
        with pytest.warns(TrainingWarning, match="stopped being finite"):
            history = net.train(
                X, y, epochs=80, learning_rate=Explosive(good_epochs), engine=engine
            )
        assert history.diverged
        assert len(history.rows) >= good_epochs
        found.append((net, history))
    (right, theirs), (net, ours) = found
    assert ours.stop_reason == theirs.stop_reason
    assert len(ours.rows) == len(theirs.rows)
    assert far(net.network.theta, right.network.theta) <= 1e-4
    assert far(net.network.buffers, right.network.buffers) <= 1e-4
    assert net.rng.bit_generator.state == right.rng.bit_generator.state


# ------------------------------------------------------------------------------ which engine runs


def train_once(engine: object = None):
    X, y = blobs(40)
    return network().train(X, y, epochs=2, engine=engine)


@pytest.mark.parametrize("name", ["reference", *OTHERS])
def test_the_environment_chooses_and_the_history_tells(name, monkeypatch):
    monkeypatch.setenv("NORON_ENGINE", name)
    assert train_once().engine.split()[0] == name
    monkeypatch.setenv("NORON_ENGINE", "reference")
    assert train_once(name).engine.split()[0] == name  # the call goes first


def test_an_unknown_engine_is_refused_with_the_known_ones(monkeypatch):
    with pytest.raises(SettingError, match=r"unknown engine 'gpu'.*reference"):
        train_once("gpu")
    monkeypatch.setenv("NORON_ENGINE", "natve")
    with pytest.raises(
        SettingError, match=r"engine in NORON_ENGINE 'natve'.*did you mean 'native'"
    ):
        train_once()
    with pytest.raises(SettingError, match="give a name"):
        train_once(3)


def test_without_the_compiled_package_the_next_engine_runs_and_says_why(no_kernels):
    chosen = choose_engine(None, network().network, CrossEntropy(), SGD())
    assert chosen.engine.name == next(n for n in ENGINES if n != "native")
    assert "not installed: pip install ./native" in train_once().engine
    with pytest.raises(MissingExtraError, match=r"pip install \./native"):
        engine_asked_for("native")
    with pytest.raises(MissingExtraError, match="'native' was asked for"):
        train_once("native")


@pytest.fixture
def no_kernels(monkeypatch):
    """As if the compiled package were not installed."""
    import sys

    monkeypatch.setitem(sys.modules, "noron_native", None)
    kernels.cache_clear()
    yield
    monkeypatch.undo()
    kernels.cache_clear()
