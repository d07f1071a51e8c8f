"""Checkpoints: a run goes on from its last one to the bits of a run that nothing has disturbed."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import noron
from noron.core.errors import DataError, ModelFileError, SettingError, TrainingWarning
from noron.training import checkpoint
from noron.training import trainer as trainer_module
from noron.training.checkpoint import LOCK, NAMES, Checkpoints
from noron.training.snapshot import Snapshot
from training import trainer_runs as runs

EPOCHS = 8


@pytest.fixture(autouse=True)
def at_every_look(monkeypatch):
    """Copy the state at every look, whatever that costs."""
    monkeypatch.setattr(checkpoint, "FRESH", 0.0)
    monkeypatch.setattr(checkpoint, "SHARE", 1e9)


class Interrupt(noron.Callback):
    """Ctrl-C when so many pieces of epochs have been run, or so many epochs."""

    def __init__(self, pieces=None, epochs=None):
        self.pieces, self.epochs = pieces, epochs

    def tick(self, done):
        self.pieces = None if self.pieces is None else self.pieces - 1
        if self.pieces == 0:
            raise KeyboardInterrupt

    def __call__(self, row):
        if row["epoch"] == self.epochs:
            raise KeyboardInterrupt


def train(
    folder=None, more=(), engine=runs.FASTEST, optimizer="adam", schedule=0.05, every=30, **options
):
    """A run with dropout, batch statistics, validation and early stopping; it and its network."""
    layers = [noron.Dense(12), noron.BatchNorm(), noron.Tanh(), noron.Dropout(0.2), noron.Dense(3)]
    net = noron.NeuralNetwork(layers, seed=3, dtype="float64", regularizer="l2")
    settings = {"epochs": EPOCHS, "batch_size": 7, "validation": 0.2, "progress": False} | options
    if folder is not None:
        settings |= {"checkpoint": Checkpoints(folder, every=every), "resume": folder}
    history = net.train(
        runs.X, runs.Y, engine=engine, optimizer=optimizer, learning_rate=schedule, advise=False,
        callbacks=[noron.EarlyStopping(patience=6), *more], **settings,
    )  # fmt: skip
    return net, history


def outcome(result):
    """All that has to be the same: weights, statistics, rows without times, the reason."""
    net, history = result
    rows = [{k: v for k, v in row.items() if k != "seconds"} for row in history.rows]
    network = net.network
    return network.theta.tobytes(), network.buffers.tobytes(), rows, history.stop_reason


def interrupted(folder, more, **settings):
    with pytest.warns(TrainingWarning, match="interrupted"):
        _, history = train(folder, more, **settings)
    assert history.interrupted


@pytest.mark.parametrize("engine", runs.ENGINES)
@pytest.mark.parametrize("optimizer", [*runs.OPTIMIZERS, "ema"])
def test_interrupted_runs_end_with_the_same_bits(engine, optimizer, tmp_path):
    """15 pairs, 3 schedules, 4 places: the first and the last step, within and between epochs."""
    for schedule in runs.SCHEDULES:
        settings = {"engine": engine, "optimizer": optimizer, "schedule": schedule}
        undisturbed = outcome(train(**settings))
        epochs = len(undisturbed[2])
        places = [Interrupt(pieces=1), Interrupt(pieces=2), Interrupt(pieces=12 * epochs - 2)]
        for place in (*places, Interrupt(epochs=3)):
            interrupted(tmp_path / "c", [place], **settings)
            assert outcome(train(tmp_path / "c", **settings)) == undisturbed
            assert not (tmp_path / "c").exists()


@pytest.mark.filterwarnings("ignore:interrupted")
def test_a_run_that_is_interrupted_all_the_time_ends_with_the_same_bits(tmp_path):
    times = 0
    while True:
        result = train(tmp_path / "c", [Interrupt(pieces=37)], epochs=40)
        if not result[1].interrupted:
            break
        times += 1
    assert times > 2
    assert outcome(result) == outcome(train(epochs=40))


def test_an_interruption_within_a_block_of_epochs_goes_back_to_its_start(tmp_path, monkeypatch):
    settings = {"validation": None, "epochs": 2000, "learning_rate": 0.01, "progress": False}

    def run(**more):
        net = noron.NeuralNetwork([6, 8, 3], seed=1)
        return net, net.train(runs.X, runs.Y, advise=False, **settings, **more)

    undisturbed, real, calls = outcome(run()), trainer_module.run_blocks, []

    def broken_off(blocks):
        done = real(blocks)
        calls.append(len(blocks[0].rates))
        if len(calls) == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(trainer_module, "run_blocks", broken_off)
    with pytest.warns(TrainingWarning, match="interrupted"):
        run(checkpoint=tmp_path / "c")
    assert calls[1] > 1
    assert outcome(run(resume=tmp_path / "c")) == undisturbed


@pytest.mark.parametrize("engine", runs.ENGINES)
def test_a_run_that_is_driven_from_outside_is_written_after_its_blocks(engine, tmp_path):
    def run(**more):
        net = noron.NeuralNetwork([6, 8, 3], seed=1)
        settings = {"epochs": 9, "learning_rate": 0.1, "advise": False, "engine": engine}
        return net.trainer(runs.X, runs.Y, **settings, **more)

    undisturbed, driven = run(), run(checkpoint=tmp_path / "c")
    undisturbed.advance()
    for _ in range(3):
        block = driven.block(2)
        driven.take(block, trainer_module.run_blocks([block])[0])
    driven.interrupt()
    went_on = run(resume=tmp_path / "c")
    assert went_on.position.epoch == 6
    went_on.advance()
    assert np.array_equal(went_on.state.network.theta, undisturbed.state.network.theta)


def test_a_run_with_a_time_limit_goes_on_within_an_epoch(tmp_path):
    interrupted(tmp_path / "c", [Interrupt(pieces=14)], time_limit=100.0)
    _, history = train(tmp_path / "c", time_limit=100.0)
    assert history.stop_reason == f"all {EPOCHS} epochs are done"


def test_an_error_in_a_callback_leaves_a_checkpoint(tmp_path):
    def fail(row):
        if row["epoch"] == 3:
            raise ZeroDivisionError

    undisturbed = outcome(train())
    with pytest.raises(ZeroDivisionError):
        train(tmp_path / "c", [fail])
    assert outcome(train(tmp_path / "c")) == undisturbed


def test_a_process_that_is_killed_goes_on_in_another(tmp_path):
    script = (
        "import os, numpy as np\n"
        "from training import test_checkpoint as t\n"
        "def kill(row):\n"
        "    if row['epoch'] == 5: os.kill(os.getpid(), 9)\n"
        f"t.train({str(tmp_path / 'c')!r}, [kill], every=1e-9)\n"
    )
    paths = [str(Path(__file__).parents[1]), str(Path(noron.__file__).parents[1])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    ended = subprocess.run([sys.executable, "-c", script], env=environment, timeout=120)
    assert ended.returncode == -9
    assert outcome(train(tmp_path / "c")) == outcome(train())


def test_a_network_without_a_seed_goes_on_with_the_same_validation_rows(tmp_path):
    def run(**more):
        net = noron.NeuralNetwork([6, 8, 3])
        return net.train(runs.X, runs.Y, 6, validation=0.3, progress=False, advise=False, **more)

    with pytest.warns(TrainingWarning, match="interrupted"):
        first = run(checkpoint=tmp_path / "c", callbacks=[Interrupt(epochs=4)])
    second = run(resume=tmp_path / "c")
    assert second.seed == first.seed
    assert len(second) == 6


def test_two_files_are_written_in_turn_and_a_damaged_one_is_passed_over(tmp_path):
    folder, undisturbed = tmp_path / "c", outcome(train())
    interrupted(folder, [Interrupt(epochs=4)], every=1e-9)
    assert {path.name for path in folder.iterdir()} == {*NAMES, LOCK}
    places = {name: Snapshot.load(folder / name).place for name in NAMES}
    newest = max(NAMES, key=places.__getitem__)
    assert places[newest] > min(places.values())
    damaged = bytearray((folder / newest).read_bytes())
    damaged[-1] ^= 1
    (folder / newest).write_bytes(damaged)
    with pytest.warns(TrainingWarning, match="changed or damaged.*the checkpoint before it"):
        assert outcome(train(folder)) == undisturbed
    for name in NAMES:
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(damaged)
    with pytest.raises(ModelFileError, match="changed or damaged"):
        train(folder)


def test_a_disk_without_room_is_said_once_and_the_training_goes_on(tmp_path, monkeypatch):
    def full(path, *content):
        raise DataError(f"{path} cannot be written (No space left on device)")

    undisturbed = outcome(train())
    monkeypatch.setattr("noron.core.tensor_file.write_atomically", full)
    with pytest.warns(TrainingWarning, match="no checkpoint was written: .*No space left") as said:
        assert outcome(train(tmp_path / "c", every=1e-9)) == undisturbed
    assert len(said) == 1
    assert not (tmp_path / "c").exists()


# ---- what is refused


def test_checkpoints_of_another_run_are_refused_by_name(tmp_path):
    interrupted(tmp_path / "c", [Interrupt(epochs=2)])
    for other, named in [
        ({"optimizer": "momentum"}, "optimizer"),
        ({"validation": 0.3}, "data"),
        ({"engine": "reference"}, "engine"),
    ]:
        with pytest.raises(SettingError, match=f"snapshot is of another {named}: .* give the same"):
            train(tmp_path / "c", **other)
    assert len(outcome(train(tmp_path / "c"))[2]) == EPOCHS  # nothing of it was lost


def test_a_file_is_no_folder_of_checkpoints(tmp_path):
    (tmp_path / "c").write_text("mine")
    with pytest.raises(SettingError, match="is a file: give the name of a folder"):
        train(checkpoint=tmp_path / "c")


def test_a_new_run_does_not_replace_a_checkpoint_by_mistake(tmp_path):
    interrupted(tmp_path, [Interrupt(epochs=2)])
    with pytest.raises(SettingError, match="has not ended: go on with resume="):
        train(checkpoint=tmp_path)


def test_a_folder_without_a_checkpoint_or_with_several_runs(tmp_path):
    with pytest.raises(ModelFileError, match="does not exist"):
        train(resume=tmp_path / "nothing")
    with pytest.raises(ModelFileError, match="holds no checkpoint"):
        train(resume=tmp_path)
    for name in ("3", "7"):
        interrupted(tmp_path / name, [Interrupt(epochs=2)])
    with pytest.raises(ModelFileError, match=r"the checkpoints of 2 runs .*\(3, 7\)"):
        train(resume=tmp_path)
    interrupted(tmp_path / "9", [Interrupt(epochs=2)], optimizer="momentum")
    os.replace(tmp_path / "9" / NAMES[0], tmp_path / "7" / NAMES[1])
    with pytest.raises(SettingError, match="two different runs"):
        train(resume=tmp_path / "7")


def test_a_folder_that_another_process_trains_in_is_refused(tmp_path):
    interrupted(tmp_path, [Interrupt(epochs=2)])
    holder = Checkpoints(tmp_path)
    assert holder.load() is not None
    with pytest.raises(SettingError, match="another process is training"):
        train(tmp_path)
    holder.release()
    assert len(outcome(train(tmp_path))[2]) == EPOCHS


def test_a_snapshot_s_file_is_a_place_to_go_on_from(tmp_path):
    net = noron.NeuralNetwork([6, 8, 3], seed=1)
    settings = {"epochs": 5, "progress": False, "advise": False}
    run = net.trainer(runs.X, runs.Y, **settings)
    run.advance(epochs=2)
    run.snapshot().save(tmp_path / "pause")
    run.advance()
    other = noron.NeuralNetwork([6, 8, 3], seed=1)
    other.train(runs.X, runs.Y, **settings, resume=tmp_path / "pause")
    assert np.array_equal(net.network.theta, other.network.theta)


def test_wrong_settings_are_refused():
    for wrong in ({"checkpoint": 3}, {"resume": ["c"]}):
        with pytest.raises(DataError, match="path is"):
            train(**wrong)
    with pytest.raises(SettingError, match="every"):
        Checkpoints("c", every=0)


def test_other_libraries_and_processors_are_said(tmp_path, monkeypatch):
    interrupted(tmp_path / "c", [Interrupt(epochs=2)])
    now = checkpoint.machine() | {"numpy": "9.9", "threads": 64}
    monkeypatch.setattr(checkpoint, "machine", lambda: now)
    with pytest.warns(TrainingWarning, match=r"NumPy was .* and is now 9.9.*the same last bits"):
        train(tmp_path / "c")


def test_what_has_been_kept_of_a_run_that_has_ended_gives_its_result_at_once(tmp_path):
    def run():
        net = noron.NeuralNetwork([6, 8, 3], seed=1)
        kept = Checkpoints(tmp_path / "c", keep=True)
        settings = {"epochs": 5, "validation": 0.2, "progress": False, "advise": False}
        stopping = noron.EarlyStopping(patience=2)
        net.train(
            runs.X, runs.Y, **settings, callbacks=[stopping], checkpoint=kept, resume=kept.folder
        )
        return net, net._history

    first = outcome(run())
    steps = []
    assert outcome(run()) == first
    assert not steps


def test_looking_costs_what_it_may(monkeypatch):
    """A copy that takes a second is made again after 250 seconds."""
    monkeypatch.setattr(checkpoint, "SHARE", 0.004)
    clock = iter([0.0, 10.0, 11.0, 100.0, 262.0, 263.0])
    monkeypatch.setattr(checkpoint.time, "perf_counter", lambda: next(clock))
    copies = []
    monkeypatch.setattr(checkpoint, "state_of", copies.append)
    kept = Checkpoints("c", every=1000)
    for run in (1, 2, 3):
        kept.look(run)
    assert copies == [1, 3]
