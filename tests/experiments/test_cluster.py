"""Trials on a Dask cluster: the bits of a run here, each counted once, whatever dies meanwhile."""

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from experiments.clusters import FEW, ROOT, Against, Deadly, cluster, environment
from noron.core.errors import (
    MissingExtraError,
    SettingError,
    StoreError,
    TrainingWarning,
    WorkersError,
)
from noron.engines.native.lowering import kernels
from noron.experiments.comparison import compare
from noron.experiments.execution import Job, ThreadExecutor, WorkerConfig, dask
from noron.experiments.run import Sources, execute, with_net
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store

pytest.importorskip("distributed")

KILLS = 10
GRID = {"hidden": ["128,64", "64,64"], "learning_rate": ["0.01", "0.02", "0.03", "0.05", "0.07"]}
SEEDS = 10
BATCH = (
    32 if kernels().module is None else 1
)  # a trial lasts about as long with kernels and without
SHARED = {"data": "spirals", "batch_size": FEW, "epochs": 40}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dask, "NOBODY", 3000.0)  # on a busy machine a worker is long in starting
    return tmp_path


def command(address):
    words = ["--dask", address, "--seeds", str(SEEDS)]
    for name, value in SHARED.items():
        words += ["--set", f"{name}={value}"]
    for name, values in GRID.items():
        for value in values:
            words += [f"--{name.replace('_', '-')}", value]
    return [sys.executable, "-m", "noron", "compare", *words]


def a_client(address):
    with Path("client.log").open("a", encoding="utf-8") as log:
        return subprocess.Popen(command(address), stdout=log, stderr=log, env=environment())


def counted(path="runs/noron.sqlite"):
    """The digests of the runs that count, by recipe; and how many rows say so."""
    try:
        with Reader(path) as reader:
            rows = reader.connection.all(
                "SELECT recipe.hash, run.digest FROM experiment_run JOIN run ON run.id = run_id "
                "JOIN recipe ON recipe.id = run.recipe_id WHERE run.status = 'done'"
            )
    except StoreError:  # it is not there yet, or just being made
        rows = []
    return dict(rows), len(rows)


def test_killed_workers_and_clients_lose_nothing_and_count_nothing_twice(folder):
    """100 trials, two workers, one of which dies for each eight results; the client dies once."""
    draw, killed, restarted = random.Random(0), 0, False
    with cluster(folder, 2) as ours:
        client = ours.beside(a_client(ours.address))
        while client.poll() is None:
            time.sleep(0.05)
            if counted()[1] >= 8 * (killed + 1) and killed < KILLS:
                victim = draw.choice([worker for worker in ours.workers if worker.poll() is None])
                victim.send_signal(signal.SIGKILL)
                killed += 1
                ours.worker()
            if counted()[1] >= 44 and not restarted:
                client.kill()
                client.wait()
                client, restarted = ours.beside(a_client(ours.address)), True
    assert client.returncode == 0, Path("client.log").read_text(encoding="utf-8")
    assert restarted
    assert killed == KILLS
    digests, rows = counted()
    assert rows == len(digests) == 100
    assert digests == without_faults()


def without_faults():
    """The digest of each recipe, trained here."""
    with Reader("runs/noron.sqlite") as reader:
        specs = [run.spec for run in reader.runs(reader.find())]
    specs = list({spec.identity: spec for spec in specs}.values())
    jobs = (Job(spec.identity, RunSpec(**spec.content())) for spec in specs)
    return {job.key: trial.digest for job, trial in ThreadExecutor(Sources(), None, 2).run(jobs)}


# ---------------------------------------------------------------------------- two workers

SPECS = [
    RunSpec(data="moons", hidden=[16, 8], epochs=8, seed=1),
    RunSpec(data="moons", hidden=[16, 8], epochs=8, dtype="float64", optimizer="adam"),
    RunSpec(data="moons", hidden=[24], batch_norm=True, dropout=0.3, epochs=8, fold=2, folds=5),
    RunSpec(data="sine", loss="mse", hidden=[16], epochs=8),
    RunSpec(data="mnist", rows=500, hidden=[16], epochs=2),
]


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("pair"), 2) as ours:
        yield ours


def on(ours, jobs, store=None):
    workers = WorkerConfig(dask=ours.address).open(Sources(), store)
    return {job.key: trial for job, trial in workers.run(jobs)}


def test_trials_of_workers_have_the_bits_of_runs_here(pair):
    found = on(pair, [Job(i, spec, weights=True) for i, spec in enumerate(SPECS)])
    sources = Sources()
    for i, spec in enumerate(SPECS):
        alone = execute(spec, sources)
        assert found[i].status == "done"
        assert found[i].digest == alone.digest
        losses = [row["val_loss"] for row in found[i].rows]
        assert losses == [row["val_loss"] for row in alone.history.rows]
        again = with_net(found[i], sources)
        assert again.digest == alone.digest
        assert again.test() == alone.test()


def test_a_comparison_is_the_same_and_says_who_trained(pair):
    base, axes = {"data": "moons", "epochs": 8}, {"hidden": [[4], [8]], "l2": [0, 0.001]}
    there = compare(base, axes, seeds=2, store="a.sqlite", workers=pair.address)
    here = compare(base, axes, seeds=2, store="b.sqlite")
    assert there.scores() == here.scores()
    assert there.test == here.test
    assert f"of the Dask scheduler at {pair.address}" in there.pace
    assert there.pace in there.to_html()
    for path in ("a.sqlite", "b.sqlite"):
        with Reader(path) as reader:
            runs = reader.runs(reader.find())
            assert len(runs) == 8
            assert all(run.status == "done" and run.engine and run.digest for run in runs)
            assert all(len(reader.rows(run.id)) == 8 for run in runs)
            assert all(0 < run.seconds < 60 for run in runs)
    again = compare(base, axes, seeds=2, store="a.sqlite", workers="tcp://127.0.0.1:1")
    assert all(run.reused for run in again.runs)  # nobody is called where nothing is to do


def test_a_judge_is_sent_along(pair):
    with Store("s.sqlite") as store:
        jobs = [Job("judged", SPECS[0], pruning_hook=Against()), Job("free", SPECS[0], "free")]
        found = on(pair, jobs, store)
    assert found["judged"].status == "pruned"
    assert len(found["judged"].rows) == 2
    assert found["free"].status == "done"
    with Reader("s.sqlite") as reader:
        assert [run.status for run in reader.runs([found["judged"].run])] == ["pruned"]
        assert reader.run(found["free"].run).name == "free"


def test_rows_are_sent_to_where_their_file_is_not(pair, folder):
    table = np.random.default_rng(0).normal(size=(300, 3)).round(3)
    lines = [f"{a},{b},{'yes' if a > b else 'no'},{c}" for a, b, c in table.tolist()]
    (folder / "here.csv").write_text("\n".join(["a,b,target,c", *lines]), encoding="utf-8")
    spec = RunSpec(data="here.csv", target="target", drop=["c"], hidden=[4], epochs=3)
    specs = [spec.but(seed=seed, split_seed=seed % 2) for seed in range(4)]
    found = on(pair, [Job(i, one) for i, one in enumerate(specs)])
    assert not list(pair.folder.glob("*.csv"))
    assert [found[i].digest for i in range(4)] == [execute(s, Sources()).digest for s in specs]
    resolved = execute(spec, Sources()).spec
    (folder / "here.csv").write_text("\n".join(["a,b,target,c", *lines[1:]]), encoding="utf-8")
    trial = on(pair, [Job(0, resolved)])[0]
    assert trial.status == "failed"
    assert "has changed: its SHA-256 is" in trial.reason


def test_what_raises_or_diverges_is_told_of_and_the_rest_goes_on(pair):
    specs = [SPECS[0].but(learning_rate=1e30), SPECS[0], SPECS[0].but(data="nothing.csv")]
    with Store("s.sqlite") as store:
        found = on(pair, [Job(i, spec) for i, spec in enumerate(specs)], store)
    assert [found[i].status for i in range(3)] == ["diverged", "done", "failed"]
    assert "nothing.csv" in found[2].reason
    with Reader("s.sqlite") as reader:
        assert reader.run(found[0].run).reason == found[0].reason


def test_whoever_stops_listening_stops_the_workers(pair):
    long = [Job(i, SPECS[0].but(epochs=1_000_000, seed=i)) for i in range(4)]
    workers = WorkerConfig(dask=pair.address).open(Sources(), None)
    some = iter(workers.run([Job(9, SPECS[0]), *long]))
    assert next(some)[0].key == 9
    some.close()
    began = time.monotonic()
    assert on(pair, [Job(0, SPECS[0])])[0].status == "done"  # there is room again
    assert time.monotonic() - began < 30


def test_a_job_is_asked_for_when_a_worker_is_free(pair):
    asked, ended = [], []

    def jobs():
        for i in range(8):
            asked.append(i)
            assert len(asked) - len(ended) <= 2
            yield Job(i, SPECS[0].but(seed=i))

    for job, _ in WorkerConfig(dask=pair.address).open(Sources(), None).run(jobs()):
        ended.append(job.key)
    assert sorted(ended) == list(range(8))


# ---------------------------------------------------------------------------- what goes wrong


def test_no_scheduler_is_one_line_within_ten_seconds(folder):
    began = time.monotonic()
    done = subprocess.run(
        command("tcp://127.0.0.1:1"), capture_output=True, text=True, env=environment(), check=False
    )
    assert time.monotonic() - began < 15
    assert done.returncode == 2
    on_result = [line for line in done.stderr.splitlines() if line.startswith("noron: ")]
    assert len(on_result) == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in on_result[0]
    assert "dask scheduler" in on_result[0]


def test_a_worker_that_is_lost_for_good_is_done_without(folder):
    with cluster(folder, 2) as ours:
        jobs = [Job(i, RunSpec(data="spirals", batch_size=FEW, seed=i)) for i in range(12)]
        workers = WorkerConfig(dask=ours.address).open(Sources(), None)
        found = []
        for number, (_, trial) in enumerate(workers.run(jobs)):
            found.append(trial.status)
            if number == 3:
                ours.workers[0].kill()
    assert found == ["done"] * 12


def test_a_trial_that_kills_its_workers_is_given_up(folder, monkeypatch):
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    monkeypatch.setattr(dask, "MOST_DEATHS", 2)
    with cluster(folder) as ours, Store("s.sqlite") as store:
        ours.worker("--nanny")
        found = on(ours, [Job(0, SPECS[0], pruning_hook=Deadly()), Job(1, SPECS[0])], store)
    assert [found[0].status, found[1].status] == ["failed", "done"]
    assert "2 workers died while they trained it" in found[0].reason
    with Reader("s.sqlite") as reader:
        assert reader.find("status = failed") == [found[0].run]


def test_a_scheduler_that_is_lost_ends_it_and_the_same_goes_on(folder):
    base = {"data": "spirals", "batch_size": FEW, "epochs": 20, "hidden": [64, 64]}
    axes = {"l2": [0, 0.001]}
    with cluster(folder, 2) as ours:

        def on_result(run, number, of):
            if number == 4:
                ours.scheduler.kill()
                ours.scheduler.wait()

        with pytest.raises(WorkersError, match="the finished runs are kept"):
            compare(base, axes, seeds=10, workers=ours.address, on_result=on_result)
        kept = counted()[0]
        assert 4 <= len(kept) < 20
        ours.begin()
        ours.worker()
        found = compare(base, axes, seeds=10, workers=ours.address)
    assert sum(run.reused for run in found.runs) == len(kept)
    assert counted()[1] == 20
    assert kept.items() <= counted()[0].items()


def test_a_scheduler_without_workers_is_told_of(folder, monkeypatch):
    monkeypatch.setattr(dask, "NOBODY", 2.0)
    with (
        cluster(folder) as ours,
        pytest.warns(TrainingWarning, match="has no workers: start one with dask worker"),
        pytest.raises(WorkersError, match="no workers for 2 seconds"),
    ):
        on(ours, [Job(0, SPECS[0])])


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'noron\[dask\]'"):
        compare({"data": "moons"}, store=None, workers="tcp://127.0.0.1:1")


@pytest.mark.parametrize("given", ["here", "", 0, 2.5, True, 1000])
def test_workers_that_are_none_are_refused(given):
    with pytest.raises(SettingError, match=r"workers is|dask is"):
        compare({"data": "moons"}, store=None, workers=given)


@pytest.mark.skipif(kernels().module is None, reason="the kernels alone take threads")
def test_a_worker_takes_no_more_cores_than_it_has(folder, monkeypatch):
    monkeypatch.setenv("NORON_THREADS", "4")
    large = RunSpec(data="mnist", rows=2000, hidden=[512, 512], batch_size=256, epochs=1)
    with cluster(folder, 1) as ours:
        trial = on(ours, [Job(0, large)])[0]
    assert "threads" in execute(large, Sources()).history.engine
    assert "1 thread" in trial.engine


def test_the_keys_of_the_docs_open_a_cluster_and_no_other_does(folder, monkeypatch):
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl")
    page = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    (commands,) = (text for text in re.findall(r"```sh\n(.*?)```", page, re.S) if "x509" in text)
    subprocess.run(["sh", "-e", "-c", commands], check=True, capture_output=True)
    strictly = ["openssl", "verify", "-x509_strict", "-CAfile", "ca.pem", "node.pem"]
    subprocess.run(strictly, check=True, capture_output=True)  # as Python 3.13 looks at it
    keys = ("--tls-ca-file", "ca.pem", "--tls-cert", "node.pem", "--tls-key", "node.key")
    with cluster(folder, 1, *keys, protocol="tls") as ours:
        assert ours.address.startswith("tls://")
        with pytest.raises(WorkersError, match="no Dask scheduler answers"):
            on(ours, [Job(0, SPECS[0])])
        named = re.findall(r"export (\w+)=(\S+)", page)
        assert len(named) == 3
        words = ["--data", "moons", "--hidden", "4", "--hidden", "8", "--dask", ours.address]
        subprocess.run(
            [sys.executable, "-m", "noron", "compare", *words],
            env=environment(**dict(named)), check=True, capture_output=True,
        )  # fmt: skip
    assert counted()[1] == 2
