"""Training on deformed images: the same bits however a run is cut, with every engine."""

from dataclasses import dataclass

import numpy as np
import pytest
import scipy.sparse

import noron
from noron.core.errors import DataError, SettingError
from noron.data.augmentation import Augmentation, Deform
from noron.data.rows import ByteRows
from noron.engines import DivergedError, ReferenceEngine, State, at_most
from noron.engines.base import Batch
from noron.losses import CrossEntropy
from noron.optimizers import SGD
from noron.training import augmented
from training import trainer_runs

RNG = np.random.default_rng(2)
X = np.maximum(RNG.normal(-0.7, 1, (90, 64)), 0)
Y = X[:, :32].sum(axis=1) > X[:, 32:].sum(axis=1)
LAYERS = [noron.Dense(12), noron.BatchNorm(), noron.Tanh(), noron.Dropout(0.2), noron.Dense(2)]
SLIGHT = {"name": "deform", "alpha": 5.0}


def trainer(engine=None, seed=3, X=X, **more):
    net = noron.NeuralNetwork(LAYERS, seed=seed, dtype="float64", n_inputs=64)
    given = {"epochs": 4, "batch_size": 7, "optimizer": "adam", "augment": SLIGHT} | more
    return net.trainer(X, Y, engine=engine, validation=0.2, sample_weight=1 + X[:, 0], **given)


def end(run):
    """The weights, and the history without times."""
    run.advance()
    rows = [{k: v for k, v in row.items() if k != "seconds"} for row in run.history.rows]
    network = run.state.network
    return network.theta.tobytes(), network.buffers.tobytes(), repr(rows)


@pytest.mark.parametrize("engine", trainer_runs.ENGINES)
def test_the_bits_do_not_depend_on_pieces_threads_or_memory(engine, monkeypatch):
    expected = end(trainer(engine))
    pieces = trainer(engine)
    for steps in (1, 2, 13):
        pieces.advance(steps=steps)
    assert end(pieces) == expected
    monkeypatch.setattr(augmented, "MOST_BYTES", 3 * 7 * 64 * 8)
    assert end(trainer(engine)) == expected
    with at_most(1):
        assert end(trainer(engine)) == expected
    assert end(trainer(engine, seed=4)) != expected
    assert end(trainer(engine, augment=None)) != expected


@pytest.mark.parametrize("engine", trainer_runs.ENGINES)
@pytest.mark.parametrize("steps", [5, 11, 24])
def test_a_run_goes_on_from_a_snapshot_with_the_same_bits(engine, steps, tmp_path):
    expected = end(trainer(engine))
    run = trainer(engine)
    run.advance(steps=steps)
    run.snapshot().save(tmp_path / "s")
    again = trainer(engine)
    again.state.rng.random(5)
    again.state.augment_key = 1
    again.restore(noron.Snapshot.load(tmp_path / "s"))
    assert end(again) == expected
    with pytest.raises(SettingError, match="engine"):
        trainer(engine, augment="deform").restore(noron.Snapshot.load(tmp_path / "s"))


def test_all_engines_train_the_same_network():
    runs = [trainer(engine, optimizer="momentum") for engine in trainer_runs.ENGINES]
    for run in runs:
        run.advance()
        np.testing.assert_allclose(run.state.network.theta, runs[0].state.network.theta, atol=1e-9)


@dataclass(frozen=True)
class Noted(Augmentation):
    """Keeps what it gives, and makes rows with a 9 infinite."""

    def check(self, n_inputs):
        return "rows"

    def forward(self, x, rng):
        changed = Deform().forward(x, rng)
        changed[x[:, 0] == 9] = np.inf
        GIVEN.append(changed)
        return changed


GIVEN: list[np.ndarray] = []


def test_each_epoch_has_images_of_its_own():
    GIVEN.clear()
    trainer("reference", augment=Noted(), shuffle=False, batch_size=100, epochs=3).advance()
    first, second, third = GIVEN
    assert first.shape == second.shape == third.shape
    assert not (np.all(first == second, 1) | np.all(second == third, 1)).any()
    trainer("reference", augment=Noted(), shuffle=False, batch_size=100, epochs=1).advance()
    np.testing.assert_array_equal(GIVEN[3], first)
    trainer("reference", augment=Noted(), shuffle=False, batch_size=100, epochs=1, seed=4).advance()
    assert (GIVEN[4] != first).any()


def test_compact_and_sparse_rows_are_deformed_too():
    bytes_, table = RNG.integers(0, 256, X.shape, dtype=np.uint8), np.arange(256) / 255.0
    rows = ByteRows(bytes_, table)
    given = {"epochs": 2, "batch_size": 7, "augment": SLIGHT}
    for one, other in ((rows, rows[:]), (scipy.sparse.csr_array(X), X)):
        nets = [noron.NeuralNetwork(LAYERS, seed=1, dtype="float64") for _ in range(2)]
        for net, x in zip(nets, (one, other), strict=True):
            net.train(x, Y, **given)
        np.testing.assert_array_equal(nets[0].network.theta, nets[1].network.theta)


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid")
def test_divergence_names_the_rows_of_its_batch():
    x = X.copy()
    x[50, 0] = 9
    net = noron.NeuralNetwork([64, 2], seed=1, dtype="float64")
    state = State(net.network, CrossEntropy(), SGD(), np.random.default_rng(0))
    engine = augmented.AugmentedEngine(ReferenceEngine(), Noted())
    fit = engine.fit(state, Batch(x, Y.astype(np.int64)), 8)
    order = np.arange(90)[::-1].copy()
    with pytest.raises(DivergedError) as caught:
        fit.run(order, [0.1] * 12)
    np.testing.assert_array_equal(caught.value.index, order[32:40])
    assert state.t == 4


def test_what_cannot_be_deformed_is_refused_before_the_first_step():
    with pytest.raises(DataError, match="64 numbers"):
        trainer(augment=Deform(height=5, width=5))
    with pytest.raises(SettingError, match="lbfgs"):
        trainer(augment="deform", optimizer="lbfgs")
    with pytest.raises(SettingError, match="unknown augmentation"):
        trainer(augment="deforms")
    run = trainer()
    assert end(run)
    assert run.history.engine.startswith("augmented (")
