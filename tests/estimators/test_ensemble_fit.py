"""Fits of tables that end in between go on with the networks that are trained, and within one."""

import threading
import warnings

import numpy as np
import pytest

import noron
from noron.core.errors import DataError, SettingError
from noron.engines import WorkerThreads, threads
from noron.engines.native.lowering import kernels
from noron.estimators import TableClassifier, report
from noron.training import checkpoint
from noron.training.checkpoint import Checkpoints

RNG = np.random.default_rng(0)
NUMBERS = RNG.normal(size=(300, 4))
TABLE = {"a": RNG.normal(size=300), "b": RNG.choice(list("uvw"), 300)}
Y = np.where(TABLE["a"] + (TABLE["b"] == "u") > 0, "yes", "no")


class Count(noron.Callback):
    """Counts the epochs of all networks, and stops as Ctrl-C or a crash after some."""

    def __init__(self, most=10**9, error=KeyboardInterrupt):
        self.epochs, self.most, self.error = 0, most, error

    def __call__(self, row):
        self.epochs += 1
        if self.epochs == self.most:
            raise self.error


def fit(count, folder=None):
    settings = {"hidden_layer_sizes": (8,), "max_iter": 6, "n_members": 3, "random_state": 0}
    model = TableClassifier(**settings, callbacks=[count])
    return model.fit(TABLE, Y, checkpoint=folder)


def numbers(model):
    return [net.network.theta.tobytes() for net in model.members_], model.predict_proba(TABLE)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_a_fit_goes_on_within_a_network_to_the_same_bits(error, tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoint, "FRESH", 0.0)
    monkeypatch.setattr(checkpoint, "SHARE", 1e9)
    undisturbed, folder = fit(Count()), tmp_path / "c"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", noron.TrainingWarning)
        for most in (4, 5):
            try:
                assert fit(Count(most, error), folder).history_[-1].interrupted
            except MemoryError:
                assert error is MemoryError
    rest = Count()
    model = fit(rest, folder)
    assert numbers(model)[0] == numbers(undisturbed)[0]
    assert np.array_equal(numbers(model)[1], numbers(undisturbed)[1])
    assert rest.epochs < sum(len(history) for history in model.history_) - 6
    assert not folder.exists()


def test_checkpoints_of_other_rows_are_removed_and_files_of_others_stay(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", noron.TrainingWarning)
        fit(Count(9), tmp_path)
    assert (tmp_path / "network-0").is_dir()
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    flipped = np.where(Y == "yes", "no", "yes")
    whole = Count()
    settings = {"hidden_layer_sizes": (8,), "max_iter": 6, "n_members": 3, "random_state": 0}
    model = TableClassifier(**settings, callbacks=[whole]).fit(TABLE, flipped, checkpoint=tmp_path)
    assert whole.epochs >= sum(len(history) for history in model.history_)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


class CountAll(noron.Callback):
    """Counts the epochs of all its copies: a report clones the model."""

    epochs, most = 0, None

    def __call__(self, row):
        CountAll.epochs += 1
        if CountAll.epochs == self.most:
            raise KeyboardInterrupt


def test_a_report_goes_on_after_the_fits_that_are_made(tmp_path, monkeypatch):
    def made(most, folder):
        monkeypatch.setattr(CountAll, "epochs", 0)
        monkeypatch.setattr(CountAll, "most", most)
        model = TableClassifier((8,), max_iter=6, n_members=2, callbacks=[CountAll()])
        result = report(model, TABLE, Y, folds=2, time_limit=600, checkpoint=folder)
        return result, CountAll.epochs

    with pytest.raises(KeyboardInterrupt):
        made(70, tmp_path / "c")
    assert (tmp_path / "c" / "fit-1").is_dir()
    again, rest = made(None, tmp_path / "c")
    undisturbed, whole = made(None, None)
    assert rest < whole - 12, (rest, whole)
    assert again.scores["network"] == undisturbed.scores["network"]
    assert not (tmp_path / "c").exists()


def test_a_checkpoint_is_a_folder(tmp_path):
    with pytest.raises(DataError, match="path is 3"):
        fit(Count(), 3)
    with pytest.raises(SettingError, match="give a random_state, such as 0"):
        TableClassifier().fit(TABLE, Y, checkpoint=tmp_path / "c")
    kept = Checkpoints(tmp_path / "c", results_follow=True)
    fit(Count(), kept)
    assert (tmp_path / "c" / "network-2").is_dir()


def test_networks_side_by_side_come_to_the_bits_of_one_after_the_other(monkeypatch):
    fits = []
    for cores in ("1", "2", "3"):
        monkeypatch.setenv("NORON_THREADS", cores)
        model = TableClassifier((8,), max_iter=6, n_members=4, random_state=0).fit(NUMBERS, Y)
        nets = [*model.members_, *model.additive_]
        fits.append([net.network.theta.tobytes() for net in nets] + [model.additive_share_])
    assert fits[0] == fits[1] == fits[2]
    assert len(fits[0]) == 9, "this table is one to which additive models fit"


def test_ctrl_c_while_networks_train_side_by_side_keeps_them(monkeypatch):
    if kernels().module is None:
        pytest.skip("without kernels one network trains after the other")
    begun, wait = threading.Event(), threads.wait
    look = WorkerThreads.look

    def seen(self, row):
        begun.set()
        look(self, row)

    def interrupted(*given, **more):
        assert begun.wait(60)
        monkeypatch.setattr(threads, "wait", wait)
        raise KeyboardInterrupt

    monkeypatch.setenv("NORON_THREADS", "2")
    monkeypatch.setattr(WorkerThreads, "look", seen)
    monkeypatch.setattr(threads, "wait", interrupted)
    long = TableClassifier((8,), max_iter=10**6, patience=10**6, n_members=4, random_state=0)
    with pytest.warns(UserWarning, match="interrupted after epoch"):
        long.fit(NUMBERS, Y)
    assert len(long.members_) == len(long.history_) == 2
    assert any(history.interrupted for history in long.history_)
    assert set(long.predict(NUMBERS[:5])) <= set(Y)
