"""Training: whole trajectories, every optimizer and schedule, weights, and runs that end badly."""

import copy
import math
import warnings

import numpy as np
import pytest

from noron import (
    EMA,
    L2,
    LBFGS,
    SGD,
    Adam,
    BatchNorm,
    Callback,
    Dense,
    Dropout,
    History,
    MaxNorm,
    Momentum,
    Nesterov,
    NeuralNetwork,
    NoronError,
    ReLU,
    ScheduleFreeAdamW,
    Standardize,
    StopTraining,
    TrainingWarning,
)
from noron.data import blobs, moons, sine
from noron.engines import ReferenceEngine
from noron.optimizers import Optimizer
from noron.schedules import (
    Constant,
    Cosine,
    ExponentialDecay,
    OneCycle,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
)

X, y = moons(n=120, seed=0)
OPTIMIZERS = [name for name, member in Optimizer.members.items() if "noron" in member.__module__]
SCHEDULES = {
    "constant": Constant(0.1),
    "step": StepDecay(0.2, factor=0.5, every=3),
    "exponential": ExponentialDecay(0.2),
    "cosine": Cosine(0.2),
    "one_cycle": OneCycle(0.3),
    "warm_up": WarmUp(Cosine(0.2), epochs=2),
    "reduce_on_plateau": ReduceOnPlateau(0.2, "loss", patience=2),
}


class Steps(Callback):
    """The weights before the first step and after each one (of at most 20 an epoch)."""

    def begin(self, network, epochs):
        self.network = network
        self.thetas = [network.theta.copy()]

    def tick(self, done):
        self.thetas.append(self.network.theta.copy())

    def __call__(self, row):
        pass


# ---- against scikit-learn, whole trajectories


@pytest.mark.parametrize("activation", ["tanh", "relu", "logistic"])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (SGD(), {"solver": "sgd", "momentum": 0.0, "learning_rate_init": 0.1}),
        (
            Momentum(),
            {
                "solver": "sgd",
                "momentum": 0.9,
                "nesterovs_momentum": False,
                "learning_rate_init": 0.02,
            },
        ),
        (Nesterov(), {"solver": "sgd", "momentum": 0.9, "learning_rate_init": 0.02}),
        # scikit-learn adds epsilon before the bias correction: next to nothing, it is the same
        (Adam(epsilon=1e-60), {"solver": "adam", "epsilon": 1e-60, "learning_rate_init": 0.01}),
    ],
)
@pytest.mark.parametrize("alpha", [0.0, 0.5])
def test_the_same_weights_as_scikit_learns_after_eight_epochs(activation, ours, theirs, alpha):
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    x, labels = blobs(n=96, seed=0)
    batch, name = 24, {"logistic": "sigmoid"}.get(activation, activation)
    # its alpha is halved and divided by the rows of the batch, ours is neither
    net = NeuralNetwork(
        [2, 9, 5, 3], name, regularizer=L2(alpha / 2 / batch), seed=3, dtype="float64"
    )
    peer = MLPClassifier(
        (9, 5),
        activation=activation,
        alpha=alpha,
        batch_size=batch,
        shuffle=False,
        warm_start=True,
        max_iter=1,
        tol=0.0,
        n_iter_no_change=100,
        random_state=0,
        **theirs,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        peer.fit(x, labels)
        peer.coefs_ = [W.copy() for W in net.weights]
        peer.intercepts_ = [b.ravel().copy() for b in net.biases]
        peer.set_params(max_iter=8)
        peer.fit(x, labels)
    began = net.network.theta.copy()
    history = net.train(
        x,
        labels,
        epochs=8,
        batch_size=batch,
        shuffle=False,
        optimizer=ours,
        learning_rate=theirs["learning_rate_init"],
    )
    mine = [*net.weights, *(b.ravel() for b in net.biases)]
    for a, b in zip(mine, [*peer.coefs_, *peer.intercepts_], strict=True):
        np.testing.assert_allclose(a, b, rtol=0, atol=1e-9)
    assert np.abs(net.network.theta - began).max() > 1e-2
    np.testing.assert_allclose(net.predict_proba(x), peer.predict_proba(x), atol=1e-9)
    if alpha == 0:
        np.testing.assert_allclose(history["loss"], peer.loss_curve_[-8:], atol=1e-9)


# ---- everything that is registered trains


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_lowers_the_loss_at_its_own_rate(name):
    net = NeuralNetwork([2, 16, 16, 2], "tanh", seed=0)
    before = net.evaluate(X, y)["loss"]
    history = net.train(X, y, epochs=25, optimizer=name)
    after = net.evaluate(X, y)["loss"]
    assert after < 0.9 * before
    assert history["loss"][-1] < history["loss"][0]
    assert np.isfinite(net.network.theta).all()
    assert history.stop_reason == "all 25 epochs are done"


@pytest.mark.parametrize(
    "name", [n for n, m in Schedule.members.items() if "noron" in m.__module__]
)
def test_every_schedule_trains_and_its_rates_are_in_the_rows(name):
    schedule = SCHEDULES[name]
    net = NeuralNetwork([2, 16, 2], seed=0)
    before = net.evaluate(X, y)["loss"]
    history = net.train(X, y, epochs=12, learning_rate=schedule, batch_size=30)
    assert net.evaluate(X, y)["loss"] < 0.9 * before
    last_steps = [schedule.rate(epoch + 3 / 4, 12, history.rows[:epoch]) for epoch in range(12)]
    assert history["learning_rate"] == last_steps


def test_lbfgs_goes_where_gradient_descent_does_not():
    net = NeuralNetwork([2, 12, 2], "tanh", seed=0, dtype="float64", regularizer=L2(1e-4))
    history = net.train(X, y, epochs=150, optimizer=LBFGS())
    assert history["loss"][-1] < 0.02
    assert net.accuracy(X, y) == 1
    objectives = np.add(history["loss"], history["penalty"])
    assert (np.diff(objectives) <= 1e-9).all()


def test_lbfgs_sees_the_same_dropout_masks_all_through_a_step(monkeypatch):
    seen, forward = [], Dropout.forward

    def spy(self, params, x, rng=None):
        if rng is not None:
            seen.append(str(rng.bit_generator.state))
        return forward(self, params, x, rng)

    monkeypatch.setattr(Dropout, "forward", spy)
    net = NeuralNetwork([Dense(16), ReLU(), Dropout(0.2), Dense(2)], seed=0)
    net.train(X, y, epochs=5, optimizer="lbfgs", engine="reference")
    assert len(seen) > 5
    assert len(set(seen)) == 5


def test_the_trials_of_a_line_search_do_not_move_running_statistics():
    net = NeuralNetwork([BatchNorm(momentum=0.5), Dense(6), ReLU(), Dense(2)], seed=0)
    net.train(X, y, epochs=4, optimizer="lbfgs")
    running_mean = net.network.params[0][2]
    np.testing.assert_allclose(running_mean, (1 - 0.5**4) * X.mean(axis=0), rtol=1e-5)


def test_rows_record_the_penalty_beside_the_loss():
    net = NeuralNetwork([2, 6, 2], regularizer=L2(0.05), seed=0, dtype="float64")
    penalty = 0.05 * sum((W**2).sum() for W in net.weights)
    loss = net.evaluate(X, y)["loss"]
    history = net.train(X, y, epochs=1, batch_size=len(X))
    assert history["penalty"][0] == pytest.approx(penalty, rel=1e-12)
    assert history["loss"][0] == pytest.approx(loss, rel=1e-12)


# ---- weights of rows, validation, metrics


@pytest.mark.parametrize("loss", ["cross_entropy", "binary_cross_entropy", "mse", "huber"])
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "lbfgs"])
def test_a_weight_of_two_is_the_row_twice(loss, optimizer):
    weight = np.random.default_rng(0).integers(0, 3, size=len(X))
    target = X[:, 0] if loss in ("mse", "huber") else y
    widths = [2, 6, 2 if loss == "cross_entropy" else 1]
    weighted, repeated = (
        NeuralNetwork(widths, loss=loss, seed=0, dtype="float64") for _ in range(2)
    )
    settings = {"epochs": 6, "batch_size": 1000, "optimizer": optimizer, "shuffle": False}
    one = weighted.train(X, target, sample_weight=weight, **settings)
    two = repeated.train(np.repeat(X, weight, axis=0), np.repeat(target, weight), **settings)
    np.testing.assert_allclose(weighted.network.theta, repeated.network.theta, atol=1e-8)
    np.testing.assert_allclose(one["loss"], two["loss"], atol=1e-8)
    unweighted = NeuralNetwork(widths, loss=loss, seed=0, dtype="float64")
    unweighted.train(X, target, **settings)
    assert np.abs(unweighted.network.theta - weighted.network.theta).max() > 1e-6


def test_validation_rows_are_measured_and_not_learnt():
    watched, alone = (NeuralNetwork([2, 8, 2], seed=0) for _ in range(2))
    XV, YV = moons(n=60, seed=9)
    history = watched.train(X, y, epochs=4, validation=(XV, YV))
    alone.train(X, y, epochs=4)
    np.testing.assert_array_equal(watched.network.theta, alone.network.theta)
    measured = watched.evaluate(XV, YV)
    assert history["val_loss"][-1] == pytest.approx(measured["loss"], rel=1e-6)
    assert history["val_accuracy"][-1] == measured["accuracy"]
    weighted = NeuralNetwork([2, 8, 2], seed=0)
    weight = np.random.default_rng(0).uniform(size=60)
    history = weighted.train(X, y, epochs=4, validation=(XV, YV, weight))
    expected = watched.evaluate(XV, YV, weight)["loss"]
    assert history["val_loss"][-1] == pytest.approx(expected, rel=1e-6)


def test_a_share_for_validation_is_held_out_and_stratified():
    """Powers of two in a column tell by their sum which rows the scales were learnt from."""
    x = np.stack([2.0 ** np.arange(40), np.zeros(40)], axis=1)
    labels = np.arange(40) % 2
    net = NeuralNetwork([Standardize(), Dense(2)], seed=0, dtype="float64")
    net.train(x, labels, epochs=1, validation=0.25, learning_rate=0.1)
    total = round(float(net.network.buffers[0]) * 30)
    used = [row for row in range(40) if total >> row & 1]
    assert len(used) == 30
    assert sum(row % 2 for row in used) == 15


def test_standardize_learns_from_the_training_rows_once():
    net = NeuralNetwork([Standardize(), Dense(4), ReLU(), Dense(2)], seed=0, dtype="float64")
    x = X * [3.0, 50.0] + [7.0, -900.0]
    net.train(x, y, epochs=2, validation=(1e6 * X, y))
    mean, std = net.network.params[0]
    np.testing.assert_allclose(mean, x.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(std, x.std(axis=0), rtol=1e-12)
    net.train(2 * x, y, epochs=1)
    np.testing.assert_allclose(mean, x.mean(axis=0), rtol=1e-12)


@pytest.mark.parametrize(
    "settings",
    [
        {"metrics": [len]},
        {"metrics": [max, max], "validation": 0.5},
        {"validation": (X[:, :1], y)},
    ],
)
def test_a_training_that_is_refused_leaves_the_network_untrained(settings):
    net = NeuralNetwork([Standardize(), Dense(4), ReLU(), Dense(2)], seed=0)
    with pytest.raises(NoronError):
        net.train(X, y + 5, **settings)
    assert not net.trained
    X3 = np.column_stack([X, X[:, 0]])
    net.train(X3, y, epochs=1)
    assert net.network.n_inputs == 3
    assert set(net.predict(X3)) <= {0, 1}


def test_metrics_see_y_as_the_user_gave_it():
    from sklearn.metrics import f1_score, mean_absolute_error, r2_score

    def macro_f1(truth, prediction):
        return f1_score(truth, prediction, average="macro")

    names = np.array(["left", "right"])
    for widths, loss in (([2, 8, 2], "cross_entropy"), ([2, 8, 1], "binary_cross_entropy")):
        net = NeuralNetwork(widths, loss=loss, seed=0)
        history = net.train(
            X, names[y], epochs=3, validation=(X[:50], names[y[:50]]), metrics=[macro_f1]
        )
        expected = f1_score(names[y[:50]], net.predict(X[:50]), average="macro")
        assert history["val_macro_f1"][-1] == pytest.approx(expected)

    x, target = sine(n=80, seed=0)
    net = NeuralNetwork([1, 8, 1], "tanh", loss="mse", seed=0)
    history = net.train(
        x,
        target,
        epochs=3,
        validation=(x[:30], target[:30]),
        metrics=[mean_absolute_error, r2_score],
    )
    assert history["val_mean_absolute_error"][-1] == pytest.approx(
        mean_absolute_error(target[:30], net.predict(x[:30])), rel=1e-5
    )
    np.testing.assert_allclose(history["val_r2"], history["val_r2_score"], rtol=1e-5)


class InterruptedLimits:
    def __enter__(self):
        raise KeyboardInterrupt

    def __exit__(self, *_):
        """Nothing was limited."""


@pytest.mark.parametrize("place", ["as they are made", "as they begin"])
def test_ctrl_c_before_the_first_epoch_is_no_fault_of_the_training(place, monkeypatch):
    """It came while threads were being limited, and was told of as a fault."""

    def limits(*given):
        if place == "as they are made":
            raise KeyboardInterrupt
        return InterruptedLimits()

    monkeypatch.setattr(ReferenceEngine, "limits", limits)
    net = NeuralNetwork([2, 3, 2], seed=0)
    with pytest.warns(TrainingWarning, match="interrupted after epoch 0"):
        history = net.train(X, y, epochs=1, engine="reference")
    assert history.interrupted
    assert not history.rows


def test_a_copied_history_is_made_of_numbers():
    """joblib maps each array that it loads from its file: short ones would be a thousand files."""
    history = NeuralNetwork([2, 3, 2], seed=0).train(X, y, epochs=20, progress=False)
    losses = history["loss"]
    kept = history.rows.__getstate__()
    assert kept["_blocks"] == []
    assert all(type(value) in (int, float) for row in kept["_rows"] for value in row.values())
    assert copy.deepcopy(history)["loss"] == losses == [row["loss"] for row in kept["_rows"]]


def test_the_accuracy_in_a_row_is_that_while_learning():
    """One full batch an epoch: row n has the accuracy of the weights before step n."""
    net = NeuralNetwork([2, 8, 2], seed=0)
    before = net.evaluate(X, y)
    history = net.train(X, y, epochs=2, batch_size=len(X), learning_rate=0.5)
    assert history["accuracy"][0] == pytest.approx(before["accuracy"])
    assert history["loss"][0] == pytest.approx(before["loss"], rel=1e-6)


# ---- constraints and averages


@pytest.mark.parametrize(
    "optimizer",
    ["sgd", "adam", "muon", "lbfgs", EMA(Momentum(), decay=0.5), ScheduleFreeAdamW(), "lion"],
)
def test_max_norm_holds_after_each_step(optimizer):
    def longest(theta):
        return max(np.linalg.norm(s.of(theta), axis=0).max() for s in net.network.weights())

    steps, rows = Steps(), []
    net = NeuralNetwork([2, 12, 12, 2], regularizer=MaxNorm(0.7), seed=0, dtype="float64")
    net.train(
        X,
        y,
        epochs=5,
        optimizer=optimizer,
        learning_rate=0.05,
        callbacks=[steps, lambda row: rows.append(longest(net.network.theta))],
    )
    free = NeuralNetwork([2, 12, 12, 2], seed=0, dtype="float64")
    assert longest(steps.thetas[0]) > 0.7
    assert all(longest(theta) <= 0.7 + 1e-12 for theta in steps.thetas[1:])
    assert all(norm <= 0.7 + 1e-12 for norm in [*rows, longest(net.network.theta)])
    free.train(X, y, epochs=5, optimizer=optimizer, learning_rate=0.05)
    assert longest(free.network.theta) > 0.7


@pytest.mark.parametrize(
    "optimizer", [EMA(SGD(), decay=0.8), EMA(Adam(), decay=0.8), ScheduleFreeAdamW()]
)
@pytest.mark.parametrize("ending", ["last epoch", "stop", "ctrl-c"])
def test_averaged_weights_are_in_the_network_whenever_somebody_looks(optimizer, ending):
    class Look(Steps):
        def __call__(self, row):
            seen.append(self.network.theta.copy())
            if row["epoch"] == 3 and ending == "stop":
                raise StopTraining
            if row["epoch"] == 3 and ending == "ctrl-c":
                raise KeyboardInterrupt

    look, seen = Look(), []
    net = NeuralNetwork([2, 8, 2], seed=0, dtype="float64")
    settings = {"epochs": 4, "batch_size": 40, "learning_rate": 0.05, "optimizer": optimizer}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TrainingWarning)
        history = net.train(X, y, validation=(X, y), callbacks=[look], **settings)
    np.testing.assert_array_equal(net.network.theta, seen[-1])
    assert history["val_loss"][-1] == pytest.approx(net.evaluate(X, y)["loss"], rel=1e-12)

    learning = look.thetas[1:]  # three steps an epoch, as they learn
    for number, averaged in enumerate(seen, start=1):
        assert not np.array_equal(averaged, learning[3 * number - 1])
    if isinstance(optimizer, EMA):
        share = 0.8 ** np.arange(len(learning))[::-1]
        mean = share @ np.array(learning) / share.sum()
        np.testing.assert_allclose(net.network.theta, mean, atol=1e-12)


def test_averaging_does_not_disturb_what_it_averages():
    plain, averaged = (NeuralNetwork([2, 8, 2], seed=0, dtype="float64") for _ in range(2))
    one, two = Steps(), Steps()
    plain.train(X, y, epochs=4, optimizer="adam", callbacks=[one], engine="reference")
    settings = {"optimizer": EMA(Adam()), "learning_rate": 0.001, "engine": "reference"}
    averaged.train(X, y, epochs=4, callbacks=[two], **settings)
    np.testing.assert_array_equal(one.thetas, two.thetas)


# ---- runs that end badly


class CtrlC(Steps):
    def tick(self, done):
        super().tick(done)
        if done > 2.4:
            raise KeyboardInterrupt


def test_ctrl_c_in_the_middle_of_an_epoch_keeps_what_was_learnt():
    ctrl_c = CtrlC()
    net = NeuralNetwork([2, 8, 2], seed=0)
    with pytest.warns(
        TrainingWarning, match="interrupted after epoch 2; the weights so far are kept"
    ):
        history = net.train(X, y, epochs=9, batch_size=20, callbacks=[ctrl_c])
    assert history.interrupted
    assert not history.diverged
    assert len(history) == 2
    np.testing.assert_array_equal(net.network.theta, ctrl_c.thetas[-1])
    assert not np.array_equal(ctrl_c.thetas[-1], ctrl_c.thetas[12])
    assert np.isfinite(net.network.theta).all()
    net.train(X, y, epochs=1)


def test_ctrl_c_in_the_middle_of_an_epoch_leaves_the_average_there():
    ctrl_c = CtrlC()
    net = NeuralNetwork([2, 8, 2], seed=0, dtype="float64")
    with pytest.warns(TrainingWarning, match="interrupted"):
        net.train(X, y, batch_size=20, optimizer=EMA(SGD(), decay=0.7), callbacks=[ctrl_c])
    share = 0.7 ** np.arange(15)[::-1]
    mean = share @ np.array(ctrl_c.thetas[1:]) / share.sum()
    np.testing.assert_allclose(net.network.theta, mean, atol=1e-12)


def test_an_infinite_validation_loss_is_recorded_as_what_it_is():
    """And NumPy says nothing of it: a warning would be an error here."""
    net = NeuralNetwork([2, 8, 1], loss="mse", seed=0)
    history = net.train(X, X[:, 0], epochs=2, learning_rate=0.01, validation=(1e30 * X, X[:, 0]))
    assert history["val_loss"] == [math.inf, math.inf]
    assert not history.diverged


def hopeless(name):
    """(network, X, y, settings) of a run that must diverge, and what must be said of it."""
    target = 1e3 * X[:, 0]
    return {
        "rate": (NeuralNetwork([2, 8, 2], seed=0), X, y, {"learning_rate": 1e9}),
        "rate with averages": (
            NeuralNetwork([2, 8, 2], seed=0),
            X,
            y,
            {"learning_rate": 1e25, "optimizer": EMA(SGD(), decay=0.9)},
        ),
        "rate of schedule-free": (
            NeuralNetwork([2, 8, 8, 2], seed=0),
            X,
            y,
            {"learning_rate": 1e20, "optimizer": "schedule_free_adamw"},
        ),
        "rate under standardize": (
            NeuralNetwork([Standardize(), Dense(8), ReLU(), Dense(2)], seed=0),
            1e6 * X,
            y,
            {"learning_rate": 1e9},
        ),
        "inputs": (
            NeuralNetwork([2, 8, 1], loss="mse", seed=0),
            X * [1, 1e5],
            X[:, 0],
            {"learning_rate": 0.1},
        ),
        "targets": (
            NeuralNetwork([2, 8, 1], loss="mse", seed=0),
            X,
            target,
            {"learning_rate": 0.5},
        ),
    }[name]


CAUSES = {
    "rate": r"The learning rate of 1e\+09 is too high: try 1e\+08",
    "rate with averages": r"The learning rate of 1e\+25 is too high",
    "rate of schedule-free": r"The learning rate of 1e\+20 is too high",
    "rate under standardize": r"The learning rate of 1e\+09 is too high",
    "inputs": r"The inputs are not scaled: column 1 reaches .*Put Standardize\(\) first",
    "targets": r"y reaches [\d.e+]+: train on \(y - y.mean\(\)\) / y.std\(\)",
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_loss_that_is_not_finite_ends_the_run_and_names_the_cause(name):
    net, x, target, settings = hopeless(name)
    steps = Steps()
    with pytest.warns(TrainingWarning, match=CAUSES[name]) as caught:
        history = net.train(
            x, target, epochs=50, batch_size=len(x), shuffle=False, callbacks=[steps], **settings
        )
    assert len(caught) == 1  # and none of NumPy's own
    assert history.diverged
    assert not history.interrupted
    assert "the last good weights are kept" in history.stop_reason
    assert len(history) == len(steps.thetas) - 1 < 50

    # one step an epoch: the last weights are those of which the loss was not finite
    kept = net.network.theta.copy()
    assert np.isfinite(kept).all()
    assert math.isfinite(net.evaluate(x, target)["loss"])
    assert any(np.array_equal(kept, theta) for theta in steps.thetas[:-1])
    assert all(math.isfinite(row["loss"]) for row in history)
    if "averages" not in name and "schedule" not in name:
        np.testing.assert_array_equal(kept, steps.thetas[-2])
        net.network.theta[:] = steps.thetas[-1]
        with np.errstate(all="ignore"):
            scores, backward = net.network.forward(x.astype(np.float32))
            loss, dscores = net.loss.forward(scores, net._batch(x, target).y)
            backward(dscores())
        assert not (math.isfinite(loss) and np.isfinite(net.network.grad).all())


def test_the_run_stops_within_the_step():
    """Row 65 is in the second of three batches: one step is taken in that epoch, no more."""
    x = X.copy()

    class Spoil(Steps):
        def __call__(self, row):
            if row["epoch"] == 2:
                x[65, 1] = np.nan

    spoil = Spoil()
    net = NeuralNetwork([2, 8, 2], seed=0, dtype="float64")  # float64 rows are not copied
    with pytest.warns(TrainingWarning, match="X holds nan in row 65, column 1") as caught:
        history = net.train(
            x, y, epochs=9, batch_size=40, shuffle=False, callbacks=[spoil], learning_rate=0.1
        )
    assert len(caught) == 1
    assert history.diverged
    assert len(history) == 2
    assert "epoch 3" in history.stop_reason
    assert len(spoil.thetas) == 1 + 3 + 3 + 1
    np.testing.assert_array_equal(net.network.theta, spoil.thetas[-2])


def test_running_statistics_go_back_with_the_weights():
    layers = [Dense(8), BatchNorm(), ReLU(), Dense(2)]
    net = NeuralNetwork(layers, seed=0, n_inputs=2, dtype="float64")
    x = X.copy()
    kept = []

    def spoil(row):
        kept.append(net.network.buffers.copy())
        if row["epoch"] == 2:
            x[0, 0] = np.inf

    with pytest.warns(TrainingWarning, match="X holds inf in row 0, column 0"):
        net.train(x, y, epochs=5, batch_size=len(x), shuffle=False, callbacks=[spoil])
    np.testing.assert_array_equal(net.network.buffers, kept[-1])


def test_after_a_bad_end_training_goes_on():
    net = NeuralNetwork([2, 8, 2], seed=0)
    with pytest.warns(TrainingWarning):
        net.train(X, y, epochs=5, learning_rate=1e30)
    net.train(X, y, epochs=60, learning_rate=0.3)
    assert net.accuracy(X, y) > 0.8


def test_a_backward_by_hand_refuses_a_loss_that_is_not_finite():
    from noron import SettingError

    net = NeuralNetwork([2, 8, 2], seed=0)
    net.backward(X, y, 1e30)
    theta = net.network.theta.copy()
    with pytest.raises(SettingError, match="smaller learning rate"):
        net.backward(X, y, 1e30)
    np.testing.assert_array_equal(net.network.theta, theta)


# ---- the loop's own rules


def test_train_goes_on_from_the_weights_as_they_are():
    net = NeuralNetwork([2, 8, 2], seed=0, dtype="float64")
    once = NeuralNetwork([2, 8, 2], seed=0, dtype="float64")
    for _ in range(2):
        net.train(X, y, epochs=3, learning_rate=0.1)
    once.train(X, y, epochs=6, learning_rate=0.1)
    np.testing.assert_array_equal(net.network.theta, once.network.theta)


def test_each_epoch_sees_every_row_once_and_the_last_batch_is_smaller():
    """With weights of zero for all but one row, only steps that see that row move the weights."""
    weight = np.zeros(50)
    weight[17] = 1.0
    steps = Steps()
    net = NeuralNetwork([2, 4, 2], seed=0)
    net.train(X[:50], y[:50], epochs=6, batch_size=7, sample_weight=weight, callbacks=[steps])
    moved = [not np.array_equal(a, b) for a, b in zip(steps.thetas, steps.thetas[1:], strict=False)]
    assert len(moved) == 6 * 8
    per_epoch = np.reshape(moved, (6, 8))
    assert (per_epoch.sum(axis=1) == 1).all()
    assert len(set(per_epoch.argmax(axis=1))) > 1  # another order each time


def test_without_shuffling_the_order_is_that_of_the_rows():
    one, two = (NeuralNetwork([2, 4, 2], seed=0, dtype="float64") for _ in range(2))
    one.train(X, y, epochs=2, batch_size=50, shuffle=False, learning_rate=0.1)
    for _ in range(2):
        for start in (0, 50, 100):
            two.backward(X[start : start + 50], y[start : start + 50], 0.1)
    np.testing.assert_allclose(one.network.theta, two.network.theta, atol=1e-15)


def test_the_history_is_a_record():
    net = NeuralNetwork([2, 8, 2], seed=5)
    history = net.train(X, y, epochs=4, validation=0.2, engine="reference")
    assert history.seed == 5
    assert history.engine == "reference"
    assert history["epoch"] == [1, 2, 3, 4]
    assert list(history) == history.rows
    assert all(tuple(row) == history.columns for row in history)
    assert history["seconds"] == sorted(history["seconds"])
    assert history.best() == min(history.rows, key=lambda row: row["val_loss"])
    assert history.best("accuracy") == max(history.rows, key=lambda row: row["accuracy"])
    for values, best in (([math.nan, 2.0, 1.0], 2), ([1.0, math.nan], 0)):
        assert (
            History([{"loss": v, "at": i} for i, v in enumerate(values)]).best("loss")["at"] == best
        )
    again = History(**history.to_dict())
    assert again == history
    lines = history.table().splitlines()
    assert len(lines) == 5
    assert lines[0].split() == list(history.columns)
    assert len(set(map(len, lines))) == 1


def test_the_history_draws_itself():
    pytest.importorskip("matplotlib")
    history = NeuralNetwork([2, 4, 2], seed=0).train(X, y, epochs=3, validation=0.2)
    figure = history.plot(theme="dark")
    assert figure.axes


def test_a_share_for_validation_is_the_same_rows_in_a_second_call():
    """Else rows that were learnt from would be held out, and look better than they are."""
    held_out = []

    def rows(y, prediction):
        held_out.append(np.asarray(y).copy())
        return 0.0

    net = NeuralNetwork([2, 4, 1], loss="mse", seed=3)
    X = np.random.default_rng(0).normal(size=(50, 2))
    for _ in range(2):
        net.train(X, np.arange(50.0), epochs=1, validation=0.2, metrics=[rows])
    assert len(held_out[0]) == 10
    np.testing.assert_array_equal(held_out[0], held_out[1])
