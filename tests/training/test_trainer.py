"""The Trainer: one loop that can be paused, copied, changed and shared, and stays the same run."""

import copy
import gc
import json
import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

import noron
from noron import (
    SGD,
    Constant,
    Dropout,
    EarlyStopping,
    ModelFileError,
    NeuralNetwork,
    Schedule,
    SettingError,
    Snapshot,
    TrainingWarning,
)
from noron.engines import NativeEngine
from noron.training.checkpoint import Checkpoints
from training import trainer_runs
from training.trainer_runs import X, Y, cases, digest, trainer

SCRIPT = Path(trainer_runs.__file__)


def a_net(**settings):
    return NeuralNetwork([6, 8, 3], seed=0, **{"dtype": "float64"} | settings)


# ---- pausing


def test_runs_paused_at_50_batches_end_in_a_new_process_with_the_same_bits(tmp_path):
    rng = np.random.default_rng(5)
    undisturbed = {}
    for name, *settings in cases():
        whole = trainer(*settings)
        whole.advance()
        undisturbed[name] = digest(whole)
        steps = 23 * 8 if len(whole.history) == 8 else 23 * len(whole.history)
        pauses = np.sort(rng.choice(np.arange(1, steps - 1), 50, replace=False))
        run = trainer(*settings)
        for n in np.diff(pauses, prepend=0):
            run.advance(steps=int(n))
            run.restore(copy.deepcopy(run.snapshot()))
        run.snapshot().save(tmp_path / name)
        run.advance()
        assert digest(run) == undisturbed[name], name
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert json.loads(ended.stdout) == undisturbed
    assert len(undisturbed) == len([*cases()])


def test_a_snapshot_that_lost_a_bit_would_be_noticed():
    settings = next(case[1:] for case in cases() if case[0].startswith("numpy-adam-"))
    run = trainer(*settings)
    run.advance(steps=40)
    snapshot = run.snapshot()
    run.advance()
    whole = digest(run)
    for part in ("theta", "slot.0", "order", "sums"):
        changed = copy.deepcopy(snapshot)
        array = changed.arrays[part]
        array[...] = array[::-1].copy() if part == "order" else array * (1 + 1e-15) + 1e-300
        other = trainer(*settings)
        other.restore(changed)
        other.advance()
        assert digest(other) != whole, part


def test_steps_and_epochs_and_rows():
    run = a_net().trainer(X, Y, epochs=4, batch_size=50)
    assert run.advance(steps=3) == []
    assert (run.position.epoch, run.position.row) == (0, 150)
    (row,) = run.advance(epochs=1)
    assert row["epoch"] == 1
    assert [row["epoch"] for row in run.advance(steps=9)] == [2, 3]
    assert not run.ended
    assert [row["epoch"] for row in run] == [4]
    assert run.ended
    assert run.history.stop_reason == "all 4 epochs are done"
    assert run.advance() == []


def test_iterating_is_training():
    net, other = a_net(), a_net()
    rows = [dict(row) for row in net.trainer(X, Y, epochs=5)]
    history = other.train(X, Y, epochs=5)
    assert net.network.theta.tobytes() == other.network.theta.tobytes()
    assert [row["loss"] for row in rows] == history["loss"]


def test_a_run_goes_back_to_a_snapshot_and_on():
    run = a_net().trainer(X, Y, epochs=6, validation=0.2, callbacks=[EarlyStopping(patience=9)])
    run.advance(epochs=2)
    snapshot = run.snapshot()
    run.advance()
    first, best = digest(run), run.state.network.theta.copy()
    run.restore(snapshot)
    assert not run.ended
    assert len(run.history) == 2
    run.advance()
    assert digest(run) == first
    assert run.state.network.theta.tobytes() == best.tobytes()


# ---- changing


@dataclass(frozen=True)
class Stairs(Schedule):
    """0.1, and from the step number `at` on 0.02."""

    at: int
    steps: int

    def rate(self, epoch, epochs, rows=()):
        return 0.1 if round(epoch * self.steps) < self.at else 0.02


@pytest.mark.parametrize("at", [1, 17, 20, 33])
@pytest.mark.parametrize("engine", trainer_runs.ENGINES)
def test_a_rate_changed_between_batches_is_a_schedule_saying_the_same(engine, at):
    asked = {"epochs": 3, "batch_size": 10, "engine": engine, "optimizer": "momentum"}
    changed, scheduled = a_net(), a_net()
    run = changed.trainer(X, Y, learning_rate=0.1, **asked)
    run.advance(steps=at)
    run.learning_rate = 0.02
    run.advance()
    history = scheduled.train(X, Y, learning_rate=Stairs(at, 20), **asked)
    assert changed.network.theta.tobytes() == scheduled.network.theta.tobytes()
    assert run.history["learning_rate"] == history["learning_rate"]


def test_batch_size_dropout_and_penalty_hold_from_the_next_batch_on():
    layers = [noron.Dense(8), noron.ReLU(), Dropout(0.5), noron.Dense(3)]
    net = NeuralNetwork(layers, seed=0, n_inputs=6, dtype="float64")
    run = net.trainer(X, Y, epochs=2, batch_size=20, learning_rate=0.1)
    run.advance(steps=2)
    run.batch_size, run.dropout, run.regularizer = 40, 0.0, [noron.L2(0.1)]
    assert (run.batch_size, run.dropout, run.learning_rate) == (40, 0.0, 0.1)
    assert len(run.advance(steps=4)) == 1
    assert run.position.is_between
    run.advance()
    again = noron.load(saved(net))
    assert again.architecture.layers[2] == Dropout(0.0)
    assert again.architecture.regularizers == (noron.L2(0.1),)
    with pytest.raises(SettingError, match="no Dropout layer"):
        a_net().trainer(X, Y).dropout = 0.5
    with pytest.raises(SettingError, match="dropout is 1"):
        run.dropout = 1.0
    with pytest.raises(SettingError, match="batch_size is 0"):
        run.batch_size = 0
    with pytest.raises(SettingError, match="learning_rate is -1"):
        run.learning_rate = -1


def saved(net):
    import tempfile

    path = Path(tempfile.mkdtemp()) / "model.safetensors"
    net.save(path)
    return path


def test_a_snapshot_takes_changed_settings_along(tmp_path):
    layers = [noron.Dense(8), noron.ReLU(), Dropout(0.5), noron.Dense(3)]

    def a_run():
        net = NeuralNetwork(layers, seed=0, n_inputs=6, dtype="float64")
        return net.trainer(X, Y, epochs=3, batch_size=20, learning_rate=0.1)

    run = a_run()
    run.advance(steps=5)
    run.batch_size, run.dropout, run.regularizer, run.learning_rate = 32, 0.1, "l1", 0.02
    run.advance(steps=2)
    run.snapshot().save(tmp_path / "snapshot")
    other = a_run()
    other.restore(Snapshot.load(tmp_path / "snapshot"))
    assert (other.batch_size, other.dropout, other.learning_rate) == (32, 0.1, 0.02)
    run.advance()
    other.advance()
    assert digest(run) == digest(other)


# ---- what is refused


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("network", lambda: NeuralNetwork([6, 9, 3], seed=0).trainer(X, Y)),
        ("network", lambda: NeuralNetwork([6, 8, 3], seed=0).trainer(X, Y)),  # float32
        ("loss", lambda: a_net(loss="focal").trainer(X, Y)),
        ("optimizer", lambda: a_net().trainer(X, Y, optimizer="adam")),
        ("optimizer", lambda: a_net().trainer(X, Y, optimizer=noron.Momentum(0.5))),
        ("engine", lambda: a_net().trainer(X, Y, engine="reference")),
        ("data", lambda: a_net().trainer(X + 1e-12, Y, engine="numpy")),
        ("data", lambda: a_net().trainer(X[:-1], Y[:-1], engine="numpy")),
        ("data", lambda: a_net().trainer(X, Y, engine="numpy", sample_weight=np.full(200, 2.0))),
        ("order of the rows", lambda: a_net().trainer(X, Y, engine="numpy", shuffle=False)),
        (
            "callbacks",
            lambda: a_net().trainer(X, Y, engine="numpy", callbacks=[EarlyStopping("loss")]),
        ),
    ],
)
def test_a_snapshot_of_another_run_is_refused_by_name(named, other):
    run = a_net().trainer(X, Y, engine="numpy")
    run.advance(steps=3)
    snapshot, another = run.snapshot(), other()
    before = another.state.network.theta.copy()
    with pytest.raises(SettingError, match=f"the snapshot is of another .*{named}"):
        another.restore(snapshot)
    assert before.tobytes() == another.state.network.theta.tobytes()


@pytest.mark.skipif("native" not in trainer_runs.ENGINES, reason="the kernels are not here")
def test_engine_settings_have_to_be_the_same():
    run = a_net().trainer(X, Y, engine=NativeEngine(threads=1))
    another = a_net().trainer(X, Y, engine=NativeEngine(threads=2))
    with pytest.raises(SettingError, match="another engine"):
        another.restore(run.snapshot())


def test_two_trainers_of_one_network_are_refused():
    net = a_net()
    run = net.trainer(X, Y, epochs=2)
    for another in (net.trainer, net.train):
        with pytest.raises(SettingError, match="has a trainer that has not ended"):
            another(X, Y)
    with pytest.raises(SettingError, match="has a trainer"):
        net.backward(X, Y)
    run.advance()
    net.train(X, Y, epochs=1)
    net.trainer(X, Y).close()
    net.backward(X, Y)
    net.trainer(X, Y)  # nobody holds it, so it is gone
    gc.collect()
    net.train(X, Y, epochs=1)


def test_settings_of_a_trainer_are_those_of_train():
    with pytest.raises(TypeError, match="Did you mean learning_rate"):
        a_net().trainer(X, Y, learning_rat=0.1)
    for steps in (0, 1.5, "all"):
        with pytest.raises(SettingError, match="steps is"):
            a_net().trainer(X, Y).advance(steps=steps)


def test_a_file_that_is_no_snapshot_is_refused(tmp_path):
    net = a_net()
    net.save(tmp_path / "model.safetensors")
    with pytest.raises(ModelFileError, match="not a snapshot"):
        Snapshot.load(tmp_path / "model.safetensors")
    net.trainer(X, Y).snapshot().save(tmp_path / "snapshot")
    with pytest.raises(ModelFileError, match="describes no network"):
        noron.load(tmp_path / "snapshot")
    (tmp_path / "snapshot").write_bytes((tmp_path / "snapshot").read_bytes()[:-9])
    with pytest.raises(ModelFileError):
        Snapshot.load(tmp_path / "snapshot")


# ---- how it ends


def test_a_divergence_ends_the_run_and_warns_at_the_users_line():
    run = a_net().trainer(X * 1e200, Y, learning_rate=1e200, engine="numpy")
    with pytest.warns(TrainingWarning, match="stopped being finite") as record:
        run.advance()
    assert record[0].filename == __file__
    assert run.ended
    assert run.history.diverged


def test_ctrl_c_ends_the_run_and_a_snapshot_brings_it_back():
    net, told = a_net(), []

    def interrupt(row):
        told.append(row)
        if len(told) == 2:
            raise KeyboardInterrupt

    run = net.trainer(X, Y, epochs=4, callbacks=[interrupt])
    snapshot = run.snapshot()
    with pytest.warns(TrainingWarning, match="interrupted after epoch 2"):
        run.advance()
    assert run.history.interrupted
    run.restore(snapshot)
    assert not run.history.interrupted
    run.advance()
    other = a_net()
    other.train(X, Y, epochs=4)
    assert net.network.theta.tobytes() == other.network.theta.tobytes()


def test_an_error_in_a_callback_is_the_users_and_ends_the_run():
    def fails(row):
        raise ZeroDivisionError

    net = a_net()
    run = net.trainer(X, Y, callbacks=[fails])
    with pytest.raises(ZeroDivisionError):
        run.advance()
    assert run.ended
    net.train(X, Y, epochs=1)


def test_the_loop_of_x_y_is_checked_once(monkeypatch):
    """X is checked and y is parsed a single time in the first call of train."""
    from noron.model import inputs

    seen = []
    for name in ("check_inputs", "as_target"):
        real = getattr(inputs, name)
        monkeypatch.setattr(
            inputs, name, lambda *a, real=real, name=name, **k: seen.append(name) or real(*a, **k)
        )
    a_net().train(X, Y, epochs=1, validation=0.2, optimizer=SGD(), learning_rate=Constant(0.1))
    assert sorted(seen) == ["as_target", "check_inputs"]


@pytest.mark.parametrize(
    ("epoch_seconds", "every", "steps"),
    [(0.0, 30, 5), (0.1, 30, 200), (10.0, 30, 2), (1000.0, 30, 1), (0.1, 0.01, 5)],
)
def test_checkpoints_look_again_after_some_time_not_after_a_part_of_an_epoch(
    epoch_seconds, every, steps, tmp_path
):
    """Each look ends a call of the engine: twenty in a short epoch took a tenth of its time."""
    X, y = noron.data.moons(n=100, seed=0)
    trainer = noron.NeuralNetwork([2, 4, 2], seed=0).trainer(X, y, epochs=2, batch_size=1)
    assert trainer.steps_to_look() == math.inf
    trainer.checkpoints = Checkpoints(tmp_path, every=every)
    trainer.position.order, trainer.epoch_seconds = np.arange(100), epoch_seconds
    assert trainer.steps_to_look() == steps
