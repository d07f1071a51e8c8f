"""Networks side by side: every member's bits, whatever its settings, and nothing lost."""

import threading

import numpy as np
import pytest

from experiments.interrupting import interrupted_runs
from noron.core.errors import SettingError, TrainingWarning
from noron.engines import available_threads, one_core, process_threads
from noron.experiments.comparison import Grid, compare, run_grid
from noron.experiments.execution import Job, ThreadExecutor, choose, choose_executor, keeps_bits
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.repeat import repeat_run
from noron.experiments.run import Sources, execute, prepare
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store
from training.trainer_runs import ENGINES

BASE = RunSpec(data="moons", epochs=12, hidden=[16, 8], dtype="float64")

MEMBERS = [
    BASE.but(learning_rate=0.02, seed=1),
    BASE.but(learning_rate=0.3, seed=2, l2=0.01),
    BASE.but(optimizer="adam", dropout=0.3, seed=3),
    BASE.but(optimizer="momentum", schedule="cosine", learning_rate=0.05),
    BASE.but(optimizer="adamw", batch_norm=True, epochs=20),
    BASE.but(hidden=[5], activation="tanh", batch_size=7),
    BASE.but(hidden=[24, 24, 24], patience=2, schedule={"name": "step", "every": 3}),
    BASE.but(fold=2, folds=5, split_seed=4, optimizer="nesterov"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NORON_THREADS", "2")
    monkeypatch.delenv("NORON_ENGINE", raising=False)  # each recipe says which, or takes the best
    monkeypatch.setattr(choose, "WORTH_FINDING", 0.0)
    return tmp_path


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_each_member_is_the_run_that_it_would_be_alone(engine, dtype):
    """At least 100 steps; rates, decays, dropout, schedules, folds and lengths of their own."""
    specs = [spec.but(engine=engine, dtype=dtype) for spec in MEMBERS]
    sources = Sources()
    found = {job.key: trial for job, trial in ThreadExecutor(sources, None, 3).run(
        Job(i, spec) for i, spec in enumerate(specs)
    )}  # fmt: skip
    for i, spec in enumerate(specs):
        alone = execute(spec, sources)
        assert found[i].net.network.theta.tobytes() == alone.net.network.theta.tobytes()
        assert found[i].digest == alone.digest
        losses = [row["val_loss"] for row in found[i].rows]
        assert losses == [row["val_loss"] for row in alone.history.rows]
        assert len(losses) * 14 >= 100


def test_a_job_is_asked_for_when_a_lane_is_free():
    asked, ended = [], []

    def jobs():
        for i in range(6):
            asked.append(i)
            assert len(asked) - len(ended) <= 2
            yield Job(i, BASE.but(seed=i, epochs=2))

    for job, trial in ThreadExecutor(Sources(), None, 2).run(jobs()):
        ended.append(job.key)
        assert trial.status == "done"
    assert sorted(ended) == asked == list(range(6))


def test_a_lane_takes_one_core_and_the_others_what_there_is():
    assert available_threads() == 2
    seen = []
    with one_core():
        assert available_threads() == 1
        other = threading.Thread(target=lambda: seen.append(available_threads()))
        other.start()
        other.join()
        with one_core():
            pass
        assert available_threads() == 1
        assert process_threads() == 2
    assert seen == [2] == [available_threads()]


def test_a_member_that_fails_or_diverges_is_told_of_and_the_others_go_on():
    specs = [BASE.but(seed=0), BASE.but(learning_rate=1e30, dtype="float32"), BASE.but(seed=2)]

    def no_room(row):
        raise MemoryError("no room")

    jobs = [*(Job(i, spec) for i, spec in enumerate(specs)), Job(3, BASE, callbacks=[no_room])]
    with pytest.warns(TrainingWarning):
        found = list(ThreadExecutor(Sources(), None, 2).run(jobs))
    ended = {job.key: trial for job, trial in found}
    assert [ended[i].status for i in range(4)] == ["done", "diverged", "done", "failed"]
    assert ended[3].reason == "MemoryError: no room"


def test_whoever_stops_listening_stops_the_lanes():
    long = [Job(i, BASE.but(epochs=1_000_000, seed=i)) for i in range(4)]
    done = iter(ThreadExecutor(Sources(), None, 2).run([Job(9, BASE), *long]))
    assert next(done)[0].key == 9
    before = threading.active_count()
    done.close()  # waits for the lane that is at work, which ends after its epoch
    assert threading.active_count() < before


def test_a_comparison_says_when_it_used_lanes_and_comes_to_the_same(monkeypatch):
    axes = {"hidden": [[4], [8]], "learning_rate": [0.1, 0.2]}
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 1.7})
    side_by_side = compare(BASE, axes, seeds=2, store="a.sqlite")
    assert side_by_side.pace.startswith("2 networks at a time")
    assert "measured 1.7 times as fast" in side_by_side.to_html()
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 0.9})
    alone = compare(BASE, axes, seeds=2, store="b.sqlite")
    assert alone.pace == ""
    assert side_by_side.scores() == alone.scores()
    assert [r.key for r in side_by_side.runs] == list(alone.grid.places())
    with Reader("a.sqlite") as one, Reader("b.sqlite") as other:
        machines = [{repr(run.machine) for run in r.runs(r.find())} for r in (one, other)]
        assert machines[0] == machines[1]  # so that the one may take over what the other has


def test_lanes_are_measured_and_left_alone_where_they_change_something(monkeypatch):
    specs = [BASE.but(seed=i) for i in range(5)]
    measured = choose.gains
    found = measured(specs, Sources(), 2)
    assert set(found) >= {"lanes"}
    assert all(gain > 0 for gain in found.values())
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 2.0})
    assert choose_executor(specs, Sources(), None).width == 2
    assert choose_executor(specs[:3], Sources(), None).width == 1
    assert choose_executor(specs, Sources(), None, safe=False).width == 1
    timed = [*specs, BASE.but(epochs=None, time_limit=1)]
    assert choose_executor(timed, Sources(), None).width == 1
    monkeypatch.setenv("NORON_THREADS", "1")
    assert "lanes" not in measured(specs, Sources(), 1)


def test_products_that_a_blas_would_split_are_not_put_into_lanes():
    small = RunSpec(data="moons", hidden=[8], engine="numpy")
    large = RunSpec(data="moons", hidden=[2000, 2000], engine="numpy", batch_size=512)
    for spec, safe in ((small, True), (large, False)):
        assert keeps_bits(spec, prepare(spec, Sources())[0]) is safe


def test_ctrl_c_ends_all_lanes_and_keeps_what_they_had(folder):
    interrupted_runs("lanes", 100_000, 2)


def test_the_run_of_a_grid_may_be_followed_from_lanes(monkeypatch):
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 2.0})
    on_result = []
    grid = Grid.of(BASE, {"learning_rate": np.linspace(0.01, 0.2, 8).tolist()}, 1, None)
    found = run_grid(grid, metric=None, store=None, on_result=lambda *a: on_result.append(a))
    assert [number for _, number, _ in on_result] == list(range(1, 9))
    assert {run.key.choice for run, _, _ in on_result} == set(range(8))
    assert [run.key.choice for run in found.runs] == list(range(8))


class Against(PruningHook):
    """Gives up on what is not yet good after four epochs."""

    epochs = (2, 4)

    def should_continue(self, row):
        return row["epoch"] < 4 or row["val_loss"] < 0.01


def test_a_run_that_is_given_up_keeps_what_it_had_and_says_so(tmp_path):
    jobs = [Job("judged", BASE, pruning_hook=Against()), Job("free", BASE)]
    with Store("given_up.sqlite") as store:
        found = {job.key: trial for job, trial in ThreadExecutor(Sources(), store, 2).run(jobs)}
        with pytest.raises(SettingError, match="is pruned"):
            repeat_run(store, found["judged"].run)
    assert found["judged"].status == "pruned"
    assert "after epoch 4" in found["judged"].reason
    assert len(found["judged"].rows) == 4
    assert found["free"].status == "done"
    assert list(found["judged"].rows[:3])[-1]["val_loss"] == found["free"].rows[2]["val_loss"]
    with Reader("given_up.sqlite") as reader:
        run = found["judged"].run
        assert reader.find("status = pruned") == [run]
        assert len(reader.rows(run)) == 4
