"""Networks in a stack: every member's bits, whatever its settings, and nothing lost."""

import threading

import numpy as np
import pytest

from experiments.interrupting import interrupted_runs
from noron.core.errors import TrainingWarning
from noron.engines import Batch, NativeFit
from noron.engines.native import lowering
from noron.experiments.comparison import compare
from noron.experiments.execution import (
    BatchedExecutor,
    Job,
    ThreadExecutor,
    batched,
    batched_run,
    choose,
    choose_executor,
)
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store
from noron.losses import Loss
from noron.training import trainer
from noron.training.callbacks import StopTraining
from noron.training.evaluation import evaluate, evaluate_each

BASE = RunSpec(data="moons", epochs=12, hidden=[16, 8], dtype="float64")

MEMBERS = {
    "rate": BASE.but(learning_rate=0.02),
    "another rate": BASE.but(learning_rate=0.3),
    "l2": BASE.but(l2=0.01),
    "l1": BASE.but(regularizers=[{"name": "l1", "strength": 0.001}]),
    "longer": BASE.but(learning_rate=0.05, epochs=31),
    "momentum, cosine": BASE.but(optimizer="momentum", schedule="cosine", learning_rate=0.05),
    "nesterov": BASE.but(optimizer="nesterov", learning_rate=0.05),
    "adam": BASE.but(optimizer="adam"),
    "adamw, batch norm": BASE.but(optimizer="adamw", batch_norm=True, epochs=20),
    "another seed": BASE.but(seed=5, split_seed=0),
    "dropout": BASE.but(dropout=0.3, seed=3),
    "dropout, another rate": BASE.but(dropout=0.3, seed=3, learning_rate=0.3),
    "batches of 7": BASE.but(hidden=[5], activation="tanh", batch_size=7),
    "fold": BASE.but(fold=2, folds=5, split_seed=4),
    "one cycle": BASE.but(schedule="one_cycle", optimizer="adam"),
    "patience": BASE.but(hidden=[24, 24, 24], patience=2),
    "patience, another rate": BASE.but(hidden=[24, 24, 24], patience=2, learning_rate=0.3),
    "patience, longer": BASE.but(learning_rate=0.3, patience=3, epochs=60),
    "target": BASE.but(stop=[{"name": "target", "monitor": "val_accuracy", "value": 0.85}]),
    "watching": BASE.but(schedule="reduce_on_plateau", learning_rate=0.2),
    "averaging": BASE.but(optimizer="schedule_free_adamw"),
    "whole optimizer": BASE.but(optimizer="lion"),
    "max norm": BASE.but(regularizers=[{"name": "max_norm"}]),
    "layers": RunSpec(
        data="moons", epochs=12, layers=["batch_norm", {"name": "dense", "units": 2}]
    ),
}
BY_ITSELF = {"watching", "averaging", "whole optimizer", "max norm"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NORON_THREADS", "2")
    monkeypatch.delenv("NORON_ENGINE", raising=False)  # each recipe says which, or takes the best
    monkeypatch.setattr(choose, "WORTH_FINDING", 0.0)
    return tmp_path


def ended(specs, store=None, width=2, **of_job):
    """The trials of a stack, in the order of the recipes; and the batched."""
    workers = BatchedExecutor(Sources(), store, width)
    jobs = (Job(i, spec, **of_job) for i, spec in enumerate(specs))
    found = {job.key: trial for job, trial in workers.run(jobs)}
    return [found[i] for i in range(len(found))], workers


def without_seconds(rows):
    return [{name: value for name, value in row.items() if name != "seconds"} for row in rows]


def assert_same(trial, alone):
    assert (trial.status, trial.reason) == (alone.status, alone.history.stop_reason)
    assert trial.net.network.theta.tobytes() == alone.net.network.theta.tobytes()
    assert trial.net.network.buffers.tobytes() == alone.net.network.buffers.tobytes()
    assert trial.digest == alone.digest
    assert list(map(repr, without_seconds(trial.rows))) == list(
        map(repr, without_seconds(alone.history.rows))
    )
    assert [row["seconds"] for row in trial.rows] == sorted(row["seconds"] for row in trial.rows)
    assert trial.spec == alone.spec
    assert trial.net.rng.bit_generator.state == alone.net.rng.bit_generator.state


@pytest.mark.parametrize("engine", [None, "numpy", "reference"])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_each_member_is_the_run_that_it_would_be_alone(engine, dtype):
    """At least 100 steps each, all together: whatever they have in common or have not."""
    specs = [spec.but(engine=engine, dtype=dtype) for spec in MEMBERS.values()]
    trials, workers = ended(specs)
    for spec, trial in zip(specs, trials, strict=True):
        assert_same(trial, execute(spec, workers.sources))
        assert len(trial.rows) * 14 >= 100 or spec.stopping()
    native = engine is None and lowering.kernels().module is not None
    assert workers.stacked == (len(MEMBERS) - len(BY_ITSELF) if native else 0)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Tables in which the kernels read the inputs in each of their ways."""
    place, rng = tmp_path_factory.mktemp("files"), np.random.default_rng(0)
    few = rng.integers(0, 16, (300, 40)) * (rng.random((300, 40)) < 0.3) / 16
    rare = rng.normal(size=(300, 60)) * (rng.random((300, 60)) < 0.04)
    dense = rng.normal(size=(300, 10))
    label, number = rng.integers(0, 3, 300), dense @ rng.normal(size=10)
    np.savez(place / "few.npz", X=few, y=label)
    np.savez(place / "rare.npz", X=rare, y=label)
    np.savez(place / "dense.npz", X=dense, y=label)
    np.savez(place / "number.npz", X=dense, y=number)
    np.savez(place / "two.npz", X=dense, y=label > 0)
    return place


FORMS = [
    ("few.npz", {}),
    ("few.npz", {"standardize": False}),
    ("few.npz", {"standardize": False, "batch_size": 100}),
    ("rare.npz", {}),
    ("rare.npz", {"standardize": False}),
    ("dense.npz", {}),
    ("dense.npz", {"standardize": False}),
    ("number.npz", {}),
    ("number.npz", {"loss": "huber"}),
    ("two.npz", {"loss": "binary_cross_entropy"}),
    ("dense.npz", {"batch_norm": True, "activation": "gelu"}),
]


@pytest.mark.parametrize(("name", "settings"), FORMS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_the_bits_hold_whichever_way_the_rows_are_read(files, name, settings, dtype):
    base = RunSpec(data=str(files / name), target="y", dtype=dtype, epochs=9, batch_size=25)
    base = base.but(hidden=[12], **settings)
    specs = [base.but(learning_rate=rate) for rate in (0.001, 0.01, 0.02, 0.05)]
    trials, workers = ended(specs)
    for spec, trial in zip(specs, trials, strict=True):
        assert_same(trial, execute(spec, workers.sources))


@pytest.fixture
def groups(monkeypatch):
    """How many members each call of the kernels for several took."""
    sizes, epochs_of_several = [], trainer.epochs_of_several

    def spy(fits, *given):
        sizes.append(len(fits))
        return epochs_of_several(fits, *given)

    monkeypatch.setattr(trainer, "epochs_of_several", spy)
    return sizes


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_members_that_stop_early_leave_and_the_others_go_on_together(groups):
    rates = np.linspace(0.05, 0.9, 8)
    specs = [BASE.but(learning_rate=rate, patience=3, epochs=40) for rate in rates]
    trials, workers = ended(specs, width=1)
    lengths = sorted(len(trial.rows) for trial in trials)
    assert lengths[0] < lengths[4] < 40, "some stop early, at different epochs"
    assert groups == sorted(groups, reverse=True)
    assert groups.count(8) >= lengths[0] - 1
    assert len(set(groups)) > 2
    for spec, trial in zip(specs, trials, strict=True):
        assert_same(trial, execute(spec, workers.sources))


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_members_of_the_same_rows_in_the_same_order_go_together(groups):
    specs = [BASE.but(learning_rate=rate) for rate in np.linspace(0.01, 0.2, 8)]
    trials, workers = ended(specs, width=1)
    assert max(groups) == 8
    for spec, trial in zip(specs, trials, strict=True):
        assert_same(trial, execute(spec, workers.sources))


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_two_members_that_got_each_other_s_rates_would_be_found_out(monkeypatch):
    """The fault is planted here; the test above would then fail as this one expects."""
    epochs_of_several = trainer.epochs_of_several

    def swapped(fits, rates, watched):
        return epochs_of_several(fits, [*rates[1::-1], *rates[2:]], watched)

    monkeypatch.setattr(trainer, "epochs_of_several", swapped)
    specs = [BASE.but(learning_rate=rate) for rate in (0.01, 0.1, 0.2)]
    trials, workers = ended(specs, width=1)
    with pytest.raises(AssertionError):
        assert_same(trials[0], execute(specs[0], workers.sources))
    assert_same(trials[2], execute(specs[2], workers.sources))


def test_a_job_is_asked_for_when_there_is_room():
    asked, over = [], []

    def jobs():
        for i in range(40):
            asked.append(i)
            assert len(asked) - len(over) <= 2 * batched.MOST_IN_A_CALL
            yield Job(i, BASE.but(seed=i, epochs=2, split_seed=0))

    for job, trial in BatchedExecutor(Sources(), None, 2).run(jobs()):
        over.append(job.key)
        assert trial.status == "done"
    assert sorted(over) == asked == list(range(40))


@pytest.mark.parametrize(("rate", "epochs"), [(1e30, 0), (1.0, 44)])
def test_a_member_that_diverges_goes_back_to_the_good_weights_and_says_why(files, rate, epochs):
    """At once, or in the middle of a block: each step then leads a little farther away."""
    base = RunSpec(
        data=str(files / "number.npz"), target="y", layers=[{"name": "dense", "units": 1}],
        batch_size=100, epochs=400,
    )  # fmt: skip
    specs = [base.but(learning_rate=one) for one in (0.1, rate, 0.2)]
    with pytest.warns(TrainingWarning, match="stopped being finite"):
        trials, workers = ended([base.but(learning_rate=0.05), *specs], width=1)
    with pytest.warns(TrainingWarning, match="stopped being finite"):
        alone = [execute(spec, workers.sources) for spec in specs]
    assert [trial.status for trial in trials] == ["done", "done", "diverged", "done"]
    assert len(trials[2].rows) == epochs
    for trial, one in zip(trials[1:], alone, strict=True):
        assert_same(trial, one)


def test_a_member_that_fails_is_told_of_and_the_others_go_on():
    def no_room(row):
        raise MemoryError("no room")

    strange = RunSpec(data="moons", layers=[{"name": "dense", "units": 7}])
    jobs = [Job(0, BASE), Job(1, BASE, callbacks=[no_room]), Job(2, BASE), Job(3, strange)]
    with Store("runs.sqlite") as store:
        found = {job.key: trial for job, trial in BatchedExecutor(Sources(), store, 2).run(jobs)}
    assert [found[i].status for i in range(4)] == ["done", "failed", "done", "failed"]
    assert found[1].reason == "MemoryError: no room"
    assert "the layers have 7 outputs" in found[3].reason
    with Reader("runs.sqlite") as reader:
        assert sorted(run.status for run in reader.runs(reader.find())) == [
            "done", "done", "failed", "failed",
        ]  # fmt: skip


class Against(PruningHook):
    """Gives up on what is not yet good after four epochs."""

    epochs = (2, 4)

    def __init__(self):
        self.asked = []

    def should_continue(self, row):
        self.asked.append(row["epoch"])
        return row["epoch"] < 4 or row["val_loss"] < 0.01


def test_a_member_that_is_given_up_keeps_what_it_had_and_leaves_its_place():
    judges = [Against() for _ in range(6)]
    specs = [BASE.but(learning_rate=rate) for rate in np.linspace(0.01, 0.2, 6)]
    jobs = [Job(i, spec, pruning_hook=judges[i]) for i, spec in enumerate(specs)]
    with Store("runs.sqlite") as store:
        workers = BatchedExecutor(Sources(), store, 2)
        found = {job.key: trial for job, trial in workers.run([*jobs, Job(6, BASE)])}
    for i, spec in enumerate(specs):
        alone = execute(spec, workers.sources, pruning_hook=Against())
        assert judges[i].asked == [2, 4]
        assert found[i].status == "pruned"
        assert_same(found[i], alone)
    assert found[6].status == "done"
    with Reader("runs.sqlite") as reader:
        assert sorted(reader.find("status = pruned")) == sorted(found[i].run for i in range(6))
        assert {len(reader.rows(found[i].run)) for i in range(6)} == {4}


def test_the_store_has_what_the_lanes_would_have_written():
    specs = [BASE.but(learning_rate=rate, split_seed=0) for rate in (0.05, 0.1, 0.2)]
    with Store("runs.sqlite") as store:
        trials, workers = ended(specs, store, name="many")
    with Reader("runs.sqlite") as reader:
        for spec, trial in zip(specs, trials, strict=True):
            run = reader.run(trial.run)
            alone = execute(spec, workers.sources)
            assert (run.name, run.status, run.digest) == ("many", "done", alone.digest)
            assert (run.reason, run.engine) == (trial.reason, trial.engine)
            kept = [row["val_loss"] for row in reader.rows(trial.run)]
            assert kept == [row["val_loss"] for row in alone.history.rows]


def test_jobs_that_are_trained_alone_begin_in_the_order_in_which_they_came(monkeypatch):
    """Even where the first look at the first one is the last: who begins may have no end."""
    specs = [BASE.but(engine="numpy", seed=seed, split_seed=0) for seed in (0, 0, 1, 2, 3)]
    begun: list[int] = []
    first_begins, another_begins = threading.Event(), threading.Event()
    run, begin = ThreadExecutor.run_one, batched_run.BatchedRun.begin

    def noted(lane: ThreadExecutor, job: Job) -> RunResult:
        begun.append(job.key)
        another_begins.set()
        if job.key == 0:
            first_begins.set()
        assert job.key != 2 or first_begins.wait(60)
        return run(lane, job)

    def late(one: batched_run.BatchedRun) -> None:
        assert one.job.key != 0 or another_begins.wait(60)
        begin(one)

    monkeypatch.setattr(ThreadExecutor, "run_one", noted)
    monkeypatch.setattr(batched_run.BatchedRun, "begin", late)
    ended(specs)
    assert begun[:2] == [2, 0]
    assert sorted(begun) == [0, 1, 2, 3, 4]


def test_whoever_stops_listening_stops_the_stack():
    long = [Job(i, BASE.but(epochs=1_000_000, seed=i, split_seed=0)) for i in range(4)]
    with Store("runs.sqlite") as store:
        done = iter(BatchedExecutor(Sources(), store, 2).run([Job(9, BASE), *long]))
        assert next(done)[0].key == 9
        before = threading.active_count()
        with pytest.warns(TrainingWarning, match="interrupted after epoch"):
            done.close()
    assert threading.active_count() < before
    with Reader("runs.sqlite") as reader:
        runs = reader.runs(reader.find())
        assert {run.status for run in runs} == {"done", "interrupted"}


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_ctrl_c_ends_the_stack_and_keeps_what_its_members_had(folder):
    interrupted_runs("stack", 10_000_000, 4)


def test_a_comparison_says_when_it_used_a_stack_and_comes_to_the_same(monkeypatch):
    axes = {"hidden": [[4], [8]], "learning_rate": [0.1, 0.2]}
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 1.4, "stack": 3.1})
    stacked = compare(BASE, axes, seeds=2, store="a.sqlite")
    assert stacked.pace.startswith("many networks at a time on each of 2 cores")
    assert "measured 3.1 times as fast" in stacked.to_html()
    monkeypatch.setattr(choose, "gains", lambda *a: {"lanes": 0.9, "stack": 0.8})
    alone = compare(BASE, axes, seeds=2, store="b.sqlite")
    assert alone.pace == ""
    assert stacked.scores() == alone.scores()
    assert [r.key for r in stacked.runs] == list(alone.grid.places())


def test_the_fastest_is_taken(monkeypatch):
    specs = [BASE.but(seed=i) for i in range(5)]
    for found, kind in (
        ({"lanes": 2.0, "stack": 1.5}, "ThreadExecutor"),
        ({"lanes": 1.2, "stack": 1.5}, "BatchedExecutor"),
        ({"stack": 1.5}, "BatchedExecutor"),
    ):
        monkeypatch.setattr(choose, "gains", lambda *a, found=found: found)
        assert type(choose_executor(specs, Sources(), None)).__name__ == kind
    assert type(choose_executor(specs[:3], Sources(), None)).__name__ == "ThreadExecutor"
    assert type(choose_executor(specs, Sources(), None, safe=False)).__name__ == "ThreadExecutor"


def test_a_stack_is_not_measured_where_nobody_can_be_stacked():
    specs = [BASE.but(seed=i, engine="numpy") for i in range(5)]
    assert set(choose.gains(specs, Sources(), 2)) == {"lanes"}


@pytest.mark.parametrize("loss", sorted(set(Loss.members) - {"poisson"}))
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("outputs", [1, 2, 3, 9, 20])
def test_many_epochs_are_evaluated_to_the_bits_of_each(loss, dtype, weighted, outputs):
    made, rng = Loss.make(loss), np.random.default_rng(outputs)
    scores = (10 * rng.normal(size=(7, 37, outputs))).astype(dtype)
    scores[3, 5] = np.inf
    if made.task == "classes":
        y = rng.integers(0, outputs, 37)
    else:
        y = rng.integers(0, 2, (37, outputs)).astype(dtype)
    batch = Batch(scores[0], y, rng.random(37).astype(dtype) if weighted else None)
    each = evaluate_each(made, scores, batch)
    with np.errstate(all="ignore"):
        for i, of_epoch in enumerate(scores):
            alone = evaluate(made, of_epoch, batch)
            assert repr({name: float(values[i]) for name, values in each.items()}) == repr(
                {name: float(value) for name, value in alone.items()}
            )


def test_a_callback_that_ends_a_run_is_obeyed_in_time():
    def enough(row):
        if row["epoch"] == 3:
            raise StopTraining("enough")

    (trial,), _ = ended([BASE], callbacks=[enough])
    assert (trial.reason, len(trial.rows)) == ("enough", 3)


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_a_call_that_fails_for_several_is_tried_for_each(monkeypatch):
    def no_room(*given):
        raise MemoryError("no room for all")

    monkeypatch.setattr(trainer, "epochs_of_several", no_room)
    specs = [BASE.but(learning_rate=rate) for rate in (0.01, 0.1, 0.2)]
    trials, workers = ended(specs, width=1)
    for spec, trial in zip(specs, trials, strict=True):
        assert_same(trial, execute(spec, workers.sources))


@pytest.mark.skipif(lowering.kernels().module is None, reason="without kernels nobody is stacked")
def test_epochs_that_raise_are_the_failure_of_their_member_alone(monkeypatch):
    epochs = NativeFit.epochs

    def sometimes(fit, rates, orders=None, watched=None):
        if rates[0] == 0.1:
            raise MemoryError("no room")
        return epochs(fit, rates, orders, watched)

    monkeypatch.setattr(NativeFit, "epochs", sometimes)
    specs = [BASE.but(learning_rate=rate, seed=int(100 * rate)) for rate in (0.05, 0.1, 0.2)]
    with Store("runs.sqlite") as store:
        trials, _ = ended([spec.but(split_seed=0) for spec in specs], store)
    assert [trial.status for trial in trials] == ["done", "failed", "done"]
    assert trials[1].reason == "MemoryError: no room"
    with Reader("runs.sqlite") as reader:
        assert len(reader.find("status = failed")) == 1


def test_what_is_large_goes_through_a_lane(monkeypatch):
    monkeypatch.setattr(batched_run, "MOST_WORK", 1)
    trials, workers = ended([BASE, BASE.but(learning_rate=0.3)])
    assert workers.stacked == 0
    assert_same(trials[0], execute(BASE, workers.sources))


def test_nothing_is_measured_where_all_would_be_done_in_no_time(monkeypatch):
    specs = [BASE.but(seed=i) for i in range(8)]
    assert choose.gains(specs, Sources(), 2)
    monkeypatch.setattr(choose, "WORTH_FINDING", 1e6)
    assert choose.gains(specs, Sources(), 2) == {}
    assert isinstance(choose_executor(specs, Sources(), None), ThreadExecutor)


@pytest.mark.parametrize("kind", [ThreadExecutor, BatchedExecutor])
def test_workers_may_be_asked_again(kind):
    workers = kind(Sources(), None, 2)
    for seed in range(3):
        jobs = [Job(i, BASE.but(seed=seed + i, epochs=2)) for i in range(3)]
        assert {trial.status for _, trial in workers.run(jobs)} == {"done"}
