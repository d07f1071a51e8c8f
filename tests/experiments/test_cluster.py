"""Trials on a Dask cluster: the bits of a run here, each counted once, whatever dies meanwhile."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clusters import cluster, environment
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader
from noron.experiments.workers import Job, Lanes

pytest.importorskip("distributed")
pytestmark = pytest.mark.xdist_group("cluster")

KILLS = 10
GRID = {"hidden": ["128,64", "64,64"], "learning_rate": ["0.01", "0.02", "0.03", "0.05", "0.07"]}
SEEDS = 10
SHARED = {"data": "spirals", "batch_size": 1, "epochs": 40}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
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


def counted():
    """The digests of the runs that count, by recipe; and how many rows say so."""
    if not os.path.exists("runs/noron.sqlite"):
        return {}, 0
    with Reader("runs/noron.sqlite") as reader:
        rows = reader.connection.all(
            "SELECT recipe.hash, run.digest FROM experiment_run JOIN run ON run.id = run_id "
            "JOIN recipe ON recipe.id = run.recipe_id WHERE run.status = 'done'"
        )
    return dict(rows), len(rows)


def test_kills_of_workers_and_of_the_client_lose_nothing_and_count_nothing_twice(folder):
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
    return {job.key: trial.digest for job, trial in Lanes(Sources(), None, 2).ended(jobs)}
