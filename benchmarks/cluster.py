"""What a Dask cluster costs beside the training itself: many trials of a second each, two workers.

    python -m benchmarks.cluster

It starts a scheduler and workers of its own on loopback, and holds the time of the whole, from the
connection to the last trial in the store, against trials * seconds / workers. First one trial for
each worker is run, as imports and the decoding of MNIST are paid once in the life of a worker.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from noron.experiments.execution import Job, WorkerConfig
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store

MOST = 0.1
"""Beyond the ideal, as a share of it."""

LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers of one thread."""
    started: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder:

        def start(*words: str) -> None:
            with (Path(folder) / f"{len(started)}.log").open("wb") as log:
                command = [sys.executable, "-m", "dask", *words, *LOOPBACK]
                started.append(subprocess.Popen(command, stdout=log, stderr=log, cwd=folder))

        try:
            place = Path(folder) / "scheduler.json"
            start("scheduler", "--port", "0", "--scheduler-file", str(place))
            while not place.exists():
                time.sleep(0.05)
            for _ in range(workers):
                start("worker", "--scheduler-file", str(place), "--nthreads", "1", "--no-nanny")
            yield _address(Path(folder) / "0.log")
        finally:
            for process in started:
                process.kill()
            for process in started:
                process.wait()


def _address(log: Path) -> str:
    lines = log.read_text(encoding="utf-8").splitlines()
    return next(line.split()[-1] for line in lines if "Scheduler at:" in line)


def seconds_of(address: str, specs: list[RunSpec], path: Path) -> float:
    """How long the trials take, all in all."""
    started = time.perf_counter()
    with Store(path) as store:
        workers = WorkerConfig(dask=address).open(Sources(), store)
        ends = [trial.status for _, trial in workers.run(map(Job, range(len(specs)), specs))]
    took = time.perf_counter() - started
    assert ends == ["done"] * len(specs)
    with Reader(path) as reader:
        assert len(reader.find("status = done")) == len(specs)
    return took


def main() -> None:
    """Start, train, hold against the ideal, print; exit code 1 where it is too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    base = RunSpec(data="mnist", rows=5000, time_limit=options.seconds)
    specs = [base.but(seed=seed, split_seed=0) for seed in range(options.trials)]
    with tempfile.TemporaryDirectory() as folder, cluster(options.workers) as address:
        time.sleep(5)
        warm = [base.but(seed=1000 + i, split_seed=0) for i in range(2 * options.workers)]
        seconds_of(address, warm, Path(folder) / "warm.sqlite")
        took = seconds_of(address, specs, Path(folder) / "noron.sqlite")
    ideal = options.trials * options.seconds / options.workers
    print(f"{options.trials} trials of {options.seconds:g} s on {options.workers} Dask workers")
    print(f"ideal      {ideal:.1f} s")
    print(f"measured   {took:.1f} s, {took / ideal:.3f} of it: {took / ideal - 1:.1%} beyond")
    raise SystemExit(took / ideal > 1 + MOST)


if __name__ == "__main__":
    main()
