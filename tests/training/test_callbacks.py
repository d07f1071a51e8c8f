"""Callbacks: what they are told, how they end a run, what is in the network afterwards."""

import io
import os
import pty
import re
import select

import numpy as np
import pytest

from noron import (
    EMA,
    Adam,
    BatchNorm,
    Callback,
    Dense,
    EarlyStopping,
    NeuralNetwork,
    Progress,
    ReLU,
    SettingError,
    StopTraining,
    Target,
    TrainingWarning,
)
from noron.core.text import figure
from noron.data import moons

X, y = moons(n=120, seed=0)
XV, YV = moons(n=80, seed=1)


class Recorder(Callback):
    """Everything that a callback is told, and the weights at each row."""

    def __init__(self):
        self.on_result, self.thetas, self.rows = [], [], []

    def begin(self, network, epochs):
        self.network = network
        self.on_result.append(("begin", epochs))

    def tick(self, done):
        self.on_result.append(("tick", done))

    def __call__(self, row):
        self.on_result.append(("row", row["epoch"]))
        self.thetas.append((self.network.theta.copy(), self.network.buffers.copy()))
        self.rows.append(row)

    def end(self):
        self.on_result.append(("end",))


def train(*callbacks, epochs=10, **settings):
    net = NeuralNetwork([2, 8, 2], seed=settings.pop("seed", 0))
    history = net.train(
        X, y, epochs=epochs, validation=(XV, YV), callbacks=list(callbacks), **settings
    )
    return net, history


def raising(error, at):
    def callback(row):
        if row["epoch"] == at:
            raise error

    return callback


# ---- what is told


def test_a_callback_is_told_of_beginning_ticks_rows_and_end_in_order():
    recorder = Recorder()
    train(recorder, epochs=3, batch_size=30)
    kinds = [on_result[0] for on_result in recorder.on_result]
    assert recorder.on_result[0] == ("begin", 3)
    assert kinds == ["begin", *(["tick"] * 4 + ["row"]) * 3, "end"]
    ticks = [on_result[1] for on_result in recorder.on_result if on_result[0] == "tick"]
    np.testing.assert_allclose(ticks, np.arange(1, 13) / 4)


def test_long_epochs_tick_about_twenty_times():
    recorder = Recorder()
    train(recorder, epochs=1, batch_size=1)
    assert 15 <= sum(on_result[0] == "tick" for on_result in recorder.on_result) <= 20


def test_any_function_of_a_row_is_a_callback():
    rows = []
    _, history = train(rows.append, epochs=4)
    assert rows == history.rows
    assert list(rows[0]) == [
        "epoch",
        "loss",
        "accuracy",
        "val_loss",
        "val_accuracy",
        "learning_rate",
        "seconds",
    ]


def test_the_end_is_told_even_where_a_callback_fails():
    recorder = Recorder()
    with pytest.raises(ZeroDivisionError):
        train(recorder, raising(ZeroDivisionError(), 2))
    assert recorder.on_result[-1] == ("end",)


# ---- ending a run


@pytest.mark.parametrize(
    ("error", "reason"),
    [(StopTraining("seen enough"), "seen enough"), (StopTraining(), "a callback stopped it")],
)
def test_a_users_function_may_stop_the_run(error, reason):
    recorder = Recorder()
    net, history = train(recorder, raising(error, 3))
    assert len(history) == 3
    assert history.stop_reason == reason
    assert not history.interrupted
    assert not history.diverged
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[-1][0])


@pytest.mark.parametrize(
    ("monitor", "value"), [("accuracy", 0.8), ("val_accuracy", 0.88), ("loss", 0.45)]
)
def test_a_target_stops_as_soon_as_it_is_reached(monitor, value):
    _, history = train(Target(monitor, value), epochs=200, learning_rate=0.3)
    *before, last = history[monitor]
    reached = (lambda v: v <= value) if monitor == "loss" else (lambda v: v >= value)
    assert reached(last)
    assert not any(map(reached, before))
    assert 1 < len(history) < 200
    assert history.stop_reason.startswith(f"{monitor} has reached")


# ---- early stopping


def test_early_stopping_stops_after_its_patience_and_puts_the_best_back():
    recorder = Recorder()
    net, history = train(recorder, EarlyStopping(patience=4), epochs=500, learning_rate=2.0)
    best = int(np.argmin(history["val_loss"]))
    assert len(history) == best + 1 + 4 < 500
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[best][0])
    assert net.evaluate(XV, YV)["loss"] == pytest.approx(min(history["val_loss"]), rel=1e-6)
    assert (
        f"its best was {figure(min(history['val_loss']))}, in epoch {best + 1}"
        in history.stop_reason
    )


def test_buffers_come_back_with_the_weights():
    recorder = Recorder()
    net = NeuralNetwork([Dense(8), BatchNorm(), ReLU(), Dense(2)], seed=0)
    stopping = EarlyStopping("val_loss", patience=2)
    history = net.train(
        X,
        y,
        epochs=300,
        learning_rate=1.0,
        validation=(XV, YV),
        callbacks=[recorder, stopping],
    )
    theta, buffers = recorder.thetas[int(np.argmin(history["val_loss"]))]
    assert not np.array_equal(buffers, recorder.thetas[-1][1])
    np.testing.assert_array_equal(net.network.theta, theta)
    np.testing.assert_array_equal(net.network.buffers, buffers)


@pytest.mark.parametrize("how", ["last epoch", "stop", "ctrl-c", "failure", "divergence"])
def test_the_best_weights_come_back_however_the_run_ends(how):
    def scramble(row):
        """Better weights never come: the first epoch's are the best."""
        row["score"] = -row["epoch"]
        endings = {
            "stop": StopTraining(),
            "ctrl-c": KeyboardInterrupt(),
            "failure": OSError("no disk"),
        }
        if row["epoch"] == 3 and how in endings:
            raise endings[how]
        if row["epoch"] == 3 and how == "divergence":
            recorder.network.theta[:] = np.inf

    recorder = Recorder()
    stopping = EarlyStopping("score", patience=50)
    net = NeuralNetwork([2, 8, 2], seed=0)

    def run():
        return net.train(X, y, epochs=5, callbacks=[recorder, scramble, stopping])

    if how in ("ctrl-c", "divergence"):
        with pytest.warns(TrainingWarning):
            history = run()
    elif how == "failure":
        with pytest.raises(OSError, match="no disk"):
            run()
    else:
        history = run()
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[0][0])
    if how != "failure":
        assert len(history) == (5 if how == "last epoch" else 3)
        assert history.interrupted == (how == "ctrl-c")
        assert history.diverged == (how == "divergence")


def test_the_last_weights_stay_where_the_best_are_not_wanted():
    recorder = Recorder()
    stopping = EarlyStopping(patience=3, restore_best=False)
    net, _ = train(recorder, stopping, epochs=500, learning_rate=2.0)
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[-1][0])


@pytest.mark.parametrize(
    ("values", "settings", "best", "length"),
    [
        ([3, 2, 2.5, 2.4, 2.3, 1], {"patience": 3}, 2, 5),
        ([3, 2, 2.5, 2.4, 1.5, 1], {"patience": 3}, 6, 6),
        ([3, 2.95, 2.9, 2.85, 1, 1], {"patience": 3, "min_delta": 0.2}, 1, 4),
        ([np.nan, 3, np.nan, np.nan, 5, 6], {"patience": 4}, 2, 6),
        ([np.inf, np.nan, 7, 6, 5, 4], {"patience": 4}, 6, 6),
    ],
)
@pytest.mark.parametrize(
    ("name", "sign", "mode"),
    [
        ("my_loss", 1, "auto"),
        ("my_error", 1, "auto"),
        ("score", -1, "auto"),
        ("score", 1, "min"),
        ("my_loss", -1, "max"),
    ],
)
def test_what_counts_as_better(values, settings, best, length, name, sign, mode):
    """NaN is no progress, whatever the metric is called."""

    def measure(row):
        row[name] = sign * values[int(row["epoch"]) - 1]

    recorder = Recorder()
    stopping = EarlyStopping(name, mode=mode, **settings)
    net = NeuralNetwork([2, 4, 2], seed=0)
    history = net.train(X, y, epochs=6, callbacks=[recorder, measure, stopping])
    assert len(history) == length
    assert stopping.best_epoch == best
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[best - 1][0])


def test_a_callback_may_be_used_again():
    stopping = EarlyStopping(patience=2)
    one, first = train(stopping, epochs=200, learning_rate=2.0)
    two, second = train(stopping, epochs=200, learning_rate=2.0)
    assert first["loss"] == second["loss"]
    np.testing.assert_array_equal(one.network.theta, two.network.theta)


def test_a_metric_that_is_not_recorded_is_refused_with_the_way_out():
    with pytest.raises(SettingError, match=r"give validation=\(X_val, y_val\)"):
        NeuralNetwork([2, 4, 2]).train(X, y, callbacks=[EarlyStopping()])
    with pytest.raises(SettingError, match="did you mean 'val_accuracy'"):
        train(EarlyStopping("val_accurcy"))


def test_averaged_weights_are_what_early_stopping_keeps():
    recorder = Recorder()
    net, history = train(
        recorder,
        EarlyStopping(patience=3),
        epochs=60,
        optimizer=EMA(Adam(), decay=0.9),
        learning_rate=0.3,
    )
    best = int(np.argmin(history["val_loss"]))
    np.testing.assert_array_equal(net.network.theta, recorder.thetas[best][0])
    assert net.evaluate(XV, YV)["loss"] == pytest.approx(min(history["val_loss"]), rel=1e-6)


# ---- progress


def test_progress_in_a_file_is_one_plain_line_an_epoch():
    out = io.StringIO()
    train(Progress(out), epochs=11)
    lines = out.getvalue().splitlines()
    assert len(lines) == 11
    for number, line in enumerate(lines, start=1):
        assert re.fullmatch(
            rf"epoch {number:2d}/11  loss \d\.\d{{4}}  accuracy \d+\.\d\d%  val_loss \d\.\d{{4}}  "
            r"val_accuracy \d+\.\d\d%  seconds \d+\.\d",
            line,
        ), line


def test_progress_in_a_terminal_is_a_bar(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "140")
    for variable in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(variable, raising=False)
    main, terminal = pty.openpty()
    with open(terminal, "w") as stream:
        train(Progress(stream), epochs=5)
        shown = b""
        while select.select([main], [], [], 0.2)[0]:
            shown += os.read(main, 65536)
    os.close(main)
    text = shown.decode()
    assert "\x1b[" in text
    assert "━" in text
    assert "5/5" in text
    assert "val_accuracy" in text
    assert "0:00:00" in text
    assert not re.search(r"^epoch 1/5", text, re.MULTILINE)


def test_progress_is_shown_where_it_is_wanted(capsys):
    train(epochs=2)
    assert capsys.readouterr() == ("", "")
    train(epochs=2, progress=True)
    on_result = capsys.readouterr()
    assert on_result.out == ""
    assert [line.split()[1] for line in on_result.err.splitlines()] == ["1/2", "2/2"]
    train(epochs=2, progress=False)
    assert capsys.readouterr() == ("", "")


def test_callbacks_behind_one_that_ends_the_run_see_the_last_row_too():
    rows = []
    _, history = train(Target("loss", 100.0), rows.append, Target("loss", 200.0))
    assert [row["epoch"] for row in rows] == [1]
    assert len(history) == 1
    assert "target 100" in history.stop_reason
